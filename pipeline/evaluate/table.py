"""Prints an evaluation: the main table, the breakdowns, the errors in their context."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from pipeline.evaluate.counts import ACCURACIES, ROWS, SLOTS, ArticleScore, Counts, Item
from pipeline.evaluate.result import Evaluation
from pipeline.mentions import Span

#: Characters of context on each side of an error.
CONTEXT = 60

_HEAD = f"{'tp':>6}{'fp':>6}{'fn':>6}{'P':>8}{'R':>7}{'F1':>7}"


def _figures(counts: Counts) -> str:
    if not counts.judged:
        return f"{0:6}{0:6}{0:6}{'-':>8}{'-':>7}{'-':>7}"
    rates = f"{counts.precision:8.3f}{counts.recall:7.3f}{counts.f1:7.3f}"
    return f"{counts.tp:6}{counts.fp:6}{counts.fn:6}{rates}"


def main_table(result: Evaluation) -> str:
    """The figures to look at first: a line a row with counts, micro P, R, F1 and the interval; accuracies below."""
    lines = [f"{len(result.articles)} articles", f"{'':20}{_HEAD}  95% interval"]
    for row, meaning in ROWS.items():
        lines.append(f"{row:20}{_figures(result.rows[row])}  {_interval(result, row)}  {meaning}")
    lines += ["", "accuracy over matched clauses and facts (clause.parties: F1)"]
    for row in ACCURACIES:
        counts = result.rows[row]
        if counts.judged:
            judged = counts.tp + counts.fn
            lines.append(f"{row:20}{counts.tp:6} of {judged:4}{counts.f1:8.3f}  {_interval(result, row)}")
    return "\n".join(lines)


def _interval(result: Evaluation, row: str) -> str:
    if not result.rows[row].judged:
        return " " * 15
    low, high = result.interval(row)
    return f"[{low:.3f}, {high:.3f}]"


def details(result: Evaluation) -> str:
    """Per type, per slot, per genre, confusion of fact types, and the worst articles."""
    lines = [f"{'by type (facts strict)':30}{_HEAD}"]
    lines += [f"{name:30}{_figures(counts)}" for name, counts in result.by_type().items()]
    lines += ["", f"{'slots':30}{_HEAD}"] + [
        f"{slot:30}{_figures(result.rows[f'slot.{slot}'])}" for slot in SLOTS
    ]
    lines += ["", "F1 by genre", *_genre_lines(result)]
    lines += ["", "fact types, gold -> found (- is no fact)", *_confusion_lines(result)]
    lines += ["", f"{'articles that cost most (facts strict)':46}{_HEAD}"]
    lines += [f"{stem:46.45}{_figures(counts)}" for stem, counts in result.worst()]
    return "\n".join(lines)


def _genre_lines(result: Evaluation) -> Iterable[str]:
    genres = result.by_genre()
    rows: Sequence[str] = next(iter(genres.values())).keys() if genres else ()  # type: ignore[assignment]
    yield f"{'':20}" + "".join(f"{row:>14}" for row in rows)
    for genre, counts in genres.items():
        cells = (f"{c.f1:14.3f}" if c.judged else f"{'-':>14}" for c in counts.values())
        yield f"{genre:20.20}" + "".join(cells)


def _confusion_lines(result: Evaluation) -> Iterable[str]:
    for (gold, found), number in sorted(result.confusion.items(), key=lambda pair: (-pair[1], pair[0])):
        if gold != found:
            yield f"{number:5}  {gold} -> {found}"


def errors(articles: Iterable[ArticleScore], kinds: Collection[str] = ()) -> str:
    """What was missed, wrong or too much, in context, article by article; `kinds` restricts it."""
    lines = []
    for article in articles:
        wrong = [item for item in article.items if item.faults and (not kinds or item.kind in kinds)]
        if wrong:
            lines.append(f"== {article.stem}")
            lines += [_error(item, article.text) for item in wrong]
    return "\n".join(lines) if lines else "no errors"


def _error(item: Item, text: str) -> str:
    where = f"\n        … {context(text, item.span)} …" if item.span else ""
    return f"  {item.kind} {', '.join(item.faults).upper()}: {item.label}{where}"


def context(text: str, span: Span) -> str:
    """The words around a span on one line, the span itself in ⟦ ⟧."""
    before, inside, after = (
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.start : span.end],
        text[span.end : span.end + CONTEXT],
    )
    return " ".join(f"{before}⟦{inside}⟧{after}".split())
