"""What a record says of a date beside its value: first and last day, modifier, meaning before it is anchored, anchor."""

from __future__ import annotations

import pytest

from pipeline.find.dates import DateFinder
from pipeline.mentions import Article, Source
from pipeline.normalise.dates import DateNormaliser
from pipeline.patterns import Patterns

PATTERNS = Patterns()
FINDER = DateFinder(PATTERNS)
NORMALISER = DateNormaliser(PATTERNS)

#: Published on Friday 18 October 2024. Sentence, then for each date: text, value, first day, last day, meaning, anchor.
DATES = [
    (
        "It grew by 4 percent in the past two years and should grow in the next three months.",
        ("the past two years", "P2Y", "2022-10-18", "2024-10-17", "anchor-P2Y", "published"),
        ("the next three months", "P3M", "2024-10-19", "2025-01-18", "anchor+P3M", "published"),
    ),
    (
        "Two weeks from Monday it will close.",
        ("Two weeks", "P2W", "2024-11-04", "2024-11-04", "anchor+P2W", "published"),
        ("Monday", "2024-10-21", "2024-10-21", "2024-10-21", "XXXX-WXX-1", "published"),
    ),
    (
        "He came two days before Christmas.",
        ("two days", "P2D", "2023-12-23", "2023-12-23", "anchor-P2D", "published"),
        ("Christmas", "2023-12-25", "2023-12-25", "2023-12-25", "XXXX-XX-XX", "published"),
    ),
    (
        "It fell in the second half of last year.",
        ("the second half of last year", "2023-H2", "2023-07-01", "2023-12-31", "XXXX-H2", "published"),
    ),
    (
        "The race is on the second Sunday in May 2025.",
        ("the second Sunday in May 2025", "2025-05-11", "2025-05-11", "2025-05-11", "2025-05-11", "published"),
    ),
    (
        "It meets every Monday and pays once a month.",
        ("every Monday", "XXXX-WXX-1", None, None, "XXXX-WXX-1", None),
        ("once a month", "P1M", None, None, "P1M", None),
    ),
    (
        "On Sept 12 last year it closed; on May 1 next year it reopens.",
        ("Sept 12 last year", "2023-09-12", "2023-09-12", "2023-09-12", "XXXX-09-12", "published"),
        ("May 1 next year", "2025-05-01", "2025-05-01", "2025-05-01", "XXXX-05-01", "published"),
    ),
    (
        "It sold lamps at Christmas last year.",
        ("Christmas last year", "2023-12-25", "2023-12-25", "2023-12-25", "XXXX-XX-XX", "published"),
    ),
    (
        "In 2019 it failed; three years later it was sold.",
        ("2019", "2019", "2019-01-01", "2019-12-31", "2019", None),
        ("three years later", "2022", "2022-01-01", "2022-12-31", "anchor+P3Y", "D1"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", DATES, ids=lambda case: case[0])
def test_days_meaning_and_anchor(case):
    text, *wanted = case
    found = NORMALISER.records(text, FINDER.find(text), "2024-10-18")
    assert len(found) == len(wanted)
    assert [(d.text, d.value, d.from_, d.to, d.meaning, d.anchor) for d in found] == wanted


MODIFIERS = [("mid-2026", "MID"), ("early 2027", "START"), ("late August", "END"), ("2027", None)]


@pytest.mark.parametrize(("words", "modifier"), MODIFIERS)
def test_modifier(words, modifier):
    text = f"The bridge should open in {words}, it said."
    (found,) = NORMALISER.records(text, FINDER.find(text), "2024-10-18")
    assert (found.text, found.mod) == (words, modifier)


#: Address of the article, then how 3/4/2024 is read there: British papers write the day first.
ADDRESSES = [
    ("https://www.lantern.example.co.uk/a", "2024-04-03"), ("https://lantern.example.com/a", "2024-03-04"), (None, "2024-03-04"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "value"), ADDRESSES)
def test_the_address_tells_which_number_is_the_day(url, value):
    text = "The lease ended on 3/4/2024 in full."
    article = Article(text=text, source=Source(url=url))
    found = NORMALISER.records(text, FINDER.find(text), "2024-10-18", article=article)
    assert [date.value for date in found] == [value]


def test_a_past_verb_puts_a_quarter_into_the_past():
    text = "Sales fell in the first quarter."
    assert [date.value for date in NORMALISER.records(text, FINDER.find(text), "2024-10-18")] == ["2024-Q1"]
