"""Fits the trees of `chooser`: `python -m pipeline.link.training.choosers posts|figures FOLDER... --out FILE`

Each argument is a folder of annotated articles or a file of passages (`pipeline.reader.training.passages`). Needs
newsfacts[train]. Every title, or figure, that the linker asks the trees about is a question; its answer is where gold
says that the person has that post, or whose gold says that the figure is, or "none of them".
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import NamedTuple

from ...evaluate import load_folders
from ...evaluate.gold import GoldArticle, GoldFact, locate
from ...evaluate.parties import PartyMap
from ...extractor import Extractor
from ...read import article_from_text
from ...reader.training.passages import unfold
from ...records import Record
from ...resolve.training.forest import fit
from ..chooser import Chooser, Question
from ..positions import posts
from ..positions.chooser import PostChooser
from ..results import linker
from ..results.chooser import FigureChooser

#: Found by cross-validation over articles.
TREES, SEEDS = 150, 4

Row = tuple[str | None, list[int]]


@dataclass
class Asked:
    """The candidates of one question, in rows of features, and which of them is right; the last row is none of them."""

    article: str
    rows: list[list[int]]
    right: int


class Sort(NamedTuple):
    """What is asked about: the type of its facts, where the linker finds its chooser, and how gold answers."""

    type: str
    module: ModuleType
    name: str
    chooser: type[Chooser]
    facts: Callable[[GoldArticle, PartyMap, Question], list[GoldFact] | None]


def questions(sort: Sort, articles: Iterator[GoldArticle], extractor: Extractor) -> Iterator[Asked]:
    """The questions of all articles, each once."""
    last: list[tuple[Question, list[Row]]] = []

    class Watching(sort.chooser):  # type: ignore[misc, name-defined]
        """Keeps what is asked, and answers as the rules do."""

        def choose(self, question: Question) -> str | None:
            rows = self.rows(question)
            if len(rows) > 1:
                last.append((question, rows))
            return question.ruled

    setattr(sort.module, sort.name, Watching)
    try:
        for article in articles:
            if not any(fact.type == sort.type for fact in article.gold.facts):
                continue
            last.clear()
            gold = article.gold
            record = extractor.extract(article_from_text(article.text, published=gold.published, title=gold.title))
            parties, seen = PartyMap(article, record), set()
            for question, rows in last:
                told = sort.facts(article, parties, question)
                if told is not None and (question.start, question.person) not in seen:
                    seen.add((question.start, question.person))
                    yield Asked(article.stem, [row for _, row in rows], _right(record, parties, told, sort, rows))
    finally:
        setattr(sort.module, sort.name, sort.chooser)


def _right(record: Record, parties: PartyMap, told: Sequence[GoldFact], sort: Sort, rows: Sequence[Row]) -> int:
    """The row of the organisation that gold's facts are of; the last one for none."""
    sides = [(f.object, f.object_text) if sort.type == "position" else (f.subject, f.subject_text) for f in told]
    ids, words = {party for party, _ in sides}, {(text or "").lower() for _, text in sides} - {""}
    names = {party.id: {name.lower() for name in (party.name, *party.aliases)} for party in record.parties}
    for place, (party, _) in enumerate(rows[:-1]):
        if party and (parties.to_gold.get(party) in ids or names.get(party, set()) & words):
            return place
    return len(rows) - 1


def _of_post(article: GoldArticle, parties: PartyMap, question: Question) -> list[GoldFact] | None:
    """Gold's posts of a person by that title, those told in its sentence first; the only post of a person anyhow."""
    person = parties.to_gold.get(question.person or "")
    told = [f for f in article.gold.facts if f.type == "position" and f.subject == person and person]
    words = article.text[question.start : question.end].lower()
    same = [f for f in told if (f.title or "").lower() == words]
    same = same or [f for f in told if f.title and (f.title.lower() in words or words in f.title.lower())]
    here = [f for f in same if _in_evidence(article, f, question)]
    if not question.person:
        return None
    return here or same or (told if len({fact.object for fact in told}) == 1 else [])


def _of_figure(article: GoldArticle, parties: PartyMap, question: Question) -> list[GoldFact] | None:
    """Gold's figures of a sentence; None where they are of more than one party."""
    told = [f for f in article.gold.facts if f.type == "result" and _in_evidence(article, f, question)]
    return told if len({(fact.subject, fact.subject_text) for fact in told}) < 2 else None


def _in_evidence(article: GoldArticle, fact: GoldFact, question: Question) -> bool:
    span = locate(article.text, fact.evidence)
    return span is not None and span.start <= question.start < span.end


SORTS = {
    "posts": Sort("position", posts, "PostChooser", PostChooser, _of_post),
    "figures": Sort("result", linker, "FigureChooser", FigureChooser, _of_figure),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and write; returns 0."""
    prog = "python -m pipeline.link.training.choosers"
    parser = argparse.ArgumentParser(prog=prog, description=__doc__.splitlines()[0])
    parser.add_argument("sort", choices=SORTS)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--trees", type=int, default=TREES, help="of each seed")
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        places = [unfold(p, Path(folder) / p.stem) if p.is_file() else p for p in given.texts]
        sort = SORTS[given.sort]
        asked = list(questions(sort, iter(load_folders(places)), Extractor()))
    stored = fit(asked, given.trees, given.seeds)
    out = given.out or sort.chooser.weights
    out.write_text(json.dumps(stored, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{out}: {len(asked)} questions, {len(stored['features'])} trees")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
