"""What a payment is for, by what was learned; all names are invented."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from pipeline.link.purposes import AHEAD, UNIT, WEIGHTS, Payment, features, likeliest
from pipeline.records import Purpose

from .test_link_whole import told


def payment(text, sum_, **given):
    start = text.index(sum_)
    return Payment(text, 0, len(text), start, start + len(sum_), **given)


@pytest.mark.parametrize(
    ("text", "sum_", "given", "wanted"),
    [
        ("The judge awarded Ada Tullow $3 million.", "$3 million", {"payer": "company", "payee": "person"}, "damages"),
        ("Workers are still owed $3 million in overtime and holiday pay by Halvor Inc.", "$3 million",
         {"payer": "company", "payee_text": "Workers"}, "salary"),
        ("The foundation gave the school $3 million for a new library.", "$3 million",
         {"payer": "organization", "payee": "organization"}, "donation"),
        ("Halvor Inc. has to return $3 million of the subsidy to Norway.", "$3 million",
         {"payer": "company", "payee": "public_body"}, "refund"),
    ],
)  # fmt: skip
def test_words_tell_the_purpose(text, sum_, given, wanted):
    assert likeliest(payment(text, sum_, **given)) == wanted


def test_nothing_to_go_by_is_other():
    assert likeliest(payment("Kerr sent $3 million.", "$3 million")) == "other"


def test_only_far_ahead_of_other_counts(tmp_path):
    def weights(points):
        path = tmp_path / f"{points}.json"
        path.write_text(json.dumps({"purposes": ["fine", "other"], "bias": [points, 0], "weights": {}}))
        return likeliest(payment("Kerr sent $3 million.", "$3 million"), path)

    assert (weights(AHEAD), weights(AHEAD - 1)) == ("fine", "other")


def test_features_tell_where_a_word_stands():
    found = features(payment("Kerr was fined $3 million on Monday", "$3 million", payee="public_body", per="day"))
    assert {"left fin", "near left fin", "sentence fin", "right monday", "to public_body", "per day"} <= found
    assert "right fin" not in found


def test_only_what_stands_beside_the_sum_counts_as_near():
    text = "Fined words words words words words words words words words Kerr paid $3 million"
    found = features(payment(text, "$3 million"))
    assert "sentence fin" in found
    assert "near left fin" not in found


def test_the_shipped_weights_know_every_purpose():
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    assert set(stored["purposes"]) <= set(get_args(Purpose))
    assert len(stored["purposes"]) == len(stored["bias"])
    assert {len(row) for row in stored["weights"].values()} == {len(stored["purposes"])}
    assert all(
        isinstance(weight, int) and abs(weight) < 10 * UNIT for row in stored["weights"].values() for weight in row
    )


def test_a_rule_is_not_overruled(extractor):
    text = "Norway fined Tier Oy $3 million after workers were owed overtime pay."
    ((kind, payer, payee, sum_, *_, keys),) = told(extractor, text)
    assert (kind, payer, payee, sum_, keys["purpose"]) == ("payment", "Tier Oy", "Norway", "$3 million", "fine")


def test_what_no_rule_tells_is_learned(extractor):
    ((kind, *_, keys),) = told(extractor, "Halvor Inc. has to return $3 million of the subsidy to Norway.")
    assert (kind, keys.get("purpose")) == ("payment", "refund")


def test_fitting_tells_purposes_apart():
    pytest.importorskip("torch", reason="fitting needs newsfacts[train]")
    from pipeline.link.training.__main__ import fit

    rows = [(payment(f"Kerr {verb} $3 million", "$3 million"), purpose)
            for verb, purpose in [("was fined", "fine"), ("donated", "donation")] for _ in range(8)]  # fmt: skip
    stored = fit(rows)
    assert stored["purposes"] == ["donation", "fine"]
    donation, fine = stored["weights"]["left fin"]
    assert fine > 0 > donation
