"""What stands beside the clause of a deal, by drafts made by hand. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.link.draft import Draft
from pipeline.link.later import (
    MAX_LEAD,
    REACH,
    _named,
    add_letters,
    name_objects,
    supply_makers,
    supply_paid,
    supply_sides,
)

from .hand_made import analysis_of, money_of, resolution_of, span_of

NAMES = {
    "P1": ("Halvor Mills", "company"), "P2": ("Tier Oy", "company"), "P3": ("Brandt AG", "company"),
    "P4": ("Lena Kerr", "person"), "P5": ("Norton United", "organization"), "P6": ("Norway", "public_body"),
}  # fmt: skip
SALE = "Brandt AG sold Tier Oy."


def sides(text, **changes):
    """(subject, its words, seller) of a purchase told of in the first sentence, after all was read."""
    draft = Draft(**{"type": "acquisition", "sentence": 0, "rule": "x", "object": "P2"} | changes)
    supply_sides(analysis_of(text), [draft], resolution_of(text, NAMES))
    words = draft.subject_text and text[slice(*draft.subject_text)]
    return draft.subject, words, draft.keys.get("seller")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The buyer was Halvor Mills.", "P1"),
        ("The buyer is Halvor Mills.", "P1"),
        ("The buyers are Halvor Mills and others.", "P1"),
        ("The buyers were Halvor Mills and others.", "P1"),
        ("The purchaser was Halvor Mills.", "P1"),
        ("The acquirer was Halvor Mills.", "P1"),
        ("The new owner is Halvor Mills.", "P1"),
        ("The ultimate buyer was Halvor Mills.", "P1"),
        ("The eventual buyer was Halvor Mills.", "P1"),
        ("Its buyer was Halvor Mills.", "P1"),
        ("Their buyer was Halvor Mills.", "P1"),
        ("His buyer was Halvor Mills.", "P1"),
        ("Her buyer was Halvor Mills.", "P1"),
        ("The buyer, Halvor Mills, will move.", "P1"),
        ("The buyer was identified as Halvor Mills.", "P1"),
        ("The buyer was named as Halvor Mills.", "P1"),
        ("The buyer was said to be Halvor Mills.", "P1"),
        ("The buyer, which is Halvor Mills, will move.", "P1"),
        ("The buyer, who was Halvor Mills, will move.", "P1"),
        ("It has found a buyer in Halvor Mills.", "P1"),
        ("It found a buyer: Halvor Mills.", "P1"),
        ("It has a new owner, Halvor Mills.", "P1"),
        ("It got a buyer, Halvor Mills.", "P1"),
        ("They had their buyer: Halvor Mills.", "P1"),
        ("The buyer was the brewer Halvor Mills.", "P1"),
        ("The buyer was a Leeds-based brewer called Halvor Mills.", "P1"),
        ("The buyer was a brewer named Halvor Mills.", "P1"),
        ("The buyer was an old brewer known as Halvor Mills.", "P1"),
        ("It was sold last week, with Halvor Mills the buyer.", "P1"),
        ("Halvor Mills, the buyer, will move.", "P1"),
        ("It moves, and Halvor Mills is the buyer.", "P1"),
        ("It moves, Halvor Mills being the purchaser.", "P1"),
        ("It has Halvor Mills as the new owner.", "P1"),
        # a side that is another's, or told of nobody
        ("The buyer was Brandt AG.", "P3"),
        ("The buyer was Tier Oy.", None),
        ("The buyer will move to Halvor Mills.", None),
        ("A buyer is Halvor Mills.", None),
        ("The buyer met Halvor Mills.", None),
        pytest.param(
            "The buyer was happy that Halvor Mills moves.",
            None,
            marks=pytest.mark.xfail(
                strict=True, reason="any six words are taken for what describes the name behind them"
            ),
        ),
        ("It has found a buyer for Halvor Mills.", None),
        ("It sought a buyer in Halvor Mills.", None),
        ("The buyer was Halvor Mills's rival.", None),
        ("Tier Oy, the buyer, will move.", None),
        ("Halvor Mills met the buyer.", None),
    ],
)
def test_who_bought_is_told_behind(words, found):
    assert sides(f"{SALE} {words}") == (found, None, None)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("an investor", "an investor"),
        ("a private investor", "a private investor"),
        ("a developer", "a developer"),
        ("an old buyout firm", "an old buyout firm"),
        ("a local family", "a local family"),
        ("a couple", "a couple"),
        ("a trust", "a trust"),
        ("a fund", "a fund"),
        ("a consortium", "a consortium"),
        ("a businesswoman", "a businesswoman"),
        ("a brewer", None),
        ("a firm-wide plan", None),
        ("the firm", None),
    ],
)
def test_who_bought_may_have_no_name(words, found):
    assert sides(f"{SALE} The buyer was {words}.") == (None, found, None)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The seller was Halvor Mills.", "P1"),
        ("The sellers are Halvor Mills and others.", "P1"),
        ("The vendor, Halvor Mills, will move.", "P1"),
        ("Its seller is Halvor Mills.", "P1"),
        ("The seller was Tier Oy.", None),
        ("The seller was Brandt AG.", None),
        ("The seller was an investor.", None),
        ("The seller met Halvor Mills.", None),
    ],
)
def test_who_sold_is_told_behind(words, found):
    assert sides(f"Brandt AG bought Tier Oy. {words}", subject="P3") == ("P3", None, found)


def test_what_is_told_of_a_deal_stays():
    assert sides(f"{SALE} The buyer was Halvor Mills.", subject="P5") == ("P5", None, None)
    words = span_of("Brandt", SALE)
    assert sides(f"{SALE} The buyer was Halvor Mills.", subject_text=words) == (None, "Brandt", None)
    assert sides(f"{SALE} Halvor Mills, the buyer, left.", subject="P5") == ("P5", None, None)
    assert sides(f"{SALE} Halvor Mills, the buyer, left.", subject_text=words) == (None, "Brandt", None)
    assert sides(f"{SALE} The buyer was Halvor Mills.", keys={"seller": "P1"}) == (None, None, "P1")
    assert sides(f"{SALE} Halvor Mills, the buyer, left.", keys={"seller": "P1"}) == (None, None, "P1")
    assert sides(f"{SALE} The seller was Halvor Mills.", keys={"seller": "P3"}) == (None, None, "P3")
    assert sides(f"{SALE} The buyer was Halvor Mills.", type="investment") == (None, None, None)


@pytest.mark.parametrize("between", range(REACH + 2))
def test_who_bought_is_told_at_most_so_many_sentences_behind(between):
    rain = "Rain fell. " * between
    assert sides(f"{SALE} {rain}The buyer was Halvor Mills.")[0] == ("P1" if between < REACH else None)


def test_who_bought_is_told_of_the_last_deal_before():
    text = f"{SALE} Norton United sold a mill. The buyer was Halvor Mills."
    drafts = [Draft("acquisition", n, "x") for n in (0, 1, 1)]
    supply_sides(analysis_of(text), drafts, resolution_of(text, NAMES))
    assert [draft.subject for draft in drafts] == [None, "P1", "P1"]
    before = [Draft("acquisition", 2, "x")]
    text = f"The buyer was Halvor Mills. Rain fell. {SALE}"
    supply_sides(analysis_of(text), before, resolution_of(text, NAMES))
    assert before[0].subject is None


def test_the_words_for_a_buyer_are_a_cue():
    text = f"{SALE} The buyer was Halvor Mills."
    draft = Draft("acquisition", 0, "x", object="P2")
    supply_sides(analysis_of(text), [draft], resolution_of(text, NAMES))
    assert [text[slice(*cue)] for cue in draft.cues] == ["The buyer was "]
    text = f"{SALE} The buyer was Tier Oy."
    draft = Draft("acquisition", 0, "x", object="P2")
    supply_sides(analysis_of(text), [draft], resolution_of(text, NAMES))
    assert draft.cues == []


def named(text, at=0, end=None):
    party, words = _named(text, resolution_of(text, NAMES), at, len(text) if end is None else end)
    return party, words and text[slice(*words)]


def test_the_name_behind_a_cue_stands_near():
    assert named(f"{'a' * (MAX_LEAD - 2)} Halvor Mills.") == ("P1", None)
    assert named(f"{'a' * (MAX_LEAD - 1)} Halvor Mills.") == (None, None)
    assert named("the old new red big tall small Halvor Mills.") == ("P1", None)
    assert named("the old new red big tall small fine Halvor Mills.") == (None, None)
    assert named("Halvor Mills.", end=0) == (None, None)
    assert named("Halvor Mills’s unit Tier Oy") == ("P2", None)
    assert named("Halvor Mills’s landlord") == (None, None)
    assert named("Halvor Mills unit Tier Oy") == ("P1", None)


@pytest.mark.parametrize(
    ("words", "paid"),
    [
        ("paid $3 million.", True),
        ("paid $3 million, it said.", True),
        ("paid $3 million; it said so.", True),
        ("paid about $3 million.", True),
        ("paid around $3 million.", True),
        ("paid nearly $3 million.", True),
        ("paid some $3 million.", True),
        ("paid more than $3 million.", True),
        ("paid just over $3 million.", True),
        ("paid a total of $3 million.", True),
        ("paid $3 million in cash.", True),
        ("paid $3 million in stock.", True),
        ("paid $3 million in all.", True),
        ("paid $3 million in total.", True),
        ("paid $3 million for it.", True),
        ("paid $3 million for the company.", True),
        ("paid $3 million for the stake.", True),
        ("paid $3 million plus debt.", True),
        ("paid $3 million up front.", True),
        ("paid $3 million upfront.", True),
        ("paid $3 million last May.", True),
        ("paid $3 million at the time.", True),
        ("paid $3 million", True),
        ("paid $3 million in rent.", False),
        ("paid $3 million for lamps.", False),
        ("paid $3 million to Norway.", False),
        ("paid Norway $3 million.", False),
        ("paid fully just about around $3 million.", False),
        ("paid just about around $3 million.", False),
    ],
)
def test_what_was_paid_is_the_price_of_the_purchase_before(words, paid):
    assert price(f"Halvor Mills bought Tier Oy. It {words}") == (("M1", 1) if paid else (None, 2))


def price(text, bought=(), payment=(), sum_of=()):
    """The sum of the purchase in the first sentence of a text, and how many drafts are left with its payment."""
    buy = Draft(**{"type": "acquisition", "sentence": 0, "rule": "x", "subject": "P1", "object": "P2"} | dict(bought))
    start, end = span_of("paid", text)
    pay = {"type": "payment", "sentence": 1, "rule": "payment.pay", "subject": "P1", "money": "M1"}
    pay |= {"keys": {"purpose": "other"}, "cues": [span_of("paid", text)]} | dict(payment)
    drafts = [buy, Draft(**pay)]
    left = supply_paid(text, drafts, [money_of("$3 million", text, **dict(sum_of))])
    if len(left) == 1:
        assert left == [buy]
        assert buy.cues[-1] == (start, end)
    return buy.money, len(left)


BOUGHT = "Halvor Mills bought Tier Oy. It paid $3 million."


@pytest.mark.parametrize(
    ("bought", "payment", "sum_of"),
    [
        ({}, {"rule": "payment.fine"}, {}),
        ({}, {"object": "P3"}, {}),
        ({}, {"object_text": span_of("Tier", BOUGHT)}, {}),
        ({}, {"subject": "P3"}, {}),
        ({"subject": None}, {"subject": None}, {}),
        ({}, {"keys": {"purpose": "fee"}}, {}),
        ({}, {"keys": {}}, {}),
        ({}, {"status": "conditional"}, {}),
        ({}, {}, {"per": "year"}),
        ({"status": "cancelled"}, {}, {}),
        ({"type": "investment"}, {}, {}),
        ({"sentence": 2}, {}, {}),
    ],
    ids=str,
)
def test_what_was_paid_for_something_else_stays_a_payment(bought, payment, sum_of):
    assert price(BOUGHT, bought, payment, sum_of) == (None, 2)
    assert price(BOUGHT) == ("M1", 1)


def test_a_purchase_keeps_its_price_and_is_not_far():
    assert price(BOUGHT, {"money": "M2"}) == ("M2", 2)
    assert price(BOUGHT, {}, {"sentence": REACH}) == ("M1", 1)
    assert price(BOUGHT, {}, {"sentence": REACH + 1}) == (None, 2)
    assert price(BOUGHT, {}, {"sentence": 0}) == ("M1", 1)


def letters(text, words="buy", **changes):
    """(type, subject, object, status, matter) of all that is told where a text tells of a purchase."""
    draft = {"type": "acquisition", "sentence": 0, "rule": "x", "subject": "P1", "object": "P2"}
    drafts = [Draft(**draft | {"cues": [span_of(words, text)], "money": "M1", "keys": {"stake": "20%"}} | changes)]
    found = add_letters(text, analysis_of(text), drafts)
    return [(d.type, d.subject, d.object, d.money, d.status, d.keys.get("matter")) for d in found]


BUY = ("acquisition", "P1", "P2", "M1", "expected", None)


@pytest.mark.parametrize(
    ("signed", "matter"),
    [
        ("signed a letter of intent", "letter of intent"),
        ("signs a letter of intent", "letter of intent"),
        ("sign letters of intent", "letters of intent"),
        ("signed a Letter of Intent", "Letter of Intent"),
        ("signed a non-binding letter of intent", "non-binding letter of intent"),
        ("signed a nonbinding letter of intent", "nonbinding letter of intent"),
        ("signed a preliminary letter of intent", "preliminary letter of intent"),
        ("signed a long, old letter of intent", "letter of intent"),
        ("signed an LOI", "LOI"),
        ("inked an MOU", "MOU"),
        ("entered into an MoU", "MoU"),
        ("entered a memorandum of understanding", "memorandum of understanding"),
        ("executed a term sheet", "term sheet"),
        ("announced its letter of intent", "letter of intent"),
        ("reached heads of terms", "heads of terms"),
        ("agreed on heads of agreement", "heads of agreement"),
        ("agreed heads of terms", "heads of terms"),
        ("concluded a letter of intent", "letter of intent"),
        ("has a letter of intent", "letter of intent"),
        ("is under a letter of intent", "letter of intent"),
        # nothing is signed yet, or something else is
        ("will sign a letter of intent", None),
        ("would sign a letter of intent", None),
        ("may soon sign a letter of intent", None),
        ("might sign a letter of intent", None),
        ("plans to sign a letter of intent", None),
        ("did not sign a letter of intent", None),
        ("read a letter of intent", None),
        ("signed a letter", None),
        ("signed a deal", None),
        ("signed one of the two long and very old letters of intent", None),
    ],
)
def test_a_letter_is_an_agreement_and_its_purchase_is_expected(signed, matter):
    found = letters(f"Halvor Mills {signed} to buy Tier Oy.", status="completed")
    wanted = [BUY, ("agreement", "P1", "P2", None, "completed", matter)]
    assert found == (wanted if matter else [(*BUY[:4], "completed", None)])


def test_a_letter_stands_before_its_purchase_and_near():
    signed = "Halvor Mills signed a letter of intent"
    for gap, told in ((90, True), (91, False)):
        found = letters(f"{signed} {'x' * (gap - 2)} buy Tier Oy.")
        assert len(found) == (2 if told else 1)
    assert len(letters("Halvor Mills will buy Tier Oy, it said, and signed a letter of intent.")) == 1


def test_a_letter_of_what_is_off_or_has_no_buyer_is_none():
    text = "Halvor Mills signed a letter of intent to buy Tier Oy."
    assert letters(text, status="cancelled") == [(*BUY[:4], "cancelled", None)]
    assert len(letters(text, subject=None)) == 1
    assert len(letters(text, subject=None, subject_text=span_of("Halvor", text))) == 2
    assert len(letters(text, type="investment")) == 1
    assert len(letters(text, cues=[])) == 1


def test_a_letter_is_signed_with_the_seller():
    text = "Halvor Mills signed a letter of intent to buy Tier Oy from Brandt AG."
    assert letters(text, keys={"seller": "P3"})[1][:3] == ("agreement", "P1", "P3")
    assert letters(text, keys={"seller": "Brandt"})[1][:3] == ("agreement", "P1", "P2")
    words = span_of("Halvor", text)
    assert letters(text, keys={"seller": "P3"}, subject=None, subject_text=words)[1][:3] == ("agreement", "P3", None)


def test_a_letter_that_is_told_as_an_agreement_is_told_once():
    text = "Halvor Mills signed a letter of intent with Tier Oy to buy it."
    analysis = analysis_of(text)

    def count(**changes):
        buy = Draft("acquisition", 0, "x", subject="P1", object="P2", cues=[span_of("buy", text)])
        deal = {"type": "agreement", "sentence": 0, "rule": "x", "object": "P2", "cues": [span_of("letter", text)]}
        return len(add_letters(text, analysis, [buy, Draft(**deal | changes)]))

    assert count() == 2
    assert count(object=None, object_text=span_of("Tier", text)) == 2
    assert count(object=None) == 3
    assert count(cues=[]) == 3
    assert count(sentence=1) == 3
    assert count(type="payment") == 3
    assert count(cues=[span_of("Halvor", text)]) == 3
    assert count(cues=[span_of("with", text)]) == 3


def named_object(text, words="the company", main=None, **changes):
    draft = {"type": "acquisition", "sentence": text.count(".", 0, text.index(words)), "rule": "x", "subject": "P1"}
    drafts = [Draft(**draft | {"object_text": span_of(words, text)} | changes)]
    name_objects(analysis_of(text), drafts, resolution_of(text, NAMES), main)
    return drafts[0].object, drafts[0].object_text is None


@pytest.mark.parametrize(
    ("text", "main", "found"),
    [
        ("Tier Oy fell. Halvor Mills has bought the company.", None, "P2"),
        ("Tier Oy said Halvor Mills has bought the company.", None, "P2"),
        ("Norton United fell. Halvor Mills has bought the company.", None, "P5"),
        ("Norway fell. Halvor Mills has bought the company.", None, None),
        ("Lena Kerr fell. Halvor Mills has bought the company.", None, None),
        ("Brandt AG fell. Tier Oy said Halvor Mills has bought the company.", None, "P2"),
        ("Tier Oy and Brandt AG fell. Halvor Mills has bought the company.", None, None),
        ("Tier Oy and Brandt AG fell. Halvor Mills has bought the company.", "P3", None),
        ("Tier Oy fell. Rain fell. Halvor Mills has bought the company.", None, None),
        ("Tier Oy fell. Rain fell. Halvor Mills has bought the company.", "P2", "P2"),
        ("Tier Oy fell. Rain fell. Halvor Mills has bought the company.", "P1", None),
        ("Halvor Mills has bought the company, Tier Oy said.", None, None),
    ],
)
def test_a_bare_word_for_a_company_means_the_one_named_before(text, main, found):
    assert named_object(text, main=main) == (found, found is not None)


def test_a_bare_word_means_neither_buyer_nor_seller_nor_source():
    text = "Tier Oy fell. Halvor Mills has bought the company."
    assert named_object(text, keys={"seller": "P2"}) == (None, False)
    assert named_object(text, source="P2") == (None, False)
    assert named_object("Tier Oy fell. It has bought the company.", subject="P2") == (None, False)
    assert named_object(text, type="investment") == (None, False)
    assert named_object(text, object="P3") == ("P3", False)


@pytest.mark.parametrize(
    ("words", "bare"),
    [("the firm", True), ("the business", True), ("the club", True), ("the team", True), ("the chain", True),
     ("the bank", True), ("the airline", True), ("the retailer", True), ("the start-up", True), ("the startup", True),
     ("the group", True), ("the magazine", True), ("the newspaper", True), ("the mill", False), ("the old firm", False),
     ("a firm", False)],
)  # fmt: skip
def test_which_words_are_bare(words, bare):
    assert named_object(f"Tier Oy fell. Halvor Mills has bought {words}.", words)[0] == ("P2" if bare else None)


@pytest.mark.parametrize(
    ("changes", "made"),
    [
        ({}, ["P2"]),
        ({"object": "P3"}, ["P3"]),
        ({"source": None}, []),
        ({"source": "P1"}, []),
        ({"source": "P4"}, []),
        ({"source": "P6"}, []),
        ({"source": "an aide"}, []),
        ({"rule": "agreement.firmed-up"}, ["P2"]),
        ({"rule": "agreement.sign"}, [None]),
    ],
    ids=str,
)
def test_who_tells_of_an_order_takes_it(changes, made):
    draft = Draft(
        **{"type": "agreement", "sentence": 0, "rule": "agreement.order-told", "subject": "P1", "source": "P2"}
        | changes
    )
    assert [d.object for d in supply_makers([draft], resolution_of("", NAMES))] == made
