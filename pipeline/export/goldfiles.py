"""Gold on the disk: annotated articles in, `STEM.txt` and `STEM.json` out, laid out as in `corpus/`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..dataset.store import ARTICLES
from ..evaluate import load_gold, read_records, record_from_gold
from ..evaluate.gold import Gold, GoldError, GoldFact, check_file, gold_from_record
from ..records import Record, plain
from .sheet import MONEY, Sheet, Span, sheet_of

#: The kinds of entries, in the order in which gold lists them.
ENTRIES = ("parties", "money", "dates", "clauses", "facts")


def sheets(folder: Path) -> Iterator[Sheet]:
    """The sheets of a dataset (a folder with `articles.jsonl`), or of a folder of gold articles.

    Raises GoldError for a folder that is neither or holds damaged lines.
    """
    if (folder / ARTICLES).is_file():
        for stem, record in stems(read_records(folder / ARTICLES)):
            yield sheet_of(record, stem)
        return
    for article in load_gold(folder):
        yield sheet_of(record_from_gold(article), article.stem)


def stems(records: Iterable[Record]) -> Iterator[tuple[str, Record]]:
    """Each record with a file name of its own, made of its path and line, or its title."""
    seen: set[str] = set()
    for record in records:
        source = record.article.source
        name = Path(source.path).stem if source.path else (record.article.title or "article")[:60]
        stem = re.sub(r"[^\w.-]+", "-", f"{name}-{source.line}" if source.line else name).strip("-.") or "article"
        if stem in seen:
            stem = f"{stem}-{record.article.id[-8:]}"
        seen.add(stem)
        yield stem, record


class Filler:
    """Reads the values of a sum or a date that an annotator marked and gave none: as `extract` reads them."""

    def __init__(self) -> None:
        self._extractor: Any = None
        self._records: dict[str, Record] = {}

    def __call__(self, sheet: Sheet, span: Span) -> dict[str, Any] | None:
        """The values of what newsfacts finds in just these words; None where it finds nothing."""
        gold = gold_from_record(self._record(sheet))
        for entry in gold[MONEY if span.family == MONEY else "dates"]:
            if entry["text"] == sheet.text[span.start : span.end]:
                return {key: value for key, value in entry.items() if key not in ("text", "nth", "type")}
        return None

    def _record(self, sheet: Sheet) -> Record:
        if self._extractor is None:
            from ..extractor import Extractor  # the models are only needed for what was added

            self._extractor = Extractor()
        if sheet.stem not in self._records:
            from ..read import article_from_text

            article = article_from_text(sheet.text, published=sheet.about.get("published"))
            self._records = {sheet.stem: self._extractor.extract(article)}
        return self._records[sheet.stem]


def write_gold(folder: Path, stem: str, text: str, gold: dict[str, Any], overwrite: bool = False) -> Path:
    """Write an article and its gold; the path of the gold file.

    Raises GoldError, and writes nothing, when the data is no gold, a quote is not in the article, or the files
    are there already and `overwrite` is not given.
    """
    try:
        ordered = _ordered(gold, Gold.model_validate(gold))
    except ValidationError as error:
        first = error.errors()[0]
        raise GoldError(f"{stem}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    path = folder / f"{stem}.json"
    for there in (path, path.with_suffix(".txt")):
        if there.exists() and not overwrite:
            raise GoldError(f"{there}: is there already; add --overwrite to replace it")
    trial = folder / ".part"
    trial.mkdir(parents=True, exist_ok=True)
    part, article = trial / path.name, trial / f"{stem}.txt"
    try:
        article.write_bytes(text.encode())
        part.write_text(gold_text(ordered), encoding="utf-8", newline="\n")
        if problem := next(check_file(part), None):
            raise GoldError(f"{stem}: {problem}")
        article.replace(path.with_suffix(".txt"))
        part.replace(path)
    finally:
        for left in (article, part):
            left.unlink(missing_ok=True)
        trial.rmdir()
    return path


def _ordered(gold: dict[str, Any], model: Gold) -> dict[str, Any]:
    """The entries with their keys in the order of the guide, without those that say nothing."""
    ordered: dict[str, Any] = {"published": gold.get("published"), "title": gold.get("title")}
    for kind in ENTRIES:
        rows = zip(gold[kind], getattr(model, kind), strict=True)
        ordered[kind] = [{key: row[key] for key in type(entry).model_fields if key in row} for row, entry in rows]
    for fact in ordered["facts"]:
        for key in GoldFact.model_fields:
            if fact.get(key, "") is None and key not in ("date", "source"):
                del fact[key]
    return ordered


def gold_text(gold: dict[str, Any]) -> str:
    """Gold as text, one entry a line."""
    lines = [f'  "{key}": {_json(gold[key])}' for key in ("published", "title")]
    for kind in ENTRIES:
        entries = ",\n".join(f"    {_json(entry)}" for entry in gold[kind])
        lines.append(f'  "{kind}": [\n{entries}\n  ]' if entries else f'  "{kind}": []')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value: Any) -> str:
    """JSON in one line with a space behind commas and colons; decimals are written exactly."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_json(key)}: {_json(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_json, value)) + "]"
    return plain(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
