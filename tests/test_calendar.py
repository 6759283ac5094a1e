"""The calendar against almanacs: bounds of TIMEX3 values, feasts of four religions, public holidays.

The days of feasts are those that governments and communities announced for those years; where sight of the moon decides
(the Eids), years were taken in which it fell on the tabular day.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest
from dateutil import easter

from pipeline.find.dates import DateFinder
from pipeline.normalise import lunar, timex
from pipeline.normalise.dates import DateNormaliser
from pipeline.patterns import Patterns

PATTERNS = Patterns()
FINDER = DateFinder(PATTERNS)
NORMALISER = DateNormaliser(PATTERNS)

BOUNDS = {
    "2024-10-17": ("2024-10-17", "2024-10-17"),
    "2024-10-17TMO": ("2024-10-17", "2024-10-17"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2023-12": ("2023-12-01", "2023-12-31"),
    "2024": ("2024-01-01", "2024-12-31"),
    "2024-Q1": ("2024-01-01", "2024-03-31"),
    "2024-Q4": ("2024-10-01", "2024-12-31"),
    "2024-H1": ("2024-01-01", "2024-06-30"),
    "2024-H2": ("2024-07-01", "2024-12-31"),
    "2024-W42": ("2024-10-14", "2024-10-20"),
    "2024-W42-WE": ("2024-10-19", "2024-10-20"),
    "2020-W53": ("2020-12-28", "2021-01-03"),
    "2024-SP": ("2024-03-01", "2024-05-31"),
    "2024-SU": ("2024-06-01", "2024-08-31"),
    "2024-FA": ("2024-09-01", "2024-11-30"),
    "2023-WI": ("2023-12-01", "2024-02-29"),
    "202": ("2020-01-01", "2029-12-31"),
    "19": ("1900-01-01", "1999-12-31"),
}


@pytest.mark.parametrize("value", BOUNDS)
def test_first_and_last_day(value):
    assert timex.bounds(value) == tuple(date.fromisoformat(day) for day in BOUNDS[value])


@pytest.mark.parametrize("value", ["2023-02-29", "2024-13", "2021-W53", "2024-Q5", "XXXX-10", "P3M", "PAST_REF", ""])
def test_what_has_no_days(value):
    assert timex.bounds(value) is None


SHIFTS = [
    ("Y", 1, "2025"), ("M", -10, "2023-12"), ("Q", -1, "2024-Q3"), ("Q", 1, "2025-Q1"), ("W", 1, "2024-W43"),
    ("WE", -1, "2024-W41-WE"), ("D", -18, "2024-09-30"), ("DE", -1, "201"), ("CE", -1, "19"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "number", "value"), SHIFTS)
def test_units_away_from_18_october_2024(unit, number, value):
    assert timex.shift(date(2024, 10, 18), unit, number) == value


def test_easter_is_that_of_dateutil():
    assert all(timex.easter(year) == easter.easter(year) for year in range(1583, 2500))
    orthodox = easter.EASTER_ORTHODOX
    assert all(timex.orthodox_easter(year) == easter.easter(year, orthodox) for year in range(1900, 2100))


#: Feast, then the days on which it fell.
FEASTS = {
    "Diwali": ["2018-11-07", "2019-10-27", "2020-11-14", "2021-11-04", "2022-10-24", "2023-11-12", "2024-10-31"],
    "Holi": ["2022-03-18", "2023-03-08", "2024-03-25"],
    "Dussehra": ["2022-10-05", "2023-10-24"],
    "Eid al-Fitr": ["2019-06-04", "2024-04-10"],
    "Eid al-Adha": ["2024-06-16"],
    "Lunar New Year": ["2023-01-22", "2024-02-10"],
    "Rosh Hashanah": ["2020-09-19", "2021-09-07", "2023-09-16", "2024-10-03"],
    "Yom Kippur": ["2022-10-05", "2023-09-25"],
    "Passover": ["2022-04-16", "2023-04-06", "2024-04-23"],
    "Hanukkah": ["2021-11-29", "2022-12-19", "2023-12-08", "2024-12-26"],
    "Purim": ["2022-03-17", "2023-03-07", "2024-03-24"],
    "Good Friday": ["2024-03-29"],
    "Easter Monday": ["2019-04-22"],
    "Pentecost": ["2024-05-19"],
    "Orthodox Easter": ["2024-05-05"],
    "Thanksgiving": ["2024-11-28"],
    "Black Friday": ["2024-11-29"],
    "Labor Day": ["2024-09-02"],
    "Memorial Day": ["2024-05-27"],
    "Presidents' Day": ["2024-02-19"],
    "Boxing Day": ["2023-12-26"],
}


@pytest.mark.parametrize(("feast", "day"), [(feast, day) for feast, days in FEASTS.items() for day in days])
def test_feast(feast, day):
    text = f"The shop opened on {feast} {day[:4]} in Omsk."
    (found,) = NORMALISER.records(text, FINDER.find(text), "2024-10-18")
    assert (found.text, found.value) == (f"{feast} {day[:4]}", day)
    assert (found.from_, found.to) == (day, day)


#: Beside a feast on a Monday, Tuesday or Wednesday is the weekend before it, beside any other the one after.
WEEKENDS = [("Memorial Day weekend 2024", "2024-W21-WE"), ("Thanksgiving weekend 2024", "2024-W48-WE")]


@pytest.mark.parametrize(("words", "value"), WEEKENDS)
def test_weekend_of_a_feast(words, value):
    text = f"Sales doubled on {words}."
    assert [found.value for found in NORMALISER.records(text, FINDER.find(text), "2025-10-18")] == [value]


#: Minutes (UTC) of the moon's phases by almanacs: new, first quarter, full, last quarter, in degrees ahead of the sun.
PHASES = {
    0: "1999-08-11 11:08|2000-01-06 18:14|2010-01-15 07:11|2012-05-20 23:47|2017-08-21 18:30|2019-07-02 19:16"
       "|2020-06-21 06:41|2020-12-14 16:16|2023-10-14 17:55|2024-04-08 18:21|2024-10-02 18:49|2025-03-29 10:58",
    90: "2024-04-15 19:13|2024-09-11 06:06|2025-03-06 16:32",
    180: "2000-01-21 04:40|2011-12-10 14:36|2015-09-28 02:51|2018-07-27 20:20|2019-01-21 05:16|2022-05-16 04:14"
         "|2022-11-08 11:02|2025-03-14 06:55",
    270: "2024-04-02 03:15|2024-09-24 18:50",
}  # fmt: skip


@pytest.mark.parametrize(("ahead", "minute"), [(ahead, at) for ahead, all_ in PHASES.items() for at in all_.split("|")])
def test_the_moon_keeps_its_phases(ahead, minute):
    days = (datetime.fromisoformat(minute) - datetime(2000, 1, 1, 12)).total_seconds() / 86400
    assert abs((lunar._elongation(days) - ahead + 180) % 360 - 180) < 0.055  # the moon gains as much in seven minutes


@pytest.mark.parametrize("minute", PHASES[0].split("|"))
def test_the_new_moon_is_found_from_the_week_around_it(minute):
    days = (datetime.fromisoformat(minute) - datetime(2000, 1, 1, 12)).total_seconds() / 86400
    for off in (-6, 0, 6):
        assert abs(lunar._new_moon(days + off) - days) * 1440 < 7
