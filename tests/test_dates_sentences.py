"""Sentences of our own in the styles of the English-language press, every temporal expression marked.

Each block is read against its own day of publication; the count of findings is asserted before their values.
"""

from __future__ import annotations

import pytest

from pipeline.find.dates import DateFinder
from pipeline.normalise.dates import DateNormaliser
from pipeline.patterns import Patterns, parse_example

PATTERNS = Patterns()
FINDER = DateFinder(PATTERNS)
NORMALISER = DateNormaliser(PATTERNS)

#: Published on a Friday.
WIRE = """
Kestrel Motors said on <d v=2024-10-17>Thursday</d> it had sold its van unit.
HAMBURG, <d v=2024-10-16>Oct 16</d> (Wire) - The port reopened.
The board meets on <d v=2024-10-22>Tuesday</d> to vote on the bid.
Officials will meet <d v=2024-10-21>Monday</d>, and a ruling is expected <d v=2024-10-23>Wednesday</d>.
The union rejected the offer late on <d v=2024-10-15>Tuesday</d>.
The mill reported a loss for <d v=2024-Q3>the third straight quarter</d>.
It won the prize for <d v=2024>the eighth consecutive year</d>, the paper said.
They marched <d v=2024-10-17>Thursday</d>, on <d v=2024-10-17>the ninth day</d> of the strike.
In <d v=2019>2019</d>, the union struck in <d v=2019-06>June</d> and again in <d v=2019-11>November</d>.
He was born in <d v=1944-SP>the spring of '44</d>.
Parliament reconvenes on <d v=2024-11-11>the second Monday in November</d>.
It trains the bakers of <d v=FUTURE_REF>tomorrow</d> and pays them <d v=2024-10-19>tomorrow</d>.
The band will play <d v=2024-10-22>Tuesday</d> from <d v=2024-10-22T18:30 t=TIME>6:30</d> to <d v=2024-10-22T21:00 t=TIME>9 p.m.</d>
The fair opens on <d v=2024-10-26>Oct. 26</d> at the old mill. The doors shut at <d v=2024-10-26T17:00 t=TIME>5 p.m.</d>, and rain is likely.
Drills run <d v=2024-W46>the week of November 10</d>.
The mill expects a profit in <d v=2026>2026E</d> and has <d v=PXY t=DURATION>years</d> of experience.
The permit takes <d v=PXM t=DURATION>months</d> or <d v=PXY t=DURATION>years</d>.
The shares slid 4 percent <d v=2024-10-18>Friday</d> after falling <d v=2024-10-16>Wednesday</d>.
Bidding closed <d v=2024-10-16TNI t=TIME>Wednesday night</d>.
The mill burned down <d v=2024-10-18TMO t=TIME>this morning</d>.
It would buy the yard by <d v=2024>year-end</d>, it said <d v=2024-10-17>yesterday</d>.
The strike began on <d v=2024-09-03>Sept 3</d> and ended on <d v=2024-10-01>Oct 1</d>.
The pact was signed in <d v=2024-08>August</d> and runs out in <d v=2024-12>December</d>.
The court will hear the case in <d v=2025-02>February</d>.
Inflation rose to 4.1% in <d v=2024-09>September</d> from 3.9% <d v=2023-09>a year earlier</d>.
Orders fell in <d v=2024-09>September</d> from <d v=2023-09>the same month last year</d>.
Revenue was $4 million, compared with $5 million in <d v=2023-Q3>the year-ago quarter</d>.
It posted a profit of 3 million euros in <d v=2024-Q3>the quarter</d> to <d v=2024-09>September</d>.
Sales for <d v=P3M t=DURATION>the three months</d> ended <d v=2024-09-30>Sept. 30</d> were flat.
Its <d v=2024-Q3>third-quarter</d> net loss narrowed.
Profit will fall in <d v=2024-Q4>the fourth quarter</d>, it warned.
It expects growth in <d v=2025-H1>the first half of 2025</d>.
The lender cut its outlook for <d v=2025>fiscal 2025</d>.
Margins widened in <d v=2025-Q3>Q3 FY2025</d> from <d v=2024-Q3>Q3 FY24</d>.
Output in <d v=2025-H1>1H25</d> should match <d v=2024-H2>2H24</d>.
The stock is up 31% <d v=2024>year-to-date</d>.
It was the steepest drop since <d v=2008>2008</d>.
Talks took place on <d v=2024-10-14>Oct. 14</d>-<d v=2024-10-16>16</d>.
The festival ran from <d v=2024-07-17>July 17</d> to <d v=2024-07-21>21</d>.
The trial ran between <d v=2021-08-03>Aug. 3</d> and <d v=2021-09-09>Sept. 9, 2021</d>.
It borrowed heavily in <d v=199>the 1990s</d> and <d v=200>the early 2000s</d>.
The bridge should open in <d v=2026>mid-2026</d> or <d v=2027>early 2027</d>.
The company was founded in <d v=1987>1987</d> and went public in <d v=2004-03>March 2004</d>.
He has led the firm since <d v=2019-05>May 2019</d>.
She resigned <d v=2024-10-15>three days ago</d>.
The plant closed <d v=2022>two years ago</d>.
Prices doubled <d v=2024-08>two months ago</d>.
The scheme collapsed <d v=PAST_REF>several years ago</d>.
The merger collapsed in <d v=2019>2019</d>, and <d v=2020>a year later</d> the chairman left.
He was charged in <d v=2016>2016</d> and jailed <d v=2017>the following year</d>.
The bank failed in <d v=1998-03>March 1998</d>; <d v=1998>that year</d> two rivals followed.
Shares fell on <d v=2024-10-16>Wednesday</d> and recovered <d v=2024-10-17>the next day</d>.
It opened <d v=2024-10-17>Thursday</d>, later than <d v=2024-10-16>the day before</d>.
Sales fell in <d v=2023-Q4>the final quarter of 2023</d> and rose in <d v=2024-Q1>the 1st quarter of 2024</d> and <d v=2024-Q2>the 2nd quarter of 2024</d>.
It will close <d v=2024-WI>next winter</d>; <d v=2023-WI>last winter</d> it opened late.
He fell ill on <d v=2024-10-14>Monday</d>. <d v=2024-10-16>The following Wednesday</d> he died; <d v=2024-10-11>the previous Friday</d> he had been well.
Open <d v=XXXX-WXX-1 t=SET>Monday</d>-<d v=XXXX-WXX-5 t=SET>Friday</d> 9-5.
It closed <d v=2024-10-16>the day before yesterday</d> and reopens <d v=2024-10-20>the day after tomorrow</d>.
He slept badly <d v=XXXX-XX-XXTNI t=TIME>that night</d>.
The mill burned on <d v=2021-05-05>May 5, 2021</d>, after a poor <d v=2021-03>March 2021</d>; <d v=2021-05-05>that day</d> two men died.
The mill was sold in <d v=2021-03>March 2021</d> and burned on <d v=2021-05-05>May 5, 2021</d>; <d v=2021-05>the same month</d> the owner left.
The dollar rose <d v=2024-W41>last week</d> and fell <d v=2024-W42>this week</d>.
The central bank meets <d v=2024-W43>next week</d>.
A vote is due <d v=2024-11>next month</d>.
It lost money <d v=2023>last year</d> and will break even <d v=2025>next year</d>.
<d v=2024-10>Earlier this month</d> it recalled the pumps.
<d v=2024>Later this year</d> it will build a second line.
The offer expires <d v=2024-11-01>Nov. 1</d> at the latest.
The law took effect <d v=2024-01-01>Jan. 1</d>.
The rule takes effect <d v=2025-01-01>Jan. 1</d>.
Filings are due <d v=2024-11-15>Nov. 15</d>.
The auction was held <d v=2024-05-20>May 20</d>.
It will take effect at <d v=2024-11-01T00:00 t=TIME>midnight on November 1</d>.
The call starts at <d v=2024-10-21T10:30 t=TIME>10:30 a.m. ET on Monday</d>.
Trading stopped at <d v=2024-10-18T18:00 t=TIME>18:00 GMT</d>.
They split on <d v=2023-12-25>Christmas Day 2023</d>.
For <d v=2024-Q3>the quarter</d> ended <d v=2024-09-30>Sept. 30</d> it earned $12 million, compared with a loss of 8 cents per share <d v=2023-Q3>a year ago</d>.
Profit slid to 8 million in <d v=2024-01>January</d>-<d v=2024-09>September</d> from 13 million <d v=2023>a year ago</d>.
The baker framed <d v=2024-Q3>the quarter</d> as a turning point; it sold the quarter mile of track.
The town we know <d v=PRESENT_REF>today</d> was built in <d v=1890>1890</d>, and the mill is still in use <d v=PRESENT_REF>today</d>.
The baker <d v=2024-10-18>today</d> sold its mill, but Harrow <d v=PRESENT_REF>today</d> is one of many.
<d v=PRESENT_REF>Today</d>, Harrow Mills works with 30 bakers; <d v=2024-10-18>today</d>, it said it had sold one.
<d v=FUTURE_REF>Tomorrow</d>'s nurses need skills, and <d v=2024-10-19>tomorrow</d>'s vote needs voters.
Sales fell for <d v=2024-09>a fifth straight month</d> in <d v=2024-09>September</d>.
She founded it <d v=2009>15 years ago</d>, and it won for <d v=2024>the fourth year in a row</d>.
He sang the hits of <d v=194>the 1940s</d>, <d v=195>50s</d> and <d v=196>60s</d> to men in their 50s.
Dolls for ages 8 years and up come from a plant under ISO 9001:2015, built in <d v=2015>2015</d>.
It is open <d v=P1W t=SET>seven days a week</d> and earns $3 <d v=P1D t=SET>a day</d>.
Output rose in <d v=2024-H1>the first six months of its financial year</d> and will fall in <d v=2024-H2>the second half of the current fiscal year</d>.
Open <d v=XXXX-WXX-1 t=SET>Monday</d> to <d v=XXXX-WXX-5 t=SET>Friday</d> from <d v=XXXX-XX-XXT09:00 t=TIME>9 a.m.</d> to <d v=XXXX-XX-XXT18:00 t=TIME>6 p.m.</d> for all.
Shops hope for a better <d v=2024-12-25>Christmas</d>, they will say.
Sales jumped on <d v=2023-11-24>Black Friday</d>.
The ban starts after <d v=2024-10-31>Diwali</d>.
It closed for <d v=2024-02-10>Lunar New Year</d>.
The strike ran from <d v=2022-11>November</d> to <d v=2023-02>February 2023</d>.
It contracted between <d v=2023-04>April</d> and <d v=2023-06>June 2023</d>.
The chairman is leaving on <d v=2024-11-30>Nov. 30</d> to run a charity.
A hearing is fixed for <d v=2025-02>February</d>.
A decision was pencilled in for <d v=2024-06>June</d> but never came.
The sale is on track to close in <d v=2025-03>March</d>.
The trial, due to start in <d v=2025-H1>the first half</d>, will enrol 300 patients.
It missed forecasts in <d v=2024-Q2>the second</d> and <d v=2024-Q3>third quarters</d>.
The miner lost $4m in <d v=2023-H2>the December half</d>.
Approval is hoped for by <d v=2024-12>end-December</d>.
It cut its profit forecast for <d v=P1Y t=DURATION>the year</d> ending <d v=2025-03>March</d> to 2 billion yen in <d v=2024-08>August</d>.
Sales in <d v=P1Y t=DURATION>the year</d> ended <d v=2024-03>March</d> were flat.
<d v=2024-H1>Its half-year</d> to <d v=2024-06>June</d> was poor.
The ship left on <d v=2024-10-08>the 8th</d> and docks on <d v=2024-10-29>the 29th</d>.
The new rates apply from <d v=2025-04>April</d>.
Deliveries start in <d v=2025-06>June</d>.
The inquiry is to report in <d v=2024-11>November</d>.
A vote is planned for <d v=2024-10-29>the 29th</d>.
"""

DURATIONS = """
The truce lasted <d v=P6M t=DURATION>six months</d>.
A <d v=P10Y t=DURATION>10-year</d> lease was signed.
It agreed a <d v=P3Y t=DURATION>three-year</d> supply deal.
He spent <d v=P1.5Y t=DURATION>a year and a half</d> in office.
It took <d v=P2.5Y t=DURATION>two and a half years</d> to build.
The talks dragged on for <d v=PXM t=DURATION>several months</d>.
It hired <d v=P20Y t=DURATION>twenty years</d> of talent.
The fund paid out over <d v=P1DE t=DURATION>a decade</d>.
They waited <d v=PT45M t=DURATION>45 minutes</d> for news.
The outage lasted <d v=PT12H t=DURATION>12 hours</d>.
It grew over <d v=P5Y t=DURATION>the past five years</d>.
It will hire 90 people over <d v=P18M t=DURATION>the next 18 months</d>.
In <d v=PAST_REF>recent months</d> costs rose.
It is the lowest in <d v=PXDE t=DURATION>decades</d>.
It was a <d v=PXY t=DURATION>years-long</d> fight.
The cure takes <d v=PXW t=DURATION>two to three weeks</d>.
He served <d v=P4Y t=DURATION>four years</d> of a <d v=P7Y t=DURATION>seven-year</d> term.
For <d v=P2D t=DURATION>two straight days</d> the index fell.
It needs <d v=P30D t=DURATION>30 days</d> to reply.
Guests stay <d v=P5D t=DURATION>five nights</d>.
Its <d v=P15Y t=DURATION>15-plus years</d> of work paid off.
It has a <d v=PXY t=DURATION>multi-year</d> backlog.
It paid $2 million <d v=P1Y t=SET>a year</d> in rent.
The pump yields 900 barrels <d v=P1D t=SET>a day</d>.
It charges 12 euros <d v=P1M t=SET>per month</d>.
The <d v=P1Y t=SET>annual</d> meeting was short.
Payments are made <d v=P1M t=SET>monthly</d>.
It reports <d v=P1Q t=SET>quarterly</d> results.
The council meets <d v=P1W t=SET>every week</d>.
It pays out <d v=P1Q t=SET>each quarter</d>.
The pool is cleaned <d v=XXXX-WXX-1 t=SET>every Monday</d>.
Ballots are held <d v=P2Y t=SET>every two years</d>.
It meets <d v=P1Y t=SET>twice a year</d>.
"""

#: Published on 5 August 2025 (a Tuesday) in London, Mumbai, Sydney or Singapore.
DAY_FIRST = """
The tender closed on <d v=2025-08-04>4 August</d>.
It was listed on <d v=2025-08-04>Monday, 4 August 2025</d>.
The licence runs until <d v=2026-06-30>30 June 2026</d>.
The minister said on <d v=2025-08-04>Monday 4 August</d> that work would begin.
It was sold on <d v=2025-07-21>the 21st of July</d>.
The inquiry sat from <d v=2025-07-14>14</d> to <d v=2025-07-16>16 July</d>.
The accounts to <d v=2025-03-31>31 March 2025</d> show a loss.
The group reported for <d v=2025>FY25</d> and guided for <d v=2026>FY26</d>.
Profit in <d v=2025-Q1>the first quarter of FY2025</d> rose.
The <d v=2024>2024</d>-<d v=2025>25</d> budget was passed.
Crops failed in <d v=2023-SU>the summer of 2023</d>.
It will reopen in <d v=2025-FA>autumn 2025</d>.
The deal was done <d v=2025-07-22>a fortnight ago</d>.
It sold the ferry <d v=2025-W31>last week</d>.
The levy applies from <d v=2026-04-01>1 April 2026</d>.
Dividends are paid <d v=P1Y t=SET>annually</d>.
The Companies Act <d v=2006>2006</d> applies.
It was agreed <d v=2025-08-04>yesterday</d>, and <d v=2025-08-06>tomorrow</d> both sides sign.
"""

#: Nothing in these is a date.
NO_DATES = """
The bill may pass, and the army may march.
She sat in the sun and wed in haste.
Costs rose 12% to 2,000 rupees.
It hired 2010 people at $2010 each.
Prices fall when shops spring a surprise.
He came second in the third race.
The 33-year-old trader and his 61-year-old boss left.
See page 1984 or call 020 7946 0958.
Flight 2024 to Omsk was full.
Version 10.4.2 runs on port 8080.
The ratio is 4:3, the score 21-7.
Three quarters of the staff and half the board agreed.
April Winterbourne and June Ashdown left the bank.
Theresa May Lindqvist spoke to Tuesday's Child Ltd's rival.
The Daily Lantern and the Sunday Beacon reported it.
Its future growth and its current plans are unclear.
It was at that time a small firm.
The deal is worth 1,950 crore.
They finished the march in a fury.
It counts 1950 seats and 2000 beds.
"""


def _cases(block: str) -> list[str]:
    return [line for line in block.strip().splitlines() if line]


def _check(markup: str, published: str) -> None:
    text, expected = parse_example(markup)
    found = NORMALISER.records(text, FINDER.find(text), published)
    assert len(found) == len(expected), [(date.text, date.value) for date in found]
    for date, tag in zip(found, expected, strict=True):
        assert (date.start, date.end) == (tag.start, tag.end)
        assert text[date.start : date.end] == date.text
        assert (date.value, date.type) == (tag.attributes["v"], tag.attributes.get("t", "DATE"))


@pytest.mark.parametrize("markup", _cases(WIRE))
def test_wire(markup: str) -> None:
    _check(markup, "2024-10-18")


@pytest.mark.parametrize("markup", _cases(DURATIONS))
def test_durations_and_sets(markup: str) -> None:
    _check(markup, "2024-10-18")


@pytest.mark.parametrize("markup", _cases(DAY_FIRST))
def test_day_first(markup: str) -> None:
    _check(markup, "2025-08-05")


#: Published on a Monday.
STORY = """
The offer is a premium of 27 percent to <d v=2024-10-18>Friday</d>'s close.
The price is a premium of 8 percent to <d v=2024-10-21>Monday</d>'s close on the exchange.
The lender can call in the loan if the pier is not finished by <d v=2024-12>December</d>.
The term grows by <d v=P2Y t=DURATION>two years</d> if neither side objects by <d v=2025-09-01>1 September</d>.
It will redeem its preferred stock on <d v=2025-03-15>March 15</d>.
A dividend is payable on <d v=2025-01-16>Jan. 16</d>.
Traders wait for <d v=2024-10-25>Friday</d>'s acreage report.
The miller, which earned $2 million <d v=2023>last year</d>, will report <d v=2024-Q3>third-quarter</d> results on <d v=2024-10-23>Wednesday</d>.
"<d v=2024-10-21>Today</d> we are taking down the fence," she said.
<d v=PRESENT_REF>Today</d> it looks after 11,000 pumps.
<d v=PRESENT_REF>Today</d>, thanks to the levy, more than $143 billion is at work in towns.
Its lawyers charge $395 per hour and pour 3 litres per minute.
Cash came to $3 million as of <d v=2024-07>July</d>, and more would come.
Sales in <d v=2024-09>September</d> rose from <d v=2023-09>a year ago</d>.
The shop opens from <d v=2024-10-26T10:00 t=TIME>10 a.m.</d> to <d v=2024-10-26T15:00 t=TIME>3 p.m. on Saturday, October 26</d>.
Profit was $6 million in <d v=2024-Q3>the September quarter</d>.
Tariffs could hurt sales in <d v=2024-H2>the second half</d> if they stay.
Those who left before <d v=2020>2020</d> get nothing.
Published: <d v=2024-10-21T15:03 t=TIME>Oct 21, 2024 - 15:03</d>
Published: <d v=2024-03-04T06:45 t=TIME>Mon 4 Mar 2024 at 6:45am</d>
He pays 25,000 pesos <d v=P1M t=SET>a month</d> in rent.
"""

#: Published on 2 October: the numeric date of that day shows how it is to be read.
PUBLISHED_NUMERIC = """
By Ann Foss <d v=2024-10-02>02/10/2024</d>
"""


#: Plain daily news, by cause; published on a Thursday.
PLAIN = """
It expects a profit for <d v=2024>the present year</d> and more than in <d v=2024-Q4>the present quarter</d>.
At <d v=PRESENT_REF>present</d>, the year looks hard; <d v=PRESENT_REF>the present</d> board must go.
Sales rose in <d v=2024-Q3>the latest quarter</d> and <d v=2023>the most recent fiscal year</d>.
The latest sum is not known.
Tier has asked for half its rent for <d v=2024>the rest of the year</d>.
Halvor will stay shut for <d v=2024-W42>the remainder of the week</d> and cut costs over <d v=2025>the rest of 2025</d>.
It spent <d v=2024-SU>the rest of the summer</d> on repairs.
He stayed there for the rest of his life, and the rest of the money went.
Kerr sold out in <d v=PT1H t=DURATION>the final hour</d> and <d v=PTXM t=DURATION>the last minutes</d> of trading.
Shares rose in <d v=PT1H t=DURATION>the first hour</d>.
The rush hour was busy.
Attendance <d v=2023>last season</d> was 3,880; he will play on <d v=2025>next season</d>.
<d v=2024>This season</d>'s crop is poor.
The season was poor.
A place there is worth £8m <d v=P1Y t=SET>a season</d> in fees, or £200,000 <d v=P1Y t=SET>per season</d>.
Norbank had a season to forget.
They will pay the balance <d v=2024>this year</d> and <d v=2025>next</d>.
Norbank will shut ten branches <d v=2024>late this year</d> or <d v=2025>early next</d>.
Orders fell <d v=2024-09>last month</d> and <d v=2024-10>this</d>.
Orders fell <d v=2024>this year</d> and this is bad.
He scored 12 goals <d v=2024>this season</d> and <d v=2023>last</d>.
Talks fell through <d v=2024>this year</d> and last too long.
It closed at 80p on <d v=2024-07-28>July 28</d>, <d v=2024-07-28>the day before</d> the bid was told.
Tier rose on <d v=2024-10-15>Tuesday</d>, <d v=2024-10-15>the day after</d> it told of the talks.
It moved in <d v=1996>1996</d>, <d v=1996>the year after</d> Kerr took over.
Brandt left, the day before it closed.
In <d v=PAST_REF>recent weeks</d> shares have slid, and in <d v=PAST_REF>recent days</d> they rose.
Recent sums are low.
Talks broke down at <d v=2024-W41-WE>the weekend</d>.
Over <d v=2024-W41-WE>the weekend</d>, Halvor dismissed its chief.
They will meet at <d v=2024-W42-WE>the weekend</d>, and are to be done by <d v=2024-W42-WE>the weekend</d>.
The weekend market is shut.
Halvor lost £40m in <d v=P1Y t=DURATION>the year</d> to <d v=2024-09>last September</d>.
Kerr lost £3m in <d v=P6M t=DURATION>the half-year</d> to <d v=2024-03>the end of March</d>.
It earned $39 million in <d v=2023>the first nine months of 2023</d>, and less in <d v=2024>the first eight months of this year</d>.
<d v=P9M t=DURATION>The first nine months</d> of the talks were hard.
It lost $3 million in its <d v=2023>latest fiscal year</d>, which ended <d v=2024-02-02>Feb. 2</d>.
The plan for <d v=2025>the fiscal year</d> that began <d v=2024-07-01>July 1</d> is larger.
A ruling is due before <d v=2025>the new fiscal year</d> starts on <d v=2025-04-01>April 1</d>.
Shares jumped 23 percent to $11.79 in <d v=2024-10-17TMO t=TIME>morning</d> trading.
Shares fell in <d v=2024-10-16TAF t=TIME>early afternoon</d> trading on <d v=2024-10-16>Wednesday</d>.
A walk lowers it more than a longer one in <d v=TMO t=TIME>the morning</d>, a study suggests.
They walked in <d v=TMO t=TIME>the morning</d> or <d v=TAF t=TIME>afternoon</d>.
It slows the rise that follows the <d v=TEV t=TIME>evening</d> meal.
In <d v=2024-10-17TAF t=TIME>the afternoon</d>, ministers will meet.
It will add buses before <d v=2025-SU>the summer season</d> kicks in.
It was dry in <d v=2024-SU>the summer</d> and the holiday season.
Norbank runs the winter shelter on Depot Street.
"You can't drive up that hill in <d v=XXXX-WI>the winter</d>," said Anna Kerr.
It was built in <d v=2023-WI>the winter</d>, and in <d v=2024-SU>the summer</d> it opened.
Tier is thought to be worth several times that <d v=PRESENT_REF>today</d>.
The mill employs 300 people <d v=PRESENT_REF>today</d>.
Its herd has shrunk from 300 in <d v=1990>1990</d> to 40 <d v=PRESENT_REF>today</d>.
Halvor, which employs 300 people, said <d v=2024-10-17>today</d> it would shut.
The Hawks host the Mariners on <d v=2024-10-22>Tuesday</d>.
Brandt returns to court on <d v=2024-10-21>Monday</d>.
The club hosts Tier on <d v=2024-10-23>Wednesday</d>.
The hosts on <d v=2024-10-15>Tuesday</d> made a visit to Tier on <d v=2024-10-16>Wednesday</d>.
A clerk noticed it in <d v=2003>2003</d>. He was dismissed <d v=2003-WXX>the following week</d>.
He left in <d v=2001-06>June 2001</d>. <d v=2001-07>The next month</d> he joined Tier.
He was fired on <d v=2024-10-14>Monday</d> and hired <d v=2024-10-15>the following day</d>.
Norbank was robbed, and <d v=XXXX-WXX>the following week</d> it shut.
"The bill should pass in <d v=2024-12>December</d>," she said on <d v=2024-10-15>Tuesday</d>.
"It is slow in <d v=2024-SU>summer</d>," said Kerr, who will leave.
The club plays Tier on <d v=2024-10-19>Saturday</d>, and Brandt faces a hearing on <d v=2024-10-22>Tuesday</d>.
She saw both plays on <d v=2024-10-15>Tuesday</d>.
The book comes out in <d v=2025-03>March</d>.
The fund, set up in <d v=2024-05>May</d>, has raised $40 million.
The talks are set for <d v=2025-05>May</d>.
Brandt comes from Tier, where he was head of sales until <d v=2024-05>May</d>.
Kerr led the bank until <d v=2024-06>June</d>.
The ban was extended until <d v=2025-05>May</d>, and she will lead it until <d v=2025-06>June</d>.
He will appear in court <d v=2024-10-25>a week on Friday</d>, and his brother <d v=2024-10-29>Tuesday week</d>.
They spent <d v=P1W t=DURATION>a week</d> on the road.
It pays a penalty equal to <d v=P1Y t=DURATION>a year</d>'s rent after <d v=P1M t=DURATION>a month</d>'s notice.
It was sold for <d v=2023>last year</d>'s price.
It sold the bonds <d v=PTXH t=DURATION>hours</d> after the vote, <d v=PXD t=DURATION>days</d> before the merger.
The office hours after lunch are short.
It fell <d v=XXXX-XX-XX>the day</d> his mother died, and <d v=XXXX-XX-XX>the day</d> Halvor went public.
It sees growth in <d v=P1Y t=DURATION>the year ahead</d>.
The year ahead of the vote was dull.
Sales will grow in <d v=2024>the current financial year</d>, and <d v=2025>next</d>.
Brandt is leaving on <d v=2025-08-31>Aug. 31</d>, and Kerr is retiring in <d v=2025-03>March</d>.
Brandt was leaving on <d v=2024-08-31>Aug. 31</d>, when it rained.
The case goes to trial in <d v=2025-01>January</d>.
The film goes on sale in <d v=2025-05>May</d>.
The bill is law that came into force in <d v=2024-05>May</d>.
Kerr was named chief executive, effective <d v=2025-04-01>April 1</d>.
Kerr was named chief executive on <d v=2024-04-01>April 1</d>.
The bank takes part in <d v=2024-10-17>today</d>'s tender.
The hall was there <d v=1974>half a century ago</d>.
It lost £35m in <d v=P6M t=DURATION>the half-year</d> to <d v=2024-09>September</d>, against £22m in <d v=2023>the same period last year</d>.
It lost £35m in <d v=2024-09>September</d>, against £22m in <d v=2023-09>the same period last year</d>.
"""


@pytest.mark.parametrize("markup", _cases(PLAIN))
def test_plain_daily_news(markup: str) -> None:
    _check(markup, "2024-10-17")


@pytest.mark.parametrize("markup", _cases(STORY))
def test_story(markup: str) -> None:
    _check(markup, "2024-10-21")


@pytest.mark.parametrize("markup", _cases(PUBLISHED_NUMERIC))
def test_numeric_date_of_publication(markup: str) -> None:
    _check(markup, "2024-10-02")


@pytest.mark.parametrize(
    "sentence", ["He scored in the second half.", "She is in her mid-40s.", "Ages run from mid-30s up."]
)
def test_what_the_sentence_shows_to_be_no_date(sentence: str) -> None:
    assert NORMALISER.records(sentence, FINDER.find(sentence), "2024-10-21") == []


KNOWN = {
    "The Daily Lantern and the Sunday Beacon reported it.": "a weekday in the name of a newspaper",
}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(line, marks=pytest.mark.xfail(strict=True, reason=KNOWN[line])) if line in KNOWN else line
        for line in _cases(NO_DATES)
    ],
)
def test_no_dates(sentence: str) -> None:
    assert [sentence[mention.start : mention.end] for mention in FINDER.find(sentence)] == []
