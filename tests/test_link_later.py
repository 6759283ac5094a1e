"""Deals of which a side, the price or the end is told beside their own clause. All names are invented."""

import pytest

from pipeline.read import article_from_text

N, C, B = "Norland Foods Inc.", "Castell Dairies Ltd.", "Bloom Holdings AG"
P, T, R, U = "Norland Power Corp.", "Castell Telecom Plc", "Harwick Rovers FC", "Norland United FC"
BUY, DEAL = "acquisition", "agreement"

#: (text, its purchases and agreements as (type, subject, object, sum, status))
CASES = [
    # letters of intent: an agreement, and a purchase to come
    (f"{N} signed a letter of intent to buy {C}.",
     [(BUY, N, C, None, "expected"), (DEAL, N, C, None, "completed")]),
    (f"{N} has entered into a memorandum of understanding to acquire {C} for $40 million.",
     [(BUY, N, C, "$40 million", "expected"), (DEAL, N, C, None, "completed")]),
    (f"{N} signed heads of terms to acquire {C}.",
     [(BUY, N, C, None, "expected"), (DEAL, N, C, None, "completed")]),
    (f"{N} will sign a letter of intent to buy {C}.", [(BUY, N, C, None, "expected")]),
    # the price, the buyer and the seller in a sentence of their own
    (f"{N} bought {C} in March. It paid $40 million in cash.", [(BUY, N, C, "$40 million", "completed")]),
    (f"{B} sold {C} last week. The buyer was {N}", [(BUY, N, C, None, "completed")]),
    (f"{C} was sold for $40 million. Its buyer, a dairy group called {N}, will close two plants.",
     [(BUY, N, C, "$40 million", "completed")]),
    (f"{C} was sold for $40 million. The buyer was a private investor.",
     [(BUY, "a private investor", C, "$40 million", "completed")]),
    (f"{C} changed hands for $40 million, with {N} the buyer.", [(BUY, N, C, "$40 million", "completed")]),
    (f"{B} sold {C} for $40 million.", [(BUY, None, C, "$40 million", "completed")]),
    (f"{B} sold shares of {C} on Monday.", []),
    (f"The board of {C} agreed to sell the company to {N} for $40 million.", [(BUY, N, C, "$40 million", "expected")]),
    (f"{B} will spin off its cheese business and sell it to {N}", [(BUY, N, "its cheese business", None, "expected")]),
    # what comes of a deal
    (f"The sale of {C} to {N} is off.", [(BUY, N, C, None, "cancelled")]),
    (f"{B} sued to block the purchase of {C} by {N}", [(BUY, N, C, None, "expected")]),
    (f"{P} ended talks on a merger with {T}.", [(DEAL, P, T, None, "cancelled")]),
    (f"{P} has ended its contract with {T}.", [(DEAL, P, T, None, "cancelled")]),
    (f"{T} lost its $40 million contract with {P}", [(DEAL, T, P, "$40 million", "cancelled")]),
    (f"Talks between {P} and {T} about a merger have ended.", [(DEAL, P, T, None, "cancelled")]),
    # sides in the clause below, and behind a description
    (f"{P} struck a deal on Monday that will see {T} run its mills.", [(DEAL, P, T, None, "completed")]),
    (f"The lamp will shine under a $9 million deal between the club's owner, {P}, and {T}",
     [(DEAL, P, T, "$9 million", "completed")]),
    (f"Rail operator {P} and the owner {T} signed a pact on Wednesday.", [(DEAL, P, T, None, "completed")]),
    # each with its own, and what is no price
    (f"{N} and {B} bought {C} and Tolland Creamery Ltd. for $31 million and $18 million respectively.",
     [(BUY, N, C, "$31 million", "completed"), (BUY, B, "Tolland Creamery Ltd.", "$18 million", "completed")]),
    (f"{N} bought {C} for a total consideration of $47 million, of which $30 million was borrowed.",
     [(BUY, N, C, "$47 million", "completed")]),
    (f"{C} agreed to be acquired by {N} for $61 a share, or $1.4 billion.",
     [(BUY, N, C, "$61", "expected"), (BUY, N, C, "$1.4 billion", "expected")]),
    (f"{T} is going public by way of the blank-check company Lowfield Acquisition Corp. in a deal that values it at "
     "$1.6 billion.", [(BUY, "Lowfield Acquisition Corp.", T, None, "expected")]),
    (f"{T} is to go public through a merger with the blank-check company Lowfield Acquisition Corp. at an enterprise "
     "value of $1.3 billion.", [(BUY, "Lowfield Acquisition Corp.", T, None, "expected")]),
    (f"{N} will take over a Danish maker of wire harnesses, {C}, in June.", [(BUY, N, C, None, "expected")]),
    (f"{P} has ordered 22 helicopters in a deal worth $510 million, the planemaker {B} said.",
     [(DEAL, P, B, "$510 million", "completed")]),
    (f"{P} has ordered 22 helicopters in a deal worth $510 million.", []),
    # players
    (f"{R} signed the striker Lena Brandt on loan from {U}", [(DEAL, R, U, None, "completed")]),
    ("Ames and Corbin have collaborated on three films. Dale Ames and Kim Corbin live in Ohio.", []),
    (f"Nothing in these terms shall constitute a partnership between {P} and {T}.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=lambda case: case[:60] if isinstance(case, str) else "")
def test_what_is_told_beside_a_deal(extractor, text, wanted):
    record = extractor.extract(article_from_text(text, published="2025-06-10"))
    names = {party.id: party.name for party in record.parties}
    money = {entry.id: entry.text for entry in record.money}
    found = [
        (f.type, names.get(f.subject, f.subject_text), names.get(f.object, f.object_text), money.get(f.money), f.status)
        for f in record.facts
        if f.type in (BUY, DEAL, "financing")
    ]
    assert sorted(found, key=str) == sorted(wanted, key=str)


def test_a_seller_told_later_is_the_sale_s(extractor):
    text = f"{N} bought {C} for $40 million. The seller was {B}, which had owned it since 1993."
    record = extractor.extract(article_from_text(text, published="2025-06-10"))
    names = {party.id: party.name for party in record.parties}
    assert [names[f.seller] for f in record.facts if f.type == BUY] == [B]


@pytest.mark.parametrize(("who", "told"), [("Corva Realty, a real estate services firm,", 0), ("Tier Oy", 1)])
def test_brokers_take_no_leases(extractor, who, told):
    text = f"{who} has secured new office leases with law firm Kerr LLP in Leeds."
    record = extractor.extract(article_from_text(text, published="2025-06-10"))
    assert sum(fact.type == DEAL for fact in record.facts) == told


@pytest.mark.parametrize(("text", "told"), [
    ("Tier Oy broke its contract with Halvor Inc. in May.", 1),
    ("Kerr AG was glad when Tier Oy broke from Halvor Inc. in a deal, Brandt AG said.", 0),
])  # fmt: skip
def test_who_parts_in_a_deal_breaks_none(extractor, text, told):
    record = extractor.extract(article_from_text(text, published="2025-06-10"))
    assert sum(fact.type == DEAL for fact in record.facts) == told
