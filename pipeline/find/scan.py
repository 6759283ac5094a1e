"""Patterns that are tried only where they can match: in few articles, and behind few words."""

from __future__ import annotations

import re
from collections.abc import Iterator


class Scan:
    """A pattern to look through an article with, tried only where it can match: it is tried at each letter otherwise.

    Every match holds one of the strings `hints`, if there are any, and a match of `sign`, if that is given (a pattern
    that begins with letters or marks of its own, which is quick to look for). A pattern that opens with `^` is tried
    at the beginnings of lines.
    """

    def __init__(self, pattern: str, *hints: str, sign: str = ""):
        self.pattern = re.compile(pattern, re.MULTILINE)
        self._hints, self._sign = hints, re.compile(sign)
        self._lines = pattern.startswith("^")

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """What `finditer` of the pattern gives."""
        if self._hints and not any(hint in text for hint in self._hints):
            return iter(())
        if self._sign.search(text) is None:
            return iter(())
        return self._at_lines(text) if self._lines else self.pattern.finditer(text)

    def _at_lines(self, text: str) -> Iterator[re.Match[str]]:
        begin = 0
        while begin >= 0:
            match = self.pattern.match(text, begin)
            if match:
                yield match
            begin = text.find("\n", match.end() - 1 if match and match.end() > begin else begin) + 1 or -1


class Before:
    """A pattern of what stands right before a name, tried only behind the words that it can end in.

    `last` lists these as `word_before` gives them. Before most names stands another word, and to look for the pattern
    in vain takes twenty times as long as to see that.
    """

    def __init__(self, pattern: str, last: str, flags: re.RegexFlag = re.NOFLAG):
        self.pattern = re.compile(pattern, flags)
        self.last = frozenset(last.split())

    def search(self, before: str, last: str) -> re.Match[str] | None:
        """What `search` of the pattern gives in the text `before` a name, whose last word is `last`."""
        return self.pattern.search(before) if last in self.last else None


_WORD_PARTS = re.compile(r"\W")


def word_before(before: str) -> str:
    """The last word of a text, or the comma or colon behind it, in small letters and less what a hyphen joins to it.

    "The" and a quotation mark behind the word do not count, and "0" stands for any number.

    >>> word_before("rival of the "), word_before("Leeds-based "), word_before("its drug, “"), word_before("(12 ")
    ('of', 'based', ',', '0')
    """
    text = before.rstrip("“\"")
    words = text.rsplit(None, 2) if text[-1:].isspace() else []
    if not words:
        return ""
    word = words[-2] if words[-1] == "the" and len(words) > 1 else words[-1]
    if word[-1] in ",:":
        return word[-1]
    if not word.isalnum():
        word = _WORD_PARTS.split(word)[-1]
    return "0" if word.isdigit() else word.lower()
