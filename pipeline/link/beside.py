"""Positions by a title beside a name: "Acme CEO Ada Tullow", "Ada Tullow, chief executive of Acme,"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..find.words import Tokens
from ..mentions import Sentence
from .bodies import Bodies
from .draft import Draft
from .posts import Person, Place, Posts

_BEFORE_NAME = re.compile(
    r"^(?:,\s|\s)(?:(?:Sen|Rep|Gov|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Capt|Col|Gen)\.?\s|(?:Sir|Dame|Lord|Lady|Baroness|Sheikha?"
    r"|Datuk|Tan Sri|Shri|Smt)\s)?$"
)
_AFTER_NAME = re.compile(
    r"^(?:\s?\([^()]{1,40}\))?(?:\s?[,—–]\s?|\s--?\s|\s(?=is\b|was\b|serves\b|has\b|remains\b|stays on\b|continues as\b"
    r"|will (?:remain|stay on|continue)\b))"
    r"(?:(?:who|and)\s)?(?:(?:will\s)?(?:remains?|stays? on|continues?)\s(?:(?:as|to serve as)\s)?)?"
    r"(?:(?:is|was|has been|serves as|served as|currently|now|also|both"
    r"|as)\s){0,3}(?:the\s|a\s|an\s|its\s|their\s|our\s"
    r"|(?P<owner>[^,.;()]{2,60}?)['’]s?\s)?(?:[a-z-]+\s){0,2}?$"
)
_IS_NAME = re.compile(r"^\s(?:is|was|has been)\s(?:the\s)?$")
_WHOSE = re.compile(r"\b(?:whose|[Ii]ts|[Tt]heir)\s(?:[\w-]+\s){0,2}$")
HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_JOINED = re.compile(r"(?:,|,? and|,? &)\s(?:(?:Mr|Ms|Mrs|Dr)\.?\s|Sir\s)?")
#: Offices that no company has.
_LOCAL_OFFICE = re.compile(
    r"(?i)\b(?:mayor|governor|gov\.|senator|sen\.|rep\.|premier|sheriff|county executive|councillor)"
)
#: "of Mariner" behind a title, where Mariner is no party.
_OF_UNKNOWN = re.compile(r"\s(?:of|at)\s(?:the\s)?[A-Z]")
_INCOMING = re.compile(r"(?i)incoming\s")
_UNTIL = re.compile(
    r"\b(?:until|till)\s(?:\w+\s){0,2}?((?:19|20)\d\d)\b|\bfrom\s(?:19|20)\d\d\s(?:to|until)\s((?:19"
    r"|20)\d\d)\b"
)


class Beside:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts, bodies: Bodies):
        self.posts, self.bodies = posts, bodies

    def find(self, number: int, sentence: Sentence, people: list[Person], places: list[Place]) -> Iterator[Draft]:
        for place in places:
            ahead = next(
                (
                    (s, e, p)
                    for s, e, p in people
                    if s >= place.end and _BEFORE_NAME.match(self._past_honorific(place.end, s))
                ),
                None,
            )
            behind = self._name_behind(people, place)
            if ahead and not (behind and self.posts.text[place.end : ahead[0]].startswith(",")):
                yield from self._fact(
                    number,
                    sentence,
                    ahead[2],
                    place,
                    self.bodies.body_before(sentence, place) or self.bodies.body_behind(sentence, ahead[1]),
                    "position.title-name",
                )
                if place.text.lower().endswith("s"):
                    yield from self._others(number, sentence, ahead, people, place)
            elif behind:
                self.bodies.widen(sentence, place)
                body = (
                    self.bodies.body_of(sentence, place)
                    or self.bodies.owner(behind[1], place)
                    or self.bodies.body_before(sentence, place, behind[1])
                )
                for draft in self._fact(number, sentence, behind[2], place, body, "position.name-title"):
                    self._end(draft, sentence, self.posts.text[behind[1] : place.start])
                    yield draft
                if place.text.lower().endswith("s") and body:
                    yield from self._others_before(number, sentence, behind, people, place, body)
            elif person := self._named_after_is(sentence, people, place):
                body = self.bodies.owner_of_whose(sentence, place)
                yield from self._fact(number, sentence, person, place, body, "position.title-is-name")
            elif body := self.bodies.body_of(sentence, place):
                _low, high = next(
                    (m[0], m[1])
                    for m in self.posts.resolution.overlapping(place.end, sentence.end)
                    if m[2] == body and m[0] >= place.end
                )
                person = next((m for m in people if m[0] >= high and self.posts.text[high : m[0]] in (", ", " ")), None)
                if person and re.search(
                    r"(?i)\b(?:the|an?)\s$", self.posts.text[max(0, place.start - 4) : place.start]
                ):
                    yield from self._fact(number, sentence, person[2], place, body, "position.title-body-name")

    def _others(
        self,
        number: int,
        sentence: Sentence,
        first: Person,
        people: list[Person],
        place: Place,
    ) -> Iterator[Draft]:
        """The further names behind a title in the plural ("co-founders A, B and C")."""
        end = first[1]
        body = self.bodies.body_before(sentence, place)
        for low, high, person in people:
            if low < end or not _JOINED.fullmatch(self.posts.text, end, low):
                continue
            end = high
            yield from self._fact(number, sentence, person, place, body, "position.title-name")

    def _others_before(
        self,
        number: int,
        sentence: Sentence,
        last: Person,
        people: list[Person],
        place: Place,
        body: str,
    ) -> Iterator[Draft]:
        """The further names in "A, B and C, co-founders of Acme"."""
        start = last[0]
        for low, high, person in reversed(people):
            if high > start or not _JOINED.fullmatch(self.posts.text, high, start):
                continue
            start = low
            yield from self._fact(number, sentence, person, place, body, "position.name-title")

    def _end(self, draft: Draft, sentence: Sentence, gap: str) -> None:
        """Make a post that somebody "was" in "until 2013" one that was left then."""
        until = _UNTIL.search(self.posts.text, draft.cues[0].end, min(sentence.end, draft.cues[0].end + 90))
        if until and re.search(r"\b(?:was|served|had been)\b", gap) and draft.keys["change"] == "holds":
            draft.keys["change"], draft.status = "left", "completed"
            draft.date = until[1] or until[2]

    def _named_after_is(self, sentence: Sentence, people: list[Person], place: Place) -> str | None:
        """The person in "Acme, whose president is Ada Tullow"."""
        if not _WHOSE.search(self.posts.text[max(sentence.start, place.start - 40) : place.start]):
            return None
        return next(
            (p for s, e, p in people if s >= place.end and _IS_NAME.match(self.posts.text[place.end : s])), None
        )

    def _past_honorific(self, start: int, end: int) -> str:
        """The text between title and name, less a second title such as "Sen."."""
        gap = self.posts.text[start:end]
        for title in self.posts.titles.find(tokens := Tokens(gap).all):
            if tokens[title.last - 1].end >= len(gap.rstrip()) and tokens[title.first].start <= 2:
                return " "
        return gap

    def _name_behind(self, people: list[Person], place: Place) -> Person | None:
        for start, end, party in reversed(people):
            if end <= place.start and place.start - end < 110:
                gap = self.posts.text[end : place.start]
                degrees = self.posts.words.degrees.match(gap)
                if degrees and degrees.end() < len(gap):
                    end, gap = end + degrees.end(), gap[degrees.end() :]
                if HE.fullmatch(self.posts.text[start:end]) and not re.match(r"\s(?:is|was|has|serve[ds])\b", gap):
                    continue
                if self._appositive(gap, end):
                    return start, end, party
        return None

    def _appositive(self, gap: str, at: int) -> bool:
        if re.fullmatch(r"\s\(|,\s\d\d,\s", gap):
            return True
        if match := _AFTER_NAME.match(gap):
            words = gap.lower()
            return not match["owner"] or not re.search(r"\b(?:said|told|by|and|that|with)\b", words)
        lead = re.match(r"^\s?[,—–]\s?(?:the\s|a\s|an\s)?", gap)
        if lead and lead.end() < len(gap):
            body = [
                m for m in self.posts.resolution.overlapping(at + lead.end(), at + len(gap)) if m[0] == at + lead.end()
            ]
            return bool(body) and not self.posts.text[body[0][1] : at + len(gap)].strip(" '’s")
        return bool(
            re.match(
                r"^\s?[,—–]\s(?:[A-Za-z&,/ -]{2,60}\s(?:and|&)\s|(?:[\w&]+\s){0,3}[\w&]+,\s)(?:the\s"
                r"|its\s)?$",
                gap,
            )
        ) and bool(self.posts.titles.find(Tokens(gap).all))

    def _fact(
        self, number: int, sentence: Sentence, person: str, place: Place, body: str | None, rule: str
    ) -> Iterator[Draft]:
        rule_score = 1.0
        if body is not None and _LOCAL_OFFICE.search(place.text) and self.posts.resolution.kind(body) == "company":
            body = None
        if body is None and _OF_UNKNOWN.match(self.posts.text, place.end, sentence.end):
            return
        if re.search(
            r"\b(?:[Hh]is|[Hh]er|[Mm]y)\s(?:\w+\s)?$", self.posts.text[max(0, place.start - 20) : place.start]
        ):
            return
        if body is None:
            body, owned = self.posts.offices.owner(number, place.start)
            if body is None and owned:
                return
        if body is None and place.past and self.bodies.office(place):
            return
        bare_president = (
            place.text == "President"
            and rule == "position.title-name"
            and not re.search(
                r"\b(?:existing|current|new|company|group|firm|bank|and|its|their)\s$",
                self.posts.text[sentence.start : place.start],
            )
        )
        if (
            body is None
            and not bare_president
            and not (rule == "position.title-name" and self.bodies.office(place) and place.text.lower() != "president")
        ):
            body = self.bodies.context(sentence, place)
            rule_score = 0.5
            if body is None:
                return
        change, status = ("left", "completed") if place.past else ("holds", "ongoing")
        if coming := _INCOMING.match(place.text):
            place.start += coming.end()
            place.text = self.posts.text[place.start : place.end]
            change, status = "appointed", "expected"
        yield self.posts.draft(number, rule, person, body, place, change, status, rule_score)
