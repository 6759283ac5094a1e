"""Who has agreed on what with whom, as releases, wires and trade papers word it. All names are invented."""

import pytest

from tests.facts_support import check_facts

H, T, K = "Halvor Inc.", "Tier Oy", "Kerr AG"

#: (text, the agreements as (subject, object, sum, status))
CASES = [
    # in partnership with, wherever it hangs
    (f"{H} and {K}, in partnership with {T}, are thrilled to unveil a new shop.",
     [(H, T, None, "completed"), (K, T, None, "completed")]),
    (f"The survey, conducted by {H} in partnership with {T}, shows a rise.", [(H, T, None, "completed")]),
    (f"In partnership with {T}, {H} has been launched in Finland.", [(H, T, None, "completed")]),
    (f"Collaborated with {T}, {H} looks forward to the launch.", [(H, T, None, "completed")]),
    # what somebody is for somebody else
    (f"{T} has been named the official supplier of {H} in May.", [(H, T, None, "ongoing")]),
    (f"{T} will serve as the general contractor for {H} in Norton.", [(H, T, None, "expected")]),
    (f"{H}'s general contractor, {T}, said so.", [(H, T, None, "ongoing")]),
    (f"{T} is the official partner of {H} in Finland.", [(T, H, None, "ongoing")]),
    (f"{H} has named {T} to handle the operations of its stores.", [(H, T, None, "completed")]),
    (f"{H} signed {T} as its first customer in May.", [(H, T, None, "completed")]),
    # plurals that tell whose sales they make
    (f"{H} reached sales of $3 million through licence deals with oil majors such as {T} and {K}.",
     [(H, T, None, "ongoing"), (H, K, None, "ongoing")]),
    # who is not its side: whoever represents the tenant
    (f"Ames Realty has represented {H} in a new office lease in Norton. Dan Kerr represented the landlord, {T}.",
     [(H, T, None, "completed")]),
    (f"{H} has leased 8,140 square feet of the development, owned by Leeds-based {T} and {K}.",
     [(H, T, None, "completed"), (H, K, None, "completed")]),
    (f"{H} signed a lease for 4,150 square feet of offices.", [(H, None, None, "completed")]),
    ("Ames Realty represented both sides. Ames Realty signed a lease for 4,150 square feet of offices.", []),
    # an officer speaks for the company
    (f"Lena Brandt, chief financial officer of {H}, announced an agreement with {T}.", [(H, T, None, "completed")]),
    # a headline's words for the deal are no second deal
    (f"{H} Secures Direct Supply Agreement With {T}\n\n{H} has signed a pricing agreement with {T} on Monday.",
     [(H, T, None, "completed")]),
    (f"The deal between {K} and {T} is worth $30 million.", [(K, T, 30000000, "completed")]),
    (f"{H} licensed {T}'s lamp for $45 million.", [(H, T, 45000000, "completed")]),
    (f"{H} is in discussions with {T} over a supply partnership.", [(H, T, None, "proposed")]),
    # a lease by its size
    (f"{H} has signed a 3,200-square-foot lease in Norton.", [(H, None, None, "completed")]),
    (f"{H} inked a 12,000 sq ft sublease on Mill Road.", [(H, None, None, "completed")]),
    (f"{H} executed a new 9,000-square-metre industrial lease last week.", [(H, None, None, "completed")]),
    # a partnership that bears the partner's name
    (f"{H} makes lamps. Its outlook is supported by its {T} partnership.", [(H, T, None, "completed")]),
    (f"{H} makes lamps. {H} grew. Brandt will lead the new {T} alliance.", [(H, T, None, "completed")]),
    (f"{H} signed a contract with {T} that is worth $3 million.", [(H, T, 3000000, "completed")]),
    (f"{H} makes lamps. {H} grew. Licence fees came from the {K} collaboration.", [(H, K, None, "completed")]),
    # partnerships of which only the clause tells whose they are
    (f"{H}'s lamps are sold via shops in partnerships with {T}.", [(H, T, None, "ongoing")]),
    (f"{H} makes lamps. {H} grew. Work on glass, along with partnerships with makers like {T}, helps its growth.",
     [(H, T, None, "ongoing")]),
    # whose technology it is
    (f"{H} was founded in 2019 with patents licensed from Norton University.",
     [(H, "Norton University", None, "completed")]),
    (f"{H} sells a lamp licensed from {T}.", [(H, T, None, "completed")]),
    (f"{H} makes lamps. The company began with designs licensed from three firms: {T}, {K} and Brandt Oy.",
     [(H, T, None, "completed"), (H, K, None, "completed"), (H, "Brandt Oy", None, "completed")]),
    # the only one who does something for somebody
    (f"{T} is the exclusive loan provider for {H}.", [(T, H, None, "ongoing")]),
    (f"As the exclusive lamp partner of {H}, {T} has grown.", [(T, H, None, "ongoing")]),
    (f"{T} is the sole sales agent for {H} in Norway.", [(T, H, None, "ongoing")]),
    # a sum that is that of another matter
    (f"{H} has a partnership with {T} that gives each buyer $5.", [(H, T, None, "completed")]),
    (f"{H} announced a partnership with {T} and a $2 million grant to schools.", [(H, T, None, "completed")]),
    (f"{H} signed a supply contract with a hospital chain worth $3 million.",
     [(H, "a hospital chain", 3000000, "completed")]),
    # contracts by their worth
    (f"{H} signed new contracts with an expected value of $65 million.", [(H, None, 65000000, "completed")]),
    (f"{H} has executed 40 contracts worth more than $2 million.", [(H, None, 2000000, "completed")]),
    (f"{H} secured a supply agreement for three years worth about $104 million.",
     [(H, None, 104000000, "completed")]),
    (f"{H} lets rooms. {H} grew. Growth was driven by work under the six-year, $14 million contract.",
     [(H, None, 14000000, "completed")]),
    # the deed of signing
    (f"{H} announced the signing of a letter of intent with {T} on Monday.", [(H, T, None, "completed")]),
    (f"{H} reported progress, including a trial of its lamp and execution of a supply agreement with {T}.",
     [(H, T, None, "completed")]),
    # the clause behind the deal says who signed it
    (f"The deal {H} struck with {T} runs for five years.", [(H, T, None, "completed")]),
    (f"We hail the agreement that {H} entered with {T}, its first.", [(H, T, None, "completed")]),
    (f"{H} makes lamps under a contract it signed with {T} in May.", [(H, T, None, "completed")]),
    # what is done as part of it
    (f"As part of the deal, {T} will distribute lamps for {H} in Norway.", [(T, H, None, "expected")]),
    (f"According to the agreement, {H} will build a mill for {T}.", [(H, T, None, "completed")]),
    (f"Under the terms of the contract, {H} will make lamps for {T}.", [(H, T, None, "expected")]),
    # more than two, and what they do together
    (f"The collaboration between {H}, {T} and {K} aims at the north.",
     [(H, T, None, "completed"), (H, K, None, "completed")]),
    (f"The lamp is a collaborative effort between {H} and {T}.", [(H, T, None, "completed")]),
    (f"{H} Labs grew out of a joint research project between {K} and {T}.", [(K, T, None, "completed")]),
]  # fmt: skip

NONE = [
    f"{H}, {K} and {T} have signed leases for office space in the tower.",
    f"{H} has an option to license {T}'s lamp in Asia.",
    f"{H} named {T} the best maker of the year.",
    f"{H} named {T} to its list of 50 firms.",
    f"{H} is a leading supplier of lamps to firms like {T}",
    f"{H} was named technology partner of the year by {T}",
    f"{H} leases office space in Norton, said {T}",
    f"{T} introduced a product licensed by the Government of Norway.",
    f"{H} is looking for contracts with {T} and others.",
    f"{H} has signed a 3,200-square-foot poster of {T}",
    f"{H} makes lamps. {H} grew. The {T} Partnership bought one.",
    f"{H} makes lamps. {H} grew. Partnerships with schools are dear to it.",
    f"Rivals of {H} sell lamps licensed from {T}",
    f"{T} is a leading loan provider, {H} said.",
    f"As a provider of lamps, {H} met {T}",
    f"{H} lets rooms. Rivals grew with the six-year, $14 million contract.",
    f"{H} secured a loan agreement worth $104 million.",
    f"{H} makes lamps. {H} grew. Schools have partnerships with {T}",
    f"{H} makes lamps. {H} grew. {K} gains by the {T} partnership.",
    f"{H} makes lamps. {H} grew. The striker is in the last year of his $12 million contract.",
    f"{H} executed orders worth $3 million for its clients.",
    f"The deal {H} praised with {T} runs for five years.",
    f"As part of the fair, {H} will make lamps for {T}",
    f"The lamp cost {H} much effort between the orders of {T}",
    f"{H} is subject to the signing of a lease with {T}",
    f"{H} led the round. We are excited to be leading this round and to partner with {T}",
    "Brandt Group praised its work with Brandt Group Labs, in collaboration with Brandt Group Labs.",
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_agreements_of_a_sentence(extractor, text, wanted):
    check_facts(extractor, "agreement", text, wanted)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_agreement(extractor, text):
    check_facts(extractor, "agreement", text, [])
