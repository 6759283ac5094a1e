"""The document rules of the news NER, and the examples in `patterns/ner.toml`."""

import pytest

from pipeline.ner import rules
from pipeline.patterns import Patterns

WORDS = Patterns().load("ner.toml", rules.NerWords)


@pytest.fixture(scope="module")
def document_rules() -> rules.DocumentRules:
    return rules.DocumentRules()


def span(text: str, name: str, label: str, score: float = 0.95, nth: int = 0) -> rules.Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(name, start + 1)
    return start, start + len(name), label, score


@pytest.mark.parametrize(
    ("example", "label"),
    [(example, rule.label or "ORG") for rule in WORDS.trim_front for example in rule.examples + rule.near_misses],
)
def test_trim_examples(document_rules, example, label):
    before, after = example.split(" => ")
    start, end, _, _ = document_rules.trim(before, (0, len(before), label, 0.9))
    assert before[start:end] == after


@pytest.mark.parametrize(
    "example", [example for rule in WORDS.trim_back for example in rule.examples + rule.near_misses]
)
def test_trim_back_examples(document_rules, example):
    before, after = example.split(" => ")
    start, end, label, _ = document_rules.without_office(before, (0, len(before), "PERSON", 0.9))
    assert before[start:end] == after
    assert label == ("PERSON" if before == after else "ORG")


def test_ticker_symbols_are_dropped_everywhere():
    text = "Velora (NASDAQ: VLRA) fell. VLRA closed at $3. DELTA: ACME won."
    spans = [span(text, name, "ORG") for name in ("Velora", "NASDAQ", "VLRA", "ACME")]
    spans.append(span(text, "VLRA", "ORG", nth=1))
    kept = [text[start:end] for start, end, _, _ in rules.without_tickers(text, spans)]
    assert kept == ["Velora", "NASDAQ", "ACME"]


@pytest.mark.parametrize(
    "example", [example for rule in WORDS.legal_form for example in rule.examples + rule.near_misses]
)
def test_legal_form_examples(document_rules, example):
    marked, name = example.split(" => ")
    text = marked.replace("[", "").replace("]", "")
    start, end, label, _ = document_rules.with_form(text, (0, marked.index("]") - 1, "PERSON", 0.9))
    assert text[start:end] == name
    assert label == ("ORG" if "]" + text[marked.index("]") - 1 : end] != "]" else "PERSON")


@pytest.mark.parametrize("name", [example for rule in WORDS.drop for example in rule.examples])
def test_dropped(document_rules, name):
    assert not document_rules.is_entity(name)


@pytest.mark.parametrize("name", [example for rule in WORDS.drop for example in rule.near_misses])
def test_not_dropped(document_rules, name):
    assert document_rules.is_entity(name)


@pytest.mark.parametrize(
    ("raw", "trimmed"),
    [
        ("“Velora Labs”", "Velora Labs"),
        ("Velora's", "Velora"),
        ("Pellworth’s", "Pellworth"),
        ("Velora Inc.", "Velora Inc."),
        ("Velora.", "Velora"),
        ("(Velora", "Velora"),
        ("Velora (UK)", "Velora (UK)"),
        ("the “Velora Group”’s", "Velora Group"),
        ("Yahoo Maps!", "Yahoo Maps"),
        ("...", ""),
    ],
)
def test_trim(document_rules, raw, trimmed):
    start, end, _, _ = document_rules.trim(raw, (0, len(raw), "ORG", 0.9))
    assert raw[start:end] == trimmed


def test_a_name_has_one_label_in_a_document():
    text = "Kestrel rose. Kestrel fell. Kestrel sank."
    spans = [
        span(text, "Kestrel", "ORG"),
        span(text, "Kestrel", "LOC", 0.6, 1),
        span(text, "Kestrel", "ORG", 0.8, 2),
    ]
    assert [entity[2] for entity in rules.one_label_a_name(text, spans)] == ["ORG", "ORG", "ORG"]


def test_the_surname_of_a_known_person_is_that_person():
    text = "Amina Sandoval left. Sandoval will join Kestrel."
    spans = [
        span(text, "Amina Sandoval", "PERSON"),
        span(text, "Sandoval", "LOC", 0.6, 1),
        span(text, "Kestrel", "ORG"),
    ]
    assert [entity[2] for entity in rules.surnames(text, spans)] == ["PERSON", "PERSON", "ORG"]


def test_a_surely_labelled_company_is_not_made_its_founder():
    text = "Amina Sandoval founded Sandoval in 1990."
    spans = [span(text, "Amina Sandoval", "PERSON"), span(text, "Sandoval", "ORG", 0.99, 1)]
    assert [entity[2] for entity in rules.surnames(text, spans)] == ["PERSON", "ORG"]


def test_a_name_found_once_is_found_again(document_rules):
    text = "Harrow Group bought it. Analysts like Harrow Group. The Harrow Group Pension Fund sold, a rep of Harrow Groupon said."
    found = document_rules.apply(text, [span(text, "Harrow Group", "ORG")])
    assert [text[start:end] for start, end, _, _ in found] == ["Harrow Group", "Harrow Group"]
    assert [start for start, _, _, _ in found] == [0, text.index("Harrow Group", 5)]


def test_nothing_overlaps(document_rules):
    text = "the Harrow Group, Harrow"
    found = document_rules.apply(text, [(0, 16, "ORG", 0.9), (4, 10, "PERSON", 0.6), (18, 24, "ORG", 0.9)])
    assert [text[start:end] for start, end, _, _ in found] == ["Harrow Group", "Harrow"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Dana Orlo 🚀", "Dana Orlo"),
        ("ORINDA INC 4TH QTR NET", "ORINDA INC"),
        ("ORINDA CORP", "ORINDA CORP"),
        ("Orinda Inc 500", "Orinda Inc 500"),
        ("INCA MINES LTD", "INCA MINES LTD"),
    ],
)
def test_what_stands_behind_a_name_is_cut(document_rules, before, after):
    start, end, _, _ = document_rules.trim(before, (0, len(before), "ORG", 0.9))
    assert before[start:end] == after


@pytest.mark.parametrize(
    ("name", "kept"), [("Norton mill", False), ("Norton Mill", True), ("The council", False), ("Orinda Kiln works", True)]
)
def test_works_and_nameless_bodies_are_no_entities(document_rules, name, kept):
    assert document_rules.is_entity(name) == kept


def test_neighbours_that_are_one_name_elsewhere_are_joined():
    text = "Orinda Canada grew. It gave Orinda Canada more. Orinda in Canada fell. Kestrel Norway rose."
    spans = [span(text, "Orinda Canada", "ORG"), span(text, "Orinda", "ORG", nth=1), span(text, "Canada", "LOC", nth=1)]
    spans += [span(text, "Orinda", "ORG", nth=2), span(text, "Canada", "LOC", nth=2)]
    spans += [span(text, "Kestrel", "ORG"), span(text, "Norway", "LOC")]
    joined = rules.whole_names(text, spans)
    assert [(text[start:end], label) for start, end, label, _ in joined] == [
        ("Orinda Canada", "ORG"), ("Orinda Canada", "ORG"), ("Orinda", "ORG"), ("Canada", "LOC"), ("Kestrel", "ORG"),
        ("Norway", "LOC"),
    ]  # fmt: skip
