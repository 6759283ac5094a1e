"""The currencies that articles can name: what is written -> ISO 4217 codes it can stand for.

Codes, English names, minor units and the countries that use them are Unicode CLDR data, read through Babel
(https://cldr.unicode.org, Babel's `en` locale); the signs, spellings and risks that CLDR doesn't have are
`patterns/currencies.toml`. Which candidate an article means is decided in `pipeline.normalise.money`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import pycountry
from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_precision, get_territory_currencies

from pipeline.patterns import Patterns, Table

#: Which currencies are in use is asked for this fixed day, so that a record does not depend on today's.
_IN_USE_ON = datetime.date(2025, 6, 30)
_NOT_NOUNS = {"gold", "units", "unit", "account", "rights"}


class Sign(Table):
    """A sign. `code` is certain, `codes` are candidates, `noun` shares a noun's candidates."""

    forms: tuple[str, ...]
    code: str | None = None
    codes: tuple[str, ...] = ()
    noun: str | None = None
    default: str | None = None
    size: bool = False
    before_only: bool = False


class Noun(Table):
    """A currency word. See `patterns/currencies.toml` for the meaning of the flags."""

    noun: str
    forms: tuple[str, ...]
    codes: tuple[str, ...] = ()
    default: str | None = None
    size: bool = False
    adjective: bool = False
    leading: bool = False


class Minor(Table):
    """A coin: a fraction (10 to the minus `digits`, from CLDR unless given) of a currency."""

    noun: str
    forms: tuple[str, ...]
    codes: tuple[str, ...] = ()
    of: str | None = None
    also: tuple[str, ...] = ()
    default: str | None = None
    digits: int | None = None


class CurrencyFile(Table):
    """`patterns/currencies.toml`."""

    divided: tuple[str, ...]
    historic: tuple[str, ...]
    risky_codes: tuple[str, ...]
    risky_before: tuple[str, ...]
    code_aliases: dict[str, str]
    extra: dict[str, tuple[str, ...]]
    sign: tuple[Sign, ...]
    letters: tuple[Sign, ...]
    noun: tuple[Noun, ...]
    minor: tuple[Minor, ...]
    adjectives: dict[str, tuple[str, ...]]
    places: dict[str, tuple[str, ...]]
    exchanges: dict[str, str]


@dataclass(frozen=True, slots=True)
class Unit:
    """What a sign, code or word names. `codes` holds every candidate; one candidate is certain.

    `minor_digits` is the power of ten that divides the number (2 for cents), 0 for a whole currency.
    """

    key: str
    codes: tuple[str, ...]
    minor_digits: int = 0
    power: int = 0
    size: bool = False
    size_before: bool = False
    adjective: bool = False
    leading: bool = False
    before_only: bool = False
    default: str | None = None

    @property
    def ambiguous(self) -> bool:
        """Whether the article has to decide which currency this is."""
        return len(self.codes) > 1


@dataclass(slots=True)
class CurrencyTable:
    """Everything that can name a currency, by its written form."""

    signs: dict[str, Unit] = field(default_factory=dict)
    capitals: dict[str, Unit] = field(default_factory=dict)
    nouns: dict[str, Unit] = field(default_factory=dict)
    adjectives: dict[str, frozenset[str]] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    places: dict[str, frozenset[str]] = field(default_factory=dict)
    exchanges: dict[str, str] = field(default_factory=dict)
    of_country: dict[str, tuple[str, ...]] = field(default_factory=dict)


def load_currencies(patterns: Patterns) -> CurrencyTable:
    """Build the table from CLDR and `patterns/currencies.toml`."""
    return _Builder(patterns.load("currencies.toml", CurrencyFile)).table()


class _Builder:
    def __init__(self, data: CurrencyFile):
        self.data = data
        self.locale = Locale.parse("en")

    def table(self) -> CurrencyTable:
        codes = frozenset(self.of_codes) | set(self.data.historic) | set(self.data.extra)
        nouns = self._nouns()
        return CurrencyTable(
            signs={form: self._sign(sign) for sign in self.data.sign for form in sign.forms},
            capitals=self._capitals(codes),
            nouns=nouns,
            adjectives=self._adjectives(),
            codes=codes,
            places=self._places(),
            exchanges=self.data.exchanges,
            of_country=self.of_country,
        )

    @cached_property
    def of_country(self) -> dict[str, tuple[str, ...]]:
        """ISO 3166 code -> its currencies in use, then those of the past that `historic` lists."""
        territories = sorted(t for t in get_global("territory_currencies") if t in self.locale.territories)
        found: dict[str, tuple[str, ...]] = {}
        for territory in territories:
            now = get_territory_currencies(territory, _IN_USE_ON, _IN_USE_ON)
            past = get_territory_currencies(territory, datetime.date(1980, 1, 1), _IN_USE_ON)
            found[territory] = (
                *now,
                *(code for code in past if code in self.data.historic and code not in now),
            )
        return found

    @cached_property
    def of_codes(self) -> tuple[str, ...]:
        in_use = (get_territory_currencies(t, _IN_USE_ON, _IN_USE_ON) for t in sorted(self.of_country))
        return tuple(sorted({code for codes in in_use for code in codes}))

    @cached_property
    def names(self) -> list[tuple[str, str, str]]:
        """(adjective, noun, code), lower case, for the singular and plural name of each currency."""
        found = set()
        for code in (*self.of_codes, *self.data.historic):
            for count in (1, 2):
                *adjective, noun = get_currency_name(code, count=count, locale=self.locale).lower().split()
                found.add((" ".join(adjective), noun, code))
        return sorted(found)

    @cached_property
    def candidates(self) -> dict[str, tuple[str, ...]]:
        """CLDR noun -> codes in use with that noun; those of the past follow."""
        found: dict[str, list[str]] = {}
        for _, noun, code in sorted(self.names, key=lambda name: (name[2] in self.data.historic, name[2])):
            if noun not in _NOT_NOUNS and code not in found.setdefault(noun, []):
                found[noun].append(code)
        return {noun: tuple(codes) for noun, codes in found.items()}

    def _codes_of(self, noun: str) -> tuple[str, ...]:
        for entry in self.data.noun:
            if entry.noun == noun and entry.codes:
                return entry.codes
        return self.candidates.get(noun, ())

    def _sign(self, sign: Sign) -> Unit:
        codes = (sign.code,) if sign.code else sign.codes or self._codes_of(sign.noun or "")
        for minor in self.data.minor:
            if minor.noun == sign.noun:
                return self._minor(minor, sign.forms[0])
        key = sign.noun or sign.forms[0]
        return Unit(key, codes, size=sign.size, before_only=sign.before_only, default=sign.default)

    def _minor(self, minor: Minor, form: str) -> Unit:
        codes = minor.codes or (*self._codes_of(minor.of or ""), *minor.also)
        digits = minor.digits if minor.digits is not None else get_currency_precision(codes[0]) or 2
        return Unit(minor.noun, codes, minor_digits=digits, default=minor.default)

    def _capitals(self, codes: Iterable[str]) -> dict[str, Unit]:
        found: dict[str, Unit] = {}
        named = {code: code for code in sorted(codes)} | dict(self.data.code_aliases)
        for written, code in named.items():
            found[written] = Unit(code, (code,), size=code in self.data.risky_codes,
                                  size_before=code in self.data.risky_before)  # fmt: skip
        # "120 MEUR", "MSEK 450", "TEUR 12": scaled codes of company reports in the Nordic and German style.
        for code in ("EUR", "USD", "SEK", "NOK", "DKK", "GBP", "CHF", "ISK", "PLN", "CZK"):
            for prefix, power in (("M", 6), ("k", 3), ("K", 3), ("T", 3), ("bn", 9), ("B", 9)):
                found[prefix + code] = Unit(code, (code,), power=power)
            for suffix, power in (("m", 6), ("k", 3), ("bn", 9)):
                found[code + suffix] = Unit(code, (code,), power=power)
        for sign in self.data.letters:
            for form in sign.forms:
                found[form] = self._sign(sign)
        return found

    def _nouns(self) -> dict[str, Unit]:
        found: dict[str, Unit] = {}
        for noun, codes in self.candidates.items():
            in_use = tuple(code for code in codes if code not in self.data.historic)
            for form in {noun, _plain(noun)}:
                found[form] = Unit(noun, codes, size=not in_use)
        # Blanks get lost between a web page and its text: "42 egyptianpounds".
        for adjective, noun, code in self.names:
            if adjective and noun not in _NOT_NOUNS:
                found[adjective.replace(" ", "") + noun] = Unit(noun, (code,))
        for code, forms in self.data.extra.items():
            for form in forms:
                found[form] = Unit(code, (code,))
        for entry in self.data.noun:
            unit = Unit(entry.noun, self._codes_of(entry.noun), size=entry.size, adjective=entry.adjective,
                        leading=entry.leading, default=entry.default)  # fmt: skip
            for form in entry.forms:
                found[form] = unit
        for minor in self.data.minor:
            for form in minor.forms:
                found[form] = self._minor(minor, form)
        # One letter is no word: "p" and "c" are found on the number itself.
        return {form: unit for form, unit in found.items() if len(form) > 1}

    def _adjectives(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for adjective, _, code in self.names:
            if adjective:
                found.setdefault(adjective, set()).add(code)
        for territory, codes in self.of_country.items():  # "Burundi francs"
            found.setdefault(self.locale.territories[territory].lower(), set()).update(codes)
        for adjective, codes in self.data.adjectives.items():
            found[adjective] = set(codes)
        return {adjective: frozenset(codes) for adjective, codes in found.items()}

    def _places(self) -> dict[str, frozenset[str]]:
        """Names of countries, their adjectives and cities, as written, -> ISO 3166 codes."""
        found: dict[str, set[str]] = {}
        for territory in self.of_country:
            found.setdefault(self.locale.territories[territory], set()).add(territory)
        owners = {codes[0]: t for t, codes in sorted(self.of_country.items(), reverse=True) if codes}
        owners |= {"USD": "US", "AUD": "AU", "NZD": "NZ", "GBP": "GB", "DKK": "DK", "NOK": "NO", "CHF": "CH"}
        for code in self.of_codes:
            *adjective, _ = get_currency_name(code, count=1, locale=self.locale).split()
            if adjective and code != "EUR" and code in owners:
                found.setdefault(" ".join(adjective), set()).add(owners[code])
        for zone, territory in get_global("zone_territories").items():
            city = zone.rsplit("/", 1)[-1].replace("_", " ")
            if territory in self.of_country and len(city) > 3:
                found.setdefault(city, set()).add(territory)
        for territory in self.data.divided:
            for division in pycountry.subdivisions.get(country_code=territory):
                if len(division.name) > 3:
                    found.setdefault(division.name, set()).add(territory)
        for territory, names in self.data.places.items():
            for name in names:
                found.setdefault(name, set()).add(territory)
        return {name: frozenset(found[name]) for name in sorted(found)}


def _plain(word: str) -> str:
    """The word without the accents that English papers drop: "córdobas" -> "cordobas"."""
    return word.translate(str.maketrans("áéíóúëãʻ", "aeiouea'"))


def trie_pattern(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first, that shares their common beginnings.

    >>> trie_pattern(["euro", "euros", "yen"])
    '(?:euro(?:s)?|yen)'
    """
    root: dict[str, dict] = {}
    for word in sorted(set(words)):
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, dict]) -> str:
    ends = "" in node
    parts = []
    for letter in sorted(key for key in node if key):
        tail, child = re.escape(letter), node[letter]
        while len(child) == 1 and "" not in child:
            ((following, child),) = child.items()
            tail += re.escape(following)
        parts.append(tail + ("" if set(child) == {""} else _branch(child)))
    if not ends and len(parts) == 1:
        return parts[0]
    return f"(?:{'|'.join(parts)})" + ("?" if ends else "")
