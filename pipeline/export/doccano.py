"""doccano (sequence labelling with relations): `doccano.jsonl` and the label files; back from its JSONL export.

The project must allow overlapping spans. doccano has no notes: the values of spans travel in the article's metadata
(`newsfacts`), which its export gives back. Ids are numbers and are given anew by doccano.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..evaluate.gold import GoldError
from ..records import dumps
from .sheet import LABELS, LINKS, Link, Sheet, Span
from .values import beside, restore


def write(sheets: Iterable[Sheet], out: Path) -> None:
    """Write articles and label types into the folder `out`."""
    with (out / "doccano.jsonl").open("wb") as file:
        for sheet in sheets:
            file.write(dumps(_document(sheet)) + b"\n")
    for name, labels in (("span_types.json", LABELS), ("relation_types.json", LINKS)):
        types = [{"text": label, "suffix_key": None, "background_color": "#209cee"} for label in labels]
        (out / name).write_text(json.dumps(types, indent=2) + "\n", encoding="utf-8")


def read(path: Path) -> Iterator[Sheet]:
    """The articles of an export. Raises GoldError, naming the line, for a file that is none."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                document = json.loads(line, parse_float=Decimal)
                sheet = _sheet(document, f"{path.stem}-{number}")
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise GoldError(f"{path}:{number}: no JSONL export of doccano: {error!r}") from error
            yield sheet


def _document(sheet: Sheet) -> dict[str, Any]:
    numbers = {span.id: number for number, span in enumerate(sheet.spans, 1)}
    return {
        "text": sheet.text,
        "entities": [
            {"id": numbers[span.id], "label": span.label, "start_offset": span.start, "end_offset": span.end}
            for span in sheet.spans
        ],
        "relations": [
            {"id": at, "from_id": numbers[link.source], "to_id": numbers[link.target], "type": link.label}
            for at, link in enumerate(sheet.links, 1)
        ],
        "newsfacts": dumps(beside(sheet)).decode(),
    }


def _sheet(document: dict[str, Any], name: str) -> Sheet:
    carried = document.get("newsfacts") or document.get("metadata", {}).get("newsfacts") or "{}"
    known = json.loads(carried, parse_float=Decimal)
    about = {key: known.get(key) for key in ("published", "title")}
    sheet = Sheet(known.get("stem") or name, document["text"], about)
    for entity in sorted(document["entities"], key=lambda entity: entity["id"]):
        span = Span(str(entity["id"]), entity["start_offset"], entity["end_offset"], entity["label"])
        sheet.spans.append(span)
    for link in document.get("relations", ()):
        sheet.links.append(Link(link["type"], str(link["from_id"]), str(link["to_id"])))
    restore(sheet, known.get("spans", []))
    return sheet
