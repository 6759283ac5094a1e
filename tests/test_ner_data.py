"""The training data of the news NER that needs no PyTorch: lists of names, and documents with made-up names."""

import json
import random

import pytest

from pipeline.ner.training import renaming
from pipeline.ner.training.data import UNKNOWN, examples, read_named
from pipeline.ner.words import Pieces

TEXT = "Ada Orlo left Orlo Holdings. ORLO HOLDINGS thanked Orlo in Norton. The Orlo Prize went to Holt."
NAMES = {"PER": ["Ada Orlo", "Orlo"], "ORG": ["Orlo Holdings", "ORLO HOLDINGS"], "LOC": ["Norton"], "OTHER": ["Orlo Prize"], "MIX": ["Holt"]}


@pytest.fixture
def named(tmp_path):
    path = tmp_path / "named.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "names": NAMES}) + "\n", encoding="utf-8")
    return read_named(path)


def marked(document):
    return [(document.text[start:end], kind) for start, end, kind in document.entities]


def test_a_list_of_names_marks_every_place_the_longest_first(named):
    assert len(named) == 1
    assert marked(named[0]) == [
        ("Ada Orlo", "PER"), ("Orlo Holdings", "ORG"), ("ORLO HOLDINGS", "ORG"), ("Orlo", "PER"), ("Norton", "LOC"),
    ]  # fmt: skip
    assert [TEXT[start:end] for start, end in named[0].unknown] == ["Holt"]


def test_no_loss_is_taken_on_what_may_be_two_things(named):
    from tokenizers import Tokenizer

    from pipeline.ner.model import WEIGHTS

    made = examples(named, Pieces(Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))))
    words = [(TEXT[start:end], label) for e in made for (start, end), label in zip(e.window.words, e.labels, strict=True)]
    assert [word for word, label in words if label == UNKNOWN] == ["Holt"]
    assert ("Prize", 0) in words


class Supply:
    """Names in place of those drawn from Faker."""

    def is_common(self, word):
        return word.lower() in ("holdings", "prize")

    def person(self, first):
        return "Ime" if first else "Veskari"

    def firm(self):
        return "Quandry"

    def letters(self, count):
        return "X" * count


def test_a_renamed_document_has_the_same_marks_on_other_names(named):
    made = renaming.renamed(named[0], Supply(), random.Random(1), kept=0.0)
    assert marked(made) == [
        ("Ime Veskari", "PER"), ("Veskari Holdings", "ORG"), ("VESKARI HOLDINGS", "ORG"), ("Veskari", "PER"),
        ("Norton", "LOC"),
    ]  # fmt: skip
    assert [made.text[start:end] for start, end in made.unknown] == ["Holt"]
    assert [made.text[start:end].strip() for start, end in made.sentences] == [
        "Ime Veskari left Veskari Holdings.", "VESKARI HOLDINGS thanked Veskari in Norton.", "The Orlo Prize went to Holt.",
    ]  # fmt: skip


def test_a_name_may_stay(named):
    assert renaming.renamed(named[0], Supply(), random.Random(1), kept=1.1).text == TEXT
