"""WARC crawls: each HTML response is a page, read one record at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from .base import Draft, Refused, Unreadable
from .html import MAX_PAGE_BYTES, draft_of_page
from .options import Options


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield an article or a refusal for each HTML response with status 200; `line` counts the records from 1.

    Compressed WARCs are decompressed by warcio. Where the file is cut or damaged the articles before are
    kept, and one refusal says so; but not where so little of a compressed record is left that it gives no byte.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    class Records(ArchiveIterator):
        INC_RECORD = ""  # what warcio writes to stderr about a wrong length; our refusals say it

    number, other = 0, None
    try:
        for record in Records(stream):
            number += 1
            other = None if _is_page(record) else record
            if other is None:
                yield _page(record, number, options)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError) as error:
        # AttributeError: warcio 1.8 on a record without its first line
        yield Refused(
            f"the WARC is cut or damaged after record {number} ({type(error).__name__}); fetch it again",
            number + 1,
        )
        return
    if not number:
        raise Unreadable("no records in this WARC; fetch it again")
    if other is not None and _is_cut(other):  # cut in its headers, so that nothing told a page
        yield _cut(other, number)


def _is_cut(record: Any) -> bool:
    """Whether a record promised bytes that the file does not hold, or its headers end before they promise any; only
    once it has been read.
    """
    return record.length is None or getattr(record.raw_stream, "limit", 0) > 0


def _cut(record: Any, number: int) -> Refused:
    length = record.rec_headers.get_header("Content-Length") or "no"
    return Refused(
        f"the WARC is cut in the middle of this record ({length} bytes promised); fetch it again", number
    )


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "resource") or (
        not record.http_headers and record.rec_type == "response"
    ):
        return False
    if record.http_headers:
        kind = record.http_headers.get_header("Content-Type") or ""
        return record.http_headers.get_statuscode() == "200" and "html" in kind.lower()
    return "html" in (record.rec_headers.get_header("Content-Type") or "").lower()


def _page(record: Any, number: int, options: Options) -> Draft | Refused:
    data = record.content_stream().read(MAX_PAGE_BYTES + 1)
    if len(data) > MAX_PAGE_BYTES:
        return Refused(f"too large: a page over {MAX_PAGE_BYTES >> 20} MiB", number)
    if _is_cut(record):
        return _cut(record, number)
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") if headers else None) or ""
    charset = kind.lower().partition("charset=")[2].strip(" \"';") or None
    try:
        draft = draft_of_page(data, options, charset)
    except Unreadable as error:
        return Refused(str(error), number)
    draft.url = draft.url or record.rec_headers.get_header("WARC-Target-URI")
    draft.line, draft.sha256, draft.media_type = number, hashlib.sha256(data).hexdigest(), "text/html"
    return draft
