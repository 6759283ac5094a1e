"""How large a house is by what it manages: "a $21 billion asset manager", "the $3 billion Kerr Pension Fund", "lists
over 800 properties with a market value of $3 billion".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...mentions import Span
from ...nlp import Analysis
from ...records import Money
from ...resolve import Resolution
from ..draft import Draft
from .scene import FIGURE_KINDS

#: Houses whose size is told by the sum that they manage or hold.
_HOUSE = (
    r"(?:(?:asset|wealth|investment|fund|money)[- ]manag(?:er|ers|ement)(?:\s(?:firm|company|group|business|giant))?"
    r"|investment\s(?:firm|group|company|house|adviser|advisor)|hedge\sfund|pension\s(?:fund|plan|scheme)"
    r"|private[- ]equity\s(?:firm|group|house)|buyout\s(?:firm|group)|venture(?:[- ]capital)?\s(?:firm|fund)"
    r"|sovereign(?:[- ]wealth)?\sfund|endowment|family\soffice|RIA|registered\sinvestment\sadvis[eo]r|credit\sunion"
    r"|bank(?:\sholding\scompany)?|thrift|REIT|alternative(?:\sasset)?\smanager|retirement\s(?:fund|system))"
)
_WORDS = r"(?:(?!(?:deal|loan|stake|bid|for|to|in|of|from|by|and|with|that|which)\s)[A-Za-z][\w&/-]*\s){0,5}"
_BEHIND = re.compile(rf"[\s-]\+?\s?{_WORDS}{_HOUSE}\b(?!\s(?:loan|deal|fund(?:ing)?\sround|sale|acquisition|stake))")
#: Between whose size it is and the sum: "Kerr, a", "Kerr is a", "Kerr is now one of the largest".
_IS = re.compile(
    r"(?:\s\([^()]{1,40}\))?(?:,|\s(?:is|was|remains|has\s(?:grown|become)(?:\sinto)?|became))\s"
    r"(?:now\s|today\s)?(?:an?|the|into\san?)\s"
    r"(?:[\w-]+[- ](?:based|listed|owned)\s)?(?:nearly\s|over\s|roughly\s|about\s|approximately\s)?"
)
_THE = re.compile(r"\b[Tt]he\s$")
_FUND = re.compile(r"\b(?:Fund|Bank|Trust|Endowment|Retirement|Pension|Credit Union|System|Foundation)\b")
RULE = "result.size"


def sizes(
    analysis: Analysis, resolution: Resolution, number: int, sums: Sequence[Money], told: Sequence[Draft]
) -> list[Draft]:
    """The sizes that a sentence tells; `told` are its figures, whose sums are taken."""
    text, sentence = analysis.article.text, analysis.sentences[number]
    taken = {draft.money for draft in told}
    found = []
    for money in sums:
        if money.id in taken or money.per or (money.amount or money.max or 0) < SMALLEST:
            continue
        owner = _owner(text, sentence.start, resolution, money)
        if owner:
            found.append(Draft(
                "result", number, RULE, owner, money=money.id, status="ongoing", keys={"metric": "other"},
                cues=[Span(money.start, money.end)],
            ))  # fmt: skip
    return found


#: A house manages at least so much, in any currency.
SMALLEST = 10_000_000


#: Many things that a house has, by the value of them all.
_WORTH = re.compile(
    r"\b(?:has|have|manages?|operates?|owns?|oversees?|holds?|lists?|markets?|controls?|totals?)\s(?:[^\s;.]+\s){0,8}?"
    r"(?:\d[\d,]*\+?|hundreds\sof|thousands\sof|dozens\sof)\s(?:[^\s;.\d]+\s){1,10}?with\s(?:an?|the)\s"
    r"(?:[\w-]+\s){0,3}?value\s(?:of|at|surpassing|exceeding|topping|above|over|in\sexcess\sof)\s(?:[a-z]+\s){0,3}$"
)
#: Things of others: bids, deals and what is yet to be built have a value too.
_DEALS = re.compile(r"\b(?:contracts?|orders?|deals?|agreements?|transactions?|bids?|shares?|options?|warrants?)\b")


def _owner(text: str, start: int, resolution: Resolution, money: Money) -> str | None:
    worth = _WORTH.search(text, start, money.start) if "value" in text[start : money.start] else None
    if worth and not _DEALS.search(worth[0]):
        named = [m for m in resolution.overlapping(start, worth.start()) if resolution.kind(m[2]) in FIGURE_KINDS]
        return named[0][2] if named and named[0][0] - start < 5 else None
    if _BEHIND.match(text, money.end):
        for low, high, party, form in reversed(resolution.overlapping(start, money.start)):
            if high <= money.start and form == "name" and resolution.kind(party) in FIGURE_KINDS:
                return party if low >= start and _IS.fullmatch(text, high, money.start) else None
    behind = resolution.overlapping(money.end + 1, money.end + 2)
    if behind and behind[0][0] == money.end + 1 and behind[0][3] == "name" and _THE.search(text, start, money.start):
        low, high, party, _ = behind[0]
        return party if _FUND.search(text, low, high) and resolution.kind(party) in FIGURE_KINDS else None
    return None
