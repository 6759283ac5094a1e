"""Reading numbers: numerals of the press, number words, scales; written values read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise.numbers import NumberReader
from pipeline.patterns import Patterns

READER = NumberReader(Patterns())

WRITTEN = {
    "5": "5",
    "1,234,567.89": "1234567.89",
    "12,34,567.89": "1234567.89",
    "1.234,56": "1234.56",
    "1.234.567": "1234567",
    "1 234 567": "1234567",
    "12 500": "12500",
    "12,5": "12.5",
    "1,234": "1234",
    "0.865": "0.865",
    ".5": "0.5",
    "3½": "3.5",
    "2 1/2": "2.5",
    "1.2 billion": "1200000000",
    "75,000 crore": "750000000000",
    "1.5 lakh crore": "1500000000000",
    "450m": "450000000",
    "161.1bn": "161100000000",
    "15 mn": "15000000",
    "1.5T": "1500000000000",
    "10K": "10000",
    "one": "1",
    "forty-two": "42",
    "one hundred and twenty": "120",
    "three hundred thousand": "300000",
    "five hundred million": "500000000",
    "two million three hundred thousand": "2300000",
    "twelve hundred": "1200",
    "half a billion": "500000000",
    "half million": "500000",
    "a quarter of a million": "250000",
    "three quarters of a billion": "750000000",
    "one and a half million": "1500000",
    "two and a half": "2.5",
    "one point three": "1.3",
    "1 point 1": "1.1",
    "two point five million": "2500000",
    "a million": "1000000",
    "million": "1000000",
    "four crores": "40000000",
    "1.2&nbsp;billion": "1200000000",
    "10 millions": "10000000",
}

UNREADABLE = ["", "and", "several", "five six", "twenty thirty", "share", "-", "one point", "3 4"]


@pytest.mark.parametrize(("text", "value"), WRITTEN.items())
def test_reads(text: str, value: str) -> None:
    assert READER.read(text) == Decimal(value)


@pytest.mark.parametrize("text", UNREADABLE)
def test_leaves(text: str) -> None:
    assert READER.read(text) is None


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_numerals_read_back(value: Decimal) -> None:
    assert READER.read(f"{value:,.2f}") == value


@given(
    st.integers(min_value=1, max_value=999),
    st.sampled_from([("thousand", 3), ("million", 6), ("crore", 7), ("bn", 9)]),
)
def test_scales_read_back(number: int, scale: tuple[str, int]) -> None:
    assert READER.read(f"{number} {scale[0]}") == Decimal(number).scaleb(scale[1])


_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _words(number: int) -> str:
    for value, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= value:
            rest = number % value
            joint = " and " if rest and rest < 100 and value == 100 else " "
            return f"{_words(number // value)} {name}" + (joint + _words(rest) if rest else "")
    if number < 20:
        return _UNITS[number - 1]
    return _TENS[number // 10 - 2] + (f"-{_UNITS[number % 10 - 1]}" if number % 10 else "")


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_number_words_read_back(number: int) -> None:
    assert READER.read(_words(number)) == number


@given(st.text(alphabet="0123456789.,' -½/anddoneofmillionhundredpoint", max_size=60))
def test_any_text_gives_a_number_or_none(text: str) -> None:
    value = READER.read(text)
    assert value is None or value.is_finite()
