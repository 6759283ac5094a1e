"""The record contract: what one processed article is in `articles.jsonl`.

These frozen models are the source of truth for the published JSON Schema (`newsfacts schema`).
Spans are code-point offsets into `article.text`, end exclusive. Numbers are exact decimals and are
written as JSON numbers without exponent. This module imports nothing of ours.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema, model_serializer

SCHEMA_VERSION = "1.0"

PartyKind = Literal["person", "company", "public_body", "organization"]
Form = Literal["name", "nominal", "pronoun"]
Qualifier = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "range", "vague"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
ClauseType = Literal[
    "exclusivity", "exception", "termination", "license", "change_of_control", "break_fee", "no_shop", "earn_out",
    "non_compete", "first_refusal", "option", "revenue_share", "minimum_commitment", "price_terms",
    "closing_condition", "lock_up", "renewal", "governance", "confidentiality", "liability", "dispute",
    "non_disparagement", "employment_protection", "other",
]  # fmt: skip
ClauseStatus = Literal["in_force", "proposed", "disputed", "waived", "ended"]
FactType = Literal[
    "investment", "acquisition", "agreement", "financing", "payment", "spending", "result", "valuation",
    "lawsuit", "position",
]  # fmt: skip
FactStatus = Literal["completed", "ongoing", "expected", "proposed", "conditional", "cancelled"]
Purpose = Literal[
    "settlement", "fine", "damages", "dividend", "fee", "salary", "donation", "aid", "tax", "refund", "other"
]
Metric = Literal[
    "revenue", "net_profit", "net_loss", "operating_profit", "operating_loss", "earnings_per_share", "deficit",
    "surplus", "other",
]  # fmt: skip
Change = Literal["holds", "appointed", "left"]

#: A type of one's own, made by a pattern file (see the README): no contract knows it, and none is taken for a slip.
OwnType = Annotated[str, StringConstraints(pattern=r"^x_[a-z][a-z0-9_]*$")]

#: An exact decimal, a JSON number in the output.
Number = Annotated[Decimal, WithJsonSchema({"type": "number"})]


class Model(BaseModel):
    """Frozen, closed base of all record models."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class SpanText(Model):
    """Words of the article with their offsets."""

    start: int
    end: int
    text: str


class SourceRecord(Model):
    """Where the text came from. `line` counts from 1; `text_of` says how the text was made."""

    path: str | None = None
    line: int | None = None
    url: str | None = None
    media_type: str = "text/plain"
    sha256: str | None = None
    text_of: str = "the text as given"


class ArticleRecord(Model):
    """The article: `id` is the SHA-256 of text and published, `published_from` says where the date came from."""

    id: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    published_from: Literal["text", "metadata", "filename", "option"] | None = None
    language: str | None = None
    tickers: tuple[str, ...] = ()
    source: SourceRecord = SourceRecord()
    text: str
    warnings: tuple[str, ...] = ()


class PartyMention(SpanText):
    """One mention of a party; `reason` says why it was linked to it."""

    form: Form
    reason: str | None = None


class Party(Model):
    """One real party under all its names."""

    id: str
    name: str
    kind: PartyKind
    aliases: tuple[str, ...] = ()
    ticker: str | None = None
    mentions: tuple[PartyMention, ...] = ()


class Money(SpanText):
    """A sum or price in currency units. `assumed` lists what was inferred and not written."""

    id: str
    currency: str | None
    amount: Number | None = None
    min: Number | None = None
    max: Number | None = None
    qualifier: Qualifier = "exact"
    per: str | None = None
    assumed: tuple[str, ...] = ()
    cue: SpanText | None = None
    equivalent_of: str | None = None
    rule: str | None = None


class Date(SpanText):
    """A TIMEX3 expression. `from`/`to` are its first and last calendar day, ISO, both inclusive.

    `meaning` is what the words mean before they are anchored (a partial date, an offset, a duration, a set);
    `mod` is the TIMEX3 modifier (START, MID, END, APPROX, BEFORE, AFTER, …). `value` is null for what
    cannot be a date (31 June).
    """

    id: str
    type: DateType
    value: str | None
    from_: Annotated[str | None, Field(alias="from")] = None
    to: str | None = None
    mod: str | None = None
    meaning: str | None = None
    anchor: str | None = None
    rule: str | None = None


class Clause(SpanText):
    """A mention of a term of a contract, deal, licence, treaty or offer."""

    id: str
    type: ClauseType | OwnType
    status: ClauseStatus
    parties: tuple[str, ...] = ()
    trigger: str | None = None
    effect: str | None = None
    rule: str
    cues: tuple[SpanText, ...] = ()


class Amount(Model):
    """The sum of a fact: a value, or a range with `min` and `max`; `per` when it is a rate."""

    currency: str | None
    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    per: str | None = None

    @model_serializer(mode="wrap")
    def _without_empty(self, handler: Any) -> dict[str, Any]:
        return {k: v for k, v in handler(self).items() if v is not None or k == "currency"}


#: Keys that stand on a fact only when its type has them and the article says them.
OPTIONAL_FACT_KEYS = (
    "metric", "period", "title", "change", "stake", "seller", "matter", "instrument", "purpose", "court",
)  # fmt: skip


class Fact(Model):
    """Who does what to whom, for how much, when, in which state, says who, and the words that prove it.

    `subject`, `object`, `seller` and `source` are party ids (or, for seller, court and source, verbatim words);
    `subject_text`/`object_text` hold the article's words where it names no party. `date` and `period` are TIMEX3.
    """

    id: str
    type: FactType | OwnType
    subject: str | None = None
    object: str | None = None
    subject_text: str | None = None
    object_text: str | None = None
    amount: Amount | None = None
    money: str | None = None
    date: str | None = None
    status: FactStatus
    negated: bool = False
    source: str | None = None
    metric: Metric | None = None
    period: str | None = None
    title: str | None = None
    change: Change | None = None
    stake: str | None = None
    seller: str | None = None
    matter: str | None = None
    instrument: str | None = None
    purpose: Purpose | None = None
    court: str | None = None
    evidence: SpanText
    mentions: tuple[SpanText, ...] = ()
    rule: str
    cues: tuple[SpanText, ...] = ()

    @model_serializer(mode="wrap")
    def _without_empty(self, handler: Any) -> dict[str, Any]:
        return {k: v for k, v in handler(self).items() if v is not None or k not in OPTIONAL_FACT_KEYS}


class MadeBy(Model):
    """What made the record."""

    pipeline: str
    model: str
    patterns: str


class Record(Model):
    """One article with everything found in it: one line of `articles.jsonl`."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    article: ArticleRecord
    parties: tuple[Party, ...] = ()
    money: tuple[Money, ...] = ()
    dates: tuple[Date, ...] = ()
    clauses: tuple[Clause, ...] = ()
    facts: tuple[Fact, ...] = ()
    made_by: MadeBy

    def to_json(self) -> bytes:
        """The record as one line of UTF-8 JSON, without the line end."""
        return dumps(self.model_dump(mode="python", by_alias=True))


def plain(number: Decimal) -> str:
    """Write a decimal exactly, without exponent or trailing zeros.

    >>> plain(Decimal("1.30E+10")), plain(Decimal("0.20"))
    ('13000000000', '0.2')
    """
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _default(value: object) -> object:
    if isinstance(value, Decimal):
        return orjson.Fragment(plain(value).encode())
    raise TypeError(f"{type(value).__name__} has no place in a record")


def dumps(value: object) -> bytes:
    """Serialise plain data to UTF-8 JSON; decimals become exact JSON numbers."""
    return orjson.dumps(value, default=_default)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every line of `articles.jsonl` validates against."""
    schema = Record.model_json_schema(mode="validation", by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "newsfacts-record-1.0", **schema}
