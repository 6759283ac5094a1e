"""Dividends as wires give them: rows ("Qtly div 14 cts vs 12 cts prior"), totals and earlier sums behind one.

A dividend's sentence often goes on "making 11.5p for the year, up from 10p": each sum is a dividend of its own.
Reviews of a year tell dividends in passing: "$3 million paid in dividends".
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

#: Behind a sum that has been paid as a dividend: "$3 million paid in dividends", "a $3 million special dividend paid".
_PAID = re.compile(
    r"(?: (?:was|were|has been|have been))? (?:paid|returned|distributed)(?: out)? (?:in|as|through|via)"
    r" (?:(?:an?|the|cash|common|preferred|regular|special|ordinary|quarterly|annual|interim|final) ){0,3}dividends?\b"
    r"|(?: (?:cash|special|one-time|interim|final|quarterly|annual|ordinary|regular)){0,3} dividend paid\b"
)
#: The same of a sum per share, where the words before speak of dividends.
_PAID_OUT = re.compile(r" (?:a|per) (?:[\w-]+ )?(?:share|unit) paid out (?:in|for|during|last|a year)\b")
_PAYING_OUT = re.compile(r"\bpay(?:s|ing)? out (?:an? )?annuali[sz]ed (?:total of )?$")
_DIVIDENDS = re.compile(r"\b(?:dividends?|payouts?|distributions?)\b", re.I)
#: So many characters before a sum per share the word "dividend" may stand.
NEAR = 300
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
            told += _paid(analysis, {d.money for d in drafts if d.type == "payment"}, money, main)
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
                _pay_holders(analysis, draft, entry)
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


def _pay_holders(analysis: Analysis, draft: Draft, entry: Money) -> None:
    """Give a coming dividend the holders of record who get it, named behind it or in the sentence after."""
    if draft.rule == EARLIER:
        draft.date = None  # "to 14 cents from 12 cents, payable on Sept. 2": the old one was not
        return
    if draft.object or draft.object_text or draft.status not in ("expected", "ongoing"):
        return
    text, sentences = analysis.article.text, analysis.sentences
    holders = _HOLDERS.search(text, entry.end, sentences[draft.sentence].end)
    if not holders and draft.sentence + 1 < len(sentences):
        following = sentences[draft.sentence + 1]
        if _IT.match(text, following.start, following.end):
            holders = _HOLDERS.search(text, following.start, following.end)
    if holders:
        draft.object_text = Span(*holders.span("who"))


def _paid(analysis: Analysis, taken: set[str | None], money: Sequence[Money], main: str) -> list[Draft]:
    """Dividends told as what has been done with a sum: the article's company paid them."""
    text = analysis.article.text
    found = []
    for number, sentence in enumerate(analysis.sentences):
        if " paid " not in text[sentence.start : sentence.end] and " pay" not in text[sentence.start : sentence.end]:
            continue
        for entry in money:
            if not sentence.start <= entry.start < sentence.end or entry.id in taken or entry.equivalent_of:
                continue
            behind = _PAID.match(text, entry.end, sentence.end)
            paid = behind is not None and not text.startswith((" by ", " from "), behind.end())
            status = "completed"
            if not paid and entry.per and _DIVIDENDS.search(text, max(0, entry.start - NEAR), entry.start):
                behind = _PAID_OUT.match(text, entry.end, sentence.end)
                ongoing = _PAYING_OUT.search(text, sentence.start, entry.start)
                paid, status = bool(behind or ongoing), "ongoing" if ongoing else "completed"
            if paid:
                cues = [Span(entry.start, behind.end() if behind else entry.end)]
                keys = {"purpose": "dividend"}
                found.append(Draft("payment", number, PAID, main, money=entry.id, status=status, keys=keys, cues=cues))
    return found


#: Who gets a dividend, and how the sentence opens that tells it of the dividend before.
_HOLDERS = re.compile(r"\bto (?:all )?(?P<who>(?:common )?(?:share|stock|unit)?holders of record)\b")
_IT = re.compile(r"(?:It|They|Both|The (?:\w+ )?(?:dividend|payout|distribution|payment)s?)\b")
EARLIER = "payment.dividend-before"
PAID = "payment.dividend-told"
ROW, BEHIND = "payment.dividend-row", "payment.dividend-behind"
