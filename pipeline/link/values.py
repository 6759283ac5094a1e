"""What a round or deal says its company is worth: "valuing the company at $9 million", "at a valuation of $9 million".

The words stand beside a deal whose company another fact names, so they are read off the surface and given to it: the
grammar of "put in $3 million at a valuation of" makes the investor its subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..mentions import Span
from ..nlp import Analysis
from ..records import Money
from ..resolve import Resolution
from .draft import Draft

RULE = "valuation.of-deal"
#: How many characters before a sum the words of its valuation may begin, and how many sentences back its deal is.
REACH, BACK = 80, 2

_ABOUT = r"(?:(?:an? |up to |as much as |more than |at least |about |around |nearly |roughly |over |some |almost )+)?"
_FIRM = (
    r"(?:it|the (?:[\w-]+ ){0,2}(?:company|firm|business|start-?up|group|retailer|bank|lender|airline|chain|maker|club"
    r"|developer|venture|operator|unit|platform))"
)
#: Words right before the sum: a nominal that the deal's company goes by, or a valuation at which the money comes in.
_VALUING = re.compile(rf"\b(?:valu|pric)(?:ing|es|ed) {_FIRM}(?: as a whole| overall)? at {_ABOUT}$")
_AT = re.compile(rf"\bat an? (?:[\w-]+ ){{0,4}}valuation of {_ABOUT}$")
_IMPLIES = re.compile(
    r"\bimpl(?:ying|ies|ied) (?:an? )?(?:[\w-]+ ){0,3}(?:valuation|value|worth|capitali[sz]ation|equity worth)"
    rf"(?: of)? {_ABOUT}$"
)
_AT_SUM, _VALUATION = re.compile(rf"\bat {_ABOUT}$"), re.compile(r" (?:[\w-]+ ){0,2}valuation\b")
#: Behind an implied value: whose it is.
_FOR = re.compile(r"(?: for| on) (?:the )?(?:[a-z][\w-]* ){0,4}$")


def value_deals(
    analysis: Analysis, drafts: Sequence[Draft], money: Sequence[Money], resolution: Resolution
) -> list[Draft]:
    """A valuation for each sum that such words stand before; one that names the investor is given to the company."""
    text = analysis.article.text
    told = {draft.money: draft for draft in drafts if draft.type == "valuation" and draft.money}
    taken = {draft.money for draft in drafts if draft.money}
    found = []
    for number, sentence in enumerate(analysis.sentences):
        for entry in money:
            if not sentence.start <= entry.start < sentence.end or entry.per or entry.equivalent_of:
                continue
            start = max(sentence.start, entry.start - REACH)
            before = text[start : entry.start]
            at_sum = _AT_SUM.search(before) and _VALUATION.match(text, entry.end, sentence.end)
            cue = _VALUING.search(before) or _AT.search(before) or (_AT_SUM.search(before) if at_sum else None)
            implied = None if cue else _IMPLIES.search(before)
            if not (cue or implied):
                continue
            deal = _deal_near(drafts, number, entry.id)
            draft = told.get(entry.id)
            if draft:
                investor = deal and deal.type == "investment" and draft.subject == deal.subject and cue
                if investor and deal and deal.object and deal.sentence == number:
                    draft.subject = deal.object
                continue
            company = _named_for(text, entry.end, sentence.end, resolution) if implied else None
            company = company or (_company(deal) if deal else None)
            if company is None or entry.id in taken:
                continue
            words = cue or implied
            at = Span(start + words.start(), start + words.end()) if words else Span(entry.start, entry.end)
            status = deal.status if deal and deal.status in ("expected", "proposed", "conditional") else "completed"
            found.append(Draft("valuation", number, RULE, company, money=entry.id, status=status, cues=[at]))
    return found


def _deal_near(drafts: Sequence[Draft], number: int, own: str) -> Draft | None:
    """The deal that the sentence tells, else the one told last."""
    deals = [
        d
        for d in drafts
        if d.type in ("investment", "financing", "acquisition") and _company(d) and d.money != own
        if 0 <= number - d.sentence <= BACK
    ]
    order = ("financing", "acquisition", "investment")
    return max(deals, key=lambda d: (d.sentence, order.index(d.type)), default=None)


def _company(deal: Draft) -> str | None:
    return deal.subject if deal.type == "financing" else deal.object


def _named_for(text: str, start: int, end: int, resolution: Resolution) -> str | None:
    named = [m for m in resolution.overlapping(start, end) if m[3] == "name"]
    return next((p for low, _, p, _ in named if _FOR.fullmatch(text, start, low)), None)
