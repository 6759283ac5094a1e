"""What a sum in the text is made of, and the rules of `patterns/money.toml` as checked data."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from pipeline.mentions import Span
from pipeline.patterns import Rule, Table

from .currencies import Unit


class Form(Rule):
    """A way to write a sum; `about` says how in words. The mechanism is code, the examples are its tests."""

    about: str


class Cue(Rule):
    """Words beside a sum that say how exact it is: `before` it, or `after` it."""

    qualifier: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()


class Rate(Rule):
    """What a sum is counted per: `nouns` after "a", "per", "/"; `adverbs` straight after the sum."""

    nouns: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    adverbs: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    prices: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    per_share: tuple[str, ...] = ()


class Guard(Rule):
    """What is no money. All that is given must hold: the `units`, the expressions `before` and `after`.

    `unsized` guards only sums without scale, grouping or decimals, `spelled` only those whose unit is a word and
    no sign; `unless` is an expression whose match in the line keeps the sum.
    """

    units: tuple[str, ...] = Field(min_length=1)
    before: str | None = None
    after: str | None = None
    numeral: str | None = None
    unsized: bool = False
    spelled: bool = False
    capital: bool = False
    hyphenated: bool = False
    unless: str | None = None


class Choice(Rule):
    """Which currency an ambiguous sign or noun is where the article does not show it."""

    unit: str
    default: str | None = None


class Weights(Table):
    """How much each kind of evidence counts for a country's currency (points)."""

    default: int
    exchange: int
    dateline: int
    publisher: int
    domain: int
    explicit: int
    mention: int
    most_mentions: int
    spelling: int
    spelled: tuple[str, ...]
    commonwealth: str
    american: str
    hyphened: int
    prefixed: tuple[str, ...]
    canadian: str


class ChangeWords(Table):
    """Words that make "from X to Y" a change of one sum into another, and those that make it a range."""

    verbs: tuple[str, ...]
    ranges: tuple[str, ...]


class RateWords(Table):
    """Words around rates. `past` follow a time that is no rate ("a year earlier"); `after_adverb` may follow
    "annually"; `counts` and `groups` find what "each" counts; `payments` maps "monthly" payments to "month".
    `percent_move` ends before the price of a stock that moved by a percentage, unless one of `not_priced`
    moved; `commodities` maps what a price is told per to the goods, `at_price` ends before it; `getting`
    follow "each club", `giving` stand before it. `measures` are goods that are priced by naming them
    before, `hoped` whose hopes a sum a share is held against.
    """

    not_nouns: tuple[str, ...]
    past: tuple[str, ...]
    after_adverb: tuple[str, ...]
    counts: tuple[str, ...]
    groups: tuple[str, ...]
    payments: dict[str, str]
    percent_move: str
    coin_move: str
    not_shares: tuple[str, ...]
    not_priced: tuple[str, ...]
    commodities: dict[str, tuple[str, ...]]
    at_price: str
    getting: tuple[str, ...]
    giving: tuple[str, ...]
    measures: tuple[str, ...]
    hoped: str


class PriceOfOne(Table):
    """Words around "a dollar" that make it a sum: those that give it `before`, those that end it `after`."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class SeriesWords(Table):
    """Words that tie a sum to another (regular expressions over lower case).

    `links` stand before a sum that is compared, unless `not_links` do too, `about` between them and it;
    `moves` stand before a change of price, `settles` in "to close at", `stands` before the price itself;
    `compares` stand before a number that takes the currency of the sum before, `heads` before a number that
    can only be a sum, `tails` after one that counts nothing else; `rows` begin the lines of a table of
    results; `goods` are what prices are told per.
    """

    links: tuple[str, ...]
    not_links: tuple[str, ...]
    about: tuple[str, ...]
    moves: tuple[str, ...]
    settles: tuple[str, ...]
    stands: tuple[str, ...]
    compares: tuple[str, ...]
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    rows: tuple[str, ...]
    goods: tuple[str, ...]


class MoneyFile(Table):
    """`patterns/money.toml`."""

    change: ChangeWords
    evidence: Weights
    rate_words: RateWords
    series: SeriesWords
    price_of_one: PriceOfOne
    form: tuple[Form, ...]
    qualifier: tuple[Cue, ...]
    rate: tuple[Rate, ...]
    guard: tuple[Guard, ...]
    ambiguity: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """A sum in the text and its pieces; all spans are code-point offsets into the text.

    `low` is the number with its scale; `high` is the upper number of a range, whose scale `low` may share,
    and `high_unit` its unit where it has one of its own ("90 cents to $1.10").
    `low` is None for a vague sum. `minor` is the "43" of "20 dollars 43 cents". `stated` is a currency
    code that follows a sign in parentheses or the currency word that follows it. A `leaning` sum has no
    currency of its own: `unit` is that of another sum of the text.
    """

    start: int
    end: int
    rule: str
    unit: Unit
    low: Span | None = None
    high: Span | None = None
    high_unit: Unit | None = None
    minor: Span | None = None
    negative: bool = False
    qualifier: str = "exact"
    cue: Span | None = None
    per: str | None = None
    stated: str | None = None
    scaled: bool = False
    power: int = 0
    leaning: bool = False
