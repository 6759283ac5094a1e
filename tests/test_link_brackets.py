"""Deals told in brackets: the rule of `patterns/brackets.toml` on its examples and near misses."""

import pytest

from pipeline.link.brackets import RULE, BracketFile
from pipeline.patterns import Patterns, parse_example
from pipeline.read import article_from_text

FILE = Patterns().load("brackets.toml", BracketFile)


def deals(extractor, text):
    record = extractor.extract(article_from_text("Companies\n\n" + text, published="2024-06-12"))
    names = {party.id: party.name for party in record.parties}
    return [
        (names.get(f.subject, f.subject_text), names.get(f.object, f.object_text), f.date, f.status)
        for f in record.facts
        if f.rule == RULE
    ]


@pytest.mark.parametrize("markup", FILE.examples)
def test_examples(extractor, markup):
    text, tags = parse_example(markup)
    wanted = {tag.tag: text[tag.start : tag.end] for tag in tags}
    assert [row[:2] for row in deals(extractor, text)] == [(wanted["subject"], wanted["object"])]


@pytest.mark.parametrize("text", FILE.near_misses)
def test_near_misses(extractor, text):
    assert deals(extractor, text) == []


@pytest.mark.parametrize(
    ("aside", "date", "status"),
    [
        ("acquired by Halvor Inc. in 2019", "2019", "completed"),
        ("now part of Halvor Inc.", None, "completed"),
        ("being acquired by Halvor Inc.", None, "expected"),
        ("NYSE: TIE; bought by Halvor Inc. in May 2021", "2021-05", "completed"),
    ],
)
def test_when_and_whether(extractor, aside, date, status):
    text = f"She has backed Tier Oy ({aside}) and Kerr AG."
    assert deals(extractor, text) == [("Halvor Inc.", "Tier Oy", date, status)]


def test_names_that_are_no_parties(extractor):
    text = "He was an early employee at Ad-Mix (acquired by Smarts) and at Kerr AG."
    assert deals(extractor, text) == [("Smarts", "Ad-Mix", None, "completed")]
