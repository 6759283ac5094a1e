"""Positions told in the story of a career: "served as", "where she was", "will continue as"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...mentions import Sentence, Span
from ..draft import Draft
from .bodies import Bodies
from .posts import Body, Person, Place, Posts
from .several import SEVERAL
from .worded import Worded

#: What may stand before a title, an owner ("the firm's") too, and a word or two that describe it.
_BEFORE = (
    r"(?:both\s)?(?:(?:a|an|the|its|their|our|his|her|(?:the\s)?[\w&.-]+(?:\s[\w&.-]+){0,3}['’]s?)\s)?"
    r"(?:[A-Za-z-]+\s){0,2}$"
)
#: Adverbs of a career around "was".
_THEN = (
    r"(?:(?:also|previously|most\srecently|formerly|earlier|first|then|later|once|briefly|currently|now|last)\s){0,2}"
)
#: What leads to a title, with the words before the verb that tell the tense.
_VERB = re.compile(
    r"(?P<lead>\b(?:(?:currently|now|also|still|will|would|has|have|had|previously|last|most\srecently|formerly|recently"
    r"|then|later|is|was|to)\s){0,4})"
    r"(?P<verb>serves?|served|serving|works?|worked|working|remains?|remained|continues?|continuing"
    r"|stays?|stayed)"
    r"(?:\s(?:currently|most\srecently|previously|on|to\sserve|to\swork|there|in\s\w+|since\s\d{4}"
    r"|for\s(?:\w+\s){1,3}years?))?"
    r"(?:\sin\s(?:his|her|their|the)\s(?:[\w-]+\s){0,2}(?:roles?|positions?|posts?|capacity|jobs?)\s(?:as|of)|\sas)\s"
    + _BEFORE
)
_ROLE = re.compile(
    r"(?P<lead>\b(?:(?:currently|now|also|still|has|have|had|previously|last|most\srecently)\s){0,3})"
    r"(?P<verb>holds?|held|holding)\s[^.;]{0,60}?\b(?:roles?|positions?|posts?|titles?|jobs?)\b"
    rf"(?:\s(?:of|as)|[^.;]{{0,60}}?\b(?:including|such\sas))\s(?:(?:that|those)\sof\s)?{_BEFORE}"
)
_WHERE = re.compile(
    r"(?:\bwhere\s(?:(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}|he|she)|,\s(?:he|she))\s"
    rf"(?P<lead>(?:most\srecently\s|also\s)?)(?P<verb>is|was)\s(?:also\s|most\srecently\s)?{_BEFORE}"
)
#: "is leaving Acme," before "where he is".
_IS_LEAVING = re.compile(
    r"\b(?:(?:is|are|was)\s(?:\w+ly\s)?(?:leaving|departing|quitting|exiting)|(?:will|to|would)\s(?:leave|depart|quit|exit)|leaves|quits)\b"
    r"[^;:“”]{2,60}$"
)
_LATEST = re.compile(
    rf",\s(?P<lead>)(?P<verb>most\srecently|latterly|ultimately|lastly|finally|initially)\sas\s{_BEFORE}"
)
_WHERE_AS = re.compile(rf",?\s(?P<verb>where),?\s(?P<lead>)as\s{_BEFORE}")
#: "has been with Acme for years and is currently".
_NOW = re.compile(rf"(?:,|\band|\b[Hh]e|\b[Ss]he)\s(?P<lead>)(?P<verb>is)\s(?:currently|now|presently)\s{_BEFORE}")
#: "spent ten years at Acme as", "worked for Acme for a year as".
_WORKED = re.compile(
    r"(?P<lead>\b(?:(?:currently|now|has|have|had|previously|first|also|then|later)\s){0,3})"
    r"(?P<verb>spent|spending|worked|works|working)\s(?:[^.;,]{0,60}?\s)?(?:at|with|for|in)\s(?:the\s)?[A-Z][^.;]{0,80}?\sas\s"
    + _BEFORE
)
#: "her previous role as", "his most recent position was": posts that are over.
_BEFORE_THAT = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|[Tt]he|[Aa]|[Ii]n)|['’]s?)\s(?P<lead>)(?P<verb>(?:most\srecent|previous|last|prior|former|earlier|past)\s"
    r"(?:[a-z-]+\s)?(?:roles?|positions?|posts?|jobs?|assignments?|appointments?))\s"
    rf"(?:(?:at|with)\s[^.,;]{{2,60}}?\s)?(?:(?:was|were)\s(?:as\s|that\sof\s)?|as\s|of\s){_BEFORE}"
)
#: "began her career as", "started out as".
_BEGAN = re.compile(
    r"(?P<lead>)\b(?P<verb>(?:began|begun|beginning|start(?:ed|ing)|launched)\s"
    r"(?:(?:his|her|a)\s(?:[\w-]+\s){0,3}?career|out))\b"
    rf"[^.;]{{0,60}}?\sas\s{_BEFORE}"
)
#: "in a variety of positions, including", "her other roles include having served as".
_INCLUDES = re.compile(
    r"(?P<lead>)\b(?:[Rr]oles?|[Pp]ositions?|[Pp]osts?|[Jj]obs|[Tt]itles|capacities|experience|career|appointments)\b"
    r"[^.;]{0,60}?\s(?P<verb>includ(?:e|es|ed|ing)|such\sas)\s"
    r"(?:(?:having\s)?(?:served|serving|worked|working|time|stints?|roles?|positions)\s(?:as\s)?)?" + _BEFORE
)
#: "Earlier in her career she was", "prior to that, he was also".
_WAS = re.compile(
    r"(?:\b(?:He|She)|(?:[,;:]|\b(?:and|when|career|that|this|years))\s(?:he|she))\s"
    rf"(?P<lead>{_THEN})(?P<verb>was|is)\s{_THEN}{_BEFORE}"
)
#: "holds a degree and is an active": a further verb of the sentence's subject.
_ALSO_IS = re.compile(r"(?:,|,?\sand)\s(?P<lead>)(?P<verb>is|was)\s(?:also\s)?(?:an?|the)\s(?:[a-z-]+\s){0,2}$")
#: In this order: the surer ones first.
_PATTERNS = (_VERB, _ROLE, _BEFORE_THAT, _WHERE, _WHERE_AS, _LATEST, _NOW, _WORKED, _BEGAN, _INCLUDES, _WAS, _ALSO_IS)
#: "is" and "was" alone tell of no post where no organisation stands behind, and a mere member has none.
_PLAIN = (_WAS, _ALSO_IS)
_MEMBER = re.compile(r"(?i)(?:(?!board)\w+\s)?members?")
#: Between two posts of one list.
_LISTED = re.compile(
    r"\s?(?:\([^()]{1,60}\))?(?:\s(?:from|between|until|since|in)\s[\w\s–-]{4,24}?)?(?:,|,?\sand)\s(?:as\s)?(?:(?:a|an|the|its|their|our|his|her)\s)?(?:[A-Z]\w+\s)?$"
)
_HELD = re.compile(r"\b(?:currently|now|still|also|continues?|remains?|stays?|will|is|has|have|to)\b")
_OVER = re.compile(r"\b(?:served|worked|serving\sas|previous|prior|past|earlier|included|former)\b", re.IGNORECASE)
_YEARS = re.compile(
    r"\bfrom\s(?:\w+\s)?(?:19|20)\d\d\s(?:to|until|through|-|–)\s(?:\w+\s)?((?:19|20)\d\d)\b|\buntil\s(?:\w+\s)?((?:19|20)\d\d)\b"
)
#: Advisers, counsel and underwriters of a deal hold no post.
_ADVISES = re.compile(r"(?i)\b(?:financial|legal|exclusive|lead|placement)?\s?(?:advis[eo]rs?|managers|counsel)")
_PRIOR = re.compile(r"(?i)\b(?:prior to|before|since|after)\s(?:\w+ing\s)?(?:the\s)?$")
#: "Her other roles include": whose they are stands before them.
THEIRS = re.compile(
    r"(?:[A-Z]\w+\s(?:in|of)\s)?[Hh](?:is|er)\s(?:[\w-]+\s){0,4}?(?:roles?|positions?|posts?|jobs|experience|career|background|appointments)\b"
    r"|(?:Previous|Prior|Past|Earlier)\s(?:[\w-]+\s){0,3}?(?:roles|positions|posts|jobs)\b"
)
#: How far behind a title its years stand, and how near the sentence's start its subject begins.
REACH, OPENING = 60, 30


class Careers:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts, bodies: Bodies):
        self.posts, self.bodies, self.worded = posts, bodies, Worded(posts)

    def find(self, number: int, sentence: Sentence, people: list[Person], places: list[Place]) -> Iterator[Draft]:
        """The drafts of one sentence, title by title; `places` are widened."""
        last: tuple[re.Match[str], int] | None = None
        for place in places:
            verb = self._verb(sentence, place)
            listed = verb is None and last is not None and _LISTED.fullmatch(self.posts.text, last[1], place.start)
            if listed:
                verb = last[0]
            if verb is None:
                continue
            if _ADVISES.fullmatch(place.text) or (verb.re in _PLAIN and _MEMBER.fullmatch(place.text)):
                continue
            self.bodies.widen(sentence, place)
            last = (verb, place.end)
            person = self._person(number, sentence, verb, people)
            draft = person and self._draft(number, sentence, place, verb, person)
            if draft:
                if listed:
                    draft.rule = SEVERAL[0]  # one title at several organisations is several posts
                yield draft
                last = (verb, self._end(draft, place))

    def _verb(self, sentence: Sentence, place: Place) -> re.Match[str] | None:
        start = max(sentence.start, place.start - 160)
        for pattern in _PATTERNS:
            if match := pattern.search(self.posts.text, start, place.start):
                return match
        return None

    def _end(self, draft: Draft, place: Place) -> int:
        """Where a post ends with the organisation behind it: the list of posts goes on from there."""
        behind = self.posts.resolution.overlapping(place.end, place.end + REACH)
        return next((m[1] for m in behind if m[2] == draft.object and m[0] >= place.end), place.end)

    def _person(self, number: int, sentence: Sentence, verb: re.Match[str], people: list[Person]) -> Person | None:
        """Whose career it is: the one named last before the verb, in "her roles include" the one spoken of."""
        before = [p for p in people if p[1] <= verb.end("lead")]
        if verb.re is _ALSO_IS:
            opens = before and before[0][0] - sentence.start < OPENING and len({p[2] for p in before}) == 1
            return before[0] if opens else None
        if not before and THEIRS.match(self.posts.text, sentence.start, verb.end("verb")):
            meant = self.posts.spoken_of(number)
            return (sentence.start, sentence.start, meant) if meant else None
        return before[-1] if before else None

    def _draft(
        self, number: int, sentence: Sentence, place: Place, verb: re.Match[str], person: Person
    ) -> Draft | None:
        change = self._change(verb)
        leaves = verb.re is _WHERE and verb["verb"] == "is" and self._is_leaving(sentence, verb)
        if leaves:
            change = "left"
        body = self._body(number, sentence, place, verb, person, change)
        if body is None:
            return None
        status = "expected" if leaves else "ongoing" if change == "holds" else "completed"
        cue = Span(*verb.span("verb"))
        draft = self.posts.draft(number, "position.career", person[2], body, place, change, status, 0.7, (cue,))
        years = _YEARS.search(self.posts.text, place.end, min(sentence.end, place.end + REACH))
        if years and change == "left":
            draft.date = years[1] or years[2]
        return draft

    def _is_leaving(self, sentence: Sentence, verb: re.Match[str]) -> bool:
        """Whether the organisation "where she is treasurer" is one that she is leaving."""
        return _IS_LEAVING.search(self.posts.text, sentence.start, verb.start()) is not None

    def _change(self, verb: re.Match[str]) -> str:
        lead, word = verb["lead"], verb["verb"]
        if verb.re in (_LATEST, _BEGAN, _BEFORE_THAT) or word in ("spent", "spending"):
            return "left"
        if verb.re is _INCLUDES:
            return "left" if word in ("included", "including", "such as") or _OVER.search(verb[0]) else "holds"
        if re.search(r"\b(?:had|previously|last|recently|formerly|then|later|was)\b", lead):
            return "left"
        if word in ("served", "worked", "held", "was", "where") and not re.search(r"\b(?:has|have)\b", lead):
            return "left"
        if word in ("serving", "working", "holding") and not _HELD.search(lead):
            return "left"
        return "holds"

    def _body(
        self, number: int, sentence: Sentence, place: Place, verb: re.Match[str], person: Person, change: str
    ) -> Body | None:
        """The organisation behind the title, else the last one before the verb, else that of the post held."""
        before = None if verb.re in _PLAIN else self._before(sentence, verb)
        body = None
        if before is None or not self.bodies.names_field(sentence, place):
            body = self.bodies.body_of(sentence, place, before is not None)
            if before is not None and verb.re in (_WHERE, _WHERE_AS) and not self._is_named(body, place):
                body = None  # "from Acme, where she was treasurer in the firm's debt group"
            body = body or self.bodies.owner(verb.end("verb"), place)
            body = body or self.posts.offices.owner(number, place.start)[0] or self.worded.behind(sentence, place)
            if body is None and verb.re is _ROLE:  # "held several roles at Acme, including CFO"
                body = self.bodies.body_between(verb.end("verb"), place.start)
        if body is not None or before is not None:
            return body or before
        if change == "holds" and verb.re not in _PLAIN:
            known = self.posts.known.get(person[2])
            if known is None and self.bodies.office(place):
                return self.bodies.government(sentence, place)
            return known[1] if known else self.bodies.context(sentence, place)
        return None

    def _is_named(self, body: str | None, place: Place) -> bool:
        """Whether the organisation behind a title is called by its name there."""
        behind = self.posts.resolution.overlapping(place.end, place.end + 2 * REACH)
        return next((m[3] for m in behind if m[2] == body), "") == "name"

    def _before(self, sentence: Sentence, verb: re.Match[str]) -> Body | None:
        """The organisation named last before the verb, that of "prior to joining" aside; before "where" any name."""
        text, end = self.posts.text, verb.end() if verb.re in (_WORKED, _BEGAN) else verb.start()
        for low, high, party, _ in reversed(self.posts.resolution.overlapping(sentence.start, end)):
            if _PRIOR.search(text[sentence.start : low]):
                continue
            if self.posts.is_body(party):
                return party
            if text[high : verb.start() + 6].lstrip(", ").startswith("where"):
                return Span(low, high)
        return None
