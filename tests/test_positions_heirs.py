"""Who takes a post from "him" or "her": what it is stands before. Every name is invented."""

import pytest

from .test_positions_handovers import holds, leaves, left, takes, took
from .test_positions_sentences import OST, Q, R, V, facts

AQ, TR = "Ada Quill", "Tomas Rey"
GOES = f"{V} chairman {Q} will step down in May."

#: (text, the facts as (person, title, organisation, change, status))
CASES = [
    (f"{V} managing director {Q} has resigned. {R} will take over from her.",
     [left(AQ, "managing director"), takes(TR, "managing director")]),
    (f"{Q} resigned as chairman of {V}. {R}, 52, succeeded her.", [left(AQ, "chairman"), took(TR, "chairman")]),
    (f"{Q} will retire as chairman of {V}. {R}, currently its treasurer, will succeed her.",
     [leaves(AQ, "chairman"), holds(TR, "treasurer"), takes(TR, "chairman")]),
    (f"{Q} will retire as chairman of {V}. {R} has been named to replace her in May.",
     [leaves(AQ, "chairman"), took(TR, "chairman")]),
    (f"{Q} will retire as chairman of {V}. {R} replaces her.", [leaves(AQ, "chairman"), takes(TR, "chairman")]),
    (f"{Q} quit as chairman of {V}. {R} took the reins from her in May.", [left(AQ, "chairman"), took(TR, "chairman")]),
    (f"{Q} quit as chairman of {V}. {R} joined in May and has succeeded her.",
     [left(AQ, "chairman"), took(TR, "chairman")]),
    # the post that is known, without a word that it is left
    (f"{V} chairman {Q} died in May. {R} will succeed her.", [holds(AQ, "chairman"), takes(TR, "chairman")]),
    # at a meeting, and not of it
    (f"{V} grew. {Q} will retire as chairman at the AGM in May.", [leaves(AQ, "chairman")]),
    # something of hers, somebody else, or a post that nobody takes
    (f"{Q} resigned as chairman of {V}. {R} replaced her lamp.", [left(AQ, "chairman")]),
    (f"{Q} resigned as chairman of {V}. {R} succeeded her father.", [left(AQ, "chairman")]),
    (f"{V} founder {Q} died. {R} will succeed her.", [holds(AQ, "founder")]),
    (f"{Q} spoke. {R} will succeed her.", []),
    (f"{Q} resigned as chairman of {V}. {R} said nobody could replace her.", [left(AQ, "chairman")]),
    (f"{Q} resigned as chairman of {V}. {R} will succeed her as chairman of {OST}.",
     [left(AQ, "chairman"), takes(TR, "chairman", "Ostrand")]),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "wanted"), CASES)
def test_position(markup, wanted):
    found, _ = facts(markup)
    assert sorted(found, key=str) == sorted(wanted, key=str)
