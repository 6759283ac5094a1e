"""Exported weights as a reader that can be fitted on: to new passages, or to articles of one's own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from ...ner.training import shipped
from ...ner.training.network import SHAPES, Tagger
from ..model import WEIGHTS
from .export import HEADS
from .network import Reader


def resume(weights: Path = WEIGHTS) -> Reader:
    """The reader that `export` wrote into `weights`, as exact as its 7-bit integers tell, word embeddings frozen.

    Heads that were not there yet are fresh.
    """
    found = shipped.read(weights / "reader.onnx")
    words, positions = found.state["word.weight"], found.state["position.weight"]
    reader = Reader(Tagger(found.config, len(words), len(positions)))
    state = dict(found.state)
    # A row of the table is the sum of a case shape and a mark; the first mark is left at nothing.
    state["shape.weight"] = found.codes[:SHAPES]
    state["mark.weight"] = found.codes[::SHAPES] - found.codes[0]
    with np.load(weights / "heads.npz") as heads:
        state |= {name: heads[name] for name in heads.files}
    missing, _ = reader.load_state_dict(
        {name: torch.tensor(np.float32(value)) for name, value in state.items()}, strict=False
    )
    if any(name.split(".")[0] not in HEADS for name in missing):
        raise ValueError(f"{weights} lacks {missing[0]}: no reader of this form")
    reader.word.weight.requires_grad_(False)
    return reader
