"""Every rule of patterns/money.toml on its own examples and near misses."""

from __future__ import annotations

import pytest

from pipeline.find.money import MoneyFinder
from pipeline.find.money.parts import Form, MoneyFile, Rate
from pipeline.patterns import Patterns, Rule, parse_example
from tests.money_support import check_sentence, finder

FILE = Patterns().load("money.toml", MoneyFile)
RULES: list[Rule] = [*FILE.form, *FILE.qualifier, *FILE.rate, *FILE.guard, *FILE.ambiguity]


def test_all_kinds_of_rules_are_there() -> None:
    assert len(FILE.form) == 13
    assert {cue.qualifier for cue in FILE.qualifier} == {
        "about",
        "at_least",
        "at_most",
        "more_than",
        "less_than",
    }
    assert len(FILE.guard) >= 8
    assert all(isinstance(rate, Rate) for rate in FILE.rate)


@pytest.mark.parametrize(
    ("rule", "example"), [(r, e) for r in RULES for e in r.examples], ids=lambda v: getattr(v, "id", "")
)
def test_example(rule: Rule, example: str) -> None:
    records = check_sentence(example)
    if isinstance(rule, Form):
        assert rule.id in {record.rule for record in records}


@pytest.mark.parametrize(
    ("rule", "near_miss"), [(r, n) for r in RULES for n in r.near_misses], ids=lambda v: getattr(v, "id", "")
)
def test_near_miss(rule: Rule, near_miss: str) -> None:
    records = check_sentence(near_miss)
    if isinstance(rule, Form):
        assert rule.id not in {record.rule for record in records}


def test_every_guard_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without guards, each guard's example gives a sum: a guard that guards nothing is dead."""
    monkeypatch.setattr(MoneyFinder, "_refused", lambda *_: False)
    for guard in FILE.guard:
        text, tags = parse_example(guard.examples[0])
        assert not tags
        assert finder().find(text), guard.id
