"""Short names that are the end of the full one ("Rovers" for "Harrow Rovers")."""

from __future__ import annotations

from .groups import NameGroups
from .name import Name


class ShortNames(NameGroups):
    """Links the names of one article to the longer ones that end with them."""

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
