"""An annotated article as annotation tools know it: spans with labels, and links between them.

A party is its mentions, tied to the first by `same`. A fact is a span on its trigger (or its evidence), linked to who
and what plays a part in it. What has neither place in the text nor a link stands in `values`, which each tool carries
in its own way. `sheet_of` and `gold_of` are inverse: what nobody has corrected comes back as it was.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from ..evaluate.gold import GoldError, gold_from_record, nth_at
from ..mentions import Span as Stretch
from ..patterns import Patterns
from ..read import article_from_text
from ..records import (
    Amount,
    ClauseType,
    DateType,
    Fact,
    FactType,
    Money,
    Party,
    PartyKind,
    Record,
)
from ..sentences import Splitter

KINDS, DATES = get_args(PartyKind), get_args(DateType)
MONEY = "money"
CLAUSES = tuple(f"clause-{kind}" for kind in get_args(ClauseType))
FACTS = tuple(f"fact-{kind}" for kind in get_args(FactType))
#: All labels of spans, and of links.
LABELS = (*KINDS, MONEY, *DATES, *CLAUSES, *FACTS)
SAME, PARTY, AMOUNT = "same", "party", "amount"
#: Slots of a fact that a party can fill; the first two have a `…_text` beside them for the article's own words.
SLOTS = ("subject", "object", "seller", "court", "source")
LINKS = (SAME, PARTY, *SLOTS, AMOUNT)
#: Keys of a gold fact that are values and neither links nor evidence.
FACT_VALUES = (
    "subject_text", "object_text", "date", "status", "negated", "metric", "period", "title", "change", "stake",
    "matter", "instrument", "purpose",
)  # fmt: skip


#: Labels of types that a pattern file of the user's own adds.
_OWN = re.compile(r"(?:clause|fact)-x_[a-z][a-z0-9_]*")
#: What gold says of a sum when its note says nothing.
MONEY_VALUES = {"currency": None, "amount": None, "qualifier": "exact"}


@dataclass
class Span:
    """A labelled stretch of the text, in code points; `id` is unique within its sheet."""

    id: str
    start: int
    end: int
    label: str
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def family(self) -> str:
        """What the label is one of: party, money, date, clause, fact."""
        return "party" if self.label in KINDS else "date" if self.label in DATES else self.label.partition("-")[0]


@dataclass(frozen=True)
class Link:
    """A labelled arrow from one span to another, by their ids."""

    label: str
    source: str
    target: str


@dataclass
class Sheet:
    """One article. `about` holds what gold says of it as a whole: `published` and `title`."""

    stem: str
    text: str
    about: dict[str, Any]
    spans: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


# Record -> sheet -------------------------------------------------------------------------------------------


def sheet_of(record: Record, stem: str) -> Sheet:
    """The sheet of a record."""
    article = record.article
    sheet = Sheet(stem, article.text, {"published": article.published, "title": article.title})
    gold = gold_from_record(record)
    for party, known in zip(record.parties, gold["parties"], strict=True):
        _add_party(sheet, party, known)
    for entry, known in zip(record.money, gold["money"], strict=True):
        values = {key: known[key] for key in known if key not in ("text", "nth") and known[key] is not None}
        sheet.spans.append(Span(entry.id, entry.start, entry.end, MONEY, values))
    for date in record.dates:
        if date.value is not None:
            sheet.spans.append(Span(date.id, date.start, date.end, date.type, {"value": date.value}))
    ids = {party.id for party in record.parties}
    for clause in record.clauses:
        values = {key: getattr(clause, key) for key in ("status", "trigger", "effect") if getattr(clause, key)}
        sheet.spans.append(Span(clause.id, clause.start, clause.end, f"clause-{clause.type}", values))
        sheet.links += (Link(PARTY, clause.id, party) for party in clause.parties if party in ids)
    sentences = _Sentences(sheet.text)
    for fact in record.facts:
        _add_fact(sheet, fact, record, sentences)
    return sheet


def _add_party(sheet: Sheet, party: Party, known: dict[str, Any]) -> None:
    """A span for each mention in words that gold lists; the first has the party's id and all others point to it."""
    words = {party.name, *party.aliases}
    mentions = [mention for mention in party.mentions if mention.text in words] or list(party.mentions[:1])
    spans = [
        Span(f"{party.id}.{number}" if number else party.id, mention.start, mention.end, party.kind)
        for number, mention in enumerate(mentions)
    ]
    if not spans:
        raise GoldError(f"{sheet.stem}: party {party.id} ({party.name}) has no mention in the text")
    name, aliases = _names(sheet.text, spans)
    values = {
        "party": party.id,
        "name": party.name if party.name != name else None,
        "also": sorted(set(party.aliases) - {name, *aliases}),
        "ticker": party.ticker,
    }
    spans[0].values = {key: value for key, value in values.items() if value}
    sheet.spans += spans
    sheet.links += (Link(SAME, span.id, party.id) for span in spans[1:])


def _add_fact(sheet: Sheet, fact: Fact, record: Record, sentences: _Sentences) -> None:
    evidence = Stretch(fact.evidence.start, fact.evidence.end)
    inside = [cue for cue in fact.cues if evidence.start <= cue.start and cue.end <= evidence.end]
    anchor = Stretch(inside[0].start, inside[0].end) if inside else evidence
    values = {key: getattr(fact, key) for key in FACT_VALUES if getattr(fact, key)}
    if sentences.around(anchor) != evidence:
        values["evidence"] = fact.evidence.text
    ids = {party.id for party in record.parties}
    for slot in SLOTS:
        filler = getattr(fact, slot)
        if filler in ids:
            sheet.links.append(Link(slot, fact.id, filler))
        elif filler:
            values[slot] = filler
    if fact.amount:
        money = _money_of(fact, fact.amount, record)
        if money:
            sheet.links.append(Link(AMOUNT, fact.id, money.id))
        else:
            values["amount"] = fact.amount.model_dump()
    sheet.spans.append(Span(fact.id, *anchor, f"fact-{fact.type}", values))


def _money_of(fact: Fact, amount: Amount, record: Record) -> Money | None:
    """The expression that gives the fact's sum: the linked one, or the only such one in the evidence."""
    if fact.money:
        entries = [money for money in record.money if money.id == fact.money]
    else:
        evidence = fact.evidence
        entries = [money for money in record.money if evidence.start <= money.start < evidence.end]
    return next((money for money in entries if _amount_of(_figures(money)) == amount), None)


def _figures(money: Money) -> dict[str, Any]:
    return {key: getattr(money, key) for key in ("currency", "amount", "min", "max", "per")}


def _amount_of(figures: dict[str, Any]) -> Amount:
    """The sum of a fact whose money has these values."""
    named = {key: figures.get(key) for key in ("currency", "min", "max", "per")}
    return Amount(value=figures.get("amount"), **named)


class _Sentences:
    """The sentences of a text: the evidence of a fact is the one that its trigger stands in."""

    def __init__(self, text: str):
        self._text = text
        self._spans: list[Stretch] | None = None

    def around(self, anchor: Stretch) -> Stretch:
        """The sentence around a stretch, without the white space at its ends; the stretch where it is in none."""
        if self._spans is None:
            found = _splitter().article(article_from_text(self._text))
            self._spans = [Stretch(sentence.start, sentence.end) for sentence in found]
        holding = (span for span in self._spans if span.start <= anchor.start and anchor.end <= span.end)
        found = next(holding, anchor)
        return _trimmed(self._text, found.start, found.end)


@cache
def _splitter() -> Splitter:
    return Splitter(Patterns())


def _trimmed(text: str, start: int, end: int) -> Stretch:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Stretch(start, start + len(words.strip()))


def _names(text: str, spans: list[Span]) -> tuple[str, list[str]]:
    """Name and aliases that mentions alone suggest: the longest of those in capitals, and all other words."""
    words = list(dict.fromkeys(text[span.start : span.end] for span in sorted(spans, key=lambda s: s.start)))
    named = [word for word in words if word[:1].isupper()] or words
    name = max(named, key=len)
    return name, [word for word in words if word != name]


# Sheet -> gold ---------------------------------------------------------------------------------------------

#: Finds the values of a span that nobody gave any: (sheet, span) -> values, or None.
Fill = Callable[[Sheet, Span], dict[str, Any] | None]


def gold_of(sheet: Sheet, fill: Fill) -> dict[str, Any]:
    """The gold that a sheet says, entries in the order of the text; `fill` is asked for sums and dates without values.

    Raises GoldError naming the article and the span that is at fault.
    """
    spans = _usable(sheet)
    heads, parties = _parties(sheet, spans)
    linked: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for link in sheet.links:
        if link.label != SAME:
            linked[link.source][link.label].append(link.target)
    gold: dict[str, Any] = {
        "published": sheet.about.get("published"), "title": sheet.about.get("title"), "parties": parties,
        "money": [], "dates": [], "clauses": [], "facts": [],
    }  # fmt: skip
    sentences = _Sentences(sheet.text)
    for span in sorted(spans.values(), key=lambda span: (span.start, span.end, span.id)):
        bound = _Bound(sheet, spans, heads, linked[span.id], span)
        if span.family == MONEY:
            gold["money"].append({**_quote(sheet, span), **bound.filled(fill, MONEY_VALUES)})
        elif span.family == "date":
            gold["dates"].append({**_quote(sheet, span), "type": span.label, **bound.filled(fill, {})})
        elif span.family == "clause":
            gold["clauses"].append(bound.clause())
        elif span.family == "fact":
            gold["facts"].append(bound.fact(sentences, fill))
    return gold


def _usable(sheet: Sheet) -> dict[str, Span]:
    """Spans by id, without white space at their ends."""
    spans = {}
    for span in sheet.spans:
        start, end = _trimmed(sheet.text, span.start, span.end)
        if span.label not in LABELS and not _OWN.fullmatch(span.label):
            raise GoldError(f"{sheet.stem}: unknown label {span.label!r} at {span.start}; see the label list")
        if not 0 <= span.start < span.end <= len(sheet.text) or start == end:
            raise GoldError(f"{sheet.stem}: {span.label} {span.start}–{span.end} holds no words of the text")
        spans[span.id] = Span(span.id, start, end, span.label, span.values)
    for link in sheet.links:
        if link.label not in LINKS:
            raise GoldError(f"{sheet.stem}: unknown relation {link.label!r}; known are {', '.join(LINKS)}")
        if missing := {link.source, link.target} - spans.keys():
            raise GoldError(f"{sheet.stem}: a relation {link.label!r} has an end ({missing.pop()}) without a span")
    return spans


def _parties(sheet: Sheet, spans: dict[str, Span]) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """The party id of each mention, and the parties, in the order of their numbers."""
    groups = {id_: [span] for id_, span in spans.items() if span.family == "party"}
    for link in sheet.links:
        if link.label == SAME and groups.keys() >= {link.source, link.target}:
            one, other = groups[link.source], groups[link.target]
            if one is not other:
                one += other
                groups.update((span.id, one) for span in other)
    distinct = {id(group): sorted(group, key=lambda span: (span.start, span.id)) for group in groups.values()}
    ordered = sorted(distinct.values(), key=lambda group: (group[0].start, group[0].id))
    heads, parties, taken = {}, [], {span.values.get("party") for group in ordered for span in group}
    free = (f"P{number}" for number in range(1, len(taken) + len(ordered) + 1) if f"P{number}" not in taken)
    given: set[str] = set()
    for group in ordered:
        own = (span.values["party"] for span in group if "party" in span.values)
        number = next((id_ for id_ in own if id_ not in given), None) or next(free)
        given.add(number)
        heads.update((span.id, number) for span in group)
        parties.append(_party(sheet.text, number, group))
    return heads, sorted(parties, key=lambda party: (len(party["id"]), party["id"]))


def _party(text: str, number: str, group: list[Span]) -> dict[str, Any]:
    values = {key: value for span in reversed(group) for key, value in span.values.items()}
    name, aliases = _names(text, group)
    if "name" in values:
        name, aliases = values["name"], [word for word in (name, *aliases) if word != values["name"]]
    kinds = [span.label for span in group]
    party = {"id": number, "name": name, "kind": max(kinds, key=kinds.count)}
    ticker = {"ticker": values["ticker"]} if "ticker" in values else {}
    return {**party, "aliases": [*aliases, *(w for w in values.get("also", ()) if w not in aliases)], **ticker}


@dataclass
class _Bound:
    """A span with what it is linked to."""

    sheet: Sheet
    spans: dict[str, Span]
    heads: dict[str, str]
    links: dict[str, list[str]]
    span: Span

    def filled(self, fill: Fill, defaults: dict[str, Any]) -> dict[str, Any]:
        """The values of a sum or a date; asked for where there are none."""
        values = self.span.values or fill(self.sheet, self.span)
        if values is None:
            raise self._fault("has no value, and none can be read from its words; write it into its note")
        return {**defaults, **values}

    def clause(self) -> dict[str, Any]:
        values = {"status": "in_force", **self.span.values}
        parties = sorted(set(self._heads(PARTY)), key=lambda id_: (len(id_), id_))
        type_ = self.span.label.removeprefix("clause-")
        return {**_quote(self.sheet, self.span), "type": type_, "parties": parties, **values}

    def fact(self, sentences: _Sentences, fill: Fill) -> dict[str, Any]:
        values = {"status": "completed", **self.span.values}
        start, end = sentences.around(Stretch(self.span.start, self.span.end))
        evidence = values.pop("evidence", self.sheet.text[start:end])
        fact = {"type": self.span.label.removeprefix("fact-"), **values}
        for slot in SLOTS:
            if heads := self._heads(slot):
                fact[slot] = heads[0]
                fact.pop(f"{slot}_text", None)
        if self.links.get(AMOUNT):
            money = self.spans[self.links[AMOUNT][0]]
            known = _Bound(self.sheet, self.spans, self.heads, {}, money).filled(fill, {})
            fact["amount"] = _amount_of(known).model_dump()
        return {**fact, "evidence": evidence}

    def _heads(self, label: str) -> list[str]:
        ends = self.links.get(label, [])
        if strangers := [end for end in ends if end not in self.heads]:
            raise self._fault(f"has a {label} that is no party ({self.spans[strangers[0]].label})")
        return [self.heads[end] for end in ends]

    def _fault(self, what: str) -> GoldError:
        words = self.sheet.text[self.span.start : self.span.end]
        return GoldError(f"{self.sheet.stem}: {self.span.label} {words[:60]!r} at {self.span.start} {what}")


def _quote(sheet: Sheet, span: Span) -> dict[str, Any]:
    return {"text": sheet.text[span.start : span.end], "nth": nth_at(sheet.text, span.start, span.end)}
