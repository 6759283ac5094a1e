"""Posts behind an aside, of several people at once, and of people told by a verb. Every name is invented."""

import pytest

from .test_positions_handovers import holds, left
from .test_positions_sentences import OST, Q, R, V, facts

AQ, TR = "Ada Quill", "Tomas Rey"
COUNCIL, COLLEGE = "<ner label=ORG>Norton City Council</ner>", "<ner label=ORG>Norton College</ner>"
SENATE, LIBERALS = "<ner label=ORG>Senate</ner>", "<ner label=ORG>Liberal Party</ner>"

#: (text, the facts as (person, title, organisation, change, status))
ASIDES = [
    (f"{Q}, an engineer, has been provost of {COLLEGE} since 2018.", [holds(AQ, "provost", "Norton College")]),
    (f"{Q}, an engineer who studies how ovens fail, is head of research at {V}.", [holds(AQ, "head of research")]),
    (f"{Q}, a lawyer by training, is chief executive of {V}.", [holds(AQ, "chief executive")]),
    (f"{Q}, 54, an economist, is chief executive of {V}.", [holds(AQ, "chief executive")]),
    (f"{Q}, who is 54, has been chairman of {V} since May.", [holds(AQ, "chairman")]),
    (f"{Q}, an economist, was finance director of {V} until 2019.", [left(AQ, "finance director")]),
    (f"{Q}, a friend of {R}, is chairman of {V}.", []),
    (f"{Q}, whose firm makes lamps, is no friend of the chairman of {V}.", []),
    (f"{Q}, a baker, said she was chairman of {V}.", [holds(AQ, "chairman")]),
]  # fmt: skip

SEVERAL = [
    (f"{COUNCIL} met. Councilmen {Q} and {R} voted no.",
     [holds(AQ, "Councilmen", "Norton City Council"), holds(TR, "Councilmen", "Norton City Council")]),
    (f"{COUNCIL} met. Councilwomen {Q} and {R} voted no.",
     [holds(AQ, "Councilwomen", "Norton City Council"), holds(TR, "Councilwomen", "Norton City Council")]),
    (f"{COUNCIL} met. Council members {Q} and {R} voted no.",
     [holds(AQ, "Council members", "Norton City Council"), holds(TR, "Council members", "Norton City Council")]),
    (f"The {SENATE} met. Sens. {Q} and {R} voted no.", [holds(AQ, "Sens.", "Senate"), holds(TR, "Sens.", "Senate")]),
    (f"{V} spokeswomen {Q} and {R} spoke.", [holds(AQ, "spokeswomen"), holds(TR, "spokeswomen")]),
    (f"{V} managing partners {Q} and {R} spoke.", [holds(AQ, "managing partners"), holds(TR, "managing partners")]),
    (f"{V} chief executives {Q} and {R} spoke.", [holds(AQ, "chief executives"), holds(TR, "chief executives")]),
    # a department in the plural is one post
    (f"{V} head of sales {Q} and {R} spoke.", [holds(AQ, "head of sales")]),
    (f"Women {Q} and {R} of {V} spoke.", []),
    (f"{V} asked its council members to meet {Q}.", []),
]  # fmt: skip

VERBS = [
    (f"So said {Q}, who lectures in law at {COLLEGE}.", [holds(AQ, "lectures in law", "Norton College")]),
    (f"So said {Q}, who leads the opposition {LIBERALS}.", [holds(AQ, "leads", "Liberal Party")]),
    (f"So said {Q}, who directs {COLLEGE}.", [holds(AQ, "directs", "Norton College")]),
    (f"So said {Q}, who lectures the police at {COLLEGE}'s gate.", []),
    (f"{Q} joined {V} as treasurer, having held similar positions at {OST} and {COLLEGE}.",
     [(AQ, "treasurer", "Velmora", "appointed", "completed"), left(AQ, "similar positions", "Ostrand"),
      left(AQ, "similar positions", "Norton College")]),
    (f"{Q} has seen similar positions at {OST}.", []),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "wanted"), ASIDES + SEVERAL + VERBS)
def test_position(markup, wanted):
    found, _ = facts(markup)
    assert sorted(found, key=str) == sorted(wanted, key=str)
