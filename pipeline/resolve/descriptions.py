"""What the article says its companies are: "Acme, a Leeds-based insurer", "the insurer Acme", "Acme Insurance"."""

from __future__ import annotations

import re

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


#: (start, end, words) of the words beside one name.
Description = tuple[int, int, frozenset[str]]


class Descriptions:
    """The words by which each party of one article is described, beside its names and in them."""

    def __init__(self, text: str, drafts: list[Draft], words: PartyWords):
        self.text, self.drafts, self.words = text, drafts, words
        self._said: dict[int, list[Description]] = {}

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
            if before := _BEFORE.search(self.text[max(0, start - 60) : start]):
                words = before[0].split()
                if words[-1].lower() in self.words.roles and words[-1][0].islower():
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
