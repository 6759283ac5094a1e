"""Finds clauses in single sentences of our own, with a cast of invented parties instead of the real resolver."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.find.clauses import ClauseFinder
from pipeline.find.money import MoneyFinder
from pipeline.mentions import Article, Block
from pipeline.nlp import Analysis, Name, Nlp
from pipeline.normalise.money import MoneyNormaliser
from pipeline.patterns import Patterns, parse_example
from pipeline.records import Clause, Party
from pipeline.resolve import Resolution
from pipeline.sentences import Splitter

#: Invented parties: every name that stands for one, the fullest first.
CAST = {
    "P1": ("company", ("Halvor Inc.", "Halvor")),
    "P2": ("company", ("Tier Oy", "Tier")),
    "P3": ("company", ("Brandt AG", "Brandt Air")),
    "P4": ("company", ("Lindqvist AG", "Lindqvist")),
    "P5": ("person", ("Lena Brandt", "Oskar Kessler", "Kessler")),
    "P6": ("organization", ("Osterby United", "Osterby")),
    "P7": ("public_body", ("Ministry of Ports", "Velmark")),
}
_NAMES = {name: party for party, (_, names) in CAST.items() for name in names}
_CAST = re.compile(r"\b(?:" + "|".join(re.escape(n) for n in sorted(_NAMES, key=len, reverse=True)) + ")")


class Stage(NamedTuple):
    """The loaded finders."""

    nlp: Nlp
    splitter: Splitter
    clauses: ClauseFinder
    money: MoneyFinder
    values: MoneyNormaliser


@lru_cache(maxsize=1)
def stage() -> Stage:
    """Models and finders, loaded once a test run."""
    patterns = Patterns()
    return Stage(Nlp(), Splitter(patterns), ClauseFinder(patterns), MoneyFinder(patterns), MoneyNormaliser(patterns))


def resolution(text: str) -> Resolution:
    """The cast's names as parties; no pronoun means anybody."""
    mentions = [(m.start(), m.end(), _NAMES[m[0]], "name") for m in _CAST.finditer(text)]
    parties = [Party(id=p, name=names[0], kind=kind) for p, (kind, names) in CAST.items()]
    return Resolution(parties, mentions, {}, lambda parse, token, number: None)


def unparsed(text: str) -> Analysis:
    """A text cut into sentences, each line a paragraph."""
    blocks = [Block(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]+", text)]
    article = Article(text=text, blocks=blocks)
    return Analysis(article, stage().splitter.article(article))


def gated(text: str) -> list[int]:
    """The sentences of a text that the gate sends to the parser."""
    return stage().clauses.wanted(unparsed(text))


def clauses(text: str) -> list[Clause]:
    """The clauses of a text, each line a paragraph."""
    loaded = stage()
    analysis = unparsed(text)
    article = analysis.article
    parties = resolution(text)
    analysis.names = [Name(s, e, parties.kind(p) == "person") for s, e, p, _ in parties.mentions]
    wanted = loaded.clauses.wanted(analysis)
    loaded.nlp.parse([analysis], [wanted])
    money = loaded.values.records(text, loaded.money.find(text), article)
    found = loaded.clauses.find(analysis, parties, money)
    assert all(text[c.start : c.end] == c.text for c in found)
    assert [c.id for c in found] == [f"C{number}" for number in range(1, len(found) + 1)]
    return found


def marked(markup: str, tag: str = "c") -> tuple[str, list[tuple[str, dict[str, str]]]]:
    """An annotated sentence as its text and the (words, attributes) of each `tag` in it."""
    text, tagged = parse_example(markup)
    return text, [(text[t.start : t.end], t.attributes) for t in tagged if t.tag == tag]
