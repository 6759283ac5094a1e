"""brat standoff: `STEM.txt`, `STEM.ann`, `annotation.conf`; back from such a folder.

A span's values are its AnnotatorNotes, as JSON. brat ends a span at a line end: one that goes on behind it is written
in fragments. `published` and title, for which brat has no place, stand in `about.json`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..evaluate.gold import GoldError
from ..records import dumps
from .sheet import LABELS, LINKS, Link, Sheet, Span
from .values import parse_values

_SPAN = re.compile(r"(T\d+)\t(\S+) ([\d ;]+)\t")
_LINK = re.compile(r"R\d+\t(\S+) Arg1:(T\d+) Arg2:(T\d+)")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t(.*)")


def write(sheets: Iterable[Sheet], out: Path) -> None:
    """Write texts, annotations and configuration into the folder `out`."""
    about = {}
    for sheet in sheets:
        (out / f"{sheet.stem}.txt").write_bytes(sheet.text.encode())
        (out / f"{sheet.stem}.ann").write_text(_annotations(sheet), encoding="utf-8", newline="\n")
        about[sheet.stem] = sheet.about
    (out / "about.json").write_bytes(dumps(about) + b"\n")
    links = "\n".join(f"{link}\tArg1:<ENTITY>, Arg2:<ENTITY>" for link in LINKS)
    overlaps = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
    (out / "annotation.conf").write_text(
        "[entities]\n" + "\n".join(LABELS) + f"\n\n[relations]\n{overlaps}\n{links}\n\n[events]\n\n[attributes]\n",
        encoding="utf-8",
    )


def read(path: Path) -> Iterator[Sheet]:
    """The sheets of a folder of `.ann` files. Raises GoldError, naming file and line, for what is none."""
    found = sorted(path.glob("*.ann"))
    if not found:
        raise GoldError(f"{path}: no folder with .ann files of brat")
    about = json.loads((path / "about.json").read_bytes()) if (path / "about.json").is_file() else {}
    for file in found:
        yield _sheet(file, about.get(file.stem, {}))


def _annotations(sheet: Sheet) -> str:
    numbers = {span.id: f"T{number}" for number, span in enumerate(sheet.spans, 1)}
    lines = []
    for span in sheet.spans:
        words = sheet.text[span.start : span.end]
        parts = [(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"[^\r\n]+", words)]
        places = ";".join(f"{start} {end}" for start, end in parts)
        shown = " ".join(sheet.text[start:end] for start, end in parts)
        lines.append(f"{numbers[span.id]}\t{span.label} {places}\t{shown}")
        if span.values:
            lines.append(f"#{len(lines)}\tAnnotatorNotes {numbers[span.id]}\t{dumps(span.values).decode()}")
    for number, link in enumerate(sheet.links, 1):
        lines.append(f"R{number}\t{link.label} Arg1:{numbers[link.source]} Arg2:{numbers[link.target]}")
    return "".join(f"{line}\n" for line in lines)


def _sheet(file: Path, about: dict[str, str | None]) -> Sheet:
    sheet = Sheet(file.stem, file.with_suffix(".txt").read_bytes().decode(), dict(about))
    notes = {}
    for number, line in enumerate(file.read_bytes().decode().split("\n"), 1):
        if span := _SPAN.match(line):
            bounds = [int(at) for at in re.split(r"[ ;]", span[3])]
            sheet.spans.append(Span(span[1], min(bounds), max(bounds), span[2]))
        elif link := _LINK.match(line):
            sheet.links.append(Link(link[1], link[2], link[3]))
        elif note := _NOTE.match(line):
            notes[note[1]] = note[2]
        elif line.strip():
            raise GoldError(f"{file}:{number}: no span, relation or note of newsfacts: {line[:80]!r}")
    for span in sheet.spans:
        span.values = parse_values(notes.get(span.id, ""), sheet.stem)
    return sheet
