"""The prefilter of the clause rules: it may let too much through, but never holds a matching pattern back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.find.clauses.prefilter import Prefilter, branches, required
from pipeline.find.clauses.rules import Compiler, load
from pipeline.patterns import Patterns, parse_example

DATA = load(Patterns())
COMPILER = Compiler(DATA.words)
RULES = (*DATA.rule, *DATA.frame)
PREFILTER = Prefilter([COMPILER.sources(rule.triggers) for rule in RULES])
ONE_BY_ONE = [[COMPILER.any_of((trigger,)) for trigger in rule.triggers] for rule in RULES]
COMPILED = [COMPILER.any_of(rule.triggers) for rule in RULES]
EXAMPLES = [parse_example(example)[0] for rule in RULES for example in (*rule.examples, *rule.near_misses)]


@pytest.mark.parametrize(
    ("source", "strings"),
    [
        ("break-?up fees?", {"break"}),
        ("(?:lease|rent)s?", {"lease", "rent"}),
        ("(?:very )?long lease", {"lease"}),
        ("renew(?:s|ed)?", {"renew"}),
        ("(?!lease)veto(?=es)", {"veto"}),
        (r"terminat(?:e|ed) \w+", {"terminat"}),
        ("[Ll]icen[cs]es", {"icen"}),
        ("Veto+", {"veto"}),
        ("a{0,3}board{2}", {"board"}),
    ],
)
def test_strings_that_a_match_needs(source, strings):
    assert required(source) == strings


@pytest.mark.parametrize("source", ["a|lease", "(?:lease)?", r"\d+ \w*", "(?:lease){0,2}", "le?a?s"])
def test_nothing_is_needed_where_a_match_may_lack_it(source):
    assert required(source) is None


@pytest.mark.parametrize(
    ("source", "needs"),
    [
        ("(?:lease|rent)s? of (?:the )?hall", [[{"hall"}, {"lease", "rent"}]]),
        (r"veto|board \w+ seat", [[{"veto"}], [{"board"}, {"seat"}]]),
        ("to (?:be|go)", [[]]),
    ],
)
def test_a_match_of_a_branch_needs_one_string_of_each_set(source, needs):
    found = branches(source)
    assert len(found) == len(needs)
    assert [[set(each) for each in branch] for branch in found] == needs


def test_only_sources_that_can_match_are_given():
    prefilter = Prefilter([["lease of hall", r"veto|board \w+ seat", r"\d+"], ["rent \\w+ hall"]])
    assert prefilter.possible("A BOARD with one seat.") == {0: [1, 2]}
    assert prefilter.possible("Rent the lease of a hall.") == {0: [0, 2], 1: [0]}
    assert prefilter.possible("Halls for rent") == {0: [2], 1: [0]}
    assert prefilter.possible("The board left.") == {0: [2]}


def test_unbalanced_brackets_are_refused():
    with pytest.raises(ValueError, match="unbalanced"):
        required("lease)")


def test_no_match_of_a_rule_is_lost_on_the_examples():
    matches = 0
    for text in EXAMPLES:
        matching = {n for n, pattern in enumerate(COMPILED) if pattern.search(text)}
        matches += len(matching)
        assert matching <= set(PREFILTER.possible(text)), text
        assert matching == _by_source(text), text
    assert matches > 200


def _by_source(text: str) -> set[int]:
    """The rules of which a trigger that may match does."""
    possible = PREFILTER.possible(text)
    return {n for n, places in possible.items() if any(ONE_BY_ONE[n][place].search(text) for place in places)}


_WORDS = sorted({word for text in EXAMPLES for word in re.findall(r"\S+", text)})


@settings(deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25))
def test_no_match_of_a_rule_is_lost_on_shuffled_words(words):
    text = " ".join(words)
    matching = {n for n, pattern in enumerate(COMPILED) if pattern.search(text)}
    assert matching == _by_source(text)


def test_plain_prose_leaves_few_rules_to_try():
    text = "The mayor opened a new library on the hill and thanked the children for their songs."
    assert len(PREFILTER.possible(text)) < len(RULES) / 4
