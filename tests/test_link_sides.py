"""States that are parties because a fact names them as a side."""

from __future__ import annotations

import pytest

from pipeline.read import article_from_text

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


def test_a_fact_has_a_party_or_a_subject(extractor):
    """The gold checker takes no fact whose only side is an object in words."""
    record = extractor.extract(article_from_text("The record was $90,000, paid in 2012 to a woman bitten by a dog."))
    assert [fact for fact in record.facts if not (fact.subject or fact.subject_text or fact.object)] == []
