"""What the page shows, as compact JSON: an index of all facts and clauses, and the articles in chunks.

The index is parsed when the page opens, a chunk when one of its articles is looked at. Rows are arrays whose
columns are named once. Offsets stay code points of the article's text, amounts are strings of exact decimals.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..dataset.store import ARTICLES, MANIFEST, PARTIES, REJECTS, DatasetError
from ..normalise.timex import bounds
from ..records import ArticleRecord, Clause, Date, Fact, Money, Party, Record, SpanText, dumps, plain
from ..rows import COLUMNS, fact_rows

#: Bytes of JSON at which a chunk of articles is full: parsed in a few milliseconds.
CHUNK_BYTES = 250_000
#: Columns of an article's row; `chunk` and `slot` say where its text and mentions are.
ARTICLE_COLUMNS = (
    "article_id", "title", "publisher", "published", "path", "line", "url", "language", "warnings", "clauses",
    "chunk", "slot",
)  # fmt: skip
#: Columns of `facts.jsonl` that a fact takes from its article.
FROM_ARTICLE = ("article_id", "path", "line", "url", "title", "publisher", "published")
#: Columns of a fact's row: its article's row, first and last day of its date, those of `facts.jsonl`, and the
#: places of its parties among those of the dataset.
FACT_COLUMNS = (
    "article", "from", "to", *(name for name in COLUMNS if name not in FROM_ARTICLE), "subject_party", "object_party",
)  # fmt: skip
CLAUSE_COLUMNS = ("article", "clause_id", "type", "status", "parties", "trigger", "effect", "text", "rule")


#: Columns of money and dates in a chunk. A day or meaning that is the value itself is left out.
MONEY_COLUMNS = (
    "start", "end", "currency", "amount", "min", "max", "per", "qualifier", "cue", "assumed",
    "equivalent_of", "id", "rule",
)  # fmt: skip
DATE_COLUMNS = ("start", "end", "type", "value", "rule", "from", "to", "meaning", "anchor", "mod")
#: Columns in which two facts of one type, currency and subject must agree to be the same claim.
CLAIM = ("subject", "object", "amount", "date", "period", "metric", "purpose")


@dataclass
class Total:
    """Sums of one fact type in one currency. The same claim told by several articles is added once."""

    facts: int = 0
    added: int = 0
    total: Decimal = Decimal(0)
    largest: Decimal = Decimal(0)
    claims: set[tuple[object, ...]] = field(default_factory=set)

    def add(self, row: dict[str, Any]) -> None:
        """Count a fact; add its amount when it is one figure, no rate and not denied."""
        self.facts += 1
        amount = row["amount"]
        off = row["negated"] or row["status"] == "cancelled"
        claim = tuple(row[name] for name in CLAIM) + (() if row["subject"] else (row["article_id"],))
        if amount is None or row["per"] or off or claim in self.claims:
            return
        self.claims.add(claim)
        self.added += 1
        self.total += amount
        self.largest = max(self.largest, amount)


@dataclass
class Dataset:
    """All that the page shows. `chunks` are JSON arrays of articles, in the order of the dataset."""

    name: str
    manifest: dict[str, Any]
    rejects: list[dict[str, Any]]
    articles: list[list[Any]] = field(default_factory=list)
    facts: list[list[Any]] = field(default_factory=list)
    clauses: list[list[Any]] = field(default_factory=list)
    chunks: list[bytes] = field(default_factory=list)
    types: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    totals: dict[tuple[str, str], Total] = field(default_factory=dict)
    #: Names of the parties that several articles have in common, and the place of each article's party among them.
    parties: list[str] = field(default_factory=list)
    places: dict[tuple[str, str], int] = field(default_factory=dict)

    def index(self) -> dict[str, Any]:
        """What the page's scripts read when it opens."""
        return {
            "name": self.name,
            "parties": self.parties,
            "csv": list(COLUMNS),
            "money": MONEY_COLUMNS,
            "dates": DATE_COLUMNS,
            "articles": {"columns": ARTICLE_COLUMNS, "rows": self.articles},
            "facts": {"columns": FACT_COLUMNS, "rows": self.facts},
            "clauses": {"columns": CLAUSE_COLUMNS, "rows": self.clauses},
        }

    def add_all(self, records: Iterable[Record]) -> None:
        """Take in the records, closing a chunk whenever it is full."""
        chunk: list[bytes] = []
        size = 0
        for record in records:
            self._add(record, len(chunk))
            chunk.append(dumps(_article(record)))
            size += len(chunk[-1])
            if size >= CHUNK_BYTES:
                self._close(chunk)
                chunk, size = [], 0
        if chunk:
            self._close(chunk)

    def sums(self) -> list[tuple[str, list[tuple[str, Total]]]]:
        """The totals by type and currency, types by their count, currencies by how many facts have them."""
        types: dict[str, list[tuple[str, Total]]] = {}
        for (type_, currency), total in self.totals.items():
            types.setdefault(type_, []).append((currency, total))
        for currencies in types.values():
            currencies.sort(key=lambda row: (-row[1].facts, row[0]))
        return sorted(types.items(), key=lambda row: (-self.types[row[0]], row[0]))

    def reject_stages(self) -> list[tuple[str, int]]:
        """The stages that gave inputs up, with how many, the largest first."""
        return Counter(str(reject["stage"]) for reject in self.rejects).most_common()

    def _close(self, chunk: list[bytes]) -> None:
        self.chunks.append(b"[" + b",".join(chunk) + b"]")

    def _add(self, record: Record, slot: int) -> None:
        number = len(self.articles)
        self.articles.append(_article_row(record, len(self.chunks), slot))
        for row in fact_rows(record):
            self.facts.append([*_fact_row(row, number), *self._places(row)])
            self.types[row["type"]] += 1
            self.statuses[row["status"]] += 1
            if row["currency"]:
                self.totals.setdefault((row["type"], row["currency"]), Total()).add(row)
        names = {party.id: party.name for party in record.parties}
        self.clauses += (_clause_row(clause, names, number) for clause in record.clauses)
        self.mentions.update(
            parties=len(record.parties), money=len(record.money), dates=len(record.dates), articles=1
        )

    def _places(self, row: dict[str, Any]) -> list[int | None]:
        return [self.places.get((row["article_id"], row[f"{slot}_id"])) for slot in ("subject", "object")]

    def join(self, parties: Iterable[dict[str, Any]]) -> None:
        """Take in `parties.jsonl`, before the records: of it, the parties that are in more than one article."""
        for party in parties:
            if party["articles"] > 1:
                self.places |= {(told["article"], told["party"]): len(self.parties) for told in party["members"]}
                self.parties.append(party["name"])


def read_dataset(output_dir: Path) -> Dataset:
    """Read what `extract` wrote. Raises DatasetError, naming the file and line that is at fault."""
    for name in (ARTICLES, REJECTS, MANIFEST):
        if not (output_dir / name).is_file():
            raise DatasetError(f"{output_dir}: no {name} there; name a folder that `newsfacts extract` wrote")
    dataset = Dataset(
        output_dir.resolve().name,
        _object(output_dir / MANIFEST),
        [_parse(line, where) for line, where in _lines(output_dir / REJECTS)],
    )
    if (output_dir / PARTIES).is_file():  # a dataset of an earlier version has none
        dataset.join(_parse(line, where) for line, where in _lines(output_dir / PARTIES))
    dataset.add_all(_records(output_dir / ARTICLES))
    return dataset


def _records(path: Path) -> Iterator[Record]:
    for line, where in _lines(path):
        try:
            yield Record.model_validate(_parse(line, where))
        except ValidationError as error:
            raise DatasetError(f"{where}: no record: {str(error).splitlines()[0]}") from error


def _lines(path: Path) -> Iterator[tuple[bytes, str]]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            yield line, f"{path}:{number}"


def _object(path: Path) -> dict[str, Any]:
    return _parse(path.read_bytes(), str(path))


def _parse(text: bytes, where: str) -> dict[str, Any]:
    try:
        value = json.loads(text, parse_float=Decimal)
    except ValueError as error:
        raise DatasetError(f"{where}: no JSON: {error}") from error
    if not isinstance(value, dict):
        raise DatasetError(f"{where}: a JSON object was expected")
    return value


def _article_row(record: Record, chunk: int, slot: int) -> list[Any]:
    article: ArticleRecord = record.article
    source = article.source
    return [
        article.id, article.title, article.publisher, article.published, source.path, source.line, source.url,
        article.language, list(article.warnings), len(record.clauses), chunk, slot,
    ]  # fmt: skip


def _fact_row(row: dict[str, Any], article: int) -> list[Any]:
    span = bounds(row["date"] or row["period"] or "")
    days = [day.isoformat() for day in span] if span else [None, None]
    return [article, *days, *(_exact(row[name]) for name in FACT_COLUMNS[3:-2])]


def _clause_row(clause: Clause, names: dict[str, str], article: int) -> list[Any]:
    parties = [names.get(party, party) for party in clause.parties]
    return [
        article, clause.id, clause.type, clause.status, parties, clause.trigger, clause.effect, clause.text,
        clause.rule,
    ]  # fmt: skip


def _article(record: Record) -> dict[str, Any]:
    """Text and mentions of an article; what the index knows and what the text itself says is left out."""
    return {
        "text": record.article.text,
        "parties": [_party(party) for party in record.parties],
        "money": [_money(money) for money in record.money],
        "dates": [_date(date) for date in record.dates],
        "clauses": [
            _short({"id": clause.id, "start": clause.start, "end": clause.end, "cues": _places(clause.cues)})
            for clause in record.clauses
        ],
        "facts": [_fact(fact) for fact in record.facts],
    }


def _party(party: Party) -> dict[str, Any]:
    mentions = [[m.start, m.end, m.form, m.reason] for m in party.mentions]
    named = {"id": party.id, "name": party.name, "kind": party.kind, "aliases": party.aliases}
    return _short({**named, "ticker": party.ticker, "mentions": mentions})


def _money(money: Money) -> list[Any]:
    values = money.model_dump() | {"cue": money.cue.text if money.cue else None}
    return [_exact(values[name]) if values[name] != () else None for name in MONEY_COLUMNS]


def _date(date: Date) -> list[Any]:
    values = date.model_dump(by_alias=True)
    same = {name: None for name in ("from", "to", "meaning") if values[name] == date.value}
    return [(values | same)[name] for name in DATE_COLUMNS]


def _fact(fact: Fact) -> dict[str, Any]:
    parts = {"evidence": _places([fact.evidence])[0], "mentions": _places(fact.mentions)}
    return _short({"id": fact.id, **parts, "cues": _places(fact.cues), "money": fact.money})


def _places(spans: Iterable[SpanText]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _exact(value: Any) -> Any:
    return plain(Decimal(value)) if isinstance(value, Decimal) else value


def _short(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty."""
    return {name: value for name, value in values.items() if value not in (None, (), [])}
