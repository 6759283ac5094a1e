"""Bodies, clubs and things as daily papers name them."""

import pytest

from tests.party_support import analyse

SENTENCES = [
    # boards and committees of towns and states
    "The <party kind=public_body ner=ORG>Town Board</party> agreed in May.",
    "The <party kind=public_body ner=ORG>Norbank School Committee</party> put it off.",
    "The <party kind=public_body ner=ORG>Ohio Board of Regents</party> must approve it.",
    "It asked the <party kind=public_body ner=ORG>Legislature</party> for $2 million.",
    "It had a grant from the <party kind=public_body ner=ORG>National Institute on Aging</party>.",
    "The <party kind=company ner=ORG>Town Board Games Co.</party> agreed in May.",
    # councils of members
    "The <party kind=organization ner=ORG>Ohio Ratepayers Council</party> sued.",
    "The <party kind=organization ner=ORG>Norbank Startup Council</party> said so.",
    "The <party kind=organization ner=ORG>Tier Growers' Council</party> sued.",
    "The <party kind=public_body ner=ORG>Norbank Waters Council</party> and the <party kind=public_body ner=ORG>Yonkers City Council</party> sued.",
    # trusts that are no firms
    "The <party kind=organization ner=ORG>Norbank Wildlife Trust</party> sued <party kind=company ner=ORG>Norbank Realty Trust</party>.",
    "It had £2m from the <party kind=organization ner=ORG>Oven Foundation Trust</party> and the <party kind=organization ner=ORG>Supporters' Trust</party>.",
    # marks of things
    "The mill will cut the rate of <ner label=ORG>VAT</ner> for bakers.",
    "Banks in the <ner label=LOC>Midwest</ner> have merged.",
    "<ner label=PERSON>Campaigners</ner> said it was small.",
    "Then <ner label=PERSON>Coun</ner>. <party kind=person ner=PERSON>Ada Quill</party> voted no.",
    "Then Cllr <party kind=person ner=PERSON>Ada Quill</party> voted no.",
    "<party kind=company ner=ORG>Midwest Ovens Inc.</party> fell.",
    # leagues whose first word is a title
    "A place in the <party kind=organization ner=ORG>Premier League</party> is worth more.",
    "Premier <party kind=person ner=PERSON>Ada Quill</party> met them.",
    "It will float on the <party kind=organization>Alternative Investment Market</party> in May.",
]  # fmt: skip


@pytest.mark.parametrize("markup", SENTENCES)
def test_names(markup):
    outcome = analyse(markup)
    assert outcome.names() == outcome.expected()
