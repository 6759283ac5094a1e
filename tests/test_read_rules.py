"""Every rule of patterns/layout.toml takes its examples and leaves its near misses alone."""

import time

import pytest

from pipeline.read.layout import default_layout

LAYOUT = default_layout()
EXAMPLES = [(rule, line) for rule in LAYOUT.knowledge.line for line in rule.examples]
NEAR_MISSES = [(rule, line) for rule in LAYOUT.knowledge.line for line in rule.near_misses]


def rules_of(line: str) -> set[str]:
    return {rule.id for rule in LAYOUT.matching(line)}


@pytest.mark.parametrize(("rule", "line"), EXAMPLES, ids=lambda value: getattr(value, "id", value))
def test_example(rule, line):
    assert rule.id in rules_of(line)


@pytest.mark.parametrize(("rule", "line"), NEAR_MISSES, ids=lambda value: getattr(value, "id", value))
def test_near_miss(rule, line):
    assert rule.id not in rules_of(line)


def test_every_rule_has_words():
    assert len(LAYOUT.knowledge.line) >= 15
    assert all(rule.phrases or rule.patterns for rule in LAYOUT.knowledge.line)


@pytest.mark.parametrize(
    "line",
    [
        "a" * 400,
        "By " + "A" * 390,
        "(" * 390,
        "@" * 390,
        "Facebook " * 40,
        "1" * 390,
        "www." * 90,
        "By A" + " A" * 190,
    ],
)
def test_rules_are_linear(line):
    start = time.perf_counter()
    for _ in range(3):
        LAYOUT.matching(line)
    assert time.perf_counter() - start < 0.5
