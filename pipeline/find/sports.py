"""Clubs and leagues: in an article on sport they are organisations, whatever a NER takes them for."""

from __future__ import annotations

import re
from functools import cached_property

from .candidates import TITLE, PartyCandidate
from .names import NameReader

#: How many different words of sport make an article one on sport.
ENOUGH_SPORT = 5
#: As many, one of them among `_PLAYERS`, do in a report of few words.
ENOUGH_IN_SHORT, SHORT = 2, 150
_PLAYERS = frozenset(
    {"striker", "winger", "midfielder", "goalkeeper", "quarterback", "outfielder", "batsman", "bowler", "linebacker",
     "shortstop", "goalless", "kickoff", "kick-off", "touchdown", "touchdowns", "wicket", "wickets", "innings"}
)  # fmt: skip
#: Reason of the votes given here.
CLUB = "a club's name"
#: Words of clubs' names that end names of places too.
_TOWNS = frozenset({"City", "County", "Town", "Villa", "Orient", "Academy"})
#: Evidence that a name is no club's.
_NO_CLUB = frozenset({"title", "honorific", "byline", "company form", "media"})
#: What stands before a club.
_TO_CLUB = re.compile(
    r"\b(?:side|outfit|hosts|visitors|champions|strugglers|minnows|newcomers|opponents"
    r"|(?:club|league|city|local|arch) rivals|(?:on )?loan (?:from|at|to)|(?:transfer|move|switch) (?:from|to)"
    r"|(?<=[a-z,] )(?:plays?|faces?|hosts?)|beat|thrashed|defeated|edged|(?<! )v|vs\.?"
    r"|(?:play(?:s|ed|ing)?|signed|striker|winger|midfielder|defender|goalkeeper|coach) (?:for|at)"
    r"|(?:win|victory|defeat|draw|match|game) (?:over|against|to|with|at)) (?:the )?$"
)
#: What a paper calls a club whose business it tells of.
_CLUB_TOLD = re.compile(r"\b(?:football|soccer|rugby|cricket|hockey|baseball|basketball) club\b")
#: What stands behind one.
_OF_CLUB = re.compile(
    r"(?:['’]s?)? (?:striker|forward|winger|midfielder|defender|goalkeeper|keeper|captain|(?:head |assistant )?coach"
    r"|manager|boss|fans|supporters|skipper|full-back|quarterback|pitcher|squad|roster|dressing room)\b"
)
#: A club is "who" and "they" to British papers.
WHO_PLURAL = re.compile(r",? who (?:have|are|were|do|play|face|host|visit|sit|lie|stand|beat|lost|won|paid|finished)\b")


class Sports(NameReader):
    """Weighs the clubs of one article."""

    @cached_property
    def sporting(self) -> bool:
        """Whether the article is on sport."""
        told = self.tokens.spellings & self.words.sport_words
        words = len(told)
        if words >= ENOUGH_IN_SHORT and len(self.tokens.all) < SHORT and not told.isdisjoint(_PLAYERS):
            return True
        if words > ENOUGH_IN_SHORT and _CLUB_TOLD.search(self.text):
            return True
        if words + len(self.words.sport_phrases) < ENOUGH_SPORT:
            return False
        return words + sum(phrase in self.text for phrase in self.words.sport_phrases) >= ENOUGH_SPORT

    def _weigh_club(self, candidate: PartyCandidate, parts: list[str]) -> None:
        """Vote for a club where the name or the words around it tell one."""
        if self._is_club(candidate, parts):
            candidate.vote("organization", TITLE + 0.5, CLUB)
            return
        if self._is_team(candidate, parts):
            candidate.vote("organization", TITLE + 0.5, CLUB)
            return
        if not self.sporting or not _NO_CLUB.isdisjoint(candidate.reasons):
            return
        named = len(parts) > 1 and (parts[-1] in self.words.club_words or parts[0] in self.words.club_openers)
        if named and parts[-1] in _TOWNS and (candidate.votes["place"] >= 0.5 or self.words.is_place(candidate.text)):
            named = False
        if named or self._plays(candidate):
            candidate.vote("organization", TITLE + 0.5, CLUB)
            candidate.votes["place"] = 0

    def _is_team(self, candidate: PartyCandidate, parts: list[str]) -> bool:
        """Whether "the Lowfield Mariners" are a team where there is some talk of sport."""
        if len(parts) < 2 or parts[-1] not in self.words.club_words - _TOWNS or not parts[-1].endswith("s"):
            return False
        some = len(self.tokens.spellings & self.words.sport_words) >= ENOUGH_IN_SHORT
        the = self.text[max(0, candidate.start - 4) : candidate.start].lower() == "the "
        return some and the and not candidate.votes["company"] and _NO_CLUB.isdisjoint(candidate.reasons)

    def _is_club(self, candidate: PartyCandidate, parts: list[str]) -> bool:
        """Whether a name is a club's in any article: "FC Lowfield", "Ohio Rangers"."""
        if len(parts) < 2 or candidate.votes["company"] or not _NO_CLUB.isdisjoint(candidate.reasons):
            return False
        team = parts[-1] in self.words.club_words - _TOWNS and self.words.is_place(" ".join(parts[:-1]))
        return team or not {parts[0], parts[-1]}.isdisjoint({"FC", "AFC"})

    def _plays(self, candidate: PartyCandidate) -> bool:
        """Whether a name that no NER is sure is a person's stands where a club does."""
        if candidate.votes["person"] > 0.9 or self.words.is_place(candidate.text) or candidate.votes["company"]:
            return False
        before = self.text[max(0, candidate.start - 40) : candidate.start]
        return bool(_OF_CLUB.match(self.text, candidate.end) or _TO_CLUB.search(before))
