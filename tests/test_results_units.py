"""What makes a sum a figure of somebody's books, and which metric it has: rules one by one. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.link.draft import Draft
from pipeline.link.results.consensus import expected_instead
from pipeline.link.results.figure import Figure, before_tax, by_sign, in_cents, is_level, of_kind, signed, turned, typed
from pipeline.link.results.notes import Notes
from pipeline.link.results.outlooks import outlook
from pipeline.link.results.sizes import SMALLEST, sizes
from pipeline.link.results.states import possessing
from pipeline.link.results.tallies import tally
from pipeline.link.results.verbs import Word, takes
from pipeline.mentions import Span
from pipeline.records import Date

from .hand_made import analysis_of, money_of, resolution_of, span_of

NAMES = {
    "P1": ("Halvor Inc.", "company"), "P2": ("Tier Oy", "company"), "P3": ("Norway", "public_body"),
    "P4": ("Lena Brandt", "person"), "P5": ("Kerr Pension Fund", "organization"), "P6": ("Corva Bank", "company"),
    "P7": ("Ames Trust", "company"), "P8": ("Tier Lamps", "company"),
}  # fmt: skip
BIG = 21_000_000_000


def date(words, text, value):
    start, end = span_of(words, text)
    return Date(id=f"T{start}", start=start, end=end, text=words, type="DATE", value=value)


def size_of(text, sum_="$21 billion", told=(), **changes):
    changes = {"amount": BIG} | changes
    found = sizes(analysis_of(text), resolution_of(text, NAMES), 0, [money_of(sum_, text, **changes)], told)
    return [NAMES[draft.subject][0] for draft in found]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Tier Oy, a $21 billion asset manager, grew.", "Tier Oy"),
        ("Tier Oy is a $21 billion asset manager.", "Tier Oy"),
        ("Tier Oy was a $21 billion asset manager.", "Tier Oy"),
        ("Tier Oy remains a $21 billion hedge fund.", "Tier Oy"),
        ("Tier Oy has grown into a $21 billion investment firm.", "Tier Oy"),
        ("Tier Oy has become the $21 billion buyout firm.", "Tier Oy"),
        ("Tier Oy became a $21 billion private-equity house.", "Tier Oy"),
        ("Tier Oy is now a $21 billion wealth manager.", "Tier Oy"),
        ("Tier Oy is today a $21 billion family office.", "Tier Oy"),
        ("Tier Oy (TIE), a $21 billion bank, grew.", "Tier Oy"),
        ("Tier Oy, a Leeds-based $21 billion bank holding company, grew.", "Tier Oy"),
        ("Tier Oy, a nearly $21 billion REIT, grew.", "Tier Oy"),
        ("Tier Oy, an over $21 billion credit union, grew.", "Tier Oy"),
        ("Tier Oy, a $21 billion old proud pension fund, grew.", "Tier Oy"),
        ("Tier Oy, a $21 billion sovereign wealth fund, grew.", "Tier Oy"),
        ("Tier Oy, a $21 billion venture capital firm, grew.", "Tier Oy"),
        ("Tier Oy, a $21 billion endowment, grew.", "Tier Oy"),
        ("Tier Oy, a $21 billion retirement system, grew.", "Tier Oy"),
        ("Norway, a $21 billion asset manager, grew.", "Norway"),
        ("The $21 billion Kerr Pension Fund grew.", "Kerr Pension Fund"),
        ("Lamps of the $21 billion Kerr Pension Fund shine.", "Kerr Pension Fund"),
        ("The $21 billion Corva Bank grew.", "Corva Bank"),
        ("The $21 billion Ames Trust grew.", "Ames Trust"),
        # no size, or nobody's
        ("Lena Brandt, a $21 billion asset manager, grew.", None),
        ("Tier Oy, a $21 billion brewer, grew.", None),
        ("Tier Oy, a $21 billion asset manager loan, grew.", None),
        ("Tier Oy, a $21 billion bank deal, grew.", None),
        ("Tier Oy got a $21 billion loan from a bank.", None),
        ("Tier Oy met a $21 billion asset manager.", None),
        ("Tier Oy, a $21 billion rival of an asset manager, grew.", None),
        ("A $21 billion Kerr Pension Fund grew.", None),
        ("The $21 billion Tier Lamps grew.", None),
        ("The $21 billion fund grew.", None),
        # many things, by the value of them all
        ("Tier Oy lists over 800 homes with a market value of $21 billion.", "Tier Oy"),
        ("Tier Oy manages 800 homes with a total value of $21 billion.", "Tier Oy"),
        ("Tier Oy has hundreds of homes with a value of $21 billion.", "Tier Oy"),
        ("Tier Oy owns dozens of homes with the value at $21 billion.", "Tier Oy"),
        ("Tier Oy operates 800 homes with a value exceeding $21 billion.", "Tier Oy"),
        ("Tier Oy holds 800 homes with a value in excess of $21 billion.", "Tier Oy"),
        ("Tier Oy has 800 contracts with a value of $21 billion.", None),
        ("Tier Oy has 800 shares with a value of $21 billion.", None),
        ("Tier Oy has homes with a value of $21 billion.", None),
        ("Tier Oy sells 800 homes with a value of $21 billion.", None),
        ("It rained. Tier Oy lists 800 homes.", None),
        ("Then Tier Oy lists 800 homes with a market value of $21 billion.", None),
        ("Lena Brandt lists 800 homes with a market value of $21 billion.", None),
    ],
)
def test_how_large_a_house_is(text, owner):
    if "$" not in text:
        text = text.rstrip(".") + " for $21 billion."
    assert size_of(text) == ([owner] if owner else [])


def test_a_size_is_large_and_not_told_otherwise():
    text = "Tier Oy, a $21 billion asset manager, grew."
    assert size_of(text, amount=SMALLEST) == ["Tier Oy"]
    assert size_of(text, amount=SMALLEST - 1) == []
    assert size_of(text, amount=None, max=BIG) == ["Tier Oy"]
    assert size_of(text, amount=None) == []
    assert size_of(text, per="year") == []
    assert size_of(text, told=[Draft("result", 0, "x", money="M1")]) == []
    (draft,) = sizes(analysis_of(text), resolution_of(text, NAMES), 0, [money_of("$21 billion", text, amount=BIG)], [])
    assert draft == Draft(
        "result", 0, "result.size", "P2", money="M1", status="ongoing", keys={"metric": "other"},
        cues=[span_of("$21 billion", text)],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Tier Oy expects a profit.", "net_profit"),
        ("Tier Oy expects a loss.", "net_loss"),
        ("Tier Oy expects losses.", "net_loss"),
        ("Tier Oy expects profits.", "net_profit"),
        ("Tier Oy expects to be profitable.", "net_profit"),
        ("Tier Oy expects to return to profitability.", "net_profit"),
        ("Tier Oy expected a small loss.", "net_loss"),
        ("Tier Oy forecasts another modest loss.", "net_loss"),
        ("Tier Oy predicts a slim profit.", "net_profit"),
        ("Tier Oy anticipates a first annual profit.", "net_profit"),
        ("Tier Oy sees an operating loss.", "operating_loss"),
        ("Tier Oy hopes to make an operating profit.", "operating_profit"),
        ("Tier Oy aims to post a pretax profit.", "other"),
        ("Tier Oy plans to report a pre-tax loss.", "other"),
        ("Tier Oy is on track to turn a profit.", "net_profit"),
        ("Tier Oy was on track to swing to a loss.", "net_loss"),
        ("Tier Oy is set to remain profitable.", "net_profit"),
        ("Tier Oy expects that it will again become profitable.", "net_profit"),
        ("Tier Oy expects the company would show a loss.", "net_loss"),
        ("Tier Oy expects they will soon have a profit.", "net_profit"),
        # no forecast of a result
        ("Tier Oy expects a profit margin.", None),
        ("Tier Oy expects profit growth.", None),
        ("Tier Oy expects a loss of 3 cents.", None),
        ("Tier Oy expects a loss to grow.", None),
        ("Tier Oy expects profit up.", None),
        ("Tier Oy made a profit.", None),
        ("Tier Oy expects a huge red loss.", None),
        ("Tier Oy expects a profiteer.", None),
    ],
)
def test_a_forecast_names_no_sum(text, metric):
    found = outlook(text, Span(0, len(text)), 7, [], [])
    assert (found and (found.sentence, found.status, found.keys)) == (metric and (7, "expected", {"metric": metric}))


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Tier Oy expects a profit in 2026.", "2026", "2026"),
        ("Tier Oy expects a profit in 2026.", "2026-Q1", "2026-Q1"),
        ("Tier Oy expects a profit in 2026.", "2026-H2", "2026-H2"),
        ("Tier Oy expects a profit in 2026.", "2026-05", None),
        ("Tier Oy expects a profit in 2026.", "FUTURE_REF", None),
        ("Tier Oy expects a profit after a loss in 2026.", "2026", None),
        ("Tier Oy expects a profit compared with 2026.", "2026", None),
        ("In 2026 Tier Oy expects a profit.", "2026", None),
        (f"Tier Oy expects a profit {'so ' * 19}2026.", "2026", "2026"),
        (f"Tier Oy expects a profit {'so ' * 20}2026.", "2026", None),
    ],
)
def test_the_year_of_a_forecast(text, value, period):
    found = outlook(text, Span(0, len(text)), 0, [], [date("2026", text, value)])
    assert (found.date, found.keys.get("period")) == (period, period)
    assert [text[slice(*cue)] for cue in found.cues] == ["profit", "expects"]


def test_a_forecast_in_figures_is_told_by_them():
    text = "Tier Oy expects a profit of 2 to 3 dollars."
    assert outlook(text, Span(0, len(text)), 0, [money_of("3 dollars", text)], []) is None
    text = "Tier Oy expects a profit after a loss of $3 million."
    assert outlook(text, Span(0, len(text)), 0, [money_of("$3 million", text)], []) is not None
    text = "After $3 million Tier Oy expects a profit."
    assert outlook(text, Span(0, len(text)), 0, [money_of("$3 million", text)], []) is not None


def figure(metric="net_profit", text="$3 million", lead="profit of ", rule="result.x", **changes):
    money = {key: changes.pop(key) for key in ("per", "amount", "max") if key in changes}
    whole = lead + text
    return Figure(metric, rule, Span(0, len(lead)), money_of(text, whole, **money), **changes)


@pytest.mark.parametrize(
    ("metric", "text", "changes", "wanted"),
    [
        ("net_profit", "$3", {"per": "share"}, "earnings_per_share"),
        ("operating_profit", "$3", {"per": "share"}, "earnings_per_share"),
        ("net_loss", "$3", {"per": "share"}, "net_loss"),
        ("operating_loss", "$3", {"per": "share"}, "operating_loss"),
        ("revenue", "$3", {"per": "share"}, "revenue"),
        ("net_profit", "$3", {"per": "year"}, "net_profit"),
        ("net_profit", "$3", {}, "net_profit"),
        ("net_profit", "12 cents", {"verb": True}, "earnings_per_share"),
        ("net_profit", "12¢", {"verb": True}, "earnings_per_share"),
        ("net_profit", "12 cents", {}, "net_profit"),
        ("net_loss", "12 cents", {"verb": True}, "net_loss"),
        ("net_profit", "12 cents", {"verb": True, "per": "litre"}, "net_profit"),
    ],
)
def test_a_profit_a_share_is_earnings(metric, text, changes, wanted):
    assert typed(figure(metric, text, **changes)).metric == wanted


@pytest.mark.parametrize(
    ("text", "per", "wanted"),
    [("12 cents", None, True), ("1 cent", "share", True), ("12¢", None, True), ("12 cents", "year", False),
     ("12 dollars", None, False), ("12 centimes", None, False)],
)  # fmt: skip
def test_what_is_told_in_cents(text, per, wanted):
    assert in_cents(money_of(text, text, per=per)) == wanted


@pytest.mark.parametrize(
    ("metric", "text", "changes", "wanted"),
    [
        ("net_profit", "It earned $3 million before tax", {"verb": True}, "other"),
        ("net_profit", "It earned $3 million before taxes", {"verb": True}, "other"),
        ("net_loss", "It lost $3 million before tax", {"verb": True}, "other"),
        ("net_profit", "It earned $3 million before interest and tax", {"verb": True}, "operating_profit"),
        ("net_loss", "It lost $3 million before interest and taxes", {"verb": True}, "operating_loss"),
        ("net_profit", "It earned $3 million before interest, tax and depreciation", {"verb": True}, "other"),
        ("net_profit", "It earned $3 million before interest and tax and depreciation", {"verb": True}, "other"),
        ("net_profit", "It earned $3 million before interest and tax", {}, "net_profit"),
        ("net_profit", "It earned $3 million", {"verb": True}, "net_profit"),
        ("net_profit", "It earned $3 million before the war", {"verb": True}, "net_profit"),
        ("revenue", "It earned $3 million before tax", {"verb": True}, "revenue"),
        ("net_loss", "It lost $3 million in losses related to lamps", {}, "other"),
        ("net_loss", "It lost $3 million in losses", {}, "net_loss"),
        ("net_profit", "It earned $3 million in losses related to lamps", {}, "net_profit"),
    ],
)
def test_what_a_profit_is_told_before(metric, text, changes, wanted):
    at = span_of("earned" if "earned" in text else "lost", text)
    made = Figure(metric, "x", at, money_of("$3 million", text), **changes)
    assert before_tax(text, made).metric == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("profit before tax of $3 million", "other"),
        ("profit before interest and tax of $3 million", "operating_profit"),
        ("profit of $3 million", "net_profit"),
    ],
)
def test_what_stands_behind_the_word_profit(text, wanted):
    made = Figure("net_profit", "x", span_of("profit", text), money_of("$3 million", text))
    assert before_tax(text, made).metric == wanted


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("impairment", "other"), ("valuation", "other"), ("fair-value", "other"), ("Exchange", "other"),
     ("trading", "other"), ("paper", "other"), ("hedging", "other"), ("net", "net_loss"), ("record", "net_loss")],
)  # fmt: skip
def test_a_loss_of_a_kind_is_no_net_loss(kind, wanted):
    text = f"its {kind} loss of $3 million"
    made = Figure("net_loss", "x", span_of("loss", text), money_of("$3 million", text))
    assert before_tax(text, made).metric == wanted


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({"amount": 100_000}, True),
        ({"amount": 99_999}, False),
        ({"amount": -100_000}, True),
        ({"amount": -99_999}, False),
        ({"amount": None, "max": 100_000}, True),
        ({"amount": None, "max": 99_999}, False),
        ({"amount": None}, True),
        ({"amount": 3, "per": "share"}, True),
        ({"amount": 100_000, "per": "year"}, True),
        ({"amount": 100_000, "per": "month"}, True),
        ({"amount": 100_000, "per": "quarter"}, True),
        ({"amount": 100_000, "per": "barrel"}, False),
        ({"metric": "earnings_per_share", "text": "$3"}, True),
        ({"metric": "earnings_per_share", "text": "$3", "per": "share"}, True),
        ({"metric": "earnings_per_share", "text": "$3", "per": "year"}, False),
        ({"metric": "earnings_per_share", "text": "$3 million"}, False),
        ({"rule": "result.per-share", "text": "$3", "metric": "other"}, True),
        ({"rule": "result.per-share", "text": "$3m", "metric": "other"}, False),
        ({"rule": "result.value-per-share", "text": "$3", "metric": "other", "per": "day"}, False),
        ({"unit": True, "text": "$3", "amount": 3}, True),
        ({"unit": True, "text": "$3", "amount": 3, "per": "barrel"}, True),
        ({"unit": True, "text": "$3", "amount": 3, "per": "year"}, False),
        ({"unit": True, "text": "$3", "amount": 3, "per": "share"}, False),
        ({"unit": True, "text": "$3 bn", "amount": 3}, False),
        ({"metric": "net_loss", "verb": True, "text": "3 cents", "amount": 0.03}, True),
        ({"metric": "net_loss", "text": "3 cents", "amount": 0.03}, False),
        ({"metric": "net_profit", "verb": True, "text": "3 cents", "amount": 0.03}, False),
    ],
    ids=str,
)
def test_which_sums_can_be_a_firm_s_figures(changes, level):
    assert is_level(figure(**changes)) == level


@pytest.mark.parametrize(
    ("metric", "sign", "wanted"),
    [("net_profit", "loss", "net_loss"), ("net_profit", "LOSS", "net_loss"), ("earnings_per_share", "Loss", "net_loss"),
     ("net_profit", "profit", "net_profit"), ("revenue", "loss", "revenue"),
     ("operating_profit", "loss", "operating_profit")],
)  # fmt: skip
def test_a_table_tells_a_loss(metric, sign, wanted):
    assert signed(metric, sign) == wanted


@pytest.mark.parametrize(
    ("against", "rule", "metric", "wanted"),
    [("operating_profit", "x", "net_loss", "operating_loss"), ("operating_loss", "x", "net_profit", "operating_profit"),
     ("net_profit", "x", "net_loss", "net_loss"), ("other", "result.before-tax", "net_loss", "other"),
     ("other", "x", "net_loss", "net_loss"), ("operating_profit", "result.before-tax", "net_loss", "operating_loss")],
)  # fmt: skip
def test_a_bare_loss_is_of_the_kind_that_it_is_compared_with(against, rule, metric, wanted):
    assert of_kind(figure(against, rule=rule), metric) == wanted


@pytest.mark.parametrize(
    ("metric", "amount", "wanted"),
    [("net_profit", -3, "net_loss"), ("operating_profit", -3, "operating_loss"), ("earnings_per_share", -3, "net_loss"),
     ("surplus", -3, "deficit"), ("revenue", -3, "revenue"), ("net_profit", 3, "net_profit"),
     ("net_profit", 0, "net_profit"),
     ("surplus", 0, "surplus")],
)  # fmt: skip
def test_a_profit_below_zero_is_a_loss(metric, amount, wanted):
    assert by_sign("$3", metric, money_of("$3", "$3", amount=amount)) == wanted
    assert by_sign("$3", metric, money_of("$3", "$3", amount=None, max=amount)) == wanted
    assert by_sign("$3", metric, money_of("$3", "$3", amount=None)) == metric


@pytest.mark.parametrize(
    ("text", "loss"),
    [("EPS of ($0.42)", True), ("EPS was ($0.42)", True), ("EPS from ($0.42)", True), ("EPS vs. ($0.42)", True),
     ("EPS of $1, ($0.42)", True), ("EPS of $1 ($0.42)", False), ("EPS of ($0.42", False), ("EPS of $0.42)", False),
     ("EPS than ($0.42)", True), ("EPS and ($0.42)", True)],
)  # fmt: skip
def test_accountants_put_a_loss_in_brackets(text, loss):
    assert by_sign(text, "earnings_per_share", money_of("$0.42", text, amount=0.42)) == (
        "net_loss" if loss else "earnings_per_share"
    )
    assert by_sign(text, "net_profit", money_of("$0.42", text, amount=0.42)) == "net_profit"


@pytest.mark.parametrize(
    ("metric", "gap", "wanted"),
    [
        ("net_profit", " compared with a loss of ", "net_loss"),
        ("operating_profit", " compared with a loss of ", "operating_loss"),
        ("revenue", " compared with a loss of ", "revenue"),
        ("net_loss", " compared with a profit of ", "net_profit"),
        ("operating_loss", " compared with income of ", "operating_profit"),
        ("net_loss", " compared with ", "net_loss"),
        ("net_profit", " compared with a closs of ", "net_profit"),
        ("surplus", " compared with a deficit of ", "deficit"),
        ("deficit", " compared with a surplus of ", "surplus"),
        ("other", " compared with a surplus of ", "surplus"),
    ],
)
def test_a_profit_is_compared_with_a_loss(metric, gap, wanted):
    assert turned(metric, gap) == wanted


def taken(text, word, verb, sum_="$3 million", known=()):
    return takes(text, Span(0, len(text)), span_of(verb, text), money_of(sum_, text), known, Word(**word))


EARNED, BARE = {"metric": "net_profit", "rule": "x"}, {"metric": "net_profit", "rule": "x", "bare": True}
TAXED = {"metric": "net_profit", "rule": "x", "taxed": True}
OWED = {"metric": "other", "rule": "x", "stock": True, "bare": True}
REVENUE = {"metric": "revenue", "rule": "x"}
WRITES_OFF = {"metric": "other", "rule": "result.verb-writes-off", "bare": True}


@pytest.mark.parametrize(
    ("text", "word", "verb", "figure"),
    [
        ("It earned $3 million.", EARNED, "earned", True),
        ("It owes a $3 million fee.", OWED, "owes", False),
        ("It owes a $3 million break-up fee.", OWED, "owes", False),
        ("It owes a $3 million fine.", OWED, "owes", False),
        ("It owes a $3 million dividend.", OWED, "owes", False),
        ("It owes $3 million.", OWED, "owes", True),
        ("It owes a $3 million house.", OWED, "owes", False),
        ("It is owed $3 million.", OWED, "owed", False),
        ("It was still owed $3 million.", OWED, "owed", False),
        ("Kerr, owed $3 million, sued.", OWED, "owed", False),
        ("It owed $3 million.", OWED, "owed", True),
        ("It took in $3 million from investors.", REVENUE, "took", False),
        ("It took in $3 million from a group of firms.", REVENUE, "took", False),
        ("It took in $3 million in May from several backers.", REVENUE, "took", False),
        ("It took in $3 million from Kerr Capital.", REVENUE, "took", False),
        ("It took in $3 million from Kerr Foods.", REVENUE, "took", True),
        ("It took in $3 million from lamps.", REVENUE, "took", True),
        ("It earned $3 million from investors.", EARNED, "earned", True),
        ("It made $3 million before tax.", TAXED, "made", True),
        ("It made $3 million after taxes.", TAXED, "made", True),
        ("It made $3 million last year.", TAXED, "made", True),
        ("It made $3 million a year.", TAXED, "made", True),
        ("It made $3 million this quarter.", TAXED, "made", True),
        ("A year ago it made $3 million.", TAXED, "made", True),
        ("In 2023 it made $3 million.", TAXED, "made", True),
        ("It made $3 million.", TAXED, "made", False),
        ("It made $3 million in lamps.", TAXED, "made", False),
        ("It made $3 million lamps last year.", TAXED, "made", False),
        ("It wrote off $3 million it had lent.", WRITES_OFF, "wrote", True),
        ("It wrote off $3 million of bad loans.", WRITES_OFF, "wrote", True),
        ("It wrote off $3 million in goodwill.", WRITES_OFF, "wrote", True),
        ("It wrote off $3 million of lamps.", WRITES_OFF, "wrote", False),
        ("It owes $3 million of old premium.", OWED, "owes", True),
        ("It holds $3 million on behalf of firms.", OWED, "holds", True),
        ("It holds $3 million worldwide.", OWED, "holds", True),
        ("It lost $3 million of premium.", BARE, "lost", False),
        ("It lost $3 million, it said.", BARE, "lost", True),
        ("It lost $3 million lamps.", BARE, "lost", False),
        ("It lost $3 million last year.", BARE, "lost", True),
        ("It lost $3 million lamps.", EARNED, "lost", True),
    ],
)
def test_what_a_verb_takes(text, word, verb, figure):
    assert taken(text, word, verb) == figure


def test_what_was_made_in_a_time_is_dated():
    text = "It made $3 million in 2023."
    assert taken(text, TAXED, "made", known=[span_of("2023", text)])
    assert not taken(text, TAXED, "made")
    assert not taken(text, TAXED, "made", known=[span_of("made", text)])


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Tier Oy has closed more than $3 million in transactions since 2012.", "closed"),
        ("Tier Oy has arranged over $3 million in loans.", "arranged"),
        ("Tier Oy has sold 800 homes worth $3 million.", "sold"),
        ("Tier Oy closed a deal worth $3 million.", None),
        ("Tier Oy closed $3 million in transactions.", None),
        ("Tier Oy will have closed over $3 million in transactions since 2012.", None),
        ("Tier Oy plans to close over $3 million in transactions to date.", None),
    ],
)
def test_what_a_house_has_done_so_far(text, verb):
    bounded = "more_than" if "more than" in text or "over" in text else "exact"
    found = tally(text, Span(0, len(text)), money_of("$3 million", text, qualifier=bounded))
    assert (found and text[slice(*found)]) == verb


FOLLOWS = "Tier Oy earned $9 million. "


def instead(text, before=None, told_per=None, **changes):
    text = FOLLOWS + text
    start = len(FOLLOWS)
    word = "$3 million" if "$3 million" in text else "3 cents"
    draft = Draft("result", 0, "x", subject="P2", money="M0", keys={"metric": "net_profit"}, source="P1")
    money = money_of(word, text, **changes)
    told = {"M0": money_of("$9 million", text, "M0", per=told_per)}
    before = [draft] if before is None else before
    return expected_instead(text, Span(start, len(text)), 1, [money], before, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Analysts had forecast $3 million.", True),
        ("Analysts expected $3 million.", True),
        ("Economists had predicted about $3 million.", True),
        ("Wall Street was looking for $3 million.", True),
        ("The market had anticipated $3 million.", True),
        ("The City had pencilled in $3 million.", True),
        ("Brokers had estimated an average of $3 million.", True),
        ("But analysts polled by Kerr had projected $3 million.", True),
        ("But Analysts had projected $3 million.", True),
        ("However, the consensus forecast was $3 million.", True),
        ("The average analyst estimate was for $3 million.", True),
        ("The consensus was $3 million.", True),
        ("The consensus forecast stood at $3 million.", True),
        ("Analysts had forecast $3 million, on average.", True),
        ("Analysts had forecast $3 million on average.", True),
        ("Analysts had forecast $3 million according to Kerr.", True),
        ("Analysts had forecast $3 million for lamps.", False),
        ("Analysts sold $3 million.", False),
        ("Tier Oy had forecast $3 million.", False),
    ],
)
def test_what_others_had_expected(text, told):
    found = instead(text)
    assert [(d.sentence, d.money, d.status, d.source, d.subject, d.keys) for d in found] == (
        [(1, "M1", "expected", None, "P2", {"metric": "net_profit"})] if told else []
    )


def test_what_is_expected_is_of_the_kind_that_was_told():
    assert instead("Analysts had forecast $3 million.", before=[]) == []
    assert instead("Analysts had forecast 3 cents.") == []
    assert instead("Analysts had forecast $3 million.", told_per="share") == []
    assert len(instead("Analysts had forecast 3 cents.", told_per="share")) == 1
    assert len(instead("Analysts had forecast $3 million.", told_per="share", per="share")) == 1
    planned = [Draft("result", 0, "x", money="M0", status="expected", keys={"metric": "net_profit"})]
    assert instead("Analysts had forecast $3 million.", before=planned) == []
    unknown = [Draft("result", 0, "x", money="M9", keys={"metric": "net_profit"})]
    assert instead("Analysts had forecast $3 million.", before=unknown) == []


def test_of_several_figures_an_estimate_is_of_the_profit():
    def figures(*metrics):
        return [Draft("result", 0, "x", money="M0", keys={"metric": metric}) for metric in metrics]

    found = instead("Analysts had forecast $3 million.", before=figures("revenue", "net_profit"))
    assert [d.keys["metric"] for d in found] == ["net_profit"]
    assert instead("Analysts had forecast $3 million.", before=figures("revenue", "other")) == []
    found = instead("Analysts had forecast $3 million.", before=figures("revenue", "revenue"))
    assert [d.keys["metric"] for d in found] == ["revenue"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Then Norway", "Norway"),
        ("Then New Zealand", "New Zealand"),
        ("Then South Norway", "South Norway"),
        ("Then Saudi Arabia", "Saudi Arabia"),
        ("the budget of Sri Lanka", "Sri Lanka"),
        ("Norway", "Norway"),
        ("of norway", None),
        ("Norway then", None),
        ("Great old Norway", "Norway"),
    ],
)
def test_the_state_before_a_possessive(words, name):
    found = possessing(100, words)
    assert (found and words[found.text.start - 100 : found.text.end - 100]) == name


NOTE = "Corva Bank updates coverage on Tier Oy. Tier Oy earned $9 million. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("This compares to our estimate of $3 million.", [("P6", "$3 million")]),
        ("This compares with our estimates of $3 million.", [("P6", "$3 million")]),
        ("It compared to our estimate $3 million.", [("P6", "$3 million")]),
        ("This compares to our/consensus estimates of $3 million/$4 million.",
         [("P6", "$3 million"), ("consensus estimates", "$4 million")]),
        ("This compares to our/street estimates of $3 million/$4 million.",
         [("P6", "$3 million"), ("street estimates", "$4 million")]),
        ("This compares to our and consensus estimates of $3 million / ($4 million).",
         [("P6", "$3 million"), ("consensus estimates", "$4 million")]),
        ("This compares to our estimates of $3 million and $4 million.", []),
        ("This compares to our/consensus estimates of $3 million.", []),
        ("This compares to our/consensus estimates of $3 million and $4 million.", []),
        ("This compares to their estimate of $3 million.", []),
        ("Our estimate is $3 million.", []),
    ],
)  # fmt: skip
def test_what_analysts_had_estimated(text, told):
    text = NOTE + text
    notes = Notes(analysis_of(text), resolution_of(text, NAMES))
    sums = [money_of(words, text, words) for words in ("$3 million", "$4 million") if words in text]
    nine = money_of("$9 million", text, "$9 million")
    first = Draft(
        "result",
        1,
        "x",
        subject="P2",
        money="$9 million",
        keys={"metric": "revenue"},
        cues=[Span(nine.start, nine.end)],
    )
    assert notes.find(1, Span(40, 66), [nine], [first]) == []
    found = notes.find(2, Span(len(NOTE), len(text)), sums, [])
    assert [(d.source, d.money) for d in found] == told
    assert all((d.sentence, d.status, d.keys) == (2, "expected", {"metric": "revenue"}) for d in found)


@pytest.mark.parametrize(
    ("text", "analyst"),
    [
        ("Corva Bank updates coverage on Tier Oy.", "P6"),
        ("Corva Bank today initiated its research coverage of Tier Oy.", "P6"),
        ("Corva Bank has resumed coverage on the Tier Oy.", "P6"),
        ("Corva Bank reiterates coverage on Tier Oy.", "P6"),
        ("Corva Bank maintains the coverage of Tier Oy.", "P6"),
        ("Corva Bank launches coverage on lamps.", None),
        ("Corva Bank then updates coverage on Tier Oy.", None),
        ("Lena Brandt updates coverage on Tier Oy.", None),
        ("Corva Bank reads coverage on Tier Oy.", None),
    ],
)
def test_who_covers_whom(text, analyst):
    assert Notes(analysis_of(text), resolution_of(text, NAMES)).analyst == analyst


@pytest.mark.parametrize(
    ("amount", "metric", "rule", "per", "told"),
    [(100_000, "revenue", "x", None, True), (99_999, "revenue", "x", None, False),
     (-100_000, "net_profit", "x", None, True), (3, "earnings_per_share", "x", None, True),
     (3, "other", "result.per-share", None, True), (3, "revenue", "x", "share", True),
     (3, "revenue", "x", "year", False)],
)  # fmt: skip
def test_an_estimate_is_no_misprint(amount, metric, rule, per, told):
    text = NOTE + "This compares to our estimate of $3."
    notes = Notes(analysis_of(text), resolution_of(text, NAMES))
    nine = money_of("$9 million", text, "M9")
    notes.find(
        1, Span(40, 66), [nine], [Draft("result", 1, rule, money="M9", keys={"metric": metric}, cues=[Span(50, 60)])]
    )
    three = money_of("$3", text, amount=amount, per=per)
    assert len(notes.find(2, Span(len(NOTE), len(text)), [three], [])) == told


def test_an_estimate_is_of_the_sentence_before():
    text = NOTE + "It rained. This compares to our estimate of $3 million."
    notes = Notes(analysis_of(text), resolution_of(text, NAMES))
    figure_ = Draft("result", 1, "x", money="M9", keys={"metric": "revenue"}, cues=[Span(50, 60)])
    start = text.index("This")
    for number, status, told in ((3, "completed", 0), (2, "completed", 1), (2, "expected", 0)):
        notes.find(
            1,
            Span(40, 66),
            [],
            [Draft("result", 1, "x", money="M9", status=status, keys=figure_.keys, cues=figure_.cues)],
        )
        found = notes.find(number, Span(start, len(text)), [money_of("$3 million", text)], [])
        assert len(found) == told


def test_a_metric_may_be_broken_over_lines(extractor):
    figures = extractor._linker._results._figures
    text = "It has assets\nunder\nmanagement of $21 billion."
    (figure,) = figures.read(text, Span(0, len(text)), [money_of("$21 billion", text, amount=BIG)], [])
    assert (figure.metric, text[slice(*figure.at)]) == ("other", "assets\nunder\nmanagement")
