"""Dates behind a dateline that gives day, month and year."""

from __future__ import annotations

import pytest

from pipeline.read import article_from_text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("MALMO - 3 August 2026 - Halvor Bank on July 30 signed a loan.", ["2026-08-03", "2026-07-30"]),
        ("MALMO, August 3, 2026 - On July 30, Halvor Bank signed a loan.", ["2026-08-03", "2026-07-30"]),
        ("MALMO - August 3, 2026 - Halvor Bank will on September 30 sign a loan.", ["2026-08-03", "2026-09-30"]),
        ("MALMO - August 2, 2026 - Halvor Bank on July 30 signed a loan.", ["2026-08-02", "2026-07-30"]),
        ("The fair opened on 3 May 2019 and closed on January 4.", ["2019-05-03", "2020-01-04"]),
    ],
)
def test_a_dateline_is_no_beginning(extractor, text, wanted):
    found = extractor.extract(article_from_text(text, published="2026-08-03")).dates
    assert len(found) == len(wanted)
    assert [date.value for date in found] == wanted
