"""Who is bound by a term or benefits from it: the parties of its clause, else those of the deal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from spacy.tokens import Token

from ...mentions import Span
from ...nlp import Analysis, Parse

if TYPE_CHECKING:
    from ...resolve import Resolution

#: A term binds at least two.
ENOUGH = 2
#: How many sentences back the deal's parties are looked for.
REACH = 3
_PRONOUNS = frozenset(["it", "its", "they", "their", "them", "he", "she", "his", "her", "him", "we", "our", "us"])


class Bound:
    """Finds the parties of clauses of one article."""

    def __init__(self, analysis: Analysis, resolution: Resolution):
        self._analysis = analysis
        self._resolution = resolution
        self._sources = {id_ for id_ in resolution.sources if resolution.kind(id_) == "organization"}
        self._exchanges = {
            (mention.start, mention.end) for p in resolution.parties if p.id in self._sources for mention in p.mentions
            if analysis.article.text[mention.start - 1 : mention.start] == "("
        }  # fmt: skip

    def of(self, number: int, span: Span, parse: Parse | None, speakers: Iterable[Token]) -> tuple[str, ...]:
        """Party ids for a clause at `span` of sentence `number`, by mention; `speakers` only say it."""
        sentence = self._analysis.sentences[number]
        said = [parse.span([token]) for token in speakers] if parse else []
        found = self._mentioned(span.start, span.end, [])
        found += [p for p in self._pronouns(number, span, parse) if p not in found] if parse else []
        if len(found) < ENOUGH:
            self._add(found, self._mentioned(sentence.start, sentence.end, said))
        for back in range(1, REACH + 1):
            if len(found) >= ENOUGH or number - back < 0:
                break
            earlier = self._analysis.sentences[number - back]
            self._add(found, self._mentioned(earlier.start, earlier.end, []))
        if len(found) < ENOUGH:
            self._add(found, self._chief())
        return tuple(found)

    def _add(self, found: list[str], more: Iterable[str]) -> None:
        for party in more:
            if len(found) >= ENOUGH:
                return
            stranger = party in self._sources or self._resolution.kind(party) == "person"
            if party not in found and not stranger:
                found.append(party)

    def _mentioned(self, start: int, end: int, without: list[tuple[int, int]]) -> list[str]:
        found: list[str] = []
        for low, high, party, _ in self._resolution.overlapping(start, end):
            if (low, high) in self._exchanges:
                continue  # "Acme (NYSE: ACM)"
            spoken = any(low < stop and begin < high for begin, stop in without)
            for each in self._resolution.referents(low, high) or [party]:
                if not spoken and each not in found:
                    found.append(each)
        return found

    def _pronouns(self, number: int, span: Span, parse: Parse) -> list[str]:
        found = []
        for token in parse.tokens(span.start, span.end):
            if token.lower_ in _PRONOUNS:
                party = self._resolution.pronoun(parse, token, number)
                if party is not None and party not in found:
                    found.append(party)
        return found

    def _chief(self) -> list[str]:
        """The parties named most often, first named first."""
        named = (party for _, _, party, form in self._resolution.mentions if form == "name")
        counts = Counter(party for party in named if party not in self._sources)
        return [party for party, _ in sorted(counts.items(), key=lambda item: -item[1])[:ENOUGH]]
