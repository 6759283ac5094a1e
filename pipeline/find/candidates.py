"""Candidates: stretches of the article that may name a party, with the evidence for what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

#: What one piece of evidence weighs; the NER's own vote is its score, at most 1 a mention.
FORM, PUBLIC, EXCHANGE, MEDIA, TITLE, HONORIFIC, ORG_WORD, BUSINESS, ACTS, LEXICON = (
    3,
    3,
    4,
    3,
    2,
    3,
    2,
    1.5,
    2,
    9,
)
#: Share of a NER vote that counts when it comes from a heading in title case, where every word looks
#: like a name.
HEADING_SHARE = 0.5


#: Reasons of the votes of a NER.
NER_REASONS = frozenset(f"ner:{label}" for label in ("PERSON", "ORG", "GPE", "LOC", "NORP"))
#: Why "Harrow Lane" is rather a thing.
BY_END = "no party by its last word"
#: What a name may be, with no evidence yet: "org" is a party of an unknown sort, "acts" a place that does something.
NO_VOTES = dict.fromkeys(("person", "org", "company", "public_body", "organization", "place", "acts", "none"), 0.0)


@dataclass(slots=True)
class PartyCandidate:
    """A stretch that may name a party. `votes` are sums of evidence by what it would be (the keys of `NO_VOTES`),
    `reasons` name the evidence.

    `ticker` is the code that a note behind the name gives, `aliases` are names that the text itself defines
    for it ("(“Acme” or the “Company”)"), `defined` the definite words it defines ("Company").
    """

    start: int
    end: int
    text: str
    votes: dict[str, float] = field(default_factory=NO_VOTES.copy)
    reasons: list[str] = field(default_factory=list)
    party: str | None = None
    ticker: str | None = None
    aliases: list[tuple[int, int]] = field(default_factory=list)
    defined: list[tuple[int, int]] = field(default_factory=list)
    heading: bool = False

    @property
    def kind(self) -> str:
        """What most of the evidence at this place says; ties go to the first in alphabetical order."""
        return min(self.votes, key=lambda key: (-self.votes[key], key)) if any(self.votes.values()) else "none"

    def vote(self, key: str, weight: float, reason: str) -> None:
        """Add evidence."""
        self.votes[key] += weight
        if reason not in self.reasons:
            self.reasons.append(reason)


def votes_for_place_only(candidate: PartyCandidate) -> bool:
    """Whether a name is marked as a place's and nothing speaks for a party.

    >>> votes_for_place_only(PartyCandidate(0, 4, "Acme"))
    False
    """
    votes = candidate.votes
    return votes["place"] > 0 and not any(votes[key] for key in ("org", "company", "public_body", "organization"))


def add_votes(total: dict[str, float], votes: dict[str, float]) -> None:
    """Add evidence to the sums of some other."""
    for key, weight in votes.items():
        total[key] += weight


def title_case(line: str) -> bool:
    """Whether nearly all longer words of a line are capitalised, as in a headline or in capitals."""
    if line.endswith((".", "!", "?", "”", '"')) and not line.isupper():
        return False
    words = re.findall(r"[^\W\d_]{4,}", line)
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def spells(name: str, letters: str) -> bool:
    """Whether the words of a name begin with these letters, small words counted or not.

    >>> spells("Department of Ovens and Human Safety", "OHS"), spells("Acme Corp.", "AB")
    (True, False)
    """
    words = re.findall(r"[^\W_]+", name.replace("’s", "").replace("'s", ""))
    every = "".join(word[0] for word in words).upper()
    capital = "".join(word[0] for word in words if word[0].isupper() or word[0].isdigit()).upper()
    if len(letters) < 2:
        return False
    inner = "".join(
        char
        for word in words
        for char in (word if sum(c.isupper() for c in word) > 1 else word[0])
        if char.isupper() or char == word[0]
    ).upper()
    return any(
        letters == full
        or (full.startswith(letters) and len(letters) >= 2)
        or (len(letters) >= 3 and full.endswith(letters))
        for full in (every, capital, inner)
    )
