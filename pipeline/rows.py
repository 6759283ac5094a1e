"""A fact as one flat row: what `facts.jsonl` and its Parquet form hold. Every row has every column."""

from __future__ import annotations

from collections import Counter
from typing import Any

from .records import Fact, Party, Record, dumps

#: The columns in their order, each with its type as JSON has it. `subject`, `object`, `seller` and `source`
#: are the party's fullest name, or the article's own words where it names no party (then `…_id` is null).
#: `amount` is in units of `currency`; offsets count code points of the article's text, end exclusive.
COLUMNS = {
    "article_id": "string",
    "path": "string",
    "line": "integer",
    "url": "string",
    "title": "string",
    "publisher": "string",
    "published": "string",
    "fact_id": "string",
    "type": "string",
    "subject": "string",
    "subject_id": "string",
    "subject_kind": "string",
    "object": "string",
    "object_id": "string",
    "object_kind": "string",
    "currency": "string",
    "amount": "number",
    "amount_min": "number",
    "amount_max": "number",
    "per": "string",
    "date": "string",
    "status": "string",
    "negated": "boolean",
    "source": "string",
    "metric": "string",
    "period": "string",
    "job_title": "string",
    "change": "string",
    "stake": "string",
    "seller": "string",
    "matter": "string",
    "instrument": "string",
    "purpose": "string",
    "court": "string",
    "evidence": "string",
    "evidence_start": "integer",
    "evidence_end": "integer",
    "rule": "string",
}


def fact_rows(record: Record) -> list[dict[str, Any]]:
    """The facts of a record as flat rows with the keys of COLUMNS, in the record's order."""
    parties = {party.id: party for party in record.parties}
    article = {
        "article_id": record.article.id,
        "path": record.article.source.path,
        "line": record.article.source.line,
        "url": record.article.source.url,
        "title": record.article.title,
        "publisher": record.article.publisher,
        "published": record.article.published,
    }
    return [article | _fact(fact, parties) for fact in record.facts]


def facts_json(record: Record) -> bytes:
    """The facts of a record as JSON lines, each with its line end; empty where there are none."""
    return b"".join(dumps(row) + b"\n" for row in fact_rows(record))


def counts(record: Record) -> dict[str, int]:
    """How much of each kind a record holds: `facts`, `facts.acquisition`, `money`, …"""
    kinds = Counter(f"facts.{fact.type}" for fact in record.facts)
    for kind in ("parties", "money", "dates", "clauses", "facts"):
        kinds[kind] = len(getattr(record, kind))
    return dict(sorted(kinds.items()))


def _fact(fact: Fact, parties: dict[str, Party]) -> dict[str, Any]:
    amount = fact.amount
    return {
        "fact_id": fact.id,
        "type": fact.type,
        **_party("subject", fact.subject, fact.subject_text, parties),
        **_party("object", fact.object, fact.object_text, parties),
        "currency": amount.currency if amount else None,
        "amount": amount.value if amount else None,
        "amount_min": amount.min if amount else None,
        "amount_max": amount.max if amount else None,
        "per": amount.per if amount else None,
        "date": fact.date,
        "status": fact.status,
        "negated": fact.negated,
        "source": _name(fact.source, parties),
        "metric": fact.metric,
        "period": fact.period,
        "job_title": fact.title,
        "change": fact.change,
        "stake": fact.stake,
        "seller": _name(fact.seller, parties),
        "matter": fact.matter,
        "instrument": fact.instrument,
        "purpose": fact.purpose,
        "court": _name(fact.court, parties),
        "evidence": fact.evidence.text,
        "evidence_start": fact.evidence.start,
        "evidence_end": fact.evidence.end,
        "rule": fact.rule,
    }


def _party(slot: str, id_: str | None, words: str | None, parties: dict[str, Party]) -> dict[str, Any]:
    party = parties[id_] if id_ else None
    return {
        slot: party.name if party else words,
        f"{slot}_id": id_,
        f"{slot}_kind": party.kind if party else None,
    }


def _name(who: str | None, parties: dict[str, Party]) -> str | None:
    """The name of a party given by its id; words that are no id of the record stand as they are."""
    return parties[who].name if who in parties else who
