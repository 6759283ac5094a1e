"""Names by their letters: initials, abbreviations inside names, tickers in lines of their own."""

from __future__ import annotations

import re
from functools import lru_cache

from ..find.candidates import spells
from ..find.scan import Scan
from .groups import NameGroups
from .name import Name

#: A line that holds no more than a ticker and how its price moved.
_TICKER_LINE = Scan(r"^\s*([A-Z]{2,5})(?:--|\s*[-+]\d+(?:\.\d+)?\s?%)\s*$", "--", "%")


#: Shorter words in brackets are initials, or anything.
SHORTEST_BRACKETED = 4
#: Two clipped words run into one.
_CLIPPED = re.compile(r"([A-Z][a-z]{2,})([A-Z][a-z]{1,})")


class Initials(NameGroups):
    """Links the letters of one article to the names that they stand for."""

    def _link_initials(self) -> None:
        for name in self._usable:
            if len(name.core) != 1 or self._parent[name.key] != name.key:
                continue
            letters = re.sub(r"[^A-Za-z]", "", name.text)
            if re.fullmatch(r"[A-Z]+[a-z]?[A-Z]+", letters):
                letters = letters.upper()
            if not letters.isupper() or not 2 <= len(letters) <= 6 or (len(letters) == 2 and _is_wire(name)):
                continue
            owners = {
                self.find(other): other
                for other in self._usable
                if len(other.core) >= 2
                and other.bodies >= other.people
                and other.votes["place"] < other.bodies
                and (self._exact_initials(other, letters) if len(letters) > 2 else _of_two_words(other, letters))
            }
            if len(owners) == 1 and next(iter(owners)) != self.find(name):
                name.reason = "initials"
                self.join(name, next(iter(owners.values())))

    def _link_abbreviated(self) -> None:
        """ "OMT Coalition" is the "Oven Makers Tax Coalition": letters for the first words, and the same rest."""
        for name in self._usable:
            lead = name.text.partition(" ")[0]
            if len(name.core) < 2 or not lead.isupper() or not 3 <= len(lead) <= 6 or lead.casefold() != name.core[0]:
                continue
            rest, size = name.core[1:], len(name.core) - 1
            longer = [
                other
                for other in self._usable
                if other.core[-size:] == rest
                and "".join(word[0] for word in other.core[:-size]) == lead.casefold()
            ]
            if len({self.find(other) for other in longer}) == 1:
                name.reason = "initials"
                self.join(name, longer[0])

    def _link_clipped(self) -> None:
        """ "QuilCom" is "Quil Communications Inc.": the beginnings of its first two words, each with a capital."""
        for name in self._usable:
            parts = _CLIPPED.fullmatch(name.text)
            if parts is None or self._parent[name.key] != name.key:
                continue
            head, tail = parts[1].casefold(), parts[2].casefold()
            longer = [
                other
                for other in self._usable
                if len(other.core) > 1
                and other.core[0].startswith(head)
                and other.core[1].startswith(tail)
                and len(other.core[1]) > len(tail)
                and other.bodies > other.people
            ]
            if len({self.find(other) for other in longer}) == 1:
                name.reason = "initials"
                self.join(name, longer[0])

    def _link_bracketed(self) -> None:
        """ "Southern Asia Joint Stock Bank (SoBank)": one word in brackets behind a name with its letters in order."""
        for name in self._usable:
            letters = name.text.casefold()
            if len(name.core) != 1 or not letters.isalpha() or len(letters) < SHORTEST_BRACKETED:
                continue
            if self._parent[name.key] != name.key:
                continue
            longer = [
                other
                for other in self._usable
                if len(other.core) > 2
                and other.bodies > other.people
                and _letters_in_order(letters, "".join(other.core))
                and re.search(rf"{re.escape(other.text)} \({re.escape(name.text)}(?:\)|[,;:]? )", self.text)
            ]
            if len({self.find(other) for other in longer}) == 1:
                name.reason = "initials"
                self.join(name, longer[0])

    def _exact_initials(self, name: Name, letters: str) -> bool:
        if self._spelt(name.text, letters):
            return True
        led = letters[0] == "T" and len(letters) > 2 and f"The {name.text}" in self.text
        if led and self._spelt("The " + " ".join(w for w in name.text.split() if not self.words.is_form(w)), letters):
            return True
        text = self._without_country(name.text)
        return text != name.text and self._spelt(text, letters)

    def _without_country(self, name: str) -> str:
        """A name less the country before it ("U.S. Oven Agency")."""
        head, _, rest = name.partition(" ")
        return rest if rest and self.words.is_place(head) else name

    @staticmethod
    def _spelt(text: str, letters: str) -> bool:
        capitals, every = _first_letters(text)
        return letters in (capitals, every) or (len(letters) == len(capitals) and spells(text, letters))

    def _link_ticker_lines(self) -> None:
        for name in list(self.names.values()):
            same = self.names.get(name.key.removeprefix("$")) if name.ticker else None
            if same is not None and same is not name and same.text.isupper() and not same.ticker:
                same.reason = "ticker"
                self.join(same, name)
        self._link_lines_of_tickers()

    def _link_lines_of_tickers(self) -> None:
        """A line such as `ABCD--` or `ABCD +1.2%` holds the ticker of a company whose name has its
        letters in order.
        """
        for match in _TICKER_LINE.finditer(self.text):
            letters = match[1].lower()
            owners = [
                n
                for n in self._usable
                if n.bodies > n.people and n.core and _letters_in_order(letters, "".join(n.core))
            ]
            clusters = {self.find(name) for name in owners}
            if len(clusters) == 1:
                ticker = self._name(match[1], match.start(1), "$")
                ticker.ticker, ticker.reason = True, "ticker line"
                self.join(ticker, owners[0])


@lru_cache(maxsize=1 << 10)
def _first_letters(name: str) -> tuple[str, str]:
    """The first letters of the capitalised words of a name, and those of all; kept, for each initialism asks anew."""
    words = re.findall(r"[^\W_]+", name)
    return "".join(word[0] for word in words if word[0].isupper()), "".join(word[0].upper() for word in words)


def _is_wire(name: Name) -> bool:
    """Whether a name is a source of news here: "AP reported" is no short form of "Acme Paper"."""
    return any("source of news or data" in candidate.reasons for candidate in name.candidates)


def _of_two_words(name: Name, letters: str) -> bool:
    """Whether two letters are the initials of a firm's or body's name of just two words: "GM", "EU"."""
    return len(name.core) == 2 and "".join(word[0] for word in name.core) == letters.lower()


def _letters_in_order(letters: str, name: str) -> bool:
    if not name.startswith(letters[0]):
        return False
    at = 0
    for letter in letters:
        at = name.find(letter, at) + 1
        if not at:
            return False
    return True
