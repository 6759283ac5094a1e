"""Suits by what a court or watchdog is asked for, by appeals and settlements, by the sum that is sought; the pairs of
the reader beside courts. All names are invented.
"""

from __future__ import annotations

import pytest

from tests.facts_support import told

H, T, B = "Halvor Inc.", "Tier Oy", "Ben Ames"
A, C = "Market Authority", "Norton Trade Commission"
SUED = f"{T} sued {H} in 2019. "
FIRST = (T, H, None, "completed")

#: (text, the lawsuits as (subject, object, sum, status))
SUITS = [
    # what a court is asked to make somebody pay
    (f"{T} asked the High Court to order {H} to pay it €3 million.", [(T, H, 3000000, "ongoing")]),
    (f"{T} asked a judge to make {H} repay $3 million.", [(T, H, 3000000, "ongoing")]),
    # a watchdog that is asked to investigate does not yet do so
    (f"{T} has asked the {A} to investigate {H} over its prices.", [(T, H, None, "ongoing")]),
    # who is to collect a sum by way of a watchdog
    (f"{T} has gone to the {C} to collect $3 million from {H}.", [(T, H, 3000000, "ongoing")]),
    (f"{T} filed a petition with the {C} to recover $3 million in fees from {H}.", [(T, H, 3000000, "ongoing")]),
    (f"{T} went to Norton to collect $3 million from {H}.", []),
    # the sum stands behind what is owed or unpaid, and is the suit's only where it says so
    (f"{T} sued {H} for non-payment of $3 million.", [(T, H, 3000000, "completed")]),
    (f"{T} took {H} to court for $3 million.", [(T, H, 3000000, "completed")]),
    (f"{T} is dragging {H} before a Norton court for $3 million in unpaid rent.", [(T, H, 3000000, "ongoing")]),
    (f"The insurer, Kerr Ltd., sued {H} in federal court, saying its policy covers $10 million at most.",
     [("Kerr Ltd.", H, None, "completed")]),
    # who appeals does so against the other side of the suit
    (SUED + f"{H} will appeal, a spokesman said.", [FIRST, (H, T, None, "expected")]),
    (SUED + f"{H} has appealed the verdict to the Supreme Court.", [FIRST, (H, T, None, "ongoing")]),
    (SUED + f"{H} said it would move to the Court of Appeal.", [FIRST, (H, T, None, "expected")]),
    (SUED + f"{H} appealed to its customers to be calm.", [FIRST]),
    (f"{H} said it will appeal.", []),
    # who is pursued in court, and the people who are told by number and name
    (f"The {A} is pursuing its former director, {B}, in the Federal Court.", [(A, B, None, "ongoing")]),
    (f"The {A} charged {H} and two executives, {B} and Ada Tullow, with fraud.",
     [(A, H, None, "completed"), (A, B, None, "completed"), (A, "Ada Tullow", None, "completed")]),
    (f"The {A} has secured an order freezing the assets of {H}", [(A, H, None, "ongoing")]),
    # who is prompted to do it does it
    (f"{T}, whose complaints prompted the {A} to open an investigation into {H} in 2020, makes lamps.",
     [(A, H, None, "completed")]),
    # a sentence is the end of a case, and none of its own
    (f"{B} was jailed for three years.", []),
    (f"{B} was convicted of fraud in 2009.", [(None, B, None, "completed")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SUITS, ids=[text[:70] for text, _ in SUITS])
def test_suits(extractor, text, wanted):
    assert sorted(told(extractor, text, "lawsuit"), key=str) == sorted(wanted, key=str)


def test_sum_that_a_court_is_asked_for_is_no_payment(extractor):
    assert told(extractor, f"{T} asked the High Court to order {H} to pay it €3 million.", "payment") == []
