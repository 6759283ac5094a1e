"""What the reader is fitted to: gold articles as windows with the targets of their sums, pairs and terms."""

from pathlib import Path

import pytest
from tokenizers import Tokenizer

from pipeline.evaluate import load_folders
from pipeline.evaluate.gold import locate
from pipeline.ner.model import WEIGHTS
from pipeline.ner.words import Pieces
from pipeline.reader.labels import BEGIN, CLAUSE_TYPES, ELSE, INSIDE, SUM_TYPES
from pipeline.reader.training.data import Watching, examples

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
STEM = "merger-calder-ridge"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gold")
    for suffix in (".txt", ".json"):
        (folder / f"{STEM}{suffix}").write_bytes((CORPUS / f"{STEM}{suffix}").read_bytes())
    pieces = Pieces(Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")))
    article = load_folders([folder])[0]
    return article, examples([folder], Watching(rules_only=True), pieces)


def test_sums_bear_the_type_and_the_sides_of_their_facts(made):
    article, found = made
    told = [(target, e) for e in found for target in e.sums if target.type > 0]
    wanted = {fact.type for fact in article.gold.facts if fact.amount}
    assert told
    assert {SUM_TYPES[target.type] for target, _ in told} <= wanted
    for target, e in told:
        here = {party for party, _, _ in e.window.parties} | {e.main, ELSE}
        assert set(target.subjects) & here


def test_terms_are_marked_word_by_word(made):
    article, found = made
    text = article.path.read_text(encoding="utf-8")
    assert article.gold.clauses
    begun = 0
    for e in found:
        assert len(e.clauses) == len(e.clause_types) == len(e.window.places)
        for mark, kind in zip(e.clauses, e.clause_types, strict=True):
            assert (mark in (BEGIN, INSIDE)) == (kind >= 0)
        begun += e.clauses.count(BEGIN)
    spans = [locate(text, clause.text, clause.nth) for clause in article.gold.clauses]
    assert all(spans)
    assert begun == len(spans)
    assert {CLAUSE_TYPES[kind] for e in found for kind in e.clause_types if kind >= 0} == {
        clause.type for clause in article.gold.clauses
    }
