"""A small gold article with every kind of entry, for the tests of pipeline.evaluate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.evaluate import GoldArticle, load_gold

TEXT = """Quillmark to buy Tarn Foods

Quillmark Group plc said on Monday it would buy Tarn Foods Ltd for about £40 million. Quillmark must pay
£2 million if the deal lapses. Tarn Foods Ltd had sales of £12 million in 2022, the company said.

Orla Benning, chief executive of Tarn, will leave. Quillmark paid Ms Benning between £1 million and £2 million
a year. The Harbour Authority sued Quillmark over unpaid dues.
"""

GOLD: dict[str, Any] = {
    "published": "2023-05-10",
    "title": "Quillmark to buy Tarn Foods",
    "parties": [
        {"id": "P1", "name": "Quillmark Group plc", "kind": "company", "aliases": ["Quillmark"]},
        {"id": "P2", "name": "Tarn Foods Ltd", "kind": "company", "aliases": ["Tarn Foods", "Tarn"]},
        {"id": "P3", "name": "Orla Benning", "kind": "person", "aliases": ["Ms Benning"]},
        {"id": "P4", "name": "The Harbour Authority", "kind": "public_body"},
    ],
    "money": [
        {"text": "£40 million", "nth": 1, "currency": "GBP", "amount": 40000000, "qualifier": "about"},
        {"text": "£2 million", "nth": 1, "currency": "GBP", "amount": 2000000, "qualifier": "exact"},
        {"text": "£12 million", "nth": 1, "currency": "GBP", "amount": 12000000, "qualifier": "exact"},
        {
            "text": "between £1 million and £2 million", "nth": 1, "currency": "GBP", "amount": None,
            "min": 1000000, "max": 2000000, "qualifier": "range", "per": "year",
        },
    ],
    "dates": [
        {"text": "Monday", "nth": 1, "type": "DATE", "value": "2023-05-08"},
        {"text": "2022", "nth": 1, "type": "DATE", "value": "2022"},
        {"text": "a year", "nth": 1, "type": "SET", "value": "P1Y"},
    ],
    "clauses": [
        {
            "text": "Quillmark must pay\n£2 million if the deal lapses", "nth": 1, "type": "break_fee",
            "parties": ["P1", "P2"], "status": "in_force", "trigger": "the deal lapses",
        },
    ],
    "facts": [
        {
            "type": "acquisition", "subject": "P1", "object": "P2",
            "amount": {"currency": "GBP", "value": 40000000}, "date": "2023-05-08",
            "status": "expected", "source": "P1",
            "evidence": "Quillmark Group plc said on Monday it would buy Tarn Foods Ltd "
            "for about £40 million.",
        },
        {
            "type": "result", "subject": "P2", "amount": {"currency": "GBP", "value": 12000000},
            "metric": "revenue", "period": "2022", "date": "2022", "status": "completed", "source": "P2",
            "evidence": "Tarn Foods Ltd had sales of £12 million in 2022, the company said.",
        },
        {
            "type": "position", "subject": "P3", "object": "P2", "title": "chief executive", "change": "left",
            "date": None, "status": "expected", "source": None,
            "evidence": "Orla Benning, chief executive of Tarn, will leave.",
        },
        {
            "type": "payment", "subject": "P1", "object": "P3", "purpose": "salary",
            "amount": {"currency": "GBP", "min": 1000000, "max": 2000000, "per": "year"},
            "date": None, "status": "completed", "source": None,
            "evidence": "Quillmark paid Ms Benning between £1 million and £2 million\na year.",
        },
        {
            "type": "lawsuit", "subject": "P4", "object": "P1", "date": None, "status": "ongoing",
            "source": None,
            "evidence": "The Harbour Authority sued Quillmark over unpaid dues.",
        },
    ],
}  # fmt: skip


def write_gold(folder: Path, stem: str = "deal-quillmark", gold: dict[str, Any] = GOLD, text: str = TEXT) -> Path:
    """Write one gold article; returns the path of its gold."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{stem}.txt").write_bytes(text.encode())
    path = folder / f"{stem}.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    return path


def sample(folder: Path) -> GoldArticle:
    """The gold article, loaded from a folder in which it is written."""
    write_gold(folder)
    return load_gold(folder)[0]
