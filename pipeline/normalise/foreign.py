"""Dates of other languages, read by dateparser: only whole dates that the finder has already decided on."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache


@lru_cache(maxsize=4096)
def day(written: str, languages: tuple[str, ...]) -> date | None:
    """The day of a date written in one of `languages` (ISO 639-1), day before month; None when it is none.

    >>> day("18 de octubre de 2024", ("es",))
    datetime.date(2024, 10, 18)
    """
    # Loading dateparser takes half a second, which an English article needn't pay.
    import dateparser

    settings = {
        "DATE_ORDER": "DMY",
        "RELATIVE_BASE": datetime(2000, 1, 1),
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
    }
    found = dateparser.parse(written, languages=list(languages), settings=settings)
    return found.date() if found else None
