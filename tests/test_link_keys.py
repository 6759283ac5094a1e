"""Type-specific keys: the rules of `patterns/keys.toml` on their own examples and near misses, and on sentences of our own."""

from __future__ import annotations

import pytest

from pipeline.link.keys import KeyFile
from pipeline.patterns import Patterns, parse_example
from pipeline.read import article_from_text

FILE = Patterns().load("keys.toml", KeyFile)
KINDS = ("court", "stake", "instrument", "matter", "seller")


def facts(extractor, text):
    record = extractor.extract(article_from_text(text, published="2024-06-11"))
    return record.facts, {party.id: party.name for party in record.parties}


@pytest.mark.parametrize(("key", "example"), [(k, e) for k in KINDS for e in getattr(FILE, k).examples])
def test_example(extractor, key, example):
    text, tags = parse_example(example)
    assert len(tags) == 1
    found, names = facts(extractor, text)
    values = [getattr(fact, key) for fact in found if getattr(fact, key)]
    assert [names.get(value, value) for value in values] == [text[tags[0].start : tags[0].end]]


@pytest.mark.parametrize(("key", "text"), [(k, t) for k in KINDS for t in getattr(FILE, k).near_misses])
def test_near_miss(extractor, key, text):
    found, _ = facts(extractor, text)
    assert len(found) >= 1
    values = [getattr(fact, key) for fact in found]
    # An agreement that is called nothing but its kind keeps that as its matter.
    assert [v for v in values if v and not (key == "matter" and v in ("contract", "deal"))] == []


@pytest.mark.parametrize("example", FILE.purpose.examples)
def test_purpose_example(extractor, example):
    text, tags = parse_example(example)
    assert len(tags) == 1
    found, _ = facts(extractor, text)
    assert [fact.purpose for fact in found if fact.type == "payment"] == [tags[0].tag]


@pytest.mark.parametrize("text", FILE.purpose.near_misses)
def test_purpose_near_miss(extractor, text):
    found, _ = facts(extractor, text)
    assert [fact.purpose for fact in found if fact.type == "payment"] == ["other"]


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Brevo Insights Inc. sued Tarnwell Ltd. in May. Tarnwell Ltd. will pay Brevo Insights Inc. $3 million.", "settlement"),
        ("Brevo Insights Inc. received $6 million in wage subsidies from the Norwegian government in 2020.", "aid"),
        ("The Ilse Brandt Foundation has pledged $8 million to the University of Oulu.", "donation"),
        ("Brevo Insights Inc. paid back $2 million to the Norwegian government.", "refund"),
    ],
)
def test_purpose(extractor, text, purpose):
    found, _ = facts(extractor, text)
    assert [fact.purpose for fact in found if fact.type == "payment"] == [purpose]


def test_the_only_court_of_the_article_is_the_suits(extractor):
    text = (
        "Brevo Insights Inc. is suing Tarnwell Ltd. for $3 million. Tarnwell Ltd. calls the claim absurd. "
        "Nobody else has complained. The matter may drag on, lawyers said. Judges of the Oslo District Court are busy."
    )
    found, _ = facts(extractor, text)
    assert [fact.court for fact in found if fact.type == "lawsuit"] == ["Oslo District Court"]


def test_two_courts_far_away_are_nobodys(extractor):
    text = (
        "Brevo Insights Inc. is suing Tarnwell Ltd. for $3 million. Tarnwell Ltd. calls the claim absurd. "
        "Nobody else has complained. The weather is fine. Neither the Oslo District Court nor the Bergen Court of Appeal "
        "was open on Friday."
    )
    found, _ = facts(extractor, text)
    assert [fact.court for fact in found if fact.type == "lawsuit"] == [None]


def test_one_seller_for_every_telling_of_a_sale(extractor):
    text = (
        "Brevo Insights Inc. agreed to buy Tarnwell Ltd. from Halden Group in May. "
        "Kestrel Capital had offered $2 million for Tarnwell Ltd. in 2020."
    )
    found, names = facts(extractor, text)
    deals = [fact for fact in found if fact.type == "acquisition"]
    assert len(deals) == 2
    assert {names[deal.seller] for deal in deals} == {"Halden Group"}
