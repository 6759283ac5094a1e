"""A dataset in the formats of other tools, and corrected annotations back as gold."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..evaluate.gold import GoldError, gold_from_record
from .ftm import export as export_ftm
from .goldfiles import Filler, sheets, stems, write_gold
from .sheet import Sheet, gold_of

__all__ = ["TOOLS", "bless", "export_ftm", "export_sheets", "import_sheets"]

#: Annotation tools by their name, each with the module that has its `write` and `read`.
TOOLS = {"label-studio": "label_studio", "doccano": "doccano", "brat": "brat", "prodigy": "prodigy"}


def export_sheets(tool: str, folder: Path, out: Path) -> None:
    """Write the articles of a dataset (or of a folder of gold) for an annotation tool into the folder `out`.

    Raises GoldError when `folder` is neither a dataset nor gold.
    """
    found = sheets(folder)
    first = next(found, None)
    if first is None:
        raise GoldError(f"{folder}: no articles there")
    out.mkdir(parents=True, exist_ok=True)
    _module(tool).write(_again(first, found), out)


def import_sheets(tool: str, path: Path, out: Path, overwrite: bool = False) -> list[Path]:
    """Write what an annotation tool gives back as gold into the folder `out`; the gold files.

    Nothing is written unless all of it is gold. Raises GoldError naming the article and what is wrong with it.
    """
    fill = Filler()
    made = [(sheet, gold_of(sheet, fill)) for sheet in _module(tool).read(path)]
    if not made:
        raise GoldError(f"{path}: no annotated articles there")
    out.mkdir(parents=True, exist_ok=True)
    return [write_gold(out, sheet.stem, sheet.text, gold, overwrite) for sheet, gold in made]


def bless(source: Path, out: Path, stem: str | None, options: dict[str, Any], overwrite: bool = False) -> list[Path]:
    """Write the records of a file (an article, a record or `articles.jsonl`) as gold into `out`; the gold files.

    `options` are those of `Extractor`, for an article; `stem` names the sample of a single record. What stands in
    the record is what the gold says: whoever blesses has read it. Raises GoldError for a file that gives no record.
    """
    from ..show import load

    records = []
    for item in load(source, None, options):
        if isinstance(item, str):
            raise GoldError(f"{source}: {item}")
        records.append(item)
    if not records or (stem and len(records) > 1):
        raise GoldError(f"{source}: {len(records)} records; " + ("--stem names one" if records else "nothing to bless"))
    out.mkdir(parents=True, exist_ok=True)
    return [
        write_gold(out, stem or name, record.article.text, gold_from_record(record), overwrite)
        for name, record in stems(records)
    ]


def _module(tool: str) -> Any:
    return importlib.import_module(f".{TOOLS[tool]}", __name__)


def _again(first: Sheet, rest: Iterator[Sheet]) -> Iterator[Sheet]:
    yield first
    yield from rest
