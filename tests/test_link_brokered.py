"""Sales told by their broker: the rule of `patterns/brokered.toml` on its examples and near misses."""

import pytest

from pipeline.link.brokered import RULE, BrokeredFile
from pipeline.patterns import Patterns, parse_example
from pipeline.read import article_from_text

FILE = Patterns().load("brokered.toml", BrokeredFile)


def sales(extractor, text):
    record = extractor.extract(article_from_text("Companies\n\n" + text, published="2024-06-12"))
    names = {party.id: party.name for party in record.parties}
    sums = {m.id: m.text for m in record.money}
    return [
        {
            "subject": names.get(fact.subject, fact.subject_text),
            "object": names.get(fact.object, fact.object_text),
            "seller": names.get(fact.seller, fact.seller),
            "amount": sums.get(fact.money),
        }
        for fact in record.facts
        if fact.type == "acquisition"
    ]


@pytest.mark.parametrize("markup", FILE.examples)
def test_sale_is_read(extractor, markup):
    text, tags = parse_example(markup)
    wanted = {tag.tag: text[tag.start : tag.end] for tag in tags if tag.tag != "broker"}
    assert len(wanted) >= 3
    (sale,) = sales(extractor, text)
    assert {key: sale[key] for key in wanted} == wanted


@pytest.mark.parametrize("text", FILE.near_misses)
def test_what_no_broker_sold_is_left(extractor, text):
    record = extractor.extract(article_from_text("Companies\n\n" + text, published="2024-06-12"))
    assert [fact.rule for fact in record.facts if fact.rule == RULE] == []


def test_sum_with_a_point_and_a_description_with_a_comma(extractor):
    text = (
        "Halvor Realty has closed the $9.35 million sale of a Tierhouse shop located at 12 Mill Road. Lena Brandt "
        "represented the seller, a Turku-based developer. The buyer was an out of town, private investor."
    )
    (sale,) = sales(extractor, text)
    assert sale == {
        "subject": "an out of town, private investor",
        "object": "a Tierhouse shop",
        "seller": "a Turku-based developer",
        "amount": "$9.35 million",
    }


def test_where_a_company_sits_is_no_part_of_its_name(extractor):
    text = "Turku, Maine-based Tier Inc. has raised $3 million."
    record = extractor.extract(article_from_text("Companies\n\n" + text, published="2024-06-12"))
    assert [party.name for party in record.parties] == ["Tier Inc."]


def test_rounded_sum_of_a_headline_is_no_second_round(extractor):
    text = "Tier Oy raises over $1 million\n\nTier Oy has raised $1.07 million from new investors, it said."
    record = extractor.extract(article_from_text(text, published="2024-06-12"))
    assert [fact.amount.value for fact in record.facts if fact.type == "financing"] == [1_070_000]
