"""Analysts' notes on a company: their estimates of what it has reported, and the values that they arrive at.

"This compares to our/consensus estimates of $58M/$57M and $0.64/$0.60, respectively" gives two estimates of each figure
of the sentence before; "this results in a valuation range of $14 to $18 with a midpoint of $16" is what the company
covered is worth to them.
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

_VERSUS = re.compile(
    r"\bcompar(?:es|ed)\s(?:to|with)\sour\s?(?:/|and|vs\.?)\s?(?P<street>(?:the\s)?(?:consensus|street)(?:\sestimates?)?)"
    r"(?:\sof)?\s(?=[^\s\w]|[A-Z]{1,3}\$|\d)",
    re.I,
)
_PAIRED, _NEXT = re.compile(r"\s?/\s?"), re.compile(r",?\s(?:and\s)?")
_VALUATION = re.compile(
    r"\b(?:arrives?\sat|arriving\sat|results?\sin|resulting\sin|yields?|yielding|implies|implying|derives?|gives?\sus)\s"
    r"(?:an?|our)\s(?:(?:fair|equity|implied|per[- ]share)\s)?valuation(?:\srange)?\sof\s(?:approximately\s|about\s)?$"
)
_MIDPOINT = re.compile(r"(?:\sper\sshare)?,?\swith\sa\smid-?point\sof\s(?:approximately\s|about\s)?")
#: Between the analysts and the company that they write of.
_COVERS = re.compile(
    r"\s(?:today\s)?(?:has\s)?(?:updates?|updated|initiates?|initiated|resumes?|resumed|launch(?:es|ed)|reiterates?"
    r"|maintains?)\s(?:(?:its|their|the)\s)?(?:research\s)?coverage\s(?:on|of)\s(?:the\s)?"
)


class Notes:
    """Reads the sentences of one article; holds who covers whom, and the figures told last."""

    def __init__(self, analysis: Analysis, resolution: Resolution):
        self.text = analysis.article.text
        self.analyst, self.company = self._coverage(resolution)
        self._last: list[Draft] = []

    def _coverage(self, resolution: Resolution) -> tuple[str | None, str | None]:
        """The analysts and the company covered, of the first sentence that says so."""
        mentions = [m for m in resolution.mentions if m[3] == "name" and resolution.kind(m[2]) != "person"]
        for found in _COVERS.finditer(self.text):
            analyst = next((m[2] for m in mentions if m[1] == found.start()), None)
            company = next((m[2] for m in mentions if m[0] == found.end()), None)
            if analyst and company:
                return analyst, company
        return None, None

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
        if not versus or not figures or figures[0].sentence + 1 != number or len(behind) != 2 * len(figures):
            return []
        for place, money in enumerate(behind[1:]):
            gap = self.text[behind[place].end : money.start]
            if not (_NEXT if place % 2 else _PAIRED).fullmatch(gap):
                return []
        source = self.text[slice(*versus.span("street"))]
        return [
            replace(
                figures[place // 2], sentence=number, rule="result.our-estimate", money=money.id, status="expected",
                source=source if place % 2 else self.analyst, keys=dict(figures[place // 2].keys),
                cues=[Span(*versus.span()), Span(money.start, money.end)],
            )
            for place, money in enumerate(behind)
        ]  # fmt: skip

    def _valuations(self, number: int, sentence: Span, sums: Sequence[Money]) -> list[Draft]:
        found: list[Draft] = []
        for place, money in enumerate(sums):
            lead = _VALUATION.search(self.text, sentence.start, money.start)
            if lead is None:
                continue
            values = [money]
            if place + 1 < len(sums) and _MIDPOINT.fullmatch(self.text, money.end, sums[place + 1].start):
                values.append(sums[place + 1])
            for value in values:
                draft = Draft("valuation", number, "valuation.note", self.company, money=value.id, source=self.analyst)
                draft.cues = [Span(*lead.span()), Span(value.start, value.end)]
                found.append(draft)
        return found
