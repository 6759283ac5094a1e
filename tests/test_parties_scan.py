"""Patterns that are tried only where they can match find there all that they match: over the annotated articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.find import bodies, bylines, cues, names, notes, parties
from pipeline.find.scan import Before, Scan, word_before
from pipeline.resolve import initials, nominals

CORPUS = Path(__file__).resolve().parent.parent / "corpus"

TEXTS = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]
MODULES = (bodies, bylines, cues, names, notes, parties, initials, nominals)
SCANS = {f"{module.__name__}.{name}": scan for module in MODULES for name, scan in vars(module).items()
         if isinstance(scan, Scan)}  # fmt: skip
BEFORE = {name: value for name, value in vars(cues).items() if isinstance(value, Before)}
_WORD = re.compile(r"(?<!\w)[A-Z]")


@pytest.mark.parametrize("name", SCANS)
def test_a_scan_misses_nothing(name):
    scan = SCANS[name]
    for text in TEXTS:
        assert [m.span() for m in scan.finditer(text)] == [m.span() for m in scan.pattern.finditer(text)]


def test_a_pattern_of_what_stands_before_a_name_misses_nothing():
    found = 0
    for text in TEXTS:
        for match in _WORD.finditer(text):
            before = text[max(0, match.start() - 40) : match.start()]
            last = word_before(before)
            for name, pattern in BEFORE.items():
                whole = pattern.pattern.search(before)
                assert whole is None or pattern.search(before, last) is not None, (name, before, last)
                found += whole is not None
    assert found > 100


def test_a_line_is_tried_behind_a_match_too():
    scan = Scan(r"^a\n?", "a")
    text = "a\na\nb\na"
    assert [m.span() for m in scan.finditer(text)] == [m.span() for m in scan.pattern.finditer(text)]


def test_without_its_hint_or_sign_nothing_is_looked_for():
    assert list(Scan("[a-z]+", "kerr").finditer("acme")) == []
    assert list(Scan("[a-z]+", sign="k").finditer("acme")) == []
