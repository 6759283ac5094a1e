"""Linear models over named features, in whole numbers: the same points on every machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Linear(NamedTuple):
    """Points that features give to classes: `bias` is one a class, `weights` one a class for each feature."""

    classes: tuple[str, ...]
    bias: tuple[int, ...]
    weights: Mapping[str, tuple[int, ...]]

    def points(self, features: Iterable[str]) -> list[int]:
        """What the features that it knows give each class, without the bias."""
        found = [self.weights[feature] for feature in features if feature in self.weights]
        return [sum(column) for column in zip(*found, strict=True)] or [0] * len(self.classes)


@cache
def linear(path: Path) -> Linear:
    """The model of a file (JSON: `classes`, `bias`, `weights`); read once a process."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    weights = {feature: tuple(row) for feature, row in stored["weights"].items()}
    return Linear(tuple(stored["classes"]), tuple(stored["bias"]), weights)
