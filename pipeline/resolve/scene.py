"""The named mentions of an article, as references look at them: in which sentence, of whom, how often."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right

from ..find.words import PartyWords
from ..mentions import Sentence
from .clusters import Clusters
from .draft import Draft

#: How many sentences back the antecedent of a noun may stand; that of a pronoun, one less.
REACH = 3
#: Set phrases of press releases, in small letters; one that opens a line, too.
_RELEASE = re.compile(
    r"is pleased to announce\b|today announced\b|announced today\b|forward-looking statements\b"
    r"|about (?<=\nabout )[a-z]"
)
_SOURCE = re.compile(
    r"(?:according to|analysts? (?:at|from|with)|(?:data|figures|estimates|forecasts) (?:by|from|of)|compiled by"
    r"|polled by|survey(?:ed)? by|reported by|filing (?:to|with)|listed on) (?:the )?$"
)
Span = tuple[int, int]


class Scene:
    """The parties of one article before its references are resolved."""

    def __init__(
        self, text: str, sentences: list[Sentence], drafts: list[Draft], clusters: Clusters, words: PartyWords
    ):
        self.text, self.sentences, self.drafts, self.words = text, sentences, drafts, words
        self.defined: dict[str, Draft] = {}
        for defined, key in clusters.defined:
            owner = next((d for d in drafts if any(clusters.key(n.text) == key for n in d.names)), None)
            if owner is not None:
                self.defined.setdefault(defined.removeprefix("the ").removeprefix("The "), owner)
        self.spans = sorted((span, number) for number, draft in enumerate(drafts) for span in draft.mentions)
        self._starts = [span[0] for span, _ in self.spans]
        self._begins = [sentence.start for sentence in sentences]
        self.main = self._main()
        others = [len(draft.mentions) for draft in drafts if draft.kind == "company" and draft is not self.main]
        #: Whether the main company is named more often than any other.
        self._named_most = self.main is not None and len(self.main.mentions) > max(others, default=0)
        self.release = bool(self.defined) or _is_release(text)

    def _main(self) -> Draft | None:
        """The company that the article is about: most mentions, those in the first lines counting
        three times.
        """
        companies = [d for d in self.drafts if d.kind == "company"]
        if not companies:
            return None
        return max(companies, key=lambda d: (sum(3 if start < 300 else 1 for start, _ in d.mentions), -d.first))

    def sentence(self, at: int) -> int | None:
        """The number of the sentence that holds an offset."""
        number = bisect_right(self._begins, at) - 1
        return number if number >= 0 and at < self.sentences[number].end else None

    def between(self, start: int, end: int) -> list[tuple[Span, int]]:
        """The named mentions that start in [start, end), with the numbers of their parties."""
        return self.spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def starting(self, at: int) -> list[tuple[Span, int]]:
        """The named mentions that start at an offset."""
        return self.between(at, at + 1)

    def ending(self, at: int) -> list[tuple[Span, int]]:
        """The named mentions that end at an offset."""
        return [(span, n) for span, n in self.between(at - 120, at) if span[1] == at]

    def exchange(self, number: int) -> bool:
        """Whether a party is an exchange or an outlet, which references seldom mean."""
        return any(
            "exchange" in c.reasons or "media" in c.reasons
            for name in self.drafts[number].names
            for c in name.candidates
        )

    def last_subject(self, at: int, pool: list[int]) -> Draft | None:
        """The party of the pool that the sentence before names first, where none is named in that of `at` before it."""
        here = self.sentence(at)
        if not here or any(n in pool for _, n in self.between(self.sentences[here].start, at)):
            return None
        sentence = self.sentences[here - 1]
        inside = [n for _, n in self.between(sentence.start, sentence.end) if n in pool]
        return self.drafts[inside[0]] if inside else None

    def is_source(self, start: int) -> bool:
        """Whether a party is named only for what it tells of another ("according to Acme", "analysts at Acme")."""
        return _SOURCE.search(self.text, max(0, start - 40), start) is not None

    def _weight(self, number: int) -> float:
        """What a party weighs as an antecedent wherever it is named: by how often, and more if the article is its."""
        draft = self.drafts[number]
        return OFTEN * math.log(len(draft.mentions)) + (MAIN if draft is self.main and self._named_most else 0.0)

    def salient(self, at: int, pool: list[int]) -> Draft | None:
        """The party of the pool that stands out most before `at`: named lately, first in its sentence, often."""
        here = self.sentence(at)
        if here is None:
            return None
        scores: dict[int, float] = {}
        for back in range(min(REACH, here) + 1):
            sentence = self.sentences[here - back]
            mentions = self.between(sentence.start, min(sentence.end, at))
            inside = [n for (start, _), n in mentions if n in pool and not self.is_source(start)]
            for place, n in enumerate(dict.fromkeys(inside)):
                scores[n] = max(scores.get(n, 0.0), (FIRST if place == 0 else OTHER) / (back + 1))
        if not scores:
            return None
        best = max(scores, key=lambda n: (scores[n] + self._weight(n), -n))
        return self.drafts[best]


#: What it weighs to be named first in a sentence, later in it, and (times the logarithm of the number) often.
FIRST, OTHER, OFTEN = 3.0, 1.0, 0.7
#: What it weighs to be the company that the article is about.
MAIN = 1.4


def _is_release(text: str) -> bool:
    """Whether an article is a press release by its set phrases."""
    small = "\n" + text.lower()
    return any(not small[match.start() - 1].isalnum() for match in _RELEASE.finditer(small))
