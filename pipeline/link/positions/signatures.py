"""Posts in blocks of short lines, as under a press release: the name, below it the title, below that the company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...mentions import Sentence
from ..draft import Draft
from .bodies import Bodies
from .posts import Person, Place, Posts

#: What may stand around the name on its line.
_AROUND = re.compile(r"(?i)(?:[-–—*•]\s*)?(?:(?:contact|press|media|name|attn|by)\b[\w\s]{0,20}:\s*)?")
_BEHIND = re.compile(r"(?:,\s[A-Z][\w.]{1,5}){0,3},?\s*")
#: Between a title and the organisation on the same line.
_SAME_LINE = re.compile(r"(?:,|\s[|–—-]|\s(?:at|of|for))\s(?:the\s)?")
#: A line that goes on in other words is no title.
LONGEST = 90


class Signatures:
    """Reads one line after another."""

    def __init__(self, posts: Posts, bodies: Bodies):
        self.posts, self.bodies = posts, bodies

    def find(self, number: int, sentence: Sentence, people: Sequence[Person]) -> Iterator[Draft]:
        """The post on the line below a line that holds a name only."""
        if len(people) != 1 or number + 1 >= len(self.posts.sentences):
            return
        start, end, person = people[0]
        below = self.posts.sentences[number + 1]
        text = self.posts.text
        if (
            below.end - below.start > LONGEST
            or "\n" not in text[sentence.end : below.start]
            or not _AROUND.fullmatch(text, sentence.start, start)
            or not _BEHIND.fullmatch(text, end, sentence.end)
        ):
            return
        place = self.posts.opening_title(below)
        if place is None:
            return
        self.bodies.widen(below, place)
        body = self._body(number, below, place)
        if body:
            yield self.posts.draft(number + 1, "position.signature", person, body, place, "holds", "ongoing", 0.7)

    def _body(self, number: int, below: Sentence, place: Place) -> str | None:
        """The organisation behind the title or on the line below it, else the one that a release is of."""
        text, line = self.posts.text, text_end(self.posts.text, below)
        for low, high, party, _ in self.posts.resolution.overlapping(place.end, line):
            if self.posts.is_body(party) and _SAME_LINE.fullmatch(text, place.end, low):
                return party if high <= line else None
        if place.end < line:
            return None
        if number + 2 < len(self.posts.sentences):
            following = self.posts.sentences[number + 2]
            for low, high, party, _ in self.posts.resolution.overlapping(following.start, following.end):
                rest = text[high : following.end]
                if self.posts.is_body(party) and low == following.start and not re.search(r"[a-z]{2} [a-z]", rest):
                    return party
                break
        return self.posts.resolution.main if self.posts.resolution.release else None


def text_end(text: str, sentence: Sentence) -> int:
    """Where the words of a line end, stops and spaces aside."""
    return sentence.start + len(text[sentence.start : sentence.end].rstrip(" .,;\n"))
