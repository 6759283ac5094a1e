"""What the reader is fitted to: gold articles as windows with the targets of their sums, pairs and terms."""

import json
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from pipeline.evaluate import load_folders
from pipeline.evaluate.gold import locate
from pipeline.ner.model import WEIGHTS
from pipeline.ner.words import Pieces
from pipeline.reader.labels import BEGIN, CLAUSE_TYPES, ELSE, INSIDE, SUM_TYPES
from pipeline.reader.training.data import Watching, examples
from pipeline.reader.training.passages import unfold

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


# Passages ---------------------------------------------------------------------------------------------------

PASSAGE = {
    "id": "x-1",
    "published": "2019-05-14",
    "sents": ["Karoo Grain bought a mill for R41 million.", "Under the sale, it may not resell it."],
    "parties": [{"id": "P1", "name": "Karoo Grain", "kind": "company"}],
    "facts": [
        {"type": "acquisition", "subject": "P1", "object_text": "a mill", "status": "completed", "s": 0,
         "amount": {"currency": "ZAR", "value": 41000000}},
    ],
    "clauses": [{"text": "it may not resell it", "type": "other", "parties": ["P1"], "status": "in_force"}],
}  # fmt: skip


def test_a_passage_becomes_a_gold_article(tmp_path):
    (tmp_path / "some.jsonl").write_text(json.dumps(PASSAGE) + "\n")
    (article,) = load_folders([unfold(tmp_path / "some.jsonl", tmp_path / "gold")])
    assert article.stem == "x-1"
    (fact,), (clause,) = article.gold.facts, article.gold.clauses
    assert fact.evidence == PASSAGE["sents"][0]
    assert (fact.object_text, fact.amount.value) == ("a mill", 41_000_000)
    assert locate(article.path.read_text(encoding="utf-8"), clause.text, clause.nth)


def test_an_article_among_passages_keeps_its_text_and_title(tmp_path):
    text = "Oven maker grows\n\nKaroo Grain bought a mill for R41 million.\n"
    fact = {key: value for key, value in PASSAGE["facts"][0].items() if key != "s"}
    story = {**PASSAGE, "title": "Oven maker grows", "text": text, "clauses": [],
             "facts": [{**fact, "evidence": "Karoo Grain bought a mill for R41 million."}]}  # fmt: skip
    del story["sents"]
    (tmp_path / "some.jsonl").write_text(json.dumps(story) + "\n")
    (article,) = load_folders([unfold(tmp_path / "some.jsonl", tmp_path / "gold")])
    assert article.path.read_text(encoding="utf-8") == text
    assert (article.gold.title, article.gold.facts[0].evidence) == (story["title"], story["facts"][0]["evidence"])


@pytest.mark.parametrize(
    "line", ["{", "[]", json.dumps({**PASSAGE, "facts": [{**PASSAGE["facts"][0], "s": 9}]}), '{"id": "x"}']
)
def test_what_is_no_passage_is_named_by_its_line(tmp_path, line):
    (tmp_path / "some.jsonl").write_text(json.dumps(PASSAGE) + "\n" + line + "\n")
    with pytest.raises(ValueError, match=r"some\.jsonl:2: no passage"):
        unfold(tmp_path / "some.jsonl", tmp_path / "gold")
