"""Who buys, funds and values whom, as papers, wires and releases word it. All names are invented."""

import pytest

from pipeline.read import article_from_text

DEALS = ("acquisition", "investment", "valuation")
H, T, B = "Halvor Inc.", "Tier Dairies Ltd.", "Brandt Capital"
BUYS, FUNDS, WORTH = DEALS

#: (text, the deals as (type, subject, object, sum, status))
CASES = [
    (f"{H}'s planned £30m investment in its Lindow factory has been shelved.",
     [(FUNDS, H, "its Lindow factory", "£30m", "cancelled")]),
    # takeovers
    (f"{H} has struck a deal to buy {T} for $30 million.", [(BUYS, H, T, "$30 million", "expected")]),
    (f"{T} is in advanced talks to be acquired by {H}.", [(BUYS, H, T, None, "proposed")]),
    (f"{H} was the first company to buy {T}.", [(BUYS, H, T, None, "completed")]),
    (f"{H} nears a $30 million deal to acquire {T}.", [(BUYS, H, T, "$30 million", "proposed")]),
    (f"{H} denied a report that it had offered $30 million for {T}.", [(BUYS, H, T, "$30 million", "cancelled")]),
    (f"{H} walked away from its $30 million purchase of {T}.", [(BUYS, H, T, "$30 million", "cancelled")]),
    (f"{T} said it was no longer interested in buying {H}", [(BUYS, T, H, None, "cancelled")]),
    (f"{T} has accepted a sweetened $30 million offer from {H}", [(BUYS, H, T, "$30 million", "expected")]),
    (f"{T} was taken private by {B} in 2016 in a deal worth $30 million.",
     [(BUYS, B, T, "$30 million", "completed")]),
    (f"{T} shareholders backed the $30 million takeover by {H} on Tuesday.",
     [(BUYS, H, T, "$30 million", "completed")]),
    (f"{T} received a 32 dlr a share cash offer from {H}", [(BUYS, H, T, "32 dlr", "proposed")]),
    (f"{T} said its board approved a plan under which {H} would buy the company for 32 dlrs a share.",
     [(BUYS, H, T, "32 dlrs", "expected")]),
    (f"{B} has left {T}, selling the business to {H} for $30 million.", [(BUYS, H, T, "$30 million", "completed")]),
    (f"{H} and {B} are among the bidders for {T}", [(BUYS, H, T, None, "proposed"), (BUYS, B, T, None, "proposed")]),
    (f"{H} has agreed to sell its catalog division to privately held {B} for $30 million.",
     [(BUYS, B, "its catalog division", "$30 million", "expected")]),
    (f"The sale of {H}'s paint unit to {B} was completed in March.",
     [(BUYS, B, f"{H}'s paint unit", None, "completed")]),
    (f"{H} will acquire {T} for $42 a share in an all-cash transaction valued at about $1.3 billion.",
     [(BUYS, H, T, "$42", "expected"), (BUYS, H, T, "$1.3 billion", "expected")]),
    (f"{H} paid $1.3 billion, or $42 a share, for {T}.",
     [(BUYS, H, T, "$1.3 billion", "completed"), (BUYS, H, T, "$42", "completed")]),
    # asides, examples, those who act for the buyer, those who gain by the purchase
    (f"She was an adviser to Kerr AG, {T} (acq. by {H}) and {B}.", [(BUYS, H, T, None, "completed")]),
    (f"He founded Kerr AG and {T} (2012; sold to {H} in 2019).", [(BUYS, H, T, None, "completed")]),
    (f"{H} has made five acquisitions in two years, including {T} and Kerr AG.",
     [(BUYS, H, T, None, "completed"), (BUYS, H, "Kerr AG", None, "completed")]),
    (f"Sales were lifted by the acquisitions of {T} and Kerr AG, said {H}", []),
    (f"{H} was strengthened by the acquisition of {T} in May.", [(BUYS, H, T, None, "completed")]),
    (f"Ames Realty represented {H} in its purchase of a warehouse in Oulu for $11 million.",
     [(BUYS, H, "a warehouse in Oulu", "$11 million", "completed")]),
    (f"Brandt LLP has advised {H} on the acquisition of {T} in May.", [(BUYS, H, T, None, "completed")]),
    (f"Kerr Bank is acting as financial adviser to {H} in connection with its acquisition of {T} in May.",
     [(BUYS, H, T, None, "completed")]),
    (f"The purchase by {H} of {T} was cleared by regulators.", [(BUYS, H, T, None, "expected")]),
    (f"{H} in $30 million deal to buy {T}", [(BUYS, H, T, "$30 million", "expected")]),
    (f"The acquisition of {T} gives {H} a foothold in Finland.", [(BUYS, H, T, None, "completed")]),
    (f"The purchase of {T} will expand {H}'s reach in Finland.", [(BUYS, H, T, None, "expected")]),
    (f"{H}, together with {B}, has acquired {T} for $30 million.",
     [(BUYS, H, T, "$30 million", "completed"), (BUYS, B, T, "$30 million", "completed")]),
    (f"{H} has sold a 14,500-square-foot mill located at 12 Mill Road in Oulu to {T} for $9 million.",
     [(BUYS, T, "a 14,500-square-foot mill located at 12 Mill Road in Oulu", "$9 million", "completed")]),
    # parts of a business that somebody unnamed buys
    (f"{H} sold two non-core properties for an aggregate of $14 million.",
     [(BUYS, None, "two non-core properties", "$14 million", "completed")]),
    (f"{H} closed its acquisition of four villages in Ostland.",
     [(BUYS, H, "four villages in Ostland", None, "completed")]),
    ("Lena Brandt joined Kerr AG. With much done, including its Tier Dairies acquisition, Brandt moves to Norton.",
     [(BUYS, "Kerr AG", "Tier Dairies", None, "completed")]),
    # purchases in a row
    (f"Few matched {H}'s $30 million acquisition of {T} and Kerr AG's $10 million purchase of Lindow Labs.",
     [(BUYS, H, T, "$30 million", "completed"), (BUYS, "Kerr AG", "Lindow Labs", "$10 million", "completed")]),
    (f"The spring saw {H}'s takeover of {T}, and Kerr AG's $10 million buyout of Lindow Labs.",
     [(BUYS, H, T, None, "completed"), (BUYS, "Kerr AG", "Lindow Labs", "$10 million", "completed")]),
    # shells
    (f"{T} will merge with Kerr Acquisition Corp., a special purpose acquisition company.",
     [(BUYS, "Kerr Acquisition Corp.", T, None, "expected")]),
    (f"{T}, which agreed to combine with the blank-check firm {H}, is a dairy.", [(BUYS, H, T, None, "expected")]),
    # money put in
    (f"{T} raised $30 million in Series B funding. {B} led the round.", [(FUNDS, B, T, "$30 million", "completed")]),
    (f"{T} raised $30 million in a Series A round. {B} put in $3 million.",
     [(FUNDS, B, T, "$3 million", "completed")]),
    (f"{B} and {H} co-led {T}'s $30 million Series A.",
     [(FUNDS, B, T, "$30 million", "completed"), (FUNDS, H, T, "$30 million", "completed")]),
    (f"{B} bet $30 million on {T}", [(FUNDS, B, T, "$30 million", "completed")]),
    # values
    (f"{B} put $30 million into {T}, valuing the company at $1.3 billion.",
     [(FUNDS, B, T, "$30 million", "completed"), (WORTH, T, None, "$1.3 billion", "completed")]),
    (f"{B} has put $30 million into {T} at a valuation of $1.3 billion.",
     [(FUNDS, B, T, "$30 million", "completed"), (WORTH, T, None, "$1.3 billion", "completed")]),
    (f"Investors value {T} at $400 million, down from $2 billion two years ago.",
     [(WORTH, T, None, "$400 million", "ongoing"), (WORTH, T, None, "$2 billion", "completed")]),
    (f"{T}'s valuation has tripled to $2 billion.", [(WORTH, T, None, "$2 billion", "completed")]),
]  # fmt: skip

#: What tells of no such deal.
NONE = [
    f"Investors are worried that {H} was slow, said {T}",
    f"Investors bought {T} after the news.",
    f"{H} put in a strong performance, said {T}",
    f"{H} will spin off {T} into a listed company.",
    f"{H} spun off its paint unit to shareholders in May.",
    f"{H} sold two houses for $3 million.",
    f"{H} led a $3 million campaign for {T}",
    f"{H} became part of the history of {T}",
    f"{H} took its private jet to {T}",
    f"{H} is a bidder for the $3 million advertising contract of a city.",
    f"{H} participated in a round of talks with {T}",
    f"{B}'s portfolio includes a $3 million loan to {T}",
    f"{H} won the battle for customers, said {T}",
    f"In her career at {H} she led 20 acquisitions, including {T}.",
    f"She has worked for {T} (advised by {H}) and Kerr AG.",
    f"The acquisition of skills gives {H} an edge, said {T}",
    f"{H} helps clients with the purchase of homes, said {T}",
]

KNOWN_FAILURES = [
    (f"{T}, now a unit of {H}, was bought for $30 million.", [(BUYS, H, T, "$30 million", "completed")],
     "who owns it now has bought it"),
]  # fmt: skip


def deals(extractor, text):
    record = extractor.extract(article_from_text(f"Companies\n\n{text}", published="2024-06-12"))
    names = {party.id: party.name for party in record.parties}
    sums = {entry.id: entry.text for entry in record.money}
    return [
        (
            fact.type,
            names.get(fact.subject, fact.subject_text),
            names.get(fact.object, fact.object_text),
            sums.get(fact.money),
            fact.status,
        )
        for fact in record.facts
        if fact.type in DEALS
    ]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_deals_of_a_sentence(extractor, text, wanted):
    found = deals(extractor, text)
    assert len(found) == len(wanted), found
    assert sorted(found, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_deal(extractor, text):
    assert deals(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [pytest.param(*case[:2], marks=pytest.mark.xfail(strict=True, reason=case[2])) for case in KNOWN_FAILURES],
)
def test_deals_that_are_not_read_yet(extractor, text, wanted):
    assert deals(extractor, text) == wanted


def test_a_target_told_before_is_meant_by_the_company(extractor):
    text = f"{H} is to buy {T} for $30 million. {B} had offered $20 million for the company in May."
    assert [deal[1:4] for deal in deals(extractor, text)] == [(H, T, "$30 million"), (B, T, "$20 million")]
