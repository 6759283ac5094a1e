"""Positions told in the story of a career: "served as", "where she was", "will continue as"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...mentions import Sentence, Span
from ..draft import Draft
from .bodies import Bodies
from .posts import Body, Person, Place, Posts
from .worded import Worded

_ARTICLE = r"(?:(?:a|an|the|its|their|our|his|her)\s)?"
#: What leads to a title, with the words before the verb that tell the tense.
_VERB = re.compile(
    r"(?P<lead>\b(?:(?:currently|now|also|still|will|would|has|have|had|previously|last|most\srecently|formerly|recently"
    r"|then|later|is|was|to)\s){0,4})"
    r"(?P<verb>serves?|served|serving|works?|worked|working|remains?|remained|continues?|continuing"
    r"|stays?|stayed)"
    r"(?:\s(?:currently|most\srecently|previously|on|to\sserve|to\swork|there|in\s\w+))?\sas\s"
    rf"(?:both\s)?{_ARTICLE}(?:[A-Za-z-]+\s){{0,2}}$"
)
_ROLE = re.compile(
    r"(?P<lead>\b(?:(?:currently|now|also|still|has|have|had|previously|last|most\srecently)\s){0,3})"
    r"(?P<verb>holds?|held|holding)\s[^.;]{0,60}?\b(?:roles?|positions?|posts?|titles?|jobs?)\b"
    rf"(?:\s(?:of|as)|[^.;]{{0,60}}?\b(?:including|such\sas))\s(?:(?:that|those)\sof\s)?{_ARTICLE}(?:[A-Za-z-]+\s){{0,2}}$"
)
_WHERE = re.compile(
    rf"(?:\bwhere|,)\s(?:he|she)\s(?P<lead>(?:most\srecently\s)?)(?P<verb>is|was)\s{_ARTICLE}(?:[A-Za-z-]+\s){{0,2}}$"
)
_LATEST = re.compile(
    rf",\s(?P<lead>)(?P<verb>most\srecently|latterly|ultimately|lastly|finally|initially)\sas\s{_ARTICLE}(?:[A-Za-z-]+\s){{0,2}}$"
)
_WHERE_AS = re.compile(rf",\s(?P<verb>where),?\s(?P<lead>)as\s{_ARTICLE}(?:[A-Za-z-]+\s){{0,2}}$")
#: "has been with Acme for years and is currently".
_NOW = re.compile(
    rf"(?:,|\band|\b[Hh]e|\b[Ss]he)\s(?P<lead>)(?P<verb>is)\s(?:currently|now|presently)\s{_ARTICLE}(?:[A-Za-z-]+\s){{0,2}}$"
)
#: Between two posts of one list.
_LISTED = re.compile(rf"\s?(?:\([^()]{{1,60}}\))?(?:,|,?\sand)\s(?:as\s)?{_ARTICLE}$")
_HELD = re.compile(r"\b(?:currently|now|still|also|continues?|remains?|stays?|will|is|has|have|to)\b")
_YEARS = re.compile(
    r"\bfrom\s(?:\w+\s)?(?:19|20)\d\d\s(?:to|until|through|-|–)\s(?:\w+\s)?((?:19|20)\d\d)\b|\buntil\s(?:\w+\s)?((?:19|20)\d\d)\b"
)
#: Advisers, counsel and underwriters of a deal hold no post.
_ADVISES = re.compile(r"(?i)\b(?:financial|legal|exclusive|lead|placement)?\s?(?:advis[eo]rs?|managers|counsel)")
_PRIOR = re.compile(r"(?i)\b(?:prior to|before|since|after)\s(?:\w+ing\s)?(?:the\s)?$")
#: How far behind a title its years stand.
REACH = 60


class Careers:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts, bodies: Bodies):
        self.posts, self.bodies, self.worded = posts, bodies, Worded(posts)

    def find(self, number: int, sentence: Sentence, people: list[Person], places: list[Place]) -> Iterator[Draft]:
        """The drafts of one sentence, title by title; `places` are widened."""
        last: tuple[re.Match[str], int] | None = None
        for place in places:
            verb = self._verb(sentence, place)
            if verb is None and last and _LISTED.fullmatch(self.posts.text, last[1], place.start):
                verb = last[0]
            if verb is None:
                continue
            if _ADVISES.fullmatch(place.text):
                continue
            self.bodies.widen(sentence, place)
            last = (verb, place.end)
            person = next((p for p in reversed(people) if p[1] <= verb.end("lead")), None)
            draft = person and self._draft(number, sentence, place, verb, person)
            if draft:
                yield draft

    def _verb(self, sentence: Sentence, place: Place) -> re.Match[str] | None:
        start = max(sentence.start, place.start - 160)
        for pattern in (_VERB, _ROLE, _WHERE, _WHERE_AS, _LATEST, _NOW):
            if match := pattern.search(self.posts.text, start, place.start):
                return match
        return None

    def _draft(
        self, number: int, sentence: Sentence, place: Place, verb: re.Match[str], person: Person
    ) -> Draft | None:
        change = self._change(verb)
        body = self._body(sentence, place, verb, person, change)
        if body is None:
            return None
        status = "ongoing" if change == "holds" else "completed"
        cue = Span(*verb.span("verb"))
        draft = self.posts.draft(number, "position.career", person[2], body, place, change, status, 0.7, (cue,))
        years = _YEARS.search(self.posts.text, place.end, min(sentence.end, place.end + REACH))
        if years and change == "left":
            draft.date = years[1] or years[2]
        return draft

    def _change(self, verb: re.Match[str]) -> str:
        lead, word = verb["lead"], verb["verb"]
        if verb.re is _LATEST:
            return "left"
        if re.search(r"\b(?:had|previously|last|recently|formerly|then|later|was)\b", lead):
            return "left"
        if word in ("served", "worked", "held", "was", "where") and not re.search(r"\b(?:has|have)\b", lead):
            return "left"
        if word in ("serving", "working", "holding") and not _HELD.search(lead):
            return "left"
        return "holds"

    def _body(self, sentence: Sentence, place: Place, verb: re.Match[str], person: Person, change: str) -> Body | None:
        """The organisation behind the title, else the last one before the verb, else that of the post held."""
        before = self._before(sentence, verb)
        body = None
        if before is None or not self.bodies.names_field(sentence, place):
            body = self.bodies.body_of(sentence, place) or self.bodies.owner(verb.end("verb"), place)
            body = body or self.worded.behind(sentence, place)
            if body is None and verb.re is _ROLE:  # "held several roles at Acme, including CFO"
                body = self.bodies.body_between(verb.end("verb"), place.start)
        if body is not None or before is not None:
            return body or before
        if change == "holds":
            known = self.posts.known.get(person[2])
            return known[1] if known else self.bodies.context(sentence, place)
        return None

    def _before(self, sentence: Sentence, verb: re.Match[str]) -> Body | None:
        """The organisation named last before the verb, that of "prior to joining" aside; before "where" any name."""
        text = self.posts.text
        for low, high, party, _ in reversed(self.posts.resolution.overlapping(sentence.start, verb.start())):
            if _PRIOR.search(text[sentence.start : low]):
                continue
            if self.posts.is_body(party):
                return party
            if text[high : verb.start() + 6].lstrip(", ").startswith("where"):
                return Span(low, high)
        return None
