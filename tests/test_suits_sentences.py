"""Suits whose sides are words, whose clause names who brought them, or that a ruling decides. All names are invented."""

import pytest

from tests.facts_support import check_facts, told

H, T, L = "Halvor Inc.", "Tier Oy", "Lena Brandt"
A = "Market Authority"

#: (text, the lawsuits as (subject, object, sum, status))
SUITS = [
    # who is meant without a name
    (f"Prosecutors indicted {L} and two executives of {T} over alleged kickbacks of $3 million.",
     [("Prosecutors", "two executives of Tier Oy", None, "completed"), ("Prosecutors", L, None, "completed")]),
    (f"A grand jury indicted {L} and two of her aides.",
     [("A grand jury", "two of her aides", None, "completed"), ("A grand jury", L, None, "completed")]),
    (f"The Players' Guild sued {T}'s users.", [("Players' Guild", "Tier Oy's users", None, "completed")]),
    (f"{H} filed suit against seven record companies.", [(H, "seven record companies", None, "completed")]),
    (f"{H} filed suit against odds.", []),
    (f"A band of hedge funds sued {T}.", [("A band of hedge funds", T, None, "completed")]),
    # who brought it stands in a clause of its own
    (f"{H} will drop the $25 million claim it lodged against {T}.", [(H, T, 25000000, "cancelled")]),
    (f"A judge threw out a suit that {H} brought against {T} in 2013.", [(H, T, None, "cancelled")]),
    (f"Filed by some 340 neighbours, the suit claims $90 million from {T}.",
     [("some 340 neighbours", T, 90000000, "ongoing")]),
    # courts sue nobody
    (f"The court dismissed the case against {L}.", [(None, L, None, "cancelled")]),
    (f"All charges against {L} were dropped.", [(None, L, None, "cancelled")]),
    # a deal that is to be stopped stands for those who make it
    (f"The {A} said it would go to court to block the merger of {H} and {T}.",
     [(A, H, None, "expected"), (A, T, None, "expected")]),
    # who is to be freed of it is the defendant
    (f"A judge rejected {T}'s bid to dismiss a lawsuit by {H}", [(H, T, None, "ongoing")]),
    (f"{T} asked a court to throw out a suit brought by {H}", [(H, T, None, "ongoing")]),
    (f"The Norton High Court ruled against {T} in a case brought by {H}", [(H, T, None, "completed")]),
    (f"{T} was named in a lawsuit by {H}", [(H, T, None, "ongoing")]),
    (f"{H} asked the Norton High Court to overturn the decision by the {A}.", [(H, A, None, "ongoing")]),
    (f"{H} and {T} are suing each other.", [(T, H, None, "ongoing"), (H, T, None, "ongoing")]),
    (f"{H} has taken Norway to arbitration.", [(H, "Norway", None, "ongoing")]),
    (f"The {A} and 17 states sued {T}.", [(A, T, None, "completed"), ("17 states", T, None, "completed")]),
    # authorities
    (f"State investigators are looking into whether {T} misled its clients.",
     [("State investigators", T, None, "ongoing")]),
    (f"The {A} accused {T} of misleading its investors.", [(A, T, None, "completed")]),
    (f"{H} accused {T} of misleading its investors.", []),
    (f"{T} said it was cooperating with a {A} investigation.", [(A, T, None, "ongoing")]),
    (f"The regulator launched a probe into {T}.", [("The regulator", T, None, "completed")]),
    (f"The {A} arraigned a former Commissioner for Works in Norton State, {L}, on a charge of theft.",
     [(A, L, None, "completed")]),
    # a description is not the one who is named behind it
    (f"{H} makes lamps. {H} is in Idaho. The Idaho company sued {L} and her new employer, {T}.",
     [(H, L, None, "completed"), (H, T, None, "completed")]),
    # what a clause behind the names asks for
    (f"{T} was sued by a former supplier, {H}, which is asking for $3 million.", [(H, T, 3000000, "completed")]),
    # whom somebody joins against whom
    (f"The Players' Guild joined nine unions in a lawsuit against {T}.", [("Players' Guild", T, None, "completed")]),
    (f"The {A} joined eleven states in suing {T} over its lamps.", [(A, T, None, "completed")]),
    (f"{H} has joined three rivals on Monday in a suit against {T} over lamps.", [(H, T, None, "ongoing")]),
    (f"{H} joined nine firms in a league against {T}.", []),
    ("Norway filed a complaint against Denmark at the Norton tribunal.", [("Norway", "Denmark", None, "completed")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SUITS, ids=[text[:60] for text, _ in SUITS])
def test_suits(extractor, text, wanted):
    check_facts(extractor, "lawsuit", text, wanted)


#: (text, the payments as (subject, object, sum, status))
PAYMENTS = [
    # several sums
    (f"{H} paid fines of $3 million and $2 million.",
     [(H, None, 3000000, "completed"), (H, None, 2000000, "completed")]),
    (f"{H} and {T} must pay $3 million and $2 million respectively.",
     [(H, None, 3000000, "expected"), (T, None, 2000000, "expected")]),
    (f"{H} owes {T} about $11 million in landing fees, and Kerr Fuel another $6 million.",
     [(H, T, 11000000, "expected"), (H, "Kerr Fuel", 6000000, "expected")]),
    (f"{H} paid $9 million. Of the sum, $3 million goes to {T}.",
     [(H, None, 9000000, "completed"), (H, T, 3000000, "completed")]),
    (f"The {A} levied fines totalling $3 million on {T}, its chairman {L} and three others.",
     [(T, A, 3000000, "completed"), (L, A, 3000000, "completed"), ("three others", A, 3000000, "completed")]),
    # licences
    (f"{H} will pay {T} $3 million upfront, with up to $9 million to follow if the drug is approved.",
     [(H, T, 9000000, "conditional"), (H, T, 3000000, "expected")]),
    (f"In exchange for $3 million up front, {T} granted {H} the rights to its drug.",
     [(H, T, 3000000, "expected")]),
    (f"{T} gets $3 million upfront and could earn $9 million more under its licence deal with {H}",
     [(H, T, 9000000, "conditional"), (H, T, 3000000, "expected")]),
    (f"{H} is paying {T} about $3 million for a licence to its models.", []),  # an agreement with its value
    # creditors
    (f"{H} is bankrupt. {H} had 300 workers. Its creditors are {T}, owed $14 million, and Kerr Fuel, owed $9 million.",
     [(H, T, 14000000, "expected"), (H, "Kerr Fuel", 9000000, "expected")]),
    (f"{T} is owed $8 million by {H}", [(H, T, 8000000, "expected")]),
    # dividends
    (f"{H} proposes a special dividend of 9 francs per share on top of the regular 3 francs.",
     [(H, None, 9, "proposed"), (H, None, 3, "proposed")]),
    (f"{H} has recommended a final dividend of 4p per share (2019: 3p).",
     [(H, None, 0.04, "expected"), (H, None, 0.03, "completed")]),
    (f"{H} has scrapped its dividend.", [(H, None, None, "cancelled")]),
    (f"{H} paid a dividend.", []),
    # courts
    (f"{H} sued {T} in 2019. The two settled for $3 million.", [(T, H, 3000000, "completed")]),
    (f"A jury found {T} liable and awarded {L} $3 million in damages.", [(T, L, 3000000, "completed")]),
    (f"The jury ordered {T} to hand over $3 million to the families of the dead.",
     [(T, "the families of the dead", 3000000, "expected")]),
    (f"A court ordered Norway to pay {T} $3 million.", [("Norway", T, 3000000, "expected")]),
    (f"{T} escaped a $3 million fine.", [(T, None, 3000000, "cancelled")]),
    (f"{T} was handed a $3 million fine.", [(T, None, 3000000, "completed")]),
    (f"{T} faces up to $3 million in fines.", [(T, None, 3000000, "conditional")]),
    (f"{H} paid an undisclosed sum to {T} to settle the case.", [(H, T, None, "completed")]),
    # each sum to who stands behind it
    (f"{H} made three grants: $3 million to {T}, $1 million to the Volta Trust and $20,000 to a clinic in Ho.",
     [(H, T, 3000000, "completed"), (H, "Volta Trust", 1000000, "completed"), (H, "a clinic in Ho", 20000, "completed")]),
    # people who are paid
    (f"{H} pays its chief executive $3 million a year.", [(H, "its chief executive", 3000000, "ongoing")]),
    (f"{L}'s compensation totaled $3 million in 2019, {H} said.", [(H, L, 3000000, "ongoing")]),
    (f"{H} paid $3 million in royalties to {T}", [(H, T, 3000000, "completed")]),
    (f"{H} offered passengers $300 each.", [(H, "passengers", 300, "proposed")]),
    (f"{H} offered shareholders $30 a share.", []),
    (f"{L} waived her $3 million bonus.", [(None, L, 3000000, "cancelled")]),
    (f"{H} has agreed to pay $300,000 to each of the families of the dead.",
     [(H, "the families of the dead", 300000, "expected")]),
    # deposits and fees that fall due
    (f"The accord carries a $30 million termination fee payable by {H} to {T}", [(H, T, 30000000, "expected")]),
    (f"{H} lost its $5 million deposit.", [(H, None, 5000000, "completed")]),
    (f"{H} lost $5 million.", []),
    # states
    ("Norway withheld 3 million euros from Denmark.", [("Norway", "Denmark", 3000000, "cancelled")]),
    (f"Norway bailed out {T} at a cost of $3 billion.", [("Norway", T, 3000000000, "completed")]),
    # what is said of a name right before the comma
    (f"{L} was treasurer of Norton and a governor of Tier University, to which she left $2 million.",
     [(L, "Tier University", 2000000, "completed")]),
    # a player's move
    (f"{H} has signed striker Kwame Osei from {T} on a three-year deal. The fee is thought to be around $14 million.",
     [(H, T, 14000000, "expected")]),
    # people who leave
    (f"{L} left {H} with a $3 million payout.", [(H, L, 3000000, "expected")]),
    # aid
    (f"Norway will pump $3 million in aid into {T}.", [("Norway", T, 3000000, "expected")]),
    ("Norway froze its $19 million in aid to Denmark.", [("Norway", "Denmark", 19000000, "cancelled")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PAYMENTS, ids=[text[:60] for text, _ in PAYMENTS])
def test_payments(extractor, text, wanted):
    assert sorted(told(extractor, text, "payment"), key=str) == sorted(wanted, key=str)
