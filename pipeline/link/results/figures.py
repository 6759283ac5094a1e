"""Reads figures off the surface of a sentence: which word names the metric of which sum.

Nothing here knows whose the figures are: see `results`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ...mentions import Span
from ...nlp import Parse
from ...records import Money
from .arrivals import arrives
from .comparisons import MAX_GAP, Comparisons
from .figure import Figure, before_tax, is_level, signed, typed
from .gaps import (
    AHEAD,
    AND,
    APPOSED_SUM,
    ARTICLE,
    ASIDE,
    AT_PART,
    AT_SUM,
    BOOKED,
    BOTH_EPS,
    CHANGE_OF,
    COMPARED_WITH,
    CONDITION,
    DESCRIBED,
    EARNINGS,
    FORWARD,
    FROM,
    HELD,
    HOLDS,
    IN_LIST,
    KIND_OF,
    LEVEL_AT,
    MANY_KINDS,
    MET,
    MOVES,
    NEXT_ITEM,
    NEXT_SUM,
    OF_SUM,
    OFF_BY,
    OR,
    ORDERS,
    PERCENT,
    PRODUCT,
    RANKED,
    SECURITIES,
    SET_OFF,
    SMALLEST,
    TO,
    UNDER,
    UP_FROM,
    WHOLE_MARKET,
)
from .portions import LOOK_BACK, is_part, next_part, part_of_stock
from .rules import Between, Guard, MetricRule, RowRule, VerbRule, any_of, longest
from .tallies import HINT, tally
from .tallies import RULE as TALLY
from .verbs import OWED_TO, Word, takes

#: At most this many characters between a sum and the metric behind it.
MAX_BEHIND = 40


class FigureReader:
    """Finds figures in a sentence. Holds compiled patterns only."""

    def __init__(
        self,
        metrics: Sequence[MetricRule],
        verbs: Sequence[VerbRule],
        rows: Sequence[RowRule],
        between: Between,
        guard: Guard,
    ):
        self._words: dict[str, Word] = {}
        for rule in metrics:
            for word in rule.words:
                entry = Word(
                    rule.metric, f"result.{rule.id}", rule.stock, rule.forward, booked=rule.booked, unit=rule.unit
                )
                self._words.setdefault(word.lower(), entry)
        for verb in verbs:
            for word in verb.words:
                entry = Word(
                    verb.metric, f"result.{verb.id}", verb.stock, verb=True, bare=verb.bare, taxed=verb.taxed
                )
                self._words.setdefault(word.lower(), entry)
        self._metric = re.compile(any_of(list(self._words)) + _NO_DEBT, re.I)
        self._rows: Mapping[str, RowRule] = {word.lower(): row for row in rows for word in row.words}
        row_words = "|".join(longest(list(self._rows)))
        self._row = re.compile(
            rf"[ \t]*(?P<word>{row_words})(?:[ \t]+|:[ \t]*)(?P<sign>loss|profit)?[ \t]*(?=\S{{0,4}}\d)", re.I
        )
        self._between, self._behind = frozenset(between.words), frozenset(between.behind)
        self._verb_gap = frozenset(between.verb)
        self._comparisons = Comparisons(between)
        self._guard_before = re.compile(rf"(?:{any_of(guard.before)})\s+$", re.I)
        self._guard_after = re.compile(rf"\s+(?:{any_of(guard.after)})", re.I)
        self._moved = re.compile(rf"(?:{any_of(guard.moved)})(?![^,;]*\b{HOLDS}\b)[^,;]*$", re.I)
        self._shares = re.compile(rf"(?:{any_of(guard.shares)})(?!{_TRADE})[^.;]{{0,40}}$", re.I)
        self._portion = re.compile(rf"(?:{any_of(guard.portion)})\s+(?:[\w-]+\s+){{0,3}}$", re.I)
        self._generic = re.compile(any_of(guard.generic), re.I)
        self._gained = re.compile(
            rf"(?:{any_of(between.gained)})[^.;]{{0,30}}?\s(?:by\s+)?(?:about\s+|some\s+)?$", re.I
        )

    def compares(self, lead: str) -> bool:
        """Whether the words before a sum make it one that another is compared with: "from", "compared with"."""
        return self._comparisons.behind.search(lead) is not None

    def wants(self, text: str) -> bool:
        """Whether the text names a metric at all."""
        return any(found is not None for found in (self._metric.search(text), self._row.match(text), HINT.search(text)))

    def read(
        self, text: str, sentence: Span, money: Sequence[Money], known: Sequence[Span], parse: Parse | None = None
    ) -> list[Figure]:
        """The figures of a sentence in text order. `known` are dates and names, which may stand anywhere between."""
        sums = [m for m in money if not m.equivalent_of and m.qualifier != "vague"]
        if not sums or text[sentence.start : sentence.end].rstrip("\"”’' ").endswith("?"):
            return []
        row = self._read_row(text, sentence, sums)
        if row:
            return row
        taken: dict[str, Figure] = {}
        for found in self._metric.finditer(text, sentence.start, sentence.end):
            word = self._words[" ".join(found.group().lower().split())]
            self._metric_at(text, sentence, sums, known, Span(*found.span()), word, taken, parse)
        self._pair_of_eps(text, sums, taken)
        self._comparisons.find(text, sums, known, taken)
        self._respectively(text, sentence, sums, taken)
        for money in sums:
            verb = tally(text, sentence, money) if money.id not in taken else None
            if verb:
                taken[money.id] = Figure("other", TALLY, verb, money, verb=True)
        return [before_tax(text, taken[m.id]) for m in sums if m.id in taken and is_level(taken[m.id])]

    def _read_row(self, text: str, sentence: Span, sums: Sequence[Money]) -> list[Figure]:
        found = self._row.match(text, sentence.start, sentence.end)
        if (
            not found
            or sums[0].start - found.end() > 3
            or not re.search(r"\svs?\.?\s", text[found.end() : sentence.end])
        ):
            return []
        rule = self._rows[found["word"].lower()]
        at = Span(*found.span("word"))
        first = Figure(signed(rule.metric, found["sign"] or ""), f"result.{rule.id}", at, sums[0])
        figures = [first]
        gap = text[first.money.end : sums[1].start] if len(sums) > 1 else ""
        link = re.fullmatch(r"\s+vs?\.?\s+(loss\s+|profit\s+)?", gap, re.I)
        if link:
            metric = signed(rule.metric, (link[1] or "").strip().lower())
            figures.append(Figure(metric, first.rule, at, sums[1], earlier=True, against=first))
        return figures

    def _metric_at(
        self,
        text: str,
        sentence: Span,
        sums: Sequence[Money],
        known: Sequence[Span],
        at: Span,
        word: Word,
        taken: dict[str, Figure],
        parse: Parse | None,
    ) -> None:
        head = text[max(sentence.start, at.start - LOOK_BACK) : at.start]
        aside = None if word.verb else SET_OFF.match(text, at.end, sentence.end)
        whole = at
        if aside and any(at.end < m.start < aside.end() for m in sums):
            whole = Span(at.start, aside.end())  # "net income, after a charge of $3 million, fell to"
        if word.forward and not word.stock and not FORWARD.match(text, whole.end, sentence.end):
            return
        if word.booked and not BOOKED.search(head):
            return
        if (
            self._of_a_kind(text, sentence, whole, sums)
            or (CONDITION.search(head) and MET.match(text, whole.end, sentence.end))
            or (ORDERS.fullmatch(text, *at) and SECURITIES.search(text, max(0, at.start - NEARBY), sentence.end))
            or self._guard_before.search(head)
            or self._guard_after.match(text, whole.end, sentence.end)
        ):
            return
        after = next((m for m in sums if m.start >= whole.end), None)
        if word.booked and text.startswith(",", whole.end):
            after = None  # "after a $3 million charge, fell to"
        if after and OFF_BY.match(text, after.end, sentence.end) and not word.verb:
            after = None  # "profit would be $3 million lower than forecast"
        if after and NEXT_ITEM.fullmatch(text, whole.end, after.start) and OF_SUM.search(head):
            after = None  # "$20 million in cash, $1 million in receivables"
        if after and not word.verb and self._is_measured(text, sentence, whole, sums, taken):
            after = None
        if after and word.verb:
            after = after if self._verb_takes(text, sentence, whole, after, known, word) else None
        elif after and (
            self._stands_alone(text, sentence, whole, after, word) or is_part(text, sentence, whole, after)
        ):
            after = None
        elif after and self._joins(
            text, self._past_product(text, whole, after, word, head), after.start, known, self._between
        ):
            start, after = after, self._level(text, whole.end, after, sums, known)
            if after and after.id != start.id and re.search(FROM, text[whole.end : start.start], re.I):
                origin = typed(Figure(word.metric, word.rule, at, start, word.stock, earlier=True))
                taken.setdefault(start.id, origin)
        elif after and not (
            arrives(parse, whole, Span(after.start, after.end))
            or (RANKED.search(head) and APPOSED_SUM.fullmatch(text, whole.end, after.start))
        ):
            after = None
        if after and after.id not in taken:
            figure = typed(Figure(word.metric, word.rule, at, after, word.stock, word.verb, unit=word.unit))
            figure.earlier = bool(taken) and self._comparisons.behind.search(head) is not None and ";" not in head
            taken[after.id] = figure
            for other in taken.values():
                if other.earlier and other.against is None and other.at.start == at.start and other is not figure:
                    other.against = figure
            self._per_share(text, sums, taken, figure)
        before = next((m for m in reversed(sums) if m.end <= at.start), None)
        if before is None or before.id in taken or word.verb or after:
            return
        lead = text[max(sentence.start, before.start - LOOK_BACK) : before.start]
        part = next_part(text, lead, before, taken)
        held = word.stock and (
            part or HELD.search(lead) or part_of_stock(lead, taken) or UNDER.fullmatch(text, *at)
        )
        if word.forward and not held and not AT_SUM.search(lead):
            return
        ahead = AT_SUM.search(lead) and AHEAD.fullmatch(text, before.end, at.start)
        if ahead and _IS_LEVEL.match(text, at.end, sentence.end):
            taken[before.id] = typed(Figure(word.metric, word.rule, at, before, word.stock))
            return
        if self._portion.search(lead) or "," in text[before.end : at.start]:
            return
        if (
            (
                self._joins(text, before.end, at.start, known, self._behind, MAX_BEHIND)
                or (self._may_be_of_a_kind(text, at, word) and KIND_OF.fullmatch(text, before.end, at.start))
                or (UNDER.search(text, *at) and MANY_KINDS.fullmatch(text, before.end, at.start))
            )
            and not self._gained.search(lead)
            and not (word.stock and self._moved.search(lead) and not part and not part_of_stock(lead, taken))
        ):
            figure = typed(Figure(word.metric, word.rule, at, before, word.stock))
            figure.earlier = bool(taken) and self._comparisons.behind.search(lead) is not None
            taken[before.id] = figure
            self._per_share(text, sums, taken, figure)

    def _is_measured(
        self, text: str, sentence: Span, at: Span, sums: Sequence[Money], taken: dict[str, Figure]
    ) -> bool:
        """Whether the sum right before a metric measures it: "a $3 million deficit on a $9 million budget"."""
        before = next((m for m in reversed(sums) if m.end <= at.start), None)
        if before is None or before.id in taken or MOVES.match(text, at.end, sentence.end):
            return False
        words = text[before.end : at.start].split()
        if len(words) > 2 or any(word.lower() not in self._behind for word in words) or "of" in words:
            return False
        return ARTICLE.search(text, sentence.start, before.start) is not None and words[:1] != ["in"]

    def _of_a_kind(self, text: str, sentence: Span, at: Span, sums: Sequence[Money]) -> bool:
        """Whether a figure is that of companies of a kind: "companies with over $3m in revenue", no count between."""
        first = min([at.start, *(m.start for m in sums if sentence.start <= m.start < at.start)][-1:])
        found = [m.end() for m in self._generic.finditer(text, sentence.start, at.end)]
        return bool(found) and _COUNT.search(text, found[-1], first) is None

    @staticmethod
    def _past_product(text: str, at: Span, after: Money, word: Word, head: str) -> int:
        """Where "from advertising" or "of used ovens" behind a metric ends, if its verb follows."""
        if word.stock or word.metric not in ("revenue", "other", "operating_profit") or WHOLE_MARKET.search(head):
            return at.end
        product = PRODUCT.match(text, at.end, after.start)
        return product.end() if product else at.end

    def _stands_alone(self, text: str, sentence: Span, at: Span, after: Money, word: Word) -> bool:
        """Whether the sum behind a metric is not its own: it is compared with, or "cash" has none behind it."""
        bare = word.forward and not FORWARD.match(text, at.end, sentence.end)
        if UP_FROM.fullmatch(text, at.end, after.start) and _TO_SUM.match(text, after.end, sentence.end):
            return bare
        return bare or self._is_compared(text[at.end : after.start])

    def _verb_takes(
        self, text: str, sentence: Span, at: Span, after: Money, known: Sequence[Span], word: Word
    ) -> bool:
        owed = word.rule == "result.verb-owes" and OWED_TO.fullmatch(text, at.end, after.start)
        if not owed and not self._joins(text, at.end, after.start, known, self._verb_gap, 30):
            return False
        lead = text[sentence.start : at.start]
        if lead.endswith(", which "):
            lead = " ".join(lead.split()[-4:]) + " "  # whom "which" means stands right before it
        if self._shares.search(lead):
            return False
        return takes(text, sentence, at, after, known, word)

    @staticmethod
    def _is_compared(gap: str) -> bool:
        """Whether the sum behind a metric is one that it is compared with: "in revenue, up from $3 million"."""
        return COMPARED_WITH.search(gap) is not None

    def _level(self, text: str, start: int, after: Money, sums: Sequence[Money], known: Sequence[Span]) -> Money | None:
        """The sum that a figure stands at: in "rose by $1 million to $3 million" the second; None for mere changes."""
        gap = text[start : after.start]
        if CHANGE_OF.search(gap):
            return None
        following = next((m for m in sums if m.start >= after.end), None)
        between = text[after.end : following.start] if following else ""
        if following and re.search(FROM, gap, re.I):
            return following if self._joins(text, after.end, following.start, known, TO, 70) else after
        moves = re.search(r"\bby\s+(?:(?!(?:to|at)\s)[\w-]+\s+){0,3}$", gap) or (
            not re.search(r"\b(?:to|at|of|was|were|totall?ed|reached)\b", gap) and self._gained.search(gap)
        )
        if not moves:
            return after
        if following and LEVEL_AT.fullmatch(between):
            return following
        return None if re.search(r"\bby\s(?!.*\bto\s)", gap) else after

    def _joins(
        self, text: str, start: int, end: int, known: Sequence[Span], allowed: frozenset[str], limit: int = MAX_GAP
    ) -> bool:
        if end - start > limit:
            return False
        gap = list(text[start:end])
        last = end
        for span in sorted(known):
            if not start <= span.start < end:
                continue
            if AND.fullmatch(text, last, span.start):  # "revenue at Acme and Kerr was"
                gap[last - start : span.start - start] = " " * (span.start - last)
            last = span.end
            described = DESCRIBED.search(text, start, span.start)  # "at the Leeds-based builder" before a name
            part = AT_PART.match(text, span.end, end)
            for i in range(described.start(1) if described else span.start, min(part.end() if part else span.end, end)):
                gap[i - start] = " "
        words = "".join(gap)
        if re.fullmatch(r"\s*[:(–—-]\s*", words):
            return True
        words = _TWO_MOVES.sub(" ", _QUOTED.sub(r"\1", words))
        words = re.sub(r"^\swith\s(?:the\s)?(?:[A-Z][\w.-]*\s){1,3}(?=[a-z])", " ", words)  # "deficit with Norland hit"
        words = re.sub(r"\b(?:the\s)?U\.[SK]\.(?=\s)", " ", words)
        words = ASIDE.sub(" ", re.sub(r"\([^()$€£₹]{0,50}\)", " ", words))
        if re.search(r"[;:()“”\"]|\.\s", re.sub(r"\b(?:approx|ca|vs)\.", "", words)):
            return False
        words = _PAST.sub(" ", words)
        found = re.findall(r"[^\W\d_][\w’'.-]*", words)
        return all(word.lower().strip(".'’") in allowed for word in found)

    def _per_share(self, text: str, sums: Sequence[Money], taken: dict[str, Figure], figure: Figure) -> None:
        """What follows a profit: ", or $1.12 a share"."""
        following = next((m for m in sums if m.start >= figure.money.end), None)
        if following is None or following.id in taken or figure.money.per == "share":
            return
        gap = text[figure.money.end : following.start]
        small = figure.earlier and following.per is None and (following.amount or SMALLEST) < 100 and " or " in gap
        if following.per != "share" and not small:
            return
        if (figure.metric in EARNINGS or figure.metric == "other") and OR.fullmatch(gap):
            metric = figure.metric if figure.metric in ("other", "net_loss") else "earnings_per_share"
            taken[following.id] = Figure(
                metric, figure.rule, figure.at, following, figure.stock, earlier=figure.earlier, against=figure.against
            )

    def _pair_of_eps(self, text: str, sums: Sequence[Money], taken: dict[str, Figure]) -> None:
        """The second sum of "basic and diluted EPS of $1.21 and $1.02"."""
        for money, following in pairwise(sums):
            figure = taken.get(money.id)
            if figure is None or following.id in taken or figure.metric != "earnings_per_share":
                continue
            both = BOTH_EPS.search(text, max(0, figure.at.start - 30), figure.at.end)
            if both and re.fullmatch(r"\s(?:and|&)\s", text[money.end : following.start]):
                taken[following.id] = Figure(figure.metric, figure.rule, figure.at, following)

    @staticmethod
    def _may_be_of_a_kind(text: str, at: Span, word: Word) -> bool:
        """Whether any words may describe a metric behind its sum: revenue and assets, but no "venture debt"."""
        return not word.booked and (not word.stock or text[at.start : at.end].lower().endswith("assets"))

    def _respectively(self, text: str, sentence: Span, sums: Sequence[Money], taken: dict[str, Figure]) -> None:
        """ "Sales and profit were $3 million and $1 million, respectively." """
        found = list(self._metric.finditer(text, sentence.start, sums[0].start))
        if len(found) < 2:
            return
        if not re.search(r"\brespectively\b", text[sentence.start : sentence.end]):
            listed = all(IN_LIST.fullmatch(text, a.end(), b.start()) for a, b in pairwise(found))
            summed = all(NEXT_SUM.fullmatch(text, a.end, b.start) for a, b in pairwise(sums[: len(found)]))
            if not listed or not summed or len(found) != len(sums) or CHANGE_OF.search(text[: sums[0].start]):
                return
        taken.clear()
        shares = [m for m in PERCENT.finditer(text, found[-1].end(), sentence.end) if m.end() < sums[-1].start]
        values: list[Money | None] = [*sums]
        for share in shares:  # "revenue, gross margin and EBITDA of $126m, 63% and $24m, respectively"
            values.insert(sum(m.start < share.start() for m in sums) + shares.index(share), None)
        if len(found) != len(values):
            return  # a sum that could not be read: who knows which
        for at, money in zip(found, values, strict=True):
            if money is None:
                continue
            word = self._words[" ".join(at.group().lower().split())]
            taken[money.id] = typed(Figure(word.metric, word.rule, Span(*at.span()), money, word.stock))


#: Behind oil, gold or stocks: those who deal in it, who have losses of their own.
_TRADE = (
    r"(?:\s(?:and\sgas|exploration|services?|drilling|mining|trading))?\s(?:compan(?:y|ies)|producers?|giants?|groups?|majors?"
    r"|firms?|miners?|exchanges?|explorers?|refiners?|makers?|retailers?|drillers?|traders?|brokers?|corp\w*|business|concern"
    r"|monopoly)\b"
)
#: Behind a metric whose sum stood ahead of it.
_IS_LEVEL = re.compile(
    r"(?:\s(?:for|in|of|as\sof|at)\s[^,;]{3,50})?"
    r"\s(?:was|were|is|are|remained|stayed|came|matched|exceeded|surpassed|improved|rose|fell)\b"
)
#: "Sold $3 million of revenue bonds": what the word only tells of.
_NO_DEBT = r"(?!\s(?:refunding\s|anticipation\s)?(?:bonds?|notes)\b)"
#: How far before a figure its securities are named.
NEARBY = 400
_TO_SUM = re.compile(r"(?:\s(?:in|at|for)\s[\w\s]{1,20})?\sto\s\S{0,4}\d")
#: "Fell below", "rose above"; what "falls below" a sum is rather a condition.
_PAST = re.compile(
    r"\b(?:fell|fallen|dropped|slipped|sank|dipped|rose|climbed|grew|risen)\s(?:(?:back|to)\s)?(?:just\s|well\s)?"
    r"(?:below|above|past)\b"
)
#: A quotation that begins with the sum: 'a profit of "around $3 million"'.
_QUOTED = re.compile(r"[\"“]((?:[a-z]+\s){0,3})$")
#: The first of two changes: "rose 6% y/y and 11% q/q to".
_TWO_MOVES = re.compile(r"\d[\d.]*%(?:\s[a-z]+(?:[/-][a-z]+)*)?\sand\s(?=\d[\d.]*%)")
#: A number that counts something: what stands behind it is another matter.
_COUNT = re.compile(
    r"(?<![\d.,$€£¥₹])\b\d[\d,]*\s(?!(?:million|billion|trillion|crore|lakh|percent|per|to|and|or)\b)[a-z]"
)
