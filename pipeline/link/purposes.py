"""What a payment is for, where no rule tells: the likeliest purpose by the words around its sum and who pays whom.

A linear model (softmax regression) over words; its weights are whole numbers, so that every machine says the same.
`python -m pipeline.link.training` fits them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

#: The shipped weights: `purposes`, their `bias`, and for each feature one weight a purpose, in units of 1/UNIT nat.
WEIGHTS = Path(__file__).parent / "weights" / "purposes.json"
UNIT = 64
#: So many points a purpose must have more than "other" to be told: it is then e times as likely.
AHEAD = UNIT
#: How many words beside the sum count as near and as next to it, and how many characters before its sentence are read.
NEAR, NEXT, BEFORE = 8, 3, 250
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*|[$€£%]")
_ENDINGS = ("'s", "s", "ed", "ing", "es", "e")
#: What is left of a word without its ending.
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment as the model sees it: the sum [start, end) in its sentence [first, last) of `text`, the kinds of the
    parties that pay and are paid or the words that stand for them, what the sum is told by (`per`), the status.
    """

    text: str
    first: int
    last: int
    start: int
    end: int
    payer: str | None = None
    payee: str | None = None
    payer_text: str | None = None
    payee_text: str | None = None
    per: str | None = None
    status: str = "completed"


class _Weights(NamedTuple):
    purposes: tuple[str, ...]
    bias: tuple[int, ...]
    of: Mapping[str, tuple[int, ...]]


def likeliest(payment: Payment, weights: Path = WEIGHTS) -> str:
    """The purpose with most points, of equals the first by name; "other" where that is not far ahead of "other"."""
    known = _read(weights)
    points = list(known.bias)
    for feature in features(payment):
        for n, weight in enumerate(known.of.get(feature, ())):
            points[n] += weight
    best, other = max(points), points[known.purposes.index("other")]
    return known.purposes[points.index(best)] if best >= other + AHEAD else "other"


def features(payment: Payment) -> set[str]:
    """What holds of a payment: words by where they stand, kinds, status and rate."""
    text = payment.text
    left, right = _stems(text[payment.first : payment.start]), _stems(text[payment.end : payment.last])
    return {
        *(f"near left {word}" for word in left[-NEAR:]),
        *(f"near right {word}" for word in right[:NEAR]),
        *(f"left {word}" for word in left[-NEXT:]),
        *(f"right {word}" for word in right[:NEXT]),
        *(f"sentence {word}" for word in left + right),
        *(f"before {word}" for word in _stems(text[max(0, payment.first - BEFORE) : payment.first])),
        *(f"payer {word}" for word in _stems(payment.payer_text or "")),
        *(f"payee {word}" for word in _stems(payment.payee_text or "")),
        *_circumstances(payment),
    }


def _circumstances(payment: Payment) -> Iterator[str]:
    yield f"from {payment.payer}"
    yield f"to {payment.payee}"
    yield f"from {payment.payer} to {payment.payee}"
    yield f"per {payment.per}"
    yield f"status {payment.status}"


def _stems(text: str) -> list[str]:
    return [_stem(word.lower().replace("’", "'")) for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word


@cache
def _read(path: Path) -> _Weights:
    stored = json.loads(path.read_text(encoding="utf-8"))
    of = {feature: tuple(row) for feature, row in stored["weights"].items()}
    return _Weights(tuple(stored["purposes"]), tuple(stored["bias"]), of)
