"""The one policy for mentions that overlap, applied in this order:

1. page chrome: nothing is found in it;
2. money beats dates (`$1.2 billion a year`: the sum stays, the rate word may still be a date of its own);
3. money and dates beat names (parties/find gets their spans as `taken`).

Losers are kept with the reason (`mentions.Dropped`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from ..mentions import Block, Dropped, Span

#: Lines in which nothing is found.
CLOSED_ROLES = frozenset({"chrome"})


class HasSpan(Protocol):
    """Anything with offsets into the article's text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=HasSpan)


def keep(mentions: Sequence[T], kind: str, refuse: Callable[[T], str | None], dropped: list[Dropped]) -> list[T]:
    """The mentions that `refuse` gives no reason against; the others go to `dropped` with their reason."""
    kept = []
    for mention in mentions:
        reason = refuse(mention)
        if reason is None:
            kept.append(mention)
        else:
            dropped.append(Dropped(mention.start, mention.end, kind, reason))
    return kept


def in_chrome(blocks: Sequence[Block]) -> Callable[[HasSpan], str | None]:
    """Refuses what stands in a line of page chrome."""
    starts = [block.start for block in blocks]

    def refuse(mention: HasSpan) -> str | None:
        at = bisect_right(starts, mention.start) - 1
        if at >= 0 and blocks[at].role in CLOSED_ROLES and mention.start < blocks[at].end:
            return "page chrome"
        return None

    return refuse


def overlapping(winners: Sequence[HasSpan], kind: str) -> Callable[[HasSpan], str | None]:
    """Refuses what overlaps one of `winners` (sorted by start, none overlapping another)."""
    starts = [winner.start for winner in winners]

    def refuse(mention: HasSpan) -> str | None:
        at = bisect_right(starts, mention.start) - 1
        for winner in winners[max(at, 0) : at + 2]:
            if Span(winner.start, winner.end).overlaps(Span(mention.start, mention.end)):
                return f"overlaps a {kind}"
        return None

    return refuse
