"""What a temporal expression means, and how the parts of a TIMEX3 value are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from pipeline.normalise import timex

#: How many units a relative word goes from its anchor.
STEPS = {
    **dict.fromkeys(("this", "current", "present"), 0),
    **dict.fromkeys(("last", "latest", "most recent", "previous", "prior", "preceding", "past"), -1),
    **dict.fromkeys(("before", "earlier"), -1),
    **dict.fromkeys(("next", "coming", "upcoming", "following", "ensuing", "after"), 1),
}
#: These count from the date the story speaks of, when it speaks of one; the others from publication.
FROM_STORY = frozenset(
    ["previous", "prior", "preceding", "following", "before", "after", "earlier", "same", "that"]
)


@dataclass(slots=True)
class Meaning:
    """What a mention came out as, before it is a record; `value` None is what can be no date."""

    value: str | None
    type: str = "DATE"
    means: str | None = None
    anchor: str | None = None
    mod: str | None = None
    bounds: tuple[date, date] | None = None


@dataclass(slots=True)
class Told:
    """A date that the text has already spoken of: where, which days, what it is called."""

    start: int
    value: str
    first: date
    last: date
    id: str
    explicit: bool
    relative: bool


def unknown(code: str) -> str:
    """The value of a unit of which nothing is known."""
    return {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "Q": "XXXX-QX", "DE": "XXX",
            "CE": "XX"}.get(code, "XXXX-XX-XX")  # fmt: skip


def fits(told: Told, code: str) -> bool:
    """Whether the date told lies within one `code`, so that "that year" can mean its year."""
    longest = {"D": 1, "W": 7, "WE": 7, "M": 31, "Q": 92, "Y": 366, "DE": 3653, "CE": 36525}.get(code, 0)
    return (told.last - told.first).days < longest


def same_grain(value: str, day: date) -> str | None:
    """The value of the period around `day` that is as long as `value`."""
    if re.fullmatch(r"\d{4}-Q\d", value):
        return timex.quarter_value(day)
    if match := re.fullmatch(r"\d{4}(-H\d|-SP|-SU|-FA|-WI)", value):
        return f"{day.year:04d}{match[1]}"
    if re.fullmatch(r"\d{4}-\d\d", value):
        return timex.month_value(day)
    if re.fullmatch(r"\d{4}-W\d\d(-WE)?", value):
        return timex.week_value(day)
    return f"{day.year:04d}" if re.fullmatch(r"\d{4}", value) else None


def moved(base: date, unit: str, number: float, told: Told | None) -> str | None:
    """The value `number` units from `base`, as coarse as the unit, or as the period that it is told of."""
    if unit == "2W":
        unit, number = "W", number * 2
    months = {"Y": 12, "M": 1, "Q": 3, "DE": 120, "CE": 1200}.get(unit)
    if months is None:
        days = number * {"D": 1, "W": 7, "WE": 7}[unit]
        return (base + timedelta(days=round(days))).isoformat()
    total = number * months
    if total != int(total):
        return (base + timedelta(days=round(total * 30.4375))).isoformat()[:7]
    moved = timex.add_months(base, int(total))
    if unit == "CE":
        return f"{moved.year:04d}" if number != int(number) else timex.shift(moved, unit, 0)
    if number != int(number):
        return timex.month_value(moved)
    if unit == "DE":
        return f"{moved.year:04d}"
    if unit == "Y" and told is not None and told.first != told.last and len(told.value) > 4:
        return same_grain(told.value, moved)
    return timex.shift(moved, unit, 0)


def duration(number: float | None, unit: str) -> str:
    """A TIMEX3 duration; None is an unknown number; half a unit becomes whole smaller ones.

    >>> duration(2, "Y"), duration(None, "TM"), duration(0.5, "DE"), duration(2.5, "Y")
    ('P2Y', 'PTXM', 'P5Y', 'P2.5Y')
    """
    if unit == "2W":
        unit, number = "W", None if number is None else number * 2
    if number == 0.5:
        smaller = {"DE": (5, "Y"), "CE": (50, "Y"), "Y": (6, "M"), "D": (12, "TH"), "TH": (30, "TM"),
                   "TM": (30, "TS"), "M": (15, "D")}  # fmt: skip
        number, unit = smaller.get(unit, (number, unit))
    prefix = "PT" if unit.startswith("T") else "P"
    written = "X" if number is None else f"{number:g}"
    return f"{prefix}{written}{unit[1:] if prefix == 'PT' else unit}"


def short_year(words: str) -> int:
    digits = re.search(r"\d+(?=[EAFP]?$)", words).group()[-4:]
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) <= 68 else 1900)


def nth_weekday_in(first: date, last: date, weekday: int, nth: int | None) -> date | None:
    if nth is not None and nth < 0:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * ((nth or 1) - 1))
    return day if day <= last else None


def clock_value(words: str, hour: float | None = None) -> str:
    """`HH:MM` of a written time of day; `hour` is what a word ("six o'clock") counts."""
    lowered = words.lower()
    if lowered in ("noon", "midnight"):
        return "12:00" if lowered == "noon" else "00:00"
    numbers = re.findall(r"\d+", lowered) or [f"{hour or 0:g}"]
    if len(numbers[0]) == 4:
        numbers = [numbers[0][:2], numbers[0][2:]]
    hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    late = re.search(r"\bp\W*m|\dp\W*m|afternoon|evening", lowered) or (hour > 5 and lowered.endswith("night"))
    if late and hour < 12:
        hour += 12
    elif re.search(r"a\W*m", lowered) and hour == 12:
        hour = 0
    seconds = f":{int(numbers[2]):02d}" if len(numbers) > 2 else ""
    return time(hour % 24, minute).isoformat(timespec="minutes") + seconds
