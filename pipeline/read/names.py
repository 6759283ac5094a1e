"""The names in a folder, in order, without holding them all: a sort that spills to temporary files."""

from __future__ import annotations

import heapq
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import BinaryIO

#: Names held at once, of some 100 bytes each: a folder of more is sorted piece by piece.
HELD = 20_000
#: Stands between two names on the disk; no name has it.
_BREAK = b"\0"


def sorted_names(folder: Path, held: int = HELD) -> Iterator[str]:
    """Names of the entries of `folder` in code point order; at most `held` are in memory. Raises OSError."""
    with os.scandir(folder) as entries, ExitStack() as stack:
        names = (entry.name for entry in entries)
        piece = sorted(islice(names, held))
        if len(piece) < held:
            yield from piece
            return
        files = []
        while piece:
            files.append(_spilled(piece, stack))
            piece = sorted(islice(names, held))
        yield from heapq.merge(*map(_names, files))


def _spilled(names: list[str], stack: ExitStack) -> BinaryIO:
    file = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  # closed by the stack
    file.writelines(os.fsencode(name) + _BREAK for name in names)
    file.seek(0)
    return file


def _names(file: BinaryIO) -> Iterator[str]:
    rest = b""
    while block := file.read(1 << 14):
        *names, rest = (rest + block).split(_BREAK)
        yield from map(os.fsdecode, names)
