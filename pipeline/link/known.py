"""What is known of an article when its facts are sought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..nlp import Analysis
from ..records import Date, Money
from ..resolve import Resolution


@dataclass(frozen=True, slots=True)
class Known:
    """An article's parse, parties, sums and dates; `main` is the id of the party that it is about."""

    analysis: Analysis
    resolution: Resolution
    money: Sequence[Money]
    dates: Sequence[Date]
    main: str | None

    @property
    def text(self) -> str:
        """The article's text, which all offsets point into."""
        return self.analysis.article.text

    def sums(self, number: int) -> list[Money]:
        """The sums of a sentence."""
        sentence = self.analysis.sentences[number]
        return [m for m in self.money if sentence.start <= m.start < sentence.end]

    def times(self, number: int) -> list[Date]:
        """The dates of a sentence."""
        sentence = self.analysis.sentences[number]
        return [d for d in self.dates if sentence.start <= d.start < sentence.end]
