"""TIMEX3 values and the arithmetic of the calendar: nothing here knows of words or of texts.

Values are those of TimeML 1.2.1 (Saurí et al. 2006): `2024-10-17`, `2024-10`, `2024`, `2024-Q3`, `2024-H1`,
`2024-W42`, `2024-W42-WE`, `2024-SU`, `202` (a decade), `20` (a century), `2024-10-17TMO`, `P5Y`, `PT30M`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

#: First and last month of the meteorological seasons of the northern hemisphere; winter ends a year later.
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def add_months(day: date, months: int) -> date:
    """`day` moved by calendar months; a day that the month lacks becomes its last.

    Raises OverflowError beyond the years 1 to 9999.

    >>> add_months(date(2024, 1, 31), 1), add_months(date(2024, 2, 29), -12)
    (datetime.date(2024, 2, 29), datetime.date(2023, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"{day} {months:+d} months leaves the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def quarter_of(day: date) -> int:
    """The calendar quarter, 1 to 4."""
    return (day.month - 1) // 3 + 1


def week_value(day: date) -> str:
    """The ISO 8601 week of a day, such as `2024-W42`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}"


def quarter_value(day: date) -> str:
    return f"{day.year:04d}-Q{quarter_of(day)}"


def shift(day: date, unit: str, number: int) -> str:
    """The value of the `unit` (Y, M, W, Q, D, DE, CE, WE) that lies `number` units from the one `day` is in.

    Raises OverflowError beyond the years 1 to 9999.

    >>> shift(date(2024, 10, 18), "Q", -1), shift(date(2024, 10, 18), "DE", 0)
    ('2024-Q3', '202')
    """
    match unit:
        case "Y":
            return f"{add_months(day, 12 * number).year:04d}"
        case "M":
            return month_value(add_months(day.replace(day=1), number))
        case "Q":
            return quarter_value(add_months(day.replace(day=1), 3 * number))
        case "W":
            return week_value(day + timedelta(weeks=number))
        case "WE":
            return week_value(day + timedelta(weeks=number)) + "-WE"
        case "D":
            return (day + timedelta(days=number)).isoformat()
        case "DE":
            return f"{add_months(day, 120 * number).year // 10:03d}"
        case "CE":
            return f"{add_months(day, 1200 * number).year // 100:02d}"
    raise ValueError(f"no calendar unit {unit!r}")


_BOUNDS = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|W(?P<week>\d\d)(?P<weekend>-WE)?|(?P<season>SP|SU|FA|WI)))?(?:T.*)?|(?P<decade>\d{3})|(?P<century>\d\d)"
)


@cache
def bounds(value: str) -> tuple[date, date] | None:
    """First and last calendar day of a TIMEX3 date or time; None for what has none or does not exist.

    >>> bounds("2024-Q3")
    (datetime.date(2024, 7, 1), datetime.date(2024, 9, 30))
    """
    match = _BOUNDS.fullmatch(value)
    if match is None:
        return None
    try:
        return _bounds(match)
    except ValueError:
        return None


def _bounds(match: re.Match[str]) -> tuple[date, date]:
    if decade := match["decade"]:
        return date(int(decade) * 10, 1, 1), date(int(decade) * 10 + 9, 12, 31)
    if century := match["century"]:
        return date(int(century) * 100, 1, 1), date(int(century) * 100 + 99, 12, 31)
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return monday + timedelta(days=5 if match["weekend"] else 0), monday + timedelta(days=6)
    if match["month"]:
        first = last = int(match["month"])
    elif match["quarter"]:
        last = 3 * int(match["quarter"])
        first = last - 2
    elif match["half"]:
        last = 6 * int(match["half"])
        first = last - 5
    elif match["season"]:
        first, last = SEASONS[match["season"]]
    else:
        first, last = 1, 12
    end = year + 1 if last < first else year
    return date(year, first, 1), date(end, last, monthrange(end, last)[1])


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday (1 is Monday) of a month, counted from its end when `nth` is negative.

    Raises ValueError when the month has no such day.

    >>> nth_weekday(2024, 11, 4, 4), nth_weekday(2024, 5, 1, -1)
    (datetime.date(2024, 11, 28), datetime.date(2024, 5, 27))
    """
    length = monthrange(year, month)[1]
    if nth > 0:
        first = date(year, month, 1)
        day = 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1)
    else:
        last = date(year, month, length)
        day = length - (last.isoweekday() - weekday) % 7 + 7 * (nth + 1)
    return date(year, month, day)


def easter(year: int) -> date:
    """Western Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar (Meeus' Julian algorithm), for 1900 to 2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def islamic(year: int, month: int, day: int) -> date:
    """The first day of `year` that is this day of an Islamic month by the tabular calendar.

    The observed day follows the sighting of the moon and may differ by one.
    """
    about = int((year - 622) * 33 / 32)
    days = (_tabular(hijri, month, day) for hijri in (about - 1, about, about + 1))
    return next(day for day in days if day.year == year)


def _tabular(hijri: int, month: int, day: int) -> date:
    days = (11 * hijri + 3) // 30 + 354 * hijri + 30 * month - (month - 1) // 2 + day - 385
    return date.fromordinal(days + 227015)


def hebrew(year: int, month: int, day: int) -> date:
    """The day of `year` of a Hebrew month (1 is Nisan, 7 is Tishri) by the arithmetic calendar.

    After Reingold and Dershowitz, Calendrical Calculations, ch. 8; in a leap year month 12 is Adar II.
    """
    hebrew_year = year + (3761 if 7 <= month <= 9 else 3760)
    start, following = _tishri(hebrew_year), _tishri(hebrew_year + 1)
    if month < 7 or month == 12:
        # From Nisan 1 to the next Tishri 1 there are always 177 days, and Adar before it has 29.
        nisan = following - 177
        before = -29 if month == 12 else sum(30 - (number - 1) % 2 for number in range(1, month))
        return date.fromordinal(nisan + before + day - 1)
    length = following - start
    heshvan, kislev = (30 if length % 10 == 5 else 29), (29 if length % 10 == 3 else 30)
    before = sum({7: 30, 8: heshvan, 9: kislev, 10: 29}[number] for number in range(7, month))
    return date.fromordinal(start + before + day - 1)


def _tishri(year: int) -> int:
    """The ordinal of 1 Tishri of a Hebrew year, with the postponements."""

    def elapsed(of: int) -> int:
        months = (235 * of - 234) // 19
        parts = 12084 + 13753 * months
        day = 29 * months + parts // 25920
        return day + 1 if 3 * (day + 1) % 7 < 3 else day

    before, this, after = elapsed(year - 1), elapsed(year), elapsed(year + 1)
    if after - this == 356:
        delay = 2
    elif this - before == 382:
        delay = 1
    else:
        delay = 0
    return this + delay - 1373427
