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

#: Annotations of MEANTIME that are wrong by TIMEX3 or by the calendar, by article: text and reason.
MEANTIME_ERRORS = {
    "100911": {"the Joint Strike Fighter program": "no temporal expression"},
    "106653": {"two years": "leaves out `ago`: a date, not a duration"},
    "149731": {"this weekend": "said on a Monday of the weekend before, W03"},
    "25501": {"three days later than originally planned": "an offset with its clause"},
    "41882": {"Douglas era": "no temporal expression", "41-year history": "takes in the noun"},
    "71426": {"from 2009 to 2011": "two dates as a duration", "between 2014 and 2016": "two dates as a duration"},
    "73808": {"its date": "no temporal expression"},
    "82597": {"6:40 p.m. (GMT +8)": "18:40, not 06:40Z"},
    "8951": {"exactly on time": "no temporal expression"},
    "191597": {"a later time": "no temporal expression"},
    "214601": {"mid-2011": "2011-06-XX is no TIMEX3 value"},
    "238039": {"an undetermined period of time": "DATE with a duration's value", "later": "undated"},
    "279494": {"a day": "FUTURE_REF for a noun", "that day": "refers to that noun"},
    "37313": {"this week": "28 March 2006 is in W13"},
    "58772": {"which": "a pronoun", "Christmas and New Year sales period": "takes in the noun", "Christmas": "PXD"},
    "60083": {"decades-long": "PXY for decades"},
    "89284": {"the next six months": "PM6 is malformed", "this morning": "DATE with a time's value"},
    "9549": {"now": "a day for PRESENT_REF"},
    "1007169": {"our recent history": "no expression", "this": "a pronoun", "an exciting time": "no expression"},
    "143480": {"Wednesday": "5 November 2009 is a Thursday"},
    "150433": {"annual": "DURATION for a set"},
    "31965": {"annual": "DURATION for a set"},
    "160257": {"a year ago": "DURATION for a date", "later": "FUTURE_REF in the past"},
    "47720": {"2012": "annotated 2010"},
    "112579": {"five-year": "PY5 is malformed"},
    "113227": {"a second consecutive day": "no expression of its own"},
    "114719": {"this week": "9 October 2008 is in W41", "the past nine days": "DATE with a duration's value"},
    "115064": {"the weekend": "11 and 12 October 2008 are in W41"},
    "115711": {"On Monday": "takes in the preposition"},
    "121225": {"six years": "DATE with a duration's value", "an intraday": "takes in the article",
               "over six years": "takes in `over`", "one point": "no expression"},
    "121416": {"over a decade": "takes in `over`; DATE with a duration's value"},
    "127227": {"decades": "PXD for decades"},
    "141225": {"over a year": "takes in `over`", "the week": "P1W for a week of the calendar"},
    "141483": {"the same period a year earlier": "the third quarter of 2008, not October 2009"},
    "180695": {"an unusually turbulent day": "takes in the adjectives", "later": "FUTURE_REF in the past"},
    "61327": {"single-day": "DATE with a duration's value"},
    "82738": {"Black Monday": "19, not 20 October 1987", "20 years ago": "DATE with a duration's value",
              "Friday": "20 October 2007 is a Saturday", "a day": "DATE with a duration's value"},
    "145930": {"almost two and a half years": "takes in `almost`"},
    "122475": {"nearly five months": "takes in `nearly`", "week": "leaves out the determiner"},
    "114864": {"a 20 year": "takes in the article"},
    "96770": {"recent": "an adjective alone", "recent years": "PAST_REF for a stretch of years"},
    "118175": {"current": "an adjective alone"},
    "113267": {"current": "an adjective alone"},
    "120554": {"recent": "an adjective alone"},
    "121134": {"ongoing": "an adjective alone"},
    "123881": {"short-term": "an adjective alone"},
}  # fmt: skip

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


def without_errors(article: str, text: str, found: list[Date], expected: list[Expected]) -> Counter[str]:
    """Counts of a MEANTIME article without its known errors, and without what was found in their place."""
    wrong = [(start, end) for start, end, *_ in expected if text[start:end] in MEANTIME_ERRORS.get(article, {})]
    kept = [entry for entry in expected if (entry[0], entry[1]) not in wrong]
    spans = [(start, end) for start, end, *_ in kept]
    rest = [
        entry
        for entry in found
        if (entry.start, entry.end) in spans or not any(entry.start < end and start < entry.end for start, end in wrong)
    ]
    return count(rest, kept)


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
    inside = [
        entry for entry in found if entry.start < expected["end"] and expected["start"] < entry.end and entry.from_
    ]
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
    articles = list(meantime_articles(extract))
    as_is = sum((count(found, dates) for _, _, found, dates in articles), Counter())
    corrected = sum((without_errors(*article) for article in articles), Counter())
    for name, counts in (("as annotated", as_is), ("without known errors", corrected)):
        span, value = relaxed(counts)
        print(f"MEANTIME   relaxed span F1 {span:.3f}  value F1 {value:.3f}   strict span F1 {f1(counts, 'span'):.3f}  "
              f"value F1 {f1(counts, 'value'):.3f}  {name} ({counts['expected']} dates)")  # fmt: skip
    for source, right, all_of in cases(extract, options.misses):
        print(f"cases      {source}: {right}/{all_of} = {right / all_of:.1%}")
    words, seconds = speed(extract)
    print(f"speed      {words / seconds:,.0f} words a CPU second ({words:,} words)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
