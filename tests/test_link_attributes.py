"""Status, date and source of facts, on sentences of our own."""

from __future__ import annotations

import pytest

from pipeline.read import article_from_text

#: A Tuesday; "on Monday" is the day before.
PUBLISHED = "2024-06-11"


def facts(extractor, text, kind):
    """The facts of one type as (status, date, source's name)."""
    record = extractor.extract(article_from_text(text, published=PUBLISHED))
    names = {party.id: party.name for party in record.parties}
    return [(f.status, f.date, names.get(f.source, f.source)) for f in record.facts if f.type == kind]


@pytest.mark.parametrize(
    "telling",
    ["it announced on Monday", "the company said on Monday", "the company told reporters on Monday"],
)
def test_a_signed_deal_is_dated_by_the_day_it_was_told(extractor, telling):
    text = f"Brevo Insights Inc. has agreed to buy Tarnwell Energy Ltd. for $38 million, {telling}."
    found = facts(extractor, text, "acquisition")
    assert [(status, date) for status, date, _ in found] == [("expected", "2024-06-10")]


def test_a_noun_is_dated_by_its_verb(extractor):
    text = "Brevo Insights Inc. sold $400 million of three-year dollar bonds on Monday, its first deal since 2021."
    assert facts(extractor, text, "financing")[0][1] == "2024-06-10"


def test_an_agreement_that_was_agreed_stands(extractor):
    text = "Brevo Insights Inc. has agreed to supply Tarnwell Energy Ltd. with turbines."
    assert [status for status, _, _ in facts(extractor, text, "agreement")] == ["completed"]


def test_a_payment_upon_achievement_is_conditional(extractor):
    text = "Brevo Insights Inc. will pay Tarnwell Energy Ltd. $3 million upon the achievement of sales targets."
    assert [status for status, _, _ in facts(extractor, text, "payment")] == ["conditional"]


def test_a_condition_of_a_later_statement_is_not_the_first_ones(extractor):
    text = (
        "Brevo Insights Inc. will pay Tarnwell Energy Ltd. $3 million, however no more will be forthcoming "
        "unless the companies can reinvent themselves."
    )
    assert [status for status, _, _ in facts(extractor, text, "payment")] == ["expected"]


def test_unnamed_sources_are_named_in_full(extractor):
    text = "Brevo Insights Inc. paid Tarnwell Energy Ltd. $3 million, according to documents seen by Northport Media."
    assert [source for _, _, source in facts(extractor, text, "payment")] == ["documents"]


def test_who_announces_an_appointment_is_its_source(extractor):
    text = (
        "Brevo Insights Inc. today announced the appointment of Lena Halvorsen as chief executive officer, "
        "effective July 1, 2024."
    )
    found = facts(extractor, text, "position")
    assert [source for _, _, source in found] == ["Brevo Insights Inc."]


def test_an_abbreviation_before_a_bracket_ends_no_sentence(extractor):
    text = 'Brevo Insights Co., Ltd. ("Brevo") today announced that it has acquired Tarnwell Energy Inc. for $3 million.'
    assert [source for _, _, source in facts(extractor, text, "acquisition")] == ["Brevo Insights Co., Ltd."]
