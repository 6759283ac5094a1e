"""The result of an evaluation: totals, breakdowns, bootstrap intervals, JSON, comparison."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from pipeline.evaluate.counts import ACCURACIES, ROWS, SLOTS, ArticleScore, Counts

#: Resamples of the bootstrap over articles, its seed, and the interval in percent.
RESAMPLES, SEED, INTERVAL = 1_000, 20_240_101, 95

#: The row by which an article is judged for the list of the worst, one a kind.
MAIN_ROWS = ("money.value", "dates.value", "parties.kind", "clauses.type", "facts.strict", "facts.slots")


@dataclass
class Evaluation:
    """Scores of articles. Figures are micro-averages: counts are added up over articles, then divided."""

    articles: list[ArticleScore]

    def total(self, row: str) -> Counts:
        """The counts of a row over all articles."""
        return sum((article.counts[row] for article in self.articles), Counts())

    @cached_property
    def rows(self) -> dict[str, Counts]:
        """Every row of the table with its counts."""
        names = (*ROWS, *(f"slot.{slot}" for slot in SLOTS), *ACCURACIES)
        return {name: self.total(name) for name in names}

    def interval(self, row: str) -> tuple[float, float]:
        """The bootstrap interval of F1: articles drawn with replacement, RESAMPLES times, with a fixed seed.

        Percentile bootstrap (Efron & Tibshirani 1993, chapter 13).
        """
        counts = np.array([[a.counts[row].tp, a.counts[row].fp, a.counts[row].fn] for a in self.articles])
        tp, fp, fn = (self._draws @ counts).T
        judged = 2 * tp + fp + fn
        f1 = np.where(judged > 0, 2 * tp / np.maximum(judged, 1), 1.0)
        low, high = np.percentile(f1, [(100 - INTERVAL) / 2, (100 + INTERVAL) / 2])
        return float(low), float(high)

    @cached_property
    def _draws(self) -> np.ndarray:
        """How often each article is in each resample: RESAMPLES x articles."""
        number = len(self.articles)
        return np.random.default_rng(SEED).multinomial(number, [1 / number] * number, size=RESAMPLES)

    def by_type(self) -> dict[str, Counts]:
        """Counts per type: `facts.acquisition` (strict), `clauses.option` (type and overlap)."""
        totals: dict[str, Counts] = defaultdict(Counts)
        for article in self.articles:
            for name, counts in article.types.items():
                totals[name] += counts
        return dict(sorted(totals.items()))

    def by_genre(self) -> dict[str, dict[str, Counts]]:
        """For each genre (the stem up to its first hyphen) the counts of MAIN_ROWS."""
        genres = sorted({article.genre for article in self.articles})
        return {genre: {row: Evaluation(self._of(genre)).total(row) for row in MAIN_ROWS} for genre in genres}

    def _of(self, genre: str) -> list[ArticleScore]:
        return [article for article in self.articles if article.genre == genre]

    @cached_property
    def confusion(self) -> Counter[tuple[str, str]]:
        """How often a gold fact of one type was found as another; `-` is no fact."""
        return sum((article.confusion for article in self.articles), Counter())

    def worst(self, row: str = "facts.strict", number: int = 10) -> list[tuple[str, Counts]]:
        """The articles that cost most: most false positives and negatives first, then by stem."""
        costs = [(a.stem, a.counts[row]) for a in self.articles if a.counts[row].fp + a.counts[row].fn]
        return sorted(costs, key=lambda pair: (-(pair[1].fp + pair[1].fn), pair[0]))[:number]

    def to_data(self) -> dict[str, Any]:
        """All figures and every judged entry as plain data."""
        return {
            "articles": len(self.articles),
            "rows": {name: _plain(counts, self.interval(name)) for name, counts in self.rows.items()},
            "types": {name: _plain(counts) for name, counts in self.by_type().items()},
            "genres": {g: {r: _plain(c) for r, c in rows.items()} for g, rows in self.by_genre().items()},
            "confusion": [[g, f, n] for (g, f), n in sorted(self.confusion.items())],
            "per_article": {
                article.stem: {
                    "rows": {row: [c.tp, c.fp, c.fn] for row, c in article.counts.items()},
                    "items": _faults(article),
                }
                for article in self.articles
            },
        }

    def to_json(self) -> str:
        """`to_data` as JSON; the input of `compare`."""
        return json.dumps(self.to_data(), ensure_ascii=False, indent=1) + "\n"


def _plain(counts: Counts, interval: tuple[float, float] | None = None) -> dict[str, Any]:
    figures: dict[str, Any] = {"tp": counts.tp, "fp": counts.fp, "fn": counts.fn}
    figures |= {k: round(getattr(counts, k), 4) for k in ("precision", "recall", "f1")}
    return figures | ({"interval": [round(x, 4) for x in interval]} if interval else {})


def _faults(article: ArticleScore) -> dict[str, list[str]]:
    """The faults of each entry by kind and key; equal keys are numbered."""
    seen: Counter[str] = Counter()
    faults = {}
    for item in article.items:
        key = f"{item.kind}: {item.key}"
        seen[key] += 1
        faults[key if seen[key] == 1 else f"{key} ({seen[key]})"] = list(item.faults)
    return faults


def compare(old: dict[str, Any] | str, new: Evaluation) -> str:
    """What got better and what worse since `old` (the JSON of an earlier evaluation), by row and by mention.

    An entry is better when it has fewer faults than before (a wrong one that is gone, too), worse with more.
    Raises ValueError when `old` is no evaluation.
    """
    try:
        before: dict[str, Any] = json.loads(old) if isinstance(old, str) else old
        rows, articles = before["rows"], before["per_article"]
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(
            "the earlier result is no evaluation: make one with `newsfacts evaluate --json`"
        ) from error
    now = new.to_data()
    lines = [
        f"{row:18} {rows[row]['f1']:.3f} -> {figures['f1']:.3f}  ({figures['f1'] - rows[row]['f1']:+.3f})"
        for row, figures in now["rows"].items()
        if row in rows and figures["f1"] != rows[row]["f1"]
    ]
    for title, pick in (("better", lambda o, n: n < o), ("worse", lambda o, n: n > o)):
        lines += _changes(title, articles, now["per_article"], pick)
    only = sorted(set(articles) ^ set(now["per_article"]))
    lines += [f"only in one of the two: {', '.join(only)}"] if only else []
    return "\n".join(lines) if lines else "no change"


def _changes(
    title: str, old: dict[str, Any], new: dict[str, Any], pick: Callable[[int, int], bool]
) -> list[str]:
    lines = []
    for stem in sorted(set(old) & set(new)):
        before, after = old[stem]["items"], new[stem]["items"]
        for key in sorted(set(before) | set(after)):
            was, now = before.get(key, []), after.get(key, [])
            if pick(_cost(was), _cost(now)):
                lines.append(f"  {stem}  {key}: {_say(was)} -> {_say(now)}")
    return [f"{title} ({len(lines)})", *lines] if lines else []


def _cost(faults: list[str]) -> int:
    """Missed or too much is worse than any number of faults of something found."""
    return 100 if {"missed", "too much"} & set(faults) else len(faults)


def _say(faults: list[str]) -> str:
    return ", ".join(faults) if faults else "fine"
