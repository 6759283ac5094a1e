"""JSONL: one article a line, read line by line in bounded memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from .base import MAX_TEXT_BYTES, Draft, Refused, Unreadable
from .fields import draft_of
from .jsontext import loads
from .options import Options

_CHUNK = 1 << 20


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield an article or a refusal for each line that is not blank; lines count from 1."""
    number = 0
    while data := stream.readline(MAX_TEXT_BYTES + 1):
        number += 1
        if len(data) > MAX_TEXT_BYTES and not data.endswith(b"\n"):
            _skip_line(stream)
            yield Refused(f"line too long (over {MAX_TEXT_BYTES >> 20} MiB); split the article", number)
            continue
        data = data.rstrip(b"\r\n")
        if number == 1:
            data = data.removeprefix(b"\xef\xbb\xbf")
        if not data.strip():
            continue
        try:
            draft = draft_of(loads(data), options.mapping)
        except Unreadable as error:
            yield Refused(str(error), number)
            continue
        draft.line, draft.sha256 = number, hashlib.sha256(data).hexdigest()
        draft.media_type = "application/jsonl"
        yield draft


def _skip_line(stream: BinaryIO) -> None:
    while chunk := stream.readline(_CHUNK):
        if chunk.endswith(b"\n"):
            return
