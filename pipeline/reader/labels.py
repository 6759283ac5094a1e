"""What the model tells apart."""

from __future__ import annotations

from typing import get_args

from ..records import Change, ClauseType

#: What a sum is told of; the first is nothing that is a fact.
SUM_TYPES = (
    "none", "investment", "acquisition", "agreement", "financing", "payment", "spending", "result", "valuation",
    "lawsuit", "position",
)  # fmt: skip
#: What two parties have to do with each other in a sentence.
PAIR_TYPES = ("none", "investment", "acquisition", "agreement", "financing", "payment", "lawsuit", "position")
STATUSES = ("completed", "ongoing", "expected", "proposed", "conditional", "cancelled")
METRICS = (
    "revenue", "net_profit", "net_loss", "operating_profit", "operating_loss", "earnings_per_share", "deficit",
    "surplus", "other",
)  # fmt: skip
#: A side that the model may not name: the article's words or a party far away; and a side that is not told at all.
ELSE, EMPTY = "else", "empty"
#: Labels of a word: outside of terms, the first of one, another of one; and the types of terms.
OUTSIDE, BEGIN, INSIDE = range(3)
CLAUSE_TYPES = get_args(ClauseType)
#: Whether a person has a post in a sentence, and what becomes of it.
HELD = ("no", "yes")
CHANGES = get_args(Change)
