"""Web pages: trafilatura finds the article in the page, its metadata give title, date, authors and site.

Nothing in a page is executed and nothing is fetched. A page whose article cannot be told from what is
around it is refused, with the reason.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator
from functools import cache, partial
from typing import Any, BinaryIO

from ..mentions import Article
from . import decode
from .base import Draft, Refused, Unreadable
from .layout import Layout, default_layout
from .lines import ends_sentence
from .options import Options, whole
from .pagemeta import PageMeta, page_meta, squeeze

#: Largest page, in bytes (20 MiB).
MAX_PAGE_BYTES = 20 * 1024 * 1024
#: Fewest code points of body text: of a page that calls itself an article, and of any other.
_LEAST_ARTICLE, _LEAST_PAGE = 80, 250
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']", re.I)
_TAG = re.compile(r"<[^>]{0,2000}>")
_HIDDEN = re.compile(r"<(script|style)\b.{0,100000}?</\1>", re.I | re.S)
_KEY = re.compile(r"[\W_]+")


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield what is in one page; its `judge` says whether it is an article. Raises Unreadable for no page."""
    data = whole(stream, MAX_PAGE_BYTES)
    kind = decode.is_binary(data)
    if kind:
        raise Unreadable(f"binary file ({kind}), not a web page; rename or remove it")
    draft = draft_of_page(data, options)
    draft.sha256 = hashlib.sha256(data).hexdigest()
    yield draft


def draft_of_page(data: bytes | str, options: Options, declared: str | None = None) -> Draft:
    """The article of a page, given as bytes (with the charset its transport declared) or as text."""
    page, how = (data, None) if isinstance(data, str) else decode.decode(data, declared or _declared(data))
    tree = _tree(page)
    layout = options.layout or default_layout()
    meta = page_meta(tree, layout.dates)
    text = _article(tree)
    source = "trafilatura"
    if meta.body and len(meta.body) > 400 and (len(text) < len(meta.body) / 3 or text == squeeze(meta.body)):
        text, source = meta.body, "JSON-LD articleBody"
    text = _with_headings(_clean(text), tree)
    draft = Draft(_with_title(text, meta), meta.title, meta.published, meta.publisher, meta.authors, meta.url)
    draft.judge = partial(_judge, meta=meta, layout=layout, page=page if len(text) <= 200 else "")
    draft.media_type = "text/html"
    version = f"trafilatura {_version()}" if source == "trafilatura" else source
    draft.text_of = f"{version} on text/html" + (f" ({how})" if how else "")
    return draft


def _declared(data: bytes) -> str | None:
    head = data[:4096]
    found = _CHARSET.search(head) or _XML_ENCODING.search(head)
    return found.group(1).decode("ascii", "replace") if found else None


def _tree(page: str) -> Any:
    from trafilatura import load_html

    # trafilatura logs what it discards; our reject says it
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    if not page.strip():
        raise Unreadable("empty page; remove it")
    tree = load_html(page)
    if tree is None:
        raise Unreadable("no HTML in it; rename it to .txt if it is plain text")
    return tree


def _article(tree: Any) -> str:
    from trafilatura import bare_extraction

    document = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    text = getattr(document, "text", None)
    return text if isinstance(text, str) else ""


@cache
def _version() -> str:
    from importlib.metadata import version

    return version("trafilatura")


def _clean(text: str) -> str:
    """Lines without stray spaces; trafilatura's "- " before list items stays, as their bullet."""
    return "\n".join(line for raw in text.splitlines() if (line := squeeze(raw)))


def _with_headings(text: str, tree: Any) -> str:
    """Put back the headings between two paragraphs of the text; trafilatura drops them from unusual pages."""
    headings = [squeeze(element.text_content()) for element in tree.iter("h2", "h3", "h4")]
    if not any(heading and heading not in text for heading in headings):
        return text
    lines = text.split("\n")
    places = {_key(line): number for number, line in enumerate(lines)}
    missing: dict[int, list[str]] = {}
    before: int | None = None
    waiting: list[str] = []
    for element in tree.iter("h2", "h3", "h4", "p", "li"):
        words = squeeze(element.text_content())
        if element.tag in ("h2", "h3", "h4"):
            if words and _key(words) not in places:
                waiting.append(words)
            continue
        place = places.get(_key(words)) if words else None
        if waiting and place is not None and before is not None and place == before + 1 and len(waiting) == 1:
            missing[place] = waiting
        before, waiting = place, []
    return "\n".join(part for number, line in enumerate(lines) for part in (*missing.get(number, ()), line))


def _key(line: str) -> str:
    return _KEY.sub("", line.casefold())


def _with_title(text: str, meta: PageMeta) -> str:
    """The headline as first line, whether or not it stood inside what trafilatura took for the article."""
    if not meta.title:
        return text
    key = _key(meta.title)
    lines = text.split("\n")
    for number, line in enumerate(lines[:4]):
        if _key(line) == key:
            del lines[number]
            break
    return "\n".join([meta.title, "", *lines])


def _judge(article: Article, meta: PageMeta, layout: Layout, page: str) -> str | None:
    """Why what was found in the page is no article; None when it reads like one."""
    text = article.text
    body = [text[b.start : b.end] for b in article.blocks if b.role in ("body", "bullet", "caption")]
    length = sum(map(len, body))
    if length < 1500:
        seen = text if len(text) > 200 else squeeze(_TAG.sub(" ", _HIDDEN.sub(" ", page[:200_000])))[:3000]
        wall = layout.wall(seen)
        if wall:
            return f"no article: {wall}; save the page after passing it"
    if length < (_LEAST_ARTICLE if meta.kind else _LEAST_PAGE):
        if meta.password:
            return "no article: a login page; save the page after logging in"
        return f"no article that can be told from the page around it ({length} characters of body text)"
    sentences = sum(len(line) for line in body if ends_sentence(line))
    if sentences < 0.3 * length and not meta.kind:
        return "no article: a list of headlines or links; save the article's own page"
    return None
