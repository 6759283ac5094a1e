"""Agreements with those who stand beside a name in plain words, settlements of the two sides of a suit, commitments to
buy, letters of intent and contracts of people. All names are invented.
"""

from __future__ import annotations

import pytest

from tests.facts_support import told

H, T, L = "Halvor Inc.", "Tier Oy", "Lena Brandt"
SUED = f"{H} sued {T} in 2019. "

#: (text, the agreements as (subject, object, sum, status))
AGREEMENTS = [
    # beside a name, in plain words
    (f"{H} and its lender group agreed on a second standstill agreement.",
     [(H, "its lender group", None, "completed")]),
    (f"{H} and the pilots' union have reached a deal on pay.", [(H, "pilots' union", None, "completed")]),
    (f"{H} and the union agreed on a three-year contract that freezes wages.", [(H, "the union", None, "completed")]),
    (f"{H} and its friends reached their goal.", []),
    (f"Workers at {H} ratified a contract last month.", [(H, f"Workers at {H}", None, "completed")]),
    (f"Workers at {H} approved of the plan.", []),
    # the two sides of the suit told before settle
    (SUED + "The two settled in March, with a payment of $3 million.", [(T, H, None, "completed")]),
    (SUED + "Two years later they settled for $3 million.", [(T, H, None, "completed")]),
    (SUED + "They settled in Norton with a loan of $3 million.", []),
    (f"{H} and {T} have agreed to drop all pending litigation.", [(H, T, None, "completed")]),
    # what is to be bought by its worth
    (f"{H} promised to buy at least $9 billion of computing from {T} by 2029.", [(H, T, 9000000000, "expected")]),
    (f"{H} has agreed to buy $3 million worth of lamps from {T}", [(H, T, 3000000, "completed")]),
    (f"{H} agreed to buy $3 million of shares from {T}", []),
    (f"{H} bought 20 jets from {T} for $3 million.", [(H, T, 3000000, "completed")]),
    # letters: the customer's, and no letters of another kind
    (f"{H} has accepted a letter of award from {T} for a $3 million flyover.", [(T, H, 3000000, "completed")]),
    (f"{H} has signed a letter of intent with {T}", [(H, T, None, "completed")]),
    (f"{H} called the letter from {T} rude.", []),
    # the customer is told by words
    (f"{H} has secured a $3 million contract from a Middle Eastern client to supply two barges.",
     [("a Middle Eastern client", H, 3000000, "completed")]),
    (f"The ministry has placed an order with {T} for 20 trucks.", [("The ministry", T, None, "completed")]),
    # leases
    (f"{H} has agreed a ten-year lease of a shop in Norton at €85,000 a year.", [(H, None, 85000, "completed")]),
    # signed with somebody, without a word for what
    (f"{H} signed on Thursday with {T} to drill three wells in Norton.", [(H, T, None, "completed")]),
    (f"{H} hired {T} to run its mills for five years at $3 million a year.", [(H, T, 3000000, "completed")]),
    # people
    (f"{H} has extended {L}'s contract until 2030.", [(H, L, None, "completed")]),
    (f"{H} has extended the life of {L}'s lamp.", []),
    # who hears of a deal is no side of it
    (f"{L}, indicted by the Bribery Commission over a land deal with {T}, denied it.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), AGREEMENTS, ids=[text[:70] for text, _ in AGREEMENTS])
def test_agreements(extractor, text, wanted):
    assert sorted(told(extractor, text, "agreement"), key=str) == sorted(wanted, key=str)
