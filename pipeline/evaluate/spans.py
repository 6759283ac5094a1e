"""Scores what stands at a place of the text: money, dates and clauses. The rules are told in `score`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pipeline.evaluate.counts import ArticleScore, Counts, Item, count_types
from pipeline.evaluate.gold import GoldArticle, locate
from pipeline.evaluate.match import RIGHT, SAME_TEXT, overlap, pair_up
from pipeline.evaluate.parties import PartyMap
from pipeline.mentions import Span
from pipeline.records import Record


@dataclass(frozen=True, slots=True)
class Placed:
    """A gold or found entry with its span; None for a gold quote that the record's text does not have."""

    entry: Any
    span: Span | None


def _placed_gold(quotes: Iterable[Any], text: str) -> list[Placed]:
    return [Placed(quote, locate(text, quote.text, quote.nth)) for quote in quotes]


def _placed_found(entries: Iterable[Any]) -> list[Placed]:
    placed = [Placed(entry, Span(entry.start, entry.end)) for entry in entries]
    return sorted(placed, key=lambda p: (p.span, repr(p.entry.model_dump(exclude={"id", "parties"}))))


Test = Callable[[Placed, Placed], bool]


def _pairs(gold: list[Placed], found: list[Placed], right: Test) -> list[tuple[int, int]]:
    """Pairs that overlap and pass the test; among equals those that overlap more."""

    def weight(g: Placed, f: Placed) -> int:
        likeness = overlap(g.span, f.span)
        return RIGHT + round(100 * likeness) if likeness and right(g, f) else 0

    return pair_up(gold, found, weight)


def _same_span(gold: Placed, found: Placed) -> bool:
    return gold.span == found.span


def _same_money(gold: Placed, found: Placed) -> bool:
    g, f = gold.entry, found.entry
    return (g.currency, g.amount, g.min, g.max) == (f.currency, f.amount, f.min, f.max)


def _same(key: str) -> Test:
    return lambda gold, found: getattr(gold.entry, key) == getattr(found.entry, key)


def _all(*tests: Test) -> Test:
    return lambda gold, found: all(test(gold, found) for test in tests)


def score_money(score: ArticleScore, article: GoldArticle, record: Record) -> None:
    gold, found = _placed_gold(article.gold.money, record.article.text), _placed_found(record.money)
    tests = {"span": _same_span, "value": _same_money, "qualifier": _same("qualifier"), "per": _same("per")}
    whole = _all(*tests.values())
    for row, test in (
        ("span", _same_span),
        ("value", _same_money),
        ("qualifier", _all(_same_money, _same("qualifier"))),
        ("all", whole),
    ):
        score.count(f"money.{row}", len(_pairs(gold, found, test)), len(gold), len(found))
    rated_gold, rated = [g for g in gold if g.entry.per], [f for f in found if f.entry.per]
    right = _pairs(rated_gold, rated, _all(_same_money, _same("per")))
    score.count("money.per", len(right), len(rated_gold), len(rated))
    _list_items(score, "money", gold, found, tests, _say_money)


def score_dates(score: ArticleScore, article: GoldArticle, record: Record) -> None:
    gold, found = _placed_gold(article.gold.dates, record.article.text), _placed_found(record.dates)
    tests = {"span": _same_span, "value": _same("value"), "type": _same("type")}
    for row, test in (
        ("span", _same_span),
        ("value", _same("value")),
        ("type", _all(_same("value"), _same("type"))),
        ("all", _all(*tests.values())),
    ):
        score.count(f"dates.{row}", len(_pairs(gold, found, test)), len(gold), len(found))
    _list_items(score, "dates", gold, found, tests, lambda d: f"{d.type} {d.value}")


def _list_items(
    score: ArticleScore,
    kind: str,
    gold: list[Placed],
    found: list[Placed],
    tests: dict[str, Test],
    say: Callable[[Any], str],
) -> None:
    """Pair as many tests as possible, and write down what fails, what is missed and what is too much."""

    def weight(g: Placed, f: Placed) -> int:
        if not (likeness := overlap(g.span, f.span)):
            return 0
        return RIGHT * sum(test(g, f) for test in tests.values()) + max(1, round(100 * likeness))

    pairs = dict(pair_up(gold, found, weight))
    for index, g in enumerate(gold):
        key, label = f"{g.entry.text}#{g.entry.nth}", f"{g.entry.text!r} = {say(g.entry)}"
        if index not in pairs:
            score.items.append(Item(kind, key, label, ("missed",), g.span))
            continue
        f = found[pairs[index]]
        wrong = [name for name, test in tests.items() if not test(g, f)]
        got = f" (found {f.entry.text!r} = {say(f.entry)})" if wrong else ""
        score.items.append(Item(kind, key, label + got, tuple(wrong), g.span))
    for index, f in enumerate(found):
        if index not in pairs.values():
            key, label = f"+{f.span.start} {f.entry.text}", f"{f.entry.text!r} = {say(f.entry)}"
            score.items.append(Item(kind, key, label, ("too much",), f.span))


def _say_money(money: Any) -> str:
    value = money.amount if money.min is None and money.max is None else f"{money.min}..{money.max}"
    return f"{money.currency} {value} {money.qualifier}" + (f" per {money.per}" if money.per else "")


def _covers(gold: Placed, found: Placed) -> bool:
    return overlap(gold.span, found.span) >= SAME_TEXT


def score_clauses(score: ArticleScore, article: GoldArticle, record: Record, parties: PartyMap) -> None:
    gold, found = _placed_gold(article.gold.clauses, record.article.text), _placed_found(record.clauses)
    same_type = _same("type")
    typed = _pairs(gold, found, _all(same_type, _covers))
    score.count("clauses.type", len(typed), len(gold), len(found))
    score.count("clauses.touch", len(_pairs(gold, found, same_type)), len(gold), len(found))
    covered = _pairs(gold, found, _covers)
    score.count("clauses.span", len(covered), len(gold), len(found))
    score.judge("clause.status", (gold[g].entry.status == found[f].entry.status for g, f in covered))
    bound = Counts()
    for g, f in covered:
        wanted = set(gold[g].entry.parties)
        got = {parties.to_gold.get(party, f"+{party}") for party in found[f].entry.parties}
        bound += Counts.of(len(wanted & got), len(wanted), len(got))
    score.counts["clause.parties"] = bound
    count_types(score, "clauses", [p.entry.type for p in gold], [p.entry.type for p in found], typed)
    tests = {"overlap": _covers, "type": same_type, "status": _same("status")}
    _list_items(score, "clauses", gold, found, tests, lambda c: f"{c.type} {c.status}")
