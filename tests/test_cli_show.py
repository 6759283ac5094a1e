"""`newsfacts show` and `newsfacts evaluate`: what a person reads in a terminal."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.records import (
    Amount,
    ArticleRecord,
    Clause,
    Fact,
    MadeBy,
    Money,
    Party,
    PartyMention,
    Record,
    SpanText,
)
from pipeline.show import amount_words, coloured, fact_sentence, print_record
from tests.command import newsfacts

TEXT = "Norvane bought Kestrel for $120 million. Norvane may end the deal if the seller is late."


def span(words: str) -> dict:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


@pytest.fixture
def record() -> Record:
    def party(id_: str, name: str) -> Party:
        return Party(id=id_, name=name, kind="company", mentions=(PartyMention(form="name", **span(name)),))

    fact = Fact(
        id="F1", type="acquisition", subject="P1", object="P2", status="completed", date="2023", rule="acquisition.buy",
        amount=Amount(currency="USD", value=Decimal(120_000_000)), money="M1",
        evidence=SpanText(**span("Norvane bought Kestrel for $120 million.")), cues=(SpanText(**span("bought")),),
    )  # fmt: skip
    clause = Clause(
        id="C1", type="termination", status="in_force", parties=("P1",), trigger="the seller is late",
        effect="Norvane may end the deal", rule="termination.may-end",
        **span("Norvane may end the deal if the seller is late"),
    )  # fmt: skip
    return Record(
        article=ArticleRecord(id="sha256:0", title="Deal", published="2024-03-04", text=TEXT, warnings=("odd",)),
        parties=(party("P1", "Norvane"), party("P2", "Kestrel")),
        money=(Money(id="M1", currency="USD", amount=Decimal(120_000_000), **span("$120 million")),),
        clauses=(clause,),
        facts=(fact,),
        made_by=MadeBy(pipeline="newsfacts 0", model="none", patterns="none"),
    )


def shown(record: Record, why: bool = False) -> str:
    out = io.StringIO()
    print_record(record, why, Console(file=out, width=100, highlight=False))
    return out.getvalue()


def test_a_record_as_a_person_reads_it(record):
    assert shown(record) == (
        "Deal\n2024-03-04 · language unknown\nwarning: odd\n"
        "\nFacts\n  F1  Norvane → Kestrel, acquisition, USD 120,000,000, 2023, completed\n"
        "\nClauses\n  C1  termination, in force, Norvane, the seller is late ⇒ Norvane may end the deal\n"
        f"\n{TEXT}\n"
    )


def test_why_names_rule_cues_and_words(record):
    words = shown(record, why=True)
    assert "rule acquisition.buy on “bought”" in words
    assert "0–40 “Norvane bought Kestrel for $120 million.”" in words
    assert "rule termination.may-end on no cue" in words


def test_every_mention_is_coloured_by_kind(record):
    text = coloured(record)
    assert text.plain == TEXT
    styles = {(TEXT[s.start : s.end], str(s.style)) for s in text.spans}
    assert ("$120 million", "bold green") in styles
    assert ("Norvane", "bold cyan") in styles
    assert len(text.spans) == 4


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"negated": True}, "Norvane → Kestrel, acquisition, USD 120,000,000, 2023, not completed"),
        ({"object": None}, "Norvane, acquisition, USD 120,000,000, 2023, completed"),
        ({"object": None, "object_text": "a mill"}, "Norvane → a mill, acquisition, USD 120,000,000, 2023, completed"),
        ({"subject": None, "amount": None}, "? → Kestrel, acquisition, 2023, completed"),
        ({"seller": "P9", "source": "P1", "stake": "51%"},
         "Norvane → Kestrel, acquisition, USD 120,000,000, stake 51%, from P9, 2023, completed, says Norvane"),
    ],
)  # fmt: skip
def test_facts_as_sentences(record, changes, sentence):
    fact = record.facts[0].model_copy(update=changes)
    assert fact_sentence(fact, {"P1": "Norvane", "P2": "Kestrel"}) == sentence


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(currency="EUR", value=Decimal("0.16"), per="share"), "EUR 0.16 per share"),
        (Amount(currency=None, min=Decimal(1000), max=Decimal("2000.50")), "? 1,000 to 2,000.5"),
        (Amount(currency="INR", value=Decimal(13_000_000_000)), "INR 13,000,000,000"),
    ],
)
def test_amounts_in_words(amount, words):
    assert amount_words(amount) == words


def test_show_of_an_article_and_of_a_dataset_say_the_same(tmp_path):
    article = (
        "Norvane to buy Kestrel\n\nMarch 4, 2024 - Norvane Holdings agreed to buy Kestrel Tools for $120 million.\n"
    )
    (tmp_path / "deal.txt").write_text(article)
    first = newsfacts("show", "deal.txt", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    assert "Norvane Holdings → Kestrel Tools, acquisition, USD 120,000,000" in first.stdout
    found = newsfacts("show", "deal.txt", "--json", cwd=tmp_path).stdout
    assert json.loads(found)["article"]["text"] == article
    (tmp_path / "articles.jsonl").write_text(found)
    assert newsfacts("show", "articles.jsonl", cwd=tmp_path).stdout == first.stdout


def test_show_of_what_cannot_be_read(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    done = newsfacts("show", "empty.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("newsfacts: rejected empty.txt (read): ")
    done = newsfacts("show", "nowhere.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "newsfacts: nowhere.txt: no such file or folder\n")


@pytest.fixture
def gold(tmp_path) -> Path:
    text = "Norvane to buy Kestrel\n\nMarch 4, 2024 - Norvane Holdings agreed to buy Kestrel Tools for $120 million.\n"
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "deal.txt").write_text(text)
    entry = {
        "published": "2024-03-04",
        "title": "Norvane to buy Kestrel",
        "parties": [
            {
                "id": "P1",
                "name": "Norvane Holdings",
                "kind": "company",
                "aliases": ["Norvane"],
                "ticker": None,
            },
            {"id": "P2", "name": "Kestrel Tools", "kind": "company", "aliases": ["Kestrel"], "ticker": None},
        ],
        "money": [
            {"text": "$120 million", "nth": 1, "currency": "USD", "amount": 120000000, "qualifier": "exact"},
            {"text": "Tools", "nth": 1, "currency": "USD", "amount": 1, "qualifier": "exact"},
        ],
        "dates": [{"text": "March 4, 2024", "nth": 1, "type": "DATE", "value": "2024-03-04"}],
        "clauses": [],
        "facts": [],
    }
    (tmp_path / "gold" / "deal.json").write_text(json.dumps(entry))
    return tmp_path


def test_evaluate_prints_a_table_errors_and_comparison_or_json(gold):
    figures = newsfacts("evaluate", "gold", "--json", cwd=gold)
    assert figures.returncode == 0, figures.stderr
    assert json.loads(figures.stdout)["articles"] == 1
    (gold / "old.json").write_text(figures.stdout)
    done = newsfacts("evaluate", "gold", "--errors", "--against", "old.json", cwd=gold)
    assert done.returncode == 0, done.stderr
    table, _, rest = done.stdout.partition("\n\n")
    assert "money" in table and "facts" in table
    assert "Tools" in rest


def test_evaluate_without_gold_is_refused(tmp_path):
    (tmp_path / "none").mkdir()
    done = newsfacts("evaluate", "none", cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1, done.stderr
