"""What a sum takes from the sums around it: its rate when it is compared, its currency when none is written.

"32 cents a share from 28 cents" says the rate once and "21.4 mln stg from 17.9 mln" the currency. The words
that tie one sum to the other are `[series]` in `patterns/money.toml`; here are the mechanisms.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline.mentions import Span

from .currencies import Unit
from .parts import MoneyMention, SeriesWords
from .quantities import BLANK, NUMERAL, SPACE, Quantities, Quantity

#: How many characters may lie between a sum and the one that it is compared with.
_REACH = 110
#: How many characters before a bare number are read for the words that make it a sum.
_HEAD_WINDOW = 90

#: How far back a sum a share may be that a forecast is held against.
_STORY = 400
_RESPECTIVELY = re.compile(r",? respectively\b")
#: What may stand between the sums of a list.
_LISTED = re.compile(r"(?:,|,? and|/|,? [\d.]+%,?(?: and)?)\s?")
_LIST_SIGNS = re.compile(r", and |, | and ")
_LIST_HEAD = re.compile(r"(?:,? (?:of|at|to|were|was|by|came in at))? ?$")
_A_SHARE = re.compile(r"\b(?:eps|(?:earnings|loss|profit|income|dividends?)(?: \w+)? per (?:\w+ )?(?:share|unit))\b")
_OR = re.compile(r",? or (?:about |a loss of |a profit of )?")
_SENTENCE_END = re.compile(r"(?<![.\s][a-z])[.!?][\"”’)]*\s|\n")
# "thousand", "million", "crore", "mln", "bn", …: a set of letters at the front lets the engine skip fast.
_SCALE_WORD = re.compile(r"[bcmt](?:illion|rillion|housand|rore|ln|n)(?![^\W_])(?<![^\W\d_][bm]n)")
_FIGURE = rf"(?P<number>{NUMERAL})(?:{BLANK}?(?P<scale>mln|mn|bln|bn|million|billion)(?![^\W_]))?"

#: A number between two sums, other than a year: the second may be compared with it instead.
_OTHER_NUMBER = re.compile(r"\d(?:st|nd|rd|th)?\b(?<!\b(?:19|20)\d\d)")
_AGAINST = re.compile(r",? (?:up |down )?(?:from|against|versus|compared with|compared to) ")
_ASIDE = re.compile(r"\([^()]*\)")
#: A word after a figure of a table that says what it counts.
_UNIT_NEXT = re.compile(r"[ \t]+(?!vs\b)[^\W\d_]")


class Series:
    """Reads sums that lean on their neighbours. Holds compiled patterns only: safe to share."""

    def __init__(self, words: SeriesWords, quantities: Quantities, hoped: str):
        self._quantities = quantities
        self._goods = frozenset(words.goods)
        about = "|".join(words.about)
        loose = rf"(?:(?:{about}){SPACE}){{0,3}}"
        self._link = re.compile(rf"(?:^|[\s(,;])(?:{'|'.join(words.links)}){SPACE}{loose}$")
        self._not_linked = re.compile(rf"\b(?:{'|'.join(words.not_links)})\b")
        self._move = re.compile(
            rf"(?:{SPACE}(?:higher|lower|more|less|up|down))?"
            rf"(?:, or [^,;.\n]{{1,20}}(?:\.\d[^,;.\n]{{0,12}})?,)?{SPACE}"
            rf"(?:to|at)(?:{SPACE}(?:{'|'.join(words.settles)})(?:{SPACE}at)?)?{SPACE}{loose}"
        )
        self._moved = re.compile(rf"\b(?:{'|'.join(words.moves)})(?: by)?{SPACE}{loose}$")
        self._price = re.compile(rf"\b(?:{'|'.join(words.moves)})\b[^;.\n]{{0,40}}?(?:{SPACE}(?:to|at)){SPACE}{loose}$")
        self._stands = re.compile(
            rf"\b(?:{'|'.join(words.stands)}){SPACE}(?:at|above|below|near|around){SPACE}{loose}$"
        )
        self._compared = re.compile(rf"(?:^|[\s(,])(?:{'|'.join(words.compares)}){SPACE}{loose}$")
        self._counted = re.compile(rf"\b(?:{'|'.join(words.heads)}){SPACE}{loose}$")
        self._tail = re.compile(
            rf"[.,;:)\"”’'!?\u2013\u2014](?!\d)|{BLANK}*(?:\n|$|[(\u2013\u2014])|{SPACE}(?:{'|'.join(words.tails)})(?![^\W_])"
        )
        self._row = re.compile(
            rf"^[ \t]*(?:{'|'.join(words.rows)})(?:[ \t]+|:[ \t]*)(?P<sign>loss |profit )?{_FIGURE}"
            rf"(?=[ \t]*\n|[ \t]+vs\.?[ \t])",
            re.M,
        )
        self._hoped_before = re.compile(rf"\b{hoped}\b[^.;]{{0,70}}$")
        self._hoped_after = re.compile(rf"(?: a share)?(?: (?:that|which))? (?:[a-z]+ ){{0,2}}?{hoped}\b")
        self._versus = re.compile(rf"[ \t]+vs\.?[ \t]+(?:loss |profit )?{_FIGURE}")

    # Rates --------------------------------------------------------------------------------------------------

    def with_rates(self, lower: str, mentions: list[MoneyMention]) -> list[MoneyMention]:
        """The mentions with the rates that they take from the sums before, or from the one they move to."""
        done = list(mentions)
        self._respectively(lower, done)
        if not any(mention.per for mention in done):
            return done
        for i, mention in enumerate(done):
            if mention.per is None and i and self._takes_from_before(lower, done[i - 1], mention):
                done[i] = replace(mention, per=done[i - 1].per)
            elif mention.per is None and self._is_rival(lower, done, i):
                done[i] = replace(mention, per="share")
        for i in range(len(done) - 2, -1, -1):
            gap = lower[done[i].end : done[i + 1].start]
            if done[i].per is None and done[i + 1].per and _alike(done[i], done[i + 1]) and _AGAINST.fullmatch(gap):
                done[i] = replace(done[i], per=done[i + 1].per)  # "52 cents from 43 cents a share"
        self._give_back(lower, done)
        for i, mention in enumerate(done):
            if mention.per is None:
                done[i] = replace(mention, per=self._price_before(lower, done, i))
        self._give_back(lower, done)
        return done

    @staticmethod
    def _respectively(lower: str, done: list[MoneyMention]) -> None:
        """ "Revenue, EBITDA and EPS of $5m, $2m and $0.46, respectively": the sum in the place of EPS is a share's.

        A list that names nothing ("compares to estimates of") follows the order of the one before.
        """
        place, length = None, 0
        for word in _RESPECTIVELY.finditer(lower):
            begin = max(lower.rfind("\n", 0, word.start()) + 1, word.start() - 300)
            listed = [i for i, m in enumerate(done) if begin <= m.start and m.end <= word.start()]
            run: list[list[int]] = []
            for i in reversed(listed):
                gap = lower[done[i].end : done[run[0][0]].start if run else word.start()]
                if run and not _LISTED.fullmatch(gap):
                    break
                if run and "/" in gap:
                    run[0].insert(0, i)
                else:
                    run[:0] = [[i], *([[]] if "%" in gap else [])]
            if len(run) < 2:
                continue
            names = _LIST_SIGNS.split(_LIST_HEAD.sub("", lower[begin : done[run[0][0]].start]))[-len(run) :]
            named = [n for n, name in enumerate(names) if _A_SHARE.search(name)]
            if len(names) == len(run) and named:
                place, length = named[-1], len(run)
            if place is not None and length == len(run):
                for i in run[place]:
                    if not done[i].scaled and done[i].per is None:
                        done[i] = replace(done[i], per="share")

    def _is_rival(self, lower: str, done: list[MoneyMention], i: int) -> bool:
        """Whether a sum a share was told before with which this one is compared: a forecast, or last year's.

        "Analysts had looked for 96 cents"; "or 41 cents a share, up from $3 million, or 29 cents".
        """
        mention = done[i]
        if mention.scaled or mention.qualifier == "vague":
            return False
        if not mention.unit.minor_digits and not _is_small(lower, mention):
            return False
        told = [k for k in range(max(0, i - 6), i) if done[k].per == "share" and mention.start - done[k].end < _STORY]
        if not any(set(done[k].unit.codes) & set(mention.unit.codes) for k in told):
            return False
        sentence = _SENTENCE_END.split(lower[max(0, mention.start - 120) : mention.start])[-1]
        if self._hoped_before.search(sentence) or self._hoped_after.match(lower, mention.end):
            return True
        beside = [_OR.fullmatch(lower, done[k - 1].end, done[k].start) and done[k - 1].scaled for k in [*told, i] if k]
        return len(beside) > 1 and bool(beside[-1]) and any(beside[:-1])

    def _give_back(self, lower: str, done: list[MoneyMention]) -> None:
        """Give the rate of a price to the change that led to it: "11 cents to $15.19 a bushel"."""
        for i in range(len(done) - 2, -1, -1):
            if done[i].per is None and self._moves_to(lower, done[i], done[i + 1]):
                done[i] = replace(done[i], per=done[i + 1].per)

    def _takes_from_before(self, lower: str, before: MoneyMention, mention: MoneyMention) -> bool:
        gap = lower[before.end : mention.start]
        if before.per is None or len(gap) > _REACH or not _alike(before, mention):
            return False
        return bool(self._link.search(gap)) and not (_SENTENCE_END.search(gap) or self._not_linked.search(gap))

    def _price_before(self, lower: str, done: list[MoneyMention], i: int) -> str | None:
        """The rate of goods that the paragraph has priced, for a price that moves: corn "to $6.63"."""
        mention = done[i]
        line = lower.rfind("\n", 0, mention.start) + 1
        begin = max(line, done[i - 1].end if i else 0, mention.start - _HEAD_WINDOW)
        words = re.split(r"[.;!?]\s", lower[begin : mention.start])[-1]
        follows = i + 1 < len(done) and bool(
            self._moved.search(words) and self._move.fullmatch(lower, mention.end, done[i + 1].start)
        )
        after_move = i and done[i - 1].end >= begin and self._move.fullmatch(lower, done[i - 1].end, mention.start)
        if not (follows or after_move or self._price.search(words) or self._stands.search(words)):
            return None
        told = next((m for m in reversed(done[:i]) if m.per and m.start >= line), None)
        if told is None or told.per not in self._goods or not _alike(told, mention):
            return None
        return told.per

    def _moves_to(self, lower: str, mention: MoneyMention, to: MoneyMention) -> bool:
        if to.per is None or mention.scaled or to.scaled or not set(mention.unit.codes) & set(to.unit.codes):
            return False
        moved = self._moved.search(lower[max(0, mention.start - 40) : mention.start])
        turned = re.match(r"\s(?:higher|lower|up|down)\b", lower[mention.end : to.start])
        return bool((moved or turned) and self._move.fullmatch(lower, mention.end, to.start))

    # Sums without a currency --------------------------------------------------------------------------------

    def bare(self, lower: str, mentions: list[MoneyMention]) -> list[MoneyMention]:
        """Numbers that are sums only by what stands around them, with the unit that the text has shown."""
        whole = [mention for mention in mentions if not mention.unit.minor_digits]
        if not whole and " vs " in lower:
            found = list(self._rows(lower, _Sums(mentions), _Sums(mentions))) if mentions else []
            return found  # a table whose only money words are cents
        if not whole:
            return []
        usual = _usual(whole)
        found = [*self._rows(lower, _Sums(mentions), usual)]
        taken, told = _Sums([*mentions, *found]), _Sums(whole)
        for scale in _SCALE_WORD.finditer(lower):
            if taken.overlaps(scale.start(), scale.end()):
                continue
            mention = self._bare_at(lower, scale.end(), told, usual)
            if mention and not taken.overlaps(mention.start, mention.end):
                found.append(mention)
                taken.add(mention)
                told.add(mention)
        return found

    def _bare_at(self, lower: str, end: int, told: _Sums, usual: _Sums) -> MoneyMention | None:
        numbers = self._quantities.before(lower, end)
        if not numbers or len(numbers) > 1 or numbers[0].vague or not self._tail.match(lower, end):
            return None
        number = numbers[0]
        line = max(lower.rfind("\n", 0, number.start) + 1, number.start - 400)
        head = lower[max(line, number.start - _HEAD_WINDOW) : number.start]
        before = told.last_before(number.start)
        if before and (before.start < line or (not before.scaled and before.end - before.start < 8)):
            before = None
        if before and _in_brackets(lower, before, number.start):  # "12.3 billion yen ($110 million), from 11.2 billion"
            before = told.last_before(before.start) or before
        if before and before.end > number.start - _REACH and self._compared.search(head):
            gap = _ASIDE.sub("", lower[before.end : number.start])
            if not _SENTENCE_END.search(gap) and not _OTHER_NUMBER.search(gap):
                return _leaning(number, before, "money.bare-compared")
        if self._counted.search(head):
            return _leaning(number, before or usual.nearest(number.start), "money.bare-counted")
        return None

    def _rows(self, lower: str, taken: _Sums, usual: _Sums) -> Iterator[MoneyMention]:
        """Wire tables of results: "Net 3,210,000 vs 2,376,000"."""
        if " vs " not in lower:
            return
        for row in self._row.finditer(lower):
            figures = [row]
            versus = self._versus.match(lower, row.end())
            figures += [versus] if versus else []
            for figure in figures:
                start = figure.start("number")
                end = figure.end("scale") if figure["scale"] else figure.end("number")
                sized = bool(figure["scale"]) or "," in figure["number"]
                if sized and not taken.overlaps(start, end) and not _UNIT_NEXT.match(lower, end):
                    number = Quantity(start, end, False, True, True)
                    yield _leaning(number, usual.nearest(start), "money.bare-row")


class _Sums:
    """Sums in the order of the text, found by place; they do not overlap."""

    def __init__(self, mentions: list[MoneyMention]):
        self._mentions = sorted(mentions, key=_start)
        self._starts = [mention.start for mention in self._mentions]

    def add(self, mention: MoneyMention) -> None:
        at = bisect_left(self._starts, mention.start)
        self._starts.insert(at, mention.start)
        self._mentions.insert(at, mention)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any sum shares a character with the stretch."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._mentions[at - 1].end > start

    def last_before(self, at: int) -> MoneyMention | None:
        """The last sum that ends at or before `at`."""
        index = bisect_left(self._starts, at)
        return next((m for m in self._mentions[max(0, index - 2) : index][::-1] if m.end <= at), None)

    def nearest(self, at: int) -> MoneyMention:
        """The last sum before `at`, else the first of all."""
        return self.last_before(at) or self._mentions[0]


def _in_brackets(lower: str, mention: MoneyMention, before: int) -> bool:
    """Whether a sum before `before` stands in parentheses that are closed behind it."""
    opened = lower.rfind("(", max(0, mention.start - 16), mention.start)
    return opened >= 0 and ")" not in lower[opened : mention.start] and ")" in lower[mention.end : before]


def _is_small(lower: str, mention: MoneyMention) -> bool:
    return mention.end - mention.start < 8 and "." in lower[mention.start : mention.end]


def _start(mention: MoneyMention) -> int:
    return mention.start


def _alike(first: MoneyMention, second: MoneyMention) -> bool:
    """Whether two sums can be counted alike: one currency, both scaled or neither, neither vague."""
    return (
        first.scaled == second.scaled
        and "vague" not in (first.qualifier, second.qualifier)
        and bool(set(first.unit.codes) & set(second.unit.codes))
    )


def _usual(whole: list[MoneyMention]) -> _Sums:
    """The sums whose unit a bare number takes: those of the unit that the text uses most."""
    most = Counter(mention.unit.key for mention in whole).most_common()
    keys = {key for key, count in most if count == most[0][1]}
    return _Sums([mention for mention in whole if mention.unit.key in keys])


def _leaning(number: Quantity, on: MoneyMention, rule: str) -> MoneyMention:
    unit: Unit = replace(on.unit, power=0, minor_digits=0)
    return MoneyMention(
        number.start,
        number.end,
        rule,
        unit,
        Span(number.start, number.end),
        scaled=True,
        stated=on.stated,
        leaning=True,
    )
