"""Markdown: front matter as metadata, the marks of headings, emphasis and links taken out of the text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from . import decode
from .base import MAX_TEXT_BYTES, Draft, Refused, Unreadable
from .fields import draft_of
from .options import Options, whole

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.S)
_ENTRY = re.compile(r"^([A-Za-z_][\w-]*)\s*:\s*(.*?)\s*$", re.M)


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield the one article of a Markdown file, a line a paragraph, heading or list item."""
    data = whole(stream, MAX_TEXT_BYTES)
    kind = decode.is_binary(data)
    if kind:
        raise Unreadable(f"binary file ({kind}), not Markdown; remove it")
    source, how = decode.decode(data)
    front = _FRONT.match(source)
    text = _plain(source[front.end() :] if front else source)
    if not text.strip():
        raise Unreadable("empty: there is no text in it; remove it or fill it")
    record: dict[str, Any] = {"text": text}
    if front:
        record.update({key.lower(): value.strip("\"'") for key, value in _ENTRY.findall(front.group(1))})
        record["text"] = text
    draft = draft_of(record)
    draft.media_type, draft.text_of = "text/markdown", f"Markdown without its marks ({how})"
    draft.sha256 = hashlib.sha256(data).hexdigest()
    yield draft


def _plain(source: str) -> str:
    from markdown_it import MarkdownIt

    lines: list[str] = []
    mark = ""
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        if token.type == "list_item_open":
            mark = "* "
        elif token.type == "inline":
            lines.append(mark + _inline(token.children or []))
            mark = ""
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.rstrip("\n"))
        elif token.type == "heading_close" and len(lines) == 1:
            lines.append("")
    return "\n".join(lines)


def _inline(children: list[Any]) -> str:
    parts = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type in ("text", "code_inline"):
            parts.append(child.content)
    return "".join(parts).strip()
