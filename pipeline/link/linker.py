"""One article's facts: the linkers in turn over its sentences, what they leave out supplied, rivals settled, merged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..mentions import Span
from ..nlp import Analysis
from ..patterns import Patterns
from ..qualify import Qualifier
from ..reader import Reading
from ..records import Date, Money
from ..resolve import Resolution
from .attribution import Attribution
from .backers import BackerLinker
from .borrowers import lend_to_borrowers
from .brackets import BracketLinker
from .brokered import BrokeredLinker
from .buybacks import name_stock
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
from .frames.when import date_each, date_of
from .grants import listed_grants
from .in_a_row import deals_in_a_row
from .instruments import mentioned_instruments
from .keys import KeyReader
from .known import Known
from .later import add_letters, name_objects, supply_makers, supply_paid, supply_sides
from .leases import settle_leases
from .lenders import LenderLinker
from .merge import merge
from .other_side import earlier_sums, mutual_fees, parts_of_awards, spare_judges, supply_nearest
from .positions.linker import PositionLinker
from .results.linker import ResultLinker, Told
from .rounds import Round, RoundLinker
from .said import SaidLinker, name_owners, price_by_reader, supply_sides_said, without_doubtful
from .sequel import SequelLinker
from .settle import (
    has_both_sides,
    has_buyer,
    settle_arrangers,
    settle_asked,
    settle_brokers,
    settle_contracts,
    settle_customers,
    settle_headlines,
    settle_lenders,
    settle_loans,
    settle_own,
    settle_people,
    settle_rivals,
    settle_rounds,
    settle_shares,
    settle_targets,
)
from .shared import call_spending, share_sums
from .supply import (
    answer_suits,
    call_gifts,
    for_needs,
    from_elsewhere,
    lend_issuers,
    most_named,
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
from .together import joint_buyers, officer_buyers
from .told_after import AfterLinker, later_prices
from .turns import in_turn, to_each
from .upfront import transfer_fees, upfront_sums
from .values import value_deals


@dataclass(slots=True)
class _Told:
    """What the sentences have told so far; `prices` with the numbers of their sentences."""

    figures: Told
    results: list[Draft] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    backers: list[Draft] = field(default_factory=list)
    prices: list[tuple[str, int]] = field(default_factory=list)
    round: Round | None = None

    def add_round(self, told: tuple[list[Draft], Round | None]) -> None:
        drafts, self.round = told
        self.drafts += drafts


class Linker:
    """All fact linkers behind one call."""

    def __init__(self, patterns: Patterns):
        qualifier = Qualifier(patterns)
        self._attribution = Attribution(qualifier)
        data = patterns.load("facts.toml", FactFile)
        light = data.light
        self._plain = frozenset(light.plain)
        self._keys = KeyReader(patterns, data.lemmas, self._plain)
        self._reader = PartyReader(light.part, light.proxy, light.organ)
        self._frames = Frames(patterns, qualifier, self._reader)
        self._results = ResultLinker(patterns, self._reader)
        self._cases = CaseLinker(patterns)
        self._dividends = DividendLinker(patterns)
        self._brackets = BracketLinker(patterns)
        self._brokered = BrokeredLinker(patterns)
        self._backers = BackerLinker(patterns)
        self._rounds = RoundLinker(patterns)
        self._lenders = LenderLinker(patterns)
        self._after = AfterLinker(patterns)
        self._positions = PositionLinker(patterns)
        self._sequels = SequelLinker(patterns)
        self._said = SaidLinker(self._results, self._positions, self._attribution)

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
        known = Known(analysis, resolution, money, dates, main_party(analysis, resolution))
        told = self._sentences(known)
        drafts = self._settle(self._complete(told, known), known)
        invested = {(d.subject, d.object) for d in drafts if d.type == "investment"}
        drafts += [d for d in told.backers if (d.subject, d.object) not in invested]
        if reading:
            drafts = without_doubtful(analysis, money, reading, drafts)
            name_owners(resolution, reading, drafts)
            supply_sides_said(analysis, resolution, money, reading, drafts)
        drafts += earlier_sums(known.text, analysis, money, drafts)
        if reading:
            said = self._said.link(known, reading, drafts, told.figures.periods)
            said = [draft for draft in said if not _is_reposted(analysis, draft.sentence)]
            share_sums(known, drafts, said)
            drafts += said + later_prices(analysis, resolution, money, drafts, said)
            price_by_reader(analysis, money, reading, drafts)
        supply_nearest(drafts, for_needs(known.text, money))
        call_spending(known, drafts)
        name_stock(analysis, drafts)
        facts = merge(analysis, drafts, money, self._plain)
        self._keys.complete(analysis, resolution, [draft for draft, *_ in facts], money)
        return [
            (draft, *spans)
            for draft, *spans in facts
            # of who is only described nothing is known, but for a company that sells something of its own
            if (draft.subject or draft.subject_text or draft.object or draft.keys.get("seller"))
            and (draft.type != "acquisition" or has_buyer(draft, analysis.article.text, resolution))
            # nobody invests in a person
            and (draft.type != "investment" or not draft.object or resolution.kind(draft.object) != "person")
        ]

    def _sentences(self, known: Known) -> _Told:
        """What the sentences tell one by one."""
        analysis, resolution, main = known.analysis, known.resolution, known.main
        told = _Told(self._results.link(analysis, resolution, known.money, known.dates, main))
        for number in range(len(analysis.sentences)):
            if _is_reposted(analysis, number):
                continue
            sums, times = known.sums(number), known.times(number)
            self._surface(told, known, number, sums, times)
            parse = analysis.parses.get(number)
            if parse is None:
                told.add_round(self._rounds.link(analysis, number, resolution, sums, (), told.round))
                continue
            figures = {draft.money for draft in told.results if draft.rule != OWES}
            scene = Scene(analysis, number, parse, resolution, [m for m in sums if m.id not in figures], main)
            self._parsed(told, scene, sums, times)
        return told

    def _surface(
        self,
        told: _Told,
        known: Known,
        number: int,
        sums: Sequence[Money],
        times: Sequence[Date],
    ) -> None:
        """What is read off the words of a sentence; `told.results` are its figures."""
        analysis, resolution, text = known.analysis, known.resolution, known.text
        sentence = analysis.sentences[number]
        results = [spent(draft, text) for draft in told.figures.drafts.get(number, ())]
        told.results = [draft for draft in results if not _pays_out(draft, text, sentence.start)]
        told.drafts += told.results + self._cases.link(analysis, number, resolution)
        told.backers += self._backers.link(analysis, number, resolution)
        told.drafts += self._brackets.link(analysis, number, resolution, sums, times)
        price = self._frames.price_in(text, sentence.start, sentence.end, sums)
        if price:
            told.prices.append((price, number))

    def _parsed(self, told: _Told, scene: Scene, sums: Sequence[Money], times: Sequence[Date]) -> None:
        """What is read off the parse of a sentence."""
        for draft in told.results:
            tokens = scene.parse.tokens(*draft.cues[0])
            if tokens:
                self._attribution.attribute(scene, draft, tokens[-1])
        framed = to_each(scene, in_turn(scene, settle_fines(scene, self._frames.drafts(scene))))
        own = [draft for draft, _ in framed]
        due = {draft.money for draft in own if draft.type == "payment" or draft.rule == "financing.owes"}
        told.drafts = [d for d in told.drafts if d.rule != OWES or d.money not in due]
        investors = self._rounds.link(scene.analysis, scene.number, scene.resolution, sums, own, told.round)
        for draft, trigger in framed + self._frames.instalments(scene, framed):
            draft.date = date_of(scene, draft, trigger, times)
            self._attribution.attribute(scene, draft, trigger)
            told.drafts.append(draft)
        date_each(scene, framed, times)
        told.add_round(investors)

    def _complete(self, told: _Told, known: Known) -> list[Draft]:
        """What the sentences leave out, supplied from their neighbours and from the article as a whole."""
        analysis, resolution, money, dates = known.analysis, known.resolution, known.money, known.dates
        main, text = known.main, known.text
        brokered = self._brokered.link(analysis, resolution, money, dates)
        told_by_broker = {d.sentence for d in brokered}
        drafts = [d for d in told.drafts if d.rule != "acquisition.sale" or d.sentence not in told_by_broker] + brokered
        drafts = deals_in_a_row(analysis, resolution, money, drafts)
        posts = self._positions.link(analysis, resolution, list(dates))
        drafts += [draft for draft in posts if not _is_reposted(analysis, draft.sentence)]
        drafts = self._dividends.link(analysis, drafts, money, main)
        drafts = name_targets(text, aim_investments(lend_issuers(drafts, main), main), main)
        name_objects(analysis, drafts, resolution, main)
        supply_sides(analysis, drafts, resolution)
        officer_buyers(analysis, drafts, resolution)
        drafts += joint_buyers(analysis, drafts, resolution)
        merge_shells(analysis, drafts, resolution, money)
        value_targets(analysis, drafts)
        drafts += value_deals(analysis, drafts, money, resolution)
        still_valued(text, drafts)
        drafts = earlier_values(analysis, second_prices(analysis, drafts, money), money, dates)
        attribute_announced(drafts, analysis, resolution)
        speak_for_companies(text, drafts, {m.id for m in money if m.qualifier != "vague"})
        drafts = answer_suits(drafts, self._frames.countering)
        drafts = self._after.link(analysis, resolution, money, drafts, main)
        self._sequels.supply(analysis, drafts, money)
        drafts = supply_paid(text, drafts, money)
        drafts += listed_grants(analysis, resolution, money, drafts)
        drafts = owed_sums(analysis, resolution, money, drafts, main)
        drafts += upfront_sums(analysis, resolution, money, drafts)
        drafts += transfer_fees(analysis, resolution, money, drafts)
        drafts += mentioned_instruments(analysis, resolution, money, drafts, main)
        supply_price(drafts, told.prices, money)
        drafts = settle_between(drafts)
        spare_judges(drafts)
        supply_payers(drafts, resolution, main, money, from_elsewhere(text, money))
        share_payees(drafts)
        supply_shares(drafts)
        drafts += mutual_fees(analysis, money, drafts) + parts_of_awards(analysis, money, drafts)
        named = None if main else most_named(resolution)
        drafts = supply_spenders(drafts, main, named)
        supply_buyers(drafts, self._plain)
        names = {party.id: party.name for party in resolution.parties}
        pairs = partners(drafts)
        sue_neighbours(analysis, drafts, resolution, self._frames.supplied)
        supply_counterparts(drafts, main, pairs, names, for_needs(text, money), named)
        call_gifts(text, drafts, resolution)
        drafts = supply_makers(drafts, resolution)
        supply_pairs(drafts, self._frames.supplied)
        return [d for d in drafts if d.rule not in self._frames.supplied or has_both_sides(d)]

    def _settle(self, drafts: list[Draft], known: Known) -> list[Draft]:
        """Which of several readings of one sum or deal stands; letters of intent, landlords and lenders are added."""
        analysis, resolution, money, text = known.analysis, known.resolution, known.money, known.text
        names = {party.id: party.name for party in resolution.parties}
        drafts = settle_own(analysis, settle_people(drafts, resolution), money, resolution)
        drafts = add_letters(text, analysis, drafts)
        drafts = settle_contracts(settle_customers(settle_asked(drafts), self._frames.customer_first), money)
        drafts = settle_leases(analysis, settle_targets(text, drafts), resolution)
        drafts = settle_brokers(text, drafts, resolution, known.main)
        drafts = settle_arrangers(analysis, drafts, names)
        drafts = lend_to_borrowers(analysis, resolution, money, drafts, known.main)
        drafts = settle_shares(drafts, money)
        drafts = settle_headlines(analysis, settle_lenders(drafts, names, text), money)
        drafts = self._lenders.link(analysis, drafts, resolution)
        return settle_rivals(settle_rounds(settle_loans(drafts, money), money), self._plain)


#: The line that a blog puts under a syndicated article: it only repeats the headline.
_REPOSTED = re.compile(r"The post \S.{0,300} appeared first on\b")


def _is_reposted(analysis: Analysis, number: int) -> bool:
    sentence = analysis.sentences[number]
    return _REPOSTED.match(analysis.article.text, sentence.start, sentence.end) is not None


def spent(draft: Draft, text: str) -> Draft:
    """A figure of capital expenditure is told as a result, but is spending."""
    word = next((cue for cue in draft.cues if _OUTLAY.fullmatch(text, cue.start, cue.end)), None)
    if word is None:
        return draft
    keys = {key: value for key, value in draft.keys.items() if key not in ("metric", "period")}
    period = draft.keys.get("period") if draft.status != "expected" else None
    return replace(draft, type="spending", object_text=word, keys=keys, date=draft.date or period)


def _pays_out(draft: Draft, text: str, start: int) -> bool:
    """ "Paid $3 million in royalties", "paid Kerr's costs of $3 million": a payment is no figure of who makes it."""
    royalties = any(text[c.start : c.end].lower().endswith(("royalties", "costs")) for c in draft.cues)
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
