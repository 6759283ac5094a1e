"""Which currency a bare sign or noun is: what the article shows, what is assumed, what stays unknown."""

from __future__ import annotations

import pytest
from babel.numbers import get_currency_symbol, list_currencies

from pipeline.find.money.currencies import load_currencies
from pipeline.mentions import Article, Block, Source
from pipeline.patterns import Patterns
from tests.money_support import check_sentence, read

TABLE = load_currencies(Patterns())


def _article(text: str, **keys: object) -> Article:
    return Article(text=text, **keys)  # type: ignore[arg-type]


def _only(text: str, **keys: object) -> tuple[str | None, tuple[str, ...]]:
    records = read(text, _article(text, **keys))
    assert len(records) == 1
    return records[0].currency, records[0].assumed


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("It paid $5 million.", "USD"),
        ("Ore Ridge Ltd (ASX: ORX) raised $5 million for its mine in Western Australia.", "AUD"),
        ("Ore Ridge Corp. (TSX-V: ORX) raised $5 million for its mine in Ontario, Canada.", "CAD"),
        ("Ore Ridge Corp. (NYSE: ORX) raised $5 million for its mine in Ontario, Canada.", "USD"),
        ("WELLINGTON, New Zealand - The ministry in Wellington paid $5 million.", "NZD"),
        ("SYDNEY (Reuters) - The Australian lender paid $5 million.", "USD"),
        ("TAIPEI, Taiwan, June 10 - Ore Ridge will put $17.8 million into its Taiwanese plant.", "USD"),
        ("The arms sale to Taiwan, Taiwan and Taiwan is worth $5 million.", "USD"),
    ],
)
def test_bare_dollar(text: str, currency: str) -> None:
    assert _only(text) == (currency, ("currency",))


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("SUVA: Growers get $45 a tonne.", "FJD"),
        ("HONIARA, May 4 - Cabinet has paid out $27 million.", "SBD"),
        ("The mill in Suva gets $45 million.", "USD"),  # one mention is little against dollars
        ("The Peshawar-based mill owes Rs5 million.", "PKR"),
        ("A mill near Gujranwala owes Rs5 million.", "PKR"),
        ("A mill in Chennai owes one in Peshawar Rs5 million.", "INR"),
        ("A mill owes Rs5 million.", "INR"),
        ("Judge Peshawar said the mill owes Rs5 million.", "INR"),  # a surname, not where something is
        ("A mill in Mbarara owes Shs35 billion.", "UGX"),
        ("The Brno hockey club gives him 3 million crowns.", "CZK"),
        ("Two boats and a yard in Stavanger cost 900 million kroner.", "NOK"),
        ("Two boats cost 900 million kroner.", None),
    ],
)
def test_towns_tell_the_country(text: str, currency: str | None) -> None:
    assert _only(text) == (currency, ("currency",))


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("It paid SI$851,000.", "SBD"),
        ("It paid BD$2.6 million.", "BMD"),
        ("It paid CI$40 million.", "KYD"),
        ("It paid T$900.", "TOP"),
        ("It paid WS$3,000.", "WST"),
        ("It paid NT$900.", "TWD"),
        ("It paid Le 30 million.", "SLL"),
        ("It paid Lm 118,000.", "MTL"),
    ],
)
def test_signs_of_small_countries(text: str, currency: str) -> None:
    assert _only(text) == (currency, ())


def test_small_letters_without_a_size_are_no_sum() -> None:
    assert read("Mr Le 30 came to table Le 3.") == []


def test_publisher_and_domain_count() -> None:
    text = "The council in Toowong, Queensland, paid $5 million."
    assert _only(text) == ("USD", ("currency",))
    assert _only(text, source=Source(url="https://www.example.com.au/news/1")) == ("AUD", ("currency",))
    assert (
        _only("It paid $5 million.", publisher="The Singapore Post", source=Source(url="https://example.sg/1"))[0]
        == "SGD"
    )


def test_dateline_block_counts() -> None:
    text = "TORONTO\nThe Canadian grocer paid $5 million."
    blocks = [Block(0, 7, "dateline"), Block(8, len(text), "body")]
    assert _only(text, blocks=blocks) == ("CAD", ("currency",))


def test_same_amount_written_with_its_country_decides() -> None:
    check_sentence(
        "State gives <money currency=AUD amount=61500000 assumed=currency>$61.5 million</money>\n\n"
        "It gave <money currency=AUD amount=61500000>AU$61.5 million</money> "
        "(<money currency=USD amount=47400000 equals=M2>US$47.4 million</money>)."
    )


def test_dollars_as_equivalents_are_american() -> None:
    check_sentence(
        "It paid <money currency=CAD amount=1300000000>C$1.3 billion</money> "
        "(<money currency=USD amount=1000000000 assumed=currency equals=M1>$1 billion</money>) in Toronto, Canada."
    )


def test_a_dollar_that_is_not_american_and_nothing_else_stays_unknown() -> None:
    check_sentence(
        "It will pay <money currency=null amount=61000000 assumed=currency>$61 million</money> "
        "(<money currency=USD amount=84000000 equals=M1>US$84 million</money>) for the plant."
    )


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("It cost 5 million kroner in Oslo, Norway.", "NOK"),
        ("It cost 5 million pesos in Manila, the Philippines.", "PHP"),
        ("It cost 5 million francs in Geneva, Switzerland.", "CHF"),
        ("It cost 5 million rupees in Colombo, Sri Lanka, Sri Lankan papers said.", "LKR"),
        ("It cost 5 million shillings in Nairobi, Kenya.", "KES"),
        ("It cost 5 million francs.", None),
        ("It cost 5 million pesos.", None),
    ],
)
def test_bare_nouns(text: str, currency: str | None) -> None:
    assert _only(text) == (currency, ("currency",))


@pytest.mark.parametrize(
    "text", ["It paid US$5.", "It paid 5 euros.", "It paid CAD 5.50.", "It paid 5 Hong Kong dollars."]
)
def test_written_currencies_are_not_assumed(text: str) -> None:
    assert _only(text)[1] == ()


def test_cents_follow_the_dollars_beside_them() -> None:
    text = "Ore Ridge Ltd (ASX: ORX) paid $5 million, or 12 cents a share, in Perth, Australia."
    assert [record.currency for record in read(text)] == ["AUD", "AUD"]


def test_signs_agree_with_cldr() -> None:
    """Wherever CLDR's own-language symbol is a sign of our table, our candidates hold its currency."""
    locales = {"PLN": "pl", "RUB": "ru", "TRY": "tr", "CZK": "cs", "HUF": "hu", "UAH": "uk", "KRW": "ko", "THB": "th",
               "INR": "hi", "JPY": "ja", "EUR": "de", "GBP": "en", "ILS": "he", "VND": "vi", "BRL": "pt"}  # fmt: skip
    checked = 0
    for code, locale in locales.items():
        symbol = get_currency_symbol(code, locale)
        unit = TABLE.signs.get(symbol) or TABLE.capitals.get(symbol)
        if unit is not None:
            checked += 1
            assert code in unit.codes
    assert checked >= 11


def test_every_code_of_the_table_is_known_to_cldr() -> None:
    known = list_currencies() | {"BTC"}
    units = [*TABLE.signs.values(), *TABLE.capitals.values(), *TABLE.nouns.values()]
    assert len(units) > 400
    assert {code for unit in units for code in unit.codes} <= known


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        (
            "Ilse Brandt, who runs the hotel chain, reckons it can borrow $80 million from banks in Brisbane. The labour "
            "bill is 4 per cent higher than in Perth.",
            "AUD",
        ),
        ("Revenue at the mill in Winnipeg rose to $140-million in 2020. The profit fell to $3-million from $9-million.", "CAD"),
        ("The London fund will pay $80 million for the Oslo hotel, 4 per cent more than it planned.", "USD"),
        ("The chain will borrow $80 million from banks in Perth, 4 percent more than the center in Texas did.", "USD"),
    ],
)
def test_spelling_and_hyphens_tell_whose_dollars(text: str, currency: str) -> None:
    records = read(text)
    assert len(records) >= 1
    assert {m.currency for m in records} == {currency}


@pytest.mark.parametrize(
    ("sums", "cents"),
    [
        ("NZ$5 million", "NZD"),
        ("5 million New Zealand dollars and 4 million Australian dollars", None),  # which of the two is not said
    ],
)
def test_cents_beside_dollars_that_are_written_out(sums: str, cents: str | None) -> None:
    *_, last = read(f"It paid {sums}. A stamp costs 5 cents.")
    assert (last.text, last.currency, last.assumed) == ("5 cents", cents, ("currency",))
