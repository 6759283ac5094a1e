"""Sums in the styles of the English-language press, written for these tests."""

from __future__ import annotations

import pytest

from tests.money_support import check_sentence

#: What a review found.
REVIEWED = [
    # a comparison behind a translation in brackets is in the currency outside them
    "Profit was <money amount=12300000000 currency=JPY>12.3 billion yen</money> (<money amount=110000000>$110 million</money>), "
    "against <money amount=11200000000 currency=JPY>11.2 billion</money> a year earlier.",
    "Sales fell to <money amount=340000000 currency=GBP>340 million pounds</money> (<money amount=520000000>$520 million</money>) "
    "from <money amount=410000000 currency=GBP>410 million</money>.",
    # "each" counts no verb and no possessive
    "The entry fee was <money amount=50>$50</money> each.",
    "It gave its directors <money amount=5000>$5,000</money> each.",
    "The judge fined his sons <money amount=10000>$10,000</money> each.",
    "He gave his two sisters <money amount=10000 per=sister>$10,000</money> each.",
    # a verb is no country
    "How much house can <money amount=500000>$500,000</money> buy in Ohio?",
    "It closed. Can <money amount=5000000>$5 million</money> save the school?",
    "It paid <money amount=5000000 currency=CAD>Can $5 million</money> in May.",
    # changes told with "of"
    "The broker cut its forecast of <money amount=50000000>$50 million</money> to <money amount=40000000>$40 million</money>.",
    "It lowered its estimate of <money amount=1.20>$1.20</money> to <money amount=1.10>$1.10</money>.",
    "Tier was off <money amount=0.50>50 cents</money> to <money amount=31.50>$31.50</money>.",
    "It gave a forecast of <money min=40000000 max=50000000 qualifier=range>$40 million to $50 million</money>.",
    # a rate told once, behind the second sum
    "Profit rose to <money amount=0.52 per=share>52 cents</money> from <money amount=0.43 per=share>43 cents</money> per share.",
    "Prices slumped to <money amount=12 per=tonne>$12</money> from <money amount=15 per=tonne>$15</money> a tonne.",
    "It rose to <money amount=12>$12</money> a day after <money amount=15 per=tonne>$15</money> a tonne was bid.",
    # adjectives of the file
    "They paid <money amount=20000000 currency=ZWL>20 million Zimbabwe dollars</money>.",
    # a bullet is no minus
    "The cuts:\n-<money amount=50000000>$50 million</money> for roads\n-<money amount=20000000>$20 million</money> for schools",
    "It made <money amount=-50000000>-$50 million</money> in May.",
]  # fmt: skip

US = [
    "The hospital chain agreed to pay <money amount=47500000>$47.5 million</money> to settle.",
    "Its market value topped <money amount=1500000000000 qualifier=more_than cue=topped>$1.5T</money> on Monday.",
    "Revenue hit <money amount=94900000000>$94.9B</money>, net income <money amount=14700000000>$14.7B</money>.",
    "The <money amount=500000000>$500mn</money> facility replaces a <money amount=250000000>$250MM</money> loan.",
    "A <money amount=10000>$10K</money> grant and <money amount=75000>$75k</money> in fees.",
    "The jury awarded <money amount=1234567.89>$1,234,567.89</money>.",
    "He earns <money amount=15 per=hour>$15</money> an hour and <money amount=31200 per=year>$31,200</money> a year.",
    "Tickets are <money amount=125 per=person>$125</money> per person, <money amount=60 per=child>$60</money> a child.",
    "The dividend of <money amount=0.25 per=share>25 cents</money> per share is payable in May.",
    "Earnings were <money amount=1.17 per=share>$1.17</money> per diluted share, up from <money amount=0.98 per=share>$0.98</money> per share.",
    "It paid <money amount=23.05 per=share>$23.05</money>-a-share in cash.",
    "They offered a <money amount=2000000000>$2-billion</money> bond and a <money amount=300000000>$300-million</money> note.",
    "A <money amount=5000000000>five-billion-dollar</money> loss and a <money amount=1000000>million-dollar</money> home.",
    "The county owes <money qualifier=vague>hundreds of thousands of dollars</money>.",
    "It may put in <money qualifier=vague>several more billion dollars</money>.",
    "Just <money qualifier=vague>a few hundred dollars</money> was left.",
    "A <money qualifier=vague>multimillion-dollar</money> upgrade is <money qualifier=vague>multi-million dollars</money> late.",
    "Wildfires cost more than <money amount=500000000 qualifier=more_than>half a billion dollars</money>.",
    "That is <money amount=250000>a quarter of a million dollars</money>, or <money amount=750000000>three quarters of a billion dollars</money>.",
    "A gap of <money amount=2500000>two and a half million dollars</money> remains.",
    "Fees: <money amount=0.5>50 cents</money> now, <money amount=1>one dollar</money> later.",
    "Gas costs <money amount=3.29 per=gallon>$3.29</money> a gallon, diesel about <money amount=4 qualifier=about per=gallon>$4</money>/gal.",
    "Crude rose to <money amount=71.44 per=barrel>$71.44</money> a barrel.",
    "Corn fell to <money amount=4.12 per=bushel>$4.12</money> a bushel.",
    'Rent is <money amount=45 per="square foot">$45</money> per square foot.',
    'It takes <money amount=100000 qualifier=at_least cue="or more">$100,000</money> or more.',
    "It takes <money amount=100000 qualifier=at_least>$100,000</money>+ to join.",
    "A <money amount=40000000000 qualifier=at_least cue=-plus>$40 billion</money>-plus bid is mooted.",
    "Sales are expected to exceed <money amount=12000000 qualifier=more_than cue=exceed>$12 million</money>.",
    "Costs came to no more than <money amount=9000000 qualifier=at_most>$9 million</money>.",
    'Losses were close to <money amount=15000000000 qualifier=about cue="close to">$15 billion</money>.',
    'It has upwards of <money amount=3000000 qualifier=more_than cue="upwards of">$3 million</money>.',
    "They are in a row over <money amount=3000000>$3 million</money> of back pay.",
    "They paid some <money amount=5000000000 qualifier=about cue=some>$5 billion</money> in tax.",
    "Some of the <money amount=5000000000>$5 billion</money> went on roads.",
    'Capped at <money amount=35 qualifier=at_most per=month cue="Capped at">$35</money> a month.',
    "Prices range from <money min=10 max=25 qualifier=range>$10 to $25</money> for adults.",
    "Bonuses of <money min=5000 max=10000 qualifier=range>$5,000-$10,000</money> were paid.",
    "The range is <money min=0.9 max=1.1 qualifier=range per=share>90 cents to $1.10</money> a share.",
    "It sees revenue of <money min=1200000000 max=1300000000 qualifier=range>$1.2 billion to $1.3 billion</money>.",
    "It spent <money min=500000 max=2000000 qualifier=range>$500K-$2M</money> on each firm.",
    "The fine is <money min=750 max=7500 qualifier=range>between $750 and $7,500</money>.",
    "Spending rose from <money amount=3000000>$3 million</money> to <money amount=5000000>$5 million</money>.",
    "It raised its offer to <money amount=20 per=share>$20</money> a share from <money amount=18 per=share>$18</money> a share.",
    "It increased the grant from <money amount=650000>$650,000</money> to <money amount=1500000>$1,500,000</money>.",
    "Three firms each paid <money amount=5000>$5,000</money>.",
    "Six monthly payments of <money amount=12500 per=month>$12,500</money> each are due.",
    "It owes 20 creditors <money amount=10000000 per=creditor>$10 million</money> each.",
    "The tenth batch of 400 masks cost <money amount=2 per=mask>$2</money> apiece.",
    "Operating loss was <money amount=-7500000>$(7.5) million</money> against <money amount=-4500000>($4.5)M</money>.",
    "Cash flow was <money amount=-150000000>-$150 million</money> last year.",
    "Guidance of <money min=10000000 max=13000000 qualifier=range>$13.0M to $10.0M</money> of losses stands.",
    "It cost <money amount=13.45>thirteen dollars and forty-five cents</money>.",
    "The bill was <money amount=5.2>$5 and 20 cents</money>.",
    "The sum of <money amount=1200000>$1.2\nmillion</money> broke over the line.",
    "It paid <money amount=5000000>5\nmillion dollars</money> there.",
    "Paid:\u00a0<money amount=5000000>$5\u00a0million</money>,\u2009then&nbsp;<money amount=7000000>$7&nbsp;million</money>.",
    "The award is <money amount=50>50 bucks</money>.",
    "It was a <money amount=5900000000>$5.9 billion dollars</money> loss and <money amount=249>$249 USD</money> each way.",
    "Pay <money amount=1 per=week>a dollar</money> a week.",
    "The <money amount=1>$1</money> bill and the <money amount=1>1-dollar</money> coin.",
    "Revenue rose to <money amount=0.5>$.50</money> then <money amount=3500000>$3½ million</money>.",
    "The chip maker promised <money amount=1000000000>a billion dollars</money> in new plants.",
]

PRICES = [
    "It posted sales, EBITDA and EPS of <money amount=547500000>$547.5M</money>, <money amount=161900000>$161.9M</money>, and <money amount=0.46 per=share>$0.46</money>, respectively.",
    "Sales, margin and EBITDA were <money amount=126300000>$126.3M</money>, 63%, and <money amount=-24400000>$(24.4M)</money>, respectively.",
    "A net loss of <money amount=-24400000>($24.4M)</money> follows the plan (<money amount=5000000>$5 million</money>).",
    'The price per square foot rose to <money amount=998 per="square foot">$998</money>.',
    "The price per barrel declined by 10.5% to <money amount=35.68 per=barrel>$35.68</money> and revenue per available room rose to <money amount=83.28 per=room>$83.28</money>.",
    "Swap lines rose with one bank from <money amount=55000000000>$55 billion</money> to <money amount=110000000000>$110 billion</money>, and with the other from <money amount=12000000000>$12 billion</money> to <money amount=27000000000>$27 billion</money>.",
    "It wants <money amount=5000000000>$5 billion</money> on top of the <money amount=4000000000>four billion</money> it has had.",
    "It cut the fine to <money amount=8400000 currency=XEU>8.4 million ecus</money> or <money amount=61000000000 currency=BIF>61 billion Burundi francs</money>.",
    "Int div <money amount=0.05 per=share currency=GBP>5p</money> vs <money amount=0.04 per=share currency=GBP>4p</money>",
    "The unit closed at <money amount=0.7542>75.42 cents US</money>.",
    "Shr <money amount=0.12 per=share>12 cts</money> vs <money amount=0.08 per=share>8 cts</money>\n  Net <money amount=1234000>1,234,000</money> vs <money amount=900000>900,000</money>",
    "It lost <money amount=1500000000>one-and-a-half billion dollars</money>.",
    "Entry is <money amount=20 per=carload>$20</money> a carload; each gets <money amount=2000000>$2 million</money>.",
]

SHARES = [
    "Shares in the lender fell <money amount=0.12 per=share>12 cents</money> to <money amount=4.5 per=share>$4.50</money>.",
    "The stock closed at <money amount=88.13 per=share>$88.13</money> on Friday.",
    "Analysts cut their price target to <money amount=45 per=share>$45</money> from <money amount=50 per=share>$50</money>.",
    "The stock has traded <money min=7.12 max=61.30 qualifier=range per=share>between $7.12 and $61.30</money>.",
    "Its stock is worth millions; it sold the factory for <money amount=9000000>$9 million</money>.",
    "The offer values the shares at <money currency=AUD amount=0.745 per=share>A$0.745</money> each.",
    "On the exchange the shares fell 2.5 percent to <money currency=EUR amount=2.73 per=share>€2.73</money> (<money amount=3.68 per=share equals=M1>$3.68</money>) that day.",
]

UK = [
    "The group is worth <money currency=GBP amount=3200000000>£3.2bn</money>, or <money currency=GBP amount=4.1 per=share>410p</money> a share.",
    "Fares rise by <money currency=GBP amount=0.2>20p</money> to <money currency=GBP amount=2.8>£2.80</money>.",
    "She was fined <money currency=GBP amount=1500>£1,500</money> with <money currency=GBP amount=120>£120</money> costs.",
    "A stake worth roughly <money currency=GBP min=75000000 max=80000000 qualifier=range>£75m-£80m</money> is for sale.",
    "The budget gap is <money currency=GBP amount=22000000000>£22 billion</money>.",
    "The pay deal costs <money currency=GBP amount=361000000>361 million pounds</money> sterling.".replace(
        "pounds</money> sterling", "pounds sterling</money>"
    ),
    "The lottery gave <money currency=GBP amount=250000>a quarter of a million pounds</money> to the club.",
    "Petrol is <money currency=GBP amount=1.429 per=litre>142.9p</money> a litre.",
    "The final dividend is <money currency=GBP amount=0.235 per=share>23.5 pence</money> per share.",
    "It owes <money currency=GBP qualifier=vague>tens of thousands of pounds</money>.",
    "The show is in 1080p; it starts at 7p.m. tonight.",
    "He lost 20 pounds and lifts 100 pounds of iron.",
    "A <money currency=GBP amount=5000000>£5 million</money> wing of the museum opened.",
    "The <money currency=GBP amount=20>20 quid</money> went on chips.",
    "A price of <money currency=GBP amount=60000>£60k</money> is under <money currency=GBP amount=5000 qualifier=less_than>£5,000</money> more than asked.".replace(
        "under <money currency=GBP amount=5000 qualifier=less_than>£5,000</money>",
        "under <money currency=GBP amount=5000 qualifier=less_than>£5,000</money>",
    ),
]

EUROPE = [
    "Sales were <money currency=EUR amount=1234.56>€1.234,56</money> in Madrid.",
    "Das Haus: <money currency=EUR amount=1500000>1,5 million euros</money> was asked.",
    "The yard booked <money currency=EUR amount=120000000>120 MEUR</money> and <money currency=SEK amount=450000000>MSEK 450</money>.",
    "Net sales amounted to <money currency=SEK amount=117000000000>SEK117 billion</money>.",
    "It made <money currency=CHF amount=1100000000>CHF 1.1bn</money> and <money currency=CHF amount=68000000>68 million Swiss francs</money>.",
    "A <money currency=EUR amount=15000000>EUR 15 mn</money> plan, <money currency=EUR amount=2660000000>EUR 2.66 bn</money> of sales.",
    "The fund has <money currency=NOK amount=20000000000000>20 trillion Norwegian kroner</money>.",
    "He paid <money currency=CZK amount=500>500 Kč</money> and <money currency=PLN amount=80>80 zł</money>.",
    "The loan is <money currency=HUF amount=30000000000>30 billion forints</money>.",
    "A fee of <money currency=EUR amount=12.5>12,50 €</money> is due.",
    "Moscow set aside <money currency=RUB amount=2000000000>2 billion roubles</money>.",
    "It lost <money currency=TRY amount=85000000>85 million Turkish lira</money>.",
    "Kyiv got <money currency=UAH amount=557000000>UAH 557 million</money> (approx. <money currency=USD amount=13400000 qualifier=about equals=M1>US$13.4 million</money>).",
    "The euro rose to <money amount=1.0852>$1.0852</money>.",
    "All 20 euro zone countries and Euro 2024 hosts met.",
    "The bank has a <money currency=EUR amount=-600000>EUR -0.6 million</money> result.",
    "Orders of <money currency=DKK amount=300000000>DKK 300m</money> or <money currency=DKK amount=300000000>300 million Danish crowns</money>.",
    "It cost <money currency=EUR min=10 max=20 qualifier=range>10-20 euros</money> and <money currency=EUR min=5000000 max=7000000 qualifier=range>between 5 and 7 million euros</money>.",
    "Capacity grew; sales were <money currency=EUR amount=2660000000>EUR 2.66 bn</money>Capacity (tonnes): 1,000.",
    "The bond of <money currency=EUR amount=45000000>EUR million 45</money> was sold.",
    "Das kostet <money currency=CHF amount=12500>CHF 12 500</money> net.",
]

INDIA = [
    "The firm will invest <money currency=INR amount=750000000000>Rs 75,000 crore</money> over three years.",
    "A loan of <money currency=INR amount=500000>five lakh rupees</money> was cleared.",
    "The outlay is <money currency=INR amount=1500000000000>₹1.5 lakh crore</money>.",
    "Police seized <money currency=INR amount=2300000>Rs. 23 lakh</money> in cash.",
    "The scam is worth <money currency=INR amount=5000000000>₹500 cr</money>.",
    "Petrol is now <money currency=INR amount=96.72 per=litre>Rs 96.72</money> per litre.",
    "He was asked for <money currency=INR amount=1234567.89>12,34,567.89 rupees</money>.",
    "The state got <money currency=INR min=50000000 max=70000000 qualifier=range>Rs 5-7 crore</money>.",
    "A fine of <money currency=INR amount=50000000>Rs five crore</money> was set.",
    "It rose by <money currency=INR amount=0.35>35 paise</money>.",
    "The plan costs <money currency=INR amount=200000000000>INR 20,000 crore</money>.",
    "Dhaka got <money currency=BDT amount=5000000000>Tk 500 crore</money>.",
    "Lahore got <money currency=PKR amount=40000000>40 million Pakistani rupees</money>.",
]

ASIA_PACIFIC = [
    "Profit rose to <money currency=KRW amount=10400000000000>10.4 trillion won</money>.",
    "It spent <money currency=JPY amount=309381>309,381 yen</money> and <money currency=JPY amount=99000000000>¥99 billion</money>.",
    "The maker sold <money currency=CNY amount=161100000000>RMB 161.1 billion</money> and <money currency=CNY amount=9900000000>9.9 billion yuan</money>.",
    "A <money currency=TWD amount=3000000000>NT$3 billion</money> plant and an <money currency=HKD amount=53000000000>HK$53 billion</money> link.",
    "The grab cost <money currency=SGD amount=70000000>S$70 million</money>.",
    "Toll: <money currency=MYR amount=42000000>RM42 million</money>, <money currency=IDR amount=5000000000000>Rp 5 trillion</money>, <money currency=THB amount=900000000>900 million baht</money>.",
    "Profit fell to <money currency=JPY amount=260500000000>Y260.5bn</money>, net debt to <money currency=ITL amount=2700000000000>L2,700bn</money>.",
    "It earned <money currency=CNY amount=31500000000>Rmb31.5bn</money>. Tower L1 and flat Y2 are let.",
    "Manila gave <money currency=PHP amount=1200000000>P1.2 billion</money>, <money currency=PHP amount=50000000>₱50 million</money>.",
    "The deal is <money currency=VND amount=205300000000000>VND205.3 trillion</money> (<money currency=USD amount=7900000000 equals=M1>US$7.9 billion</money>).",
    "The state pledged <money currency=AUD amount=61500000>AU$61.5 million</money> (<money currency=USD amount=47400000 equals=M1>US$47.4 million</money>).",
    "Canberra spent <money currency=AUD amount=500000000>$A500 million</money> and <money currency=USD amount=5000000>$US5 million</money>.",
    "It sold for <money currency=AUD amount=1200000000>A$1.2 billion</money> (<money amount=780000000 equals=M1>US$780 million</money>, <money currency=GBP amount=620000000 equals=M1>£620 million</money>).",
    "Auckland spent <money currency=NZD amount=10000000>NZ$10m</money>.",
    "The three won the cup after 12 won at home.",
    "He made <money currency=CNY amount=1000 per=day>1,000 yuan</money> a day.",
    "Some <money currency=KRW amount=50000 qualifier=about per=person>50,000 won</money> per person in Seoul.",
]

ELSEWHERE = [
    "It cost <money currency=ZAR amount=2000000>R2 million</money>, <money currency=ZAR amount=1500>R1,500</money> and <money currency=ZAR amount=350000000>350 million rand</money>.",
    "Lagos spent <money currency=NGN amount=500000000>N500 million</money> and <money currency=NGN amount=2000000000>₦2bn</money>.",
    "Nairobi got <money currency=KES amount=5000000>Sh5 million</money>, <money currency=KES amount=300>Ksh 300</money>.",
    "Dubai booked <money currency=AED amount=353000000>AED 353 million</money> and <money currency=AED amount=4000>Dh4,000</money>.",
    "Riyadh put up <money currency=SAR amount=3000000000>3 billion Saudi riyals</money> and <money currency=SAR amount=40000000>SR40 million</money>.",
    "Tel Aviv paid <money currency=ILS amount=5000000>NIS 5 million</money>, <money currency=ILS amount=70>70 shekels</money>.",
    "Brasilia pays <money currency=BRL amount=17120000000>R$17.12 billion</money>, <money currency=BRL amount=5000000>5 million reais</money>.",
    "Mexico raised <money currency=MXN amount=12000000000>12bn Mexican pesos</money>, <money currency=MXN amount=3660000000>MXN 3.66B</money>.",
    "Ottawa put in <money currency=CAD amount=12400000>12.4 million Canadian dollars</money>, <money currency=CAD amount=56100000>C$56.1M</money>.",
    "Cairo owes <money currency=EGP amount=42000000>42 million Egyptian pounds</money>, <money currency=EGP amount=500>LE 500</money>.",
    "Kuwait lent <money currency=KWD amount=42000000>42 million Kuwaiti dinars</money>.",
    "Dakar owes <money currency=XOF amount=10000000>10 million West African CFA francs</money>.",
    "It was <money currency=null amount=10000000 assumed=currency>10 million dinars</money> in all.",
]

WIRE = [
    "Net <money amount=5200000>5.2 mln dlrs</money> against <money amount=4100000>dlrs 4.1 mln</money>.",
    "Turnover <money amount=1200000000>1.2 bln dlrs</money>, shr <money amount=0.34 per=share>34 cts</money>.",
    "A credit of <money currency=GBP amount=30000000>30 mln stg</money>.",
    "Tokyo lent <money currency=JPY amount=50000000000>50 bln yen</money>.",
    "Bonn gave <money currency=DEM amount=8200000>8.2 mln marks</money>.",
    "A bid of <money currency=CAD amount=90000000>90 mln Canadian dlrs</money>.",
]

NOT_MONEY = [
    "Fans bought $ZORB and A$AP records.",
    "The dollar index fell 0.3% while the euro gained.",
    "The yen weakened past 150 per dollar.",
    "A dollar store, a euro sceptic and a pound cake.",
    "The team won 3 titles; 1,200 won the right to stay.",
    "They sold 3 million pounds of copper and a 500-pound bomb.",
    "ALL 50 states, COP 26, TOP 10, TRY 2 and SOS 3.",
    "It is in H.R.1103 and on the ADHD-RS-5 scale.",
    "Call 585-301-7700\nmark@example.com now.",
    "See https://example.com/firm-gets-40-million-dollars-grant for more.",
    "Measured in 2012 dollars, the cost is flat.",
    "The 2024 Euro 6 rules, USD 5.25% notes and EUR/USD 1.0850.",
    "Every taxpayer dollar counts, said the 12 crown princes.",
    "He has 16,000 real estate agents in MN real estate.",
    "It is 60 per cent of 5 million people.",
    "The mark of 5 million was passed; Rand met 3 sterling actors.",
]

ALL = REVIEWED + US + SHARES + UK + EUROPE + INDIA + ASIA_PACIFIC + ELSEWHERE + WIRE + PRICES + NOT_MONEY


def test_there_are_enough_sentences() -> None:
    assert len(ALL) >= 150
    assert sum(sentence.count("<money") for sentence in ALL) >= 190


@pytest.mark.parametrize("markup", ALL)
def test_sentence(markup: str) -> None:
    check_sentence(markup)


LEANING = [
    "Sales rose to <money currency=GBP amount=31800000>31.8 mln stg</money> against <money currency=GBP amount=29000000 assumed=currency>29.0 mln</money>.",
    "It cut its forecast to <money currency=EUR amount=4100000000>4.1 billion euros</money> from <money currency=EUR amount=4400000000 assumed=currency>4.4 billion</money>.",
    "The grant is <money currency=SEK amount=90000000>90 million Swedish kronor</money>. That values you at <money currency=SEK amount=4000000000 assumed=currency>four billion</money>.",
    "It owes <money amount=5000000>$5 million</money>. We lost <money amount=3000000 assumed=currency>3 million</money> on it.",
    "It owes <money amount=5000000>$5 million</money> and lost 3 million readers in May.",
    "It raised <money amount=5000000>$5 million</money> from 2 million savers.",
    "Users rose to 5 million from 4 million. They paid <money amount=5>$5</money>.",
    "It paid <money currency=DKK amount=260000000>260 million Danish crowns</money>; the stock fell to <money currency=DKK amount=181 per=share assumed=currency>181 crowns</money>.",
    "All three crowns were stolen.",
]
RATES = [
    "The dividend rises to <money amount=0.32 per=share>32 cents</money> a share from <money amount=0.28 per=share>28 cents</money>.",
    "Pay was <money amount=30 per=hour>$30</money> an hour, up from <money amount=28 per=hour>$28</money>.",
    'It fell to <money currency=HKD amount=24000 per="square foot">HK$24,000</money> a square foot, down from <money currency=HKD amount=29000 per="square foot">HK$29,000</money>.',
    "It cannot fall below <money amount=11000 per=tonne>US$11,000</money> a tonne or rise above <money amount=26000 per=tonne>US$26,000</money>.",
    "It yields <money amount=8 per=day>$8</money> daily from a <money amount=800>$800</money> stake, totalling <money amount=240>$240</money>.",
    "Shares rallied. Rival Ostrand rose 4 percent to <money amount=88.15 per=share>$88.15</money>.",
    "The shares were up <money amount=3.15 per=share>$3.15</money> at <money amount=88.40 per=share>$88.40</money>.",
    "Earnings per share were <money amount=1.20 per=share>$1.20</money>.",
    "Each club gets <money currency=MXN amount=10000000 per=club>10 million Mexican pesos</money>.",
    "A season ticket costs from <money currency=MXN amount=1900 qualifier=at_least>1,900 Mexican pesos</money>.",
    "A lawyer would charge perhaps <money currency=GBP amount=600 qualifier=about>£600</money>.",
    "Nobody rang to offer us <money amount=600000000>$600 million</money>.",
    "He once laid <money currency=GBP amount=10000>£10,000</money> to <money currency=GBP amount=1>£1</money> against it.",
    "SHARES WERE UP 19 PCT AT <money currency=GBP amount=4.05 per=share>405P</money> BY NOON.",
]


@pytest.mark.parametrize("markup", LEANING + RATES)
def test_sentence_that_leans_on_others(markup: str) -> None:
    check_sentence(markup)
