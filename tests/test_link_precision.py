"""What raw news was misread as: offers to consumers, brokers, thanks, permits, units, titles of others. All names invented."""

import pytest

from pipeline.read import article_from_text


def told(extractor, text):
    record = extractor.extract(article_from_text(text, published="2025-06-12"))
    names = {party.id: party.name for party in record.parties}
    sums = {m.id: m.text for m in record.money}
    return [
        (
            fact.type,
            names.get(fact.subject, fact.subject_text),
            names.get(fact.object, fact.object_text),
            sums.get(fact.money),
        )
        for fact in record.facts
    ]


NOTHING = [
    "Halvor Inc. is offering a $20 sign-up bonus to new users.",
    "Halvor Inc. has secured a payments licence from the Market Authority.",
    "“Our partnership with Tier Oy shows what lamps can do,” said a spokesman of Halvor Inc.",
    "Halvor Inc. makes lamps. “We are proud to partner with Tier Oy,” a spokesman said.",
    "Halvor City Council last week raised its own penalties for such parties to $5,000.",
    "Tier Oy has received orders for storage systems valued at $96,000.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_tells_no_fact(extractor, text):
    assert told(extractor, text) == []


CASES = [
    pytest.param(
        "“We have signed our partnership with Tier Oy,” Halvor Inc. said.",
        [("agreement", "Halvor Inc.", "Tier Oy", None)],
        id="what we sign is signed",
    ),
    pytest.param(
        "Halvor Inc. has acquired a controlling interest in a new subsidiary of Tier Oy.",
        [("acquisition", "Halvor Inc.", "a new subsidiary of Tier Oy", None)],
        id="a subsidiary is not its parent",
    ),
    pytest.param(
        "Halvor Inc. has acquired a 53-unit, five-property apartment portfolio in Leeds for $79 million.",
        [("acquisition", "Halvor Inc.", "a 53-unit, five-property apartment portfolio", "$79 million")],
        id="a measure goes on to its noun",
    ),
    pytest.param(
        "Halvor Realty has arranged the sale of a 2,600-square-foot office building in Leeds for $1,175,000. "
        "The buyer was a private investor.",
        [("acquisition", "a private investor", "a 2,600-square-foot office building", "$1,175,000")],
        id="a comma within a number ends no name",
    ),
    pytest.param(
        "Halvor Fund awarded $200,000 to two of the region's most promising young scientists.",
        [("payment", "Halvor Fund", "two of the region's most promising young scientists", "$200,000")],
        id="adverbs of adjectives stay",
    ),
    pytest.param(
        "Halvor Capital Advisory Closes Bridge Loan\n\nOn Monday Halvor Capital Advisory closed a bridge loan of $12 million for Mill House, a block of flats. "
        "The loan was placed in two days on behalf of Tier Homes Inc.",
        [("financing", "Tier Homes Inc.", None, "$12 million")],
        id="who brokers a loan borrows nothing",
    ),
    pytest.param(
        "Halvor Capital Advisory Closes Bridge Loan\n\nOn Monday Halvor Capital Advisory closed a bridge loan of $12 million for Mill House, a block of flats. "
        "The loan was placed in two days on behalf of the Kerr Trust.",
        [("financing", "Kerr Trust", None, "$12 million")],
        id="nor for a client with an article",
    ),
    pytest.param(
        "Lena Brandt of Brandt Law LLC filed a lawsuit against Tier Oy on behalf of her client, Halvor Inc., on Monday.",
        [("lawsuit", "Halvor Inc.", "Tier Oy", None)],
        id="a lawyer sues for a client",
    ),
    pytest.param(
        "Halvor Inc. announced its acquisition of New Haven, Conn.-based Tier Oy.",
        [("acquisition", "Halvor Inc.", "Tier Oy", None)],
        id="a seat is not its firm",
    ),
    pytest.param(
        "“It works,” said Ada Tullow, Leader of Financial Services at Halvor Inc.",
        [("position", "Ada Tullow", "Halvor Inc.", None)],
        id="a leader of a department leads none of its name",
    ),
    pytest.param(
        "Halvor Inc. owns flats. They have housed Ada Tullow, several U.S. Presidents and an actor.",
        [],
        id="titles in the plural behind a name are others'",
    ),
    pytest.param(
        "Halvor Inc. opened a mill. Ada Tullow, CEO of millnews.co, conducts interviews.",
        [],
        id="a web address is not the article's company",
    ),
    pytest.param(
        "Halvor Inc. opened a mill. It was praised by Baltimore County Executive Ada Tullow.",
        [("position", "Ada Tullow", "Baltimore County", None)],
        id="no company has a county executive",
    ),
    pytest.param(
        "The portfolio of Halvor Inc. was revalued by Tier Oy, resulting in a valuation loss of $41.6 million in 2024.",
        [("result", "Halvor Inc.", None, "$41.6 million")],
        id="who values loses nothing",
    ),
    pytest.param(
        "Halvor Wins Tier Energy Commission Grant\n\nThe Tier Energy Commission and Halvor Inc. said "
        "Halvor Inc. received a $5.8 million grant from the Tier Energy Commission.",
        [("payment", "Tier Energy Commission", "Halvor Inc.", "$5.8 million")],
        id="a headline's clause is no name",
    ),
    pytest.param(
        "ESPOO - June 12, 2025 - HALVOR LAMPS CORPORATION (TSXV: HL; OTCQB: HLVRF; FSE: K47) (“HALVOR” or the “Company”) "
        "makes lamps. The Company paid a finder’s fee of $22,160.\n\nHALVOR is listed on the TSX Venture Exchange "
        "(TSXV: HL), the OTC Markets (OTCQB: HLVRF), and the Frankfurt Stock Exchange (FSE: K47).",
        [("payment", "HALVOR LAMPS CORPORATION", None, "$22,160")],
        id="an exchange has no ticker",
    ),
    pytest.param(
        "Halvor Fund provides $50 million to Tier Oy\n\n"
        "Halvor Fund is providing a $50 million loan to Tier Oy, it said.",
        [("financing", "Tier Oy", "Halvor Fund", "$50 million")],
        id="what is lent is not given",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_reads_what_is_told(extractor, text, wanted):
    assert told(extractor, text) == wanted


def test_losses_of_one_programme_are_no_net_loss(extractor):
    record = extractor.extract(
        article_from_text("Halvor Inc. incurred $570 million in losses associated with the Tern programme in 2024.")
    )
    assert [fact.metric for fact in record.facts if fact.type == "result"] == ["other"]
