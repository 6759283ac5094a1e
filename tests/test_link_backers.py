"""Backers told in passing: the rule of `patterns/backers.toml`, and whose money an investment is."""

import pytest

from pipeline.link.backers import BackerFile
from pipeline.patterns import Patterns, parse_example
from pipeline.read import article_from_text

FILE = Patterns().load("backers.toml", BackerFile)


def facts(extractor, text, kind="investment"):
    record = extractor.extract(article_from_text("Companies\n\n" + text, published="2024-06-12"))
    names = {party.id: party.name for party in record.parties}
    return [
        (
            names.get(fact.subject, fact.subject_text),
            names.get(fact.object, fact.object_text),
            int(fact.amount.value) if fact.amount else None,
            fact.date,
            fact.status,
        )
        for fact in record.facts
        if fact.type == kind
    ]


@pytest.mark.parametrize("markup", FILE.examples)
def test_backers_are_read(extractor, markup):
    text, tags = parse_example(markup)
    wanted = sorted(text[tag.start : tag.end] for tag in tags)
    found = facts(extractor, text)
    assert wanted and sorted(row[0] for row in found) == wanted
    assert {row[1:] for row in found} == {("Tier Oy", None, None, "completed")}


@pytest.mark.parametrize("text", FILE.near_misses)
def test_other_backing_is_no_investment(extractor, text):
    assert facts(extractor, text) == []


def test_a_backer_whose_sum_is_told_is_told_once(extractor):
    text = "Halvor Capital invested $3 million in Tier Oy in May. Halvor Capital-backed Tier Oy makes lamps."
    assert [row[:3] for row in facts(extractor, text)] == [("Halvor Capital", "Tier Oy", 3_000_000)]


def test_who_is_described_as_a_chief_invests_money_of_her_own(extractor):
    text = "Halvor Inc. CEO Dara Quill, who also invested in Tier Oy, was pleased."
    assert facts(extractor, text) == [("Dara Quill", "Tier Oy", None, None, "completed")]


def test_a_chief_at_the_end_of_a_list_is_not_the_firm(extractor):
    text = "Tier Oy raised $3 million. Investors include Halvor Capital and Brandt CEO."
    assert [row[0] for row in facts(extractor, text)] == ["Halvor Capital"]


def test_the_investment_that_stands_is_made_and_the_next_one_is_not(extractor):
    text = (
        "Tier Oy will expand its plant in Kuopio with an additional investment of $17 million. "
        "Its existing $16 million investment in Kerr AG will continue."
    )
    found = {row[2]: row[4] for row in facts(extractor, text)}
    assert found == {17_000_000: "expected", 16_000_000: "completed"}


@pytest.mark.parametrize(
    "text",
    [
        "Halvor Inc. acquired Tier Oy in 2023 and Kerr AG in 2022.",
        "Halvor Inc. bought Tier Oy (TIE) in 2023 and Kerr AG in 2022.",
    ],
)
def test_each_of_two_takeovers_has_its_year(extractor, text):
    assert {row[1]: row[3] for row in facts(extractor, text, "acquisition")} == {"Tier Oy": "2023", "Kerr AG": "2022"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Tier Oy is building its school in partnership with Halvor Inc.", "ongoing"),
        ("Tier Oy built its school in partnership with Halvor Inc.", "completed"),
        ("Lending grew in the first year of its partnership with Halvor Inc., Tier Oy said.", "ongoing"),
    ],
)
def test_a_partnership_at_work_goes_on(extractor, text, status):
    assert [row[4] for row in facts(extractor, text, "agreement")] == [status]


def test_buyers_of_a_private_placement_are_its_other_side(extractor):
    text = "Tier Oy sold $40 million of senior notes in a private placement to qualified institutional investors."
    assert [row[:3] for row in facts(extractor, text, "financing")] == [
        ("Tier Oy", "qualified institutional investors", 40_000_000)
    ]
