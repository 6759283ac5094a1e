"""Makes the weights of the news NER: `python -m pipeline.ner.train COMMAND --help`.

    fit      a teacher or a student, from an encoder or an earlier tagger
    label    raw news, by several teachers, into silver labels
    names    lists of the names in passages that list their parties
    average  the parameters of several taggers that began alike
    export   a tagger as int8 ONNX into the weights folder, with the hashes
    card     the model card of the weights folder, its figures measured

The order that made the shipped weights stands in MODEL_CARD.md. Same data, seed and machine: same weights.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")  # asked for by PyTorch's deterministic mode

import numpy as np
import spacy
import torch
from tokenizers import Tokenizer

from .decode import probabilities
from .model import WEIGHTS
from .training import card, consensus, data, fit, network, passages, reference, renaming
from .words import Pieces

OWN = Path(__file__).parent / "own_sentences.jsonl"
TOKENIZER = WEIGHTS / "tokenizer.json"
CARD = Path(__file__).parent / "MODEL_CARD.md"
TEMPLATE = Path(__file__).parent / "training" / "card_template.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0."""
    options = _parser().parse_args(arguments)
    torch.use_deterministic_algorithms(True, warn_only=True)
    torch.set_float32_matmul_precision("high")
    options.run(options)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipeline.ner.train", description=__doc__.splitlines()[0])
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    commands = parser.add_subparsers(required=True)

    one = commands.add_parser("fit", help="fit a teacher or a student")
    one.add_argument(
        "--encoder", type=Path, required=True, help="folder with config.json and model.safetensors"
    )
    one.add_argument("--start", type=Path, help="begin from this tagger instead of the bare encoder")
    one.add_argument("--layers", type=_numbers, help="keep only these layers (from 0), such as 0,2,4")
    one.add_argument("--gold", type=Path, required=True)
    one.add_argument("--own", type=Path, default=OWN)
    one.add_argument("--own-copies", type=int, default=6, help="renamed variants of each own sentence")
    one.add_argument("--named", type=Path, nargs="+", default=(), help="articles with lists of their names")
    one.add_argument("--named-copies", type=int, default=2, help="variants of each with made-up names")
    one.add_argument("--raw", type=Path)
    one.add_argument("--silver", type=Path, help="labels of the raw news, from `label`")
    one.add_argument("--epochs", type=float, default=8)
    one.add_argument("--rate", type=float, default=2e-4)
    one.add_argument("--batch", type=int, default=32)
    one.add_argument("--seed", type=int, default=1)
    one.add_argument("--half", action="store_true", help="bfloat16 arithmetic")
    one.add_argument(
        "--no-gold-of", type=_words, default=(), help="sources of gold to leave out, comma-separated"
    )
    one.add_argument("--out", type=Path, required=True)
    one.set_defaults(run=run_fit)

    two = commands.add_parser("label", help="label raw news with teachers")
    two.add_argument("--teachers", nargs="+", required=True, help="TAGGER:ENCODER_FOLDER each")
    two.add_argument("--raw", type=Path, required=True)
    two.add_argument("--out", type=Path, required=True)
    two.set_defaults(run=run_label)

    six = commands.add_parser("names", help="make lists of names of passages")
    six.add_argument("passages", nargs="+", type=Path)
    six.add_argument("--out", type=Path, required=True)
    six.set_defaults(run=run_names)

    three = commands.add_parser("average", help="average taggers")
    three.add_argument("taggers", nargs="+", type=Path)
    three.add_argument("--encoder", type=Path, required=True)
    three.add_argument("--gold", type=Path, required=True)
    three.add_argument("--out", type=Path, required=True)
    three.set_defaults(run=run_average)

    four = commands.add_parser("export", help="write int8 ONNX weights")
    four.add_argument("tagger", type=Path)
    four.add_argument("--encoder", type=Path, required=True)
    four.add_argument("--size", choices=("small", "large"), required=True)
    four.add_argument("--bits", type=int, default=7)
    four.add_argument("--weights", type=Path, default=WEIGHTS)
    four.set_defaults(run=run_export)

    five = commands.add_parser("card", help="write the model card of the weights folder")
    five.add_argument("--gold", type=Path, required=True)
    five.add_argument("--weights", type=Path, default=WEIGHTS)
    five.add_argument("--template", type=Path, default=TEMPLATE)
    five.add_argument("--out", type=Path, default=CARD)
    five.set_defaults(run=run_card)
    return parser


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


def run_fit(options: argparse.Namespace) -> None:
    """Fit one tagger on gold, own sentences and (for students) silver; print its development figures."""
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    pieces = Pieces(tokenizer)
    encoder = network.load_encoder(options.encoder, tokenizer, seed=7)
    tagger = reference.load(options.start, encoder) if options.start else encoder
    if options.layers:
        tagger = network.keep_layers(tagger, options.layers)
    gold = [
        doc for doc in data.read_gold(options.gold) if not doc.name.startswith(options.no_gold_of or ("\0",))
    ]
    own = data.read_own(options.own)
    held_back = [doc for doc in own if data.is_development(doc)]
    own = [doc for doc in own if not data.is_development(doc)]
    own = own + data.with_other_names(own, options.own_copies, options.seed)
    named = [doc for path in options.named for doc in data.read_named(path)]
    held_back += [doc for doc in named if data.is_development(doc)]
    named = [doc for doc in named if not data.is_development(doc)]
    taught = [doc for doc in gold if not data.is_development(doc)] + own
    named += renaming.with_made_names(named, options.named_copies, options.seed, taught) if named else []
    examples = data.examples(taught + named, pieces)
    raw = data.examples(data.read_raw(options.raw), pieces) if options.silver else []
    how = fit.Options(
        epochs=options.epochs, rate=options.rate, batch=options.batch, seed=options.seed, half=options.half
    )
    train = fit.Windows(examples + raw, options.device, how.smoothing)
    if options.silver:
        for row, (target, weight) in enumerate(consensus.read_silver(options.silver, raw), len(examples)):
            train.set_soft(row, raw[row - len(examples)].window.firsts, target, weight)
    print(f"{options.out.stem}: {len(examples)} windows of gold and own, {len(raw)} of silver", flush=True)
    tagger = fit.fit(tagger, train.to_device(), how, _small_ids(pieces, options.device), options.out.stem)
    network.save(tagger, options.out)
    report(options.out.stem, tagger, gold, pieces, options.device)
    report(f"{options.out.stem}, own sentences and named articles", tagger, held_back, pieces, options.device)


def _small_ids(pieces: Pieces, device: str) -> torch.Tensor:
    return torch.tensor([pieces.of(word)[0][0] for word in fit.SMALL_WORDS], device=device)


def report(
    name: str, tagger: network.Tagger, gold: list[data.Document], pieces: Pieces, device: str
) -> dict[str, float]:
    """Print and return the strict span F1 on the development fifth, without the document rules."""
    development = data.examples([doc for doc in gold if data.is_development(doc)], pieces)
    if not development:
        raise ValueError("none of the gold documents falls into the development fifth; give more documents")
    figures = fit.score(development, fit.predict(tagger, development, device))
    print(
        f"{name}: development " + " ".join(f"{kind} {value:.4f}" for kind, value in figures.items()),
        flush=True,
    )
    return figures


def run_label(options: argparse.Namespace) -> None:
    """Label raw news: mean probabilities of the teachers, made consistent within each article."""
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    documents = data.read_raw(options.raw)
    examples = data.examples(documents, Pieces(tokenizer))
    total: list[np.ndarray] = []
    for teacher in options.teachers:
        path, folder = teacher.split(":")
        tagger = reference.load(Path(path), network.load_encoder(Path(folder), tokenizer, seed=7))
        chances = [probabilities(logits) for logits in fit.predict(tagger, examples, options.device)]
        total = [old + new for old, new in zip(total, chances, strict=True)] if total else chances
    means = [chances / len(options.teachers) for chances in total]
    consensus.write_silver(options.out, consensus.consensus(documents, examples, means))
    print(f"{options.out.name}: {sum(len(chances) for chances in means)} words labelled", flush=True)


def run_names(options: argparse.Namespace) -> None:
    """Write a line of `fit --named` for each passage; the shipped tagger says what is a place."""
    tagger = spacy.blank("en")
    tagger.add_pipe("sentencizer")
    tagger.add_pipe("news_ner")
    count = 0
    with options.out.open("w", encoding="utf-8") as file:
        for path in options.passages:
            for line in passages.named(path, lambda text: [(ent.text, ent.label_) for ent in tagger(text).ents]):
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
                count += 1
    print(f"{options.out.name}: {count} passages", flush=True)


def run_average(options: argparse.Namespace) -> None:
    """Average the parameters of taggers fitted from the same start; print the development figures."""
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    encoder = network.load_encoder(options.encoder, tokenizer, seed=7)
    taggers = [reference.load(path, encoder) for path in options.taggers]
    states = [tagger.state_dict() for tagger in taggers]
    taggers[0].load_state_dict({key: sum(state[key] for state in states) / len(states) for key in states[0]})
    network.save(taggers[0], options.out)
    report(options.out.stem, taggers[0], data.read_gold(options.gold), Pieces(tokenizer), options.device)


def run_export(options: argparse.Namespace) -> None:
    """Quantise a tagger to int8 and write it, with its hash, into the weights folder."""
    from .training import export

    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    tagger = reference.load(options.tagger, network.load_encoder(options.encoder, tokenizer, seed=7))
    export.export(tagger, options.weights, options.size, options.bits)


def run_card(options: argparse.Namespace) -> None:
    """Measure the weights on the development fifth and write the model card."""
    template = options.template.read_text(encoding="utf-8")
    card.write(options.out, options.weights, data.read_gold(options.gold), template)


if __name__ == "__main__":
    raise SystemExit(main())
