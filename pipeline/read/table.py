"""CSV and TSV: one article a row, the first row names the columns."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
from collections.abc import Iterator
from typing import BinaryIO

from . import decode
from .base import MAX_TEXT_BYTES, Draft, Refused, Unreadable
from .fields import draft_of
from .options import Options

_SNIFFED = 65536


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield an article or a refusal for each row; `line` is the row's first line in the file."""
    buffered = io.BufferedReader(stream, _SNIFFED) if not hasattr(stream, "peek") else stream  # type: ignore[type-var]
    head = buffered.peek(_SNIFFED)[:_SNIFFED]
    if not head:
        raise Unreadable("empty file; remove it or fill it")
    kind = decode.is_binary(head)
    if kind:
        raise Unreadable(f"binary file ({kind}), no table; save it as CSV")
    encoding, how = _encoding(head)
    csv.field_size_limit(MAX_TEXT_BYTES)
    text = io.TextIOWrapper(buffered, encoding, newline="")
    reader = csv.DictReader(
        text, dialect=_dialect(head.decode(encoding, "replace"), options.name), strict=True
    )
    line = 1
    try:
        columns = reader.fieldnames or []
        _check_columns(list(columns), options)
        line = reader.line_num + 1
        for row in reader:
            start, line = line, reader.line_num + 1
            yield _row(row, start, options, how)
    except csv.Error as error:
        raise Unreadable(
            f"broken table at line {line}: {error}; mend the quotes or split the field"
        ) from error
    except UnicodeDecodeError as error:
        raise Unreadable(f"undecodable bytes after line {line}; save it as UTF-8") from error


def _row(row: dict[str | None, object], line: int, options: Options, how: str) -> Draft | Refused:
    if None in row:
        return Refused("more fields than columns; quote fields that hold the separator", line)
    record = {key: value for key, value in row.items() if key and value not in (None, "")}
    try:
        draft = draft_of(record, options.mapping)
    except Unreadable as error:
        return Refused(str(error), line)
    joined = "\x1f".join(f"{key}={value}" for key, value in row.items())
    draft.line, draft.sha256 = line, hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()
    draft.media_type = "text/csv"
    draft.text_of += f" ({how})"
    return draft


def _check_columns(columns: list[str], options: Options) -> None:
    wrong = [name for name in (options.mapping or {}).values() if name not in columns]
    if wrong:
        raise Unreadable(
            f"no column {', '.join(map(repr, wrong))}; the columns are {', '.join(columns)[:200]}"
        )


def _encoding(head: bytes) -> tuple[str, str]:
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig", "utf-8 with byte order mark"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", "utf-16 by byte order mark"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
        return "utf-8", "utf-8"
    except UnicodeDecodeError:
        _, how = decode.decode(head)
        return how.split(" ")[0], how


def _dialect(head: str, name: str) -> type[csv.Dialect]:
    """Comma, semicolon, tab or bar: whichever stands most often in the first line."""
    first = head.split("\n", 1)[0]
    separator = "\t" if name.endswith(".tsv") else max(",;\t|", key=first.count)

    class Table(csv.excel):
        delimiter = separator

    return Table
