"""What a web page says about its article: JSON-LD, OpenGraph and other meta tags, <time>, headings.

Reads an lxml tree; nothing of the page is executed or fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .published import Dates

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|PressRelease|LiveBlogPosting)$")
#: Meta tags with a publication date, best first (OpenGraph, microdata, Parse.ly, Sailthru, Dublin Core, …).
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "article.published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "article:published", "published_time", "publishdate", "publish-date", "publish_date", "pubdate",
    "publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.date", "dcterms.date", "date.issued", "article_date_original", "citation_publication_date",
    "release_date", "displaydate", "date",
)  # fmt: skip
_AUTHOR_METAS = (
    "author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "article:author_name",
    "byl",
)
_SITE_METAS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class PageMeta:
    """Metadata of one page. `kind` is whether it calls itself an article; `body` is JSON-LD's articleBody."""

    title: str | None = None
    headings: list[str] = field(default_factory=list)
    published: str | None = None
    authors: list[str] = field(default_factory=list)
    publisher: str | None = None
    url: str | None = None
    kind: bool = False
    body: str | None = None
    password: bool = False


def page_meta(tree: Any, dates: Dates) -> PageMeta:
    """All that the page's head and its headings say."""
    metas = _metas(tree)
    found = PageMeta(kind=metas.get("og:type", "").lower() == "article")
    found.headings = [text for heading in tree.iter("h1") if (text := _text(heading))]
    node = next(iter(sorted(_json_ld(tree), key=lambda n: not n.get("articleBody"))), None)
    if node:
        _from_json_ld(found, node, dates)
    found.publisher = found.publisher or _first(metas, _SITE_METAS)
    found.title = found.title or _title(tree, metas, found)
    found.published = found.published or _published(tree, metas, dates)
    found.authors = found.authors or _authors(tree, metas)
    found.url = found.url or _canonical(tree) or metas.get("og:url")
    found.password = bool(tree.xpath("//input[@type='password']"))
    return found


def squeeze(text: str) -> str:
    """Runs of white space as one space."""
    return _SPACE.sub(" ", text).strip()


def _metas(tree: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if name and content and content.strip():
            metas.setdefault(name.strip().lower(), squeeze(content))
    return metas


def _json_ld(tree: Any) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        text = (
            script.text.strip()
            .removeprefix("<!--")
            .removesuffix("-->")
            .removeprefix("//<![CDATA[")
            .removesuffix("//]]>")
        )
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue  # a page's broken JSON-LD says nothing; its meta tags may
        yield from _articles(value, 0)


def _articles(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for part in value:
            yield from _articles(part, depth + 1)
    elif isinstance(value, Mapping):
        types = value.get("@type")
        if any(
            isinstance(t, str) and _ARTICLE_TYPES.search(t)
            for t in (types if isinstance(types, list) else [types])
        ):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"):
            if key in value and key != "itemListElement":
                yield from _articles(value[key], depth + 1)


def _from_json_ld(found: PageMeta, node: Mapping[str, Any], dates: Dates) -> None:
    found.kind = True
    found.title = _string(node.get("headline")) or _string(node.get("name"))
    for key in ("datePublished", "dateCreated", "uploadDate"):
        found.published = found.published or dates.iso(_string(node.get(key)) or "")
    authors = node.get("author") or node.get("creator") or []
    names = [_string(author) for author in (authors if isinstance(authors, list) else [authors])]
    found.authors = list(dict.fromkeys(name for name in names if name and not name.startswith("http")))
    found.publisher = _string(node.get("publisher"))
    body = node.get("articleBody")
    found.body = body.strip() if isinstance(body, str) else None
    url = node.get("url")
    found.url = url if isinstance(url, str) else None


def _string(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, Mapping):
        value = value.get("name")
    if not isinstance(value, str):
        return None
    import html

    return squeeze(html.unescape(value)) or None


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _title(tree: Any, metas: Mapping[str, str], found: PageMeta) -> str | None:
    """og:title, or the heading it repeats; else the heading, else <title> without the site's name."""
    shared = _first(
        metas, ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title")
    )
    title = next((_text(element) for element in tree.iter("title")), None)
    for named in (shared, title):
        for heading in found.headings:
            if named and named.casefold().startswith(heading.casefold()):
                return heading
    if shared:
        return _without_site(shared, found.publisher)
    if len(found.headings) == 1:
        return found.headings[0]
    return _without_site(title, found.publisher) if title else None


def _without_site(title: str, site: str | None) -> str:
    head, mark, tail = title, "", ""
    for separator in (" | ", " – ", " — ", " - ", " · ", " « ", " » ", " :: "):
        if separator in title:
            head, mark, tail = title.rpartition(separator)
            break
    if mark and ((site and tail.casefold() in site.casefold()) or mark == " | " or len(tail.split()) <= 3):
        return head.strip() or title
    return title


def _published(tree: Any, metas: Mapping[str, str], dates: Dates) -> str | None:
    for name in _DATE_METAS:
        if name in metas and (value := dates.iso(metas[name])):
            return value
    for time in tree.xpath("//*[@itemprop='datePublished']"):
        if value := dates.iso(time.get("datetime") or time.get("content") or squeeze(time.text_content())):
            return value
    times = [time for time in tree.iter("time") if time.get("datetime") or time.text]
    marked = [
        time
        for time in times
        if time.get("pubdate") is not None or _PUBLISHED.search(time.get("class") or "")
    ]
    for time in marked or times[:1]:
        if value := dates.iso(time.get("datetime") or squeeze(time.text_content())):
            return value
    return None


_PUBLISHED = re.compile(r"publish|entry-date|posted|pub-?date|dateline|created", re.I)


def _authors(tree: Any, metas: Mapping[str, str]) -> list[str]:
    named = _first(metas, _AUTHOR_METAS)
    if not named:
        links = tree.xpath("//a[@rel='author'] | //*[@itemprop='author']//*[@itemprop='name']")
        texts = [_text(link) for link in links]
        return list(dict.fromkeys(text for text in texts if text and len(text) < 60))[:8]
    if named.startswith("http"):
        return []
    named = re.sub(r"^by\s+", "", named, flags=re.I)
    return [part.strip() for part in re.split(r"\s*(?:;|,|\band\b)\s*", named) if part.strip()]


def _canonical(tree: Any) -> str | None:
    links = tree.xpath("//link[@rel='canonical']/@href")
    return str(links[0]).strip() if links and str(links[0]).startswith("http") else None


def _text(element: Any) -> str | None:
    return squeeze(element.text_content()) or None
