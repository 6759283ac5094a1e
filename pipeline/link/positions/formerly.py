"""Where somebody was before, told without a title: "said Ada Tullow, chief executive of Acme, formerly of Boyle",
"Tom Rey, hired from Acme in 2019", "Boyle lured Ada Tullow from Acme".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...mentions import Sentence, Span
from ..draft import Draft
from .posts import Person, Posts

FORMERLY, CAME_FROM = "position.formerly", "position.came-from"
#: Words that may describe an organisation before its name: "the pensions trust", "rival".
_OF_SORT = (
    r"(?:(?:the|its|rival|arch-rival|fellow|local|listed|nearby)\s)?(?:[A-Z][a-z]+-based\s)?"
    r"(?:(?!(?:of|and|or|as|with|to|in|on|for|at|by|from|over|under|than|that|who|which|near|like|said)\b)[a-z]+"
    r"(?:-[a-z]+)?\s){0,3}"
)
_CUE = re.compile(
    r",\s(?P<cue>(?:formerly|previously|latterly|lately|most\srecently)(?=\s(?:of|at|with)\s)|late(?=\sof\s))\s\w+\s"
    rf"{_OF_SORT}(?=[A-Z0-9])"
)
_TAKEN = r"(?:hired|poached|recruited|lured|headhunted|snatched|tempted|prised|drafted|brought\sin|drafted\sin)"
_WHEN = r"(?P<when>\s(?:(?:in|last|this|on|earlier)\s(?:[A-Za-z]+\s)?(?:[A-Za-z]+|\d{4})|a\s(?:year|month)\sago))?"
#: Behind a name: ", hired in March from", ", who joined from", " came to Acme in 1997 from".
_MOVED = re.compile(
    rf"(?:,\s(?:who\s(?:was\s|had\sbeen\s|has\sbeen\s|were\s)?)?(?P<cue>{_TAKEN})(?:\saway)?"
    r"|(?:,\swho|\sherself|\shimself)?\s(?P<came>(?:joined|arrived|came|moved|switched|transferred)(?:\sover)?"
    r"(?:\sto\s(?:the\s)?[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,3})?))"
    rf"{_WHEN}\sfrom\s{_OF_SORT}(?=[A-Z0-9])"
)
#: Before a name: "has lured", and what follows it: " from".
_TOOK = re.compile(
    rf"\b(?P<cue>{_TAKEN}|hires|poaches|recruits|lures|poaching|hiring|luring|recruiting)\s(?:[\w’'-]+\s){{0,5}}$"
)
_AWAY = re.compile(rf"(?:,\s\d\d,)?(?:\saway)?{_WHEN}\sfrom\s{_OF_SORT}(?=[A-Z0-9])")
#: Before a name that only goes with what is told: "support for Ada Tullow came from Acme".
_WITH = re.compile(r"\b(?:for|to|on|of|against|with|by|about|over|behind|and|or)\s(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?$")
#: What shows behind the name that a place, event or time is meant.
_NO_BODY = re.compile(r"['’]s\s(?:rivals?|competitors?)\b")
#: How far behind the person's name "formerly of" may stand.
REACH = 120


class Formerly:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts):
        self.posts = posts

    def find(
        self, number: int, sentence: Sentence, people: Sequence[Person], told: Sequence[Draft]
    ) -> Iterator[Draft]:
        """The posts that people have left, but those of which `told` has more."""
        known = {(draft.subject, draft.object) for draft in told}
        for draft in [*self._formerly(number, sentence, people), *self._moved(number, sentence, people)]:
            if (draft.subject, draft.object) not in known:
                known.add((draft.subject, draft.object))
                yield draft

    def _formerly(self, number: int, sentence: Sentence, people: Sequence[Person]) -> Iterator[Draft]:
        """ "Ada Tullow, chief executive of Acme, formerly of Boyle"."""
        for cue in _CUE.finditer(self.posts.text, sentence.start, sentence.end):
            before = [p for p in people if p[1] <= cue.start() and cue.start() - p[1] <= REACH]
            body = self._body(cue.end(), sentence)
            if body and before:
                yield self._draft(number, FORMERLY, before[-1][2], body, Span(*cue.span("cue")))

    def _moved(self, number: int, sentence: Sentence, people: Sequence[Person]) -> Iterator[Draft]:
        """ "Ada Tullow, hired in March from Boyle", "Acme lured Ada Tullow from Boyle"."""
        text = self.posts.text
        if text.find(" from ", sentence.start, sentence.end) < 0:
            return
        for start, end, person in people:
            took = _TOOK.search(text, max(sentence.start, start - 60), start)
            cue = _MOVED.match(text, end, sentence.end) or (took and _AWAY.match(text, end, sentence.end))
            body = self._body(cue.end(), sentence) if cue else None
            if not cue or not body:
                continue
            if cue.re is _MOVED and cue["came"] and _WITH.search(text, max(sentence.start, start - 14), start):
                continue
            span = Span(*(took.span("cue") if took and cue.re is _AWAY else cue.span("cue" if cue["cue"] else "came")))
            draft = self._draft(number, CAME_FROM, person, body, span)
            draft.date = self.posts.date(sentence, span.end)
            yield draft

    def _body(self, at: int, sentence: Sentence) -> str | None:
        """The organisation whose name begins at an offset."""
        named = self.posts.resolution.overlapping(at, min(sentence.end, at + 1))
        found = next((m for m in named if m[0] == at and self.posts.is_body(m[2])), None)
        return None if found is None or _NO_BODY.match(self.posts.text, found[1]) else found[2]

    @staticmethod
    def _draft(number: int, rule: str, person: str, body: str, cue: Span) -> Draft:
        return Draft(
            "position", number, rule, subject=person, object=body, status="completed",
            keys={"change": "left"}, cues=[cue], score=0.8,
        )  # fmt: skip
