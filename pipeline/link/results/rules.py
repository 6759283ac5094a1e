"""The rules of `patterns/results.toml` by which figures are read, and how their words become patterns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...patterns import Rule, Table


class MetricRule(Rule):
    """Words that name one metric. `stock` metrics stand at a time (debt), the others are earned over one (sales);
    with `forward` only a sum behind the word is the figure ("cash of $3 million", not "$3 million in cash"); `booked`
    ones are figures only where somebody takes or reports them ("took a $3 million charge"); with `unit` the figure is
    the price of one of something ("$58 per ton").
    """

    metric: str
    words: tuple[str, ...]
    forward: bool = False
    stock: bool = False
    booked: bool = False
    unit: bool = False


class RowRule(Rule):
    """First words of a line of a wire table ("Shr 53 cts vs 41 cts")."""

    metric: str
    words: tuple[str, ...]


class Between(Table):
    """Words between metric and sum; see the comments of the file."""

    words: tuple[str, ...]
    behind: tuple[str, ...]
    verb: tuple[str, ...]
    earlier: tuple[str, ...]
    gained: tuple[str, ...]


class Guard(Table):
    """Words that make a metric or sum something else; see the comments of the file."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    moved: tuple[str, ...]
    portion: tuple[str, ...]
    generic: tuple[str, ...]
    shares: tuple[str, ...]


class VerbRule(Rule):
    """Verbs whose object is the figure itself. With `bare`, only where the sum is all that is told ("made $3 million in
    2023", not "made a $3 million gift"); with `taxed`, only where "before tax" or "after tax" follows.
    """

    metric: str
    words: tuple[str, ...]
    stock: bool = False
    bare: bool = False
    taxed: bool = False


def any_of(words: Sequence[str]) -> str:
    """A pattern for any of the words, whole, the longest first; the number of a footnote may stand behind."""
    return rf"(?<![^\W\d_])(?<!-)(?:{'|'.join(longest(words))})(?=\d?(?![\w-]))"


def longest(words: Sequence[str]) -> list[str]:
    return [re.escape(word).replace(r"\ ", r"\s") for word in sorted(set(words), key=lambda w: (-len(w), w))]
