"""Guards of dates: sentences that would be read wrongly without them. The day of publication, or "-", comes first."""

from __future__ import annotations

import pytest

from tests.test_dates_anchors import test_value_on_its_day as check

CASES = r"""
2024-10-18 | In <d v=P12M t=DURATION>the 12 months</d> through <d v=2024-06>June</d>, prices rose.
2024-10-18 | In <d v=P3M t=DURATION>the three months</d> through <d v=2024-09>September</d>, it said, sales rose.
2024-10-18 | By <d v=2024-03>March</d>, the firm was bust.
2024-10-18 | By <d v=2024-10-15>Tuesday</d> the dead numbered 30.
2024-10-18 | By <d v=2024-10-22>Tuesday</d>, officials said, the bill will pass.
2024-10-18 | It is open through <d v=2024-10-22>Tuesday</d>, it said.
2024-10-18 | The fair runs through <d v=2024-10-20>Sunday</d> and opened on <d v=2024-10-15>Tuesday</d>.
2024-10-18 | The summit is on <d v=2024-10-20>Sunday</d>.
2024-10-18 | The fair is <d v=2024-10-19T20:00 t=TIME>Saturday at 8 p.m.</d>
2024-10-18 | The cause is <d v=2024-10-14>Monday</d>'s storm.
2024-10-18 | Voters go to the polls on <d v=2024-10-20>Sunday</d>.
2024-10-18 | Tier, which said on <d v=2024-10-14>Monday</d> it would shrink, on <d v=2024-10-15>Tuesday</d> named a chief.
2024-10-18 | Prices rose in <d v=2024-09>September</d> from <d v=2024-08>August</d> and 5 percent from <d v=2023-09>a year earlier</d>.
2024-10-18 | Prices rose 2% in <d v=2024-09>September</d>, up from 0.2% in <d v=2024-08>August</d> and 3.9% higher than <d v=2023-09>a year earlier</d>.
2024-10-18 | Sales fell in <d v=2024-08>August</d> from <d v=2024-07>July</d> and were down 8 percent from <d v=2023-08>a year ago</d>.
2024-10-18 | The mill was shut from <d v=2024-10-07>Monday</d> to <d v=2024-10-09>Wednesday last week</d>.
2024-10-18 | It was built <d v=1824>two hundred years ago</d>.
2024-10-18 | It was built <d v=1988>three dozen years ago</d>.
2024-10-18 | It was built <d v=P1200D t=DURATION>1,200 days</d> before it fell.
2024-10-18 | It lasted <d v=P6Y t=DURATION>half a dozen years</d>.
2024-10-18 | It lasted <d v=P2000D t=DURATION>two thousand days</d>.
2024-10-18 | Highs will be in the 70s.
2024-10-18 | It met on <d v=2024-10-16>Wednesday</d>.
2024-10-18 | It will meet on <d v=2024-10-23>Wednesday</d>.
2024-10-18 | It met on <d v=2024-10-18>Friday</d>.
2024-10-18 | It will meet <d v=2024-10-25>next Friday</d>.
2024-10-18 | It met <d v=2024-10-11>last Friday</d>.
2024-10-18 | It closed in <d v=2023-11>November</d>.
2024-10-18 | It will close in <d v=2024-11>November</d>.
2024-10-18 | It will close in <d v=2024-10>October</d>.
2024-10-18 | It will close <d v=2025-10>next October</d>.
2024-10-18 | It will close <d v=2024-11>next November</d>.
2024-10-18 | It opened between <d v=2021-08-03>Aug. 3</d> and <d v=2021-09-09>Sept. 9, 2021</d>.
2024-10-18 | It ran from <d v=2022-11>November</d> to <d v=2023-02>February 2023</d>.
2024-10-18 | It ran from <d v=2023-01>January</d> to <d v=2023-02>February 2023</d>.
2024-10-18 | It closed from <d v=2022-12-28>Dec. 28</d> to <d v=2023-01-02>Jan. 2, 2023</d>.
2024-10-18 | In <d v=2020>2020</d>, shares fell in <d v=2020-09>September</d>.
2024-10-18 | It fell on <d v=2024-02-29>February 29</d>.
2024-10-18 | It will close on <d v=2028-02-29>February 29</d>.
2024-10-18 | It closed on <d v=2024-10-03>the 3rd</d>.
2024-10-18 | It will close on <d v=2024-11-03>the 3rd</d>.
2024-10-18 | It closed on <d v=2024-08-31>the 31st</d>.
2024-10-18 | It closed on <d v=2024-10-21>Monday the 21st</d>.
2024-10-18 | It closed on <d v=2023-04-08>04/08/2023</d>.
2024-10-18 | It closed on <d v=2023-08-04>04/08/2023</d>, not on <d v=2022-12-25>25/12/2022</d>.
2024-10-18 | It closed on <d v=2023-04-08>04/08/2023</d>, not on <d v=2022-12-25>12/25/2022</d>.
2024-10-18 | It closed on <d v=2023-08-04>04.08.2023</d>.
2024-10-18 | It closed on <d v=2022-12-25>25/12/22</d>.
2024-10-18 | It closed on <d v=1970-01-02>1/2/70</d>.
2024-10-18 | It is open <d v=XXXX-WXX-1 t=SET>Monday</d> through <d v=XXXX-WXX-5 t=SET>Friday</d> from <d v=XXXX-XX-XXT09:00 t=TIME>9 a.m.</d> to <d v=XXXX-XX-XXT17:00 t=TIME>5 p.m.</d>
2024-10-18 | It met <d v=2024-10-14>Monday</d>.
2024-10-18 | It spoke <d v=2024-10-18>today</d>.
2024-10-18 | It spoke <d v=2024-10-17>yesterday</d>.
2024-10-18 | It will speak <d v=2024-10-19>tomorrow</d>.
2024-10-18 | It spoke <d v=2024-10-16>the day before yesterday</d>.
2024-10-18 | It will speak <d v=2024-10-20>the day after tomorrow</d>.
2024-10-18 | It spoke <d v=2024-10-17TNI t=TIME>last night</d>.
2024-10-18 | It speaks <d v=2024-10-18TNI t=TIME>tonight</d>.
2024-10-18 | <d v=PRESENT_REF>Today</d>, the firm is a leader.
2024-10-18 | <d v=2024-10-18>Today</d>, the firm announced a deal.
2024-10-18 | It trains the workers of <d v=FUTURE_REF>tomorrow</d>.
2024-10-18 | It met at <d v=2024-10-15T10:00 t=TIME>10 a.m. on Tuesday</d>.
2024-10-18 | It will meet on <d v=2024-10-19>Saturday</d> from <d v=2024-10-19T10:00 t=TIME>10 a.m.</d> to <d v=2024-10-19T15:00 t=TIME>3 p.m.</d>
2024-10-18 | It met at <d v=2024-10-15T12:00 t=TIME>noon on Tuesday</d>.
2024-10-18 | It met at <d v=2024-10-15T00:30 t=TIME>12:30 a.m. on Tuesday</d>.
2024-10-18 | It met at <d v=2024-10-15T12:30 t=TIME>12:30 p.m. on Tuesday</d>.
2024-10-18 | It met on <d v=2024-10-15TEV t=TIME>Tuesday evening</d>.
2024-10-18 | It grew in <d v=2024-Q3>the third quarter</d>.
2024-10-18 | It will grow in <d v=2024-Q4>the fourth quarter</d>.
2024-10-18 | It grew in <d v=2024-Q4>the fourth quarter</d>.
2024-10-18 | It will grow in <d v=2025-Q1>the first quarter</d>.
2024-10-18 | It will report <d v=2024-Q3>third-quarter</d> results <d v=2024-W43>next week</d>.
2024-10-18 | It grew in <d v=2023-Q3>Q3 2023</d>.
2024-10-18 | It grew in <d v=2023-Q3>3Q23</d>.
2024-10-18 | It grew in <d v=2023-H1>1H23</d>.
2024-10-18 | It grew in <d v=2023-H2>the second half of 2023</d>.
2024-10-18 | It scored in the second half of the match.
2024-10-18 | It grew in <d v=2023-Q1>the first</d> and <d v=2023-Q2>second quarters of 2023</d>.
2024-10-18 | It grew in <d v=2024-Q3>the quarter</d>.
2024-10-18 | It grew <d v=2024-Q3>last quarter</d>.
2024-10-18 | It will grow <d v=2025-Q1>next quarter</d>.
2024-10-18 | It grew <d v=2024>this year</d>.
2024-10-18 | It grew <d v=2023>last year</d>.
2024-10-18 | It grew <d v=2022>the year before last</d>.
2024-10-18 | It grew <d v=2024-09>last month</d>.
2024-10-18 | It grew <d v=2024-W41>last week</d>.
2024-10-18 | It grew <d v=2024-W41-WE>last weekend</d>.
2024-10-18 | It grew <d v=2024-SU>last summer</d>.
2024-10-18 | It will grow <d v=2025-SU>next summer</d>.
2024-10-18 | It will grow <d v=2024-WI>this winter</d>.
2024-10-18 | It grew <d v=2022-SU>two summers ago</d>.
2024-10-18 | It grew in <d v=199>the 1990s</d>.
2024-10-18 | It grew in <d v=199>the '90s</d>.
2024-10-18 | He is in his 40s.
2024-10-18 | It grew in <d v=198>the 1980s</d> and <d v=199>90s</d>.
2024-10-18 | It grew in <d v=199>the nineties</d>.
2024-10-18 | It was built in <d v=18>the 19th century</d>.
2024-10-18 | It grew in <d v=2022>2022</d>. It fell <d v=2022>that year</d>.
2024-10-18 | It grew in <d v=2022-05>May 2022</d>. It fell <d v=2022-05>that month</d>.
2024-10-18 | It grew in <d v=2022-05>May 2022</d>. It fell in <d v=2021-05>the same month a year earlier</d>.
2024-10-18 | It earned $3 in <d v=2024-Q2>the second quarter</d>, against $2 <d v=2023-Q2>a year earlier</d>.
2024-10-18 | It earned $3 in <d v=2024-Q2>the quarter</d> ended <d v=2024-06-30>June 30, 2024</d>, against $2 <d v=2023-Q2>a year earlier</d>.
2024-10-18 | It fell in <d v=2023-Q3>the year-ago quarter</d>.
2024-10-18 | It met in <d v=2024-W41>the week of October 7</d>.
2024-10-18 | It met in <d v=2024-W41>the week of October 6</d>.
2024-10-18 | It met on <d v=2024-09-02>the first Monday of September</d>.
2024-10-18 | It met on <d v=2024-09-30>the last Monday of September</d>.
2024-10-18 | It grew over <d v=P12M t=DURATION>the past 12 months</d>.
2024-10-18 | It will grow over <d v=P3Y t=DURATION>the next three years</d>.
2024-10-18 | It grew for <d v=P3Y t=DURATION>three years</d>.
2024-10-18 | It grew for <d v=P6M t=DURATION>half a year</d>.
2024-10-18 | It will meet in <d v=P2W t=DURATION>two weeks</d>.
2024-10-18 | It met <d v=2024-10-04>two weeks ago</d>.
2024-10-18 | It met <d v=2024-10-15>three days ago</d>.
2024-10-18 | It met <d v=2024-08>two months ago</d>.
2024-10-18 | It met <d v=2022>two years ago</d>.
2024-10-18 | It will meet <d v=P2W t=DURATION>two weeks</d> before <d v=2024-12-25>Christmas</d>.
2024-10-18 | It met on <d v=2023-12-25>Christmas Day</d>.
2024-10-18 | It will meet on <d v=2024-12-25>Christmas Day</d>.
2024-10-18 | It meets <d v=P1Y t=SET>every year</d>.
2024-10-18 | It meets <d v=XXXX-WXX-1 t=SET>every Monday</d>.
2024-10-18 | It pays an <d v=P1Y t=SET>annual</d> fee.
2024-10-18 | It pays a <d v=P6M t=SET>half-yearly</d> fee.
2024-10-18 | It meets <d v=P2W t=SET>bi-weekly</d>.
2024-10-18 | It grew <d v=PAST_REF>recently</d>.
2024-10-18 | It will grow <d v=FUTURE_REF>soon</d>.
2024-10-18 | It grows <d v=PRESENT_REF>now</d>.
2024-10-18 | It fell <d v=2024-10-18TNI t=TIME>overnight</d>.
2024-10-18 | It grew in <d v=2023>fiscal 2023</d>.
2024-10-18 | It grew in <d v=2023>FY23</d>.
2024-10-18 | It fell for <d v=2024-09>a third straight month</d> in <d v=2024-09>September</d>.
2024-10-18 | It fell for <d v=2024>the third year in a row</d>.
2024-10-18 | It grew in <d v=2024>the year to date</d>.
2024-10-18 | It fell in <d v=2023-W03>week 3 of 2023</d>.
2024-10-18 | It grew in <d v=2023>'23</d>.
2024-10-18 | It met on <d v=2023-05-03>3 mai 2023</d>.
2024-10-18 | It fell from <d v=2024-10-14>Monday</d>'s close.
2024-01-05 | It grew in <d v=2023-Q4>the fourth quarter</d>.
2024-01-05 | It grew <d v=2023-12>last December</d>.
2024-01-05 | It will meet in <d v=2024-12>December</d>.
2024-01-05 | It grew in <d v=2023-12>December</d>.
2024-03-31 | It grew in <d v=2023>the year</d>.
2024-04-01 | It grew in <d v=2024>the year</d>.
- | It grew <d v=XXXX>last year</d>.
- | It grew in <d v=XXXX-05>May</d>.
- | It met on <d v=XXXX-WXX-2>Tuesday</d>.
- | It met on <d v=XXXX-XX-03>the 3rd</d>.
- | It grew in <d v=XXXX-Q3>the third quarter</d>.
- | It met <d v=XXXX-XX-XX>yesterday</d>.
- | It grew <d v=XXXX>two years ago</d>.
- | It met on <d v=XXXX-12-25>Christmas Day</d>.
- | It grew <d v=XXXX-SU>last summer</d>.
2024-10-18 | It will meet on <d v=2024-11-28>Thanksgiving</d>.
2024-10-18 | It met on <d v=2023-11-23>Thanksgiving</d>.
2024-10-18 | It met <d v=2023-12-25>last Christmas</d>.
2024-10-18 | It will meet <d v=2024-12-25>next Christmas</d>.
2024-10-18 | It met on <d v=2024-W35-WE>Labor Day weekend</d>.
2024-10-18 | It will meet on <d v=2025-01-01>New Year's Day</d>.
2024-10-18 | It met on <d v=2023-04-10>Easter Monday 2023</d>.
2024-10-18 | It met on <d v=2024-03-29>Good Friday</d>.
2024-10-18 | It met at <d v=2020-04-12>Easter 2020</d>.
2024-10-18 | It met on <d v=2023-11-12>Diwali 2023</d>.
2024-10-18 | It met on <d v=2023-09-25>Yom Kippur 2023</d>.
2024-10-18 | It met in <d v=2024-W19>the second week of May</d>.
2024-10-18 | It met in <d v=2023-W21>the last week of May 2023</d>.
2024-10-18 | It met on <d v=2023-05-09>the second Tuesday of May 2023</d>.
2024-10-18 | It met on <d v=2023-05-31>the last day of May 2023</d>.
2024-10-18 | It met on <d v=2024-03-15>the third Friday in March</d>.
2024-10-18 | It will meet on <d v=2025-03-21>the third Friday in March</d>.
2024-10-18 | It grew in <d v=2023-02>the second month of 2023</d>.
2024-10-18 | It grew in <d v=2023-05>the first half of May 2023</d>.
2024-10-18 | It grew in <d v=2024-05>early May</d>.
2024-10-18 | It grew in <d v=2023>mid-2023</d>.
2024-10-18 | It grew in <d v=2023>late 2023</d>.
2024-10-18 | It grew at <d v=2023>the start of 2023</d>.
2024-10-18 | It grew at <d v=2023>the end of last year</d>.
2024-10-18 | It will end at <d v=2024-11>the end of next month</d>.
2024-10-18 | It met at <d v=2024-10-15T17:00 t=TIME>5 p.m. Tuesday</d>.
2024-10-18 | It met at <d v=2024-10-15T17:30 t=TIME>17:30 on Tuesday</d>.
2024-10-18 | It will meet from <d v=2024-10-22T18:30 t=TIME>6:30</d> to <d v=2024-10-22T21:00 t=TIME>9 p.m. on Tuesday</d>.
2024-10-18 | It will meet from <d v=2024-10-22T11:00 t=TIME>11</d> to <d v=2024-10-22T14:00 t=TIME>2 p.m. on Tuesday</d>.
2024-10-18 | It will meet from <d v=2024-10-19T10:00 t=TIME>10 a.m.</d> to <d v=2024-10-19T15:00 t=TIME>3 p.m. on Saturday</d>.
2024-10-18 | It met <d v=2024-10-18TMO t=TIME>this morning</d>.
2024-10-18 | It met on <d v=2024-10-14TMO t=TIME>Monday morning</d>.
2024-10-18 | It met <d v=2024-10-17TAF t=TIME>yesterday afternoon</d>.
2024-10-18 | It will meet <d v=2024-10-19TNI t=TIME>tomorrow night</d>.
2024-10-18 | It met on <d v=2023-05-03TEV t=TIME>the evening of May 3, 2023</d>.
2024-10-18 | It grew by 3% in <d v=P1Y t=DURATION>the past year</d>.
2024-10-18 | It grew in <d v=P2W t=DURATION>the past two weeks</d>.
2024-10-18 | It grew over <d v=P3Q t=DURATION>the last three quarters</d>.
2024-10-18 | It will grow in <d v=PXW t=DURATION>the coming weeks</d>.
2024-10-18 | It will grow over <d v=P2D t=DURATION>the next two days</d>.
2024-10-18 | It will last <d v=P2.5Y t=DURATION>two and a half years</d>.
2024-10-18 | It lasted <d v=P1.5Y t=DURATION>a year and a half</d>.
2024-10-18 | It lasted <d v=PT90M t=DURATION>90 minutes</d>.
2024-10-18 | It lasted <d v=PT30M t=DURATION>half an hour</d>.
2024-10-18 | It lasted <d v=PXM t=DURATION>several months</d>.
2024-10-18 | It lasted <d v=PXW t=DURATION>two to three weeks</d>.
2024-10-18 | It lasted <d v=P2DE t=DURATION>two decades</d>.
2024-10-18 | It will close in <d v=P1Y t=DURATION>a year</d>.
2024-10-18 | It will close in about <d v=P2M t=DURATION>two months</d>.
2024-10-18 | It grew in <d v=P2W t=DURATION>two weeks</d>.
2024-10-18 | It closed <d v=P2D t=DURATION>two days</d> after <d v=2023-12-25>Christmas 2023</d>.
2024-10-18 | It closed <d v=P1W t=DURATION>a week</d> before <d v=2023-05-08>May 8, 2023</d>.
2024-10-18 | It closed in <d v=2023-05>May 2023</d>. It reopened <d v=2023-07>two months later</d>.
2024-10-18 | It closed on <d v=2023-05-03>May 3, 2023</d>. It reopened <d v=2023-05-05>two days later</d>.
2024-10-18 | It closed on <d v=2023-05-03>May 3, 2023</d>. It reopened <d v=2023-05-10>a week later</d>.
2024-10-18 | It closed in <d v=2021>2021</d>. It reopened <d v=2023>two years later</d>.
2024-10-18 | It closed in <d v=2021>2021</d>. It had opened <d v=2019>two years earlier</d>.
2024-10-18 | It closed in <d v=2021>2021</d>. <d v=2020>The previous year</d> it grew.
2024-10-18 | It closed in <d v=2021>2021</d>. <d v=2022>The following year</d> it grew.
2024-10-18 | It closed in <d v=2021-05>May 2021</d>. <d v=2021-06>The following month</d> it reopened.
2024-10-18 | It closed on <d v=2021-05-03>May 3, 2021</d>. <d v=2021-05-04>The next day</d> it reopened.
2024-10-18 | It closed on <d v=2021-05-03>May 3, 2021</d>. <d v=2021-05-04>The following day</d> it reopened.
2024-10-18 | It closed on <d v=2021-05-03>May 3, 2021</d>. <d v=2021-05-02>The previous day</d> it grew.
2024-10-18 | It closed on <d v=2021-05-03>May 3, 2021</d>. <d v=2021-05-10>The following Monday</d> it reopened.
2024-10-18 | It closed on <d v=2021-05-03>May 3, 2021</d>. <d v=2021-04-30>The previous Friday</d> it grew.
2024-10-18 | It grew in <d v=2024-05>May</d> from <d v=2023-05>a year earlier</d>.
2024-10-18 | It grew in <d v=2024-05>May</d> from <d v=2024-04>the previous month</d>.
2024-10-18 | It fell in <d v=2024-Q3>the third quarter</d> from <d v=2024-Q2>the second quarter</d>.
2024-10-18 | It fell in <d v=2024-Q3>the third quarter</d> from <d v=2024-Q2>the previous quarter</d>.
2024-10-18 | It fell in <d v=2024-Q3>Q3</d> from <d v=2023-Q3>the same quarter last year</d>.
2024-10-18 | It opens <d v=XXXX-XX-XXTMO t=SET>every morning</d>.
2024-10-18 | It opens <d v=XXXX-SU t=SET>every summer</d>.
2024-10-18 | It pays <d v=P1M t=SET>monthly</d> fees.
2024-10-18 | It pays <d v=P1Q t=SET>quarterly</d>.
2024-10-18 | It is a <d v=P1W t=SET>weekly</d> paper.
2024-10-18 | It is open <d v=P1D t=SET>daily</d>.
2024-10-18 | It opens on <d v=XXXX-WXX-1 t=SET>Mondays</d>.
2024-10-18 | It meets <d v=P2Y t=SET>every two years</d>.
2024-10-18 | It meets <d v=P3Y t=SET>every third year</d>.
2024-10-18 | It meets <d v=P1M t=SET>once a month</d>.
2024-10-18 | It costs $3 <d v=P1Y t=SET>per annum</d>.
2024-10-18 | It grew in <d v=200>the early 2000s</d>.
2024-10-18 | It grew in <d v=19>the 20th century</d>.
2024-10-18 | It grew in <d v=20>the twenty-first century</d>.
2024-10-18 | It grew since <d v=2019>2019</d>.
2024-10-18 | It grew from <d v=2019>2019</d> to <d v=2021>2021</d>.
2024-10-18 | It will grow between <d v=2025-05>May</d> and <d v=2025-07>July</d>.
2024-10-18 | It grew on <d v=2024-10-03>Oct. 3</d> and <d v=2024-10-04>4</d>.
2024-10-18 | It met on <d v=2024-10-03>3 October</d>.
2024-10-18 | It met on <d v=2023-10-03>3rd October 2023</d>.
2024-10-18 | It met on <d v=2024-10-03>October 3rd</d>.
2024-10-18 | It met on <d v=2023-10-03>2023-10-03</d>.
2024-10-18 | It met on <d v=2024-03-10>3/10</d>.
2024-10-18 | It met on <d v=2024-10-03>10/3</d>.
2024-10-18 | It met on <d v=2024-10-13>13/10</d>.
2024-10-18 | It met on <d v=2024-10-17>Thursday</d> (<d v=2024-10-17>October 17</d>).
2024-10-18 | It met on <d v=2024-10-17>Thursday, Oct. 17, 2024</d>.
2024-10-18 | It met on <d v=2024-05-05>Sunday, May 5</d>.
2024-01-05 | It will meet in <d v=2024-02>February</d>.
2024-01-05 | It met in <d v=2023-02>February</d>.
2024-01-05 | It grew in <d v=2023-Q3>the third quarter</d>.
2024-01-05 | It will report <d v=2023-Q4>fourth-quarter</d> results.
2024-01-05 | It grew <d v=2023>last year</d>.
2024-01-05 | It grew <d v=2022-WI>last winter</d>.
2024-07-01 | It grew in <d v=2024-Q2>the second quarter</d>.
2024-07-01 | It will grow in <d v=2024-H2>the second half</d>.
2024-12-30 | It will meet <d v=2025-W02>next week</d>.
2024-12-30 | It met <d v=2024-W52>last week</d>.
2024-12-30 | It will meet <d v=2025-01>next month</d>.
2024-02-29 | It met <d v=2023>a year ago</d>.
2024-02-29 | It met <d v=2023>last year</d>.
2024-03-31 | It met <d v=2024-02>last month</d>.
2024-10-21 | It met <d v=2024-W42-WE>last weekend</d>.
2024-10-19 | It met <d v=2024-W42-WE>this weekend</d>.
2024-10-18T09:30 | It met <d v=2024-10-18T07:30 t=TIME>two hours ago</d>.
2024-10-18T09:30 | It met <d v=2024-10-18T08:50 t=TIME>40 minutes ago</d>.
2024-10-18T09:30 | It met <d v=2024-10-17>yesterday</d>.
2024-10-18 | Sales in the <d v=P6M t=DURATION>half-year</d> ended flat.
2024-10-18 | Sales in <d v=2024-Q3>the quarter</d> ended flat.
2024-10-18 | It grew in <d v=P2W t=DURATION>the past fortnight</d>.
2024-10-18 | It grew in <d v=P6M t=DURATION>the six months</d> to <d v=2023-06>June 2023</d>.
2024-10-18 | It grew in <d v=P3M t=DURATION>the three months</d> to <d v=2023-03>March 2023</d>.
2024-10-18 | It grew in <d v=2024-Q2>the June quarter</d>.
2024-10-18 | It grew in <d v=2023-H2>the December half</d>.
2024-10-18 | It grew <d v=2024>YTD</d>.
2024-10-18 | It met on <d v=2024-10-13>10/13</d>, not on <d v=2022-12-25>25/12/2022</d>.
2024-10-18 | It met on <d v=2024-10-03>3/10</d>, not on <d v=2022-12-25>25/12/2022</d>.
2024-10-18 | A man in his mid-40s spoke.
2024-10-18 | A man in the mid-40s spoke.
2024-10-18 | It was built in the <d v=196>mid-60s</d>.
2023-10-18 | It fell on <d v=2020-02-29>February 29</d>.
2025-10-18 | It will close on <d v=2028-02-29>February 29</d>.
2024-10-18 | “<d v=PRESENT_REF>Today</d>, the firm is a leader,” she said.
2024-10-18 | It grew in <d v=2024-W21>the fourth week of May</d>.
2024-10-18 | It grew in <d v=2024-W20>the third week of May</d>.
2024-10-18 | It will close <d v=FUTURE_REF>several years from now</d>.
2024-10-18 | It closed <d v=PAST_REF>some years ago</d>.
2024-10-18 | It closed <d v=PAST_REF>several months ago</d>.
2024-08-31 | It will rain in <d v=2024-SU>summer</d>.
2024-09-01 | It will rain in <d v=2025-SU>summer</d>.
2024-10-18 | It will meet <d v=2024-10-28>the Monday after next</d>.
2024-10-18 | It will meet <d v=2024-11-01>the Friday after next</d>.
2024-10-18 | It trains <d v=FUTURE_REF>tomorrow</d>'s leaders.
2024-10-18 | It joins <d v=2024-10-19>tomorrow</d>'s meeting.
2024-10-18 | It spoke at <d v=2024-10-18>today</d>'s meeting.
2024-10-18 | It fits <d v=PRESENT_REF>today</d>'s world.
2024-10-18 | It met in <d v=2022-05>May 2022</d>. It grew in <d v=2022-05>the month</d>.
2024-10-18 | It met in <d v=2022-05>May 2022</d>. It grew in <d v=2022>the year</d>.
2024-01-05 | It opened <d v=2004>two decades ago</d>.
2024-10-18 | It closed on <d v=2023-05-13>05.13.2023</d>.
2024-10-18 | It closed on <d v=2022-12-31>31.12.2022</d>.
2024-10-18 | It grew in <d v=2024-SP>the spring</d>.
2024-10-18 | It will grow in <d v=2025-SP>the spring</d>.
2024-01-18 | It will grow <d v=2024-WI>next winter</d>.
2024-10-18 | It grew in <d v=2022-WI>the winter of 2022</d>.
2024-10-18 | It will meet at <d v=2024-10-18T12:00 t=TIME>noon</d>.
2024-10-18 | It met at <d v=2024-10-18T09:00 t=TIME>9 a.m.</d>
2024-10-18 | It met on <d v=2024-10-15>Tuesday</d>. It rose at <d v=2024-10-15T09:00 t=TIME>9 a.m.</d>
2024-10-18 | It met <d v=2024-10-19TMO t=TIME>the following morning</d>.
2024-10-18 | It met <d v=2024-10-17TNI t=TIME>the previous night</d>.
2024-10-18 | It is open <d v=XXXX-WXX-1 t=SET>Monday</d> to <d v=XXXX-WXX-5 t=SET>Friday</d> from <d v=XXXX-XX-XXT09:00 t=TIME>9 a.m.</d> to <d v=XXXX-XX-XXT17:00 t=TIME>5 p.m.</d>
2024-10-18 | It opened on <d v=2024-10-14>Monday</d> through <d v=2024-10-18>Friday</d>.
2024-10-18 | It was open on <d v=2024-10-14>Monday</d>.
2024-10-18 | It met on <d v=2024-05-21>the 21st of May</d>.
2024-10-18 | It met on <d v=2024-05-21>May the 21st</d>.
2024-10-18 | It will meet on <d v=2024-10-21>Monday, Oct. 21</d>.
2024-10-18 | It met on <d v=2024-10-18>Friday, Oct. 18</d>.
2024-10-18 | It met on <d v=2023-10-15>Sunday, Oct. 15</d>.
2024-10-18 | It will grow in <d v=2024-Q4>Q4</d>.
2024-10-18 | It grew in <d v=2024-Q1>Q1</d>.
2024-10-18 | It will grow in <d v=2025-Q1>Q1</d>.
2024-10-18 | It will grow in <d v=2025-H1>H1</d>.
2024-10-18 | It grew in <d v=2024-H1>H1</d>.
2024-12-15 | It grew in <d v=2024-Q4>the fourth quarter</d>.
2024-12-05 | It grew in <d v=2024-Q3>the quarter</d>.
2024-02-15 | It will report <d v=2023-Q4>fourth-quarter</d> results in <d v=2024-03>March</d>.
2024-06-15 | It will report <d v=2024-Q4>fourth-quarter</d> results in <d v=2025-03>March</d>.
2024-10-18 | In <d v=2022>2022</d> it fell in <d v=2022-Q3>the third quarter</d>.
2024-10-18 | It fell for <d v=2024-Q3>a second straight quarter</d>.
2024-10-18 | It fell for <d v=2024-05>the third consecutive month</d> in <d v=2024-05>May</d>.
2024-10-18 | It fell in <d v=2022>2022</d>, for <d v=2022>the third year in a row</d>.
2024-10-18 | It rose from <d v=2023-01>January</d> to <d v=2023-05>May 2023</d>.
2024-10-18 | It rose in <d v=2024-Q1>the first quarter of this year</d>.
2024-10-18 | It rose in <d v=2023-Q1>the first quarter of last year</d>.
2024-10-18 | It will rise in <d v=2025-Q1>the first quarter of next year</d>.
2024-10-18 | It rose in <d v=2023-05>May last year</d>.
2024-10-18 | It rose in <d v=2024-05>May this year</d>.
2024-10-18 | It will rise in <d v=2025-05>May next year</d>.
2024-10-18 | It rose on <d v=2023-05-03>May 3 last year</d>.
2024-10-18 | It rose on <d v=2024-10-07>Monday last week</d>.
2024-10-18 | It will rise on <d v=2024-10-21>Monday next week</d>.
2024-10-18 | It will rise <d v=2024>later this year</d>.
2024-10-18 | It rose <d v=2024>earlier this year</d>.
2024-10-18 | It rose <d v=2024-10>earlier this month</d>.
2024-10-18 | It will rise <d v=2024-W42>later this week</d>.
2024-01-05 | It will open in <d v=2024>the new year</d>.
2024-02-29 | It will open in <d v=2024>the new year</d>.
2024-03-01 | It will open in <d v=2025>the new year</d>.
2024-10-18 | It will open in <d v=2025>the new year</d>.
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_value(case: str) -> None:
    check(case)
