"""Parties of several articles: joined where that is sure, and left apart where it is not."""

from __future__ import annotations

import random

import jsonschema
import pytest

from pipeline.dataset.across.names import AcrossFile, Names, folded
from pipeline.dataset.describe import schemas
from pipeline.patterns import Patterns
from tests.across_support import article, link

PATTERNS = Patterns()
NAMES = Names(PATTERNS)
FILE = PATTERNS.load("across.toml", AcrossFile)
SPELLINGS = [(rule, kind) for kind in ("form_spelling", "title_spelling") for rule in getattr(FILE, kind)]


def same(pair: str, kind: str) -> bool:
    one, other = pair.split(" | ")
    key = (lambda name: NAMES.firm(name).key) if kind == "form_spelling" else NAMES.title
    return key(one) == key(other)


@pytest.mark.parametrize(("rule", "kind"), SPELLINGS, ids=lambda value: getattr(value, "id", ""))
def test_examples_and_near_misses_of_spellings(rule, kind):
    assert [pair for pair in rule.examples if not same(pair, kind)] == []
    assert [pair for pair in rule.near_misses if same(pair, kind)] == []


def test_examples_and_near_misses_of_shared_names():
    (rule,) = FILE.shared_word
    assert [name for name in rule.examples if not NAMES.shared(name)] == []
    assert [name for name in rule.near_misses if NAMES.shared(name)] == []


def groups(parties: list[dict]) -> list[list[str]]:
    """The names that were joined, each group sorted; parties that stand alone are left out."""
    return sorted(sorted(m["name"] for m in party["members"]) for party in parties if len(party["members"]) > 1)


# One article each with these parties: which of them come out as one.
TOGETHER = {
    "full name": (["c:Norvane Holdings Inc."], ["c:NORVANE HOLDINGS, INC"], "same full name"),
    "legal form spelt out": (["c:Norvane Ltd"], ["c:Norvane Limited"], "same full name"),
    "legal form left out": (
        ["c:Norvane Tool Works"], ["c:Norvane Tool Works plc"], "same full name, the legal form left out",
    ),
    "single word": (["c:Norvane"], ["c:Norvane"], "same full name"),
    "ticker": (["c:Norvane=NYSE:NRV"], ["c:Norvane Holdings Inc.=NRV"], "same ticker"),
    "body with a place": (["b:Bank of Tarnby"], ["b:the Bank of Tarnby"], "same full name"),
    "person at one firm": (
        ["p:Ilse Brandt", "c:Norvane Ltd"], ["p:Ilse Brandt", "c:Norvane Ltd"],
        "same full name, an organisation in common",
    ),
    "person of three names": (["p:Ilse Maria Brandt"], ["p:Ilse Maria Brandt"], "same full name of three parts"),
    "middle initial, one firm": (
        ["p:Ilse M. Brandt", "c:Norvane Ltd"], ["p:Ilse Brandt", "c:Norvane Ltd"],
        "same full name, an organisation in common",
    ),
}  # fmt: skip
APART = {
    "longer name": (["c:Apfel"], ["c:Apfel Hospitality REIT"]),
    "longer name with a form": (["c:Apfel Inc."], ["c:Apfel Hospitality REIT Inc."]),
    "other legal form": (["c:Norvane Tool Works GmbH"], ["c:Norvane Tool Works Ltd"]),
    "single word and a legal form": (["c:Delta"], ["c:Delta Corp"]),
    "likeness": (["c:Norvane Holdings"], ["c:Norvale Holdings"]),
    "one name, two listings": (["c:Metra=TSX:MRU"], ["c:Metra=XETRA:B4B"]),
    "one ticker, two exchanges": (["c:Norvane=NYSE:AAL"], ["c:Norvane Holdings=LSE:AAL"]),
    "one ticker, two names": (["c:Norvane=AAL"], ["c:Kestrel Air=AAL"]),
    "other kind": (["c:Lowfield"], ["b:Lowfield"]),
    "body that every country has": (["b:Supreme Court"], ["b:Supreme Court"]),
    "surname": (["p:Brandt", "c:Norvane Ltd"], ["p:Brandt", "c:Norvane Ltd"]),
    "initials": (["p:I. Brandt", "c:Norvane Ltd"], ["p:I. Brandt", "c:Norvane Ltd"]),
    "two people of one name": (["p:Ilse Brandt", "c:Norvane Ltd"], ["p:Ilse Brandt", "c:Kestrel Ltd"]),
    "only a wire in common": (["p:Ilse Brandt", "o:Reuters"], ["p:Ilse Brandt", "o:Reuters"]),
    "only an organisation in common": (["p:Ilse Brandt", "o:Lowfield Club"], ["p:Ilse Brandt", "o:Lowfield Club"]),
    "father and son": (["p:Ilja Brandt", "c:Norvane Ltd"], ["p:Ilja Brandt Jr.", "c:Norvane Ltd"]),
    "only a state in common": (["p:Ilse Brandt", "b:Tarnby"], ["p:Ilse Brandt", "b:Tarnby"]),
    "other middle names": (["p:Ilse A. Brandt", "c:Norvane Ltd"], ["p:Ilse B. Brandt", "c:Norvane Ltd"]),
}


@pytest.mark.parametrize("case", TOGETHER)
def test_surely_the_same(case, tmp_path):
    one, other, reason = TOGETHER[case]
    parties, _ = link(tmp_path, article("one", *one), article("two", *other))
    joined = next(party for party in parties if party["members"][0]["party"] == "P1")
    assert joined["articles"] == 2
    assert {member["reason"] for member in joined["members"]} == {reason}


@pytest.mark.parametrize("case", APART)
def test_not_surely_the_same(case, tmp_path):
    parties, _ = link(tmp_path, *(article(str(number), *names) for number, names in enumerate(APART[case])))
    first = [party for party in parties if party["members"][0]["party"] == "P1"]
    assert len(first) == 2
    assert all(party["articles"] == 1 and party["members"][0]["reason"] is None for party in first)
    assert len({party["id"] for party in parties}) == len(parties)


def test_a_post_at_a_public_body_is_in_common(tmp_path):
    post = ({"type": "position", "subject": "P1", "object": "P2", "title": "mayor", "change": "holds"},)
    records = [article("one", "p:Ilse Brandt", "b:Tarnby", facts=post), article("two", "p:Ilse Brandt", "b:Tarnby")]
    assert ["Ilse Brandt"] * 2 in groups(link(tmp_path, *records)[0])


def test_a_firm_that_all_articles_name_is_not_in_common(tmp_path):
    pair = [article(str(number), "p:Ilse Brandt", "c:Norvane Ltd") for number in range(2)]
    others = [article(f"other {number}", "c:Norvane Ltd") for number in range(19)]
    assert ["Ilse Brandt"] * 2 in groups(link(tmp_path, *pair, *others[:-1])[0])
    assert ["Ilse Brandt"] * 2 not in groups(link(tmp_path, *pair, *others)[0])


def test_three_part_names_with_posts_that_differ_stay_apart(tmp_path):
    post = ({"type": "position", "subject": "P1", "object": "P2", "title": "chair", "change": "holds"},)
    records = [article(firm, "p:Ilse Maria Brandt", f"c:{firm}", facts=post) for firm in ("Norvane", "Kestrel")]
    assert groups(link(tmp_path, *records)[0]) == []


def test_a_short_name_of_two_is_nobodys(tmp_path):
    records = [
        article("one", "c:Delta Air Lines (Delta)"),
        article("two", "c:Delta Sands Corp (Delta)"),
        article("three", "c:Delta"),
        article("four", "c:Delta"),
    ]
    assert groups(link(tmp_path, *records)[0]) == []
    assert groups(link(tmp_path, *records[1:])[0]) == [["Delta", "Delta"]]


def test_who_has_no_ticker_is_neither_of_two_listed(tmp_path):
    records = [article(*names) for names in (("a", "c:Metra=MRU"), ("b", "c:Metra=B4B"), ("c", "c:Metra"))]
    assert groups(link(tmp_path, *records)[0]) == []


def test_a_firm_of_two_forms_leaves_the_formless_alone(tmp_path):
    names = ("c:Norvane Tool Works", "c:Norvane Tool Works Ltd", "c:Norvane Tool Works AG")
    assert groups(link(tmp_path, *(article(name, name) for name in names))[0]) == []


def test_a_joined_party_has_its_usual_name_at_full_length(tmp_path):
    names = ("c:Norvane=NRV", "c:Norvane=NRV", "c:Norvane plc=NRV", "c:Norvane Associate Member=NRV")
    (party,) = link(tmp_path, *(article(f"{at} {name}", name) for at, name in enumerate(names)))[0]
    assert (party["name"], party["names"][0]) == ("Norvane plc", "Norvane")


def test_the_same_article_twice_counts_once(tmp_path):
    parties, _ = link(tmp_path, article("one", "c:Norvane Ltd"), article("one", "c:Norvane Ltd"))
    assert [(party["articles"], len(party["members"])) for party in parties] == [(1, 1)]


def test_ids_depend_on_what_stands_there_and_not_on_its_order(tmp_path):
    cases = [*TOGETHER.values(), *APART.values()]
    records = [
        article(f"{number} {side}", *names) for number, case in enumerate(cases) for side, names in enumerate(case[:2])
    ]
    first, _ = link(tmp_path, *records)
    random.Random(3).shuffle(records)
    second, _ = link(tmp_path, *records)

    def members(parties: list[dict]) -> dict[str, set[tuple[str, str]]]:
        return {party["id"]: {(m["article"], m["party"]) for m in party["members"]} for party in parties}

    assert members(first) == members(second)
    assert len(first) == len(members(first)) > 40


def test_an_added_article_leaves_the_ids_of_others(tmp_path):
    records = [article("one", "c:Norvane Ltd", "p:Ilse Brandt"), article("two", "c:Norvane Ltd")]
    before = {party["id"] for party in link(tmp_path, *records)[0]}
    assert before <= {party["id"] for party in link(tmp_path, article("new", "c:Kestrel AG"), *records)[0]}


def test_lines_follow_their_schema(tmp_path):
    parties, _ = link(tmp_path, article("one", "c:Norvane=NYSE:NRV", "p:Ilse Brandt"), article("two", "c:Norvane"))
    for party in parties:
        jsonschema.validate(party, schemas()["parties"])
    assert parties[0]["tickers"] == ["NRV"]


def test_folded():
    assert folded("L'Étoile-Rouge & Fils S.A.") == "letoile rouge and fils sa"
