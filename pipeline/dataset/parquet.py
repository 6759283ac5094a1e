"""The dataset's lines as Parquet, with explicit Arrow schemas. Needs the extra `newsfacts[parquet]`."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Context, Decimal
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from ..records import Record
from ..rows import COLUMNS
from .store import DatasetError

#: Digits of a decimal column, and how many of them stand after the point (JSONL keeps all).
DIGITS, DECIMALS = 38, 9
#: Rows of a row group.
GROUP = 1_000


def arrow() -> Any:
    """The package pyarrow. Raises DatasetError when the extra is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise DatasetError("--format parquet needs pyarrow: pip install 'newsfacts[parquet]'") from error
    return pyarrow


def facts_schema() -> Any:
    """The Arrow schema of `facts.parquet`: the columns of `facts.jsonl`."""
    pa = arrow()
    kinds = {"string": pa.string(), "integer": pa.int64(), "boolean": pa.bool_(), "number": _number(pa)}
    return pa.schema([(name, kinds[kind]) for name, kind in COLUMNS.items()])


def articles_schema() -> Any:
    """The Arrow schema of `articles.parquet`: the record contract, nested as it is."""
    return arrow().schema(list(_struct(arrow(), Record)))


def convert(lines: Path, parquet: Path, schema: Any) -> None:
    """Write a file of JSON lines as Parquet; numbers are rounded to DECIMALS places."""
    pa = arrow()
    with lines.open("rb") as file, pa.parquet.ParquetWriter(parquet, schema, compression="zstd") as writer:
        rows = (json.loads(line, parse_float=_rounded) for line in file)
        while group := list(islice(rows, GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))


def _rounded(digits: str) -> Decimal:
    return Decimal(digits).quantize(Decimal(1).scaleb(-DECIMALS), ROUND_HALF_EVEN, Context(prec=DIGITS))


def _number(pa: Any) -> Any:
    return pa.decimal128(DIGITS, DECIMALS)


def _struct(pa: Any, model: type[BaseModel]) -> Iterator[Any]:
    for name, field in model.model_fields.items():
        yield pa.field(field.alias or name, _type(pa, field.annotation))


def _type(pa: Any, annotation: Any) -> Any:
    """The Arrow type of a field's annotation."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(pa, arguments[0])
    if origin in (Union, types.UnionType):
        return _type(pa, next(kind for kind in arguments if kind is not types.NoneType))
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(_type(pa, arguments[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct(list(_struct(pa, annotation)))
    return {str: pa.string(), int: pa.int64(), bool: pa.bool_(), Decimal: _number(pa)}[annotation]
