"""Lenders of loans: every cue of `patterns/lenders.toml` on its own examples and near misses."""

import pytest

from pipeline.link.lenders import LenderFile
from pipeline.patterns import Patterns, parse_example
from tests.facts_support import told

FILE = Patterns().load("lenders.toml", LenderFile)
CUES = (*FILE.before, *FILE.behind)


def lenders(extractor, text):
    loans = told(extractor, text, "financing")
    assert {(borrower, amount) for borrower, _, amount, _ in loans} == {("Tier Oy", 3e6)}
    return sorted(lender for _, lender, _, _ in loans if lender)


@pytest.mark.parametrize("markup", [pytest.param(text, id=cue.id) for cue in CUES for text in cue.examples])
def test_cue_reads_its_lenders(extractor, markup):
    text, tags = parse_example(markup)
    wanted = sorted(text[tag.start : tag.end] for tag in tags)
    assert wanted
    assert lenders(extractor, text) == wanted


@pytest.mark.parametrize("text", [pytest.param(text, id=cue.id) for cue in CUES for text in cue.near_misses])
def test_cue_leaves_its_near_miss(extractor, text):
    assert lenders(extractor, text) == []
