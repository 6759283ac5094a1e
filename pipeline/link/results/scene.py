"""What the readers of figures share: one sentence, its owner, and what the figures before it leave behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...mentions import Span
from ...nlp import Analysis, Parse
from ...records import Date, Money
from ...resolve import Resolution

if TYPE_CHECKING:
    from .chooser import FigureChooser

#: Figures are told of parties of these kinds.
FIGURE_KINDS = ("company", "public_body", "organization")
#: A figure without a period or owner of its own takes those of the figures at most this many sentences before it.
MEMORY = 3
#: How far up the tree is climbed from a metric.
MAX_CLIMB = 8


@dataclass(slots=True)
class Memory:
    """What the figures read so far leave for those behind them."""

    heading: str | None = None
    period: str | None = None
    period_at: int = -99
    owner: str | None = None
    owner_at: int = -99
    name: Span | None = None
    name_at: int = -99
    country: Span | None = None
    country_at: int = -99

    def carried(self, number: int) -> str | None:
        """The period that a figure of the sentence takes over when it has none of its own."""
        return self.period if self.period and number - self.period_at <= MEMORY else self.heading


@dataclass(slots=True)
class Owner:
    """Whose a figure is: a party, or the article's words for one it doesn't name."""

    party: str | None = None
    text: Span | None = None


@dataclass(slots=True)
class Scene:
    """One sentence with all that its figures may be linked to."""

    analysis: Analysis
    number: int
    resolution: Resolution
    dates: Sequence[Date]
    sums: Sequence[Money]
    main: str | None
    memory: Memory
    chooser: FigureChooser
    text: str = field(init=False)
    span: Span = field(init=False)
    parse: Parse | None = field(init=False)

    def __post_init__(self) -> None:
        sentence = self.analysis.sentences[self.number]
        self.text = self.analysis.article.text
        self.span = Span(sentence.start, sentence.end)
        self.parse = self.analysis.parses.get(self.number)
