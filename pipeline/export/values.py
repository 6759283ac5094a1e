"""What spans say besides their label: as JSON in a note, or beside the article for tools without notes."""

from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal
from typing import Any

from ..evaluate.gold import GoldError
from .sheet import Sheet, Span


def parse_values(note: str, stem: str) -> dict[str, Any]:
    """The values in a note, numbers as exact decimals. Raises GoldError naming the article."""
    if not note.strip():
        return {}
    try:
        values = json.loads(note, parse_float=Decimal)
    except ValueError as error:
        raise GoldError(f"{stem}: the note {note[:80]!r} is no JSON: {error}") from error
    if not isinstance(values, dict):
        raise GoldError(f"{stem}: the note {note[:80]!r} is no JSON object")
    return values


def beside(sheet: Sheet) -> dict[str, Any]:
    """What a tool without notes carries along: stem, `published`, title, and the values of each span by its place."""
    spans = [
        {"start": span.start, "end": span.end, "label": span.label, "values": span.values}
        for span in sheet.spans
        if span.values
    ]
    return {"stem": sheet.stem, **sheet.about, "spans": spans}


def restore(sheet: Sheet, carried: list[dict[str, Any]]) -> None:
    """Give spans their values back: to those with the same place and label, then to those relabelled within a family.

    Two spans of one place and label take theirs in order.
    """
    known: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for entry in carried:
        known[entry["start"], entry["end"], entry["label"]].append(entry)
    lacking = []
    for span in sheet.spans:
        entries = known.get((span.start, span.end, span.label))
        if entries:
            span.values = entries.pop(0)["values"]
        else:
            lacking.append(span)
    left = [entry for entries in known.values() for entry in entries]
    for span in lacking:
        entry = next((entry for entry in left if _relabelled(entry, span)), None)
        if entry is not None:
            left.remove(entry)
            span.values = entry["values"]


def _relabelled(entry: dict[str, Any], span: Span) -> bool:
    old = Span("", entry["start"], entry["end"], entry["label"])
    return (old.start, old.end, old.family) == (span.start, span.end, span.family)
