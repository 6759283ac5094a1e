"""One surface name of an article with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..find.candidates import NO_VOTES, PartyCandidate

ORG_KEYS = ("org", "company", "public_body", "organization")


@dataclass(slots=True)
class Name:
    """One surface name of the article with its evidence."""

    text: str
    key: str
    core: tuple[str, ...]
    form: str
    candidates: list[PartyCandidate] = field(default_factory=list)
    votes: dict[str, float] = field(default_factory=NO_VOTES.copy)
    first: int = 0
    first_body: int | None = None
    ticker: bool = False
    reason: str = "name"

    people: float = 0.0
    bodies: float = 0.0

    @property
    def one_word(self) -> bool:
        return len(self.core) == 1 and len(self.text.split()) == 1

    def weigh(self) -> None:
        """Set `people` and `bodies`, the sums of the votes for a person and for a party of another kind."""
        votes = self.votes
        self.people = votes["person"]
        self.bodies = votes["org"] + votes["company"] + votes["public_body"] + votes["organization"]
