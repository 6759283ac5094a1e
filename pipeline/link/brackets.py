"""Deals told in brackets behind a name: "She founded Tier Oy (acquired by Halvor Inc. in 2019) and Kerr AG".

Lives, portfolios and lists of exits tell purchases so; the parser never sees an aside, and its list runs around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..mentions import Span
from ..nlp import Analysis
from ..patterns import Patterns, Table
from ..records import Date, Money
from ..resolve import Resolution
from .draft import Draft

RULE = "acquisition.bracket"
#: A name before the bracket is no longer than this.
MAX_NAME = 60


class BracketFile(Table):
    """`patterns/brackets.toml`."""

    lead: str
    sold: str
    planned: str
    name: str
    after: str
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


class BracketLinker:
    """Reads the purchases that a sentence tells in brackets."""

    def __init__(self, patterns: Patterns):
        data = patterns.load("brackets.toml", BracketFile)
        self._sold = re.compile(rf" ?[(\[]{data.lead}({data.sold})")
        self._planned, self._name = re.compile(data.planned), re.compile(data.name)
        self._target, self._after = re.compile(rf"(?<![\w-])(?:{data.name})$"), re.compile(data.after)

    def link(
        self, analysis: Analysis, number: int, resolution: Resolution, money: Sequence[Money], dates: Sequence[Date]
    ) -> list[Draft]:
        """One draft a bracket; `money` and `dates` are those of the sentence."""
        text, sentence = analysis.article.text, analysis.sentences[number]
        if text.find("(", sentence.start, sentence.end) < 0 and text.find("[", sentence.start, sentence.end) < 0:
            return []
        drafts = []
        for cue in self._sold.finditer(text, sentence.start, sentence.end):
            target = self._before(text, sentence.start, cue.start(), resolution)
            buyer = self._behind(text, cue.end(), sentence.end, resolution)
            if target is None or buyer is None:
                continue
            close = self._after.match(text, buyer[1].end, sentence.end)
            if not close or (buyer[0] and buyer[0] == target[0]):
                continue
            draft = Draft("acquisition", number, RULE, buyer[0], target[0], cues=[Span(*cue.span(1))])
            draft.subject_text = None if buyer[0] else buyer[1]
            draft.object_text = None if target[0] else target[1]
            draft.status = "expected" if self._planned.search(cue[1]) else "completed"
            inside = [d for d in dates if cue.end() <= d.start < close.end()]
            draft.date = inside[0].value if inside else None
            draft.money = next((m.id for m in money if cue.end() <= m.start < close.end()), None)
            drafts.append(draft)
        return drafts

    def _before(self, text: str, start: int, end: int, resolution: Resolution) -> tuple[str | None, Span] | None:
        """The party or unknown name that ends where the bracket opens; a person is not bought."""
        for low, high, party, form in resolution.overlapping(max(start, end - MAX_NAME), end):
            if form == "name" and high == end:
                return None if resolution.kind(party) == "person" else (party, Span(low, high))
        found = self._target.search(text, max(start, end - MAX_NAME), end)
        return (None, Span(*found.span())) if found and found.start() > start else None

    def _behind(self, text: str, start: int, end: int, resolution: Resolution) -> tuple[str | None, Span] | None:
        """The party or unknown name that stands right behind the words of buying."""
        for low, high, party, form in resolution.overlapping(start, end):
            if form == "name" and low == start:
                return party, Span(low, high)
        found = self._name.match(text, start, end)
        return (None, Span(*found.span())) if found else None
