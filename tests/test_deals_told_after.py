"""Purchases, investments and loans in one sentence or carried on in the next, in the form of `test_link_whole`.

All names are invented.
"""

from __future__ import annotations

import pytest

from .test_link_whole import told

CASES = [
    # two who buy together
    ("Halvor Inc. joined Norway's Brandt AG in buying 49 percent of Tier Oy for $560 million.",
     [("acquisition", "Brandt AG", "Tier Oy", "$560 million", None, "completed", {"stake": "49 percent"}),
      ("acquisition", "Halvor Inc.", "Tier Oy", "$560 million", None, "completed", {"stake": "49 percent"})]),
    ("Halvor Inc. teamed up with Brandt AG to buy Tier Oy for $72 million.",
     [("acquisition", "Brandt AG", "Tier Oy", "$72 million", None, "expected", {}),
      ("acquisition", "Halvor Inc.", "Tier Oy", "$72 million", None, "expected", {}),
      ("agreement", "Halvor Inc.", "Brandt AG", None, None, "completed", {"matter": "Tier Oy"})]),
    ("Halvor Inc. has agreed to join forces with Brandt AG to buy Tier Oy.",
     [("acquisition", "Brandt AG", "Tier Oy", None, None, "expected", {}),
      ("acquisition", "Halvor Inc.", "Tier Oy", None, None, "expected", {}),
      ("agreement", "Halvor Inc.", "Brandt AG", None, None, "completed", {})]),
    ("Halvor Inc. joined Brandt AG to sell lamps in Turku.",
     []),
    # mergers by shares
    ("Halvor Inc. and Tier Oy agreed on Monday to merge in a stock swap valued at $1.9 billion.",
     [("acquisition", "Halvor Inc.", "Tier Oy", "$1.9 billion", "2025-06-09", "expected", {})]),
    ("Halvor Inc. and Tier Oy have agreed to merge in an all-stock deal worth $1.9 billion.",
     [("acquisition", "Halvor Inc.", "Tier Oy", "$1.9 billion", None, "expected", {})]),
    ("Halvor Inc. and Tier Oy are to merge in a $3 billion deal.",
     [("agreement", "Halvor Inc.", "Tier Oy", "$3 billion", None, "expected", {"matter": "merger"})]),
    # options and bids
    ("Tier Oy gave Halvor Inc. the right to buy its mill for $3 million.",
     [("acquisition", "Halvor Inc.", "its mill", "$3 million", None, "conditional", {}),
      ("agreement", "Tier Oy", "Halvor Inc.", None, None, "completed", {})]),
    ("The mine, for which Halvor Inc. paid $51 million in 2012, has closed.",
     [("acquisition", "Halvor Inc.", "The mine", "$51 million", "2012", "completed", {})]),
    # things and holdings bought
    ("Halvor Inc. grew by swallowing 14 local dealers.",
     [("acquisition", "Halvor Inc.", "14 local dealers", None, None, "completed", {})]),
    ("Halvor Inc. has clinched Tier Oy for $118 million.",
     [("acquisition", "Halvor Inc.", "Tier Oy", "$118 million", None, "completed", {})]),
    ("Tier Oy came under the control of Ben Ames, who paid $11 million for a 58% holding.",
     [("acquisition", "Ben Ames", "Tier Oy", "$11 million", None, "completed", {"stake": "58%"})]),
    ("Brandt AG has sold its 30% holding in the Norton rail loop to Halvor Infrastructure for $275 million.",
     [("acquisition", "Halvor Infrastructure", "the Norton rail loop", "$275 million", None, "completed", {"stake": "30%"})]),
    # which is whose
    ("Former secretary Ben Ames, now a director of Halvor Land, which bought the site for $3 million last "
     "June, declined to comment.",
     [("acquisition", "Halvor Land", "the site", "$3 million", "2024-06", "completed", {}),
      ("position", "Ben Ames", "Halvor Land", None, None, "ongoing", {"change": "holds", "title": "director"})]),
    # what later sentences tell
    ("Halvor Inc. made several acquisitions last year. These included Tier Oy, Kerr Ltd. and Brandt AG.",
     [("acquisition", "Halvor Inc.", "Brandt AG", None, None, "completed", {}),
      ("acquisition", "Halvor Inc.", "Kerr Ltd.", None, None, "completed", {}),
      ("acquisition", "Halvor Inc.", "Tier Oy", None, None, "completed", {})]),
    ("Halvor Inc. served five companies last year. These included Tier Oy, Kerr Ltd. and Brandt AG.",
     []),
    ("Halvor Inc. agreed to buy Tier Oy for shares. That comes to $35.06 a share, 22 percent more than its close.",
     [("acquisition", "Halvor Inc.", "Tier Oy", "$35.06", None, "expected", {})]),
    ("Halvor Inc. has made a bid for Tier Oy. Industry sources put the offer at around $30 million.",
     [("acquisition", "Halvor Inc.", "Tier Oy", "$30 million", None, "proposed", {})]),
    ("Halvor Inc. has made a bid for Tier Oy. Analysts put its sales at around $30 million.",
     [("acquisition", "Halvor Inc.", "Tier Oy", None, None, "proposed", {}),
      ("result", "Halvor Inc.", None, "$30 million", None, "completed", {"metric": "revenue"})]),
    ("Halvor Inc. has made an offer for Tier Oy. Kerr Ltd., the only other bidder, proposed $25 million.",
     [("acquisition", "Halvor Inc.", "Tier Oy", None, None, "proposed", {}),
      ("acquisition", "Kerr Ltd.", "Tier Oy", "$25 million", None, "proposed", {})]),
    ("Tier Oy agreed to be bought by Halvor Inc. Under the deal, Tier Oy holders are to receive $1.10 in "
     "cash and 0.34 of a Halvor share, or $4.27 a share in all.",
     [("acquisition", "Halvor Inc.", "Tier Oy", "$4.27", None, "expected", {})]),
    # investors
    ("Tier Oy raised $9 million in a round led by a German carmaker and joined by Kerr Ventures.",
     [("investment", "Kerr Ventures", "Tier Oy", "$9 million", None, "completed", {}),
      ("investment", "a German carmaker", "Tier Oy", "$9 million", None, "completed", {})]),
    ("Tier Oy raised $9 million in a round led by an unnamed strategic investor.",
     [("investment", "an unnamed strategic investor", "Tier Oy", "$9 million", None, "completed", {})]),
    ("Tier Oy raised $9 million in a round led by a Helsinki fund, Kerr Ventures, and Brandt Capital.",
     [("investment", "Brandt Capital", "Tier Oy", "$9 million", None, "completed", {}),
      ("investment", "Kerr Ventures", "Tier Oy", "$9 million", None, "completed", {})]),
    ("Tier Oy announced a $9 million Series A round, led by Kerr Ventures Inc., with participation from "
     "Brandt Partners Co., Ltd. Corva Securities LLC placed the shares and Ames & Tullow "
     "provided legal counsel to Tier Oy.",
     [("investment", "Brandt Partners Co., Ltd.", "Tier Oy", "$9 million", None, "completed", {"source": "Tier Oy"}),
      ("investment", "Kerr Ventures Inc.", "Tier Oy", "$9 million", None, "completed", {"source": "Tier Oy"})]),
    ("“We are glad,” said Ada Tullow, chief executive of Tier Oy, which closed a $22 million Series B "
     "financing led by Kerr Ventures.",
     [("investment", "Kerr Ventures", "Tier Oy", "$22 million", None, "completed", {}),
      ("position", "Ada Tullow", "Tier Oy", None, None, "ongoing", {"change": "holds", "title": "chief executive"})]),
    ("Brandt AG competes with Tier Oy, which scooped up $80 million from Kerr Ventures last month.",
     [("investment", "Kerr Ventures", "Tier Oy", "$80 million", "2025-05", "completed", {})]),
    ("Halvor Inc. will buy 30 percent of Tier Oy. In addition, Halvor Inc. will subscribe for $180 million "
     "of new shares to finance a mill.",
     [("acquisition", "Halvor Inc.", "Tier Oy", None, None, "expected", {"stake": "30 percent"}),
      ("investment", "Halvor Inc.", "Tier Oy", "$180 million", None, "expected", {})]),
    # spent on things, not invested
    ("Tier Oy will put $6 million into new pumps by the end of 2020.",
     [("spending", "Tier Oy", "new pumps", "$6 million", "2020", "expected", {})]),
    ("Tier Oy will plough $38 million into drilling at Norton over three years.",
     [("spending", "Tier Oy", "drilling at Norton", "$38 million", None, "expected", {})]),
    ("Tier Oy will invest $38 million in a new plant in Turku.",
     [("investment", "Tier Oy", "a new plant in Turku", "$38 million", None, "expected", {})]),
    ("Kerr Capital put $180 million into apartment blocks in Turku.",
     [("investment", "Kerr Capital", "apartment blocks in Turku", "$180 million", None, "completed", {})]),
    # loans
    ("Tier Oy had borrowed $45 million from Calder Bank to buy seed.",
     [("financing", "Tier Oy", "Calder Bank", "$45 million", None, "completed", {})]),
    ("Calder Bank availed Tier Oy a term loan of $9.5 million in July 2011.",
     [("financing", "Tier Oy", "Calder Bank", "$9.5 million", "2011-07", "completed", {"instrument": "a term loan"})]),
    ("Tier Oy expanded its warehouse line from $5 million to $25 million.",
     [("financing", "Tier Oy", None, "$25 million", None, "completed", {"instrument": "warehouse line"})]),
    ("Ada Tullow started Tier Oy in 1983 with a $9,000 loan from her brother-in-law.",
     [("financing", "Ada Tullow", "her brother-in-law", "$9,000", "1983", "completed", {"instrument": "loan"})]),
    ("Tier Oy has won a $7.5 million loan from the city council, secured on its foundry.",
     [("financing", "Tier Oy", "the city council", "$7.5 million", None, "completed", {"instrument": "loan"})]),
    ("Tier Oy has borrowed $85 million from a club of eleven Japanese banks to build a mill.",
     [("financing", "Tier Oy", "a club of eleven Japanese banks", "$85 million", None, "completed", {})]),
    ("Tier Oy has $1.8 billion in loans from three banks.",
     [("financing", "Tier Oy", "three banks", "$1.8 billion", None, "ongoing", {"instrument": "loans"})]),
    ("Halvor Inc. has lined up $900 million from banks for its bid for Tier Oy.",
     [("acquisition", "Halvor Inc.", "Tier Oy", None, None, "proposed", {}),
      ("financing", "Halvor Inc.", "banks", "$900 million", None, "completed", {})]),
    ("Three banks have subscribed for $50 million of bonds issued by Tier Oy.",
     [("financing", "Tier Oy", "Three banks", "$50 million", None, "completed", {"instrument": "bonds issued by Tier Oy"})]),
    # no purchases
    ("The city council voted to hand its water plants to Halvor Inc. for 10 years.",
     []),
    ("Ada Tullow took over the Senate Rail Committee in January.",
     []),
    # bids that value
    ("Halvor Inc. has made a takeover offer that values Tier Oy at $3 billion.",
     [("acquisition", "Halvor Inc.", "Tier Oy", None, None, "proposed", {}),
      ("valuation", "Tier Oy", None, "$3 billion", None, "completed", {})]),
    ("Halvor Inc. has tabled a bid for Tier Oy which values the chain at $3 billion.",
     [("acquisition", "Halvor Inc.", "Tier Oy", None, None, "proposed", {}),
      ("valuation", "Tier Oy", None, "$3 billion", None, "completed", {})]),
    # sold to a person with a post
    ("Halvor Inc. agreed to sell Tier Oy to its founder, Ben Ames.",
     [("acquisition", "Ben Ames", "Tier Oy", None, None, "expected", {"seller": "Halvor Inc."}),
      ("position", "Ben Ames", "Halvor Inc.", None, None, "ongoing", {"change": "holds", "title": "founder"})]),
    ("Halvor Inc. sold Tier Oy to former chief executive Ben Ames for $3 million.",
     [("acquisition", "Ben Ames", "Tier Oy", "$3 million", None, "completed", {"seller": "Halvor Inc."}),
      ("position", "Ben Ames", "Halvor Inc.", None, None, "completed", {"change": "left", "title": "chief executive"})]),
    ("Halvor Inc. sold Tier Oy.",
     [("acquisition", None, "Tier Oy", None, None, "completed", {"seller": "Halvor Inc."})]),
    ("Halvor Inc. sold Tier Oy to its rival Kerr Ltd. for $3 million.",
     [("acquisition", "Kerr Ltd.", "Tier Oy", "$3 million", None, "completed", {"seller": "Halvor Inc."})]),
    ("Halvor Inc. has taken a minority stake in Tier Oy.",
     [("investment", "Halvor Inc.", "Tier Oy", None, None, "completed", {"stake": "minority stake"})]),
    ("Halvor Inc. has bought a minority stake in Tier Oy from Brandt AG.",
     [("acquisition", "Halvor Inc.", "Tier Oy", None, None, "completed", {"seller": "Brandt AG", "stake": "minority stake"})]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_all_that_is_told(extractor, text, wanted):
    assert told(extractor, text) == wanted


#: The reader tells who of a list put money in, the rules the sum of one of them.
LISTED = [
    ("Tier Oy, backed to the tune of $120 million by Kerr Partners, Brandt Ventures and Halvor Sands since "
     "1998, will close.",
     [("investment", "Brandt Ventures", "Tier Oy", "$120 million", None, "completed", {}),
      ("investment", "Halvor Sands", "Tier Oy", "$120 million", None, "completed", {}),
      ("investment", "Kerr Partners", "Tier Oy", "$120 million", None, "completed", {})]),
    ("Tier Oy had a good year. Its previous raise, €6.5 million in 2021, came from Kerr Ventures and Brandt Capital.",
     [("financing", "Tier Oy", None, "€6.5 million", "2021", "completed", {}),
      ("investment", "Brandt Capital", "Tier Oy", "€6.5 million", None, "completed", {}),
      ("investment", "Kerr Ventures", "Tier Oy", "€6.5 million", None, "completed", {})]),
]


@pytest.mark.parametrize(("text", "wanted"), LISTED)
def test_who_is_listed_shares_the_sum(full_extractor, text, wanted):
    assert told(full_extractor, text) == wanted
