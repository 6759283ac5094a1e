"""HTML fragments (of feeds, e-mails, news XML) to lines: a line a paragraph, heading or list item."""

from __future__ import annotations

import re
from typing import Any

from .pagemeta import squeeze

_LINES = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "blockquote",
        "pre",
        "table",
        "tr",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "figcaption",
        "dt",
        "dd",
        "hr",
    ]
)
#: What XML, and so lxml, has no place for.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_SILENT = frozenset(("script", "style", "noscript", "template", "head", "title", "iframe", "object", "svg"))


def lines_of_html(fragment: str) -> str:
    """The text of a fragment, plain text included, without tags; list items start with "* "."""
    from lxml import html

    if not fragment.strip():
        return ""
    if "<" not in fragment and "&" not in fragment:
        return "\n".join(line for raw in fragment.splitlines() if (line := squeeze(raw)))
    return lines_of(html.document_fromstring(f"<div>{_CONTROL.sub(' ', fragment)}</div>"))


def lines_of(root: Any) -> str:
    """The text below an element as lines."""
    parts: list[str] = []
    stack: list[Any] = [root]
    while stack:  # not recursive: mails nest tables deeply
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        if not isinstance(item.tag, str) or item.tag in _SILENT:
            continue
        opening, closing = _marks(item.tag)
        if opening:
            parts.append(opening)
        tail: list[Any] = [closing] if closing else []
        for child in reversed(item):
            if child.tail:
                tail.append(_flat(child.tail))
            tail.append(child)
        if item.text:
            tail.append(_flat(item.text))
        stack.extend(tail)
    return "\n".join(line for raw in "".join(parts).split("\n") if (line := squeeze(raw)) and line != "*")


def _marks(tag: str) -> tuple[str, str]:
    if tag == "br":
        return "\n", ""
    if tag == "li":
        return "\n* ", "\n"
    if tag in ("td", "th"):
        return "", " "
    return ("\n", "\n") if tag in _LINES else ("", "")


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")
