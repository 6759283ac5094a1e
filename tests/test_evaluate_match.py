"""Assignment and likeness: what the scorer measures with."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate.match import name_key, overlap, pair_up, same_text, words
from pipeline.mentions import Span

WEIGHTS = st.integers(1, 5).flatmap(
    lambda columns: st.lists(st.lists(st.integers(0, 9), min_size=columns, max_size=columns), max_size=5)
)


def best_by_trying_all(weights: list[list[int]]) -> int:
    rows, columns = len(weights), len(weights[0]) if weights else 0
    if rows > columns:
        weights, rows, columns = [list(row) for row in zip(*weights, strict=True)], columns, rows
    orders = permutations(range(columns), rows)
    return max((sum(weights[r][c] for r, c in enumerate(order)) for order in orders), default=0)


@given(WEIGHTS)
def test_pairing_has_the_greatest_weight_and_is_one_to_one(weights):
    rows, columns = range(len(weights)), range(len(weights[0]) if weights else 0)
    pairs = pair_up(rows, columns, lambda r, c: weights[r][c])
    assert sum(weights[r][c] for r, c in pairs) == best_by_trying_all(weights)
    assert len({r for r, _ in pairs}) == len({c for _, c in pairs}) == len(pairs)
    assert all(weights[r][c] > 0 for r, c in pairs)


def test_a_greedy_pairing_would_lose_one():
    weights = [[10, 9], [9, 0]]
    assert pair_up(range(2), range(2), lambda r, c: weights[r][c]) == [(0, 1), (1, 0)]


def test_what_has_no_weight_stays_single():
    assert pair_up([1], [2], lambda g, f: 0) == []
    assert pair_up([], [2], lambda g, f: 1) == []
    assert pair_up([1], [], lambda g, f: 1) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Brightwell Co., Ltd.", "Brightwell"),
        ("BRIGHTWELL INC", "Brightwell Inc."),
        ("Brightwell's", "Brightwell"),
        ("the U.S. Salt Board", "US Salt Board"),
        ("Brightwell-Moss", "Brightwell Moss"),
        ("Brightwell S.A.", "Brightwell SA"),
    ],
)
def test_names_that_are_the_same(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Brightwell Bank", "Brightwell"), ("Moss & Brightwell", "Brightwell & Moss"), ("Ltd", "Inc")],
)
def test_names_that_differ(one, other):
    assert name_key(one) != name_key(other)


def test_words_drop_case_punctuation_possessive_and_article():
    assert words("The firm’s (new) U.S. plant") == ["firm", "new", "us", "plant"]


def test_same_text_needs_half_of_the_words():
    assert same_text("a British chip unit", "the chip unit in Wales")
    assert not same_text("a British chip unit", "the unit in north Wales")
    assert same_text("—", "—")
    assert not same_text("—", "unit")


@given(st.text(max_size=30))
def test_every_text_is_the_same_as_itself(text):
    assert same_text(text, text)
    assert name_key(text) == name_key(text)


@given(st.tuples(st.integers(0, 50), st.integers(1, 20)), st.tuples(st.integers(0, 50), st.integers(1, 20)))
def test_overlap_is_symmetric_and_one_only_for_equal_spans(one, other):
    a, b = Span(one[0], sum(one)), Span(other[0], sum(other))
    assert overlap(a, b) == overlap(b, a)
    assert (overlap(a, b) == 1) == (a == b)
    assert (overlap(a, b) > 0) == a.overlaps(b)


def test_overlap_with_a_span_that_is_not_there():
    assert overlap(None, Span(0, 3)) == overlap(Span(0, 3), None) == 0
