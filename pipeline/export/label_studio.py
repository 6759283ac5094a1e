"""Label Studio: `tasks.json` with pre-annotations and `config.xml`; back from its JSON export.

A span's values are the text of its per-region note, as JSON. Offsets are code points, as current versions have them;
older ones count UTF-16 units, which shows in the words that each region repeats and is put right.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from .. import __version__
from ..evaluate.gold import GoldError
from ..records import dumps
from .sheet import LABELS, LINKS, Link, Sheet, Span
from .values import parse_values


def write(sheets: Iterable[Sheet], out: Path) -> None:
    """Write tasks and labelling interface into the folder `out`."""
    with (out / "tasks.json").open("wb") as file:
        file.write(b"[")
        for number, sheet in enumerate(sheets):
            file.write(b",\n" if number else b"\n")
            file.write(dumps(_task(sheet)))
        file.write(b"\n]\n")
    (out / "config.xml").write_text(_config(), encoding="utf-8")


def read(path: Path) -> Iterator[Sheet]:
    """The annotated tasks of an export; the last annotation of each that was not cancelled.

    Raises GoldError for a file that is no export, or holds a task that nobody has annotated.
    """
    try:
        tasks = json.loads(path.read_bytes())
        for number, task in enumerate(tasks, 1):
            yield _sheet(task, number, path)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, GoldError):
            raise
        raise GoldError(f"{path}: no JSON export of Label Studio: {error!r}") from error


def _task(sheet: Sheet) -> dict[str, Any]:
    result: list[dict[str, Any]] = []
    for span in sheet.spans:
        place = {"start": span.start, "end": span.end, "text": sheet.text[span.start : span.end]}
        common = {"id": span.id, "to_name": "text"}
        result.append({**common, "from_name": "label", "type": "labels", "value": {**place, "labels": [span.label]}})
        if span.values:
            note = [dumps(span.values).decode()]
            result.append({**common, "from_name": "values", "type": "textarea", "value": {**place, "text": note}})
    result += (
        {"type": "relation", "from_id": link.source, "to_id": link.target, "direction": "right", "labels": [link.label]}
        for link in sheet.links
    )
    data = {"text": sheet.text, "stem": sheet.stem, **sheet.about}
    return {"data": data, "predictions": [{"model_version": f"newsfacts {__version__}", "result": result}]}


def _sheet(task: dict[str, Any], number: int, path: Path) -> Sheet:
    data = task["data"]
    stem = data.get("stem") or f"{path.stem}-{number}"
    done = [annotation for annotation in task.get("annotations", ()) if not annotation.get("was_cancelled")]
    if not done:
        raise GoldError(f"{path}: {stem}: nobody has annotated this task; export annotated tasks only")
    about = {key: data.get(key) for key in ("published", "title")}
    sheet = Sheet(stem, data["text"], about)
    notes: dict[str, str] = {}
    for item in done[-1]["result"]:
        if item["type"] == "relation":
            for label in item.get("labels") or ("",):
                ends = (item["from_id"], item["to_id"])
                sheet.links.append(Link(label, *(reversed(ends) if item.get("direction") == "left" else ends)))
        elif item["type"] == "textarea":
            notes[item["id"]] = "".join(item["value"]["text"])
        elif item["type"] == "labels":
            start, end = _code_points(sheet, item["value"])
            sheet.spans.append(Span(item["id"], start, end, item["value"]["labels"][0]))
    for span in sheet.spans:
        span.values = parse_values(notes.get(span.id, ""), sheet.stem)
    return sheet


def _code_points(sheet: Sheet, value: dict[str, Any]) -> tuple[int, int]:
    start, end = value["start"], value["end"]
    words = value.get("text")
    if words is None or _same(sheet.text[start:end], words):
        return start, end
    units = sheet.text.encode("utf-16-le")
    found = [len(units[: 2 * at].decode("utf-16-le", "ignore")) for at in (start, end)]
    if _same(sheet.text[found[0] : found[1]], words):
        return found[0], found[1]
    raise GoldError(f"{sheet.stem}: the region at {start} says {words[:60]!r}, the text {sheet.text[start:end][:60]!r}")


def _same(words: str, said: str) -> bool:
    """Whether a region's words are those of the text; Label Studio writes line ends as a backslash and n."""
    return words.split() == said.replace("\\n", "\n").split()


def _config() -> str:
    labels = "\n".join(f"    <Label value={quoteattr(label)}/>" for label in LABELS)
    links = "\n".join(f"    <Relation value={quoteattr(label)}/>" for label in LINKS)
    return (
        f"<View>\n  <Relations>\n{links}\n  </Relations>\n"
        f'  <Labels name="label" toName="text">\n{labels}\n  </Labels>\n'
        '  <Text name="text" value="$text" granularity="word"/>\n'
        '  <TextArea name="values" toName="text" perRegion="true" editable="true" maxSubmissions="1"/>\n</View>\n'
    )
