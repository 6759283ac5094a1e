"""Founders and owners told by a verb.

Every name is invented.
"""

import pytest

from .test_positions_sentences import OST, Q, R, V, facts
from .test_positions_stories import AQ, TR, holds, left

LEEDS = "<ner label=ORG>Leeds Mill College</ner>"

#: (text, the facts as (person, title, organisation, change, status))
FOUNDED = [
    (f"{OST} paid. {Q} also founded {V}, a maker of ovens.", [holds(AQ, "founder", "Velmora")]),
    # with the word as a title, or with a post that says enough
    (f"{V} was founded by {Q}. “It works,” said {Q}, CEO and Co-Founder of {V}.", [holds(AQ, "CEO and Co-Founder", "Velmora")]),
    (f"{Q} founded {V}. She was president of {V} until 2013.", [left(AQ, "president", "Velmora")]),
    (f"Founded by visionary CEO {Q}, {V} grew.", [holds(AQ, "CEO", "Velmora")]),
    # whose work a firm is tells no post there
    (f"Founded in 2019 by {Q}, {V} sells ovens.", []),
    (f"Founded by {Q} and {R}, engineers from Leeds, {V} sells ovens.", []),
    (f"{V} grew. Founded by {Q}, it sells ovens.", []),
    (f"{V}, a maker of ovens co-founded by {Q}, grew.", []),
    (f"{V} was founded in 2015 by {Q} of {LEEDS} and {R}.", []),
    (f"{V} was founded by the late baker {Q}.", []),
    (f"{V} is a global maker of ovens founded by {Q} in 2014.", []),
    (f"{V}, founded by {Q} and {R}, grew.", []),
    (f"{V}, founded by engineers {Q} and {R}, grew.", []),
    (f"{V} was founded by {OST} and sold to {Q}.", []),
    (f"{V} was founded in 1871 by {Q}.", []),
    (f"{Q} visited a mill founded by {R}.", []),
]  # fmt: skip

OWNED = [
    (f"{V} is owned by {Q}, a serial baker.", [holds(AQ, "owner", "Velmora")]),
    (f"{V} is owned and operated by local baker {Q} and {R}.", [holds(AQ, "owner", "Velmora"), holds(TR, "owner", "Velmora")]),
    (f"“It works,” said {Q}, who owns {V} with her brother.", [holds(AQ, "owner", "Velmora")]),
    (f"{V} owner {Q} spoke. {V} is owned by {Q}.", [holds(AQ, "owner", "Velmora")]),
    (f"Owned by {Q}, {V} sells ovens.", [holds(AQ, "owner", "Velmora")]),
    (f"{V} is owned by {OST}, said {Q}.", []),
    (f"{Q} owns 300 shares of {V}.", []),
    (f"{V} flies a jet owned by {Q}.", []),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "wanted"), FOUNDED + OWNED)
def test_position(markup, wanted):
    found, _ = facts(markup)
    assert sorted(found, key=str) == sorted(wanted, key=str)
