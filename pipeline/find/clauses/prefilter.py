"""Which patterns can match a sentence at all, told by letters that every match of them must hold.

The regular expressions of `patterns/clauses.toml` cost too much to try each on each sentence. From the source of
each a set of strings is read of which every match holds one; a sentence without any of them isn't searched.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce

#: Strings are looked up by their first letters, so many of them, or one fewer where a string is shorter.
GRAM = 4
#: Strings shorter than this tell nothing.
SHORTEST = GRAM - 1
#: Longer strings than this are no better.
LONG_ENOUGH = 6

_QUANTIFIERS = "?*+{"
#: Letters that stand for themselves, none of them with a quantifier behind it.
_LETTERS = re.compile(r"[^\\()\[\]{}|?*+.^$ ]+(?![?*+{])")
_CLASSES = "dDwWsSbB"


#: Sets of strings: every match holds one of each.
Needs = tuple[frozenset[str], ...]


class Prefilter:
    """Finds the patterns, given as sources (lists of alternatives), that can match a text, and by which sources.

    A source is looked up by the one of its sets of strings that tells most, and then asked for the others.
    """

    def __init__(self, patterns: Sequence[Iterable[str]]):
        self._always: list[tuple[int, int]] = []
        self._entries: list[tuple[tuple[int, int], Needs]] = []
        found: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for number, alternatives in enumerate(patterns):
            for place, source in enumerate(alternatives):
                for needs in branches(source):
                    if not needs:
                        self._always.append((number, place))
                        continue
                    entry = len(self._entries)
                    self._entries.append(((number, place), needs[1:]))
                    for words in needs[0]:
                        found[words[:GRAM]][words].add(entry)
        self._index = {gram: list(entries.items()) for gram, entries in found.items()}
        others = {words for _, needs in self._entries for words in needs}
        self._grams = {words: frozenset(word[:GRAM] for word in words) for words in others}

    def possible(self, text: str) -> dict[int, list[int]]:
        """The numbers of the patterns that may match `text`, in order, each with those of its sources that may."""
        lower = text.lower()
        grams = {lower[i : i + GRAM] for i in range(len(lower))}
        grams |= {gram[:SHORTEST] for gram in grams}
        entries: set[int] = set()
        for gram in grams & self._index.keys():
            for words, wanted in self._index[gram]:
                if words in lower:
                    entries |= wanted
        held: dict[frozenset[str], bool] = {}
        sources = set(self._always)
        for entry in entries:
            source, others = self._entries[entry]
            for words in others:
                holds = held.get(words)
                if holds is None:
                    near = not grams.isdisjoint(self._grams[words])
                    holds = held[words] = near and any(word in lower for word in words)
                if not holds:
                    break
            else:
                sources.add(source)
        possible: dict[int, list[int]] = {}
        for number, place in sorted(sources):
            possible.setdefault(number, []).append(place)
        return possible


def required(source: str) -> frozenset[str] | None:
    """Strings in lower case of which every match of a regular expression holds one; None when none are known.

    Knows what the rules use: groups, look-around, classes, quantifiers; no back references or named groups.
    """
    return _union([needs[0] if needs else None for needs in branches(source)])


def branches(source: str) -> list[Needs]:
    """What a match of each branch (parted by bars) of a regular expression holds: one string of each set, the set
    that tells most first.
    """
    reader = _Reader(source)
    found = reader.branches()
    if reader.at < len(source):
        raise ValueError(f"unbalanced brackets in {source!r}")
    return found


class _Reader:
    """Reads a regular expression from left to right; `at` is the next character."""

    def __init__(self, source: str):
        self._source = source
        self.at = 0

    def branches(self) -> list[Needs]:
        """What each of the alternatives up to the closing bracket needs."""
        branches = [self._sequence()]
        while self._next() == "|":
            self.at += 1
            branches.append(self._sequence())
        return branches

    def _sequence(self) -> Needs:
        found: list[frozenset[str]] = []
        run = ""
        while self._next() not in ("", "|", ")"):
            if letters := _LETTERS.match(self._source, self.at):
                run += letters[0]
                self.at = letters.end()
                continue
            letter, group = self._atom()
            optional, repeated = self._quantifier()
            if letter and not optional:
                run += letter
            if not letter or optional or repeated:
                found.append(frozenset([run.lower()]))
                run = ""
            if group is not None and not optional:
                found.append(group)
        found.append(frozenset([run.lower()]))
        telling = dict.fromkeys(f for f in found if min(map(len, f)) >= SHORTEST)
        return tuple(sorted(telling, key=_worth, reverse=True))

    def _atom(self) -> tuple[str, frozenset[str] | None]:
        """The next atom as a letter that it stands for, "" for others, and what a group needs."""
        char = self._next()
        self.at += 1
        if char == "(":
            return "", self._group()
        if char == "[":
            self.at += self._source[self.at] in "^]"
            while self._next() != "]":
                self.at += 2 if self._next() == "\\" else 1
            self.at += 1
            return "", None
        if char == "\\":
            char = self._next()
            self.at += 1
            return ("" if char in _CLASSES else char), None
        return ("" if char in ".^$ " else char), None

    def _group(self) -> frozenset[str] | None:
        around = False
        if self._next() == "?":
            colon = self._source.find(":", self.at)
            look = next((m for m in ("?=", "?!", "?<=", "?<!") if self._source.startswith(m, self.at)), None)
            around = look is not None
            self.at = self.at + len(look) if look else colon + 1
        found = _union([needs[0] if needs else None for needs in self.branches()])
        self.at += 1
        return None if around else found

    def _quantifier(self) -> tuple[bool, bool]:
        """Whether the atom before may be left out, and whether it may be there more than once."""
        char = self._next()
        if not char or char not in _QUANTIFIERS:
            return False, False
        lowest = self._source[self.at + 1] if char == "{" else char
        self.at = self._source.index("}", self.at) + 1 if char == "{" else self.at + 1
        if self._next() == "?":
            self.at += 1
        return lowest in ("?", "*", "0", ","), char != "?"

    def _next(self) -> str:
        return self._source[self.at : self.at + 1]


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """Long strings tell most, then few of them."""
    return min(LONG_ENOUGH, min(map(len, words))), -len(words)


def _union(sets: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    known = [words for words in sets if words is not None]
    return reduce(frozenset.union, known, frozenset()) if len(known) == len(sets) else None
