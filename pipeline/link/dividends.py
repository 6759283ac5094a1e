"""Dividends as wires give them: rows ("Qtly div 14 cts vs 12 cts prior"), totals and earlier sums behind one.

A dividend's sentence often goes on "making 11.5p for the year, up from 10p": each sum is a dividend of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..mentions import Span
from ..nlp import Analysis
from ..patterns import Patterns
from ..records import Money
from .draft import Draft
from .frames.file import FactFile

#: What a company does every quarter: "pays a quarterly dividend of".
_REGULAR = re.compile(
    r"\b(?:pays|returns|distributes|currently pays?)\s(?:an?|its)\s(?:(?:regular|cash|fixed|base)\s){0,2}"
    r"(?:quarterly|monthly|annual|semi-?annual|half-yearly|yearly)\s(?:cash\s)?(?:dividends?|distributions?|payouts?)\s[^;]{0,80}$"
)


class DividendLinker:
    """Finds the dividends that no frame reads."""

    def __init__(self, patterns: Patterns):
        data = patterns.load("facts.toml", FactFile).dividend
        self._row, self._total, self._earlier = (re.compile(p, re.I) for p in (data.row, data.total, data.earlier))

    def link(
        self, analysis: Analysis, drafts: Sequence[Draft], money: Sequence[Money], main: str | None
    ) -> list[Draft]:
        """All drafts, with the rows and what stands behind a dividend's sum."""
        told = list(drafts)
        if main:
            told += self._rows(analysis, money, main)
        found: list[Draft] = []
        for draft in told:
            found.append(draft)
            if draft.type == "payment" and draft.keys.get("purpose") == "dividend" and draft.money:
                entry = next(m for m in money if m.id == draft.money)
                start = analysis.sentences[draft.sentence].start
                regular = _REGULAR.search(analysis.article.text, start, entry.start)
                if regular and draft.status in ("expected", "completed"):
                    draft.status = "ongoing"
                found += self._behind(analysis, draft, money)
        return found

    def _rows(self, analysis: Analysis, money: Sequence[Money], main: str) -> list[Draft]:
        text = analysis.article.text
        starts = {m.start: m for m in money if not m.equivalent_of}
        found = []
        for number, sentence in enumerate(analysis.sentences):
            row = self._row.match(text, sentence.start, sentence.end)
            entry = starts.get(row.end()) if row else None
            if row and entry:
                cues = [Span(sentence.start, row.end())]
                keys = {"purpose": "dividend"}
                found.append(
                    Draft("payment", number, ROW, main, money=entry.id, status="expected", keys=keys, cues=cues)
                )
        return found

    def _behind(self, analysis: Analysis, draft: Draft, money: Sequence[Money]) -> list[Draft]:
        text, sentence = analysis.article.text, analysis.sentences[draft.sentence]
        last = next(m for m in money if m.id == draft.money)
        found = []
        for entry in money:
            if not last.end <= entry.start < sentence.end or entry.equivalent_of:
                continue
            between = text[last.end : entry.start]
            if total := self._total.fullmatch(between):
                status = draft.status
            elif self._earlier.fullmatch(between) and _comparable(last, entry):
                status = "completed"
            else:
                break
            copy = replace(draft, money=entry.id, status=status, rule=BEHIND, keys=dict(draft.keys), date=None)
            copy.cues = [Span(last.end, entry.start), Span(entry.start, entry.end)]
            found.append(copy)
            if not total:
                break
            last = entry
        return found


def _comparable(one: Money, other: Money) -> bool:
    """Whether two sums are dividends of like size: "12p (10.5p)", not "5 cents a share ($3 million)"."""
    if one.currency != other.currency or not one.amount or not other.amount:
        return False
    return one.amount < 20 * other.amount and other.amount < 20 * one.amount


ROW, BEHIND = "payment.dividend-row", "payment.dividend-behind"
