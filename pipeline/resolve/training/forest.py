"""Fits trees that tell the right one of some candidates, as `pipeline.boosted` reads them."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import numpy as np
from catboost import CatBoost, Pool

from ...boosted import UNIT

#: Found by cross-validation over articles.
OPTIONS = {
    "loss_function": "QuerySoftMax", "depth": 6, "learning_rate": 0.08, "l2_leaf_reg": 10, "border_count": 32,
    "rsm": 0.5, "bootstrap_type": "Bernoulli", "subsample": 0.8, "thread_count": 1,
    "verbose": False, "allow_writing_files": False,
}  # fmt: skip
#: Above every feature: a question that is always answered with no.
NEVER = 10**6


class Question(Protocol):
    """The candidates of one question, in rows of features, and which of them is right."""

    rows: list[list[int]]
    right: int


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
    levels = max(map(len, splits))
    stored: dict[str, list[list[int]]] = {"features": [], "bounds": [], "leaves": []}
    for tree, asks in zip(found, splits, strict=True):
        spare = levels - len(asks)
        points = [round(value * UNIT / seeds) for value in tree["leaf_values"]]
        stored["features"].append([s["float_feature_index"] for s in asks] + [0] * spare)
        stored["bounds"].append([math.floor(s["border"]) for s in asks] + [NEVER] * spare)
        stored["leaves"].append(points + [0] * (2**levels - len(points)))
    return stored
