"""Scores records against gold. What counts as right, kind by kind:

Gold quotes are located in the record's own text; a quote that is not there counts as missed. Every pairing is
one-to-one and of greatest total weight (`match.pair_up`): the order of entries never matters, a gold entry is
found once at most, and what is found twice counts against precision.

money, dates
    `span`: the two spans are equal. `value`: the spans overlap and the value is equal (money: currency,
    amount, min and max; dates: the TIMEX3 value). `qualifier` and `type`: value and qualifier (or TIMEX3
    type) are right. `all`: span, value, qualifier (type) and `per` are right. `per` counts only entries that
    have one: value and `per` are right.
parties
    Paired by the names they share: gold's name and aliases with the record's name, aliases and mentions (no
    pronouns), compared without case, punctuation, articles, possessives and legal forms (`match.name_key`).
    `name`: the record's name is one of gold's names. `kind`: name right and kind equal. `aliases`: over name
    and aliases of all parties, each once: those that paired parties have in common are right.
clauses
    `type`: equal type, and the F-measure of the spans' characters is at least 0.5. `span`: the same without
    the type. `touch`: equal type and any overlap. Over the pairs of `span`: `status` and `parties`.
facts
    A party slot is right when the record's party is the one that gold's party is paired with; a record's
    party left single stands for the gold party it shares most names with (a split party is paid for once).
    Where either side has words instead of a party, words are compared: F-measure of words at least 0.5,
    against any name of the party. Missing on both sides is right, missing on one side is wrong.
    `strict`: type, subject, object and amount (currency, value, min, max; not `per`) are right.
    `lenient`: type and subject are right, and object or amount is present and right (where gold and record
    have neither, type and subject do). `exact`: strict, and every other slot and `negated` are right too.
    `slots`: over the best pairing of facts of equal type, filled slots of gold and record that agree.
    Attributes (status, date, source, negated): accuracy over the facts paired by `lenient`; type-specific
    keys over those of these pairs where gold or record has the key. Texts (title, stake, matter, instrument;
    seller, court and source when they are no parties) are compared as words, all else must be equal.

An accuracy (right out of judged) is kept as counts in which a wrong one is both a false positive and a false
negative, so that its F1 is the accuracy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.evaluate.gold import GoldArticle, GoldFact, GoldParty, locate
from pipeline.evaluate.match import SAME_TEXT, name_key, overlap, pair_up, same_text
from pipeline.mentions import Span
from pipeline.records import Amount, Fact, Party, Record

#: Weight of being right in a pairing; likeness below it only breaks ties.
RIGHT = 1_000

#: Rows of the table, in order: key and what it counts.
ROWS = {
    "money.span": "equal span",
    "money.value": "overlap, currency and amount",
    "money.qualifier": "value and qualifier",
    "money.per": "value and per (only where there is one)",
    "money.all": "span, value, qualifier, per",
    "dates.span": "equal span",
    "dates.value": "overlap and TIMEX3 value",
    "dates.type": "value and type",
    "dates.all": "span, value and type",
    "parties.name": "one-to-one, name right",
    "parties.kind": "name and kind right",
    "parties.aliases": "names of each party",
    "clauses.type": "type and overlap >= 0.5",
    "clauses.touch": "type and any overlap",
    "clauses.span": "overlap >= 0.5, any type",
    "facts.strict": "type, subject, object, amount",
    "facts.lenient": "type, subject, object or amount",
    "facts.exact": "strict and all other slots",
    "facts.slots": "filled slots, facts of one type",
}

#: Rows that are accuracies: over pairs of `clauses.span` and of `facts.lenient`.
CLAUSE_ACCURACIES = ("clause.status", "clause.parties")
FACT_TEXT_KEYS = ("title", "stake", "matter", "instrument", "seller", "court")
FACT_CODE_KEYS = ("metric", "period", "change", "purpose")
FACT_KEYS = FACT_CODE_KEYS + FACT_TEXT_KEYS
FACT_ACCURACIES = tuple(f"fact.{key}" for key in ("status", "date", "source", "negated", *FACT_KEYS))
ACCURACIES = CLAUSE_ACCURACIES + FACT_ACCURACIES
SLOTS = ("subject", "object", "amount", "date", "status", "source", *FACT_KEYS)


@dataclass(frozen=True, slots=True)
class Counts:
    """Entries found and right (tp), found and wrong (fp), missed (fn)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @classmethod
    def of(cls, right: int, gold: int, found: int) -> Counts:
        """Counts from how many are right, how many gold has and how many were found."""
        return cls(right, found - right, gold - right)

    @property
    def judged(self) -> int:
        """How many entries gold and record have together; 0 when there was nothing to find and none found."""
        return self.tp + self.fp + self.fn

    @property
    def precision(self) -> float:
        """Right out of found; 1 when nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Found out of gold; 1 when there was nothing to find."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 when there was nothing to find and nothing found."""
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self.judged else 1.0


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of gold, or one found without gold (`key` starts with `+`), and what is wrong with it.

    `key` names it independently of the record. No faults: it is right. `span` is where it stands, if known.
    """

    kind: str
    key: str
    label: str
    faults: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(slots=True)
class ArticleScore:
    """All figures of one article. `types` counts facts (strict) and clauses by type."""

    stem: str
    genre: str
    counts: dict[str, Counts] = field(default_factory=dict)
    types: dict[str, Counts] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    items: list[Item] = field(default_factory=list)
    text: str = ""

    def count(self, row: str, right: int, gold: int, found: int) -> None:
        """Set a row."""
        self.counts[row] = Counts.of(right, gold, found)

    def judge(self, row: str, verdicts: Iterable[bool]) -> None:
        """Set an accuracy."""
        judged = list(verdicts)
        self.count(row, sum(judged), len(judged), len(judged))


def score_article(article: GoldArticle, record: Record) -> ArticleScore:
    """Score one record against its gold."""
    score = ArticleScore(stem=article.stem, genre=article.genre, text=record.article.text)
    _score_money(score, article, record)
    _score_dates(score, article, record)
    parties = PartyMap(article, record)
    _score_parties(score, article, record, parties)
    _score_clauses(score, article, record, parties)
    _score_facts(score, article, record, parties)
    return score


# Money and dates -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Placed:
    """A gold or found entry with its span; None for a gold quote that the record's text does not have."""

    entry: Any
    span: Span | None


def _placed_gold(quotes: Iterable[Any], text: str) -> list[Placed]:
    return [Placed(quote, locate(text, quote.text, quote.nth)) for quote in quotes]


def _placed_found(entries: Iterable[Any]) -> list[Placed]:
    placed = [Placed(entry, Span(entry.start, entry.end)) for entry in entries]
    return sorted(placed, key=lambda p: (p.span, repr(p.entry.model_dump(exclude={"id", "parties"}))))


Test = Callable[[Placed, Placed], bool]


def _pairs(gold: list[Placed], found: list[Placed], right: Test) -> list[tuple[int, int]]:
    """Pairs that overlap and pass the test; among equals those that overlap more."""

    def weight(g: Placed, f: Placed) -> int:
        likeness = overlap(g.span, f.span)
        return RIGHT + round(100 * likeness) if likeness and right(g, f) else 0

    return pair_up(gold, found, weight)


def _same_span(gold: Placed, found: Placed) -> bool:
    return gold.span == found.span


def _same_money(gold: Placed, found: Placed) -> bool:
    g, f = gold.entry, found.entry
    return (g.currency, g.amount, g.min, g.max) == (f.currency, f.amount, f.min, f.max)


def _same(key: str) -> Test:
    return lambda gold, found: getattr(gold.entry, key) == getattr(found.entry, key)


def _all(*tests: Test) -> Test:
    return lambda gold, found: all(test(gold, found) for test in tests)


def _score_money(score: ArticleScore, article: GoldArticle, record: Record) -> None:
    gold, found = _placed_gold(article.gold.money, record.article.text), _placed_found(record.money)
    tests = {"span": _same_span, "value": _same_money, "qualifier": _same("qualifier"), "per": _same("per")}
    whole = _all(*tests.values())
    for row, test in (
        ("span", _same_span),
        ("value", _same_money),
        ("qualifier", _all(_same_money, _same("qualifier"))),
        ("all", whole),
    ):
        score.count(f"money.{row}", len(_pairs(gold, found, test)), len(gold), len(found))
    rated_gold, rated = [g for g in gold if g.entry.per], [f for f in found if f.entry.per]
    right = _pairs(rated_gold, rated, _all(_same_money, _same("per")))
    score.count("money.per", len(right), len(rated_gold), len(rated))
    _list_items(score, "money", gold, found, tests, _say_money)


def _score_dates(score: ArticleScore, article: GoldArticle, record: Record) -> None:
    gold, found = _placed_gold(article.gold.dates, record.article.text), _placed_found(record.dates)
    tests = {"span": _same_span, "value": _same("value"), "type": _same("type")}
    for row, test in (
        ("span", _same_span),
        ("value", _same("value")),
        ("type", _all(_same("value"), _same("type"))),
        ("all", _all(*tests.values())),
    ):
        score.count(f"dates.{row}", len(_pairs(gold, found, test)), len(gold), len(found))
    _list_items(score, "dates", gold, found, tests, lambda d: f"{d.type} {d.value}")


def _list_items(
    score: ArticleScore,
    kind: str,
    gold: list[Placed],
    found: list[Placed],
    tests: dict[str, Test],
    say: Callable[[Any], str],
) -> None:
    """Pair as many tests as possible, and write down what fails, what is missed and what is too much."""

    def weight(g: Placed, f: Placed) -> int:
        if not (likeness := overlap(g.span, f.span)):
            return 0
        return RIGHT * sum(test(g, f) for test in tests.values()) + max(1, round(100 * likeness))

    pairs = dict(pair_up(gold, found, weight))
    for index, g in enumerate(gold):
        key, label = f"{g.entry.text}#{g.entry.nth}", f"{g.entry.text!r} = {say(g.entry)}"
        if index not in pairs:
            score.items.append(Item(kind, key, label, ("missed",), g.span))
            continue
        f = found[pairs[index]]
        wrong = [name for name, test in tests.items() if not test(g, f)]
        got = f" (found {f.entry.text!r} = {say(f.entry)})" if wrong else ""
        score.items.append(Item(kind, key, label + got, tuple(wrong), g.span))
    for index, f in enumerate(found):
        if index not in pairs.values():
            key, label = f"+{f.span.start} {f.entry.text}", f"{f.entry.text!r} = {say(f.entry)}"
            score.items.append(Item(kind, key, label, ("too much",), f.span))


def _say_money(money: Any) -> str:
    value = money.amount if money.min is None and money.max is None else f"{money.min}..{money.max}"
    return f"{money.currency} {value} {money.qualifier}" + (f" per {money.per}" if money.per else "")


# Parties ---------------------------------------------------------------------------------------------------


class PartyMap:
    """Which record party is which gold party: the one-to-one pairing, and the nearest for those left over."""

    def __init__(self, article: GoldArticle, record: Record):
        self.gold = article.gold.parties
        self.found = sorted(record.parties, key=_party_order)
        self.gold_names = {p.id: {name_key(n) for n in (p.name, *p.aliases)} for p in self.gold}
        self.found_names = {p.id: _found_names(p) for p in self.found}
        self.gold_texts = {p.id: (p.name, *p.aliases) for p in self.gold}
        self.found_texts = {p.id: (p.name, *p.aliases) for p in self.found}
        self.pairs = pair_up(self.gold, self.found, self._weight)
        self.to_gold = self._nearest()
        self.to_gold |= {self.found[f].id: self.gold[g].id for g, f in self.pairs}

    def _weight(self, gold: GoldParty, found: Party) -> int:
        shared = len(self.gold_names[gold.id] & self.found_names[found.id])
        if not shared:
            return 0
        named = self.named(gold, found)
        return RIGHT * (1 + 2 * named + (named and gold.kind == found.kind)) + min(shared, RIGHT // 2)

    def named(self, gold: GoldParty, found: Party) -> bool:
        """Whether the record's name is one of gold's names."""
        return name_key(found.name) in self.gold_names[gold.id]

    def _nearest(self) -> dict[str, str]:
        nearest = {}
        for found in self.found:
            shared = {g.id: len(self.gold_names[g.id] & self.found_names[found.id]) for g in self.gold}
            best = max(self.gold, key=lambda g: (shared[g.id], g.name), default=None)
            if best is not None and shared[best.id]:
                nearest[found.id] = best.id
        return nearest

    def slot_of_gold(self, party: str | None, text: str | None) -> Slot | None:
        """A gold slot: a party, or words; None when it is not filled."""
        if party in self.gold_texts:
            return Slot(party, self.gold_texts[party])
        words = party or text
        return Slot(None, (words,)) if words else None

    def slot_of_found(self, party: str | None, text: str | None) -> Slot | None:
        """A record's slot, its party as gold's id (or one that gold doesn't have)."""
        if party in self.found_texts:
            return Slot(self.to_gold.get(party, f"+{party}"), self.found_texts[party])
        words = party or text
        return Slot(None, (words,)) if words else None


def _party_order(party: Party) -> tuple[Any, ...]:
    """An order that depends on neither ids nor the record's order."""
    return party.name, party.kind, sorted(_found_names(party)), [mention.start for mention in party.mentions]


def _found_names(party: Party) -> set[str]:
    mentions = (mention.text for mention in party.mentions if mention.form != "pronoun")
    return {name_key(name) for name in (party.name, *party.aliases, *mentions)}


def _score_parties(score: ArticleScore, article: GoldArticle, record: Record, parties: PartyMap) -> None:
    gold, found = parties.gold, parties.found
    named = [(g, f) for g, f in parties.pairs if parties.named(gold[g], found[f])]
    kinds = [(g, f) for g, f in named if gold[g].kind == found[f].kind]
    score.count("parties.name", len(named), len(gold), len(found))
    score.count("parties.kind", len(kinds), len(gold), len(found))
    own_names = {p.id: {name_key(n) for n in parties.found_texts[p.id]} for p in found}
    shared = sum(len(parties.gold_names[gold[g].id] & own_names[found[f].id]) for g, f in parties.pairs)
    gold_total = sum(len(names) for names in parties.gold_names.values())
    score.count("parties.aliases", shared, gold_total, sum(len(names) for names in own_names.values()))
    pairs = dict(parties.pairs)
    text = record.article.text
    for index, g in enumerate(gold):
        label, faults = f"{g.name!r} = {g.kind}", ("missed",)
        if index in pairs:
            f = found[pairs[index]]
            faults = tuple(
                fault
                for fault, wrong in (("name", (index, pairs[index]) not in named), ("kind", g.kind != f.kind))
                if wrong
            )
            label += f" (found {f.name!r} = {f.kind})" if faults else ""
        score.items.append(Item("parties", g.name, label, faults, locate(text, g.name)))
    for index, f in enumerate(found):
        if index not in pairs.values():
            same = parties.to_gold.get(f.id)
            split = f", a second part of {parties.gold_texts[same][0]!r}" if same else ""
            label = f"{f.name!r} = {f.kind}{split}"
            score.items.append(Item("parties", f"+{f.name}", label, ("too much",), locate(text, f.name)))


# Clauses ---------------------------------------------------------------------------------------------------


def _covers(gold: Placed, found: Placed) -> bool:
    return overlap(gold.span, found.span) >= SAME_TEXT


def _score_clauses(score: ArticleScore, article: GoldArticle, record: Record, parties: PartyMap) -> None:
    gold, found = _placed_gold(article.gold.clauses, record.article.text), _placed_found(record.clauses)
    same_type = _same("type")
    typed = _pairs(gold, found, _all(same_type, _covers))
    score.count("clauses.type", len(typed), len(gold), len(found))
    score.count("clauses.touch", len(_pairs(gold, found, same_type)), len(gold), len(found))
    covered = _pairs(gold, found, _covers)
    score.count("clauses.span", len(covered), len(gold), len(found))
    score.judge("clause.status", (gold[g].entry.status == found[f].entry.status for g, f in covered))
    bound = Counts()
    for g, f in covered:
        wanted = set(gold[g].entry.parties)
        got = {parties.to_gold.get(party, f"+{party}") for party in found[f].entry.parties}
        bound += Counts.of(len(wanted & got), len(wanted), len(got))
    score.counts["clause.parties"] = bound
    _count_types(score, "clauses", [p.entry.type for p in gold], [p.entry.type for p in found], typed)
    tests = {"overlap": _covers, "type": same_type, "status": _same("status")}
    _list_items(score, "clauses", gold, found, tests, lambda c: f"{c.type} {c.status}")


def _count_types(
    score: ArticleScore, kind: str, gold: Sequence[str], found: Sequence[str], right: list[tuple[int, int]]
) -> None:
    wanted, got, hits = Counter(gold), Counter(found), Counter(gold[g] for g, _ in right)
    for name in sorted(wanted | got):
        score.types[f"{kind}.{name}"] = Counts.of(hits[name], wanted[name], got[name])


# Facts -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Slot:
    """A filled slot: a gold party id (None for words only) and the strings it may be called by."""

    party: str | None
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A fact as the scorer sees it: party slots resolved, empty slots left out."""

    type: str
    slots: dict[str, Any]
    negated: bool
    evidence: Span | None
    key: str
    label: str


def _amount_key(amount: Amount | None) -> tuple[Any, ...] | None:
    """Currency, value, min and max; None for no amount or one without a value."""
    if amount is None or (amount.value is None and amount.min is None and amount.max is None):
        return None
    return (amount.currency, amount.value, amount.min, amount.max)


SlotOf = Callable[[str | None, str | None], "Slot | None"]


def _view(fact: GoldFact | Fact, slot_of: SlotOf, evidence: Span | None) -> View:
    filled: dict[str, Any] = {
        "subject": slot_of(fact.subject, fact.subject_text),
        "object": slot_of(fact.object, fact.object_text),
        "amount": _amount_key(fact.amount),
        "date": fact.date,
        "status": fact.status,
        "source": slot_of(fact.source, None),
    }
    for key in FACT_CODE_KEYS:
        filled[key] = getattr(fact, key)
    for key in FACT_TEXT_KEYS:
        filled[key] = slot_of(getattr(fact, key), None)
    slots = {key: value for key, value in filled.items() if value is not None}
    parts = [f"{key}={_say(slots[key])}" for key in SLOTS if key in slots]
    label = f"{fact.type} {' '.join(parts)}" + (" negated" if fact.negated else "")
    core = " ".join(_say(slots[key]) if key in slots else "-" for key in ("subject", "object", "amount"))
    return View(fact.type, slots, fact.negated, evidence, f"{fact.type} {core}", label)


def _say(value: Any) -> str:
    if isinstance(value, Slot):
        return value.texts[0] if value.party else repr(value.texts[0])
    if isinstance(value, tuple):
        currency, exact, least, most = value
        return f"{currency} {exact if exact is not None else f'{least}..{most}'}"
    return str(value)


def _agree(gold: View, found: View, slot: str) -> bool:
    """Whether a slot is right; missing on both sides is right."""
    g, f = gold.slots.get(slot), found.slots.get(slot)
    if g is None or f is None:
        return g is f
    if isinstance(g, Slot):
        if g.party and f.party:
            return g.party == f.party
        return any(same_text(one, other) for one in g.texts for other in f.texts)
    return g == f


class FactPairs:
    """Agreement of all gold facts with all found ones, worked out once, and the pairings made from it."""

    def __init__(self, gold: list[View], found: list[View]):
        self.gold, self.found = gold, found
        self._right = {
            (g, f): frozenset(slot for slot in SLOTS if _agree(gold[g], found[f], slot))
            for g in range(len(gold))
            for f in range(len(found))
        }

    def right(self, g: int, f: int) -> frozenset[str]:
        """The slots on which the two agree, those that both lack included."""
        return self._right[g, f]

    def filled_right(self, g: int, f: int) -> int:
        """How many slots both fill, and agree on."""
        return sum(slot in self.gold[g].slots for slot in self._right[g, f])

    def pairs(self, test: Callable[[int, int], bool]) -> list[tuple[int, int]]:
        """The pairing with most pairs that pass; among these the one with most right slots and evidence."""

        def weight(g: int, f: int) -> int:
            return RIGHT + self.likeness(g, f) if test(g, f) else 0

        return pair_up(range(len(self.gold)), range(len(self.found)), weight)

    def likeness(self, g: int, f: int) -> int:
        """Right slots first, then (below one slot) how far the evidence overlaps."""
        evidence = overlap(self.gold[g].evidence, self.found[f].evidence)
        return 10 * self.filled_right(g, f) + round(9 * evidence)

    def same_type(self, g: int, f: int) -> bool:
        """Equal type."""
        return self.gold[g].type == self.found[f].type

    def strict(self, g: int, f: int) -> bool:
        """Type, subject, object and amount are right."""
        return self.same_type(g, f) and self.right(g, f) >= {"subject", "object", "amount"}

    def lenient(self, g: int, f: int) -> bool:
        """Type and subject are right, and object or amount is there and right."""
        right = self.right(g, f)
        if not self.same_type(g, f) or "subject" not in right:
            return False
        if any(slot in right and slot in self.gold[g].slots for slot in ("object", "amount")):
            return True
        return {"object", "amount"} <= right

    def exact(self, g: int, f: int) -> bool:
        """Strict, and every other slot is right."""
        same = self.same_type(g, f) and self.same_negation(g, f)
        return same and len(self.right(g, f)) == len(SLOTS)

    def same_negation(self, g: int, f: int) -> bool:
        """Both negated, or neither."""
        return self.gold[g].negated == self.found[f].negated

    def alike_of_type(self, g: int, f: int) -> bool:
        """Alike, and of one type."""
        return self.same_type(g, f) and self.alike(g, f)

    def alike(self, g: int, f: int) -> bool:
        """Whether the two may tell of one thing: amount or both parties agree, or the evidence overlaps."""
        filled = self.right(g, f) & self.gold[g].slots.keys()
        about = "amount" in filled or {"subject", "object"} <= filled
        return about or overlap(self.gold[g].evidence, self.found[f].evidence) >= SAME_TEXT


def _score_facts(score: ArticleScore, article: GoldArticle, record: Record, parties: PartyMap) -> None:
    text = record.article.text
    gold = [_view(fact, parties.slot_of_gold, locate(text, fact.evidence)) for fact in article.gold.facts]
    found = [_view(f, parties.slot_of_found, Span(f.evidence.start, f.evidence.end)) for f in record.facts]
    found.sort(key=lambda view: (view.evidence, view.label))
    facts = FactPairs(gold, found)
    strict, lenient = facts.pairs(facts.strict), facts.pairs(facts.lenient)
    score.count("facts.strict", len(strict), len(gold), len(found))
    score.count("facts.lenient", len(lenient), len(gold), len(found))
    score.count("facts.exact", len(facts.pairs(facts.exact)), len(gold), len(found))
    _score_slots(score, facts)
    _score_attributes(score, facts, lenient)
    _count_types(score, "facts", [g.type for g in gold], [f.type for f in found], strict)
    _list_facts(score, facts)


def _score_slots(score: ArticleScore, facts: FactPairs) -> None:
    def weight(g: int, f: int) -> int:
        return facts.likeness(g, f) if facts.same_type(g, f) else 0

    pairs = pair_up(range(len(facts.gold)), range(len(facts.found)), weight)
    for slot in SLOTS:
        right = sum(slot in facts.right(g, f) and slot in facts.gold[g].slots for g, f in pairs)
        wanted = sum(slot in view.slots for view in facts.gold)
        score.count(f"slot.{slot}", right, wanted, sum(slot in view.slots for view in facts.found))
    score.counts["facts.slots"] = sum((score.counts[f"slot.{slot}"] for slot in SLOTS), Counts())


def _score_attributes(score: ArticleScore, facts: FactPairs, pairs: list[tuple[int, int]]) -> None:
    for key in ("status", "date", "source"):
        score.judge(f"fact.{key}", (key in facts.right(g, f) for g, f in pairs))
    score.judge("fact.negated", (facts.same_negation(g, f) for g, f in pairs))
    for key in FACT_KEYS:
        present = [(g, f) for g, f in pairs if key in facts.gold[g].slots or key in facts.found[f].slots]
        score.judge(f"fact.{key}", (key in facts.right(g, f) for g, f in present))


def _read_pairs(facts: FactPairs) -> dict[int, int]:
    """Pair facts as a reader would: the right ones first, then those alike of one type, then of any type."""
    pairs: dict[int, int] = {}

    def free(g: int, f: int) -> bool:
        return g not in pairs and f not in pairs.values()

    for test in (facts.strict, facts.lenient, facts.alike_of_type, facts.alike):
        pairs |= dict(facts.pairs(lambda g, f, test=test: free(g, f) and test(g, f)))
    return pairs


def _list_facts(score: ArticleScore, facts: FactPairs) -> None:
    pairs = _read_pairs(facts)
    seen: Counter[str] = Counter()
    for index, g in enumerate(facts.gold):
        seen[g.key] += 1
        key = g.key if seen[g.key] == 1 else f"{g.key} #{seen[g.key]}"
        if index not in pairs:
            score.confusion[g.type, "-"] += 1
            score.items.append(Item("facts", key, g.label, ("missed",), g.evidence))
            continue
        f = facts.found[pairs[index]]
        score.confusion[g.type, f.type] += 1
        faults = ["type"] if g.type != f.type else []
        faults += [slot for slot in SLOTS if slot not in facts.right(index, pairs[index])]
        faults += ["negated"] if g.negated != f.negated else []
        label = f"{g.label}\n        found {f.label}" if faults else g.label
        score.items.append(Item("facts", key, label, tuple(faults), g.evidence))
    for index in sorted(set(range(len(facts.found))) - set(pairs.values())):
        f = facts.found[index]
        score.confusion["-", f.type] += 1
        score.items.append(Item("facts", f"+{f.key}", f.label, ("too much",), f.evidence))
