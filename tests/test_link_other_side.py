"""Who is paid, and what for, where the words around the sum do not say it themselves. Every name in them is invented.

A fact is (type, subject, object, sum); only payments and spending are listed.
"""

from __future__ import annotations

import pytest

from pipeline.read import article_from_text

HALVOR, TIER, KERR = "Halvor Inc.", "Tier Oy", "Kerr AG"


def told(extractor, text):
    """The payments and the spending of an article, sorted."""
    record = extractor.extract(article_from_text(text, published="2025-06-12"))
    names = {party.id: party.name for party in record.parties}
    sums = {m.id: m.text for m in record.money}
    found = [
        (
            fact.type,
            names.get(fact.subject, fact.subject_text),
            names.get(fact.object, fact.object_text),
            sums.get(fact.money),
        )
        for fact in record.facts
        if fact.type in ("payment", "spending")
    ]
    return sorted(found, key=str)


NEAREST = [
    ("Halvor Inc. has a contract with Kerr AG. Halvor Inc. sued Tier Oy in 2021 over a patent. The two settled in March, "
     "with Tier paying $45 million.",
     [("payment", TIER, HALVOR, "$45 million")]),
    ("Halvor Inc. has a contract with Kerr AG. Halvor Inc. hired Tier Oy for a contract in 2021. Tier Oy was paid "
     "$3 million up front.",
     [("payment", HALVOR, TIER, "$3 million")]),
    ("Halvor Inc. was sued by Tier Oy over a patent in 2021. It settled in March. It paid $45 million.",
     [("payment", HALVOR, TIER, "$45 million")]),
]  # fmt: skip

CLAIMS = [
    ("Halvor Inc. agreed to pay $17.5 million to settle a class action by 53 drivers in Norton.",
     [("payment", HALVOR, "53 drivers in Norton", "$17.5 million")]),
    ("Halvor Inc. agreed to pay $17.5 million to settle claims by shareholders.",
     [("payment", HALVOR, "shareholders", "$17.5 million")]),
    ("Halvor Inc. agreed to pay $17.5 million to settle a lawsuit over its lamps by June.",
     [("payment", HALVOR, None, "$17.5 million")]),
    ("Halvor Inc. must pay Tier Oy's legal costs of $180,000.",
     [("payment", HALVOR, TIER, "$180,000")]),
]  # fmt: skip

ORDERED = [
    ("The Norton Competition Authority ordered Halvor Inc. to pay 36 million euros.",
     [("payment", HALVOR, "Norton Competition Authority", "36 million euros")]),
    ("Halvor Inc. was ordered by the Norton Competition Authority to pay 36 million euros.",
     [("payment", HALVOR, "Norton Competition Authority", "36 million euros")]),
    ("The Norton Trade Commission ruled that Halvor Inc. must pay 36 million euros for fixing prices.",
     [("payment", HALVOR, "Norton Trade Commission", "36 million euros")]),
    ("Ben Ames sued Halvor Inc. in Norton. Mr Justice Tullow awarded him £40,000.",
     [("payment", HALVOR, "Ben Ames", "£40,000")]),
    ("Ben Ames sued Halvor Inc. in Norton. Justice Ada Tullow gave him £40,000.",
     [("payment", HALVOR, "Ben Ames", "£40,000")]),
]  # fmt: skip

EACH_WAY = [
    ("Halvor Inc. and Tier Oy signed a merger agreement. Either would owe the other $55 million if it walked away.",
     [("payment", HALVOR, TIER, "$55 million"), ("payment", TIER, HALVOR, "$55 million")]),
    ("Halvor Inc. and Tier Oy signed a merger agreement. Each side must pay the other a fee of $55 million if it quits.",
     [("payment", HALVOR, TIER, "$55 million"), ("payment", TIER, HALVOR, "$55 million")]),
    ("Halvor Inc. made lamps. Either would owe the other $55 million if it walked away.", []),
]  # fmt: skip

PARTS = [
    ("Ben Ames sued Halvor Inc. in Norton. A jury ordered Halvor Inc. to pay him $61 million. The award is made up of "
     "$11 million for lost wages and $50 million in punitive damages.",
     [("payment", HALVOR, "Ben Ames", "$11 million"), ("payment", HALVOR, "Ben Ames", "$50 million"),
      ("payment", HALVOR, "Ben Ames", "$61 million")]),
]  # fmt: skip

BEFORE = [
    ("Halvor Inc. spent $4.3 million on lobbying in the first half of the year, up from $2.9 million in the first half "
     "of 2014.",
     [("spending", HALVOR, "lobbying", "$2.9 million"), ("spending", HALVOR, "lobbying", "$4.3 million")]),
    ("Halvor Inc. paid Ben Ames, its finance director, £640,000 last year, down from £700,000.",
     [("payment", HALVOR, "Ben Ames", "£640,000"), ("payment", HALVOR, "Ben Ames", "£700,000")]),
]  # fmt: skip

NOTHING = [
    ("Halvor Inc. set aside $30 million for legal costs.", []),
    ("Halvor Inc. says its new lamp costs $562.", []),
    ("The windows cost Ben Ames £640.", []),
    ("Halvor Inc. failed in May. Tier Bank is owed $3 million.", []),
    ("Halvor Inc. spent years on lamps, up from $2 million.", []),
]

CAMPAIGNS = [
    ("Ada Tullow is a senator. She raised $41,500 from the oil industry in 2012.",
     [("payment", "the oil industry", "Ada Tullow", "$41,500")]),
    ("Ada Tullow, the mayor, has raised $410,000 for her campaign.",
     [("payment", None, "Ada Tullow", "$410,000")]),
]  # fmt: skip

OTHERS = [
    ("Halvor Inc. made lamps for 60 years. Dividends of £300,000 went to the family.",
     [("payment", HALVOR, "the family", "£300,000")]),
    ("Ada Tullow earns $640,000 a year at Halvor Inc.", [("payment", HALVOR, "Ada Tullow", "$640,000")]),
    ("Halvor Inc. opened a £6.2m bakery in Leeds in May.", [("spending", HALVOR, "a £6.2m bakery in Leeds", "£6.2m")]),
    ("Halvor Inc. is building a $90 million hotel.", [("spending", HALVOR, "a $90 million hotel", "$90 million")]),
    ("Halvor Inc. has sold bonds. About $30 million of the proceeds is earmarked for a second plant in Norton.",
     [("spending", HALVOR, "a second plant in Norton", "$30 million")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "facts"),
    [*NEAREST, *CLAIMS, *ORDERED, *EACH_WAY, *PARTS, *BEFORE, *NOTHING, *CAMPAIGNS, *OTHERS],
)
def test_sides(extractor, text, facts):
    assert told(extractor, text) == facts
