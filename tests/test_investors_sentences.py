"""Who puts money into whom: lists of investors and of what they hold, funds, valuations, buybacks. All names are invented."""

import pytest

from pipeline.read import article_from_text
from tests.facts_support import check_facts

T, N, B, K = "Tessara Robotics", "Norvane Capital", "Brandt Ventures", "Kestrel Partners"

#: (type, text, the facts as (subject, object, sum, status))
CASES = [
    # a verb shares the subject of a passive before it
    ("financing", f"{T} was founded in 2015 and has raised $40 million to date.", [(T, None, 40e6, "completed")]),
    # lists of investors
    ("investment", f"{T} has raised $12 million. Among the investors are {N} and {B}.",
     [(N, T, 12e6, "completed"), (B, T, 12e6, "completed")]),
    ("investment", f"{T} has raised $12 million in seed funding. {N} was the lead investor, with {B} also on board.",
     [(N, T, 12e6, "completed"), (B, T, 12e6, "completed")]),
    ("investment", f"{T} has raised $12 million in seed funding. The money came from {N} and {B}.",
     [(N, T, 12e6, "completed"), (B, T, 12e6, "completed")]),
    ("investment", f"{T} has raised $12 million in seed funding. The round was anchored by {N} and supported by {B}.",
     [(N, T, 12e6, "completed"), (B, T, 12e6, "completed")]),
    ("investment", f"{T} raised $12 million. More than 50 angel investors contributed to the round, including well-known"
     f" names such as {N}, Zorblax and {B}.",
     [(N, T, 12e6, "completed"), ("Zorblax", T, 12e6, "completed"), (B, T, 12e6, "completed")]),
    ("investment", f"{T} announces the start of a seed round with a $50 million valuation. Investors include {N} and {B}.",
     [(N, T, None, "completed"), (B, T, None, "completed")]),
    ("investment", f"{N} joins {B} and {K} in {T}' $18 million Series A round.",
     [(N, T, 18e6, "completed"), (B, T, 18e6, "completed"), (K, T, 18e6, "completed")]),
    ("investment", f"{T} announced a strategic investment by {N}.", [(N, T, None, "completed")]),
    ("investment", f"{T}, which makes robots, is backed by $43 million in funding from {N} and {B}.",
     [(N, T, 43e6, "completed"), (B, T, 43e6, "completed")]),
    ("investment", f"{T}, backed with over €5 million in venture capital from {N}, makes robots.",
     [(N, T, 5e6, "completed")]),
    ("investment", f"Backed by $7 million of seed money from {N}, {T} will open an office.", [(N, T, 7e6, "completed")]),
    ("investment", f"{T} has won investment from venture firm {N} and noted Hong Kong trader Lena Kestrel.",
     [("Lena Kestrel", T, None, "completed"), (N, T, None, "completed")]),
    # datelines with their date
    ("investment", f"Delhi, India – June 26, 2024 – {T}, a leader in the trade with over 10,000 clients, has secured"
     f" investment from venture firm {N} and noted Hong Kong trader Lena Kestrel.",
     [("Lena Kestrel", T, None, "completed"), (N, T, None, "completed")]),
    ("investment", f"Norton / July 2, 2024 – {T}, a leader in the trade, has secured investment from venture firm {N}.",
     [(N, T, None, "completed")]),
    ("investment", f"London, UK — 5 March 2024 (Halvor Wire) — {T}, a leader in the trade, has won investment from {N}.",
     [(N, T, None, "completed")]),
    ("acquisition", f"{T} bought {K}, May 3, 2024 - its first deal.", [(T, K, None, "completed")]),
    # whose arm an investor is
    ("investment", f"{T} raised $12 million from Kestrel's venture arm {N} and {B}.",
     [(N, T, 12e6, "completed"), (B, T, 12e6, "completed")]),
    ("investment", f"{T} raised $12 million from Kestrel's venture arm XQ, {N} and {B}.",
     [("XQ", T, 12e6, "completed"), (N, T, 12e6, "completed"), (B, T, 12e6, "completed")]),
    ("investment", f"{T} raised $12 million in a round led by {B} and Kestrel's corporate venture unit, {N}.",
     [(B, T, 12e6, "completed"), (N, T, 12e6, "completed")]),
    ("investment", f"{T} has raised $12 million in seed funding. The round was led by {B}, with participation from"
     f" Kestrel's fund {N}.",
     [(B, T, 12e6, "completed"), (N, T, 12e6, "completed")]),
    # who only works for a firm
    ("investment", f"{T} has secured $12 million in a round led by {N}. The round also drew support from angel"
     " investors from Ardmore, Cobalt and Zorblax.",
     [(N, T, 12e6, "completed")]),
    ("investment", f"{T} has secured $12 million in a round led by {N}, with participation from {B} and angels at Cobalt.",
     [(N, T, 12e6, "completed"), (B, T, 12e6, "completed")]),
    # what an investor holds
    ("investment", f"{N} has invested in numerous companies in prior funds including: {T}, Cobalt Foods and Ardmore Inc.",
     [(N, T, None, "completed"), (N, "Cobalt Foods", None, "completed"), (N, "Ardmore Inc.", None, "completed")]),
    ("investment", f"{T}, which {N} invested $12 million in last year, plans to list.", [(N, T, 12e6, "completed")]),
    ("investment", f"With an investment of $300 million, {T} will open a factory in Ohio.",
     [(T, "a factory", 300e6, "expected")]),
    # banks lend
    ("investment", f"{T} has lined up $300 million in financing from Norvane Bank.", []),
    ("financing", f"Norvane Bank will provide {T} with $300 million in debt financing.",
     [(T, "Norvane Bank", 300e6, "expected")]),
    ("financing", f"Norvane Bank and {T} signed a $300 million loan agreement.",
     [(T, "Norvane Bank", 300e6, "completed")]),
    ("financing", "The International Monetary Fund on Friday agreed a $3 billion bailout for Ghana.",
     [("Ghana", "International Monetary Fund", 3e9, "completed")]),
    ("financing", "Pakistan secured $2 billion in loans from China.", [("Pakistan", "China", 2e9, "completed")]),
    ("investment", f"{T} secured a $300 million term loan B led by Norvane Bank.", []),
    # money in hand
    ("financing", f"With $7.2 million in seed funding, {T} is poised to grow.", [(T, None, 7.2e6, "completed")]),
    ("financing", f"Armed with $8.9 million of fresh venture capital, {T} will hire 20 engineers.",
     [(T, None, 8.9e6, "completed")]),
    ("financing", f"With over €2 million in angel funding, {T} has opened an office in Turku.",
     [(T, None, 2e6, "completed")]),
    ("financing", f"{T} was able to secure private funding in the amount of $2.6 million.",
     [(T, None, 2.6e6, "completed")]),
    ("financing", f"{T} closed a term loan in the amount of $4 million.", [(T, None, 4e6, "completed")]),
    ("financing", f"{T} received seed funding in the amount of €2 million in May.", [(T, None, 2e6, "completed")]),
    # headlines and totals
    ("financing", f"{T} snags $30M to automate warehouses", [(T, None, 30e6, "completed")]),
    ("financing", f"The investment brings the total raised by {T} to $50 million.", [(T, None, 50e6, "completed")]),
    # funds
    ("financing", f"{N} announced the final close of its second fund at $350 million, above its target.",
     [(N, None, 350e6, "completed")]),
    ("financing", f"{N} has held a first close of its third fund on $120 million.", [(N, None, 120e6, "completed")]),
    ("financing", f"{N} reached a final close for Norvane Growth Fund II with $90 million of commitments.",
     [(N, None, 90e6, "completed")]),
    # money raised is not earned
    ("investment", f"{T} has pulled in €5 million from {B} and a clutch of angel investors.",
     [(B, T, 5e6, "completed")]),
    ("investment", f"{T} took in $7 million from {N} and {B} last year.",
     [(N, T, 7e6, "completed"), (B, T, 7e6, "completed")]),
    ("financing", f"{N} has raised a $400 million fund to back climate startups.", [(N, None, 400e6, "completed")]),
    ("financing", f"{N} is targeting a raise of $120 million for its new fund.", [(N, None, 120e6, "expected")]),
    # valuations
    ("valuation", "Lena Brandt has a net worth of $1 billion, according to Forbes.",
     [("Lena Brandt", None, 1e9, "ongoing")]),
    ("valuation", f"{T}, now worth $1 billion, employs 300 people.", [(T, None, 1e9, "ongoing")]),
    ("valuation", f"{T} holds a portfolio of 41 shopping centres valued at over $4 billion.",
     [("a portfolio of 41 shopping centres", None, 4e9, "ongoing")]),
    ("valuation", f"{T} valued at $1B after new funding", [(T, None, 1e9, "ongoing")]),
    # buybacks
    ("spending", f"{T} said its board added $500 million to its buyback authorization.",
     [(T, "its buyback authorization", 500e6, "expected")]),
]

#: (type, text) that tell no fact of the type.
TRAPS = [
    ("investment", f"{T} raised prices. Among its customers are {N} and {B}."),
    ("investment", f"{T} makes robots. {T} sells them. Our commitment to clients is strengthened by {N}."),
    ("investment", f"{N} advises companies including {T} and Cobalt Foods."),
    ("investment", f"{N} supported companies such as {T} with loans."),
    ("financing", f"{T} bags $3 million contract to automate warehouses"),
    ("financing", f"{T} launched a $3 million relief fund for its staff."),
    ("financing", f"{T} has $3 million in working capital."),
    ("investment", f"{T} has received a commitment from {N} for a bridge loan of up to $60 million."),
    ("investment", f"{T} has secured validator backing from firms including {N} and {B}."),
    ("financing", "The Norton City Council said it would use hundreds of millions of dollars to tackle the issue."),
    ("result", f"{T} has pulled in €5 million from {B} and others."),
    ("investment", f"{T}, backed by $3 million in loans from {N}, makes robots."),
    ("financing", f"With $3 million in venture capital under management, {N} is set to grow."),
    ("investment", f"{T} makes robots. He secured $3 million in funding from global investors, scaling {T} fast."),
    ("valuation", f"Lena Brandt runs {N}, a $3 million investment firm."),
    ("spending", "Lena Brandt of the Norton Health Agency oversees an annual budget of $3 million."),
]


@pytest.mark.parametrize(("kind", "text", "wanted"), CASES)
def test_facts_of_a_sentence(extractor, kind, text, wanted):
    check_facts(extractor, kind, text, wanted)


@pytest.mark.parametrize(("kind", "text"), TRAPS)
def test_no_fact(extractor, kind, text):
    check_facts(extractor, kind, text, [])


def test_the_date_of_one_verb_is_not_that_of_the_next(extractor):
    article = article_from_text(f"{T} was founded in 2015 and has raised $40 million to date.", published=None)
    (fact,) = extractor.extract(article).facts
    assert fact.date is None
