"""States as owners of figures that only states have: deficits, exports, reserves, what is spent on defence."""

from __future__ import annotations

import re

from ...mentions import Span
from .figure import Figure
from .scene import Owner, Scene

_OF_COUNTRY = re.compile(r"(?:['’]s?)?\s(?:[\w-]+\s){0,2}")
_COUNTRY_HAS = re.compile(
    r"\s(?:has\s|had\s)?(?:expects|forecasts|targets|posted|ran|runs|recorded|reported|registered|swung|logged|notched"
    r"|chalked|had|has|saw|booked|raised|boosted|increased|cut|lifted|doubled|plans|aims|wants|will|faces|faced|projects"
    r"|projected|anticipates"
    r"|(?:ended|ends|closed|finished|will\s(?:end|close|finish))\s(?:[\w.-]+\s){0,6}?with"
    r"|(?:budget|plan)\s(?:includes|shows|has))\b"
)
_GOVERNMENT = re.compile(r"\b[Gg]overnment\b|\bTreasury\b|\bMinistry of Finance\b")
#: Public bodies that have no deficit of a state: some only count it.
_NO_STATE = re.compile(
    r"\b(?:Fund|Bank|Organi[sz]ation|Nations|Commission|Court|Agency|Authority|[Nn]avy|Army|Office|Bureau|Statistics"
    r"|Institute|Customs)\b"
)
#: The state before "'s trade deficit".
_POSSESSING = re.compile(
    r"(?:^|\s)(?P<name>(?:(?:North|South|East|West|New|Saudi|Sri|Hong|United|Costa|El|Puerto|Ivory|Sierra|Burkina|Great"
    r"|Papua|Czech|Dominican|San|St\.?|Cape|Equatorial|Northern)\s)?[A-Z][\w.-]+)$"
)


def country(scene: Scene, figure: Figure) -> Owner | None:
    """The country before such a figure, where it is no party: "the U.S. trade deficit"."""
    first = min(figure.at.start, figure.money.start)
    for entity in scene.analysis.entities:
        if entity.label in ("GPE", "LOC", "NORP") and scene.span.start <= entity.start and entity.end <= first:
            gap = scene.text[entity.end : figure.at.start]
            if _OF_COUNTRY.fullmatch(gap) or (_COUNTRY_HAS.match(gap) and entity.start - scene.span.start < 8):
                return Owner(text=Span(entity.start, entity.end))
    found = _DEMONYM.search(scene.text, scene.span.start, figure.at.start)
    return Owner(text=Span(*found.span("people"))) if found else None


#: "Ruritanian exports": the tagger may not know the adjective as one of a people.
_DEMONYM = re.compile(
    r"\b(?!(?:Republican|Urban|Suburban|Human|Plan|Loan)\s)(?P<people>(?:(?:North|South|New|Saudi|Sri)\s)?[A-Z][a-z]+(?:an|ese|ish|ench|utch|eek|iss|ai|i))"
    r"\s(?:[a-z-]+\s){0,2}$"
)


def possessing(start: int, words: str) -> Owner | None:
    """The state that ends the words before a possessive, which begin at `start`."""
    found = _POSSESSING.search(words)
    return Owner(text=Span(start + found.start("name"), start + found.end("name"))) if found else None


def debt(scene: Scene, figure: Figure, owner: Span) -> bool:
    """Whether a debt or reserve is that of a place: "Norway's debt"."""
    if not figure.stock or not _OWED.fullmatch(scene.text, *figure.at):
        return False
    places = [e for e in scene.analysis.entities if e.label in ("GPE", "LOC") and e.end == owner.end]
    return bool(places)


_OWED = re.compile(r"(?:(?:external|foreign|total|net|gross|long-term)\s)?(?:debts?|reserves|borrowings)", re.I)


def only_counts(scene: Scene, party: str) -> bool:
    """Whether a body counts the figures of a state and has none of its own."""
    return _NO_STATE.search(next(p.name for p in scene.resolution.parties if p.id == party)) is not None


def governments(scene: Scene) -> list[str]:
    """The government, if the article has just one as a party."""
    found = [
        party.id
        for party in scene.resolution.parties
        if party.kind == "public_body" and any(_GOVERNMENT.search(m.text) for m in party.mentions)
    ]
    return found if len(found) == 1 else []
