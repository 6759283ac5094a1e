"""Whether an organisation can have somebody of a title: no court has a finance director, no company a sheriff."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...find.words import places

#: Titles that a state, court or ministry has none of, and those that only a town or county has.
_PRIVATE = re.compile(
    r"(?i)\b(?:ceo|cfo|coo|cto|chief\s(?:executive|financial|operating|technology|marketing)|founder|owner|managing"
    r"\s(?:director|partner)|finance\s(?:director|chief)|chairman|chairwoman|vice\spresident|[es]?vp)\b"
)
_OF_SCHOOLS = re.compile(r"(?i)(?:trustee|superintendent)\b")
#: "Human Services Secretary": no company has one.
_OF_STATES = re.compile(
    r"(?!(?:Company|Corporate|Press|General|Executive|Recording|Assistant|Legal|Private|Group)\b)[A-Z].*\sSecretary$"
)
_MUNICIPAL = re.compile(r"(?i)\b(?:city|county|town|municipal|police|fire|borough)\s")
_TOWN = re.compile(r"\b(?:City|County|Town|Borough|Municipality|Council|Police)\b")
_STATE = re.compile(
    r"\b(?:Government|government|Ministry|Department|Court|Senate|House|Parliament|Congress|Treasury|Police|Cabinet|Army|Navy"
    r"|Administration|Embassy)\b"
)
_UNION = re.compile(
    r"\b(?<!Credit )(?<!European )(?:Unions?|Workers|Teamsters|Guild|Brotherhood)\b"
    r"|\b(?:Nurses|Teachers)['’]?\s(?:Association|United)\b"
)
_OF_NO_UNION = re.compile(r"(?i)\bchief\s\w+\sofficer\b|\bsuperintendent\b")
_COUNCIL = re.compile(r"\b(?:City|Town|Borough|Village)\b.*\b(?:Council|Commission|Board)\b|^\w+ Council$")

#: Public bodies that have a chief executive and a chairman as firms do.
_RUN_AS_FIRM = re.compile(
    r"\b(?:Board|Trust|Agency|Corporation|Hospital|Service|Fund|Railways?|Post)\b(?! of (?:Education|Elections))"
)
#: Titles, and the words in the names of those that have them, which are preferred where there are any.
_PREFERRED = (
    (re.compile(r"(?i)\b(?:superintendent|trustee)\b"), re.compile(r"\b(?:School|Schools|Education|Academy|ISD)\b")),
    (
        re.compile(r"(?i)\b(?:nursing|medical|clinical)\s(?:officer|director)\b|\bchief\s(?:nurse|physician)\b"),
        re.compile(r"\b(?:Health\w*|Hospitals?|Medical|Medicine|Clinics?|Care|Infirmary)\b"),
    ),
)


def suits(title: str, kind: str, name: str) -> bool:
    """Whether an organisation of this kind and name can have a post.

    >>> suits("CEO", "public_body", "Ministry of Ovens"), suits("CEO", "company", "Acme")
    (False, True)
    """
    if _OF_NO_UNION.search(title) and _UNION.search(name) and kind == "organization":
        return False
    if _OF_SCHOOLS.match(title) and _COUNCIL.search(name):
        return False
    if _MUNICIPAL.match(title):
        return kind == "public_body" and (_TOWN.search(name) is not None or name.lower() in places())
    if kind == "company" and (_OF_SCHOOLS.match(title) or _OF_STATES.match(title)):
        return False
    if kind == "public_body" and (name.lower() in places() or _STATE.search(name)):
        return False
    return kind != "public_body" or not _PRIVATE.search(title) or _RUN_AS_FIRM.search(name) is not None


def is_private(title: str) -> bool:
    """Whether states, courts and ministries have nobody of a title."""
    return _PRIVATE.search(title) is not None


def preferred(title: str, names: Mapping[str, str]) -> list[str]:
    """Those of some organisations (id to name) that have people of a title by their names, if any do; else all.

    >>> preferred("Superintendent", {"P1": "Tier Council", "P2": "Tier Schools"})
    ['P2']
    """
    found = list(names)
    for wanted, name in _PREFERRED:
        if wanted.search(title):
            found = [party for party in found if name.search(names[party])] or found
    return found
