"""Posts as daily papers tell them: bare titles of local officers, and persons told by what they do; all invented."""

import pytest

from .test_positions_sentences import Q, V, facts

AQ, TR = "Ada Quill", "Tomas Rey"
COUNCIL, CITY = "<ner label=ORG>Norbank City Council</ner>", "<ner label=GPE>Norbank</ner>"
SCHOOLS = "<ner label=ORG>Tier Falls School District</ner>"
UNI, NURSING = "<ner label=ORG>Halvor State University</ner>", "<ner label=ORG>Brandt School of Nursing</ner>"
UNION, HEALTH = "<ner label=ORG>Tier Nurses Union</ner>", "<ner label=ORG>Halvor Health System</ner>"


def holds(person, title, body):
    return person, title, body, "holds", "ongoing"


#: (text, the facts as (person, title, organisation, change, status))
OFFICERS = [
    # officers of a city, and not of its council
    (f"The {COUNCIL} met. Mayor {Q} agreed.", [holds(AQ, "Mayor", "Norbank")]),
    (f"The {COUNCIL} met. City Manager {Q} agreed.", [holds(AQ, "City Manager", "Norbank")]),
    (f"The {COUNCIL} met. City finance director {Q} agreed.", [holds(AQ, "City finance director", "Norbank")]),
    ("The <ner label=ORG>New York City Council</ner> met. Mayor " + Q + " agreed.", [holds(AQ, "Mayor", "New York City")]),
    # members of a council, and a clerk who is none
    (f"The {COUNCIL} met. Council member {Q} agreed.", [holds(AQ, "Council member", "Norbank City Council")]),
    (f"The {COUNCIL} met. Councilor {Q} agreed.", [holds(AQ, "Councilor", "Norbank City Council")]),
    (f"The {COUNCIL} met. Coun. {Q} agreed.", [holds(AQ, "Coun.", "Norbank City Council")]),
    (f"{V} grew. Town Supervisor {Q} agreed.", [holds(AQ, "Town Supervisor", None)]),
    (f"The {COUNCIL} met. Clerk {Q} agreed.", []),
    # superintendents, nursing officers, deans: the body that has such
    (f"The {COUNCIL} met the {SCHOOLS}. The {COUNCIL} paid. Superintendent {Q} agreed.",
     [holds(AQ, "Superintendent", "Tier Falls School District")]),
    (f"The {COUNCIL} met. The {COUNCIL} paid. Superintendent {Q} agreed.", []),
    (f"The {HEALTH} paid. The {UNION} met. The {UNION} agreed. Chief nursing officer {Q} agreed.",
     [holds(AQ, "Chief nursing officer", "Halvor Health System")]),
    (f"{UNI} opened its {NURSING}. {UNI} grew. Dean {Q} agreed.", [holds(AQ, "Dean", "Brandt School of Nursing")]),
    (f"{UNI} grew. Dean {Q} agreed.", [holds(AQ, "Dean", "Halvor State University")]),
    # a sort of body before the title
    (f"{V} gave {UNI} $3 million. It was glad, university President {Q} said.",
     [holds(AQ, "President", "Halvor State University")]),
    (f"{V} met the {UNION}. {V} grew. “No,” said union president {Q}.", [holds(AQ, "president", "Tier Nurses Union")]),
    (f"The <ner label=ORG>Democrats</ner> won. {V} grew. “No,” said state party spokeswoman {Q}.",
     [holds(AQ, "spokeswoman", "Democrats")]),
    (f"{V} grew. “No,” said university President {Q}.", [holds(AQ, "President", None)]),
    # commissioners of a department
    (f"The <ner label=ORG>Department of Transportation</ner> paid. “No,” said Transportation Commissioner {Q}.",
     [holds(AQ, "Transportation Commissioner", "Department of Transportation")]),
    (f"The <ner label=ORG>Department of Health</ner> paid. “No,” said Transportation Commissioner {Q}.",
     [holds(AQ, "Transportation Commissioner", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "wanted"), OFFICERS, ids=[text for text, _ in OFFICERS])
def test_officer(markup, wanted):
    found, _ = facts(markup)
    assert sorted(found, key=str) == sorted(wanted, key=str)


#: (text, the facts as (person, title, organisation, change, status))
DOINGS = [
    # what somebody does at a body is the post
    (f"“No,” said {Q}, who teaches finance at {UNI} in Lowfield.", [holds(AQ, "teaches finance", "Halvor State University")]),
    (f"“No,” said {Q}, who manages a bond fund at {V}.", [holds(AQ, "manages a bond fund", "Velmora")]),
    (f"{Q}, who treats burns at {HEALTH}, agreed.", [holds(AQ, "treats burns", "Halvor Health System")]),
    (f"{Q}, who has covered the trade at length for years, agreed.", []),
    (f"{Q}, who follows the trade at a distance, met {V}.", []),
    (f"{Q}, who teaches her son at {V}'s mill, agreed.", []),
    (f"{V} grew. {Q}, who has run the group's British business since 2011, agreed.",
     [holds(AQ, "run the group's British business", "Velmora")]),
    (f"{V} grew. {Q}, who runs its oven division, agreed.", [holds(AQ, "runs its oven division", "Velmora")]),
    (f"{V} grew. {Q}, who ran its oven division, agreed.", []),
    # a description before the post
    (f"{V} grew. {Q}, the builder who has been chairman since 1989, will keep his shares.", [holds(AQ, "chairman", "Velmora")]),
    (f"The {UNION} met. “No,” said {Q}, a ward nurse and the union's president.",
     [holds(AQ, "president", "Tier Nurses Union")]),
    (f"{V} grew. {Q}, a cousin and the mother of its chairman, agreed.", []),
    # a region behind the post
    (f"{V} grew. The company's managing director for Europe, Mr {Q}, agreed.",
     [holds(AQ, "managing director for Europe", "Velmora")]),
    (f"{V} grew. Its sales director for North America, {Q}, agreed.", [holds(AQ, "sales director for North America", "Velmora")]),
    (f"{V} grew. Its sales director for Europe met {Q} in Leeds.", []),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "wanted"), DOINGS, ids=[text for text, _ in DOINGS])
def test_doing(markup, wanted):
    found, _ = facts(markup)
    assert sorted(found, key=str) == sorted(wanted, key=str)


NATION = "<ner label=ORG>Otter Bay Nation</ner>"

#: (text, the facts as (person, title, organisation, change, status))
SPEAKERS = [
    # who has just said something speaks on
    (f"{V} grew. {V} paid. The {UNION}, which has 900 members, said it would go. “No,” national director {Q} said.",
     [holds(AQ, "national director", "Tier Nurses Union")]),
    (f"{V} grew. {V} paid. The {UNION} said it would go. “No,” said spokeswoman {Q}.",
     [holds(AQ, "spokeswoman", "Tier Nurses Union")]),
    (f"{V} grew. {V} paid. The {UNION} said it would go. “No,” said chief executive {Q}.",
     [holds(AQ, "chief executive", "Velmora")]),
    (f"{V} grew. {V} paid. It met the {UNION}, {V} said. “No,” said spokeswoman {Q}.", [holds(AQ, "spokeswoman", "Velmora")]),
    # a nation's chief, a team's owner, a party's spokesman
    (f"{V} met the {NATION}. Chief {Q} agreed.", [holds(AQ, "Chief", "Otter Bay Nation")]),
    (f"{V} grew. Chief {Q} agreed.", []),
    ("The hockey club <ner label=ORG>Norbank Ravens</ner> won. " + f"{V} lent the club $2 million. Team owner {Q} agreed.",
     [holds(AQ, "owner", "Norbank Ravens")]),
    # boards, owners, two at once
    (f"The {SCHOOLS} paid. The <ner label=ORG>Tier School Board</ner> met. Board member {Q} agreed.",
     [holds(AQ, "Board member", "Tier School Board")]),
    (f"The <ner label=ORG>Tier School Board</ner> met. Board Chairwoman {Q} agreed.",
     [holds(AQ, "Board Chairwoman", "Tier School Board")]),
    (f"The {COUNCIL} met. Council President {Q} agreed.", [holds(AQ, "President", "Norbank City Council")]),
    (f"{V} grew. Board member {Q} agreed.", []),
    (f"{V} grew. Owner {Q}, who is 74, bought the mill in 1981.", [holds(AQ, "Owner", "Velmora")]),
    (f"{V} grew. “No,” said owner {Q}.", [holds(AQ, "owner", "Velmora")]),
    (f"{V} grew. “No,” said restaurant owner {Q}.", []),
    (f"{Q} and <ner label=PERSON>Tomas Rey</ner> are the founders of {V}.",
     [holds(AQ, "founders", "Velmora"), holds(TR, "founders", "Velmora")]),
    (f"Friends of {Q} are the founders of {V}.", []),
    # a family's firm
    (f"{V} bid for <ner label=ORG>Quill & Sons</ner>. {V} paid. {Q}, who is chairman, said no.",
     [holds(AQ, "chairman", "Quill & Sons")]),
    (f"{V} bid for <ner label=ORG>Rey & Sons</ner>. {V} paid. {Q}, who is chairman, said no.",
     [holds(AQ, "chairman", "Velmora")]),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "wanted"), SPEAKERS, ids=[text for text, _ in SPEAKERS])
def test_speaker(markup, wanted):
    found, _ = facts(markup)
    assert sorted(found, key=str) == sorted(wanted, key=str)
