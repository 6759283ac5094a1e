"""Names of one article that differ in how they are written only."""

from __future__ import annotations

import itertools
import re

from .groups import CAPITAL_FORMS, NameGroups
from .name import Name

#: Letters from which on a name written in one word and in two is the same: "RedQuill" and "Red Quill", not "K-2".
_TELLING = 6


class Spellings(NameGroups):
    """Links the spellings of the names of one article."""

    def _link_spellings(self) -> None:
        """ "Quill Holdings Inc." and "Quill Holdings", "Bio-Quill" and "BioQuill", "Quill.Capital" and "Quill Capital":
        firms' names that are the same but for a legal form, or for hyphens, stops and spaces.
        """
        spelt: dict[str, list[Name]] = {}
        for name in self._usable:
            if name.bodies > name.people:
                spelt.setdefault(self._letters(name), []).append(name)
        for letters, names in spelt.items():
            agree = all(self._forms_agree(one.form, other.form) for one, other in itertools.combinations(names, 2))
            for other in names[1:] if agree and len(letters) >= _TELLING else ():
                self.join(names[0], other)

    def _letters(self, name: Name) -> str:
        """The letters of a name without its legal forms; "Group" and "Holdings" stay: they tell parent from child."""
        words = name.text.split()
        if len(words) > 1 and words[0].lower() == "the":
            del words[0]
        while len(words) > 1 and self._is_form(words[-1]):
            words.pop()
        return re.sub(r"\W", "", "".join(words)).casefold()

    def _is_form(self, word: str) -> bool:
        return self.words.is_form(word.rstrip(",")) or word.rstrip(".,") in CAPITAL_FORMS

    @staticmethod
    def _forms_agree(one: str, other: str) -> bool:
        """Whether one legal form contains the other ("Co Ltd", "Ltd")."""
        return set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())
