"""Rounds told in several sentences, partnerships in passing, grants of programmes, assets bought without a name.

All names are invented.
"""

import pytest

from tests.facts_support import check_facts

H, T, L, K = "Halvor Inc.", "Tier Oy", "Lena Brandt", "Kestrel Ventures"

#: (type, text, the facts as (subject, object, sum, status))
CASES = [
    # a company's line of business makes no debt of its round; a round needs no sum
    ("investment", f"{T}, a private credit manager, closed its $5 million funding round. The round was led by {K}.",
     [(K, T, 5000000, "completed")]),
    ("investment", f"{T} has completed its Series A round. The round was led by names like {K} and Brandt Capital.",
     [(K, T, None, "completed"), ("Brandt Capital", T, None, "completed")]),
    ("investment", f"{T} raised $20 million in a venture debt round from {K}.", []),
    ("investment", f"{T} raised $9 million in a funding round led by {K} and a debt facility from Brandt Bank.",
     [(K, T, 9000000, "completed")]),
    # who invested before has no share in the round's sum
    ("investment", f"{T} raised a $9 million Series B from {K}, joining existing investor Brandt Capital.",
     [(K, T, 9000000, "completed"), ("Brandt Capital", T, None, "completed")]),
    ("investment", f"{T} closed a $9 million seed round led by {K}, founded by {L}.", [(K, T, 9000000, "completed")]),
    # a round whose investors are named is their investment alone
    ("financing", f"{T} has raised $9 million in Series B financing. The round was led by {K}.", []),
    ("investment", f"{H}'s announcement of a $5 million investment in Finnish operations pleased the mayor.",
     [(H, "Finnish operations", 5000000, "completed")]),
    ("investment", f"{H} will purchase up to 380,000 common shares of {T} for $14 million.",
     [(H, T, 14000000, "expected")]),
    # agreements
    ("agreement", f"{H}, known for its partnerships with {T} and Kerr AG, sells lamps.",
     [(H, T, None, "ongoing"), (H, "Kerr AG", None, "ongoing")]),
    ("agreement", f"{H} is seeking partnerships with {T} and Kerr AG.", []),
    ("agreement", f"{H} signed a forbearance agreement with its lenders.",
     [(H, "its lenders", None, "completed")]),
    ("agreement", f"{H} signs agreements with lenders.", []),
    ("agreement", f"{L} of Kerr Realty completed the lease with {T} on behalf of {H}", [(H, T, None, "completed")]),
    ("agreement", f"{H} and its subsidiary, {T}, have contracted to sell 70 trucks.", []),
    ("agreement", f"How to order lamps from {T}, by {H}", []),
    ("payment", f"{H} will repay its $7 million loan agreement with {T}.", [(H, T, 7000000, "expected")]),
    ("agreement", f"{H} will repay its $7 million loan agreement with {T}.", []),
    ("lawsuit", f"{H} is under strain after $2.9 billion in charges in the past year.", []),
    # grants
    ("payment", f"{H} will provide some $500,000 in grants plus coaching.", [(H, None, 500000, "expected")]),
    ("payment", f"{H} celebrated the launch with a $50,000 donation to {T}.", [(H, T, 50000, "completed")]),
    ("payment", f"The $5,000 grant from {H} will help {T} build a mill.", [(H, T, 5000, "expected")]),
    ("payment", f"{T} received $2 million to expand its workshops.", [(None, T, 2000000, "completed")]),
    ("payment", f"{T} received $2 million to hand over its shares.", []),
    ("payment", f"The Norton Agency has selected {T} for a $3 million award.",
     [("Norton Agency", T, 3000000, "completed")]),
    ("payment", f"{T} has secured $30 million in non-dilutive funding from the Norton Defense Agency.",
     [("Norton Defense Agency", T, 30000000, "completed")]),
    # what a jury awards is paid by whom its verdict is against
    ("payment", f"The jury returned a verdict of $20.5 million against {H}. It awarded {L} $500,000 in damages.",
     [(H, L, 20500000, "completed"), (H, L, 500000, "completed")]),
    # a contract's sum is no gift
    ("payment", f"{T} awarded extra $25 million\n\n{T} has signed a $25 million agreement with {H}", []),
    # assets
    ("acquisition", f"The tower was purchased by {H} last year.", [(H, "The tower", None, "completed")]),
    ("acquisition", f"{H} has now acquired nine properties in Norton.", [(H, "nine properties", None, "completed")]),
    ("acquisition", f"{H} was formed through the acquisitions of {T} and Kerr AG.",
     [(H, T, None, "completed"), (H, "Kerr AG", None, "completed")]),
    # raises
    ("financing", f"{T} has launched a $5 million raise to fund its rollout.", [(T, None, 5000000, "proposed")]),
    ("financing", f"{T} will conduct its token sale on Wednesday.", [(T, None, None, "expected")]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "expected"), CASES, ids=[text[:60] for _, text, _ in CASES])
def test_told(extractor, kind, text, expected):
    check_facts(extractor, kind, text, expected)
