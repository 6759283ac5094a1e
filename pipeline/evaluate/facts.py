"""Scores facts: strictly, by slot and by attribute. The rules are told in `score`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pipeline.evaluate.counts import (
    FACT_CODE_KEYS,
    FACT_KEYS,
    FACT_TEXT_KEYS,
    SLOTS,
    ArticleScore,
    Counts,
    Item,
    count_types,
)
from pipeline.evaluate.gold import GoldArticle, GoldFact, locate
from pipeline.evaluate.match import RIGHT, SAME_TEXT, overlap, pair_up, same_text
from pipeline.evaluate.parties import PartyMap, Slot
from pipeline.mentions import Span
from pipeline.records import Amount, Fact, Record, plain


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


def view_of(fact: GoldFact | Fact, slot_of: SlotOf, evidence: Span | None) -> View:
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
        exact, least, most = (None if number is None else plain(number) for number in (exact, least, most))
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


def score_facts(score: ArticleScore, article: GoldArticle, record: Record, parties: PartyMap) -> None:
    text = record.article.text
    gold = [view_of(fact, parties.slot_of_gold, locate(text, fact.evidence)) for fact in article.gold.facts]
    found = [view_of(f, parties.slot_of_found, Span(f.evidence.start, f.evidence.end)) for f in record.facts]
    found.sort(key=lambda view: (view.evidence, view.label))
    facts = FactPairs(gold, found)
    strict, lenient = facts.pairs(facts.strict), facts.pairs(facts.lenient)
    score.count("facts.strict", len(strict), len(gold), len(found))
    score.count("facts.lenient", len(lenient), len(gold), len(found))
    score.count("facts.exact", len(facts.pairs(facts.exact)), len(gold), len(found))
    _score_slots(score, facts)
    _score_attributes(score, facts, lenient)
    count_types(score, "facts", [g.type for g in gold], [f.type for f in found], strict)
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
