"""The same fact told by several articles is one claim; facts that differ in more than sum or status are several."""

from __future__ import annotations

import random
from typing import Any

import jsonschema
import pytest

from pipeline.dataset.describe import schemas
from tests.across_support import article, link, usd

FIRMS = ("c:Norvane Holdings Ltd", "c:Kestrel Tools plc")
BUY = {"type": "acquisition", "subject": "P1", "object": "P2"}
REVENUE = {"type": "result", "subject": "P1", "metric": "revenue", "amount": usd(5_000_000)}


def told(stem: str, *facts: dict[str, Any], published: str | None = "2024-03-05", parties: tuple[str, ...] = FIRMS):
    return article(stem, *parties, facts=facts, published=published)


def test_one_claim_with_all_its_articles_and_what_they_disagree_on(tmp_path):
    records = [
        told("one", BUY | {"amount": usd(120_000_000), "status": "completed"}),
        told("two", BUY | {"amount": usd(120_000_000), "status": "expected"}, published="2024-03-06"),
        told("three", BUY | {"amount": usd(125_000_000), "status": "completed"}, published="2024-03-09"),
        told("four", BUY | {"status": "completed", "negated": True}, published="2024-03-10"),
    ]
    _, (claim,) = link(tmp_path, *records)
    jsonschema.validate(claim, schemas()["claims"])
    ids = {record.article.title: record.article.id for record in records}
    assert (claim["subject"], claim["object"]) == ("Norvane Holdings Ltd", "Kestrel Tools plc")
    assert (claim["articles"], claim["differ"]) == (4, ["amount", "status"])
    assert [(side["amount"], len(side["facts"])) for side in claim["amounts"]] == [(120_000_000, 2), (125_000_000, 1)]
    assert claim["amounts"][1]["facts"] == [f"{ids['three']}#F1"]
    statuses = [(side["status"], side["negated"], len(side["facts"])) for side in claim["statuses"]]
    assert statuses == [("completed", False, 2), ("expected", False, 1), ("completed", True, 1)]
    assert {source["path"] for source in claim["told"]} == {"one.txt", "two.txt", "three.txt", "four.txt"}


# Two facts, one in each of two articles: whether they are one claim.
ONE = {
    "sum missing": (BUY, BUY | {"amount": usd(7)}),
    "days of announcement and signing": (BUY | {"date": "2024-03-04"}, BUY | {"date": "2024-03-05"}),
    "a day of that year": (
        BUY | {"date": "2023", "amount": usd(7)}, BUY | {"date": "2023-04-01", "amount": usd(7)},
    ),
    "another sum in that month": (
        BUY | {"date": "2023-04", "amount": usd(7)}, BUY | {"date": "2023-04-01", "amount": usd(8)},
    ),
    "what the article calls it": (
        {"type": "spending", "subject": "P1", "object_text": "the Tarnby plant", "amount": usd(7)},
        {"type": "spending", "subject": "P1", "object_text": "The Tarnby Plant", "amount": usd(7)},
    ),
    "post in other words": (
        {"type": "position", "subject": "P1", "object": "P2", "title": "CEO", "change": "holds"},
        {"type": "position", "subject": "P1", "object": "P2", "title": "chief executive", "change": "holds"},
    ),
    "figures of one quarter": (REVENUE | {"period": "2023-Q4"}, REVENUE | {"period": "2023-Q4", "amount": usd(6)}),
    "fine without a payee": (
        {"type": "payment", "subject": "P1", "purpose": "fine", "amount": usd(7)},
        {"type": "payment", "subject": "P1", "purpose": "fine", "amount": usd(7)},
    ),
}  # fmt: skip
TWO = {
    "other direction": (BUY, {"type": "acquisition", "subject": "P2", "object": "P1"}),
    "other type": (BUY, BUY | {"type": "investment"}),
    "other year": (BUY | {"date": "2019", "amount": usd(7)}, BUY | {"date": "2023", "amount": usd(7)}),
    "price a share": (
        BUY | {"amount": usd(7)}, BUY | {"amount": usd(7).model_copy(update={"per": "share"})},
    ),
    "fines of two sums": (
        {"type": "payment", "subject": "P1", "purpose": "fine", "amount": usd(7)},
        {"type": "payment", "subject": "P1", "purpose": "fine", "amount": usd(8)},
    ),
    "figures of unknown periods": (REVENUE, REVENUE | {"amount": usd(6)}),
    "figures of two quarters": (REVENUE | {"period": "2023-Q4"}, REVENUE | {"period": "2024-Q1"}),
    "nobody by name": (
        {"type": "investment", "subject_text": "an investor", "object": "P1", "amount": usd(7)},
        {"type": "investment", "subject_text": "an investor", "object": "P1", "amount": usd(7)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ONE)
def test_one_claim(case, tmp_path):
    one, other = ONE[case]
    _, claims = link(tmp_path, told("one", one), told("two", other, published="2024-03-20"))
    assert [claim["articles"] for claim in claims] == [2]


@pytest.mark.parametrize("case", TWO)
def test_two_claims(case, tmp_path):
    one, other = TWO[case]
    _, claims = link(tmp_path, told("one", one), told("two", other, published="2024-03-20"))
    assert [claim["articles"] for claim in claims] == [1, 1]


def test_sums_that_differ_need_articles_of_one_time(tmp_path):
    facts = (BUY | {"amount": usd(7)}, BUY | {"amount": usd(8)})
    for published in ("2024-09-01", None):
        records = [told("one", facts[0]), told("two", facts[1], published=published)]
        assert len(link(tmp_path, *records)[1]) == 2


def test_two_facts_of_one_article_stay_two(tmp_path):
    both = (BUY | {"amount": usd(7)}, BUY | {"amount": usd(8)})
    _, claims = link(tmp_path, told("one", *both), told("two", BUY | {"amount": usd(8)}), told("three", BUY))
    found = [(claim["articles"], [side["amount"] for side in claim["amounts"]]) for claim in claims]
    assert found == [(1, [7]), (3, [8])]


def test_parties_that_are_not_surely_one_share_no_claim(tmp_path):
    sue = {"type": "lawsuit", "subject": "P1", "object": "P2"}
    parties = ("p:Ilse Brandt", "b:Supreme Court")
    _, claims = link(tmp_path, told("one", sue, parties=parties), told("two", sue, parties=parties))
    assert [claim["articles"] for claim in claims] == [1, 1]


def test_claims_do_not_depend_on_the_order_of_articles(tmp_path):
    chance, records = random.Random(5), []
    for number in range(40):
        fact = BUY | {"amount": usd(chance.randint(1, 3)), "date": chance.choice([None, "2023", "2024-02", "2024-03-04"])}
        records.append(told(f"a{number}", fact, BUY, published=chance.choice([None, "2024-01-20", "2024-03-05"])))

    def claims(order: list) -> dict[str, list[str]]:
        return {claim["id"]: [f"{t['article']}#{t['fact']}" for t in claim["told"]] for claim in link(tmp_path, *order)[1]}

    first = claims(records)
    chance.shuffle(records)
    assert claims(records) == first
    assert sum(map(len, first.values())) == 80
    assert len(first) < 80
