"""How long the clause finder takes: `python -m tests.benchmarks.bench_clauses [ARTICLES.jsonl]`.

Without a file it repeats sentences of our own. Prints milliseconds of CPU an article for the gate, for the rules, and
for the parse that they need.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

from pipeline.mentions import Article, Block
from pipeline.nlp import Analysis
from tests.clauses_sample import resolution, stage

SENTENCES = (
    "Halvor Inc. said quarterly sales rose 4% as demand for turbines held up.",
    "Under the deal, Tier Oy will supply 40 turbines and Halvor Inc. will pay $3 million over two years.",
    "The sale is subject to approval by regulators and is expected to close in June.",
    "Lena Brandt, who has led the unit for six years, thanked the staff in Velmark.",
    "Analysts at Brandt AG expect the shares to recover next year.",
)


def texts(path: str | None) -> list[str]:
    """The texts of a JSONL file, or 200 articles of our own sentences."""
    if path is None:
        return ["\n".join(SENTENCES * 5)] * 200
    return [json.loads(line)["text"] for line in Path(path).read_text(encoding="utf-8").splitlines()]


def main(path: str | None = None) -> None:
    """Print the costs."""
    loaded = stage()
    spent = {"gate": 0.0, "parse": 0.0, "rules": 0.0}
    sentences = wanted = found = 0
    articles = texts(path)
    for text in articles:
        article = Article(text=text, blocks=[Block(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]+", text)])
        analysis = Analysis(article, loaded.splitter.article(article))
        start = time.process_time()
        numbers = loaded.clauses.wanted(analysis)
        gate = time.process_time()
        loaded.nlp.parse([analysis], [numbers])
        parsed = time.process_time()
        found += len(loaded.clauses.find(analysis, resolution(text), []))
        spent["gate"] += gate - start
        spent["parse"] += parsed - gate
        spent["rules"] += time.process_time() - parsed
        sentences += len(analysis.sentences)
        wanted += len(numbers)
    print(f"{len(articles)} articles, {sentences} sentences, {wanted} wanted, {found} clauses")
    for name, seconds in spent.items():
        print(f"{name:6} {1000 * seconds / len(articles):8.2f} ms an article")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
