"""Agreements that are only counted, whose other side has no name, that grow, and leases told of their tenant alone."""

from __future__ import annotations

import pytest

from .test_link_whole import told

CASES = [
    ("Halvor Inc. secured several new contracts in Finland.",
     [("agreement", "Halvor Inc.", None, None, None, "completed", {})]),
    ("Halvor Inc. said it had won three contracts for its lamps.",
     [("agreement", "Halvor Inc.", None, None, None, "completed", {"source": "Halvor Inc."})]),
    ("Halvor Inc. signed nine new lease agreements.",
     [("agreement", "Halvor Inc.", None, None, None, "completed", {})]),
    ("Halvor Inc. was awarded several multi-year contracts.",
     [("agreement", "Halvor Inc.", None, None, None, "completed", {"matter": "several multi-year contracts"})]),
    ("Halvor Inc. was awarded two contracts by Tier Oy.",
     [("agreement", "Tier Oy", "Halvor Inc.", None, None, "completed", {"matter": "two contracts"})]),
    ("Halvor Inc. won three contracts worth $3 million from Tier Oy.",
     [("agreement", "Tier Oy", "Halvor Inc.", "$3 million", None, "completed", {})]),
    ("Halvor Inc. has partnered with several football clubs.",
     [("agreement", "Halvor Inc.", "several football clubs", None, None, "completed", {})]),
    ("Halvor Inc. has teamed up with a large Finnish airline to sell lamps.",
     [("agreement", "Halvor Inc.", "a large Finnish airline", None, None, "completed", {"matter": "lamps"})]),
    ("Halvor Inc. has contracts with two of the four biggest operators.",
     [("agreement", "Halvor Inc.", "two of the four biggest operators", None, None, "completed",
       {"matter": "contracts"})]),
    ("Halvor Inc. has entered into a term sheet with a global drugmaker.",
     [("agreement", "Halvor Inc.", "a global drugmaker", None, None, "completed", {"matter": "term sheet"})]),
    ("Halvor Inc. announced an expansion of its relationship with Tier Oy.",
     [("agreement", "Halvor Inc.", "Tier Oy", None, None, "completed",
       {"matter": "relationship", "source": "Halvor Inc."})]),
    ("Halvor Inc. has deepened its ties with Tier Oy.",
     [("agreement", "Halvor Inc.", "Tier Oy", None, None, "completed", {"matter": "ties"})]),
    ("The warehouse is fully leased to Tier Oy.",
     [("agreement", "Tier Oy", None, None, None, "ongoing", {})]),
    ("There are 14 years remaining on Tier Oy's lease.",
     [("agreement", "Tier Oy", None, None, None, "ongoing", {"matter": "lease"})]),
]  # fmt: skip

NOTHING = [
    "Halvor Inc. hopes to win several contracts.",
    "Halvor Inc. lost three contracts.",
    "Halvor Inc. signed two loan agreements.",
    "Halvor Realty has secured three new leases at the mall.",
    "Halvor Inc. was awarded several prizes for its work on contracts.",
    "Halvor Inc. partners with operators across Finland.",
    "Halvor Inc. could partner with a large airline.",
    "Halvor Inc. wants to sign a term sheet with a large drugmaker.",
    "Halvor Inc. may deepen its ties with Tier Oy.",
    "Halvor Inc. says good relationships with customers matter.",
    "The warehouse could be leased to Tier Oy.",
    "The mill of Halvor Inc. is 90% leased.",
]


@pytest.mark.parametrize(("text", "facts"), CASES)
def test_agreement_is_told(extractor, text, facts):
    assert told(extractor, text) == facts


@pytest.mark.parametrize("text", NOTHING)
def test_no_agreement_is_told(extractor, text):
    assert told(extractor, text) == []
