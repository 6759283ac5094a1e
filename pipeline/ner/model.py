"""`NewsNer`: persons, organisations and places of news texts, without spaCy.

Each window is one call of the model. The int8 form measures the range of its activations at run time, over
all it is given at once; windows run together would change each other's rounding, and a document's entities
would depend on its neighbours. One by one they can't, and on one thread that costs no speed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from .decode import decode
from .rules import DocumentRules
from .words import Pieces, Window, may_hold_names, sentence_spans, windows

WEIGHTS = Path(__file__).parent / "weights"
SIZES = ("small", "large")


class NerError(RuntimeError):
    """The weights are missing, damaged, or of no known size; the message says which and what to do."""


class Entity(NamedTuple):
    """One entity: code-point offsets into the text, `PERSON`, `ORG` or `LOC`, and a score in 0..1."""

    start: int
    end: int
    label: str
    score: float


class NewsNer:
    """Named entities of news text, from ONNX weights that ship with the package.

    `size` is `small` (3 layers, the default) or `large` (6 layers, slower and somewhat better); `threads` is
    the number of threads one call of the model may use (1: run several processes instead); `rules` are the
    document rules on top (None: the model's bare spans). Raises
    `NerError` when a file of the weights is missing or its SHA-256 is not the one in `weights/index.json`.
    """

    def __init__(
        self,
        size: str = "small",
        threads: int = 1,
        *,
        rules: DocumentRules | Literal["default"] | None = "default",
        weights: Path = WEIGHTS,
    ) -> None:
        index = read_index(weights)
        if size not in index["models"]:
            raise NerError(f"no news NER of size {size!r}; there is {', '.join(sorted(index['models']))}")
        model = index["models"][size]
        for file in (*model["files"], index["tokenizer"]):
            check_hash(weights / file["name"], file["sha256"])
        self.name: str = model["name"]
        self.sha256: str = model["files"][0]["sha256"]
        self._rules = DocumentRules() if rules == "default" else rules
        self._pieces = Pieces(Tokenizer.from_file(str(weights / index["tokenizer"]["name"])))
        self._session = open_session(weights / model["files"][0]["name"], threads)
        self._masked = any(given.name == "a" for given in self._session.get_inputs())

    def entities(
        self, texts: Sequence[str], sentences: Sequence[Sequence[tuple[int, int]]] | None = None
    ) -> list[list[Entity]]:
        """Entities of each text, in text order and without overlaps.

        `sentences` holds, for each text, its sentence borders as code-point offsets (ascending, disjoint;
        what lies outside is not read); without it they are found by rule. A text's entities depend on
        nothing but that text and its borders.
        """
        if sentences is None:
            sentences = [sentence_spans(text) for text in texts]
        return [self._document(text, spans) for text, spans in zip(texts, sentences, strict=True)]

    def _document(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Entity]:
        found: list[Entity] = []
        read = [span for span in sentences if may_hold_names(text, *span)]
        for window in windows(text, read, self._pieces):
            for first, end, label, score in decode(self.logits(window), window.sentence_starts):
                found.append(Entity(window.words[first][0], window.words[end - 1][1], label, score))
        if self._rules is None:
            return found
        return [Entity(*entity) for entity in self._rules.apply(text, found)]

    def logits(self, window: Window) -> np.ndarray:
        """The model's output at each word of the window, shape (words, 7)."""
        ids = np.array([window.ids], dtype=np.int64)
        inputs = {"i": ids, "c": np.array([window.shapes], dtype=np.int64)}
        if self._masked:
            inputs["a"] = np.ones_like(ids)
        return self._session.run(["y"], inputs)[0][0, window.firsts]


def read_index(weights: Path) -> dict:
    """`index.json` of a folder of weights: the models, their files and hashes."""
    path = weights / "index.json"
    if not path.is_file():
        raise NerError(
            f"no weights of the news NER in {weights}; reinstall newsfacts or run pipeline.ner.train"
        )
    return json.loads(path.read_text(encoding="utf-8"))


def check_hash(path: Path, expected: str) -> None:
    """Raise `NerError` unless the file is there and has this SHA-256 (hexadecimal)."""
    if not path.is_file():
        raise NerError(f"{path.name} of the news NER is missing from {path.parent}; reinstall newsfacts")
    with path.open("rb") as file:
        actual = hashlib.file_digest(file, "sha256").hexdigest()
    if actual != expected:
        raise NerError(
            f"{path.name} of the news NER is damaged: SHA-256 {actual[:12]}…, expected {expected[:12]}…; "
            "reinstall newsfacts"
        )


def open_session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """An onnxruntime session on the CPU; weights beside the graph are memory-mapped by onnxruntime."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # The graph is fused by hand; more fusion would bring back onnxruntime's slow SkipLayerNormalization.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
