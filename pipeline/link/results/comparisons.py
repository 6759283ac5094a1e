"""Which sums a figure is compared with: those of a year before, and those that others had expected."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...mentions import Span
from ...records import Money
from .figure import Figure, of_kind, turned, typed
from .gaps import AND_IN, BRACKETED, COORDINATED, ESTIMATES, EXPECTED_BY, LABELLED
from .rules import Between, longest

#: At most this many characters between two sums that are compared, or between a metric and its sum.
MAX_GAP = 110


class Comparisons:
    """Finds the sums without a metric of their own. Holds compiled patterns only."""

    def __init__(self, between: Between):
        link = "|".join(longest(between.earlier))
        about = "an?|the|about|some|approximately|around|nearly|almost|roughly|only|just"
        loose = rf"(?:(?:{about}|its|net|operating|pre-?tax|adjusted)\s|~\s?)*"
        noun = r"(?:(?:loss|profit|income|revenues?|sales|earnings|turnover|deficit|surplus|figure)\s(?:of\s|was\s)?)?"
        self._estimate = re.compile(rf"(?:^|[\s,(;])(?:{link}|{_BEATS}|and)\s{ESTIMATES}$", re.I)
        self._earlier = re.compile(rf"(?:^|[\s,(])(?:{link})\s+{loose}{noun}{loose}$", re.I)
        self._held = re.compile(rf"(?:^|[\s,(])(?:{link}|{_BEATS})\s+{loose}{noun}{loose}$", re.I)
        self.behind = re.compile(rf"(?:^|[\s,(])(?:{link})\s+{loose}(?:[\w-]+\s){{0,2}}$", re.I)

    def find(
        self, text: str, sums: Sequence[Money], known: Sequence[Span], taken: dict[str, Figure]
    ) -> None:
        """Sums without a metric of their own that figures are compared with, in the order of those figures."""
        group: list[Figure] = []
        waiting: list[Figure] = []
        previous: Money | None = None
        for money in sums:
            gap = text[previous.end : money.start] if previous else ""
            previous_money, previous = previous, money
            own = taken.get(money.id)
            if own and not own.earlier and self._pairs_off(group, waiting, own, gap):
                waiting = []
                continue
            if own and not own.earlier:
                group = [*group, own] if group and not waiting and COORDINATED.search(gap) else [own]
                waiting = []
                continue
            if own:
                own.against = own.against or next(
                    (f for f in group if f.metric == own.metric), group[-1] if group else None
                )
                if own.against and _BARE.fullmatch(text, *own.at):
                    own.metric = of_kind(own.against, own.metric)
                waiting = [own]
                continue
            if not group or previous_money is None or len(gap) > MAX_GAP:
                group, waiting = [], []
                continue
            estimate = self._is_estimate(text, gap, money)
            dated = _OWN.sub(" ", blanked(gap, previous_money.end, known))  # "from last year's $3 million"
            estimate = estimate or self._estimate.search(dated) is not None
            earlier = self._earlier.search(gap) or self._earlier.search(dated)
            bracketed = self._in_brackets(text, previous_money, money)
            if (estimate or earlier or bracketed) and not waiting:
                base = self._base(group, money)
            elif (earlier or bracketed) and waiting and all(f.estimate for f in waiting):
                base = waiting[-1].against  # "beating estimates of $3 million and up from $2 million"
            elif waiting and re.fullmatch(r",?\s*(?:and|or)\s+(?:about\s+)?", gap):
                base = self._following(group, waiting, money)
            elif waiting and AND_IN.fullmatch(blanked(gap, previous_money.end, known)):
                base = waiting[-1].against  # "compared to $18m in the third quarter and $13m a year ago"
            else:
                group, waiting = [], []
                continue
            if base is None:
                continue
            metric = turned(base.metric, gap)
            figure = Figure(metric, base.rule, base.at, money, base.stock, base.verb, True, base, base.unit, estimate)
            taken[money.id] = typed(figure)
            waiting.append(figure)

    @staticmethod
    def _pairs_off(group: list[Figure], waiting: list[Figure], own: Figure, gap: str) -> bool:
        """Whether a figure repeats one before it: "$3m on sales of $9m, up from $2m on sales of"."""
        alike = next((f for f in group if f.metric == own.metric and f.money.per == own.money.per), None)
        other = next((f for f in group if f.metric != own.metric and f.money.per == own.money.per), None)
        plain = [f for f in waiting if f.money.per != "share"]
        if not (alike and other and len(plain) == 1 and not plain[0].estimate):
            return False
        if not re.fullmatch(r"(?:\s(?:a|per)\sshare)?,?\s(?:on|and)\s(?:[\w-]+\s){1,4}(?:of\s)?", gap):
            return False
        first = plain[0]
        first.metric, first.against, first.rule, first.at = other.metric, other, other.rule, other.at
        own.earlier, own.against = True, alike
        return True

    @staticmethod
    def _in_brackets(text: str, before: Money, money: Money) -> bool:
        """Whether a sum in brackets behind another one is that of the year before: "stood at Rs 702 cr (Rs 588 cr)"."""
        if not text.startswith((")", ";", ","), money.end) or before.currency != money.currency:
            return False
        if before.per != money.per or not (before.amount and money.amount):
            return False
        if LABELLED.fullmatch(text, before.end, money.start):
            return before.amount != money.amount  # the bracket says itself of which period it tells
        if not BRACKETED.fullmatch(text, before.end, money.start) or not text.startswith(")", money.end):
            return False
        return before.amount != money.amount and before.amount < 5 * money.amount and money.amount < 5 * before.amount

    def _is_estimate(self, text: str, gap: str, money: Money) -> bool:
        """Whether a sum is what others had expected: "against forecasts of", "the 94 cents analysts had forecast"."""
        behind = EXPECTED_BY.match(text, money.end)
        return self._estimate.search(gap) is not None or (behind is not None and self._held.search(gap) is not None)

    @staticmethod
    def _base(group: list[Figure], money: Money) -> Figure | None:
        alike = [f for f in group if f.money.per == money.per and f.money.currency == money.currency]
        if not alike:
            return None
        coordinated = [f for f in alike if f.at.start != group[-1].at.start]
        # "$3 million, or 5 cents a share, from $2 million": the first of the pair; of several metrics the first
        # only when their sums are paired in order, which the next "and" tells; until then the nearest.
        return alike[0] if not coordinated else alike[-1]

    @staticmethod
    def _following(group: list[Figure], waiting: list[Figure], money: Money) -> Figure | None:
        if money.per == "share":
            return next((f for f in group if f.money.per == "share"), None)
        plain = [f for f in group if f.money.per != "share"]
        if len(waiting) == 1 and len(plain) > 1 and waiting[0].against is plain[-1]:
            # two sums behind "against": the first is the first figure's
            first, second = plain[-2], plain[-1]
            waiting[0].metric, waiting[0].against = first.metric, first
            waiting[0].rule, waiting[0].at, waiting[0].stock = first.rule, first.at, first.stock
            return second
        return None


#: Verbs by which a figure is held against what others had expected.
_BEATS = (
    r"beat|beats|topped|tops|missed|misses|exceed(?:ed|s)|surpass(?:ed|es)|match(?:ed|es)|met|trail(?:ed|s)|lagged"
    r"|in\sline\swith"
)
#: What takes its kind from the figure that it is compared with: "an operating profit of …, compared with a loss of".
_BARE = re.compile(r"(?i)(?:loss|losses|profits?)")
_OWN = re.compile(r"(?:^|(?<=\s))['’]s(?=\s)|\s{2,}")


def blanked(gap: str, start: int, known: Sequence[Span]) -> str:
    """A gap that begins at `start`, with blanks for the dates and names in it."""
    letters = list(gap)
    for span in known:
        for i in range(max(span.start - start, 0), min(span.end - start, len(gap))):
            letters[i] = " "
    return "".join(letters)
