"""Working types that pass between the stages: what was read, what was found.

All `start`/`end` are Unicode code-point offsets into the article's text, end exclusive, so that
`text[start:end]` is what was found. Nothing here knows how to find or to normalise anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of the article's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


#: Roles of a line of the article. Chrome (navigation, comment forms, share buttons, boilerplate
#: of the publishing system) and datelines hold no sentences of the article.
ROLES = ("headline", "kicker", "byline", "dateline", "ticker", "subheading", "bullet", "caption", "body", "chrome")


@dataclass(slots=True)
class Block:
    """One line of the article with its role (one of ROLES)."""

    start: int
    end: int
    role: str


@dataclass(slots=True)
class Source:
    """Where an article came from. `sha256` is of the bytes (the line's bytes for JSONL)."""

    path: str | None = None
    line: int | None = None
    url: str | None = None
    media_type: str = "text/plain"
    sha256: str | None = None
    text_of: str = "the text as given"


@dataclass(slots=True)
class Article:
    """What reading yields. `published` is an ISO 8601 date or datetime, None when unknown."""

    text: str
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    publisher: str | None = None
    published: str | None = None
    published_from: str | None = None
    language: str | None = None
    tickers: list[str] = field(default_factory=list)
    source: Source = field(default_factory=Source)
    blocks: list[Block] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Sentence:
    """A sentence of the text; `block` is the index of its line in `Article.blocks`."""

    start: int
    end: int
    block: int
    role: str = "body"


class Entity(NamedTuple):
    """A name found by whichever NER is loaded. `label` is PERSON, ORG, GPE or LOC; `score` is in [0, 1]."""

    start: int
    end: int
    label: str
    score: float = 1.0


@dataclass(slots=True)
class Dropped:
    """A mention that lost against another one: what it was and why it went."""

    start: int
    end: int
    kind: str
    reason: str
