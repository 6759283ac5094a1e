"""RSS and Atom: each entry with its full content is an article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from .base import MAX_DOCUMENT_BYTES, Draft, Refused, Unreadable
from .markup import lines_of_html
from .options import Options, whole
from .safexml import check_xml

#: Fewest code points of an entry that is an article and no teaser.
_LEAST = 200


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield an article for each entry, a refusal for a mere teaser. `line` counts the entries from 1."""
    data = whole(stream, MAX_DOCUMENT_BYTES)
    yield from entries(data, check_xml(data))


def entries(data: bytes, root: Any) -> Iterator[Draft | Refused]:
    """The articles of a feed whose XML has been found safe (`root` is its root element)."""
    import feedparser

    parsed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries:
        raise Unreadable("no entries in this feed; fetch it again")
    publisher = parsed.feed.get("title")
    digest = hashlib.sha256(data).hexdigest()
    for number, entry in enumerate(parsed.entries, 1):
        text = max((lines_of_html(part) for part in _contents(entry)), key=len, default="")
        if len(text) < _LEAST:
            yield Refused(
                f"a teaser, no article ({len(text)} characters): the feed does not carry the full text",
                number,
            )
            continue
        yield _draft(entry, text, publisher, number, digest)


def _contents(entry: Any) -> list[str]:
    values = [part.get("value", "") for part in entry.get("content", [])]
    return [*values, entry.get("summary", "")]


def _draft(entry: Any, text: str, publisher: str | None, number: int, digest: str) -> Draft:
    title = lines_of_html(entry.get("title", "")).replace("\n", " ") or None
    authors = [author["name"] for author in entry.get("authors", []) if author.get("name")]
    source = entry.get("source", {})
    draft = Draft(
        f"{title}\n\n{text}" if title else text, title, entry.get("published") or entry.get("updated"),
        source.get("title") or publisher, authors, entry.get("link"),
    )  # fmt: skip
    draft.media_type, draft.text_of = "application/feed+xml", "the feed entry's content as lines"
    draft.line, draft.sha256 = number, digest
    return draft
