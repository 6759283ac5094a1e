"""The names of an article with their evidence, and which of them are one party so far."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from ..find.candidates import BY_END, PartyCandidate, add_votes
from ..find.names import SURNAMES
from ..find.words import PartyWords, bare
from .name import ORG_KEYS, Name

_SAME_FORM = {
    "incorporated": "inc",
    "corporation": "corp",
    "company": "co",
    "limited": "ltd",
    "aktiengesellschaft": "ag",
}
#: Last words of places and of firms alike.
_STREETS = SURNAMES | {"Square", "Point", "Gate", "Rock", "Grove", "Creek", "Ridge", "Peak"}
#: Legal forms that stand before a name.
_FORMS_BEFORE = frozenset({"PT", "PT.", "P.T."})
#: Legal forms as some write them in capitals: "Quill Mills Co. LTD".
CAPITAL_FORMS = frozenset({"LTD", "LIMITED", "INC", "CORP", "GMBH"})
_JOINTS = ("&", "+", "and")
#: Weight of "no party" evidence from which on a name is out.
REFUSED = 4
#: Evidence below which a name is no party.
ENOUGH = 0.6
#: An abbreviation defined inside a name: "Oven Makers Tax (OMT) Coalition".
_ABBREVIATION = re.compile(r" \([A-Z]{2,8}\) ")


class NameGroups:
    """Union-find over the names of one article."""

    def __init__(self, text: str, candidates: list[PartyCandidate], words: PartyWords):
        self.text, self.words = text, words
        self.names: dict[str, Name] = {}
        self._lexicon: dict[str, str] = {}
        self._parent: dict[str, str] = {}
        self.defined: list[tuple[str, str]] = []
        for candidate in candidates:
            self._take(candidate)
        for name in self.names.values():
            self._forgive(name)
            name.weigh()
        self._pool = self._names_with_evidence()
        self._by_first: dict[str, list[Name]] = {}  # all names by the first word of their cores
        for name in self.names.values():
            if name.core:
                self._by_first.setdefault(name.core[0], []).append(name)
        self._by_head: dict[str, list[Name]] = {}  # those of several words with evidence
        for name in self._pool:
            if len(name.core) > 1:
                self._by_head.setdefault(name.core[0], []).append(name)
        self._find_usable()

    def key(self, name: str) -> str:
        """The key of a name: case, stops, commas and white space apart, names that agree are one name."""
        return _key(name)

    def _name(self, text: str, first: int, mark: str = "") -> Name:
        key = mark + self.key(text)
        if key not in self.names:
            core, form = _core(self.words, text)
            self.names[key] = Name(text, key, core, form, first=first)
            self._parent[key] = key
        return self.names[key]

    def _take(self, candidate: PartyCandidate) -> None:
        name = self._name(candidate.text, candidate.start)
        name.candidates.append(candidate)
        add_votes(name.votes, candidate.votes)
        told = not candidate.heading or "company form" in candidate.reasons  # "Quill Mills Limited" above a notice
        if told and (name.first_body is None or candidate.start < name.first_body):
            name.first_body = candidate.start
        if candidate.party is not None:
            self.join(name, self.names[self._lexicon.setdefault(candidate.party, name.key)])
        for start, end in candidate.aliases:
            self._alias(candidate, name, start, end)
        for start, end in candidate.defined:
            self.defined.append((self.text[start:end], self.key(candidate.text)))

    def _alias(self, candidate: PartyCandidate, name: Name, start: int, end: int) -> None:
        words = self.text[start:end]
        if candidate.ticker == words and self.key(words) == self.key(candidate.text):
            return
        alias = self._name(words, start, "$" if candidate.ticker == words else "")
        alias.reason = "defined in the text"
        if candidate.ticker == words:
            alias.ticker, alias.reason = True, "ticker"
        self.join(alias, name)

    def find(self, name: Name) -> str:
        """The key of the cluster that a name is in."""
        key = name.key
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def join(self, one: Name, other: Name) -> None:
        """Make two names one party."""
        a, b = self.find(one), self.find(other)
        if a != b:
            low, high = sorted((a, b), key=lambda key: (self.names[key].first, key))
            self._parent[high] = low

    def groups(self) -> dict[str, list[Name]]:
        """Cluster key -> its names, in order of first mention."""
        found: dict[str, list[Name]] = {}
        for name in sorted(self.names.values(), key=lambda n: (n.first, n.text)):
            found.setdefault(self.find(name), []).append(name)
        return found

    @staticmethod
    def _forgive(name: Name) -> None:
        """Drop the evidence against a name that comes from some of its places only, where most others are clean."""
        doubted = [c for c in name.candidates if c.votes["none"] > 0]
        if not doubted:
            return
        clean = [c for c in name.candidates if c.votes["none"] <= 0 and sum(c.votes[key] for key in ORG_KEYS) >= ENOUGH]
        if len(clean) > 1 and len(clean) >= len(doubted):
            name.votes["none"] = 0
        ended = name.text.rpartition(" ")[2] in _STREETS and all(BY_END in c.reasons for c in doubted)
        if ended and len(name.candidates) > 1 and all(c.votes["org"] >= ENOUGH for c in name.candidates):
            name.votes["none"] = 0  # "Harrow Castle", of which a NER never doubts that it is a firm
        if name.votes["acts"]:  # a state that a dateline names too ("AUSTIN, Texas")
            name.votes["none"] -= sum(c.votes["none"] for c in doubted if "dateline" in c.reasons)

    def _find_usable(self) -> None:
        """Set `_usable`: the names that can be a party by their evidence, less those found to be none on the way."""
        self._usable = [name for name in self._pool if _counts(name)]

    def _names_with_evidence(self) -> list[Name]:
        return [
            n for n in self.names.values() if not n.ticker and _counts(n) and (n.people or n.bodies or n.votes["place"])
        ]

    def _grouped(self, name: Name) -> bool:
        words = name.text.split()
        return len(words) > len(name.core) and words[-1].lower() in self.words.group_suffixes

    def _has_ticker(self, name: Name) -> bool:
        return any(candidate.ticker for candidate in name.candidates)

    def _settles(self, name: Name, mate: Name) -> bool:
        """Whether a name of the same party tells already for whom a short name stands."""
        if mate.core == name.core:
            return bool(mate.form) or self._grouped(mate)
        return name.reason == "defined in the text" and mate.core[: len(name.core)] == name.core

    def _settled(self, name: Name) -> bool:
        """Whether a short name is that of a longer one already: "Acme" of the "Acme Group"."""
        mate = self.find(name)
        return any(self._settles(name, other) and self.find(other) == mate for other in self._by_first[name.core[0]])

    def _prefix_owners(self, name: Name) -> list[Name]:
        n = len(name.core)
        return [
            other
            for other in (self._by_head.get(name.core[0], ()) if name.core else ())
            if len(other.core) > n
            and other.core[:n] == name.core
            and other.first_body is not None
            and (other.bodies >= other.people or other.votes["company"] >= 1.5)
            and other.votes["place"] <= other.bodies  # "Quill Lowfield" is where the houses of "Quill USA" stand
        ]

    def _generic(self, core: tuple[str, ...]) -> bool:
        words = self.words
        joined = " ".join(core)
        return (
            joined in words.places
            or all(
                word in self.words.generic
                or word in words.places
                or word.title() in words.demonyms
                or word.title() in words.business
                for word in core
            )
            or joined.title() in words.demonyms
            or (len(core) == 1 and len(core[0]) < 2)
        )

    def _one_chain(self, names: list[Name]) -> bool:
        """Whether the longer names are one party; a short name that two could bear is left alone."""
        return len({self.find(name) for name in names}) == 1


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> str:
    plain = " ".join(html.unescape(name).split())
    return plain.replace(".", "").replace(",", "").replace("’", "'").casefold().removeprefix("the ")


def _counts(name: Name) -> bool:
    """Whether the evidence against a name does not rule it out."""
    return name.votes["none"] < REFUSED or name.votes["company"] >= 3


@lru_cache(maxsize=1 << 14)
def _core(words_of: PartyWords, text: str) -> tuple[tuple[str, ...], str]:
    """The words of a name that tell it from others, and its legal forms; kept, as articles repeat their names."""
    plain = html.unescape(text)
    words = (_ABBREVIATION.sub(" ", plain) if "(" in plain else plain).replace(",", " ").split()
    if words and words[0].lower() == "the" and len(words) > 1:
        words = words[1:]
    forms: list[str] = []
    while len(words) > 1:
        if words_of.is_form(words[-1]) or words[-1].rstrip(".") in CAPITAL_FORMS:
            form = bare(words.pop()).lower()
            forms.insert(0, _SAME_FORM.get(form, form))
        elif words[-1].lower() in words_of.group_suffixes:
            words.pop()
        else:
            break
    if len(words) > 1 and words[0] in _FORMS_BEFORE:
        forms.insert(0, bare(words.pop(0)).lower())  # "PT Quill Jaya" is "Quill Jaya"
    words = [word for word in (word.rstrip(".") for word in words) if word not in _JOINTS]
    core = (word.replace("’", "'").casefold().removesuffix(".com").replace(".", "") for word in words)
    told = tuple(word for word in core if word)  # of ".com" alone nothing is left
    return told or (plain.casefold(),), " ".join(forms)
