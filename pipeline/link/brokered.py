"""Sales told by whoever brokered them: "Halvor Realty arranged the sale of 12 Mill Road for $3 million.".

The grammar makes the broker the seller, and names buyer and seller elsewhere ("represented the seller, Brandt AG.
The buyer was a private investor"); so these sales are read off the surface.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..mentions import Span
from ..nlp import Analysis
from ..patterns import Patterns, Table
from ..records import Date, Money
from ..resolve import Resolution
from .draft import Draft

RULE = "acquisition.brokered"
#: Buyer and seller stand at most so many sentences after the sale.
REACH = 4
#: The name of a thing sold is no longer than this.
MAX_ASSET = 90
#: A name stands at most so many characters behind the words that say it is the buyer's ("Austin-based").
MAX_LEAD = 40
_FOR = re.compile(r"\bfor (?:(?:about|around|nearly|over|more than|approximately|a total of|just) )?$")


class BrokeredFile(Table):
    """`patterns/brokered.toml`."""

    broker: str
    sale: str
    unlike: str
    asset_end: str
    buyer: str
    seller: str
    unnamed: str
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    party: str | None
    words: Span


class BrokeredLinker:
    """Reads the sales of an article whose teller is their broker."""

    def __init__(self, patterns: Patterns):
        data = patterns.load("brokered.toml", BrokeredFile)
        self._broker, self._sale = re.compile(data.broker, re.I), re.compile(data.sale, re.I)
        self._unlike, self._asset_end = re.compile(data.unlike, re.I), re.compile(data.asset_end)
        self._buyer, self._seller = re.compile(data.buyer, re.I), re.compile(data.seller, re.I)
        self._unnamed = re.compile(data.unnamed, re.I)

    def link(
        self, analysis: Analysis, resolution: Resolution, money: Sequence[Money], dates: Sequence[Date]
    ) -> list[Draft]:
        """One draft a sale; those with neither a buyer nor a sum are left out."""
        text = analysis.article.text
        if not self._broker.search(text):
            return []
        drafts = []
        for number, sentence in enumerate(analysis.sentences):
            sale = self._sale.search(text, sentence.start, sentence.end)
            if not sale:
                continue
            asset = self._asset(text, sale.end(), sentence.end)
            if asset is None:
                continue
            draft = self._read(analysis, resolution, money, number, Span(*sale.span()), asset)
            draft.date = next((d.value for d in dates if sale.start() <= d.start < sale.end()), None)
            if draft.money or draft.subject or draft.subject_text:
                drafts.append(draft)
        return drafts

    def _read(
        self, analysis: Analysis, resolution: Resolution, money: Sequence[Money], number: int, sale: Span, asset: Span
    ) -> Draft:
        text = analysis.article.text
        last = analysis.sentences[min(number + REACH, len(analysis.sentences) - 1)]
        near = Span(analysis.sentences[number].start, last.end)
        buyer = self._side(text, self._buyer, near, resolution)
        seller = self._side(text, self._seller, near, resolution)
        draft = Draft("acquisition", number, RULE, money=_price(text, money, sale, asset, near), cues=[sale])
        draft.object = _named(resolution, asset)
        draft.object_text = None if draft.object else asset
        if buyer:
            draft.subject, draft.subject_text = buyer.party, None if buyer.party else buyer.words
        if seller and seller != buyer:
            draft.keys["seller"] = seller.party or text[seller.words.start : seller.words.end]
        return draft

    def _asset(self, text: str, start: int, end: int) -> Span | None:
        stop = self._asset_end.search(text, start, end)
        span = Span(start, min(stop.start() if stop else end, start + MAX_ASSET))
        words = text[span.start : span.end]
        named = re.match(r"(?:an? |the |its |two |three |four |five )|[A-Z0-9]", words)
        return span if named and not self._unlike.search(words) else None

    def _side(self, text: str, cue: re.Pattern[str], near: Span, resolution: Resolution) -> _Side | None:
        """The first name or description that stands right behind a cue."""
        for match in cue.finditer(text, near.start, near.end):
            start = match.end()
            unnamed = self._unnamed.match(text, start, near.end)
            if unnamed:
                return _Side(None, Span(*unnamed.span()))
            for low, high, party, form in resolution.overlapping(start, min(start + MAX_LEAD, near.end)):
                if form == "name" and low >= start and re.fullmatch(r"(?:[\w.,-]+-based )?", text[start:low]):
                    return _Side(party, Span(low, high))
        return None


def _named(resolution: Resolution, asset: Span) -> str | None:
    """The party whose name the asset is."""
    for low, high, party, form in resolution.overlapping(asset.start, asset.end):
        if form == "name" and low <= asset.start + 4 and high >= asset.end:
            return party
    return None


def _price(text: str, money: Sequence[Money], sale: Span, asset: Span, near: Span) -> str | None:
    """The sum before "sale of" or behind "for"."""
    for entry in money:
        if entry.per or entry.equivalent_of or not near.start <= entry.start < near.end:
            continue
        if sale.start <= entry.start < sale.end:
            return entry.id
        if asset.end <= entry.start and entry.start - asset.end < 120 and _FOR.search(text, asset.end, entry.start):
            return entry.id
    return None
