"""Whose post a title without an organisation is: "Finance director Ada Tullow said", "its chairman, Tom Rey"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...mentions import Sentence, Span
from ..chooser import WEIGHTS, Chooser, Question
from .suits import preferred, suits

if TYPE_CHECKING:
    from ...resolve import Resolution
    from .posts import Body

#: So many characters behind a title the name of its bearer begins.
NEXT_TO = 6
#: Sorts of titles; a title is of the first that it shows.
TITLES = tuple(
    re.compile(words, re.I)
    for words in (
        r"\b(?:judge|justice|magistrate)\b", r"\b(?:mayor|council|alder|sheriff|commissioner)",
        r"minist|\bsecretary of\b|\bgovernor\b|\bsenator\b|\bmp\b|\brep(?:resentative)?\b|\bpremier\b|\bspeaker\b",
        r"\b(?:lawyer|attorney|counsel|solicitor|barrister)\b",
        r"\b(?:professor|dean|provost|lecturer|chancellor|rector)\b", r"spokes",
        r"\b(?:analyst|economist|strategist)\b",
        r"\b(?:editor|reporter|correspondent|columnist|journalist)\b", r"administrator|receiver|liquidator|trustee",
        r"founder|\bowner\b|promoter", r"\bchair", r"\bpresident\b|\b[es]?vp\b",
        r"chief exec|\bceo\b|managing director|\bmd\b|\bboss\b",
        r"\bc[fot]o\b|chief|finance director|treasurer|controller", r"\bpartner\b", r"\bcoach|manager\b",
        r"\bdirector\b",
        r"\bhead\b|\bleader\b", r"member", r"officer|secretary",
    )
)  # fmt: skip

#: A title, where its bearer has it, and where the article says so.
Told = tuple[str, "Body | None", Span]


class PostChooser(Chooser):
    """Weighs the organisations of one article for its titles."""

    sorts = TITLES
    weights = WEIGHTS / "employers.json"

    def __init__(self, text: str, sentences: list[Sentence], resolution: Resolution, told: Mapping[str, Told]):
        super().__init__(text, sentences, resolution)
        #: The posts that the article has told so far, by person.
        self._told = told

    def of(self, title: str, at: int, ruled: str | None) -> str | None:
        """The organisation that a title at `at` belongs to, where the rules take `ruled`; None if that is not sure."""
        number, end = self.sentence(at), at + len(title)
        return self.choose(Question(number, at, end, self._person(number, at, end), ruled))

    def _person(self, number: int, start: int, end: int) -> str | None:
        """The person named right behind a title, else the one named last before it in its sentence."""
        sentence = self.sentences[number]
        people = [
            m
            for m in self.resolution.overlapping(sentence.start, sentence.end)
            if self.resolution.kind(m[2]) == "person"
        ]
        behind = next((m[2] for m in people if end <= m[0] <= end + NEXT_TO), None)
        return behind or next((m[2] for m in reversed(people) if m[1] <= start), None)

    def able(self, question: Question, parties: list[str]) -> list[str]:
        """No company that cannot have somebody of that title (of other organisations the trees may know better); and
        those alone that are preferred for it, if there are any.
        """
        words, kind = self.text[question.start : question.end], self.resolution.kind
        odd = {p for p in parties if kind(p) == "company" and not suits(words, "company", self.names[p])}
        return preferred(words, {party: self.names[party] for party in parties if party not in odd})

    def past(self, question: Question, party: str) -> list[int]:
        """Whether a title suits an organisation, whether somebody else has it there, how many others have a post."""
        words = self.text[question.start : question.end]
        others = [told for person, told in self._told.items() if told[1] == party and person != question.person]
        held = any(told[0].lower() == words.lower() for told in others)
        return [int(suits(words, self.resolution.kind(party), self.names[party])), int(held), min(len(others), 5)]
