"""Runs the party stages on annotated sentences: `<party kind=… [ner=…] [is=A] [form=nominal]>`, `<ner label=…>`."""

from dataclasses import dataclass
from functools import cache

from pipeline.find.parties import PartyFinder
from pipeline.link.draft import Draft
from pipeline.link.positions import PositionLinker
from pipeline.mentions import Article, Block, Entity, Sentence
from pipeline.nlp import Analysis
from pipeline.patterns import Patterns, Tagged, parse_example
from pipeline.resolve import Resolution, Resolver
from pipeline.sentences import Splitter

PATTERNS = Patterns()
#: What a `ner` attribute of a party stands for when it names none: nothing was found by the NER.
LABELS = {"ORG", "PERSON", "GPE", "LOC"}


@cache
def stages() -> tuple[Splitter, PartyFinder, Resolver, PositionLinker]:
    return Splitter(PATTERNS), PartyFinder(PATTERNS), Resolver(PATTERNS), PositionLinker(PATTERNS)


@dataclass
class Outcome:
    """What came out of one example, beside what was expected."""

    text: str
    tags: list[Tagged]
    sentences: list[Sentence]
    resolution: Resolution
    drafts: list[Draft]

    def names(self) -> list[tuple[str, str]]:
        """(text, kind) of all mentions by name, in order."""
        return [
            (self.text[start:end], self.resolution.kind(party))
            for start, end, party, form in self.resolution.mentions
            if form == "name"
        ]

    def expected(self) -> list[tuple[str, str]]:
        return [
            (self.text[tag.start : tag.end], tag.attributes["kind"])
            for tag in self.tags
            if tag.tag == "party" and tag.attributes.get("form", "name") == "name"
        ]


def analyse(markup: str, headline: bool = False, finder: PartyFinder | None = None) -> Outcome:
    """Run finder, resolver and position linker on one annotated text; its first line is a headline on request."""
    text, tags = parse_example(markup)
    splitter, shipped, resolver, linker = stages()
    article = Article(text=text, blocks=_blocks(text, headline))
    entities = [
        Entity(
            tag.start,
            tag.end,
            tag.attributes.get("ner", tag.attributes.get("label", "")),
            float(tag.attributes.get("score", 1)),
        )
        for tag in tags
        if tag.attributes.get("ner", tag.attributes.get("label")) in LABELS
    ]
    analysis = Analysis(article, splitter.article(article), entities)
    candidates = (finder or shipped).find(article, analysis.sentences, entities)
    resolution = resolver.resolve(article, analysis.sentences, candidates)
    return Outcome(text, tags, analysis.sentences, resolution, linker.link(analysis, resolution, []))


def _blocks(text: str, headline: bool) -> list[Block]:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            role = "headline" if headline and not blocks else "body"
            blocks.append(Block(at, at + len(line), role))
        at += len(line) + 1
    return blocks
