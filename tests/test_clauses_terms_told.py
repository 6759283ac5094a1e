"""Terms told by the sense of the passage, by the type that their words show, and where one ends and the next begins."""

from __future__ import annotations

import pytest

from tests.clauses_sample import clauses, marked


def _found(text):
    return [(c.text, c.type) for c in clauses(text)]


@pytest.mark.parametrize(
    ("passage", "kinds"),
    [
        (
            "Halvor Inc. agreed to buy the paper of Tier Oy. <c>Halvor Inc. promised to keep the editor for five years</c> "
            "and <c>to lay nobody off before 2031</c>.",
            ["other", "employment_protection"],
        ),
        (
            "Halvor Inc. signed the deal in May. <c>Tier Oy undertook to build a pier within two years</c> and <c>to dredge "
            "the harbour</c>.",
            ["other", "other"],
        ),
        (
            "In return <c>Velmark opens its ports to trawlers of Brandt AG</c>, according to the pact.",
            ["other"],
        ),
        (
            "As part of the exit, <c>Tier Oy will keep supplying resin for three years</c>.",
            ["other"],
        ),
    ],
)
def test_cuts_terms_that_one_promise_joins(passage, kinds):
    text, wanted = marked(passage)
    assert _found(text) == [(words, kind) for (words, _), kind in zip(wanted, kinds, strict=True)]


@pytest.mark.parametrize(
    "passage",
    [
        "Tier Oy said on Wednesday <c type=price_terms>it has agreed to be acquired by Brandt AG for $42.50 a share</c>.",
        "Tier Oy said on Monday <c type=price_terms>it would acquire Brandt AG in an all-stock deal</c>.",
        "Kessler quit the firm he sold. He said <c type=non_compete>for two years he would not work for rivals</c>.",
    ],
)
def test_the_day_of_saying_stays_outside(passage):
    text, wanted = marked(passage)
    assert _found(text) == [(words, keys["type"]) for words, keys in wanted]


@pytest.mark.parametrize(
    "passage",
    [
        "<c type=price_terms>Tier Oy will receive $50 million upfront</c> and <c type=earn_out>is eligible for up to $600 "
        "million in milestone payments</c>, plus <c type=revenue_share>tiered royalties on sales</c>.",
    ],
)
def test_a_term_holds_the_words_that_tell_its_type(passage):
    text, wanted = marked(passage)
    assert _found(text) == [(words, keys["type"]) for words, keys in wanted]


@pytest.mark.parametrize(
    "passage",
    [
        "<c>Tier Oy must repay $300 million of bonds by December</c> and is in talks with lenders about the loan.",
        "Under the lease <c>Tier Oy must paint the hall</c> and <c>is liable for damages</c>.",
        "Under the lease <c>Tier Oy must paint the hall</c> and <c>keeps the deposit</c>.",
    ],
)
def test_what_a_party_is_or_did_beside_its_duty_is_no_term(passage):
    text, wanted = marked(passage)
    assert [words for words, _ in _found(text)] == [words for words, _ in wanted]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Under the pact, <c>Halvor Inc. must turn away other bidders until June</c>.", "no_shop"),
        ("Under the contract, <c>Tier Oy may talk to nobody else before June</c>.", "no_shop"),
        ("Under the contract, <c>Halvor Inc. has to offer Tier Oy any land before selling it</c>.", "first_refusal"),
        ("Under the pact, <c>Halvor Inc. takes over all staff of the mill</c>.", "employment_protection"),
        ("Under the pact, <c>Tier Oy will stay out of the market for nine months</c>.", "non_compete"),
        ("Under the deal, <c>Brandt AG will hold on to its shares until 2031</c>.", "lock_up"),
        ("Under the accord, <c>grievances go to a board of three</c>.", "dispute"),
        ("Under the lease, <c>Tier Oy carries all losses</c>.", "liability"),
        ("Under the deal, <c>Brandt AG gets a tenth of ticket sales</c>.", "revenue_share"),
        ("Under the deal, <c>Tier Oy buys the mine's entire output</c>.", "minimum_commitment"),
        ("Under the deal, <c>Brandt AG keeps a call on the shares</c>.", "option"),
        ("Under the accord, <c>the price stays between the parties</c>.", "confidentiality"),
        ("Under the deal, <c>Halvor Inc. has final say on hiring</c>.", "governance"),
        ("Under the contract, <c>she may play only for Osterby</c>.", "exclusivity"),
        ("Under the pact, <c>the charter rolls over each year</c>.", "renewal"),
        ("Under the contract, <c>partners can throw out the manager</c>.", "termination"),
        ("Under the pact, <c>ferries are left out</c>.", "exception"),
    ],
)
def test_types_what_stands_among_terms(sentence, kind):
    text, wanted = marked(sentence)
    assert _found(text) == [(wanted[0][0], kind)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tier Oy drew the loan in June; <c>the margin rises to 375 basis points from 250</c>.",
        "Halvor Inc. sold the bonds on Monday; <c>they pay 9.5 percent</c>.",
        "Tier Oy closed its placement. The <c>shares were sold at 62 cents each</c>.",
        "The pact with the union was signed. <c>Wages will go up by 3.2 percent this year</c>.",
        "Halvor Inc. has let the hall to Tier Oy; <c>the first six months are rent-free</c>.",
        "Tier Oy buys power under the contract; <c>the price follows the market</c>.",
        "In the takeover, <c>two-fifths of the sum will be settled in bonds</c>.",
        "The loan from Brandt AG <c>carries no interest</c>.",
    ],
)
def test_reads_how_a_price_is_made_up(sentence):
    text, wanted = marked(sentence)
    found = [c.text for c in clauses(text) if c.type == "price_terms"]
    assert len(found) == 1
    assert wanted[0][0] in found[0] or found[0] in wanted[0][0]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts expect the margin to widen to 9 percent after the merger.",
        "The fund holds 3.2 percent of Tier Oy and will vote against the offer.",
        "Halvor Inc. signed a contract in May. It owns two ferries and sells tea.",
        "The miner held $24 million in cash and equivalents after the deal.",
        "Brandt AG acted as sole placement agent for the offering.",
        "The bank signed the deal in May. It had 9,000 members who raised $200 billion in equity.",
        "Osterby would buy a second striker after the sale.",
    ],
)
def test_what_only_sounds_like_a_term_is_none(text):
    assert _found(text) == []


def test_a_contract_just_named_makes_terms_of_what_is_paid_and_kept():
    text = "Halvor Inc. signed a contract with Tier Oy. Tier Oy will pay $3 million by 2031."
    assert [c[0] for c in _found(text)] == ["Tier Oy will pay $3 million by 2031"]
    assert _found("Halvor Inc. met Tier Oy. Tier Oy will receive visitors by 2031.") == []
