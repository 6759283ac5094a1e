"""Names as keys: what two articles write differently and mean alike comes out equal, and nothing else does."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ...find.words import PartyWords, bare
from ...patterns import Patterns, Rule, Table

_WORD = re.compile(r"[^\s,;()]+")
#: "NYSE: CDRG" behind a name: the exchange of a ticker.
_EXCHANGE = re.compile(r"([A-Z][\w .-]{0,20}?)\s*:\s*$")
#: Behind a person's family name.
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


class SpellingRule(Rule):
    """Words that are one thing."""

    words: tuple[str, ...]


class AcrossFile(Table):
    """`patterns/across.toml`."""

    form_spelling: tuple[SpellingRule, ...]
    title_spelling: tuple[SpellingRule, ...]
    shared_word: tuple[SpellingRule, ...]


class FirmName(NamedTuple):
    """The name of a company or body: `core` without its legal form, `form` in one spelling, "" where it has none."""

    core: str
    form: str

    @property
    def key(self) -> str:
        return f"{self.core} | {self.form}" if self.form else self.core

    @property
    def words(self) -> int:
        return self.core.count(" ") + 1


class PersonName(NamedTuple):
    """A person's name in parts; "Jr." belongs to `last`: father and son are two."""

    first: str
    middle: tuple[str, ...]
    last: str

    @property
    def key(self) -> str:
        return " ".join((self.first, *self.middle, self.last))


class Names:
    """The lists of `patterns/across.toml` and `patterns/parties.toml` that tell names apart."""

    def __init__(self, patterns: Patterns):
        data = patterns.load("across.toml", AcrossFile)
        self._words = PartyWords(patterns)
        self._forms = {bare(word).casefold(): rule.id for rule in data.form_spelling for word in rule.words}
        self._titles = {folded(word): rule.id for rule in data.title_spelling for word in rule.words}
        self._shared = {folded(word) for rule in data.shared_word for word in rule.words}
        self._exchanges = {" ".join(name).casefold() for names in self._words.exchanges.values() for name in names}
        self.firm = lru_cache(50_000)(self._firm)

    def _firm(self, name: str) -> FirmName:
        tokens = _WORD.findall(name)
        if len(tokens) > 1 and tokens[0].casefold() == "the":
            tokens = tokens[1:]
        forms: list[str] = []
        while len(tokens) > 1:
            form = bare(tokens[-1]).casefold()
            spelt = form in self._forms and (forms or name.isupper())  # "Private" of "Private Ltd", "INC"
            if not spelt and not self._words.is_form(tokens[-1]):
                break
            tokens.pop()
            forms.insert(0, self._forms.get(form, form))
        return FirmName(folded(" ".join(tokens)), " ".join(forms))

    def person(self, name: str) -> PersonName | None:
        """The parts of a full name; None for a family name alone or behind mere initials."""
        words = [word for word in _WORD.findall(name) if word not in self._words.honorifics]
        parts = [folded(word) for word in words]
        parts = [part for part in parts if part]
        if len(parts) > 2 and parts[-1] in _SUFFIXES:
            parts[-2:] = [" ".join(parts[-2:])]
        if len(parts) < 2 or len(parts[0]) < 2:
            return None
        return PersonName(parts[0], tuple(parts[1:-1]), parts[-1])

    def shared(self, name: str) -> bool:
        """Whether a body's name is one that many bodies bear ("Supreme Court")."""
        return all(word in self._shared for word in folded(name).split())

    def common_ground(self, name: str) -> bool:
        """Whether a newswire or an exchange: that two articles name it says nothing about the people in them."""
        lowered = name.casefold()
        return lowered in self._words.media_names or lowered in self._exchanges | self._words.exchange_notes

    def title(self, title: str | None) -> str:
        """A post in one spelling."""
        plain = folded(title or "")
        return self._titles.get(plain, plain)


def folded(text: str) -> str:
    """Text without case, accents, stops, hyphens and apostrophes; "&" is "and".

    >>> folded("Café-Müller & Co."), folded("U.S.")
    ('cafe muller and co', 'us')
    """
    flat = unicodedata.normalize("NFKD", text.casefold())
    flat = "".join(sign for sign in flat if not unicodedata.combining(sign))
    flat = flat.replace("&", " and ").replace(".", "").replace("'", "").replace("’", "")
    return " ".join(re.findall(r"\w+", flat))


def exchange_before(text: str, start: int) -> str | None:
    """The exchange named before the ticker that starts at `start` ("NASDAQ" of "(NASDAQ: PNMT)"), in small letters."""
    found = _EXCHANGE.search(text[max(0, start - 24) : start])
    return folded(found[1]) if found else None
