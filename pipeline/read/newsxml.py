"""XML: NITF and NewsML-G2 articles (IPTC), and RSS or Atom feeds, told apart by their root element."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from .base import MAX_DOCUMENT_BYTES, Draft, Refused, Unreadable
from .feed import entries
from .markup import lines_of_html
from .options import Options, whole
from .pagemeta import squeeze
from .safexml import check_xml


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield the articles of one XML file. Raises Unreadable for XML that is no news format."""
    data = whole(stream, MAX_DOCUMENT_BYTES)
    root = check_xml(data)
    kind = _local(root.tag)
    if kind in ("rss", "feed", "RDF"):
        yield from entries(data, root)
        return
    nitf = [root] if kind == "nitf" else [e for e in root.iter() if _local(e.tag) == "nitf"]
    items = [root] if kind == "newsItem" else [e for e in root.iter() if _local(e.tag) == "newsItem"]
    if not nitf and not items:
        raise Unreadable(f"XML of another kind (root <{kind}>): NITF, NewsML-G2, RSS and Atom are read")
    digest = hashlib.sha256(data).hexdigest()
    documents = items or nitf
    for number, element in enumerate(documents, 1):
        draft = _news_item(element) if items else _nitf(element)
        if draft is None:
            yield Refused("an item without text content; only text items are read", number)
            continue
        draft.media_type, draft.sha256 = "application/xml", digest
        draft.line = number if len(documents) > 1 else None
        yield draft


def _nitf(root: Any) -> Draft | None:
    body = _find(root, "body.content")
    lines = _lines(body) if body is not None else ""
    if not lines:
        return None
    title = _text(_find(root, "hl1")) or _text(_find(root, "title"))
    deck = _text(_find(root, "hl2"))
    issue, story = _find(root, "date.issue"), _find(root, "story.date")
    published = next((e.get("norm") for e in (issue, story) if e is not None and e.get("norm")), None)
    byline = _text(_find(root, "byline"))
    publication = _find(root, "pubdata")
    publisher = publication.get("name") if publication is not None else None
    head = [part for part in (title, "", deck, byline, _text(_find(root, "dateline"))) if part is not None]
    person = _text(_find(root, "person")) if byline else None
    draft = Draft("\n".join([*head, lines]), title, published, publisher, [person] if person else [])
    draft.text_of = "NITF body as lines"
    return draft


def _news_item(item: Any) -> Draft | None:
    nitf = next((e for e in item.iter() if _local(e.tag) == "nitf"), None)
    page = next((e for e in item.iter() if _local(e.tag) == "html"), None)
    inline = next((e for e in item.iter() if _local(e.tag) == "inlineData"), None)
    draft = _nitf(nitf) if nitf is not None else None
    title = _text(_find(item, "headline"))
    if draft is None:
        body = _find(page, "body") if page is not None else None
        lines = _lines(body) if body is not None else _plain(inline)
        if not lines:
            return None
        first = title and squeeze(lines.split("\n", 1)[0]) != title
        draft = Draft(f"{title}\n\n{lines}" if first else lines)
        draft.text_of = "NewsML-G2 content as lines"
    draft.title = title or draft.title
    for name in ("contentCreated", "firstCreated", "versionCreated", "embargoed", "contentModified"):
        draft.published = draft.published or _text(_find(item, name))
    provider = _find(item, "provider")
    if provider is not None:
        draft.publisher = _text(_find(provider, "name")) or provider.get("literal") or draft.publisher
    creators = [e for e in item.iter() if _local(e.tag) == "creator"]
    draft.authors = draft.authors or [name for e in creators if (name := _text(_find(e, "name")))]
    return draft


def _plain(inline: Any) -> str:
    return lines_of_html("".join(inline.itertext())) if inline is not None else ""


_BLOCKS = frozenset(("p", "hl2", "h1", "h2", "h3", "h4", "li", "hedline", "blockquote", "td", "pre"))


def _lines(body: Any) -> str:
    """A line for each innermost block of text."""
    lines: list[str] = []
    for element in body.iter():
        name = _local(element.tag)
        if name not in _BLOCKS or any(
            _local(child.tag) in _BLOCKS for child in element.iter() if child is not element
        ):
            continue
        words = squeeze("".join(element.itertext()))
        if words:
            lines.append(f"* {words}" if name == "li" else words)
    return "\n".join(lines)


def _find(root: Any, name: str) -> Any:
    return next((element for element in root.iter() if _local(element.tag) == name), None)


def _text(element: Any) -> str | None:
    return squeeze("".join(element.itertext())) or None if element is not None else None


def _local(tag: Any) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
