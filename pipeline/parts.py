"""Articles too long to be taken in one piece: cut at paragraph borders, and their records joined again.

Names and references are resolved, and facts linked, within a part; a party of two parts is one when they call it
by the same name. Everything bounded by the length of a part stays bounded: memory, and the time of those steps
that look back over an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from .mentions import Article, Block
from .records import Fact, Party, Record, SpanText

#: Articles of more characters than this are cut. The longest of 1,367 articles of press wires has 31,000.
LONGEST = 50_000
_BORDERS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?])\s"), re.compile(r"\s"))


def cut(article: Article, longest: int = LONGEST) -> list[tuple[int, Article]]:
    """The parts of an article, each with its offset, none longer than `longest` characters.

    Cut where a paragraph ends, or a line, a sentence or a word, in this order; a text without any of them is cut
    where it is full.
    """
    ends = [*_cuts(article.text, longest), len(article.text)]
    return [
        (start, replace(article, text=article.text[start:end], blocks=_blocks(article.blocks, start, end)))
        for start, end in zip([0, *ends], ends, strict=False)
    ]


def _cuts(text: str, longest: int) -> Iterator[int]:
    start = 0
    while len(text) - start > longest:
        start = _border(text, start + longest // 2, start + longest)
        yield start


def _border(text: str, first: int, last: int) -> int:
    for border in _BORDERS:
        found = [match.end() for match in border.finditer(text, first, last)]
        if found:
            return found[-1]
    return last


def _blocks(blocks: Sequence[Block], start: int, end: int) -> list[Block]:
    inside = (block for block in blocks if block.start < end and start < block.end)
    return [Block(max(b.start, start) - start, min(b.end, end) - start, b.role) for b in inside]


def join(whole: Record, parts: Sequence[tuple[int, Record]]) -> Record:
    """One record of the records of an article's parts. `whole` is its record without mentions and facts."""
    parties: list[Party] = []
    found: dict[str, list[Any]] = {"money": [], "dates": [], "clauses": []}
    facts: dict[tuple[object, ...], Fact] = {}
    for offset, record in parts:
        names = _add_parties(parties, record.parties, offset)
        for key, letter in (("money", "M"), ("dates", "D"), ("clauses", "C")):
            entries = getattr(record, key)
            names |= {entry.id: f"{letter}{number}" for number, entry in enumerate(entries, len(found[key]) + 1)}
            found[key] += [_moved(entry, offset, names) for entry in entries]
        for fact in record.facts:
            _add_fact(facts, _moved(fact, offset, names))
    warning = f"longer than {LONGEST:,} characters: analysed in {len(parts)} parts, facts are linked within a part"
    article = whole.article.model_copy(update={"warnings": (*whole.article.warnings, warning)})
    told = tuple(fact.model_copy(update={"id": f"F{number}"}) for number, fact in enumerate(facts.values(), 1))
    lists = {key: tuple(entries) for key, entries in found.items()}
    return whole.model_copy(update={"article": article, "parties": tuple(parties), "facts": told, **lists})


def _add_parties(parties: list[Party], new: Sequence[Party], offset: int) -> dict[str, str]:
    """Add a part's parties to those before it; the new id of each."""
    called: dict[tuple[str, str], set[int]] = {}
    for place, party in enumerate(parties):
        for name in _names(party):
            called.setdefault((party.kind, name), set()).add(place)
    ids: dict[str, str] = {}
    for party in new:
        mentions = tuple(_moved(mention, offset, {}) for mention in party.mentions)
        places = called.get((party.kind, party.name), set())
        if len(places) == 1:  # two parties that share a name say nothing of a third
            place = next(iter(places))
            parties[place] = _joined(parties[place], party, mentions)
        else:
            place = len(parties)
            parties.append(party.model_copy(update={"id": f"P{place + 1}", "mentions": mentions}))
        ids[party.id] = f"P{place + 1}"
    return ids


def _names(party: Party) -> set[str]:
    return {party.name, *(mention.text for mention in party.mentions if mention.form == "name")}


def _joined(known: Party, party: Party, mentions: tuple[Any, ...]) -> Party:
    added = [alias for alias in party.aliases if alias != known.name and alias not in known.aliases]
    update = {"aliases": (*known.aliases, *added), "mentions": (*known.mentions, *mentions)}
    return known.model_copy(update={**update, "ticker": known.ticker or party.ticker})


def _moved(entry: Any, offset: int, ids: dict[str, str]) -> Any:
    """The entry with its spans moved by `offset` and with the new ids of what it names."""
    update: dict[str, Any] = {}
    for field in type(entry).model_fields:
        value = getattr(entry, field)
        if field in ("start", "end"):
            update[field] = value + offset
        elif isinstance(value, SpanText):
            update[field] = _moved(value, offset, ids)
        elif field == "parties":
            update[field] = tuple(ids[party] for party in value)
        elif isinstance(value, tuple) and value and isinstance(value[0], SpanText):
            update[field] = tuple(_moved(one, offset, ids) for one in value)
        elif isinstance(value, str) and field in _REFERENCES:
            update[field] = ids.get(value, value)
    return entry.model_copy(update=update)


#: Fields that hold the id of another entry, or words where there is none.
_REFERENCES = frozenset({"id", "subject", "object", "source", "seller", "money", "equivalent_of", "anchor"})


def _add_fact(facts: dict[tuple[object, ...], Fact], fact: Fact) -> None:
    """Add a fact, or count it as a repetition of one that an earlier part tells in the same way."""
    own = ("id", "money", "evidence", "mentions", "rule", "cues")
    told = fact.model_dump(exclude=set(own))
    key = tuple((name, repr(value)) for name, value in sorted(told.items()))
    first = facts.get(key)
    if first is not None:
        fact = first.model_copy(update={"mentions": (*first.mentions, fact.evidence, *fact.mentions)})
    facts[key] = fact
