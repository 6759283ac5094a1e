"""Annotated sentences for the money tests: what they say against what the pipeline reads."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from pipeline.find.money import MoneyFinder
from pipeline.mentions import Article
from pipeline.normalise.money import MoneyNormaliser
from pipeline.patterns import Patterns, Tagged, parse_example
from pipeline.records import Money


@cache
def finder() -> MoneyFinder:
    return MoneyFinder(Patterns())


@cache
def normaliser() -> MoneyNormaliser:
    return MoneyNormaliser(Patterns())


def read(text: str, article: Article | None = None) -> list[Money]:
    """The sums of a text as records."""
    return normaliser().records(text, finder().find(text), article)


def _number(text: str | None) -> Decimal | None:
    return Decimal(text) if text is not None else None


def _wanted(tag: Tagged) -> dict[str, Any]:
    values = tag.attributes
    currency = values.get("currency", "USD")
    return {
        "currency": None if currency == "null" else currency,
        "amount": _number(values.get("amount")),
        "min": _number(values.get("min")),
        "max": _number(values.get("max")),
        "qualifier": values.get("qualifier", "exact"),
        "per": values.get("per"),
    }


def check_sentence(markup: str, article: Article | None = None) -> list[Money]:
    """Assert that the plain text of `markup` gives exactly the `<money>` tags; returns the records.

    Without attributes other than those written: qualifier exact, no rate. `currency` is USD if not given.
    `assumed`, `cue` and `equals` (the id of the sum it repeats) are checked only where they are written.
    """
    text, tags = parse_example(markup)
    records = read(text, article)
    found = [record.text for record in records]
    assert found == [text[tag.start : tag.end] for tag in tags], f"{found} in {text!r}"
    for tag, record in zip(tags, records, strict=True):
        assert (record.start, record.end) == (tag.start, tag.end)
        wanted = _wanted(tag)
        assert {key: getattr(record, key) for key in wanted} == wanted, f"{record.text!r} in {text!r}"
        if "assumed" in tag.attributes:
            assert record.assumed == ("currency",)
        if "cue" in tag.attributes:
            assert record.cue is not None and record.cue.text == tag.attributes["cue"]
        if "equals" in tag.attributes:
            assert record.equivalent_of == tag.attributes["equals"]
    return records
