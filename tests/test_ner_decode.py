"""Decoding: the best legal BIO path, against a search through all paths."""

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.ner.decode import LABELS, best_path, decode


def legal(path) -> bool:
    names = ["O", *(LABELS[state] for state in path)]
    return all(not now.startswith("I-") or before[2:] == now[2:] for before, now in itertools.pairwise(names))


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4), st.integers(0, 10_000))
def test_best_path_is_the_best_legal_one(length, seed):
    logits = np.random.default_rng(seed).normal(size=(length, len(LABELS)))
    paths = [path for path in itertools.product(range(len(LABELS)), repeat=length) if legal(path)]
    expected = max(paths, key=lambda path: sum(logits[step, state] for step, state in enumerate(path)))
    assert tuple(best_path(logits)) == expected


def test_no_entity_crosses_a_sentence():
    logits = np.full((4, len(LABELS)), -5.0)
    for step, label in enumerate(["B-ORG", "I-ORG", "I-ORG", "I-ORG"]):
        logits[step, LABELS.index(label)] = 5.0
    found = decode(logits, [0, 2])
    assert [entity[:3] for entity in found] == [(0, 2, "ORG"), (2, 4, "ORG")]
    assert all(0.9 < entity[3] <= 1.0 for entity in found)
