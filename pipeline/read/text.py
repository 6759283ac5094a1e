"""Plain text: the text is the file's, unchanged after decoding."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from . import decode
from .base import MAX_TEXT_BYTES, Draft, Refused, Unreadable
from .options import Options, whole


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield the one article of a text file. Raises Unreadable when it is empty, binary or too large."""
    data = whole(stream, MAX_TEXT_BYTES)
    kind = decode.is_binary(data)
    if kind:
        raise Unreadable(
            f"binary file ({kind}), not text; remove it, or save it as a kind of file that newsfacts reads"
        )
    text, how = decode.decode(data)
    if not text.strip():
        raise Unreadable("empty: there is no text in it; remove it or fill it")
    yield Draft(text, text_of=how, sha256=hashlib.sha256(data).hexdigest())
