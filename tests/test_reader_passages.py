"""The passages that the reader is fitted to: every quote stands in its text, every side is a party of it."""

import json
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from pipeline.evaluate import check
from pipeline.reader.training.passages import unfold
from pipeline.records import ClauseType, FactType

PASSAGES = Path(__file__).resolve().parent.parent / "pipeline" / "reader" / "passages"
FILES = sorted(PASSAGES.glob("*.jsonl"))


def test_there_are_passages_of_every_type():
    assert len(FILES) >= 16
    passages = [json.loads(line) for path in FILES for line in path.open(encoding="utf-8")]
    assert len({passage["id"] for passage in passages}) == len(passages) >= 5_000
    facts = Counter(fact["type"] for passage in passages for fact in passage["facts"])
    clauses = Counter(clause["type"] for passage in passages for clause in passage["clauses"])
    assert set(facts) == set(get_args(FactType)) and min(facts.values()) >= 300
    assert set(clauses) == set(get_args(ClauseType)) and min(clauses.values()) >= 30
    assert sum(not passage["facts"] for passage in passages) > len(passages) / 5


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_passages_are_gold(path, tmp_path):
    problems = check(unfold(path, tmp_path))
    # what is sold by somebody, or paid by nobody named, still says what its sum tells
    assert [problem for problem in problems if not problem.endswith("neither subject nor object")] == []
