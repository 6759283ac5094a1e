"""Posts that one sentence tells of one person at several organisations.

"A member of the board of A and B, and a former treasurer of C"; "has held senior positions at A, B and C".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...mentions import Sentence, Span
from ..draft import Draft
from .bodies import Bodies
from .posts import Person, Place, Posts

#: The rules of the drafts made here: one title at several bodies is several facts.
SEVERAL = ("position.several", "position.roles-at")
_NEXT = re.compile(r"(?:\s\([^()]{1,40}\))?(?:,|,?\s(?:and|as well as))\s(?:(?:at|of|for|with)\s)?(?:the\s)?")
#: "Boyle (now Acme)" in a list of organisations.
_NOW_CALLED = re.compile(r"\s\((?:now|formerly|then|previously|since)\s[^()]{1,60}\)")
#: Between the body of one post and the next post of the same person.
_ALSO = re.compile(
    r"(?:\s(?:from|between|until|since|in)\s[\w\s–-]{4,24}?)?(?:,|,?\s(?:and|as well as|but))\s(?:also\s)?"
    r"(?:(?:he|she)\s)?"
    r"(?:(?P<past>(?:prior\sto|before)\s(?:that|this)|previously|earlier|formerly|then|once"
    r"|until\s(?:recently|\w+\s\d{4}|\d{4}|last\s\w+)"
    r"|(?:previously\s|formerly\s|once\s|earlier\s)?(?:was|had\sbeen|served\sas|has\sbeen)"
    r"(?:\s(?:previously|formerly|once))?),?\s"
    r"|(?P<now>(?:is\s)?(?:now|currently|today|presently)|is|remains|serves\sas)\s)?"
    r"(?:as\s)?(?:an?\s|the\s)?(?:former\s|current\s)?"
)
#: Between a title and its organisations, and behind the last one of them.
_OF = re.compile(r"\s(?:of|at|for|with)\s")
_BOTH = re.compile(r"\s(?:of|at|for|with)\sboth\s")
_STOP = re.compile(r"[,.;)]|\s(?:(?:said|says|who|and|in|since|before|after|until|from)\b|$)")
#: "held", "was named to" before "CFO roles at".
_HELD = re.compile(r"\b(?P<verb>held|holding|holds?|had|in|filled|fills|occupied)\s(?:[a-z-]+\s){0,2}$")
_HAS = re.compile(r"(?:,?\swho)?\s(?:(?:has|have|had|also|previously|will|continues?|to)\s){0,4}")
_ROLES_AT = re.compile(r"(?:[-\s][a-z]+)?\s(?:roles?|positions?|posts?|jobs?)\s(?:at|with|for)\s(?:both\s)?(?:the\s)?")
_BOARD_SEAT = re.compile(r"(?i)\bmember\b|\btrustees?$|\bdirectors?$")
#: "has held senior positions at", "previous leadership roles at notable firms such as".
_ROLES = re.compile(
    r"\b(?P<verb>held|holding|includ(?:ing|es?|ed)|[Pp]revious|[Pp]rior|[Pp]ast|had|with)\s(?:\w+\s){0,2}?"
    r"(?P<title>(?:(?:various|several|multiple|numerous|key|other)\s)?"
    r"(?:(?:senior|leadership|executive|management|managerial|senior-level|investment|operational|sales|finance|top"
    r"|distinguished|high-level|similar|comparable|equivalent)"
    r"(?:,\s|\sand\s|\s)){1,3}(?:positions|roles|posts))\s(?:at|with|for)\s"
    r"(?:(?:[a-z-]+\s){0,4}(?:such\sas|like|including)\s)?(?:the\s)?"
)
_LIGHT = re.compile(r"^(?:various|several|multiple|numerous|key|other)\s")
#: How far behind the person the roles may stand.
REACH = 160


class Several:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts, bodies: Bodies):
        self.posts, self.bodies = posts, bodies

    def find(
        self, number: int, sentence: Sentence, people: list[Person], places: list[Place], told: Sequence[Draft]
    ) -> Iterator[Draft]:
        """The further posts of one sentence, `told` being those that other readers found in it."""
        yield from self._roles(number, sentence, people)
        for place in places:
            yield from self._titled_roles(number, sentence, people, place)
        cues = {draft.cues[0].start for draft in told}
        for draft in told:
            yield from self._further(number, sentence, draft, [p for p in places if p.start not in cues])

    def _further(self, number: int, sentence: Sentence, draft: Draft, places: list[Place]) -> Iterator[Draft]:
        """The further bodies of a seat and the further posts behind them."""
        if not isinstance(draft.object, str) or not draft.subject or draft.keys["change"] == "appointed":
            return
        end = self._end_of(draft.object, draft.cues[0].end, sentence)
        if end is None:
            return
        if _BOARD_SEAT.search(draft.keys["title"].split(" of ")[0]) or self._closed(draft, end, sentence):
            for body, _, stop in self.listed(end, sentence):
                yield replace(draft, object=body, rule=SEVERAL[0], keys=dict(draft.keys), cues=list(draft.cues))
                end = stop
        for place in places:
            also = _ALSO.fullmatch(self.posts.text, end, place.start) if place.start >= end else None
            if also is None:
                continue
            self.bodies.widen(sentence, place)
            body = self.bodies.body_of(sentence, place)
            if body is None:
                return
            over = place.past or also["past"]
            change, status = ("left", "completed") if over else (draft.keys["change"], draft.status)
            if also["now"] and not over:
                change, status = "holds", "ongoing"
            yield self.posts.draft(number, SEVERAL[0], draft.subject, body, place, change, status, 0.9)
            end = self._end_of(body, place.end, sentence) or place.end

    def _closed(self, draft: Draft, end: int, sentence: Sentence) -> bool:
        """Whether a list of organisations that ends with a comma or stop goes on from one at `end`: "founder of Acme
        and Boyle,", not "founder of Acme and Boyle agreed"; "president of both" says so itself.
        """
        text = self.posts.text
        if not _OF.match(text, draft.cues[0].end, sentence.end):
            return False
        if _BOTH.match(text, draft.cues[0].end, sentence.end):
            return True
        listed = list(self.listed(end, sentence))
        commas = text.find(",", end, listed[0][1]) >= 0 if listed else True
        return bool(listed) and not commas and _STOP.match(text, listed[-1][2]) is not None

    def _end_of(self, body: str, start: int, sentence: Sentence) -> int | None:
        for low, high, party, _ in self.posts.resolution.overlapping(start, sentence.end):
            if party == body and low >= start:
                return high
        return None

    def listed(self, end: int, sentence: Sentence) -> Iterator[tuple[str, int, int]]:
        """The organisations that follow one at `end` in a list."""
        for low, high, party, _ in self.posts.resolution.overlapping(end, sentence.end):
            if low < end:
                continue
            aside = _NOW_CALLED.match(self.posts.text, end, sentence.end)
            if aside and low < aside.end():
                end = aside.end()
                continue
            if not self.posts.is_body(party) or not _NEXT.fullmatch(self.posts.text, end, low):
                return
            yield party, low, high
            end = high

    def _titled_roles(
        self, number: int, sentence: Sentence, people: list[Person], place: Place
    ) -> Iterator[Draft]:
        """ "Ada Tullow has held CFO roles at A and B"."""
        text = self.posts.text
        behind = _ROLES_AT.match(text, place.end, sentence.end)
        lead = _HELD.search(text, max(sentence.start, place.start - 40), place.start) if behind else None
        before = [p for p in people if lead and p[1] <= lead.start()]
        if not behind or not lead or not before:
            return
        first = next(iter(self.posts.resolution.overlapping(behind.end(), sentence.end)), None)
        if first is None or first[0] != behind.end() or not self.posts.is_body(first[2]):
            return
        near = _HAS.fullmatch(text, before[-1][1], lead.start())
        person = before[-1] if near else before[0]  # the subject of "will assist Tom Rey and hold roles at"
        held = lead["verb"].startswith("hold") and lead["verb"] != "holding"
        change, status = ("holds", "ongoing") if held else ("left", "completed")
        cue = Span(*lead.span("verb"))
        for body in (first[2], *(party for party, _, _ in self.listed(first[1], sentence))):
            yield self.posts.draft(number, SEVERAL[1], person[2], body, place, change, status, 0.8, (cue,))

    def _roles(self, number: int, sentence: Sentence, people: list[Person]) -> Iterator[Draft]:
        """ "Paul has held leadership roles at A, B and C"; a person behind the list counts too."""
        for match in _ROLES.finditer(self.posts.text, sentence.start, sentence.end):
            first = next((m for m in self.posts.resolution.overlapping(match.end(), sentence.end)), None)
            if first is None or first[0] != match.end() or not self.posts.is_body(first[2]):
                continue
            person = next((p for p in reversed(people) if p[1] <= match.start()), people[0] if people else None)
            holder = person[2] if person else self.posts.spoken_of(number)
            if holder is None:
                continue
            start = match.start("title") + len((_LIGHT.match(match["title"]) or [""])[0])
            place = Place(start, match.end("title"), True, self.posts.text[start : match.end("title")])
            cue = Span(match.start("verb"), match.end("verb"))
            for body in (first[2], *(party for party, _, _ in self.listed(first[1], sentence))):
                yield self.posts.draft(number, SEVERAL[1], holder, body, place, "left", "completed", 0.7, (cue,))
