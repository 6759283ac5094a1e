"""Trigger and effect of a conditional term: what must happen, and what happens then."""

from __future__ import annotations

import re

from ...mentions import Span
from .rules import Compiler, ConditionRule

_STOP = re.compile(r",\s+(?:then\s+)?|;\s+")
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
            return _trim(text, begin, len(text)), _effect(text, marker)
        stop = self._comma(text, begin)
        if stop is None:
            return _trim(text, begin, len(text)), None
        return _trim(text, begin, stop.start()), _trim(text, stop.end(), len(text))

    def _comma(self, text: str, begin: int) -> re.Match[str] | None:
        """The comma that ends a condition at the head of the clause: before "then", else the first."""
        stops = list(_STOP.finditer(text, begin))
        return next((stop for stop in stops if "then" in stop.group()), stops[0] if stops else None)


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
