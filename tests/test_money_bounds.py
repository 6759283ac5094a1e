"""Currencies and ranges at the ends of the rules: the evidence that just suffices, and the evidence that doesn't."""

from __future__ import annotations

import pytest

from pipeline.mentions import Article, Source
from tests.money_support import check_sentence, read

SIX = "Australia, Australia, Australia, Australia, Australia and Australia"

#: Text of one bare sum, address of the article or its publisher, currency.
BARE = [
    ("Australia, Australia, Australia, Australia and Australia: it paid $5 million.", None, None, "USD"),
    (f"{SIX}: it paid $5 million.", None, None, "AUD"),
    (f"{SIX}: it paid $5 million. {SIX.replace('Australia', 'Canada')} saw it.", None, None, None),
    (f"{SIX}, Australia and Australia: it paid $5 million. {SIX.replace('Australia', 'Canada')} saw it.", None, None, None),
    ("The Canadian grocer paid $5 million.", "https://www.example.ca/1", None, "CAD"),
    ("The Canadian grocer paid $5 million.", "https://www.example.com/1", None, "USD"),
    ("The Canadian grocer paid $5 million.", None, "Toronto Banner", "CAD"),
    ("The Canadian grocer paid $5 million.", None, "Lowfield Banner", "USD"),
    ("The Australian grocer paid $5 million.", "example.com.au:80/1", None, "AUD"),
    ("The Australian grocer paid $5 million.", "https://example.us/1", None, "USD"),
    ("The grocer paid $5 million.", "https://www.example.io/1", None, "USD"),
    ("It cost 5 million pounds in Cairo, Egypt.", "https://example.co.uk/1", None, "GBP"),
    ("It cost 5 million pounds in Cairo, Egypt.", "https://example.com.eg/1", None, "EGP"),
    ("TORONTO, March 3 - The Canadian grocer paid $5 million.", None, None, "CAD"),
    ("Toronto, March 3 - The Canadian grocer paid $5 million.", None, None, "USD"),
    ("TORONTO (AP) - The Canadian grocer paid $5 million.", None, None, "USD"),
    ("Grocer Kerr Ltd (ASX, NZX: KRR) of Perth, Australia, Perth and Perth, paid $5 million.", None, None, "AUD"),
    ("Grocer Kerr Ltd (the best: ever) of Perth, Australia, paid $5 million.", None, None, "USD"),
    ("Ore Ridge Ltd (ASX: ORX) paid $5 million.", None, None, "AUD"),
    ("Ore Ridge Ltd (ASX: ORX) paid $5 million in Texas and Ohio.", None, None, "USD"),
    # Commonwealth spelling counts for a country that is named more often than America
    ("The labour bill of the Toronto grocer rose 4 per cent: it paid $5 million in Canada.", None, None, "CAD"),
    ("The labour bill of the Toronto grocer rose 4 per cent: it paid $5 million in Texas, Ohio and Utah.", None, None, "USD"),
    ("It apologised to buyers: the Auckland grocer, a Wellington firm, was fined $5 million.", None, None, "NZD"),
    ("It apologized to buyers: the Auckland grocer, a Wellington firm, was fined $5 million.", None, None, "USD"),
    ("It advised buyers: the Auckland grocer, a Wellington firm, was fined $5 million.", None, None, "USD"),
    # a bare sum is never in dollars that are always written with their sign
    ("Taiwan, Taiwan, Taiwan, Taiwan, Taiwan, Taiwan and Taiwan: it paid $5 million.", None, None, "USD"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "url", "publisher", "currency"), BARE)
def test_bare_sum(text, url, publisher, currency):
    article = Article(text=text, source=Source(url=url), publisher=publisher)
    (record,) = read(text, article)
    assert (record.currency, record.assumed) == (currency, ("currency",))


SENTENCES = [
    # what is written out makes the bare sums behind it of the same kind, and not those before it
    "It paid <money currency=AUD amount=5000000>A$5 million</money>. Later it paid <money currency=AUD amount=3000000>$3 million</money>.",
    "It paid <money amount=3000000>$3 million</money>. Later it paid <money currency=AUD amount=5000000>A$5 million</money>.",
    "It paid <money currency=AUD amount=5000000>A$5 million</money> and <money currency=CAD amount=4000000>C$4 million</money>. "
    "Later it paid <money amount=3000000>$3 million</money>.",
    "It paid <money currency=AUD amount=5000000>A$5 million</money> (<money amount=4000000 equals=M1>US$4 million</money>). "
    "Later it paid <money currency=AUD amount=3000000>$3 million</money>.",
    "SYDNEY (Reuters) - It paid <money currency=AUD amount=5000000>A$5 million</money>. Later it paid <money amount=3000000>$3 million</money>.",
    # what is no dollar of the home country stays unknown wherever it is told again
    "It will pay <money currency=null amount=61000000>$61 million</money> (<money amount=84000000 equals=M1>US$84 million</money>). "
    "The <money currency=null amount=61000000>$61 million</money> is due.",
    "It paid <money currency=EUR amount=5000000>€5 million</money> (<money amount=6000000 equals=M1>$6 million</money>) in Toronto, Canada. "
    "It sought <money amount=9000000>$9 million</money>.",
    "It will pay <money currency=null amount=61000000>$61 million</money> (<money amount=84000000 equals=M1>US$84 million</money>) in Toronto, Canada.",
    # what a sum in pesos comes to is told in American dollars, as are the bare ones beside it
    "MANILA - Relief was doubled to <money currency=PHP amount=3200000000>3.2 billion pesos</money> (<money amount=74000000 equals=M1>74 million dollars</money>). "
    "Australia gave <money currency=AUD amount=6000000>six million Australian dollars</money>, Japan <money amount=5000000>five million dollars</money>.",
    # an agency that writes out the dollars of America and of the country means the country's where it doesn't
    "HONG KONG (AFP) - Turnover was <money currency=HKD amount=72000000000>72 billion Hong Kong dollars</money> (<money amount=9000000000 equals=M1>nine billion US dollars</money>). "
    "Halvor fell to <money currency=HKD amount=8.74>8.74 dollars</money>.",
    "HONG KONG (AFP) - Turnover was <money currency=HKD amount=72000000000>72 billion Hong Kong dollars</money>. "
    "Halvor of Ohio paid <money amount=9000000>nine million dollars</money>.",
    # plurals that one language alone spells so
    "The merger of Swedish and Norwegian firms costs <money currency=SEK amount=5000000>5 million kronor</money>.",
    "The merger of Icelandic and Danish firms costs <money currency=ISK amount=5000000>5 million kronur</money>.",
    # the same sum in other currencies: not the same number, not the same currency
    "It cost <money currency=AUD amount=1200000000>A$1.2 billion</money> (<money amount=780000000 equals=M1>US$780 million</money>, "
    "<money currency=GBP amount=620000000 equals=M1>£620 million</money>, or <money currency=EUR amount=500000000 equals=M1>€500 million</money>).",
    "It cost <money currency=AUD amount=1200000000 per=year>A$1.2 billion</money> a year (<money amount=1200000000>US$1.2 billion</money>).",
    "It cost <money currency=AUD amount=1200000000 per=year>A$1.2 billion</money> (<money amount=780000000 qualifier=about per=year equals=M1>about US$780 million</money> a year).".replace(
        "<money amount=780000000 qualifier=about per=year equals=M1>about ", "about <money amount=780000000 qualifier=about per=year equals=M1>"
    ),
    # cents follow the dollars that they move to
    "The shares rose <money currency=AUD amount=0.05 per=share>5 cents</money> to <money currency=AUD amount=3.20 per=share>$3.20</money> in Perth, Australia (ASX: ORX).",
    "It cost <money currency=GBP amount=0.05>5 pence</money>, or <money amount=0.20>20 cents</money>.",
    # ranges: the scale is shared where the first number is the smaller one
    "It spent <money min=1000000 max=2000000 qualifier=range>$1 to $2 million</money>.",
    "It spent <money min=900000 max=2000000 qualifier=range>$900,000-2 million</money>.",
    "It spent <money min=900000 max=2000000 qualifier=range>900,000-2 million dollars</money>.",
    "It spent <money min=1000000 max=2000000 qualifier=range>between one and two million dollars</money>.",
    "It spent <money min=500000 max=1000000 qualifier=range>half a million to one million dollars</money>.",
    "It costs <money min=0.01 max=2000000 qualifier=range>between 1 cent and $2 million</money>.",
    "It costs <money min=0.50 max=3000000 qualifier=range>50 cents to $3 million</money>.",
    "It fell from <money amount=3000000>$3 million</money> to <money amount=2000000 per=year>$2 million</money> a year.",
    "Odds of <money currency=GBP amount=100>£100</money> to <money currency=GBP amount=1>£1</money> were laid.",
    "Odds of <money currency=GBP min=1 max=20 qualifier=range>£20 to £1</money> were laid.",
    "Odds of <money currency=GBP amount=21>£21</money> to <money currency=GBP amount=1>£1</money> were laid.",
]  # fmt: skip


@pytest.mark.parametrize("markup", SENTENCES)
def test_sums(markup):
    check_sentence(markup)
