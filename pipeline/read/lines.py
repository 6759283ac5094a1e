"""The lines of a news text, and what a line looks like by itself: a headline, a bullet, an address.

Offsets are code points of the unchanged text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import regex

from .published import Found

_LINE = regex.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
WORD = regex.compile(r"[^\W_](?:[\w.,’'&/-]*[^\W_])?")
_STOP = regex.compile(r"[.!?…][)\]\"'”’»]*$")
QUESTION = regex.compile(r"\?[)\]\"'”’»]*$")
_ABBREVIATION = regex.compile(
    r"\b(?:Inc|Ltd|Corp|Co|Cos|Plc|plc|LLC|L\.P|Bros|Jr|Sr|U\.S|U\.K|U\.N|E\.U|D\.C|S\.A|N\.V|A\.G|v|vs|p\.m|a\.m|St|No)\.$"
)
BULLET = regex.compile(r"(?:[*•‣▪◦●○■□➤►✓✔·–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)]|[①-⑳]:?)\s+\S|[•●▪►➤]\S")
_EMAIL = regex.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,24}){1,3}")
_URL = regex.compile(r"(?:https?://|www\.)[^\s,;)]{3,200}")
_PHONE = regex.compile(
    r"(?<![\w$€£.,])(?:\+\d{1,3}[\s.-]?)?\(?\d{2,4}\)?[\s.-]{1,2}\d{3,4}[\s.-]?\d{3,4}(?!\d)"
)
_CONTACT_LABEL = regex.compile(
    r"(?:E-?mail|Phone|Tel|Telephone|Website|Contact|Twitter|LinkedIn|Mobile|Fax)\s?[:.]"
)
_SPEECH = regex.compile(r"\b(?:said|says|told|added)\b")
_DIGIT_OR_SIGN = regex.compile(r"[\d@]|www\.")
_SENTENCE_BREAK = regex.compile(r"[a-z]{2}[.!?]\s+[A-Z]")


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a stop that is no abbreviation's."""
    return bool(_STOP.search(line)) and not _ABBREVIATION.search(line)


@dataclass(slots=True)
class Line:
    """A non-empty line, white space outside."""

    start: int
    end: int
    text: str
    words: int
    #: Line ends between this line and the next one.
    gap: int = 1
    indent: int = 0
    role: str | None = None
    dates: list[Found] | None = None

    @property
    def stops(self) -> bool:
        """Whether the line ends as a sentence does."""
        return ends_sentence(self.text)


def lines_of(text: str) -> list[Line]:
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        if lines:
            between = text[lines[-1].end : start]
            lines[-1].gap = max(1, between.count("\n") or between.count("\r"))
        line = Line(start, start + len(stripped), stripped, len(WORD.findall(stripped)))
        line.indent = start - match.start()
        lines.append(line)
    return lines


def unwrapped(lines: list[Line], text: str) -> list[Line]:
    """Lines that were cut at a fixed width (old wire copy, mails) as the paragraphs that they were.

    A text is taken for wrapped when no line is over 100 code points and at least 3 in 10 of its line ends
    fall before a word in lower case without a stop.
    """
    ends = [(line, following) for line, following in pairwise(lines) if line.gap == 1]
    longest = max((len(line.text) for line in lines), default=0)
    flowing = sum(following.text[0].islower() and not line.stops for line, following in ends)
    if len(ends) < 4 or longest > 100 or flowing < 0.3 * len(ends):
        return lines
    paragraphs: list[Line] = []
    for line, before in zip(lines, [None, *lines], strict=False):
        if before is None or _opens_paragraph(line, before, longest):
            paragraphs.append(line)
            continue
        last = paragraphs[-1]
        whole = Line(last.start, line.end, text[last.start : line.end], last.words + line.words, line.gap)
        paragraphs[-1] = whole
    return paragraphs


def _opens_paragraph(line: Line, before: Line, longest: int) -> bool:
    if before.gap > 1 or line.indent > before.indent or BULLET.match(line.text) or before.text.isupper():
        return True
    return len(before.text) < 0.6 * longest and not line.text[0].islower()


def bare(line: str) -> str:
    """A line without case and without marks at its ends."""
    return line.casefold().strip(" \t\u00a0.:…!?*•·|-–—>»«→[]()\"'“”").replace("’", "'")


def without(text: str, found: list[Found]) -> str:
    parts, at = [], 0
    for date in found:
        parts.append(text[at : date.start])
        at = date.end
    return " ".join([*parts, text[at:]])


def may_be_headline(line: Line) -> bool:
    if line.words > 50 or len(line.text) > 320 or not line.words or BULLET.match(line.text):
        return False
    if line.text[-1] in ",;:":
        return False
    return not line.stops or bool(QUESTION.search(line.text)) or line.text.endswith("!")


def stands_alone(lines: list[Line]) -> bool:
    """Whether the first line, though it ends as a sentence, is a headline: set apart or in title case."""
    if len(lines) < 2 or lines[0].words > 35 or not lines[0].stops or _SENTENCE_BREAK.search(lines[0].text):
        return False
    if lines[0].text[0] in "\"“'‘`" or _SPEECH.search(lines[0].text):
        return False
    words = [word for word in WORD.findall(lines[0].text) if len(word) > 3 and word[0].isalpha()]
    if len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.75 * len(words):
        return True
    apart = lines[0].gap > 1
    return (
        apart and lines[0].words <= 25 and len(lines) > 2 and all(line.gap == 1 for line in lines[1:4][:-1])
    )


def is_contact(line: Line) -> bool:
    """A line of addresses: two or more contact items, and no more words than stand around them."""
    if len(line.text) > 500 or not _DIGIT_OR_SIGN.search(line.text):
        return False
    items = sum(len(p.findall(line.text)) for p in (_EMAIL, _URL, _PHONE, _CONTACT_LABEL))
    if items < 2 or _SENTENCE_BREAK.search(line.text):
        return False
    rest = _CONTACT_LABEL.sub(" ", _PHONE.sub(" ", _URL.sub(" ", _EMAIL.sub(" ", line.text))))
    words = WORD.findall(rest)
    small = sum(word.islower() and len(word) > 2 for word in words)
    return len(words) <= 12 + 4 * items and small * 3 <= len(words)
