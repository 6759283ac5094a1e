"""Short names that are no beginning of the full one: last words, states by their capitals, the first of namesakes."""

from __future__ import annotations

from ..find.words import PartyWords
from .name import Name

#: Short names of their own, in small letters, and the full ones.
_FIXED = {"fed": "federal reserve", "un": "united nations", "eu": "european union", "met": "metropolitan police"}


class ShortNames:
    """Further links between the names of one article."""

    words: PartyWords
    names: dict[str, Name]

    # What `Clusters` has.
    _usable: list[Name]

    def join(self, one: Name, other: Name) -> None:
        """Make two names one party."""
        raise NotImplementedError

    def find(self, name: Name) -> str:
        """The key of the cluster that a name is in."""
        raise NotImplementedError

    def _generic(self, core: tuple[str, ...]) -> bool:
        raise NotImplementedError

    def _introduced(self, owners: list[Name], name: Name) -> list[Name]:
        """Of several firms that a name begins the one that the article named first, if it did so before the name."""
        first = min(owners, key=lambda n: n.first, default=None)
        if first is None or not name.one_word or name.people > name.bodies:
            return []
        if any(owner.votes["company"] < 1 for owner in owners):
            return []
        return [first] if first.first_body is not None and first.first_body < (name.first_body or 0) else []

    def _link_suffixes(self) -> None:
        """ "Morandini" for "Fratelli Morandini", "Rovers" for "Harrow Rovers": the last word of one full name."""
        by_last: dict[str, list[Name]] = {}
        for name in self._usable:
            if len(name.core) > 1 and name.bodies > name.people and "of" not in name.core:
                by_last.setdefault(name.core[-1], []).append(name)
        for name in self._usable:
            owners = by_last.get(name.core[0], []) if name.one_word else []
            if not owners or self._stands_alone(name):
                continue
            before = [n for n in owners if (n.first_body or 0) < (name.first_body or 0) or name.first_body is None]
            if before and len({self.find(n) for n in owners}) == 1:
                name.reason = "short name"
                self.join(name, before[0])

    def _stands_alone(self, name: Name) -> bool:
        """Whether a word is a name of its own: linked already, a place, a person by title, or too general."""
        taken = self.find(name) != name.key or any(
            self.find(other) == name.key for other in self._usable if other is not name
        )
        sure = any({"honorific", "title", "byline", "company form", "ticker"} & set(c.reasons) for c in name.candidates)
        place = name.votes["place"] > name.bodies + name.people
        return taken or sure or place or len(name.core[0]) < 4 or self._generic(name.core)

    def _link_houses(self) -> None:
        """ "The Senate" is the only "U.S. Senate" of the article, "Congress" its only "US Congress"."""
        bodies = [name for name in self._usable if name.votes["public_body"]]
        for name in bodies:
            owners = [n for n in bodies if name.one_word and len(n.core) == 2 and n.core[1] == name.core[0]]
            owners = [n for n in owners if self.words.is_place(n.text.removeprefix("the ").partition(" ")[0])]
            if len({self.find(n) for n in owners}) == 1:
                self.join(name, owners[0])

    def _link_fixed(self) -> None:
        """ "The Fed" is the Federal Reserve, "the UN" the United Nations."""
        by_core = {" ".join(name.core): name for name in reversed(self._usable)}
        for short, full in _FIXED.items():
            whole = by_core.get(full) or by_core.get(f"us {full}") or by_core.get(f"u.s. {full}")
            if short in by_core and whole is not None:
                by_core[short].reason = "short name"
                self.join(by_core[short], whole)

    def _link_states(self) -> None:
        """ "Norway" where it acts, "Oslo" where it does, and "the Norwegian government" are one state."""
        by_state: dict[str, Name] = {}
        for name in self._usable:
            if (state := self._state(name)) is not None:
                self.join(by_state.setdefault(state, name), name)

    def _state(self, name: Name) -> str | None:
        """The country for whose government a name stands."""
        if not name.votes["acts"] and not name.votes["public_body"]:
            return None
        words = name.text.casefold().removeprefix("the ")
        if name.votes["acts"] or name.votes["public_body"]:
            whole = self.words.states.get(words)
            if whole:
                return whole
        if not name.votes["public_body"]:
            return None
        lead = words.removesuffix(" government").removesuffix("'s").removesuffix("’s")
        return self.words.states.get(lead) if lead != words else None
