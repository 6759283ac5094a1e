"""What resolution yields: the parties of an article, and which of them a stretch of text means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from ..records import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..nlp import Parse

#: (start, end, party id, form) of one mention.
Mention = tuple[int, int, str, str]


class Resolution:
    """The parties of one article. All offsets are code points into its text, end exclusive."""

    def __init__(
        self,
        parties: list[Party],
        mentions: list[Mention],
        plurals: dict[tuple[int, int], list[str]],
        pronoun: Callable[[Parse, Token, int], str | None],
        main: str | None = None,
        release: bool = False,
        meant: Callable[[int, str], dict[str, float]] = lambda at, sort: {},
    ):
        self.parties = parties
        self.mentions = sorted(mentions)
        #: The company that the article is about, and whether the article is a press release (of that
        #: company).
        self.main, self.release = main, release
        self._plurals = plurals
        self._pronoun, self._meant = pronoun, meant
        self._kinds = {party.id: party.kind for party in parties}
        self._starts = [mention[0] for mention in self.mentions]

    @cached_property
    def sources(self) -> frozenset[str]:
        """The ids of exchanges and news outlets."""
        return frozenset(party.id for party in self.parties if _is_source(party))

    def at(self, start: int, end: int) -> str | None:
        """The id of the party whose mention shares most characters with [start, end); the later one
        wins a tie.
        """
        best, best_share = None, 0
        for low, high, party, _ in self.overlapping(start, end):
            share = min(high, end) - max(low, start)
            if share >= best_share:
                best, best_share = party, share
        return best

    def overlapping(self, start: int, end: int) -> list[Mention]:
        """The mentions that share a character with [start, end), in order."""
        first = bisect_left(self._starts, start)
        while first and self.mentions[first - 1][1] > start:
            first -= 1
        found = []
        for mention in self.mentions[first:]:
            if mention[0] >= end:
                break
            if mention[1] > start:
                found.append(mention)
        return found

    def kind(self, party_id: str) -> str:
        """The kind of a party; raises KeyError for an unknown id."""
        return self._kinds[party_id]

    def referents(self, start: int, end: int) -> list[str]:
        """The ids that a plural stretch ("the two companies") means; one id for a plain mention; else
        empty.
        """
        for (low, high), ids in self._plurals.items():
            if low < end and start < high:
                return list(ids)
        single = self.at(start, end)
        return [single] if single else []

    def pronoun(self, parse: Parse, token: Token, sentence_number: int) -> str | None:
        """Who a pronoun of a parsed sentence means; None when that is not sure or the token is no pronoun."""
        return self._pronoun(parse, token, sentence_number)

    def meant(self, at: int, sort: str) -> dict[str, float]:
        """How likely each party but persons would be meant by a word of a sort ("its", "company": `antecedents.SORTS`)
        at an offset; what is missing from 1 is nobody's.
        """
        return self._meant(at, sort)


def _is_source(party: Party) -> bool:
    """Whether a party is an exchange or a news outlet, which "its" hardly means."""
    reasons = " ".join(mention.reason or "" for mention in party.mentions)
    return bool(re.search(r"\b(?:exchange|media|wire in dateline|appeared first on|source version on)\b", reasons))
