"""A party in the making, before it has its id."""

from __future__ import annotations

from dataclasses import dataclass, field

from .name import Name


@dataclass(slots=True)
class Draft:
    """A party before it has its id: its names, what the evidence makes of it, and its mentions.

    `mentions` maps (start, end) to form (name, nominal, pronoun) and reason.
    """

    names: list[Name]
    kind: str
    votes: dict[str, float]
    mentions: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    ticker: str | None = None

    @property
    def first(self) -> int:
        """Where its first mention starts."""
        return min(start for start, _ in self.mentions)
