"""Whole records of ten articles of `corpus/`, as they came out last: any change of any record shows as a diff.

A snapshot is no gold: it holds what newsfacts says, wrong or right. After a change that is meant, renew them with

    python -m pytest tests/test_snapshots.py --snapshot-update

and read `git diff tests/__snapshots__`. The hashes of the model and the patterns are left out: they change with every
pattern.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

#: Of different genres and countries; one is a web page, one a trap without facts.
ARTICLES = [
    "call-transcript-orvelle.txt",
    "court-india-award.txt",
    "earnings-table-cordoba.txt",
    "funding-tidewell.txt",
    "html/chrome-lodz-kabelwerk.html",
    "licence-ostara-bio.txt",
    "merger-calder-ridge.txt",
    "transfer-striker-holmgaard.txt",
    "trap-advice-column.txt",
    "wire-tinplate.txt",
]

#: What fits into so many characters stays on one line.
WIDTH = 110


def pretty(value: Any, indent: int = 0) -> str:
    """JSON with what fits on one line, so that a diff shows a span or a mention and not its keys."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or len(flat) + indent <= WIDTH:
        return flat
    pad = " " * (indent + 1)
    if isinstance(value, dict):
        parts = [f"{pad}{json.dumps(key)}: {pretty(part, indent + 1)}" for key, part in value.items()]
        opening, closing = "{", "}"
    else:
        parts = [pad + pretty(part, indent + 1) for part in value]
        opening, closing = "[", "]"
    return "\n".join([opening, ",\n".join(parts), " " * indent + closing])


class Records(SingleFileSnapshotExtension):
    """One JSON file a record."""

    _write_mode = WriteMode.TEXT
    file_extension = "json"

    def serialize(self, data: Any, **_: Any) -> str:
        return pretty(data) + "\n"


@pytest.mark.parametrize("name", ARTICLES, ids=lambda name: Path(name).stem)
def test_record(name, corpus_records, snapshot):
    record = json.loads(corpus_records[Path(name).stem].to_json())
    record["article"]["source"]["path"] = Path(name).name
    for changing in ("model", "patterns"):
        del record["made_by"][changing]
    assert record == snapshot(extension_class=Records)


def test_pretty_is_the_same_json():
    value = {"a": [{"text": "x" * 60, "n": number} for number in range(3)], "b": {}, "c": [], "d": "é\n"}
    assert json.loads(pretty(value)) == value
    assert len(pretty(value).splitlines()) == 10
