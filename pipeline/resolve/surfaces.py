"""Every place where the names of the parties stand: full names, short names, surnames, headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from ..find.candidates import PartyCandidate, title_case
from ..find.words import PartyWords
from ..mentions import Sentence
from .clusters import Clusters
from .draft import Draft
from .groups import REFUSED
from .name import Name

#: A form of address right before a surname.
_ADDRESS = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Lord|Lady)\.? Justice|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Judge|Justice)\.? $"
)


class MentionFinder:
    """Finds every place where the names of the parties stand."""

    def __init__(self, text: str, sentences: list[Sentence], words: PartyWords, clusters: Clusters):
        self.text, self.sentences, self.words, self.clusters = text, sentences, words, clusters
        self._begins = [sentence.start for sentence in sentences]

    def fill(self, drafts: list[Draft], candidates: list[PartyCandidate]) -> None:
        surfaces: dict[str, tuple[Draft, str]] = {}
        blocked: set[tuple[int, int]] = set()
        claimed = {(c.start, c.end) for draft in drafts for name in draft.names for c in name.candidates}
        for candidate in candidates:
            if (candidate.start, candidate.end) not in claimed:
                blocked.add((candidate.start, candidate.end))
        for draft in drafts:
            for name in draft.names:
                for candidate in name.candidates:
                    draft.mentions[candidate.start, candidate.end] = ("name", _reason(name, candidate))
                    surfaces.setdefault(candidate.text, (draft, name.reason))
                if not name.candidates:
                    surfaces.setdefault(name.text, (draft, name.reason))
        for short, draft, reason in self._short_names(drafts, surfaces):
            surfaces.setdefault(short, (draft, reason))
        self._search(surfaces, blocked)
        self._search_headings(surfaces, drafts, blocked)
        for draft in drafts:
            if draft.kind == "person":
                self._with_address(draft)

    def _with_address(self, draft: Draft) -> None:
        """Take the form of address into a mention that is no more than a surname: "Mr Tullow"."""
        for (start, end), why in list(draft.mentions.items()):
            address = None if " " in self.text[start:end] else _ADDRESS.search(self.text, max(0, start - 14), start)
            if address:
                del draft.mentions[start, end]
                draft.mentions[address.start(), end] = why

    def _short_names(self, drafts: list[Draft], surfaces: dict[str, tuple[Draft, str]]) -> list[tuple[str, Draft, str]]:
        """Surnames, first words and initials of the parties that no NER marked."""
        found: dict[str, list[tuple[Draft, str]]] = {}
        for draft in drafts:
            shorts: dict[str, str] = {}
            for name in draft.names:
                parts = name.text.replace(",", " ").split()
                if len(parts) < 2 or name.ticker:
                    continue
                if draft.kind == "person":
                    last = [part for part in parts if part.strip(".") not in ("Jr", "Sr", "II", "III")][-1]
                    shorts.setdefault(last, "surname")
                elif draft.kind == "company":
                    if self._short_ok(parts[0], draft):
                        shorts.setdefault(parts[0], "short name")
                    if len(parts) > 2:
                        shorts.setdefault(" ".join(parts[:2]), "short name")
                if draft.kind != "person":
                    for letters in self._initials(parts):
                        shorts.setdefault(letters, "initials")
            for short, reason in shorts.items():
                found.setdefault(short, []).append((draft, reason))
        return [
            (s, *owners[0]) for s, owners in found.items() if len(owners) == 1 and s not in surfaces and self._free(s)
        ]

    def _initials(self, parts: list[str]) -> list[str]:
        """The letters that may stand for a name, small words counted or not: "BOJ", "BoJ", "AGR"."""
        words = [part for part in parts if not self.words.is_form(part)]
        capitals = "".join(part[0] for part in words if part[0].isupper())
        every = "".join(part[0] for part in words)
        return [letters for letters in dict.fromkeys((capitals, every.upper(), every)) if len(letters) >= 3]

    def _short_ok(self, word: str, draft: Draft) -> bool:
        core = (re.sub(r"[.]", "", word).casefold(),)
        return (
            len(word) > 3
            and word[0].isupper()
            and not self.clusters._generic(core)
            and word.lower() not in self.words.function
            and word not in self.words.org_words
            and not self.words.is_place(word)
            and not word.endswith(("'s", "’s"))
        )

    def _free(self, short: str) -> bool:
        """Whether a derived short name is no word of its own: never in lower case, not a name that
        was refused.
        """
        name = self.clusters.names.get(self.clusters.key(short))
        if name is not None and (name.votes["none"] >= REFUSED or name.votes["place"] > name.bodies):
            return False
        return not any(True for _ in occurrences(self.text, short.lower()))

    def _search(self, surfaces: dict[str, tuple[Draft, str]], blocked: set[tuple[int, int]]) -> None:
        cover = _Cover(blocked.union(*(draft.mentions for draft, _ in surfaces.values())))
        for name in sorted(surfaces, key=lambda n: (-len(n), n)):
            draft, reason = surfaces[name]
            why = "same name" if reason == "name" else reason
            for start, end in occurrences(self.text, name):
                if not cover.free(start, end) or not self._in_sentence(start):
                    continue
                if why in ("surname", "short name", "initials") and self._part_of_name(start, end, draft):
                    continue
                draft.mentions[start, end] = ("name", why)
                cover.add(start, end)

    def _part_of_name(self, start: int, end: int, draft: Draft) -> bool:
        """Whether a short name is followed or preceded by another word of a longer, unknown name."""
        before = re.search(r"([A-Z][\w.-]+) $", self.text[max(0, start - 30) : start])
        mid = draft.kind == "person" and before and not self._opens(start - len(before[0]))
        if mid and not {before[1], before[1].rstrip(".")} & self.words.honorifics:
            return True
        if not re.match(r" [A-Z][\w-]+", self.text[end : end + 30]):
            return False
        close = self.text.find("\n", end)
        return not title_case(self.text[self.text.rfind("\n", 0, start) + 1 : close if close >= 0 else None])

    def _opens(self, at: int) -> bool:
        return self.text[max(0, at - 2) : at].strip() in ("", ".", "“", "”", '"')

    def _search_headings(
        self, surfaces: dict[str, tuple[Draft, str]], drafts: list[Draft], blocked: set[tuple[int, int]]
    ) -> None:
        """In capitals a name looks otherwise: look for names of two words or five letters there in
        any case.
        """
        folded = {name.casefold(): found for name, found in surfaces.items() if len(name) >= 5}
        cover = _Cover(blocked.union(*(draft.mentions for draft in drafts)))
        longest_first = sorted(folded, key=lambda n: (-len(n), n))
        for sentence in self.sentences:
            line = self.text[sentence.start : sentence.end]
            if not line.isupper() and sentence.role not in ("headline", "kicker"):
                continue
            small = line.casefold()
            for name in longest_first if len(small) == len(line) else ():
                for low, high in occurrences(small, name):
                    start, end = sentence.start + low, sentence.start + high
                    if cover.free(start, end) and any(char.isupper() for char in self.text[start:end]):
                        folded[name][0].mentions[start, end] = ("name", "heading")
                        cover.add(start, end)

    def _in_sentence(self, at: int) -> bool:
        number = bisect_right(self._begins, at) - 1
        return number >= 0 and at < self.sentences[number].end


def without_address(name: str) -> str:
    """A person's name without "Mr", "Dr", "Lord Justice".

    >>> without_address("Mr. Tullow")
    'Tullow'
    """
    words = name.split(" ")
    led = next((n for n in range(len(words) - 1, 0, -1) if _ADDRESS.fullmatch(" ".join(words[:n]) + " ")), 0)
    if words[:led] in (["Lord"], ["Lady"]) and len(words) == 2:
        return name  # a peer's own name
    return " ".join(words[led:])


def occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands as a word of its own, no part of a longer word, an address or a number.

    >>> list(occurrences("Acme, Acme.com, Acmes and Acme.", "Acme"))
    [(0, 4), (26, 30)]
    """
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before, after = text[start - 1 : start] if start else "", text[end : end + 2]
        inside = before.isalnum() or before in tuple("_@/.-") or after[:1].isalnum() or after[:1] in tuple("_@")
        if not inside and not (after[:1] in tuple(".-") and after[1:].isalnum()):
            yield start, end
        start = text.find(name, start + 1)


class _Cover:
    """Which characters are spoken for."""

    def __init__(self, spans: Iterable[tuple[int, int]]):
        self._taken: set[int] = set()
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        self._taken.update(range(start, end))

    def free(self, start: int, end: int) -> bool:
        return self._taken.isdisjoint(range(start, end))


def _reason(name: Name, candidate: PartyCandidate) -> str:
    return name.reason if name.reason != "name" else ", ".join(candidate.reasons)
