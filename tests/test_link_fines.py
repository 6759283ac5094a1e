"""Fines and suits as papers print them: who set a fine, on whom, each with its own sum. All names are invented."""

import pytest

from pipeline.read import article_from_text

H, T, K = "Halvor Inc.", "Tier Oy", "Kerr Corp."
A, E = "Market Authority", "Environmental Protection Agency"

#: (text, its payments as (payer, payee, millions, status))
FINES = [
    (f"The {A} last week fined {H} $3 million for late filings.", [(H, A, 3, "completed")]),
    (f"The {A} fined {H} $3 million, {T} $2 million and {K} $1 million.",
     [(H, A, 3, "completed"), (T, A, 2, "completed"), (K, A, 1, "completed")]),
    (f"The {A} imposed fines of $3 million on {H} and $2 million each on {T} and {K}",
     [(H, A, 3, "completed"), (T, A, 2, "completed"), (K, A, 2, "completed")]),
    (f"The {A} fined {H} and {T} $3 million each.", [(H, A, 3, "completed"), (T, A, 3, "completed")]),
    (f"The {A} has fined {H}, {T} and {K} a total of $3 million.",
     [(H, A, 3, "completed"), (T, A, 3, "completed"), (K, A, 3, "completed")]),
    (f"The {A} fined {H}, the owner of {T}, $3 million.", [(H, A, 3, "completed")]),
    (f"The {A} fined {H}, {T} said, $3 million.", [(H, A, 3, "completed")]),
    (f"{H} was fined $3 million by the {A} and $2 million by the {E}.",
     [(H, A, 3, "completed"), (H, E, 2, "completed")]),
    (f"Fines of $3 million on Germany's {H} and $2 million on {T} were left standing.",
     [(H, None, 3, "completed"), (T, None, 2, "completed")]),
    (f"{H} and {T} were fined $3 million and $2 million respectively.",
     [(H, None, 3, "completed"), (T, None, 2, "completed")]),
    (f"The {A} has slapped penalties totalling $3 million on {H}", [(H, A, 3, "completed")]),
    (f"Mumbai, Aug 19 (PTI) Market regulator {A} has fined {H} $3 million.", [(H, A, 3, "completed")]),
    (f"The {E} ordered {H} to pay a fine of $3 million.", [(H, E, 3, "expected")]),
    (f"The High Court fined {H} $3 million.", [(H, None, 3, "completed")]),
    (f"Judge Ann Kerr fined {H} $3 million.", [(H, None, 3, "completed")]),
    (f"The Competition Tribunal set aside a $3 million fine on {H}", [(H, None, 3, "cancelled")]),
    (f"The {A}'s $3 million fine against {H} was overturned.", [(H, A, 3, "cancelled")]),
    ("Lena Brandt pleaded guilty to theft and was fined $3 million.", [("Lena Brandt", None, 3, "completed")]),
    (f"{H} and {T} settled their patent fight for $3 million.", []),
    (f"{A} staff said {H} made $3 million and {T} $2 million.", []),
]  # fmt: skip

#: (text, its suits as (plaintiff, defendant))
SUITS = [
    (f"{H} has moved the Norton High Court against {T}.", [(H, T)]),
    (f"{H} has gone to court to stop {T} from selling its lamps.", [(H, T)]),
    (f"{H} moved its court against the wall at {T}.", []),
    (f"The {A} is investigating claims that {H} hid losses.", [(A, H)]),
    (f"{K} is investigating how {H} makes its lamps.", []),
    (f"The central bank is investigating {T} over money laundering.", [(None, T)]),
    (f"The former chief executive of {H}, Lena Brandt, was charged with fraud on Tuesday.", [(None, "Lena Brandt")]),
    (f"A former chief executive of {H} was charged with fraud on Tuesday.", []),
    (f"Separate proceedings against {T} were issued last month.", [(None, T)]),
]


def told(extractor, text, kind):
    record = extractor.extract(article_from_text(f"Courts\n\n{text}", published="2025-08-12"))
    names = {party.id: party.name for party in record.parties}
    facts = [fact for fact in record.facts if fact.type == kind]
    return [(names.get(f.subject), names.get(f.object), f) for f in facts]


@pytest.mark.parametrize(("text", "wanted"), FINES, ids=[text[:60] for text, _ in FINES])
def test_fines(extractor, text, wanted):
    found = [(s, o, float(f.amount.value) / 1e6, f.status) for s, o, f in told(extractor, text, "payment")]
    assert sorted(found, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(("text", "wanted"), SUITS, ids=[text[:60] for text, _ in SUITS])
def test_suits(extractor, text, wanted):
    assert [(s, o) for s, o, _ in told(extractor, text, "lawsuit")] == wanted


#: (type, text, its facts as (subject, object, millions, status))
OUTLAYS = [
    ("agreement", f"Commissioners hired {T} to redo the lot for $3 million.", [("Commissioners", T, 3, "completed")]),
    ("agreement", f"The county awarded a $3 million contract to {T}", [("The county", T, 3, "completed")]),
    ("agreement", f"{T} will build a tower for {H} for $3 million.", [(H, T, 3, "completed")]),
    ("agreement", f"{T} will build a tower for $3 million, {H} said.", []),
    ("payment", f"The state gave {T} $3 million in tax credits to build a plant.", [("The state", T, 3, "completed")]),
    ("payment", f"{H} wired $3 million to {T} in May.", [(H, T, 3, "completed")]),
    ("payment", f"{H} transferred $3 million of its shares to {T}.", []),
    ("payment", f"The council agreed to settle a lawsuit by {T} for $3 million.", [("The council", T, 3, "expected")]),
    ("spending", f"{H} wants to open a second mill costing about $3 million.", [(H, "a second mill", 3, "proposed")]),
    ("spending", f"{H} plans a new mill that will cost $3 million.", [(H, "a new mill", 3, "expected")]),
    ("spending", f"{H} repaired the bridge at a cost of $3 million.", [(H, "the bridge", 3, "completed")]),
    ("spending", f"{H} will build a $3 million plant in Norton.", [(H, "a $3 million plant in Norton", 3, "expected")]),
    ("spending", f"{H} will repurchase shares worth $3 million.", [(H, "shares worth $3 million", 3, "expected")]),
    ("spending", f"{H} bought 2 million of its own shares for $3 million.", [(H, "its own shares", 3, "completed")]),
    ("spending", f"Research spending at {H} rose to $3 million.", [(H, "Research spending", 3, "completed")]),
    ("spending", f"{H} opened a shop for lamps costing $3 million.", []),
    ("spending", f"{H} bought the shares at a cost of $3 million.", []),
    ("spending", f"{H} spends $3 million a year on lamps.", [(H, "lamps", 3, "ongoing")]),
    ("spending", f"{H} shelled out $3 million on consultants.", [(H, "consultants", 3, "completed")]),
    ("spending", f"{H} approved $3 million for a new plant.", []),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "wanted"), OUTLAYS, ids=[text[:60] for _, text, _ in OUTLAYS])
def test_outlays(extractor, kind, text, wanted):
    found = [
        (s or f.subject_text, o or f.object_text, float(f.amount.value) / 1e6, f.status)
        for s, o, f in told(extractor, text, kind)
    ]
    assert found == wanted


def test_threats_to_sue_are_proposed(extractor):
    assert [f.status for *_, f in told(extractor, f"{H} threatened to sue {T}.", "lawsuit")] == ["proposed"]


def test_buyer_who_sells_again_is_not_the_seller(extractor):
    text = f"{H} paid $14 million for {T}, then sold it a year later."
    facts = [f for *_, f in told(extractor, text, "acquisition") if f.subject]
    assert [f.seller for f in facts] == [None]
