"""Which organisation a title without one belongs to: the one that the article, or the passage, is about.

"CEO Ada Tullow said": of the company named first and most; where two are spoken of alike, of the one named lately.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...find.words import places
from ...mentions import Sentence

if TYPE_CHECKING:
    from ...resolve import Resolution

#: Who is named first weighs so much more, and the foremost party must outweigh the next so many times.
FIRST, CLEAR = 3.0, 1.3
#: So near its beginning a sentence is about whom it names.
OPENS = 14
#: So many characters before a sentence the one of several that is spoken of must be named.
BACK = 500
#: Titles that a state, court or ministry has none of, and those that only a town or county has.
_PRIVATE = re.compile(
    r"(?i)\b(?:ceo|cfo|coo|cto|chief\s(?:executive|financial|operating|technology|marketing)|founder|owner|managing"
    r"\s(?:director|partner)|finance\s(?:director|chief)|chairman|chairwoman|vice\spresident|[es]?vp)\b"
)
_OF_SCHOOLS = re.compile(r"(?i)(?:trustee|superintendent)\b")
#: "Human Services Secretary": no company has one.
_OF_STATES = re.compile(
    r"(?!(?:Company|Corporate|Press|General|Executive|Recording|Assistant|Legal|Private|Group)\b)[A-Z].*\sSecretary$"
)
_MUNICIPAL = re.compile(r"(?i)\b(?:city|county|town|municipal|police|fire|borough)\s")
_TOWN = re.compile(r"\b(?:City|County|Town|Borough|Municipality|Council|Police)\b")
_STATE = re.compile(
    r"\b(?:Government|government|Ministry|Department|Court|Senate|House|Parliament|Congress|Treasury|Police|Cabinet|Army|Navy"
    r"|Administration|Embassy)\b"
)


#: Titles, and the words in the names of those that have them, which are preferred where there are any.
_PREFERRED = (
    (re.compile(r"(?i)\b(?:superintendent|trustee)\b"), re.compile(r"\b(?:School|Schools|Education|Academy|ISD)\b")),
    (
        re.compile(r"(?i)\b(?:nursing|medical|clinical)\s(?:officer|director)\b|\bchief\s(?:nurse|physician)\b"),
        re.compile(r"\b(?:Health\w*|Hospitals?|Medical|Medicine|Clinics?|Care|Infirmary)\b"),
    ),
)
_UNION = re.compile(
    r"\b(?<!Credit )(?<!European )(?:Unions?|Workers|Teamsters|Guild|Brotherhood)\b"
    r"|\b(?:Nurses|Teachers)['’]?\s(?:Association|United)\b"
)
_OF_NO_UNION = re.compile(r"(?i)\bchief\s\w+\sofficer\b|\bsuperintendent\b")
_COUNCIL = re.compile(r"\b(?:City|Town|Borough|Village)\b.*\b(?:Council|Commission|Board)\b|^\w+ Council$")

#: Public bodies that have a chief executive and a chairman as firms do.
_RUN_AS_FIRM = re.compile(
    r"\b(?:Board|Trust|Agency|Corporation|Hospital|Service|Fund|Railways?|Post)\b(?! of (?:Education|Elections))"
)

#: What a quotation opens with, and ", which runs ovens, said " behind who said something before it.
_QUOTES = re.compile(r"[“\"‘']")
_SAYS = re.compile(
    r"(?:,\s[^“”\"]{3,160}?,)?\s(?:(?:has|have|had|also)\s)?(?:said|says|welcomed|condemned|called|warned)\b"
)
#: Before whom somebody is hired from: "joins from Acme as", "formerly of Acme".
_FROM = re.compile(r"\b(?:from|(?:formerly|previously|lately|late|most\srecently)\s(?:of|at|with))\s(?:the\s)?$")


class Topics:
    """Weighs the organisations of one article."""

    def __init__(self, text: str, sentences: list[Sentence], resolution: Resolution):
        self.text, self.sentences, self.resolution = text, sentences, resolution
        self._names = {party.id: party.name for party in resolution.parties}
        self._bodies = [
            (start, party)
            for start, _, party, _ in resolution.mentions
            if resolution.kind(party) != "person" and party not in resolution.sources
        ]
        self._mentions = [m[:3] for m in resolution.mentions if resolution.kind(m[2]) != "person"]
        self._weights: dict[str, float] = {}
        for _, party in self._bodies:
            self._weights[party] = self._weights.get(party, 0.0) + 1.0

    def owner(self, title: str, start: int, at: int) -> str | None:
        """The organisation of a title at `at` in the sentence that begins at `start`; None if unclear."""
        old = {p for low, p in self._bodies if start <= low < at and _FROM.search(self.text, max(start, low - 24), low)}
        fitting = {p: weight for p, weight in self._weights.items() if p not in old and self._fits(title, p)}
        for wanted, name in _PREFERRED:
            if wanted.search(title) and (named := [p for p in fitting if name.search(self._names[p])]):
                fitting = {p: fitting[p] for p in named}
        here = list(dict.fromkeys(p for low, p in self._bodies if start <= low < at and p in fitting))
        opens = any(start <= low <= start + OPENS and p in here for low, p in self._bodies)
        if len(here) == 1 and opens:
            return here[0]
        if (first := next((p for _, p in self._bodies if p in fitting), None)) is not None:
            fitting[first] += FIRST
        said = None if _PRIVATE.search(title) else self._sayer(start)
        if said in fitting and not here:
            return said
        ranked = sorted(fitting, key=lambda party: (-fitting[party], party))
        if not ranked:
            return None
        if len(ranked) > 1 and fitting[ranked[0]] < CLEAR * fitting[ranked[1]]:
            rivals = {p for p in ranked if fitting[p] * CLEAR > fitting[ranked[0]]}
            return self._lately(rivals, start, at)
        return ranked[0]

    def family(self, person: str) -> str | None:
        """The company that bears the family name of somebody, where one or its arms do: "Sir Ada Tullow, who is
        chairman" of Tullow & Sons.
        """
        words = self._names.get(person, "").split()
        if len(words) < 2:
            return None
        firms = [p for p in self._weights if self.resolution.kind(p) == "company"]
        bearing = [p for p in firms if words[-1] in self._names[p].split()]
        return max(bearing, key=lambda p: self._weights[p], default=None)

    def _sayer(self, start: int) -> str | None:
        """The organisation that says something in the sentence before a quotation at `start`: "Acme, which runs ovens,
        said it was glad. “We won,” national director Ada Tullow said."
        """
        if not _QUOTES.match(self.text, start):
            return None
        before = [s for s in self.sentences if s.start < start][-1:]
        for low, high, party in self._mentions if before else ():
            if before[0].start <= low <= before[0].start + 4:
                return party if _SAYS.match(self.text, high, before[0].end) else None
        return None

    def _lately(self, rivals: set[str], start: int, at: int) -> str | None:
        """That of the rivals which this sentence or the nearest one before it names first."""
        begins = [s.start for s in self.sentences if start - BACK <= s.start <= start]
        for low, high in zip(reversed(begins), [at, *reversed(begins)], strict=False):
            named = [party for place, party in self._bodies if low <= place < high and party in rivals]
            if named:
                return named[0]
        return None

    def _fits(self, title: str, party: str) -> bool:
        kind, name = self.resolution.kind(party), self._names[party]
        if _OF_NO_UNION.search(title) and _UNION.search(name) and kind == "organization":
            return False
        if _OF_SCHOOLS.match(title) and _COUNCIL.search(name):
            return False
        if _MUNICIPAL.match(title):
            return kind == "public_body" and (_TOWN.search(name) is not None or name.lower() in places())
        if kind == "company" and (_OF_SCHOOLS.match(title) or _OF_STATES.match(title)):
            return False
        if kind == "public_body" and (name.lower() in places() or _STATE.search(name)):
            return False
        return kind != "public_body" or not _PRIVATE.search(title) or _RUN_AS_FIRM.search(name) is not None

