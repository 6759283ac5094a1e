"""Purchases told in a row by whose they are: "Halvor's $3 billion purchase of Tier and Kerr's takeover of Brandt".

The parser takes the target of one for an owner of the next ("of Tier and Kerr's takeover"), so that rows of two or
more are read off the surface.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..mentions import Span
from ..nlp import Analysis
from ..records import Money
from ..resolve import Resolution
from .draft import Draft

RULE = "acquisition.in-a-row"
#: From the end of the buyer's name to the start of the target's.
_DEAL = re.compile(
    r"(?:[’']s|[’'](?=\s))\s(?:[\w$€£.,-]+\s){0,5}?(?:acquisition|purchase|takeover|buyout|buy-out)\sof\s(?:the\s|rival\s)?"
)
#: Between two members: nothing ends the row, nobody else does anything.
_BETWEEN = re.compile(r"(?:\s\([^()]*\))?(?:,? and |, |; |,? as well as |,? followed by )(?:the |then )?")
#: A target whose name nobody has read.
_NAME = re.compile(r"[A-Z][\w.&-]*\w(?: [A-Z][\w.&-]*\w){0,3}")
_PLANNED = re.compile(r"\b(?:planned|proposed|pending|upcoming|attempted|failed|abandoned|blocked)\b")


def deals_in_a_row(
    analysis: Analysis, resolution: Resolution, money: Sequence[Money], drafts: Sequence[Draft]
) -> list[Draft]:
    """All drafts, with those of sentences that tell purchases in a row told anew."""
    text = analysis.article.text
    kept = list(drafts)
    for number, sentence in enumerate(analysis.sentences):
        deals = list(_DEAL.finditer(text, sentence.start, sentence.end))
        if len(deals) < 2:
            continue
        row = _row(text, deals, Span(sentence.start, sentence.end), resolution, money, number)
        sides = {party for draft in row for party in (draft.subject, draft.object) if party}
        kept = [d for d in kept if d.sentence != number or d.type != "acquisition" or not {d.subject, d.object} & sides]
        kept += row
    return kept


def _row(
    text: str,
    deals: Sequence[re.Match[str]],
    span: Span,
    resolution: Resolution,
    money: Sequence[Money],
    number: int,
) -> list[Draft]:
    named = [(low, high, party) for low, high, party, form in resolution.overlapping(*span) if form == "name"]
    told = []
    for deal in deals:
        buyer = next(((low, p) for low, high, p in named if high == deal.start()), None)
        target = next(((high, p) for low, high, p in named if low == deal.end()), None)
        unread = None if target else _NAME.match(text, deal.end(), span.end)
        if buyer and (target or unread) and not _PLANNED.search(deal.group()):
            price = next((m.id for m in money if deal.start() <= m.start < deal.end()), None)
            draft = Draft("acquisition", number, RULE, buyer[1], money=price, cues=[Span(deal.start(), deal.end())])
            end = target[0] if target else unread.end()
            draft.object = target[1] if target else None
            draft.object_text = None if target else Span(*unread.span())
            if draft.subject != draft.object:
                told.append((buyer[0], end, draft))
    joined = all(_BETWEEN.fullmatch(text, one[1], other[0]) for one, other in pairwise(told))
    return [draft for *_, draft in told] if len(told) > 1 and joined else []
