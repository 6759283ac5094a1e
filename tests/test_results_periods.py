"""Which period a figure is for. The metric stands in [ ], the sum in { }; published on 18 October 2024."""

from __future__ import annotations

import re

import pytest

from pipeline.find.dates import DateFinder
from pipeline.link.results.periods import (
    Period,
    claimed,
    labelling,
    of_compared,
    of_current,
    periods,
    quarter_earlier,
    year_earlier,
)
from pipeline.mentions import Span
from pipeline.normalise.dates import DateNormaliser
from pipeline.patterns import Patterns

PATTERNS = Patterns()
FINDER, NORMALISER = DateFinder(PATTERNS), DateNormaliser(PATTERNS)


def read(marked: str, standing: bool = False) -> tuple[str, list[Period], dict[str, Span]]:
    """The text without its marks, its periods, and where metric and sum stand."""
    spans, text = {}, ""
    for part in re.split(r"(\[[^]]*\]|\{[^}]*\})", marked):
        if part[:1] in ("[", "{"):
            spans[part[0]] = Span(len(text), len(text) + len(part) - 2)
            part = part[1:-1]
        text += part
    return text, periods(text, NORMALISER.records(text, FINDER.find(text), "2024-10-18"), 0, standing), spans


PERIODS = [
    ("Revenue for the three months ended March 31, 2024 rose.", [("the three months ended March 31, 2024", "2024-Q1")]),
    ("Revenue for the three months ended June 30, 2024 rose.", [("the three months ended June 30, 2024", "2024-Q2")]),
    ("Revenue for the three months ended September 30, 2023 rose.", [("the three months ended September 30, 2023", "2023-Q3")]),
    ("Revenue for the three months ended December 31, 2023 rose.", [("the three months ended December 31, 2023", "2023-Q4")]),
    ("Revenue for the three months ended May 31, 2024 rose.", [("the three months ended May 31, 2024", "2024-05-31")]),
    ("Revenue for the six months ended June 30, 2024 rose.", [("the six months ended June 30, 2024", "2024-H1")]),
    ("Revenue for the six months ended December 31, 2023 rose.", [("the six months ended December 31, 2023", "2023-H2")]),
    ("Revenue for the six months ended March 31, 2024 rose.", [("the six months ended March 31, 2024", "2024-03-31")]),
    ("Revenue for the year ended March 31, 2024 rose.", [("the year ended March 31, 2024", "2024")]),
    ("Revenue for the 12 months to March 31, 2024 rose.", [("the 12 months to March 31, 2024", "2024")]),
    ("Revenue for the nine months ended September 30, 2024 rose.", [("the nine months ended September 30, 2024", "2024-09-30")]),
    ("Revenue in the first six months of 2024 rose.", [("the first six months of 2024", "2024-H1")]),
    ("Revenue in the third quarter rose.", [("the third quarter", "2024-Q3")]),
    # a day is a period only for what stands on it, and a week for nothing
    ("It reported on October 16, 2024 that revenue rose.", []),
    ("As of June 30, 2024 it had cash.", [("June 30, 2024", "2024-06-30")]),
    ("It had cash at June 30, 2024.", [("June 30, 2024", "2024-06-30")]),
    ("Revenue rose last week.", []),
    ("Revenue rose in the past two years.", []),
    ("Revenue rose on Wednesday.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PERIODS)
def test_periods(text, wanted):
    assert [(p.text, p.value) for p in read(text)[1]] == wanted


def test_what_stands_on_a_day():
    text = "It had cash on June 30, 2024."
    assert [p.value for p in read(text)[1]] == []
    assert [p.value for p in read(text, standing=True)[1]] == ["2024-06-30"]
    assert [p.value for p in read("It said on June 30, 2024 it had cash.", standing=True)[1]] == []
    assert [p.value for p in read("It had cash last week.", standing=True)[1]] == ["2024-W41"]


EARLIER = [("2024", "2023"), ("2024-Q1", "2023-Q1"), ("2024-H2", "2023-H2"), ("2024-03", "2023-03"), ("2024-03-31", "2023-03-31"),
           ("2000", "1999"), ("XXXX-Q1", None), ("2024-Q5", None), ("2024-W03", None), ("2024-SU", None)]  # fmt: skip


@pytest.mark.parametrize(("value", "before"), EARLIER)
def test_a_year_earlier(value, before):
    assert year_earlier(value) == before


@pytest.mark.parametrize(("value", "before"), [
    ("2024-Q3", "2024-Q2"), ("2024-Q1", "2023-Q4"), ("2024-Q2", "2024-Q1"), ("2024", None), ("2024-H1", None), ("2024-Q5", None),
])  # fmt: skip
def test_a_quarter_earlier(value, before):
    assert quarter_earlier(value) == before


CURRENT = [
    # attached before the metric, between metric and sum, behind the sum
    ("Kerr's 2023 [revenue] was {$3 million} in 2024.", "2023"),
    ("Kerr's third-quarter net [profit] was {$3 million}.", "2024-Q3"),
    ("Kerr's [revenue] in 2023 was {$3 million}, and in 2022 it closed.", "2023"),
    ("Kerr's [revenue] was {$3 million} in 2023.", "2023"),
    ("Kerr's [revenue] was {$3 million}, up 4 percent, in 2023.", "2023"),
    ("In 2023, Kerr's [revenue] was {$3 million}.", "2023"),
    ("In 2023, Kerr closed; its [revenue] was {$3 million}.", None),
    ("In 2022 it grew, and in 2023 its [revenue] was {$3 million}.", "2023"),
    # another clause's
    ("Kerr's [revenue] was {$3 million}, but it closed in 2023.", None),
    ("Kerr's [revenue] was {$3 million}; it closed in 2023.", None),
    ("Kerr's [revenue] was {$3 million} and it expects to close in 2023.", None),
    ("Kerr's [revenue] was {$3 million} while mills closed in 2023.", None),
    # compared with, begun in
    ("Kerr's [revenue] was {$3 million}, up from 2022.", None),
    ("Kerr's [revenue] was {$3 million}, more than in 2022.", None),
    ("Kerr, founded in 2022, had [revenue] of {$3 million}.", None),
    ("Since 2022 Kerr's [revenue] was {$3 million}.", None),
    ("Kerr's [revenue] was {$3 million} a year earlier.", None),
]


@pytest.mark.parametrize(("marked", "value"), CURRENT)
def test_the_period_of_a_figure(marked, value):
    text, every, spans = read(marked)
    sentence = Span(0, len(text))
    assert of_current(text, every, sentence, spans["["], spans["{"], 0, len(text)) == value


def test_what_the_figures_around_leave():
    text, every, spans = read("In 2022 it lost $1, and [revenue] was {$3 million}, profit in 2023 $4.")
    sentence = Span(0, len(text))
    assert of_current(text, every, sentence, spans["["], spans["{"], 0, len(text)) == "2022"
    text, every, spans = read("Its 2022 [revenue] was {$3 million}.")
    assert of_current(text, every, sentence, spans["["], spans["{"], spans["["].start, len(text)) == "2022"
    text, every, spans = read("Its [debt] was {$3 million}, it said when it opened in 2023.")
    assert of_current(text, every, Span(0, len(text)), spans["["], spans["{"], 0, len(text), standing=True) is None


def test_what_is_expected_by_a_year():
    text, every, spans = read("It wants [revenue] of {$3 million} by 2027.")
    sentence = Span(0, len(text))
    assert of_current(text, every, sentence, spans["["], spans["{"], 0, len(text), future=True) == "2027"
    assert of_current(text, every, sentence, spans["["], spans["{"], 0, len(text)) is None


@pytest.mark.parametrize(("marked", "value"), [
    ("It rose to £41m (2019: {£38m}).", "2019"), ("It rose to £41m (2019: a loss of {£38m}).", "2019"), ("It rose in 2019 to {£38m}.", None),
])  # fmt: skip
def test_a_label(marked, value):
    text, every, spans = read(marked)
    assert getattr(labelling(text, every, spans["{"]), "value", None) == value


@pytest.mark.parametrize(("marked", "value"), [
    ("It was {$3 million} in 2023, from $2 million in 2022.", "2023"), ("It was {$3 million}, from 2022.", None), ("In 2022 it was {$3 million}.", None),
])  # fmt: skip
def test_the_period_right_behind(marked, value):
    text, every, spans = read(marked)
    assert getattr(claimed(text, every, spans["{"]), "value", None) == value


COMPARED = [
    ("from {$2 million} a year earlier.", "2024-Q3", True, "2023-Q3"),
    ("from {$2 million} a year earlier.", "2024-Q3", False, "2023-Q3"),
    ("from {$2 million} in the previous quarter.", "2024-Q3", True, "2024-Q2"),
    ("from {$2 million} in the previous quarter.", "2024-Q1", True, "2023-Q4"),
    ("from {$2 million} in 2021.", "2024", True, "2021"),
    ("from {$2 million}.", "2024", True, "2023"),
    ("from {$2 million}.", "2024", False, None),
    ("from {$2 million}.", None, True, None),
    ("from {$2 million} in 2021.", None, True, "2021"),
    ("from {$2 million}; in 2021 it closed.", "2024", True, "2023"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "current", "flow", "value"), COMPARED)
def test_the_period_compared_with(marked, current, flow, value):
    text, every, spans = read(marked)
    assert of_compared(text, every, spans["{"], current, flow) == value
