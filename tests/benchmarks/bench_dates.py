"""Figures of the date finder and normaliser: `python -m tests.benchmarks.bench_dates [--misses]`.

Needs the shared test material beside the checkout (`../shared`); prints one line a measure.

* Gold: spans and values must be equal, micro-F1.
* MEANTIME: only its sentences (the dateline that stands second in each text isn't annotated). `strict` asks for
  equal spans; `relaxed` is TempEval-3's measure: overlapping spans count as found, and value F1 is the relaxed F1
  times the share of right values (UzZaman et al. 2013).
* Cases: one is right when each expected interval is found and no date is found elsewhere. Two mentions that
  stand in one expected range are read together, from the first day of the first to the last day of the
  last; an open interval ("after 2018") is right when its closed side is. The sources don't agree how long the end of a
  month is: with TIMEX3's `mod` an interval is right when it lies at that edge of the days found.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pipeline.find.dates import DateFinder
from pipeline.normalise.dates import DateNormaliser
from pipeline.patterns import Patterns
from pipeline.records import Date

SHARED = Path(__file__).resolve().parents[3] / "shared"
CASE_SOURCES = ("news_hand", "recognizers_datetime", "duckling_time_en")

Expected = tuple[int, int, str, str | None]


class Extractor:
    """Finder and normaliser together, built once."""

    def __init__(self) -> None:
        patterns = Patterns()
        self.finder = DateFinder(patterns)
        self.normaliser = DateNormaliser(patterns)

    def __call__(self, text: str, published: str | None) -> list[Date]:
        return self.normaliser.records(text, self.finder.find(text), published)


def gold_articles() -> Iterator[tuple[str, str, str | None, list[Expected]]]:
    """Name, text, publication and annotated dates of each gold article."""
    for path in sorted(SHARED.glob("gold/*/*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        yield path.stem, text, gold["published"], [_placed(text, entry) for entry in gold["dates"]]


def _placed(text: str, entry: dict[str, Any]) -> Expected:
    at = -1
    for _ in range(entry["nth"]):
        at = text.find(entry["text"], at + 1)
    return at, at + len(entry["text"]), entry["type"], entry["value"]


def meantime_articles(extract: Extractor) -> Iterator[tuple[str, str, list[Date], list[Expected]]]:
    """Id, text, findings outside the dateline, and annotated dates of each MEANTIME article."""
    for line in (SHARED / "cases" / "meantime.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = article["text"]
        expected = [(entry["start"], entry["end"], entry["type"], entry["value"]) for entry in article["dates"]]
        first = text.find("\n") + 1
        last = text.find("\n", first)
        dateline = extract(text[first:last], None)
        # The dateline is the day of publication; the field itself is empty or misread in three articles.
        published = dateline[0].value if dateline else article["published"]
        spans = {(start, end) for start, end, *_ in expected}
        found = [date for date in extract(text, published)
                 if not first <= date.start < last or (date.start, date.end) in spans]  # fmt: skip
        yield article["id"], text, found, expected


def count(found: Iterable[Date], expected: Iterable[Expected]) -> Counter[str]:
    """Counts of one article for strict and relaxed measures."""
    counts: Counter[str] = Counter()
    by_span = {(entry.start, entry.end): entry for entry in found}
    gold = list(expected)
    counts["found"], counts["expected"] = len(by_span), len(gold)
    for start, end, kind, value in gold:
        same = by_span.get((start, end))
        counts["span"] += same is not None
        counts["value"] += same is not None and same.value == value
        counts["type"] += same is not None and (same.type, same.value) == (kind, value)
        over = [entry for entry in by_span.values() if entry.start < end and start < entry.end]
        counts["overlap"] += bool(over)
        counts["overlap_value"] += any(entry.value == value for entry in over)
    counts["found_overlap"] = sum(
        any(entry.start < end and start < entry.end for start, end, *_ in gold) for entry in by_span.values()
    )
    return counts


def f1(counts: Counter[str], right: str) -> float:
    """Micro-F1 with `right` as the number of hits."""
    return 2 * counts[right] / max(1, counts["found"] + counts["expected"])


def relaxed(counts: Counter[str]) -> tuple[float, float]:
    """TempEval-3's relaxed span F1 and value F1."""
    precision = counts["found_overlap"] / max(1, counts["found"])
    recall = counts["overlap"] / max(1, counts["expected"])
    span = 2 * precision * recall / max(1e-9, precision + recall)
    return span, span * counts["overlap_value"] / max(1, counts["overlap"])


def case_is_right(case: dict[str, Any], found: list[Date]) -> bool:
    """Whether all that the case expects is found, and no date elsewhere."""
    allowed = [(entry["start"], entry["end"]) for entry in case["expected"] + case["ignore"]]
    for entry in found:
        counts = entry.type in ("DATE", "TIME") and entry.from_ is not None
        if counts and not any(entry.start < end and start < entry.end for start, end in allowed):
            return False
    return all(_covered(entry, found) for entry in case["expected"])


def _covered(expected: dict[str, Any], found: list[Date]) -> bool:
    inside = [entry for entry in found if entry.start < expected["end"] and expected["start"] < entry.end and entry.from_]
    if not inside:
        return False
    spans = [(entry.from_, _next(entry.to)) for entry in inside]
    joined = [(inside[0].from_, inside[-1].from_), (inside[0].from_, _next(inside[-1].to)), *spans]
    for accepted in expected["accept"]:
        for first, after in joined:
            if accepted[0] is None:
                right = accepted[1] in (first, after)
            elif accepted[1] is None:
                right = accepted[0] in (first, after)
            else:
                right = (first, after) == tuple(accepted)
            if right:
                return True
        if any(_at_edge(entry, accepted) for entry in inside):
            return True
    return False


def _at_edge(entry: Date, accepted: list[str | None]) -> bool:
    first, after = accepted
    begins, ends = entry.from_, _next(entry.to)
    if entry.mod is None or (first or begins) < begins or (after or ends) > ends:
        return False
    return {"START": first in (None, begins), "END": after in (None, ends), "MID": True}.get(entry.mod, False)


def _next(day: str | None) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day and day < "9999-12-31" else "9999-12-31"


def cases(extract: Extractor, misses: bool) -> Iterator[tuple[str, int, int]]:
    """Source, right and all of each kind of case."""
    rows = [json.loads(line) for line in (SHARED / "cases" / "dates.jsonl").read_text(encoding="utf-8").splitlines()]
    for source in CASE_SOURCES:
        chosen = [case for case in rows if case["src"] == source]
        right = 0
        for case in chosen:
            found = extract(case["text"], case["anchor"])
            if case_is_right(case, found):
                right += 1
            elif misses:
                shown = [(entry.text, entry.value, entry.from_, entry.to) for entry in found]
                wanted = [(entry["text"], entry["accept"][:2]) for entry in case["expected"]]
                print(f"  {case['anchor'][:10]} {case['text'][:110]!r}\n      wanted {wanted}\n      found  {shown}")
        yield source, right, len(chosen)


def speed(extract: Extractor) -> tuple[int, float]:
    """Words and CPU seconds over the raw news."""
    with gzip.open(SHARED / "raw" / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines][:400]
    words = sum(len(article["text"].split()) for article in articles)
    for article in articles[:20]:
        extract(article["text"], None)
    begin = time.process_time()
    for article in articles:
        extract(article["text"], (article.get("published") or "2024-06-03")[:10])
    return words, time.process_time() - begin


def main(arguments: list[str] | None = None) -> int:
    """Print the table of figures; exit status 1 without the shared material."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print each case that is wrong")
    options = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print(f"no shared material at {SHARED}", file=sys.stderr)
        return 1
    extract = Extractor()
    gold = sum((count(extract(text, day), dates) for _, text, day, dates in gold_articles()), Counter())
    print(f"gold       span F1 {f1(gold, 'span'):.3f}  value F1 {f1(gold, 'value'):.3f}  type+value F1 {f1(gold, 'type'):.3f}  "
          f"({gold['expected']} dates)")  # fmt: skip
    meantime = sum((count(found, dates) for _, _, found, dates in meantime_articles(extract)), Counter())
    span, value = relaxed(meantime)
    print(f"MEANTIME   relaxed span F1 {span:.3f}  value F1 {value:.3f}   strict span F1 {f1(meantime, 'span'):.3f}  "
          f"value F1 {f1(meantime, 'value'):.3f}  ({meantime['expected']} dates)")  # fmt: skip
    for source, right, all_of in cases(extract, options.misses):
        print(f"cases      {source}: {right}/{all_of} = {right / all_of:.1%}")
    words, seconds = speed(extract)
    print(f"speed      {words / seconds:,.0f} words a CPU second ({words:,} words)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
