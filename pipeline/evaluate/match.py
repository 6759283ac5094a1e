"""What the scorer measures with: one-to-one assignment, and likeness of names, texts and spans."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from pipeline.mentions import Span

G = TypeVar("G")
P = TypeVar("P")

#: From this F-measure on, two stretches (of characters or words) count as the same.
SAME_TEXT = 0.5
#: Weight of being right in a pairing; likeness below it only breaks ties.
RIGHT = 1_000


def pair_up(gold: Sequence[G], found: Sequence[P], weight: Callable[[G, P], int]) -> list[tuple[int, int]]:
    """The one-to-one pairing (indices into both) of greatest total weight; what has no weight stays single.

    >>> pair_up([1, 2], [2, 3], lambda g, p: 10 - abs(g - p))
    [(0, 0), (1, 1)]
    """
    weights = [[max(0, weight(g, p)) for p in found] for g in gold]
    pairs: list[tuple[int, int]] = []
    for rows, columns in _components(weights):
        pairs += _assign(weights, rows, columns)
    return sorted(pairs)


def _components(weights: list[list[int]]) -> list[tuple[list[int], list[int]]]:
    """Rows and columns that hang together by a weight; each part is assigned by itself, which is fast."""
    columns_of = [[c for c, w in enumerate(row) if w] for row in weights]
    rows_of: dict[int, list[int]] = {}
    for row, columns in enumerate(columns_of):
        for column in columns:
            rows_of.setdefault(column, []).append(row)
    seen: set[int] = set()
    parts = []
    for first in range(len(weights)):
        if first in seen or not columns_of[first]:
            continue
        rows, columns, stack = {first}, set(), [first]
        while stack:
            for column in columns_of[stack.pop()]:
                if column not in columns:
                    columns.add(column)
                    stack += [row for row in rows_of[column] if row not in rows]
                    rows.update(rows_of[column])
        seen |= rows
        parts.append((sorted(rows), sorted(columns)))
    return parts


def _assign(weights: list[list[int]], rows: list[int], columns: list[int]) -> list[tuple[int, int]]:
    if len(rows) <= len(columns):
        chosen = _hungarian([[-weights[r][c] for c in columns] for r in rows])
        pairs = [(rows[i], columns[j]) for i, j in enumerate(chosen)]
    else:
        chosen = _hungarian([[-weights[r][c] for r in rows] for c in columns])
        pairs = [(rows[i], columns[j]) for j, i in enumerate(chosen)]
    return [(r, c) for r, c in pairs if weights[r][c]]


def _hungarian(cost: list[list[int]]) -> list[int]:
    """The column of each row in the cheapest assignment; as many columns as rows, or more.

    The Hungarian method with potentials and shortest augmenting paths, O(rows² · columns)
    (Jonker & Volgenant 1987); exact, as costs are integers. Index 0 is the method's dummy row and column.
    """
    n, m = len(cost), len(cost[0])
    row_potential, column_potential = [0] * (n + 1), [0] * (m + 1)
    row_of, came_from = [0] * (m + 1), [0] * (m + 1)
    for row in range(1, n + 1):
        row_of[0], column = row, 0
        slack: list[float] = [float("inf")] * (m + 1)
        used = [False] * (m + 1)
        while row_of[column]:
            used[column] = True
            current, delta, following = row_of[column], float("inf"), 0
            for j in range(1, m + 1):
                if used[j]:
                    continue
                reduced = cost[current - 1][j - 1] - row_potential[current] - column_potential[j]
                if reduced < slack[j]:
                    slack[j], came_from[j] = reduced, column
                if slack[j] < delta:
                    delta, following = slack[j], j
            for j in range(m + 1):
                if used[j]:
                    row_potential[row_of[j]] += delta  # type: ignore[assignment]
                    column_potential[j] -= delta  # type: ignore[assignment]
                else:
                    slack[j] -= delta
            column = following
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    chosen = [0] * n
    for j in range(1, m + 1):
        if row_of[j]:
            chosen[row_of[j] - 1] = j - 1
    return chosen


_ARTICLES = frozenset({"the", "a", "an"})

#: Legal forms that do not tell one name from another.
_LEGAL_FORMS = frozenset({
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "llp",
    "lp", "sa", "ag", "nv", "bv", "se", "spa", "ab", "asa", "oyj", "gmbh", "kgaa", "pty", "pte", "bhd",
    "berhad", "sarl", "srl", "kk", "pjsc", "pvt", "private",
})  # fmt: skip
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b)")
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text without case, punctuation, possessives and articles; `U.S.` is one word.

    >>> words("The U.S. Treasury’s co-op")
    ['us', 'treasury', 'co', 'op']
    """
    plain = _POSSESSIVE.sub("", _DOTTED.sub("", text)).casefold()
    return [word for word in _WORD.findall(plain) if word not in _ARTICLES]


def name_key(name: str) -> str:
    """A name without case, punctuation, articles and legal forms at its end; empty only for an empty name.

    >>> name_key("The Acme Holdings Co., Ltd."), name_key("ACME Holdings"), name_key("Limited")
    ('acme holdings', 'acme holdings', 'limited')
    """
    parts = words(name)
    while len(parts) > 1 and parts[-1] in _LEGAL_FORMS:
        parts.pop()
    return " ".join(parts) or name.strip().casefold()


@lru_cache(maxsize=10_000)
def _word_counts(text: str) -> Counter[str]:
    return Counter(words(text))


def same_text(one: str, other: str) -> bool:
    """Whether two texts share enough words: the F-measure of their words is at least SAME_TEXT.

    >>> same_text("the computing resources", "computing power"), same_text("a ship", "two aircraft")
    (True, False)
    """
    left, right = _word_counts(one), _word_counts(other)
    total = left.total() + right.total()
    if not total:
        return one.strip() == other.strip()
    return 2 * (left & right).total() / total >= SAME_TEXT


def overlap(one: Span | None, other: Span | None) -> float:
    """The F-measure of the characters of two spans: 1 for equal spans, 0 for spans that do not touch."""
    if one is None or other is None:
        return 0.0
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, 2 * common) / ((one.end - one.start) + (other.end - other.start) or 1)
