"""Fits the trees of `antecedents`: `python -m pipeline.resolve.training FILE... --out antecedents.json`

Each FILE is as `rows.read` says. Needs newsfacts[train]. The loss is the softmax over the candidates of a reference;
the reference before one is judged by the shipped trees, so that fitting twice, the second time from the first's, is
better than once.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from catboost import CatBoost, Pool

from ...extractor import Extractor
from ..antecedents import UNIT, WEIGHTS
from .rows import Question, questions, read

#: Found by cross-validation over articles.
OPTIONS = {
    "loss_function": "QuerySoftMax", "depth": 6, "learning_rate": 0.08, "l2_leaf_reg": 10, "border_count": 32,
    "rsm": 0.5, "bootstrap_type": "Bernoulli", "subsample": 0.8, "thread_count": 1,
    "verbose": False, "allow_writing_files": False,
}  # fmt: skip
#: Above every feature: a question that is always answered with no.
NEVER = 10**6


def fit(asked: Sequence[Question], trees: int, seeds: int = 1) -> dict[str, list[list[int]]]:
    """The trees that tell the right candidate of each question from the others, in whole numbers: the mean of as many
    forests as there are seeds, for one alone sways with chance.
    """
    rows = np.array([row for question in asked for row in question.rows], dtype=float)
    right = np.array([float(n == question.right) for question in asked for n in range(len(question.rows))])
    groups = np.repeat(np.arange(len(asked)), [len(question.rows) for question in asked])
    found = []
    for seed in range(1, seeds + 1):
        model = CatBoost({**OPTIONS, "iterations": trees, "random_seed": seed})
        model.fit(Pool(rows, right, group_id=groups))
        with TemporaryDirectory() as folder:
            path = Path(folder) / "model.json"
            model.save_model(str(path), format="json")
            found += json.loads(path.read_text(encoding="utf-8"))["oblivious_trees"]
    splits = [tree["splits"] or [] for tree in found]  # a tree may ask nothing
    depth = max(map(len, splits))
    stored: dict[str, list[list[int]]] = {"features": [], "bounds": [], "leaves": []}
    for tree, asks in zip(found, splits, strict=True):
        spare = depth - len(asks)
        points = [round(value * UNIT / seeds) for value in tree["leaf_values"]]
        stored["features"].append([s["float_feature_index"] for s in asks] + [0] * spare)
        stored["bounds"].append([math.floor(s["border"]) for s in asks] + [NEVER] * spare)
        stored["leaves"].append(points + [0] * (2**depth - len(points)))
    return stored


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
