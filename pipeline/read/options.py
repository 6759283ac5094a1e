"""What a caller may choose about reading, and the bounded read that all document readers use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from .base import Unreadable

if TYPE_CHECKING:
    from .layout import Layout


_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class Options:
    """`mapping` names the fields of JSON, CSV and the like; `name` is the document's file name, its
    compression's suffix taken off; `depth` counts the archives around it; `fix_text` mends mojibake."""

    layout: Layout | None = None
    mapping: Mapping[str, str] | None = None
    name: str = ""
    depth: int = 0
    fix_text: bool = False


def whole(stream: BinaryIO, limit: int) -> bytes:
    """All bytes of `stream`; raises Unreadable when it is empty or holds more than `limit`."""
    chunks: list[bytes] = []
    size = 0
    # in chunks: read(limit) would set aside the whole limit for every small file
    while chunk := stream.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > limit:
            raise Unreadable(f"too large: more than {limit >> 20} MiB in one document; split it")
    data = b"".join(chunks)
    if not data:
        raise Unreadable("empty file; remove it or fill it")
    return data
