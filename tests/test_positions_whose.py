"""Of what organisation a post is that names none beside it. Every name is invented."""

import pytest

from .test_positions_handovers import holds, leaves, left
from .test_positions_sentences import OST, Q, R, V, facts

AQ, TR = "Ada Quill", "Tomas Rey"
REGULATOR, BANK = "<ner label=ORG>Norton Securities Commission</ner>", "<ner label=ORG>Brandt Bank</ner>"
COURT, FAIR = "<ner label=ORG>High Court</ner>", "<ner label=ORG>Fair Court</ner>"

#: (text, the facts as (person, title, organisation, change, status))
PLACES = [
    (f"Rain fell. Mayor {Q} said the city would pay.", [holds(AQ, "Mayor", "the city")]),
    (f"The council of the town met. Mayor {Q} agreed.", [holds(AQ, "Mayor", "the town")]),
    (f"Norton's new mayor, {Q}, agreed.", [holds(AQ, "mayor", "Norton")]),
    (f"Rain fell on the council. Coun. {Q} agreed.", [holds(AQ, "Coun.", "the council")]),
    (f"Chief Minister {Q} said it had cost the state too much.", [holds(AQ, "Chief Minister", "the state")]),
    (f"Finance Minister {Q} said the government would pay.", [holds(AQ, "Finance Minister", "the government")]),
    (f"Norton City Manager {Q} agreed.", [holds(AQ, "City Manager", "Norton")]),
    (f"Said City Manager {Q}: no.", []),
    (f"Rain fell. Mayor {Q} agreed.", [holds(AQ, "Mayor", None)]),
]  # fmt: skip

COURTS = [
    (f"The {COURT} met. Ms Justice {Q} said {FAIR} would stay shut.", [holds(AQ, "Ms Justice", "High Court")]),
]

OWNERS = [
    (f"{REGULATOR} fined {V} and sued its former director, {Q}.", [left(AQ, "director")]),
    (f"{REGULATOR} sued {V} and two of its directors, {Q} and {R}.", [holds(AQ, "directors"), holds(TR, "directors")]),
    (f"{V} took a loan from {BANK}, its chairman, {Q}, said.", [holds(AQ, "chairman")]),
    (f"{V} bought a mill from {OST}, a baker, whose chairman {Q} said so.", [holds(AQ, "chairman", "Ostrand")]),
    (f"{V} took a loan from {BANK}, its chairman, {Q}, having left.", [holds(AQ, "chairman", "Brandt Bank")]),
]  # fmt: skip

FIRST = [
    # a bare title is of whom the article names first
    (f"{V} has taken a loan from {BANK}. {BANK} will pay in May. Chairman {Q} said so.", [holds(AQ, "Chairman")]),
    (f"{V} denied talks with {OST}. “There are no talks with {OST},” finance director {Q} said.",
     [holds(AQ, "finance director")]),
    (f"{V} grew. In a family firm, {Q}, 51, is vice-president for purchasing.",
     [holds(AQ, "vice-president for purchasing")]),
]  # fmt: skip

NAMES = [
    # what opens a sentence before a title is hardly a name
    (f"Rain fell on the yard. Yard director {Q} agreed.", []),
    (f"Municipal spokesperson {Q} agreed.", []),
    (f"{V} met. Its local partner {Q} agreed.", []),
    (f"{V} partner {Q} agreed.", [holds(AQ, "partner")]),
    (f"{V} grew. {Q} will retire as chairman at the Annual Meeting in May.", [leaves(AQ, "chairman")]),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "wanted"), PLACES + COURTS + OWNERS + FIRST + NAMES)
def test_position(markup, wanted):
    found, _ = facts(markup)
    assert sorted(found, key=str) == sorted(wanted, key=str)
