"""What several teachers say of raw news, made consistent within each article."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..decode import LABELS, TYPES, decode
from ..rules import one_label_a_name, repeated
from .data import Document, Example

UNSURE = 0.5
"""Words whose likeliest label has a lower mean probability than this are left out of the loss."""


def consensus(
    documents: Sequence[Document], examples: Sequence[Example], chances: Sequence[np.ndarray]
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Target distributions (words, 7) and weights (words,) of each window.

    `chances` are the teachers' mean probabilities. Each surface form takes its majority label in the article;
    a telling name that is found once counts wherever it stands again. A word's target is half the mean
    probabilities and half the label agreed on; where the two disagree, the label alone, at half the weight.
    """
    by_document: dict[int, list[int]] = {}
    for row, example in enumerate(examples):
        by_document.setdefault(example.document, []).append(row)
    made: list[tuple[np.ndarray, np.ndarray]] = [(np.zeros((0, 7)), np.zeros(0))] * len(examples)
    for number, rows in by_document.items():
        text = documents[number].text
        spans = [span for row in rows for span in _spans(examples[row], chances[row])]
        agreed = one_label_a_name(text, spans)
        agreed = sorted(agreed + repeated(text, agreed))
        for row in rows:
            made[row] = _targets(examples[row], chances[row], agreed)
    return made


def _spans(example: Example, chances: np.ndarray) -> list[tuple[int, int, str, float]]:
    words = example.window.words
    found = decode(np.log(chances + 1e-9), example.window.sentence_starts)
    return [(words[first][0], words[end - 1][1], label, score) for first, end, label, score in found]


def _targets(
    example: Example, chances: np.ndarray, agreed: Sequence[tuple[int, int, str, float]]
) -> tuple[np.ndarray, np.ndarray]:
    words = example.window.words
    labels = np.zeros(len(words), dtype=int)
    for start, end, label, _ in agreed:
        inside = [place for place, (first, last) in enumerate(words) if start <= first and last <= end]
        labels[inside] = 2 + 2 * TYPES.index(label)
        labels[inside[:1]] = 1 + 2 * TYPES.index(label)
    hard = np.eye(len(LABELS))[labels]
    same = chances.argmax(axis=1) == labels
    target = np.where(same[:, None], 0.5 * hard + 0.5 * chances, 0.9 * hard + 0.1 / len(LABELS))
    weight = np.where(same, (chances.max(axis=1) >= UNSURE).astype(float), 0.5)
    return target, weight


def write_silver(path: Path, targets: Sequence[tuple[np.ndarray, np.ndarray]]) -> None:
    """Targets and weights of all words, in order, as one compressed file."""
    soft = np.concatenate([target for target, _ in targets]).astype(np.float16)
    weight = np.concatenate([weight for _, weight in targets]).astype(np.float16)
    np.savez_compressed(path, soft=soft, weight=weight)


def read_silver(path: Path, examples: Sequence[Example]) -> list[tuple[np.ndarray, np.ndarray]]:
    """What `write_silver` wrote, window by window; raises ValueError if the raw news is not the same."""
    with np.load(path) as file:
        soft, weight = file["soft"].astype(np.float32), file["weight"].astype(np.float32)
    borders = np.cumsum([0, *(len(example.labels) for example in examples)])
    if borders[-1] != len(soft):
        raise ValueError(
            f"{path}: labels of {len(soft)} words, but the raw news has {borders[-1]}; label it again"
        )
    return [(soft[low:high], weight[low:high]) for low, high in itertools.pairwise(borders)]
