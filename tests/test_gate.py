"""The score gate: no kind may fall below its floor in `floors.json`, on any set of gold that is here.

And the ledger of known errors is what the command writes: what is mended is taken out of it, so that it cannot come
back unseen. `test_known_errors` names what is newly wrong.
"""

from __future__ import annotations

import copy
import functools
import json

import pytest

from pipeline.evaluate import Evaluation, evaluate, load_folders, pair_by_stem, score
from tests import known_errors
from tests import raise_floors as gate

REPIN = "run `python -m tests.raise_floors` and look at what it changes"


@pytest.fixture(scope="module")
def floors():
    assert gate.FLOORS.is_file(), f"no floors are pinned: {REPIN}"
    return json.loads(gate.FLOORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def evaluated(full_extractor, corpus_records):
    """What evaluating a set of gold gives; each set is evaluated once, `corpus/` by the records of the main job."""

    def result(name: str) -> Evaluation:
        if name != "corpus":
            return evaluate(gate.SETS[name], full_extractor)
        return score(pair_by_stem(load_folders(gate.SETS[name]), corpus_records.values()))

    return functools.cache(result)


def test_floors_were_pinned_by_the_command_and_with_this_scorer(floors):
    assert floors["checksum"] == gate.checksum(floors), f"floors.json was changed by hand: {REPIN}"
    assert floors["scorer"] == gate.scorer_fingerprint(), f"the scorer changed: {REPIN}"
    assert all(entry["reason"] and entry["lowered"] for entry in floors["reasons"])
    assert "corpus" in floors["sets"]


@pytest.mark.parametrize("name", gate.SETS)
def test_no_kind_falls_below_its_floor(name, floors, evaluated):
    folders = gate.SETS[name]
    if name != "corpus" and (reason := gate.missing(folders)):
        pytest.skip(reason)
    pinned = floors["sets"].get(name)
    assert pinned, f"no floors for {name}: {REPIN}"
    assert set(pinned["total"]) == set(gate.ROWS)
    now = gate.measured(folders, evaluated(name))
    if name != "corpus" and now["fingerprint"] != pinned["fingerprint"]:
        pytest.skip("the shared gold is not the one that the floors were pinned on")
    assert now["fingerprint"] == pinned["fingerprint"], f"the gold of {name} changed: {REPIN}"
    assert gate.falls(pinned, now) == []


def test_the_ledger_lists_the_errors_there_are(evaluated):
    listed = known_errors.LEDGER.read_text(encoding="utf-8")
    now = known_errors.text_of(evaluated("corpus").articles)
    assert list(known_errors.differences(listed, now)) == [], REPIN
    assert listed == now, REPIN


# The gate itself -------------------------------------------------------------------------------------------


def measured(**articles: float) -> dict:
    total = sum(articles.values()) / len(articles)
    return {
        "fingerprint": "x",
        "total": dict.fromkeys(gate.ROWS, total),
        "articles": {stem: dict.fromkeys(gate.ROWS, f1) for stem, f1 in articles.items()},
    }


def test_a_fall_names_the_articles_that_fell_the_deepest_first():
    lines = gate.falls(measured(a=0.9, b=0.8, c=0.5), measured(a=0.8, b=0.5, c=0.6, d=0.1))
    assert len(lines) == len(gate.ROWS)
    assert lines[0] == ("money.value: 0.5000, floor 0.7333; fell: b (0.800 -> 0.500), a (0.900 -> 0.800), d (new)")


def test_the_slack_forgives_a_hair_and_no_more():
    assert gate.falls(measured(a=0.8), measured(a=0.8 - gate.SLACK / 2)) == []
    assert gate.falls(measured(a=0.8), measured(a=0.8 - gate.SLACK * 2)) != []


def test_floors_rise_and_small_falls_do_not_add_up():
    first = gate.raised({}, {"corpus": measured(a=0.5)}, None)
    second = gate.raised(first, {"corpus": measured(a=0.6)}, None)
    assert second["sets"]["corpus"]["total"]["facts.strict"] == 0.6
    third = gate.raised(second, {"corpus": measured(a=0.597)}, None)
    assert third["sets"]["corpus"]["total"]["facts.strict"] == 0.6
    assert third["reasons"] == []


def test_floors_fall_only_with_a_reason_that_stays():
    first = gate.raised({}, {"corpus": measured(a=0.5)}, None)
    with pytest.raises(ValueError, match="corpus fell"):
        gate.raised(first, {"corpus": measured(a=0.4)}, None)
    second = gate.raised(first, {"corpus": measured(a=0.4)}, "harder articles")
    assert second["sets"]["corpus"]["total"]["facts.strict"] == 0.4
    third = gate.raised(second, {"corpus": measured(a=0.5)}, None)
    assert [entry["reason"] for entry in third["reasons"]] == ["harder articles"]
    assert len(third["reasons"][0]["lowered"]) == len(gate.ROWS)


def test_a_set_that_is_not_here_keeps_its_floors():
    first = gate.raised({}, {"corpus": measured(a=0.5), "real": measured(b=0.3)}, None)
    assert gate.raised(first, {"corpus": measured(a=0.5)}, None)["sets"] == first["sets"]


def test_a_floor_changed_by_hand_is_seen():
    floors = gate.raised({}, {"corpus": measured(a=0.5)}, None)
    assert floors["checksum"] == gate.checksum(floors)
    lowered = copy.deepcopy(floors)
    lowered["sets"]["corpus"]["total"]["facts.strict"] = 0.1
    assert floors["checksum"] != gate.checksum(lowered)


def test_the_fingerprint_follows_the_gold(tmp_path):
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "a.txt").write_text("one")
    before = gate.set_fingerprint([tmp_path])
    (tmp_path / "a.txt").write_text("two")
    assert gate.set_fingerprint([tmp_path]) != before
    assert gate.missing([tmp_path]) is None
    assert gate.missing([tmp_path / "none"]) is not None
