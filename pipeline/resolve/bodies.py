"""The names of public bodies and of states."""

from __future__ import annotations

from .groups import NameGroups
from .name import Name

#: Short names of their own, in small letters, and the full ones.
_FIXED = {"fed": "federal reserve", "un": "united nations", "eu": "european union", "met": "metropolitan police"}
#: What nations with a federal government are called in front of "government" (as in `Name.core`).
_FEDERATIONS = frozenset(
    {"us", "american", "canadian", "australian", "german", "indian", "brazilian", "mexican", "nigerian", "swiss",
     "austrian", "belgian", "malaysian", "pakistani", "russian", "argentine", "commonwealth"}
)  # fmt: skip
_FEDERAL_STATES = frozenset(
    {"United States", "Canada", "Australia", "Germany", "India", "Brazil", "Mexico", "Nigeria", "Switzerland",
     "Austria", "Belgium", "Malaysia", "Pakistan", "Russia", "Argentina"}
)  # fmt: skip


_STATES = frozenset({"united", "states"})


class Bodies(NameGroups):
    """Links the names of each public body of one article."""

    def _link_public_bodies(self) -> None:
        """ "Supreme Court of the State of X" and "X Supreme Court" are one body: the same words but
        for small ones.
        """
        by_words: dict[frozenset[str], Name] = {}
        nations = frozenset({"us", "uk"})
        named = {word for name in self._usable if name.votes["public_body"] for word in nations.intersection(name.core)}
        if any(name.core[:2] == ("united", "states") and name.votes["public_body"] for name in self._usable):
            named.add("us")
        nations = nations if len(named) == 1 else frozenset()
        for name in self._usable:
            if name.votes["public_body"]:
                content = frozenset(name.core) - {"of", "the", "for", "on", "and"}
                if content > _STATES:
                    content = content - _STATES | {"us"}
                if len(content - nations) > 1 or "department" in content:
                    content -= nations  # "U.S. Department of Justice"
                content = content - {"state"} if len(content) > 2 else content
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
        plain = [
            n
            for n in self._usable
            if len(n.core) > 1 and n.core[-1].title() in self.words.boards and not (n.votes["company"] or n in bodies)
        ]
        for name in bodies + plain:
            size = len(name.core)
            longer = [
                other
                for other in bodies
                if (other.core[:size] == name.core and other.core[size : size + 1] == ("of",))
                or (other.core[-size:] == name.core and self._nation(other, size))
            ]
            if len({self.find(other) for other in longer}) == 1:
                self.join(name, longer[0])

    def _nation(self, name: Name, size: int) -> bool:
        """Whether a name is a country or its adjective and then its last `size` words."""
        words = name.text.split()
        lead = " ".join(words[: len(words) - size])
        return self.words.is_place(lead.removeprefix("the "))

    def _link_houses(self) -> None:
        """ "The Senate" is the only "U.S. Senate" of the article, "Congress" its only "US Congress"."""
        bodies = [name for name in self._usable if name.votes["public_body"]]
        for name in bodies:
            owners = [n for n in bodies if name.one_word and len(n.core) == 2 and n.core[1] == name.core[0]]
            owners = [n for n in owners if self.words.is_place(n.text.removeprefix("the ").partition(" ")[0])]
            if len({self.find(n) for n in owners}) == 1:
                self.join(name, owners[0])

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
        if whole := self.words.states.get(words):
            return whole
        if not name.votes["public_body"]:
            return None
        lead = words.removesuffix(" government").removesuffix("'s").removesuffix("’s")
        return self.words.states.get(lead) if lead != words else None

    def _link_fixed(self) -> None:
        """ "The Fed" is the Federal Reserve, "the UN" the United Nations."""
        by_core = {" ".join(name.core): name for name in reversed(self._usable)}
        for short, full in _FIXED.items():
            whole = by_core.get(full) or by_core.get(f"us {full}")
            if short in by_core and whole is not None:
                by_core[short].reason = "short name"
                self.join(by_core[short], whole)

    def _link_federal_government(self) -> None:
        """ "The federal government" is the one national government that the article names."""
        governments = [n for n in self._usable if n.votes["public_body"] and n.core and n.core[-1] == "government"]
        federal = next((n for n in governments if n.core == ("federal", "government")), None)
        if federal is None:
            return
        national = [n for n in governments if len(n.core) == 2 and n.core[0] in _FEDERATIONS]
        national = national or [n for n in self._usable if self._state(n) in _FEDERAL_STATES]
        if len({self.find(n) for n in national}) == 1:
            self.join(federal, national[0])
