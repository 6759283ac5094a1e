"""Loans that the lender tells of itself, and a line that only repeats the headline. All names are invented."""

from __future__ import annotations

import pytest

from .test_link_whole import told

LENDER = " Halvor Capital provides bridge loans on real estate."
CASES = [
    ("Halvor Capital, Inc. has closed a $3 million refinance of a 44-unit complex in Norton. The borrower wanted to"
     " leave an old loan." + LENDER,
     [("financing", "The borrower", "Halvor Capital, Inc.", "$3 million", None, "completed",
       {"instrument": "refinance"})]),
    ("Halvor Capital closed a $3 million acquisition loan for a mill in Norton. The borrower is new to the trade."
     " Halvor Capital is a direct lender.",
     [("financing", "The borrower", "Halvor Capital", "$3 million", None, "completed",
       {"instrument": "acquisition loan"})]),
    ("Halvor Capital, a private lender, provided a $3 million loan to Tier Oy. The borrower is new to the trade.",
     [("financing", "Tier Oy", "Halvor Capital", "$3 million", None, "completed",
       {"instrument": "a $3 million loan"})]),
    # nothing says that the company lends, or it brokers
    ("Halvor Inc. closed a $3 million loan. The borrower has to repay it by 2030.",
     [("financing", "Halvor Inc.", None, "$3 million", None, "completed", {"instrument": "loan"})]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:70] for text, _ in CASES])
def test_who_lends_and_who_borrows(extractor, text, expected):
    assert told(extractor, text) == expected


def test_a_syndicated_line_tells_nothing_again(extractor):
    text = (
        "Halvor Inc. makes lamps. The post Halvor Inc. Raises $3 Million for Its Mill appeared first on Norton Daily."
    )
    assert told(extractor, text) == []
    text = "Halvor Inc. makes lamps. The post Speaker Lena Brandt Leaves Halvor Inc. appeared first on Norton Daily."
    assert told(extractor, text) == []
