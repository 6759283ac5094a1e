"""What the linkers propose: a fact before it has an id and its place in a record."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..mentions import Span
from ..records import Money


@dataclass(slots=True)
class Draft:
    """A proposed fact.

    `subject` and `object` are party ids; the `_text` slots hold the article's own words (as spans) where it
    names no party. `money` is the id of a money mention. `keys` holds the type-specific keys of the record
    (metric, period, title, change, stake, seller, matter, instrument, purpose, court). `sentence` is the number of the
    evidence sentence, or the last one before `evidence`, which stands outside of all; `cues` are the words that fired
    `rule`; `score` ranks drafts that tell the same fact.
    """

    type: str
    sentence: int
    rule: str
    subject: str | None = None
    object: str | None = None
    subject_text: Span | None = None
    object_text: Span | None = None
    money: str | None = None
    date: str | None = None
    status: str = "completed"
    negated: bool = False
    source: str | None = None
    keys: dict[str, str] = field(default_factory=dict)
    cues: list[Span] = field(default_factory=list)
    score: float = 1.0
    evidence: Span | None = None


def value_of(money: Money) -> tuple[object, ...]:
    """What two mentions of one sum share."""
    return (money.currency, money.amount, money.min, money.max)
