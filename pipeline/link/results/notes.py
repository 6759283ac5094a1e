"""Analysts' notes on a company: their estimates of what it has reported.

"This compares to our/consensus estimates of $58M/$57M and $0.64/$0.60, respectively" gives two estimates of each figure
of the sentence before, "compares to our estimates of $58M and $0.64" one. What a share is worth to them is a price
target, and no fact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...mentions import Span
from ...nlp import Analysis
from ...records import Money
from ...resolve import Resolution
from ..draft import Draft
from .figure import PER_SHARE_RULES
from .gaps import SMALLEST

_VERSUS = re.compile(
    r"\bcompar(?:es|ed)\s(?:to|with)\sour(?:\sestimates?|\s?(?:/|and|vs\.?)\s?(?P<street>(?:the\s)?(?:consensus|street)"
    r"(?:\sestimates?)?))(?:\sof)?\s(?=[^\s\w]|[A-Z]{1,3}\$|\d)",
    re.I,
)
#: Between two estimates of one figure, and before those of the next; what is below zero stands in brackets.
_PAIRED, _NEXT = re.compile(r"\)?\s?/\s?\(?"), re.compile(r"\)?,?\s(?:and\s)?\(?")
#: Between the analysts and the company that they write of.
_COVERS = re.compile(
    r"\s(?:today\s)?(?:has\s)?(?:updates?|updated|initiates?|initiated|resumes?|resumed|launch(?:es|ed)|reiterates?"
    r"|maintains?)\s(?:(?:its|their|the)\s)?(?:research\s)?coverage\s(?:on|of)\s(?:the\s)?"
)


class Notes:
    """Reads the sentences of one article; holds whose note it is, and the figures told last."""

    def __init__(self, analysis: Analysis, resolution: Resolution):
        self.text = analysis.article.text
        self.analyst = self._analyst(resolution)
        self._last: list[Draft] = []

    def _analyst(self, resolution: Resolution) -> str | None:
        """Who covers whom in the first sentence that says so."""
        mentions = [m for m in resolution.mentions if m[3] == "name" and resolution.kind(m[2]) != "person"]
        for found in _COVERS.finditer(self.text):
            analyst = next((m[2] for m in mentions if m[1] == found.start()), None)
            if analyst and any(m[0] == found.end() for m in mentions):
                return analyst
        return None

    def find(self, number: int, sentence: Span, sums: Sequence[Money], told: Sequence[Draft]) -> list[Draft]:
        """The drafts of a sentence, `told` being its figures."""
        found = self._estimates(number, sentence, sums)
        if told:
            self._last = [draft for draft in told if draft.status == "completed"]
        return found

    def _estimates(self, number: int, sentence: Span, sums: Sequence[Money]) -> list[Draft]:
        versus = _VERSUS.search(self.text, *sentence)
        behind = [m for m in sums if versus and m.start >= versus.end()]
        figures = sorted(self._last, key=lambda draft: draft.cues[-1].start)
        each = 2 if versus and versus["street"] else 1
        if not versus or not figures or figures[0].sentence + 1 != number or len(behind) != each * len(figures):
            return []
        for place, money in enumerate(behind[1:]):
            gap = self.text[behind[place].end : money.start]
            if not (_PAIRED if each == 2 and place % 2 == 0 else _NEXT).fullmatch(gap):
                return []
        return [
            replace(
                figures[place // each], sentence=number, rule="result.our-estimate", money=money.id, status="expected",
                source=versus["street"] if each == 2 and place % 2 else self.analyst,
                keys=dict(figures[place // each].keys), cues=[Span(*versus.span()), Span(money.start, money.end)],
            )
            for place, money in enumerate(behind)
            if _is_level(money, figures[place // each])
        ]  # fmt: skip


def _is_level(money: Money, figure: Draft) -> bool:
    """Whether an estimate is no misprint of one in millions: "net income of £41.7M, £3.0M and £2.8"."""
    each = figure.keys["metric"] == "earnings_per_share" or figure.rule in PER_SHARE_RULES or money.per == "share"
    return each or abs(money.amount or 0) >= SMALLEST
