"""Speed and memory of whole runs: `python -m tests.benchmarks.bench_run [--articles N] [--scale N ...]`.

First table: words a CPU-second of the whole extraction, files to written JSONL, beside `nlp.pipe` of the stock
en_core_web_sm with all its components, on the same texts, in turns. Second: what each stage costs. With `--scale`,
a third: wall time, CPU time and peak memory of `newsfacts extract` at several sizes and numbers of workers.

Texts are the articles of `corpus/`, varied with a fixed seed (other numbers, sentences in another order); real news
where the shared test material lies beside the checkout. `--words 60` leaves each at its first paragraphs up to so many
words: what a run keeps for each article (journal, index, names) is then seen at 100,000 in minutes, not hours.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[2]
NEWS = ROOT.parent / "shared" / "raw" / "news.jsonl.gz"
SEED = 7
#: Methods that are timed as stages: attribute of the extractor, method.
STAGES = (
    ("_splitter", "article"),
    ("_nlp", "names"),
    ("_nlp", "parse"),
    ("_money_finder", "find"),
    ("_money_values", "records"),
    ("_date_finder", "find"),
    ("_date_values", "records"),
    ("_party_finder", "find"),
    ("_resolver", "resolve"),
    ("_clauses", "wanted"),
    ("_clauses", "find"),
    ("_linker", "wants"),
    ("_linker", "link"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200, help="articles of the comparison (200)")
    parser.add_argument("--rounds", type=int, default=3, help="turns of each side (3)")
    parser.add_argument("--scale", type=int, nargs="*", default=[], help="sizes of whole runs, such as 1000 10000")
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2], help="numbers of workers there (1 2)")
    parser.add_argument("--corpus", action="store_true", help="varied corpus/ even where real news is there")
    parser.add_argument("--words", type=int, default=0, help="leave articles of whole runs at their beginning (0: whole)")
    options = parser.parse_args()
    console = Console(width=100)
    console.print(compare(list(articles(options.articles, options.corpus)), options.rounds))
    if options.scale:
        console.print(scale(options.scale, options.workers, options.corpus, options.words))


def articles(number: int, corpus: bool) -> Iterator[dict[str, Any]]:
    """Input lines: real news where there is any, over and over with variation beyond its number."""
    found = list(_news() if NEWS.exists() and not corpus else _corpus())
    chance = random.Random(SEED)
    for at in range(number):
        line = found[at % len(found)]
        yield line if at < len(found) else {**line, "text": varied(line["text"], chance)}


def varied(text: str, chance: random.Random) -> str:
    """The text with other digits and its paragraphs in another order, the first one apart."""
    first, *rest = text.split("\n")
    chance.shuffle(rest)
    return re.sub(r"(?<=\d)\d", lambda _: str(chance.randrange(10)), "\n".join([first, *rest]))


def beginning(text: str, words: int) -> str:
    """The first lines of a text, up to the one in which its number of words is reached."""
    kept, seen = [], 0
    for line in text.split("\n"):
        kept.append(line)
        seen += len(line.split())
        if seen >= words:
            break
    return "\n".join(kept)


def compare(lines: list[dict[str, Any]], rounds: int) -> Table:
    """Words a CPU-second of both sides in turns, and the share of each stage."""
    import spacy

    from pipeline.extractor import Extractor
    from pipeline.nlp import STOCK_PACKAGE

    words = sum(len(line["text"].split()) for line in lines)
    stock, extractor = spacy.load(STOCK_PACKAGE), Extractor()
    seconds: dict[str, list[float]] = defaultdict(list)
    stages = timed(extractor)
    gc.freeze()  # as in a worker, for both sides alike
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        source.write_text("".join(json.dumps(line) + "\n" for line in lines))
        sides = {"stock": lambda: run_stock(stock, lines), "newsfacts": lambda: run_ours(extractor, source)}
        run_stock(stock, lines[:5])
        run_ours(extractor, source, 5)
        stages.clear()
        for _ in range(rounds):
            for name, side in sides.items():
                seconds[name].append(cpu(side))
    best = {name: min(times) for name, times in seconds.items()}
    table = Table(title=f"{len(lines)} articles, {words} words, best of {rounds} turns")
    for column in ("", "CPU s", "words / CPU s", "ratio or share"):
        table.add_column(column, justify="left" if not column else "right")
    for name, spent in best.items():
        table.add_row(name, f"{spent:.2f}", f"{words / spent:,.0f}", f"{best['stock'] / spent:.2f}")
    table.add_section()
    total = sum(seconds["newsfacts"])
    rest = total - sum(stages.values())
    for stage, spent in sorted({**stages, "reading, writing, rest": rest}.items(), key=lambda pair: -pair[1]):
        table.add_row(f"  {stage}", f"{spent / rounds:.2f}", "", f"{spent / total:.0%}")
    return table


def run_stock(stock: Any, lines: list[dict[str, Any]]) -> None:
    """spaCy's own pipeline with all its components."""
    with stock.memory_zone():
        for _ in stock.pipe(line["text"] for line in lines):
            pass


def run_ours(extractor: Any, source: Path, most: int | None = None) -> None:
    """Everything from the input file to written lines."""
    from itertools import islice

    from pipeline.read import read_inputs
    from pipeline.rows import facts_json

    with tempfile.TemporaryFile() as records, tempfile.TemporaryFile() as facts:
        for record in extractor.pipe(islice(read_inputs([source]), most)):
            records.write(record.to_json() + b"\n")
            facts.write(facts_json(record))


def timed(extractor: Any) -> dict[str, float]:
    """Let every stage of the extractor add its CPU seconds to the table that is returned."""
    spent: dict[str, float] = defaultdict(float)

    def around(name: str, method: Callable) -> Callable:
        def measured(*args: Any, **kwargs: Any) -> Any:
            start = time.process_time()
            try:
                return method(*args, **kwargs)
            finally:
                spent[name] += time.process_time() - start

        return measured

    for owner, method in STAGES:
        part = getattr(extractor, owner)
        setattr(part, method, around(f"{owner.strip('_')}.{method}", getattr(part, method)))
    return spent


def cpu(work: Callable[[], None]) -> float:
    """CPU seconds of this process over some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def scale(sizes: list[int], workers: list[int], corpus: bool, words: int) -> Table:
    """Whole runs of the command: cost per article, memory of the largest process, efficiency against one worker."""
    table = Table(title="newsfacts extract")
    for column in ("articles", "workers", "wall s", "CPU s", "ms / article", "peak MiB", "efficiency"):
        table.add_column(column, justify="right")
    for size in sizes:
        alone = None
        for number in workers:
            wall, spent, peak = whole_run(size, number, corpus, words)
            alone = alone or wall * number
            efficiency = f"{alone / (wall * number):.2f}"
            table.add_row(
                f"{size:,}",
                str(number),
                f"{wall:.1f}",
                f"{spent:.1f}",
                f"{1000 * spent / size:.1f}",
                f"{peak:.0f}",
                efficiency,
            )
    return table


def whole_run(size: int, workers: int, corpus: bool, words: int) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak MiB of one process, of one run in processes of its own."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        with source.open("w") as file:
            for line in articles(size, corpus):
                if words:
                    line = {**line, "text": beginning(line["text"], words)}
                file.write(json.dumps(line) + "\n")
        code = (
            "import resource, subprocess, sys, time\n"
            "start = time.perf_counter()\n"
            "subprocess.run(sys.argv[1:], check=True)\n"
            "wall = time.perf_counter() - start\n"
            "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
            "print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)\n"
        )
        command = [
            sys.executable,
            "-m",
            "pipeline.cli",
            "extract",
            source,
            "--out",
            Path(folder) / "out",
            "-q",
        ]
        command = [sys.executable, "-c", code, *command, "--workers", str(workers)]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    wall, spent, peak = map(float, done.stdout.split())
    return wall, spent, peak


def _news() -> Iterator[dict[str, Any]]:
    with gzip.open(NEWS, "rt", encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            yield {key: article.get(key) for key in ("text", "title", "published")}


def _corpus() -> Iterator[dict[str, Any]]:
    for path in sorted((ROOT / "corpus").glob("*.txt")):
        yield {"text": path.read_text(encoding="utf-8"), "title": None, "published": "2024-03-04"}


if __name__ == "__main__":
    main()
