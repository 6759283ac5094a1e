"""`patterns/facts.toml` as models: the fact frames and the word lists beside them."""

from __future__ import annotations

from collections.abc import Mapping

from ...patterns import Rule, Table
from ...records import FactType, OwnType


class Frame(Rule):
    """One way of telling a fact; see the head of `patterns/facts.toml` for the keys."""

    type: FactType | OwnType
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    seconds: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    object_like: str | None = None
    object_unlike: str | None = None
    complements: tuple[str, ...] = ()
    subject: tuple[str, ...]
    object: tuple[str, ...] = ()
    needs: tuple[str, ...]
    text_object: tuple[str, ...] = ()
    prefer_text: bool = False
    past_sum: bool = False
    amount: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    strict_light: bool = False
    status: str | None = None
    force: str | None = None
    shares_sum: bool = False
    text_subject: tuple[str, ...] = ()
    subject_kinds: tuple[str, ...] = ()
    object_kinds: tuple[str, ...] = ()
    plural: bool = False
    apart: bool = False
    lone: bool = False
    weak: bool = False
    passive: bool = False
    second_like: str | None = None
    behind: Mapping[str, str] = {}
    not_behind: Mapping[str, str] = {}
    refuses: tuple[str, ...] = ()
    counters: bool = False
    supplied: bool = False
    nameless: bool = False
    definite: bool = False
    other_side: bool = False
    customer_first: bool = False
    strict_amount: bool = False
    phrase_like: str | None = None
    only_phrase: bool = False
    undone: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    sentence_like: str | None = None
    sentence_unlike: str | None = None
    singular: bool = False
    one_sided: bool = False
    keys: Mapping[str, str] = {}
    words: Mapping[str, str] = {}


class _Light(Table):
    do: tuple[str, ...]
    receive: tuple[str, ...]
    part: tuple[str, ...]
    proxy: tuple[str, ...]
    asset: tuple[str, ...]
    plant: tuple[str, ...]
    goods: tuple[str, ...]
    commodity: tuple[str, ...]
    actor: tuple[str, ...]
    lender: tuple[str, ...]
    debtor: tuple[str, ...]
    buyer: tuple[str, ...]
    organ: tuple[str, ...]
    adverbial: tuple[str, ...]
    plain: tuple[str, ...]
    plaintiff: tuple[str, ...]
    sued: tuple[str, ...]
    purse: tuple[str, ...]
    payee: tuple[str, ...]
    fined: tuple[str, ...]
    staff: tuple[str, ...]
    signs: tuple[str, ...]
    unpaid: tuple[str, ...]
    parts: tuple[str, ...]
    valued: tuple[str, ...]


class _Price(Table):
    words: tuple[str, ...]
    example: str
    near_miss: str


class Sequel(Rule):
    """How a later sentence gives the sum of a deal or suit told before: the words in front of the sum."""

    type: str
    like: str
    reaches: bool = True


class Versus(Table):
    """How a case is named after its parties, and the words of law that must stand in its sentence."""

    between: str
    context: str
    example: str
    near_miss: str


class Dividend(Table):
    """Rows of dividends, and what stands between a dividend's sum and its total or the sum of the year before."""

    row: str
    total: str
    earlier: str
    example: str
    near_miss: str


class FactFile(Table):
    """`patterns/facts.toml`."""

    light: _Light
    frame: tuple[Frame, ...]
    purpose: Mapping[str, tuple[str, ...]]
    lemmas: Mapping[str, str]
    price: _Price
    versus: Versus
    dividend: Dividend
    sequel: tuple[Sequel, ...]
