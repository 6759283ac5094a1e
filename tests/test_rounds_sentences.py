"""Investors of funding rounds: every cue of `patterns/rounds.toml` on its own examples and near misses."""

import pytest

from pipeline.link.rounds import RoundFile
from pipeline.patterns import Patterns, parse_example
from pipeline.read import article_from_text

ROUNDS = Patterns().load("rounds.toml", RoundFile)
CUES = (*ROUNDS.before, *ROUNDS.behind)


def investors(extractor, text):
    record = extractor.extract(article_from_text("Companies\n\n" + text, published="2024-06-12"))
    names = {party.id: party.name for party in record.parties}
    facts = [fact for fact in record.facts if fact.type == "investment"]
    return sorted(names[fact.subject] for fact in facts), [
        (names.get(fact.object), fact.amount and fact.amount.value) for fact in facts
    ]


@pytest.mark.parametrize(
    ("markup", "past"),
    [
        pytest.param(text, getattr(cue, "past", False), id=f"{cue.id}-{n}")
        for cue in CUES
        for n, text in enumerate(cue.examples)
    ],
)
def test_cue_reads_its_investors(extractor, markup, past):
    text, tags = parse_example(markup)
    wanted = sorted(text[tag.start : tag.end] for tag in tags)
    assert wanted
    found, rounds = investors(extractor, text)
    assert found == wanted
    assert rounds == [("Tier Oy", None if past else 3_000_000)] * len(wanted)


@pytest.mark.parametrize(
    "markup", [pytest.param(text, id=f"{cue.id}-{n}") for cue in CUES for n, text in enumerate(cue.near_misses)]
)
def test_cue_leaves_its_near_miss(extractor, markup):
    assert investors(extractor, markup) == ([], [])


def test_names_that_only_describe_an_investor_are_none(extractor):
    text = (
        "Tier Oy raised $3 million in a seed round led by Halvor Capital, with participation from "
        "Brandt AG founder Lena Kerr and Ames Ventures, a unit of Lindqvist AG."
    )
    found, _ = investors(extractor, text)
    assert found == ["Ames Ventures", "Halvor Capital", "Lena Kerr"]


def test_who_has_invested_at_some_time_has_no_part_in_this_sum(extractor):
    text = "Tier Oy raised $3 million in a Series B round. Its other investors include Halvor Capital."
    found, rounds = investors(extractor, text)
    assert found == ["Halvor Capital"]
    assert rounds == [("Tier Oy", None)]


def test_two_rounds_of_one_sentence_have_a_sum_each(extractor):
    text = (
        "Tier Oy raised $3 million in a seed round co-led by Halvor Capital, followed by a $18 million Series A "
        "funding round led by Brandt Ventures."
    )
    found, rounds = investors(extractor, text)
    assert found == ["Brandt Ventures", "Halvor Capital"]
    assert sorted(rounds) == [("Tier Oy", 3_000_000), ("Tier Oy", 18_000_000)]


def test_sides_that_no_party_stands_for_are_told_in_words(extractor):
    text = "Companies\n\nBrandt AG sold Tier Oy to a group of local investors for $3 million."
    (fact,) = extractor.extract(article_from_text(text, published="2024-06-12")).facts
    assert (fact.type, fact.subject, fact.subject_text) == ("acquisition", None, "a group of local investors")


def test_it_is_what_was_bought_last(extractor):
    text = "Companies\n\nHalvor Inc. is to buy Tier Oy for $9 million. Brandt AG had bid $3 million for it in 2015."
    record = extractor.extract(article_from_text(text, published="2024-06-12"))
    names = {party.id: party.name for party in record.parties}
    deals = [(names[f.subject], names[f.object], f.amount.value) for f in record.facts if f.type == "acquisition"]
    assert deals == [("Halvor Inc.", "Tier Oy", 9_000_000), ("Brandt AG", "Tier Oy", 3_000_000)]


def test_a_price_a_share_stands_beside_the_total(extractor):
    text = (
        "Companies\n\nHalvor Inc. has agreed to buy Tier Oy for $9 million. "
        "Shareholders will receive $3 in cash for each share that they hold."
    )
    record = extractor.extract(article_from_text(text, published="2024-06-12"))
    deals = [(f.amount.value, f.amount.per) for f in record.facts if f.type == "acquisition"]
    assert deals == [(9_000_000, None), (3, "share")]


def totals(extractor, text):
    record = extractor.extract(article_from_text("Companies\n\n" + text, published="2024-06-12"))
    sums = {m.id: m.text for m in record.money}
    names = {party.id: party.name for party in record.parties}
    told = [fact for fact in record.facts if "total" in (fact.instrument or "")]
    return sorted((names[fact.subject], sums[fact.money]) for fact in told)


@pytest.mark.parametrize("markup", ROUNDS.total.examples)
def test_what_was_raised_in_all_is_a_financing_of_its_own(extractor, markup):
    text, (total,) = parse_example(markup)
    assert totals(extractor, text) == [("Tier Oy", text[total.start : total.end])]


@pytest.mark.parametrize("text", ROUNDS.total.near_misses)
def test_what_is_no_total_is_left(extractor, text):
    assert totals(extractor, text) == []


def test_who_took_part_before_has_no_share_in_the_new_sum(extractor):
    text = (
        "Tier Oy raised $3 million in a new round. "
        "The seed round had previously seen participation from Halvor Capital."
    )
    assert investors(extractor, text) == (["Halvor Capital"], [("Tier Oy", None)])


def test_what_was_raised_in_all_is_not_the_round_that_is_told_on(extractor):
    text = (
        "Tier Care Inc. raised $11.5 million in a follow-on round. This investment brings the company's total funding "
        "to over $27 million. The round was led by Halvor Management, with participation from Brandt Ventures."
    )
    names, sides = investors(extractor, text)
    assert names == ["Brandt Ventures", "Halvor Management"]
    assert {value for _, value in sides} == {11_500_000}
