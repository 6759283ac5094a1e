"""The same fact told by several articles as one claim, with what they disagree on side by side.

Facts are the same claim when type, parties and whatever else tells facts of their type apart are equal, and
neither their dates nor, where these are missing, the days on which they were told keep them apart. Sums and
statuses may differ: that is what a claim shows. A fact between parties of which none is known by name is a
claim of its own. One group of like facts is held in memory at a time.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import Any

from ...normalise.timex import bounds
from ...records import dumps
from .names import Names, folded
from .parties import Parties

#: Days between two publications within which facts without dates may be one.
TOLD_WITHIN = 31
#: Days by which dates of one fact may differ: one article dates the deal, the next its announcement.
DATED_WITHIN = 3
#: Columns that tell facts of one type and the same parties apart.
APART = ("metric", "period", "change", "purpose", "per")
#: Columns of a claim that its facts share.
SHARED = ("metric", "period", "change", "purpose")
#: What a fact says of the sum.
SUM = ("currency", "amount", "amount_min", "amount_max", "per")

TABLES = """
create table fact (n integer primary key, key text, article text, fact text, row text, unique (article, fact));
create table claim (n integer primary key, line blob);
"""


@dataclass
class _Told:
    """One article's fact: its row of `facts.jsonl`, and `n`, its place in the dataset."""

    n: int
    row: dict[str, Any]

    @property
    def article(self) -> str:
        return self.row["article_id"]

    @cached_property
    def days(self) -> tuple[date, date] | None:
        return bounds(self.row["date"] or self.row["period"] or "")

    @cached_property
    def published(self) -> date | None:
        days = bounds((self.row["published"] or "")[:10])
        return days[0] if days else None

    @cached_property
    def sum(self) -> tuple[Any, ...] | None:
        """Currency and figures; None where there are none."""
        figures = tuple(self.row[name] for name in SUM)
        return figures if any(figure is not None for figure in figures[1:4]) else None

    @cached_property
    def order(self) -> tuple[Any, ...]:
        """Facts with a sum and a date first; then by what they say, never by where they stand in the dataset."""
        row = self.row
        first = (self.sum is None, self.days is None, str(self.days), row["published"] or "9999")
        return (*first, self.article, len(row["fact_id"]), row["fact_id"])


def _one(fact: _Told, other: _Told, strict: bool) -> bool:
    equal = fact.sum is not None and fact.sum == other.sum
    if (strict and not equal) or (fact.article == other.article and not equal):
        return False
    if fact.days and other.days:
        gap = max(fact.days[0], other.days[0]) - min(fact.days[1], other.days[1])
        if gap.days > DATED_WITHIN:
            return False
        narrow = all((last - first).days <= TOLD_WITHIN for first, last in (fact.days, other.days))
        return equal or narrow or _told_together(fact, other)
    return equal or _told_together(fact, other)


def _told_together(fact: _Told, other: _Told) -> bool:
    if fact.published is None or other.published is None:
        return False
    return abs((fact.published - other.published).days) <= TOLD_WITHIN


class Claims:
    """Takes in rows of `facts.jsonl` with `add`, and gives the lines of `claims.jsonl`."""

    def __init__(self, scratch: sqlite3.Connection, names: Names, parties: Parties):
        self._scratch = scratch
        self._names = names
        self._parties = parties
        scratch.executescript(TABLES)

    def add(self, line: bytes) -> None:
        """Take in one row; one that was there before is left out."""
        row = json.loads(line, parse_float=Decimal)
        key = dumps(self._key(row)).decode()
        values = (key, row["article_id"], row["fact_id"], line.decode())
        self._scratch.execute("insert or ignore into fact (key, article, fact, row) values (?, ?, ?, ?)", values)

    def lines(self) -> Iterator[bytes]:
        """One JSON line a claim, in the order in which the dataset first tells them."""
        self._scratch.execute("create index fact_key on fact (key, n)")
        rows = self._scratch.execute("select key, n, row from fact order by key, n")
        for key, group in groupby(rows, lambda found: found[0]):
            told = [_Told(n, json.loads(row, parse_float=Decimal)) for _, n, row in group]
            for claim in _claims(told, strict=json.loads(key)["strict"]):
                first = min(fact.n for fact in claim)
                values = (first, dumps(self._line(claim, key)))
                self._scratch.execute("insert into claim values (?, ?)", values)
        for (line,) in self._scratch.execute("select line from claim order by n"):
            yield line + b"\n"

    def _key(self, row: dict[str, Any]) -> dict[str, Any]:
        """What facts must share to be one. Without a named subject a fact is its article's alone."""
        subject, target = self._side(row, "subject"), self._side(row, "object")
        alone = not (row["subject_id"] or (row["type"] == "acquisition" and row["object_id"]))
        return {
            "type": row["type"],
            "subject": subject,
            "object": target,
            **{name: row[name] for name in APART},
            "title": self._names.title(row["job_title"]),
            "strict": _is_strict(row, target),
            "alone": f"{row['article_id']} {row['fact_id']}" if alone else None,
        }

    def _side(self, row: dict[str, Any], slot: str) -> str | None:
        """The dataset party in a slot, or the article's words for it, folded."""
        if row[f"{slot}_id"]:
            found = self._parties.whole(row["article_id"], row[f"{slot}_id"])
            return found and found[0]
        return folded(row[slot]) if row[slot] else None

    def _line(self, claim: list[_Told], key: str) -> dict[str, Any]:
        """A line of `claims.jsonl`; its facts in the order of `_Told.order`."""
        told = sorted(claim, key=lambda fact: fact.order)
        row = told[0].row
        least = min(f"{fact.article}\n{fact.row['fact_id']}" for fact in told)
        amounts = _sides(told, SUM, [fact for fact in told if fact.sum])
        statuses = _sides(told, ("status", "negated"), told)
        dates = _sides(told, ("date",), [fact for fact in told if fact.row["date"]])
        several = {"amount": amounts, "status": statuses, "date": dates}
        return {
            "id": "K" + hashlib.sha256(f"{key}\n{least}".encode()).hexdigest()[:16],
            "type": row["type"],
            **self._named(row, "subject"),
            **self._named(row, "object"),
            **{name: row[name] for name in SHARED},
            "job_title": row["job_title"],
            "articles": len({fact.article for fact in told}),
            "differ": [name for name, sides in several.items() if len(sides) > 1],
            "amounts": amounts,
            "statuses": statuses,
            "dates": dates,
            "told": [_source(fact.row) for fact in told],
        }

    def _named(self, row: dict[str, Any], slot: str) -> dict[str, Any]:
        id_ = row[f"{slot}_id"]
        whole = self._parties.whole(row["article_id"], id_) if id_ else None
        return {slot: whole[1] if whole else row[slot], f"{slot}_party": whole[0] if whole else None}


def _is_strict(row: dict[str, Any], target: str | None) -> bool:
    """Whether what is left of a fact without its sum would fit several facts: then the sums must be equal."""
    if row["type"] == "result":
        return row["metric"] == "other" or row["period"] is None
    return target is None and row["type"] != "valuation"


def _claims(told: list[_Told], strict: bool) -> list[list[_Told]]:
    """Facts with one key as claims: equal sums first, then sums that differ, then facts that give none."""
    told = sorted(told, key=lambda fact: fact.order)
    equal: list[list[_Told]] = []
    for fact in told:
        if fact.sum:
            same = (claim for claim in equal if claim[0].sum == fact.sum and _fit(claim, [fact], strict))
            _add([fact], next(same, None), equal)
    claims: list[list[_Told]] = []
    for facts in equal:
        _add(facts, next((claim for claim in claims if _fit(claim, facts, strict)), None), claims)
    for fact in told:
        if not fact.sum:
            fitting = [claim for claim in claims if _fit(claim, [fact], strict)]
            _add([fact], max(fitting, key=len, default=None), claims)
    return claims


def _add(facts: list[_Told], claim: list[_Told] | None, claims: list[list[_Told]]) -> None:
    """Add facts to a claim, or as a new one to the claims."""
    if claim is None:
        claims.append(claim := [])
    claim.extend(facts)


def _fit(claim: list[_Told], facts: list[_Told], strict: bool) -> bool:
    return all(_one(fact, other, strict) for fact in facts for other in claim)


def _sides(told: list[_Told], names: tuple[str, ...], saying: list[_Told]) -> list[dict[str, Any]]:
    """What the facts say in some columns, each version with the facts that have it, most told first."""
    versions: dict[bytes, list[_Told]] = {}
    for fact in saying:
        versions.setdefault(dumps([fact.row[name] for name in names]), []).append(fact)
    ranked = sorted(versions.values(), key=lambda facts: (-len(facts), told.index(facts[0])))
    return [
        {name: facts[0].row[name] for name in names} | {"facts": [_reference(fact.row) for fact in facts]}
        for facts in ranked
    ]


def _reference(row: dict[str, Any]) -> str:
    """A fact of the dataset: article id, "#", fact id."""
    return f"{row['article_id']}#{row['fact_id']}"


def _source(row: dict[str, Any]) -> dict[str, Any]:
    kept = ("path", "line", "url", "title", "publisher", "published", "source", "evidence")
    return {"article": row["article_id"], "fact": row["fact_id"]} | {name: row[name] for name in kept}


