"""Who leaves a post and who takes it, what nobody did, and since when; every name is invented."""

import pytest

from .test_positions_sentences import OST, Q, R, V, facts

AQ, TR = "Ada Quill", "Tomas Rey"


def holds(person, title, body="Velmora"):
    return person, title, body, "holds", "ongoing"


def left(person, title, body="Velmora"):
    return person, title, body, "left", "completed"


def leaves(person, title, body="Velmora"):
    return person, title, body, "left", "expected"


def took(person, title, body="Velmora"):
    return person, title, body, "appointed", "completed"


def takes(person, title, body="Velmora"):
    return person, title, body, "appointed", "expected"


#: (text, the facts as (person, title, organisation, change, status))
CASES = [
    # both halves
    (f"{Q} made way for {R} as chairman of {V}.", [left(AQ, "chairman"), took(TR, "chairman")]),
    (f"{Q} was replaced as chairman of {V} by {R}.", [left(AQ, "chairman"), took(TR, "chairman")]),
    (f"{Q} has been replaced by {R} as chairman of {V}.", [left(AQ, "chairman"), took(TR, "chairman")]),
    (f"{V} chairman {Q} will be succeeded by {R}.", [holds(AQ, "chairman"), leaves(AQ, "chairman"), takes(TR, "chairman")]),
    (f"{V} replaced chairman {Q} with {R}.", [left(AQ, "chairman"), took(TR, "chairman")]),
    (f"{V} is replacing {Q} as chairman with {R}.", [leaves(AQ, "chairman"), takes(TR, "chairman")]),
    (f"{Q} hands over the chairmanship of {V} to {R}.", [left(AQ, "chairmanship"), took(TR, "chairmanship")]),
    (f"{Q} will step down as chairman of {V}, with {R} taking over.", [leaves(AQ, "chairman"), takes(TR, "chairman")]),
    (f"{Q} will retire as chairman of {V}, making way for the former {OST} boss {R}.",
     [leaves(AQ, "chairman"), takes(TR, "chairman"), left(TR, "boss", "Ostrand")]),
    (f"{Q} resigned as chairman of {V} and was succeeded by {R}.", [left(AQ, "chairman"), took(TR, "chairman")]),
    (f"{V} grew. Chairman {Q} said the old roof was replaced by {R}.", [holds(AQ, "Chairman")]),
    (f"{V} grew. Chairman {Q} handed a lamp to {R}.", [holds(AQ, "Chairman")]),
    (f"{Q}, chairman of {V}, said the roofer was to be replaced by {R}.", [holds(AQ, "chairman")]),
    # the holder of a post leaves
    (f"{Q} left {V} as treasurer.", [left(AQ, "treasurer")]),
    (f"{Q} left {V} to join {OST} as treasurer.", [took(AQ, "treasurer", "Ostrand")]),
    (f"{Q}, treasurer of {V}, has left the company.", [left(AQ, "treasurer")]),
    (f"{Q}, 51, the treasurer of {V}, has left.", [left(AQ, "treasurer")]),
    (f"{Q}, treasurer of {V}, retired last year.", [left(AQ, "treasurer")]),
    (f"{Q}, treasurer of {V}, left for London on Monday.", [holds(AQ, "treasurer")]),
    (f"{Q}, treasurer of {V}, left the meeting early.", [holds(AQ, "treasurer")]),
    (f"{Q}, treasurer of {V}, quit smoking last year.", [holds(AQ, "treasurer")]),
    (f"{V} chairman {Q} retired from the navy in 2001.", [holds(AQ, "chairman")]),
    (f"{Q}, chairman of {V}, was removed from the index.", [holds(AQ, "chairman")]),
    (f"{V} dismissed Interior Minister {Q} on Monday.", [left(AQ, "Interior Minister")]),
    (f"{V} relieved {Q} of her duties as chairman.", [left(AQ, "chairman")]),
    (f"{V} has agreed to name {Q} chairman.", [takes(AQ, "chairman")]),
    (f"{Q} has agreed to step down as chairman of {V}.", [leaves(AQ, "chairman")]),
    (f"{Q} was forced to resign as chairman of {V}.", [left(AQ, "chairman")]),
    (f"{Q} was chairman of {V} from 2009 to 2013 and is treasurer of {OST}.", [left(AQ, "chairman"), holds(AQ, "treasurer", "Ostrand")]),
    (f"{Q} is chairman of {V} and was treasurer of {OST}.", [holds(AQ, "chairman"), left(AQ, "treasurer", "Ostrand")]),
    (f"{Q}, chairman of {V} until 2019, spoke.", [left(AQ, "chairman")]),
    (f"{Q}, chairman of {V} until his retirement, spoke.", [left(AQ, "chairman")]),
    (f"{Q}, until recently chairman of {V}, spoke.", [left(AQ, "chairman")]),
    (f"{Q}, until now chairman of {V}, spoke.", [holds(AQ, "chairman")]),
    (f"{Q} will remain chairman of {V} until June.", [holds(AQ, "chairman")]),
    (f"{Q}, founder and former chairman of {V}, spoke.", [holds(AQ, "founder"), left(AQ, "chairman")]),
    (f"{R} said {Q} was chairman of {V}.", [holds(AQ, "chairman")]),
    (f"The ex-{V} chairman {Q} spoke.", [left(AQ, "chairman")]),
    (f"{V} was led by {Q} until 2019.", [left(AQ, "led")]),
    (f"{Q} led {V} from 2009 to 2013.", [left(AQ, "led")]),
    (f"{Q} leads {V}.", [holds(AQ, "leads")]),
    (f"{Q} leads {V} to a win.", []),
    (f"{V}'s shareholders voted {Q} off the board.", [left(AQ, "board")]),
    (f"{Q} and {R} have resigned from the board of {V}.", [left(AQ, "board"), left(TR, "board")]),
    (f"{Q} and {R} were named vice presidents of {V}.", [took(AQ, "vice presidents"), took(TR, "vice presidents")]),
    (f"{Q} and {R} were named vice president of {V}.", [took(TR, "vice president")]),
    (f"{Q} is leaving {V}, where she is treasurer.", [leaves(AQ, "treasurer")]),
    (f"{Q} met {V}, where she is treasurer.", [holds(AQ, "treasurer")]),
    (f"News anchor {Q} left {V} on Friday.", [left(AQ, "News anchor")]),
    (f"News anchor {Q} left {V}'s party on Friday.", []),
    (f"{Q} sits on the audit committee of {V}.", [holds(AQ, "audit committee")]),
    (f"{Q} will join the board of {V} as its treasurer.", [takes(AQ, "treasurer")]),
    # word order, headlines
    (f"Named general counsel of {V} on Tuesday was {Q}, 46.", [took(AQ, "general counsel")]),
    (f"Named general counsel of {V}, {Q} was happy.", [took(AQ, "general counsel")]),
    (f"{V} grew. {Q} named chief executive", [took(AQ, "chief executive")]),
    (f"{V} grew. {Q} fired chief engineer {R}.", [left(TR, "chief engineer")]),
    (f"{V}'s next chairman is {Q}.", [takes(AQ, "chairman")]),
    (f"{V}'s new chairman will be {Q}.", [takes(AQ, "chairman")]),
    (f"After stepping down as chairman of {V}, {Q} wrote a book.", [left(AQ, "chairman")]),
    (f"Since becoming chairman of {V} in 2019, {Q} has cut costs.", [took(AQ, "chairman")]),
    (f"With {Q} as chairman, {V} has cut costs.", [holds(AQ, "chairman")]),
    (f"{V}'s team includes {Q} as chairman and {R} as treasurer.", [holds(AQ, "chairman"), holds(TR, "treasurer")]),
    (f"{V} met {Q} as the chairman spoke.", []),
    (f"Under chairman {Q}, {V} has cut costs.", [holds(AQ, "chairman")]),
    (f"The new directors of {V} are {Q} and {R}.", [holds(AQ, "directors"), holds(TR, "directors")]),
    (f"Two directors of {V}, {Q} and {R}, resigned.", [left(AQ, "directors"), left(TR, "directors")]),
    (f"{V}'s chairman, {Q}, and treasurer, {R}, resigned.", [left(AQ, "chairman"), left(TR, "treasurer")]),
    (f"{V}'s chairman, {Q}, and treasurer, {R}, agreed.", [holds(AQ, "chairman"), holds(TR, "treasurer")]),
    (f"{V} has lost its chairman, {Q}, to {OST}.", [left(AQ, "chairman")]),
    (f"{V} lost to {OST}. {V} lost chairman {Q} in the crowd.", [holds(AQ, "chairman")]),
    (f"{V}'s board voted on Friday to remove {Q} as chairman.", [left(AQ, "chairman")]),
    (f"{V} chairman {Q} spoke. The court will dismiss {Q}'s claim.", [holds(AQ, "chairman")]),
    (f"{Q} used to be chairman of {V}.", [left(AQ, "chairman")]),
    (f"Then-{V} chairman {Q} spoke.", [left(AQ, "chairman")]),
    (f"{Q} will lead {V}.", [takes(AQ, "lead")]),
    (f"{Q} will lead {V} to a win.", []),
    (f"{V} said chairman {Q} would retire and be succeeded by {R}.",
     [holds(AQ, "chairman"), leaves(AQ, "chairman"), takes(TR, "chairman")]),
    # departments before a name and behind a comma, and what is no department
    (f"{V} head of Global Sales {Q} spoke.", [holds(AQ, "head of Global Sales")]),
    (f"{V} grew. {Q}, a film director, agreed.", []),
    (f"{V} grew. {Q}, the head of the household, agreed.", []),
    (f"{V} met {OST}. {OST} grew. Chairman {Q} said {V} would grow.", [holds(AQ, "Chairman")]),
    # lists of posts with years
    (f"{Q} joined in May. She was treasurer of {V} from 1975 until 1983, a director of {OST}, and a partner at <ner label=ORG>Kestrel Bank</ner>.",
     [left(AQ, "treasurer"), left(AQ, "director", "Ostrand"), left(AQ, "partner", "Kestrel Bank")]),
    # ministers
    (f"Trade, Industry and Energy Minister {Q} spoke.", [holds(AQ, "Trade, Industry and Energy Minister", None)]),
    (f"{R} and Energy Minister {Q} spoke.", [holds(AQ, "Energy Minister", None)]),
    (f"Attorney General {Q} of Ohio sued.", [holds(AQ, "Attorney General", "Ohio")]),
    (f"Former deputy transport minister {Q} spoke.", [left(AQ, "deputy transport minister", None)]),
    (f"{V} grew. Chairman {Q} is ill. She will be replaced by treasurer {R}.",
     [holds(AQ, "Chairman"), leaves(AQ, "Chairman"), holds(TR, "treasurer"), takes(TR, "Chairman")]),
    # what is confirmed
    (f"{V} confirmed {Q} as its new chairman.", [took(AQ, "chairman")]),
    (f"{V} announced {Q} as chairman.", [took(AQ, "chairman")]),
    # what nobody did
    (f"{V} declined to name {Q} chairman.", []),
    (f"{V} did not name {Q} chairman.", []),
    (f"{V} refused to appoint {Q} as chairman.", []),
    (f"{V} denied it had named {Q} chairman.", []),
    (f"{V} considered naming {Q} chairman.", []),
    (f"{V} has yet to name {Q} chairman.", []),
    (f"{V} opposed the appointment of {Q} as chairman.", []),
    (f"{V} did not rule on rates and named {Q} chairman.", [took(AQ, "chairman")]),
    (f"{V} rejected the resignation of chairman {Q}.", [holds(AQ, "chairman")]),
    (f"{V} failed to oust {Q} as chairman.", []),
    (f"{Q}, chairman of {V}, will not step down.", [holds(AQ, "chairman")]),
    (f"{Q} denied reports that she would step down as chairman of {V}.", []),
    (f"{Q} denied the charge and resigned as chairman of {V}.", [left(AQ, "chairman")]),
    (f"{Q} has not been removed as chairman of {V}.", []),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_posts(markup, wanted):
    found, _ = facts(markup)
    assert sorted(found, key=str) == sorted(wanted, key=str)
