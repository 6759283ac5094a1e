"""Figures of the money finder and normaliser: `python -m tests.benchmarks.bench_money [--misses]`.

Needs the shared test material beside the checkout (`../shared`); prints one line a measure.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.find.money import MoneyFinder
from pipeline.mentions import Article
from pipeline.normalise.money import MoneyNormaliser
from pipeline.patterns import Patterns
from pipeline.records import Money

SHARED = Path(__file__).resolve().parents[3] / "shared"
CASE_SOURCES = ("news_hand", "recognizers_currency", "duckling_en")
#: How a case's bound is written in records.
_BOUNDS = {
    "above": ("at_least", "more_than"),
    "under": ("at_most", "less_than"),
}


class Extractor:
    """Finder and normaliser together, built once."""

    def __init__(self) -> None:
        patterns = Patterns()
        self.finder = MoneyFinder(patterns)
        self.normaliser = MoneyNormaliser(patterns)

    def __call__(self, text: str, article: Article | None = None) -> list[Money]:
        return self.normaliser.records(text, self.finder.find(text), article)


def cases(source: str) -> list[dict[str, Any]]:
    """The cases of one source, in file order."""
    lines = (SHARED / "cases" / "money.jsonl").read_text(encoding="utf-8").splitlines()
    return [case for case in map(json.loads, lines) if case["src"] == source]


def case_problem(extract: Extractor, case: dict[str, Any]) -> str | None:
    """What is wrong with the records of a case, None when each expected sum and nothing else was read.

    A vague sum counts as no sum: the cases expect none there.
    """
    found = [record for record in extract(case["text"]) if record.qualifier != "vague"]
    if len(found) != len(case["expected"]):
        return f"{len(found)} sums, expected {len(case['expected'])}"
    for record, expected in zip(found, case["expected"], strict=True):
        if record.start >= expected["end"] or expected["start"] >= record.end:
            return f"{record.text!r} instead of {expected['text']!r}"
        problem = _value_problem(record, expected)
        if problem:
            return problem
    return None


def _value_problem(record: Money, expected: dict[str, Any]) -> str | None:
    currency, unit = expected["currency"], Decimal(1)
    if len(currency) == 4:
        unit = Decimal("0.00000001") if currency == "BTCs" else Decimal("0.01")
        currency = currency[:3]
    if currency != "*" and record.currency != currency:
        return f"currency {record.currency}, expected {currency}"
    if expected["kind"] == "range":
        pair = (Decimal(repr(expected["lo"])) * unit, Decimal(repr(expected["hi"])) * unit)
        return None if (record.min, record.max) == pair else f"range {record.min}..{record.max}"
    if record.amount != Decimal(repr(expected["value"])) * unit:
        return f"amount {record.amount}, expected {expected['value']}"
    bounds = _BOUNDS.get(expected["kind"])
    return None if bounds is None or record.qualifier in bounds else f"qualifier {record.qualifier}"


def gold_articles() -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """(stem, text, gold sums with `start` and `end`) of every annotated article."""
    for folder in ("dev", "source"):
        for path in sorted((SHARED / "gold" / folder).glob("*.json")):
            text = path.with_suffix(".txt").read_text(encoding="utf-8")
            sums = json.loads(path.read_text(encoding="utf-8"))["money"]
            for entry in sums:
                at = -1
                for _ in range(entry.get("nth", 1)):
                    at = text.index(entry["text"], at + 1)
                entry["start"], entry["end"] = at, at + len(entry["text"])
            yield path.stem, text, sums


def _value(entry: dict[str, Any]) -> tuple[Any, ...]:
    numbers = (Decimal(repr(entry[key])) if entry.get(key) is not None else None for key in ("amount", "min", "max"))
    return entry["currency"], *numbers


def gold_scores(extract: Extractor, misses: list[str]) -> dict[str, float]:
    """Span F1, value F1 (span, currency, amount or range), and the share of right qualifiers and rates."""
    total = gold_total = spans = values = qualifiers = rates = 0
    for stem, text, gold in gold_articles():
        records = {(record.start, record.end): record for record in extract(text, Article(text=text))}
        total, gold_total = total + len(records), gold_total + len(gold)
        for entry in gold:
            record = records.pop((entry["start"], entry["end"]), None)
            if record is None:
                misses.append(f"{stem}: missed {entry['text']!r}")
                continue
            spans += 1
            right = (record.currency, record.amount, record.min, record.max) == _value(entry)
            values += right
            qualifiers += right and record.qualifier == entry["qualifier"]
            rates += record.per == entry.get("per")
            if not right or record.qualifier != entry["qualifier"] or record.per != entry.get("per"):
                misses.append(f"{stem}: {record!r} against {entry}")
        misses += [f"{stem}: spurious {record.text!r}" for record in records.values()]
    f1 = {"span F1": spans, "value F1": values, "value and qualifier F1": qualifiers}
    scores = {name: 2 * right / (total + gold_total) for name, right in f1.items()}
    return scores | {"rate (per) right": rates / spans, "sums": float(gold_total)}


def meantime_recall(extract: Extractor, misses: list[str]) -> tuple[int, int]:
    """(found, annotated) money spans of MEANTIME; found means that a record lies on the span's sum.

    Spans that hold no currency ("four billion", "1,100 dealerships") are annotation slips and not counted.
    """
    found = annotated = 0
    for line in (SHARED / "cases" / "meantime.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        records = extract(article["text"])
        for entry in article["money"]:
            if not any(mark in entry["text"].lower() for mark in "$£€") and not any(
                word in entry["text"] for word in ("dollar", "cent", "yuan", "yen", "euro", "pound")
            ):
                continue
            annotated += 1
            if any(r.start < entry["end"] and entry["start"] < r.end for r in records):
                found += 1
            else:
                misses.append(f"meantime {article['id']}: {entry['text']!r}")
    return found, annotated


def words_a_second(extract: Extractor) -> float:
    """Words a CPU-second of `MoneyFinder.find` over the raw news, the best of three runs."""
    with gzip.open(SHARED / "raw" / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    words = sum(len(text.split()) for text in texts)
    best = min(_seconds(extract, texts) for _ in range(3))
    return words / best


def _seconds(extract: Extractor, texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        extract.finder.find(text)
    return time.process_time() - start


def main(arguments: list[str] | None = None) -> int:
    """Print all figures; 2 when the shared material is absent."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--misses", action="store_true", help="print what is wrong, too")
    options = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print(f"{SHARED} is absent: nothing to measure", file=sys.stderr)
        return 2
    extract, misses = Extractor(), list[str]()
    for source in CASE_SOURCES:
        problems = [(case, case_problem(extract, case)) for case in cases(source)]
        right = sum(problem is None for _, problem in problems)
        print(f"cases {source:<24}{right:4d}/{len(problems):<4d}{right / len(problems):8.3f}")
        misses += [f"{case['id']} {case['text']!r}: {problem}" for case, problem in problems if problem]
    for name, score in gold_scores(extract, misses).items():
        print(f"gold  {name:<33}{score:8.3f}")
    found, annotated = meantime_recall(extract, misses)
    print(f"meantime recall              {found:4d}/{annotated:<4d}{found / annotated:8.3f}")
    print(f"speed of find, words a CPU-second {words_a_second(extract):13,.0f}")
    if options.misses:
        print(*misses, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
