"""Gold against records, per kind and per slot.

`check` a folder of gold, `load_gold` it, `evaluate` an extractor on it or `score` records that are already
made. What counts as right is said in `pipeline.evaluate.score`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.evaluate.counts import Counts
from pipeline.evaluate.gold import (
    GoldArticle,
    GoldError,
    check,
    empty_record,
    gold_from_record,
    load_gold,
    record_from_gold,
)
from pipeline.evaluate.result import Evaluation, compare
from pipeline.evaluate.score import score_article
from pipeline.mentions import Article
from pipeline.records import Record

__all__ = [
    "Counts", "Evaluation", "GoldArticle", "GoldError", "check", "compare", "empty_record", "evaluate",
    "gold_from_record", "load_folders", "load_gold", "measure", "pair_by_stem", "read_records", "record_from_gold",
    "score",
]  # fmt: skip


def score(pairs: Iterable[tuple[GoldArticle, Record]]) -> Evaluation:
    """Score records against their gold. Raises GoldError when there are none."""
    articles = sorted((score_article(article, record) for article, record in pairs), key=lambda a: a.stem)
    if not articles:
        raise GoldError("there is nothing to score: no gold articles")
    return Evaluation(articles)


def evaluate(folders: Sequence[Path | str], extractor: Any) -> Evaluation:
    """Run `extractor.pipe` over the articles of gold folders and score what it gives."""
    return measure(load_folders(folders), extractor)


def measure(gold: Sequence[GoldArticle], extractor: Any) -> Evaluation:
    """The same for gold that is loaded.

    Articles are read as for any other run: with the metadata that stands in their gold.
    """
    from pipeline.read import read_inputs  # not needed to score records that are already made

    inputs = read_inputs([article.path for article in gold])
    articles = (article for article in inputs if isinstance(article, Article))
    return score(pair_by_stem(gold, extractor.pipe(articles)))


def load_folders(folders: Sequence[Path | str]) -> list[GoldArticle]:
    """The gold of several folders. Raises GoldError when a stem stands in two of them."""
    gold = [article for folder in folders for article in load_gold(folder)]
    seen: dict[str, Path] = {}
    for article in gold:
        if article.stem in seen:
            raise GoldError(f"{article.stem}: in {seen[article.stem].parent} and in {article.path.parent}")
        seen[article.stem] = article.path
    return gold


def pair_by_stem(gold: Sequence[GoldArticle], found: Iterable[Record]) -> list[tuple[GoldArticle, Record]]:
    """Pair records with gold by the stem of the record's path; an article without record counts as empty.

    Records that no gold belongs to are left out. Raises GoldError when none belongs to any, or two to one.
    """
    stems = {article.stem for article in gold}
    records: dict[str, Record] = {}
    for record in found:
        stem = Path(record.article.source.path or "").stem
        if stem in records:
            raise GoldError(f"two records of {stem}")
        if stem in stems:
            records[stem] = record
    if not records:
        raise GoldError("no record belongs to the gold: their article.source.path must have the gold's stem")
    return [(article, records.get(article.stem) or empty_record(article)) for article in gold]


def read_records(path: Path | str) -> list[Record]:
    """Read an `articles.jsonl`. Raises GoldError naming the line that is no record."""
    path, records = Path(path), []
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror}") from error
    for number, line in enumerate(lines, 1):
        try:
            records.append(Record.model_validate(json.loads(line, parse_float=Decimal)))
        except (ValueError, ValidationError) as error:
            raise GoldError(f"{path}:{number}: no record: {str(error).splitlines()[0]}") from error
    return records
