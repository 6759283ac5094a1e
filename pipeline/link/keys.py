"""Type-specific keys that a fact's construction leaves open: court, stake, instrument, matter, seller, purpose.

They are read off the fact's sentence, and off what the article's other facts say of the same parties.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..nlp import Analysis
from ..patterns import Patterns, Table
from ..records import Money
from ..resolve import Resolution
from .courts import COMMISSION
from .draft import Draft
from .merge import matter_words
from .purposes import Payment, likeliest

#: A court is the suit's when it stands in its sentence or in one so many before or behind.
COURT_BEFORE, COURT_BEHIND = 1, 2
#: The words of a matter are at most so many.
MATTER_WORDS = 10


class _Read(Table):
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


class Court(_Read):
    name: str
    context: str


class Words(_Read):
    words: str


class Matter(_Read):
    of: str
    stops: str
    skip: str
    unlike: str


class Seller(_Read):
    behind: str
    owner: str


class Purpose(_Read):
    donor: tuple[str, ...]
    charitable: str
    aided: tuple[str, ...]
    earned: tuple[str, ...]
    breaking: str
    fee: str


class KeyFile(Table):
    """`patterns/keys.toml`."""

    court: Court
    stake: Words
    instrument: Words
    matter: Matter
    seller: Seller
    purpose: Purpose


#: Who owns the buyer: "Halvor, in which Brandt holds a 40% stake,".
_IN_WHICH = re.compile(
    r",\s(?:in|of)\swhich\s[^,;.]{2,80}(?=,)"
    r"|,\s(?:\d[\d.]*\s?(?:%|per\scent)|majority)[\s-](?:owned|held)\sby[^,;.]{2,60}(?=,)"
)


class KeyReader:
    """Completes the keys of an article's facts."""

    def __init__(self, patterns: Patterns, lemmas: Mapping[str, str], plain: frozenset[str]):
        data = patterns.load("keys.toml", KeyFile)
        self._plain, self._lemmas = plain, lemmas
        self._court, self._law = re.compile(data.court.name), re.compile(data.court.context, re.I)
        self._stake = re.compile(data.stake.words)
        self._instrument = re.compile(rf"\b{data.instrument.words}\b", re.I)
        self._matter = re.compile(data.matter.of, re.I)
        self._stops, self._skip = re.compile(data.matter.stops), re.compile(data.matter.skip, re.I)
        self._no_matter = re.compile(data.matter.unlike, re.I)
        self._owned = re.compile(rf"(?:{data.seller.behind}|{data.seller.owner})")
        self._purpose = data.purpose
        self._charity = re.compile(data.purpose.charitable)
        self._breaking, self._fee = re.compile(data.purpose.breaking, re.I), re.compile(data.purpose.fee, re.I)

    def complete(
        self, analysis: Analysis, resolution: Resolution, drafts: Sequence[Draft], money: Sequence[Money]
    ) -> None:
        """Add to the `keys` of the drafts what can be told; what they have stays, but for courts, told in full, the
        purpose "other", and the aid of those who are no state.
        """
        sums = {m.id: m for m in money}
        names = {party.id: party.name for party in resolution.parties}
        deals = {frozenset((d.subject, d.object)) for d in drafts if d.type in ("acquisition", "agreement")}
        suits = {frozenset((d.subject, d.object)) for d in drafts if d.type == "lawsuit"}
        employed = {(d.subject, d.object) for d in drafts if d.type == "position"}
        sellers: dict[str, str] = {}
        for draft in drafts:
            if draft.type == "acquisition" and draft.object and "seller" in draft.keys:
                sellers.setdefault(draft.object, draft.keys["seller"])
        alone = _alone(drafts)
        for draft in drafts:
            text, span = analysis.article.text, analysis.sentences[draft.sentence]
            found: str | None = None
            key = ""
            if draft.type == "lawsuit":
                court = self._court_of(analysis, draft)  # in full; the construction gives only its first words
                draft.keys |= {"court": court} if court else {}
            elif draft.type in ("acquisition", "investment"):
                if "stake" not in draft.keys and draft in alone and not _priced_by_share(sums, draft):
                    asides = list(_IN_WHICH.finditer(text, span.start, span.end))
                    stakes = [
                        m.group()
                        for m in self._stake.finditer(text, span.start, span.end)
                        if not any(aside.start() <= m.start() < aside.end() for aside in asides)
                    ]
                    if len(stakes) == 1:
                        draft.keys["stake"] = stakes[0]
                if draft.type == "acquisition":
                    key, found = "seller", self._seller_of(analysis, resolution, draft, sellers)
            elif draft.type == "financing":
                key, found = "instrument", self._instrument_of(text, span.start, span.end, sums.get(draft.money or ""))
            elif draft.type == "agreement" and not matter_words(draft, self._plain):
                found = self._matter_of(text, span.start, span.end)
                if found:
                    draft.keys["matter"] = found
            elif draft.type == "payment" and draft.keys.get("purpose", "other") == "other":
                draft.keys["purpose"] = self._purpose_of(analysis, resolution, draft, names, deals, suits, employed)
                if draft.keys["purpose"] == "other" and (paid := sums.get(draft.money or "")):
                    draft.keys["purpose"] = _likeliest(analysis, resolution, draft, paid)
            given = draft.type == "payment" and draft.keys.get("purpose") == "aid" and draft.subject
            if given and resolution.kind(given) != "public_body":
                draft.keys["purpose"] = "donation"  # only states give aid
            if found and key and key not in draft.keys:
                draft.keys[key] = found

    def _court_of(self, analysis: Analysis, draft: Draft) -> str | None:
        text = analysis.article.text
        order = [0, *range(1, COURT_BEHIND + 1), *range(-1, -COURT_BEFORE - 1, -1)]
        for step in order:
            number = draft.sentence + step
            if not 0 <= number < len(analysis.sentences):
                continue
            span = analysis.sentences[number]
            if step and not self._law.search(text, span.start, span.end):
                continue
            courts = self._courts(text, span.start, span.end)
            if courts:
                return courts[0] if len(set(courts)) == 1 or step == 0 else None
        courts = self._courts(text, 0, len(text))
        return courts[0] if len(set(courts)) == 1 else None  # the article knows one court only

    def _courts(self, text: str, start: int, end: int) -> list[str]:
        named = (_trimmed(m.group()) for m in self._court.finditer(text, start, end))
        return [name for name in named if " " in name]

    def _seller_of(
        self, analysis: Analysis, resolution: Resolution, draft: Draft, sellers: Mapping[str, str]
    ) -> str | None:
        text, span = analysis.article.text, analysis.sentences[draft.sentence]
        known = sellers.get(draft.object or "")
        if known and known not in (draft.subject, draft.object):
            return known
        if draft.object_text:  # "the beer business of Mexico's FEMSA"
            start, end = draft.object_text.start, draft.object_text.end
            inside = [p for _, _, p, _ in resolution.overlapping(start, end) if p != draft.subject]
            owner = re.search(r"\bof\b|['’]s?\b", text[start:end])
            return inside[-1] if inside and owner else None
        ends = [e for _, e, p, _ in resolution.overlapping(span.start, span.end) if p == draft.object]
        for start, _, party, _ in resolution.overlapping(span.start, span.end):
            if party in (draft.subject, draft.object):
                continue
            if any(e <= start and self._owned.fullmatch(text, e, start) for e in ends):
                return party
        return None

    def _instrument_of(self, text: str, start: int, end: int, entry: Money | None) -> str | None:
        found = list(self._instrument.finditer(text, start, end))
        if not found:
            return None
        at = entry.start if entry else start
        return min(found, key=lambda m: (abs(m.start() - at), m.start())).group()

    def _matter_of(self, text: str, start: int, end: int) -> str | None:
        for match in self._matter.finditer(text, start, end):
            stop = self._stops.search(text, match.end(), end)
            words = text[match.end() : stop.start() if stop else end].strip()
            words = self._skip.sub("", words, count=1) if self._skip.match(words) else words
            if words and not self._no_matter.match(words):
                return " ".join(words.split()[:MATTER_WORDS]) if "\n" not in words else None
        return None

    def _purpose_of(
        self,
        analysis: Analysis,
        resolution: Resolution,
        draft: Draft,
        names: Mapping[str, str],
        deals: set[frozenset[str | None]],
        suits: set[frozenset[str | None]],
        employed: set[tuple[str | None, str | None]],
    ) -> str:
        """Gift, aid, pay or fee by who pays whom with which verb."""
        text, span, rules = analysis.article.text, analysis.sentences[draft.sentence], self._purpose
        words = text[span.start : span.end]
        verb = text[draft.cues[0].start : draft.cues[0].end].lower() if draft.cues else ""
        verb = self._lemmas.get(verb, verb)
        payer = resolution.kind(draft.subject) if draft.subject else None
        payee = resolution.kind(draft.object) if draft.object else None
        pair = frozenset((draft.subject, draft.object))
        if pair in deals and draft.status == "conditional" and self._breaking.search(words):
            return "fee"
        if self._fee.search(COMMISSION.sub("", words)) and payee != "person":
            return "fee"
        if None not in pair and pair in suits and _is_form(verb, ("pay",)) and draft.status != "conditional":
            return "settlement"
        paid = payee == "person" and pair not in deals and (draft.object, draft.subject) in employed
        if paid and _is_form(verb, rules.earned):
            return "salary"
        if payer != "public_body" and _is_form(verb, ("donate", "bequeath", "gift")):
            return "donation"
        charity = payer in ("organization", "company") and self._charity.search(names[draft.subject or ""]) is not None
        if (charity or (payer == "person" and payee == "organization")) and _is_form(verb, rules.donor):
            return "donation"
        helped = payee in ("company", "organization", "public_body") or draft.object_text is not None
        if payer == "public_body" and helped and _is_form(verb, rules.aided):
            return "aid"
        return "other"


def _likeliest(analysis: Analysis, resolution: Resolution, draft: Draft, paid: Money) -> str:
    """What the words around the sum make the likeliest purpose; "other" where the sum stands in another sentence."""
    text, span = analysis.article.text, analysis.sentences[draft.sentence]
    if not span.start <= paid.start < span.end:
        return "other"
    payer, payee = ((party and resolution.kind(party)) for party in (draft.subject, draft.object))
    payer_text, payee_text = (
        words and text[words.start : words.end] for words in (draft.subject_text, draft.object_text)
    )
    places = (span.start, span.end, paid.start, paid.end)
    return likeliest(Payment(text, *places, payer, payee, payer_text, payee_text, paid.per, draft.status))


def _alone(drafts: Sequence[Draft]) -> list[Draft]:
    """Acquisitions and investments that share their sentence with no other of other parties."""
    seen: dict[int, set[tuple[object, object]]] = {}
    deals = [d for d in drafts if d.type in ("acquisition", "investment")]
    for draft in deals:
        seen.setdefault(draft.sentence, set()).add((draft.object, draft.object_text))
    return [draft for draft in deals if len(seen[draft.sentence]) == 1]


def _priced_by_share(sums: Mapping[str, Money], draft: Draft) -> bool:
    entry = sums.get(draft.money or "")
    return entry is not None and entry.per == "share"


def _is_form(verb: str, lemmas: Sequence[str]) -> bool:
    """Whether a word is a form of one of some English verbs: "gave", "giving", "pledges"."""
    if verb in lemmas or _IRREGULAR.get(verb) in lemmas:
        return True
    for ending in ("s", "es", "ed", "d", "ing"):
        stem = verb.removesuffix(ending)
        single = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
        if stem != verb and not {stem, f"{stem}e", single}.isdisjoint(lemmas):
            return True
    return False


_IRREGULAR = {
    "gave": "give", "given": "give", "left": "leave", "paid": "pay", "got": "get", "gotten": "get", "made": "make",
    "drew": "draw", "drawn": "draw", "took": "take", "taken": "take", "gifts": "gift",
}  # fmt: skip


def _trimmed(name: str) -> str:
    return re.sub(r"^(?:The|A|An|In|At|On|But|And|When)\s", "", name).strip(" .,’'")

