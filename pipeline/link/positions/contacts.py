"""Posts in the lines under a release that say whom to ask: "Contact details: Ada Tullow, head of sales, Acme".

Such lines are page chrome and hold no sentences; each fact's evidence is its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...mentions import Block, Sentence, Span
from ...sentences import SILENT_ROLES
from ..draft import Draft
from .bodies import Bodies
from .posts import Person, Place, Posts

#: Between a name and its title, degrees aside: "Ada Tullow, CFA - ", "Name: Ada Tullow Position: ".
_TITLE_NEXT = re.compile(r"(?:,\s[A-Z][\w.]{1,5}(?=,))*\s?(?:,|[–—|:-]|(?:Position|Title|Role):|(?=\s))\s?")
#: Between a title and the name behind it: "Senior Editor: Ada Tullow".
_NAME_NEXT = re.compile(r"\s?[:|–—-]\s?")
#: What makes a word no title: an address on the web, a label.
_NO_TITLE = re.compile(r"[@:.]\S|:")
#: What may stand before the name on its line.
_LABEL = re.compile(
    r"(?i)(?:(?:name|contacts?|attn|media|press|company|investors?|pr|ir|details|information|relations|by|for)\b\s?[:,]?\s?)*"
)
#: A line that names somebody else, or another firm, in words of its own.
_NAMES = re.compile(r"[A-Z][\w&’'.-]+(?:\s(?:(?:&|and|of)\s)?[A-Z][\w&’'.-]+)+\s*")
#: Between a name and a title: the organisation.
_FIRM_NEXT = re.compile(r",\s(?P<firm>[A-Z][^,:;]{1,60}),\s")
#: A line is at most so long, one that says that it tells whom to ask.
LONGEST, LONGEST_LABELLED = 160, 260
_LABELLED = re.compile(
    r"(?i)\W*(?:(?:media|press|investors?|company|for\smore\sinformation)\W+)*(?:contacts?|enquiries|inquiries)\b"
)


class Contacts:
    """Reads the silent lines of one article."""

    def __init__(self, posts: Posts, bodies: Bodies, blocks: Sequence[Block]):
        self.posts, self.bodies = posts, bodies
        self.lines = [Sentence(b.start, b.end, n, b.role) for n, b in enumerate(blocks)]
        self.silent = frozenset(n for n, b in enumerate(blocks) if b.role in SILENT_ROLES)

    def find(self) -> Iterator[Draft]:
        """The posts of those named in silent lines, one a line."""
        number = 0
        for at in sorted(self.silent):
            line = self.lines[at]
            people = self.posts.people(line.start, line.end) if line.end - line.start <= self._longest(line) else []
            if len({person[2] for person in people}) != 1:
                continue
            firm = self._firm_beside(line, people[0])
            found = self._beside(line, people[0], firm) or self._below(at, people[0])
            if found and firm:
                self.bodies.widen(found[1], found[0])
            body = found and (firm[0] if firm else self._body(at, *found))
            if not found or body is None:
                continue
            while number + 1 < len(self.posts.sentences) and self.posts.sentences[number + 1].start < line.start:
                number += 1
            place, last = found
            draft = self.posts.draft(number, "position.contact", people[0][2], body, place, "holds", "ongoing", 0.4)
            draft.evidence = Span(line.start, last.end)
            yield draft

    def _longest(self, line: Sentence) -> int:
        return LONGEST_LABELLED if _LABELLED.match(self.posts.text, line.start, line.end) else LONGEST

    def _firm_beside(self, line: Sentence, person: Person) -> tuple[str, int] | None:
        """The organisation in "Ada Tullow, Acme, Head of Sales", and where the title begins."""
        match = _FIRM_NEXT.match(self.posts.text, person[1], line.end)
        firm = self._called(match["firm"]) if match else None
        return (firm, match.end()) if match and firm else None

    def _called(self, words: str) -> str | None:
        """The organisation that the article calls so."""
        for party in self.posts.resolution.parties:
            if party.kind != "person" and (party.name == words or any(m.text == words for m in party.mentions)):
                return party.id
        return None

    def _beside(
        self, line: Sentence, person: Person, firm: tuple[str, int] | None = None
    ) -> tuple[Place, Sentence] | None:
        """The title behind a name, or behind the organisation behind it, or before the name and a colon."""
        gap = _TITLE_NEXT.match(self.posts.text, person[1], line.end)
        start = firm[1] if firm else gap.end() if gap else line.end
        place = self.posts.opening_title(replace(line, start=start)) if start < line.end else None
        if place is not None and not _NO_TITLE.match(self.posts.text, place.end):
            return place, line
        place = self.posts.opening_title(line)
        if place is not None and _NAME_NEXT.fullmatch(self.posts.text, place.end, person[0]):
            return place, line
        return None

    def _below(self, at: int, person: Person) -> tuple[Place, Sentence] | None:
        """The title that opens the line below a name."""
        text, line = self.posts.text, self.lines[at]
        alone = text[person[1] : line.end].strip(" ,") == "" and _LABEL.fullmatch(text, line.start, person[0])
        if not alone or at + 1 not in self.silent or self.lines[at + 1].end - self.lines[at + 1].start > LONGEST:
            return None
        place = self.posts.opening_title(self.lines[at + 1])
        if place is None or _NO_TITLE.match(text, place.end) or self.posts.people(place.end, self.lines[at + 1].end):
            return None
        return place, self.lines[at + 1]

    def _body(self, at: int, place: Place, line: Sentence) -> str | None:
        """The organisation behind a title, on the line below or above, else the one that the article is about."""
        self.bodies.widen(line, place)
        if body := self.bodies.body_of(line, place):
            return body
        below = self._opened(line.block + 1)
        if below is not None:
            return below or None
        above = self.lines[at - 1] if at else None
        if above is not None and at - 1 in self.silent:
            named = self.posts.resolution.overlapping(above.start, above.end)
            if named and named[-1][1] == above.end and self.posts.is_body(named[-1][2]):
                return named[-1][2]
        return self.posts.resolution.main

    def _opened(self, at: int) -> str | None:
        """The organisation that a line consists of, "" where it is none of the article's; None for other lines."""
        if at not in self.silent:
            return None
        line = self.lines[at]
        for low, high, party, _ in self.posts.resolution.overlapping(line.start, line.end):
            if low == line.start and self.posts.is_body(party) and high >= line.end - 1:
                return party
        words = self.posts.text[line.start : line.end].strip(" .,")
        if (named := self._called(words)) is not None:
            return named
        return "" if _NAMES.fullmatch(words) else None
