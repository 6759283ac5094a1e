"""Zip and tar archives: their members are read like files, in the archive's order, without unpacking to disk.

Guards: at most MAX_MEMBERS members, MAX_RATIO times the packed size, MAX_DEPTH archives in one another, and
each member within the limit of its own kind. Names that lead out of the archive and links are refused.
"""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from .base import MAX_DOCUMENT_BYTES, Draft, Refused, Unreadable
from .options import Options, whole

MAX_MEMBERS, MAX_RATIO, MAX_DEPTH = 100_000, 200, 2
_DAMAGED = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, NotImplementedError)


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield what the readers of the members yield, `part` naming the member."""
    if options.depth >= MAX_DEPTH:
        raise Unreadable(f"archives in archives, over {MAX_DEPTH} deep; unpack it")
    opened = _zip(stream, options) if options.name.endswith(".zip") else _tar(stream, options)
    count = 0
    try:
        for part in opened:
            yield part
            count += 1
    except _DAMAGED as error:
        where = f"after {count} articles" if count else "at its start"
        yield Refused(f"the archive is cut or damaged {where} ({type(error).__name__}); fetch it again")


def _zip(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    with zipfile.ZipFile(
        stream if stream.seekable() else io.BytesIO(whole(stream, MAX_DOCUMENT_BYTES))
    ) as archive:
        members = archive.infolist()
        if len(members) > MAX_MEMBERS:
            raise Unreadable(f"an archive of over {MAX_MEMBERS} members; split it")
        for member in members:
            if member.is_dir() or _passed_over(member.filename):
                continue
            if member.flag_bits & 1:
                yield Refused("a member with a password; pack it without", part=member.filename)
            elif member.file_size > MAX_RATIO * max(member.compress_size, 1024):
                yield Refused(
                    f"packed more than {MAX_RATIO} times: it looks like a bomb", part=member.filename
                )
            else:
                with archive.open(member) as opened:
                    yield from _member(member.filename, opened, options)  # type: ignore[arg-type]


def _tar(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    with tarfile.open(fileobj=stream, mode="r|*") as archive:
        for number, member in enumerate(archive):
            if number >= MAX_MEMBERS:
                raise Unreadable(f"an archive of over {MAX_MEMBERS} members; split it")
            if member.isdir() or _passed_over(member.name):
                continue
            if not member.isfile():
                yield Refused("a link or device in an archive; pack the file itself", part=member.name)
                continue
            opened = archive.extractfile(member)
            if opened is not None:
                yield from _member(member.name, opened, options)  # type: ignore[arg-type]


def _passed_over(name: str) -> bool:
    from .files import beside

    parts = name.split("/")
    return any(
        (part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in parts
    ) or beside(parts[-1])


def _member(name: str, opened: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    from .files import reader_for

    if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/"):
        yield Refused(
            "a name that leads out of the archive; pack it again",
            part=name.replace("\\", "/").rpartition("/")[2],
        )
        return
    inner = replace(options, depth=options.depth + 1)
    try:
        reader, stream, short = reader_for(name, opened)
        for part in reader(stream, replace(inner, name=short)):
            yield replace(part, part=f"{name}/{part.part}" if part.part else name)
    except Unreadable as error:
        yield Refused(str(error), part=name)
