"""Boosted decision trees, evaluated in whole numbers: the same points on every machine."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

#: Points that make one unit of the softmax.
UNIT = 1000


class Trees:
    """Boosted trees each level of which asks one question of a row: is feature f above bound b?

    `features` and `bounds` are trees x depth; `leaves` are trees x 2^depth, the answer of level i being bit i.
    """

    def __init__(
        self, features: Sequence[Sequence[int]], bounds: Sequence[Sequence[int]], leaves: Sequence[Sequence[int]]
    ):
        depth = len(features[0])
        self._features, self._bounds = np.array(features).reshape(-1), np.array(bounds).reshape(-1)
        self._leaves = np.array(leaves, dtype=np.int64).reshape(-1)
        self._shape = (len(features), depth)
        self._bits, self._first = 1 << np.arange(depth), np.arange(len(features)) << depth

    def points(self, rows: Sequence[Sequence[int]]) -> list[int]:
        """What the trees give to each row, in sum."""
        asked = np.array(rows)[:, self._features] > self._bounds
        places = asked.reshape(len(rows), *self._shape) @ self._bits + self._first
        return self._leaves[places].sum(axis=1).tolist()

    def shares(self, rows: Sequence[Sequence[int]]) -> list[float]:
        """How likely each row is the right one of all: the softmax of their points."""
        points = self.points(rows)
        top = max(points)
        raised = [math.exp((p - top) / UNIT) for p in points]
        total = sum(raised)
        return [value / total for value in raised]


@cache
def trees(path: Path) -> Trees:
    """The trees of a file (JSON: `features`, `bounds`, `leaves`); read once a process."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Trees(stored["features"], stored["bounds"], stored["leaves"])
