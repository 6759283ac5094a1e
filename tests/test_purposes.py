"""What a payment is for, by what was learned; all names are invented."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from pipeline.link.purposes import AHEAD, BY_WORDS, FEE_AHEAD, UNIT, WEIGHTS, Payment, features, likeliest
from pipeline.records import Purpose

from .test_link_whole import told


def payment(text, sum_, **given):
    start = text.index(sum_)
    return Payment(text, 0, len(text), start, start + len(sum_), **given)


@pytest.mark.parametrize(
    ("text", "sum_", "given", "wanted"),
    [
        ("The judge awarded Ada Tullow $3 million.", "$3 million", {"payer": "company", "payee": "person"}, "damages"),
        ("The jury awarded the widow $3 million for the crash.", "$3 million",
         {"payer": "company", "payee_text": "the widow"}, "damages"),
        ("Workers at the mill are still owed $3 million in wages and overtime.", "$3 million",
         {"payer": "company", "payee_text": "Workers at the mill"}, "salary"),
        ("The directors shared bonuses of $3 million.", "$3 million", {"payee_text": "The directors"}, "salary"),
        ("The foundation gave the school $3 million for a new library.", "$3 million",
         {"payer": "organization", "payee": "organization"}, "donation"),
        ("Halvor Inc. must refund $3 million to customers who were overcharged.", "$3 million",
         {"payer": "company", "payee_text": "customers"}, "refund"),
        ("Halvor Inc. has to give back $3 million of the subsidy.", "$3 million",
         {"payer": "company", "payee": "public_body"}, "refund"),
        ("Halvor Inc. signed a deal to pay Tier Oy $3 million.", "$3 million",
         {"payer": "company", "payee": "company", "status": "expected"}, "other"),
        ("Halvor Inc. refused to pay Tier Oy $3 million.", "$3 million",
         {"payer": "company", "payee": "company", "status": "cancelled"}, "other"),
    ],
)  # fmt: skip
def test_words_tell_the_purpose(text, sum_, given, wanted):
    assert likeliest(payment(text, sum_, **given)) == wanted


def test_nothing_to_go_by_is_other():
    assert likeliest(payment("Kerr sent $3 million.", "$3 million")) == "other"


def test_only_far_ahead_of_other_counts(tmp_path):
    def likeliest_with(name, bias, by_words):
        path = tmp_path / f"{name} {bias} {by_words}.json"
        stored = {"classes": [name, "other"], "bias": [bias, 0], "weights": {"sentence sent": [by_words, 0]}}
        path.write_text(json.dumps(stored))
        return likeliest(payment("Kerr sent $3 million.", "$3 million"), path)

    assert likeliest_with("fine", AHEAD - BY_WORDS, BY_WORDS) == "fine"
    assert likeliest_with("fine", AHEAD - BY_WORDS - 1, BY_WORDS) == "other"
    assert likeliest_with("fine", 3 * AHEAD, BY_WORDS - 1) == "other"
    assert likeliest_with("fee", FEE_AHEAD - BY_WORDS, BY_WORDS) == "fee"
    assert likeliest_with("fee", FEE_AHEAD - BY_WORDS - 1, BY_WORDS) == "other"


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
    assert set(stored["classes"]) <= set(get_args(Purpose))
    assert len(stored["classes"]) == len(stored["bias"])
    assert {len(row) for row in stored["weights"].values()} == {len(stored["classes"])}
    assert all(
        isinstance(weight, int) and abs(weight) < 10 * UNIT for row in stored["weights"].values() for weight in row
    )


def test_a_rule_is_not_overruled(extractor):
    text = "Norway fined Tier Oy $3 million after workers were owed overtime pay."
    ((kind, payer, payee, sum_, *_, keys),) = told(extractor, text)
    assert (kind, payer, payee, sum_, keys["purpose"]) == ("payment", "Tier Oy", "Norway", "$3 million", "fine")


def test_what_no_rule_tells_is_learned(extractor):
    ((kind, *_, keys),) = told(extractor, "Halvor Inc. must pay back the $3 million grant to Norway.")
    assert (kind, keys.get("purpose")) == ("payment", "refund")


def test_fitting_tells_purposes_apart():
    pytest.importorskip("torch", reason="fitting needs newsfacts[train]")
    from pipeline.link.training.__main__ import fit

    rows = [(payment(f"Kerr {verb} $3 million", "$3 million"), purpose)
            for verb, purpose in [("was fined", "fine"), ("donated", "donation")] for _ in range(8)]  # fmt: skip
    stored = fit(rows)
    assert stored["classes"] == ["donation", "fine"]
    donation, fine = stored["weights"]["left fin"]
    assert fine > 0 > donation
