"""Finds names that may be a party, each with the evidence for what it is.

The finder decides nothing: it gathers votes (from whichever NER is loaded, from legal forms, titles, tickers,
public-body nouns, verbs and punctuation) and leaves adding them up over the article to `pipeline.resolve`.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..mentions import Article, Entity, Sentence, Span
from ..patterns import Patterns
from ..read.lexicon import Entry, read_lexicon
from .candidates import HONORIFIC, LEXICON, TITLE, PartyCandidate
from .evidence import Evidence
from .fixed import FixedNames
from .forms import Forms
from .notes import Notes
from .roles import Roles
from .scan import Scan
from .titles import Titles
from .trims import Trims
from .words import PartyWords

__all__ = ["PartyCandidate", "PartyFinder"]

#: What is called after a person.
_NAMED_AFTER = frozenset({"Grant", "Scholarship", "Award", "Prize", "Fellowship", "Medal", "Fund"})
#: Forms of address before a name.
_ADDRESS = Scan(
    r"\b(Messrs|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Shri|Smt|Sheikh|Baroness)\b\.? (?=[A-Z])",
    sign=r"(?:Messrs|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Shri|Smt|Sheikh|Baroness)\b\.? [A-Z]",
)


class PartyFinder:
    """Finds candidates in one article at a time; holds word lists only, so it may be shared.

    `lexicon` is a file of the user's own: one party a line, tab-separated name, kind, further names and
    tickers (a ticker is written `$ABCD`). Raises PatternError for a line that is not of that form.
    """

    def __init__(self, patterns: Patterns, lexicon: Path | None = None):
        self.words = PartyWords(patterns)
        self.titles = Titles(patterns)
        self.lexicon = read_lexicon(lexicon) if lexicon else {}

    def find(
        self, article: Article, sentences: list[Sentence], entities: list[Entity], taken: list[Span] = ()
    ) -> list[PartyCandidate]:
        """Candidates in text order, without overlaps. `taken` are spans (money, dates) that outrank names."""
        search = _Search(self.words, self.titles, article.text, sentences, entities, sorted(taken), article.blocks)
        return search.run(self.lexicon)


class _Search(Forms, Notes, FixedNames, Roles, Trims, Evidence):
    """The search through one article."""

    def run(self, lexicon: dict[str, Entry]) -> list[PartyCandidate]:
        """All candidates, in text order and without overlaps."""
        self.datelines = self._datelines()
        self._from_lexicon(lexicon)
        self._from_entities()
        self._from_forms()
        self._from_brackets()
        self._from_split_names()
        self._from_partners()
        self._from_public_bodies()
        self._from_house()
        self._from_families()
        self._from_offices()
        self._from_fixed_names()
        self._from_media()
        self._from_bylines()
        self._from_roles()
        self._from_appositions()
        self._from_lists()
        self._from_countries()
        self._from_own_bodies()
        self.title_spans = self.titles.find(self.tokens.all)
        self._from_titles()
        self._from_honorifics()
        self._from_kin()
        self._from_credits()
        self._from_sources()
        self._from_contacts()
        self._trim_to_known()
        self._without_overlaps()
        self._from_parentheses()
        self._from_tickers()
        self._without_overlaps()
        self._weigh_words()
        return [self.found[key] for key in sorted(self.found)]

    def _from_lexicon(self, lexicon: dict[str, Entry]) -> None:
        if not lexicon:
            return
        options = "|".join(re.escape(name) for name in sorted(lexicon, key=lambda n: (-len(n), n)))
        for match in re.finditer(rf"(?<!\w)(?:{options})(?!\w)", self.text):
            entry = lexicon[match[0]]
            candidate = self._add(match.start(), match.end(), entry.kind, LEXICON, "lexicon")
            if candidate:
                candidate.party = entry.name
                candidate.ticker = match[0] if entry.ticker else None

    def _from_countries(self) -> None:
        """ "Japan's Quill Denryoku": a run of capitals behind a country that no NER marked."""
        tokens = self.tokens.all
        for at in self.tokens.among(("'s", "’s")):
            if not 0 < at < len(tokens) - 2 or not tokens[at + 1].cap or not tokens[at + 2].cap:
                continue
            if self.limits[at - 1] != self.limits[at + 2] or not self.words.is_place(tokens[at - 1].text):
                continue
            end, start = self._name_behind(at + 1), self.starts[at + 1]
            stop = self.ends[end - 1] if end else start
            if end - at < 3 or any(s < stop and start < e for s, e in self.found):
                continue
            if any(self._phrase(self.words.public_heads, n) for n in range(at + 1, end)) or self._orgless(at + 1, end):
                continue
            self._add(start, stop, "org", 0.65, "of a country")

    def _orgless(self, first: int, last: int) -> bool:
        """Whether tokens [first, last) hold a word of things or of departments."""
        words = self.words
        taken = (words.no_heads, words.no_names, words.departments)
        return any(token.text in some for token in self.tokens.all[first:last] for some in taken)

    def _from_honorifics(self) -> None:
        surnames: dict[str, None] = {}
        for match in _ADDRESS.finditer(self.text):
            at = self.tokens.at(match.end())
            end = self._name_end(at)
            if end - at > 2 and self.tokens.all[end - 1].text in _NAMED_AFTER and self._named_alone(at, end - 1):
                end -= 1  # "the Dr. Ada Quill Grant"
            elif end > at and self._of_firm(match, self.ends[end - 1]):
                continue
            if end > at and end - at <= 4:
                whole = self._over_nickname(self.starts[at], self.ends[end - 1])
                self._add(self.starts[at], whole, "person", HONORIFIC, "honorific")
                if end - at == 1:
                    surnames[self.tokens.all[at].text] = None
        known = {c.text.rpartition(" ")[2] for c in self.found.values() if " " in c.text and c.votes["person"]}
        for surname in surnames:
            if surname not in known:
                self._bearer(surname)

    def _over_nickname(self, start: int, end: int) -> int:
        """The end of "Ada (Addie) Quill", of which the walk over capitals sees no more than the given name."""
        if self.text[end : end + 2] not in (" (", ' "', " “", " ‘"):
            return end
        return max((e for (s, e), c in self.found.items() if s == start and c.votes["person"]), default=end)

    def _of_firm(self, address: re.Match[str], end: int) -> bool:
        """Whether a form of address and the name behind it, which ends at `end`, are part of what a NER marked as a
        firm's: "Kerr Dr Quill", "Dr. Quill's Laboratories".
        """
        return any(
            e.label == "ORG" and (e.start < address.start() if e.end <= end else e.start <= address.end())
            for e in self.entities
            if e.start < end and e.end > address.end()
        )

    def _named_alone(self, first: int, last: int) -> bool:
        """Whether tokens [first, last) stand elsewhere by themselves."""
        name = self.text[self.starts[first] : self.ends[last - 1]]
        whole = self.text[self.starts[first] : self.ends[last]]
        return self.text.count(name) > self.text.count(whole)

    def _bearer(self, surname: str) -> None:
        """Add the full name of whom the article calls "Mr Quill", where no NER saw it."""
        tokens = self.tokens.all
        for at in range(1, len(tokens)):
            given = tokens[at - 1]
            if tokens[at].text != surname or self.limits[at] > at - 1:
                continue
            if not given.text.istitle() or len(given.text) < 3:
                continue
            behind = tokens[at + 1] if at + 1 < len(tokens) else None
            joined = behind is not None and behind.cap and self.starts[at + 1] == self.ends[at] + 1
            plain = given.low not in self.words.function and given.text not in self.words.honorifics
            start, end = self.starts[at - 1], self.ends[at]
            if plain and not joined and not self._orgish(at - 1, at) and self._is_free(start, end):
                self._add(start, end, "person", TITLE, "called by a form of address")

    def _is_free(self, start: int, end: int) -> bool:
        """Whether nothing longer than a part of [start, end) is found there."""
        return not any(s < end and start < e and (s < start or e > end) for s, e in self.found)
