"""PDF press releases: pypdf gives the lines of the pages, which are joined to paragraphs."""

from __future__ import annotations

import hashlib
import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from .base import MAX_DOCUMENT_BYTES, Draft, Refused, Unreadable
from .lines import ends_sentence
from .options import Options, whole

#: Most pages that are read of one PDF, and fewest code points of text that make an article.
MAX_PAGES, _LEAST = 200, 80


def read(stream: BinaryIO, options: Options) -> Iterator[Draft | Refused]:
    """Yield the one article of a PDF. Raises Unreadable when it is damaged, locked or holds no text."""
    data = whole(stream, MAX_DOCUMENT_BYTES)
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise Unreadable("a PDF with a password; save it without")
        if len(document.pages) > MAX_PAGES:
            raise Unreadable(
                f"a PDF of {len(document.pages)} pages, over {MAX_PAGES}: no press release; split it"
            )
        pages = [page.extract_text() or "" for page in document.pages]
        info: Any = document.metadata or {}
        title, created = info.get("/Title"), info.get("/CreationDate")
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
    ) as error:
        # pypdf meets damaged files with any of these
        raise Unreadable(f"a damaged PDF ({type(error).__name__}); save it again") from error
    text = _paragraphs(pages)
    if len(text) < _LEAST:
        raise Unreadable("a PDF without text (scanned pages?); run OCR on it first")
    draft = Draft(
        text, media_type="application/pdf", text_of=f"pypdf {pypdf.__version__}, lines joined to paragraphs"
    )
    draft.sha256 = hashlib.sha256(data).hexdigest()
    draft.title = _title(title, text)
    # the day a PDF was made is often, not always, that of publication: the text's dateline goes first
    draft.fallback_published = _date(created)
    yield draft


def _paragraphs(pages: list[str]) -> str:
    """Lines joined where the one before is full and ends no sentence; repeated heads and feet dropped."""
    lines = [[line.strip() for line in page.splitlines()] for page in pages]
    seen = Counter(line for page in lines for line in {*page[:2], *page[-2:]} if line)
    kept = [line for page in lines for line in page if not (len(pages) > 2 and seen[line] == len(pages))]
    widest = max(map(len, kept), default=0)
    paragraphs: list[str] = []
    joining = False
    for line in kept:
        if not line:
            joining = False
            continue
        full = len(line) > 0.7 * widest
        if joining and not line.startswith(("•", "* ", "- ")):
            paragraphs[-1] = f"{paragraphs[-1]} {line}"
        else:
            paragraphs.append(line)
        joining = full and not ends_sentence(line)
    return "\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _title(title: object, text: str) -> str | None:
    """The document's title, where the text starts with it; makers often leave a file name there."""
    if isinstance(title, str) and title.strip() and title.strip().casefold() in text[:600].casefold():
        return title.strip()
    return None


def _date(created: object) -> str | None:
    match = re.match(r"D:(\d{4})(\d\d)(\d\d)", created) if isinstance(created, str) else None
    return "-".join(match.groups()) if match else None
