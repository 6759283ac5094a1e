"""Short names that are the beginning of the full one ("Acme" for "Acme Tollways")."""

from __future__ import annotations

import re

from .groups import REFUSED, NameGroups
from .name import Name

#: Mean score from which on a NER's places are taken for places.
SURE_PLACE = 0.9
#: The same for full names of persons, at two places or more.
SURE_PERSON = 0.93
#: How many times as much is told of a firm than of all others that share its first word, if it bears that alone.
MAIN = 2.5
#: Evidence that proves a person.
PERSONAL = frozenset({"honorific", "title", "byline", "age", "degree", "treated as a person"})


class Prefixes(NameGroups):
    """Links the names of one article to the longer ones that begin with them."""

    def _link_prefixes(self) -> None:
        short = sorted([*self._usable, *self._misjudged()], key=lambda n: (-len(n.core), n.first))
        for name in short:
            if not name.core or name.form or name.reason == "surname" or self._generic(name.core):
                continue
            owners = self._prefix_owners(name)
            mate = self.find(name)
            if self._settled(name):
                continue
            owners = [other for other in owners if self.find(other) != mate and self._stands_for(name, other)]
            if not self._one_chain(owners):  # of several the listed one bears the short name
                owners = [other for other in owners if self._has_ticker(other)] or self._introduced(owners, name)
            if owners and self._one_chain(owners):
                name.reason = "short name"
                name.votes["none"] = name.votes["place"] = 0
                self.join(name, owners[0])

    def _link_possessives(self) -> None:
        """ "Nurses at St. Ada's": short for "St. Ada's Hospital", whose "'s" is part of the name."""
        longer = [name for name in self._usable if "'s " in name.text or "’s " in name.text]
        for name in self._usable if longer else ():
            owned = all(self.text.startswith(("'s", "’s"), c.end) for c in name.candidates)
            if not owned or name.people > name.bodies or name.votes["place"] > name.bodies:
                continue
            whole = [n for n in longer if n.text.startswith((f"{name.text}'s ", f"{name.text}’s "))]
            if len(whole) == 1 and self.find(whole[0]) != self.find(name):
                name.reason = "short name"
                self.join(name, whole[0])

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

    def _introduced(self, owners: list[Name], name: Name) -> list[Name]:
        """Of several firms that a name begins the one that the article named first, if it did so before the name, and
        if all are surely firms or it tells far more of that one than of the others ("Quill Partners" and its funds).
        """
        first = min(owners, key=lambda n: n.first_body or 0, default=None)
        if first is None or not name.one_word or name.people > name.bodies:
            return []
        rest = sum(owner.bodies for owner in owners if self.find(owner) != self.find(first))
        if any(owner.votes["company"] < 1 for owner in owners) and first.bodies < MAIN * rest:
            return []
        return [first] if (first.first_body or 0) < (name.first_body or 0) else []

    def _stands_for(self, name: Name, longer: Name) -> bool:
        """Whether a prefix of a name may stand for it: introduced by it, or short of business words only."""
        words = name.text.split()
        rest = longer.text.replace(",", " ").split()[len(words) :]
        if rest and (rest[0].lower() == "of" or rest[-1] in ("Committee", "Subcommittee", "Panel")):
            return False  # "Senate" is not the "Senate Oven Committee"
        if name.votes["place"] > name.bodies + name.people and self._is_place(name, longer):
            return False  # "Leeds" is no short name of "Leeds Commercial Court"
        if all(f"\nAbout {one.text}\n" in self.text for one in (name, longer)):
            return False  # a release tells of each at its foot
        if self._is_person(name) or self._is_of(name, longer):
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
        if f"\nAbout {longer.text}\n" in self.text and longer.form:
            return True  # a release tells its issuer's whole name at its foot
        return name.first_body is None or longer.first_body <= name.first_body

    def _is_of(self, name: Name, longer: Name) -> bool:
        """Whether a full name stands before what its bearer is of: "Ada Tullow, founder of the Ada Tullow Group"."""
        if len(name.core) < 2 or not name.people:
            return False
        told = re.compile(rf"(?:,[^.;:,]{{0,60}})?\s(?:of|at|with)\s(?:[Tt]he\s)?{re.escape(longer.text)}")
        return any(told.match(self.text, candidate.end) for candidate in name.candidates)

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
