"""Trigger and effect of a conditional term: what must happen, and what happens then."""

from __future__ import annotations

import re

from ...mentions import Span
from .rules import Compiler, ConditionRule

_STOP = re.compile(r",\s+(?:then\s+)?|;\s+")
#: A clause that says what holds: somebody, then a verb that is finite by its form alone.
_HOLDS = re.compile(
    r"(?<=\w)\s(?:will|would|shall|must|may|might|can|could|should|cannot|is|are|was|were|has|have|had|gets?|"
    r"receives?|pays?|becomes?|owes?|loses?|falls?)\b",
    re.I,
)
_THAT_IS = re.compile(r",\s+(?:that is|i\.e\.|meaning|in other words),?\s", re.I)
_EDGE = " ,;:–—-.\"'“”"


class Conditions:
    """Splits the words of a clause at a condition's marker."""

    def __init__(self, rules: tuple[ConditionRule, ...], compiler: Compiler):
        self._rules = [(rule.keep, compiler.any_of(rule.markers)) for rule in rules]

    def split(self, text: str) -> tuple[Span | None, Span | None]:
        """(trigger, effect) as offsets into `text`; (None, None) for an unconditional term."""
        for keep, pattern in self._rules:
            found = pattern.search(text)
            if found:
                return self._around(text, found.start(), found.start() if keep else found.end())
        return None, None

    def _around(self, text: str, marker: int, begin: int) -> tuple[Span | None, Span | None]:
        if text[:marker].strip(_EDGE) and not text[:marker].rstrip().endswith(":"):
            return _trim(text, begin, _gloss(text, begin, len(text))), _effect(text, marker)
        stop = _comma(text, begin)
        if stop is None:
            return _trim(text, begin, len(text)), None
        return _trim(text, begin, _gloss(text, begin, stop.start())), _trim(text, stop.end(), len(text))


def _comma(text: str, begin: int) -> re.Match[str] | None:
    """The comma that ends a condition at the head of the clause.

    It is the one before "then", else the first one behind which a clause says what holds, else the first: the
    commas of an apposition or a list ("If the buyer, a unit of Tier, fails, …") end nothing.
    """
    stops = list(_STOP.finditer(text, begin))
    for stop in stops:
        if "then" in stop.group():
            return stop
    for number, stop in enumerate(stops, 1):
        end = stops[number].start() if number < len(stops) else len(text)
        if _HOLDS.search(text, stop.end(), end):
            return stop
    return stops[0] if stops else None


def _gloss(text: str, begin: int, end: int) -> int:
    """Where a condition ends when the rest only explains it (", that is, …")."""
    found = _THAT_IS.search(text, begin, end)
    return found.start() if found else end


_BARE = re.compile(r"\b(?:is|are|was|were|be|remains?)\s*(?:\w+\s*)?$")


def _effect(text: str, marker: int) -> Span | None:
    """What stands before the marker, unless it only names what is conditional ("The sale is …")."""
    if _BARE.search(text, 0, marker):
        return None
    return _trim(text, 0, marker)


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end) if start < end else None
