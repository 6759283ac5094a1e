"""E-mail newsletters: the HTML part as lines (the plain one where there is no other), headers as metadata."""

from __future__ import annotations

import email
import email.policy
import hashlib
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr
from typing import BinaryIO

from . import decode
from .base import MAX_DOCUMENT_BYTES, Draft, Refused, Unreadable
from .markup import lines_of_html
from .options import Options, whole


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield the one article of a mail. Raises Unreadable when it has no text."""
    data = whole(stream, MAX_DOCUMENT_BYTES)
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise Unreadable("no e-mail: it has no headers; rename it to .txt if it is plain text")
    text, how = _body(message)
    if not text.strip():
        raise Unreadable("an e-mail without text; remove it")
    title = _header(message, "Subject")
    draft = Draft(f"{title}\n\n{text}" if title else text, title, _header(message, "Date"))
    draft.publisher = parseaddr(_header(message, "From") or "")[0] or None
    draft.media_type, draft.text_of = "message/rfc822", how
    draft.sha256 = hashlib.sha256(data).hexdigest()
    yield draft


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).split()) or None if value is not None else None


def _body(message: EmailMessage) -> tuple[str, str]:
    part = message.get_body(preferencelist=("html", "plain"))
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        return "", ""
    text, how = decode.decode(payload, part.get_content_charset())
    if part.get_content_type() == "text/html":
        return lines_of_html(text), f"the mail's HTML part as lines ({how})"
    return text, f"the mail's plain part ({how})"
