"""A small dataset for the report's tests: invented articles, one of them hostile, with records made by hand."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from pipeline.records import (
    Amount,
    ArticleRecord,
    Clause,
    Date,
    Fact,
    MadeBy,
    Money,
    Party,
    PartyMention,
    Record,
    SpanText,
)

HOSTILE = "</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>"
DEAL = (
    "Norvane buys Kestrel\n\n"
    "🚀 Norvane Holdings bought Kestrel Tools for $120.50 million in March 2024. "
    "Norvane may end the deal if the seller is late.\n"
    "Ilse Brandt was named chief executive of Norvane Holdings."
)
OTHER = f"Kestrel fined\n\nA court fined Kestrel Tools $3 million. {HOSTILE} It denies that it paid $7 million."


def write_dataset(folder: Path, copies: int = 1) -> Path:
    """A folder as `extract` leaves it; `copies` of the two articles, each with its own id and path."""
    records = [record for number in range(copies) for record in (deal(number), fine(number))]
    folder.mkdir(exist_ok=True)
    (folder / "articles.jsonl").write_bytes(b"".join(record.to_json() + b"\n" for record in records))
    reject = {"path": f"{HOSTILE}.html", "line": 3, "stage": "read", "reason": f"no text but {HOSTILE}"}
    (folder / "rejects.jsonl").write_text(json.dumps(reject) + "\n", encoding="utf-8")
    manifest = {
        "fingerprint": {"pipeline": "newsfacts 0", "model": HOSTILE},
        "inputs": ["news"],
        "run": {"started": "2024-03-05T00:00:00+00:00", "seconds": 1.5, "analysed": len(records)},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def join_kestrel(folder: Path) -> Path:
    """Let `parties.jsonl` say that both articles name one Kestrel, and call it by a name that neither has."""
    told = [("deal", "P2"), ("fine", next(party.id for party in fine().parties if party.name == "Kestrel Tools"))]
    articles = {"deal": deal().article.id, "fine": fine().article.id}
    members = [{"article": articles[stem], "party": party} for stem, party in told]
    rows = [
        {"id": "X1", "name": "Kestrel Tools Ltd", "articles": 2, "members": members},
        {"id": "X2", "name": "alone", "articles": 1, "members": [{"article": articles["deal"], "party": "P1"}]},
    ]
    (folder / "parties.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def deal(number: int = 0) -> Record:
    """An acquisition, an appointment and a clause; an astral character stands before them."""
    norvane, kestrel, brandt = "Norvane Holdings", "Kestrel Tools", "Ilse Brandt"
    sentence = DEAL.split("\n")[2]
    return Record(
        article=_article(number, "deal", DEAL),
        parties=(
            _party(DEAL, "P1", norvane, "company"),
            _party(DEAL, "P2", kestrel, "company"),
            _party(DEAL, "P3", brandt, "person"),
        ),
        money=(
            Money(
                id="M1", currency="USD", amount=Decimal("120500000"), assumed=("currency",), rule="money.sign-before",
                **_span(DEAL, "$120.50 million"),
            ),
        ),
        dates=(
            Date.model_validate(
                {"id": "D1", "type": "DATE", "value": "2024-03", "from": "2024-03-01", "to": "2024-03-31",
                 "meaning": "2024-03", "rule": "month.year", **_span(DEAL, "March 2024")}
            ),
        ),
        clauses=(
            Clause(
                id="C1", type="termination", status="in_force", parties=("P1",), trigger="the seller is late",
                effect="Norvane may end the deal", rule="termination.may-end", cues=(_words(DEAL, "may end"),),
                **_span(DEAL, "Norvane may end the deal if the seller is late"),
            ),
        ),
        facts=(
            Fact(
                id="F1", type="acquisition", subject="P1", object="P2", money="M1", date="2024-03",
                status="completed", rule="acquisition.buy", cues=(_words(DEAL, "bought"),),
                amount=Amount(currency="USD", value=Decimal("120500000")),
                evidence=_words(DEAL, sentence[: sentence.index(" Norvane may")]),
                mentions=(_words(DEAL, norvane), _words(DEAL, kestrel)),
            ),
            Fact(
                id="F2", type="position", subject="P3", object="P1", status="completed", title="chief executive",
                change="appointed", rule="position.named", cues=(_words(DEAL, "named"),),
                evidence=_words(DEAL, DEAL.split("\n")[3]),
            ),
        ),
        made_by=MadeBy(pipeline="newsfacts 0", model="none", patterns="none"),
    )  # fmt: skip


def fine(number: int = 0) -> Record:
    """A fine, and a payment that is denied; between them stands what would run if it were not escaped."""
    return Record(
        article=_article(number, "fine", OTHER),
        parties=(_party(OTHER, "P1", "Kestrel Tools", "company"),),
        facts=(
            Fact(
                id="F1", type="payment", subject="P1", object_text="=cmd|' /C calc'!A0", purpose="fine", date="2019",
                amount=Amount(currency="USD", value=Decimal(3_000_000)), status="completed", rule="payment.fine",
                evidence=_words(OTHER, "A court fined Kestrel Tools $3 million."), cues=(_words(OTHER, "fined"),),
            ),
            Fact(
                id="F2", type="payment", subject="P1", status="completed", negated=True, rule="payment.pay",
                amount=Amount(currency="USD", value=Decimal(7_000_000)), object_text=HOSTILE,
                evidence=_words(OTHER, "It denies that it paid $7 million."), cues=(_words(OTHER, "paid"),),
            ),
        ),
        made_by=MadeBy(pipeline="newsfacts 0", model="none", patterns="none"),
    )  # fmt: skip


def _article(number: int, name: str, text: str) -> ArticleRecord:
    return ArticleRecord.model_validate(
        {
            "id": f"sha256:{name}{number}", "title": text.split("\n")[0], "published": "2024-03-04", "language": "en",
            "publisher": "The Invented Courier", "source": {"path": f"{number}/{name}.txt"}, "text": text,
        }
    )  # fmt: skip


def _party(text: str, id_: str, name: str, kind: str) -> Party:
    mention = PartyMention(form="name", reason="ner:ORG", **_span(text, name))
    return Party.model_validate({"id": id_, "name": name, "kind": kind, "mentions": [mention]})


def _words(text: str, words: str) -> SpanText:
    return SpanText(**_span(text, words))


def _span(text: str, words: str) -> dict:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}
