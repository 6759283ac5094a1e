"""What a deal's later sentences say of it: its price in other figures, what else was bought, who bid less."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..mentions import Span
from ..nlp import Analysis
from ..patterns import Patterns
from ..records import Money
from ..resolve import Resolution
from .draft import Draft
from .name_lists import NameLists
from .rounds import RoundFile

#: How many sentences back the deal may be told.
REACH = 2
#: How many characters before a sum its words are looked for.
WINDOW = 90
LIST, PRICE, RIVAL = "acquisition.these", "acquisition.comes-to", "acquisition.rival"

_ABOUT = (
    r"(?:\s(?:about|around|nearly|some|roughly|approximately|almost|over|more\sthan|up\sto|just\sover|just\sunder|an?))*"
)
#: "That comes to $35 a share", "sources put the offer at $30 million", "which puts the stake at $3 billion".
_COMES_TO = re.compile(
    rf"(?:\b(?:that|which|this|it|the\s(?:offer|bid|price))\s(?:comes?|came|works?|worked|amounts?|amounted|adds?)"
    rf"(?:\sup|\sout)?\s(?:to|at)"
    rf"|\b(?:puts?|putting|pegs|pegged|estimated?)\s(?:the|its|that)\s(?:total\s)?(?:offer|bid|deal|price|stake"
    rf"|transaction|takeover|purchase|sale)(?:\sprice|[’']s\svalue)?\sat){_ABOUT}\s$",
    re.I,
)
#: "Holders will get $1.10 and 0.34 of a share, or $4.27 a share in all".
_IN_ALL = re.compile(
    rf"\b(?:share|stock)?(?:holders|investors)\b(?:[^.;]|\.\d){{0,60}}\b(?:receive|get)\b(?:[^.;]|\.\d){{0,90}},\sor{_ABOUT}\s$"
)

_LISTED = re.compile(
    r"(?:These|They|Those|Among\s(?:them|these|those)|The\s(?:acquisitions|acquired\s\w+|companies|purchases|targets))"
    r"(?:\s(?:acquisitions|companies|firms|businesses|purchases|deals))?\s(?:include[ds]?|comprise[ds]?|are|were)"
    r"(?:,\s(?:in\sparticular|among\sothers|for\sexample|notably),)?\s(?:the\s[a-z]+\s)?"
)
_SEVERAL = re.compile(
    r"\b(?:acquired|bought|purchased|took\sover|taken\sover)\b[^.;]{0,60}\b(?:companies|firms|businesses|rivals|competitors"
    r"|chains|start-?ups|agencies|practices|brands|operators)\b"
    r"|\b(?:companies|firms|businesses|rivals|competitors|chains|start-?ups|agencies|practices|brands|operators)\s"
    r"(?:were|have\sbeen|had\sbeen)\s(?:acquired|bought|purchased|taken\sover)\b"
    r"|\b(?:made|completed|closed|carried\sout|concluded)\s(?:[\w-]+\s){1,4}(?:acquisitions|takeovers|purchases)\b",
    re.I,
)
_UNDONE = re.compile(
    r"\b(?:sold|divest\w*|plans?|planned|intends?|hopes?|wants?|would|could|may|might|not|never|clients?)\b"
)

_BIDDER = re.compile(
    r",?\s(?:the|an?)\s(?:only|sole|one|other|rival|competing|losing|second|unsuccessful|next)\s"
    r"(?:(?:other|rival|competing|losing|remaining)\s)?(?:highest\s|binding\s)?"
    r"(?:bidder|suitor|offer|bid|contender|company|party|group|firm)\b"
    r"[^.;,$€£]{0,60},\s(?:had\s|has\s)?(?:proposed|offered|bid|put\sin|submitted|tabled)" + _ABOUT + r"\s$"
)


class AfterLinker:
    """Reads the sentences right behind a deal that go on with it."""

    def __init__(self, patterns: Patterns):
        self._lists = NameLists(patterns.load("rounds.toml", RoundFile).item)

    def link(
        self, analysis: Analysis, resolution: Resolution, money: Sequence[Money], drafts: list[Draft], main: str | None
    ) -> list[Draft]:
        """The drafts with what later sentences add; a deal without a price may get one in place."""
        prices = later_prices(analysis, resolution, money, drafts)
        return [*drafts, *prices, *self._bought(analysis, resolution, drafts, main)]

    def _bought(
        self, analysis: Analysis, resolution: Resolution, drafts: Sequence[Draft], main: str | None
    ) -> list[Draft]:
        """ "It bought five companies last year. These included Tier, Kerr and Brandt"."""
        text, found = analysis.article.text, []
        told = {(d.subject, d.object) for d in drafts if d.type == "acquisition"}
        for number, sentence in enumerate(analysis.sentences):
            cue = _LISTED.match(text, sentence.start, sentence.end) if number else None
            before = analysis.sentences[number - 1] if cue else None
            if cue is None or before is None or not _SEVERAL.search(text, before.start, before.end):
                continue
            if _UNDONE.search(text, before.start, before.end):
                continue
            deals = [d for d in drafts if d.type == "acquisition" and d.sentence == number - 1 and d.subject]
            named = [m[2] for m in resolution.overlapping(before.start, before.end)]
            firms = {party for party in named if resolution.kind(party) == "company"}
            buyer = deals[0].subject if deals else next(iter(firms)) if len(firms) == 1 else main if not firms else None
            mentions = [m for m in resolution.overlapping(cue.end(), sentence.end) if m[3] == "name"]
            for party in self._lists.after(text, cue.end(), mentions) if buyer else ():
                if party == buyer or (buyer, party) in told or resolution.kind(party) != "company":
                    continue
                date = deals[0].date if deals else None
                found.append(Draft("acquisition", number, LIST, buyer, party, date=date, cues=[Span(*cue.span())]))
        return found


def later_prices(
    analysis: Analysis,
    resolution: Resolution,
    money: Sequence[Money],
    drafts: Sequence[Draft],
    deals: Sequence[Draft] | None = None,
) -> list[Draft]:
    """The price of a deal told before in other figures, and what a rival offered for the same thing.

    `deals` are those that are meant, where not all of `drafts` are.
    """
    text, found, sums = analysis.article.text, [], {m.id: m for m in money}
    deals = drafts if deals is None else deals
    taken = {d.money for d in (*drafts, *deals) if d.type not in ("valuation", "agreement")}
    for number, sentence in enumerate(analysis.sentences):
        for entry in money:
            if not sentence.start <= entry.start < sentence.end or entry.id in taken or entry.equivalent_of:
                continue
            low = max(sentence.start, entry.start - WINDOW)
            cues = [Span(entry.start, entry.end)]
            rival = _BIDDER.search(text, low, entry.start)
            if rival:
                bidder = _named_before(text, resolution, sentence.start, rival.start())
                found += _outbid(deals, number, bidder, entry, cues) if bidder else []
                continue
            deal = _last_deal(deals, number)
            if deal is None:
                continue
            each = _IN_ALL.search(text, low, entry.start) is not None and entry.per == "share"
            if not each and not _COMES_TO.search(text, low, entry.start):
                continue
            if deal.money is None:
                deal.money, deal.cues = entry.id, [*deal.cues, *cues]
            elif sums[deal.money].per != entry.per and sums[deal.money].currency == entry.currency:
                keys = dict(deal.keys)
                found.append(replace(deal, sentence=number, rule=PRICE, money=entry.id, keys=keys, cues=cues))
    return found


def _named_before(text: str, resolution: Resolution, start: int, end: int) -> str | None:
    """The party whose name ends right there."""
    named = resolution.overlapping(start, end)
    return next((m[2] for m in named if m[3] == "name" and text[m[1] : end] in ("", ".")), None)


def _outbid(deals: Sequence[Draft], number: int, bidder: str, entry: Money, cues: list[Span]) -> list[Draft]:
    """What a rival offered for the same thing as who was told of last; a bid of his without a sum gets it in place."""
    deal = _last_deal([d for d in deals if d.subject != bidder], number)
    if deal is None or bidder in (deal.object, deal.keys.get("seller")):
        return []
    own = [d for d in deals if d.type == "acquisition" and d.sentence == number and d.subject == bidder and not d.money]
    for draft in own:
        draft.money, draft.keys = entry.id, deal.keys | draft.keys
    keys = dict(deal.keys)
    rival = replace(deal, sentence=number, rule=RIVAL, subject=bidder, subject_text=None, money=entry.id, keys=keys)
    return [] if own else [replace(rival, source=None, date=None, status="proposed", cues=cues)]


def _last_deal(drafts: Sequence[Draft], number: int) -> Draft | None:
    """The one purchase that was told last, if a sentence may still mean it."""
    deals = [d for d in drafts if d.type == "acquisition" and (d.object or d.object_text)]
    near = [d for d in deals if 0 <= number - d.sentence <= REACH]
    last = max((d.sentence for d in near), default=None)
    deals = [d for d in near if d.sentence == last and d.subject]
    return deals[0] if deals and len({(d.subject, d.object) for d in deals}) == 1 else None
