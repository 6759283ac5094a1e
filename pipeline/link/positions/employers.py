"""Where somebody worked, told without a title: "began her career at Acme", "after ten years with Acme and Boyle"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...mentions import Sentence, Span
from ..draft import Draft
from .posts import Person, Posts
from .several import Several

EMPLOYER, JOINED = "position.employer", "position.joined"

_JOBS = r"(?:roles?|positions?|posts?|jobs|stints?|tenures?|internships?|spells?|time)"
_WORDS = r"(?:(?!(?:and|with|to|on|that|who|closely|hard|directly|tirelessly)\b)[\w’/&-]+\s)"
#: "worked in lending at", "went on to work for".
_WORKED = re.compile(
    r"\b(?P<lead>(?:(?:has|have|had|previously|also|later|first|formerly|earlier|once|went\son\sto)\s){0,3})"
    rf"(?P<cue>worked|(?<=went\son\sto\s)work|interned|trained|practi[cs]ed)\s{_WORDS}{{0,7}}?(?:at|for)\s"
)
#: "began her banking career with", "starting his career in sales at".
_BEGAN = re.compile(
    r"\b(?P<cue>(?:began|begun|beginning|start(?:ed|ing)|launched)\s(?:his|her|a|the)\s(?:[\w-]+\s){0,4}?career)\s"
    r"(?:(?!(?:and|that|who)\b)[\w’/&-]+\s){0,9}?(?:at|with)\s"
)
#: "spent ten years at", "after a 15-year tenure at", "during her years with", "prior to her time at".
_SPENT = re.compile(
    r"\b(?P<cue>(?:(?<!has\s)(?<!have\s)spent|spending|(?:[Aa]fter|[Ff]ollowing|[Dd]uring|[Pp]rior\sto|[Bb]efore))\s"
    r"(?:(?!(?:and|that|who|the\snext|next)\b)[\w’+-]+\s){0,6}?(?:years?|decades?|career|tenure|stint|spell|time))\s"
    r"(?:(?:in|as|on)\s[^,.;:]{2,40}?\s)?(?:at|with)\s"
)
#: "her career began with roles at", "whose experience includes stints at".
_THEIRS = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|whose)|['’]s)\s(?:[\w-]+\s){0,4}?(?:career|experience|background|r[ée]sum[ée])\s(?:also\s)?"
    rf"(?P<cue>began|started|includ(?:es|ed)|spans|spanned)\s(?:[^.;]{{0,50}}?\b{_JOBS}\s)?(?:in\s[\w\s]{{2,30}}?\s)?(?:at|with)\s"
)
#: "held senior scientific roles at", "has held a number of positions with": of what sort they are is any word.
_HELD = re.compile(
    rf"\b(?P<cue>held|holding)\s(?:(?!(?:and|that|who)\b)[\w-]+,?\s(?:and\s)?){{0,6}}?{_JOBS}\s"
    r"(?:in\s[^.;:]{2,40}?\s)?(?:at|with)\s"
)
_PATTERNS = (_WORKED, _BEGAN, _SPENT, _THEIRS, _HELD)
#: Before the first organisation of a list.
_SUCH_AS = re.compile(r"(?:(?:[a-z-]+\s){0,4}(?:such\sas|like|including)\s)?(?:(?:both|the)\s)?")
_BEFORE_NOW = re.compile(r"\b(?:[Pp]revious|[Pp]reviously|[Ff]ormerly|[Ee]arlier|[Pp]rior|[Bb]efore|[Pp]ast|once)\b")
#: Places of study, where years are spent without a post.
_STUDY = re.compile(r"\b(?:University|College|School|Institute|Academy)\b")
#: "joined Acme in 2017".
_JOINED_IN = re.compile(r"\s(?:who\s)?(?:first\s|originally\s)?(?P<cue>joined)\s(?:the\s)?")
_IN_YEAR = re.compile(r"\s(?:(?:team|staff|firm|group)\s)?(?:back\s)?in\s(?:[\w]+\s){0,2}?(?:19|20)\d\d\b")


class Employers:
    """Reads one sentence after another."""

    def __init__(self, posts: Posts, several: Several):
        self.posts, self.several = posts, several

    def find(
        self, number: int, sentence: Sentence, people: Sequence[Person], told: Sequence[Draft]
    ) -> Iterator[Draft]:
        """The employers that people had, but those at whom `told` has a post of theirs."""
        known = {(draft.subject, draft.object) for draft in told}
        for pattern in _PATTERNS:
            for cue in pattern.finditer(self.posts.text, sentence.start, sentence.end):
                bodies = self._bodies(cue, sentence)
                person = self._person(number, sentence, cue, people) if bodies else None
                if person is None or not self._is_over(cue, sentence, bodies):
                    continue
                for body in bodies:
                    if (person, body) not in known:
                        known.add((person, body))
                        yield self._draft(number, EMPLOYER, person, body, "left", cue)
        yield from self._joined(number, sentence, people, told)

    def _draft(self, number: int, rule: str, person: str, body: str, change: str, cue: re.Match[str]) -> Draft:
        return Draft(
            "position", number, rule, subject=person, object=body, status="completed",
            keys={"change": change}, cues=[Span(*cue.span("cue"))], score=0.7,
        )  # fmt: skip

    def _bodies(self, cue: re.Match[str], sentence: Sentence) -> list[str]:
        """The organisations listed behind a cue."""
        first = self._first(cue.end(), sentence)
        if first is None:
            return []
        low, high, party, _ = first
        if cue.re is _SPENT and _STUDY.search(self.posts.text, low, high):
            return []
        bodies = [party]
        for other, start, _ in self.several.listed(high, sentence):
            if self.posts.text.endswith(", the ", high, start):
                break  # "at Acme, the Boyle family office"
            bodies.append(other)
        return bodies

    def _first(self, at: int, sentence: Sentence) -> tuple[int, int, str, str] | None:
        """The organisation named right behind `at`, or behind "firms such as" there."""
        for mention in self.posts.resolution.overlapping(at, sentence.end):
            if mention[0] < at or not _SUCH_AS.fullmatch(self.posts.text, at, mention[0]):
                return None
            _, high, party, form = mention
            owns = self.posts.text.startswith(("'", "’"), high)
            return mention if form == "name" and self.posts.is_body(party) and not owns else None
        return None

    def _person(
        self, number: int, sentence: Sentence, cue: re.Match[str], people: Sequence[Person]
    ) -> str | None:
        """Whose employer it was: the one named last before the cue, else the one spoken of or named behind."""
        before = [p for p in people if p[1] <= cue.end("cue")]
        if before:
            return before[-1][2]
        if cue.re in (_THEIRS, _HELD):
            return self.posts.spoken_of(number)
        behind = [p for p in people if p[0] >= cue.end()]
        return behind[0][2] if behind and cue.re is _SPENT else None

    def _is_over(self, cue: re.Match[str], sentence: Sentence, bodies: list[str]) -> bool:
        """Whether who "has worked at Acme" works there no more: several are named, or a word says so."""
        if cue.re not in (_WORKED, _HELD) or len(bodies) > 1:
            return True
        lead = self.posts.text[max(sentence.start, cue.start() - 24) : cue.start("cue")]
        return not re.search(r"\b(?:has|have)\b", lead) or bool(
            _BEFORE_NOW.search(self.posts.text, sentence.start, cue.start("cue"))
        )

    def _joined(
        self, number: int, sentence: Sentence, people: Sequence[Person], told: Sequence[Draft]
    ) -> Iterator[Draft]:
        """ "Ada Tullow joined Acme in 2017": a post, though not which, unless the sentence says it."""
        taken = {(d.subject, d.object) for d in told if d.sentence == number}
        for person in people:
            cue = _JOINED_IN.match(self.posts.text, person[1], sentence.end)
            first = self._first(cue.end(), sentence) if cue else None
            if cue and first and (person[2], first[2]) not in taken and _IN_YEAR.match(self.posts.text, first[1]):
                draft = self._draft(number, JOINED, person[2], first[2], "appointed", cue)
                draft.date = self.posts.date(sentence, first[1])
                yield draft
