"""Sentences, each with its own day of publication (or none: "-"), every temporal expression marked.

Where a duration is tied to the anchor, `f` and `to` are its first and last day.
"""

from __future__ import annotations

import pytest

from pipeline.find.dates import DateFinder
from pipeline.normalise.dates import DateNormaliser
from pipeline.patterns import Patterns, parse_example

PATTERNS = Patterns()
FINDER = DateFinder(PATTERNS)
NORMALISER = DateNormaliser(PATTERNS)

CASES = """
- | The mill closed <d v=XXXX-XX-XX>yesterday</d>.
- | Sales fell in <d v=XXXX-Q3>the third quarter</d>.
- | It was sold <d v=XXXX-WXX>last week</d>.
- | It was sold <d v=XXXX-XX>last month</d>.
- | It was sold <d v=XXXX>last year</d>.
- | It was sold <d v=XXX>last decade</d>.
- | It rained <d v=XXXX-WXX-WE>last weekend</d>.
- | Margins fell in <d v=XXXX-QX>the quarter</d>.
- | It reopened on <d v=XXXX-XX-03>the 3rd</d>.
- | It closed on <d v=XXXX-05-04>May 4</d>.
- | It opened in <d v=XXXX-SU>summer</d>.
- | It closed on <d v=XXXX-12-25>Christmas Day</d>.
- | It closes at <d v=XXXX-XX-XX>Easter</d>.
- | The river rose <d v=XXXX-XX-XXTNI t=TIME>overnight</d>.
- | The board met on <d v=XXXX-WXX-1>Monday</d>.
- | She resigned <d v=XXXX-XX-XX>three days ago</d>.
- | She resigned <d v=XXXX-XX>two months ago</d>.
- | She resigned <d v=XXXX>two years ago</d>.
- | The raid came <d v=XXXX-XX-XX>two hours ago</d>.
- | It grew in <d v=XXXX-W12>week 12</d>.
- | It was sold <d v=XXXX-SU>three summers ago</d>.
2024-01-08 | It was sold on <d v=2023-12-20>Dec. 20</d>.
2024-02-18 | Profit rose in <d v=2023>the year</d>.
2024-02-18 | It rained <d v=2023-WI>this winter</d>.
2024-03-18 | It was sold <d v=2021-WI>two winters ago</d>.
2024-03-28 | It will report <d v=2024-Q1>first-quarter</d> results on <d v=2024-04-18>April 18</d>.
2024-05-18 | It was sold <d v=2023-SU>last summer</d>.
2024-06-18 | Profit rose in <d v=2024>the year</d>.
2024-07-18 | It will rain in <d v=2024-SU>summer</d>.
2024-09-18 | He will be paid on <d v=2024-10-31>the 31st</d>.
2024-10-18 | The raid came <d v=2024-10-18 t=TIME>two hours ago</d>.
2024-10-18 | It broke up <d v=2004>two decades ago</d>.
2024-10-18 | It was sold <d v=2022-04>two and a half years ago</d>.
2024-10-18 | It was sold <d v=2024-10-04>two weeks ago</d>.
2024-10-18 | It was sold <d v=2024-09-20>two fortnights ago</d>.
2024-10-18 | It failed in <d v=2019-Q3>the third quarter of 2019</d>; <d v=2020-Q3>a year later</d> it was sold.
2024-10-18 | It failed in <d v=2019-05>May 2019</d>; <d v=2020-05>a year later</d> it was sold.
2024-10-18 | It failed in <d v=2019-SU>the summer of 2019</d>; <d v=2021-SU>two years later</d> it was sold.
2024-10-18 | It failed in <d v=2019-H1>the first half of 2019</d>; <d v=2020-H1>a year later</d> it was sold.
2024-10-18 | It failed on <d v=2019-05-06>May 6, 2019</d>; <d v=2019-05-16>ten days later</d> it was sold.
2024-10-18 | It failed on <d v=2019-05-06>May 6, 2019</d>; <d v=2019-07>two months later</d> it was sold.
2024-10-18 | It failed on <d v=2019-05-06>May 6, 2019</d>; <d v=2019-05-20>a fortnight later</d> it was sold.
2024-10-18 | The term is <d v=P6M t=DURATION>half a year</d>.
2024-10-18 | It took <d v=PT30M t=DURATION>half an hour</d>.
2024-10-18 | It took <d v=PT12H t=DURATION>half a day</d>.
2024-10-18 | It took <d v=P5Y t=DURATION>half a decade</d>.
2024-10-18 | It lasted <d v=P50Y t=DURATION>half a century</d>.
2024-10-18 | It took <d v=P15D t=DURATION>half a month</d>.
2024-10-18 | It lasted <d v=P2W t=DURATION>a fortnight</d>.
2024-10-18 | It has grown over <d v=P3Q t=DURATION f=2024-01-01 to=2024-09-30>the past three quarters</d>.
2024-10-18 | It will grow over <d v=P2Q t=DURATION f=2025-01-01 to=2025-06-30>the next two quarters</d>.
2024-10-18 | It has grown over <d v=P2DE t=DURATION f=2004-10-18 to=2024-10-17>the past two decades</d>.
2024-10-18 | It has grown over <d v=P10D t=DURATION f=2024-10-08 to=2024-10-17>the past 10 days</d>.
2024-10-18 | It will hire for <d v=P2W t=DURATION f=2024-10-19 to=2024-11-01>the next two weeks</d>.
2024-10-18 | It has been calm for <d v=PT24H t=DURATION>the past 24 hours</d>.
2024-10-18 | It will close in <d v=P2W t=DURATION f=2024-11-01 to=2024-11-01>two weeks</d>.
2024-10-18 | It will close in about <d v=P3M t=DURATION f=2025-01-18 to=2025-01-18>three months</d>.
2024-10-18 | It was built in <d v=P2W t=DURATION>two weeks</d>.
2024-10-18 | It was sold <d v=P3M t=DURATION f=2019-03-05 to=2019-03-05>three months</d> after <d v=2018-12-05>December 5, 2018</d>.
2024-10-18 | It was sold <d v=P1Y t=DURATION f=2017-12-05 to=2017-12-05>one year</d> before <d v=2018-12-05>December 5, 2018</d>.
2024-10-18 | It was sold <d v=P3D t=DURATION f=2018-12-08 to=2018-12-08>three days</d> from <d v=2018-12-05>December 5, 2018</d>.
2024-10-18 | It opens <d v=XXXX-WXX-6 t=SET>Saturdays</d>.
2024-10-18 | It opens on <d v=XXXX-WXX-6 t=SET>Saturdays</d> only.
2024-10-18 | It opens on <d v=XXXX-WXX-WE t=SET>weekends</d>.
2024-10-18 | They meet <d v=XXXX-XX-XXTMO t=SET>every morning</d>.
2024-10-18 | They go there <d v=XXXX-SU t=SET>every summer</d>.
2024-10-18 | They go there <d v=XXXX-WI t=SET>every winter</d>.
2024-10-18 | They win <d v=P1Y t=SET>every season</d>.
2024-10-18 | It costs $4 million <d v=P1Y t=SET>per annum</d>.
2024-10-18 | It meets <d v=P2W t=SET>every other week</d>.
2024-10-18 | It meets <d v=PXW t=SET>every few weeks</d>.
2024-10-18 | It meets <d v=P3M t=SET>every three months</d>.
2024-10-18 | It meets <d v=P3M t=SET>every third month</d>.
2024-10-18 | It meets <d v=P4Y t=SET>every four years</d>.
2024-10-18 | It was paid <d v=P2W t=SET>fortnightly</d>.
2024-10-18 | He will rest on <d v=2024-W43-WE>next weekend</d>.
2024-10-18 | It fell <d v=2024-W41-WE>last weekend</d>.
2024-10-18 | It will meet <d v=2024-W42-WE>this weekend</d>.
2024-10-18 | The fair was held <d v=2024-W41-WE>this past weekend</d>.
2024-10-18 | It opened on <d v=2024-W13-WE>Easter weekend</d>.
2024-10-18 | It will open on <d v=2024-W48-WE>Thanksgiving weekend</d>.
2024-10-18 | It will open on <d v=2025-04-20>Easter</d>.
2024-10-18 | It was closed on <d v=2024-09-02>Labor Day</d>.
2024-10-18 | It was closed <d v=2023-12-25>last Christmas</d>.
2024-10-18 | It will close <d v=2025-04-20>next Easter</d>.
2024-10-18 | It closed on <d v=2019-11-28>Thanksgiving 2019</d>.
2024-10-18 | It grew in <d v=2024-W12>week 12 of 2024</d>.
2024-10-18 | It grew in <d v=2024-W12>week 12</d>.
2024-10-18 | In <d v=2024-W40>the week of September 30</d> it fell.
2024-10-18 | In <d v=2024-W40>the week ended October 4</d> it fell.
2024-10-18 | Sales in <d v=2023>the year</d> ended <d v=2023-12-31>December 31, 2023</d> were flat.
2024-10-18 | He played in <d v=2024>the year</d>.
2024-10-18 | Profit will rise in <d v=2024-Q4>the quarter</d>.
2024-10-18 | Profit will rise in <d v=2024-10>the month</d>.
2024-10-18 | It will be the best firm of <d v=20>this century</d>.
2024-10-18 | The mill was built in <d v=18>the 19th century</d>.
2024-10-18 | The mill was built in <d v=18>the nineteenth century</d>.
2024-10-18 | It was sold in <d v=201>the 2010s</d>.
2024-10-18 | It was sold in <d v=198>the '80s</d>.
2024-10-18 | It was sold in <d v=198>the 80s</d>.
2024-10-18 | It was sold in <d v=198>the eighties</d>.
2024-10-18 | It was sold in <d v=192>the twenties</d>.
2024-10-18 | It was sold in <d v=201>the last decade</d>.
2024-10-18 | The plan covers <d v=203>the next decade</d>.
2024-10-18 | It was sold <d v=2024-SU>last summer</d>.
2024-10-18 | It will open <d v=2025-SP>next spring</d>.
2024-10-18 | It was sold <d v=2021-SU>three summers ago</d>.
2024-10-18 | It was sold <d v=2022-WI>two winters ago</d>.
2024-10-18 | It will open <d v=2024-WI>this winter</d>.
2024-10-18 | It rained in <d v=2024-SP>spring</d>.
2024-10-18 | It will rain in <d v=2025-SP>spring</d>.
2024-10-18 | He will play in <d v=2024-H2>the second half of the year</d>, when profit may rise.
2024-10-18 | It will report <d v=2024-Q3>third-quarter</d> earnings in <d v=2024-11>November</d>.
2024-10-18 | Revenue rose in <d v=2024-Q3>3Q24</d> and <d v=2024-H1>1H 2024</d>.
2024-10-18 | Revenue rose in <d v=2024-Q3>Q3</d>, from a loss in <d v=2023-Q3>Q3 2023</d>.
2024-10-18 | In <d v=2021>2021</d> sales fell in <d v=2021-Q2>the second quarter</d>.
2024-10-18 | Sales will rise in <d v=2025-Q1>the first quarter</d>.
2024-10-18 | Sales will rise in <d v=2025-H1>the first half</d>.
2024-10-18 | Revenue for <d v=2024-Q3>the September quarter</d> was flat.
2024-10-18 | Revenue for <d v=2024-Q2>the June quarter</d> was flat.
2024-10-18 | It grew in <d v=1999>FY99</d> and <d v=2031>FY31</d>.
2024-10-18 | It grew in <d v=2023>fiscal year 2023</d> and <d v=2024>fiscal 2024</d>.
2024-10-18 | Votes were cast on <d v=2024-09-09>the second Monday of September</d>.
2024-10-18 | Votes will be cast on <d v=2024-11-05>the first Tuesday in November</d>.
2024-10-18 | It opens on <d v=2025-05-26>the last Monday in May 2025</d>.
2024-10-18 | It opened in <d v=2023-01>the first month of 2023</d>.
2024-10-18 | It closed on <d v=2023-12-31>the last day of 2023</d>.
2024-10-18 | It closed on <d v=2023-01-01>the first day of 2023</d>.
2024-10-18 | It rained in <d v=2024-W36>the first week of September</d>.
2024-10-18 | It rained on <d v=2024-W36-WE>the first weekend of September</d>.
2024-10-18 | It rained in <d v=2024-12>the last month of the year</d>.
2024-10-18 | It pays on <d v=2024-11-15>the 15th of next month</d>.
2024-10-18 | It paid on <d v=2024-09-15>the 15th of last month</d>.
2024-10-18 | He was paid on <d v=2024-10-03>the 3rd</d>.
2024-10-18 | He will be paid on <d v=2024-11-03>the 3rd</d>.
2024-10-18 | They will meet on <d v=2024-10-21>Monday the 21st</d>.
2024-10-18 | They met on <d v=2024-09-30>Monday the 30th</d>.
2024-10-18 | It was sold on <d v=2024-02-29>Feb. 29</d>.
2024-10-18 | It will be sold on <d v=2028-02-29>Feb. 29</d>.
2024-10-18 | The trial ran from <d v=2023-01>January</d> to <d v=2023-02>February 2023</d>.
2024-10-18 | In <d v=2021-03>March 2021</d> it closed, and in <d v=2021-05>May</d> it reopened.
2024-10-18 | In <d v=2021-05>May 2021</d> it closed, and in <d v=2022-03>March</d> it reopened.
2024-10-18 | It closed in <d v=2024-09>last September</d>.
2024-10-18 | It closed <d v=2024-09>last September</d>.
2024-10-18 | It closed <d v=2023-11>last November</d>.
2024-10-18 | It closed <d v=2023-10>last October</d>.
2024-10-18 | It closes <d v=2025-03>next March</d>.
2024-10-18 | It closes <d v=2024-12>next December</d>.
2024-10-18 | It closed <d v=2024-06>this June</d>.
2024-10-18 | It was signed on <d v=2024-10-07>07.10.2024</d>.
2024-10-18 | It was signed on <d v=2023-12-31>12/31/2023</d>, not on <d v=2023-07-04>7/4/2023</d>.
2024-10-18 | It was signed on <d v=2023-12-31>31/12/2023</d>, not on <d v=2023-04-07>7/4/2023</d>.
2024-10-18 | It was signed on <d v=1999-07-04>7/4/99</d> and <d v=2021-07-04>7/4/21</d>.
2024-10-18 | It was signed on <d v=2024-03-09>9 March 2024</d>, not on <d v=2024-04-07>7/4/2024</d>.
2024-10-18 | It was signed on <d v=2024-03-09>March 9, 2024</d>, not on <d v=2024-07-04>7/4/2024</d>.
2024-10-18 | It was signed on <d v=2024-03-09>9 March</d> and again on <d v=2024-04-07>7/4/2024</d>.
2024-10-18 | It was signed on <d v=2024-03-09>March 9</d> and again on <d v=2024-07-04>7/4/2024</d>.
2024-10-18 | It was signed <d v=2024-10-09>last Wednesday</d>.
2024-10-18 | It meets <d v=2024-10-23>next Wednesday</d>.
2024-10-18 | It meets <d v=2024-10-20>this Sunday</d>.
2024-10-18 | It met <d v=2024-10-16>this Wednesday</d>.
2024-10-18 | It meets on <d v=2024-10-23>Wednesday of next week</d>.
2024-10-18 | It met on <d v=2024-10-09>Wednesday of last week</d>.
2024-10-18 | It meets <d v=2024-10-23>Wednesday next week</d>.
2024-10-18 | Open <d v=XXXX-WXX-1 t=SET>Monday</d> through <d v=XXXX-WXX-6 t=SET>Saturday</d>.
2024-10-18 | It opens <d v=XXXX-WXX-6 t=SET>Saturday</d> from 9 to 12.
2024-10-18 | She sang <d v=2024-10-17TNI t=TIME>last night</d>.
2024-10-18 | She will sing <d v=2024-10-18TNI t=TIME>tonight</d>.
2024-10-18 | She sang at <d v=2024-10-17T22:40 t=TIME>10.40pm last night</d>.
2024-10-18 | She will sing <d v=2024-10-19TMO t=TIME>tomorrow morning</d>.
2024-10-18 | She sang <d v=2024-10-17TEV t=TIME>yesterday evening</d>.
2024-10-18 | He died on <d v=2021-05-05>May 5, 2021</d>. <d v=2021-05-05TMO t=TIME>That morning</d> he had felt well.
2024-10-18 | He called at <d v=2024-10-18T12:00 t=TIME>noon</d> and at <d v=2024-10-18T00:05 t=TIME>12:05 a.m.</d>
2024-10-18 | He called at <d v=2024-10-18T12:05 t=TIME>12:05 p.m.</d> and at <d v=2024-10-18T21:15:30 t=TIME>21:15:30</d>.
2024-10-18 | Sales in <d v=P1Y t=DURATION f=2023-07-01 to=2024-06-30>the year</d> ended <d v=2024-06-30>June 30, 2024</d> were flat.
2024-10-18 | Sales in <d v=2024-Q3>the quarter</d> ended <d v=2024-09-30>September 30</d> were flat.
2024-10-18 | Sales in <d v=P1Q t=DURATION f=2024-06-01 to=2024-08-31>the quarter</d> ended <d v=2024-08-31>August 31</d> were flat.
2024-10-18 | Sales in <d v=2024-08>the month</d> ended <d v=2024-08-31>August 31</d> were flat.
2024-10-18 | Sales in <d v=2024-W40>the week ended October 5</d> were flat.
2024-10-18 | He will be paid on <d v=2024-10-31>the 31st</d>.
2024-10-18T00:30:00 | The alarm rang <d v=2024-10-17T23:30 t=TIME>an hour earlier</d>.
2024-10-18T15:30:00 | The raid came <d v=2024-10-18T13:30 t=TIME>two hours ago</d>.
2024-10-18T15:30:00 | The doors opened <d v=2024-10-18T15:10 t=TIME>20 minutes ago</d>.
2024-10-20 | The fair opened <d v=2024-W42-WE>this weekend</d>.
2024-10-21 | The fair was held <d v=2024-W42-WE>this weekend</d>.
2024-10-21 | The fair was held <d v=2024-W42-WE>last weekend</d>.
2024-12-08 | Profit rose in <d v=2024-Q3>the quarter</d>.
2024-12-15 | Sales rose in <d v=2024-Q4>the fourth quarter</d>.
2024-12-18 | Profit rose in <d v=2024-Q4>the quarter</d>.
2025-01-10 | It will report <d v=2024-Q4>fourth-quarter</d> earnings in <d v=2025-02>February</d>.
2024-12-20 | It will be sold on <d v=2025-01-08>Jan. 8</d>.
2024-07-18 | It was cold <d v=2023-WI>last winter</d>.
2024-10-18 | It fell <d v=2024-10-17>Thursday</d> and rose <d v=2024-10-18>Friday</d>.
2024-10-18 | It will meet <d v=2024-10-18>Friday</d> and <d v=2024-10-24>Thursday</d>.
2024-10-18 | It closed on <d v=2023-12-01>Dec. 1</d> and will reopen on <d v=2025-09-01>Sept. 1</d>.
2024-10-18 | The fund has grown by 4 percent over <d v=P3M t=DURATION f=2024-07-18 to=2024-10-17>the last three months</d>.
2024-10-18 | The fund has grown by 4 percent over <d v=P1Y t=DURATION f=2023-10-18 to=2024-10-17>the past year</d>.
2024-10-18 | It was done within <d v=PT48H t=DURATION>48 hours</d>.
2024-10-18 | It was sold <d v=2024-10-18>today</d>.
2024-10-18 | It was sold <d v=2024-10-18TAF t=TIME>this afternoon</d>.
2024-10-18 | It was sold <d v=2024-10-18TEV t=TIME>this evening</d>.
2024-10-18 | It was sold <d v=2024-10-14TMO t=TIME>Monday morning</d>.
2024-10-18 | It was sold on <d v=2024-10-14TMO t=TIME>Monday morning</d>.
2024-10-18 | It was sold in <d v=2024-08>late August</d>.
2024-10-18 | It was sold in <d v=2023>late 2023</d>.
2024-10-18 | It was sold at <d v=2023>the end of 2023</d>.
2024-10-18 | It was sold at <d v=2024-09>the end of September</d>.
2024-10-18 | It will be sold by <d v=2024-10>the end of the month</d>.
2024-10-18 | It will be sold by <d v=2024>the end of the year</d>.
2024-10-18 | It will be sold by <d v=2024>year-end</d>.
2024-10-18 | It was sold in <d v=2024-09>the middle of September</d>.
2024-10-18 | It was sold in <d v=2018>2018</d> and <d v=2019>2019</d>.
2024-10-18 | It was sold in <d v=2018-02>February of 2018</d>.
2024-10-18 | It was sold on <d v=2018-02-03>the 3rd of February 2018</d>.
2024-10-18 | It was sold on <d v=2018-02-03>3 Feb 2018</d>.
2024-10-18 | It was sold on <d v=2018-02-03>2018-02-03</d>.
2024-10-18 | It was sold on <d v=2018-02-03>Saturday, February 3, 2018</d>.
2024-10-18 | It was sold on <d v=2018-02-28>February 28th, 2018</d>.
2024-10-18 | It was sold at <d v=2024-10-17T09:30 t=TIME>9:30 a.m. on Thursday</d>.
2024-10-18 | It was sold at <d v=2024-10-17T21:30 t=TIME>9:30 p.m. yesterday</d>.
2024-10-18 | It was sold at <d v=2024-10-18T09:00 t=TIME>9 a.m.</d>
2024-10-18 | It was sold at <d v=2024-10-18T00:00 t=TIME>midnight</d>.
2024-10-18 | It was sold from <d v=2022>2022</d> to <d v=2024>2024</d>.
2024-10-18 | It was sold between <d v=2022>2022</d> and <d v=2024>2024</d>.
2024-10-18 | In <d v=2021-03>March 2021</d> it grew. <d v=2021-04>The following month</d> it shrank.
2024-10-18 | In <d v=2021-03>March 2021</d> it grew. <d v=2021-02>The previous month</d> it had shrunk.
2024-10-18 | On <d v=2021-03-05>March 5, 2021</d> it grew. <d v=2021-03-04>The previous day</d> it had shrunk.
2024-10-18 | On <d v=2021-03-05>March 5, 2021</d> it grew. <d v=2021-W10>The following week</d> it shrank.
2024-10-18 | In <d v=2021-Q2>the second quarter of 2021</d> it grew. <d v=2021-Q1>The previous quarter</d> it had shrunk.
2024-10-18 | In <d v=2021-Q2>the second quarter of 2021</d> it grew, from a loss in <d v=2020-Q2>the same quarter a year earlier</d>.
2024-10-18 | In <d v=2021-Q2>the second quarter of 2021</d> it grew, from a loss in <d v=2020-Q2>the year-ago quarter</d>.
2024-10-18 | In <d v=2021-06>June 2021</d> it grew, from a loss in <d v=2020-06>the same month of 2020</d>.
2024-10-18 | In <d v=2021-06>June 2021</d> it grew, from a loss in <d v=2020-06>the same month a year earlier</d>.
2024-10-18 | In <d v=2021-H1>the first half of 2021</d> it grew, from a loss in <d v=2020-H1>the same period of 2020</d>.
2024-10-18 | In <d v=2021-H1>the first half of 2021</d> it grew, from a loss in <d v=2020-H1>the same period a year earlier</d>.
2024-10-18 | Profit rose, from <d v=2023-Q3>the year-ago quarter</d>.
2024-10-18 | Profit rose from <d v=2023>the year before</d>.
2024-10-18 | Profit rose from <d v=2023>a year earlier</d>.
2024-10-18 | It will open on <d v=2024-12-24>Christmas Eve</d>.
2024-10-18 | It opened on <d v=2024-07-04>Independence Day</d>.
2024-10-18 | It opened on <d v=2024-03-29>Good Friday</d>.
2024-10-18 | It opened on <d v=2024-05-27>Memorial Day</d>.
2024-10-18 | It opens on <d v=2025-01-01>New Year's Day</d>.
2024-10-18 | It opened on <d v=2024-02-14>Valentine's Day</d>.
2024-10-18 | It opens on <d v=2024-11-28>Thanksgiving</d>.
2024-10-18 | It opened on <d v=2024-10-14>Columbus Day</d>.
2024-10-18 | It opened on <d v=2020-04-12>Easter Sunday 2020</d>.
2024-10-18 | It was sold <d v=PAST_REF>recently</d> and will be resold <d v=FUTURE_REF>soon</d>.
2024-10-18 | It is <d v=PRESENT_REF>now</d> for sale.
2024-10-18 | It works <d v=P1D t=SET>daily</d>, <d v=P1W t=SET>weekly</d> and <d v=P1Y t=SET>yearly</d>.
2024-10-18 | It was built over <d v=P3Y t=DURATION>three years</d>.
2024-10-18 | He is to serve <d v=P18M t=DURATION>eighteen months</d>.
2024-10-18 | The lease runs <d v=P99Y t=DURATION>ninety-nine years</d>.
2024-10-18 | He was jailed for <d v=P2M t=DURATION>a couple of months</d>.
2024-10-18 | He was jailed for <d v=PXM t=DURATION>a few months</d>.
2024-10-18 | He waited for <d v=PXY t=DURATION>years</d>.
2024-10-18 | The plan covers a <d v=P5Y t=DURATION>five-year</d> term.
2024-10-18 | It was cold in <d v=2023-WI>the winter of 2023</d>.
2024-10-18 | It was cold in <d v=2024-SP>spring 2024</d>.
2024-10-18 | He said <d v=2024-10-17>yesterday</d> that it would close <d v=2024-10-19>tomorrow</d>.
2024-10-18 | The sale, completed <d v=2024-10-17>Thursday</d>, will add jobs.
2024-10-18 | The sale is due in <d v=2024-12>December</d>.
2024-10-18 | The sale is due in <d v=2025-09>September</d>.
2024-10-18 | He led it until <d v=2024-01>January</d>, when the board replaced him.
2024-10-18 | He leads it until <d v=2025-01>January</d>.
2024-10-18 | We are covered through <d v=2025-03>March</d>.
2024-10-18 | As of <d v=2024-09>September</d>, it had 40 mills.
2024-10-18 | Before <d v=2024-12>December</d>, it must pay.
2024-10-18 | It has to pay by <d v=2025-02>February</d> if it loses.
2024-10-18 | <d v=PRESENT_REF>Today</d>, the firm employs 40 people.
2024-10-18 | At <d v=2024-10-18>today</d>'s meeting it voted.
2024-10-18 | In <d v=PRESENT_REF>today</d>'s market it struggles.
2024-10-18 | It will reopen on <d v=2025-09-08>Sept. 8</d>.
2024-10-18 | It will reopen on <d v=2024-09-09>Sept. 9</d>.
2024-10-18 | It was built in <d v=193>the thirties</d> and <d v=194>the forties</d>.
2024-10-18 | It was built in <d v=195>the fifties</d> and <d v=196>the sixties</d>.
2024-10-18 | It was built in <d v=197>the seventies</d> and <d v=199>the nineties</d>.
2025-01-10 | It closed on <d v=2024-W51-WE>Christmas weekend</d>.
2024-10-18 | It closed on <d v=2024-W27-WE>Independence Day weekend</d>.
2024-10-18 | It closed on <d v=2024-W35-WE>Labor Day weekend</d>.
2024-10-18 | It will be done in <d v=P2Q t=DURATION f=2025-04-18 to=2025-04-18>two quarters</d>.
2024-10-18 | It will be done in <d v=P2Y t=DURATION f=2026-10-18 to=2026-10-18>two years</d>.
2024-10-18 | It will be done in <d v=P10D t=DURATION f=2024-10-28 to=2024-10-28>10 days</d>.
2024-10-18 | It was sold in the final months of <d v=2023>2023</d>.
2024-10-18 | Sales rose. They will fall <d v=2024-10-23>Wednesday</d>.
2024-10-18 | Sales will rise. They fell <d v=2024-10-16>Wednesday</d>.
2024-10-18 | It agreed with Kerr Inc. on <d v=2024-10-16>Wednesday</d> and will pay.
2024-10-18 | It fell in <d v=2021>2021</d> and <d v=2021>that year</d> it closed.
2024-10-18 | In <d v=2021-W10>the week of March 8, 2021</d> it fell; <d v=2021-W10>that week</d> two men left.
2024-10-18 | It sold on <d v=2024-03-09>9/3/2024</d> and <d v=2024-03-25>25/3/2024</d>.
2024-10-18 | It sold on <d v=2024-09-03>9/3/2024</d> and <d v=2024-03-25>3/25/2024</d>.
2024-10-18 | It sold on <d v=2024-09-03>9/3</d>.
2024-10-18 | It sold on <d v=1970-01-02>1/2/70</d> and <d v=2068-01-02>1/2/68</d>.
2024-10-18 | It sold in <d v=1999>'99</d> and <d v=2001>'01</d>.
2024-10-18 | It sold on <d v=2024-12-25>Dec. 25, 2024</d>.
2024-10-18 | The meeting is at <d v=2024-10-18T21:15 t=TIME>21:15</d>.
2024-10-18 | The meeting is at <d v=2024-10-18T09:15 t=TIME>09.15am</d>.
2024-10-18 | It was agreed at <d v=2024-10-16T23:59 t=TIME>11:59 p.m. on October 16</d>.
2024-10-18 | He came on <d v=2024-10-12TNI t=TIME>Saturday night</d>.
2024-10-18 | Early on <d v=2024-10-17TMO t=TIME>Thursday morning</d> it burned.
2024-10-18 | He will speak <d v=2024-10-19TNI t=TIME>tomorrow night</d>.
2024-10-18 | It meets <d v=XXXX-WXX-2 t=SET>each Tuesday</d>.
2024-10-18 | It meets <d v=P2M t=SET>every other month</d>.
2024-10-18 | It meets <d v=P1D t=SET>every day</d>.
2024-10-18 | It meets <d v=P6M t=SET>every six months</d>.
2024-10-18 | It earns 4 percent <d v=P1M t=SET>a month</d>.
2024-10-18 | It sells 40 pumps <d v=PT1H t=SET>an hour</d>.
2024-10-18 | It was signed on <d v=2023-05-06>May 6, 2023</d>, <d v=2023-03-09>9 March 2023</d> and <d v=2023-03-10>10 March 2023</d> and again on <d v=2024-04-07>7/4/2024</d>.
2024-10-18 | It was signed on <d v=2023-03-09>9 March 2023</d>, <d v=2023-05-05>May 5, 2023</d> and <d v=2023-05-06>May 6, 2023</d> and again on <d v=2024-07-04>7/4/2024</d>.
2024-10-18 | It fell. <d v=2021-05-05>May 5, 2021</d> was dark after a poor <d v=2021-03>March 2021</d>; <d v=2021-05-05>that day</d> two men died.
2024-10-18 | In <d v=2021>2021</d> it grew, after a loss in <d v=2020>the prior year</d> and a fire in <d v=2020>the prior year</d>.
2024-10-18 | In <d v=2021>2021</d> it grew, after a loss in <d v=2020>the previous year</d> and a fire in <d v=2020>the previous year</d>.
2024-10-18 | In <d v=2021>2021</d> it grew, after a loss in <d v=2020>the preceding year</d> and a fire in <d v=2020>the preceding year</d>.
2024-10-18 | In <d v=2021>2021</d> it grew, from a loss in <d v=2020>the same period a year earlier</d>.
2024-10-18 | In <d v=2021-05>May 2021</d> it grew, from a loss in <d v=2020-05>the same period a year earlier</d>.
2024-10-18 | In <d v=2021-SU>the summer of 2021</d> it grew, from a loss in <d v=2020-SU>the same period of 2020</d>.
2024-10-18 | In <d v=2021-Q2>the second quarter of 2021</d> it grew, from a loss in <d v=2020-Q2>the same period of 2020</d>.
2024-10-18 | In <d v=2021-Q2>the second quarter of 2021</d> it grew, from a loss in <d v=2020-Q2>the year-ago period</d>.
2024-10-18 | It will open in <d v=2024-10>October</d>.
2024-10-18 | It closed in <d v=2024-10>October</d>.
2024-10-18 | It will open on <d v=2024-10-18>Oct. 18</d>.
2024-10-18 | It closed on <d v=2024-10-18>Oct. 18</d>.
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_value_on_its_day(case: str) -> None:
    published, markup = case.split(" | ", 1)
    text, expected = parse_example(markup)
    found = NORMALISER.records(text, FINDER.find(text), None if published == "-" else published)
    assert [(date.text, date.value, date.type) for date in found] == [
        (text[tag.start : tag.end], tag.attributes["v"], tag.attributes.get("t", "DATE")) for tag in expected
    ]
    for date, tag in zip(found, expected, strict=True):
        if "f" in tag.attributes:
            assert (date.from_, date.to) == (tag.attributes["f"], tag.attributes["to"])
