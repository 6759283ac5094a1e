"""Terms told one after the other behind the news of a deal, without an opener that says so, and what is none."""

from __future__ import annotations

import pytest

from tests.clauses_sample import clauses, marked

#: Each passage begins with its deal; terms are marked as in test_clauses_sentences.
PASSAGES = [
    "Halvor Inc. has sold its ferry arm to Tier Oy. <c type=non_compete>Halvor Inc. has undertaken to stay out of the ferry trade for four years</c>. <c type=employment_protection>Tier Oy has promised to keep the Velmark head office until 2031</c>.",
    "Tier Oy signed a licence with Brandt AG. <c type=exclusivity>Tier Oy may not carry any competing product</c>. <c type=minimum_commitment>It has to spend no less than $15 million on promotion</c>.",
    "Halvor Inc. raised 500 million euros by selling bonds. <c type=change_of_control>Investors can hand the bonds back at par if the state sells its majority</c>. <c type=other>Halvor Inc. has pledged not to let debt climb above six times earnings</c>.",
    "Under the coalition pact, <c type=governance>the Greens get two ministries</c>. <c type=other>The partners will raise child benefit by 20 euros a month</c>. <c type=governance>Either party can block a bill in cabinet</c>.",
    "Halvor Inc. and Tier Oy signed a merger agreement. <c type=no_shop>Tier Oy is barred from shopping itself around</c>. <c type=termination>Tier Oy may call off the merger if the price drops below $24</c>.",
    "Under the deal, <c type=other>Tier Oy will supply the steel</c>. <c type=employment_protection>The workers' wages are frozen and no workers may be dismissed before 2030</c>.",
    "<c type=other>The proceeds must be spent on schools</c>, the loan agreement says.",
    "<c type=other>Halvor Inc. will run the port for ten years</c>, according to the contract.",
    "Under the deal, <c type=employment_protection>Tier Oy must keep all 400 workers until 2027</c> and <c type=other>switch the furnace to electricity</c>.",
    "Two years ago Tier Oy moved with its whole staff to the old market hall of Velmark under <c type=termination>a lease that runs until 2031</c>.",
]  # fmt: skip

#: News near a deal that states no term.
NEWS = [
    "Halvor Inc. signed a contract with Tier Oy. It must now persuade its shareholders.",
    "Halvor Inc. signed a contract with Tier Oy. Tier Oy may offer more if the books please it.",
    "Halvor Inc. agreed to buy Tier Oy. \"We must keep our heads and pay our bills,\" Lena Brandt said.",
    "Halvor Inc. signed a contract with Tier Oy. Halvor Inc. cannot afford a strike.",
    "Halvor Inc. won a lawsuit. Tier Oy must leave the town by May.",
    "Halvor Inc. signed a contract with Tier Oy. Will Tier Oy pay if the plant closes?",
]  # fmt: skip


@pytest.mark.parametrize("passage", PASSAGES)
def test_states_terms(passage):
    text, wanted = marked(passage)
    assert wanted
    assert [(c.text, c.type) for c in clauses(text)] == [(words, keys["type"]) for words, keys in wanted]


@pytest.mark.parametrize("text", NEWS)
def test_states_no_term(text):
    assert [(c.type, c.text, c.rule) for c in clauses(text)] == []


@pytest.mark.xfail(strict=True, reason="nothing but the sense of the passage tells that this is a term")
@pytest.mark.parametrize(
    "passage",
    [
        "Velmark lent Halvor Inc. $9 million. <c>Executive bonuses may not rise</c>.",
        "Tier Oy took over stores of Halvor Inc. <c>Tier Oy takes on 1,150 of the 1,400 employees</c>.",
    ],
)
def test_states_a_term_only_by_sense(passage):
    text, wanted = marked(passage)
    assert [c.text for c in clauses(text)] == [words for words, _ in wanted]
