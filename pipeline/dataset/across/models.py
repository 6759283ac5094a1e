"""The lines of `parties.jsonl` and `claims.jsonl` as models: their JSON Schema, and how other code reads them."""

from __future__ import annotations

from typing import Literal

from ...records import FactStatus, FactType, Model, Number, OwnType, PartyKind


class PartyMember(Model):
    """One article's party: ids of both, its fullest name there, and why it is taken for the same as the others."""

    article: str
    party: str
    name: str
    reason: str | None


class WholeParty(Model):
    """One line of `parties.jsonl`: a party of the dataset under all its full `names`, the commonest first."""

    id: str
    name: str
    kind: PartyKind
    names: tuple[str, ...]
    aliases: tuple[str, ...]
    tickers: tuple[str, ...]
    articles: int
    members: tuple[PartyMember, ...]


class SumSide(Model):
    """A sum that some of the facts give; `facts` are "article id#fact id"."""

    currency: str | None
    amount: Number | None
    amount_min: Number | None
    amount_max: Number | None
    per: str | None
    facts: tuple[str, ...]


class StatusSide(Model):
    """A status that some of the facts give."""

    status: FactStatus
    negated: bool
    facts: tuple[str, ...]


class DateSide(Model):
    """A date (TIMEX3) that some of the facts give."""

    date: str
    facts: tuple[str, ...]


class Told(Model):
    """Where the claim is told: article and fact ids, who says so, and the words."""

    article: str
    fact: str
    path: str | None
    line: int | None
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    source: str | None
    evidence: str


class Claim(Model):
    """One line of `claims.jsonl`. `subject_party` and `object_party` are ids of `parties.jsonl`.

    `differ` names what the articles disagree on; `amounts`, `statuses` and `dates` hold each version with its facts.
    """

    id: str
    type: FactType | OwnType
    subject: str | None
    subject_party: str | None
    object: str | None
    object_party: str | None
    metric: str | None
    period: str | None
    change: str | None
    purpose: str | None
    job_title: str | None
    articles: int
    differ: tuple[Literal["amount", "status", "date"], ...]
    amounts: tuple[SumSide, ...]
    statuses: tuple[StatusSide, ...]
    dates: tuple[DateSide, ...]
    told: tuple[Told, ...]
