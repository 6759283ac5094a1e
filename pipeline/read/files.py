"""Paths to articles: walks files and folders in a fixed order and lets the right reader read each.

Memory is bounded by one document (see base.MAX_TEXT_BYTES, MAX_DOCUMENT_BYTES) and names.HELD file names.
Nothing is executed, nothing is fetched.
"""

from __future__ import annotations

import glob
import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any, BinaryIO, Literal, NamedTuple

from ..mentions import Article, Source
from ..patterns import Patterns
from . import decode, duplicates, fields, jsontext
from .article import article_from_text
from .base import MAX_TEXT_BYTES, Draft, Refused, Reject, Unreadable, mend_surrogates
from .layout import Layout, default_layout
from .names import sorted_names
from .options import Options, whole
from .registry import BESIDE, FORMATS, Reader

#: Names without suffix, in lower case, of files about a folder.
_ABOUT = frozenset({"readme", "license", "licence", "notice", "changelog", "contributing"})
_SNIFFED = 4096
#: Media types whose metadata is markup, not what a user or a database says of the article.
PAGES = frozenset({"text/html", "application/xhtml+xml"})


class _Input(NamedTuple):
    path: Path
    name: str  # relative to the input folder, with "/" on every system
    named: bool  # given by the user, not found in a folder


def read_inputs(
    paths: Sequence[Path | str],
    *,
    published: str | None = None,
    mapping: Mapping[str, str] | None = None,
    since: str | None = None,
    until: str | None = None,
    fix_text: bool = False,
    near_duplicates: Literal["mark", "drop"] | None = None,
    patterns: Patterns | None = None,
) -> Iterator[Article | Reject]:
    """Yield the articles of files and folders, and a Reject for each input that gives none.

    Folders are read recursively, names in code point order; hidden files, README and LICENSE files and what
    belongs to web pages (images, scripts, styles) are passed over. A `STEM.json` beside another STEM is its
    metadata. The path "-" is standard input: JSONL, a web page or plain text, told by its first character.

    `published` is the publication date of all articles; `mapping` names the fields of records (article's
    field to the file's); `since` and `until` are the first and last day of publication to keep, in the
    article's own time zone; `fix_text` mends mojibake (the text then differs from the file's, and its
    offsets are the mended text's). Raises ValueError for a `published`, `since`, `until` or `mapping` that
    cannot be used.
    """
    layout = Layout(patterns) if patterns else default_layout()
    if published is not None and not layout.dates.iso(published):
        raise ValueError(
            f"published {published!r} is no date: write it as 2024-03-04 or 2024-03-04T09:15:00-05:00"
        )
    if mapping:
        fields.check_mapping(mapping)
    first, last = (_day(name, value, layout) for name, value in (("since", since), ("until", until)))
    found = _read_all(paths, published, Options(layout, mapping, fix_text=fix_text), layout)
    if first or last:
        found = _between(found, first, last)
    return duplicates.near_duplicates(found, near_duplicates == "drop") if near_duplicates else found


def _day(name: str, value: str | None, layout: Layout) -> str | None:
    day = layout.dates.iso(value) if value else None
    if value and not day:
        raise ValueError(f"{name} {value!r} is no date: write it as 2024-03-04")
    return day[:10] if day else None


def _between(
    found: Iterator[Article | Reject], first: str | None, last: str | None
) -> Iterator[Article | Reject]:
    """Articles of the days from `first` to `last`; others are passed over, undated ones refused."""
    for part in found:
        if isinstance(part, Reject):
            yield part
        elif not part.published:
            reason = "no publication date, so --since and --until cannot place it; give one with --published"
            yield Reject(part.source.path or "", part.source.line, "read", reason)
        elif (not first or part.published[:10] >= first) and (not last or part.published[:10] <= last):
            yield part


def _read_all(
    paths: Sequence[Path | str], published: str | None, options: Options, layout: Layout
) -> Iterator[Article | Reject]:
    for path in paths:
        if str(path) == "-":
            yield from _read_stdin(published, options, layout)
            continue
        for found in _expand(path):
            if isinstance(found, Reject):
                yield found
            else:
                yield from _read_file(found, published, options, layout)


def _expand(path: Path | str) -> Iterator[_Input | Reject]:
    """The files that a path of the command line means: itself, a folder's, or a pattern's."""
    given = Path(path)
    if given.is_dir():
        yield from _walk(given, "", set())
    elif os.path.lexists(given) or not glob.has_magic(str(path)):
        yield _Input(given, _shown(given.name), True)
    else:
        names = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207  # a pattern with its own root
        if not names:
            yield Reject(_shown(str(path)), None, "read", "no file fits this pattern; check it")
        for name in names:
            if not Path(name).is_dir():
                yield _Input(Path(name), _shown(Path(name).name), True)


def _walk(folder: Path, inside: str, seen: set[tuple[int, int]]) -> Iterator[_Input | Reject]:
    """Files below `folder`, each folder once however often links lead to it."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        for name in sorted_names(folder):
            yield from _below(folder, name, inside, seen)
    except OSError as error:
        yield Reject(inside.rstrip("/") or _shown(folder.name), None, "read", _os_reason(error))


def _below(folder: Path, name: str, inside: str, seen: set[tuple[int, int]]) -> Iterator[_Input | Reject]:
    path = folder / name
    if name.startswith("."):
        return
    if path.is_dir():
        if not _belongs_to_page(path):
            yield from _walk(path, f"{inside}{_shown(name)}/", seen)
    elif not beside(name):
        yield _Input(path, inside + _shown(name), False)


def _belongs_to_page(folder: Path) -> bool:
    """Whether a folder holds the images and scripts of a saved page ("page_files" beside "page.html")."""
    stem, mark, _ = folder.name.rpartition("_files")
    return bool(mark) and any(folder.with_name(stem + suffix).exists() for suffix in (".html", ".htm"))


def beside(name: str) -> bool:
    path = PurePath(name.lower())
    return path.suffix in BESIDE or path.stem in _ABOUT


def _is_companion(path: Path) -> bool:
    """Whether a `STEM.json` is the metadata of another STEM beside it."""
    if path.suffix.lower() != ".json":
        return False
    return any(path.with_suffix(suffix).exists() for suffix in FORMATS if suffix != ".json")


def _read_file(
    found: _Input, published: str | None, options: Options, layout: Layout
) -> Iterator[Article | Reject]:
    if _is_companion(found.path):
        return
    warnings: list[str] = []
    try:
        metadata = _companion(found.path, warnings)
        with _open(found.path) as raw:
            reader, stream, name = reader_for(found.path.name, raw, found.named)
            for part in reader(stream, replace(options, name=name)):
                yield _finish(part, found.name, metadata, warnings, published, layout, options.fix_text)
    except Unreadable as error:
        yield Reject(found.name, None, "read", str(error))
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield Reject(
            found.name, None, "read", f"damaged or cut compressed data ({error}); fetch the file again"
        )
    except OSError as error:
        yield Reject(found.name, None, "read", _os_reason(error))


def _read_stdin(published: str | None, options: Options, layout: Layout) -> Iterator[Article | Reject]:
    stream = io.BufferedReader(sys.stdin.buffer, _SNIFFED)  # type: ignore[type-var]
    first = stream.peek(_SNIFFED)[:_SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    suffix = {b"{": ".jsonl", b"[": ".json", b"<": ".html"}.get(first, ".txt")
    try:
        for part in FORMATS[suffix].reader()(stream, replace(options, name=f"stdin{suffix}")):
            yield _finish(part, "stdin", None, [], published, layout, options.fix_text)
    except Unreadable as error:
        yield Reject("stdin", None, "read", str(error))


def _open(path: Path) -> BinaryIO:
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        kind = "a FIFO" if stat.S_ISFIFO(mode) else "a device or socket"
        raise Unreadable(f"not a regular file ({kind}); give a file, or pipe into '-'")
    return path.open("rb")


def reader_for(name: str, raw: BinaryIO, named: bool = False) -> tuple[Reader, BinaryIO, str]:
    """The reader for a file by its name, its stream (decompressed), its name without compression suffix.

    A file that the user named and whose suffix says nothing is looked into. Raises Unreadable for other
    kinds.
    """
    short = name.lower()
    stream: BinaryIO = raw
    if short.endswith(
        (".tar.gz", ".tar.bz2", ".tar.xz", ".warc.gz")
    ):  # tarfile and warcio decompress themselves
        short = short.rpartition(".")[0]
    elif short.endswith(".gz"):
        short = short[:-3]
        stream = gzip.open(raw)  # type: ignore[assignment]  # noqa: SIM115  # the caller closes raw
    suffix = PurePath(short).suffix
    if suffix in FORMATS:
        return FORMATS[suffix].reader(), stream, short
    buffered = io.BufferedReader(stream, _SNIFFED)  # type: ignore[type-var]
    kind = decode.is_binary(buffered.peek(_SNIFFED)[:_SNIFFED])
    if kind:
        raise Unreadable(
            f"binary file ({kind}), no kind of article that newsfacts reads; remove it or convert it"
        )
    if suffix and not named:
        raise Unreadable(
            f"unknown kind of file {suffix!r}; rename or remove it (known: {' '.join(sorted(FORMATS))})"
        )
    return FORMATS[".txt"].reader(), buffered, short


def _companion(path: Path, warnings: list[str]) -> Draft | None:
    """The metadata in a `STEM.json` beside the file; what is wrong with it becomes a warning."""
    beside = path.with_suffix(".json")
    if beside == path or not beside.is_file():
        return None
    draft = Draft("metadata")
    try:
        with beside.open("rb") as stream:
            record = jsontext.loads(whole(stream, MAX_TEXT_BYTES))
        keys = ("published", "title", "url", "publisher", "authors", "language")
        if not isinstance(record, dict):
            raise Unreadable("no JSON object")
        draft = fields.draft_of({"text": "metadata", **{key: record.get(key) for key in keys}})
    except (Unreadable, OSError) as error:
        draft.warnings.append(f"metadata of {_shown(beside.name)} ignored: {error}")
    warnings.extend(draft.warnings)
    return draft


def _finish(
    part: Draft | Refused,
    path: str,
    metadata: Draft | None,
    warnings: list[str],
    published: str | None,
    layout: Layout,
    fix_text: bool,
) -> Article | Reject:
    name = f"{path}/{part.part}" if part.part else path
    if isinstance(part, Refused):
        return Reject(name, part.line, "read", part.reason)
    if fix_text:
        _mend(part)
    given: dict[str, Any] = {}
    for field in ("title", "publisher", "authors", "url", "language", "published"):
        given[field] = (getattr(metadata, field) if metadata else None) or getattr(part, field)
    origin = "metadata"
    if published:
        given["published"], origin = published, "option"
    given["fallback_published"] = part.fallback_published
    name, url = mend_surrogates(name), given.pop("url")
    source = Source(
        name, part.line, mend_surrogates(url) if url else None, part.media_type, part.sha256, part.text_of
    )
    article = article_from_text(
        part.text,
        **given,
        source=source,
        published_from=origin,
        of_page=part.media_type in PAGES and not (metadata and metadata.published),
        warnings=[*warnings, *part.warnings],
        layout=layout,
    )
    reason = part.judge(article) if part.judge else None
    return Reject(name, part.line, "read", reason) if reason else article


def _mend(draft: Draft) -> None:
    import ftfy

    mended = ftfy.fix_text(draft.text, normalization=None, uncurl_quotes=False, fix_line_breaks=False)
    if mended != draft.text:
        draft.text, draft.text_of = mended, f"{draft.text_of}, mended by ftfy {ftfy.__version__}"
        draft.title = ftfy.fix_text(draft.title, uncurl_quotes=False) if draft.title else None


def _shown(name: str) -> str:
    """A file name as text: bytes that are no UTF-8 become U+FFFD, so that a record can hold it."""
    return os.fsencode(name).decode("utf-8", "replace").replace(os.sep, "/")


def _os_reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file: it is missing, vanished while reading, or is a broken link"
    if isinstance(error, PermissionError):
        return "unreadable: permission denied; give yourself read permission"
    return f"unreadable: {error.strerror or error}"
