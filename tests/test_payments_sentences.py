"""Who pays, sues or spends: payments, suits and outlays in the words of papers and wires. All names are invented."""

import pytest

from pipeline.read import article_from_text
from tests.facts_support import check_facts

H, T, L = "Halvor Inc.", "Tier Oy", "Lena Brandt"
A = "Market Authority"

#: (type, text, the facts as (subject, object, sum, status))
CASES = [
    # fines
    ("payment", f"The {A} proposed penalties of $134,000 against {H} after the accident.",
     [(H, A, 134000, "proposed")]),
    ("payment", f"The {A} announced a $2 million penalty against {H}", [(H, A, 2000000, "completed")]),
    ("payment", f"To end the case, {H} agreed to a civil penalty of $7 million.", [(H, None, 7000000, "expected")]),
    ("payment", f"The penalty against {H} totals $9 million.", [(H, None, 9000000, "completed")]),
    # courts order and award, they do not pay
    ("payment", f"The High Court awarded {L} £95,000 in damages.", [(None, L, 95000, "completed")]),
    ("payment", f"The appeals court upheld a $17 million verdict against {H}", [(H, None, 17000000, "completed")]),
    ("payment", f"{L} received £40,000 in compensation from {H}", [(H, L, 40000, "completed")]),
    ("payment", f"{L} accepted a £40,000 payout from {H}", [(H, L, 40000, "completed")]),
    # pay
    ("payment", f"{L} is chief executive of {T}. {L} took home 3.1 million pounds last year.",
     [(T, L, 3100000, "completed")]),
    ("payment", f"{L} will get a severance package worth $5.5 million from {H}", [(H, L, 5500000, "expected")]),
    ("payment", f"The kidnappers were paid a $2 million ransom by {H}", [(H, "The kidnappers", 2000000, "completed")]),
    ("payment", f"{H} agreed to pay {T} royalties of $5 on each phone.", [(H, T, 5, "expected")]),
    ("payment", f"{H} will compensate each passenger with $500.", [(H, "each passenger", 500, "expected")]),
    # dividends
    ("payment", f"{H} omitted its quarterly dividend of 10 cents a share.", [(H, None, 0.1, "cancelled")]),
    ("payment", f"{H} held its full-year payout at 20 cents a share.", [(H, None, 0.2, "expected")]),
    # aid
    ("payment", "Norway will provide $20 million in emergency assistance to Lutha.",
     [("Norway", "Lutha", 20000000, "expected")]),
    ("payment", "The US government approved $61 billion in aid for Norway.",
     [("US government", "Norway", 61000000000, "completed")]),
    ("payment", f"The German government bailed out {T} with 3 billion euros in 2009.",
     [("German government", T, 3000000000, "completed")]),
    ("payment", f"The German government has offered {T} £6 million in grants.",
     [("German government", T, 6000000, "proposed")]),
    ("payment", f"The grant of $3 million was awarded to {T} by the Welsh Government.",
     [("Welsh Government", T, 3000000, "completed")]),
    ("payment", f"{L} wrote a $100,000 check to Tier University.", [(L, "Tier University", 100000, "completed")]),
    ("payment", "The study was funded with $2.4 million from the Welsh Government.",
     [("Welsh Government", None, 2400000, "completed")]),
    # who gets it, or who pays it, stands in a sentence before
    ("payment", f"{H} opened a mill on Monday. {H} will hire 60 people. The {A} is providing a grant of £11.5m.",
     [(A, H, 11500000, "ongoing")]),
    ("payment", f"{H} opened a mill in May. {H} has 60 staff. The {A} has approved a subsidy worth £4m for it.",
     [(A, H, 4000000, "completed")]),
    ("payment", f"{T} will build a stand. {T} said the stand would cost £9m, of which £2m will come from the {A}.",
     [(A, T, 2000000, "expected")]),
    ("payment", "Nurses at Tier Hospital voted for a contract. Tier Hospital had made three offers. "
     "Each nurse will also receive a bonus of $1,500 within 60 days.",
     [("Tier Hospital", "Each nurse", 1500, "expected")]),
    ("payment", "Drivers at Tier Transit voted for a contract. Tier Transit had made three offers. "
     "Every driver will get a lump sum of $2,000.",
     [("Tier Transit", "Every driver", 2000, "expected")]),
    ("payment", f"{H} signed a supply contract with {T} in May. {H} agreed with its union on pay, {H} said. "
     "Each worker will receive a bonus of $1,500.", [(H, "Each worker", 1500, "expected")]),
    ("payment", f"The {A} gave {H} a contract to build a road. {H} can earn a bonus of up to $2 million if it is fast.",
     [(A, H, 2000000, "conditional")]),
    # what is paid is then spent
    ("payment", f"{H} will pay the city $750,000, which will be used to train teachers.",
     [(H, "the city", 750000, "expected")]),
    ("payment", f"{H} paid {T} $3 million, which was spent on new engines.", [(H, T, 3000000, "completed")]),
    ("spending", f"{H} will pay {T} $750,000, which will be used to hire counselors.",
     [(T, "counselors", 750000, "expected")]),
    # plain words that the reader doubts
    ("payment", f"Under the contract, {H} will forfeit $25,000 for each day it is late.", [(H, None, 25000, "conditional")]),
    ("payment", f"Tier Credit Union will pay $12 million over 15 years for the naming rights, {H} said.",
     [("Tier Credit Union", None, 12000000, "expected")]),
    ("payment", f"{T} was given a £2.4m grant by the {A}.", [(A, T, 2400000, "completed")]),
    ("payment", f"A £2.4m grant was given to {T} by the {A}.", [(A, T, 2400000, "completed")]),
    # who gives has no name
    ("payment", "The couple gave $3 million in 2011 to Norton University.",
     [("The couple", "Norton University", 3000000, "completed")]),
    # holders of record
    ("payment", f"{H} raised its dividend to 14 cents a share. It will be paid on Sept. 2 to holders of record.",
     [(H, "holders of record", 0.14, "expected")]),
    ("payment", f"{H} lifted its dividend to 14 cents a share from 12 cents, payable on Sept. 2 to shareholders of record.",
     [(H, "shareholders of record", 0.14, "expected"), (H, None, 0.12, "completed")]),
    # suits
    ("lawsuit", f"{H} has been sued by {T} for fraud.", [(T, H, None, "ongoing")]),
    ("lawsuit", f"{H} is being sued by {T} for fraud.", [(T, H, None, "ongoing")]),
    ("lawsuit", f"The attorneys general of 12 states are suing {H}",
     [("The attorneys general of 12 states", H, None, "ongoing")]),
    ("lawsuit", f"In a lawsuit filed Friday, {L} alleges that {T} ignored warnings.", [(L, T, None, "ongoing")]),
    ("lawsuit", f"The complaint, filed by {H}, alleges that {T} stole its plans.", [(H, T, None, "ongoing")]),
    ("lawsuit", f"The {A} is investigating whether {T} broke the law.", [(A, T, None, "ongoing")]),
    ("lawsuit", f"{H} and {T} are locked in a legal battle over patents.", [(H, T, None, "ongoing")]),
    ("lawsuit", f"{H} sued a ticket reseller in federal court in Ohio.", [(H, "a ticket reseller", None, "completed")]),
    ("lawsuit", f"Prosecutors in Milan have placed {T} under investigation.",
     [("Prosecutors in Milan", T, None, "ongoing")]),
    ("lawsuit", f"{L} pleaded not guilty to charges of insider trading.", [(None, L, None, "ongoing")]),
    ("lawsuit", f"{H} asked a federal judge to block {T} from selling its phones.", [(H, T, None, "ongoing")]),
    # outlays
    # what is done with a part of it, or what it is thought to cost
    ("spending", f"{H} sold shares. {H} plans to use $55 million of the proceeds to build a mill.",
     [(H, "a mill", 55000000, "expected")]),
    ("spending", f"{H} will move. {H} has 60 staff. Engineers put the cost of the project at $3 million.",
     [(H, "the project", 3000000, "expected")]),
    ("spending", f"{H} will move. {H} has 60 staff. The cost of the new bridge is estimated at $3 million.",
     [(H, "the new bridge", 3000000, "expected")]),
    # what is built, by who is told of before
    ("spending", f"{H} will dig for lithium. {H} has 60 staff. Construction is expected to cost C$620 million.",
     [(H, "Construction", 620000000, "expected")]),
    ("spending", f"{T} will move. {T} has 60 staff. The new stand will have 9,000 seats and cost £9.5m.",
     [(T, "The new stand", 9500000, "expected")]),
    ("spending", f"{T} needs room. {T} has 60 staff. The extension would cost about $34 million.",
     [(T, "The extension", 34000000, "expected")]),
    ("spending", f"{H} will spend $80 million upgrading its refinery.", [(H, "its refinery", 80000000, "expected")]),
    ("spending", f"{H} spent 14 percent of sales, or $900 million, on research and development.",
     [(H, "research and development", 900000000, "completed")]),
    ("spending", f"{H} plans capital expenditure of $2.5 billion next year.",
     [(H, "capital expenditure", 2500000000, "expected")]),
    # suits of every kind, and sums that are owed, seized and handed over
    ("payment", f"{H} shelled out $1.1 million in legal fees.",
     [(H, None, 1100000, "completed")]),
    ("payment", f"{H} paid {L}, its chief executive, $14.2 million in 2019.",
     [(H, L, 14200000, "completed")]),
    ("payment", f"{H} was told to compensate {L} to the tune of £60,000.",
     [(H, L, 60000, "expected")]),
    ("payment", f"The board of {H} has cleared an interim dividend of Rs 3.50 a share.",
     [(H, None, 3.5, "expected")]),
    ("payment", f"{L} took $2 million in kickbacks from {H}, prosecutors said.",
     [(H, L, 2000000, "completed")]),
    ("payment", f"The {A} is seeking a $1.4 million penalty from {H}.",
     [(H, A, 1400000, "proposed")]),
    ("payment", f"{H} sent $2 million to {T} in May.",
     [(H, T, 2000000, "completed")]),
    ("payment", f"{H} owes {T} a break-up fee of $16 million.",
     [(H, T, 16000000, "expected")]),
    ("payment", f"Last year the {A} fined {H}. In May the {A} fined it €1.5 million.",
     [(H, A, 1500000, "completed")]),
    ("payment", f"{H} pays {T} rent of $2 million a year for the building.",
     [(H, T, 2000000, "ongoing")]),
    ("payment", "The World Bank has approved a $150 million grant for Kenya to rebuild its schools.",
     [("World Bank", "Kenya", 150000000, "completed")]),
    ("payment", f"{H} received $3.2 million in state tax credits.",
     [(None, H, 3200000, "completed")]),
    ("lawsuit", f"In June {H} filed suit against {T}.",
     [(H, T, None, "completed")]),
    ("lawsuit", f"{T} makes lamps with {H}. In June {H} filed suit in the High Court.",
     [(H, T, None, "completed")]),
    ("lawsuit", f"{H} won a court order barring {T} from selling its lamps.",
     [(H, T, None, "completed")]),
    ("lawsuit", f"{H} is seeking an injunction to stop {T} from selling its lamps.",
     [(H, T, None, "proposed")]),
    ("lawsuit", f"Shareholders have filed a class action accusing {T} of hiding losses.",
     [("Shareholders", T, None, "ongoing")]),
    ("lawsuit", f"A judge threw out a lawsuit in which {H} accused {T} of stealing its plans.",
     [(H, T, None, "completed")]),
    ("lawsuit", f"{H} has appealed against the ruling by the {A}.",
     [(H, A, None, "ongoing")]),
    ("lawsuit", f"{L} was found guilty of bribery in 2009.",
     [(None, L, None, "completed")]),
    ("lawsuit", f"{L} was convicted of bribery and jailed for six years.",
     [(None, L, None, "completed")]),
    ("lawsuit", f"{L}, the former mayor of Norton, is under indictment in New York.",
     [(None, L, None, "ongoing")]),
    ("lawsuit", f"{L} is on trial in Milan for insider trading.",
     [(None, L, None, "ongoing")]),
    ("lawsuit", f"{H} threatened {T} with legal action.",
     [(H, T, None, "proposed")]),
    ("lawsuit", f"{H} complained to the {A} about {T}.",
     [(H, T, None, "ongoing")]),
    ("lawsuit", f"The {A} raided the offices of {H} as part of an inquiry into price-fixing.",
     [(A, H, None, "ongoing")]),
    ("lawsuit", f"{H} is seeking damages of $20 million from {T}.",
     [(H, T, 20000000, "ongoing")]),
    ("spending", f"{H} raised $100 million in May. About $60 million of it will go towards a new mill.",
     [(H, "a new mill", 60000000, "expected")]),
    ("spending", f"{H} is planning a $60 million expansion of its mill.",
     [(H, "a $60 million expansion of its mill", 60000000, "expected")]),
    ("spending", f"{H} launched a $60 million advertising campaign.",
     [(H, "a $60 million advertising campaign", 60000000, "expected")]),
    ("spending", "The Norton City Council approved a $60 million budget for 2012.",
     [("Norton City Council", None, 60000000, "expected")]),
    ("spending", f"{H} will slow a loom replacement program, on which it had planned to spend $28 million.",
     [(H, "a loom replacement program", 28000000, "expected")]),
    ("spending", f"{H} raised $100 million in May. Some $60 million has been set aside for repairs.",
     [(H, "repairs", 60000000, "expected")]),
    ("payment", f"{H} will pay {T} $10 million upfront and up to $200 million in milestones.",
     [(H, T, 200000000, "expected"), (H, T, 10000000, "expected")]),
    ("payment", f"{H} will distribute $300 million to its shareholders.",
     [(H, "its shareholders", 300000000, "expected")]),
    ("lawsuit", f"The {A} sued to block {H}'s purchase of {T}.",
     [(A, H, None, "completed"), (A, T, None, "completed")]),
    ("lawsuit", f"{T}'s lawsuit seeks $5 million from {H}.", [(T, H, 5000000, "ongoing")]),
    ("spending", "Ministers have set aside £300m for flood defences.",
     [("Ministers", "flood defences", 300000000, "completed")]),
    ("payment", f"{H} pays a quarterly distribution of $0.45 per unit, or $1.80 per unit on an annualized basis.",
     [(H, None, 1.8, "ongoing"), (H, None, 0.45, "ongoing")]),
    # dividends with their totals, settlements, suits that hit somebody
    ("payment", f"{H} proposed a final dividend of 4.2p, making 6.5p for 1986, up from 5.75p.",
     [(H, None, 0.042, "proposed"), (H, None, 0.065, "proposed"), (H, None, 0.0575, "completed")]),
    ("payment", f"{L}, who was fired in May, stands to collect about $4.8 million.",
     [(None, L, 4800000, "expected")]),
    ("payment", "The European Union has suspended 14 million euros in aid to Burundi.",
     [("European Union", "Burundi", 14000000, "cancelled")]),
    ("payment", f"{L} wrote a cheque for $25 million to {T}.",
     [(L, T, 25000000, "completed")]),
    ("payment", f"Prosecutors accused {H} of paying $12 million to {T}.",
     [(H, T, 12000000, "completed")]),
    ("payment", f"{H} was fined $3 million by the {A} for paying bribes to {T}.",
     [(H, A, 3000000, "completed")]),
    ("payment", f"{H} agreed to pay $5 million to settle a lawsuit by {T}.",
     [(H, T, 5000000, "expected")]),
    ("payment", f"The {A} reached a $5 million settlement with {H}.",
     [(H, A, 5000000, "completed")]),
    ("payment", f"{T} will receive a $5 million settlement from {H}.",
     [(H, T, 5000000, "expected")]),
    ("lawsuit", f"{T} was hit with a $20 million lawsuit by {H}.",
     [(H, T, 20000000, "ongoing")]),
    ("lawsuit", f"{H} slapped {T} with a lawsuit over its lamps.",
     [(H, T, None, "ongoing")]),
    ("lawsuit", f"{H} sells lamps to {T}. In its suit, filed in December, {H} asks the court to end the contract.",
     [(H, T, None, "ongoing")]),
    ("lawsuit", f"{H} lost its appeal against the ruling of the {A}.",
     [(H, A, None, "completed")]),
    ("lawsuit", f"{H} lost a $5 million libel case brought by {L}.",
     [(L, H, 5000000, "completed")]),
    ("lawsuit", f"{H} bought its lamps from {T}, a maker under investigation by the {A}.",
     [(A, T, None, "ongoing")]),
    # projects by their sum: whose they are, where they are planned
    ("spending", f"{H} has completed a $40 million expansion at its test facility in Lindow.",
     [(H, "a $40 million expansion at its test facility in Lindow", 40000000, "completed")]),
    ("spending", f"Neighbours fear the noise of {H}'s $40 million battery plant in Lindow.",
     [(H, "battery plant in Lindow", 40000000, "expected")]),
    ("spending", f"The delay hits {H}'s planned $40 million refinery.",
     [(H, "refinery", 40000000, "expected")]),
    ("spending", "A planned $40 million laboratory at Norton University will train nurses.",
     [("Norton University", "laboratory at Norton University", 40000000, "expected")]),
    ("spending", "Lindow Town Council has approved a £12 million programme to repair its bridges.",
     [("Lindow Town Council", "programme to repair its bridges", 12000000, "expected")]),
    ("spending", f"{H} has launched a $90 million project to upgrade its dams.",
     [(H, "project", 90000000, "expected")]),
    ("spending", "The Ministry of Works announced a $40 million scheme to insulate homes.",
     [("Ministry of Works", "scheme to insulate homes", 40000000, "expected")]),
    # share buybacks
    ("spending", f"{H} made $40 million of share repurchases in May.",
     [(H, "share repurchases", 40000000, "completed")]),
    ("spending", f"{H} completed $40 million in share buybacks in May.",
     [(H, "share buybacks", 40000000, "completed")]),
    ("spending", f"{H} executed stock buybacks worth $40 million in May.",
     [(H, "stock buybacks worth $40 million", 40000000, "completed")]),
    # dividends told in passing
    ("payment", f"{H} ended the year with less cash, mainly due to $7.4 million paid in dividends.",
     [(H, None, 7400000, "completed")]),
    ("payment", f"{H} had room for new mills and a $21 million special dividend paid in May.",
     [(H, None, 21000000, "completed")]),
    ("payment", f"{H} has a dividend yield of 8%. This means paying out an annualized $1.30 per share.",
     [(H, None, 1.3, "ongoing")]),
    ("payment", f"{H} cut its dividend. Its yield had looked odd since the $1.70 per share paid out in 2021.",
     [(H, None, 1.7, "completed")]),
    ("payment", f"{H} distributed $0.31 per share for an annualized rate of $1.24 per share, a dividend yield of 5%.",
     [(H, None, 1.24, "completed"), (H, None, 0.31, "completed")]),
    ("payment", f"{H} booked $3 million paid in dividends by {T}", [(T, None, 3000000, "completed")]),
    # gifts to several
    ("payment", f"{H} has donated $2.5 million to 14 charities in Lindham.",
     [(H, "14 charities", 2500000, "completed")]),
    ("payment", f"{H} gave $2.5 million to 120 students in Lindow.",
     [(H, "120 students in Lindow", 2500000, "completed")]),
    ("payment", f"{H} paid €25,000 to 1,200 workers in Lindow.",
     [(H, "1,200 workers", 25000, "completed")]),
    ("payment", f"{H} has donated more than $3 million to charities such as the Lindow Fund and the Ames Foundation.",
     [(H, "Lindow Fund", 3000000, "completed"), (H, "Ames Foundation", 3000000, "completed")]),
    # who is paid for what is written
    ("payment", f"The publisher, {T}, has received compensation from {H} for promotional services.",
     [(H, T, None, "completed")]),
    ("payment", f"{T}, the author of this article, is compensated by {H} for its coverage.",
     [(H, T, None, "completed")]),
    ("payment", f"{T} has received fees from {H} for advisory services.", [(H, T, None, "completed")]),
]  # fmt: skip

#: (type, text) that tell no such fact.
NONE = [
    ("spending", f"{H} plans to use $55 million of the proceeds to repay debt."),
    ("spending", f"{H} will move. {H} has 60 staff. Analysts put the cost of the strike at $3 million."),
    ("spending", f"{T} will move. {T} has 60 staff. Tickets to the new stand will cost £9."),
    ("payment", f"{T} will move. {T} said sales of $3 million came from the {A}."),
    ("payment", "Each nurse will also receive a bonus of $1,500 within 60 days."),
    ("lawsuit", f"{H} was charged $3 million for cloud computing by {T}"),
    ("lawsuit", f"{H} has settled its trademark dispute with {T}"),
    ("payment", f"{H} pays a premium of $3 over Brent crude."),
    ("payment", f"{H} contributed $30 million to group sales."),
    ("payment", f"{H} returns a quarterly gift of $3."),
    ("payment", f"The {A} announced a fine of $3 million."),
    ("payment", "A chief executive is paid $1 a year."),
    ("lawsuit", f"{H} is taking action against pests at {T}"),
    ("lawsuit", f"A lamp of {H} hurt two guests. Ames Law Firm LLP filed suit shortly thereafter."),
    ("payment", f"{L} stands to lose $3 million."),
    ("payment", f"{H} cancelled its $3 million order from {T}."),
    ("payment", f"{H} closed at 58 cents, giving it a market capitalisation of $290 million."),
    ("lawsuit", f"{T} was hit with a $20 million loss by the storm."),
    ("lawsuit", f"If convicted, {L} could be sentenced to 20 years in prison."),
    ("lawsuit", f"{H} won an order from {T} for 20 trains."),
    ("lawsuit", f"{H} hopes its lamps appeal to judges at {T}."),
    ("lawsuit", f"The clinical trial of {L}'s drug found no fraud."),
    ("lawsuit", f"{L} may yet be convicted of fraud."),
    ("spending", f"{H} raised $100 million in May. The painting went for $3 million."),
    ("spending", f"{H} made a film on a $60 million budget."),
    ("spending", f"A verdict of $3 million against {H} was set aside on appeal."),
    ("payment", f"Sales of $3 million went to {T}."),
    ("spending", f"{H} announced a $40 million programme to buy back its shares after a plan to repair its mill."),
    ("spending", f"The bank ended {H}'s $40 million loan facility."),
    ("spending", f"{L}'s $40 million hospital bill shook {H}"),
    ("spending", f"{H} made $40 million of lamps before its share buybacks."),
    ("payment", f"{H} has shops. It likes the $1.70 per share paid out in 2021 by rivals."),
    ("payment", f"{T} was compensated by {H} for the hail."),
    ("payment", f"{T} received word from {H} on its coverage."),
    ("payment", f"{H} will provide debt and equity funding to {T}"),
    ("payment", f"{H} sent $3 million of lamps and shares to {T}."),
]


@pytest.mark.xfail(strict=True, reason="the NER misses the town, which stays in the payee's words")
def test_a_payee_goes_without_its_town(extractor):
    text = f"{H} has donated $2.5 million to 14 charities in Lindow."
    check_facts(extractor, "payment", text, [(H, "14 charities", 2500000, "completed")])


@pytest.mark.parametrize(("kind", "text", "wanted"), CASES)
def test_facts_of_a_sentence(extractor, kind, text, wanted):
    check_facts(extractor, kind, text, wanted)


@pytest.mark.parametrize(("kind", "text"), NONE)
def test_no_fact(extractor, kind, text):
    check_facts(extractor, kind, text, [])


def test_dividend_row_of_a_wire(extractor):
    text = f"{H} RAISES PAYOUT\n\nNORTON, Sept 8 - {H} said its profit rose.\n\nQtly div 14 cts vs 12-1/2 cts prior"
    record = extractor.extract(article_from_text(text))
    paid = [(float(f.amount.value), f.status) for f in record.facts if f.type == "payment"]
    assert sorted(paid) == [(0.125, "completed"), (0.14, "expected")]


def test_agency_of_a_dateline_pays_nothing(extractor):
    text = "NORTON, Ohio (AP) -- Kerr Stores Inc. said Tuesday it will pay $37.5 million to settle claims of fraud."
    record = extractor.extract(article_from_text(text))
    names = {party.id: party.name for party in record.parties}
    assert [names[f.subject] for f in record.facts if f.type == "payment"] == ["Kerr Stores Inc."]


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        (f"{L} gave $3 million to Norton University.", "donation"),
        (f"{H} asked the Norton City Council for $28 million in tax breaks.", "aid"),
        (f"{H} will pay {T} $40 million up front.", "fee"),
        (f"{H} pledged $2 million to the children's hospital.", "donation"),
        (f"The German government gave $3 million to {T}.", "aid"),
        (f"The judge ordered {L} to pay £1.9m to {T}.", "damages"),
        (f"The {A} gave {H} a contract to build a road. {H} can earn a bonus of $2 million if it is fast.", "other"),
        (f"The {A} fined {H} £12m. The penalty was reduced from £18m because {H} owned up.", "fine"),
    ],
)
def test_purpose_of_a_payment(extractor, text, purpose):
    record = extractor.extract(article_from_text("Companies\n\n" + text, published="2025-08-12"))
    assert {f.purpose for f in record.facts if f.type == "payment"} == {purpose}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{H} forecast a profit of £9m and promised a final dividend of 8p net, making 11.5p for the year.",
         {("dividend", 0.08), ("dividend", 0.115)}),
        (f"The {A} fined {H} £12m. The penalty was reduced from £18m because {H} admitted the breach.",
         {("fine", 12000000), ("fine", 18000000)}),
        (f"Under the contract, {H} will forfeit $25,000 for each day it is late.", {("fine", 25000)}),
    ],
)  # fmt: skip
def test_what_the_reader_tells_of_a_payment(full_extractor, text, wanted):
    record = full_extractor.extract(article_from_text("Companies\n\n" + text, published="2025-08-12"))
    assert {(f.purpose, float(f.amount.value)) for f in record.facts if f.type == "payment"} == wanted
