"""JSON: one article as an object, many as a list, or an API's answer that wraps such a list."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from .base import MAX_DOCUMENT_BYTES, Draft, Refused, Unreadable
from .fields import draft_of
from .jsontext import loads
from .options import Options, whole

#: Keys under which APIs and exports wrap their list of articles; a dotted one is nested.
_WRAPPERS = (
    "articles",
    "posts",
    "response.results",
    "response.docs",
    "results",
    "items",
    "data",
    "documents",
    "hits",
)


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield an article or a refusal for each record. `line` counts the records of a list from 1."""
    data = whole(stream, MAX_DOCUMENT_BYTES)
    value = loads(data)
    records = _records(value)
    if records is None:
        draft = draft_of(value, options.mapping)
        draft.sha256, draft.media_type = hashlib.sha256(data).hexdigest(), "application/json"
        yield draft
        return
    if not records:
        raise Unreadable("no articles: an empty list; remove it")
    digest = hashlib.sha256(data).hexdigest()
    for number, record in enumerate(records, 1):
        try:
            draft = draft_of(record, options.mapping)
        except Unreadable as error:
            yield Refused(str(error), number)
            continue
        draft.line, draft.sha256, draft.media_type = number, digest, "application/json"
        yield draft


def _records(value: Any) -> list[Any] | None:
    if isinstance(value, list):
        return value
    for wrapper in _WRAPPERS:
        inner = value
        for key in wrapper.split("."):
            inner = inner.get(key) if isinstance(inner, Mapping) else None
        if isinstance(inner, list) and inner and isinstance(inner[0], Mapping):
            return inner
    return None
