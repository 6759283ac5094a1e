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
from .authors import BYLINE_LEAD, NAME, authors_of
from .knowledge import LayoutFile, LineRule
from .lines import (
    BULLET,
    QUESTION,
    WORD,
    Line,
    bare,
    ends_sentence,
    is_contact,
    lines_of,
    may_be_headline,
    stands_alone,
    unwrapped,
    without,
)
from .published import Dates, Found, is_unset

_WIRE_BEFORE = regex.compile(
    r"(?:(?:\p{Lu}[\p{L}.’'-]*|of|de|la|le|and|the|/|&|\(\p{Lu}[\w\s./&-]{1,40}\)|[,;|–—-]{1,2})[\s,]*){0,14}"
)
_WIRE_AFTER = regex.compile(
    r"\s?,?\s?(?:(?:via\s)?(?:\([^()]{2,60}\)|/[^/]{2,40}/|\p{Lu}[\w ]{2,30})\s?)?(?:-{1,2}|[–—:])\s?(?=\S)"
)
#: How far into a paragraph a press-release dateline may end, in code points.
_WIRE_REACH = 160
#: Lines of a header: more than this before the first paragraph is navigation or a table.
_HEAD_LINES = 20
#: Rank of the date of an update among the dates of a text, the lowest.
_UPDATE = 1


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
                self._phrases.setdefault(bare(phrase), []).append(rule)
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
        self._filler = frozenset(part for phrase in words for part in WORD.findall(phrase.casefold()))

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
        hits = [rule for rule in self._phrases.get(bare(line), ()) if _applies(rule, where)]
        if len(line) <= 400:
            hits += [
                rule for rule, pattern in self._patterns if _applies(rule, where) and pattern.fullmatch(line)
            ]
        if len(line) > 40 and ends_sentence(line):
            hits = [rule for rule in hits if rule.role != "byline" or line.count(" ") < 8 or ";" in line]
        return hits

    def analyse(self, text: str, title: str | None = None) -> Analysis:
        """The role of every non-empty line of `text`; `title`, where known, helps to find the headline."""
        lines = unwrapped(lines_of(text), text)
        head = self._head(lines)
        headline = self._headline(lines, head, title)
        if headline is not None:
            lines[headline].role = "headline"
        self._mark_head(lines[:head], headline)
        self._mark_tail(lines, head)
        result = Analysis([Block(line.start, line.end, line.role or "body") for line in lines])
        if headline is not None:
            result.headline = regex.sub(r"\s*[\r\n]\s*", " ", lines[headline].text)
        result.authors = authors_of(lines)
        result.tickers = self._tickers(lines)
        rank, result.published = self._publication(lines, head)
        result.dateline = result.published if rank > _UPDATE else None
        return result

    def _head(self, lines: list[Line]) -> int:
        """Index of the first paragraph; the lines before it are the head."""
        for number, line in enumerate(lines[:_HEAD_LINES]):
            if number == 0 and stands_alone(lines):
                continue
            if self._is_paragraph(line) and not (self.rule(line.text, "head") and line.words < 40):
                return number
        return min(len(lines), _HEAD_LINES)

    def _is_paragraph(self, line: Line) -> bool:
        if line.words > 45 or self._wire_date(line):
            return True
        if QUESTION.search(line.text) and line.words <= 25:
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
            if not may_be_headline(line) and not (number == 0 and stands_alone(lines)):
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
        if line.words <= 4 or not may_be_headline(line):
            return False
        return not self.rule(line.text, "head") and not self._dateline(line, 1)

    def _mark_head(self, lines: list[Line], headline: int | None) -> None:
        for number, line in enumerate(lines):
            if line.role:
                continue
            rule = self.rule(line.text, "head")
            if self._dateline(line, 4):
                line.role = "byline" if BYLINE_LEAD.match(line.text) else "dateline"
            elif rule:
                line.role = rule.role
            elif is_contact(line):
                line.role = "chrome"
            elif BULLET.match(line.text):
                line.role = "bullet"
            elif headline is None or number < headline:
                line.role = (
                    "kicker" if headline is not None and line.words <= 8 and not line.stops else "body"
                )
        for line, following in pairwise(lines):
            rule = (
                self.rule(following.text, "head")
                if line.role is None and NAME.fullmatch(line.text)
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
            if not rule and not is_contact(line):
                following = lines[number + 1] if number + 1 < len(lines) else None
                heads_paragraph = (
                    following is not None and self._is_paragraph(following) and not is_contact(following)
                )
                if line.stops or heads_paragraph:
                    break
            line.role = role
            number += 1
        return number

    def _tail_role(self, lines: list[Line], number: int) -> str:
        line = lines[number]
        if is_contact(line):
            return "chrome"
        if line.words <= 12 and self._dateline(line, 0):
            return "dateline"
        if BULLET.match(line.text):
            return "bullet"
        return "subheading" if self._is_subheading(lines, number) else "body"

    def _is_subheading(self, lines: list[Line], number: int) -> bool:
        line = lines[number]
        if number + 1 >= len(lines) or line.words > 12 or len(line.text) > 100 or not line.words:
            return False
        if line.text[-1] in ",;\"”'’" or (line.stops and not QUESTION.search(line.text)):
            return False
        if (line.text[-1] == ":" and line.words > 8) or line.text[0].islower():
            return False
        if QUESTION.search(line.text) and line.text[0] in "\"“'‘`":
            return False
        following = lines[number + 1]
        return self._is_paragraph(following) or bool(BULLET.match(following.text))

    def _dateline(self, line: Line, spare: int) -> bool:
        """Whether the line is a date with its time and labels and at most `spare` words beside.

        A line with no spare word is a dateline in the tail only where a label says what the date is.
        """
        if line.words > 24 or line.text[-1:] == ":":
            return False
        if BULLET.match(line.text) and not line.text[0].isdigit():  # "4. März 2024" is no list item
            return False
        found = self._found(line)
        if not found:
            return False
        rest = without(line.text, found)
        words = [word for word in WORD.findall(rest.casefold()) if not _known(word, self._filler)]
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


def _applies(rule: LineRule, where: str) -> bool:
    return "any" in (where, rule.where) or rule.where == where


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


def _title_key(title: str) -> str:
    text = unicodedata.normalize("NFKC", html.unescape(title)).casefold()
    return "".join(character for character in text if character.isalnum())


