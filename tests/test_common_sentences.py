"""Common wordings of wires: sales without a buyer, partnerships, arms deals, contracts, suits. All names are invented."""

import pytest

from tests.facts_support import check_facts

H, T, L, K = "Halvor Inc.", "Tier Oy", "Lena Brandt", "Kerr AG"

#: (type, text, the facts as (subject, object, sum, status))
CASES = [
    # what is sold to nobody that is named
    ("acquisition", f"{H} has sold its stake in {T} for $450 million.", [(None, T, 450e6, "completed")]),
    ("acquisition", f"{H} plans to sell its stake in {T} for $450 million.", [(None, T, 450e6, "expected")]),
    ("acquisition", f"{H} sold a 5.2% stake in {T} for 1.3 billion rupees through open market transactions.",
     [(None, T, 1.3e9, "completed")]),
    ("acquisition", f"{H} sold its paints unit for $450 million.", [(None, "its paints unit", 450e6, "completed")]),
    ("acquisition", f"{H} has sold its Australian business for A$45 million.",
     [(None, "its Australian business", 45e6, "completed")]),
    ("acquisition", f"{H} sold 20 million shares in {T} for $30 million.", []),
    ("acquisition", f"{L} sold her stake in {T} for $4 million.", []),
    ("acquisition", f"{H} sold 30 houses for $12 million.", []),
    ("acquisition", f"{H} sold its wheat for $12 million.", []),
    # partnerships whose purpose stands behind them
    ("agreement", f"{H} and {T} announced a partnership to develop lamps.", [(H, T, None, "completed")]),
    ("agreement", f"{H} announced a plan to develop lamps with {T}", []),
    # states that buy from and sign with each other
    ("agreement", "Poland has agreed to buy 180 tanks from South Korea for $6.5 billion.",
     [("Poland", "South Korea", 6.5e9, "completed")]),
    ("agreement", "Taiwan has bought 66 fighter jets from the United States.",
     [("Taiwan", "United States", None, "completed")]),
    ("agreement", "Belgium signed a contract with France to buy 26 fighter jets.",
     [("Belgium", "France", None, "completed")]),
    ("agreement", f"Drones from Iran hit a depot of {H}", []),
    # the value of a contract
    ("agreement", f"{K} has selected {T} to build a mill under a $450 million contract.",
     [(K, T, 450e6, "completed")]),
    ("agreement", f"{K} chose {T} for a $450 million contract.", [(K, T, 450e6, "completed")]),
    # capital
    ("financing", f"{T} announced a €50 million capital increase.", [(T, None, 50e6, "completed")]),
    ("financing", f"{T} announced a $3 price increase.", []),
    ("financing", f"{T} received a $3 million budget increase from {H}", []),
    ("financing", f"{T} got a 500 million euro state loan.", [(T, None, 500e6, "completed")]),
    # a trade before the name
    ("lawsuit", f"The families of 12 victims sued planemaker {T} in Ohio.",
     [("The families of 12 victims", T, None, "completed")]),
    ("acquisition", f"{H} bought drugmaker {T} for $30 million.", [(H, T, 30e6, "completed")]),
    # loans that help, bonds that are bought, orders without a customer, plants that are planned
    ("financing", f"Halvor Bank has approved a $3 million loan to help {T} rebuild its mill.",
     [(T, "Halvor Bank", 3e6, "expected")]),
    ("financing", "The World Bank has approved a $200 million loan to help Nepal rebuild homes.",
     [("Nepal", "World Bank", 200e6, "expected")]),
    ("financing", f"{H} bought $250 million of convertible bonds issued by {T}", [(T, H, 250e6, "completed")]),
    ("financing", f"{H} agreed to buy $450 million in convertible bonds from {T}", [(T, H, 450e6, "expected")]),
    ("financing", f"{H} bought $450 million of government bonds from {T}", []),
    ("agreement", f"{H} has won a $3 million order to build two ships.", [(H, None, 3e6, "completed")]),
    ("agreement", f"{H} won a $3 million order from {T}", [(T, H, 3e6, "completed")]),
    ("agreement", f"{H} received orders worth $3 million in the third quarter.", []),
    ("agreement", f"{H} will build a lander for {T} under a $3 million contract.", [(H, T, 3e6, "completed")]),
    ("spending", f"{H} plans a $2 billion battery plant in Ohio.",
     [(H, "a $2 billion battery plant in Ohio", 2e9, "expected")]),
    # shares not owned yet
    ("acquisition", f"{H} offered to buy the shares in {T} it does not own for 300 million pounds.",
     [(H, T, 300e6, "proposed")]),
    ("investment", f"{H} offered to buy the shares in {T} it does not own for 300 million pounds.", []),
    # who brought the suit gets what settles it
    ("payment", f"{H} will pay $3 million to settle a lawsuit brought by the state of Texas.",
     [(H, "the state of Texas", 3e6, "expected")]),
    ("payment", f"{H} will pay $3 million to settle a lawsuit filed by investors.",
     [(H, "investors", 3e6, "expected")]),
    # crowns
    ("payment", "Norbank AB will pay a dividend of 5 crowns per share.", [("Norbank AB", None, 5, "expected")]),
    # a bid on which the shareholders are told what to do
    ("acquisition", f"{T} urged shareholders to reject a $450 million hostile bid from {H}",
     [(H, T, 450e6, "proposed")]),
    ("acquisition", f"{T}'s board recommended that shareholders accept a $450 million offer from {H}",
     [(H, T, 450e6, "proposed")]),
    # what is supplied under a contract stays its matter
    ("agreement", f"{H} will supply {T} with lithium under a $3 million contract.", [(H, T, 3e6, "expected")]),
    # a round told by the company behind the comma
    ("investment", f"Existing investors Brandt Capital and Kerr Ventures also took part in the $5 million round, {T} said.",
     [("Brandt Capital", T, 5e6, "completed"), ("Kerr Ventures", T, 5e6, "completed")]),
    ("investment", f"Investors in the $5 million round include Brandt Capital and Kerr Ventures, {T} said.",
     [("Brandt Capital", T, 5e6, "completed"), ("Kerr Ventures", T, 5e6, "completed")]),
    ("investment", "The $5 million round was led by Brandt Capital, Norbank said in a note.", []),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "wanted"), CASES, ids=[text[:60] for _, text, _ in CASES])
def test_facts_of_common_wordings(extractor, kind, text, wanted):
    check_facts(extractor, kind, text, wanted)
