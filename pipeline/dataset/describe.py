"""What a dataset says of itself: JSON Schemas of its files, a data card, and a Croissant description.

Croissant is the ML Commons format for dataset metadata, version 1.0 (https://docs.mlcommons.org/croissant).
Nothing here depends on the clock: the same dataset is described by the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..records import SCHEMA_VERSION, dumps, json_schema
from ..rows import COLUMNS
from .across.models import Claim, WholeParty

CARD, CROISSANT = "dataset.md", "croissant.json"
SCHEMAS = {
    name: f"schema/{name}.schema.json" for name in ("articles", "facts", "parties", "claims", "rejects")
}
#: The Croissant type of each JSON type.
_TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean"}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

#: What each file of lines holds, for card and Croissant.
HOLDS = {
    "articles.jsonl": "one record an article: its text, parties, money, dates, clauses and facts, with offsets",
    "facts.jsonl": "one flat row a fact, party names filled in",
    "parties.jsonl": "one line a party of the dataset: the parties of several articles that are surely one",
    "claims.jsonl": "one line a fact, however many articles tell it, with what they disagree on side by side",
    "rejects.jsonl": "one line an input that gave no record: where, at which stage, why",
    "articles.parquet": "articles.jsonl as Parquet",
    "facts.parquet": "facts.jsonl as Parquet",
}

_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


class File(NamedTuple):
    """A file of the dataset; `sha256` in hex digits."""

    bytes: int
    sha256: str


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema (draft 2020-12) of one line of each JSONL file, by the file's stem."""
    rejects = {"path": "string", "line": "integer", "stage": "string", "reason": "string"}
    return {
        "articles": json_schema(),
        "facts": _row_schema("fact-row", COLUMNS, {"article_id", "fact_id", "type", "status", "evidence"}),
        "parties": _model_schema("party", WholeParty.model_json_schema()),
        "claims": _model_schema("claim", Claim.model_json_schema()),
        "rejects": _row_schema("reject", rejects, {"stage", "reason"}),
    }


def _model_schema(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": _DIALECT, "$id": f"newsfacts-{name}-{SCHEMA_VERSION}", **schema}


def _row_schema(name: str, columns: Mapping[str, str], never_null: set[str]) -> dict[str, Any]:
    types = {column: kind if column in never_null else [kind, "null"] for column, kind in columns.items()}
    return _model_schema(
        name,
        {
            "type": "object",
            "properties": {column: {"type": kind} for column, kind in types.items()},
            "required": list(columns),
            "additionalProperties": False,
        },
    )


def write_schemas(paths: Mapping[str, Path]) -> None:
    """Write each schema to its path in `paths` (by stem)."""
    for name, schema in schemas().items():
        paths[name].write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def croissant(name: str, made_by: Mapping[str, str], files: Mapping[str, File]) -> bytes:
    """The Croissant 1.0 description of a dataset with these files."""
    description = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": name,
        "description": f"Facts, parties, sums, dates and clauses of news articles, found by {made_by['pipeline']}.",
        "version": "1.0.0",
        "distribution": [_file_object(path, file) for path, file in files.items()],
        "recordSet": [_record_set(path) for path in files if path in _fields()],
    }
    return json.dumps(description, indent=2, ensure_ascii=False).encode() + b"\n"


def _file_object(path: str, file: File) -> dict[str, Any]:
    parquet = path.endswith(".parquet")
    return {
        "@type": "cr:FileObject",
        "@id": path,
        "name": path,
        "description": HOLDS[path],
        "contentUrl": path,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": "application/x-parquet" if parquet else "application/jsonlines",
        "sha256": file.sha256,
    }


def _fields() -> dict[str, dict[str, str]]:
    """Columns, with their Croissant types, of the files whose lines are flat enough for records.

    Readers of Croissant go through pandas, which takes a column of JSON lines that is called "date" for timestamps
    and turns TIMEX3 values (`2024-Q3`, `2024`) into days or fails on them: that column is left to other readers.
    """
    return {
        "facts.jsonl": {name: _TYPES[kind] for name, kind in COLUMNS.items() if name != "date"},
        "parties.jsonl": {"id": "sc:Text", "name": "sc:Text", "kind": "sc:Text", "articles": "sc:Integer"},
        "claims.jsonl": {
            **dict.fromkeys(("id", "type", "subject", "subject_party", "object", "object_party"), "sc:Text"),
            "articles": "sc:Integer",
        },
    }


def _record_set(path: str) -> dict[str, Any]:
    stem = path.removesuffix(".jsonl")
    return {
        "@type": "cr:RecordSet",
        "@id": stem,
        "name": stem,
        "description": HOLDS[path],
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{stem}/{column}",
                "name": column,
                "dataType": kind,
                "source": {"fileObject": {"@id": path}, "extract": {"column": column}},
            }
            for column, kind in _fields()[path].items()
        ],
    }


def card(
    name: str, made_by: Mapping[str, str], counts: Mapping[str, int], files: Mapping[str, File], options: Any
) -> bytes:
    """The data card: what the dataset is, how it was made, what it holds and what it is not good for."""
    types = {kind[6:]: number for kind, number in counts.items() if kind.startswith("facts.")}
    made = "\n".join(f"| {what} | `{value}` |" for what, value in made_by.items())
    listed = "\n".join(
        f"| `{path}` | {HOLDS[path]} | {file.bytes:,} | `{file.sha256[:16]}…` |" for path, file in files.items()
    )
    totals = "\n".join(
        f"| {what} | {counts.get(key, 0):,} |"
        for what, key in (
            ("articles", "articles"), ("inputs without a record", "rejects"),
            ("parties, article by article", "parties"), ("parties across articles", "parties_across"),
            ("sums", "money"), ("dates", "dates"),
            ("clauses", "clauses"), ("facts", "facts"), ("claims", "claims"),
        )
    )  # fmt: skip
    by_type = "\n".join(f"| {kind} | {number:,} |" for kind, number in sorted(types.items())) or "| none | 0 |"
    return f"""# {name}

Structured facts of news articles: who does what to whom, for how much, when, and in which state the matter is.
Every value carries the words of the article that prove it. Found by a program, not checked by people.

## Files

| file | holds | bytes | SHA-256 |
| --- | --- | --- | --- |
{listed}

`schema/` holds a JSON Schema (2020-12) for a line of each `.jsonl` file, `croissant.json` the same description for
machines, `manifest.json` all hashes, versions, options and times. Offsets count Unicode code points, end exclusive.
Amounts are exact decimals in units of their ISO 4217 currency; dates are TIMEX3 values.

## What it holds

| kind | number |
| --- | --- |
{totals}

| facts of type | number |
| --- | --- |
{by_type}

## How it was made

| part | version |
| --- | --- |
{made}

Options: `{dumps(options).decode()}`.

## What to know before using it

- Recall is the weak side: what is in here is mostly right, much that a careful reader finds is not in it. The README
  of newsfacts says how it was measured. Check a fact by its `evidence` before you publish it.
- A fact is what an article states, not what is true. `status`, `negated` and `source` say how it states it.
- Parties of two articles are one only where that is sure; one real party may stand in several lines.
- The articles' texts belong to their owners. `articles.jsonl` holds them in full.
- Articles name people. Laws on personal data apply to a dataset of them.

## Loading it

```python
from datasets import load_dataset

facts = load_dataset("json", data_files="facts.jsonl", split="train")
```
""".encode()
