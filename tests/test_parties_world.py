"""How far names go and what they are, in the papers of many countries: courts of towns, offices, unions, states."""

import pytest

from tests.party_support import analyse

SENTENCES = [
    # bodies in small letters of places, known or marked
    "The <party kind=public_body><ner label=LOC>Osterby</ner> council</party> sued.",
    "A <party kind=public_body><ner label=LOC>Osterby</ner> regional court</party> barred it.",
    "<party kind=public_body><ner label=LOC>Osterby</ner>'s council</party> said no.",
    "A lawyer told the <party kind=public_body><ner label=ORG>Osterby</ner> court</party> so.",
    "The <party kind=company ner=ORG>Osterby</party> police van fell.",
    "<party kind=public_body><ner label=LOC>Norway</ner>'s export credit agency</party> paid half.",
    "<party kind=public_body><ner label=LOC>Chile</ner>'s cabinet</party> has set it aside.",
    "The <ner label=LOC>Osterby</ner> mill council met.",
    "They met on a tennis court in <ner label=LOC>Osterby</ner>.",
    # the paper's own, where no name is told
    "The <party kind=public_body>central bank</party> said it was late. Ovens fell.",
    "The <party kind=public_body>agriculture ministry</party> has bought two ovens.",
    "A mill may not fail, and <party kind=public_body>parliament</party> must vote on it.",
    "The <party kind=public_body>Central Bank of Chile</party> paid. A central bank may fail.",
    "The ministry said so.",
    # offices, with nobody's name behind
    "It sued the <party kind=public_body>Commissioner of Lands</party> and the <party kind=public_body>Attorney-General</party>.",
    "The <party kind=public_body>Director of Public Prosecutions</party> withdrew it.",
    "The <party kind=public_body>Special Prosecutor</party> has filed two counts.",
    "The Attorney-General, <party kind=person ner=PERSON>Ada Quill</party>, withdrew it.",
    "He asked Attorney-General <party kind=person ner=PERSON>Ada Quill</party>.",
    # by their names
    "The <party kind=public_body ner=ORG>Federal Office of Kilns</party> paid.",
    "The <party kind=public_body ner=ORG>Scottish Investment Bank</party> put in £2m.",
    "The <party kind=public_body ner=ORG>Ohio Teachers' Retirement System</party> sued.",
    "The <party kind=public_body ner=ORG>Kiln Systems Command</party> agreed.",
    "The <party kind=organization ner=ORG>Insurance Council of Australia</party> said so.",
    "The <party kind=organization ner=ORG>Scottish Police Federation</party> sued.",
    "Workers of <party kind=organization ner=ORG>Bakers Local 588</party> met.",
    "She gave it to <party kind=organization ner=ORG>Wyedale Hospice</party>.",
    # parties that are called as their members are, unions by theirs
    "The governing <party kind=organization>Socialists</party> are four votes short.",
    "A bill that the <party kind=organization>Greens</party> oppose is late.",
    "Two greens and four liberals met.",
    "It had told the <party kind=organization>pilots' union</party> so.",
    "The <party kind=organization>Al Quilli family</party> sold it.",
    "Their union, <party kind=organization ner=ORG>Quillforbund</party>, sued.",
    "Their club, <party kind=company ner=ORG>Harrow Partners</party>, sued.",
    # states
    "<party kind=public_body ner=LOC>Norway</party> will convert the loan.",
    "<party kind=public_body ner=LOC>Norway</party>, undeterred, ordered ten.",
    "It may not sell without the consent of <party kind=public_body ner=LOC>Norway</party>.",
    "Arbitrators have ordered <party kind=public_body ner=LOC>Norway</party> to pay €2 million.",
    "Brussels has given <party kind=public_body ner=LOC>Norway</party> two months to pay.",
    "He met <party kind=public_body ner=LOC>Norway</party>'s climate minister.",
    "He lives in <ner label=LOC>Norway</ner>, and sold ovens.",
    "150 <ner label=LOC>S Harrow</ner> sold for $2 million.",
    # no parties
    "The <ner label=ORG>MV Harrow Star</ner> has lain idle.",
    "It was Bakery Company of the Year.",
    "It has a Variety of ovens.",
    "<ner label=ORG>Broadcaster</ner> <party kind=company ner=ORG>Coral Harrow</party> sold it.",
    # how far a name goes
    "It sued <party kind=company ner=ORG>Great Quill Mills Co.</party> in May.",
    "Rivals have it worse: <ner label=ORG><party kind=company>Harrow Walls</party> of Osterby</ner> lost $8 million.",
    "<party kind=company ner=ORG>Harrow Walls of Osterby</party> grew. It was sold to <party kind=company ner=ORG>Harrow Walls of Osterby</party>.",
    "The <party kind=organization ner=ORG>Art Institute of Osterby</party> paid.",
    "It owns Tierco, <party kind=company><ner label=ORG>Quill Pallets and</ner> <ner label=ORG>Crates</ner></party> and two mills.",
    "So said Dr <party kind=person><ner label=PERSON>Ada</ner> (<ner label=PERSON>Addie</ner>) <ner label=PERSON>Quill</ner></party>.",
    "So said <party kind=person><ner label=PERSON>Ma</ner>. <ner label=PERSON>Ada Quill</ner></party>.",
    "The shares trade on the <party kind=organization>TSX Venture Exchange</party> only.",
    "Its <ner label=ORG><party kind=public_body>Department of Kilns</party> business</ner> grew.",
    # firms that a word for persons stands before or behind
    "<party kind=company ner=ORG score=0.9>Neon Quill</party>, whose database is open, grew.",
    "<party kind=person ner=PERSON score=0.9>Ada Quill</party>, whose mill is open, left.",
    "Its owner, <party kind=company ner=ORG score=0.9>Quill Boru</party>, paid.",
    "Its owner, <party kind=person ner=PERSON score=0.9>Ada Quill</party>, paid.",
]

ONE_PARTY = [
    "<party is=A kind=company ner=ORG>PT Nusa Quill</party> paid. <party is=A kind=company ner=ORG>Nusa Quill</party> grew.",
    "<party is=A kind=company ner=ORG>QuilCom</party> asked. <party is=A kind=company ner=ORG>Quil Communications Networks Inc.</party> paid. <party is=A kind=company ner=ORG>QuilCom</party> won.",
    "<party is=A kind=company ner=ORG>QuilCom</party> asked. <party is=B kind=company ner=ORG>Quil Mills Inc.</party> paid.",
    "The <party is=A kind=public_body ner=ORG>United States Kiln Force</party> met the <party is=A kind=public_body ner=ORG>U.S. Kiln Force</party>. The <party is=A kind=public_body ner=ORG>Kiln Force</party> paid.",
    "The <party is=A kind=company ner=ORG>Quill Ovenware Group SE</party> grew. <party is=A kind=company ner=ORG>TQOG</party>'s sales rose.",
]


@pytest.mark.parametrize("markup", SENTENCES, ids=range(len(SENTENCES)))
def test_parties_of_the_world(markup: str):
    outcome = analyse(markup)
    assert outcome.names() == outcome.expected()


@pytest.mark.parametrize("markup", ONE_PARTY, ids=range(len(ONE_PARTY)))
def test_one_party_of_the_world(markup: str):
    outcome = analyse(markup)
    found = {(start, end): party for start, end, party, form in outcome.resolution.mentions}
    groups: dict[str, set[str | None]] = {}
    for tag in outcome.tags:
        groups.setdefault(tag.attributes["is"], set()).add(found.get((tag.start, tag.end)))
    assert all(len(group) == 1 and None not in group for group in groups.values())
    assert len({*map(tuple, groups.values())}) == len(groups)
