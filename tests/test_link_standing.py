"""Whether a fact has happened, goes on, is to come, is offered, hangs on something or is off. Names are invented."""

from __future__ import annotations

import pytest

from .test_link_whole import told

#: (text, the type of its one fact, the status of that)
CASES = [
    ("Halvor Inc. is in talks to buy Tier Oy.", "acquisition", "proposed"),
    ("Halvor Inc. considers buying Tier Oy.", "acquisition", "proposed"),
    ("Halvor Inc. wants to buy Tier Oy.", "acquisition", "proposed"),
    ("Halvor Inc. offered to buy Tier Oy for $3 million.", "acquisition", "proposed"),
    ("Halvor Inc. may buy Tier Oy.", "acquisition", "conditional"),
    ("Halvor Inc. could buy Tier Oy.", "acquisition", "conditional"),
    ("Halvor Inc. would buy Tier Oy if regulators agree.", "acquisition", "conditional"),
    ("Halvor Inc. never bought Tier Oy.", "acquisition", "cancelled"),
    ("Halvor Inc. rejected a $3 million bid from Tier Oy.", "acquisition", "cancelled"),
    ("Halvor Inc. withdrew its $3 million bid for Tier Oy.", "acquisition", "cancelled"),
    # flotations, bonds and loans
    ("Halvor Inc. postponed its flotation.", "financing", "expected"),
    ("Halvor Inc. postponed its $3 million bond sale.", "financing", "expected"),
    ("Halvor Inc. pulled its $3 million bond sale.", "financing", "cancelled"),
    ("Halvor Inc. has filed for a $3 million initial public offering.", "financing", "expected"),
    ("Halvor Inc. is launching a $3 million bond.", "financing", "ongoing"),
    ("Halvor Inc. is raising $3 million through a bond issue.", "financing", "ongoing"),
    ("Halvor Inc. is raising $3 million.", "financing", "ongoing"),
    ("Halvor Inc. is seeking to raise $3 million.", "financing", "proposed"),
    ("Halvor Inc. plans to raise $3 million.", "financing", "expected"),
    ("Halvor Inc. secured a $3 million loan from Corva Bank.", "financing", "completed"),
    ("Halvor Inc. is seeking a $3 million loan from Corva Bank.", "financing", "proposed"),
    ("Halvor Inc. refinanced $3 million of debt with Corva Bank.", "financing", "completed"),
    # suits go on until they end
    ("Halvor Inc. threatened to sue Tier Oy.", "lawsuit", "proposed"),
    ("The Market Authority launched an investigation into Tier Oy.", "lawsuit", "completed"),
    ("Halvor Inc. has filed a suit against Tier Oy.", "lawsuit", "ongoing"),
    ("Halvor Inc. is demanding $3 million from Tier Oy in a lawsuit.", "lawsuit", "ongoing"),
    ("Halvor Inc. dropped its lawsuit against Tier Oy.", "lawsuit", "cancelled"),
    ("Halvor Inc. settled its lawsuit against Tier Oy.", "lawsuit", "completed"),
    ("A judge dismissed Halvor Inc.'s lawsuit against Tier Oy.", "lawsuit", "cancelled"),
    # what somebody is worth
    ("Halvor Inc. was worth $3 billion.", "valuation", "completed"),
    ("Halvor Inc. could be worth $3 billion.", "valuation", "conditional"),
    ("Halvor Inc. seeks a valuation of $3 billion.", "valuation", "proposed"),
    # money put in, and paid
    ("Halvor Inc. announced a $3 million investment in its mill.", "investment", "expected"),
    ("Halvor Inc. scrapped a plan to invest $3 million in Tier Oy.", "investment", "cancelled"),
    ("Lena Brandt is paid $3 million a year by Halvor Inc.", "payment", "ongoing"),
    ("Lena Brandt was paid $3 million a year by Halvor Inc.", "payment", "completed"),
    ("Halvor Inc. pays Tier Oy $3 million a year.", "payment", "ongoing"),
    ("Halvor Inc. agreed to pay Tier Oy $3 million.", "payment", "expected"),
    ("Halvor Inc. refused to pay Tier Oy $3 million.", "payment", "cancelled"),
    ("Halvor Inc. repaid $3 million to Corva Bank.", "payment", "completed"),
    # contracts
    ("Halvor Inc. ended its contract with Tier Oy.", "agreement", "cancelled"),
    ("Halvor Inc. broke off talks with Tier Oy.", "agreement", "cancelled"),
    ("Halvor Inc. tore up its contract with Tier Oy.", "agreement", "cancelled"),
    ("Halvor Inc. is negotiating a contract with Tier Oy.", "agreement", "proposed"),
    ("Halvor Inc. renewed its contract with Tier Oy.", "agreement", "completed"),
    ("Halvor Inc. will sign a contract with Tier Oy.", "agreement", "expected"),
    ("Halvor Inc. hopes to sign a contract with Tier Oy.", "agreement", "expected"),
]  # fmt: skip

#: The same, of which another status is found: (…, why).
KNOWN = [
    ("Halvor Inc. may end its contract with Tier Oy.", "agreement", "completed", "an end that may come"),
    ("Halvor Inc. delayed its $3 million investment in Tier Oy.", "investment", "expected", "no cue"),
    ("Halvor Inc. bid for a $3 million contract from Tier Oy.", "agreement", "proposed", "no cue"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [*CASES, *(pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=why)) for *row, why in KNOWN)],
)
def test_how_a_fact_stands(extractor, text, kind, status):
    assert [(fact[0], fact[5]) for fact in told(extractor, text)] == [(kind, status)]


@pytest.mark.xfail(strict=True, reason="of two sums of one verb only the conditional one is found")
def test_a_sum_and_a_conditional_one(extractor):
    found = told(extractor, "Halvor Inc. will pay Tier Oy $3 million and up to $2 million if sales double.")
    assert [(fact[3], fact[5]) for fact in found] == [("$2 million", "conditional"), ("$3 million", "expected")]
