"""Across articles: which parties are one (`parties.jsonl`), and which facts (`claims.jsonl`).

Both files follow from `articles.jsonl` and `facts.jsonl` alone, line by line in their order, so that neither the
number of workers nor an interruption shows in them. Memory: 17 bytes a party of an article, and the
largest group of equal names or like facts; the rest stands in a scratch database beside the dataset.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import orjson

from ...patterns import Patterns
from .claims import Claims
from .names import Names
from .parties import Parties

__all__ = ["write_across"]


def write_across(
    articles: Path, facts: Path, parties: Path, claims: Path, scratch: Path, patterns: Patterns
) -> dict[str, int]:
    """Write `parties` and `claims` from the records and rows in the first two files; how many there are of each.

    `scratch` is a file that may be used meanwhile; it is removed.
    """
    scratch.unlink(missing_ok=True)
    with closing(_database(scratch)) as database:
        names = Names(patterns)
        all_parties = Parties(database, names)
        with articles.open("rb") as file:
            for line in file:
                all_parties.add(orjson.loads(line))
        all_parties.join()
        all_claims = Claims(database, names, all_parties)
        with facts.open("rb") as file:
            for line in file:
                all_claims.add(line)
        written = {}
        for path, lines in ((parties, all_parties.lines()), (claims, all_claims.lines())):
            with path.open("wb") as file:
                written[path.name] = sum(bool(file.write(line)) for line in lines)
    scratch.unlink()
    return {"parties_across": written[parties.name], "claims": written[claims.name]}


def _database(path: Path) -> sqlite3.Connection:
    """A database nobody will miss: no journal, nothing synced."""
    database = sqlite3.connect(path)
    database.executescript("pragma journal_mode = off; pragma synchronous = off; pragma temp_store = file;")
    return database
