"""The organisation that a list of people with titles is of, told once for all of them.

"Led by managing director Ada Tullow and principal Tom Rey, the firm grew"; "the Acme team of Ada Tullow, principal;
and Tom Rey, associate"; "Ada Tullow, CEO, and Tom Rey, president of Acme".
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...mentions import Sentence
from .bodies import Bodies
from .posts import Person, Place, Posts

#: "Led by" at the start of a sentence, and what stands before the organisation behind the names.
_OPENS_LED = re.compile(
    r"\s*(?:Co-led|Co-headed|Co-founded|Co-owned|Led|Headed|Helmed|Run|Managed|Chaired|Owned|Founded|Operated|Overseen|Guided|Steered|Captained)\s"
    r"(?:and\s[a-z]+\s)?by\s"
)
_GOES_BEFORE = re.compile(r",\s(?:the\s)?$")
#: Between one name's title and the next name, and between that and its title.
_THEN_NAME = re.compile(r"(?:,|;)?\s(?:and|&)\s(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?|,\s")
_TITLE_NEXT = re.compile(r",\s(?:the\s)?")
#: "'s brokerage team of", "team, including": behind an organisation whose people are listed.
_TEAM_OF = re.compile(
    r"(?:['’]s?)?(?:/[\w’'-]+)?\s(?:(?!(?:and|by|with)\s)[\w&/-]+\s){0,4}"
    r"(?:[Tt]eam|brokers|professionals|representatives|executives|leadership|staff)(?:\s(?:members|leaders))?,?\s"
    r"(?:of|including|includes|comprising|comprises|comprised\sof|consisting\sof|consists\sof|led\sby|which\sincludes"
    r"|made\sup\sof|headed\sby|under)\s"
)
#: A title of somebody else's, or of what stands behind it.
_OWNED = re.compile(r"(?:\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)|['’]s)\s(?:[\w-]+\s){0,2}$")
_AND_A = re.compile(
    r"(?P<field>\s(?:of|for)\s[A-Z][\w-]+(?:\s(?:(?:and|&)\s)?[A-Z][\w-]+){0,3}?)?,?\s(?:and|&)\s(?:(?:an?|the)\s(?:[a-z-]+\s){0,2})?"
)
_OF = re.compile(r"\s(?:of|at|for|with)\s(?:the\s)?(?:[A-Z]|[\w-]+\.[a-z]{2,4}\b)")


class Lists:
    """Looks for the organisation of one title in the rest of its sentence."""

    def __init__(self, posts: Posts, bodies: Bodies):
        self.posts, self.bodies = posts, bodies

    def around(self, sentence: Sentence, place: Place) -> str | None:
        """The organisation that "led by" or "team of" tells of a title with none of its own."""
        if not self._is_bare(sentence, place):
            return None
        return self._led_by(sentence) or self._team(sentence, place)

    def shared(self, sentence: Sentence, people: list[Person], places: list[Place], place: Place) -> str | None:
        """The organisation in "Ada Tullow, CEO, and Tom Rey, president of Acme", which is that of both."""
        if " of " in place.text or not self._is_bare(sentence, place):
            return None
        text = self.posts.text
        other = next((p for p in places if p.start > place.end), None)
        name = next((p for p in people if p[0] >= place.end), None) if other else None
        if other is None or name is None or other.past or not _THEN_NAME.fullmatch(text, place.end, name[0]):
            return None
        if not _TITLE_NEXT.fullmatch(text, name[1], other.start):
            return None
        copy = replace(other)
        self.bodies.widen(sentence, copy)
        return self.bodies.body_of(sentence, copy) or self.shared(sentence, people, places, other)

    def joined(self, sentence: Sentence, places: list[Place], place: Place) -> str | None:
        """The organisation in "head of sales and co-founder of Acme", which is that of both posts: they are one title
        then, which `place` becomes.
        """
        other = next((p for p in places if p.start > place.end), None)
        between = _AND_A.fullmatch(self.posts.text, place.end, other.start) if other else None
        if other is None or other.past or between is None:
            return None
        if between["field"] and not self.bodies.is_department(between["field"].strip()):
            return None
        if self.posts.resolution.overlapping(place.end, other.start):
            return None
        copy = replace(other)
        self.bodies.widen(sentence, copy)
        body = self.bodies.body_of(sentence, copy)
        if body:
            place.end, place.text = copy.end, self.posts.text[place.start : copy.end]
        return body

    def _is_bare(self, sentence: Sentence, place: Place) -> bool:
        """Whether nothing beside a title says of what it is."""
        lead = self.posts.text[max(sentence.start, place.start - 40) : place.start]
        return not (place.past or _OF.match(self.posts.text, place.end, sentence.end) or _OWNED.search(lead))

    def describes_founders(self, sentence: Sentence, place: Place) -> bool:
        """Whether a title says only what founders are: "Founded by Ada Tullow and Tom Rey, engineers, Acme"."""
        opening = _OPENS_LED.match(self.posts.text, sentence.start, sentence.end)
        return opening is not None and "ounded" in opening[0] and place.text.lower().endswith("s")

    def _led_by(self, sentence: Sentence) -> str | None:
        text = self.posts.text
        if not (opening := _OPENS_LED.match(text, sentence.start, sentence.end)):
            return None
        named = self.posts.resolution.overlapping(opening.end(), sentence.end)
        first = next((high for _, high, party, _ in named if not self.posts.is_body(party)), sentence.end)
        return next(
            (
                party
                for low, _, party, _ in named
                if low >= first and self.posts.is_body(party) and _GOES_BEFORE.search(text, max(first, low - 6), low)
            ),
            None,
        )

    def _team(self, sentence: Sentence, place: Place) -> str | None:
        for _, high, party, _ in self.posts.resolution.overlapping(sentence.start, place.start):
            if not self.posts.is_body(party):
                return None
            if _TEAM_OF.match(self.posts.text, high, place.start):
                return party
        return None
