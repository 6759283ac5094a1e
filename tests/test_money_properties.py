"""What holds for any text: no crash, offsets, order, read-back, and work linear in the text."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.money_support import finder, read

_PIECES = st.sampled_from(
    [
        "$",
        "£",
        "€",
        "¥",
        "₹",
        "US$",
        "A$",
        "Rs",
        "R",
        "kr",
        "EUR",
        "USD",
        "MEUR",
        "dollars",
        "dollar",
        "cents",
        "pence",
        "p",
        "euros",
        "won",
        "pounds",
        "crore",
        "lakh",
        "million",
        "bn",
        "m",
        "k",
        "billion",
        "5",
        "1,2",
        "1.2",
        "10",
        "1,000",
        "2024",
        "between",
        "and",
        "to",
        "from",
        "-",
        "–",
        "(",
        ")",
        "about",
        "up",
        "over",
        "a",
        "one",
        "half",
        "of",
        "quarter",
        "several",
        "per",
        "share",
        "each",
        "year",
        ",",
        ".",
        "/",
        "\n",
        "\xa0",
        "&nbsp;",
        "%",
        "-plus",
        "+",
        "½",
        "İ",
    ]
)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(_PIECES, max_size=30).map(" ".join) | st.lists(_PIECES, max_size=30).map("".join) | st.text(max_size=80)
)
def test_any_text_keeps_the_promises(text: str) -> None:
    mentions = finder().find(text)
    for before, after in pairwise(mentions):
        assert before.end <= after.start
    records = read(text)
    for record in records:
        assert text[record.start : record.end] == record.text and record.text.strip()
        assert record.min is None or (record.max is not None and record.min < record.max)
        assert record.cue is None or text[record.cue.start : record.cue.end] == record.cue.text
    assert [record.id for record in records] == [f"M{i + 1}" for i in range(len(records))]


@given(
    st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2),
    st.sampled_from(["$", "US$", "€", "£", "CHF "]),
)
def test_amounts_read_back(value: Decimal, sign: str) -> None:
    records = read(f"They paid {sign}{value:,.2f} for it.")
    assert len(records) == 1
    assert records[0].amount == value


@given(
    st.decimals(min_value=Decimal("0.1"), max_value=999, places=1),
    st.sampled_from([("million", 6), ("bn", 9), ("m", 6), ("trillion", 12), ("k", 3)]),
    st.sampled_from(["euros", "yuan", "Canadian dollars"]),
)
def test_scaled_amounts_read_back(value: Decimal, scale: tuple[str, int], word: str) -> None:
    records = read(f"It lent {value}{scale[0] if len(scale[0]) < 3 else ' ' + scale[0]} {word} to them.")
    assert len(records) == 1
    assert records[0].amount == value.scaleb(scale[1])


_ADVERSARIES = {
    "grouped": "$1,1", "digits": "1", "signs": "$", "open": "$(", "nested": "(($1", "words": "one million and ",
    "hundreds": "five hundred thousand dollars ", "to": "$1 to ", "dash": "$1-", "between": "between $1 and ", "cents": "5 cents ",
    "codes": "USD ", "entities": "&nbsp;", "dots": "$1.1.1", "lines": "$1\n", "letters": "aUSD", "shares": "shares rose to ",
    "minus": "$-", "european": "1.111.", "dollars": " dollars",
}  # fmt: skip


def _seconds(text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


@pytest.mark.parametrize("unit", _ADVERSARIES.values(), ids=_ADVERSARIES.keys())
def test_work_grows_linearly(unit: str) -> None:
    """Four times the text may take six times the time (plus clock noise), not sixteen times. Noise only adds to a time,
    so the least of several is the truest; few are needed where nothing is wrong.
    """
    short, long = unit * (3_000 // len(unit)), unit * (12_000 // len(unit))
    least = [min(_seconds(text) for _ in range(2)) for text in (short, long)]
    for _ in range(4):
        if least[1] < 6 * least[0] + 0.05:
            break
        least = [min(known, _seconds(text)) for known, text in zip(least, (short, long), strict=True)]
    assert least[1] < 6 * least[0] + 0.05
