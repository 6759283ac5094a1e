"""What a programme buys back: "a repurchase programme of up to $3 million of its shares" is spent on the shares."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..mentions import Span
from ..nlp import Analysis
from .draft import Draft

RULE = "spending.buyback-plan"
_STOCK = re.compile(
    r"(?:\b(?:repurchases?|buy-?backs?|purchase)|\d|\b(?:million|billion|trillion|bn|m)) of "
    r"(?P<stock>(?:(?:the (?:[Cc]ompany|[Gg]roup|[Bb]ank|firm)['’]s|the|its|their|our) )?"
    r"(?:(?:outstanding|issued|own|common|ordinary|preferred|class [A-Z]|Class [A-Z]|listed|and) ){0,4}"
    r"(?:shares(?: of (?:(?:common|ordinary|preferred|class [A-Z]|Class [A-Z]) )*stock)?|stock)\b)"
)


def name_stock(analysis: Analysis, drafts: Sequence[Draft]) -> None:
    """Call what is spent on a programme by the words for the stock, where its sentence has them."""
    for draft in drafts:
        if draft.rule != RULE or draft.object_text is None:
            continue
        end = analysis.sentences[draft.sentence].end
        told = _STOCK.search(analysis.article.text, draft.object_text.start, end)
        if told:
            draft.object_text = Span(*told.span("stock"))
