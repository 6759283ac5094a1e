"""Who lends, borrows, issues and invests, in the words of papers and wires. All names are invented."""

import pytest

from tests.facts_support import check_facts

H, T, B = "Halvor Inc.", "Tier Oy", "Corva Bank"

#: (type, text, the facts as (subject, object, sum, status))
CASES = [
    # lending
    ("financing", f"Eight local banks are to lend $640 million to {H} for its new mill.",
     [(H, "Eight local banks", 640e6, "expected")]),
    ("financing", f"{B} lent the developer HK$900 million in 2022.",
     [("the developer", B, 900e6, "completed")]),
    ("financing", f"{T} builds a mill and {T} runs it. {B} is to lend another 180 million euros.",
     [(T, B, 180e6, "expected")]),
    ("financing", f"A syndicate of 14 banks agreed to provide {H} with a five-year loan of €1.2 billion.",
     [(H, "A syndicate of 14 banks", 1.2e9, "expected")]),
    pytest.param("financing", f"{B} financed the purchase with a $40 million loan to {T}", [(T, B, 40e6, "completed")],
                 marks=pytest.mark.xfail(strict=True, reason="what a deal was financed with is read as yet to come")),
    ("financing", f"The road is funded by a $90 million loan from {B} to Kenya.", [("Kenya", B, 90e6, "completed")]),
    ("financing", "The World Bank has approved the release of some $7.9 million to Burundi.",
     [("Burundi", "World Bank", 7.9e6, "completed")]),
    ("financing", f"{T} said its banks have agreed to a new $45 million credit line.",
     [(T, "its banks", 45e6, "expected")]),
    ("investment", f"{T} is in talks with Halvor Capital over an investment of $300 million.",
     [("Halvor Capital", T, 300e6, "proposed")]),
    ("investment", f"{T} raised $9 million in equity. A judge let it borrow $5 million from Halvor Capital", []),
    # borrowing
    ("financing", f"Between 2005 and 2008 {H} drew down some €61 million from {B} to buy land.",
     [(H, B, 61e6, "completed")]),
    ("financing", f"{H} can fund the bid with $800 million borrowed from {B}", [(H, B, 800e6, "completed")]),
    ("financing", f"{T} is in talks on a further $250 million loan.", [(T, None, 250e6, "proposed")]),
    ("financing", f"Ames & Co advised {T} on its $300 million loan.", [(T, None, 300e6, "completed")]),
    # issues
    ("financing", f"{H} has just tapped institutions for $65 million at 52 cents a share.",
     [(H, "institutions", 65e6, "completed")]),
    ("financing", f"The rights issue raised £300 million for {T}", [(T, None, 300e6, "completed")]),
    ("financing", f"{H} mopped up Rs 60 crore through a rights issue in 2012.", [(H, None, 600e6, "completed")]),
    ("financing", f"{H} closed a rights offering with gross proceeds of $9.4 million.", [(H, None, 9.4e6, "completed")]),
    ("financing", f"{T} bags $5m seed round to fight food waste", [(T, None, 5e6, "completed")]),
    ("financing", f"{T} raised a $7.5 million Series A in late 2017.", [(T, None, 7.5e6, "completed")]),
    # an instrument that is only mentioned
    ("financing", f"{H} makes lamps and {H} sells them. It points to earlier placements, including a $64.0M PIPE in May.",
     [(H, None, 64e6, "completed")]),
    ("financing", f"{H} completed a C$12.5 million bought deal financing in March.", [(H, None, 12.5e6, "completed")]),
    ("financing", f"{H} makes lamps. In May a $6 million unsecured promissory note extended the runway of {H}.",
     [(H, None, 6e6, "completed")]),
    ("financing", f"{H} has several levers, including a $250 million equity purchase facility.",
     [(H, None, 250e6, "completed")]),
    ("financing", f"{H} makes lamps. {H} points to a proposed $5 million PIPE.",
     [(H, None, 5e6, "proposed")]),
    # a company's own shares
    ("financing", f"{H} sold $180 million of its ordinary shares to certain investors in a registered direct offering.",
     [(H, "certain investors", 180e6, "completed")]),
    ("financing", f"{H} has issued 20 million new shares to institutional investors for $18 million.",
     [(H, "institutional investors", 18e6, "completed")]),
    ("financing", f"{H} placed 2 million of its preferred shares for $18 million.", [(H, None, 18e6, "completed")]),
    # flotations to come
    ("financing", f"{H} is preparing for an initial public offering in Frankfurt.", [(H, None, None, "expected")]),
    ("financing", f"The lamp maker {H} is gearing up for an IPO.", [(H, None, None, "expected")]),
    ("financing", f"{H} has begun to position itself for a stock market listing.", [(H, None, None, "expected")]),
    # investment
    ("investment", f"{T} raised $180 million in a round led by Halvor Capital. Existing backers Brandt Ventures and"
     " Kerr Corp also chipped in.",
     [("Halvor Capital", T, 180e6, "completed"), ("Brandt Ventures", T, 180e6, "completed"),
      ("Kerr Corp", T, 180e6, "completed")]),
    ("investment", f"{T} builds cells and {T} sells them. {H} put 310 million euros into the firm in 2021.",
     [(H, T, 310e6, "completed")]),
    ("investment", f"{T} sold $10 million of new preferred stock to {H}", [(H, T, 10e6, "completed")]),
    ("investment", f"The hall is part of {H}'s larger plans to invest more than $30 million to continue building out"
     " its network.", [(H, "its network", 30e6, "expected")]),
    ("investment", f"{H} plans to invest $20 million to keep expanding its mill.", [(H, "its mill", 20e6, "expected")]),
    ("investment", f"{H} will invest $20 million to start building a plant.", [(H, "a plant", 20e6, "expected")]),
    ("investment", f"{H} has pledged to invest $900 million in solar farms in Spain.",
     [(H, "solar farms", 900e6, "expected")]),
    ("investment", f"{T} was founded in 2015 with $2 million in seed funding from Halvor Capital.",
     [("Halvor Capital", T, 2e6, "completed")]),
    ("investment", f"{T} raised $9 million in May. {H} put in $5 million and Daesung Materials $4 million.",
     [(H, T, 5e6, "completed"), ("Daesung Materials", T, 4e6, "completed")]),
    ("investment", f"{T} raised $9 million in May. French carmaker {H} stepped in with €150 million and Korea's"
     " Daesung Materials with €80 million.",
     [(H, T, 150e6, "completed"), ("Daesung Materials", T, 80e6, "completed")]),
    ("investment", f"{T} raised $9 million in May. {H}, which took a 15 percent stake last year for $3 million, is"
     " ready to inject a further $1 million.",
     [(H, T, 1e6, "expected"), (H, T, 3e6, "completed")]),
    ("investment", f"Brandt's start-up, {T}, has closed a $28 million Series B led by Halvor Capital.",
     [("Halvor Capital", T, 28e6, "completed")]),
    ("investment", f"{H} will subscribe for $15 million of {T} shares.", [(H, T, 15e6, "expected")]),
]  # fmt: skip

#: (type, text) that tell no such fact.
NONE = [
    ("financing", f"{H} repaid a $500 million loan to {B}"),
    ("financing", f"{B} offers loans of up to $50,000 to homeowners."),
    ("financing", f"{H} bought back $300 million of its bonds."),
    ("acquisition", f"{H} sold $180 million of its ordinary shares to certain investors in a private placement."),
    ("financing", f"{B} provided a $12 million bridge loan to finance the Turku village."),
    ("investment", f"{H} owns {T}. {H}, which runs mills, injected another $15 million in April."),
    ("financing", f"{H} has $24 million in liquidity, of which $6 million in borrowing capacity under a loan facility."),
    ("financing", f"{H} has a funding capacity of $600 million, including $204 million in undrawn debt."),
    ("financing", f"{H} makes lamps. {H} has cash of $3 million following a private placement."),
    ("financing", f"{H} makes lamps and {H} sells them. A $6 million promissory note of Kerr AG is due in May."),
    ("financing", f"{H} makes lamps. {H} is preparing for a product offering with a $6 million budget."),
    ("financing", f"Turku's $7 billion of venture funding beats that of {T}"),
    ("financing", f"{B} set aside $1.3 billion for bad loans."),
    ("financing", f"{H} said its wage bill was $331 million and its net debt was $650 million."),
    ("financing", f"The gala raised $3 million for {T}"),
    ("investment", f"{T} sold 3 million shares of Brandt AG to {H} for $30 million."),
    ("investment", f"A $50 investment in {T} yields $1 a day."),
]


@pytest.mark.parametrize(("kind", "text", "wanted"), CASES)
def test_facts_of_a_sentence(extractor, kind, text, wanted):
    check_facts(extractor, kind, text, wanted)


@pytest.mark.parametrize(("kind", "text"), NONE)
def test_no_fact(extractor, kind, text):
    check_facts(extractor, kind, text, [])
