"""Founders and owners told by a verb: "Ada Tullow founded Acme", "Acme is owned by Ada Tullow", "who owns Acme".

Only persons are such; what a family, a firm or somebody long dead founded tells no post, and "founded by" tells whose
work a firm is and not what they are there now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...mentions import Sentence, Span
from ..draft import Draft
from .posts import HE, Person, Posts

#: What a sentence must hold to be read.
_WORTH = re.compile(r"(?:ounded|wn(?:ed|s))\s")
#: A year of which nobody lives who founded something then.
_LONG_AGO = re.compile(r"\b1(?:[0-8]\d|9[0-3])\d\b")
#: "is owned and operated by".
_BY = re.compile(r"\b(?P<verb>[Oo]wned)(?:\s(?:and|&)\s[a-z-]+)?\sby\s")
#: Between "by" and the name, and between two names: what describes who is named ("entrepreneurs", "the late").
_DESCRIBED = r"(?:(?!(?:by|who|which|that|said)\s)[\w’'.&-]+\s){0,8}?"
_WHOSE = re.compile(_DESCRIBED)
_JOINED = re.compile(
    r"(?:\s\([^()]{1,40}\))?(?:,\s\d\d)?"
    r"(?:\s(?:of|from|at)\s(?:the\s)?[A-Z][\w&.’'-]*(?:\s(?:(?:of|and|&|the)\s)*[A-Z][\w&.’'-]*){0,4})?"
    r"(?:,|,?\sand|,?\s&)\s(?:(?:his|her|the|an?)\s)?(?:(?!(?:who|which|that|said|is|was)\s)[a-z-]+\s){0,3}"
)
#: Between the names and the organisation of "Owned by Ada Tullow, an engineer from Leeds, Acme".
_THEN_BODY = re.compile(
    r"(?:\s\([^()]{1,40}\))?(?:\sin\s(?:[A-Z]?[a-z]+\s)?(?:19|20)\d\d)?"
    r"(?:,\s(?:[^;.()“”\"]|\([^()]*\)){2,170}?)?,\s(?:the\s)?"
)
_THEN_IT = re.compile(
    r"(?:\sin\s(?:[A-Z]?[a-z]+\s)?(?:19|20)\d\d)?,\s"
    r"(?:it|the\s(?:company|firm|startup|start-up|brand|business|agency|foundation|organi[sz]ation))\s"
)
#: Between the organisation and the verb: " is now".
_IS_OWNED = re.compile(r"\s(?:is|are)\s(?:(?:now|jointly|locally|independently|currently|proudly|[a-z]+-)\s?)?")
#: "Ada Tullow has also co-founded Acme", "who owns Acme".
_DOES = re.compile(
    r"(?:,\s\d\d)?,?\s(?:who\s)?(?:(?:has|had|also|first|later|previously|and|then|originally|already|next)\s){0,3}"
    r"(?P<verb>(?:co-?)?founded)\s(?:the\s|his\s|her\s)?"
)
_OWNS = re.compile(r",\s(?:who\s)(?:also\s|now\s|still\s)?(?P<verb>(?:co-)?owns)\s(?:(?:and|&)\s[a-z]+\s)?(?:the\s)?")
#: How far before the verb its organisation stands, and how many sentences back "it" finds one.
REACH, BACK = 190, 2


class Founders:
    """Reads the sentences that hold a verb of founding or owning."""

    def __init__(self, posts: Posts):
        self.posts, self.text, self.resolution = posts, posts.text, posts.resolution

    def find(self, number: int, sentence: Sentence, people: list[Person]) -> Iterator[Draft]:
        """The drafts of one sentence."""
        if not people or not _WORTH.search(self.text, sentence.start, sentence.end):
            return
        if _LONG_AGO.search(self.text, sentence.start, sentence.end):
            return
        named = [p for p in people if not HE.fullmatch(self.text, *p[:2])]
        for match in _BY.finditer(self.text, sentence.start, sentence.end):
            yield from self._by(number, sentence, named, match)
        for person in people:
            for pattern in (_DOES, _OWNS):
                match = pattern.match(self.text, person[1], sentence.end)
                if match and (body := self._firm_at(match.end(), sentence.end)):
                    yield self._draft(number, person[2], body, match)

    def _by(self, number: int, sentence: Sentence, people: list[Person], match: re.Match[str]) -> Iterator[Draft]:
        """ "owned by": who is named behind it, and the organisation before it or behind the names."""
        owners = self._owners(match.end(), people)
        if not owners:
            return
        if match.start() == sentence.start:
            body = self._behind(number, sentence, owners[-1][1])
        else:
            body = self._before(sentence, match)
        for person in owners if body else ():
            yield self._draft(number, person[2], body, match)

    def _owners(self, start: int, people: list[Person]) -> list[Person]:
        """Those named behind "by": none where a title stands before the first, which tells the post."""
        first = next((p for p in people if p[0] >= start), None)
        if first is None or not _WHOSE.fullmatch(self.text, start, first[0]):
            return []
        if self.resolution.overlapping(start, first[0]) or self._is_titled(start, first[0]):
            return []
        found, end = [first], first[1]
        for person in people:
            if person[0] > end and _JOINED.fullmatch(self.text, end, person[0]):
                found.append(person)
                end = person[1]
        return found

    def _is_titled(self, start: int, end: int) -> bool:
        """Whether a title that is held stands right before a name: "by CEO Ada Tullow"."""
        titles, words = self.posts.titles, self.text[start:end].split()
        if not words or titles.past_words & {word.lower() for word in words}:
            return False
        place = titles.ending(self.text[start:end])
        return place is not None and not titles.is_staff(place)

    def _behind(self, number: int, sentence: Sentence, end: int) -> str | None:
        """The organisation behind the names, or that of "it" in the sentences before."""
        if _THEN_IT.match(self.text, end, sentence.end):
            for back in range(1, BACK + 1):
                earlier = self.posts.sentences[number - back] if number >= back else None
                if earlier and (found := self._firms(earlier.start, earlier.end)):
                    return found[0][2]
            return None
        for low, _, party in self._firms(end, min(sentence.end, end + REACH)):
            if low >= end and _THEN_BODY.fullmatch(self.text, end, low):
                return party
        return None

    def _before(self, sentence: Sentence, match: re.Match[str]) -> str | None:
        """The organisation that is the subject of the verb."""
        start = max(sentence.start, match.start() - REACH)
        for _, high, party in reversed(self._firms(start, match.start())):
            if _IS_OWNED.fullmatch(self.text, high, match.start()):
                return party
        return None

    def _firm_at(self, start: int, end: int) -> str | None:
        """The company or organisation named at `start`."""
        return next(
            (
                party
                for low, high, party in self._firms(start, min(end, start + 2))
                if low == start and not self.text.startswith(("'", "’"), high)
            ),
            None,
        )

    def _firms(self, start: int, end: int) -> list[tuple[int, int, str]]:
        return [
            (low, high, party)
            for low, high, party, _ in self.resolution.overlapping(start, end)
            if low >= start and self.resolution.kind(party) in ("company", "organization")
        ]

    def _draft(self, number: int, person: str, body: str, match: re.Match[str]) -> Draft:
        verb = match["verb"].lower()
        founded = verb.endswith("ed") and "own" not in verb
        title = ("co-" if verb.startswith("co") else "") + ("founder" if founded else "owner")
        rule = "position.founded" if match.re is _DOES else "position.owned"
        cues = [Span(*match.span("verb"))]
        keys = {"title": title, "change": "holds"}
        return Draft("position", number, rule, person, body, status="ongoing", score=0.9, keys=keys, cues=cues)


def told_otherwise(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the article gives a founder or owner a post at the organisation that says as much: one with the word in
    it, for "She founded Acme" any post there.
    """
    if not draft.rule.startswith(("position.founded", "position.owned")):
        return False
    word = draft.keys["title"].removeprefix("co-")
    return any(
        (d.subject, d.object) == (draft.subject, draft.object)
        and not d.rule.startswith(("position.founded", "position.owned"))
        and (draft.rule == "position.founded" or word in d.keys["title"].lower())
        for d in drafts
    )
