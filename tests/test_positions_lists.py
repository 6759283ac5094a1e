"""Posts whose organisation a list or the sentence's opening tells, roles in other words, and titles run on to names.

Every name is invented.
"""

import pytest

from .test_positions_sentences import OST, Q, R, V, facts
from .test_positions_stories import AQ, TR, holds, left, took

W = "<ner label=PERSON>Kim Oban</ner>"


#: (text, the facts as (person, title, organisation, change, status))
CASES = [
    # the organisation of a list
    (f"{V} grew. Led by managing director {Q} and principal {R}, the firm grew.", [holds(AQ, "managing director", "Velmora"), holds(TR, "principal", "Velmora")]),
    (f"Helmed by attorneys {Q}, {R} and {W}, {V} won the case.", [holds(AQ, "attorneys", "Velmora"), holds("Kim Oban", "attorneys", "Velmora"), holds(TR, "attorneys", "Velmora")]),
    (f"The {V} team of {Q}, Principal; {R}, Managing Director; and {W}, Associate, represented {OST}.", [holds(AQ, "Principal", "Velmora"), holds("Kim Oban", "Associate", "Velmora"), holds(TR, "Managing Director", "Velmora")]),
    (f"The {V} team, including {Q}, Chairman, and {R}, Executive Vice President, closed the sale.", [holds(AQ, "Chairman", "Velmora"), holds(TR, "Executive Vice President", "Velmora")]),
    (f"{OST} paid. “It works,” said {Q}, CEO, and {R}, President, of {V}.", [holds(AQ, "CEO", "Velmora"), holds(TR, "President", "Velmora")]),
    (f"{Q}, owner of {V} and {OST}, spoke.", [holds(AQ, "owner", "Velmora"), holds(AQ, "owner", "Ostrand")]),
    (f"{Q}, owner of {V} and {OST} agreed.", [holds(AQ, "owner", "Velmora")]),
    (f"{Q} served as president of both {V} and {OST} for a year.", [left(AQ, "president", "Velmora"), left(AQ, "president", "Ostrand")]),
    (f"{V} grew. Co-led by managing partners {Q} and {R}, the firm sells mills.", [holds(AQ, "managing partners", "Velmora"), holds(TR, "managing partners", "Velmora")]),
    (f"{Q}, Board Chair of {V}, spoke.", [holds(AQ, "Board Chair", "Velmora")]),
    # a title without a comma, in several words, of a department
    (f"“It works,” says {Q} chairman of {V}.", [holds(AQ, "chairman", "Velmora")]),
    (f"They met {Q} chairman of nothing at {V}.", []),
    (f"{V} grew. {Q}, President and Chief Executive Officer, agreed.", [holds(AQ, "President and Chief Executive Officer", "Velmora")]),
    (f"{Q}, editor in chief of {V}, spoke.", [holds(AQ, "editor in chief", "Velmora")]),
    (f"{Q}, Director of Finance of {V}, spoke.", [holds(AQ, "Director of Finance", "Velmora")]),
    (f"{Q}, Vice President, <ner label=ORG>Ovens & Homes</ner> at {V}, spoke.", [holds(AQ, "Vice President, Ovens & Homes", "Velmora")]),
    (f"{Q}, a digital PR specialist at {V}, spoke.", [holds(AQ, "digital PR specialist", "Velmora")]),
    (f"So said {Q}, {V}'s CTIO.", [holds(AQ, "CTIO", "Velmora")]),
    # posts that are over
    (f"{Q}, a former {V} chief executive, spoke.", [left(AQ, "chief executive", "Velmora")]),
    (f"{Q}, ex-chief executive of {V}, spoke.", [left(AQ, "chief executive", "Velmora")]),
    (f"{Q}, once head of sales at {V}, spoke.", [left(AQ, "head of sales", "Velmora")]),
    (f"{Q}, who was until last year the finance chief of {V}, spoke.", [left(AQ, "finance chief", "Velmora")]),
    (f"{Q}, who stepped down as {V} chief executive, spoke.", [left(AQ, "chief executive", "Velmora")]),
    (f"{Q}'s previous role as treasurer of {V} taught her much.", [left(AQ, "treasurer", "Velmora")]),
    (f"{Q} has held CFO roles at {V} and {OST}.", [left(AQ, "CFO", "Velmora"), left(AQ, "CFO", "Ostrand")]),
    (f"{Q} chaired {V}.", [left(AQ, "chaired", "Velmora")]),
    (f"{Q} led {V} to a win.", []),
    # posts taken and kept
    (f"{Q} has taken up the role of general manager at {V}.", [took(AQ, "general manager", "Velmora")]),
    (f"{Q} took the general manager at {V} to court.", []),
    (f"{Q} returned to {V} as chief executive.", [took(AQ, "chief executive", "Velmora")]),
    (f"{Q} will continue in her role as president of {V}.", [holds(AQ, "president", "Velmora")]),
    (f"{Q} has been hired by {V} as its treasurer.", [took(AQ, "treasurer", "Velmora")]),
    (f"{V} promoted {Q}, its head of sales, to chief operating officer.", [holds(AQ, "head of sales", "Velmora"), took(AQ, "chief operating officer", "Velmora")]),
    (f"{V} announced the appointment of {Q} as a director in its lending team and {R} as a partner.", [took(AQ, "director", "Velmora"), took(TR, "partner", "Velmora")]),
    (f"{Q} has been named to succeed {R} as chief executive of {V}.", [took(AQ, "chief executive", "Velmora"), left(TR, "chief executive", "Velmora")]),
    (f"{Q}, sacked as chief executive of {V} in March, is suing.", [left(AQ, "chief executive", "Velmora")]),
    (f"{V} has parted ways with its chief executive, {Q}.", [left(AQ, "chief executive", "Velmora")]),
    (f"{Q} will be the next chairman of {V}.", [(AQ, "chairman", "Velmora", "appointed", "expected")]),
    (f"{Q} will be stepping down from her role as chairman of {V}.", [(AQ, "chairman", "Velmora", "left", "expected")]),
    (f"If {Q} is named chairman of {V}, mills will close.", []),
    (f"{Q} is a suspected member of {V}.", []),
    (f"{V} has named a new finance chief, {Q}.", [took(AQ, "finance chief", "Velmora")]),
    (f"{V}'s outgoing chairman, {Q}, spoke.", [holds(AQ, "chairman", "Velmora")]),
    # offices of states, past and without a party
    (f"Former French president {Q} spoke.", [left(AQ, "president", None)]),
    (f"Former New York Governor {Q} spoke.", [left(AQ, "Governor", "New York")]),
    (f"Former Mayor {Q} spoke.", [left(AQ, "Mayor", None)]),
    (f"{V} paid {OST}. Human Services Secretary {Q} spoke.", []),
    # who is spoken of, and who it is
    (f"{Q} joined {V}. She studied. She likes mills. She bakes. She sails. Earlier, she was treasurer of {OST}.", [left(AQ, "treasurer", "Ostrand")]),
    (f"{Q} joined {V}. Mills grew. Rates fell. Mills fell. Rates grew. Earlier, she was treasurer of {OST}.", []),
    (f"The chairman of {V} is {Q}.", [holds(AQ, "chairman", "Velmora")]),
    (f"Both came from {OST}, where {Q} was also a co-founder.", [left(AQ, "co-founder", "Ostrand")]),
    (f"Analysts {Q} and {R} of {V} spoke.", [holds(AQ, "Analysts", "Velmora"), holds(TR, "Analysts", "Velmora")]),
    (f"As the former CEO of {V} (bought by {OST}) and head of sales at {OST}, {Q} knows mills.", [left(AQ, "CEO", "Velmora"), left(AQ, "head of sales", "Ostrand")]),
    (f"“We grew,” added {Q} Principal, {V}.", [holds(AQ, "Principal", "Velmora")]),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "wanted"), CASES)
def test_position(markup, wanted):
    found, outcome = facts(markup)
    assert len(found) == len(wanted), found
    assert sorted(found, key=str) == sorted(wanted, key=str)
    assert all(draft.rule and draft.cues for draft in outcome.drafts)


RELEASE = "LEEDS – Harrow Foods Inc. (NYSE: HRW) today announced its results.\n\nHarrow Foods grew, it said.\n\n"


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("Media Contact:\nLaura Bennett, Director of Communications\n+1 604-983-8847", [("Laura Bennett", "Director of Communications", "Harrow Foods Inc.")]),
        ("Contact Details\nThomas Reed, President & CEO\n+1 604-983-8847", [("Thomas Reed", "President & CEO", "Harrow Foods Inc.")]),
        ("Media Contact:\nLaura Bennett\nDirector of Communications", [("Laura Bennett", "Director of Communications", "Harrow Foods Inc.")]),
        ("Media Contact:\nLaura Bennett\nDirector of Communications\nTier Oy", [("Laura Bennett", "Director of Communications", "Tier Oy")]),
        ("Media Contact:\nLaura Bennett\nDirector of Communications\nLind Media Group", [("Laura Bennett", "Director of Communications", "Lind Media Group")]),
        ("Media Contact:\nLaura Bennett\nDirector of Communications\nLaura spoke to us all", [("Laura Bennett", "Director of Communications", "Harrow Foods Inc.")]),
        ("Media Contact:\nLaura Bennett, Director of Communications, Tier Oy", [("Laura Bennett", "Director of Communications", "Tier Oy")]),
        ("Media Contact:\nLaura Bennett - Director of Communications", [("Laura Bennett", "Director of Communications", "Harrow Foods Inc.")]),
        ("Media Contact:\nLaura Bennett spoke\nDirector of Communications", []),
        ("Media Contact:\nLaura Bennett\nDirector of Communications: Thomas Reed", []),
        ("Contact Details\nThomas Reed\nEditor@harrow.com", []),
        ("Contact Details\nThomas Reed\n+1 604-983-8847", []),
    ],
)
def test_contact_lines(extractor, lines, wanted):
    from pipeline.read import article_from_text

    record = extractor.extract(article_from_text(RELEASE + lines + "\n", published="2025-08-12"))
    names = {party.id: party.name for party in record.parties}
    found = [(names[f.subject], f.title, names[f.object]) for f in record.facts if f.type == "position"]
    assert found == wanted
    assert all(fact.evidence.text in lines for fact in record.facts if fact.type == "position")
