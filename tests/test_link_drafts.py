"""What drafts supply each other with, which of them give way, and which are one fact: on drafts made by hand.

A draft is written `deal("payment", "A", "B", ...)`; A, B, C are parties, M1 and M2 sums.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from types import SimpleNamespace

import pytest

from pipeline.link.deals import FAR, REACH, UNAIMED, aim_investments, earlier_values, second_prices, value_targets
from pipeline.link.draft import Draft
from pipeline.link.merge import merge
from pipeline.link.rounds import MEMORY
from pipeline.link.settle import (
    settle_customers,
    settle_headlines,
    settle_lenders,
    settle_loans,
    settle_rivals,
    settle_rounds,
)
from pipeline.link.supply import (
    ISSUED_BEFORE,
    PAYS_EACH,
    SHARE,
    answer_suits,
    lend_issuers,
    name_targets,
    partners,
    share_payees,
    speak_for_companies,
    supply_buyers,
    supply_counterparts,
    supply_pairs,
    supply_payers,
    supply_price,
    supply_shares,
    supply_spenders,
)
from pipeline.link.supply import REACH as BACK
from pipeline.mentions import Sentence, Span
from pipeline.records import Money

PLAIN = frozenset({"deal", "contract", "agreement"})


def deal(kind: str, subject: str | None = None, object_: str | None = None, at: int = 0, **more) -> Draft:
    """A draft of sentence `at`; its cue is a place of its own in that sentence unless `cues` are given."""
    keys = more.pop("keys", {})
    cues = more.pop("cues", [Span(100 * at, 100 * at + 4)])
    return Draft(kind, at, more.pop("rule", f"{kind}.rule"), subject, object_, keys=dict(keys), cues=cues, **more)


def money(number: int, amount: int, **more) -> Money:
    start = more.pop("start", 10 * number)
    return Money(
        id=f"M{number}", start=start, end=start + 2, text="$1", currency="USD", amount=Decimal(amount), qualifier=more.pop("qualifier", "exact"), **more
    )  # fmt: skip


def article(text: str = "x" * 1000, *roles: str):
    """An analysis of sentences of a hundred characters each."""
    roles = roles or ("body",) * 10
    sentences = [Sentence(100 * n, 100 * n + 99, n, role) for n, role in enumerate(roles)]
    return SimpleNamespace(article=SimpleNamespace(text=text), sentences=sentences)


def people(**kinds: str):
    """A resolution that knows what parties are."""
    parties = [SimpleNamespace(id=party, kind=kind) for party, kind in kinds.items()]
    return SimpleNamespace(parties=parties, mentions=(), kind=lambda party: kinds[party])


# Who has to do with whom ------------------------------------------------------------------------------------


def test_partners_have_a_deal_a_suit_or_a_payment():
    drafts = [
        deal("agreement", "A", "B"),
        deal("lawsuit", "A", "C"),
        deal("position", "D", "A"),
        deal("result", "E"),
    ]
    assert partners(drafts) == {"A": {"B", "C"}, "B": {"A"}, "C": {"A"}}


def test_the_partner_of_a_purchase_is_the_seller():
    assert partners([deal("acquisition", "A", "B", keys={"seller": "P7"})]) == {"A": {"P7"}, "P7": {"A"}}
    assert partners([deal("acquisition", "A", "B", keys={"seller": "a fund"})]) == {}
    assert partners([deal("acquisition", "A", "B")]) == {}


SIDES = [
    # one partner only: the other side
    (deal("payment", "A"), {"A": {"B"}}, ("A", "B")),
    (deal("payment", None, "A"), {"A": {"B"}}, ("B", "A")),
    (deal("lawsuit", "A"), {"A": {"B"}}, ("A", "B")),
    (deal("payment", "A"), {"A": {"B", "C"}}, ("A", None)),
    (deal("payment", "A"), {}, ("A", None)),
    (deal("payment", "A", "C"), {"A": {"B"}}, ("A", "C")),
    (deal("result", "A"), {"A": {"B"}}, ("A", None)),
    # who pays these pays no partner
    *[(deal("payment", "A", keys={"purpose": p}), {"A": {"B"}}, ("A", None)) for p in ("dividend", "tax", "donation", "fine")],
    (deal("payment", "A", keys={"purpose": "fee"}), {"A": {"B"}}, ("A", "B")),
    # words for a side are enough
    (deal("payment", "A", object_text=Span(0, 4)), {"A": {"B"}}, ("A", None)),
    # a suit without a partner is against the article's company, one by people without a name too
    (deal("lawsuit", "A"), {}, ("A", "MAIN")),
    (deal("lawsuit", "MAIN"), {}, ("MAIN", None)),
    (deal("lawsuit", subject_text=Span(0, 4)), {}, (None, "MAIN")),
    (deal("payment", subject_text=Span(0, 4), keys={"purpose": "aid"}), {}, (None, "MAIN")),
    (deal("payment", subject_text=Span(0, 4)), {}, (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "pairs", "sides"), SIDES)
def test_the_other_side(draft, pairs, sides):
    supply_counterparts([draft], "MAIN", pairs, {})
    assert (draft.subject, draft.object) == sides


def test_what_is_supplied_counts_less():
    told, supplied = deal("payment", "A", "B"), deal("payment", "A")
    supply_counterparts([told, supplied], None, {"A": {"B"}}, {})
    assert told.score > supplied.score > 0


WATCHDOGS = [("Market Authority", "Kerr Ltd.", True), ("Kerr Ltd.", "Market Authority", False),
             ("Market Authority", "Fair Trade Commission", False)]  # fmt: skip


@pytest.mark.parametrize("purpose", ["settlement", "fine"])
@pytest.mark.parametrize(("payer", "payee", "turned"), WATCHDOGS)
def test_a_watchdog_is_paid(payer, payee, turned, purpose):
    draft = deal("payment", "A", "B", keys={"purpose": purpose})
    supply_counterparts([draft], None, {}, {"A": payer, "B": payee})
    assert (draft.subject, draft.object) == (("B", "A") if turned else ("A", "B"))


def test_a_watchdog_pays_what_is_no_penalty():
    draft = deal("payment", "A", "B", keys={"purpose": "fee"})
    supply_counterparts([draft], None, {}, {"A": "Market Authority", "B": "Kerr Ltd."})
    assert (draft.subject, draft.object) == ("A", "B")


def test_who_sued_settles_for_what_he_gets():
    drafts = [deal("lawsuit", "A", "B"), deal("payment", "A", "B", rule="payment.settle-for")]
    supply_counterparts(drafts, None, {}, {})
    assert (drafts[1].subject, drafts[1].object) == ("B", "A")
    alone = deal("payment", "A", "B", rule="payment.settle-for")
    supply_counterparts([alone], None, {}, {})
    assert (alone.subject, alone.object) == ("A", "B")


def test_a_sale_is_to_the_seller_s_one_partner():
    sale = deal("acquisition", None, "T", keys={"seller": "A"})
    supply_buyers([deal("agreement", "A", "B"), sale])
    assert sale.subject == "B"
    for others in ([], [deal("agreement", "A", "B"), deal("agreement", "C", "A")], [deal("agreement", "A", "T")]):
        sale = deal("acquisition", None, "T", keys={"seller": "A"})
        supply_buyers([*others, sale])
        assert sale.subject is None


def test_the_contract_is_between_the_two_at_odds():
    contract = deal("agreement", rule="agreement.the")
    supply_pairs([deal("lawsuit", "A", "B"), contract], frozenset({"agreement.the"}))
    assert (contract.subject, contract.object) == ("A", "B")
    contract = deal("agreement", rule="agreement.the")
    supply_pairs([deal("lawsuit", "A", "B"), deal("payment", "A", "C"), contract], frozenset({"agreement.the"}))
    assert contract.subject is None
    half = deal("agreement", "A", rule="agreement.the")
    supply_pairs([deal("lawsuit", "B", "A"), deal("payment", "C", "D"), half], frozenset({"agreement.the"}))
    assert half.object == "B"


def test_a_countersuit_is_against_who_sued_first():
    counter = deal("lawsuit", "B", rule="lawsuit.counter")
    assert answer_suits([deal("lawsuit", "A", "B"), counter], frozenset({"lawsuit.counter"}))[1].object == "A"
    counter = deal("lawsuit", "B", rule="lawsuit.counter")
    assert answer_suits([deal("lawsuit", "A", "C"), counter], frozenset({"lawsuit.counter"})) == [
        deal("lawsuit", "A", "C")
    ]
    named = deal("lawsuit", "B", "C", rule="lawsuit.counter")
    assert answer_suits([named], frozenset({"lawsuit.counter"})) == [named]


# Who pays ---------------------------------------------------------------------------------------------------

WHO = people(L="person", A="company", B="company", G="public_body")


def payer(*drafts: Draft, main: str | None = "A") -> str | None:
    supply_payers(drafts, WHO, main)
    return drafts[-1].subject


def test_a_salary_is_paid_by_the_employer():
    job = deal("position", "L", "B", keys={"change": "holds"})
    for purpose in ("salary", "other", "fee"):
        assert payer(job, deal("payment", None, "L", keys={"purpose": purpose})) == "B"
    assert payer(job, deal("payment", None, "L", keys={"purpose": "fine"})) is None
    assert payer(job, deal("position", "L", "A", keys={"change": "holds"}), deal("payment", None, "L", keys={"purpose": "salary"})) is None  # fmt: skip
    assert payer(deal("payment", None, "L", keys={"purpose": "salary"})) is None


@pytest.mark.parametrize(("change", "before"), [("appointed", "holds"), ("appointed", "left"), ("holds", "left")])
def test_a_new_job_pays_before_an_old_one(change, before):
    jobs = [deal("position", "L", "B", keys={"change": change}), deal("position", "L", "A", keys={"change": before})]
    for drafts in (jobs, jobs[::-1]):
        assert payer(*drafts, deal("payment", None, "L", keys={"purpose": "salary"})) == "B"


def test_a_dividend_is_paid_by_who_says_so_or_by_the_article_s_company():
    def dividend(**more):
        return deal("payment", keys={"purpose": "dividend"}, **more)

    assert payer(dividend()) == "A"
    assert payer(dividend(source="B")) == "B"
    assert payer(dividend(source="L")) == "A"
    assert payer(dividend(), main="G") is None
    assert payer(dividend(), main=None) is None
    assert payer(deal("payment", keys={"purpose": "fee"})) is None


def test_two_pay_one():
    whole, part = deal("payment", "A", "T", money="M1"), deal("payment", "B", money="M2", rule="payment.chip-in")
    share_payees([whole, part])
    assert part.object == "T"
    for other in (
        deal("payment", "A", "T", at=1, money="M1"),
        deal("payment", "B", "T", money="M1"),
        deal("payment", "A", "T", money="M2"),
        deal("payment", "A", money="M1"),
    ):
        part = deal("payment", "B", money="M2", rule="payment.chip-in")
        share_payees([other, part])
        assert part.object is None


def test_a_share_is_paid_by_who_pays_the_whole():
    def share(at: int) -> Draft:
        return deal("payment", None, "C", at=at, rule=SHARE, money="M2", keys={"purpose": "other"})

    whole = deal("payment", "A", money="M1", status="expected", keys={"purpose": "settlement"})
    part = share(BACK)
    supply_shares([whole, part])
    assert (part.subject, part.status, part.keys["purpose"]) == ("A", "expected", "settlement")
    far = share(BACK + 1)
    supply_shares([whole, far])
    assert far.subject is None
    own = share(0)
    supply_shares([deal("payment", "C", money="M1"), own])
    assert own.subject is None
    last = share(2)
    supply_shares([deal("payment", "A", at=0), deal("financing", "B", at=1), last])
    assert (last.subject, last.keys["purpose"]) == ("B", "other")
    later = share(0)
    supply_shares([deal("payment", "A", at=1), later])
    assert later.subject is None


def test_money_is_spent_by_who_got_it_last():
    def spender(*before: Draft, main: str | None = None, at: int = 3) -> str | None:
        kept = supply_spenders([*before, deal("spending", at=at, money="M2")], main)
        return next((d.subject for d in kept if d.money == "M2"), "left out")

    assert spender(deal("financing", "A", at=2)) == "A"
    assert spender(deal("investment", "B", "A", at=2)) == "A"
    assert spender(deal("payment", "B", "A", at=2)) == "A"
    assert spender(deal("financing", "A", at=1), deal("financing", "B", at=2)) == "B"
    assert spender(deal("financing", "A", at=3 - BACK)) == "A"
    assert spender(deal("financing", "A", at=0), at=BACK + 1) == "left out"
    assert spender(deal("financing", "A", at=0), at=BACK + 1, main="C") == "C"
    assert spender(deal("spending", "A", at=2)) == "A"
    assert spender() == "left out"


def test_a_part_is_lent_to_whom_the_whole_was():
    def borrower(*before: Draft, main: str | None = None, at: int = MEMORY) -> tuple[str | None, str | None]:
        part = deal("financing", None, None, at=at, rule=ISSUED_BEFORE[0], money="M2")
        kept = lend_issuers([*before, part], main)
        return (part.subject, part.object) if part in kept else (None, "left out")

    assert borrower(deal("financing", "A", "B", at=0)) == ("A", "B")
    assert borrower(deal("investment", "B", "A", at=0)) == ("A", None)
    assert borrower(deal("financing", "A", "B", at=0), at=MEMORY + 1) == (None, "left out")
    assert borrower(deal("financing", "A", "B", at=0), at=MEMORY + 1, main="C") == ("C", None)


# Whose deal it is --------------------------------------------------------------------------------------------


def test_an_executive_speaks_for_the_company():
    text = "x" * 60

    def acts(title: str = "chief executive", change: str = "ongoing", text: str = text, kind: str = "investment", **more):
        drafts = [
            deal("position", "L", "A", status=change, keys={"title": title}),
            deal(kind, "L", more.pop("object_", "T"), cues=[Span(40, 44)], **more),
        ]
        speak_for_companies(text, drafts, {"M1"})
        return drafts[1].subject

    assert acts() == "A"
    assert acts(title="analyst") == "L"
    assert acts(change="completed") == "L"
    assert acts(money="M1") == "L"
    assert acts(object_="A") == "L"
    assert acts(kind="payment") == "L"
    assert acts(text="x" * 30 + " who also " + "x" * 20) == "L"


def test_a_deal_in_it_is_what_the_last_deal_was_about():
    text = "it  the company  a mill"
    first = deal("acquisition", "A", "T")
    for words, wanted in ((Span(0, 2), "T"), (Span(4, 15), "T"), (Span(17, 23), None), (None, "T")):
        second = deal("acquisition", "B", None, at=1, object_text=words, money="M1")
        kept = name_targets(text, [first, second], None)
        assert second in kept
        assert second.object == wanted
    own = deal("acquisition", "T", None, at=1, object_text=Span(0, 2), money="M1")
    assert name_targets(text, [first, own], None) == [first]
    vague = deal("acquisition", "B", None, at=1, object_text=Span(0, 2), status="conditional")
    assert name_targets(text, [first, vague], None) == [first]
    lone = deal("acquisition", "B", None, object_text=Span(0, 2), money="M1")
    assert name_targets(text, [lone], "MAIN")[0].object == "MAIN"
    lone = deal("acquisition", "B", None, money="M1")
    assert name_targets(text, [lone], "MAIN") == []


def test_a_price_for_each_is_of_the_buyer_s_own_deal():
    paid = deal("acquisition", "A", None, rule=PAYS_EACH, money="M1")
    assert name_targets("", [deal("acquisition", "A", "T"), paid], None)[1].object == "T"
    paid = deal("acquisition", "A", None, rule=PAYS_EACH, money="M1")
    assert name_targets("", [deal("acquisition", "B", "T"), paid], None) == [deal("acquisition", "B", "T")]


def test_the_price_of_the_only_purchase():
    sums = [money(1, 5), money(2, 7, per="share")]
    only = deal("acquisition", "A", "T")
    supply_price([only], [("M1", 3)], sums)
    assert only.money == "M1"
    drafts = [deal("acquisition", "A", "T", money="M1")]
    supply_price(drafts, [("M2", 3)], sums)
    assert [(d.money, d.sentence) for d in drafts] == [("M1", 0), ("M2", 3)]
    drafts = [deal("acquisition", "A", "T", money="M2")]
    supply_price(drafts, [("M1", 3)], sums)
    assert len(drafts) == 1
    several = [deal("acquisition", "A", "T"), deal("acquisition", "A", "U")]
    supply_price(several, [("M1", 3)], sums)
    assert [d.money for d in several] == [None, None]


AIMED = [
    # the last company that got money or was sold, then the only one, then the article's own
    ([deal("financing", "T", at=0)], MEMORY, "T"),
    ([deal("financing", "T", at=0)], MEMORY + 1, "MAIN"),
    ([deal("acquisition", "B", "T", at=0)], MEMORY + 1, "T"),
    ([deal("acquisition", "B", "T", at=0), deal("acquisition", "B", "U", at=0)], MEMORY + 1, "MAIN"),
    ([deal("payment", "B", "T", at=0)], 1, "MAIN"),
    ([deal("financing", "T", at=0), deal("investment", "B", "U", at=1)], 2, "U"),
]


@pytest.mark.parametrize(("before", "at", "company"), AIMED)
def test_into_what_money_is_put(before, at, company):
    draft = deal("investment", "K", None, at=at, rule=UNAIMED[0], money="M1")
    assert draft in aim_investments([*before, draft], "MAIN")
    assert draft.object == company


def test_money_is_not_put_into_oneself_nor_twice():
    own = deal("investment", "MAIN", None, rule=UNAIMED[0])
    assert aim_investments([own], "MAIN") == []
    again = deal("investment", "K", None, rule=UNAIMED[0], money="M1")
    aimed = deal("investment", "K", "T", money="M1")
    assert aim_investments([again, aimed], "MAIN") == [aimed]


@pytest.mark.parametrize(("at", "words", "valued"), [
    (REACH, "valuing the company at", "T"), (REACH + 1, "valuing the company at", "B"), (REACH, "valuing Kerr at", "B"),
])  # fmt: skip
def test_what_is_bought_is_valued(at, words, valued):
    text = " " * (100 * at) + words.ljust(100)
    value = deal("valuation", "B", at=at, cues=[Span(100 * at, 100 * at + 7)])
    value_targets(article(text), [deal("acquisition", "B", "T"), value])
    assert value.subject == valued


@pytest.mark.parametrize(("at", "valued"), [(FAR, "T"), (FAR + 1, None)])
def test_a_trade_stands_for_what_was_bought(at, valued):
    text = " " * (100 * at) + "The Leeds-based outfit".ljust(100)
    value = deal("valuation", None, at=at, subject_text=Span(100 * at, 100 * at + 22), cues=[Span(100 * at, 100 * at + 3)])
    value_targets(article(text), [deal("acquisition", "B", "T"), value])
    assert value.subject == valued


PRICES = [("$42 a share, or $13", "share", None, True), ("$13 million or $42", None, "share", True),
          ("$42 a share, or $13", "share", "share", False), ("$42 a share. It $13", "share", None, False)]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "second", "two"), PRICES)
def test_two_prices_of_one_deal(text, first, second, two):
    low = text.index(" a share") if " a share" in text else text.index(" or")
    sums = [
        Money(id="M1", start=0, end=low, text="", currency="USD", amount=Decimal(1), qualifier="exact", per=first),
        Money(id="M2", start=text.rindex("$"), end=len(text), text="", currency="USD", amount=Decimal(2), qualifier="exact", per=second),
    ]  # fmt: skip
    sums[0] = sums[0].model_copy(update={"end": low + 8 if " a share" in text else low})
    found = second_prices(article(text.ljust(100)), [deal("acquisition", "A", "T", money="M1")], sums)
    assert [d.money for d in found] == (["M1", "M2"] if two else ["M1"])


@pytest.mark.parametrize(("between", "two"), [(", up from about ", True), (" from ", True), (" and ", False)])
def test_what_it_was_worth_before(between, two):
    text = f"$3{between}$1".ljust(100)
    sums = [money(1, 3, start=0), money(2, 1, start=2 + len(between))]
    found = earlier_values(article(text), [deal("valuation", "A", money="M1", status="proposed")], sums, [])
    assert [(d.money, d.status) for d in found] == [("M1", "proposed"), ("M2", "completed")][: 1 + two]


# Which reading stands ----------------------------------------------------------------------------------------


def test_a_round_gives_way_to_its_investors():
    sums = [money(1, 5), money(2, 5), money(3, 6)]
    invested = deal("investment", "B", "T", at=1, money="M2")
    assert settle_rounds([deal("financing", "T", money="M1"), invested], sums) == [invested]
    kept = [
        deal("financing", "T", money="M3"),
        deal("financing", "U", money="M1"),
        deal("financing", "T", "C", money="M1"),
        deal("payment", "T", money="M1"),
        deal("financing", "T", keys={"instrument": "loan"}),
    ]
    assert settle_rounds([*kept, invested], sums) == [*kept, invested]
    bare = deal("financing", "T", at=2, keys={"instrument": "a Series B round"})
    assert settle_rounds([bare, invested], sums) == [invested]


@pytest.mark.parametrize(("told", "exact", "rounded"), [(85, 100, True), (84, 100, False), (115, 100, True), (100, 100, False)])
def test_a_headline_s_sum_is_rounded(told, exact, rounded):
    head, body = deal("payment", "A", money="M1"), deal("payment", "A", at=1, money="M2")
    sums = [money(1, told, qualifier="about"), money(2, exact)]
    assert settle_headlines(article("", "headline", "body"), [head, body], sums) == ([body] if rounded else [head, body])
    sums[0] = money(1, told)
    assert settle_headlines(article("", "headline", "body"), [head, body], sums) == [head, body]
    assert settle_headlines(article("", "body", "body"), [head, body], [money(1, told, qualifier="about"), sums[1]]) == [head, body]


def test_who_lends_is_a_bank():
    names = {"K": "Kerr Ltd.", "B": "Corva Bank", "C": "Lowfield Bank"}

    def sides(subject, object_, rule="financing.noun", instrument="loan"):
        (draft,) = settle_lenders([deal("financing", subject, object_, rule=rule, keys={"instrument": instrument})], names)
        return draft.subject, draft.object

    assert sides("B", "K") == ("K", "B")
    assert sides("K", "B") == ("K", "B")
    assert sides("B", "C") == ("B", "C")
    assert sides("B", "K", rule="financing.raise") == ("B", "K")
    assert sides("B", "K", instrument="bonds") == ("B", "K")


def test_who_lends_in_one_reading_of_a_loan_does_not_borrow_in_another():
    whole, half = deal("financing", "K", "B"), deal("financing", "B")
    assert settle_lenders([half, whole], {"K": "Kerr Ltd.", "B": "Corva Bank"}) == [whole]
    other = deal("financing", "B", at=1)
    assert settle_lenders([other, whole], {"K": "Kerr Ltd.", "B": "Corva Bank"}) == [other, whole]
    signed = deal("financing", "K", "B", rule="financing.agreement")
    assert settle_lenders([signed, deal("agreement", "K", "B")], {"K": "Kerr Ltd.", "B": "Corva Bank"}) == [signed]


def test_what_is_told_as_a_loan_is_not_given():
    sums = [money(1, 5), money(2, 5), money(3, 6)]
    given = deal("payment", "A", "T", rule="payment.give", money="M1", keys={"purpose": "other"})
    lent = deal("financing", "T", "A", at=1, money="M2")
    assert settle_loans([given, lent], sums) == [lent]
    for other in (
        deal("financing", "T", "A", money="M3"), deal("financing", "U", "B", money="M2"), deal("acquisition", "T", "A", money="M2"),
    ):  # fmt: skip
        assert settle_loans([given, other], sums) == [given, other]
    aid = deal("payment", "A", "T", rule="payment.give", money="M1", keys={"purpose": "aid"})
    paid = deal("payment", "A", "T", rule="payment.pay", money="M1", keys={"purpose": "other"})
    assert settle_loans([aid, paid, lent], sums) == [aid, paid, lent]


ORDER = ["acquisition", "investment", "spending", "agreement", "financing", "payment"]


@pytest.mark.parametrize(("better", "worse"), [*pairwise(ORDER)])
def test_of_two_readings_of_one_sum_the_better_stands(better, worse):
    one, other = deal(better, "A", "B", money="M1"), deal(worse, "A", "C", money="M1")
    assert settle_rivals([one, other], PLAIN) == [one]
    assert settle_rivals([other, one], PLAIN) == [one]
    elsewhere = deal(worse, "A", "C", at=1, money="M1")
    assert settle_rivals([one, elsewhere], PLAIN) == [one, elsewhere]
    another = deal(worse, "A", "C", money="M2")
    assert settle_rivals([one, another], PLAIN) == [one, another]


def test_a_part_of_a_payment_drives_out_nothing():
    part, loan = deal("payment", "A", "B", money="M1", rule="payment.part"), deal("valuation", "A", money="M1")
    assert settle_rivals([part, loan], PLAIN) == [part, loan]


def test_what_a_settlement_costs_is_paid():
    paid = deal("payment", "A", "B", money="M1", keys={"purpose": "settlement"})
    agreed = deal("agreement", "A", "B", money="M1", keys={"matter": "suit"})
    assert settle_rivals([paid, agreed], PLAIN) == [paid, agreed]
    assert agreed.money is None


def test_what_is_bought_is_no_agreement_besides():
    bought = deal("acquisition", "A", "B")
    for matter, kept in (("deal", False), ("lamps", True)):
        agreed = deal("agreement", "B", "A", keys={"matter": matter})
        assert settle_rivals([bought, agreed], PLAIN) == ([bought, agreed] if kept else [bought])
    later = deal("agreement", "A", "B", at=1, keys={"matter": "deal"})
    assert settle_rivals([bought, later], PLAIN) == [bought, later]
    merger = deal("agreement", "A", "B", at=1, keys={"matter": "planned merger"})
    assert settle_rivals([bought, merger], PLAIN) == [bought]
    merger = deal("agreement", "A", "C", at=1, keys={"matter": "planned merger"})
    assert settle_rivals([bought, merger], PLAIN) == [bought, merger]


def test_empty_payments_and_loans_are_dropped():
    assert settle_rivals([deal("payment", "A")], PLAIN) == []
    assert settle_rivals([deal("financing", "A", status="conditional")], PLAIN) == []
    for kept in (deal("payment", "A", "B"), deal("payment", "A", money="M1"), deal("financing", "A"),
                 deal("financing", "A", "B", status="conditional")):  # fmt: skip
        assert settle_rivals([kept], PLAIN) == [kept]
    assert settle_rivals([deal("investment", "A", "B"), deal("financing", "A", "B")], PLAIN) == [deal("investment", "A", "B")]


def test_where_the_customer_is_known_the_other_reading_goes():
    known, turned = deal("agreement", "A", "B", rule="agreement.won"), deal("agreement", "B", "A")
    rules = frozenset({"agreement.won"})
    assert settle_customers([known, turned], rules) == [known]
    for other in (deal("agreement", "B", "A", at=1), deal("agreement", "A", "B"), deal("lawsuit", "B", "A")):
        assert settle_customers([known, other], rules) == [known, other]


# One fact told twice -----------------------------------------------------------------------------------------

SUMS = [money(1, 5), money(2, 5), money(3, 6)]

ONE = [
    # the same again, or less
    (deal("acquisition", "A", "T"), deal("acquisition", "A", "T", at=1)),
    (deal("acquisition", "A", "T", money="M1"), deal("acquisition", "A", "T", at=1, money="M2")),
    (deal("acquisition", "A", "T"), deal("acquisition", None, "T", at=1)),
    (deal("acquisition", "A", "T", date="2019-05"), deal("acquisition", "A", "T", at=1, date="2019")),
    (deal("payment", "A", "T", money="M1"), deal("payment", "A", None, at=1, money="M2")),
    (deal("result", "A", money="M1", keys={"metric": "revenue"}), deal("result", "A", at=1, money="M2", keys={"metric": "revenue"})),
    (deal("agreement", "A", "T", keys={"matter": "deal"}), deal("agreement", "T", "A", at=1, keys={"matter": "lamps"})),
    (deal("agreement", "A", "T", keys={"matter": "lamp contract"}), deal("agreement", "A", "T", at=1, keys={"matter": "lamp deal"})),
    (deal("agreement", "A", "T", money="M1"), deal("agreement", "A", None, at=1, money="M2")),
    (deal("agreement", "A", "T"), deal("agreement", "A", None, money="M1")),
    (deal("agreement", "A", "T", status="proposed", keys={"matter": "lamps"}),
     deal("agreement", "A", "T", at=1, status="proposed", keys={"matter": "ovens"})),
    (deal("position", "L", "A", keys={"title": "chief executive", "change": "holds"}),
     deal("position", "L", "A", at=1, keys={"title": "CEO", "change": "holds"})),
]  # fmt: skip

TWO = [
    (deal("acquisition", "A", "T"), deal("investment", "A", "T", at=1)),
    (deal("acquisition", "A", "T"), deal("acquisition", "A", "U", at=1)),
    (deal("acquisition", "A", "T"), deal("acquisition", "B", "T", at=1)),
    (deal("acquisition", "A", "T", money="M1"), deal("acquisition", "A", "T", at=1, money="M3")),
    (deal("acquisition", "A", "T", date="2019"), deal("acquisition", "A", "T", at=1, date="2021")),
    (deal("acquisition", "A", "T"), deal("acquisition", "B", "T", at=1, keys={"seller": "A"})),
    (deal("acquisition", "B", "T", keys={"seller": "A"}), deal("acquisition", "A", "T", at=1)),
    (deal("acquisition", "A", "T"), deal("acquisition", "B", "T")),
    (deal("result", "A", money="M1", keys={"metric": "revenue"}), deal("result", "A", at=1, money="M2", keys={"metric": "net_profit"})),
    (deal("result", "A", money="M1", keys={"metric": "revenue"}), deal("result", "B", at=1, money="M2", keys={"metric": "revenue"})),
    (deal("result", "A", money="M1", keys={"metric": "revenue"}), deal("result", "A", at=1, money="M3", keys={"metric": "revenue"})),
    (deal("agreement", "A", "T", keys={"matter": "lamps"}), deal("agreement", "A", "T", at=1, keys={"matter": "ovens"})),
    (deal("agreement", "A", "T"), deal("agreement", "A", "T", at=1, rule="agreement.options")),
    (deal("agreement", "A", "T", date="2019"), deal("agreement", "T", "A", at=1, date="2021")),
    (deal("investment", "A", "T", money="M1"), deal("investment", "A", None, at=1, money="M2")),
    (deal("position", "L", "A", keys={"title": "chief executive", "change": "holds"}),
     deal("position", "L", "A", at=1, keys={"title": "chairman", "change": "holds"})),
    (deal("position", "L", "A", keys={"title": "chief executive", "change": "holds"}),
     deal("position", "L", "A", at=1, keys={"title": "chief executive", "change": "left"})),
    (deal("position", "L", "A", keys={"title": "chief executive", "change": "holds"}),
     deal("position", "L", "B", at=1, keys={"title": "chief executive", "change": "holds"})),
    (deal("position", "L", "A", keys={"title": "chief executive", "change": "holds"}),
     deal("position", "K", "A", at=1, keys={"title": "chief executive", "change": "holds"})),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_fact(one, other):
    assert len(merge(article(), [one, other], SUMS, PLAIN)) == 1


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_facts(one, other):
    assert len(merge(article(), [one, other], SUMS, PLAIN)) == 2


def test_one_fact_has_all_that_is_told_of_it():
    facts = merge(
        article(),
        [deal("acquisition", "A", "T", date="2019"), deal("acquisition", "A", "T", at=2, money="M1", keys={"stake": "10%"})],
        SUMS,
        PLAIN,
    )
    ((fact, evidence, again),) = facts
    assert (fact.date, fact.money, fact.keys) == ("2019", "M1", {"stake": "10%"})
    assert {evidence, *again} == {Span(0, 99), Span(200, 299)}
    assert len(again) == 1


def test_the_fuller_sentence_is_the_evidence_and_a_headline_counts_less():
    short, full = deal("acquisition", "A", "T"), deal("acquisition", "A", "T", at=1, money="M1")
    assert merge(article(), [short, full], SUMS, PLAIN)[0][1] == Span(100, 199)
    head, body = deal("acquisition", "A", "T"), deal("acquisition", "A", "T", at=1)
    assert merge(article(), [head, body], SUMS, PLAIN)[0][1] == Span(0, 99)
    assert merge(article("", "headline", "body"), [head, body], SUMS, PLAIN)[0][1] == Span(100, 199)


def test_facts_stand_in_the_order_of_their_evidence():
    facts = merge(article(), [deal("payment", "A", "B", at=2), deal("lawsuit", "A", "B", at=1), deal("acquisition", "A", "T", at=1)], SUMS, PLAIN)
    assert [fact.type for fact, *_ in facts] == ["acquisition", "lawsuit", "payment"]
