"""Groups the names of an article into parties: by full names, definitions, tickers, surnames, initials.

A link is never made by likeness of strings alone: each rule needs whole words in a place where they stand for
the longer name, and gives way when two parties could be meant.
"""

from __future__ import annotations

import html
import itertools
import re
from functools import lru_cache

from ..find.candidates import PartyCandidate, add_votes, spells
from ..find.scan import Scan
from ..find.words import PartyWords, bare
from .name import ORG_KEYS, Name
from .shorts import ShortNames

_SAME_FORM = {
    "incorporated": "inc",
    "corporation": "corp",
    "company": "co",
    "limited": "ltd",
    "aktiengesellschaft": "ag",
}
_JOINTS = ("&", "+", "and")
#: What joins a name to another one of the same party.
_OTHERWISE = re.compile(
    r"^[\s,(]{1,3}(?:(?:which|who)\s)?(?:(?:is|was)\s)?(?:formerly|previously|now|also|once|better"
    r"|does business|doing business|trading|operating|d/?b/?a|a/?k/?a|f/?k/?a)"
    r"(?:\s(?:known|called|named|doing business|listed))?(?:\sas)?(?:\sthe)?[\s:“\"]{1,3}$"
)
#: The words that it ends in, "the" aside, and the pattern.
_RENAMED_ENDS = ("renamed ", "rebranded ", "rebranding ", "renaming ", " itself ", " as ", " to ", "called ", "named ")
_RENAMED = re.compile(
    r"\b(?:renamed|rebranded|rebranding|renaming)(?: itself)?(?: as| to)? (?:the )?$|\bchang\w+ (?:its"
    r"|the company['’]s|their) (?:corporate )?name(?: from [\w .]{2,40})? to (?:the )?$"
    r"|\bname change of [^.\n]{2,60} to (?:the )?$|\b(?:to be|will be|be) (?:called|known as"
    r"|named) (?:the )?$"
)
#: What nations with a federal government are called in front of "government" (as in `Name.core`).
_FEDERATIONS = frozenset(
    {"us", "american", "canadian", "australian", "german", "indian", "brazilian", "mexican", "nigerian", "swiss",
     "austrian", "belgian", "malaysian", "pakistani", "russian", "argentine", "commonwealth"}
)  # fmt: skip
_FEDERAL_STATES = frozenset(
    {"United States", "Canada", "Australia", "Germany", "India", "Brazil", "Mexico", "Nigeria", "Switzerland",
     "Austria", "Belgium", "Malaysia", "Pakistan", "Russia", "Argentina"}
)  # fmt: skip
#: Short forms of given names (as in `Name.core`), with the form that they shorten.
NICKNAMES = {
    "tom": "thomas", "bill": "william", "will": "william", "bob": "robert", "rob": "robert", "jim": "james",
    "mike": "michael", "dave": "david", "dan": "daniel", "joe": "joseph", "tony": "anthony", "steve": "steven",
    "stephen": "steven", "chris": "christopher", "matt": "matthew", "andy": "andrew", "nick": "nicholas",
    "ben": "benjamin", "sam": "samuel", "alex": "alexander", "ed": "edward", "ted": "edward", "ken": "kenneth",
    "greg": "gregory", "jeff": "jeffrey", "rick": "richard", "dick": "richard", "larry": "lawrence",
    "ron": "ronald", "don": "donald", "tim": "timothy", "pete": "peter", "fred": "frederick", "kate": "katherine",
    "liz": "elizabeth", "beth": "elizabeth", "sue": "susan", "pat": "patricia", "maggie": "margaret",
}  # fmt: skip
#: A line that holds no more than a ticker and how its price moved.
_TICKER_LINE = Scan(r"^\s*([A-Z]{2,5})(?:--|\s*[-+]\d+(?:\.\d+)?\s?%)\s*$", "--", "%")
#: Weight of "no party" evidence from which on a name is out.
REFUSED = 4
#: Evidence below which a name is no party.
ENOUGH = 0.6
#: Mean score from which on a NER's places are taken for places.
SURE_PLACE = 0.9
#: The same for full names of persons, at two places or more.
SURE_PERSON = 0.93
#: Evidence that proves a person.
PERSONAL = frozenset({"honorific", "title", "byline", "age", "degree", "treated as a person"})
#: An abbreviation defined inside a name: "Oven Makers Tax (OMT) Coalition".
_ABBREVIATION = re.compile(r" \([A-Z]{2,8}\) ")
#: Initials of given names, run together.
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3} ")
#: Legal forms of firms that bear the surnames of their partners.
_PARTNERS = frozenset({"llp", "pllc", "pc"})

class Clusters(ShortNames):
    """Union-find over the names of one article."""

    def __init__(self, text: str, candidates: list[PartyCandidate], words: PartyWords):
        self.text, self.words = text, words
        self.names: dict[str, Name] = {}
        self._lexicon: dict[str, str] = {}
        self._parent: dict[str, str] = {}
        self.defined: list[tuple[str, str]] = []
        for candidate in candidates:
            self._take(candidate)
        self._link()

    # -- building ------------------------------------------------------------------------------------------

    def key(self, name: str) -> str:
        """The key of a name: case, stops, commas and white space apart, names that agree are one name."""
        return _key(name)

    def _name(self, text: str, first: int, mark: str = "") -> Name:
        key = mark + self.key(text)
        if key not in self.names:
            core, form = self._core(text)
            self.names[key] = Name(text, key, core, form, first=first)
            self._parent[key] = key
        return self.names[key]

    def _core(self, text: str) -> tuple[tuple[str, ...], str]:
        plain = html.unescape(text)
        words = (_ABBREVIATION.sub(" ", plain) if "(" in plain else plain).replace(",", " ").split()
        if words and words[0].lower() == "the" and len(words) > 1:
            words = words[1:]
        forms: list[str] = []
        while len(words) > 1:
            if self.words.is_form(words[-1]):
                form = bare(words.pop()).lower()
                forms.insert(0, _SAME_FORM.get(form, form))
            elif words[-1].lower() in self.words.group_suffixes:
                words.pop()
            else:
                break
        words = [word for word in (word.rstrip(".") for word in words) if word not in _JOINTS]
        core = (word.replace("’", "'").casefold().removesuffix(".com").replace(".", "") for word in words)
        return tuple(core), " ".join(forms)

    def _take(self, candidate: PartyCandidate) -> None:
        name = self._name(candidate.text, candidate.start)
        name.candidates.append(candidate)
        add_votes(name.votes, candidate.votes)
        if not candidate.heading and (name.first_body is None or candidate.start < name.first_body):
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

    # -- linking -------------------------------------------------------------------------------------------

    def _link(self) -> None:
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
        self._link_equal_cores()
        self._link_other_names()
        self._link_people()
        self._find_usable()
        self._link_prefixes()
        self._find_usable()
        self._link_suffixes()
        self._link_initials()
        self._link_abbreviated()
        self._link_ticker_lines()
        self._link_public_bodies()
        self._link_addresses()
        self._link_renamed()

    @staticmethod
    def _forgive(name: Name) -> None:
        """Drop the evidence against a name that comes from some of its places only, where most others are clean."""
        doubted = [c for c in name.candidates if c.votes["none"] > 0]
        if not doubted:
            return
        clean = [c for c in name.candidates if c.votes["none"] <= 0 and sum(c.votes[key] for key in ORG_KEYS) >= ENOUGH]
        if len(clean) > 1 and len(clean) >= len(doubted):
            name.votes["none"] = 0
        if name.votes["acts"]:  # a state that a dateline names too ("AUSTIN, Texas")
            name.votes["none"] -= sum(c.votes["none"] for c in doubted if "dateline" in c.reasons)

    def _find_usable(self) -> None:
        """Set `_usable`: the names that can be a party by their evidence, less those found to be none on the way."""
        self._usable = [name for name in self._pool if _counts(name)]

    def _names_with_evidence(self) -> list[Name]:
        return [
            n
            for n in self.names.values()
            if not n.ticker
            and _counts(n)
            and (n.people or n.bodies or n.votes["place"])
        ]

    def _link_equal_cores(self) -> None:
        by_core: dict[tuple[str, ...], list[Name]] = {}
        for name in self._usable:
            if name.core:
                by_core.setdefault(name.core, []).append(name)
        for names in by_core.values():
            formed: dict[str, list[Name]] = {}
            for name in names:
                formed.setdefault(name.form, []).append(name)
            for same in formed.values():
                plain = [] if len(same) == 1 else [name for name in same if not self._parent_of_another(name)]
                for other in plain[1:]:
                    self.join(plain[0], other)
            bare_names = formed.pop("", [])
            mains = sorted((same[0] for same in formed.values()), key=lambda n: (not self._has_ticker(n), n.first))
            for other in mains[1:]:
                if self._forms_agree(mains[0].form, other.form):
                    self.join(mains[0], other)
            if mains and bare_names and not self._namesake(bare_names[0], mains[0]):
                self.join(bare_names[0], mains[0])

    def _parent_of_another(self, name: Name) -> bool:
        """Whether "Acme Group" comes after the longer name that "Acme" is short for ("Acme Tollways")."""
        if not self._grouped(name):
            return False
        longer = [other for other in self._prefix_owners(name) if not self._grouped(other)]
        return any((other.first_body or 0) < (name.first_body or 0) for other in longer)

    def _grouped(self, name: Name) -> bool:
        words = name.text.split()
        return len(words) > len(name.core) and words[-1].lower() in self.words.group_suffixes

    def _namesake(self, bare_name: Name, formed: Name) -> bool:
        """Whether the bare name is a person after whom the firm is called ("Ada Tullow", "Ada Tullow,
        Inc.").
        """
        return (
            len(bare_name.core) > 1
            and not (len(bare_name.core) > 2 and _PARTNERS & set(formed.form.split()) and _no_initial(bare_name.core))
            and bare_name.people > bare_name.bodies + 0.5
            and not self._has_ticker(formed)
            and not any(word.title() in self.words.business for word in bare_name.core)
        )

    @staticmethod
    def _forms_agree(one: str, other: str) -> bool:
        """Whether one legal form contains the other ("Co Ltd", "Ltd")."""
        return set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())

    def _has_ticker(self, name: Name) -> bool:
        return any(candidate.ticker for candidate in name.candidates)

    def _link_other_names(self) -> None:
        """ "X, formerly Y", "X, which does business as Y", "X (formerly known as Y)"."""
        ordered = sorted((c for n in self._usable for c in n.candidates), key=lambda c: c.start)
        for one, other in itertools.pairwise(ordered):
            gap = self.text[one.end : other.start]
            if len(gap) < 60 and _OTHERWISE.match(gap):
                self.join(self.names[self.key(one.text)], self.names[self.key(other.text)])

    def _link_people(self) -> None:
        full = [n for n in self._usable if len(n.core) > 1 and n.people > n.bodies and n.people >= n.votes["place"]]
        by_last: dict[str, list[Name]] = {}
        for name in full:
            by_last.setdefault(_surname(name), []).append(name)
        for name in self._usable:  # "brokers Tom C. Quill", marked as a firm's, beside "T.C. Quill"
            same = by_last.get(_surname(name), ()) if len(name.core) == 3 and len(name.core[1]) == 1 else ()
            if same and name not in full and any(_initials_agree(other, name) for other in same):
                name.votes["person"] += name.bodies
                for key in ORG_KEYS:
                    name.votes[key] = 0
                by_last[_surname(name)].append(name)
        for same in by_last.values():
            for number, one in enumerate(same):
                for other in same[:number]:
                    if _given_agree(one, other):
                        self.join(one, other)
        self._surnames = {last: {self.find(n) for n in names} for last, names in by_last.items()}
        self._link_first_names(full)
        for name in self._usable:
            if not name.one_word or (name.bodies > 2 * name.people + 1 and name.votes["company"] > 1):
                continue
            owners = self._surnames.get(name.core[0], set())
            if len(owners) == 1 and (name.people >= 0.3 or not self._prefix_owners(name)):
                name.reason = "surname"
                self.join(name, self.names[next(iter(owners))])
            elif len(owners) > 1 and name.people > name.bodies:
                name.votes["none"] += 9

    def _link_first_names(self, full: list[Name]) -> None:
        by_first: dict[str, set[str]] = {}
        for name in full:
            by_first.setdefault(NICKNAMES.get(name.core[0], name.core[0]), set()).add(self.find(name))
        for name in self._usable:
            given = NICKNAMES.get(name.core[0], name.core[0]) if name.core else ""
            owners = by_first.get(given, set()) if name.one_word else set()
            if (
                len(owners) == 1
                and (name.people > name.bodies or self._only_marked(name))
                and name.core[0] not in self._surnames
                and len(name.core[0]) > 1
            ):
                name.reason = "first name"
                self.join(name, self.names[next(iter(owners))])

    def _only_marked(self, name: Name) -> bool:
        """Whether nothing but one mark of a NER speaks for a name's being a body's."""
        reasons = {reason for candidate in name.candidates for reason in candidate.reasons}
        return name.bodies < 1 and reasons <= {"ner:ORG", "ner:PERSON"} and not self._prefix_owners(name)

    def _prefix_owners(self, name: Name) -> list[Name]:
        n = len(name.core)
        return [
            other
            for other in (self._by_head.get(name.core[0], ()) if name.core else ())
            if len(other.core) > n
            and other.core[:n] == name.core
            and other.first_body is not None
            and (other.bodies >= other.people or other.votes["company"] >= 1.5)
        ]

    def _link_prefixes(self) -> None:
        short = sorted([*self._usable, *self._misjudged()], key=lambda n: (-len(n.core), n.first))
        for name in short:
            if not name.core or name.form or name.reason == "surname" or self._generic(name.core):
                continue
            owners = self._prefix_owners(name)
            mate = self.find(name)
            alike = self._by_first[name.core[0]]
            if any(self._settles(name, other) and self.find(other) == mate for other in alike):
                continue
            owners = [other for other in owners if self.find(other) != mate and self._stands_for(name, other)]
            if not self._one_chain(owners):  # of several the listed one bears the short name
                owners = [other for other in owners if self._has_ticker(other)] or self._introduced(owners, name)
            if owners and self._one_chain(owners):
                name.reason = "short name"
                name.votes["none"] = name.votes["place"] = 0
                self.join(name, owners[0])

    def _settles(self, name: Name, mate: Name) -> bool:
        """Whether a name of the same party tells already for whom a short name stands."""
        if mate.core == name.core:
            return bool(mate.form) or self._grouped(mate)
        return name.reason == "defined in the text" and mate.core[: len(name.core)] == name.core

    def _misjudged(self) -> list[Name]:
        """Names refused for their last word ("Ambrose Square") that may be short for a firm's
        ("Ambrose Square, Inc.").
        """
        return [
            n
            for n in self.names.values()
            if n.votes["none"] >= REFUSED
            and n.candidates
            and all("no party by its last word" in c.reasons for c in n.candidates)
            and any(owner.form for owner in self._prefix_owners(n))
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

    def _stands_for(self, name: Name, longer: Name) -> bool:
        """Whether a prefix of a name may stand for it: introduced by it, or short of business words only."""
        words = name.text.split()
        rest = longer.text.replace(",", " ").split()[len(words) :]
        if rest and (rest[0].lower() == "of" or rest[-1] in ("Committee", "Subcommittee", "Panel")):
            return False  # "Senate" is not the "Senate Oven Committee"
        if name.votes["place"] > name.bodies + name.people and self._is_place(name, longer):
            return False  # "Leeds" is no short name of "Leeds Commercial Court"
        if self._is_person(name):
            return False  # Ada Tullow is not "Ada Tullow Studio"
        if any("honorific" in c.reasons for c in name.candidates):
            return False  # "Mr Tullow" is not "Tullow Mills"
        if self._grouped(name):
            return False  # "Acme Group" is no short name of "Acme Tollways"
        if all(
            word.strip(".,") in self.words.business
            or self.words.is_form(word)
            or word.lower() in self.words.group_suffixes
            for word in rest
        ):
            return True
        if name.first_body is None or longer.first_body is None:
            return True
        return longer.first_body <= name.first_body

    @staticmethod
    def _is_person(name: Name) -> bool:
        """Whether a full name is surely a person's: by title or the like, or marked so at every place."""
        if len(name.core) < 2 or name.people < name.bodies + 0.5:
            return False
        reasons = {reason for candidate in name.candidates for reason in candidate.reasons}
        return bool(reasons & PERSONAL) or name.people >= SURE_PERSON * max(2, len(name.candidates))

    def _is_place(self, name: Name, longer: Name) -> bool:
        """Whether a name that a NER took for a place is that place also where a longer name begins with it."""
        marks = sum(1 for c in name.candidates if c.votes["place"])
        sure = name.votes["place"] > SURE_PLACE * marks
        return not name.votes["acts"] and (sure or bool(longer.votes["public_body"] or longer.votes["organization"]))

    def _one_chain(self, names: list[Name]) -> bool:
        """Whether the longer names are one party; a short name that two could bear is left alone."""
        return len({self.find(name) for name in names}) == 1

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
                if other is not name
                and other.core[-size:] == rest
                and len(other.core) > size + 2
                and "".join(word[0] for word in other.core[:-size]) == lead.casefold()
            ]
            if len({self.find(other) for other in longer}) == 1:
                name.reason = "initials"
                self.join(name, longer[0])

    def _exact_initials(self, name: Name, letters: str) -> bool:
        if self._spelt(name.text, letters):
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

    def _link_public_bodies(self) -> None:
        """ "Supreme Court of the State of X" and "X Supreme Court" are one body: the same words but
        for small ones.
        """
        by_words: dict[frozenset[str], Name] = {}
        for name in self._usable:
            if name.votes["public_body"]:
                content = frozenset(name.core) - {"of", "the", "for", "on", "state", "and"}
                if len(content) > 1:
                    self.join(by_words.setdefault(content, name), name)
        self._link_short_bodies()
        self._link_houses()
        self._link_states()
        self._link_fixed()
        self._link_federal_government()

    def _link_short_bodies(self) -> None:
        """ "Central Bank" is the only "Central Bank of X" of the article, "Oven Agency" its only "U.S. Oven Agency"."""
        bodies = [n for n in self._usable if len(n.core) > 1 and (n.votes["public_body"] or n.votes["organization"])]
        for name in bodies:
            size = len(name.core)
            longer = [
                other
                for other in bodies
                if (other.core[:size] == name.core and other.core[size : size + 1] == ("of",))
                or (other.core[-size:] == name.core and len(other.core) > size and self._nation(other, size))
            ]
            if len({self.find(other) for other in longer}) == 1:
                self.join(name, longer[0])

    def _nation(self, name: Name, size: int) -> bool:
        """Whether a name is a country or its adjective and then its last `size` words."""
        words = name.text.split()
        lead = " ".join(words[: len(words) - size])
        return self.words.is_place(lead.removeprefix("the "))

    def _link_federal_government(self) -> None:
        """ "The federal government" is the one national government that the article names."""
        if not any(n.core == ("federal", "government") for n in self._usable):
            return
        governments = [n for n in self._usable if n.votes["public_body"] and n.core and n.core[-1] == "government"]
        federal = next((n for n in governments if n.core == ("federal", "government")), None)
        national = [n for n in governments if len(n.core) == 2 and n.core[0] in _FEDERATIONS]
        national = national or [n for n in self._usable if self._state(n) in _FEDERAL_STATES]
        if federal is not None and len({self.find(n) for n in national}) == 1:
            self.join(federal, national[0])

    def _link_addresses(self) -> None:
        """A news site's address and its name ("newsplace.com", "News Place") are one outlet."""
        squashed = {
            re.sub(r"\W|com$|net$", "", "".join(n.core)): n
            for n in self._usable
            if n.votes["organization"] and "." not in n.text
        }
        for name in self._usable:
            if name.votes["organization"] and re.search(r"\.(?:com|net|org|co)$", name.text):
                host = name.text.casefold().rsplit(".", 1)[0]
                if host in squashed:
                    self.join(name, squashed[host])

    def _link_renamed(self) -> None:
        """ "X … renamed Y", "X … changed its name to Y": Y is X under its later name."""
        ordered = sorted((c for n in self._usable for c in n.candidates), key=lambda c: c.start)
        for position, new in enumerate(ordered):
            lead = self.text[max(0, new.start - 90) : new.start]
            if position == 0 or not lead.removesuffix("the ").endswith(_RENAMED_ENDS) or not _RENAMED.search(lead):
                continue
            old = ordered[position - 1]
            line = self.text.rfind("\n", 0, new.start)
            if old.start > line and new.kind != "person" and old.kind != "person":
                self.join(self.names[self.key(new.text)], self.names[self.key(old.text)])


@lru_cache(maxsize=1 << 10)
def _first_letters(name: str) -> tuple[str, str]:
    """The first letters of the capitalised words of a name, and those of all; kept, for each initialism asks anew."""
    words = re.findall(r"[^\W_]+", name)
    return "".join(word[0] for word in words if word[0].isupper()), "".join(word[0].upper() for word in words)


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> str:
    plain = " ".join(html.unescape(name).split())
    return plain.replace(".", "").replace(",", "").replace("’", "'").casefold().removeprefix("the ")


def _counts(name: Name) -> bool:
    """Whether the evidence against a name does not rule it out."""
    return name.votes["none"] < REFUSED or name.votes["company"] >= 3


def _surname(name: Name) -> str:
    parts = [part for part in name.core if part not in ("jr", "sr", "ii", "iii", "iv", "phd", "md")]
    return parts[-1]


def _given_agree(one: Name, other: Name) -> bool:
    """Whether two full names with one surname can be one person: equal given names, or one an initial
    of the other.
    """
    a, b = (NICKNAMES.get(name.core[0], name.core[0]) for name in (one, other))
    if _initials_agree(one, other) or _initials_agree(other, one):
        return True
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _initials_agree(short: Name, full: Name) -> bool:
    """Whether the initials of one name are those of the given names of another: "T.C. Quill", "Tom C. Quill"."""
    if not _INITIALS.match(short.text) or len(short.core) != 2 or len(full.core) < 3:
        return False
    return "".join(word[0] for word in full.core[:-1]) == short.core[0]


def _no_initial(core: tuple[str, ...]) -> bool:
    return all(len(word) > 1 for word in core)


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
