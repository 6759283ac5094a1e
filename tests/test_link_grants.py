"""Grants told as lists of those who get them; all names are invented."""

import pytest

from pipeline.read import article_from_text

F, T, K, D = "Halvor Foundation", "Tier School", "Kerr Museum", "Lind College"

#: (text, its payments as (payer, payee, thousands))
GRANTS = [
    (f"The {F} gives to local groups. Grants were awarded to {T} ($30,000), {K} ($20,000) and {D} ($10,000).",
     [(None, T, 30), (None, K, 20), (None, D, 10)]),
    (f"The {F} has awarded $60,000 in grants.\n\n{T}: $30,000 for books.\n\n{K}: $20,000 for a new roof.",
     [(F, None, 60), (F, T, 30), (F, K, 20)]),
    pytest.param(
        f"The {F} announced $90,000 in grants to three nonprofits. {T} will receive $30,000 for books."
        f" {K}, a museum in Norton, will receive $20,000 for its roof.",
        [(F, "three nonprofits", 90), (F, T, 30), (F, K, 20)],
        marks=pytest.mark.xfail(strict=True, reason="the NER misses a museum's name in a bare sentence"),
    ),
    (f"The {F} announced $90,000 in grants to three nonprofits. {T} will receive $30,000 for books."
     f" {D}, a college in Norton, will receive $20,000 for its roof.",
     [(F, "three nonprofits", 90), (F, T, 30), (F, D, 20)]),
    (f"The {F} awarded grants of $30,000 to {T}, $20,000 to {K} and $10,000 to {D}.", [(F, T, 30), (F, K, 20), (F, D, 10)]),
    (f"The {F} gives to local groups. Grants were awarded to {T} (2 billion yen) and {K} (3 billion yen).",
     [(None, T, 2_000_000), (None, K, 3_000_000)]),
    (f"The {F} announced grants. {T}: $2,000 per pupil. {K}: $3,000 per pupil.", []),
    (f"The {F} announced grants. {'It rained. ' * 11}\n\n{T}: $30,000 for books.", [(None, T, 30)]),
    (f"The {F} announced grants. {'It rained. ' * 12}\n\n{T}: $30,000 for books.", []),
    (f"The {F} gives grants. {T} has 300 pupils and {K} charges $20 a head.", []),
    (f"The {F} gave grants to {T}. Revenue at {K} ($20,000) fell.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), GRANTS)
def test_members_of_a_list_get_their_own_sums(extractor, text, wanted):
    record = extractor.extract(article_from_text(text, published="2025-08-12"))
    names = {party.id: party.name for party in record.parties}
    told = [
        (names.get(f.subject), names.get(f.object) or f.object_text, int(f.amount.value) // 1000)
        for f in record.facts
        if f.type == "payment" and f.amount
    ]
    assert sorted(told, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Halvor Inc. has awarded $12.5 million in grants to support village bakeries.", "donation"),
        (f"Brandt Inc. donated $3,000 to {T}.", "donation"),
        ("The Finnish government gave Tier Oy a $3 million grant.", "aid"),
    ],
)
def test_states_give_aid_and_others_donate(extractor, text, purpose):
    record = extractor.extract(article_from_text(text, published="2025-08-12"))
    assert [fact.purpose for fact in record.facts if fact.type == "payment"] == [purpose]
