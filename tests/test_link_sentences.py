"""All facts of one sentence, every slot: who, whom, how much, when, in which status, from whom. All names are invented."""

import pytest

from pipeline.read import article_from_text

#: A Tuesday.
PUBLISHED = "2025-08-12"

H, T, N = "Halvor Inc.", "Tier Dairies Ltd.", "Norbank Plc"
G = "Norwegian government"

#: (text, the facts as (type, subject, object, millions, date, status, source))
CASES = [
    # buying and selling
    (f"{H} agreed to buy {T}, which makes cheese, for $30 million, ending a feud that began in 1990.",
     [("acquisition", H, T, 30, None, "expected", None)]),
    (f"{H} will not buy {T}, it said on Monday.", [("acquisition", H, T, None, "2025-08-11", "cancelled", H)]),
    (f"{H} may buy {T} for $30 million if regulators agree.", [("acquisition", H, T, 30, None, "conditional", None)]),
    (f"{T} rejected a $30 million offer from {H} on Monday.",
     [("acquisition", H, T, 30, "2025-08-11", "cancelled", None)]),
    (f"{H} sold its tyre unit, which makes bicycle tyres, to {T} for $30 million.",
     [("acquisition", T, "its tyre unit", 30, None, "completed", None)]),
    # deals whose sides stand elsewhere
    (f"A deal with {T} was signed on Monday, {H} said.", [("agreement", H, T, None, "2025-08-11", "completed", H)]),
    (f"{H} announced a $5 million contract with {T} on Monday.",
     [("agreement", H, T, 5, "2025-08-11", "completed", H)]),
    (f"A contract between {H} and {T} was signed in May.", [("agreement", H, T, None, "2025-05", "completed", None)]),
    # passive, double object, shared subject
    (f"{T} was awarded a $5 million grant by the {G}.", [("payment", G, T, 5, None, "completed", None)]),
    (f"{H} lent {T} $5 million.", [("financing", T, H, 5, None, "completed", None)]),
    (f"{H} and {T} will each invest $2 million in {N}.",
     [("investment", H, N, 2, None, "expected", None), ("investment", T, N, 2, None, "expected", None)]),
    (f"{H} raised $12 million in a Series A round led by {N} and {T}.",
     [("investment", N, H, 12, None, "completed", None), ("investment", T, H, 12, None, "completed", None)]),
    (f"{N} bought 10 percent of {T} and invested $50 million in it.",
     [("acquisition", N, T, None, None, "completed", None), ("investment", N, T, 50, None, "completed", None)]),
    # the rest
    (f"{H} issued $300 million in bonds due 2031.", [("financing", H, None, 300, None, "completed", None)]),
    (f"{H} paid a fine of $3 million, {T} said.", [("payment", H, None, 3, None, "completed", T)]),
    (f"{H} sued {T} for $9 million in a federal court on Monday.",
     [("lawsuit", H, T, 9, "2025-08-11", "completed", None)]),
    (f"According to {T}, {H} spent $4 million on lamps in 2023.",
     [("spending", H, "lamps", 4, "2023", "completed", T)]),
    (f"The {G} gave $7 million in aid to Lutha.", [("payment", G, "Lutha", 7, None, "completed", None)]),
    (f"{H} pays its chief executive $2 million a year.", [("payment", H, "its chief executive", 2, None, "ongoing", None)]),
    (f"{H} was fined $3 million by the {G} in May for dumping.", [("payment", H, G, 3, "2025-05", "completed", None)]),
]  # fmt: skip


def facts(extractor, text):
    record = extractor.extract(article_from_text(f"Companies\n\n{text}", published=PUBLISHED))
    names = {party.id: party.name for party in record.parties}
    rows = []
    for fact in record.facts:
        amount = fact.amount and fact.amount.value and int(fact.amount.value // 1_000_000)
        subject, obj = names.get(fact.subject, fact.subject_text), names.get(fact.object, fact.object_text)
        rows.append((fact.type, subject, obj, amount, fact.date, fact.status, names.get(fact.source, fact.source)))
    return rows


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_facts_of_a_sentence(extractor, text, wanted):
    found = facts(extractor, text)
    assert len(found) == len(wanted), found
    assert found == wanted


def test_nobody_makes_a_deal_with_himself(extractor):
    found = facts(extractor, f"{H} makes ovens. A deal with {H} was signed on Monday.")
    assert all(subject != obj for _, subject, obj, *_ in found), found
