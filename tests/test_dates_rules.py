"""Every rule of patterns/dates.toml against its own examples and near misses."""

from __future__ import annotations

import pytest

from pipeline.find.dates import _OFTEN, DateFinder, DatePatterns
from pipeline.normalise.dates import DateNormaliser
from pipeline.patterns import Patterns, parse_example

PATTERNS = Patterns()
DATES = PATTERNS.load("dates.toml", DatePatterns)
FINDER = DateFinder(PATTERNS)
NORMALISER = DateNormaliser(PATTERNS)

EXAMPLES = [(rule.id, example) for rule in DATES.rules for example in rule.examples]
NEAR_MISSES = [(rule.id, sentence) for rule in DATES.rules for sentence in rule.near_misses]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule}:{at}" for at, (rule, _) in enumerate(EXAMPLES)])
def test_example_reads_as_marked(rule: str, example: str) -> None:
    text, expected = parse_example(example)
    mentions = FINDER.find(text)
    found = NORMALISER.records(text, mentions, DATES.published)
    assert len(found) == len(expected)
    assert [(date.text, date.value, date.type) for date in found] == [
        (text[tag.start : tag.end], tag.attributes["value"], tag.attributes.get("type", "DATE")) for tag in expected
    ]
    assert rule in {mention.rule for mention in mentions}


@pytest.mark.parametrize(
    ("rule", "sentence"), NEAR_MISSES, ids=[f"{rule}:{at}" for at, (rule, _) in enumerate(NEAR_MISSES)]
)
def test_near_miss_is_not_found_by_the_rule(rule: str, sentence: str) -> None:
    assert rule not in {mention.rule for mention in FINDER.find(sentence)}


def test_a_place_that_is_common_is_read_as_a_rare_one():
    text = (
        "Last year it fell. On May 3, 2024 it rose; by the third quarter of 2025 they may march, on Sunday or in March."
    )
    rare, common = DateFinder(PATTERNS), DateFinder(PATTERNS)
    for start in common._grammar.by_first.values():
        start._asked = _OFTEN
    found = rare.find(text)
    assert len(found) >= 4
    assert common.find(text) == found
    gates = [sum("_gate" in vars(start) for start in f._grammar.by_first.values()) for f in (rare, common)]
    assert gates[0] == 0 < gates[1]
