"""Terms of all types as papers word them: sentences of our own, with the clause, its type and status marked."""

from __future__ import annotations

import pytest

from pipeline.find.clauses.conditions import Conditions
from pipeline.find.clauses.rules import Compiler, load
from pipeline.patterns import Patterns
from pipeline.read import article_from_text
from tests.clauses_sample import clauses, marked

#: `<c type=… status=…>`; the status is in_force where none is given.
SENTENCES = [
    # exclusivity
    "Tier Oy signed <c type=exclusivity>an exclusive deal with Brandt AG</c> in May.",
    "<c type=exclusivity>Tier Oy will supply the motors exclusively to Halvor Inc.</c>, the companies said in a joint statement on the contract.",
    "Under the agreement, <c type=exclusivity>Halvor Inc. will be the sole supplier of the trains</c>.",
    "<c type=exclusivity>The contract gives Halvor Inc. exclusivity in the region for six years</c>.",
    # exception
    "<c type=exception status=waived>The lenders have waived a covenant in the loan agreement</c>.",
    "<c type=exception>The agreement does not cover Tier Oy's mines in Velmark</c>.",
    "Under the deal, <c type=exception>staff hired after 2015 are not eligible for the payments</c>.",
    # termination
    "<c type=termination>Either side may terminate the agreement with 60 days' notice</c>.",
    "<c type=termination>The contract expires in 2031</c>, a spokeswoman said.",
    "<c type=termination status=ended>Brandt AG cancelled its contract with Tier Oy in March</c>.",
    "<c type=termination>If Tier Oy misses a payment, Halvor Inc. will lose its rights under the licence</c>.",
    # license
    "Under the settlement, <c type=license>Tier Oy will license three patents to Halvor Inc.</c>",
    "<c type=license>Lindqvist AG granted Brandt AG exclusive rights to sell the drug in Asia</c>.",
    "Halvor Inc. ended <c type=license status=ended>a licensing agreement with Tier Oy</c>.",
    # change_of_control
    "<c type=change_of_control>The bonds must be repaid if there is a change of control at Tier Oy</c>.",
    "<c type=change_of_control>The lease contains a change-of-control clause</c>.",
    "<c type=change_of_control>A change of control provision lets Halvor Inc. buy the stake at cost</c>.",
    # break_fee
    "<c type=break_fee>Tier Oy must pay a break fee of $90 million if it accepts another offer</c>.",
    "<c type=break_fee>Halvor Inc. would owe Tier Oy a reverse termination fee of $2 billion</c>, according to a filing.",
    "<c type=break_fee>Brandt AG agreed to pay $40 million if the merger is blocked</c>.",
    # no_shop
    "<c type=no_shop>The merger agreement includes a 30-day go-shop period</c>.",
    "<c type=no_shop>Tier Oy agreed not to solicit rival bids</c>, the deal documents show.",
    "Under the merger agreement, <c type=no_shop>the board may consider a superior proposal until June</c>.",
    # earn_out
    "The owners get $30 million in cash and <c type=earn_out>an earn-out of up to $8 million</c>.",
    "Under the licence, <c type=earn_out>Tier Oy could receive up to $250 million in milestone payments</c>.",
    "As part of the sale, <c type=earn_out>Brandt AG will receive another $6 million if the mine reaches certain production targets</c>.",
    # non_compete
    "<c type=non_compete>Oskar Kessler agreed not to compete with Halvor Inc. for three years</c>.",
    "<c type=non_compete>Her contract contains a one-year non-compete clause</c>.",
    "Under the deal, <c type=non_compete>he is barred from working for rivals until 2027</c>.",
    # first_refusal
    "<c type=first_refusal>Halvor Inc. holds a right of first refusal over the shares</c>.",
    "<c type=first_refusal>Tier Oy has five days to match the offer</c>.",
    "<c type=first_refusal>The studio has a first-look deal with Lena Brandt</c>.",
    # option
    "In the deal, <c type=option>Brandt AG got an option to buy a further 10% of the unit by 2028</c>.",
    "<c type=option>The airline has options for 20 more jets under the contract</c>.",
    "The loan comes with <c type=option>warrants to buy 3 million shares</c>.",
    "<c type=option>The notes can be converted into Halvor Inc. shares from 2026</c>.",
    # revenue_share
    "Under the contract, <c type=revenue_share>the city will receive 15 percent of parking revenue</c>.",
    "<c type=revenue_share>Tier Oy will pay Lindqvist AG royalties of 5% on sales of the drug</c>.",
    "<c type=revenue_share>The partners will split the profits from the venture</c>, the agreement says.",
    # minimum_commitment
    "<c type=minimum_commitment>Halvor Inc. agreed to buy at least 50,000 tonnes a year under the contract</c>.",
    "<c type=minimum_commitment>The take-or-pay contract runs for 15 years</c>.",
    "<c type=minimum_commitment>The lease sets a minimum annual payment of $2 million</c>.",
    # price_terms
    "<c type=price_terms>Halvor Inc. agreed to buy Tier Oy for $31 a share</c>, the companies said on Monday.",
    "<c type=price_terms>Holders of Tier Oy will get 0.8 Halvor Inc. shares for each share they own</c>.",
    "Under the agreement, <c type=price_terms>Brandt AG will pay $12 million in three instalments</c>.",
    "<c type=price_terms>Tier Oy paid a $2 million deposit for the purchase</c>.",
    "Tier Oy raised the money in a placement of <c type=price_terms>6 million shares at $2.50 per share</c>.",
    # closing_condition
    "<c type=closing_condition>The deal is expected to close in July, subject to regulatory approval</c>.",
    "<c type=closing_condition>The takeover still needs approval from shareholders</c>, Oskar Kessler said.",
    "<c type=closing_condition>The merger must be approved by antitrust regulators</c>.",
    "<c type=closing_condition status=proposed>The offer is conditional on acceptances from holders of 75% of the shares</c>.",
    "<c type=closing_condition>The transaction will go ahead only if creditors agree</c>.",
    # lock_up
    "<c type=lock_up>The founders agreed not to sell any shares for six months after the offering</c>.",
    "<c type=lock_up>A 180-day lock-up applies to insiders after the flotation</c>.",
    "<c type=lock_up>The units issued in the placement are subject to a four-month hold period</c>.",
    # renewal
    "<c type=renewal>The city has an option to extend the contract for two years</c>.",
    "<c type=renewal>Halvor Inc. extended its partnership with Osterby United until 2030</c>.",
    "<c type=renewal>The lease can be renewed twice</c>.",
    # governance
    "Under the deal, <c type=governance>Brandt AG will appoint three directors to the board</c>.",
    "<c type=governance>Velmark will keep a golden share in the company after the sale</c>.",
    "After the takeover, <c type=governance>Tier Oy will operate as an independent unit</c>.",
    # confidentiality
    "<c type=confidentiality>The terms of the settlement are confidential</c>.",
    "<c type=confidentiality>Staff had to sign non-disclosure agreements</c>.",
    "<c type=confidentiality>The parties agreed to keep the terms of the deal secret</c>.",
    # liability
    "<c type=liability>Tier Oy will indemnify Halvor Inc. against claims from former workers</c>.",
    "As part of the sale, <c type=liability>Halvor Inc. will assume $70 million of debt</c>.",
    "<c type=liability>Brandt AG settled the case without admitting wrongdoing</c>.",
    # dispute
    "<c type=dispute>The contract contains an arbitration clause</c>.",
    "Under the settlement, <c type=dispute>Halvor Inc. will withdraw its lawsuit</c>.",
    "As part of the plea agreement, <c type=dispute>prosecutors will drop two other charges</c>.",
    # non_disparagement
    "<c type=non_disparagement>Both parties agreed not to disparage one another</c>.",
    "<c type=non_disparagement>The settlement contains a non-disparagement clause</c>.",
    "Under the agreement, <c type=non_disparagement>Lena Brandt must refrain from criticising the club</c>.",
    # employment_protection
    "Halvor Inc. has promised that <c type=employment_protection>there will be no forced redundancies after the merger</c>.",
    "Under the deal, <c type=employment_protection>Tier Oy will keep all 400 workers at the plant</c>.",
    "<c type=employment_protection>The agreement guarantees jobs at the shipyard until 2028</c>.",
    # other
    "Under the deal, <c type=other>Halvor Inc. will build a terminal in Velmark</c>, and <c type=other>Tier Oy will run it</c>.",
    "<c type=other>The treaty requires both states to destroy their stockpiles by 2030</c>.",
    "Halvor Inc. reached a settlement under which <c type=other>it will clean up the river</c>.",
    "In exchange, <c type=other>Brandt AG will supply the fuel</c>.",
    "<c type=other>Shareholders of Tier Oy will own 40% of the combined company</c>.",
]  # fmt: skip

#: News that states no term.
SILENCES = [
    "You may not sell shares for a year if you sign such a contract, says the homeowner's guide.",
    "Customers can use the brand's app after the deal.",
    "The law forbids banks to lend to rivals of the state.",
    "Shares of Tier Oy closed at $31 a share, up 4% after the deal.",
    "Halvor Inc. said quarterly profit rose to $40 million.",
    "These statements are subject to risks and uncertainties that could delay the merger.",
    "Forward-looking statements about the acquisition are not guarantees.",
    "Lena Brandt will meet union leaders on Friday.",
    "The deal will help Halvor Inc. expand in Asia.",
    "Tier Oy gave an exclusive interview on its contract with Brandt AG.",
    "A judge issued an arrest warrant for Oskar Kessler.",
    "Police revoked his driving licence.",
    "The drug needs approval from the agency.",
    "The club will play its next match on Sunday.",
    "The bill would bar employers from asking about pay.",
    "Halvor Inc. did not disclose the terms of the deal.",
    "Parliament will vote on the budget proposal in May.",
    "Velmark will open three schools next year.",
    "Prices are subject to change without notice.",
    "The company said the agreement marks a milestone.",
    "The board met on Tuesday.",
    "Tickets for the match cost $30 each.",
    "Oskar Kessler joined Halvor Inc. as chief executive in 2019.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_states_terms(sentence):
    text, wanted = marked(sentence)
    expected = [(words, keys["type"], keys.get("status", "in_force")) for words, keys in wanted]
    assert len(expected) in (1, 2)
    assert [(c.text, c.type, c.status) for c in clauses(text)] == expected


@pytest.mark.parametrize("sentence", SILENCES)
def test_states_no_term(sentence):
    assert [(c.type, c.text, c.rule) for c in clauses(sentence)] == []


def test_every_type_has_three_sentences():
    counts: dict[str, int] = {}
    for sentence in SENTENCES:
        for _, keys in marked(sentence)[1]:
            counts[keys["type"]] = counts.get(keys["type"], 0) + 1
    assert len(counts) == 24
    assert {name for name, count in counts.items() if count < 3} == set()


def test_trigger_and_effect_are_verbatim():
    text = "Halvor Inc. would owe a break-up fee of $40 million if regulators block the merger."
    (found,) = clauses(text)
    assert (found.trigger, found.effect) == (
        "regulators block the merger",
        "Halvor Inc. would owe a break-up fee of $40 million",
    )


def test_parties_of_the_clause_come_first():
    text = "Brandt AG and Lindqvist AG met. Under the deal, Halvor Inc. will supply Tier Oy with steel."
    (found,) = clauses(text)
    assert found.parties == ("P1", "P2")


def test_other_party_comes_from_the_sentence_before():
    text = "Tier Oy signed a contract with Halvor Inc. Under the agreement, Tier Oy will deliver 40 engines."
    found = clauses(text)
    assert [c.text for c in found] == ["Tier Oy will deliver 40 engines"]
    assert set(found[0].parties) == {"P1", "P2"}


EXCHANGES = [
    "Halvor Inc. (NYSE: HLV) agreed to buy Tier Corp. (Nasdaq: TRC). The deal is subject to regulatory approval.",
    "Halvor Inc. told Reuters it would buy Tier Corp. The deal is subject to regulatory approval.",
    "Halvor Inc. (LSE: HLV) said the merger with Tier Corp. is subject to regulatory approval.",
]


@pytest.mark.parametrize("text", EXCHANGES)
def test_exchanges_and_wires_are_not_bound(text, extractor):
    record = extractor.extract(article_from_text(text))
    names = {party.id: party.name for party in record.parties}
    (found,) = record.clauses
    assert {names[party] for party in found.parties} == {"Halvor Inc.", "Tier Corp."}


def test_speaker_is_not_bound():
    text = "Under the deal, Halvor Inc. will supply Tier Oy with steel, Lena Brandt said."
    (found,) = clauses(text)
    assert found.parties == ("P1", "P2")


def test_terms_go_on_in_the_next_sentence():
    text = "Under the alliance, Halvor Inc. will supply steel to Tier Oy. Tier Oy will provide Halvor Inc. with ore."
    assert [(c.text, c.rule) for c in clauses(text)] == [
        ("Halvor Inc. will supply steel to Tier Oy", "other.framed"),
        ("Tier Oy will provide Halvor Inc. with ore", "other.passage"),
    ]


def test_terms_do_not_go_on_for_ever():
    text = (
        "Under the alliance, Halvor Inc. will supply steel to Tier Oy. The weather was fine. Crowds gathered. "
        "A band played. Nobody complained. Tier Oy will provide ore to schools."
    )
    assert [c.text for c in clauses(text)] == ["Halvor Inc. will supply steel to Tier Oy"]


def test_a_weakly_worded_term_counts_beside_a_firm_one():
    text = "Tier Oy agreed not to compete with Halvor Inc. for a year. It must hand back the laptop."
    assert [(c.text, c.rule) for c in clauses(text)] == [
        ("Tier Oy agreed not to compete with Halvor Inc. for a year", "non-compete.named"),
        ("It must hand back the laptop", "other.must"),
    ]
    assert clauses("Tier Oy must hand back the laptop.") == []


def test_a_payment_is_a_term_only_in_an_article_about_a_deal():
    payment = "Tier Oy will receive $3 million at once."
    text = f"Tier Oy and Halvor Inc. signed a contract. The agreement pleased the port. {payment}"
    assert [(c.text, c.type) for c in clauses(text)] == [(payment[:-1], "price_terms")]
    assert clauses(payment) == []


def test_a_deal_is_remembered_longer_in_an_article_about_one():
    filler = "The weather was fine. " * 5
    term = "Neither side may speak badly of the other."
    about = "Halvor Inc. settled. The settlement ends a lawsuit. The agreement was signed in May. "
    assert [c.type for c in clauses(about + filler + term)] == ["non_disparagement"]
    assert clauses("They met at a sale. " + filler + term) == []


def test_label_of_a_bullet_stays_outside():
    text = "Under the settlement:\n* Mutual release: Tier Oy agreed to release all claims against Halvor Inc."
    assert ("liability", "Tier Oy agreed to release all claims against Halvor Inc") in [
        (c.type, c.text.rstrip(".")) for c in clauses(text)
    ]


def test_same_text_same_clauses():
    text = "\n".join(marked(s)[0] for s in SENTENCES[:20])
    assert clauses(text) == clauses(text)


def test_a_term_is_proposed_while_its_deal_is():
    term = "Brandt AG would not be allowed to sell its shares for a year."
    tentative = f"Tier Oy and Brandt AG signed a letter of intent on a merger. {term}"
    agreed = f"Tier Oy and Brandt AG signed a definitive merger agreement after a letter of intent. {term}"
    assert [(c.type, c.status) for c in clauses(tentative)] == [("lock_up", "proposed")]
    assert [(c.type, c.status) for c in clauses(agreed)] == [("lock_up", "in_force")]


def test_a_term_behind_a_colon_begins_there():
    text = (
        "The oddest part of the contract may be a clause at its end: if Tier Oy builds a ship that sails by wind, "
        "that is, a ship without engines, then Brandt AG will lose its rights to the design."
    )
    (found,) = clauses(text)
    assert found.type == "termination"
    assert found.text.startswith("if Tier Oy builds")
    assert found.trigger == "Tier Oy builds a ship that sails by wind"
    assert found.effect == "Brandt AG will lose its rights to the design"


@pytest.mark.parametrize(
    ("condition", "trigger", "effect"),
    [
        ("If the buyer, a unit of Tier Oy, pulls out, the seller will keep $3 million", "the buyer, a unit of Tier Oy, pulls out",
         "the seller will keep $3 million"),
        ("The seller will keep $3 million if the buyer pulls out", "the buyer pulls out", "The seller will keep $3 million"),
        ("If the buyer pulls out", "the buyer pulls out", None),
        ("If regulators object, then the seller may leave, the buyer too", "regulators object", "the seller may leave, the buyer too"),
    ],
)  # fmt: skip
def test_conditions_end_at_the_comma_of_their_clause(condition, trigger, effect):
    data = load(Patterns())
    spans = Conditions(data.condition, Compiler(data.words)).split(condition)
    assert [span and condition[span.start : span.end] for span in spans] == [trigger, effect]
