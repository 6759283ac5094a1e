"""Scores parties, and says which party of a record is which of gold. The rules are told in `score`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.evaluate.counts import ArticleScore, Item
from pipeline.evaluate.gold import GoldArticle, GoldParty, locate
from pipeline.evaluate.match import RIGHT, name_key, pair_up
from pipeline.records import Party, Record


@dataclass(frozen=True, slots=True)
class Slot:
    """A filled slot: a gold party id (None for words only) and the strings it may be called by."""

    party: str | None
    texts: tuple[str, ...]


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


def score_parties(score: ArticleScore, article: GoldArticle, record: Record, parties: PartyMap) -> None:
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
