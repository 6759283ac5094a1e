"""The word lists of `patterns/parties.toml`, and the tokens that the party finder walks over."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Set
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

import pycountry

from ..gazetteer import plain
from ..patterns import Patterns, Rule, Table
from ..records import PartyKind

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[-.&/]\w+|['’](?!s\b)\w+)*|['’]s\b|\S")


class WordRule(Rule):
    """A list of words or phrases that mean the same to the finder."""

    words: tuple[str, ...]


class RoleRule(WordRule):
    """Nouns that stand for a party of one kind ("the insurer")."""

    kind: PartyKind


class SenseRule(WordRule):
    """Role nouns of one sort of business, and the words in names that tell it."""

    name_words: tuple[str, ...]


class PartyFile(Table):
    """`patterns/parties.toml`."""

    company_form: tuple[WordRule, ...]
    business_word: tuple[WordRule, ...]
    business_opener: tuple[WordRule, ...]
    public_head: tuple[WordRule, ...]
    public_name: tuple[WordRule, ...]
    org_word: tuple[WordRule, ...]
    exchange: tuple[WordRule, ...]
    exchange_code: tuple[WordRule, ...]
    org_name: tuple[WordRule, ...]
    social: tuple[WordRule, ...]
    department: tuple[WordRule, ...]
    media: tuple[WordRule, ...]
    no_party_head: tuple[WordRule, ...]
    no_party_name: tuple[WordRule, ...]
    function_word: tuple[WordRule, ...]
    honorific: tuple[WordRule, ...]
    role_noun: tuple[RoleRule, ...]
    role_sense: tuple[SenseRule, ...]
    deal_role: tuple[WordRule, ...]
    shared_role: tuple[WordRule, ...]
    body_role: tuple[WordRule, ...]
    cause: tuple[WordRule, ...]
    surname_word: tuple[WordRule, ...]
    degree: tuple[WordRule, ...]
    demonym: tuple[WordRule, ...]
    place_short: tuple[WordRule, ...]
    acting_verb: tuple[WordRule, ...]
    acting_known: tuple[WordRule, ...]
    acting_base: tuple[WordRule, ...]
    capital: tuple[WordRule, ...]
    generic_word: tuple[WordRule, ...]
    group_suffix: tuple[WordRule, ...]
    paper: tuple[WordRule, ...]
    board: tuple[WordRule, ...]
    state_word: tuple[WordRule, ...]
    of_head: tuple[WordRule, ...]
    lower_head: tuple[WordRule, ...]
    lower_body: tuple[WordRule, ...]
    firm_trade: tuple[WordRule, ...]
    sport_word: tuple[WordRule, ...]
    club_word: tuple[WordRule, ...]
    club_opener: tuple[WordRule, ...]


class Token(NamedTuple):
    """A word or mark; `cap` says that it can be part of a name by its shape, `low` is its small form."""

    text: str
    cap: bool
    low: str


class Tokens:
    """The tokens of a text, where each starts and ends, and the way from offsets to token numbers."""

    def __init__(self, text: str):
        #: What the tokens are, as they are written.
        self.words: list[str] = []
        for chunk in text.split():  # no token holds white space, and most chunks are one word
            self.words += (chunk,) if chunk.isalnum() else _split(chunk)
        self.all = list(map(_token, self.words))
        self.starts: list[int] = []
        self.ends: list[int] = []
        end = 0
        for word in self.words:  # nothing but white space is between two tokens
            start = text.find(word, end)
            end = start + len(word)
            self.starts.append(start)
            self.ends.append(end)

    @cached_property
    def spellings(self) -> frozenset[str]:
        """What the tokens are, as they are written."""
        return frozenset(self.words)

    def at(self, offset: int) -> int:
        """The number of the first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def among(self, some: Container[str]) -> list[int]:
        """The numbers of the tokens that are one of some words."""
        return [number for number, word in enumerate(self.words) if word in some]

    def lower_among(self, some: Set[str]) -> list[int]:
        """The numbers of the tokens that are one of some words in small letters, however they are written."""
        return [number for number, token in enumerate(self.all) if token.low in some]


@lru_cache(maxsize=1 << 14)
def _split(chunk: str) -> tuple[str, ...]:
    """The tokens of what stands between white space; kept, as news repeats its words."""
    return tuple(_TOKEN.findall(chunk))


@lru_cache(maxsize=1 << 15)
def _token(word: str) -> Token:
    """The token of a word; kept, as news repeats its words."""
    return Token(word, _is_cap(word), word.lower())


def _is_cap(word: str) -> bool:
    """Whether a word is written as a name can be: Acme, eBay, 3M, 7-Eleven."""
    if word[0].isupper():
        return True
    if word.islower() or not word[0].isalnum():
        return False
    return any(char.isupper() for char in word)


#: Nouns of public bodies behind which their name may stand ("banking watchdog ABCD").
WATCHES = frozenset({"watchdog", "regulator"})
#: Nouns of which only those for some things are public bodies, and these things ("tax agency ABCD", not "news agency").
OFFICES = frozenset({"agency", "authority", "bureau", "commission", "office"})
PUBLIC_FIELDS = frozenset({
    "tax", "taxation", "revenue", "customs", "antitrust", "anti-trust", "competition", "protection", "environment",
    "safety", "anti-corruption", "anti-graft", "corruption", "privacy", "space", "intelligence", "security", "drug",
    "drugs", "medicines", "aviation", "election", "electoral", "monetary", "highways", "statistics", "fraud",
    "immigration", "procurement", "health", "housing", "planning", "fisheries", "forestry", "meteorological", "census",
})  # fmt: skip
#: Nouns for organisations that also stand for other things.
_LOOSE_BODIES = frozenset({"daily", "weekly", "tank", "party", "website", "blog", "foundation", "club", "league"})
#: Further names of states and their adjectives.
_STATE_NAMES = {
    "us": "United States", "u.s.": "United States", "usa": "United States", "america": "United States",
    "american": "United States", "uk": "Britain", "u.k.": "Britain", "united kingdom": "Britain",
    "great britain": "Britain", "uae": "United Arab Emirates", "holland": "Netherlands", "eu": "European Union",
}  # fmt: skip
#: How many articles' tokens are kept: those of a batch, between finding parties and linking positions.
KEPT = 64


@lru_cache(maxsize=KEPT)
def tokens_of(text: str) -> Tokens:
    """The tokens of an article, made once for the finder and the linker."""
    return Tokens(text)


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """Lower-case names of countries and of their first-level divisions (pycountry: ISO 3166-1 and 3166-2)."""
    names = {
        "usa",
        "u.s.",
        "us",
        "u.s",
        "uk",
        "u.k.",
        "uae",
        "russia",
        "south korea",
        "north korea",
        "vietnam",
        "iran",
        "syria",
        "taiwan",
        "bolivia",
        "venezuela",
        "tanzania",
        "moldova",
        "laos",
        "britain",
        "great britain",
        "england",
        "scotland",
        "wales",
        "europe",
        "asia",
        "africa",
        "north america",
        "south america",
        "latin america",
        "middle east",
        "america",
        "hong kong",
        "macau",
        "turkey",
        "ivory coast",
        "washington",
        "new york",
        "washington d.c.",
        "united states",
        "the netherlands",
        "holland",
        "czech republic",
        "mexico",
        "asia pacific",
        "d.c.",
        "bavaria",
        "hesse",
        "saxony",
        "lower saxony",
        "saxony-anhalt",
        "thuringia",
        "north rhine-westphalia",
        "rhineland-palatinate",
        "catalonia",
        "andalusia",
        "lombardy",
        "tuscany",
        "sicily",
        "normandy",
        "quebec",
    }
    for country in pycountry.countries:
        names.update(str(name).lower() for name in (country.name, getattr(country, "common_name", country.name)))
    for code in ("US", "CA", "AU", "IN", "DE"):
        names.update(part.name.lower() for part in pycountry.subdivisions.get(country_code=code))
    return frozenset(names | {plain(name) for name in names})


class PartyWords:
    """`patterns/parties.toml` in the form in which finder and resolver ask it."""

    def __init__(self, patterns: Patterns):
        data = patterns.load("parties.toml", PartyFile)
        self.forms = {bare(word) for word in _words(data.company_form)}
        #: Forms as one token may write them.
        self.form_tokens = (
            self.forms | set(_words(data.company_form)) | {word.rstrip(".") for word in _words(data.company_form)}
        )
        self._written_forms = self.forms | set(_words(data.company_form))
        self.business = frozenset(_words(data.business_word))
        self.openers = frozenset(_words(data.business_opener))
        self.public_heads = _by_first(_words(data.public_head))
        self.public_names = _by_first(_words(data.public_name))
        self.org_words = frozenset(_words(data.org_word))
        self.exchanges = _by_first(_words(data.exchange))
        self.exchange_notes = {word.casefold() for word in _words(data.exchange) + _words(data.exchange_code)}
        self.org_names = _by_first(_words(data.org_name))
        self.social = frozenset(_words(data.social))
        self.departments = frozenset(_words(data.department))
        self.media = _by_first(_words(data.media))
        self.media_names = {word.casefold() for word in _words(data.media)}
        outlets = _either(_words(data.media))
        #: The agency behind a photographer's name ("Photo: Ada Quill/Getty Images").
        self.credit = re.compile(rf"/(?:(?<=[a-z]/)|(?<=[a-z] /)) ?({outlets}|AP|EPA)(?![\w/.])")
        #: Words with which a name of these lists begins.
        self.fixed_openers = frozenset().union(self.public_names, self.media, self.exchanges, self.org_names)
        self.no_heads = frozenset(_words(data.no_party_head))
        self.no_names = frozenset(_words(data.no_party_name))
        self.function = frozenset(_words(data.function_word))
        self.honorifics = frozenset(_words(data.honorific))
        self.demonyms = frozenset(_words(data.demonym))
        self.acting = frozenset(_words(data.acting_verb))
        #: Verbs for places that are known, and those of both sorts behind "will" and the like.
        self.acting_known = self.acting | frozenset(_words(data.acting_known))
        self.acting_bases = frozenset(_words(data.acting_base))
        #: Capital -> the country that it stands for, and the adjective of that.
        self.capitals = {
            capital: (country, demonym)
            for rule in data.capital
            for capital, country, demonym in (entry.split(" | ") for entry in rule.words)
        }
        self.generic = frozenset(_words(data.generic_word))
        self.group_suffixes = frozenset(_words(data.group_suffix))
        self.papers = frozenset(_words(data.paper))
        papers = "|".join(sorted(self.papers))
        #: "The Lowfield Sun" with a capital article inside a sentence, or in the line behind an author's.
        self.the_paper = re.compile(
            rf"The (?:(?<=[a-z,] The )|(?<=[a-z]\nThe ))((?:[A-Z][\w’'-]+ ){{0,3}}(?:{papers}))(?![\w’'-]| [A-Z])"
        )
        self.boards = frozenset(_words(data.board))
        self.state_words = frozenset(_words(data.state_word))
        self.of_heads = frozenset(_words(data.of_head))
        self.lower_heads = frozenset(_words(data.lower_head))
        self.lower_bodies: dict[str, list[str]] = {}
        for phrase in _words(data.lower_body):
            self.lower_bodies.setdefault(phrase.split()[0], []).append(phrase)
        self.roles: dict[str, set[PartyKind]] = {}
        for rule in data.role_noun:
            for word in rule.words:
                self.roles.setdefault(word, set()).add(rule.kind)
        self.company_roles = frozenset(
            word for word, kinds in self.roles.items() if "company" in kinds and " " not in word
        ) | {"rival", "competitor", "unit"}
        shared = frozenset(_words(data.shared_role)) | {word for word, kinds in self.roles.items() if "person" in kinds}
        #: Nouns of two words ("fund manager").
        self.role_pairs = frozenset(w for w, kinds in self.roles.items() if "company" in kinds and w.count(" ") == 1)
        #: Those of them that never stand before a person's name ("the insurer").
        self.firm_roles = self.company_roles - shared
        #: Role noun, or word of a name -> the sort of business it tells.
        self.senses = {word: rule.id for rule in data.role_sense for word in rule.words}
        self.named_senses = {word: rule.id for rule in data.role_sense for word in rule.name_words}
        self.deal_roles = frozenset(_words(data.deal_role))
        self.body_roles = frozenset(_words(data.body_role))
        self.causes = frozenset(_words(data.cause))
        self.firm_trades = frozenset(_words(data.firm_trade))
        pairs = {pair.rpartition(" ")[2] for pair in (*self.role_pairs, *self.body_roles)}
        #: Last words of all that may stand before a name and tell what it is ("the chipmaker Acme").
        self.role_ends = self.company_roles | self.firm_trades | self.body_roles | pairs | WATCHES | OFFICES
        self.role_ends |= {"group", "bank"}
        self.club_words = frozenset(_words(data.club_word))
        self.club_openers = frozenset(_words(data.club_opener))
        #: Words and phrases of sport; an article that holds several different ones tells of clubs.
        self.sport_words = frozenset(word for word in _words(data.sport_word) if " " not in word)
        self.sport_phrases = tuple(word for word in _words(data.sport_word) if " " in word)
        self.surname_words = frozenset(_words(data.surname_word))
        degrees = _either(_words(data.degree))
        #: Academic degrees and the like behind a person's name, with the comma before each.
        self.degrees = re.compile(rf"(?:,? (?:{degrees})(?!\w))+")
        self.degree_names = frozenset(_words(data.degree)) | {w.rstrip(".") for w in _words(data.degree)}
        firms = _either(self.firm_roles)
        #: ", the insurer," or ", a Leeds-based maker of" behind a name.
        self.firm_apposition = re.compile(
            r"(?:['’]s?(?=,))?(?:\s\([^()]{1,40}\))?,\s(?:an?|the|one of the|its)\s"
            r"(?:(?!(?:of|at|for|in|to|from|who|by|and|with)\s)[\w’'&.-]+\s){0,5}"
            rf"(?:{firms})s?(?:[,.;)—–]|\s(?:of|in|that|which|based|for|with|behind|backed|owned|to|and|listed)\b|$)"
        )
        bodies, causes = _either(self.body_roles - _LOOSE_BODIES), _either(self.causes)
        #: ", a nonprofit that", " is a trade association of" behind a name.
        self.body_apposition = re.compile(
            r"(?:\s\([^()]{1,40}\))?(?:,|\sis)\s(?:an?|the|one of the)\s"
            r"(?:(?!(?:of|at|for|in|to|from|who|by|and|with)\s)[\w’'&.-]+\s){0,5}?"
            r"(?:(?:non-?profit|not-for-profit|501\(c\)|charitable)\b"
            rf"|(?:{bodies}|(?:{causes}) (?:group|organi[sz]ation)"
            r"|(?:football|soccer|rugby|cricket|hockey|basketball|baseball|volleyball) (?:club|team|side|league))"
            r"(?:[,.;)—–]|\s(?:of|in|that|which|based|for|with|to|representing|dedicated|founded|formed|funded|backed|run|led"
            r"|headed|chaired|set up|whose|behind)\b|$))"
        )
        #: Words with which a public body's noun can begin.
        self.body_openers = frozenset(self.public_heads) | self.lower_heads | frozenset(self.lower_bodies)
        roles = _either(
            [*self.roles, "Company", "Corporation", "Group", "Bank", "Fund", "Partnership", "Trust", "Commission",
             "Ministry", "Council", "Court", "Agency", "Authority", "Union", "University", "Department", "Government",
             "Association", "Foundation"]
        )  # fmt: skip
        #: "The Danish insurer": it begins with a letter, not with a `\b` that would be tried at each character.
        self.nominal = re.compile(
            rf"([Tt](?<!\w.)h(?:e|is))\s((?:(?![Tt]h(?:e|is)\s)[\w.,’'&-]+\s){{0,4}}?)({roles})\b(?![\w-])"
        )
        #: What an article calls a state, in small letters -> its country.
        self.states = dict(_STATE_NAMES)
        for capital, (country, demonym) in self.capitals.items():
            for name in (country, demonym, capital):
                self.states.setdefault(name.casefold(), country)
        self.places = places() | {capital.casefold() for capital in self.capitals}
        states = pycountry.subdivisions.get(country_code="US")
        self.place_codes = frozenset(_words(data.place_short)) | {str(state.code)[3:] for state in states}

    def is_form(self, token: str) -> bool:
        """Whether a token is a legal form, with or without its stop."""
        return token in self._written_forms or ("." in token and bare(token) in self.forms)

    def is_place(self, name: str) -> bool:
        """Whether a name is that of a country, a state or an adjective of one."""
        return name.casefold() in self.places or name in self.demonyms or name in self.place_codes


def bare(form: str) -> str:
    """A legal form without stops and commas; case is kept, for `AB` and `ab` differ.

    >>> bare("S.A."), bare("Inc.")
    ('SA', 'Inc')
    """
    return form.replace(".", "").replace(",", "")


def _words(rules: tuple[WordRule, ...]) -> list[str]:
    return [word for rule in rules for word in rule.words]


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _either(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first, those with one first letter together: they are tried in turn.

    >>> _either(["bank", "group", "bakery"])
    '(?:b(?:akery|ank)|g(?:roup))'
    """
    rests: dict[str, list[str]] = {}
    for word in _longest_first(words):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(some)})" for first, some in rests.items()) + ")"


def _by_first(phrases: list[str]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases as token tuples under their first token, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    spellings = dict.fromkeys(form for phrase in phrases for form in (phrase, phrase.replace("'", "’")))
    for phrase in spellings:
        parts = tuple(match[0] for match in _TOKEN.finditer(phrase))
        table.setdefault(parts[0], []).append(parts)
    for options in table.values():
        options.sort(key=len, reverse=True)
    return table


Label = Literal["person", "org", "company", "public_body", "organization", "place", "none"]
