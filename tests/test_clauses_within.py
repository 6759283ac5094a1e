"""Terms that a long sentence or a noun holds: cut to the words that state them. And terms of plain sentences by kind."""

from __future__ import annotations

import pytest

from tests.clauses_sample import clauses, marked

LONG = "Tier Oy, which makes lamps for cars in three plants on the coast and employs 900 people there,"


def _found(text):
    return [(c.text, c.type) for c in clauses(text)]


@pytest.mark.parametrize(
    "passage",
    [
        # a noun's own clause is the term, not the sentence that the noun stands in
        "Halvor Inc. bought the yard from Tier Oy on condition that <c type=employment_protection>it keeps all 300 workers "
        "for three years</c>.",
        "Halvor Inc. won a promise in the contract that <c type=lock_up>Tier Oy would not sell its shares before "
        "2031</c>.",
        # what stands before the words that tell the term is most of its clause
        f"{LONG} sold a fifth of its shares to Halvor Inc. in <c type=first_refusal>a deal that gives the buyer a right "
        "of first refusal on the rest</c>.",
        f"{LONG} said in May that Brandt AG had become its partner for the works in Osterby and <c "
        "type=option>had taken options on ten more jets in the deal</c>.",
    ],
)
def test_a_term_in_a_long_sentence_is_cut_to_its_words(passage):
    text, wanted = marked(passage)
    assert _found(text) == [(words, keys["type"]) for words, keys in wanted]


@pytest.mark.parametrize(
    "passage",
    [
        "<c type=option>Tier Oy has taken options on ten more jets</c>, it said of the deal.",
        "<c type=lock_up>The shares are subject to a one-year lock-up</c>. Brandt AG led the placing.",
    ],
)
def test_a_short_clause_stays_whole(passage):
    text, wanted = marked(passage)
    assert _found(text) == [(words, keys["type"]) for words, keys in wanted]


@pytest.mark.parametrize(
    "passage",
    [
        "Halvor Inc. agreed to buy Tier Oy. <c type=break_fee>Should the board recommend another bid, it owes Halvor $9 "
        "million</c>.",
        "Tier Oy runs the ferries under a contract. <c type=termination>The city can throw the company out if it runs late "
        "twice</c>.",
        "Tier Oy runs the ferries under a contract. <c type=termination>Either side can pull the plug in 2031</c>.",
        "Tier Oy runs the ferries under a contract. <c type=minimum_commitment>It has to put $6 million into new boats by "
        "2030</c>.",
        "Tier Oy runs the ferries under a contract. <c type=liability>It pays $700 for every sailing that is late</c>.",
        "Kerr Ltd. has a loan of $40 million. <c type=termination>The whole sum falls due if it misses a payment</c>.",
        "Kerr Ltd. has a loan of $40 million. <c type=liability>Ada Tullow stood as guarantor for it</c>.",
        "Kerr Ltd. has a loan of $40 million. <c type=exception>The banks agreed to defer an instalment until May</c>.",
        "Halvor Inc. bought the mill in a deal. <c type=non_compete>Tier Oy may not make paper for five years</c>.",
        "Halvor Inc. bought the mill in a deal. <c type=other>It will keep the headquarters in Osterby</c>.",
        "Halvor Inc. made an offer for Tier Oy. <c type=other>The Kerr family has agreed to tender its shares</c>.",
        "Halvor Inc. made an offer for Tier Oy. <c type=closing_condition>Shareholders vote on it on May 4</c>.",
        "Halvor Inc. made an offer for Tier Oy. <c type=closing_condition>It must sell two mills before the deal can "
        "close</c>.",
        "Halvor Inc. made an offer for Tier Oy. <c type=earn_out>A fifth of the price depends on profits in 2031</c>.",
        "The amendment to the contract was signed. <c type=exclusivity>Until May, Tier Oy could rent space nowhere "
        "else</c>.",
        "The amendment to the contract was signed. <c type=exception>Defence work is carved out</c>.",
        "Tier Oy sold its milk to Halvor Inc. under a contract. <c type=exclusivity>It could not sell to anyone else "
        "until 2031</c>.",
        "Tier Oy has a contract with the others. <c type=first_refusal>It must first offer its shares to them</c>.",
    ],
)
def test_tells_the_kind_of_a_plain_term(passage):
    text, wanted = marked(passage)
    assert _found(text) == [(words, keys["type"]) for words, keys in wanted]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tier Oy has carved out a niche since the merger.",
        "A judge can throw the case out, deal or no deal.",
        "Analysts said after the deal that Tier Oy has to put $6 million into new boats by 2030.",
        "The shop pays $2 for every bottle that is brought back.",
        "After the merger Tier Oy will not make a profit for three years.",
        "The headquarters of Tier Oy, which signed the deal, is in Osterby.",
        "Shareholders voted on the deal in May.",
        "The minister agreed to defer the vote until May after the deal.",
        "Tier Oy sold the yard in a deal, and Brandt AG is paying $9 a share.",
        "An earlier bid by Kerr Ltd., which offered $4 a share for Tier Oy, fell through.",
    ],
)
def test_what_only_sounds_like_a_term(sentence):
    assert _found(sentence) == []
