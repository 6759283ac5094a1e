"""Sums that are a part of a figure told beside them: "$78m in liquidity, including $45m in cash"."""

from __future__ import annotations

from ...mentions import Span
from ...records import Money
from .figure import Figure
from .gaps import NEXT_PART, OF_SUM, PART, PART_LEAD

#: At most this many characters are read before a metric or sum for words that rule it out.
LOOK_BACK = 60


def part_of_stock(lead: str, taken: dict[str, Figure]) -> bool:
    """Whether "including" makes a sum part of what is held: "$78m in liquidity, including $45m in cash"."""
    return PART_LEAD.search(lead) is not None and any(figure.stock for figure in taken.values())


def next_part(text: str, lead: str, before: Money, taken: dict[str, Figure]) -> bool:
    """Whether a sum goes on a list of what is held: "$45m in cash and $12m in receivables"."""
    held = [f for f in taken.values() if f.stock and f.at.start >= f.money.end and f.at.end <= before.start]
    return bool(held) and NEXT_PART.fullmatch(text, max(f.at.end for f in held), before.start) is not None


def is_part(text: str, sentence: Span, at: Span, after: Money) -> bool:
    """Whether the sum behind a metric is a part of one before it: "$78m in cash, including $45m in"."""
    behind = PART.match(text, at.end, after.start)
    return behind is not None and OF_SUM.search(text, max(sentence.start, at.start - LOOK_BACK), at.start) is not None
