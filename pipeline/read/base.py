"""What every reader of a format shares: drafts, rejects and limits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ..mentions import Article

#: Largest text file or JSONL line that is read, in bytes (10 MiB). A novel has about 1 MiB.
MAX_TEXT_BYTES = 10 * 1024 * 1024
#: Largest binary or marked-up document (HTML, PDF, e-mail, JSON), in bytes (50 MiB).
MAX_DOCUMENT_BYTES = 50 * 1024 * 1024


_SURROGATE = re.compile("[\ud800-\udfff]")


def mend_surrogates(text: str) -> str:
    """`text` with each lone surrogate replaced by U+FFFD: UTF-8 cannot hold them, so neither can a record."""
    return _SURROGATE.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Reject:
    """One input that gave no article: where it is, the stage that gave up, why, and what to do.

    `path` is relative to the input folder, as in `Source.path`; `line` counts from 1 where lines are
    articles.
    """

    path: str
    line: int | None
    stage: str
    reason: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", mend_surrogates(self.path))
        object.__setattr__(self, "reason", mend_surrogates(self.reason))


class Unreadable(ValueError):
    """A document that cannot be read; the message is the reject's reason and says what to do."""


@dataclass(slots=True)
class Draft:
    """An article as a reader of a format gives it, before layout, language and date are looked at.

    `part` is the name inside a container (an archive's member, a feed's entry), None for a file of its own;
    `sha256` is of the bytes that `line` or `part` names, None where they are the whole file's.
    """

    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: list[str] = field(default_factory=list)
    url: str | None = None
    language: str | None = None
    media_type: str = "text/plain"
    text_of: str = "the text as given"
    line: int | None = None
    part: str | None = None
    sha256: str | None = None
    warnings: list[str] = field(default_factory=list)
    #: A date to take only when neither `published` nor the text has one.
    fallback_published: str | None = None
    #: Says why the finished article is none after all; None where nothing is to be judged.
    judge: Callable[[Article], str | None] | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A part of a document (a line, a member, an entry) that gives no article; becomes a Reject."""

    reason: str
    line: int | None = None
    part: str | None = None
