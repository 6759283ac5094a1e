"""Prodigy (`rel.manual` and `spans.manual`): `prodigy.jsonl`; back from `prodigy db-out`.

A task carries its tokens, and relations name them; the values of spans travel in the task's `newsfacts`.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from ..evaluate.gold import GoldError
from ..records import dumps
from .sheet import Link, Sheet, Span
from .values import beside, restore

_TOKEN = re.compile(r"\w+|[^\w\s]")


def write(sheets: Iterable[Sheet], out: Path) -> None:
    """Write the tasks into the folder `out`."""
    with (out / "prodigy.jsonl").open("wb") as file:
        for sheet in sheets:
            file.write(dumps(_task(sheet)) + b"\n")


def read(path: Path) -> Iterator[Sheet]:
    """The accepted tasks of a `db-out` file; others are left out. Raises GoldError for a file that is none."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                task = json.loads(line, parse_float=Decimal)
                if task.get("answer", "accept") == "accept":
                    yield _sheet(task, f"{path.stem}-{number}")
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                if isinstance(error, GoldError):
                    raise
                raise GoldError(f"{path}:{number}: no task of Prodigy: {error!r}") from error


def _task(sheet: Sheet) -> dict[str, Any]:
    tokens = _tokens(sheet)
    starts, ends = [token["start"] for token in tokens], [token["end"] for token in tokens]
    spans = {
        span.id: {
            "id": span.id, "start": span.start, "end": span.end, "label": span.label,
            "token_start": bisect_right(starts, span.start) - 1, "token_end": bisect_left(ends, span.end),
        }
        for span in sheet.spans
    }  # fmt: skip
    relations = [
        {
            "head": spans[link.source]["token_end"], "child": spans[link.target]["token_end"],
            "head_span": spans[link.source], "child_span": spans[link.target], "label": link.label,
        }
        for link in sheet.links
    ]  # fmt: skip
    carried = dumps(beside(sheet)).decode()
    return {
        "text": sheet.text, "meta": {"stem": sheet.stem}, "tokens": tokens, "spans": list(spans.values()),
        "relations": relations, "newsfacts": carried,
    }  # fmt: skip


def _tokens(sheet: Sheet) -> list[dict[str, Any]]:
    """Words and marks, cut where a span begins or ends, so that every span is of whole tokens."""
    cuts = {at for span in sheet.spans for at in (span.start, span.end)}
    tokens: list[dict[str, Any]] = []
    for match in _TOKEN.finditer(sheet.text):
        edges = [match.start(), *(at for at in range(match.start() + 1, match.end()) if at in cuts), match.end()]
        for start, end in pairwise(edges):
            space = sheet.text[end : end + 1].isspace()
            words = {"text": sheet.text[start:end], "start": start, "end": end}
            tokens.append({**words, "id": len(tokens), "ws": space})
    return tokens


def _sheet(task: dict[str, Any], name: str) -> Sheet:
    known = json.loads(task.get("newsfacts") or "{}", parse_float=Decimal)
    about = {key: known.get(key) for key in ("published", "title")}
    sheet = Sheet(known.get("stem") or name, task["text"], about)
    ids: dict[tuple[Any, ...], str] = {}
    for number, span in enumerate(task.get("spans", ()), 1):
        id_ = span.get("id") or f"new-{number}"
        sheet.spans.append(Span(id_, span["start"], span["end"], span["label"]))
        ids.setdefault(_place(span), id_)
    own = {span.id for span in sheet.spans}
    for relation in task.get("relations", ()):
        ends = (relation["head_span"], relation["child_span"])
        source, target = (end["id"] if end.get("id") in own else ids.get(_place(end), "no span") for end in ends)
        sheet.links.append(Link(relation["label"], source, target))
    restore(sheet, known.get("spans", []))
    return sheet


def _place(span: dict[str, Any]) -> tuple[Any, ...]:
    return span["start"], span["end"], span["label"]
