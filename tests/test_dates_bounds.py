"""Dates at the ends of the rules: the last day that one holds, and the first that it doesn't.

Each sentence has its own day of publication, as in `test_dates_anchors`.
"""

from __future__ import annotations

import pytest

from pipeline.find.dates import DateFinder
from pipeline.normalise import timex
from pipeline.normalise.dates import DateNormaliser
from pipeline.normalise.holidays import holiday
from pipeline.patterns import Patterns
from tests.test_dates_anchors import test_value_on_its_day as check

PATTERNS = Patterns()
FINDER = DateFinder(PATTERNS)
NORMALISER = DateNormaliser(PATTERNS)

CASES = r"""
2024-10-18 | It will meet <d v=2024-10-23>this Wednesday</d>.
2024-10-18 | It met <d v=2024-10-13>this Sunday</d>.
2024-10-18 | Sales in <d v=2024-H1>the half-year</d> ended <d v=2024-06-30>June 30, 2024</d> were flat.
2024-10-18 | Sales in <d v=P6M t=DURATION f=2023-12-01 to=2024-05-31>the half-year</d> ended <d v=2024-05-31>May 31, 2024</d> were flat.
2024-10-18 | Sales in <d v=2023>the year</d> ended <d v=2023-12>December 2023</d> were flat.
2024-10-18 | It closed on <d v=2024-09-30>the fifth Monday of September</d>.
2024-10-18 | It closed on <d v=2023-01-30>the 30th day of 2023</d>.
2024-10-18 | It closed on <d v=2023-12-31>the 365th day of 2023</d>.
2024-10-18 | It opened in <d v=2024-W39>the closing week of September</d>.
2024-10-18 | It opened in <d v=2024-W36>the opening week of September</d>.
2024-10-18 | It opened on <d v=2023-01-01>the opening day of 2023</d>.
2024-10-18 | It rained in <d v=2023-02>the second month of 2023</d>.
2024-10-18 | It opened on <d v=2024-W39-WE>the final weekend of September</d>.
2024-10-18 | It opens on <d v=2024-11-01>the first day of next month</d>.
2024-10-18 | It opened on <d v=2024-09-30>the last day of last month</d>.
2024-10-18 | It fell in <d v=2023-W03>week 3 of last year</d>.
- | It opened on <d v=XXXX-XX-XX>the first day of the month</d>.
- | It opened on <d v=XXXX-XX-XX>the 15th of last month</d>.
2024-10-18 | It was built in <d v=29>the 30th century</d>.
2024-10-18 | It was sold in <d v=200>the 00s</d>.
2024-10-18 | It was sold in <d v=201>the '10s</d>.
2024-10-18 | It was sold in <d v=192>the '20s</d>.
2024-10-18 | In his mid-40s he left it.
2024-10-18 | Women in their 30s run it.
2024-10-18 | It opens on <d v=P1D t=SET>weekdays</d>.
2024-10-18 | They meet <d v=P1D t=SET>every night</d>.
2024-10-18 | They meet <d v=XXXX-XX-XXTEV t=SET>every evening</d>.
2024-10-18 | They meet <d v=XXXX-SP t=SET>every spring</d>.
2024-10-18 | It meets <d v=P1Q t=SET>every quarter</d>.
2024-10-18 | It meets <d v=P2Y t=SET>every second year</d>.
2024-10-18 | It meets <d v=P2D t=SET>every other day</d>.
2024-10-18 | It meets <d v=PXM t=SET>every few months</d>.
2024-10-18 | It reports <d v=P1Q t=SET>quarterly</d> and pays <d v=P6M t=SET>biannually</d>.
2024-10-18 | It was sold <d v=2024-10-11>a week ago</d>.
2024-10-18 | It was sold <d v=2014>a decade ago</d>.
2024-10-18 | It was sold <d v=2024-Q2>two quarters ago</d>.
2024-10-18 | It was sold <d v=2024-04>half a year ago</d>.
2024-10-18 | It was sold <d v=PAST_REF>years ago</d>.
2024-10-18 | It was sold <d v=PAST_REF>a few weeks ago</d>.
2024-10-18 | In <d v=2019>2019</d> it failed; <d v=2014>five years earlier</d> it had grown.
2024-10-18 | In <d v=2019>2019</d> it failed; <d v=2029>a decade later</d> it was sold.
2024-10-18 | In <d v=2019-05>May 2019</d> it failed; <d v=2019-08>three months later</d> it was sold.
2024-10-18 | In <d v=2019-Q2>the second quarter of 2019</d> it failed; <d v=2019-Q4>two quarters later</d> it was sold.
2024-10-18 | On <d v=2019-05-06>May 6, 2019</d> it failed; <d v=2019-05-13>a week later</d> it was sold.
2024-10-18 | On <d v=2019-05-06>May 6, 2019</d> it failed; <d v=2019-05-05>a day earlier</d> it had grown.
2024-10-18T15:30:00 | The doors opened <d v=2024-10-18T15:29 t=TIME>40 seconds ago</d>.
2024-10-18T15:30:00 | The doors open <d v=2024-10-18T17:30 t=TIME>two hours from now</d>.
2024-10-18 | Profit rose from $4m <d v=2023>a year ago</d>.
2024-10-18 | It was sold <d v=2024-Q3>last quarter</d>.
2024-10-18 | It will be sold <d v=2025-Q1>next quarter</d>.
2024-10-18 | It is sold <d v=2024-Q4>this quarter</d>.
2024-10-18 | It was sold <d v=202>this decade</d>.
2024-10-18 | It was sold <d v=19>last century</d>.
2024-10-15 | It rained <d v=2024-W41-WE>this weekend</d>.
2024-10-15 | It will rain <d v=2024-W42-WE>this weekend</d>.
2024-10-16 | It rained <d v=2024-W41-WE>this weekend</d>.
2024-10-17 | It rained <d v=2024-W42-WE>this weekend</d>.
2024-10-19 | It rained <d v=2024-W42-WE>last weekend</d>.
2024-10-18 | It will be sold <d v=2026>the year after next</d>.
2024-10-18 | It will be sold <d v=2024-W44>the week after next</d>.
2024-10-18 | Sales fell in <d v=2024-Q1>the first quarter</d>.
2024-10-18 | In <d v=2021-05>May 2021</d> it grew. In <d v=2021-06>June 2021</d> it shrank; <d v=2021>that year</d> it closed.
2024-10-18 | <d v=2024-W42-WE>This weekend</d> it will open.
2024-10-18 | Sales will rise in <d v=2025>the coming year</d>.
2024-10-18 | It will meet on <d v=2024-10-18>Friday</d>.
2024-10-18 | It fell <d v=2024-10-11>last Friday</d>.
2024-10-18 | It meets <d v=2024-10-25>next Friday</d>.
2024-10-18 | It will pay a premium to <d v=2024-10-14>Monday</d>'s close.
2024-10-18 | It will rise from <d v=2024-10-16>Wednesday</d>'s record low.
2024-10-18 | It will speak at <d v=2024-10-21>Monday</d>'s meeting.
2024-10-18 | Hours are <d v=XXXX-WXX-1 t=SET>Monday</d> to <d v=XXXX-WXX-5 t=SET>Friday</d>.
2024-10-18 | It will open on <d v=2024-10-21>Monday</d>.
2024-10-18 | It met on <d v=2023-10-20>Friday, Oct. 20</d>.
2024-10-18 | It met on <d v=2024-10-11>Friday, Oct. 11</d>.
2024-10-18 | It will meet on <d v=2025-10-17>Friday, Oct. 17</d>.
2024-10-18 | It was signed on <d v=2024-10-18>18/10/2024</d>.
2024-11-10 | It was signed on <d v=2024-11-10>10/11/2024</d>.
2024-10-18 | It was signed on <d v=2024-12-11>12/11/2024</d>.
2024-10-18 | It was signed on <d v=2024-10-12>12.10.2024</d>.
2024-10-18 | The strike ran from <d v=2022-12>December</d> to <d v=2023-01>January 2023</d>.
2024-10-18 | It ran from <d v=2020-12-30>Dec. 30</d> to <d v=2021-01-02>Jan. 2, 2021</d>.
2024-10-18 | It ran from <d v=2021-01-30>Jan. 30</d> through <d v=2021-02-02>Feb. 2, 2021</d>.
2024-10-18 | On <d v=2019-11-05>Nov. 5, 2019</d>, it failed, and on <d v=2020-01-06>Jan. 6</d> it was sold.
2024-10-18 | On <d v=2019-11-05>Nov. 5, 2019</d>, it failed, and on <d v=2019-12-06>Dec. 6</d> it was sold.
2024-10-18 | It opens at <d v=2024-10-18T15:05 t=TIME>3:05 p.m.</d> and closes at <d v=2024-10-18T00:30 t=TIME>12:30 a.m.</d>
2024-10-18 | It opens from <d v=2024-10-19T10:00 t=TIME>10 a.m.</d> to <d v=2024-10-19T15:00 t=TIME>3 p.m. on Saturday</d>.
2024-10-18 | It starts at <d v=2024-10-18T09:30 t=TIME>0930 GMT</d>.
2024-10-18 | It starts at <d v=2024-10-18T12:00 t=TIME>noon</d>.
2024-12-18 | It rained <d v=2024-WI>this winter</d>.
2025-02-18 | It rained <d v=2024-WI>this winter</d>.
2025-07-18 | It rains <d v=2025-WI>this winter</d>.
2024-10-18 | It opened <d v=2023-FA>last autumn</d>.
2024-12-18 | It opened <d v=2024-FA>last autumn</d>.
2024-10-18 | It will open <d v=2025-SU>next summer</d>.
2024-10-18 | It opened in <d v=2024-SU>summer</d>.
2024-10-18 | It will open in <d v=2025-SU>summer</d>.
2024-08-18 | It opened <d v=2022-WI>two winters ago</d>.
2024-10-18 | Sales rose in <d v=2024-Q4>the fourth quarter</d>.
2024-12-12 | Sales rose in <d v=2024-Q4>the fourth quarter</d>.
2024-01-30 | It will report <d v=2023-Q4>fourth-quarter</d> earnings in <d v=2024-02>February</d>.
2024-10-18 | It will report <d v=2024-Q4>fourth-quarter</d> earnings in <d v=2025-01>January</d>.
2024-10-18 | Profit will rise in <d v=2024-Q4>the fourth quarter</d> and <d v=2025-Q1>the first quarter</d>.
2024-10-18 | Profit will rise in <d v=2024-H2>the second half</d>.
2024-10-18 | Profit rose in <d v=2024-H1>the first half</d>.
2024-03-18 | Profit rose in <d v=2023-H1>the first half</d>.
2024-02-18 | Profit rose in <d v=2023-H2>the second half</d>.
2024-12-12 | Sales rose in <d v=2024-Q1>the first quarter</d>.
2024-12-31 | Sales rose in <d v=2024-Q3>the third quarter</d>.
2024-12-31 | Sales rose in <d v=2024-Q4>the fourth quarter</d>.
2024-12-12 | Sales rose in <d v=2024-H2>the second half</d>.
2024-06-10 | Sales rose in <d v=2023-H1>the first half</d>.
2024-06-11 | Sales rose in <d v=2024-H1>the first half</d>.
2024-12-11 | Profit rose in <d v=2024-Q3>the quarter</d>.
2024-12-12 | Profit rose in <d v=2024-Q4>the quarter</d>.
2024-03-31 | Profit rose in <d v=2023>the year</d>.
2024-04-01 | Profit rose in <d v=2024>the year</d>.
2024-05-09 | It will report <d v=2023-Q4>fourth-quarter</d> earnings on <d v=2024-05-10>May 10</d>.
2024-05-10 | It will report <d v=2024-Q4>fourth-quarter</d> earnings on <d v=2024-05-11>May 11</d>.
2024-12-31 | It will report <d v=2024-Q4>fourth-quarter</d> earnings in <d v=2025-01>January</d>.
2024-10-18 | It closed on <d v=2023-11-28>Nov. 28</d>.
2024-10-18 | It closed on <d v=2024-11-27>Nov. 27</d>.
2024-10-18 | The <d v=2025-04-17>April 17</d> fair: a guide.
2024-10-18 | The <d v=2024-04-18>April 18</d> fair: a guide.
2024-01-08 | The <d v=2023-12-20>Dec. 20</d> fair: a guide.
2024-12-20 | The <d v=2025-01-02>Jan. 2</d> fair: a guide.
2025-01-31 | He will be paid on <d v=2025-03-30>the 30th</d>.
2024-03-01 | He was paid on <d v=2024-01-30>the 30th</d>.
2024-10-18 | He was paid on <d v=2024-10-18>the 18th</d>.
2024-10-18 | He will be paid on <d v=2024-10-18>the 18th</d>.
2024-10-18 | He was paid on <d v=2024-09-19>the 19th</d>.
2024-10-18 | He will be paid on <d v=2024-11-17>the 17th</d>.
2024-10-18 | They met on <d v=2024-06-17>Monday the 17th</d>.
2024-10-18 | They will meet on <d v=2025-02-17>Monday the 17th</d>.
2024-10-18 | The fair of <d v=2024-10>October</d>: a guide.
2024-10-18 | The fair of <d v=2024-09>September</d>: a guide.
2024-10-18 | The fair of <d v=2023-11>November</d>: a guide.
2024-10-18 | It grew in <d v=2068>FY68</d> and <d v=1969>FY69</d>.
2024-10-18 | It sold on <d v=1969-01-02>1/2/69</d>.
2024-10-18 | It was sold in <d v=2036>'36</d> and <d v=1937>'37</d>.
2024-10-18 | It deals with Kerr Corp. It will meet on <d v=2024-10-21>Monday</d>.
2024-10-18 | Sales fell at <d v=2024-10-16T09:00 t=TIME>9 a.m. on Wednesday</d>.
2024-10-18 | The plan fell. “It will meet <d v=2024-10-21>Monday</d>,” she said.
2024-10-18 | Sales will rise\nIt met on <d v=2024-10-16>Wednesday</d>.
2024-10-18 | <d v=2024-10-21>Monday</d>
2024-10-18 | In <d v=2025-01>January</d>
2024-10-18 | From <d v=2024-11-02>Nov. 2</d> to <d v=2024-12-05>Dec. 5</d>
2024-10-31 | It was sold <d v=2024-09>a month ago</d>.
2024-10-18 | It will close in <d v=P1M t=DURATION f=2024-11-18 to=2024-11-18>a month</d>.
2024-10-31 | It will close in <d v=P1M t=DURATION f=2024-11-30 to=2024-11-30>one month</d>.
2024-10-18 | It was built in <d v=P1M t=DURATION>a month</d>.
2024-10-18 | It grew over <d v=P1W t=DURATION f=2024-10-11 to=2024-10-17>the past week</d>.
2024-10-18 | It grew over <d v=P1CE t=DURATION f=1924-10-18 to=2024-10-17>the past century</d>.
2024-10-18 | It has grown over <d v=P1Q t=DURATION f=2024-07-01 to=2024-09-30>the past quarter</d>.
2024-10-18 | It will grow over <d v=PXM t=DURATION>the coming months</d>.
2024-10-18 | It has grown over <d v=PXY t=DURATION>the past few years</d>.
2024-10-18 | In <d v=2019>2019</d> it grew. Over <d v=P2Y t=DURATION>the following two years</d> it shrank.
2024-10-18 | In <d v=2021-SU>the summer of 2021</d> it grew, and in <d v=2021-SU>that season</d> it hired.
2024-10-18 | In <d v=2021-03>March 2021</d> it fell; <d v=2021>that year</d> it closed.
2024-10-18 | In <d v=198>the 1980s</d> it fell; in <d v=198>that decade</d> it closed.
2024-10-18 | In <d v=2021-Q3>the third quarter of 2021</d> it fell; in <d v=2021-Q3>that quarter</d> it closed.
2024-10-18 | In <d v=2021-Q3>the third quarter of 2021</d> it fell, and in <d v=2021-Q3>the same period</d> it closed.
2024-10-18 | <d v=PRESENT_REF>Today</d>, it runs 40 mills.
2024-10-18 | <d v=2024-10-18>Today</d>, we are announcing a deal.
2024-10-18 | <d v=2024-10-18>Today</d>, it announced a deal.
2024-10-18 | The shares rose <d v=2024-10-18>today</d>.
2024-10-18 | It is one of <d v=PRESENT_REF>today</d>'s largest firms.
2024-10-18 | <d v=PRESENT_REF>Today</d> there are 40 mills.
2024-10-18 | It rained <d v=2024-10-18TNI t=TIME>overnight</d>.
2024-11-18 | Sales rose in <d v=2024-Q4>the fourth quarter</d>.
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_value_on_its_day(case):
    check(case.replace("\\n", "\n"))


#: Months with as many days as they ever have.
MONTHS = {"January": 31, "February": 29, "March": 31, "April": 30, "May": 31, "June": 30, "July": 31, "August": 31,
          "September": 30, "October": 31, "November": 30, "December": 31}  # fmt: skip


@pytest.mark.parametrize(("number", "month"), [*enumerate(MONTHS, 1)])
def test_days_of_a_month(number, month):
    text = f"The mill closed on {month} {MONTHS[month]}, it said."
    (found,) = NORMALISER.records(text, FINDER.find(text), None)
    assert found.value == f"XXXX-{number:02d}-{MONTHS[month]}"
    text = f"The mill closed on {month} {MONTHS[month] + 1}, it said."
    assert [date.value for date in NORMALISER.records(text, FINDER.find(text), None) if (date.value or "")[8:]] == []


@pytest.mark.parametrize(("year", "known"), [(1582, False), (1583, True), (2499, True), (2500, False)])
def test_years_of_feasts(year, known):
    assert (holiday([["easter", "0"]], year, {}) is not None) == known


#: Feasts of the Hebrew calendar by month and day, with the days on which they were kept.
HEBREW = {
    (1, 15): "2000-04-20 2001-04-08 2002-03-28 2003-04-17 2004-04-06 2005-04-24 2006-04-13 2007-04-03 2008-04-20 2009-04-09"
    " 2010-03-30 2011-04-19 2012-04-07 2013-03-26 2014-04-15 2015-04-04 2016-04-23 2017-04-11 2018-03-31 2019-04-20",
    (2, 18): "2021-04-30 2022-05-19 2023-05-09 2024-05-26",
    (3, 6): "2019-06-09 2020-05-29 2021-05-17 2022-06-05 2023-05-26 2024-06-12",
    (5, 9): "2020-07-30 2021-07-18 2023-07-27 2024-08-13",
    (7, 1): "1957-09-26 1984-09-27 2000-09-30 2001-09-18 2002-09-07 2003-09-27 2004-09-16 2005-10-04 2006-09-23 2007-09-13 2008-09-30 2009-09-19"
    " 2010-09-09 2011-09-29 2012-09-17 2013-09-05 2014-09-25 2015-09-14 2016-10-03 2017-09-21 2018-09-10 2019-09-30",
    (7, 15): "2023-09-30 2024-10-17",
    (9, 25): "2000-12-22 2001-12-10 2002-11-30 2003-12-20 2004-12-08 2005-12-26 2006-12-16 2007-12-05 2008-12-22 2009-12-12"
    " 2010-12-02 2011-12-21 2012-12-09 2013-11-28 2014-12-17 2015-12-07 2016-12-25 2017-12-13 2018-12-03 2019-12-23",
    (11, 15): "2019-01-21 2020-02-10 2021-01-28 2022-01-17 2023-02-06 2024-01-25 2025-02-13",
}  # fmt: skip


@pytest.mark.parametrize(("month", "day"), HEBREW)
def test_hebrew_calendar(month, day):
    for kept in HEBREW[month, day].split():
        assert timex.hebrew(int(kept[:4]), month, day).isoformat() == kept


#: Days of the Islamic calendar that were kept on the tabular day in at least one country.
ISLAMIC = {
    (1, 1): "2020-08-20 2022-07-30 2023-07-19",
    (1, 10): "2022-08-08 2023-07-28",
    (3, 12): "2022-10-08 2023-09-27",
    (9, 27): "2024-04-06",
    (10, 1): "2002-12-06 2004-11-14 2005-11-03 2006-10-24 2007-10-13 2010-09-10 2012-08-19 2013-08-08",
    (12, 10): "2007-12-20 2012-10-26 2013-10-15 2015-09-24",
}


@pytest.mark.parametrize(("month", "day"), ISLAMIC)
def test_islamic_calendar(month, day):
    for kept in ISLAMIC[month, day].split():
        assert timex.islamic(int(kept[:4]), month, day).isoformat() == kept
