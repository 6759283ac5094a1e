"""Posts whose organisation a list, a second title or a description hides, and titles in odd words.

Every name is invented.
"""

import pytest

from .test_positions_sentences import OST, Q, R, V, facts
from .test_positions_stories import AQ, TR, holds, left, took

#: (text, the facts as (person, title, organisation, change, status))
CASES = [
    # a list in brackets is of the one that it began with
    (f"{V} was started by {Q} (CEO), who served as the CTO at the oven firm {OST}, along with {R} (COO).", [holds(AQ, "CEO", "Velmora"), left(AQ, "CTO", "Ostrand"), holds(TR, "COO", "Velmora")]),
    (f"{V} hired {Q} (CFO) and {OST} hired {R} (COO).", [holds(AQ, "CFO", "Velmora"), holds(TR, "COO", "Ostrand")]),
    # a name that only describes
    (f"{Q}, CTO at <ner label=ORG>NYSE</ner>-listed oven company {V}, spoke.", [holds(AQ, "CTO", "Velmora")]),
    (f"{Q}, treasurer of {OST}-backed {V}, spoke.", [holds(AQ, "treasurer", "Velmora")]),
    # two posts at one
    (f"{V} is owned by {Q}, previously the treasurer and an investment banker at {OST}.", [holds(AQ, "owner", "Velmora"), left(AQ, "treasurer and an investment banker", "Ostrand")]),
    (f"So said {Q}, Head of Sales and Co-Founder of {V}.", [holds(AQ, "Head of Sales and Co-Founder", "Velmora")]),
    (f"So said {Q}, chairman of {OST} and treasurer of {V}.", [holds(AQ, "chairman", "Ostrand"), holds(AQ, "treasurer", "Velmora")]),
    # several that somebody was with
    (f"They met {Q}, a former {V} and {OST} executive.", [left(AQ, "executive", "Velmora"), left(AQ, "executive", "Ostrand")]),
    (f"They met {Q}, a former {V} executive, and {OST}.", [left(AQ, "executive", "Velmora")]),
    # of whom the sentence before speaks
    (f"{Q} spoke. Her background is wide, including senior positions at {V} and {OST}.", [left(AQ, "senior positions", "Velmora"), left(AQ, "senior positions", "Ostrand")]),
    (f"{Q} spoke. Her prior roles include distinguished positions at {V} and {OST}.", [left(AQ, "distinguished positions", "Velmora"), left(AQ, "distinguished positions", "Ostrand")]),
    (f"{Q} spoke. Previous leadership roles at firms such as {V} and {OST} helped her.", [left(AQ, "leadership roles", "Velmora"), left(AQ, "leadership roles", "Ostrand")]),
    (f"{Q} has held leadership roles at {V} (now <ner label=ORG>Kestrel Bank</ner>) and {OST}.", [left(AQ, "leadership roles", "Kestrel Bank"), left(AQ, "leadership roles", "Ostrand")]),
    ("Mills grew. Previous leadership roles at firms such as <ner label=ORG>Velmora</ner> help.", []),
    # where those work who do not say "of"
    (f"The pair chose agents {Q} and {R} with {V}.", [holds(AQ, "agents", "Velmora"), holds(TR, "agents", "Velmora")]),
    (f"Rates will fall, says economist {Q} with {V}.", [holds(AQ, "economist", "Velmora")]),
    (f"Mills met agent {Q} with {V}'s blessing.", []),
    (f"They met {Q}, baking and milling consultant at {V}.", [holds(AQ, "baking and milling consultant", "Velmora")]),
    (f"They met {Q}, then a customer at {V}.", []),
    (f"The Honourable {Q}, treasurer of {V}, spoke.", [holds(AQ, "treasurer", "Velmora")]),
    # senior ones, and ministers
    (f"{Q}, Sr. Director of Sales at {V}, spoke.", [holds(AQ, "Sr. Director of Sales", "Velmora")]),
    (f"<ner label=PERSON>Ada Quill, Sr.</ner> Director at {V}, spoke.", [holds(AQ, "Sr. Director", "Velmora")]),
    (f"{V} CEO {Q} and Sr. Vice President {R} spoke.", [holds(AQ, "CEO", "Velmora"), holds(TR, "Sr. Vice President", "Velmora")]),
    (f"Norwegian Minister of Finance {Q} met {V}.", [holds(AQ, "Minister of Finance", None)]),
    (f"They met the Minister of Finance and {Q} of {V}.", []),
    (f"{OST} thanked its departing Chair, {Q}, President and CEO of {V}.", [holds(AQ, "Chair", "Ostrand"), holds(AQ, "President and CEO", "Velmora")]),
    (f"{V} today announced its sales. {V} praised {Q}, President, for them.", [holds(AQ, "President", "Velmora")]),
    (f"{V} grew. {V} praised {Q}, President, for it.", [holds(AQ, "President", None)]),
    (f"California Gov. {Q} and Iowa Democratic Sen. {R} spoke.", [holds(AQ, "Gov.", "California"), holds(TR, "Sen.", "Iowa")]),
    (f"{V} California president {Q} spoke.", [holds(AQ, "California president", "Velmora")]),
    (f"{V} principals {Q} and {R}, and Vice President <ner label=PERSON>Kim Oban</ner> sold it for {OST}.", [holds(AQ, "principals", "Velmora"), holds(TR, "principals", "Velmora"), holds("Kim Oban", "Vice President", "Velmora")]),
    # boards
    (f"{V} grew. In addition, the Board includes {Q} and {R}.", [holds(AQ, "Board", "Velmora"), holds(TR, "Board", "Velmora")]),
    (f"{V}’s Scientific Advisory Board now comprises Dr. {Q} ({OST}), and Dr. {R} (Leeds).", [holds(AQ, "Advisory Board", "Velmora"), holds(TR, "Advisory Board", "Velmora")]),
    (f"The board of directors of {V} consists of {Q} and {R}.", [holds(AQ, "board of directors", "Velmora"), holds(TR, "board of directors", "Velmora")]),
    (f"{V}'s board includes women, and {Q} and {R} agree.", []),
    (f"{V} said: {Q} was announced as joining the advisory board of {OST}.", [(AQ, "board", "Ostrand", "appointed", "expected")]),
    (f"{V} said that {Q}, a seasoned baking and milling executive with more than thirty years of leadership in the bread trade, has joined the Board of Directors.", [took(AQ, "board", "Velmora")]),
    # whole titles
    (f"So said {Q}, Co-Chief Investment Officer & Head of Capital Markets at {V}.", [holds(AQ, "Co-Chief Investment Officer & Head of Capital Markets", "Velmora")]),
    (f"So said {Q}, Region Senior Vice President for {V}.", [holds(AQ, "Region Senior Vice President", "Velmora")]),
    (f"So said <ner label=ORG>Ada Quill, Co</ner>-Chief Investment Officer of {V}.", [holds(AQ, "Co-Chief Investment Officer", "Velmora")]),
    (f"The <ner label=ORG>Velmora Co</ner>-founders {Q} and {R} spoke.", [holds(AQ, "Co-founders", "Velmora"), holds(TR, "Co-founders", "Velmora")]),
    (f"<ner label=ORG>Velmora Co</ner> treasurer {Q} spoke.", [holds(AQ, "treasurer", "Velmora Co")]),
    (f"So said {Q}, MD, MEM, Chief Executive Officer of {V}.", [holds(AQ, "Chief Executive Officer", "Velmora")]),
    (f"So said Illinois State Senator {Q}.", [holds(AQ, "State Senator", "Illinois")]),
    # far from the verb, and the whole board
    (f"{Q}, treasurer of {V}, Leeds’ largest mill for ovens, was elected Chair of the Board of Directors of the {OST} on Monday.", [holds(AQ, "treasurer", "Velmora"), took(AQ, "Chair of the Board of Directors", "Ostrand")]),
    (f"{Q}, treasurer of {V}, said sales rose, costs fell, and {R} was elected chair of {OST}.", [holds(AQ, "treasurer", "Velmora"), took(TR, "chair", "Ostrand")]),
    (f"Joining CEO {Q} at the fair, {R} spoke.", []),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "wanted"), CASES)
def test_position(markup, wanted):
    found, _ = facts(markup)
    assert sorted(found, key=str) == sorted(wanted, key=str)
