"""Which organisation a title without one belongs to: the one that the article, or the passage, is about.

"CEO Ada Tullow said": of the company named first and most; where two are spoken of alike, of the one named lately.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...mentions import Sentence
from .chooser import PostChooser
from .suits import is_private, preferred, suits

if TYPE_CHECKING:
    from ...resolve import Resolution

#: Who is named first weighs so much more, and the foremost party must outweigh the next so many times.
FIRST, CLEAR = 3.0, 1.3
#: So near its beginning a sentence is about whom it names.
OPENS = 14
#: So many characters before a sentence the one of several that is spoken of must be named.
BACK = 500
#: What a quotation opens with, and ", which runs ovens, said " behind who said something before it.
_QUOTES = re.compile(r"[“\"‘']")
_SAYS = re.compile(
    r"(?:,\s[^“”\"]{3,160}?,)?\s(?:(?:has|have|had|also)\s)?(?:said|says|welcomed|condemned|called|warned)\b"
)
#: Before whom somebody is hired from: "joins from Acme as", "formerly of Acme".
_FROM = re.compile(r"\b(?:from|(?:formerly|previously|lately|late|most\srecently)\s(?:of|at|with))\s(?:the\s)?$")


class Topics:
    """Weighs the organisations of one article."""

    def __init__(self, text: str, sentences: list[Sentence], resolution: Resolution, chooser: PostChooser):
        self.text, self.sentences, self.resolution, self._chooser = text, sentences, resolution, chooser
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
        return self._chooser.of(title, at, self._by_rule(title, start, at))

    def _suits(self, title: str, party: str) -> bool:
        return suits(title, self.resolution.kind(party), self._names[party])

    def _by_rule(self, title: str, start: int, at: int) -> str | None:
        old = {p for low, p in self._bodies if start <= low < at and _FROM.search(self.text, max(start, low - 24), low)}
        fitting = {p: weight for p, weight in self._weights.items() if p not in old and self._suits(title, p)}
        fitting = {p: fitting[p] for p in preferred(title, {p: self._names[p] for p in fitting})}
        here = list(dict.fromkeys(p for low, p in self._bodies if start <= low < at and p in fitting))
        opens = any(start <= low <= start + OPENS and p in here for low, p in self._bodies)
        if len(here) == 1 and opens:
            return here[0]
        if (first := next((p for _, p in self._bodies if p in fitting), None)) is not None:
            fitting[first] += FIRST
        said = None if is_private(title) else self._sayer(start)
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
