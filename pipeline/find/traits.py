"""What a name says by itself, wherever it stands: worked out once for all mentions of it."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import NamedTuple

from . import cues
from .words import PartyWords

_SMALL = frozenset({"of", "for", "on"})
#: Nouns of bodies that have their field behind them, and what has a year behind it.
_WITH_FIELD = frozenset(
    {"Center", "Centre", "Institute", "Council", "Coalition", "Campaign", "Alliance", "Foundation", "Partnership",
     "Citizens", "Friends"}
)  # fmt: skip
_ACTS = frozenset({"Act", "Law", "Bill", "Order", "Regulations", "Directive", "Cup", "Olympics", "Games"})
#: How groups of citizens call themselves.
_CALLS = frozenset(
    {("Friends", "of"), ("Citizens", "for"), ("Citizens", "Against"), ("Save", "Our"), ("Save", "the"), ("Keep", "Our"),
     ("Mothers", "Against"), ("Parents", "for"), ("Residents", "for"), ("Neighbors", "for"), ("Americans", "for"),
     ("Workers", "for"), ("Farmers", "for"), ("Doctors", "for")}
)  # fmt: skip
#: Those before whose "League" a name is a league's of clubs.
_LEAGUES = ("Major", "Minor", "Little", "Premier")


#: What a state saves for its servants in.
_PENSIONS = frozenset(
    {("Retirement", "System"), ("Retirement", "Systems"), ("Retirement", "Fund"), ("Pension", "Fund"),
     ("Pension", "System"), ("Pensions", "Reserve"), ("Sovereign", "Fund"), ("Provident", "Fund"),
     ("Strategic", "Investment")}
)  # fmt: skip


class Traits(NamedTuple):
    """What the words of a name say, apart from the article."""

    parts: tuple[str, ...]
    #: The last word without stops and commas.
    last: str
    #: It ends in a legal form.
    form: bool
    #: "Quill Bank, National Association".
    national_bank: bool
    #: A name, degree or small words that are no party's.
    refused: bool
    #: "Ohio Medical Board", and a state's fund: "Kenya Deposit Insurance Corp".
    state_board: bool
    state_fund: bool
    #: Its last word is one of things, unless it stands for those who meet ("Association of … Conference").
    thing: bool
    #: "Omani crop insurance": an adjective of a country and words in small letters.
    kind_of_thing: bool
    business: bool
    #: "Harrow Softworks"
    compound: bool
    #: "Harrow Quill & Tullow"
    partnership: bool
    #: Centres that are places to be in, and those that may be.
    site: bool
    centre: bool
    #: Businesses that their members own.
    mutual: bool
    #: It holds a noun of organisations.
    org_noun: bool
    #: Its last word is a noun for firms in small letters.
    role: bool
    #: All its words are those of fields ("Investment Banking"), or of departments.
    study: bool
    department: bool
    pronoun: bool
    place: bool
    address: bool
    #: A single word that any firm's name may hold, or that stands for no one party.
    business_word: bool
    general: bool
    #: "Certified Municipal Finance Officer", "Omani Federal".
    certified: bool
    federal: bool
    #: By its first word a firm's ("Grupo Harrow"); by its last ones a lender's, an organisation's.
    opens_firm: bool
    development_bank: bool
    small_body: bool


@lru_cache(maxsize=1 << 14)
def traits(words: PartyWords, name: str) -> Traits:
    """The traits of a name; kept, as articles repeat their names."""
    parts = tuple(name.split())
    last, first = parts[-1].rstrip(".,"), parts[0]
    several = len(parts) > 1
    return Traits(
        parts,
        last,
        form=several and words.is_form(parts[-1]),
        national_bank=parts[-2:] == ("National", "Association") and any(p.rstrip(",") == "Bank" for p in parts),
        refused=_refused(words, name, parts, last),
        state_board=len(parts) > 2 and last in words.boards and (words.is_place(first) or first in words.state_words),
        state_fund=_state_fund(words, parts),
        thing=several and _is_thing(words, parts, last),
        kind_of_thing=several
        and first in words.demonyms
        and all(part.islower() for part in parts[1:])
        and last not in words.roles,
        business=several and last in words.business,
        compound=several and cues.COMPOUND.match(last) is not None,
        partnership="&" in parts and cues.PARTNERSHIP.fullmatch(name) is not None,
        site=cues.SITE.search(name) is not None,
        centre=last in cues.CENTRES,
        mutual=cues.MUTUAL.search(name) is not None,
        org_noun=_org_noun(words, parts, last),
        role=several and last.islower() and last in words.company_roles,
        study=several and all(part in words.departments or part in cues.FIELDS for part in parts),
        department=all(part in words.departments or part in ("&", "and") for part in parts),
        pronoun=several and first.lower() in cues.PRONOUNS and parts[1][0].islower(),
        place=words.is_place(name.removesuffix(" State")),
        address="://" in name or "@" in name or cues.ADDRESS.search(name) is not None or name.isdigit(),
        business_word=not several and name in words.business,
        general=name in cues.BARE_ORG,
        certified=first in ("Chartered", "Certified") and words.org_words.isdisjoint(parts),
        federal=last == "Federal" and len(parts) == 2 and words.is_place(first),
        opens_firm=several and first in words.openers,
        development_bank=len(parts) > 2
        and parts[-1] == "Bank"
        and parts[-2] in ("Development", "Investment", "Infrastructure", "Reconstruction", "Export-Import")
        and (words.is_place(first) or first.startswith("Inter-")),
        small_body=several
        and (parts[-1] in cues.SMALL_BODIES or parts[-2:] in (("stock", "exchange"), ("Works", "council"))),
    )


def _is_thing(words: PartyWords, parts: tuple[str, ...], last: str) -> bool:
    """ "Norbank Tower", "Ovens Act 1985", but not "Center for Oven Policy"."""
    if last.isdigit() and len(parts) > 2:
        return parts[-2] in _ACTS
    if last not in words.no_heads or ("of" in parts and "Association" in parts):
        return False
    return not any(a in _WITH_FIELD and b in _SMALL for a, b in itertools.pairwise(parts))


def _refused(words: PartyWords, name: str, parts: tuple[str, ...], last: str) -> bool:
    return (
        name in words.no_names
        or name in words.degree_names
        or name.startswith(cues.SHIPS)
        or cues.NUMBERED.fullmatch(name) is not None
        or (last.endswith("s") and cues.PLURAL_LETTERS.fullmatch(name) is not None)
        or (" " in name and name.title().replace(" Of ", " of ") in words.no_names)
        or (
            last.lower() in words.function
            and all(part.lower() in words.function for part in parts)
            and not (name.isupper() and name in words.public_names)  # "WHO"
        )
    )


def _state_fund(words: PartyWords, parts: tuple[str, ...]) -> bool:
    """ "The Public Investment Corporation", "Kenya Deposit Insurance Corp", "Ohio Teachers' Retirement System"."""
    if len(parts) > 2 and any(pair in _PENSIONS for pair in itertools.pairwise(parts)):
        seat = " ".join(parts[parts.index("of") + 1 :]) if "of" in parts else ""
        return words.is_place(parts[0]) or words.is_place(seat) or parts[0] in words.state_words
    if len(parts) < 3 or parts[-1] not in cues.STATE_FUNDS or parts[-2] not in cues.STATE_MONEY:
        return False
    lead = parts[0] in words.state_words - {"Financial", "First"} or parts[0] in ("Overseas", "Government")
    return lead or (words.is_place(parts[0]) and parts[-3] in ("Deposit", "Economic", "Public", "State"))


def _org_noun(words: PartyWords, parts: tuple[str, ...], last: str) -> bool:
    return (
        (len(parts) > 2 and parts[1] == "League" and parts[0] in _LEAGUES)
        or (last in words.org_words and (len(parts) > 1 or last not in cues.MEMBERS))
        or last.endswith(("workers", "WORKERS"))
        or (len(parts) > 2 and parts[-2] == "Local" and last.isdigit())
        or (len(parts) > 2 and parts[:2] in _CALLS)
        or (len(parts) > 1 and "-" in last and last.rpartition("-")[2] in words.papers)
        or " ".join(parts[-2:]) in words.org_words
        or (
            not _SMALL.isdisjoint(parts)
            and any(a in words.org_words and b in _SMALL for a, b in itertools.pairwise(parts))
        )
    )
