"""Bids, sellers, losing bidders and signers of agreements, as papers and wires word them. All names are invented."""

import pytest

from pipeline.read import article_from_text

K, D, C = "Kestrel Mining", "Dunmore Gold", "Corvin Partners"
V, M = "Verlane Group", "Mazur SA"
BUYS, DEAL = "acquisition", "agreement"

#: (text, the deals as (type, subject, object, sum, status))
CASES = [
    # bids
    (f"{K} swooped on rival {D} with a A$410 million bid.", [(BUYS, K, D, "A$410 million", "proposed")]),
    (f"{K} lobbed a $2.10-a-share offer for {D} on Monday.", [(BUYS, K, D, "$2.10", "proposed")]),
    (f"{K}'s offer of 140p a share for {D} closes on Friday.", [(BUYS, K, D, "140p", "proposed")]),
    (f"Shareholders in {D} have accepted a €200 million offer from {K}.", [(BUYS, K, D, "€200 million", "expected")]),
    (f"Last summer {K} lost out to {C} in the bidding for {D}.",
     [(BUYS, C, D, None, "completed"), (BUYS, K, D, None, "cancelled")]),
    (f"{K} exercised its call option on a further 12 per cent of {D}.", [(BUYS, K, D, None, "completed")]),
    (f"{K} has ruled out a bid for {D}.", [(BUYS, K, D, None, "cancelled")]),
    (f"{K} is buying {D}. {K} will pay $14.60 a share in cash, valuing the miner at $5 billion.",
     [(BUYS, K, D, "$14.60", "expected"), (BUYS, K, D, "$5 billion", "expected")]),
    # purchases
    (f"{V} has offloaded its Dutch parcels arm to {C} for €85 million.",
     [(BUYS, C, "its Dutch parcels arm", "€85 million", "completed")]),
    (f"{V} hived off its Polish dairy to {M} in a deal worth 40 million euros.",
     [(BUYS, M, "its Polish dairy", "40 million euros", "completed")]),
    (f"{M} completed a €200 million buy-out of {D}.", [(BUYS, M, D, "€200 million", "completed")]),
    (f"{M} is buying {D}. The transaction is worth €200 million.", [(BUYS, M, D, "€200 million", "expected")]),
    (f"Financial terms of {C}'s acquisition of {D} were not disclosed.", [(BUYS, C, D, None, "completed")]),
    (f"Following the acquisition of {D} in 2012, {K} moved to Perth.", [(BUYS, K, D, None, "completed")]),
    (f"{K} bought {D} for $12 million and Vigo Savings for $30 million.",
     [(BUYS, K, D, "$12 million", "completed"), (BUYS, K, "Vigo Savings", "$30 million", "completed")]),
    (f"{C} has emerged as the buyer of {D}.", [(BUYS, C, D, None, "completed")]),
    (f"{D} has agreed to merge with {K} in an all-share deal worth $4 billion.",
     [(BUYS, D, K, "$4 billion", "expected")]),
    (f"The buyer of {D} was {C}.", [(BUYS, C, D, None, "completed")]),
    (f"{C} rescued {D} from administration in a £1 million deal.", [(BUYS, C, D, "£1 million", "completed")]),
    (f"{C} acquired 175 Third Street for $164 million.",
     [(BUYS, C, "175 Third Street", "$164 million", "completed")]),
    (f"{V} said on Tuesday it would buy British parcels firm {D} for 85 million pounds.",
     [(BUYS, V, D, "85 million pounds", "expected")]),
    # agreements
    (f"{V} concluded an agreement under which {M} will run its school.", [(DEAL, V, M, None, "completed")]),
    (f"{V} was given a contract by {M} to overhaul engines.", [(DEAL, M, V, None, "completed")]),
    (f"{V} signed a tie-up with {M}.", [(DEAL, V, M, None, "completed")]),
    (f"{V} has tied up with {M}.", [(DEAL, V, M, None, "completed")]),
    (f"{V}, {M} and {D} signed a memorandum to build a port.",
     [(DEAL, V, M, None, "completed"), (DEAL, V, D, None, "completed")]),
    (f"{V} signed up {M} for roughly $10 million of computing.", [(DEAL, V, M, "$10 million", "completed")]),
    (f"{M} outsourced its payroll to {V}.", [(DEAL, M, V, None, "completed")]),
    (f"{V} has settled a patent suit brought by {M}.", [(DEAL, V, M, None, "completed")]),
    (f"{V} has agreed with {M} to share airport slots.", [(DEAL, V, M, None, "completed")]),
    (f"{V} has entered into a binding term sheet with {M}.", [(DEAL, V, M, None, "completed")]),
    (f"The council approved a $3 million contract with {V} to clear snow.",
     [(DEAL, "The council", V, "$3 million", "completed")]),
]  # fmt: skip

#: What tells of no such deal.
NONE = [
    f"{K} took {D} to the Mannheim court over two patents.",
    f"Bankers ask what if {K} bought {D}.",
    f"{V}, {M} and {D} have signed leases.",
    f"{K} is a big buyer of {D} lamps.",
    f"{K} read the contract under which {D} ran its mills.",
    f"A consortium of {V} and {M} has signed a contract.",
    f"{K} agrees with {D} that lamps are dear.",
    f"{V} advised {M} with the acquisition of land near {D}.",
]

KNOWN_FAILURES = [
    (f"{K}'s acquisition spree included {D} and Vigo Savings.",
     [(BUYS, K, D, None, "completed"), (BUYS, K, "Vigo Savings", None, "completed")], "a noun with the deals in it"),
    (f"{D} fell into the hands of {K} in 2019.", [(BUYS, K, D, None, "completed")], "a figure of speech"),
]  # fmt: skip


def deals(extractor, text):
    record = extractor.extract(article_from_text(f"Companies\n\n{text}", published="2025-08-12"))
    names = {party.id: party.name for party in record.parties}
    sums = {entry.id: entry.text for entry in record.money}
    return [
        (fact.type, names.get(fact.subject, fact.subject_text), names.get(fact.object, fact.object_text),
         sums.get(fact.money), fact.status)
        for fact in record.facts
        if fact.type in (BUYS, DEAL)
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_deals(extractor, text, wanted):
    found = deals(extractor, text)
    assert len(found) == len(wanted), found
    assert sorted(found, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize("text", NONE)
def test_no_deal(extractor, text):
    assert deals(extractor, text) == []


@pytest.mark.xfail(strict=True, reason="not read yet")
@pytest.mark.parametrize(("text", "wanted", "why"), KNOWN_FAILURES)
def test_deals_that_are_not_read_yet(extractor, text, wanted, why):
    assert sorted(deals(extractor, text), key=str) == sorted(wanted, key=str), why
