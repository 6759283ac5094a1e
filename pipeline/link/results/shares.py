"""Figures that share one metric: several owners, or several periods, each with a sum of its own.

"Acme and Kerr had revenue of $3 million and $2 million" gives the owners their sums in order; "Acme earned $3 million
and Kerr $2 million" and "sales of $3 million in 2023 and $4 million in 2024" leave the metric of the second sum out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...mentions import Span
from ...records import Money
from ...resolve.result import Mention
from .comparisons import blanked
from .figure import Figure
from .gaps import ALONE
from .scene import FIGURE_KINDS, Owner, Scene
from .segments import compound

_NEXT_SUM = re.compile(r",?\s(?:and|&)\s(?:of\s)?(?:(?:about|some|nearly|around)\s)?|,\s")
_NEXT_OWNER = re.compile(r"(?:\s\([^()]{1,30}\))?(?:,?\s(?:and|&)\s(?:the\s|its\s\w+\s)?|,\s(?:the\s)?)")
#: From the last of several owners to their metric: "and Kerr each reported quarterly ".
_TO_METRIC = re.compile(r"\s(?:[\w’'-]+\s){0,5}")
#: The same for owners that stand behind it: "revenue at Acme and Kerr was ".
_TO_SUMS = re.compile(r"\s(?:[\w’'-]+\s){1,4}")
#: What opens a second clause that leaves the metric out, and what stands between its owner and sum.
_OPENS = re.compile(r"(?:[^.;:$€£¥₹]{0,45}[^\s.;:,])??(?:,?\s(?:and|while|with|but|whereas)\s|[;,]\s)(?:the\s)?")
_LEFT_OUT = re.compile(
    r"(?:,\sin\s\w+,|,)?\s(?:(?:of|with|at|had|made|reported|posted|booked|recorded|one|those|had)\s){0,3}"
    r"(?:(?:about|some|nearly|around|just|over|only|almost|roughly)\s)*"
)
_LINK = r"(?:in|for|at|during|as\sof|over)?\s*(?:the\s)?\s*"
_AND_PERIOD = re.compile(rf"\s*{_LINK},?\s*(?:and|then|,)\s*{_LINK}(?:(?:about|some|nearly|around)\s)?", re.I)
_BEHIND = re.compile(r"\s(?:(?:a|per)\sshare\s)?(?:(?:in|for|at|during|over|as\sof)\s)?(?:the\s)?")
#: "and in the second, $4 million": a period that leaves out what it counts.
_ORDINAL = re.compile(
    r",?\s(?:and|but|then)\s(?:in|for)\sthe\s(?:first|second|third|fourth|last|next|following|previous|other|same)"
    r"(?:\s(?:quarter|half|year|month|one|nine\smonths|six\smonths))?,?\s(?:of\s)?(?:about\s)?"
)
_SECOND = re.compile(r"\s(?:in|for)\sthe\s(?:first|second|third|fourth|last|next|following|previous|same|other)\b")
_FIRST = re.compile(r"\s(?:in|for)\sthe\s\w+(?:\s\w+){0,2},?\sand\s")
_AT = re.compile(r"\s(?:(?:a|per)\sshare\s)?(?:at|for)\s(?:the\s)?")
_AND_TO = re.compile(r",?\s(?:and|but)\s(?:(?:to|by|at)\s)?(?:(?:about|some|nearly|around|just)\s)?")
_TOGETHER = re.compile(r"\b(?:combined|together|joint(?:ly)?|aggregate)\b")


@dataclass(slots=True)
class Shared:
    """The figures of a sentence, and by the ids of their sums the owners and periods that sharing a metric tells."""

    figures: list[Figure]
    owners: dict[str, Owner] = field(default_factory=dict)
    periods: dict[str, str | None] = field(default_factory=dict)
    joint: dict[str, Owner] = field(default_factory=dict)

    def owner(self, figure: Figure, found: Owner | None) -> Owner | None:
        """Whose a figure is: as sharing tells, else as `found`; one of several who own the others has none alone."""
        told = self.owners.get(figure.money.id)
        return told or (self.joint.get(found.party or "", found) if found else None)


def share(scene: Scene, figures: list[Figure], sums: Sequence[Money], known: Sequence[Span]) -> Shared:
    """The figures of a sentence with those that share a metric with one of them."""
    shared = Shared(figures)
    owners = shared.owners
    taken = {figure.money.id: figure for figure in figures}
    parties = [
        entry
        for entry in scene.resolution.overlapping(scene.span.start, scene.span.end)
        if scene.resolution.kind(entry[2]) in FIGURE_KINDS
    ]
    for figure in figures:
        if not figure.earlier and not compound(scene, figure):
            _in_order(scene, figure, sums, parties, taken, shared)
    for place, money in enumerate(sums):
        if place and money.id not in taken and (before := taken.get(sums[place - 1].id)):
            base = before.against or before
            if base.money.per != money.per or base.money.currency != money.currency:
                continue
            party = _second_owner(scene, before.money, money, parties)
            period = None if party else _second_period(scene, before.money, money, known)
            if party or period is not None:
                taken[money.id] = replace(base, money=money, earlier=False, against=None)
            if party:
                owners[money.id] = Owner(party)
            elif period is not None:
                shared.periods[money.id] = period or None
                if base.money.id in owners:
                    owners[money.id] = owners[base.money.id]
    shared.figures = [taken[m.id] for m in sums if m.id in taken]
    return shared


def _in_order(
    scene: Scene, figure: Figure, sums: Sequence[Money], parties: Sequence[Mention],
    taken: dict[str, Figure], shared: Shared,
) -> None:  # fmt: skip
    """Pair the owners before a metric, or between it and its sums, with those sums."""
    text, at, first = scene.text, figure.at, figure.money
    if at.end > first.start or not parties:
        return
    group = [first]
    for money in sums:
        if money.start < group[-1].end or not _NEXT_SUM.fullmatch(text, group[-1].end, money.start):
            continue
        other = taken.get(money.id)
        if money.currency == first.currency and money.per == first.per and (not other or other.at == at):
            group.append(money)
    chain = _chain(text, [p for p in parties if p[1] <= at.start], at.start, _TO_METRIC)
    chain = chain or _chain(text, [p for p in parties if at.end <= p[0] and p[1] <= first.start], first.start, _TO_SUMS)
    if len({entry[2] for entry in chain}) < 2:
        return
    if len(group) == 1:  # one sum of several: theirs together, or nobody knows whose
        joint = _TOGETHER.search(text, chain[-1][1], first.start)
        both = Owner(text=Span(chain[0][0], chain[-1][1]) if joint else None)
        shared.owners[first.id] = both
        shared.joint.update((entry[2], both) for entry in chain)
    if len(chain) != len(group):
        return
    for entry, money in zip(chain, group, strict=True):
        shared.owners[money.id] = Owner(entry[2])
        taken[money.id] = replace(figure, money=money)


def _chain(text: str, before: Sequence[Mention], end: int, last: re.Pattern[str]) -> list[Mention]:
    """The coordinated owners that end right before a place."""
    if not before or not last.fullmatch(text, before[-1][1], end):
        return []
    chain = [before[-1]]
    for entry in reversed(before[:-1]):
        if not _NEXT_OWNER.fullmatch(text, entry[1], chain[0][0]):
            break
        chain.insert(0, entry)
    return chain if len(chain) > 1 else []


def _second_owner(scene: Scene, before: Money, money: Money, parties: Sequence[Mention]) -> str | None:
    """Whose the sum is that follows a figure without a metric: "…, and Kerr $2 million", "and $2 million at Kerr"."""
    text = scene.text
    behind = next((p for p in parties if _AT.fullmatch(text, money.end, p[0])), None)
    first = next((p for p in parties if _AT.fullmatch(text, before.end, p[0])), None)
    if behind and first and _AND_TO.fullmatch(text, first[1], money.start):
        return behind[2]
    between = [p for p in parties if before.end < p[0] and p[1] < money.start]
    if not between or not ALONE.match(text, money.end, scene.span.end):
        return None
    measured = _MEASURED.match(text, money.end, scene.span.end)
    if measured and not any(d.start <= measured.end() < d.end for d in scene.dates):
        return None  # "and Kerr $2 million in grants"
    party = between[-1]
    opens = _OPENS.fullmatch(text, before.end, party[0]) and _LEFT_OUT.fullmatch(text, party[1], money.start)
    return party[2] if opens else None


_MEASURED = re.compile(r"\s(?:in|of|for)\s(?:the\s)?")


def _second_period(scene: Scene, before: Money, money: Money, known: Sequence[Span]) -> str | None:
    """The period of a sum that is told next, "" if nobody can tell it: "$3 million in 2023 and $4 million in 2024"."""
    text = scene.text
    gap = text[before.end : money.start]
    if len(gap) > 80:
        return None
    if _ORDINAL.fullmatch(gap[max(gap.rfind(" and "), 0) :]):
        return ""
    within = [d for d in scene.dates if before.end <= d.start and d.end <= money.start]
    behind = [d for d in scene.dates if money.end <= d.start and _BEHIND.fullmatch(text, money.end, d.start)]
    if not within and _FIRST.fullmatch(gap) and _SECOND.match(text, money.end, scene.span.end):
        return ""
    if not within or not _AND_PERIOD.fullmatch(blanked(gap, before.end, known)):
        return None
    if not behind and len(within) < 2:
        return "" if _SECOND.match(text, money.end, scene.span.end) else None
    value = (behind or within[1:])[0].value
    return (value or "") if within[0].value != value else None
