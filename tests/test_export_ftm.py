"""FollowTheMoney: each kind of fact as what it is there, told by all its articles."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from pipeline.dataset import DatasetError
from pipeline.export import export_ftm
from tests.across_support import article, link, usd

NAMES = ("c:Norvane Holdings Ltd=NYSE:NRV", "c:Kestrel Tools plc", "p:Ilse Maria Brandt", "b:Bank of Tarnby", "o:Lowfield Club")
NORVANE, KESTREL, BRANDT, BANK, CLUB = "P1", "P2", "P3", "P4", "P5"


def entities(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """What is exported, by schema."""
    found = defaultdict(list)
    for line in (folder / "entities.ftm.json").read_text().splitlines():
        entity = json.loads(line)
        found[entity["schema"]].append(entity)
    return found


def exported(folder: Path, *facts: dict[str, Any], also: tuple[dict[str, Any], ...] = ()) -> dict[str, list[dict[str, Any]]]:
    """The entities of an article with these facts, and of a second one with others."""
    records = [article("one", *NAMES, facts=facts, published="2024-03-05")]
    records += [article("two", *NAMES, facts=also, published="2024-03-06")] if also else []
    link(folder, *records)
    counts = export_ftm(folder, folder / "out")
    found = entities(folder / "out")
    assert {schema: counts[schema] for schema in found} == {schema: len(list_) for schema, list_ in found.items()}
    return found


def names(found: dict[str, list[dict[str, Any]]]) -> dict[str, str]:
    return {entity["id"]: entity["properties"]["name"][0] for list_ in found.values() for entity in list_ if "name" in entity["properties"]}


# A fact, the schema it becomes, and what must stand in it (ids of parties replaced by their names).
CASES = {
    "payment": (
        {"type": "payment", "subject": NORVANE, "object": BANK, "amount": usd(7), "purpose": "fine", "date": "2024-03"},
        "Payment",
        {"payer": "Norvane Holdings Ltd", "beneficiary": "Bank of Tarnby", "amount": "7", "currency": "USD", "purpose": "fine", "date": "2024-03"},
    ),
    "acquisition": (
        {"type": "acquisition", "subject": NORVANE, "object": KESTREL, "amount": usd(7), "stake": "51%", "date": "2024-Q1"},
        "Ownership",
        {"owner": "Norvane Holdings Ltd", "asset": "Kestrel Tools plc", "sharesValue": "7", "sharesCurrency": "USD", "percentage": "51%", "startDate": "2024"},
    ),
    "acquisition of a plant": (
        {"type": "acquisition", "subject": NORVANE, "object_text": "a tool plant"},
        "Ownership",
        {"owner": "Norvane Holdings Ltd", "asset": "a tool plant"},
    ),
    "investment in a company": (
        {"type": "investment", "subject": BRANDT, "object": KESTREL}, "Ownership", {"owner": "Ilse Maria Brandt", "role": "investment"},
    ),
    "investment in a club": (
        {"type": "investment", "subject": BRANDT, "object": CLUB}, "Payment", {"beneficiary": "Lowfield Club", "purpose": "investment"},
    ),
    "chief executive": (
        {"type": "position", "subject": BRANDT, "object": NORVANE, "title": "chief executive", "change": "appointed", "date": "2024-03-05"},
        "Directorship",
        {"director": "Ilse Maria Brandt", "organization": "Norvane Holdings Ltd", "role": "chief executive", "startDate": "2024-03-05"},
    ),
    "analyst": (
        {"type": "position", "subject": BRANDT, "object": NORVANE, "title": "analyst", "change": "left", "date": "2024"},
        "Employment",
        {"employee": "Ilse Maria Brandt", "employer": "Norvane Holdings Ltd", "role": "analyst", "endDate": "2024"},
    ),
    "agreement": (
        {"type": "agreement", "subject": BANK, "object": NORVANE, "matter": "safes", "amount": usd(7)},
        "ContractAward",
        {"supplier": "Norvane Holdings Ltd", "contract": "safes", "amount": "7"},
    ),
    "loan": (
        {"type": "financing", "subject": NORVANE, "object": BANK, "amount": usd(7), "instrument": "loan"},
        "Debt",
        {"debtor": "Norvane Holdings Ltd", "creditor": "Bank of Tarnby", "amount": "7", "description": "loan"},
    ),
    "lawsuit": (
        {"type": "lawsuit", "subject": BANK, "object": NORVANE, "court": "Tarnby Crown Court"},
        "CourtCase",
        {"name": "Bank of Tarnby v Norvane Holdings Ltd", "court": "Tarnby Crown Court"},
    ),
    "a bid": (
        {"type": "acquisition", "subject": NORVANE, "object": KESTREL, "status": "proposed"},
        "UnknownLink",
        {"subject": "Norvane Holdings Ltd", "object": "Kestrel Tools plc", "role": "acquisition (proposed)", "status": "proposed"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_a_fact_becomes(case, tmp_path):
    fact, schema, expected = CASES[case]
    found = exported(tmp_path, fact)
    (entity,) = found[schema]
    known = names(found)
    said = {name: known.get(values[0], values[0]) for name, values in entity["properties"].items()}
    assert said.items() >= expected.items()
    assert entity["properties"]["proof"] == [found["Article"][0]["id"]]


@pytest.mark.parametrize(
    "fact",
    [
        {"type": "payment", "subject": NORVANE, "object": BANK, "negated": True},
        {"type": "acquisition", "subject": NORVANE, "object": KESTREL, "status": "cancelled"},
        {"type": "valuation", "subject": NORVANE, "amount": usd(7)},
        {"type": "payment", "subject": NORVANE, "amount": usd(7)},
        {"type": "acquisition", "subject_text": "a rival", "object": KESTREL},
    ],
    ids=["denied", "cancelled", "valuation", "without a payee", "without a name"],
)
def test_what_has_no_place_is_left_out_and_counted(fact, tmp_path):
    found = exported(tmp_path, fact)
    assert set(found) == {"Company", "Person", "PublicBody", "Organization", "Article", "Mention"}
    assert export_ftm(tmp_path, tmp_path / "out")["left out"] == 1


def test_both_sides_of_a_lawsuit(tmp_path):
    found = exported(tmp_path, {"type": "lawsuit", "subject": BANK, "object": NORVANE})
    known = names(found)
    sides = {known[side["properties"]["party"][0]]: side["properties"]["role"][0] for side in found["CourtCaseParty"]}
    assert sides == {"Bank of Tarnby": "brings the case", "Norvane Holdings Ltd": "answers it"}
    assert {side["properties"]["case"][0] for side in found["CourtCaseParty"]} == {found["CourtCase"][0]["id"]}


def test_two_articles_are_two_proofs_of_one_entity(tmp_path):
    pay = {"type": "payment", "subject": NORVANE, "object": BANK}
    found = exported(tmp_path, pay | {"amount": usd(7)}, also=(pay | {"amount": usd(8)},))
    (payment,) = found["Payment"]
    assert payment["properties"]["amount"] == ["7", "8"]
    assert payment["properties"]["proof"] == [entity["id"] for entity in found["Article"]]
    assert len(found["Company"]) == 2
    assert found["Company"][0]["properties"]["ticker"] == ["NRV"]


def test_mentions_say_where_a_party_is_named(tmp_path):
    found = exported(tmp_path)
    assert len(found["Mention"]) == len(NAMES)
    known = names(found)
    for mention in found["Mention"]:
        values = mention["properties"]
        assert values["document"] == [found["Article"][0]["id"]]
        assert known[values["resolved"][0]] == values["name"][0]


def test_a_folder_without_a_dataset_is_refused(tmp_path):
    with pytest.raises(DatasetError, match=r"no articles\.jsonl there; run `newsfacts extract` again"):
        export_ftm(tmp_path, tmp_path / "out")


RELATION = {"summary", "proof", "publisher", "sourceUrl", "recordId"}
INTEREST = RELATION | {"role", "status", "date", "startDate", "endDate"}
VALUE = {"amount", "currency", "date"}
PARTY = {"name", "notes"}
#: The properties of FollowTheMoney 4.11 that an export may use.
PROPERTIES = {
    "Person": PARTY, "PublicBody": PARTY, "Organization": PARTY, "Company": PARTY | {"ticker"}, "Asset": {"name"},
    "Article": {"title", "author", "publisher", "publishedAt", "sourceUrl", "fileName", "language", "bodyText"},
    "Mention": {"document", "resolved", "name", "detectedSchema"},
    "Payment": RELATION | VALUE | {"payer", "beneficiary", "purpose"},
    "Ownership": INTEREST | {"owner", "asset", "percentage", "sharesValue", "sharesCurrency"},
    "Directorship": INTEREST | {"director", "organization"},
    "Employment": INTEREST | {"employee", "employer"},
    "Debt": RELATION | VALUE | {"debtor", "creditor", "description"},
    "Contract": {"title", "name", "authority", "status", "proof", "contractDate", "amount", "currency"},
    "ContractAward": RELATION | VALUE | {"supplier", "contract"},
    "CourtCase": {"name", "court", "status", "fileDate", "summary", "proof"},
    "CourtCaseParty": {"case", "party", "role", "proof"},
    "UnknownLink": INTEREST | {"subject", "object"},
}  # fmt: skip
#: Those of them that hold ids of other entities.
ENTITIES = {
    "document", "resolved", "proof", "payer", "beneficiary", "owner", "asset", "director", "organization", "employee",
    "employer", "debtor", "creditor", "authority", "supplier", "contract", "case", "party",
}  # fmt: skip


def test_properties_are_those_of_followthemoney_and_ids_lead_somewhere(tmp_path):
    found = exported(tmp_path, *(fact for fact, _, _ in CASES.values()))
    ids = {entity["id"] for list_ in found.values() for entity in list_}
    assert set(found) == set(PROPERTIES)
    for schema, list_ in found.items():
        for entity in list_:
            assert entity["properties"].keys() <= PROPERTIES[schema]
            links = ENTITIES | ({"subject", "object"} if schema == "UnknownLink" else set())
            assert {id_ for name in links for id_ in entity["properties"].get(name, ())} <= ids


def test_followthemoney_knows_the_properties():
    pytest.importorskip("followthemoney", reason="needs the package followthemoney, which newsfacts does without")
    from followthemoney import model

    for schema, names_ in PROPERTIES.items():
        known = model.get(schema).properties
        assert names_ <= known.keys()
        assert {name for name in names_ if known[name].type.name == "entity"} <= ENTITIES | {"subject", "object"}


@pytest.mark.parametrize("source", ["made up", "corpus"])
def test_followthemoney_finds_nothing_wrong(source, tmp_path, request):
    pytest.importorskip("followthemoney", reason="needs the package followthemoney, which newsfacts does without")
    from followthemoney import model

    if source == "corpus":
        export_ftm(request.getfixturevalue("small_dataset"), tmp_path / "out")
        found = entities(tmp_path / "out")
    else:
        found = exported(tmp_path, *(fact for fact, _, _ in CASES.values()))
    by_id = {entity["id"]: entity for list_ in found.values() for entity in list_}
    assert len(by_id) == sum(map(len, found.values())) > 20
    for entity in by_id.values():
        schema = model.get(entity["schema"])
        assert set(schema.required) <= entity["properties"].keys()
        for name, values in entity["properties"].items():
            for value in values:
                if schema.get(name).type.name == "entity":
                    assert model.get(by_id[value]["schema"]).is_a(schema.get(name).range), (entity, name)
                else:
                    assert schema.get(name).type.clean(value) is not None, (entity["schema"], name, value)
