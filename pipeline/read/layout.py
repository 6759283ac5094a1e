"""The layout of a news text: which line is headline, dateline, byline, body or page chrome.

Works on lines only, with the rules of `patterns/layout.toml` and a few properties of lines (how many words,
how they end, what stands around them). Offsets are code points of the unchanged text.
"""

from __future__ import annotations

import html
import unicodedata
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise

import regex

from ..mentions import Block
from ..patterns import Patterns
from .knowledge import LayoutFile, LineRule
from .published import Dates, Found, is_unset

_LINE = regex.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_WORD = regex.compile(r"[^\W_](?:[\w.,’'&/-]*[^\W_])?")
_STOP = regex.compile(r"[.!?…][)\]\"'”’»]*$")
_QUESTION = regex.compile(r"\?[)\]\"'”’»]*$")
_ABBREVIATION = regex.compile(
    r"\b(?:Inc|Ltd|Corp|Co|Cos|Plc|plc|LLC|L\.P|Bros|Jr|Sr|U\.S|U\.K|U\.N|E\.U|D\.C|S\.A|N\.V|A\.G|v|vs|p\.m|a\.m|St|No)\.$"
)
_BULLET = regex.compile(r"(?:[*•‣▪◦●○■□➤►✓✔·–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)]|[①-⑳]:?)\s+\S|[•●▪►➤]\S")
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
_WIRE_BEFORE = regex.compile(
    r"(?:(?:\p{Lu}[\p{L}.’'-]*|of|de|la|le|and|the|/|&|\(\p{Lu}[\w\s./&-]{1,40}\)|[,;|–—-]{1,2})[\s,]*){0,14}"
)
_WIRE_AFTER = regex.compile(
    r"\s?,?\s?(?:(?:via\s)?(?:\([^()]{2,60}\)|/[^/]{2,40}/|\p{Lu}[\w ]{2,30})\s?)?(?:-{1,2}|[–—:])\s?(?=\S)"
)
#: How far into a paragraph a press-release dateline may end, in code points.
_WIRE_REACH = 160
_NAME = regex.compile(
    r"\p{Lu}[\p{L}.’'-]*(?:\s(?:(?:de|van|von|der|den|da|dos|del|la|le|bin|al|el|ter)\s){0,2}\p{Lu}[\p{L}.’'-]*){1,3}"
)
_BYLINE_LEAD = regex.compile(
    r"^\(?(?:(?:additional\s)?(?:reporting|writing|words|story|written|posted|reported)\s+by|by|author|por|par|von|di|door|af|av)\s?:?\s+",
    regex.I,
)
_AND = regex.compile(r"\s+(?:and|et|und|y|e|en|och)\s+|\s*&\s*")
_AFTER_NAMES = regex.compile(r"\s*(?:[|/·•]|\b(?:by|in|for|of|at|from)\b|\s[-–—]\s).*")
#: Lines of a header: more than this before the first paragraph is navigation or a table.
_HEAD_LINES = 20
#: Rank of the date of an update among the dates of a text, the lowest.
_UPDATE = 1


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


@dataclass(slots=True)
class Analysis:
    """What the layout of a text shows. `published` and `dateline` are ISO 8601, None when no line gives them.

    `dateline` is `published` where that isn't the date of an update.
    """

    blocks: list[Block] = field(default_factory=list)
    headline: str | None = None
    authors: list[str] = field(default_factory=list)
    tickers: list[str] = field(default_factory=list)
    published: str | None = None
    dateline: str | None = None


@cache
def default_layout() -> Layout:
    """The layout rules of the patterns that ship."""
    return Layout(Patterns())


class Layout:
    """Finds the roles of lines by the rules of one folder of patterns."""

    def __init__(self, patterns: Patterns):
        self.knowledge = patterns.load("layout.toml", LayoutFile)
        self.dates = Dates(self.knowledge)
        self._phrases: dict[str, list[LineRule]] = {}
        self._patterns: list[tuple[LineRule, regex.Pattern[str]]] = []
        self._order = {rule.id: number for number, rule in enumerate(self.knowledge.line)}
        for rule in self.knowledge.line:
            for phrase in rule.phrases:
                self._phrases.setdefault(_bare(phrase), []).append(rule)
            if rule.patterns:
                flags = 0 if rule.case else regex.IGNORECASE
                self._patterns.append(
                    (rule, regex.compile("|".join(f"(?:{p})" for p in rule.patterns), flags))
                )
        self.english = frozenset(self.knowledge.language.english)
        labels = self.knowledge.labels
        self._published = _label(labels.published)
        self._updated = _label(labels.updated)
        words = (
            *labels.filler,
            *labels.published,
            *labels.updated,
            *labels.weekdays,
            *self.knowledge.zones,
            "am",
            "pm",
        )
        self._filler = frozenset(part for phrase in words for part in _WORD.findall(phrase.casefold()))

        self._walls = [
            (rule, [regex.compile(pattern, regex.IGNORECASE) for pattern in rule.patterns])
            for rule in self.knowledge.wall
        ]

    def wall(self, text: str) -> str | None:
        """What a page's text is instead of an article: a cookie wall, a login, an error; None for none."""
        for rule, patterns in self._walls:
            if sum(bool(pattern.search(text)) for pattern in patterns) >= rule.least:
                return rule.says
        return None

    @cached_property
    def _ticker_note(self) -> regex.Pattern[str]:
        exchanges = "|".join(
            sorted(map(regex.escape, self.knowledge.tickers.exchanges), key=len, reverse=True)
        )
        return regex.compile(
            rf"(?<![\w])(?:(?i:{exchanges}))\s?:\s?\$?(?P<all>[A-Z0-9][A-Z0-9.]{{0,7}}(?<!\.)(?:,\s?[A-Z]{{2,6}}(?![\w.-]|\s?:))*)(?!\w)"
        )

    def rule(self, line: str, where: str = "any") -> LineRule | None:
        """The first rule that fits the whole line in this part ("head", "tail", "any" for all rules)."""
        hits = self.matching(line, where)
        return min(hits, key=lambda rule: self._order[rule.id], default=None)

    def matching(self, line: str, where: str = "any") -> list[LineRule]:
        """All rules that fit the whole line. Lines over 400 code points are text, whatever they say."""
        hits = [rule for rule in self._phrases.get(_bare(line), ()) if _applies(rule, where)]
        if len(line) <= 400:
            hits += [
                rule for rule, pattern in self._patterns if _applies(rule, where) and pattern.fullmatch(line)
            ]
        if len(line) > 40 and ends_sentence(line):
            hits = [rule for rule in hits if rule.role != "byline" or line.count(" ") < 8 or ";" in line]
        return hits

    def analyse(self, text: str, title: str | None = None) -> Analysis:
        """The role of every non-empty line of `text`; `title`, where known, helps to find the headline."""
        lines = _unwrapped(_lines(text), text)
        head = self._head(lines)
        headline = self._headline(lines, head, title)
        if headline is not None:
            lines[headline].role = "headline"
        self._mark_head(lines[:head], headline)
        self._mark_tail(lines, head)
        result = Analysis([Block(line.start, line.end, line.role or "body") for line in lines])
        if headline is not None:
            result.headline = regex.sub(r"\s*[\r\n]\s*", " ", lines[headline].text)
        result.authors = _authors(lines)
        result.tickers = self._tickers(lines)
        rank, result.published = self._publication(lines, head)
        result.dateline = result.published if rank > _UPDATE else None
        return result

    def _head(self, lines: list[Line]) -> int:
        """Index of the first paragraph; the lines before it are the head."""
        for number, line in enumerate(lines[:_HEAD_LINES]):
            if number == 0 and _stands_alone(lines):
                continue
            if self._is_paragraph(line) and not (self.rule(line.text, "head") and line.words < 40):
                return number
        return min(len(lines), _HEAD_LINES)

    def _is_paragraph(self, line: Line) -> bool:
        if line.words > 45 or self._wire_date(line):
            return True
        if _QUESTION.search(line.text) and line.words <= 25:
            return False
        return line.words >= 12 and line.stops

    def _headline(self, lines: list[Line], head: int, title: str | None) -> int | None:
        if title:
            wanted = _title_key(title)
            for number, line in enumerate(lines[:8]):
                if _title_key(line.text) == wanted:
                    return number
        if len(lines) < 2:
            return None
        for number in range(min(head, 6)):
            line = lines[number]
            rule = self.rule(line.text, "head")
            if (rule and rule.role != "subheading") or self._dateline(line, 1):
                continue
            if not _may_be_headline(line) and not (number == 0 and _stands_alone(lines)):
                return None
            following = lines[number + 1] if number + 1 < head else None
            overline = (line.words <= 4 and line.text.isupper()) or line.words <= 2
            if overline and following and self._heads(following):
                line.role = "kicker"
                continue
            return number
        return None

    def _heads(self, line: Line) -> bool:
        """Whether the line under an overline is the headline."""
        if line.words <= 4 or not _may_be_headline(line):
            return False
        return not self.rule(line.text, "head") and not self._dateline(line, 1)

    def _mark_head(self, lines: list[Line], headline: int | None) -> None:
        for number, line in enumerate(lines):
            if line.role:
                continue
            rule = self.rule(line.text, "head")
            if self._dateline(line, 4):
                line.role = "byline" if _BYLINE_LEAD.match(line.text) else "dateline"
            elif rule:
                line.role = rule.role
            elif _contact(line):
                line.role = "chrome"
            elif _BULLET.match(line.text):
                line.role = "bullet"
            elif headline is None or number < headline:
                line.role = (
                    "kicker" if headline is not None and line.words <= 8 and not line.stops else "body"
                )
        for line, following in pairwise(lines):
            rule = (
                self.rule(following.text, "head")
                if line.role is None and _NAME.fullmatch(line.text)
                else None
            )
            if rule and rule.id == "byline.post":
                line.role = "byline"
        self._mark_decks(lines, headline)

    def _mark_decks(self, lines: list[Line], headline: int | None) -> None:
        """Lines under the headline: a short one above dateline or byline is a kicker, else a subheading."""
        for number, line in enumerate(lines):
            if line.role:
                continue
            furniture = {later.role for later in lines[number + 1 :]} & {"dateline", "byline", "ticker"}
            if line.stops or line.words > 30:
                line.role = "body"
            elif furniture and line.words <= 6:
                line.role = "kicker"
            else:
                line.role = "subheading"

    def _mark_tail(self, lines: list[Line], head: int) -> None:
        number = head
        while number < len(lines):
            line = lines[number]
            if line.role:
                number += 1
                continue
            rule = self.rule(line.text, "tail" if number > head else "head")
            line.role = rule.role if rule else self._tail_role(lines, number)
            number += 1
            if rule and rule.run == "end" and number > head:
                before = sum(len(earlier.text) for earlier in lines[:number])
                if sum(len(later.text) for later in lines[number:]) < before:
                    for later in lines[number:]:
                        later.role = rule.role
                    return
            elif rule and rule.run == "short" and number > head:
                number = self._run(lines, number, rule.role)

    def _run(self, lines: list[Line], number: int, role: str) -> int:
        """Give `role` to the short lines from `number` on; returns the first line that isn't one."""
        while number < len(lines):
            line = lines[number]
            rule = self.rule(line.text, "tail")
            if (rule and rule.role != role) or self._is_paragraph(line) or line.words > 18:
                break
            if not rule and not _contact(line):
                following = lines[number + 1] if number + 1 < len(lines) else None
                heads_paragraph = (
                    following is not None and self._is_paragraph(following) and not _contact(following)
                )
                if line.stops or heads_paragraph:
                    break
            line.role = role
            number += 1
        return number

    def _tail_role(self, lines: list[Line], number: int) -> str:
        line = lines[number]
        if _contact(line):
            return "chrome"
        if line.words <= 12 and self._dateline(line, 0):
            return "dateline"
        if _BULLET.match(line.text):
            return "bullet"
        return "subheading" if self._is_subheading(lines, number) else "body"

    def _is_subheading(self, lines: list[Line], number: int) -> bool:
        line = lines[number]
        if number + 1 >= len(lines) or line.words > 12 or len(line.text) > 100 or not line.words:
            return False
        if line.text[-1] in ",;\"”'’" or (line.stops and not _QUESTION.search(line.text)):
            return False
        if (line.text[-1] == ":" and line.words > 8) or line.text[0].islower():
            return False
        if _QUESTION.search(line.text) and line.text[0] in "\"“'‘`":
            return False
        following = lines[number + 1]
        return self._is_paragraph(following) or bool(_BULLET.match(following.text))

    def _dateline(self, line: Line, spare: int) -> bool:
        """Whether the line is a date with its time and labels and at most `spare` words beside.

        A line with no spare word is a dateline in the tail only where a label says what the date is.
        """
        if line.words > 24 or line.text[-1:] == ":":
            return False
        if _BULLET.match(line.text) and not line.text[0].isdigit():  # "4. März 2024" is no list item
            return False
        found = self._found(line)
        if not found:
            return False
        rest = _without(line.text, found)
        words = [word for word in _WORD.findall(rest.casefold()) if not _known(word, self._filler)]
        if spare == 0:
            return not words and bool(self._published.search(line.text) or self._updated.search(line.text))
        return len(words) <= spare and sum(map(len, words)) <= 40

    def _found(self, line: Line) -> list[Found]:
        if line.dates is None:
            line.dates = self.dates.find(line.text) if len(line.text) <= 240 else []
        return line.dates

    def _wire_date(self, line: Line) -> Found | None:
        """The date of a press-release dateline ("VARNA, Bulgaria, May 2, 2024 (HARBOUR WIRE) --")."""
        if not regex.search(r"(?:19|20)\d\d", line.text[:_WIRE_REACH]):
            return None
        found = self.dates.find(line.text[:_WIRE_REACH])
        if not found:
            return None
        first = found[0]
        before = line.text[: first.start]
        if len(before) > 90 or not _WIRE_BEFORE.fullmatch(before):
            return None
        return first if _WIRE_AFTER.match(line.text, first.end) else None

    def _publication(self, lines: list[Line], head: int) -> tuple[int, str | None]:
        """The best date: labelled as published, then a bare dateline, a press-release dateline, an update."""
        best: tuple[int, str | None] = (0, None)
        for number, line in enumerate(lines):
            for rank, value in self._ranked(line, number, head):
                if rank > best[0] and not is_unset(value):
                    best = (rank, value)
        return best

    def _ranked(self, line: Line, number: int, head: int) -> list[tuple[int, str]]:
        if line.role in ("dateline", "byline") or (line.role == "chrome" and line.words <= 24):
            ranked = []
            for date in self._found(line):
                before = line.text[: date.start]
                if self._published.search(before):
                    ranked.append((4, date.value))
                elif self._updated.search(before):
                    ranked.append((_UPDATE, date.value))
                elif number < head and line.role != "chrome":
                    ranked.append((3, date.value))
            return ranked
        if line.role in ("body", "subheading", "bullet", None) and head - 2 <= number <= head + 3:
            date = self._wire_date(line)
            return [(2, date.value)] if date else []
        return []

    def _tickers(self, lines: list[Line]) -> list[str]:
        tickers: dict[str, None] = {}
        for line in lines:
            if line.role == "ticker":
                for symbol in regex.findall(r"[A-Z]{1,5}(?:\.[A-Z]{1,2})?", line.text):
                    tickers.setdefault(symbol)
            elif line.role != "chrome" and ":" in line.text:
                for note in self._ticker_note.finditer(line.text):
                    for symbol in note["all"].split(","):
                        tickers.setdefault(symbol.strip())
        return list(tickers)


def _lines(text: str) -> list[Line]:
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
        line = Line(start, start + len(stripped), stripped, len(_WORD.findall(stripped)))
        line.indent = start - match.start()
        lines.append(line)
    return lines


def _unwrapped(lines: list[Line], text: str) -> list[Line]:
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
    if before.gap > 1 or line.indent > before.indent or _BULLET.match(line.text) or before.text.isupper():
        return True
    return len(before.text) < 0.6 * longest and not line.text[0].islower()


def _applies(rule: LineRule, where: str) -> bool:
    return "any" in (where, rule.where) or rule.where == where


def _bare(line: str) -> str:
    """A line without case and without marks at its ends."""
    return line.casefold().strip(" \t\u00a0.:…!?*•·|-–—>»«→[]()\"'“”").replace("’", "'")


def _label(words: tuple[str, ...]) -> regex.Pattern[str]:
    alternatives = "|".join(sorted(map(regex.escape, words), key=len, reverse=True))
    return regex.compile(
        rf"(?<!\w)(?:{alternatives})(?!\w)[\s:]*(?:[\p{{L}}-]{{1,14}}[\s.,:]*){{0,3}}(?=$|\d|\p{{Lu}})",
        regex.I,
    )


def _known(word: str, filler: frozenset[str]) -> bool:
    return (
        word in filler
        or word.isdigit()
        or all(part in filler or part.isdigit() for part in regex.split(r"[\d.,/&-]+", word) if part)
    )


def _without(text: str, found: list[Found]) -> str:
    parts, at = [], 0
    for date in found:
        parts.append(text[at : date.start])
        at = date.end
    return " ".join([*parts, text[at:]])


def _title_key(title: str) -> str:
    text = unicodedata.normalize("NFKC", html.unescape(title)).casefold()
    return "".join(character for character in text if character.isalnum())


def _may_be_headline(line: Line) -> bool:
    if line.words > 50 or len(line.text) > 320 or not line.words or _BULLET.match(line.text):
        return False
    if line.text[-1] in ",;:":
        return False
    return not line.stops or bool(_QUESTION.search(line.text)) or line.text.endswith("!")


def _stands_alone(lines: list[Line]) -> bool:
    """Whether the first line, though it ends as a sentence, is a headline: set apart or in title case."""
    if len(lines) < 2 or lines[0].words > 35 or not lines[0].stops or _SENTENCE_BREAK.search(lines[0].text):
        return False
    if lines[0].text[0] in "\"“'‘`" or _SPEECH.search(lines[0].text):
        return False
    words = [word for word in _WORD.findall(lines[0].text) if len(word) > 3 and word[0].isalpha()]
    if len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.75 * len(words):
        return True
    apart = lines[0].gap > 1
    return (
        apart and lines[0].words <= 25 and len(lines) > 2 and all(line.gap == 1 for line in lines[1:4][:-1])
    )


def _contact(line: Line) -> bool:
    """A line of addresses: two or more contact items, and no more words than stand around them."""
    if len(line.text) > 500 or not _DIGIT_OR_SIGN.search(line.text):
        return False
    items = sum(len(p.findall(line.text)) for p in (_EMAIL, _URL, _PHONE, _CONTACT_LABEL))
    if items < 2 or _SENTENCE_BREAK.search(line.text):
        return False
    rest = _CONTACT_LABEL.sub(" ", _PHONE.sub(" ", _URL.sub(" ", _EMAIL.sub(" ", line.text))))
    words = _WORD.findall(rest)
    small = sum(word.islower() and len(word) > 2 for word in words)
    return len(words) <= 12 + 4 * items and small * 3 <= len(words)


def _authors(lines: list[Line]) -> list[str]:
    authors: dict[str, None] = {}
    for line in lines:
        lead = _BYLINE_LEAD.match(line.text) if line.role == "byline" else None
        if not lead:
            if line.role == "byline" and _NAME.fullmatch(line.text):
                authors.setdefault(line.text)
            continue
        rest = _without(line.text, line.dates or [])[lead.end() :].partition(";")[0]
        for name in _names(rest.strip(" .()")):
            authors.setdefault(name)
    return list(authors)


def _names(byline: str) -> list[str]:
    """The persons of "A B, C D and E F, Outlet": what follows the comma after the last name is no person."""
    *first, last = _AND.split(_AFTER_NAMES.sub("", byline))
    parts = [part for group in first for part in group.split(",")] + last.split(",")[:1]
    return [name for part in parts if _NAME.fullmatch(name := part.strip(" ."))]
