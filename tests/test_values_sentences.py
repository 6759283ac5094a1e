"""What rounds and deals say that their company is worth, and debts that are not new. All names are invented."""

import pytest

from tests.facts_support import check_facts

H, T, C, B = "Halvor Inc.", "Tier Oy", "Halvor Capital", "Corva Bank"

#: (type, text, the facts as (subject, object, sum, status))
CASES = [
    ("valuation", f"{C} led a $3 million round in {T} at a valuation of $9 million.", [(T, None, 9e6, "completed")]),
    ("valuation", f"{C} put $3 million into {T} at a pre-money valuation of $48 million.",
     [(T, None, 48e6, "completed")]),
    ("valuation", f"{T} raised $3 million in a round valuing the company at $9 million.",
     [(T, None, 9e6, "completed")]),
    ("financing", f"{T} raised $3 million in a round that valued it at $9 million.", [(T, None, 3e6, "completed")]),
    ("valuation", f"{T} grew fast after a funding round that priced it at $26 billion.",
     [(T, None, 26e9, "completed")]),
    ("valuation", f"{T} raised $3 million at a $9 million valuation.", [(T, None, 9e6, "completed")]),
    ("valuation", f"The price implies an enterprise value of $4.7 billion for {T}", [(T, None, 4.7e9, "completed")]),
    ("valuation", f"The price implies a margin of $4.7 billion for {T}", []),
    ("valuation", f"{T} could be worth $92 billion.", [(T, None, 92e9, "conditional")]),
    ("valuation", f"{H} owns a tenth of {T} and its holding is worth $30 million.",
     [("its holding", None, 30e6, "ongoing")]),
    ("valuation", f"{H} runs a fund for firms with a market value of $200 million, {T} said.", []),
    ("financing", f"{T} postponed its $3 million IPO.", [(T, None, 3e6, "expected")]),
    ("financing", f"{T} pulled its $480 million share sale on Friday.", [(T, None, 480e6, "cancelled")]),
    ("financing", f"{T} stands to raise $500 million from the listing.", [(T, None, 500e6, "expected")]),
    ("financing", f"{T} has a $3 million credit line with {B}.", [(T, B, 3e6, "ongoing")]),
    ("financing", f"The owner wanted the cash so as to refinance an old loan, {C} said.", []),
    ("financing", f"{T} announced the refinancing of the Norton Inn in Ohio.", []),
    ("financing", f"{T} is free to match any loan that others offer {H}", []),
    ("financing", f"{T} agreed to provide financing to {H}", [(H, T, None, "expected")]),
    ("result", f"{T} sold $215 million of revenue bonds.", []),
    ("result", f"{T} pulled in $120 million from a group headed by {C}", []),
    ("result", f"{T} pulled in $120 million in 2023.", [(T, None, 120e6, "completed")]),
    ("investment", f"{H}'s planned $12 billion investment in Vietnam was welcomed by Brandt AG.",
     [(H, "Vietnam", 12e9, "expected")]),
    ("investment", f"{H} announced a $12 million investment in its plant in Leeds.",
     [(H, "its plant in Leeds", 12e6, "expected")]),
    ("investment", f"{H} announced a $12 million investment in {T}", [(H, T, 12e6, "completed")]),
    ("investment", f"{T} has won the backing of {C}, Ames AG founder Lena Kerr and Ivo Brandt, a lawyer.",
     [(C, T, None, "completed"), ("Lena Kerr", T, None, "completed"), ("Ivo Brandt", T, None, "completed")]),
    ("investment", f"{H} opened a mill in Leeds, where it plans to invest $3 million.",
     [(H, "Leeds", 3e6, "expected")]),
    ("investment", f"Led by {C}, a group of investors has put $9 million into {T}", [(C, T, 9e6, "completed")]),
    ("investment", f"{T} raised $3 million in a seed round. It bought a mill for $9 million from {C}",
     []),
]


@pytest.mark.parametrize(("kind", "text", "wanted"), CASES)
def test_reads(extractor, kind, text, wanted):
    check_facts(extractor, kind, text, wanted)
