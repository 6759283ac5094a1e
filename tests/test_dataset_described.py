"""What lies beside the data: JSON Schemas that every line follows, a data card, a Croissant description."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from pipeline.dataset.describe import HOLDS, SCHEMAS, schemas
from pipeline.records import json_schema
from pipeline.rows import COLUMNS


def lines(path: Path) -> list[dict]:
    return [json.loads(line, parse_float=Decimal) for line in path.read_text().splitlines()]


@pytest.mark.parametrize("name", ["articles", "facts", "parties", "claims"])
def test_every_line_follows_the_schema_beside_it(name, small_dataset):
    schema = json.loads((small_dataset / SCHEMAS[name]).read_text())
    validator = jsonschema.Draft202012Validator(schema)
    rows = lines(small_dataset / f"{name}.jsonl")
    assert len(rows) >= 4
    assert [error.message for row in rows for error in validator.iter_errors(row)] == []
    broken = {**rows[0], "surprise": 1}
    assert not validator.is_valid(broken)


def test_the_schema_of_articles_is_the_one_that_the_command_prints(small_dataset):
    assert json.loads((small_dataset / SCHEMAS["articles"]).read_text()) == json_schema()


def test_the_schema_of_facts_names_each_column():
    schema = schemas()["facts"]
    assert list(schema["properties"]) == list(COLUMNS) == schema["required"]


def test_rejects_follow_their_schema():
    validator = jsonschema.Draft202012Validator(schemas()["rejects"])
    assert validator.is_valid({"path": "a.txt", "line": None, "stage": "read", "reason": "empty"})
    assert not validator.is_valid({"path": "a.txt", "line": None, "stage": None, "reason": "empty"})


def test_the_card_says_what_is_there(small_dataset):
    card = (small_dataset / "dataset.md").read_text()
    counts = json.loads((small_dataset / "manifest.json").read_text())["counts"]
    assert card.startswith("# News facts of corpus\n")
    assert f"| articles | {counts['articles']} |" in card
    assert f"| facts | {counts['facts']} |" in card
    assert f"| claims | {counts['claims']} |" in card
    assert f"| acquisition | {counts['facts.acquisition']} |" in card
    listed = set(re.findall(r"^\| `([\w.]+)` \|", card, re.M))
    assert listed == {path.name for path in small_dataset.glob("*.jsonl")}
    assert str(small_dataset) not in card


def test_parties_and_claims_cover_all_articles(small_dataset):
    records = lines(small_dataset / "articles.jsonl")
    members = [(m["article"], m["party"]) for party in lines(small_dataset / "parties.jsonl") for m in party["members"]]
    assert sorted(members) == sorted((r["article"]["id"], party["id"]) for r in records for party in r["parties"])
    told = [(t["article"], t["fact"]) for claim in lines(small_dataset / "claims.jsonl") for t in claim["told"]]
    assert sorted(told) == sorted((r["article"]["id"], fact["id"]) for r in records for fact in r["facts"])


def test_croissant_names_each_file_with_its_hash(small_dataset):
    files = json.loads((small_dataset / "croissant.json").read_text())["distribution"]
    assert {file["@id"] for file in files} == set(HOLDS) - {"articles.parquet", "facts.parquet"}
    for file in files:
        data = (small_dataset / file["contentUrl"]).read_bytes()
        assert (file["sha256"], file["contentSize"]) == (hashlib.sha256(data).hexdigest(), f"{len(data)} B")


def test_mlcroissant_reads_the_facts(small_dataset):
    mlcroissant = pytest.importorskip("mlcroissant", reason="needs the package mlcroissant")
    dataset = mlcroissant.Dataset(jsonld=str(small_dataset / "croissant.json"))
    assert not dataset.metadata.ctx.issues.errors
    rows = list(dataset.records(record_set="facts"))
    facts = lines(small_dataset / "facts.jsonl")
    assert [row["facts/type"].decode() for row in rows] == [fact["type"] for fact in facts]
    claims = list(dataset.records(record_set="claims"))
    assert len(claims) == len(lines(small_dataset / "claims.jsonl"))


def test_hugging_face_datasets_loads_it_as_the_card_says(small_dataset, tmp_path, monkeypatch):
    pytest.importorskip("datasets", reason="needs the package datasets")
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    monkeypatch.setenv("HF_DATASETS_CACHE", str(tmp_path / "cache"))
    for path in small_dataset.glob("*.jsonl"):
        shutil.copy(path, tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", (small_dataset / "dataset.md").read_text(), re.S)
    monkeypatch.chdir(tmp_path)
    scope: dict = {}
    exec(code, scope)
    assert scope["facts"].column_names == list(COLUMNS)
    assert scope["facts"]["type"][:] == [fact["type"] for fact in lines(tmp_path / "facts.jsonl")]
