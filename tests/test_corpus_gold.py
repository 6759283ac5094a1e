"""The gold of `corpus/` agrees with its articles."""

from __future__ import annotations

from pathlib import Path

from pipeline.evaluate import check, load_gold

CORPUS = Path(__file__).resolve().parents[1] / "corpus"

#: Fewer articles than this would no longer be the corpus.
ARTICLES = 60


def test_corpus_gold_has_no_problems():
    assert check(CORPUS) == []


def test_corpus_is_there():
    articles = load_gold(CORPUS)
    assert len(articles) >= ARTICLES
    assert len({article.text for article in articles}) == len(articles)
