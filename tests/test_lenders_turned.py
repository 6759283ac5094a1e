"""Loans of several lenders that the parser breaks, contracts given, and short names in brackets. Names are invented."""

from __future__ import annotations

import pytest

from pipeline.read import article_from_text

from .test_link_whole import told


def test_who_borrows_from_one_lends_to_none(extractor):
    text = "Halvor Bank on May 30 signed a $721 million loan with Kerr Bank, Tier Oy and other lenders."
    loans = [fact[:4] for fact in told(extractor, text)]
    assert len(loans) == 2
    assert loans == [("financing", "Halvor Bank", "Kerr Bank", "$721 million"),
                     ("financing", "Halvor Bank", "Tier Oy", "$721 million")]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Halvor Inc. has a $3 million contract from Kerr Ltd. to build a pump.", ("Kerr Ltd.", "Halvor Inc.")),
        ("Under a $3 million contract from Kerr Ltd., Halvor Inc. will build a pump.", ("Kerr Ltd.", "Halvor Inc.")),
        ("Halvor Inc. has a $3 million contract with Kerr Ltd. to build a pump.", ("Halvor Inc.", "Kerr Ltd.")),
    ],
)
def test_who_gives_a_contract_comes_first(extractor, text, sides):
    ((kind, *found, _, _, _, _),) = told(extractor, text)
    assert (kind, tuple(found)) == ("agreement", sides)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Southern Malmo Joint Stock Bank (SoBank) lent $3 million. SoBank will lend more.",
         ["Southern Malmo Joint Stock Bank"]),
        ("Southern Malmo Joint Stock Bank (SoBank, HOSE: SOB) lent $3 million. SoBank will lend more.",
         ["Southern Malmo Joint Stock Bank"]),
        ("Southern Malmo Joint Stock Bank (Kerr Group) lent $3 million. Kerr Group will lend more.",
         ["Southern Malmo Joint Stock Bank", "Kerr Group"]),
    ],
)  # fmt: skip
def test_a_short_name_in_brackets(extractor, text, names):
    found = extractor.extract(article_from_text(text)).parties
    assert [party.name for party in found if party.kind == "company"] == names


def test_a_paper_that_tells_of_a_contract_is_no_side(extractor):
    text = "The pump maker won a $3 million contract from Kerr Ltd. to build a pump and hired 30 people, the Daily Lantern reported."
    assert told(extractor, text) == []


def test_nobody_invests_in_a_person(extractor):
    text = "Ada Tullow, the chief executive of Kerr Ltd., sings. Halvor Capital invested $3 million in Ada Tullow."
    assert [fact for fact in told(extractor, text) if fact[0] == "investment"] == []
