"""The sentence splitter on its own examples and on odd text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns import Patterns, parse_example
from pipeline.sentences import SentenceFile, Splitter

PATTERNS = Patterns()
SPLITTER = Splitter(PATTERNS)
RULES = PATTERNS.load("sentences.toml", SentenceFile).split
MARKUPS = [markup for rule in RULES for markup in (*rule.examples, *rule.near_misses)]


@pytest.mark.parametrize("markup", MARKUPS)
def test_example(markup):
    text, expected = parse_example(markup)
    found = list(SPLITTER.line(text))
    assert len(found) == len(expected), [text[s:e] for s, e in found]
    assert found == [(span.start, span.end) for span in expected]


@given(st.text(alphabet="aB. !?\n\"'”“`)(1…é🙂", max_size=80))
def test_covers_all_but_white_space_in_order(text):
    at = 0
    for start, end in SPLITTER.line(text):
        assert start < end and not text[at:start].strip()
        at = end
    assert not text[at:].strip()
