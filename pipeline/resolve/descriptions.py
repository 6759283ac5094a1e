"""What the article says its companies are: "Acme, a Leeds-based insurer", "the insurer Acme", "Acme Insurance"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..find.words import PartyWords
from .draft import Draft

#: ", a Leeds-based insurer", "is the insurer" behind a name, up to what the noun is of.
_BEHIND = re.compile(
    r"(?:\s\([^()]{1,40}\))?(?:,|\s[—–-]|\s(?:is|was|remains|became))\s(?:(?:an?|the|one of the|its|our)\s)"
    r"((?:[\w’'&-]+\s){0,6}[\w’'&-]+)"
)
_BEFORE = re.compile(r"(?:[\w’'&-]+\s){1,5}$")
_STOP = frozenset(
    {"of", "at", "for", "by", "which", "that", "with", "in", "to", "who", "whose", "behind", "and", "from", "on",
     "said", "has", "is", "was", "will", "where", "as", "or", "but", "than", "after"}
)  # fmt: skip


_POSSESSED = re.compile(r"\b([A-Z][\w.]+(?: [A-Z][\w.]+)?)['’]s? (?:[a-z]+ ){0,3}$")
#: Legal forms (as in `Name.form`) and where firms have them.
FORM_HOMES = {
    "ab": ("Sweden", "Finland"), "oyj": ("Finland",), "oy": ("Finland",), "asa": ("Norway",), "a/s": ("Denmark",),
    "aps": ("Denmark",), "gmbh": ("Germany", "Austria", "Switzerland"), "ag": ("Germany", "Switzerland", "Austria"),
    "kgaa": ("Germany",), "kk": ("Japan",), "plc": ("Britain", "Ireland"), "spa": ("Italy",), "srl": ("Italy",),
    "nv": ("Netherlands", "Belgium"), "bv": ("Netherlands",), "pty": ("Australia",), "bhd": ("Malaysia",),
    "berhad": ("Malaysia",), "tbk": ("Indonesia",), "sas": ("France",), "inc": ("United States", "Canada"),
    "corp": ("United States", "Canada"), "llc": ("United States",),
}  # fmt: skip


_WORD_END = re.compile(r"[\w’'&-]*$")
#: (start, end, words) of the words beside one name.
Description = tuple[int, int, frozenset[str]]


class Descriptions:
    """The words by which each party of one article is described, beside its names and in them."""

    def __init__(self, text: str, drafts: list[Draft], words: PartyWords):
        self.text, self.drafts, self.words = text, drafts, words
        self._said: dict[int, list[Description]] = {}
        self._homes: dict[int, list[tuple[int, int, str]]] = {}

    def _of(self, number: int) -> list[Description]:
        """The descriptions of a party, read when they are first asked for."""
        if number not in self._said:
            self._said[number] = self._read(self.drafts[number])
        return self._said[number]

    def _read(self, draft: Draft) -> list[Description]:
        found = []
        for (start, end), (form, _) in draft.mentions.items():
            if form != "name":
                continue
            if behind := _BEHIND.match(self.text, end):
                found.append((*behind.span(1), self._head(behind[1].split())))
            lead = self.text[max(0, start - 60) : start]
            noun = _last_word(lead)
            if noun in self.words.roles and (before := _BEFORE.search(lead)):
                words = before[0].split()
                if words[-1][0].islower():
                    left = [n for n, word in enumerate(words) if word.lower() in self.words.function]
                    found.append((start - len(before[0]), start, frozenset(words[left[-1] + 1 if left else 0 :])))
        return found

    @staticmethod
    def _head(words: list[str]) -> frozenset[str]:
        stop = next((n for n, word in enumerate(words) if word.lower() in _STOP), len(words))
        return frozenset(words[:stop])

    def _known(self, number: int) -> frozenset[str]:
        """The senses of a party: what kind of business it is said or named to be."""
        senses, said, draft = self.words.senses, self._of(number), self.drafts[number]
        nouns = {senses[word.lower()] for _, _, words in said for word in words if word.lower() in senses}
        named = {self.words.named_senses[part] for name in draft.names for part in name.text.replace(",", " ").split()
                 if part in self.words.named_senses}  # fmt: skip
        return frozenset(nouns or named)

    def told(self, words: str, pool: list[int], at: int) -> list[int]:
        """The parties whose names or descriptions hold the noun before a role noun ("robot maker": Acme Robotics)."""
        stems = tuple(word.rstrip("s")[:5] for word in words.split() if word.islower() and len(word) > 3)
        if not stems:
            return []
        return [
            n
            for n in pool
            if any(p.casefold().startswith(stems) for m in self.drafts[n].names for p in m.text.split() if len(p) > 3)
            or any(w.startswith(stems) for s, e, said in self._of(n) if not s <= at < e for w in said)
        ]

    def homes(self, telling: Iterable[str]) -> frozenset[str]:
        """The countries and towns that "Swedish" and "Leeds-based" name."""
        states = self.words.states
        names = [re.sub(r"[-–]based$", "", word) for word in telling]
        return frozenset(states.get(name.casefold(), name) for name in names)

    def home(self, number: int, at: int) -> frozenset[str]:
        """Where a party is known to be from: by what it is called, by "Italy's Acme", by its legal form."""
        if number not in self._homes:
            self._homes[number] = self._read_home(number)
        return frozenset(place for start, end, place in self._homes[number] if not start <= at < end)

    def _read_home(self, number: int) -> list[tuple[int, int, str]]:
        found: list[tuple[int, int, str]] = []
        for start, end, words in self._of(number):
            telling = [w for w in words if w in self.words.demonyms or w.endswith(("-based", "–based"))]
            found += [(start, end, place) for place in sorted(self.homes(telling))]
        for (start, _), (form, _) in self.drafts[number].mentions.items():
            if form == "name" and (owner := _POSSESSED.search(self.text[max(0, start - 40) : start])):
                place = self.words.states.get(owner[1].casefold())
                found += [(start, start, place)] if place else []
        forms = {name.form.split()[-1] for name in self.drafts[number].names if name.form}
        for form in sorted(forms):
            found += [(0, 0, place) for place in FORM_HOMES.get(form, ())]
        return found

    def fits(self, number: int, noun: str) -> bool | None:
        """Whether a party is of the sort that a role noun means; None when the article doesn't tell."""
        sense = self.words.senses.get(noun.lower())
        known = self._known(number) if sense else frozenset()
        return None if not known else sense in known

    def described(self, number: int, noun: str, modifiers: frozenset[str], at: int) -> bool:
        """Whether a party is called `noun`, or is given one of the `modifiers`, elsewhere than at offset `at`."""
        same = self.words.senses.get(noun.lower())
        for start, end, words in self._of(number):
            if start <= at < end:
                continue
            lower = {word.lower() for word in words}
            if modifiers:
                if modifiers & words:
                    return True
            elif noun.lower() in lower or (same and same in {self.words.senses.get(word) for word in lower}):
                return True
        return False


def _last_word(lead: str) -> str:
    """The word with which `lead` ends before its last space, in small letters; "" when there is none."""
    words = lead[-40:].split() if lead[-1:].isspace() else []
    return _WORD_END.search(words[-1])[0].lower() if words else ""
