"""Facts: frames over the parse, figures and positions over the surface, merged into one fact each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from .. import tree
from ..mentions import Span
from ..nlp import Analysis
from ..patterns import Patterns
from ..qualify import Qualifier
from ..records import Date, Money
from ..resolve import Resolution
from .brokered import RULE as BROKERED
from .brokered import BrokeredLinker
from .cases import CaseLinker
from .counterparts import (
    answer_suits,
    share_payees,
    supply_buyers,
    supply_counterparts,
    supply_pairs,
    supply_payers,
    supply_spenders,
)
from .draft import Draft
from .fillers import PartyReader
from .frame_file import FactFile
from .frames import OBJECT_PRONOUNS, Frames
from .merge import matter_words, merge
from .positions import PositionLinker
from .results import ResultLinker
from .rounds import MEMORY, Round, RoundLinker
from .scene import Scene
from .sequel import SequelLinker
from .telling import attribute_announced
from .when import announced, when

#: Types that are dated by the day on which they were announced, when the article gives no other.
ANNOUNCED = ("acquisition", "agreement", "financing", "investment")

#: Rules of financings whose borrower stands in a sentence before, at most `rounds.MEMORY` earlier.
ISSUED_BEFORE = ("financing.part",)

__all__ = ["Draft", "Linker"]


class Linker:
    """All fact linkers behind one call."""

    def __init__(self, patterns: Patterns):
        self._qualifier = Qualifier(patterns)
        light = patterns.load("facts.toml", FactFile).light
        self._plain = frozenset(light.plain)
        self._reader = PartyReader(light.part, light.proxy, light.organ)
        self._frames = Frames(patterns, self._qualifier, self._reader)
        self._results = ResultLinker(patterns, self._reader)
        self._cases = CaseLinker(patterns)
        self._brokered = BrokeredLinker(patterns)
        self._rounds = RoundLinker(patterns)
        self._positions = PositionLinker(patterns)
        self._sequels = SequelLinker(patterns)

    def wants(self, text: str, sums: int, parties: int) -> bool:
        """Whether a sentence with so many sums and parties may tell a fact and is worth parsing."""
        return self._frames.wants(text, sums, parties) or (sums > 0 and self._results.wants(text))

    def link(
        self, analysis: Analysis, resolution: Resolution, money: Sequence[Money], dates: Sequence[Date]
    ) -> list[tuple[Draft, Span, list[Span]]]:
        """Each distinct fact with the span of its best sentence and those of its repetitions."""
        main = main_party(analysis, resolution)
        told_figures = self._results.link(analysis, resolution, money, dates, main)
        drafts: list[Draft] = []
        prices: list[tuple[str, int]] = []
        round_told: Round | None = None
        for number, sentence in enumerate(analysis.sentences):
            sums = [m for m in money if sentence.start <= m.start < sentence.end]
            times = [d for d in dates if sentence.start <= d.start < sentence.end]
            if _REPOSTED.match(analysis.article.text, sentence.start, sentence.end):
                continue
            parse = analysis.parses.get(number)
            results = told_figures.get(number, [])
            figures = {draft.money for draft in results}
            drafts += results + self._cases.link(analysis, number, resolution)
            price = self._frames.price_in(analysis.article.text, sentence.start, sentence.end, sums)
            if price:
                prices.append((price, number))
            if parse is None:
                investors, round_told = self._rounds.link(analysis, number, resolution, sums, (), round_told)
                drafts += investors
                continue
            scene = Scene(analysis, number, parse, resolution, [m for m in sums if m.id not in figures], main)
            for draft in results:
                tokens = parse.tokens(*draft.cues[0])
                if tokens:
                    self._attribute(scene, draft, tokens[-1])
            told = self._frames.drafts(scene)
            own = [draft for draft, _ in told]
            investors, round_told = self._rounds.link(analysis, number, resolution, sums, own, round_told)
            for draft, trigger in told + self._frames.instalments(scene, told):
                draft.date = when(scene, trigger, times)
                if draft.date is None and draft.type in ANNOUNCED and draft.status in ("completed", "expected"):
                    draft.date = announced(scene, times)
                self._attribute(scene, draft, trigger)
                drafts.append(draft)
            drafts += investors
        drafts += self._brokered.link(analysis, resolution, money, dates)
        drafts += self._positions.link(analysis, resolution, list(dates))
        drafts = name_targets(analysis.article.text, lend_issuers(drafts, main), main)
        attribute_announced(drafts, analysis, resolution)
        speak_for_companies(drafts, {m.id for m in money if m.qualifier != "vague"})
        drafts = answer_suits(drafts, self._frames.countering)
        self._sequels.supply(analysis, drafts, money)
        supply_price(drafts, prices, money)
        supply_payers(drafts, resolution, main)
        share_payees(drafts)
        supply_spenders(drafts, main)
        supply_buyers(drafts)
        supply_counterparts(drafts, main)
        supply_pairs(drafts, self._frames.supplied)
        drafts = [d for d in drafts if d.rule not in self._frames.supplied or _has_both_sides(d)]
        drafts = settle_headlines(analysis, drafts, money)
        drafts = settle_rivals(settle_rounds(analysis, drafts, money), self._plain)
        facts = merge(analysis, drafts, money, self._plain)
        names = {party.id: party.name for party in resolution.parties}
        return [
            (draft, *spans)
            for draft, *spans in facts
            if draft.type != "acquisition" or draft.rule == BROKERED or _has_buyer(draft, names)
        ]

    def _attribute(self, scene: Scene, draft: Draft, event: Token) -> None:
        """Set who says so: the sentence's speaker, else who stands after "according to"."""
        span = scene.span
        found = self._qualifier.according_to(scene.text, span.start, span.end)
        if found:
            cue, start, end = found
            unnamed = _UNNAMED.match(scene.text, start, end)
            if unnamed:
                draft.source = unnamed[1] or unnamed[2]
            else:
                draft.source = scene.resolution.at(start, end) or scene.text[start:end]
            draft.cues.append(Span(cue, start))
            return
        spoken = self._qualifier.speaker(event)
        if not spoken:
            return
        who, verb = spoken
        start, end = scene.parse.span([who[0]])
        party = scene.resolution.at(start, end)
        if party is None and who[0].pos_ == "PRON":
            party = scene.resolution.pronoun(scene.parse, who[0], scene.number)
        if party is None and who[0].pos_ in ("NOUN", "PROPN"):
            start, end = scene.parse.span(tree.named_in_full(who[0]))
            named = scene.text[start:end]
            placed = any(e.label in ("GPE", "LOC") and e.start <= start < e.end for e in scene.analysis.entities)
            party = None if placed or re.search(r"\d{4}", named) else named  # a dateline says nothing
        if party:
            draft.source = party
            draft.cues.append(Span(*scene.parse.span([verb])))


#: Sources that a party's name behind them doesn't name: "documents seen by The Beacon", "people close to Tier".
_UNNAMED = re.compile(
    r"((?:[\w-]+\s){0,4}[\w-]+)\s(?:seen|obtained|reviewed|viewed)\sby\b"
    r"|((?:[\w-]+\s){0,2}(?:people|persons?|sources?)\s(?:familiar|close|briefed|with)\b.*)"
)

#: The line that a blog puts under a syndicated article: it only repeats the headline.
_REPOSTED = re.compile(r"The post \S.{0,300} appeared first on\b")

#: Of two readings of one sum in one sentence the first type here is the better one.
_PRECEDENCE = ("acquisition", "investment", "spending", "agreement", "financing", "payment")


def _has_buyer(deal: Draft, names: Mapping[str, str]) -> bool:
    """Courts and watchdogs rule on purchases; they make none. An unknown buyer needs a named seller and target."""
    if deal.subject is None:
        for_sale = deal.object is not None and "seller" in deal.keys and not deal.money
        return deal.subject_text is not None or (for_sale and deal.status in ("expected", "proposed"))
    return not re.search(
        r"\b(?:court|tribunal|commission|authority|regulator|watchdog)\b", names[deal.subject], re.I
    )


def settle_rounds(analysis: Analysis, drafts: Sequence[Draft], money: Sequence[Money]) -> list[Draft]:
    """A headline's round is no financing besides the investments that the article tells of it."""
    sums = {m.id: (m.currency, m.amount, m.min, m.max) for m in money}
    told = [d for d in drafts if d.type == "investment" and d.money]
    invested = {(d.object, sums[d.money]) for d in told if d.money}
    companies = {d.object for d in told}

    def told_better(draft: Draft) -> bool:
        if draft.type != "financing":
            return False
        if not draft.money:
            return draft.subject in companies and _ROUND.search(draft.keys.get("instrument", "")) is not None
        headline = analysis.sentences[draft.sentence].role in ("headline", "subheading", "kicker")
        return headline and (draft.subject, sums[draft.money]) in invested

    return [d for d in drafts if not told_better(d)]


def settle_headlines(analysis: Analysis, drafts: Sequence[Draft], money: Sequence[Money]) -> list[Draft]:
    """ "Tier raises over $1m", told as $1.07 million below: a headline's rounded sum is not another one."""
    sums = {m.id: m for m in money}
    headlines = {n for n, s in enumerate(analysis.sentences) if s.role in ("headline", "subheading", "kicker")}

    def rounded(draft: Draft) -> bool:
        told = sums.get(draft.money or "")
        if draft.sentence not in headlines or told is None or told.qualifier == "exact" or not told.amount:
            return False
        exact = [
            sums[d.money]
            for d in drafts
            if d.type == draft.type and d.money in sums and d.sentence not in headlines
        ]
        near = [e for e in exact if e.currency == told.currency and e.amount and e.amount != told.amount]
        return any(abs(e.amount - told.amount) * 100 <= ROUNDED * e.amount for e in near)

    return [draft for draft in drafts if not rounded(draft)]


#: A headline's sum is rounded by at most so many per cent.
ROUNDED = 15

_ROUND = re.compile(r"\b(?:round|funding|series|seed)\b", re.I)


def lend_issuers(drafts: Sequence[Draft], main: str | None) -> list[Draft]:
    """ "The total includes $3 million of loans from Brandt Bank": to whom the last financing or round was told of."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.rule in ISSUED_BEFORE:
            told = [
                d
                for d in kept
                if 0 <= draft.sentence - d.sentence <= MEMORY
                and ((d.type == "financing" and d.subject) or (d.type == "investment" and d.object))
            ]
            last = told[-1] if told else None
            draft.subject = (last.object if last.type == "investment" else last.subject) if last else main
            if last and last.type == "financing" and not (draft.object or draft.object_text):
                draft.object, draft.object_text = last.object, last.object_text
                draft.date = draft.date or last.date
            if not draft.subject or draft.subject == draft.object:
                continue
        kept.append(draft)
    return kept


def speak_for_companies(drafts: Sequence[Draft], sums: set[str]) -> None:
    """An executive who "would invest" or "agreed on a deal", no sum named, acts for the company led."""
    leads = {
        d.subject: d.object
        for d in drafts
        if d.type == "position" and d.object and d.status == "ongoing" and _LEADS.search(d.keys.get("title", ""))
    }
    for draft in drafts:
        company = leads.get(draft.subject)
        corporate = draft.type in ("investment", "agreement", "acquisition", "financing")
        if corporate and draft.money not in sums and company and company != draft.object:
            draft.subject = company


_LEADS = re.compile(r"\b(?:CEO|chief executive|president|chair\w*|managing director|founder|owner)\b", re.I)


def name_targets(text: str, drafts: Sequence[Draft], main: str | None) -> list[Draft]:
    """Give a deal in "it", and an offer that names no target, what the last deal before it was about."""
    kept: list[Draft] = []
    last: Draft | None = None
    for draft in drafts:
        if draft.type == "acquisition":
            pronoun = draft.object_text and text[draft.object_text.start : draft.object_text.end] in OBJECT_PRONOUNS
            if pronoun or not (draft.object or draft.object_text):
                target, words = (last.object, last.object_text) if last else (main if pronoun else None, None)
                vague = not draft.money and (draft.status == "conditional" or last is None)
                if vague or not (target or words) or (target and target == draft.subject):
                    continue
                draft.object, draft.object_text = target, words
            else:
                last = draft
        kept.append(draft)
    return kept


def supply_price(drafts: list[Draft], prices: Sequence[tuple[str, int]], money: Sequence[Money]) -> None:
    """Give the article's only acquisition the price that another sentence names.

    A price a share stands beside a total as a fact of its own.
    """
    deals = [d for d in drafts if d.type == "acquisition" and d.subject and (d.object or d.object_text)]
    if not prices or len({(d.subject, d.object) for d in deals}) != 1:
        return
    per = {m.id: m.per for m in money}
    best = max(deals, key=lambda d: len(d.keys))
    for price, sentence in prices:
        told = [d.money for d in deals if d.money]
        if not told:
            best.money = price
        elif per[price] == "share" and all(per[m] != "share" for m in told):
            copy = replace(best, money=price, sentence=sentence, rule="acquisition.share-price")
            deals.append(copy)
            drafts.append(copy)


def settle_rivals(drafts: Sequence[Draft], plain: frozenset[str]) -> list[Draft]:
    """Drop readings that another one of the same sum in the same sentence explains better, and empty payments.

    "Paid $3 million to acquire" is an acquisition, no payment; a round whose investors are named is their investment.
    """
    settled = {(d.sentence, d.money) for d in drafts if d.rule == "payment.settlement" and d.money}
    for draft in drafts:
        if draft.type == "agreement" and (draft.sentence, draft.money) in settled:
            draft.money = None  # what a settlement costs is paid
    best: dict[tuple[int, str], int] = {}
    for draft in drafts:
        if draft.money and draft.type in _PRECEDENCE and draft.rule != "payment.part":
            key = (draft.sentence, draft.money)
            best[key] = min(best.get(key, 99), _PRECEDENCE.index(draft.type))
    dealt = {
        (d.sentence, *sorted((d.subject or "", d.object or "")))
        for d in drafts
        if d.type in ("acquisition", "investment")
    }
    bought = {pair[1:] for pair in dealt}
    kept = []
    for draft in drafts:
        pair = (draft.sentence, *sorted((draft.subject or "", draft.object or "")))
        if draft.type == "agreement" and pair in dealt and not matter_words(draft, plain):
            continue
        if draft.type == "agreement" and pair[1:] in bought and draft.keys.get("matter", "").endswith("merger"):
            continue
        if draft.type == "financing" and not draft.money and (
            pair in dealt or (draft.status == "conditional" and not draft.object)
        ):
            continue
        if draft.type == "payment" and not draft.money and not draft.object:
            continue
        rank = best.get((draft.sentence, draft.money or ""))
        if rank is not None and draft.type in _PRECEDENCE and _PRECEDENCE.index(draft.type) > rank:
            continue
        kept.append(draft)
    return kept


def _has_both_sides(draft: Draft) -> bool:
    return bool((draft.subject or draft.subject_text) and (draft.object or draft.object_text))


def main_party(analysis: Analysis, resolution: Resolution) -> str | None:
    """The company that the article is about: named in the headline or first, and most often; None when unclear."""
    counts: dict[str, float] = {}
    for start, _, party, form in resolution.mentions:
        if resolution.kind(party) in ("company", "public_body") and form == "name":
            weight = 4.0 if analysis.sentences and start < analysis.sentences[0].end else 1.0
            counts[party] = counts.get(party, 0.0) + weight
    if not counts:
        return None
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]:
        return None
    return ranked[0][0]
