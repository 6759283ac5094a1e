"""Passages that list their parties become lists of names for the NER."""

import json

import pytest

pytest.importorskip("faker", reason="needs newsfacts[train]: faker is not installed")

from pipeline.ner.training.passages import named

TAGGED = [("Durban", "LOC"), ("Ghana", "LOC"), ("Mtwapa", "ORG"), ("Karoo", "ORG"), ("Lake Prize", "ORG")]
PARTIES = [
    {"id": "P1", "name": "Karoo Grain Ltd.", "kind": "company", "aliases": ["Karoo", "the Scots", "the grain trader"]},
    {"id": "P2", "name": "Mr Amos Otieno", "kind": "person", "aliases": ["Otieno"]},
    {"id": "P3", "name": "Ghana", "kind": "public_body"},
    {"id": "P4", "name": "Ferro district court", "kind": "public_body"},
    {"id": "P5", "name": "the Treasury", "kind": "public_body"},
]


@pytest.fixture
def names(tmp_path):
    sentences = ["Karoo Grain Ltd. of Durban sued Mr Amos Otieno in Mtwapa.", "Ghana paid Otieno for the Lake Prize."]
    passage = {"id": "x-1", "sents": sentences, "parties": PARTIES}
    (tmp_path / "some.jsonl").write_text(json.dumps(passage) + "\n")
    (line,) = named(tmp_path / "some.jsonl", lambda text: TAGGED)
    assert line["text"] == " ".join(sentences)
    return line["names"]


def test_people_go_without_honorifics_and_firms_without_articles(names):
    assert names["PER"] == ["Amos Otieno", "Otieno"]
    assert names["ORG"] == ["Karoo", "Karoo Grain Ltd.", "Treasury"]


def test_descriptions_are_no_names_and_lower_case_names_are_left_open(names):
    assert "Scots" not in {name for kind in names.values() for name in kind}
    assert names["MIX"] == ["Ferro district court"]


def test_places_are_what_the_tagger_says_or_what_something_is_in(names):
    assert names["LOC"] == ["Durban", "Ghana", "Mtwapa"]
    assert "Lake Prize" not in {name for kind in names.values() for name in kind}
