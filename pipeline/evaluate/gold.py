"""Gold articles: loading, checking, and the way from gold to a record and back.

A gold article is two files with one stem: the article (`STEM.txt` or `STEM.html`) and `STEM.json`, its gold.
Gold quotes the article (`text`, and `nth`: which occurrence of that string, counted from 1); `locate` turns
that into code-point offsets.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline import records
from pipeline.mentions import Article, Span
from pipeline.records import OPTIONAL_FACT_KEYS, Amount, Record, SpanText

T = TypeVar("T")

#: Suffixes an article may have, in the order in which they are looked for.
ARTICLE_SUFFIXES = (".txt", ".html", ".htm")


class GoldError(ValueError):
    """A gold folder or file cannot be used; the message names it and says what is wrong."""


class GoldModel(BaseModel):
    """Base of the gold entries. Unknown keys are left to `check`, which reports them."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldParty(GoldModel):
    """A party under all its names in the article."""

    id: str
    name: str
    kind: records.PartyKind
    aliases: tuple[str, ...] = ()
    ticker: str | None = None


class Quote(GoldModel):
    """Words of the article: the `nth` occurrence of `text`, counted from 1."""

    text: str = Field(min_length=1)
    nth: int = Field(default=1, ge=1)


class GoldMoney(Quote):
    """A sum; `amount`, `min`, `max` in currency units."""

    currency: str | None
    amount: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    qualifier: records.Qualifier
    per: str | None = None


class GoldDate(Quote):
    """A TIMEX3 expression and its value."""

    type: records.DateType
    value: str


class GoldClause(Quote):
    """A mention of a term."""

    type: records.ClauseType | records.OwnType
    status: records.ClauseStatus
    parties: tuple[str, ...] = ()
    trigger: str | None = None
    effect: str | None = None


class GoldFact(GoldModel):
    """A fact; `evidence` is verbatim."""

    type: records.FactType | records.OwnType
    subject: str | None = None
    object: str | None = None
    subject_text: str | None = None
    object_text: str | None = None
    amount: Amount | None = None
    date: str | None = None
    status: records.FactStatus
    negated: bool = False
    source: str | None = None
    metric: records.Metric | None = None
    period: str | None = None
    title: str | None = None
    change: records.Change | None = None
    stake: str | None = None
    seller: str | None = None
    matter: str | None = None
    instrument: str | None = None
    purpose: records.Purpose | None = None
    court: str | None = None
    evidence: str = Field(min_length=1)


class Gold(GoldModel):
    """What `STEM.json` holds."""

    published: str | None = None
    title: str | None = None
    parties: tuple[GoldParty, ...]
    money: tuple[GoldMoney, ...]
    dates: tuple[GoldDate, ...]
    clauses: tuple[GoldClause, ...]
    facts: tuple[GoldFact, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article. `path` is the article's file."""

    stem: str
    path: Path
    text: str
    gold: Gold

    @property
    def genre(self) -> str:
        """The stem up to its first hyphen: `court` of `court-patent-ruling`."""
        return self.stem.split("-", 1)[0]


def locate(text: str, needle: str, nth: int = 1) -> Span | None:
    """The code-point span of the nth (from 1, overlapping ones count) occurrence, None when there is none."""
    at = -1
    for _ in range(nth):
        at = text.find(needle, at + 1)
        if at < 0:
            return None
    return Span(at, at + len(needle))


def nth_at(text: str, start: int, end: int) -> int:
    """Which occurrence of `text[start:end]` this one is, from 1: the inverse of `locate`."""
    needle, nth, at = text[start:end], 1, -1
    while (at := text.find(needle, at + 1)) < start:
        nth += 1
    return nth


# Loading ---------------------------------------------------------------------------------------------------


def load_gold(folder: Path | str) -> list[GoldArticle]:
    """Read every gold article of a folder, in the order of their stems.

    Raises GoldError when the folder holds none, a file cannot be read or is no gold.
    """
    paths = _gold_files(Path(folder))
    return [_load(path) for path in paths]


def _gold_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder of gold articles")
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise GoldError(f"{folder}: holds no gold (STEM.json beside STEM.txt or STEM.html)")
    return paths


def _load(path: Path) -> GoldArticle:
    try:
        article = article_beside(path)
        gold = Gold.model_validate(read_json(path))
        return GoldArticle(stem=path.stem, path=article, text=article_text(article), gold=gold)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise GoldError(f"{path}: {where or 'gold'}: {first['msg']}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: {error}") from error


def read_json(path: Path) -> Any:
    """The JSON of a file with its numbers as exact decimals; raises GoldError when it is none."""
    try:
        return json.loads(path.read_bytes(), parse_float=Decimal)
    except ValueError as error:
        raise GoldError(f"{path}: not JSON: {error}") from error


def article_beside(path: Path) -> Path:
    """The article that a gold file belongs to; raises GoldError when it has none."""
    for suffix in ARTICLE_SUFFIXES:
        if (article := path.with_suffix(suffix)).is_file():
            return article
    raise GoldError(f"{path}: no article beside it ({', '.join(path.stem + s for s in ARTICLE_SUFFIXES)})")


def article_text(path: Path) -> str:
    """The text that offsets count in: the file as it stands for `.txt`, the extracted article for HTML."""
    if path.suffix == ".txt":
        return path.read_bytes().decode("utf-8")
    from pipeline.read import read_inputs  # HTML extraction is slow to import and seldom needed

    for article in read_inputs([path]):
        if isinstance(article, Article):
            return article.text
    raise GoldError(f"{path}: gives no article")


# Checking --------------------------------------------------------------------------------------------------


def check(folder: Path | str) -> list[str]:
    """Check the gold of a folder against its articles; one line a problem, empty when all is well.

    Every quoted text must stand in the article, every id, type and code be known, every entry be there once.
    """
    folder = Path(folder)
    try:
        paths = _gold_files(folder)
    except GoldError as error:
        return [str(error)]
    problems = [f"{path.name}: {problem}" for path in paths for problem in check_file(path)]
    golds = {path.stem for path in paths}
    orphans = [p for p in sorted(folder.iterdir()) if p.suffix in ARTICLE_SUFFIXES and p.stem not in golds]
    return problems + [f"{path.name}: has no gold beside it" for path in orphans]


def check_file(path: Path) -> Iterator[str]:
    """Yield the problems of one gold file."""
    try:
        raw = read_json(path)
        text = article_text(article_beside(path))
    except (GoldError, OSError, UnicodeDecodeError) as error:
        yield str(error)
        return
    try:
        gold = Gold.model_validate(raw)
    except ValidationError as error:
        for fault in error.errors():
            yield f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}"
        return
    yield from _unknown_keys(raw)
    yield from _check_parties(gold, text)
    for kind in ("money", "dates", "clauses"):
        yield from _check_quotes(kind, getattr(gold, kind), text)
    yield from _check_money(gold)
    yield from _check_clauses(gold, text)
    yield from _check_facts(gold, text)


_ENTRIES = {
    "parties": GoldParty, "money": GoldMoney, "dates": GoldDate, "clauses": GoldClause, "facts": GoldFact,
}  # fmt: skip


def _unknown_keys(raw: dict[str, Any]) -> Iterator[str]:
    for kind, model in _ENTRIES.items():
        for number, entry in enumerate(raw[kind]):
            for key in sorted(set(entry) - set(model.model_fields)):
                yield f"{kind} {number}: unknown key {key!r}"


def _check_parties(gold: Gold, text: str) -> Iterator[str]:
    for party_id, uses in Counter(party.id for party in gold.parties).items():
        if uses > 1:
            yield f"party {party_id}: id used {uses} times"
    for party in gold.parties:
        for name in (party.name, *party.aliases):
            if not name or name not in text:
                yield f"party {party.id}: {name!r} is not in the article"


def _check_quotes(kind: str, quotes: Iterable[Quote], text: str) -> Iterator[str]:
    for (words, nth), uses in Counter((quote.text, quote.nth) for quote in quotes).items():
        if uses > 1:
            yield f"{kind}: {words[:60]!r} nth {nth} stands {uses} times"
        if locate(text, words, nth) is None:
            yield f"{kind}: {words[:60]!r} nth {nth} is not in the article"


def _check_money(gold: Gold) -> Iterator[str]:
    for money in gold.money:
        if money.qualifier == "range" and (money.min is None or money.max is None):
            yield f"money {money.text!r}: range without min and max"
        if money.amount is None and money.qualifier not in {"range", "vague"}:
            yield f"money {money.text!r}: no amount"
        if money.currency is not None and not (len(money.currency) == 3 and money.currency.isupper()):
            yield f"money {money.text!r}: {money.currency!r} is no ISO 4217 code"


def _check_clauses(gold: Gold, text: str) -> Iterator[str]:
    ids = {party.id for party in gold.parties}
    for clause in gold.clauses:
        where = f"clause {clause.text[:40]!r}"
        if unknown := sorted(set(clause.parties) - ids):
            yield f"{where}: unknown parties {', '.join(unknown)}"
        for key in ("trigger", "effect"):
            words = getattr(clause, key)
            if words and words not in text:
                yield f"{where}: {key} {words[:40]!r} is not in the article"


def _check_facts(gold: Gold, text: str) -> Iterator[str]:
    ids = {party.id for party in gold.parties}
    for number, fact in enumerate(gold.facts):
        where = f"fact {number} ({fact.type})"
        for slot in ("subject", "object"):
            party, words = getattr(fact, slot), getattr(fact, f"{slot}_text")
            if party is not None and party not in ids:
                yield f"{where}: {slot} {party!r} is no party id"
            if words and words not in text:
                yield f"{where}: {slot}_text {words[:40]!r} is not in the article"
        if fact.subject is None and not fact.subject_text and fact.object is None:
            yield f"{where}: neither subject nor object"
        amount = fact.amount
        if amount and amount.value is None and (amount.min is None or amount.max is None):
            yield f"{where}: amount without value"
        if fact.evidence not in text:
            yield f"{where}: evidence {fact.evidence[:40]!r} is not in the article"


# Gold <-> record -------------------------------------------------------------------------------------------


def empty_record(article: GoldArticle) -> Record:
    """A record in which nothing was found: what an article that gave no record counts as."""
    return Record(
        article={  # type: ignore[arg-type]
            "id": "sha256:" + hashlib.sha256(article.text.encode()).hexdigest(),
            "title": article.gold.title,
            "published": article.gold.published,
            "source": {"path": article.path.name},
            "text": article.text,
        },
        made_by={"pipeline": "gold", "model": "gold", "patterns": "gold"},  # type: ignore[arg-type]
    )


def record_from_gold(article: GoldArticle) -> Record:
    """The record of a pipeline that makes no mistake. Raises GoldError when a quote is not in the article."""
    gold, text = article.gold, article.text
    update = {
        "parties": tuple(_party(party, text) for party in gold.parties),
        "money": _numbered("M", gold.money, lambda m, i: records.Money(id=i, **_quoted(m, text))),
        "dates": _numbered("D", gold.dates, lambda d, i: records.Date(id=i, **_quoted(d, text))),
        "clauses": _numbered(
            "C", gold.clauses, lambda c, i: records.Clause(id=i, rule="gold", **_quoted(c, text))
        ),
        "facts": _numbered("F", gold.facts, lambda f, i: _fact(f, i, text)),
    }
    return empty_record(article).model_copy(update=update)


def _numbered(letter: str, entries: tuple[Any, ...], make: Callable[[Any, str], T]) -> tuple[T, ...]:
    return tuple(make(entry, f"{letter}{number}") for number, entry in enumerate(entries, 1))


def _span_text(text: str, words: str, nth: int = 1) -> SpanText:
    span = locate(text, words, nth)
    if span is None:
        raise GoldError(f"{words[:60]!r} (nth {nth}) is not in the article")
    return SpanText(start=span.start, end=span.end, text=words)


def _quoted(quote: Quote, text: str) -> dict[str, Any]:
    return quote.model_dump(exclude={"nth"}) | _span_text(text, quote.text, quote.nth).model_dump()


def _party(party: GoldParty, text: str) -> records.Party:
    names = dict.fromkeys((party.name, *party.aliases))
    mentions = tuple(
        records.PartyMention(form="name", reason="gold", **_span_text(text, name).model_dump())
        for name in names
    )
    return records.Party(mentions=mentions, **party.model_dump())


def _fact(fact: GoldFact, fact_id: str, text: str) -> records.Fact:
    values = fact.model_dump(exclude={"evidence", "amount"})
    return records.Fact(
        id=fact_id, rule="gold", evidence=_span_text(text, fact.evidence), amount=fact.amount, **values
    )


def gold_from_record(record: Record) -> dict[str, Any]:
    """The gold that a record would be, as plain data in the order of the guide: a draft for a human reader.

    Keys that have no value are left out, save those that the guide always writes.
    """
    text = record.article.text
    return {
        "published": record.article.published,
        "title": record.article.title,
        "parties": [_plain(party, GoldParty, {"aliases"}) for party in record.parties],
        "money": [_plain_quote(m, GoldMoney, text, {"currency", "amount"}) for m in record.money],
        "dates": [_plain_quote(d, GoldDate, text, set()) for d in record.dates if d.value is not None],
        "clauses": [_plain_quote(c, GoldClause, text, {"parties"}) for c in record.clauses],
        "facts": [_plain_fact(fact) for fact in record.facts],
    }


def _plain(entry: BaseModel, model: type[GoldModel], always: set[str]) -> dict[str, Any]:
    values = {
        key: getattr(entry, key) for key in model.model_fields if key not in {"nth", "evidence", "negated"}
    }
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in values.items()
        if key in always or value not in (None, ())
    }


def _plain_quote(entry: Any, model: type[GoldModel], text: str, always: set[str]) -> dict[str, Any]:
    values = _plain(entry, model, always)
    return {"text": values.pop("text"), "nth": nth_at(text, entry.start, entry.end), **values}


def _plain_fact(fact: records.Fact) -> dict[str, Any]:
    values = _plain(fact, GoldFact, {"date", "status", "source"})
    if fact.amount is not None:
        values["amount"] = fact.amount.model_dump()
    if fact.negated:
        values["negated"] = True
    order = ("type", "subject", "subject_text", "object", "object_text", "amount", *OPTIONAL_FACT_KEYS)
    ordered = {key: values[key] for key in (*order, "date", "status", "negated", "source") if key in values}
    return ordered | {"evidence": fact.evidence.text}
