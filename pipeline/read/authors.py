"""Who wrote an article, by its bylines."""

from __future__ import annotations

import regex

from .lines import Line, without

NAME = regex.compile(
    r"\p{Lu}[\p{L}.’'-]*(?:\s(?:(?:de|van|von|der|den|da|dos|del|la|le|bin|al|el|ter)\s){0,2}\p{Lu}[\p{L}.’'-]*){1,3}"
)
BYLINE_LEAD = regex.compile(
    r"^\(?(?:(?:additional\s)?(?:reporting|writing|words|story|written|posted|reported)\s+by|by|author|por|par|von|di|door|af|av)\s?:?\s+",
    regex.I,
)
_AND = regex.compile(r"\s+(?:and|et|und|y|e|en|och)\s+|\s*&\s*")
_AFTER_NAMES = regex.compile(r"\s*(?:[|/·•]|\b(?:by|in|for|of|at|from)\b|\s[-–—]\s).*")


def authors_of(lines: list[Line]) -> list[str]:
    authors: dict[str, None] = {}
    for line in lines:
        lead = BYLINE_LEAD.match(line.text) if line.role == "byline" else None
        if not lead:
            if line.role == "byline" and NAME.fullmatch(line.text):
                authors.setdefault(line.text)
            continue
        rest = without(line.text, line.dates or [])[lead.end() :].partition(";")[0]
        for name in _names(rest.strip(" .()")):
            authors.setdefault(name)
    return list(authors)


def _names(byline: str) -> list[str]:
    """The persons of "A B, C D and E F, Outlet": what follows the comma after the last name is no person."""
    *first, last = _AND.split(_AFTER_NAMES.sub("", byline))
    parts = [part for group in first for part in group.split(",")] + last.split(",")[:1]
    return [name for part in parts if NAME.fullmatch(name := part.strip(" ."))]
