"""Which words that fill a slot are a name or a state, by fillers made by hand."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pipeline.link.frames import slots
from pipeline.link.frames.slots import NAMED_TYPES, STATE_SUBJECTS, STATE_TYPES, Filler, Slots
from pipeline.mentions import Span

NAME, STATE, OTHER = Span(0, 4), Span(5, 9), Span(10, 14)
TYPES = ("acquisition", "agreement", "financing", "investment", "lawsuit", "payment", "spending", "valuation")


@pytest.fixture
def told(monkeypatch):
    monkeypatch.setattr(slots, "unknown_name", lambda *_: NAME)
    monkeypatch.setattr(slots, "state_at", lambda *_: STATE)
    scene = SimpleNamespace(analysis=None, parse=None, resolution=None)

    def is_name(kind, **filler):
        return Slots.is_name(scene, Filler(**filler), SimpleNamespace(type=kind))

    return is_name


@pytest.mark.parametrize("kind", TYPES)
def test_whether_words_are_a_name(told, kind):
    assert told(kind, text=NAME, token="x") is (kind in NAMED_TYPES)
    assert told(kind, text=STATE, token="x") is (kind in STATE_TYPES | STATE_SUBJECTS)
    assert told(kind, text=OTHER, token="x") is False
    assert told(kind, text=NAME) is False
    assert told(kind, text=STATE) is False
    assert told(kind, token="x") is False
    assert told(kind) is False


def test_which_types_take_names_and_states():
    assert {"acquisition", "investment", "financing", "valuation"} == NAMED_TYPES
    assert {"payment", "lawsuit"} == STATE_TYPES
    assert {"financing"} == STATE_SUBJECTS
