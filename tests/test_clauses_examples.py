"""Every rule of patterns/clauses.toml passes its own examples and near misses."""

from __future__ import annotations

import pytest

from pipeline.find.clauses.conditions import Conditions
from pipeline.find.clauses.rules import Compiler, load
from pipeline.patterns import PatternError, Patterns, parse_example
from tests.clauses_sample import clauses, gated, marked, stage

DATA = load(Patterns())


def _cases(rules, kind):
    return [
        pytest.param(rule, text, id=f"{rule.id}-{number}")
        for rule in rules
        for number, text in enumerate(getattr(rule, kind))
    ]


def test_types_are_covered():
    assert len({rule.type for rule in DATA.rule}) == 24


@pytest.mark.parametrize(("rule", "example"), _cases(DATA.rule, "examples"))
def test_rule_example(rule, example):
    text, wanted = marked(example)
    assert len(wanted) == 1
    found = [(c.text, c.type) for c in clauses(text) if c.rule == rule.id]
    assert found == [(wanted[0][0], rule.type)]


@pytest.mark.parametrize(("rule", "near_miss"), _cases(DATA.rule, "near_misses"))
def test_rule_near_miss(rule, near_miss):
    assert [c.text for c in clauses(near_miss) if c.rule == rule.id] == []


@pytest.mark.parametrize(("frame", "example"), _cases(DATA.frame, "examples"))
def test_frame_example(frame, example):
    text, wanted = marked(example)
    assert len(wanted) == 1
    assert [c.text for c in clauses(text)] == [wanted[0][0]]
    own = Compiler(DATA.words).any_of(frame.triggers)
    assert own.search(text)


@pytest.mark.parametrize(("frame", "near_miss"), _cases(DATA.frame, "near_misses"))
def test_frame_near_miss(frame, near_miss):
    assert [c.text for c in clauses(near_miss) if c.rule.startswith("other.")] == []


@pytest.mark.parametrize(("rule", "example"), _cases(DATA.status, "examples"))
def test_status_example(rule, example):
    text, wanted = marked(example)
    assert [(c.text, c.status) for c in clauses(text)] == [(wanted[0][0], rule.status)]


@pytest.mark.parametrize(("rule", "near_miss"), _cases(DATA.status, "near_misses"))
def test_status_near_miss(rule, near_miss):
    found = clauses(marked(near_miss)[0])
    assert len(found) == 1
    assert found[0].status != rule.status


@pytest.mark.parametrize(("rule", "example"), _cases(DATA.condition, "examples"))
def test_condition_example(rule, example):
    text, tagged = parse_example(example)
    wanted = {t.tag: text[t.start : t.end] for t in tagged}
    assert len(wanted) == 2
    trigger, effect = Conditions(DATA.condition, Compiler(DATA.words)).split(text)
    assert {"trigger": text[slice(*trigger)], "effect": text[slice(*effect)]} == wanted


@pytest.mark.parametrize(("rule", "near_miss"), _cases(DATA.condition, "near_misses"))
def test_condition_near_miss(rule, near_miss):
    assert Conditions((rule,), Compiler(DATA.words)).split(near_miss) == (None, None)


def test_unknown_word_list_is_refused():
    with pytest.raises(PatternError, match="@nowhere"):
        Compiler({}).any_of(("pay @nowhere",))


def test_bad_expression_is_refused():
    with pytest.raises(PatternError, match="no regular expression"):
        Compiler({}).any_of(("pay (",))


@pytest.mark.parametrize("filler", ["a ", "will pay ", "subject to ", "$5 million in cash and ", "if the deal ", "@ "])
def test_patterns_are_linear_on_long_repeats(filler):
    """Ten times the text takes no more than about ten times as long; a quadratic rule would take a hundred."""
    import time

    def seconds(size: int) -> float:
        text = "$5 million in payments contingent on the " + filler * (size // len(filler))
        start = time.perf_counter()
        for compiled in stage().clauses.rules:
            for _ in compiled.pattern.finditer(text):
                pass
        return time.perf_counter() - start

    seconds(1_000)
    small, large = min(seconds(1_200) for _ in range(3)), seconds(12_000)
    assert large < 30 * small + 0.2


def test_gate_lets_every_example_through():
    examples = [parse_example(e)[0] for rule in DATA.rule for e in rule.examples]
    assert len(examples) > 60
    assert [e for e in examples if not gated(e)] == []
