"""One article's facts: the linkers in turn over its sentences, what they leave out supplied, rivals settled, merged."""

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
from ..reader import Reading
from ..records import Date, Money
from ..resolve import Resolution
from .backers import BackerLinker
from .brackets import BracketLinker
from .brokered import BrokeredLinker
from .cases import CaseLinker
from .creditors import OWES, owed_sums
from .deals import aim_investments, earlier_values, merge_shells, second_prices, still_valued, value_targets
from .dividends import DividendLinker
from .draft import Draft
from .fillers import PartyReader
from .fines import settle_fines
from .frames.file import FactFile
from .frames.linker import Frames
from .frames.scene import Scene
from .frames.when import announced, date_each, when
from .grants import listed_grants
from .keys import KeyReader
from .later import add_letters, name_objects, supply_makers, supply_paid, supply_sides
from .leases import settle_leases
from .lenders import LenderLinker
from .merge import merge
from .positions.linker import PositionLinker
from .results.linker import ResultLinker
from .rounds import Round, RoundLinker
from .said import told_by_reader
from .sequel import SequelLinker
from .settle import (
    has_both_sides,
    has_buyer,
    settle_arrangers,
    settle_brokers,
    settle_contracts,
    settle_customers,
    settle_headlines,
    settle_lenders,
    settle_loans,
    settle_people,
    settle_rivals,
    settle_rounds,
    settle_targets,
)
from .supply import (
    answer_suits,
    lend_issuers,
    name_targets,
    partners,
    settle_between,
    share_payees,
    speak_for_companies,
    sue_neighbours,
    supply_buyers,
    supply_counterparts,
    supply_pairs,
    supply_payers,
    supply_price,
    supply_shares,
    supply_spenders,
)
from .telling import attribute_announced
from .turns import in_turn, to_each
from .upfront import transfer_fees, upfront_sums
from .values import value_deals

#: Types that are dated by the day on which they were announced, when the article gives no other.
ANNOUNCED = ("acquisition", "agreement", "financing", "investment")
#: Types that are dated by their beginning.
GOES_ON = ("lawsuit", "valuation")

#: What a company owes is a figure of its books, unless it is told as a fee or a tax that it has to pay.
OWED = OWES


class Linker:
    """All fact linkers behind one call."""

    def __init__(self, patterns: Patterns):
        self._qualifier = Qualifier(patterns)
        data = patterns.load("facts.toml", FactFile)
        light = data.light
        self._plain = frozenset(light.plain)
        self._keys = KeyReader(patterns, data.lemmas, self._plain)
        self._reader = PartyReader(light.part, light.proxy, light.organ)
        self._frames = Frames(patterns, self._qualifier, self._reader)
        self._results = ResultLinker(patterns, self._reader)
        self._cases = CaseLinker(patterns)
        self._dividends = DividendLinker(patterns)
        self._brackets = BracketLinker(patterns)
        self._brokered = BrokeredLinker(patterns)
        self._backers = BackerLinker(patterns)
        self._rounds = RoundLinker(patterns)
        self._lenders = LenderLinker(patterns)
        self._positions = PositionLinker(patterns)
        self._sequels = SequelLinker(patterns)

    def wants(self, text: str, sums: int, parties: int) -> bool:
        """Whether a sentence with so many sums and parties may tell a fact and is worth parsing."""
        return self._frames.wants(text, sums, parties) or (sums > 0 and self._results.wants(text))

    def link(
        self,
        analysis: Analysis,
        resolution: Resolution,
        money: Sequence[Money],
        dates: Sequence[Date],
        reading: Reading | None = None,
    ) -> list[tuple[Draft, Span, list[Span]]]:
        """Each distinct fact with the span of its best sentence and those of its repetitions."""
        main = main_party(analysis, resolution)
        told_figures = self._results.link(analysis, resolution, money, dates, main)
        drafts: list[Draft] = []
        backers: list[Draft] = []
        prices: list[tuple[str, int]] = []
        round_told: Round | None = None
        for number, sentence in enumerate(analysis.sentences):
            sums = [m for m in money if sentence.start <= m.start < sentence.end]
            times = [d for d in dates if sentence.start <= d.start < sentence.end]
            if _REPOSTED.match(analysis.article.text, sentence.start, sentence.end):
                continue
            parse = analysis.parses.get(number)
            results = told_figures.drafts.get(number, [])
            results = [spent(draft, analysis.article.text) for draft in results]
            results = [draft for draft in results if not _pays_out(draft, analysis.article.text, sentence.start)]
            figures = {draft.money for draft in results if draft.rule != OWED}
            drafts += results + self._cases.link(analysis, number, resolution)
            backers += self._backers.link(analysis, number, resolution)
            drafts += self._brackets.link(analysis, number, resolution, sums, times)
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
            told = to_each(scene, in_turn(scene, settle_fines(scene, self._frames.drafts(scene))))
            own = [draft for draft, _ in told]
            due = {draft.money for draft in own if draft.type == "payment"}
            drafts = [d for d in drafts if d.rule != OWED or d.money not in due]
            investors, round_told = self._rounds.link(analysis, number, resolution, sums, own, round_told)
            for draft, trigger in told + self._frames.instalments(scene, told):
                goes_on = draft.type in GOES_ON or draft.status in ("ongoing", "proposed")
                draft.date = when(scene, trigger, times, goes_on)
                if draft.date is None and draft.type in ANNOUNCED and draft.status in ("completed", "expected"):
                    draft.date = announced(scene, times)
                self._attribute(scene, draft, trigger)
                drafts.append(draft)
            date_each(scene, told, times)
            drafts += investors
        brokered = self._brokered.link(analysis, resolution, money, dates)
        told_by_broker = {d.sentence for d in brokered}
        drafts = [d for d in drafts if d.rule != "acquisition.sale" or d.sentence not in told_by_broker] + brokered
        drafts += self._positions.link(analysis, resolution, list(dates))
        drafts = self._dividends.link(analysis, drafts, money, main)
        drafts = name_targets(analysis.article.text, aim_investments(lend_issuers(drafts, main), main), main)
        name_objects(analysis, drafts, resolution, main)
        supply_sides(analysis, drafts, resolution)
        merge_shells(analysis, drafts, resolution, money)
        value_targets(analysis, drafts)
        drafts += value_deals(analysis, drafts, money, resolution)
        still_valued(analysis.article.text, drafts)
        drafts = earlier_values(analysis, second_prices(analysis, drafts, money), money, dates)
        attribute_announced(drafts, analysis, resolution)
        speak_for_companies(analysis.article.text, drafts, {m.id for m in money if m.qualifier != "vague"})
        drafts = answer_suits(drafts, self._frames.countering)
        self._sequels.supply(analysis, drafts, money)
        drafts = supply_paid(analysis.article.text, drafts, money)
        drafts += listed_grants(analysis, resolution, money, drafts)
        drafts = owed_sums(analysis, resolution, money, drafts, main)
        drafts += upfront_sums(analysis, resolution, money, drafts)
        drafts += transfer_fees(analysis, resolution, money, drafts)
        supply_price(drafts, prices, money)
        drafts = settle_between(drafts)
        supply_payers(drafts, resolution, main, money)
        share_payees(drafts)
        supply_shares(drafts)
        drafts = supply_spenders(drafts, main)
        supply_buyers(drafts)
        names = {party.id: party.name for party in resolution.parties}
        pairs = partners(drafts)
        sue_neighbours(analysis, drafts, resolution, self._frames.supplied)
        supply_counterparts(drafts, main, pairs, names)
        drafts = supply_makers(drafts, resolution)
        supply_pairs(drafts, self._frames.supplied)
        drafts = [d for d in drafts if d.rule not in self._frames.supplied or has_both_sides(d)]
        drafts = settle_people(drafts, resolution)
        drafts = add_letters(analysis.article.text, analysis, drafts)
        drafts = settle_contracts(settle_customers(drafts, self._frames.customer_first), money)
        drafts = settle_leases(analysis, settle_targets(analysis.article.text, drafts), resolution)
        drafts = settle_brokers(analysis.article.text, drafts, resolution, main)
        drafts = settle_arrangers(analysis, drafts, names)
        drafts = settle_headlines(analysis, settle_lenders(drafts, names), money)
        drafts = self._lenders.link(analysis, drafts, resolution)
        drafts = settle_rivals(settle_rounds(settle_loans(drafts, money), money), self._plain)
        invested = {(d.subject, d.object) for d in drafts if d.type == "investment"}
        drafts += [d for d in backers if (d.subject, d.object) not in invested]
        said = told_by_reader(analysis, resolution, money, reading, drafts) if reading else []
        for draft in said:
            self._place(analysis, resolution, draft, money, dates, main)
        self._date_figures(analysis, drafts, said, money, dates, told_figures.periods)
        facts = merge(analysis, drafts + said, money, self._plain)
        self._keys.complete(analysis, resolution, [draft for draft, *_ in facts], money)
        return [
            (draft, *spans)
            for draft, *spans in facts
            if (draft.subject or draft.subject_text or draft.object)  # of who is only described nothing is known
            and (draft.type != "acquisition" or has_buyer(draft, analysis.article.text, resolution))
        ]

    def _place(
        self,
        analysis: Analysis,
        resolution: Resolution,
        draft: Draft,
        money: Sequence[Money],
        dates: Sequence[Date],
        main: str | None,
    ) -> None:
        """Give a learned draft its date and source, read at the verb above its sum or its other side."""
        parse = analysis.parses.get(draft.sentence)
        sentence = analysis.sentences[draft.sentence]
        times = [d for d in dates if sentence.start <= d.start < sentence.end]
        if parse is None:
            return
        tokens = parse.tokens(*draft.cues[0])
        if not tokens:
            return
        scene = Scene(analysis, draft.sentence, parse, resolution, money, main)
        event = tree.governor(tokens[0]) or tokens[0]
        if draft.date is None and draft.type != "result":
            draft.date = when(scene, event, times, draft.type in GOES_ON or draft.status in ("ongoing", "proposed"))
            if draft.date is None and draft.type in ANNOUNCED and draft.status in ("completed", "expected"):
                draft.date = announced(scene, times)
        self._attribute(scene, draft, event)

    def _date_figures(
        self, analysis: Analysis, drafts: Sequence[Draft], said: Sequence[Draft], money: Sequence[Money],
        dates: Sequence[Date], carried: Mapping[int, str | None],
    ) -> None:  # fmt: skip
        """Give each learned figure its period."""
        place = {m.id: m.start for m in money}
        told = {(d.sentence, place[d.money]): d.date for d in drafts if d.type == "result" and d.money}
        for draft in sorted((d for d in said if d.type == "result" and d.money), key=lambda d: place[d.money or ""]):
            sentence = analysis.sentences[draft.sentence]
            sums = [m for m in money if sentence.start <= m.start < sentence.end]
            times = [d for d in dates if sentence.start <= d.start < sentence.end]
            at = place[draft.money or ""]
            behind = max((key for key in told if key[0] == draft.sentence and key[1] < at), default=None)
            before = told[behind] if behind else None
            period = self._results.period_said(analysis, draft, times, sums, before, carried.get(draft.sentence))
            if period:
                draft.date = draft.keys["period"] = period
            told[draft.sentence, at] = period

    def _attribute(self, scene: Scene, draft: Draft, event: Token) -> None:
        """Set who says so: the sentence's speaker, else who stands after "according to"."""
        if draft.type == "valuation":
            self._attribute_valuation(scene, draft, event)
        if draft.source or self._qualifier.told_aside(event):
            return
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
        if verb.lemma_ == "show" and any(c.dep_ == "poss" for c in who[0].children):
            return  # "the company's balance sheet showed" is nobody's saying
        start, end = scene.parse.span([who[0]])
        party = scene.resolution.at(start, end)
        if party is None:
            apposed = (scene.parse.span([c]) for c in who[0].children if _apposed(c))
            party = next(filter(None, (scene.resolution.at(*span) for span in apposed)), None)
        if party is None and who[0].pos_ == "PRON":
            party = scene.resolution.pronoun(scene.parse, who[0], scene.number)
        if party is None and who[0].pos_ in ("NOUN", "PROPN"):
            start, end = scene.parse.span(tree.named_in_full(who[0]))
            named = scene.text[start:end]
            placed = any(e.label in ("GPE", "LOC") and e.start <= start < e.end for e in scene.analysis.entities)
            nobody = placed or _NO_SPEAKER.search(named)  # a dateline says nothing, nor does a clause
            party = None if nobody else named
        if party:
            draft.source = party
            draft.cues.append(Span(*scene.parse.span([verb])))

    @staticmethod
    def _attribute_valuation(scene: Scene, draft: Draft, event: Token) -> None:
        """ "Forbes puts her fortune at", "is valued by analysts at": who values is who says so."""
        if event.pos_ != "VERB":
            return
        who = tree.agents(event)[:1]
        party = scene.resolution.at(*scene.parse.span(who)) if who else None
        if party and party not in (draft.subject, draft.object):
            draft.source = party
        elif who and party is None and tree.is_passive(event) and who[0].lemma_ in VALUERS:
            draft.source = scene.text[slice(*scene.parse.span(tree.named_in_full(who[0])))]



def _apposed(token: Token) -> bool:
    """Whether the token is an apposition behind a comma, or the name right behind its noun ("the planemaker Tier")."""
    if token.dep_ != "appos" or token.left_edge.i == 0:
        return False
    return token.left_edge.nbor(-1).text == "," or (token.pos_ == "PROPN" and token.left_edge.i == token.head.i + 1)


#: Words for those who put a value on a company.
VALUERS = ("analyst", "investor", "exchange", "bank", "banker", "broker", "adviser", "advisor", "shareholder", "market")
#: Sources that a party's name behind them doesn't name: "documents seen by The Beacon", "people close to Tier".
_UNNAMED = re.compile(
    r"((?:[\w-]+\s){0,4}[\w-]+)\s(?:seen|obtained|reviewed|viewed)\sby\b"
    r"|((?:[\w-]+\s){0,2}(?:people|persons?|sources?)\s(?:familiar|close|briefed|with|who)\b.*)"
)

_NO_SPEAKER = re.compile(r"\d{4}|^\s|^(?:it|he|she|they|we|this|that|there)\b|^.{90}", re.I)

#: The line that a blog puts under a syndicated article: it only repeats the headline.
_REPOSTED = re.compile(r"The post \S.{0,300} appeared first on\b")

def spent(draft: Draft, text: str) -> Draft:
    """A figure of capital expenditure is told as a result, but is spending."""
    word = next((cue for cue in draft.cues if _OUTLAY.fullmatch(text, cue.start, cue.end)), None)
    if word is None:
        return draft
    keys = {key: value for key, value in draft.keys.items() if key not in ("metric", "period")}
    period = draft.keys.get("period") if draft.status != "expected" else None
    return replace(draft, type="spending", object_text=word, keys=keys, date=draft.date or period)


def _pays_out(draft: Draft, text: str, start: int) -> bool:
    """ "Paid $3 million in royalties": a payment is no revenue of who makes it."""
    royalties = any(text[c.start : c.end].lower().endswith("royalties") for c in draft.cues)
    return royalties and _PAYS.search(text, start, draft.cues[0].start) is not None


_PAYS = re.compile(r"\b(?:pay|pays|paid|paying|owes?|owed)\b[^.;,]*$")
_OUTLAY = re.compile(
    r"capital (?:expenditures?|spending|outlays?|budget)|capex|total expenditure"
    r"|(?:advertising|public|government|R&D|research(?: and development)?|marketing|defen[cs]e|military|health(?:care)?"
    r"|welfare|infrastructure|social(?: security)?|education|security) (?:spending|budget|expenditure|outlays)",
    re.I,
)


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
