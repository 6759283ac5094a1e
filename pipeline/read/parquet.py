"""Parquet: one article a row, read in small batches (needs the extra: newsfacts[parquet])."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from .base import Draft, Refused, Unreadable
from .fields import draft_of
from .options import Options

_ROWS = 64


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield an article or a refusal for each row; `line` counts the rows from 1, `sha256` is of the text."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise Unreadable("Parquet needs pyarrow: install newsfacts[parquet]") from error
    number = 0
    try:
        table = pq.ParquetFile(stream)
        for batch in table.iter_batches(batch_size=_ROWS):
            for row in batch.to_pylist():
                number += 1
                yield _row(row, number, options)
    except pa.ArrowException as error:
        if not number:
            raise Unreadable("damaged Parquet file; fetch it again") from error
        yield Refused(f"damaged Parquet after row {number}; fetch the file again", number + 1)


def _row(row: dict[str, object], number: int, options: Options) -> Draft | Refused:
    record = {
        key: value if isinstance(value, list | dict | None) else _plain(value) for key, value in row.items()
    }
    try:
        draft = draft_of(record, options.mapping)
    except Unreadable as error:
        return Refused(str(error), number)
    draft.line, draft.sha256 = number, hashlib.sha256(draft.text.encode("utf-8", "surrogatepass")).hexdigest()
    draft.media_type = "application/vnd.apache.parquet"
    return draft


def _plain(value: object) -> object:
    """Dates and the like as text; strings and numbers as they are."""
    return value if isinstance(value, str | int | float) else str(value)
