"""Terms of programmes, offers, loans and closings as releases word them: sentences of our own, and what is no term."""

from __future__ import annotations

import pytest

from tests.clauses_sample import clauses, marked

TERMS = [
    # programmes and grants
    "<c type=other>The relief fund is available to workers who have no other income</c>, the ministry said.",
    "<c type=other>Eligible shops in Velmark can apply for the grants until May 31</c>.",
    "<c type=other>Applicants are required to show a strong record in nursing</c>.",
    "<c type=other>Winners will each receive a year of training</c>, the foundation said.",
    "<c type=other>Inventors will have until June 4 to submit proposals</c>.",
    # plans and offers
    "<c type=price_terms>Owners who fit a heat pump can get 0% financing for 24 months</c>.",
    "<c type=price_terms>Tier Oy offers members a $300 rebate on its boilers</c>.",
    "<c type=price_terms>Clients owe no fee unless the case is won</c>.",
    "<c type=price_terms>New members receive one free lesson</c>.",
    "<c type=exception>Tier Oy does not offer any plans to residents of Velmark</c>.",
    "<c type=revenue_share>All revenue on the site is redistributed to users who write for it</c>.",
    # loans
    "<c type=price_terms>The two-year secured note carries a 9% fixed interest rate</c>.",
    "<c type=price_terms>The notes were priced at a spread of 140 basis points over SOFR</c>.",
    "<c type=liability>The loan was non-recourse</c>.",
    "Brandt AG would pay with a loan from a group of eleven banks led by Lindqvist AG of Velmark and its two sisters, <c type=price_terms>priced at 40 basis points over Libor for seven years</c>.",
    "<c type=other>The loan features a more flexible covenant structure</c>.",
    "The warehouse is let with <c type=price_terms>annual inflation-linked rent reviews</c>.",
    # orders and commitments
    "Halvor Inc. won <c type=minimum_commitment>a $30 million advertising commitment from Tier Oy</c>.",
    "Tier Oy picks the days and <c type=minimum_commitment>has no minimum drawdown obligation</c>.",
    "<c type=price_terms>The contract is capped at $900 million over five years</c>.",
    # what follows a merger
    "Halvor Inc. agreed to buy Tier Oy. <c type=other>Tier Oy will operate as Halvor Nord</c>.",
    "Halvor Inc. agreed to buy Tier Oy. <c type=other>The Tier name will remain in place until 2031</c>.",
    "Halvor Inc. agreed to buy Tier Oy. <c type=employment_protection>The management team will remain in place</c>.",
    "With the funding round, <c type=governance>Lena Brandt of Brandt AG joins the board of directors</c>.",
    "<c type=closing_condition>The sale of Tier Oy, expected to close in May after regulatory clearance</c>, was agreed by its owners in a vote on Monday.",
    "<c type=option>The new warrants are immediately exercisable at $2 per share</c>.",
    # one passive for all
    "Under the lease, <c type=other>the campus will be designed, developed and built by Tier Oy</c>.",
]  # fmt: skip

NO_TERMS = [
    "To qualify, firms must have been founded before 2020 and growing by then.",
    "Households save $50 per year on average, the ministry said.",
    "Mortgage rates rose as the loan market cooled.",
    "Tier Oy grows its non-recourse lending platform.",
    "The weather will remain warm, and the brand will remain a leader.",
    "Companies only pay attention when they are sued.",
    "The token's price is expected to increase to $2 after the deal.",
    "Halvor Inc. agreed to buy Tier Oy. The survey provides evidence that voters like it.",
    "Tickets for the dinner are available for $90.",
    "The $5 million investment paid off in a year.",
    "Lawmakers have until May to submit a bill.",
    "Patients in the trial will receive a dose.",
]


@pytest.mark.parametrize("sentence", TERMS)
def test_states_term(sentence):
    text, wanted = marked(sentence)
    assert wanted
    assert [(c.text, c.type) for c in clauses(text)] == [(words, keys["type"]) for words, keys in wanted]


@pytest.mark.parametrize("sentence", NO_TERMS)
def test_states_none(sentence):
    assert clauses(sentence) == []


@pytest.mark.parametrize("sentence", ["The grant is open to all nurses."])
def test_running_offer_is_in_force(sentence):
    assert [c.status for c in clauses(sentence)] == ["in_force"]
