"""Facts from what the reader says: of sums that no rule has read, and of pairs of parties that no rule has joined.

A wrong fact is worse than a missing one: only what the model is surer of than its type's threshold becomes a draft,
one fact a sum, and nothing that the article has already told in figures elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from .. import tree
from ..mentions import Sentence, Span
from ..nlp import Analysis
from ..reader import PairSaid, Reading, SumSaid
from ..reader.labels import ELSE, EMPTY
from ..records import Date, Money
from ..resolve import Resolution
from .attribution import Attribution
from .draft import Draft, value_of
from .frames.scene import Scene
from .frames.when import date_of
from .results.gaps import SCALED
from .results.linker import ResultLinker

Entry = TypeVar("Entry", Date, Money)

#: Who may be the subject of a fact of a type, where not everybody may.
SUBJECT_KINDS = {
    "result": ("company", "public_body", "organization"),
    "financing": ("company", "public_body", "organization"),
    "spending": ("company", "public_body", "organization"),
}
#: What calls a payment a fine: "the penalty was reduced from $3 million".
_FINE = re.compile(r"\b(?:fine[ds]?|penalt(?:y|ies))\b", re.I)
#: The same of a dividend: "promised a final dividend of 8p net, making 11.5p".
_DIVIDEND = re.compile(r"\b(?:dividends?|cash distributions?)\b", re.I)
SUM_RULE, PAIR_RULE = "said.sum", "said.pair"
#: From this probability on a reading is taken, by type; a type without one is left out.
SUM_FROM = {
    "result": 0.6,
    "payment": 0.4,
    "investment": 0.5,
    "spending": 0.5,
    "financing": 0.4,
    "valuation": 0.6,
}
PAIR_FROM = {"agreement": 0.85, "payment": 0.9, "investment": 0.95, "financing": 0.95, "acquisition": 0.95}
#: Below this probability of its type a fact that a rule tells of a sum is left out, by type.
DOUBT_BELOW = {"acquisition": 0.1, "agreement": 0.1, "financing": 0.1, "payment": 0.1, "valuation": 0.5}
#: Rules whose words leave no doubt.
PLAIN = ("payment.verdict", "payment.verdict-against", "payment.forfeit-daily", "financing.pay-with", "financing.tap")
#: From this probability on a figure told of mere words is given to a party, by type.
OWNER_FROM = {"result": 0.7, "valuation": 0.8}


class SaidLinker:
    """Facts from the reader, with their dates and sources."""

    def __init__(self, results: ResultLinker, attribution: Attribution):
        self._results = results
        self._attribution = attribution

    def link(
        self,
        analysis: Analysis,
        resolution: Resolution,
        money: Sequence[Money],
        dates: Sequence[Date],
        reading: Reading,
        drafts: Sequence[Draft],
        main: str | None,
        carried: Mapping[int, str | None],
    ) -> list[Draft]:
        """Drafts besides those that the rules gave; `carried` is the period that figures take over, by sentence."""
        said = told_by_reader(analysis, resolution, money, reading, drafts)
        for draft in said:
            self._place(analysis, resolution, draft, money, dates, main)
        self._date_figures(analysis, drafts, said, money, dates, carried)
        return said

    def _place(
        self,
        analysis: Analysis,
        resolution: Resolution,
        draft: Draft,
        money: Sequence[Money],
        dates: Sequence[Date],
        main: str | None,
    ) -> None:
        """Give a draft its date and source, read at the verb above its sum or its other side."""
        parse = analysis.parses.get(draft.sentence)
        tokens = parse.tokens(*draft.cues[0]) if parse else []
        if parse is None or not tokens:
            return
        scene = Scene(analysis, draft.sentence, parse, resolution, money, main)
        event = tree.governor(tokens[0]) or tokens[0]
        text, sentence = analysis.article.text, analysis.sentences[draft.sentence]
        if draft.type == "payment" and _FINE.search(text, sentence.start, sentence.end):
            draft.keys["purpose"] = "fine"
        elif draft.type == "payment" and _DIVIDEND.search(text, sentence.start, draft.cues[0].end):
            draft.keys["purpose"] = "dividend"
        if draft.type != "result":
            draft.date = date_of(scene, draft, event, _within(dates, analysis, draft.sentence))
        self._attribution.attribute(scene, draft, event)

    def _date_figures(
        self,
        analysis: Analysis,
        drafts: Sequence[Draft],
        said: Sequence[Draft],
        money: Sequence[Money],
        dates: Sequence[Date],
        carried: Mapping[int, str | None],
    ) -> None:
        """Give each figure its period."""
        place = {m.id: m.start for m in money}
        told = {(d.sentence, place[d.money]): d.date for d in drafts if d.type == "result" and d.money}
        figures = [(d.sentence, place[d.money], d) for d in said if d.type == "result" and d.money]
        for number, at, draft in sorted(figures, key=lambda figure: figure[:2]):
            behind = max((key for key in told if key[0] == number and key[1] < at), default=None)
            period = self._results.period_said(
                analysis, draft, _within(dates, analysis, number), _within(money, analysis, number),
                told[behind] if behind else None, carried.get(number),
            )  # fmt: skip
            if period:
                draft.date = draft.keys["period"] = period
            told[number, at] = period


def without_doubtful(
    analysis: Analysis, money: Sequence[Money], reading: Reading, drafts: Sequence[Draft]
) -> list[Draft]:
    """The drafts without those of sums of which the reader holds something else, or nothing, for far likelier."""
    place = {m.id: m.start for m in money}

    def doubtful(draft: Draft) -> bool:
        if draft.type not in DOUBT_BELOW or draft.money is None:
            return False
        sentence = analysis.sentences[draft.sentence]
        if not sentence.start <= place[draft.money] < sentence.end:  # a price that is told elsewhere
            return False
        said = reading.of(draft.sentence).sums.get(draft.money)
        if said is None or draft.rule in PLAIN:
            return False
        return said.shares[draft.type] < DOUBT_BELOW[draft.type]

    return [draft for draft in drafts if not doubtful(draft)]


def name_owners(resolution: Resolution, reading: Reading, drafts: Sequence[Draft]) -> None:
    """Give figures that a rule tells of mere words ("subscription revenue") the party whose they are."""
    for draft in drafts:
        if draft.type not in OWNER_FROM or draft.subject or not draft.money:
            continue
        said = reading.of(draft.sentence).sums.get(draft.money)
        if said is None or said.type != draft.type or said.sure < OWNER_FROM[draft.type]:
            continue
        if said.subject not in (ELSE, EMPTY) and resolution.kind(said.subject) in SUBJECT_KINDS["result"]:
            draft.subject, draft.subject_text = said.subject, None


def _within(entries: Sequence[Entry], analysis: Analysis, number: int) -> list[Entry]:
    sentence = analysis.sentences[number]
    return [entry for entry in entries if sentence.start <= entry.start < sentence.end]


def told_by_reader(
    analysis: Analysis, resolution: Resolution, money: Sequence[Money], reading: Reading, drafts: Sequence[Draft]
) -> list[Draft]:
    """Drafts besides those that the rules gave, from the sentences with a sum that no rule has taken."""
    by_id = {m.id: m for m in money}
    claimed = {value_of(by_id[d.money]) for d in drafts if d.money}
    joined = {(d.type, frozenset((d.subject, d.object))) for d in drafts}
    found: list[Draft] = []
    for number, sentence in enumerate(analysis.sentences):
        here = [m for m in money if sentence.start <= m.start < sentence.end]
        loose = [m for m in here if value_of(m) not in claimed and m.equivalent_of is None]
        if not loose:
            continue
        said = reading.of(number)
        for m in loose:
            draft = _of_sum(said.sums.get(m.id), m, number, resolution)
            if draft is not None:
                found.append(draft)
                joined.add((draft.type, frozenset((draft.subject, draft.object))))
        found += _of_pairs(said.pairs, number, sentence, resolution, joined | _payers(drafts, number))
    return found


def _payers(drafts: Sequence[Draft], number: int) -> set[tuple[str, frozenset[str | None]]]:
    """Pairs of those who pay side by side: of "fined Kerr and Tier $3 million each" neither pays the other."""
    here = [d for d in drafts if d.sentence == number and d.type == "payment" and d.subject and d.cues]
    return {
        ("payment", frozenset((one.subject, other.subject)))
        for one, other in combinations(here, 2)
        if (one.rule, one.cues[0]) == (other.rule, other.cues[0])
    }


def _of_sum(said: SumSaid | None, m: Money, number: int, resolution: Resolution) -> Draft | None:
    if said is None or said.sure < SUM_FROM.get(said.type, 2.0):
        return None
    if said.subject in (ELSE, EMPTY) or said.object == ELSE or said.subject == said.object:
        return None
    if resolution.kind(said.subject) not in SUBJECT_KINDS.get(said.type, (resolution.kind(said.subject),)):
        return None
    metric = said.metric
    if metric in ("revenue", "net_profit", "operating_profit") and m.per == "share":
        metric = "earnings_per_share"
    elif metric == "earnings_per_share" and SCALED.search(m.text):
        metric = "net_profit"
    return Draft(
        said.type, number, SUM_RULE, subject=said.subject,
        object=None if said.object == EMPTY else said.object, money=m.id, status=said.status,
        keys={"metric": metric} if said.type == "result" else {},
        cues=[Span(m.start, m.end)], score=said.sure,
    )  # fmt: skip


def _of_pairs(
    pairs: Sequence[PairSaid],
    number: int,
    sentence: Sentence,
    resolution: Resolution,
    joined: set[tuple[str, frozenset[str | None]]],
) -> list[Draft]:
    best: dict[frozenset[str], Draft] = {}
    for said in pairs:
        sides = frozenset((said.subject, said.object))
        if said.share < PAIR_FROM.get(said.type, 2.0) or (said.type, sides) in joined:
            continue
        if sides not in best or best[sides].score < said.share:
            here = resolution.overlapping(sentence.start, sentence.end)
            place = next((m for party in (said.object, said.subject) for m in here if m[2] == party), None)
            if place is None:
                continue
            best[sides] = Draft(
                said.type, number, PAIR_RULE, subject=said.subject, object=said.object, status=said.status,
                cues=[Span(place[0], place[1])], score=said.share,
            )  # fmt: skip
    return list(best.values())
