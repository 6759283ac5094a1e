"""Firms that a NER takes for persons and places, or is not sure of: the words of business around them tell.

All names are invented. `score` is the NER's; each sentence holds all its parties and nothing else is one.
"""

from __future__ import annotations

import pytest

from .party_support import analyse

P, L, UNSURE = "ner=PERSON score=0.8", "ner=LOC score=0.6", "ner=ORG score=0.4"


def firm(mark: str, name: str = "Velmora") -> str:
    return f"<party kind=company {mark}>{name}</party>"


SENTENCES = [
    # what is at, of and in a firm
    f"Sales at {firm(L)} rose.",
    f"Pre-tax profits at {firm(P)} fell.",
    f"The order book at {firm(L)} shrank.",
    f"Shareholders of {firm(P, 'Verna Torrand')} voted.",
    f"Shares of {firm(P)} fell.",
    f"It bought a 20% stake in {firm(L)} in May.",
    f"It sold 11 per cent of {firm(L)} in May.",
    f"The receivers of {firm(L)} sold the mill.",
    f"She sits on the boards of {firm(P)} and {firm('ner=ORG', 'Ostrand Inc.')} in May.",
    f"The ferry was supplied by {firm(P)} in May.",
    f"It made a takeover bid for rival {firm(L)} in May.",
    f"It made a takeover bid for smaller rival {firm(L)} in May.",
    f"She quit {firm('ner=PERSON score=0.5', 'Oxley Marsh')} in May.",
    "She joined <party kind=person ner=PERSON score=0.7>Ada Quill</party> on the stage.",
    # what firms do and are done
    f"{firm(P)} was taken over in May.",
    f"{firm(L)}, maker of ovens, grew.",
    f"{firm(L)} posted a loss in May.",
    f"{firm(P)}'s statutory loss grew.",
    f"{firm(P)}'s bondholders met.",
    f"A {firm(P)}-owned mill closed.",
    f"{firm(UNSURE)} is to build a mill.",
    f"{firm(P, 'Verna Torrand')} have sold the mill.",
    # who leads it
    f"The former {firm(P)} boss <party kind=person ner=PERSON>Ada Quill</party> spoke.",
    f"The {firm(L)} finance director <party kind=person ner=PERSON>Ada Quill</party> spoke.",
    # where it is from
    f"Japan's {firm(P)} bought a mill in May.",
    f"It sold the mill to Finland's {firm(UNSURE)} in May.",
    # with whom business is done
    f"It signed a contract with {firm(UNSURE)} in May.",
    f"It took a loan from {firm(UNSURE)} in May.",
    f"It ordered six jets from {firm(UNSURE)} in May.",
    f"<party kind=person ner=PERSON>Ada Quill</party> founded {firm('ner=PERSON score=0.5')} in May.",
    f"It lost the order to its Swiss rival, {firm(UNSURE)}.",
    f"The trading house {firm(L)} cut prices.",
    f"{firm(UNSURE)}'s, the clothing chain, earned a prize.",
    # names that a NER broke, and forms of other languages
    f"It sold {firm(L, 'Vautry & Fils')} in May.",
    "It sold <party kind=company ner=ORG>Van der Ostrand NV</party> in May.",
]

NEAR_MISSES = [
    # a person's, told to be one or named in full
    "<party kind=person ner=PERSON>Ada Velmora</party> left. Sales at <party kind=person ner=PERSON>Velmora</party> rose.",
    "<party kind=person>Mr Velmora</party> has bought a mill; a loan from <party kind=person ner=PERSON>Velmora</party> helped.",
    "It was owned by <party kind=person ner=PERSON>Ada Quill</party> in May.",
    "<party kind=person ner=PERSON>Ada Quill</party> bought a mill in May.",
    "<party kind=person ner=PERSON>Ada Quill</party> and <party kind=person ner=PERSON>Tom Rey</party> have sold it.",
    # places
    "Sales in <ner label=LOC>Lowfield</ner> rose.",
    "In <ner label=LOC>Lowfield</ner>, a maker of ovens closed.",
    "The <ner label=LOC>Lowfield</ner> maker of ovens closed.",
    "It put $3 million into <ner label=LOC>Lowfield</ner> in May.",
    "Norway's <ner label=LOC>Lowfield</ner> is cold.",
    # told of something else
    f"It holds a stake in <ner label=LOC>Lowfield</ner>-based {firm('ner=ORG', 'Ostrand Inc.')}.",
    "It sold shares of <ner label=LOC>Lowfield</ner> operations in May.",
]

STATES = [
    "On Tuesday night, <party kind=public_body ner=LOC>Uruguay</party> is to receive the loan.",
    "<party kind=public_body ner=LOC>Norway</party> managed to place the bond.",
    "<party kind=public_body ner=LOC>Norway</party> and <party kind=public_body ner=LOC>Chile</party> have frozen the aid.",
    "They filed a claim against <party kind=public_body ner=LOC>Chile</party> in May.",
    "He need not pay <party kind=public_body ner=LOC>Chile</party> the tax.",
    "The accord gives <party kind=public_body ner=LOC>Chile</party> 180 million kroner.",
    "<party kind=public_body ner=LOC>Chile</party> must claw back the aid.",
    "It was told that <party kind=public_body ner=LOC>Chile</party> was negotiating a loan.",
    "It sells in Norway, <ner label=LOC>Chile</ner> and Peru.",
    "The accord gives <ner label=LOC>Chile</ner> a name.",
    "The case against <ner label=LOC>Chile</ner>'s best cook was dropped.",
]


@pytest.mark.parametrize("markup", SENTENCES + NEAR_MISSES + STATES)
def test_names(markup):
    outcome = analyse(markup)
    expected = outcome.expected()
    assert len(outcome.names()) == len(expected), outcome.names()
    assert outcome.names() == expected


def test_halves_of_a_name_are_joined():
    halves = analyse("It sold <ner label=LOC>Ostrand</ner>-<ner label=ORG>Werke</ner> in May.")
    assert halves.names() == [("Ostrand-Werke", "company")]
    apart = analyse("The <ner label=LOC>Norway</ner>-<ner label=ORG>Ostrand</ner> talks failed.")
    assert ("Norway-Ostrand", "company") not in apart.names()
    opened = analyse("It paid <ner label=ORG>PNG</ner> <ner label=ORG>Velmora Gas</ner> in May.")
    assert opened.names() == [("PNG Velmora Gas", "company")]
    listed = analyse("It paid <ner label=ORG>NYSE</ner> <ner label=ORG>Velmora Gas</ner> in May.")
    assert ("NYSE Velmora Gas", "company") not in listed.names()
