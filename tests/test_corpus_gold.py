"""The gold of `corpus/` agrees with its articles."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.evaluate import check, load_folders, load_gold
from pipeline.read import read_inputs

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
FOLDERS = [CORPUS, CORPUS / "html"]

#: Fewer articles than this would no longer be the corpus.
ARTICLES = {"corpus": 110, "html": 2}

#: Articles whose metadata says a wrong date and their text the right one.
WRONG_METADATA = ["metadata-called-off-nordhaven", "metadata-import-bantayan"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_corpus_gold_has_no_problems(folder):
    assert check(folder) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_corpus_is_there(folder):
    articles = load_gold(folder)
    assert len(articles) >= ARTICLES[folder.name]
    assert len({article.text for article in articles}) == len(articles)


def test_no_article_stands_in_two_folders():
    assert len(load_folders(FOLDERS)) >= sum(ARTICLES.values())


@pytest.mark.parametrize("stem", WRONG_METADATA)
def test_articles_with_wrong_metadata_get_their_date_from_the_text(stem, tmp_path):
    """Read without the gold beside it, which would give the date away."""
    gold = next(article for article in load_folders(FOLDERS) if article.stem == stem)
    shutil.copy(gold.path, tmp_path)
    (article,) = read_inputs([tmp_path])
    assert (article.published, article.published_from) == (gold.gold.published, "text")
    assert article.text == gold.text
