"""Terms by kind as papers of many countries word them, near a deal or under one, and news of deals that states none.

Each sentence is our own; the clause, its type and status (in_force where none is given) are marked.
"""

from __future__ import annotations

import pytest

from tests.clauses_sample import clauses, marked

TERMS = [
    "Brandt LLP takes such cases, and <c type=price_terms>there is no charge to you unless we win</c>.",
    "<c type=other>The supply contract between Tier Oy and Halvor Inc. spans a three-year term</c>.",
    "Tier Oy agreed to be bought by Halvor Inc. <c type=break_fee>The company would have to pay Halvor $40 million if its board changed its recommendation</c>.",
    "The merger has a price on failure: <c type=break_fee>if the deal collapses, Brandt AG must hand Tier Oy 30 million euros</c>.",
    "<c type=break_fee>Leaving the league early will cost Osterby United $15 million under the new contract</c>.",
    "Tier Oy has the field to itself under the concession: <c type=exclusivity>no other operator may fly the route before 2030</c>.",
    "Halvor Inc. signed the contract in May. <c type=exclusivity>For five years Tier Oy is the only shop allowed to carry the phones</c>.",
    "<c type=exclusivity>The deal ties Brandt AG to Tier Oy alone for its engines until 2028</c>.",
    "Under the agreement <c type=exclusivity>Halvor Inc. must buy all its malt from Tier Oy</c>.",
    "<c type=exception>The ban on sales under the pact does not extend to spare parts</c>.",
    "Under the lease, <c type=exception>Tier Oy is exempt from the service charge for two years</c>.",
    "<c type=employment_protection>The sale contract obliges Brandt AG to maintain 600 positions in Velmark until 2027</c>.",
    "Under the deal <c type=employment_protection>there will be no forced redundancies before 2028</c>.",
    "<c type=employment_protection>If staffing at the plant drops below 400, Tier Oy must repay the subsidy</c>.",
    "<c type=employment_protection>The union got a promise in the agreement that nobody would lose their job</c>.",
    "<c type=employment_protection>Workers will be transferred on unchanged terms under the sale</c>.",
    "Tier Oy will lend Halvor Inc. 50 million euros for seven years. <c type=price_terms>The loan carries a fixed rate of 4.5%</c>.",
    "<c type=price_terms>The contract lets Halvor Inc. raise prices each January in line with inflation</c>.",
    "Under the agreement <c type=price_terms>the gas price is tied to Brent crude</c>.",
    "<c type=price_terms>The purchase price will be paid in three instalments over two years</c>.",
    "<c type=price_terms>The bonds pay 6.25 percent</c> and were sold at 99.4.",
    "<c type=price_terms>The rent will be reviewed every five years under the lease</c>.",
    "<c type=price_terms>The price can be adjusted if the audit shows a shortfall</c>, according to the sale agreement.",
    "<c type=price_terms>Tier Oy gets a bonus of $2 million under the contract if it finishes before June</c>.",
    "<c type=price_terms>Halvor shareholders will get 0.6 of a Tier Oy share for each share they own</c>, the companies said of the merger.",
    "<c type=price_terms status=proposed>Halvor Inc. is offering 27 euros in cash for each Tier Oy share</c>.",
    "Under the deal, <c type=minimum_commitment>Halvor Inc. guarantees to take 200,000 tonnes a year or pay for them</c>.",
    "<c type=minimum_commitment>The airline must fly the route at least three times a week under the subsidy contract</c>.",
    "<c type=minimum_commitment>Brandt AG has committed to spending no less than $20 million on the mine over three years under the licence</c>.",
    "<c type=liability>The contract sets a penalty of $20,000 for every day the ferry is late</c>.",
    "<c type=liability>Halvor Inc. will cover any losses on the loans above $40 million</c>, under the sale agreement.",
    "<c type=liability>The parent guarantees the loan</c>.",
    "Velmark will repay the loan, <c type=liability>which is backed by a state guarantee</c>.",
    "<c type=liability>Tier Oy admitted no wrongdoing in the settlement</c>.",
    "<c type=termination>The agreement can be cancelled on three months' notice</c>.",
    "<c type=termination>Halvor Inc. can walk away from the deal if net debt tops 300 million euros</c>.",
    "<c type=termination>Her contract runs out at the end of the season</c>.",
    "<c type=termination>If the mine isn't producing by 2027, the licence goes back to the state</c>.",
    "<c type=termination>The banks may demand their money back if the ratio is breached under the loan</c>.",
    "<c type=option>Brandt AG can raise its stake to 51% within three years under the agreement</c>.",
    "<c type=option>The contract includes an option for 12 more trains</c>.",
    "<c type=option>Tier Oy may sell its remaining shares to Halvor Inc. from 2028 at a fixed price</c>.",
    "<c type=option>Osterby United have the right to make the loan move permanent for 9 million euros</c>.",
    "<c type=first_refusal>If Halvor Inc. sells the building, Tier Oy gets the first chance to buy it</c>, the lease says.",
    "<c type=first_refusal>Tier Oy will have the first look at any film he writes under the deal</c>.",
    "<c type=closing_condition>The deal still has to be cleared by the European Commission</c>.",
    "<c type=closing_condition>The takeover requires the support of holders of 75 percent of the shares</c>.",
    "<c type=closing_condition>Brandt AG's purchase hangs on a green light from the cartel office</c>.",
    "<c type=closing_condition>The money will only flow once Velmark has passed the reforms</c>, the loan agreement says.",
    "<c type=governance>Tier Oy will hold three of seven seats on the venture's board</c>.",
    "<c type=governance>Lena Brandt will be chief executive of the merged group</c>.",
    "<c type=governance>Major decisions need the agreement of both partners</c>, under the joint venture contract.",
    "<c type=confidentiality>Neither side may reveal what was paid under the settlement</c>.",
    "Under the placement, <c type=lock_up>Halvor Inc. has promised not to place more shares for 90 days</c>.",
    "<c type=lock_up>The founders must hold on to their stock for two years</c>, the merger agreement says.",
    "<c type=revenue_share>The city gets $2 of every ticket sold under the contract</c>.",
    "Under the licence <c type=revenue_share>Tier Oy will collect 6 percent of each sale</c>.",
    "<c type=revenue_share>Osterby United will get a fifth of any future transfer fee as part of the deal</c>.",
    "Under the accord, <c type=license>Tier Oy may use the Halvor name until 2029</c>.",
    "<c type=non_compete>He has promised not to work for a rival bank for a year under his severance agreement</c>.",
    "<c type=non_compete>The sellers will keep out of the cheese business for six years</c>, the contract says.",
    "Under the deal <c type=other>Brandt AG will train 200 local welders</c>.",
    "<c type=other>The loan is repayable over 12 years after a two-year grace period</c>, Velmark said of the agreement.",
    "<c type=other>Tier Oy cannot pay a dividend while it owes the state money</c>, under the rescue deal.",
    "<c type=renewal>The contract can be extended twice by two years</c>.",
    "<c type=renewal>The partners extended their alliance for another five years</c>.",
    "<c type=break_fee>The buyer loses its $5 million deposit under the contract if it pulls out</c>.",
    "<c type=exclusivity>Halvor Inc. will be the only supplier of batteries to Tier Oy under the five-year contract</c>.",
    "<c type=exclusivity>The two sides agreed to negotiate only with each other for 45 days</c>.",
    "<c type=no_shop>Until June 4 Tier Oy's directors may not talk to anybody else about a sale</c>, the agreement says.",
    "<c type=no_shop>Tier Oy has 40 days to look for a better bid under the merger pact</c>.",
    "<c type=exception>Small farms are exempt from the levy under the accord</c>.",
    "<c type=exception>The lenders have relaxed a covenant on Tier Oy's loan until March</c>.",
    "Brandt AG promised the union in the takeover talks that <c type=employment_protection>no plant would be shut before 2012</c>.",
    "Under the accord <c type=employment_protection>the new owner must keep 1,200 people on the payroll for three years</c>.",
    "<c type=price_terms>Halvor Inc. will pay for the ferries in ten half-yearly instalments</c>, it said of the contract.",
    "<c type=price_terms>Tier Oy shareholders can choose between $30 in cash and 1.2 Halvor shares under the merger</c>.",
    "Under the contract, <c type=price_terms>the price of the gas follows that of fuel oil</c>.",
    "<c type=price_terms status=proposed>Halvor Inc. was offering 412 pence a share for Tier Oy</c>.",
    "<c type=minimum_commitment>Brandt AG is bound by the contract to buy 40,000 tonnes of ore each year</c>.",
    "<c type=minimum_commitment>The contract guarantees Osterby United at least $3 million a season</c>.",
    "Under the settlement <c type=liability>Tier Oy does not admit guilt</c>.",
    "<c type=liability>Velmark stands surety for the loan</c>.",
    "<c type=liability>The shipyard pays 30,000 dlrs for each day of delay under the contract</c>.",
    "<c type=termination>Tier Oy can get out of the contract after five years</c>.",
    "<c type=termination>The bank may call in the loan if profits fall below the agreed level</c>.",
    "<c type=termination>The concession, which dates from 1981, ends in 2031</c>.",
    "<c type=termination>Brandt AG has given notice that it will end the joint venture in June</c>.",
    "<c type=option>The Navy has options on four more ships under the contract</c>.",
    "<c type=option>The lender can turn the loan into shares at $4 each</c>.",
    "<c type=first_refusal>Brandt AG has to be asked first if the family sells, under the shareholders' agreement</c>.",
    "<c type=closing_condition>The sale is subject to approval by the High Court</c>.",
    "<c type=closing_condition>The merger will go through only if the cartel office raises no objection</c>.",
    "<c type=closing_condition>Completion awaits the consent of the landlord</c>, Tier Oy said of the purchase.",
    "<c type=closing_condition status=proposed>The bid lapses unless holders of half the shares accept by May 4</c>.",
    "<c type=governance>The state keeps a golden share after the sale</c>.",
    "<c type=governance>The founder will name half of the directors under the pact</c>.",
    "<c type=governance>Any loan above $1 million needs the unanimous vote of the venture's board</c>.",
    "<c type=lock_up>Directors agreed with the underwriters not to sell stock for 90 days</c>.",
    "<c type=revenue_share>Tier Oy keeps a 2 percent royalty on all gold from the mine it sold</c>.",
    "<c type=revenue_share>The singer gets 12 percent of takings under her contract</c>.",
    "<c type=license>The agreement lets Tier Oy print the Halvor logo on its cans</c>.",
    "<c type=non_compete>Kessler, who sold the firm to Tier Oy, may not open a bakery in Velmark for five years</c>.",
    "<c type=confidentiality>Both sides agreed to keep the terms of the settlement secret</c>.",
    "<c type=renewal>The lease can be renewed for ten years</c>.",
    "Under the pact <c type=other>Velmark will supply the land and Brandt AG the machines</c>.",
    "<c type=other>The grant must be handed back if the plant closes</c>, the contract says.",
    "<c type=other>Halvor Inc. must finish the road within 30 months under the contract</c>.",
    "<c type=dispute>Any quarrel about the treaty will go to a court in The Hague</c>.",
    "Under the deal, <c type=liability>Tier Oy will assume $200 million of debt</c>.",
    "Tier Oy agreed to buy the mill. <c type=liability>Tier Oy will assume $200 million of debt, including loans of its owner</c>.",
    "<c type=price_terms>Brandt AG sold 10-year bonds at a spread of 145 basis points over German government debt</c>.",
    "<c type=price_terms>The bonds were priced to yield 5.1 percent</c>, the underwriters said.",
    "<c type=price_terms>Tier Oy will pay holders of Brandt AG a mix of cash and shares</c>.",
    "Under the contract <c type=price_terms>the price is $5.20 per barrel</c>.",
    "<c type=price_terms>The rent is $3,000 a month under the lease</c>.",
    "<c type=option>Each whole warrant entitles the holder to purchase one common share at a price of C$0.75 for a period of 24 months</c>.",
    "Tier Oy closed its private placement. <c type=option>Each warrant entitles the holder to buy one share at $0.20 for 24 months from closing</c>.",
    "Tier Oy closed its private placement. <c type=option>Each unit consists of one common share and one-half of one common share purchase warrant</c>.",
    "<c type=option>Halvor Inc. can earn a 51% interest in the property by spending $3 million</c>.",
    "Tier Oy closed the placement. <c type=price_terms>The company paid finders a cash fee of 6% of the gross proceeds</c>.",
    "Tier Oy bought the mine. <c type=option>Halvor Inc. can buy back half of the royalty for $1 million</c>.",
    "Brandt AG set up the fund under a pact, and <c type=price_terms>investors pay an annual management fee of 1.5%</c>.",
    "Tier Oy closed the placement. <c type=price_terms>It paid cash commissions of $84,000</c>.",
    "<c type=price_terms>Tier Oy sold the shares at $2.10 each in its placement</c>, a filing showed.",
]  # fmt: skip

#: News of deals, and what is said of them, that states no term.
NEWS = [
    "Halvor Inc. agreed to buy Tier Oy for $4 billion.",
    "After the merger, Lena Brandt joins from Brandt AG as finance chief.",
    "Halvor Inc. sold its stake in Tier Oy, which it had jointly owned with Brandt AG since 2004.",
    "Tier Oy must now decide whether to sell, an analyst said of the deal.",
    "The company will pay $62 million for the app, it said of the acquisition.",
    "Halvor Inc. won a contract worth $40 million from Velmark.",
    "Shares in Tier Oy fell 3% to $14 after the deal was announced.",
    "The government must find a buyer for the bank after the deal fell through.",
    "Halvor Inc. raised $30 million in a funding round led by Brandt AG.",
    "Tier Oy had to pay $3 million more for steel after the sale.",
    "Lena Brandt will stay on as chairman, Tier Oy said after announcing results and the sale.",
    "The deal will create 400 jobs and help Velmark.",
    "Halvor Inc. will open three shops in Lyon after the lease is signed.",
    "Analysts said the offer might be raised if a rival appears.",
    "The court ordered Tier Oy to pay $40 million over the contract.",
    "The central bank raised its rate to 4.5% after the loan data.",
    "Tier Oy took out a loan of 30 million euros to build the plant.",
    "Interest in the deal is high, and 40 funds have asked for the papers.",
    "He said the agreement was good for both sides and should have come earlier.",
    "Profit rose to $3 a share from $2 in the quarter before the sale.",
    "The union will vote on the deal on Sunday.",
    "Halvor Inc. has an option plan for staff and a market value of $3 billion.",
    "Customers can buy tickets for $40 each after the deal.",
    "Halvor Inc. paid $12 a share for the stake in 2004.",
    "Halvor Inc. said its order book stood at $3 billion after the contract.",
    "Brandt AG bought the ferry line for 30 million euros in cash.",
    "Tier Oy named Lena Brandt to its board after the merger.",
    "The deal makes Halvor Inc. the only maker of trams in the country.",
    "The takeover will be financed with loans of $400 million from four banks.",
    "Tier Oy owes banks $300 million and missed a payment on its bonds in May.",
    "The stake was worth $3 a share when the deal was signed.",
    "Velmark wants Brandt AG to keep the plant, a minister said.",
    "Halvor Inc. expects the deal to add 3 cents a share to earnings.",
    "Workers at the plant, which Tier Oy bought in May, went on strike over pay.",
    "The contract was worth $40 million and runs to 300 pages.",
    "She has signed with Brandt AG and will record an album.",
    "Tier Oy will buy the bakery chain for $40 million and rename it.",
    "Members of the union must pay dues of $40 a month.",
    "Prices of flats rose by 4 percent after the lease law was changed.",
    "If the deal fails, the shares could fall to $10, analysts said.",
    "Tier Oy must report its results by May 4, after the merger.",
    "He holds 12 percent of the company and sits on its board.",
    "Tier Oy is to spend $40 million on a plant after signing the contract.",
    "It is unclear who will run the company after the sale.",
    "Tier Oy agreed to buy Brandt AG for $900 million, including the assumption of $200 million in debt.",
    "The 30-year bond rose to yield 4.62 percent on Friday after the trade deal.",
    "Tier Oy will finance the acquisition with a mix of cash and new debt.",
    "Terms of the deal were not disclosed, but a person familiar with the matter said the price was about $90 million.",
    "The sale price is $20 million more than the company paid in 2019.",
    "Halvor Inc. sued, saying Tier Oy violated the terms of the licence and owed royalties of $30 million.",
    "If no deal is reached by Friday, workers could walk out.",
    "Kessler bought 5,000 shares of the company at $31.20 each last week, according to a filing on the sale.",
    "The company bought back 3 million shares at an average price of $42.10 a share under its buyback program.",
    "The stock was offered at 45 rupees a share in 2019 and now trades at 320 rupees.",
]  # fmt: skip

#: A term, and behind it what tells no term of it.
BEHIND = [
    "Tier Oy signed a contract. Tier Oy may not sell the shares for a year. Kessler joins from Osterby.",
    "Tier Oy signed a contract. Tier Oy may not sell the shares for a year. Nobody would call it a happy marriage.",
    "Tier Oy signed a contract. Tier Oy must deliver 40 engines by May. Last year it fell short and had to shell out $2 million.",
    "Tier Oy signed a merger pact. Tier Oy may not sell the shares for a year. Kessler stays CEO of the $9 billion bank.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", TERMS)
def test_states_a_term(sentence):
    text, wanted = marked(sentence)
    assert len(wanted) == 1
    found = [(c.text, c.type, c.status) for c in clauses(text)]
    assert found == [(words, keys["type"], keys.get("status", "in_force")) for words, keys in wanted]


@pytest.mark.parametrize("text", NEWS)
def test_states_no_term(text):
    assert [(c.type, c.text, c.rule) for c in clauses(text)] == []


@pytest.mark.parametrize("text", BEHIND)
def test_only_the_term_is_one(text):
    assert len(clauses(text)) == 1


@pytest.mark.xfail(strict=True, reason="the words of the term alone don't tell its type")
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The non-compete has one hole: he may advise charities.", "exception"),
        ("Everything goes to the buyer under the contract except the warehouse in Lyon.", "exception"),
        ("Under the charter Tier Oy pays Halvor Inc. $21,000 a day for the ship.", "price_terms"),
        ("The league sold Brandt AG all of its games, and no rival channel will show any of them.", "exclusivity"),
    ],
)
def test_states_a_term_by_sense(text, kind):
    assert kind in [c.type for c in clauses(text)]
