"""Whose a figure is that no name stands beside: "Net profit fell to $3 million", "It lost $2 million"."""

from __future__ import annotations

import re

from ...mentions import Sentence, Span
from ...resolve import Resolution
from ..chooser import WEIGHTS, Chooser, Question
from .scene import Memory

#: Sorts of metrics; a figure is of the first that its words show.
METRICS = tuple(
    re.compile(words, re.I)
    for words in (
        r"operating|ebitda|before (?:tax|interest)|pre-?tax", r"profit|earn|income|made", r"loss|lost|deficit|red\b",
        r"sales|revenue|turnover|receipts|takings|premium", r"assets|deposits|under management|order|backlog|book",
        r"debt|ow(?:e|ing)|liabilit", r"share", r"budget|surplus|reserve", r"cost|charge|provision|writ",
    )
)  # fmt: skip


class FigureChooser(Chooser):
    """Weighs the organisations of one article for its figures."""

    sorts = METRICS
    weights = WEIGHTS / "owners.json"

    def __init__(self, text: str, sentences: list[Sentence], resolution: Resolution, memory: Memory):
        super().__init__(text, sentences, resolution)
        #: What the figures read so far leave for those behind them.
        self._memory = memory

    def of(self, metric: Span, ruled: str | None) -> str | None:
        """The organisation whose a figure is, where the rules take `ruled`; None if that is not sure."""
        return self.choose(Question(self.sentence(metric.start), metric.start, metric.end, None, ruled))

    def past(self, question: Question, party: str) -> list[int]:
        """Whether the last figure was told of the organisation, how many sentences ago, and whether it may have any:
        a company.
        """
        memory = self._memory
        last = memory.owner == party
        since = min(question.number - memory.owner_at, 12) if last else 12
        return [int(self.resolution.kind(party) == "company"), int(last), since]
