"""Creditors told with what they are owed: "its largest creditors are Kerr, owed $3 million, and Tier, $2 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..mentions import Span
from ..nlp import Analysis
from ..records import Money
from ..resolve import Resolution
from .draft import Draft

RULE, LENT = "payment.owed-to", "financing.owed-to"
#: The rule of the figure that the words would else be read as.
OWES = "result.verb-owes"

_BANK = re.compile(r"\b(?:[Bb]ank\w*|Banc[ao]?|Banco|Banque|Credit|Crédit|[Ll]enders?)\b")
_ABOUT = r"(?:(?:about|around|some|nearly|almost|roughly|more than|over|an estimated|at least|another|a further) )?"
#: Between a creditor and the sum.
_OWED = re.compile(
    r"(?:,|(?:,? (?:which|who))?(?: is| are| was| were| remains?))(?: still| also)?,? (?:owed|due)(?: the)?"
    r"(?: most| more)?,? " + _ABOUT
)
#: Between a sum and the next creditor, and between that one and its sum.
_NEXT = re.compile(r"(?: (?:in|for) [\w -]{3,40})?(?:;|,|,? and|; and) (?:the )?(?:[a-z]+ ){0,4}")
_SUM = re.compile(r",? (?:(?:which|who) (?:is|are|was|were) )?(?:(?:owed|due) )?" + _ABOUT)
_BY = re.compile(r"(?: (?:in|for) [\w -]{3,40})? by (?:the )?(?:[a-z]+ ){0,3}")
_WAGES = re.compile(r"(?: in)? (?:\w+ )?(?:wages|salar(?:y|ies)|pay)\b")
_FEES = re.compile(r" (?:in|for) (?:[\w-]+ ){0,2}(?:fees|rent|advertising|services)\b")


def owed_sums(
    analysis: Analysis, resolution: Resolution, money: Sequence[Money], drafts: Sequence[Draft], main: str | None
) -> list[Draft]:
    """All drafts, with what creditors are owed in the place of figures that the same words were taken for."""
    text = analysis.article.text
    paid = {(d.sentence, d.money) for d in drafts if d.type == "payment" and (d.object or d.object_text)}
    found: list[Draft] = []
    for number, sentence in enumerate(analysis.sentences):
        span = Span(sentence.start, sentence.end)
        if " owed " not in text[span.start : span.end]:
            continue
        named = [m for m in resolution.overlapping(*span) if m[3] == "name"]
        last: Money | None = None
        for entry in money:
            if not span.start <= entry.start < span.end:
                continue
            before = next((m for m in reversed(named) if m[1] <= entry.start), None)
            if before is None:
                continue
            low, high, party, _ = before
            opens = _OWED.fullmatch(text, high, entry.start)
            goes_on = last is not None and low >= last.end and _NEXT.fullmatch(text, last.end, low)
            if not opens and not (goes_on and _SUM.fullmatch(text, high, entry.start)):
                continue
            last = entry
            owners = [m[2] for m in resolution.overlapping(span.start, low) if m[3] == "pronoun" and m[2] != party]
            payer = _debtor(text, span, entry, named) or (owners[0] if owners else None)
            payer = payer or (main if main != party else None) or _told_before(resolution, span.start)
            if (number, entry.id) in paid:
                continue
            purpose = "salary" if _WAGES.match(text, entry.end) else "fee" if _FEES.match(text, entry.end) else "other"
            cues = [Span(high, entry.start), Span(entry.start, entry.end)]
            lent = _BANK.search(text, low, high) is not None  # what a bank is owed it has lent
            found.append(
                Draft("financing", number, LENT, payer, party, money=entry.id, status="ongoing", cues=cues)
                if lent
                else Draft("payment", number, RULE, payer, party, money=entry.id, status="expected",
                           keys={"purpose": purpose}, cues=cues)
            )  # fmt: skip
    taken = {(d.sentence, d.money) for d in found}
    return [d for d in drafts if d.rule != OWES or (d.sentence, d.money) not in taken] + found


def _told_before(resolution: Resolution, start: int) -> str | None:
    """The one company that the article has named so far."""
    before = resolution.overlapping(0, start)
    named = {p: None for _, _, p, form in before if form == "name" and resolution.kind(p) == "company"}
    return next(iter(named)) if len(named) == 1 else None


def _debtor(text: str, span: Span, entry: Money, named: Sequence[tuple[int, int, str, str]]) -> str | None:
    """Who owes it, where "by" says so behind the sum."""
    for low, _, party, _ in named:
        if low >= entry.end and _BY.fullmatch(text, entry.end, low):
            return party
    return None
