"""The README's accuracy table and example, made by the program: `python -m tests.benchmarks.readme_tables`.

Accuracy is measured on `corpus/` and, where it lies beside the checkout, on the shared gold; the part between the
markers in README.md is rewritten. A test checks that the corpus column is what the checked-out code scores.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from pipeline.evaluate import evaluate
from pipeline.evaluate.result import Evaluation
from pipeline.extractor import Extractor
from pipeline.read import read_inputs
from pipeline.records import dumps
from pipeline.rows import fact_rows
from tests.raise_floors import SETS, missing

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
MARKS = "<!-- accuracy -->", "<!-- /accuracy -->"
EXAMPLE_MARKS = "<!-- example -->", "<!-- /example -->"
#: The article and the fact type of the README's example, and the keys that it shows.
EXAMPLE = ROOT / "corpus" / "merger-calder-ridge.txt", "acquisition"
KEYS = ("type", "subject", "object", "currency", "amount", "date", "status", "source", "evidence", "rule")
ROWS = {
    "money.value": "money: currency and exact amount",
    "money.qualifier": "money: value and qualifier",
    "dates.value": "dates: TIMEX3 value",
    "parties.kind": "parties: name and kind, one to one",
    "clauses.type": "clauses: type and stretch",
    "facts.strict": "facts: type, subject, object and amount all right",
    "facts.slots": "facts: filled slots",
}


def accuracy_table(results: dict[str, Evaluation]) -> str:
    """A Markdown table: a row a kind, precision / recall / F1 for each set."""
    head = "| | " + " | ".join(f"{name} (P / R / F1)" for name in results) + " |"
    lines = [head, "|" + " --- |" * (len(results) + 1)]
    for row, words in ROWS.items():
        cells = []
        for result in results.values():
            counts = result.total(row)
            cells.append(f"{counts.precision:.2f} / {counts.recall:.2f} / **{counts.f1:.2f}**")
        lines.append(f"| {words} | {' | '.join(cells)} |")
    return "\n".join(lines)


def example(extractor: Extractor) -> str:
    """One row of `facts.jsonl` as a JSON block."""
    path, kind = EXAMPLE
    (article,) = read_inputs([path])
    record = extractor.extract(article)
    row = next(row for row in fact_rows(record) if row["type"] == kind)
    shown = {key: row[key] for key in row if key in KEYS}
    return f"```json\n{json.dumps(json.loads(dumps(shown)), ensure_ascii=False, indent=1)}\n```"


def between(readme: str, marks: tuple[str, str]) -> str:
    """What stands between two markers."""
    start, end = (readme.index(mark) for mark in marks)
    return readme[start + len(marks[0]) : end].strip()


def put(readme: str, marks: tuple[str, str], part: str) -> str:
    """The text with `part` between the markers."""
    pattern = f"{re.escape(marks[0])}.*?{re.escape(marks[1])}"
    return re.sub(pattern, lambda _: f"{marks[0]}\n{part}\n{marks[1]}", readme, flags=re.S)


def main() -> None:
    """Measure and rewrite the table."""
    extractor = Extractor()
    names = {"corpus": "`corpus/`", "real": "25 real articles"}
    results = {names[name]: evaluate(folders, extractor) for name, folders in SETS.items() if not missing(folders)}
    readme = README.read_text(encoding="utf-8")
    readme = put(readme, MARKS, accuracy_table(results))
    readme = put(readme, EXAMPLE_MARKS, example(extractor))
    README.write_text(readme, encoding="utf-8")
    print(between(readme, MARKS))


if __name__ == "__main__":
    main()
