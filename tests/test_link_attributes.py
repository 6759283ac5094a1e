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


B, T = "Brevo Insights Inc.", "Tarnwell Energy Ltd."
#: Sentence, type of its fact, status.
STATUSES = [
    (f"{B} is to pay {T} $3 million.", "payment", "expected"),
    (f"{B} is close to buying {T} for $38 million.", "acquisition", "proposed"),
    (f"{B} is close to a supply agreement with {T}.", "agreement", "proposed"),
    (f"{B} is near a deal with {T}.", "agreement", "proposed"),
    (f"{B} signed a supply agreement with {T}, close to its mill in Leeds.", "agreement", "completed"),
    (f"{B} is nearing a deal to buy {T} for $38 million.", "acquisition", "proposed"),
    (f"{B} made a $38 million bid for {T} on Monday.", "acquisition", "proposed"),
    (f"{B} bid $38 million for {T} last year but walked away after due diligence.", "acquisition", "cancelled"),
    (f"{B}'s $38 million takeover of {T} fell through in 2022.", "acquisition", "cancelled"),
    (f"{B} denied a report in a newspaper that it had offered $38 million for {T}.", "acquisition", "cancelled"),
    (f"{B} will pay {T} $3 million now and up to $9 million if sales double.", "payment", "conditional expected"),
    (f"{B} will pay {T} a further $3 million should sales top 100,000 units.", "payment", "conditional"),
    (f"{B} pays {T} $3 million a year for the name.", "payment", "ongoing"),
    (f"{B} is being sued by {T} for $3 million.", "lawsuit", "ongoing"),
    (f"{B} has agreed to settle a lawsuit brought by {T}.", "lawsuit", "completed"),
    (f"{B} plans to expand in Asia after paying $38 million for {T} in 2017.", "acquisition", "completed"),
    (f"{B} did not admit wrongdoing in agreeing to pay {T} $3 million.", "payment", "expected"),
]
#: Sentence, type of its fact, date.
DATES = [
    (f"{B}, founded in 2003, invested $3 million in {T}.", "investment", None),
    (f"{B} bought {T}, whose 2023 sales were $9 million, for $38 million.", "acquisition", None),
    (f"{B} has bought {T} for $38 million and will move its head office next year.", "acquisition", None),
    (f"Shares of {B} fell on Tuesday after it agreed to buy {T} for $38 million.", "acquisition", None),
    (f"{B} paid {T} $3 million between 2009 and 2014.", "payment", None),
    (f"In a lawsuit filed on Friday, {B} accused {T} of fraud and sought $3 million.", "lawsuit", "2024-06-07"),
    (f"{B} signed a contract with {T} on Friday that runs until 2030.", "agreement", "2024-06-07"),
]


@pytest.mark.parametrize(("text", "kind", "status"), STATUSES)
def test_status(extractor, text, kind, status):
    assert sorted(found for found, _, _ in facts(extractor, text, kind)) == status.split()


@pytest.mark.parametrize(("text", "kind", "date"), DATES)
def test_date(extractor, text, kind, date):
    assert [found for _, found, _ in facts(extractor, text, kind)] == [date]


#: Sentence, type of its fact, source.
SOURCES = [
    (f"Between 2009 and 2014, the indictment says, {B} paid {T} $3 million.", "payment", "the indictment"),
    (f"{B} paid {T} $3 million, per a person briefed on the matter.", "payment", "a person briefed on the matter"),
    (f"{B} paid {T} $3 million, according to two people who have seen the papers.", "payment",
     "two people who have seen the papers"),
    (f"The company's chief auditor, Lena Halvorsen, said that {B} paid {T} $3 million.", "payment", "Lena Halvorsen"),
    (f"{B} did not disclose how it financed {T}, which it bought for $38 million in 2017.", "acquisition", None),
    (f"{B}, which was fined $3 million in 2021, said that it would move.", "payment", None),
    (f"{B} is suing {T}; Lena Halvorsen says its contracts are not worth the paper they are printed on.", "lawsuit", None),
    (f"{B} is valued at $38 million by analysts at a local brokerage.", "valuation", "analysts at a local brokerage"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "source"), SOURCES)
def test_source(extractor, text, kind, source):
    assert [found for _, _, found in facts(extractor, text, kind)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        f"{B} raised $29 million, providing it with the means to grow.",
        f"{B}'s purchase of {T} is expected to bring in $3 million by July.",
    ],
)
def test_neither_conditional_nor_dated(extractor, text):
    record = extractor.extract(article_from_text(text, published=PUBLISHED))
    assert [(f.status == "conditional", f.date) for f in record.facts if f.type != "result"] == [(False, None)]
