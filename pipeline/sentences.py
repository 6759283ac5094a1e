"""Splits the lines of an article into sentences, without a parser.

A sentence never crosses a line: in news text a line is a paragraph, a heading or a bullet. What ends a
sentence is knowledge of `patterns/sentences.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .mentions import Article, Sentence
from .patterns import Patterns, Rule, Table

#: A stop, with the quotes and brackets that close behind it, then white space.
_STOP = re.compile(r"""(?:[.!?…]+|(?<=[,.!?])\s?'')["'”’)\]]*(?:\s?'')?(?=\s)""")
_NEXT = re.compile(r"""\s+((?:``|["'“‘(\[])*\s?)(\w[\w'’.-]*)?""")
_LAST_WORD = re.compile(r"[\w.&'’-]*$")
#: Lines of these roles hold no sentences.
SILENT_ROLES = frozenset({"chrome"})


class _Abbreviations(Table):
    never_final: tuple[str, ...]
    maybe_final: tuple[str, ...]


class _Openers(Table):
    words: tuple[str, ...]


class SentenceFile(Table):
    """`patterns/sentences.toml`."""

    abbreviations: _Abbreviations
    openers: _Openers
    split: tuple[Rule, ...]


class Splitter:
    """Cuts text into sentences by stops, abbreviations and what follows."""

    def __init__(self, patterns: Patterns):
        data = patterns.load("sentences.toml", SentenceFile)
        self._never = frozenset(data.abbreviations.never_final)
        self._maybe = frozenset(data.abbreviations.maybe_final)
        self._openers = frozenset(data.openers.words)

    def article(self, article: Article) -> list[Sentence]:
        """The sentences of all lines but page chrome, in order."""
        found = []
        for number, block in enumerate(article.blocks):
            if block.role in SILENT_ROLES:
                continue
            for start, end in self.line(article.text, block.start, block.end):
                found.append(Sentence(start, end, number, block.role))
        return found

    def line(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each sentence of text[start:end], white space left outside."""
        end = len(text) if end is None else end
        begin = start
        for stop in _STOP.finditer(text, start, end):
            if not self._ends(text, begin, stop, end):
                continue
            yield from _trimmed(text, begin, stop.end())
            begin = stop.end()
        yield from _trimmed(text, begin, end)

    def _ends(self, text: str, begin: int, stop: re.Match[str], end: int) -> bool:
        following = _NEXT.match(text, stop.end(), end)
        if not following:
            return True
        opening, word = following.groups()
        if not word:
            # a sign follows: it opens something new only after a real stop
            follows = text[stop.end() : stop.end() + 3].lstrip()[:1]
            return follows not in ",;:–—-&" and self._plain_stop(text, begin, stop, "", "")
        mark = stop.group()
        if word[0].islower():
            return False
        if mark.startswith((".",)) and mark.rstrip("\"'”’)] ") == ".":
            return self._plain_stop(text, begin, stop, opening, word)
        if mark[0] == "!" and not opening and len(mark) == 1 and word not in self._openers:
            return not text[begin : stop.start()].rpartition(" ")[2][:1].isupper()  # Yahoo! Japan
        return True

    def _plain_stop(self, text: str, begin: int, stop: re.Match[str], opening: str, word: str) -> bool:
        last = _LAST_WORD.search(text, begin, stop.start())
        token = last.group() if last else ""
        if token in self._never or token.rstrip(".") in self._never:
            return False
        initial = len(token) == 1 and token.isupper()
        if initial or token in self._maybe or (token.count(".") and token[0].isupper() and len(token) <= 6):
            if opening.lstrip().startswith("("):  # 'Brandt Co., Ltd. ("Brandt") said'
                return False
            return bool(opening.strip()) or word.rstrip(".") in self._openers
        return not (token.isdigit() and len(token) <= 2 and not text[begin : stop.start() - len(token)].strip())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
