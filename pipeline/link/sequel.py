"""The sum of a deal or suit that a later sentence gives: "The contract is worth $3 million."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..mentions import Span
from ..nlp import Analysis
from ..patterns import Patterns
from ..records import Money
from .draft import Draft
from .frames.file import FactFile, Sequel

#: How many sentences back the deal may be that "the deal" means.
REACH = 4
#: How many characters before the sum its words are looked for.
WINDOW = 160
#: Facts that "the deal" may mean: it is the one told last.
_DEALS = ("agreement", "acquisition", "investment", "financing")


class SequelLinker:
    """Gives facts told without a sum the one that a later clause gives."""

    def __init__(self, patterns: Patterns):
        data = patterns.load("facts.toml", FactFile)
        self._rules = [(rule, re.compile(rule.like, re.I)) for rule in data.sequel]

    def supply(self, analysis: Analysis, drafts: Sequence[Draft], money: Sequence[Money]) -> None:
        """Set `money` of the drafts meant; what has a sum keeps it."""
        text = analysis.article.text
        taken = {draft.money for draft in drafts}
        for number, sentence in enumerate(analysis.sentences):
            for entry in money:
                if not sentence.start <= entry.start < sentence.end or entry.id in taken or entry.equivalent_of:
                    continue
                before = text[max(sentence.start, entry.start - WINDOW) : entry.start].rstrip()
                before = _HEDGE.sub("", before)
                for rule, pattern in self._rules:
                    found = pattern.search(before)
                    if found and self._give(drafts, rule, number, entry):
                        break

    @staticmethod
    def _give(drafts: Sequence[Draft], rule: Sequel, number: int, entry: Money) -> bool:
        kind = rule.type
        rivals = _DEALS if kind in _DEALS else (kind,)
        near = [d for d in drafts if d.type in rivals and 0 <= number - d.sentence <= (REACH if rule.reaches else 0)]
        if not near:
            return False
        last = max(d.sentence for d in near)
        meant = [d for d in near if d.sentence == last]
        if kind == "acquisition":
            meant = [d for d in meant if d.type == kind] or meant  # "signed an agreement to buy"
        if any(d.type != kind or d.money for d in meant):
            return False
        for draft in meant:
            draft.money = entry.id
            draft.cues.append(Span(entry.start, entry.end))
        return True


#: What may stand between the words and the sum.
_HEDGE = re.compile(
    r"\s+(?:an? )?(?:about|around|approximately|roughly|nearly|almost|some|over|up to|more than|at least|as much as"
    r"|estimated|an?)$",
    re.I,
)
