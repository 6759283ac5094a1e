"""Company and state figures on sentences written for this test; every name in them is invented."""

import pytest

from pipeline.patterns import parse_example
from pipeline.read import article_from_text

PUBLISHED = "2025-08-12"

#: Each sum is tagged with what its figure must be: metric (m), period (p), status (s, completed when absent), and
#: how the name of its owner begins (o, Halvor when absent).
#: Sums without a tag are no figures.
FIGURES = [
    "China's trade surplus with the United States hit <r m=surplus o=China>$29.1 billion</r>.",
    # a share of the economy before a sum; stocks without a rule
    "South Africa's budget deficit is expected to widen to 6.8 percent of GDP, or <r m=deficit s=expected o=South>R370 billion</r>.",
    "Halvor Inc. said inventories were <r m=other>$8.9 million</r>.",
    # quarters and halves told by their months
    "Halvor Inc. had a profit of <r m=net_profit p=2025-Q1>$3 million</r> for January-March.",
    "Halvor Inc.'s profit rose to <r m=net_profit p=2025-Q2>$3 million</r> in April-June.",
    "Halvor Inc. earned <r m=net_profit p=2024-Q4>$3 million</r> in the October-December quarter.",
    "Halvor Inc.'s profit fell to <r m=net_profit p=2025-01/2025-05>$3 million</r> in January-May from <r m=net_profit p=2024-01/2024-05>$4 million</r> a year ago.",
    "Halvor Inc. earned <r m=net_profit p=2024-H1>$3 million</r> in January to June 2024.",
    "Halvor Inc. earned <r m=net_profit p=2025-H1>$3 million</r> from January to June.",
    # states and peoples
    "Texas ended the fiscal year with a surplus of <r m=surplus p=2025 o=Texas>$2.6 million</r>.",
    "Japanese exports rose to <r m=other o=Japan>$3 million</r>.",
    "Halvor City faces a <r m=deficit s=expected p=2026>$982 million</r> budget shortfall next year.",
    # what makes up a sum that is held; credit that has not been drawn
    "Halvor Inc. had liquidity of <r m=other>$77 million</r>, comprising <r m=other>$20.7 million</r> in cash and equivalents, <r m=other>$1.2 million</r> in restricted cash and <r m=other>$45 million</r> in receivables.",
    "Halvor Inc. reported total liquidity of <r m=other>$24.6 million</r>, consisting of <r m=other>$18.4 million</r> in cash and <r m=other>$6.2 million</r> in borrowing capacity under its credit facility.",
    "Halvor Inc. had <r m=other>$237 million</r> in unused debt capacity.",
    "Halvor Inc. raised $237 million in secured debt from lenders.",
    "Halvor Inc. held <r m=other>$514 million</r> in total liquidity, including <r m=other>$81 million</r> in cash and <r m=other>$433 million</r> available under its credit lines.",
    "Halvor Inc. has <r m=other s=ongoing>$50 million</r> available under its revolving credit facility.",
    "Halvor Inc. made $50 million available under a relief plan for growers.",
    # costs by their initials
    "At Halvor Inc. SG&A rose to <r m=other>$6.5 million</r> from <r m=other>$1.4 million</r>.",
    "Halvor Inc.'s G&A expenses were <r m=other>$3.1 million</r>.",
    "Halvor Inc. gave $3 million to R&D partners.",
    # many things by the value of them all
    "Halvor Inc. holds in excess of 610 properties with a market value surpassing <r m=other s=ongoing>$2.9 billion</r>.",
    "Halvor Inc. manages more than 500 vessels and rigs with a combined value of about <r m=other s=ongoing>$12 billion</r>.",
    "Halvor Inc. oversees 90 buildings across three states with a total value exceeding <r m=other s=ongoing>$900 million</r>.",
    "Halvor Inc. holds 14 contracts with a total value of $900 million.",
    # the year before in brackets by its day; a change before the level
    "Cash and cash equivalents of Halvor Inc. rose to <r m=other p=2025-03-31>EUR 13.4 million</r> as of 31 March 2025 (31 December 2024: <r m=other>EUR 7.1 million</r>).",
    "Halvor Inc.'s net debt rose $20.9 million quarter-over-quarter to <r m=other>$59 million</r>.",
    "Orders at Halvor Inc. also rose by 8% to <r m=other>$4.2 million</r>.",
    "Halvor Inc.'s revenue grew 6% y/y and 11% q/q to <r m=revenue>$31.2 million</r>.",
    # a part that another clause tells of; "~" before a sum; what a share is worth in the books
    "Halvor Inc. reported <r m=other>$39.2 million</r> in unbilled contract assets, with $32.4 million due within a year.",
    "Halvor Inc. repaid its lenders, which left it with ~<r m=other s=ongoing>$3.0 million</r> in cash and <r m=other s=ongoing>$63 million</r> in receivables.",
    "Halvor Bancorp's book value per share rose to <r m=other>$28.65</r>.",
    "Halvor Inc. guides to an adjusted EBITDA range of <r m=other s=expected>$17.0 million to $21.0 million</r>.",
    "Halvor Inc.'s result for the period improved to <r m=net_loss>EUR -4.3 million</r>.",
    # before interest and taxes; losses of a kind; below a sum
    "Halvor Inc.'s profit before interest, tax, depreciation and amortisation rose to <r m=other>$10.5 million</r>.",
    "Halvor Inc. lost <r m=operating_loss>$3 million</r> before interest and taxes.",
    "Halvor Inc. posted an investment loss of <r m=other>$3 million</r>.",
    "Halvor Inc. had a trading loss of <r m=other>$3 million</r>.",
    # a charge between commas is not the profit; a sum more or less than another is none; what is past a level
    "Halvor Inc. said net income, after a <r m=other>$5 million</r> charge, fell to <r m=net_profit>$30 million</r>, or <r m=earnings_per_share>$1.20 a share</r>.",
    "Net income of Halvor Inc., including a gain of <r m=other>$5 million</r> from a sale, rose to <r m=net_profit>$30 million</r>.",
    "Halvor Inc.'s profit, which includes a <r m=other>$1 million</r> gain, was <r m=net_profit>$5.7 million</r>, or <r m=earnings_per_share>$1.10 a share</r>.",
    "Halvor Inc.'s profit, hurt by a $2 million write-down, fell to <r m=net_profit>$11 million</r>.",
    "Costs of Halvor Inc., including a <r m=other>$30 million</r> charge, rose to <r m=other>$500 million</r>.",
    "Sales of Halvor Inc. in the U.S. were <r m=revenue>$20 million</r>.",
    "Halvor Inc. said its profits would be $3 million lower than forecast.",
    "Halvor Inc.'s costs were $3 million higher than a year earlier.",
    "Halvor Inc.'s sales fell below <r m=revenue>$80 million</r>.",
    "Halvor Inc.'s profit rose above <r m=net_profit>$80 million</r>.",
    # who deals in oil or gold may lose money; shares don't
    "Halvor Inc., the state oil company, lost <r m=net_loss>$480.9 million</r>.",
    "Halvor Inc., a gold producer, lost <r m=net_loss>$3 million</r>.",
    "Halvor Inc., the largest stock exchange, earned <r m=net_profit>$3.6 million</r>.",
    "Investors in the oil company lost $2 million, Halvor Inc. said.",
    "Shares of the oil company Halvor Inc. lost $3.20.",
    # what is only compared with: its period, its metric, its owner
    "Halvor Inc. reported a loss of <r m=net_loss>$5.9 million</r> compared to a profit of <r m=net_profit p=2024-Q2>$3 million</r> in last year's second quarter.",
    "Halvor Inc. said sales rose to <r m=revenue>$9 million</r> from <r m=revenue p=2024-Q2>$8 million</r> in last year's second quarter. Net income was <r m=net_profit>$3 million</r>.",
    "Halvor Inc. earned <r m=net_profit p=2025-Q2>$3 million</r>, or <r m=earnings_per_share p=2025-Q2>45 cents a share</r>, on revenue of <r m=revenue p=2025-Q2>$41 million</r> in the second quarter, compared with <r m=net_profit p=2024-Q2>$2 million</r>, or <r m=earnings_per_share p=2024-Q2>31 cents a share</r>, on revenue of <r m=revenue p=2024-Q2>$38 million</r> a year earlier.",
    "Halvor Inc.'s earnings of <r m=earnings_per_share>$1.10 a share</r> beat analysts' average estimate of <r m=earnings_per_share s=expected>$1.04</r>.",
    "Halvor Inc.'s earnings per share of <r m=earnings_per_share>$1.10</r> topped the Norbank Consensus Estimate of <r m=earnings_per_share s=expected>$1.04</r>.",
    "Halvor Inc. said revenue of <r m=revenue>$3.4 million</r> missed the <r m=revenue s=expected>$3.6 million</r> analysts had expected.",
    "Halvor Inc. forecast an operating profit of <r m=operating_profit s=expected p=2026>$3 million</r> for 2026, below the <r m=operating_profit p=2025>$4 million</r> it earned this year.",
    "Halvor Inc. reported sales of <r m=revenue>$13 million</r>, compared with <r m=revenue o=Tier>$12 million</r> at Tier Oy.",
    "Halvor Inc. earned <r m=net_profit>$3 million</r>, compared with Tier Oy's profit of <r m=net_profit o=Tier>$2 million</r>.",
    "Tier Oy's parent Halvor Inc. lost <r m=net_loss>$3 million</r>, compared with a profit of <r m=net_profit p=2024>$4 million</r> a year earlier.",
    # what was not made is cancelled, what would have been made conditional
    "Halvor Inc. did not make a profit of <r m=net_profit s=cancelled>$3 million</r>.",
    "Halvor Inc. failed to post a profit of <r m=net_profit s=cancelled>$3 million</r>.",
    "Halvor Inc. has never earned more than <r m=net_profit s=cancelled>$8 million</r>.",
    "Halvor Inc. denied reports that it had lost <r m=net_loss s=cancelled>$3 million</r>.",
    "Halvor Inc. denied that it lost <r m=net_loss s=cancelled>$3 million</r>.",
    "Halvor Inc. said it no longer expects a profit of <r m=net_profit s=cancelled>$3 million</r>.",
    "Halvor Inc. would have made a loss of <r m=net_loss s=conditional>$3 million</r> without the sale.",
    "Were it not for the charge, Halvor Inc. would have had a profit of <r m=net_profit s=conditional>$86 million</r>.",
    "Halvor Inc. would have closed the mill, but expects a profit of <r m=net_profit s=expected>$3 million</r>.",
    "Halvor Inc. did not report results until May but had a loss of <r m=net_loss>$3 million</r>.",
    # neither a month, nor a name, nor what is beaten makes a figure a forecast
    "China's trade surplus in May was <r m=surplus p=2025-05 o=China>$103 million</r>.",
    "Halvor Inc. said sales in May rose to <r m=revenue p=2025-05>$3 million</r>.",
    "Halvor Inc. said May sales fell to <r m=revenue>$3 million</r>.",
    "Halvor Target Inc. earned <r m=net_profit>$3 million</r>.",
    "Target Inc.'s net income dropped to <r m=net_profit o=Target>$3 million</r>.",
    "Will Group reported a profit of <r m=net_profit o=Will>$3 million</r>.",
    "Halvor Inc. beat forecasts with adjusted earnings of <r m=net_profit>$6.3 million</r>.",
    "Halvor Inc. topped Wall Street forecasts with a profit of <r m=net_profit>$3 million</r>, or <r m=earnings_per_share>$1.50 a share</r>.",
    "Halvor Inc. may report a loss of <r m=net_loss s=expected>$3 million</r>.",
    # who is quoted owns no figure of another, nor who polls or who owns the owner
    "Norbank Inc. said Tier Oy's revenue would fall to <r m=revenue s=expected o=Tier>$60 million</r>.",
    "The Norbank Journal reported that Tier Oy's revenue was <r m=revenue o=Tier>$20 million</r>.",
    "According to Norbank Inc., Halvor Inc.'s losses will exceed <r m=net_loss s=expected>$3 million</r>.",
    "The Norbank Development Bank said Kenya's budget deficit would reach <r m=deficit s=expected o=Kenya>$5 million</r>.",
    "Halvor Inc. earned <r m=net_profit>$3 million</r>. Analysts polled by Norbank Inc. had forecast a profit of <r m=net_profit s=expected>$4 million</r>. Sales were <r m=revenue>$70 million</r>.",
    "Halvor Inc. grew. Analysts surveyed by Norbank Inc. expected earnings of <r m=earnings_per_share s=expected>$1.52 a share</r> on sales of <r m=revenue s=expected>$10.2 million</r>.",
    "Lena Brandt's Halvor Inc. posted a loss of <r m=net_loss>$3 million</r>.",
    "Tier Oy's Halvor Inc. lost <r m=net_loss>$3 million</r>.",
    # verbs that no list has, by the parse; the doer of a passive; clauses that hang on a bare noun
    "Sales at Halvor Inc. ebbed to <r m=revenue>$3 million</r> from <r m=revenue>$4 million</r>.",
    "Profit at Halvor Inc., helped by lower costs, clambered to <r m=net_profit>$3 million</r>.",
    "A loss of <r m=net_loss p=2024>£3m</r> was suffered last year by the retailer Halvor Inc.",
    "Halvor Inc. filed for bankruptcy listing assets of <r m=other>$3 million</r> and debts of <r m=other>$4 million</r>.",
    # one metric for several periods
    "Halvor Inc. had sales of <r m=revenue p=2022>$6 million</r> in 2022, <r m=revenue p=2023>$7 million</r> in 2023 and <r m=revenue p=2024>$8 million</r> in 2024.",
    "In the first quarter Halvor Inc. earned <r m=net_profit p=2025-Q1>$3 million</r> and in the second <r m=net_profit>$4 million</r>.",
    "Halvor Inc. lost <r m=net_loss>$6 million</r> in the first half and <r m=net_loss>$8 million</r> in the second.",
    # a sum that an article makes that of the metric behind it; cents that are told a share
    "The Halvor Orchestra ended its season with a <r m=deficit>$1.2 million</r> deficit on a $14 million budget.",
    "On that basis Halvor Inc. earned <r m=earnings_per_share p=2024>12 cents</r> in 2024.",
    # a sum set behind a ranked figure or in quotes; comparisons of two figures in order; what was only a share before
    "Halvor Inc. made the largest loss in its history, <r m=net_loss>$6.5bn</r>.",
    'Halvor Inc. will post a profit of "around <r m=net_profit s=expected p=2026>$3 million</r>" in 2026.',
    "Halvor Inc. earned <r m=net_profit>$3 million</r> on sales of <r m=revenue>$40 million</r>, up from <r m=net_profit>$2 million</r> on sales of <r m=revenue>$35 million</r>.",
    "Profit at Halvor Inc. was <r m=net_profit p=2024>$14m</r> in 2024, roughly half the <r m=net_profit p=2023>$27.5m</r> made in 2023.",
    "Halvor Inc. earned <r m=net_profit>$3m</r> on turnover up from <r m=revenue>$38m</r> to <r m=revenue>$41m</r>.",
    "Halvor Inc. wrote off <r m=other>$21 million</r> it had lent a winery.",
    # metrics and sums in order
    "Revenue and net profit at Halvor Inc. were <r m=revenue>$3 million</r> and <r m=net_profit>$1 million</r>.",
    "Halvor Inc. had revenue, operating profit and EPS of <r m=revenue>$3 million</r>, <r m=operating_profit>$2 million</r> and <r m=earnings_per_share>$1.20</r>.",
    # made and owed; what is missed or beaten is no forecast, what is warned of is one
    "A year ago Halvor Inc. made <r m=net_profit>$3 million</r>.",
    "Halvor Inc. went bust owing its suppliers more than <r m=other s=ongoing>$3 million</r>.",
    "Halvor Inc. missed estimates with revenue of <r m=revenue p=2024>$3 million</r> in 2024.",
    "Halvor Inc. topped expectations with earnings of <r m=net_profit>$3 million</r>.",
    "Halvor Inc. warned on Thursday of a loss of <r m=net_loss s=expected>$3 million</r>.",
    "Halvor Inc. warned that losses had reached <r m=net_loss>$3 million</r> by May.",
    "Halvor Inc. is heading for a loss of <r m=net_loss s=expected p=2026>$3 million</r> in 2026.",
    # what a house has done so far, told by its sum; one deal, a plan and a broker's career are none
    "Halvor Realty Inc. has completed 900 transactions valued at <r m=other>$7 billion</r>.",
    "Halvor Realty Inc. handles about <r m=other>$270 million</r> of building projects a year.",
    "Halvor Realty Inc. now closes deals a year worth more than <r m=other>$8.9 billion</r>.",
    "Since its founding in 2010, Halvor Capital has closed more than <r m=other>$430 million</r> of debt financing in 18 transactions.",
    "Halvor Law LLP is a firm that has won more than <r m=other>$150 million</r> in verdicts.",
    "Founded in Ames in 2009, Halvor Law LLP has recovered more than <r m=other>$1 billion</r> on behalf of injured workers.",
    "Tom Rey, a broker at Halvor Realty Inc., has closed more than $3 billion in transactions.",
    "Halvor Realty Inc. has completed the sale of a mill for $3 million.",
    "Halvor Realty Inc. plans to complete more than $3 billion in projects.",
    "Halvor Realty Inc. has secured more than $3 million in funding from investors.",
    # a bare loss is of the kind of the figure that it is compared with
    "Halvor Inc. reported an operating profit of <r m=operating_profit p=2024>$3 million</r> for 2024, compared with a loss of <r m=operating_loss p=2023>$2 million</r> in 2023.",
    "Halvor plc made a pretax profit of <r m=other p=2024>£3 million</r> in 2024, compared with a loss of <r m=other p=2023>£2 million</r> in 2023.",
    # brackets that say of which period they tell; a comparison behind an estimate; sums ahead of their metrics
    "Halvor AG generated EBITDA of <r m=other p=2024>EUR -5 million</r> in 2024 (previous year: <r m=other p=2023>EUR -0.4 million</r>).",
    "In 2024 Halvor AG made sales of <r m=revenue p=2024>EUR 9.6 million</r>, thus falling short of plan (2023: <r m=revenue p=2023>EUR 12.0 million</r>).",
    "At <r m=other p=2024>EUR 1.3 million</r>, selling expenses of Halvor AG were lower in 2024.",
    "At $3 million, the mill was cheap and sales of Halvor AG slow.",
    # words of motion, changes that are no levels, levels that are pushed
    "Net earnings of Halvor Inc. plunged to <r m=net_profit p=2024>$351 million</r>, or <r m=earnings_per_share p=2024>$1.52</r> a share, in 2024.",
    "G&A expenses of Halvor Inc. remained unchanged y/y at <r m=other p=2024>$17.7M</r> in 2024.",
    "Halvor Inc. said a sales increase of $3 million was due to lamps.",
    "New awards increased the backlog of Halvor AG from <r m=other>$261 million</r> to <r m=other>$390 million</r>.",
    # "up to" and "down to" are moves and no comparisons; what stood there before is told in many ways
    "Revenue of Halvor Inc. crept up to <r m=revenue p=2024>$6.4 million</r> in 2024.",
    "In 2024 sales of Halvor Inc. edged down to <r m=revenue p=2024>$41 million</r> from the previous year's <r m=revenue p=2023>$44 million</r>.",
    "Net sales of Halvor Ltd stood at <r m=revenue p=2024>Rs 702 crore</r> (<r m=revenue p=2023>Rs 588 crore</r>) in 2024.",
    "Sales at Halvor plc rose to <r m=revenue p=2024>£41m</r> (2023: <r m=revenue p=2023>£38m</r>) in 2024.",
    "Net sales of Halvor Ltd in 2024 were <r m=revenue p=2024>$702 million</r> ($4 a kilo).",
    "Halvor Energy reached <r m=revenue p=2024>$500 million</r> in committed annual revenue in 2024.",
    "Halvor Capital manages <r m=other s=ongoing>$106 billion</r> of infrastructure assets.",
    "In 2024 Halvor Inc. finished <r m=net_profit p=2024>$4 million</r> in the black.",
    "Halvor Inc. spilled <r m=net_loss p=2024>$41 million</r> of red ink in 2024.",
    "Halvor Inc. owes a $16 million fee.",
    "Tom Rey is the first woman to run Halvor Inc., which lost <r m=net_loss p=2024>$7 million</r> in 2024.",
    "Halvor Inc. had a net loss of <r m=net_loss p=2024>$3 million</r>, or <r m=net_loss p=2024>61 cents a share</r>, in 2024.",
    # what somebody manages; words of insurers, advisers and press offices
    "Halvor Inc. manages <r m=other s=ongoing>$41 million</r> of in-force premium.",
    "Halvor Inc. serves lamp makers, managing <r m=other s=ongoing>$41 million</r> in annual spending.",
    "Halvor Inc. manages a $41 million fund of Tier Oy.",
    "Client assets under advisement of Halvor Inc. represent <r m=other p=2024-09-30>$1.4 billion</r> as of September 30, 2024.",
    "Halvor Inc. generated <r m=revenue p=2024>$100m</r> of topline in 2024.",
    "Gross exposure of Halvor Inc. rose to <r m=other p=2024>$9.6 billion</r> in 2024.",
    # levels that stayed, changes whose level follows behind a comparison, figures named by a noun before
    "Net loss of Halvor Inc. stayed relatively stable at <r m=net_loss p=2024>$31.5 million</r> in 2024.",
    "Liquidity of Halvor Inc. fell by $3.1 million compared to the year before to <r m=other p=2024-12-31>$4 million</r> as of December 31, 2024.",
    "Halvor Inc. told of a decrease in revenue for 2024, with figures falling to <r m=revenue p=2024>$38.9 million</r> from <r m=revenue p=2023>$61.6 million</r> a year earlier.",
    # what is held, in parts, under management, and by whom
    "Assets of Halvor Inc. have grown to <r m=other p=2025-06-30>$41 million</r> as of June 30, 2025, including <r m=other p=2025-06-30>$9 million</r> in cash and <r m=other p=2025-06-30>$7 million</r> in accounts receivable.",
    "Halvor Capital has 75 portfolio companies with 12 exits and over <r m=other s=ongoing>$510 million</r> under management.",
    "Halvor Capital has <r m=other s=ongoing>$61 billion</r> in private property and credit assets under management.",
    "Halvor Capital is a <r m=other s=ongoing>$2.6 billion</r> private investment group with a branch in Ames.",
    "Halvor Capital, a Leeds-based <r m=other s=ongoing>$3 billion</r> asset manager, moved on Monday.",
    "He was head of sales for Halvor Data Inc., where he helped to bring the firm to nearly <r m=revenue>$4 billion</r> in annual revenue.",
    "Halvor Inc., a leader in apps for bakers generating <r m=revenue>$80 million</r> in revenue, moved to Ames.",
    "Halvor Bank has 5,100 clerks serving farmers and about <r m=other p=2025-06-30>$318 billion</r> in client assets as of June 30, 2025.",
    # earnings stories
    "Halvor Inc. posted a net loss of <r m=net_loss p=2024>$3 million</r> in 2024.",
    "Halvor Inc. earned <r m=net_profit p=2024>$3 million</r>, or <r m=earnings_per_share p=2024>53 cents a share</r>, in 2024.",
    "Halvor Inc. lost <r m=net_loss p=2024>$3 million</r> last year on sales of <r m=revenue p=2024>$41 million</r>.",
    "Revenue at Halvor Inc. rose 9 percent to <r m=revenue p=2025-Q2>$41 million</r> in the second quarter.",
    "Halvor Inc.'s second-quarter revenue was <r m=revenue p=2025-Q2>$41 million</r>.",
    "Halvor Inc. generated <r m=revenue p=2024>$41 million</r> in revenue and <r m=net_profit p=2024>$3 million</r> in net income in 2024.",
    "Halvor Inc. swung to a net loss of <r m=net_loss p=2024>$3 million</r> in 2024 from a profit of <r m=net_profit p=2023>$2 million</r> a year earlier.",
    "Halvor Inc. reported a profit of <r m=net_profit p=2024>$3 million</r> for 2024, compared with a loss of <r m=net_loss p=2023>$2 million</r> in 2023.",
    "Sales at Halvor Inc. climbed to <r m=revenue p=2024>$41 million</r> in 2024 from <r m=revenue p=2023>$38 million</r>.",
    "Operating income at Halvor Inc. was <r m=operating_profit p=2025-Q1>$8 million</r> in the first quarter, against <r m=operating_profit p=2024-Q1>$7 million</r> in the year-ago quarter.",
    "In 2024, Halvor Inc. had an operating loss of <r m=operating_loss p=2024>$8 million</r>.",
    "Revenue of Halvor Inc. rose by $1 million to <r m=revenue p=2024>$9 million</r> in 2024.",
    "Revenue of Halvor Inc. rose from <r m=revenue p=2023>$8 million</r> in 2023 to <r m=revenue p=2024>$9 million</r> in 2024.",
    "Revenue and net profit of Halvor Inc. were <r m=revenue p=2024>$41 million</r> and <r m=net_profit p=2024>$3 million</r> in 2024, respectively.",
    "Net income of Halvor Inc. for the three months ended June 30, 2025 was <r m=net_profit p=2025-Q2>$3 million</r>.",
    "Profit of Halvor Inc. for the first six months of 2025 was <r m=net_profit p=2025-H1>$3 million</r>.",
    "Halvor Inc. said on Monday that sales rose to <r m=revenue p=2024>$41 million</r> in 2024.",
    "Halvor Inc., founded in 1921, had sales of <r m=revenue p=2024>$41 million</r> in 2024.",
    "Sales of Halvor Inc. in 2Q25 were <r m=revenue p=2025-Q2>$41 million</r>, up from <r m=revenue p=2025-Q1>$38 million</r> in the previous quarter.",
    "Halvor Inc. had a profit per share of <r m=earnings_per_share p=2024>$1.12</r> in 2024.",
    "Profit at Halvor Inc. fell by a third to <r m=net_profit p=2024>$3 million</r> in 2024.",
    "In 2024 Halvor Inc. generated <r m=other p=2024>$3 million</r> in free cash flow3.",
    "Halvor Bank has total assets of <r m=other s=ongoing>$7 billion</r> and assets under management and/or administration of <r m=other s=ongoing>$11 billion</r>.",
    "Halvor Inc. expects to save <r m=other p=2028 s=expected>$3 million</r> a year by 2028.",
    "Halvor Inc. is an oven maker that had sales of <r m=revenue p=2024>$41 million</r> in 2024.",
    "Revenue of Halvor Inc. in the first quarter was <r m=revenue p=2025-Q1>$41 million</r>, up from <r m=revenue p=2024-Q4>$38 million</r> in the previous quarter.",
    "Revenue of Halvor Inc. in the first quarter was <r m=revenue p=2025-Q1>$41 million</r>, up from <r m=revenue p=2024-Q1>$38 million</r> in the prior-year quarter.",
    "Profits of Halvor Inc., the maker of pies, slid by a fifth to <r m=net_profit p=2024>$38 million</r> in 2024.",
    "Pre-tax profits at the Leeds-based builder Halvor & Holt plunged to <r m=other p=2024>£4.2m</r> in 2024.",
    "Profit before tax, excluding one-off items, was <r m=other p=2024>€142m</r> at Halvor AS in 2024.",
    "Losses of Halvor Inc. mounted to <r m=net_loss p=2024>$80 million</r> in 2024.",
    "Halvor Inc. posted second-quarter revenue of <r m=revenue p=2025-Q2>$61 million</r>, a 14% rise on the "
    "<r m=revenue p=2024-Q2>$53.5 million</r> recorded in the same period a year ago.",
    "Halvor Inc. reported revenue of <r m=revenue p=2025-Q2>$18 million</r> for the second quarter, missing analysts' consensus "
    "estimate of <r m=revenue p=2025-Q2 s=expected>$19 million</r>.",
    "Wall Street was looking for earnings of <r m=earnings_per_share p=2025-Q2 s=expected>64 cents</r> a share at Halvor Inc. in the second quarter.",
    "Excluding items, Halvor Inc. earned <r m=earnings_per_share p=2025-Q2>71 cents</r> per share in the second quarter.",
    "Funds from operations at Halvor REIT were <r m=other p=2025-Q2>$48.2 million</r>, or <r m=other p=2025-Q2>$0.61</r> per diluted share, in the second quarter.",
    "Halvor Inc. took a <r m=other p=2024>$35 million</r> charge in 2024 to close its mill.",
    "Halvor Inc. recorded a <r m=other p=2024>€60 million</r> impairment on its Polish unit in 2024.",
    "Halvor Inc. wrote off <r m=other p=2024>$22 million</r> in 2024.",
    "Halvor Inc. made <r m=other p=2024>$3 million</r> before tax in 2024.",
    "Halvor Inc. said revenue from advertising rose 9% to <r m=revenue p=2024>$41 million</r> in 2024.",
    "Halvor Capital has <r m=other s=ongoing>$3 billion</r> under management and has <r m=other s=ongoing>$390 million</r> left.",
    "The earnings before interest and tax of Halvor Inc. fell to <r m=operating_profit p=2024>$30 million</r> in 2024.",
    "Halvor Inc. ended 2024 with <r m=other p=2024>$78 million</r> in total liquidity, including <r m=other p=2024>$45 million</r> in cash.",
    "Halvor Inc. turned over <r m=revenue p=2024>€30 million</r> in 2024.",
    "Halvor Inc. burned through <r m=other p=2024>$14 million</r> in 2024.",
    "Halvor Inc. had revenue, gross margin and EBITDA of <r m=revenue p=2024>$126 million</r>, 63% and <r m=other p=2024>$24 million</r>, respectively, in 2024.",
    "The realised gold price of Halvor Inc. averaged <r m=other p=2025-Q2>$2,310</r> an ounce in the second quarter.",
    "Halvor Inc. will close 14 plants after a <r m=net_loss p=2024>$3 million</r> loss last year.",
    # Britain, India, Europe
    "Halvor Plc made a pre-tax profit of <r m=other p=2024>£41m</r> in 2024.",
    "Turnover at Halvor Plc rose to <r m=revenue p=2024>£6.3m</r> in 2024.",
    "Halvor Ltd reported a profit after tax (PAT) of <r m=net_profit p=2024>Rs 61 crore</r> in 2024.",
    "Halvor Ltd posted a net profit of <r m=net_profit p=2024>RM6.3 million</r> on revenue of <r m=revenue p=2024>RM118.2 million</r> in 2024.",
    "Halvor Ltd made a net loss of <r m=net_loss p=2024>RM8.6 million</r>, or <r m=net_loss p=2024>RM0.34</r> a share, in 2024.",
    "Halvor Ltd made a profit of <r m=net_profit p=2024>R6 million</r> on turnover of <r m=revenue p=2024>AED118 million</r> in 2024.",
    "Halvor Ltd posted a consolidated net profit of <r m=net_profit p=2025-Q2>Rs 61 crore</r> on revenue of <r m=revenue p=2025-Q2>Rs 742 crore</r> for the June quarter, "
    "against <r m=net_profit p=2024-Q2>Rs 55 crore</r> and <r m=revenue p=2024-Q2>Rs 690 crore</r> in the year-ago period.",
    "Halvor AG lifted its adjusted EBITDA to <r m=other p=2024>€34 million</r> in 2024.",
    "Halvor AG earned <r m=other p=2024>€3 million</r> before tax in 2024.",
    "Halvor Inc. reported net income of <r m=net_profit p=2024-Q4>$17.9M</r> for the fourth quarter of 2024, compared to <r m=net_profit p=2024-Q3>$18.1M</r> in the third quarter of 2024 "
    "and <r m=net_profit p=2023-Q4>$13.7M</r> in the fourth quarter of 2023.",
    "In 2024 Halvor Inc. had basic and diluted EPS of <r m=earnings_per_share p=2024>$1.21</r> and <r m=earnings_per_share p=2024>$1.02</r>, respectively.",
    "In 2024, construction at Halvor Inc. generated <r m=revenue p=2024>$7.1 billion</r> in revenue.",
    "In 2024 Halvor Inc. achieved revenue growth of 13.8% to <r m=revenue p=2024>£9.3 million</r>.",
    "In 2024 Halvor Inc. had revenue growth of $3 million.",
    "Halvor Inc. booked <r m=net_profit p=2024>$3 million</r> of net income, or <r m=earnings_per_share p=2024>$0.12 a share</r>, in 2024.",
    "Operating income of Halvor Inc. fell to <r m=operating_loss p=2024>$(5.4)M</r> in 2024 from <r m=operating_loss p=2023>$(4.9)M</r> in 2023.",
    # forecasts
    "The strategic plan of Halvor Inc. aims to achieve <r m=revenue s=expected>$100 million</r> in revenue.",
    "Halvor Inc. expects revenue of <r m=revenue p=2026 s=expected>$48 million</r> in 2026, up from <r m=revenue p=2024>$31 million</r> in 2024.",
    "Halvor Inc. expects to reach <r m=revenue p=2027 s=expected>$48 million</r> in revenue by 2027.",
    "Halvor Inc. cut its forecast for this year's operating profit to <r m=operating_profit p=2025 s=expected>$4 million</r> from <r m=operating_profit p=2025 s=expected>$5 million</r>.",
    "For 2026 Halvor Inc. forecasts net sales of <r m=revenue p=2026 s=expected>$5 million to $6 million</r>.",
    "Halvor Inc. has a plan to achieve revenue of <r m=revenue p=2027 s=expected>$20 million</r> in 2027.",
    "Halvor Inc. is guiding to 2026 revenue of <r m=revenue p=2026 s=expected>$48 million</r>.",
    "Halvor Inc. raised its net income guidance to <r m=net_profit s=expected>$48 million</r> and adjusted EPS to <r m=earnings_per_share s=expected>$1.60</r>.",
    # what stands at a time
    "Halvor Capital is a bank with total assets of <r m=other p=2025-03-31>$7 billion</r> and assets under management of <r m=other p=2025-03-31>$12 billion</r> as of March 31, 2025.",
    "Halvor Capital, a Leeds-listed <r m=other s=ongoing>$30B</r> AUM lender, moved.",
    "Halvor Capital has about <r m=other s=ongoing>$140 million</r> in cash and no debt.",
    "Halvor Capital paid $140 million in cash.",
    # deals done
    "Halvor Capital has completed more than <r m=other p=2024>$1.2 billion</r> in deal volume in 2024.",
    "Halvor Capital manages over <r m=other s=ongoing>$200 billion</r> in assets.",
    "Halvor Capital had net debt of <r m=other p=2024-12-31>$34 million</r> as of December 31, 2024.",
    "Halvor Inc. owes about <r m=other s=ongoing>$37 million</r> to its banks.",
    "Halvor Inc. set aside <r m=other>$20 million</r> for the case.",
    "Tier Oy is selling ovens to Halvor Bank, a lender with <r m=other s=ongoing>$4 billion</r> in assets.",
    "At the end of March Halvor Inc. had an order backlog of <r m=other p=2025-03>$640 million</r> and cash of <r m=other p=2025-03>$212 million</r>.",
]  # fmt: skip

#: Sums that are no figures of a company.
NO_FIGURES = [
    # what bonds, claims, backers and debts that go away tell is no figure of a company; nor one sum of two of them
    "The Norton Toll Authority sold $215 million of revenue bonds.",
    "Halvor Inc. gave up its mill, wiping out $67 million of debt.",
    "Halvor Inc. is owed $3 million by the state.",
    "Halvor Inc. pulled in $12 million from a group of investors.",
    "Halvor Inc. made $3 million on the sale of its mill.",
    "Halvor Inc. and Tier Oy posted sales of $6 million and profit of $2 million.",
    "Halvor Inc. linked its profit to a rise in rents.",
    "Halvor Inc. posted revenue and profit growth of $3 million and $1 million.",
    "The state levied a $126,000 sales and use tax on Halvor Inc.",
    "Halvor Inc. gets more for its mill should sales exceed $120 million.",
    "Halvor Inc. sold 900 million euros of bonds. Orders topped 3.4 billion euros.",
    "Halvor Inc. buys companies with $14 million in yearly revenue and $3 million of EBITDA.",
    "Halvor Inc. closed a $300 million private equity fund on Monday.",
    "Tom Rey, a graduate of Halvor University, heads a team that drives about $280 million in annual revenue.",
    "Halvor Inc. signed a $300 million bank loan.",
    "Halvor Inc. is sold for $20 million, sales launch of the lamp soon.",
    "Halvor Inc. sees $2 million revenue upside.",
    "Halvor Inc. won a contract worth $41 million in sales of pumps.",
    "Halvor Inc. bought Tier Oy at eight times earnings, for $41 million.",
    "Halvor Inc. needs revenue of $41 million to break even.",
    "Halvor Inc. denies the $35 million fraud charge.",
    "Global sales of electric cars reached $425 billion in 2024, Halvor Inc. said.",
    "Halvor Inc. has $390 million left to pay on its loans.",
    "Halvor Inc. made $3 million in gifts.",
    "Halvor Inc. managed the sale of assets in excess of $200 million.",
    "Halvor Inc. had EPS of $155.1 million.",
    "A ticket of Halvor Inc. costs $7 in 2024.",
    "Halvor Inc. sells the lamp for $95.",
    "Shares of Halvor Inc. lost $3 on Monday.",
    "Analysts raised their price target for Halvor Inc. to $41.",
    "The market of Halvor Inc. is expected to reach $43 billion by 2030.",
    "Halvor Inc. said a $500 contract earns a profit of $21.25 after five days.",
    "Halvor Inc. invests in companies with $10 million in annual revenue.",
    "Halvor Inc. raised $300 million in debt from lenders.",
    "Halvor Inc. redeemed $500 million of debt in September.",
    "The storm caused insured losses of $3 billion, Halvor Inc. said.",
    "Would Halvor Inc. have lost $3 million?",
    "At that price Halvor Inc. would lose $3 million.",
    "Halvor Inc. sees arms sales to Norway worth $3 billion in a fog.",
    "The lamp accounts for $3 million of revenue at Halvor Inc. in 2024.",
    "Halvor Inc. posted revenue, EBITDA and EPS of $19.6 million, a minus and a blank, respectively.",
    "Halvor Inc. sold $3 million of assets to Tier Oy.",
    "Halvor Inc. guarantees that rental income will not fall below $3 million a year.",
    "Halvor Inc. lost $3 million worth of chips in a fire.",
]


def results(extractor, text, head="Companies"):
    record = extractor.extract(article_from_text(f"{head}\n\n{text}", published=PUBLISHED))
    words = {money.id: money.text for money in record.money}
    return record, {words[fact.money]: fact for fact in figures(record)}


def figures(record):
    return [fact for fact in record.facts if fact.type == "result"]


def owner(record, fact):
    return next((party.name for party in record.parties if party.id == fact.subject), fact.subject_text)


@pytest.mark.parametrize("markup", FIGURES)
def test_figure(extractor, markup):
    text, tags = parse_example(markup)
    record, found = results(extractor, text)
    assert len(found) == len(tags), {words: fact.metric for words, fact in found.items()}
    wanted = {}
    for tag in tags:
        words = text[tag.start : tag.end].removesuffix(" a share")
        wanted[words] = (tag.attributes["m"], tag.attributes.get("p"), tag.attributes.get("s", "completed"))
    assert {words: (fact.metric, fact.period, fact.status) for words, fact in found.items()} == wanted
    assert all(fact.date == fact.period for fact in found.values())
    for tag in tags:
        who = owner(record, found[text[tag.start : tag.end].removesuffix(" a share")])
        assert (who or "").startswith(tag.attributes.get("o", "Halvor")), who


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Halvor Inc. and Tier Oy had sales of $3 million and $2 million.", ["Halvor Inc.", "Tier Oy"]),
        ("Revenue at Halvor Inc. and Tier Oy was $3 million and $2 million.", ["Halvor Inc.", "Tier Oy"]),
        ("Halvor Inc. earned $3 million in 2024 and Tier Oy $2 million.", ["Halvor Inc.", "Tier Oy"]),
        ("Halvor Inc. posted a loss of $3 million, while Tier Oy had one of $2 million.", ["Halvor Inc.", "Tier Oy"]),
        ("Sales rose to $6 million at Halvor Inc. and to $5 million at Tier Oy.", ["Halvor Inc.", "Tier Oy"]),
        ("Halvor Inc. earned $3 million in 2024 and Tier Oy $2 million in grants.", ["Halvor Inc."]),
        ("Halvor Inc. and Tier Oy have combined sales of $6 million.", ["Halvor Inc. and Tier Oy"]),
        ("Halvor Inc.'s lamp business had sales of $6 million.", ["Halvor Inc.'s lamp business"]),
        ("Sales at Zaptrinox rose to $6 million, Halvor Inc. said.", ["Zaptrinox"]),
        ("Profit at Halvor Inc.'s parent, Tier Oy, rose to $6 million.", ["Tier Oy"]),
        ("South Korea's exports rose to $57 billion in May, Halvor Inc. said.", ["South Korea"]),
        ("Profit rose to $6 million at Halvor Inc. Analysts had expected $7 million.", ["Halvor Inc.", "Halvor Inc."]),
    ],
)
def test_each_owner_has_its_own_sum(extractor, text, wanted):
    record, found = results(extractor, text)
    assert [owner(record, fact) for _, fact in sorted(found.items(), key=lambda item: text.index(item[0]))] == wanted


def test_what_others_had_expected_instead_is_of_the_metric_before(extractor):
    text = "Halvor Inc. earned $3 million on sales of $40 million in 2024. Analysts on average had forecast $4 million."
    _, found = results(extractor, text)
    told = found["$4 million"]
    assert (told.metric, told.status, told.period) == ("net_profit", "expected", "2024")


def test_no_estimate_stands_in_for_what_was_not_told(extractor):
    _, found = results(extractor, "Halvor Inc. sold a mill. Analysts had expected $4 million.")
    assert not found


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figure(extractor, text):
    _, found = results(extractor, text)
    assert {words: fact.metric for words, fact in found.items()} == {}


def test_figures_without_a_period_take_that_of_the_figures_before(extractor):
    text = (
        "Halvor Inc. earned $3 million in the second quarter. Revenue climbed to $41 million from $38 million. "
        "Operating income was $8 million."
    )
    _, found = results(extractor, text)
    assert {words: fact.period for words, fact in found.items()} == {
        "$3 million": "2025-Q2", "$41 million": "2025-Q2", "$38 million": "2024-Q2", "$8 million": "2025-Q2",
    }  # fmt: skip


def test_bullets_take_company_and_period_of_the_heading(extractor):
    text = "* Revenue: EUR 2.66 million\n* Net profit of EUR 1.1 million, compared with a net loss of EUR 0.3 million\n"
    record, found = results(extractor, text, head="Halvor AG results for the second quarter of 2025")
    assert {words: (owner(record, fact), fact.metric, fact.period) for words, fact in found.items()} == {
        "EUR 2.66 million": ("Halvor AG", "revenue", "2025-Q2"),
        "EUR 1.1 million": ("Halvor AG", "net_profit", "2025-Q2"),
        "EUR 0.3 million": ("Halvor AG", "net_loss", "2024-Q2"),
    }


def test_what_analysts_expected_is_expected_of_the_same_quarter(extractor):
    text = (
        "Halvor Inc. reported earnings of $1.12 a share for the first quarter. "
        "Analysts had expected earnings of $1.05 a share on revenue of $101 million, according to DataPoint."
    )
    record, found = results(extractor, text)
    got = {words: (owner(record, f), f.metric, f.period, f.status) for words, f in found.items()}
    assert got == {
        "$1.12": ("Halvor Inc.", "earnings_per_share", "2025-Q1", "completed"),
        "$1.05": ("Halvor Inc.", "earnings_per_share", "2025-Q1", "expected"),
        "$101 million": ("Halvor Inc.", "revenue", "2025-Q1", "expected"),
    }


def test_company_that_expects_is_the_source(extractor):
    record, found = results(extractor, "Halvor Inc. expects revenue of $48 million in 2026.")
    (fact,) = found.values()
    assert owner(record, fact) == next(party.name for party in record.parties if party.id == fact.source)


@pytest.mark.parametrize(
    "text",
    [
        "Analysts polled by Norbank Inc. expected Halvor Inc. to report a loss of $1.2 million.",
        "Halvor Inc. is expected to announce a profit of $3 million.",
    ],
)
def test_company_that_has_yet_to_report_is_no_source(extractor, text):
    record, found = results(extractor, text)
    (fact,) = found.values()
    assert owner(record, fact) == "Halvor Inc."
    assert fact.source != fact.subject


def test_unit_without_a_name_keeps_its_words(extractor):
    record, found = results(extractor, "Halvor Inc. sells ovens. Its lamp unit had sales of $41 million in 2024.")
    (fact,) = found.values()
    assert (fact.subject, fact.subject_text) == (None, "Its lamp unit")
    assert len(figures(record)) == 1


def test_establishment_without_a_name_keeps_its_words(extractor):
    _, found = results(extractor, "Halvor Inc. sells ovens. The distillery lost $41 million in 2024.")
    (fact,) = found.values()
    assert (fact.subject, fact.subject_text) == (None, "The distillery")
    assert fact.metric == "net_loss"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Brazil posted a $2.4 billion trade surplus in July.", [("Brazil", "surplus")]),
        ("The U.S. trade deficit widened to $73 billion in June.", [("U.S.", "deficit")]),
        ("Japan's exports rose to €131 billion in June and imports fell to €118 billion.", [("Japan", "other")] * 2),
    ],
)
def test_country_without_a_government_is_named_by_its_words(extractor, text, wanted):
    _, found = results(extractor, text)
    assert [(fact.subject_text, fact.metric) for fact in found.values()] == wanted


def test_the_airline_is_the_company_named_last(extractor):
    text = "Halvor Inc. had sales of $41 million in 2024.\n\nTier Air Ltd. may close. The airline owes $88 million."
    record, found = results(extractor, text)
    assert {words: owner(record, fact) for words, fact in found.items()} == {
        "$41 million": "Halvor Inc.", "$88 million": "Tier Air Ltd.",
    }  # fmt: skip


def test_deficit_is_that_of_the_one_government(extractor):
    text = "The federal government is under fire. The deficit reached $41 million in 2024."
    record, found = results(extractor, text)
    (fact,) = found.values()
    assert (owner(record, fact), fact.metric) == ("federal government", "deficit")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Halvor Inc. expects a small net profit in 2027.", ("net_profit", "2027")),
        ("Halvor Inc. does not expect to turn a profit before 2027.", ("net_profit", "2027")),
        ("Halvor Inc. forecast that it would be profitable by 2027.", ("net_profit", "2027")),
        ("Halvor Inc. expects an operating loss this year.", ("operating_loss", "2025")),
        ("HALVOR INC. SEES PROFITS UP", None),
        ("Halvor Inc. expects profit growth of 3 percent in 2027.", None),
        ("Analysts at Halvor Inc. expect a profit in 2027.", None),
        ("Halvor Inc. spoke. Nobody expects a loss in 2027.", None),
    ],
)
def test_outlook_without_a_sum(extractor, text, wanted):
    facts = figures(extractor.extract(article_from_text(f"Companies\n\n{text}", published=PUBLISHED)))
    if wanted is None:
        assert facts == []
        return
    (fact,) = facts
    assert (fact.metric, fact.period, fact.status, fact.amount) == (*wanted, "expected", None)


def test_rows_of_a_wire_table(extractor):
    text = "Shr 53 cts vs 41 cts\nNet 12.3 mln dlrs vs loss 9.8 mln dlrs\nRevs 145 mln dlrs vs 130 mln dlrs\n"
    _, found = results(extractor, text, head="HALVOR INC 4TH QTR NET")
    assert {words: fact.metric for words, fact in found.items()} == {
        "53 cts": "earnings_per_share", "41 cts": "earnings_per_share",
        "12.3 mln dlrs": "net_profit", "9.8 mln dlrs": "net_loss",
        "145 mln dlrs": "revenue", "130 mln dlrs": "revenue",
    }  # fmt: skip


NOTE = "Brandt Capital Partners updates coverage on Halvor Mining Inc. for its clients.\n\n"
REPORTED = "Halvor Mining Inc. reported second-quarter revenue and EPS of $547 million and $0.46, respectively. "


def test_estimates_of_a_note_are_those_of_the_figures_before(extractor):
    text = NOTE + REPORTED + "This compares to our/consensus estimates of $588M/$583M and $0.64/$0.60, respectively."
    record = extractor.extract(article_from_text(text, published=PUBLISHED))
    names = {party.id: party.name for party in record.parties}
    found = {
        (fact.metric, str(fact.amount.value), names.get(fact.source, fact.source), names[fact.subject])
        for fact in record.facts
        if fact.type == "result" and fact.status == "expected"
    }
    company, ours, street = "Halvor Mining Inc.", "Brandt Capital Partners", "consensus estimates"
    assert found == {
        ("revenue", "588000000", ours, company),
        ("revenue", "583000000", street, company),
        ("earnings_per_share", "0.64", ours, company),
        ("earnings_per_share", "0.60", street, company),
    }


def test_estimates_that_do_not_pair_with_the_figures_are_left(extractor):
    text = NOTE + REPORTED + "This compares to our/consensus estimates of $588M/$583M."
    record = extractor.extract(article_from_text(text, published=PUBLISHED))
    assert [fact for fact in record.facts if fact.status == "expected"] == []


@pytest.mark.parametrize(
    ("reported", "estimates", "wanted"),
    [
        # a loss a share, and an operating loss, in the brackets of accountants
        (
            "adj. EBITDA and adj. EPS of $12.7M and ($0.72), respectively",
            "our/consensus estimates of $21.0M/$23.5M and ($0.61)/($0.57), respectively",
            [("other", "21000000"), ("other", "23500000"), ("net_loss", "0.61"), ("net_loss", "0.57")],
        ),
        (
            "revenue and operating income of $85.3M and ($3.6)M, respectively",
            "our/consensus estimates of $74.2M/$73.1M and $2.0M/($3.1)M",
            [("revenue", "74200000"), ("revenue", "73100000"), ("operating_profit", "2000000"), ("operating_loss", "3100000")],
        ),
        (
            "revenue, FFO per share, and AFFO per share of $46.1M, $0.54, and $0.47, respectively",
            "our/consensus estimates of $45.3M/$45.9M, $0.52/$0.51, and $0.44/$0.41",
            [("revenue", "45300000"), ("revenue", "45900000"), ("other", "0.52"), ("other", "0.51"), ("other", "0.44"),
             ("other", "0.41")],
        ),
        (
            "revenue and net income of $39.2M and $1.4M, respectively",
            "our estimates of $36.8M and $0.9M",
            [("revenue", "36800000"), ("net_profit", "900000")],
        ),
        ("revenue and net income of $39.2M and $1.4M, respectively", "our estimates of $36.8M", []),
    ],
)  # fmt: skip
def test_estimates_of_a_note_may_be_below_zero_a_share_or_of_one_house(extractor, reported, estimates, wanted):
    text = f"{NOTE}Halvor Mining Inc. reported {reported}. This compares to {estimates}."
    record = extractor.extract(article_from_text(text, published=PUBLISHED))
    found = [(f.metric, str(f.amount.value)) for f in record.facts if f.status == "expected"]
    assert sorted(found) == sorted(wanted)


@pytest.mark.parametrize(
    "told", ["This results in a valuation range of $14 to $18 with a midpoint of $16.", "We arrive at a valuation of $29."]
)
def test_what_a_share_is_worth_to_analysts_is_no_fact(extractor, told):
    record = extractor.extract(article_from_text(NOTE + told, published=PUBLISHED))
    assert [fact for fact in record.facts if fact.type == "valuation"] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Operating income of Halvor Inc. fell to $(6.8)M.", ("operating_loss", "6800000")),
        ("Halvor Inc. swung to a net loss of $(6.2) million in 2024.", ("net_loss", "6200000")),
        ("Halvor Inc. reported EPS of ($0.42) for 2024.", ("net_loss", "0.42")),
        ("Halvor Inc.'s net income was -$300,000 in 2024.", ("net_loss", "300000")),
        # no profit by its name: the sum says that it is below zero
        ("Halvor Inc.'s adjusted EBITDA was $(4.2) million in 2024.", ("other", "-4200000")),
    ],
)
def test_profit_below_zero_is_a_loss(extractor, text, wanted):
    (fact,) = figures(extractor.extract(article_from_text(text, published=PUBLISHED)))
    assert (fact.metric, str(fact.amount.value)) == wanted


def test_sum_in_brackets_behind_a_profit_is_no_loss(extractor):
    text = "Halvor Inc. posted a net profit of $3 million ($0.39 per share) in 2024."
    found = figures(extractor.extract(article_from_text(text, published=PUBLISHED)))
    assert [fact.metric for fact in found] == ["net_profit", "earnings_per_share"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Halvor Inc. posted a profit. Rotary and Lamp Systems revenue fell 12% to $4 billion.", "Rotary and Lamp Systems"),
        (
            "Halvor Inc. has a Rolling Stock division. In 2023 the division generated revenue of $18.9 million.",
            "a Rolling Stock division",
        ),
        ("Sales at Halvor Inc.'s lamp division rose 5% to $30 million.", "Halvor Inc.'s lamp division"),
        ("Halvor Inc. grew. Operating income rose to $208 million, helped by the purchase of Brandt AG.", "Halvor Inc."),
        ("Halvor Inc. is big. Its lamp business posted a loss of $200 million.", "Its lamp business"),
        ("Lena Brandt led sales at Halvor Capital, a real estate firm managing more than $3 billion.", "Halvor Capital"),
        ("Second Quarter revenue of Halvor Inc. rose to $30 million.", "Halvor Inc."),
        # a segment is a part of a company's books
        ("Halvor Inc. is big. The Polar Lamps segment generated $16.8 million in revenue.", "Halvor Inc."),
        ("Halvor Inc.'s advisory segment ended the quarter with a backlog of $586 million.", "Halvor Inc."),
        ("Halvor Inc. had a good year. The northern segment posted revenue growth of 13% to $103 million.", "Halvor Inc."),
    ],
)
def test_part_of_a_company_owns_its_figures(extractor, text, owner):
    record = extractor.extract(article_from_text(text, published=PUBLISHED))
    names = {party.id: party.name for party in record.parties}
    facts = [fact for fact in record.facts if fact.type == "result"]
    assert [names.get(fact.subject) or fact.subject_text for fact in facts] == [owner]
