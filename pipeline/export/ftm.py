"""A dataset as FollowTheMoney entities, one JSON object a line: what Aleph, OpenSanctions and their tools read.

Parties are those of `parties.jsonl`, relations those of `claims.jsonl`: what several articles tell is one entity with
all of them as `proof`. Schemas and properties are those of followthemoney 4 (https://followthemoney.tech); the package
is not needed. FollowTheMoney knows what is and what was. What is expected, proposed or conditional becomes an
`UnknownLink` that says so in `role` and `status`. Denied and cancelled facts, results, valuations and facts without
two sides have no place in it and are left out.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
import pycountry

from ..dataset.store import ARTICLES, CLAIMS, FACTS, PARTIES, DatasetError
from ..normalise.timex import bounds
from ..records import plain

#: Schema of each kind of party.
SCHEMAS = {
    "company": "Company", "person": "Person", "public_body": "PublicBody", "organization": "Organization",
}  # fmt: skip
#: Posts that make somebody a director of what he works for; others are an Employment.
DIRECTING = re.compile(
    r"\b(?:chair\w*|chief \w+|c[efot]o|director|president|trustee|governor|general manager|head of state)\b", re.I
)
#: Statuses of what is or was.
REAL = {"completed", "ongoing"}
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")

Entity = dict[str, Any]


def export(output_dir: Path, out: Path) -> Counter[str]:
    """Write `entities.ftm.json` into `out`; how many entities of each schema, and `left out`.

    Raises DatasetError for a folder that holds no dataset with `parties.jsonl` and `claims.jsonl`.
    """
    for name in (ARTICLES, FACTS, PARTIES, CLAIMS):
        if not (output_dir / name).is_file():
            raise DatasetError(f"{output_dir}: no {name} there; run `newsfacts extract` again to have it written")
    counts: Counter[str] = Counter()
    out.mkdir(parents=True, exist_ok=True)
    path = out / "entities.ftm.json"
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as file:
        for entity in _Exporter(output_dir).entities(counts):
            counts[entity["schema"]] += 1
            file.write(orjson.dumps(entity) + b"\n")
    part.replace(path)
    return counts


class _Exporter:
    """Rows of facts and ids of parties stand in a temporary database on the disk: claims name them in any order."""

    def __init__(self, output_dir: Path):
        self._folder = output_dir
        self._database = sqlite3.connect("")
        self._database.execute("create table fact (id text primary key, row text) without rowid")
        self._database.execute("create table party (id text primary key, whole text, kind text) without rowid")
        self._makers: dict[str, Callable[[_Claim], list[Entity]]] = {
            "acquisition": _ownership, "investment": _investment, "payment": _payment, "financing": _debt,
            "agreement": _contract, "lawsuit": _court_case, "position": _position,
        }  # fmt: skip

    def entities(self, counts: Counter[str]) -> Iterator[Entity]:
        yield from self._parties()
        yield from self._articles()
        self._load_facts()
        for line in _lines(self._folder / CLAIMS):
            claim = self._claim(json.loads(line, parse_float=Decimal))
            made = self._made(claim)
            counts["left out"] += not made
            yield from made

    def _parties(self) -> Iterator[Entity]:
        for line in _lines(self._folder / PARTIES):
            party = orjson.loads(line)
            keys = ((f"{m['article']} {m['party']}", party["id"], party["kind"]) for m in party["members"])
            self._database.executemany("insert or ignore into party values (?, ?, ?)", keys)
            properties = {"name": [party["name"], *party["names"]], "notes": _joined(party)}
            if party["kind"] == "company":
                properties["ticker"] = party["tickers"]
            yield _entity(_party_id(party["id"]), SCHEMAS[party["kind"]], properties)

    def _articles(self) -> Iterator[Entity]:
        seen = set()
        for line in _lines(self._folder / ARTICLES):
            record = orjson.loads(line)
            article = record["article"]
            if article["id"] in seen:
                continue
            seen.add(article["id"])
            yield _article(article)
            for party in record["parties"]:
                whole = self._party(article["id"], party["id"])
                names = [m["text"] for m in party["mentions"] if m["form"] == "name"]
                mention = {
                    "document": [_article_id(article["id"])], "resolved": [_party_id(whole)] if whole else [],
                    "name": [party["name"], *names], "detectedSchema": [SCHEMAS[party["kind"]]],
                }  # fmt: skip
                yield _entity(_id("mention", article["id"], party["id"]), "Mention", mention)

    def _load_facts(self) -> None:
        rows = ((orjson.loads(line), line.decode()) for line in _lines(self._folder / FACTS))
        keyed = ((f"{row['article_id']}#{row['fact_id']}", line) for row, line in rows)
        self._database.executemany("insert or ignore into fact values (?, ?)", keyed)

    def _party(self, article: str, party: str | None) -> str | None:
        query = "select whole from party where id = ?"
        found = self._database.execute(query, (f"{article} {party}",)).fetchone() if party else None
        return found and found[0]

    def _claim(self, claim: dict[str, Any]) -> _Claim:
        first = claim["told"][0]
        query = "select row from fact where id = ?"
        (row,) = self._database.execute(query, (f"{first['article']}#{first['fact']}",)).fetchone()
        return _Claim(claim, json.loads(row, parse_float=Decimal))

    def _made(self, claim: _Claim) -> list[Entity]:
        """The entities of a claim, the relation itself last; none where FollowTheMoney has no place for it."""
        make = self._makers.get(claim.row["type"])
        if make is None or claim.off or not claim.subject:
            return []
        return make(claim) if claim.real else _unknown(claim)


class _Claim:
    """A claim and the row of the fact that stands first in it."""

    def __init__(self, claim: dict[str, Any], row: dict[str, Any]):
        self.claim = claim
        self.row = row
        self.subject = claim["subject_party"] and _party_id(claim["subject_party"])
        self.object = claim["object_party"] and _party_id(claim["object_party"])
        told = claim["statuses"][0]
        self.status = told["status"]
        self.off = told["negated"] or self.status == "cancelled"
        self.real = self.status in REAL

    def relation(self, schema: str, **properties: Any) -> Entity:
        """The entity of this claim, with what every relation says: when, in which words, and where it is told."""
        told = self.claim["told"]
        common = {
            "summary": [source["evidence"] for source in told],
            "proof": [_article_id(source["article"]) for source in told],
            "publisher": [source["publisher"] for source in told],
            "sourceUrl": _urls(source["url"] for source in told),
            "recordId": [self.claim["id"]],
        }
        return _entity(_id(schema, self.claim["id"]), schema, common | properties)

    def days(self, name: str = "date") -> dict[str, list[str]]:
        """The dates that the articles give, as the property `name`."""
        return {name: [day for side in self.claim["dates"] for day in _day(side["date"])]}

    def sums(self, value: str = "amount", currency: str = "currency") -> dict[str, list[str]]:
        """The sums that the articles give in one figure; a rate is no sum."""
        sides = [s for s in self.claim["amounts"] if s["amount"] is not None and s["per"] is None]
        figures = [plain(Decimal(side["amount"])) for side in sides]
        return {value: figures, currency: [side["currency"] for side in sides]}

    def thing(self, schema: str) -> Entity | None:
        """What the claim is about where no party is named: an entity with the article's words as its name."""
        words = self.claim["object"]
        return _entity(_id(schema, self.claim["id"], words), schema, {"name": [words]}) if words else None


def _ownership(claim: _Claim) -> list[Entity]:
    """Owner and owned; a sum paid for it is the shares' value."""
    if claim.object and claim.row["object_kind"] != "company":
        return _unknown(claim)
    asset = None if claim.object else claim.thing("Asset")
    if not claim.object and asset is None:
        return []
    owned = claim.object or asset["id"]
    relation = claim.relation(
        "Ownership", owner=[claim.subject], asset=[owned], percentage=[claim.row["stake"]],
        role=[claim.row["type"]], status=[claim.status],
        **claim.days("startDate"), **claim.sums("sharesValue", "sharesCurrency"),
    )  # fmt: skip
    return [asset, relation] if asset else [relation]


def _investment(claim: _Claim) -> list[Entity]:
    """A company is owned in part; anybody else is paid."""
    if claim.row["object_kind"] == "company":
        return _ownership(claim)
    return _payment(claim)


def _payment(claim: _Claim) -> list[Entity]:
    if not claim.object:
        return []
    purpose = claim.row["purpose"] or claim.row["type"]
    relation = claim.relation(
        "Payment", payer=[claim.subject], beneficiary=[claim.object], purpose=[purpose],
        **claim.days(), **claim.sums(),
    )  # fmt: skip
    return [relation]


def _debt(claim: _Claim) -> list[Entity]:
    creditor = [claim.object] if claim.object else []
    debt = claim.relation(
        "Debt", debtor=[claim.subject], creditor=creditor, description=[claim.row["instrument"]],
        **claim.days(), **claim.sums(),
    )  # fmt: skip
    return [debt]


def _contract(claim: _Claim) -> list[Entity]:
    """A contract that the one side gives, awarded to the other."""
    if not claim.object:
        return []
    row = claim.row
    title = row["matter"] or f"Agreement of {claim.claim['subject']} and {claim.claim['object']}"
    contract = _entity(
        _id("Contract", claim.claim["id"]),
        "Contract",
        {
            "title": [title], "name": [title], "authority": [claim.subject], "status": [claim.status],
            "proof": [_article_id(told["article"]) for told in claim.claim["told"]],
            **claim.days("contractDate"), **claim.sums(),
        },
    )  # fmt: skip
    award = claim.relation(
        "ContractAward", supplier=[claim.object], contract=[contract["id"]], **claim.days(), **claim.sums()
    )
    return [contract, award]


def _court_case(claim: _Claim) -> list[Entity]:
    """The case, and the two sides of it."""
    name = f"{claim.claim['subject']} v {claim.claim['object'] or 'unknown'}"
    told = claim.claim["told"]
    case = _entity(
        _id("CourtCase", claim.claim["id"]),
        "CourtCase",
        {
            "name": [name], "court": [claim.row["court"]], "status": [claim.status], **claim.days("fileDate"),
            "summary": [source["evidence"] for source in told],
            "proof": [_article_id(source["article"]) for source in told],
        },
    )  # fmt: skip
    sides = ((claim.subject, "brings the case"), (claim.object, "answers it"))
    return [case, *(
        _entity(
            _id("CourtCaseParty", claim.claim["id"], role),
            "CourtCaseParty",
            {"case": [case["id"]], "party": [party], "role": [role], "proof": case["properties"]["proof"]},
        )
        for party, role in sides
        if party
    )]  # fmt: skip


def _position(claim: _Claim) -> list[Entity]:
    row = claim.row
    if not claim.object or row["subject_kind"] != "person" or row["object_kind"] == "person":
        return []
    when = {"appointed": "startDate", "left": "endDate"}.get(row["change"], "date")
    common = {"role": [row["job_title"]], "status": [row["change"]], **claim.days(when)}
    if DIRECTING.search(row["job_title"] or ""):
        sides = {"director": [claim.subject], "organization": [claim.object]}
        return [claim.relation("Directorship", **sides, **common)]
    return [claim.relation("Employment", employee=[claim.subject], employer=[claim.object], **common)]


def _unknown(claim: _Claim) -> list[Entity]:
    """A link of two parties that names what is expected, proposed or conditional between them."""
    if not claim.object:
        return []
    role = [f"{claim.row['type']} ({claim.status})"]
    sides = {"subject": [claim.subject], "object": [claim.object]}
    return [claim.relation("UnknownLink", **sides, role=role, status=[claim.status], **claim.days())]


def _article(article: dict[str, Any]) -> Entity:
    language = pycountry.languages.get(alpha_2=article["language"] or "")
    properties = {
        "title": [article["title"]], "author": article["authors"], "publisher": [article["publisher"]],
        "publishedAt": _day((article["published"] or "")[:10]), "sourceUrl": _urls([article["source"]["url"]]),
        "fileName": [article["source"]["path"]], "language": [language.alpha_3 if language else None],
        "bodyText": [article["text"]],
    }  # fmt: skip
    return _entity(_article_id(article["id"]), "Article", properties)


def _joined(party: dict[str, Any]) -> list[str]:
    """How many articles name it, and why they are taken to mean one party."""
    reasons = sorted({member["reason"] for member in party["members"] if member["reason"]})
    return [f"named in {party['articles']} articles: {', '.join(reasons)}"] if reasons else []


def _entity(id_: str, schema: str, properties: dict[str, Iterable[Any]]) -> Entity:
    """An entity without empty properties; each value once, in order."""
    kept = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    return {"id": id_, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _id(*parts: str | None) -> str:
    return "newsfacts-" + hashlib.sha1("\n".join(map(str, parts)).encode()).hexdigest()


def _party_id(whole: str) -> str:
    return f"newsfacts-{whole}"


def _article_id(article: str) -> str:
    return _id("article", article)


def _urls(urls: Iterable[str | None]) -> list[str]:
    return [url for url in urls if url and re.match(r"https?://[^/\s]+\.\w+", url)]


def _day(value: str) -> list[str]:
    """A TIMEX3 value as FollowTheMoney writes dates: a day, a month or a year; what is none of them by its year."""
    if _ISO.fullmatch(value):
        return [value]
    days = bounds(value)
    return [f"{days[0].year:04d}"] if days and days[0].year == days[1].year else []


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file
