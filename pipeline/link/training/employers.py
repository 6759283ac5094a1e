"""Fits the trees of `positions.chooser`: `python -m pipeline.link.training.employers FOLDER... --out employers.json`

Each argument is a folder of annotated articles or a file of passages (`pipeline.reader.training.passages`). Needs
newsfacts[train]. Every title that the linker asks the trees about is a question; its answer is where gold says that the
person has that post, or "none of them".
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ...evaluate import load_folders
from ...evaluate.gold import GoldArticle, GoldFact, locate
from ...evaluate.parties import PartyMap
from ...extractor import Extractor
from ...read import article_from_text
from ...reader.training.passages import unfold
from ...records import Record
from ...resolve.training.forest import fit
from ..positions import posts
from ..positions.chooser import WEIGHTS, Chooser, Title

#: Found by cross-validation over articles.
TREES, SEEDS = 150, 4


@dataclass
class Question:
    """The candidates of one title, in rows of features, and which of them is right; the last row is none of them."""

    article: str
    rows: list[list[int]]
    right: int


class Asked(Chooser):
    """Keeps what is asked of the article that was linked last, and answers as the rules do."""

    last: list[tuple[Title, list[tuple[str | None, list[int]]]]]

    def __init__(self, *given: object):
        super().__init__(*given)  # type: ignore[arg-type]
        Asked.last = []

    def choose(self, title: Title) -> str | None:
        rows = self.rows(title)
        if len(rows) > 1 and title.person:
            Asked.last.append((title, rows))
        return title.ruled


def questions(articles: Iterator[GoldArticle], extractor: Extractor) -> Iterator[Question]:
    """The questions of all articles, each title of a person once."""
    posts.Chooser, usual = Asked, posts.Chooser  # type: ignore[misc]
    try:
        for article in articles:
            if not any(fact.type == "position" for fact in article.gold.facts):
                continue
            gold = article.gold
            record = extractor.extract(article_from_text(article.text, published=gold.published, title=gold.title))
            seen = set()
            for title, rows in Asked.last:
                if (title.start, title.person) not in seen:
                    seen.add((title.start, title.person))
                    yield Question(article.stem, [row for _, row in rows], _right(article, record, title, rows))
    finally:
        posts.Chooser = usual  # type: ignore[misc]


def _right(
    article: GoldArticle, record: Record, title: Title, rows: Sequence[tuple[str | None, list[int]]]
) -> int:
    """The row of the organisation at which gold has the person in that post; the last one for none."""
    parties, facts = PartyMap(article, record), _of_post(article, record, title)
    ids, words = {fact.object for fact in facts}, {(fact.object_text or "").lower() for fact in facts} - {""}
    names = {party.id: {name.lower() for name in (party.name, *party.aliases)} for party in record.parties}
    for place, (party, _) in enumerate(rows[:-1]):
        if party and (parties.to_gold.get(party) in ids or names.get(party, set()) & words):
            return place
    return len(rows) - 1


def _of_post(article: GoldArticle, record: Record, title: Title) -> list[GoldFact]:
    """Gold's posts of a person by that title, those told in its sentence first; the only post of a person anyhow."""
    person = PartyMap(article, record).to_gold.get(title.person or "")
    told = [f for f in article.gold.facts if f.type == "position" and f.subject == person and person]
    words = article.text[title.start : title.end].lower()
    same = [f for f in told if (f.title or "").lower() == words]
    same = same or [f for f in told if f.title and (f.title.lower() in words or words in f.title.lower())]
    here = [f for f in same if (s := locate(article.text, f.evidence)) and s.start <= title.start < s.end]
    if here or same:
        return here or same
    return told if len({fact.object for fact in told}) == 1 else []


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and write; returns 0."""
    prog = "python -m pipeline.link.training.employers"
    parser = argparse.ArgumentParser(prog=prog, description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--trees", type=int, default=TREES, help="of each seed")
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        places = [unfold(p, Path(folder) / p.stem) if p.is_file() else p for p in given.texts]
        asked = list(questions(iter(load_folders(places)), Extractor()))
    stored = fit(asked, given.trees, given.seeds)
    given.out.write_text(json.dumps(stored, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{given.out}: {len(asked)} titles, {len(stored['features'])} trees")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
