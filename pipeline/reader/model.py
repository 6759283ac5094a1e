"""The model at work: an int8 encoder in onnxruntime, its heads in numpy.

One window is one call, so that what is said of a sentence depends on nothing but the sentence, the one before it, and
what is mentioned there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..mentions import Span
from ..ner.model import NerError, check_hash, open_session
from .labels import (
    BEGIN,
    CHANGES,
    CLAUSE_TYPES,
    ELSE,
    EMPTY,
    HELD,
    METRICS,
    OUTSIDE,
    PAIR_TYPES,
    STATUSES,
    SUM_TYPES,
)
from .windows import MARKS, PERSON, Window

WEIGHTS = Path(__file__).parent / "weights"
#: The words that stand for a side or a title are no more wordpieces than this.
LONGEST = 30


@dataclass(frozen=True, slots=True)
class WordsSaid:
    """Words of the article (code-point offsets), and how likely there are such words at all."""

    span: Span
    share: float


@dataclass(frozen=True, slots=True)
class PostSaid:
    """What a person has to do with an employer: a party's id, `ELSE` or `EMPTY`. Shares are probabilities in [0, 1]."""

    person: str
    share: float
    title: Span
    employer: str
    employer_share: float
    change: str
    status: str

    @property
    def sure(self) -> float:
        """How likely post and employer are right together, taken as independent."""
        return self.share * self.employer_share


@dataclass(frozen=True, slots=True)
class SumSaid:
    """What a sum is told of. `type`, `subject` and `object` with their probabilities in [0, 1]; `shares` has those of
    all types.
    """

    type: str
    type_share: float
    subject: str
    subject_share: float
    object: str
    object_share: float
    status: str
    metric: str
    shares: dict[str, float]
    subject_words: WordsSaid | None = None
    object_words: WordsSaid | None = None
    """Where a side is `ELSE`, the words of the sentence that stand for it."""

    @property
    def sure(self) -> float:
        """How likely type and both sides are right together, taken as independent."""
        return self.type_share * self.subject_share * self.object_share


@dataclass(frozen=True, slots=True)
class PairSaid:
    """What two parties have to do with each other."""

    subject: str
    object: str
    type: str
    share: float
    status: str


@dataclass(frozen=True, slots=True)
class TermSaid:
    """Words that state a term (code-point offsets), its type, and how likely the words and the type are."""

    span: Span
    type: str
    share: float
    type_share: float


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of the n wordpieces of a sentence: the offsets of their words, the probabilities of their marks
    (n, 3) and, as parts of terms, of the types of these (n, types).
    """

    places: list[tuple[int, int]] = field(default_factory=list)
    marks: np.ndarray = field(default_factory=lambda: np.zeros((0, 3)))
    types: np.ndarray = field(default_factory=lambda: np.zeros((0, len(CLAUSE_TYPES))))

    def terms(self) -> list[TermSaid]:
        """The stretches that state terms."""
        inside = 1 - self.marks[:, OUTSIDE]
        stretches: list[list[int]] = []
        for at, place in enumerate(self.places):
            same = at > 0 and self.places[at - 1] == place
            within = bool(stretches) and stretches[-1][-1] == at - 1
            if same:
                if within:
                    stretches[-1].append(at)
            elif inside[at] >= 0.5:
                if within and self.marks[at, BEGIN] < 0.5:
                    stretches[-1].append(at)
                else:
                    stretches.append([at])
        return [self._term(rows) for rows in stretches]

    def over(self, span: Span) -> TermSaid | None:
        """How likely the words of a stretch state a term, and of which type it is; None where none was read."""
        rows = [at for at, (start, end) in enumerate(self.places) if start < span.end and span.start < end]
        return self._term(rows) if rows else None

    def _term(self, rows: list[int]) -> TermSaid:
        shares = self.types[rows].mean(0)
        best = int(shares.argmax())
        span = Span(self.places[rows[0]][0], self.places[rows[-1]][1])
        inside = float((1 - self.marks[rows, OUTSIDE]).mean())
        return TermSaid(span, CLAUSE_TYPES[best], inside, float(shares[best]))


class ReaderModel:
    """Loaded weights. Raises `NerError` when a file is missing or damaged."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        path = weights / "index.json"
        if not path.is_file():
            raise NerError(f"no weights of the learned reader in {weights}; reinstall newsfacts")
        index = json.loads(path.read_text(encoding="utf-8"))
        for file in index["files"]:
            check_hash(weights / file["name"], file["sha256"])
        self.sha256: str = next(file["sha256"] for file in index["files"] if file["name"] == "reader.bin")
        self._session = open_session(weights / "reader.onnx", 1)
        with np.load(weights / "heads.npz") as heads:
            self._heads = {name: heads[name].astype(np.float32) for name in heads.files}

    def encode(self, window: Window) -> np.ndarray:
        """Vectors (wordpieces, hidden) of a window."""
        inputs = {"i": np.array([window.ids], dtype=np.int64), "c": np.array([window.codes], dtype=np.int64)}
        return self._session.run(["y"], inputs)[0][0]

    def _linear(self, name: str, x: np.ndarray) -> np.ndarray:
        return x @ self._heads[f"{name}.weight"].T + self._heads[f"{name}.bias"]

    def sums(self, window: Window, x: np.ndarray, main: str | None) -> dict[str, SumSaid]:
        """By id, what the sums of a window tell; `x` is what `encode` gave."""
        made = {}
        mentions = _means(x, [span for _, span, _ in window.parties])
        names = [party for party, _, _ in window.parties]
        edges = self._edges(window, x) if window.sums else []
        for key, (low, high) in window.sums:
            vector = x[low:high].mean(0)
            out = self._linear("sum_out", _gelu(self._linear("sum_in", np.concatenate([vector, x[0]]))))
            types, statuses, metrics = np.split(out, [len(SUM_TYPES), len(SUM_TYPES) + len(STATUSES)])
            shares = _softmax(types)
            best = int(shares.argmax())
            sides = [self._side(side, vector, mentions, names, main) for side in (0, 1)]
            words = [self._stretch(side, vector, edges, window) if sides[side][0] == ELSE else None for side in (0, 1)]
            made[key] = SumSaid(
                SUM_TYPES[best], float(shares[best]), *sides[0], *sides[1],
                STATUSES[int(statuses.argmax())], METRICS[int(metrics.argmax())],
                dict(zip(SUM_TYPES, map(float, shares), strict=True)), *words,
            )  # fmt: skip
        return made

    def posts(self, window: Window, x: np.ndarray, main: str | None) -> list[PostSaid]:
        """Of each person named in the sentence, the post that it may tell."""
        people: dict[str, tuple[int, int]] = {}
        for party, span, own in window.parties:
            if own and window.codes[span[0]] // 8 % MARKS == PERSON:
                people.setdefault(party, span)
        if not people:
            return []
        mentions = _means(x, [span for _, span, _ in window.parties])
        names = [party for party, _, _ in window.parties]
        edges = self._edges(window, x)
        made = []
        for person, (low, high) in people.items():
            vector = x[low:high].mean(0)
            out = self._linear("post_out", _gelu(self._linear("post_in", vector)))
            held, changes, statuses = np.split(out, [len(HELD), len(HELD) + len(CHANGES)])
            title = self._stretch(2, vector, edges, window)
            employer, share = self._choice("post_query", "post_key", "post_fixed", vector, mentions, names, main)
            if title:
                made.append(PostSaid(
                    person, float(_softmax(held)[1]), title.span, employer, share,
                    CHANGES[int(changes.argmax())], STATUSES[int(statuses.argmax())],
                ))  # fmt: skip
        return made

    def _edges(self, window: Window, x: np.ndarray) -> list[np.ndarray]:
        """What the ends of words are looked up by: that of nowhere, then those of the sentence's wordpieces."""
        rows = np.concatenate([x[:1], x[window.base : window.base + len(window.places)]])
        return [self._linear(f"edge_key.{edge}", rows) for edge in (0, 1)]

    def _stretch(self, number: int, vector: np.ndarray, edges: list[np.ndarray], window: Window) -> WordsSaid | None:
        """The likeliest words for a side (0: subject, 1: object) or a title (2)."""
        queries = [self._linear(f"edge_query.{2 * number + edge}", vector) for edge in (0, 1)]
        first, last = (_softmax(keys @ q / len(q) ** 0.5) for keys, q in zip(edges, queries, strict=True))
        count = len(window.places)
        if not count:
            return None
        likely = np.triu(np.outer(first[1:], last[1:])) - np.triu(np.ones((count, count)), LONGEST)
        begin, end = divmod(int(likely.argmax()), count)
        span = Span(window.places[begin][0], window.places[end][1])
        return WordsSaid(span, float((1 - first[0]) * (1 - last[0])))

    def _side(
        self, side: int, vector: np.ndarray, mentions: np.ndarray, names: list[str], main: str | None
    ) -> tuple[str, float]:
        return self._choice(f"query.{side}", f"key.{side}", f"fixed.{side}", vector, mentions, names, main)

    def _choice(
        self,
        query_name: str,
        key_name: str,
        fixed_name: str,
        vector: np.ndarray,
        mentions: np.ndarray,
        names: list[str],
        main: str | None,
    ) -> tuple[str, float]:
        """The party, `ELSE` or `EMPTY` that a vector points to, and its share."""
        query = self._linear(query_name, vector)
        keys = self._linear(key_name, mentions)
        scale = len(query) ** 0.5
        bias = fixed_name.replace("fixed", "fixed_bias")
        fixed = self._heads[fixed_name] @ query / scale + self._heads[bias]
        labels = [*names, main if main and main not in names else "-", ELSE, EMPTY]
        scores = np.concatenate([keys @ query / scale, fixed])
        scores[[at for at, label in enumerate(labels) if label == "-"]] = -1e4
        share: dict[str, float] = {}
        for label, value in zip(labels, _softmax(scores), strict=True):
            share[label] = share.get(label, 0.0) + float(value)
        return max(share.items(), key=lambda entry: entry[1])

    def pairs(self, window: Window, x: np.ndarray) -> list[PairSaid]:
        """Every ordered pair of the sentence's parties with its likeliest relation."""
        first: dict[str, tuple[int, int]] = {}
        for party, span, own in window.parties:
            if own:
                first.setdefault(party, span)
        if len(first) < 2:
            return []
        vectors = _means(x, list(first.values()))
        inner = _gelu(self._linear("first", vectors)[:, None] + self._linear("second", vectors)[None])
        out = self._linear("pair_out", inner)
        shares = _softmax(out[..., : len(PAIR_TYPES)])
        statuses = out[..., len(PAIR_TYPES) :].argmax(-1)
        best = shares[..., 1:].argmax(-1) + 1
        names = list(first)
        return [
            PairSaid(
                names[i], names[j], PAIR_TYPES[best[i, j]], float(shares[i, j, best[i, j]]), STATUSES[statuses[i, j]]
            )
            for i in range(len(names))
            for j in range(len(names))
            if i != j
        ]

    def words(self, window: Window, x: np.ndarray) -> Words:
        """What is said of the wordpieces of the sentence itself."""
        out = self._linear("clause_out", x[window.base : window.base + len(window.places)])
        return Words(window.places, _softmax(out[:, :3]), _softmax(out[:, 3:]))


def _means(x: np.ndarray, spans: list[tuple[int, int]]) -> np.ndarray:
    return np.array([x[low:high].mean(0) for low, high in spans]).reshape(len(spans), x.shape[1])


def _softmax(x: np.ndarray) -> np.ndarray:
    raised = np.exp(x - x.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def _gelu(x: np.ndarray) -> np.ndarray:
    """The exact form, with the error function by Abramowitz & Stegun 7.1.26 (error below 1.5e-7)."""
    z = np.abs(x) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - poly * np.exp(-z * z))
    return 0.5 * x * (1 + erf)
