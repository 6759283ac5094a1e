"""From logits to labelled word ranges: the best legal BIO path, and how sure the model is of each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
"""Order of the model's outputs."""

TYPES = ("PERSON", "ORG", "LOC")
"""Entity labels given to users; states 1 + 2k (B) and 2 + 2k (I) are those of `TYPES[k]`."""

# I-X may follow only B-X or I-X.
_LEGAL = np.array(
    [
        [later % 2 == 1 or later == 0 or earlier in (later - 1, later) for later in range(7)]
        for earlier in range(7)
    ]
)
_PENALTY = np.where(_LEGAL, 0.0, -1e9)
_START = np.where(_LEGAL[0], 0.0, -1e9)


def best_path(logits: np.ndarray) -> np.ndarray:
    """The legal BIO path with the highest sum of logits (Viterbi), for one sentence, shape (words, 7)."""
    path = logits.argmax(axis=1)
    if _LEGAL[0, path[0]] and _LEGAL[path[:-1], path[1:]].all():
        return path  # the unconstrained optimum is legal, so it is the constrained one too
    scores = logits[0] + _START
    back = np.zeros(logits.shape, dtype=np.int64)
    for step in range(1, len(logits)):
        total = scores[:, None] + _PENALTY
        back[step] = total.argmax(axis=0)
        scores = total.max(axis=0) + logits[step]
    path = np.zeros(len(logits), dtype=np.int64)
    path[-1] = scores.argmax()
    for step in range(len(logits) - 1, 0, -1):
        path[step - 1] = back[step, path[step]]
    return path


def probabilities(logits: np.ndarray) -> np.ndarray:
    """Softmax over the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def word_ranges(path: Sequence[int]) -> list[tuple[int, int, int]]:
    """`(first word, end word, type index)` of each entity on a legal path."""
    found: list[tuple[int, int, int]] = []
    for index, state in enumerate(path):
        if state == 0:
            continue
        kind = (state - 1) // 2
        if state % 2 == 1:
            found.append((index, index + 1, kind))
        else:
            first, _, _ = found[-1]
            found[-1] = (first, index + 1, kind)
    return found


def decode(logits: np.ndarray, starts: Sequence[int]) -> list[tuple[int, int, str, float]]:
    """Entities of one window: `(first word, end word, label, score)`.

    `starts` are the word indexes at which a sentence begins; no entity crosses one. The score is the mean,
    over the entity's words, of the probability that the word belongs to its type (B or I).
    """
    chances = probabilities(logits)
    found = []
    for low, high in zip(starts, [*starts[1:], len(logits)], strict=True):
        path = best_path(logits[low:high])
        if not path.any():
            continue
        for first, end, kind in word_ranges(path.tolist()):
            inside = chances[low + first : low + end, 1 + 2 * kind : 3 + 2 * kind]
            found.append((low + first, low + end, TYPES[kind], float(inside.sum(axis=1).mean())))
    return found
