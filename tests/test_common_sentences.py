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
    # a trade before the name
    ("lawsuit", f"The families of 12 victims sued planemaker {T} in Ohio.",
     [("The families of 12 victims", T, None, "completed")]),
    ("acquisition", f"{H} bought drugmaker {T} for $30 million.", [(H, T, 30e6, "completed")]),
    # crowns
    ("payment", "Norbank AB will pay a dividend of 5 crowns per share.", [("Norbank AB", None, 5, "expected")]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "wanted"), CASES, ids=[text[:60] for _, text, _ in CASES])
def test_facts_of_common_wordings(extractor, kind, text, wanted):
    check_facts(extractor, kind, text, wanted)
