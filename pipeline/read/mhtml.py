"""MHTML: a web page saved with its parts in one MIME file."""

from __future__ import annotations

import email
import email.policy
import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from .base import MAX_DOCUMENT_BYTES, Draft, Refused, Unreadable
from .html import draft_of_page
from .options import Options, whole


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield the article of the first HTML part. Raises Unreadable where there is none."""
    data = whole(stream, MAX_DOCUMENT_BYTES)
    message = email.message_from_bytes(data, policy=email.policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    payload = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(payload, bytes):
        raise Unreadable("no web page in this MHTML file; save the page again")
    draft = draft_of_page(payload, options, page.get_content_charset())
    location = str(message.get("Snapshot-Content-Location") or page.get("Content-Location") or "")
    draft.url = draft.url or (location if location.startswith("http") else None)
    draft.media_type, draft.sha256 = "multipart/related", hashlib.sha256(data).hexdigest()
    yield draft
