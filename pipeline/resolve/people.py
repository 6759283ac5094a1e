"""Full names, surnames and first names of persons."""

from __future__ import annotations

import re

from .groups import NameGroups
from .name import ORG_KEYS, Name
from .prefixes import PERSONAL

#: Short forms of given names (as in `Name.core`), with the form that they shorten.
NICKNAMES = {
    "tom": "thomas", "bill": "william", "will": "william", "bob": "robert", "rob": "robert", "jim": "james",
    "mike": "michael", "dave": "david", "dan": "daniel", "joe": "joseph", "tony": "anthony", "steve": "steven",
    "stephen": "steven", "matt": "matthew", "andy": "andrew", "nick": "nicholas",
    "ben": "benjamin", "ken": "kenneth",
    "greg": "gregory", "jeff": "jeffrey", "rick": "richard", "dick": "richard", "larry": "lawrence",
    "ron": "ronald", "don": "donald", "tim": "timothy", "pete": "peter", "fred": "frederick", "kate": "katherine",
    "liz": "elizabeth", "beth": "elizabeth", "sue": "susan", "maggie": "margaret",
}  # fmt: skip
#: Those that shorten more than one.
_SEVERAL = {
    "pat": ("patricia", "patrick"), "chris": ("christopher", "christian", "christine", "christina"),
    "sam": ("samuel", "samantha"), "alex": ("alexander", "alexandra"), "ed": ("edward", "edwin", "edgar"),
    "ted": ("edward", "theodore"),
}  # fmt: skip
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_KIN = re.compile(r"\b(?:father|son|dad|grandfather|grandson)\b[^.;\n]*$")
#: Words that surnames begin with.
_PARTICLES = frozenset(
    {"de", "del", "della", "des", "di", "da", "do", "dos", "du", "la", "le", "el", "al", "bin", "ibn", "ben", "van",
     "von", "vom", "zu", "zur", "ten", "ter", "den", "der", "af", "av", "san", "st"}
)  # fmt: skip
#: Initials of given names, run together.
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3} ")


class People(NameGroups):
    """Links the names of each person of one article."""

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
                    if _given_agree(one, other) and not self._father_and_son(one, other):
                        self.join(one, other)
        self._surnames = {last: {self.find(n) for n in names} for last, names in by_last.items()}
        self._link_first_names(full)
        self._link_tails(full)
        inner = self._inner_surnames(full)
        for name in self._usable:
            if not name.one_word or (name.bodies > 2 * name.people + 1 and name.votes["company"] > 1):
                continue
            owners = self._surnames.get(name.core[0], set())
            bearers = by_last.get(name.core[0], [])
            if owners and (
                self._settled(name) or self._told_before(name, bearers) or self._of_firm_before(name, bearers)
            ):
                continue
            if not owners and (name.people > name.bodies or self._only_marked(name)):
                owners = {self.find(self.names[key]) for key in inner.get(name.core[0], ())} - {self.find(name)}
            if len(owners) == 1 and (name.people >= 0.3 or not self._prefix_owners(name)):
                name.reason = "surname"
                self.join(name, self.names[next(iter(owners))])
            elif len(owners) > 1 and name.people > name.bodies:
                name.votes["none"] += 9

    def _father_and_son(self, one: Name, other: Name) -> bool:
        """Whether "Tomas Kerr" and "Tomas Kerr Jr." are two: he without "Jr." comes first, or is called the father."""
        if one.first_body is None or other.first_body is None or _generation(one) == _generation(other):
            return False
        first, last = sorted((one, other), key=lambda name: name.first_body or 0)
        if len(_generation(first)) < len(_generation(last)):
            return True
        return any(_KIN.search(self.text, max(0, n.first_body - 40), n.first_body) for n in (first, last))

    def _of_firm_before(self, name: Name, bearers: list[Name]) -> bool:
        """Whether the word must mean the firm that is called so: "Quill Mills won a job. Quill said … Ada Quill"."""
        firsts = [other.first_body for other in bearers if other.first_body is not None]
        if not firsts or name.first_body is None or not name.first_body < min(firsts):
            return False
        if not PERSONAL.isdisjoint(reason for candidate in name.candidates for reason in candidate.reasons):
            return False
        return any(
            firm.first_body < name.first_body and firm.bodies > firm.people
            for firm in self._prefix_owners(name)
        )

    @staticmethod
    def _told_before(name: Name, bearers: list[Name]) -> bool:
        """Whether a body's name stands before anybody of that name: "Quill said … Chairman Ada Quill"."""
        firsts = [other.first_body for other in bearers if other.first_body is not None]
        if not firsts or name.first_body is None:
            return False
        return name.bodies > name.people and name.first_body < min(firsts)

    @staticmethod
    def _inner_surnames(full: list[Name]) -> dict[str, set[str]]:
        """Surnames that stand last but one: "Quill" of "Ada Quill Garcia", "Lee" of "John Lee Ka-chiu"."""
        inner: dict[str, set[str]] = {}
        for name in full:
            word = name.core[-2] if len(name.core) > 2 and _surname(name) == name.core[-1] else ""
            if len(word) > 2 and word not in _PARTICLES:
                inner.setdefault(word, set()).add(name.key)
        return inner

    def _link_tails(self, full: list[Name]) -> None:
        """ "Lopez Quill", "De la Quill" beside one longer name that ends so; "Jane Kerr" is not "Mary Jane Kerr"."""
        for name in self._usable:
            size = len(name.core)
            if size < 2 or name.form or not (name.people > name.bodies or self._only_marked(name)):
                continue
            least = size if name.core[0] in _PARTICLES else max(size, 3)
            longer = [other for other in full if len(other.core) > least and other.core[-size:] == name.core]
            if longer and self._one_chain(longer):
                name.reason = "surname"
                self.join(name, longer[0])

    def _link_first_names(self, full: list[Name]) -> None:
        by_first: dict[str, set[str]] = {}
        for name in full:
            for given in _given(name):
                by_first.setdefault(given, set()).add(self.find(name))
        for name in self._usable:
            owners = {owner for given in _given(name) for owner in by_first.get(given, ())} if name.one_word else set()
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
        weak = name.bodies < 1 or (name.bodies < 3 and not name.votes["company"] + name.votes["organization"])
        return weak and reasons <= {"ner:ORG", "ner:PERSON"} and not self._prefix_owners(name)


def _surname(name: Name) -> str:
    parts = [part for part in name.core if part not in _GENERATIONS | {"phd", "md"}]
    return parts[-1]


def _generation(name: Name) -> list[str]:
    return [word for word in name.core if word in _GENERATIONS]


def _given(name: Name) -> tuple[str, ...]:
    """The given names that the first word of a name can be: "pat" is Patricia or Patrick."""
    first = name.core[0] if name.core else ""
    return _SEVERAL.get(first) or (NICKNAMES.get(first, first),)


def _given_agree(one: Name, other: Name) -> bool:
    """Whether two full names with one surname can be one person: equal given names, or one an initial
    of the other.
    """
    inner = [[word for word in name.core[1:-1] if word not in _GENERATIONS] for name in (one, other)]
    if all(inner) and inner[0][0][0] != inner[1][0][0]:
        return False
    if _initials_agree(one, other) or _initials_agree(other, one):
        return True
    return any(
        a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))
        for a in _given(one)
        for b in _given(other)
    )


def _initials_agree(short: Name, full: Name) -> bool:
    """Whether the initials of one name are those of the given names of another: "T.C. Quill", "Tom C. Quill"."""
    if not _INITIALS.match(short.text) or len(short.core) != 2:
        return False
    return "".join(word[0] for word in full.core[:-1]) == short.core[0]
