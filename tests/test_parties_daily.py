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
    "<ner label=ORG>Data center</ner> operator <party kind=company ner=ORG>Halvor</party> sued.",
    "<ner label=ORG>Financial</ner> shares fell.",
    "Then <party kind=company ner=ORG>Halvor</party> shares fell.",
    "The <ner label=PERSON score=0.6>Quills</ner>, who met in May, agreed; <party kind=person ner=PERSON>Ada Quill</party> said so.",
    "The <party kind=organization ner=ORG>Rangers</party>, who met in May, agreed; <party kind=person ner=PERSON>Ada Quill</party> said so.",
    # places that a NER takes for firms
    "It will end at a terminal near <ner label=ORG>Norbank</ner>.",
    "<party kind=person ner=PERSON>Ada Quill</party>, 57, of <ner label=ORG>Norbank</ner>, paid it.",
    "It will spend $2 million on a mill at <ner label=ORG>Norbank</ner> with 20 ovens.",
    "<party kind=person ner=PERSON>Ada Quill</party>, of <party kind=company ner=ORG>Norbank</party>, paid it.",
    "The <party kind=public_body ner=ORG>Norbank City Council</party> and the <party kind=organization ner=ORG>Norbank Teachers Association</party> met. It shut two of <ner label=ORG>Norbank</ner>'s schools.",
    # firms named once, journals, nations and a government's own
    "It sued its former auditors, <party kind=company ner=ORG score=0.5>Kerr Brandt</party>, in May.",
    "It was published in the journal <party kind=organization>Ovens and Health</party>, she said.",
    "She kept a journal. Ovens and health matter.",
    "It has an accord with the <party kind=public_body ner=ORG>Norbank Creek Nation</party> and <party kind=company ner=ORG>Oven Nation</party>.",
    "The <party kind=public_body>federal government</party>'s <party kind=public_body ner=ORG>Clean Ovens Fund</party> lent it $2; the <party kind=company ner=ORG>Halvor Clean Fund</party> did not.",
    # bodies of two, trades in small letters, venues and districts
    "It told the <party kind=public_body ner=ORG>Treasury</party> and <party kind=organization ner=ORG>Tier Association</party> so.",
    "It will play in an arena called <ner label=LOC>Tier Harbour Bank</ner> Place.",
    "It filed in the <party kind=public_body>U.S. Bankruptcy Court</party>, <ner label=ORG>District of Ohio</ner>.",
    "It bought the <ner label=LOC>Norbank Mall</ner> in May.",
    # teams where there is some talk of sport
    "The <party kind=organization ner=ORG>Tier Mariners</party> have a coach and fans.",
    "The <party kind=organization ner=ORG>Norbank Bruins</party> sold tickets for the season; the fans paid.",
    "The <party kind=company ner=ORG>Tier Mariners</party> sold the mill.",
    # more bodies by their common nouns
    "The <party kind=public_body ner=ORG>Norbank Board of Finance</party> and the <party kind=public_body ner=ORG>Tier Fire District</party> met.",
    "The <party kind=public_body ner=ORG>Governor's Office</party> and the <party kind=public_body ner=ORG>Office of the Comptroller</party> agreed.",
    "The <party kind=public_body ner=ORG>Tier Prosecution Service</party> and the <party kind=public_body ner=ORG>Inland Revenue</party> said so.",
    "The <party kind=public_body ner=ORG>House Ways and Means Committee</party> and the <party kind=public_body ner=ORG>Ohio House of Delegates</party> met.",
    "The <party kind=organization ner=ORG>Salvation Army</party> sued; so did the <party kind=organization ner=ORG>Norbank Food Bank</party>.",
    "The <party kind=organization ner=ORG>Tier Ballet</party> and the <party kind=organization ner=ORG>Norbank Public Library</party> agreed.",
    "The <party kind=organization ner=ORG>Center for Oven Policy</party> told <party kind=organization ner=ORG>Friends of Tier Park</party> and <party kind=organization ner=ORG>Save Our Ovens</party> so.",
    "The <party kind=organization ner=ORG>Norbank Star-Tribune</party> said so.",
    "Under the <ner label=ORG>Companies Act 1985</ner> and <ner label=ORG>Proposition 12</ner> it must.",
    "It stands on <ner label=ORG>Interstate 95</ner> in the <ner label=ORG>West End</ner>.",
    "The <party kind=company ner=ORG>Norbank Library Services Ltd</party> sued <party kind=company ner=ORG>Route Kerr</party>.",
    # a country's own government, clubs in the business pages, malls in short
    "Under the <party kind=public_body>Government</party>'s plan it may sell the mill.",
    "It told the <party kind=public_body>Government</party> so, and the <party kind=public_body>Government</party> agreed.",
    "The <party kind=public_body>Danish government</party> agreed; the Government paid.",
    "The mill is Government property.",
    "The football club had a good season; its fans paid. <party kind=organization ner=ORG>Tier Rovers</party>, seventh in the league, play <party kind=organization ner=LOC>Norbank</party> tonight.",
    "The <party kind=company ner=ORG>Halvor</party> orchestra will play <ner label=LOC>Norbank</ner> tonight.",
    "It bought the <ner label=LOC>Tier Mall</ner> in May. <ner label=ORG>Tier</ner>'s tenants paid.",
    # the two parties, journals by what stands before them, who is no party
    "<party kind=organization>Democrats</party> said so. It left it to <party kind=organization>Republicans</party>.",
    "The tax was opposed by <party kind=organization>Republicans</party>.",
    "Some nine Republicans and three rural Democrats voted no.",
    "A study in <party kind=organization ner=ORG>Oven Medicine</party> and one published this week in <party kind=organization ner=ORG>Tier Cell</party> said so.",
    "It invested in <party kind=company ner=ORG>Oven Medicine</party> in May.",
    "<ner label=PERSON>Ald</ner>. <party kind=person ner=PERSON>Ada Quill</party> voted no; <ner label=ORG>Residents</ner> agreed.",
    "The <party kind=organization ner=ORG>Norbank Jays</party> sold tickets for the season; the fans paid.",
    # leagues whose first word is a title
    "A place in the <party kind=organization ner=ORG>Premier League</party> is worth more.",
    "Premier <party kind=person ner=PERSON>Ada Quill</party> met them.",
    "It will float on the <party kind=organization>Alternative Investment Market</party> in May.",
]  # fmt: skip


@pytest.mark.parametrize("markup", SENTENCES)
def test_names(markup):
    outcome = analyse(markup)
    assert outcome.names() == outcome.expected()


SEATS = [
    # (text, what the NER marks, the firm)
    ("It is led by Norbank Capital of Sweden.", "Norbank Capital of Sweden", "Norbank Capital"),
    ("Tier Properties of Norbank, which bought the mill, agreed.", "Tier Properties of Norbank", "Tier Properties"),
    ("It was sold to Halvor Shipping of Norway in May.", "Halvor Shipping of Norway", "Halvor Shipping"),
    ("It owed Halvor Industries of Norbank $2.", "Halvor Industries of Norbank", "Halvor Industries of Norbank"),
    ("It owed Kerr Trust of Ohio $2.", "Kerr Trust of Ohio", "Kerr Trust of Ohio"),
    ("It owed Tier Group of Companies $2.", "Tier Group of Companies", "Tier Group of Companies"),
]


@pytest.mark.parametrize(("text", "marked", "firm"), SEATS)
def test_where_a_firm_is_from_is_no_part_of_its_name(text, marked, firm):
    outcome = analyse(text.replace(marked, f"<ner label=ORG>{marked}</ner>"))
    assert [name for name, _ in outcome.names()] == [firm]


HEADS = [
    # (text, who is named)
    ("Mill sold\nBy Business Staff\nIt was sold.", []),
    ("Mill sold\nBy our Courts Reporter\nIt was sold.", []),
    ("Mill sold\nBy Ada Quill\n<ner label=ORG>Capitol Bureau</ner>\nIt was sold.", [("Ada Quill", "person")]),
    ("Mill sold\n<ner label=ORG>Our Bureau</ner>\nNorbank, May 4\nIt was sold.", []),
    ("Mill sold\nBy Our <ner label=PERSON>Political Editor</ner>\nIt was sold.", []),
    ("Mill sold\nBy Ada Reporter Quill\nIt was sold.", [("Ada Reporter Quill", "person")]),
]


@pytest.mark.parametrize(("text", "named"), HEADS)
def test_desks_and_bureaus_are_no_authors(text, named):
    assert analyse(text, headline=True).names() == named


POSSESSIVES = [
    # (text, how many parties)
    ("Nurses at <ner label=ORG>St. Olaf</ner>'s agree. <ner label=ORG>St. Olaf's Medical Center</ner> said so.", 1),
    ("<ner label=ORG>Kerr's Bakery</ner> opened in May. It is at <ner label=ORG>Kerr</ner>'s that bakers eat.", 1),
    ("<ner label=ORG>Kerr’s Bakery</ner> opened in May. At <ner label=ORG>Kerr</ner>’s, bakers eat.", 1),
    ("<ner label=ORG>Kerr's Bakery</ner> sued. <ner label=ORG>Kerr</ner> owns it, and <ner label=ORG>Kerr</ner>'s mill.", 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), POSSESSIVES)
def test_a_name_whose_possessive_is_part_of_it_is_one_party(text, parties):
    assert len(analyse(text).resolution.parties) == parties

CUT = [
    # (text, who is found)
    ("It is run by the <ner label=ORG>Norbank</ner> and <ner label=ORG>Tier Trust</ner>.", ["Norbank and Tier Trust"]),
    ("It told the <ner label=LOC>Norbank</ner> and <ner label=ORG>Tier Association</ner>.", ["Norbank and Tier Association"]),
    ("It told <ner label=ORG>Norbank</ner> and <ner label=ORG>Tier Trust</ner> so.", ["Norbank", "Tier Trust"]),
    ("It told the <ner label=ORG>Treasury</ner> and <ner label=ORG>Tier Trust</ner>.", ["Treasury", "Tier Trust"]),
    ("The <ner label=ORG>Tier Provincial life</ner> office sold it.", ["Tier Provincial"]),
    ("The <ner label=ORG>Tier Provincial oil</ner> group sold it.", ["Tier Provincial"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), CUT)
def test_where_a_name_begins_and_ends(text, found):
    assert [name for name, _ in analyse(text).names()] == found
