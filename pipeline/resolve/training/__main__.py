"""Fits the trees of `antecedents`: `python -m pipeline.resolve.training FILE... --out antecedents.json`

Each FILE is as `rows.read` says. Needs newsfacts[train]. The loss is the softmax over the candidates of a reference;
the reference before one is judged by the shipped trees, so that fitting twice, the second time from the first's, is
better than once.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from ...extractor import Extractor
from ..antecedents import WEIGHTS
from .forest import fit
from .rows import questions, read


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and write; returns 0."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.resolve.training", description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--trees", type=int, default=200, help="of each seed")
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    given = parser.parse_args(arguments)
    articles = chain.from_iterable(read(path) for path in given.files)
    asked = list(questions(articles, Extractor()))
    stored = fit(asked, given.trees, given.seeds)
    given.out.write_text(json.dumps(stored, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(asked)} references, {len(stored['features'])} trees: {given.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
