"""What a payment is for, where no rule tells: the likeliest purpose by the words around its sum and who pays whom.

A linear model (softmax regression) over words; its weights are whole numbers, so that every machine says the same.
`python -m pipeline.link.training` fits them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.lang.en.stop_words import STOP_WORDS

from ..linear import linear

#: The shipped weights, in units of 1/UNIT nat.
WEIGHTS = Path(__file__).parent / "weights" / "purposes.json"
UNIT = 64
#: So many points a purpose must have more than "other" to be told (a nat is e times as likely), and so many by words
#: alone: that one firm pays another tells nothing. A fee is told of the most ordinary payments and needs more.
AHEAD, BY_WORDS, FEE_AHEAD = UNIT, UNIT * 3 // 2, UNIT * 5 // 2
#: How many words beside the sum count as near and as next to it, and how many characters before its sentence are read.
NEAR, NEXT, BEFORE = 8, 3, 250
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*|[$€£%]")
_ENDINGS = ("'s", "s", "ed", "ing", "es", "e")
#: Words of every text and of every payment: they tell no purpose.
_EMPTY = STOP_WORDS - {"back", "give"} | {"pay", "pays", "paid", "paying", "payment", "payments", "said", "says"}
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


def likeliest(payment: Payment, weights: Path = WEIGHTS) -> str:
    """The purpose with most points, of equals the first by name; "other" where that is not far ahead of "other"."""
    known = linear(weights)
    other = known.classes.index("other")
    words = known.points(_words(payment))
    points = [sum(both) for both in zip(known.bias, words, known.points(_circumstances(payment)), strict=True)]
    best = points.index(max(points))
    ahead = FEE_AHEAD if known.classes[best] == "fee" else AHEAD
    told = points[best] >= points[other] + ahead and words[best] >= words[other] + BY_WORDS
    return known.classes[best] if told else "other"


def features(payment: Payment) -> set[str]:
    """What holds of a payment: words by where they stand, kinds, status and rate."""
    return _words(payment) | set(_circumstances(payment))


def _words(payment: Payment) -> set[str]:
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
    }


def _circumstances(payment: Payment) -> Iterator[str]:
    yield f"from {payment.payer}"
    yield f"to {payment.payee}"
    yield f"from {payment.payer} to {payment.payee}"
    yield f"per {payment.per}"
    yield f"status {payment.status}"


def _stems(text: str) -> list[str]:
    words = (word.lower().replace("’", "'") for word in _WORD.findall(text))
    return [_stem(word) for word in words if word not in _EMPTY]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word
