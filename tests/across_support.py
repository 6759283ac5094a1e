"""Small datasets for the tests of what spans articles: records from a few words each."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from pipeline.dataset.across import write_across
from pipeline.patterns import Patterns
from pipeline.records import Amount, ArticleRecord, Fact, MadeBy, Party, PartyMention, Record, SourceRecord, SpanText
from pipeline.rows import facts_json

MADE_BY = MadeBy(pipeline="newsfacts 0", model="none", patterns="sha256:0")
KINDS = {"c": "company", "p": "person", "b": "public_body", "o": "organization"}


def article(stem: str, *parties: str, facts: tuple[dict[str, Any], ...] = (), published: str | None = None) -> Record:
    """A record. A party is "kind:Name", "kind:Name=TICKER", "kind:Name=EXCH:TICKER" or "kind:Name (Alias)"."""
    text = stem + "\n"
    found = []
    for number, words in enumerate(parties, 1):
        kind, _, rest = words.partition(":")
        name, _, ticker = rest.partition("=")
        name, _, alias = name.partition(" (")
        start = len(text)
        text += f"{name} ({ticker})\n" if ticker else f"{name}\n"
        mentions = [PartyMention(start=start, end=start + len(name), text=name, form="name")]
        exchange, _, code = ticker.rpartition(":")
        if code:
            at = start + len(name) + 2 + (len(exchange) + 1 if exchange else 0)
            mentions.append(PartyMention(start=at, end=at + len(code), text=code, form="name"))
        aliases = (alias.rstrip(")"),) if alias else ()
        found.append(
            Party(
                id=f"P{number}", name=name, kind=KINDS[kind], ticker=code or None, mentions=mentions, aliases=aliases
            )
        )
    evidence = SpanText(start=0, end=len(stem), text=stem)
    made = tuple(
        Fact(**{"id": f"F{number}", "status": "completed", "evidence": evidence, "rule": "test"} | fact)
        for number, fact in enumerate(facts, 1)
    )
    about = ArticleRecord(
        id="sha256:" + hashlib.sha256(stem.encode()).hexdigest(),
        title=stem, published=published, source=SourceRecord(path=f"{stem}.txt"), text=text,
    )  # fmt: skip
    return Record(article=about, parties=tuple(found), facts=made, made_by=MADE_BY)


def usd(value: int) -> Amount:
    return Amount(currency="USD", value=value)


def link(folder: Path, *records: Record) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The lines of `parties.jsonl` and of `claims.jsonl` for a dataset of these records."""
    names = ("articles", "facts", "parties", "claims")
    paths = {name: folder / f"{name}.jsonl" for name in names}
    paths["articles"].write_bytes(b"".join(record.to_json() + b"\n" for record in records))
    paths["facts"].write_bytes(b"".join(facts_json(record) for record in records))
    written = write_across(*(paths[name] for name in names), folder / "scratch", Patterns())
    parties, claims = ([json.loads(line) for line in paths[name].read_text().splitlines()] for name in names[2:])
    assert written == {"parties_across": len(parties), "claims": len(claims)}
    assert sorted(path.name for path in folder.glob("*")) == sorted(path.name for path in paths.values())
    return parties, claims
