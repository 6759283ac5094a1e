"""Parties that are parties because a fact names them: states that act, and names that little is told of."""

from __future__ import annotations

import pytest

from pipeline.link.draft import Draft
from pipeline.link.sides import keep_sides
from pipeline.mentions import Span
from pipeline.read import article_from_text
from pipeline.records import Clause, Party, PartyMention
from pipeline.resolve import Resolution

from .test_link_whole import told

#: (text, its facts, its parties)
STATES = [
    ("Poland borrowed $3 billion from the World Bank.",
     [("financing", "Poland", "World Bank", "$3 billion", None, "completed", {})], {"Poland", "World Bank"}),
    ("Halvor Inc. was fined $3 million by Ireland.",
     [("payment", "Halvor Inc.", "Ireland", "$3 million", None, "completed", {"purpose": "fine"})],
     {"Halvor Inc.", "Ireland"}),
    ("Halvor Inc. took out a $3 million loan from Slovakia.",
     [("financing", "Halvor Inc.", "Slovakia", "$3 million", None, "completed", {"instrument": "loan"})],
     {"Halvor Inc.", "Slovakia"}),
    # what is done in a state is not done by it
    ("Halvor Inc. invested $3 million in Norway.",
     [("investment", "Halvor Inc.", "Norway", "$3 million", None, "completed", {})], {"Halvor Inc."}),
    ("Halvor Inc. bought a mill in Norway from Tier Oy.",
     [("acquisition", "Halvor Inc.", "a mill in Norway", None, None, "completed", {"seller": "Tier Oy"})],
     {"Halvor Inc.", "Tier Oy"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "parties"), STATES, ids=[text for text, *_ in STATES])
def test_states_are_parties_by_their_facts(extractor, text, wanted, parties):
    assert told(extractor, text) == wanted
    record = extractor.extract(article_from_text(text, published="2025-06-12"))
    assert {party.name for party in record.parties} == parties
    assert [party.id for party in record.parties] == [f"P{n + 1}" for n in range(len(parties))]


def party(number: int, name: str, start: int) -> Party:
    mention = PartyMention(start=start, end=start + len(name), text=name, form="name")
    return Party(id=f"P{number}", name=name, kind="company", mentions=(mention,))


def resolution(faint: set[str]) -> Resolution:
    parties = [party(1, "Halvor", 0), party(2, "Tier", 10), party(3, "Kerr", 20)]
    mentions = [(p.mentions[0].start, p.mentions[0].end, p.id, "name") for p in parties]
    return Resolution(parties, mentions, {}, lambda *_: None, faint=frozenset(faint))


def clause(*parties: str) -> Clause:
    return Clause(
        id="C1", start=0, end=6, text="Halvor", type="other", status="in_force", parties=parties, rule="clause.some"
    )


def test_a_faint_party_stays_where_a_fact_names_it():
    deal = (Draft("acquisition", 0, "some.rule", "P1", None, keys={"seller": "P3"}), Span(0, 6), [])
    parties, clauses, facts = keep_sides(resolution({"P2", "P3"}), [clause("P1", "P2", "P3")], [deal])
    assert [(p.id, p.name) for p in parties] == [("P1", "Halvor"), ("P2", "Kerr")]
    assert clauses[0].parties == ("P1", "P2")
    assert facts[0][0].keys == {"seller": "P2"}
    assert (facts[0][0].subject, facts[0][0].object) == ("P1", None)


def test_sure_parties_stay_without_facts():
    parties, clauses, facts = keep_sides(resolution(set()), [clause("P2")], [])
    assert [p.id for p in parties] == ["P1", "P2", "P3"]
    assert clauses[0].parties == ("P2",)
    assert facts == []


def test_faint_parties_go_without_facts():
    parties, clauses, _ = keep_sides(resolution({"P2", "P3"}), [clause("P2")], [])
    assert [p.name for p in parties] == ["Halvor"]
    assert clauses[0].parties == ()
