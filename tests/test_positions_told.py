"""Who takes, holds or leaves a post, one way of saying it a line. All names are invented."""

from __future__ import annotations

import pytest

from .test_positions_bounds import OST, Q, R, V
from .test_positions_sentences import facts

AQ, TR = "Ada Quill", "Tomas Rey"


def holds(person, title, body="Velmora"):
    return (person, title, body, "holds", "ongoing")


def took(person, title, body="Velmora", status="completed"):
    return (person, title, body, "appointed", status)


def left(person, title, body="Velmora", status="completed"):
    return (person, title, body, "left", status)


CASES = [
    (f"{Q} joined {V} as treasurer.", [took(AQ, "treasurer")]),
    (f"{Q} joins {V} from {OST} as treasurer.", [took(AQ, "treasurer")]),
    (f"{Q} will join {V} as treasurer in May.", [took(AQ, "treasurer", status="expected")]),
    (f"{Q} left {V}, where she was treasurer.", [left(AQ, "treasurer")]),
    (f"{Q} has left her post as treasurer of {V}.", [left(AQ, "treasurer")]),
    (f"{Q} resigned as treasurer of {V}.", [left(AQ, "treasurer")]),
    (f"{Q} will resign as treasurer of {V}.", [left(AQ, "treasurer", status="expected")]),
    (f"{Q} stepped down as chairman of {V}.", [left(AQ, "chairman")]),
    (f"{Q} plans to step down as chairman of {V}.", [left(AQ, "chairman", status="expected")]),
    (f"{Q} retired as chairman of {V}.", [left(AQ, "chairman")]),
    (f"{V} fired {Q} as chief executive.", [left(AQ, "chief executive")]),
    (f"{V} ousted its chief executive, {Q}.", [left(AQ, "chief executive")]),
    (f"{V} replaced chief executive {Q} with {R}.", [left(AQ, "chief executive"), took(TR, "chief executive")]),
    (f"{Q} succeeds {R} as chief executive of {V}.", [left(TR, "chief executive"), took(AQ, "chief executive")]),
    (f"{Q} succeeded {R} as chief executive of {V}.", [left(TR, "chief executive"), took(AQ, "chief executive")]),
    (f"{Q} will succeed {R} as chief executive of {V}.",
     [left(TR, "chief executive", status="expected"), took(AQ, "chief executive", status="expected")]),
    (f"{Q} took over as chief executive of {V} from {R}.", [left(TR, "chief executive"), took(AQ, "chief executive")]),
    (f"{R} handed over to {Q} as chief executive of {V}.", [left(TR, "chief executive"), took(AQ, "chief executive")]),
    (f"{V} promoted {Q} to treasurer.", [took(AQ, "treasurer")]),
    (f"{Q} was promoted from treasurer to chairman of {V}.", [took(AQ, "chairman")]),
    (f"{V} elected {Q} to its board.", [took(AQ, "board")]),
    (f"{V} appointed {Q} to its board of directors.", [took(AQ, "board")]),
    (f"{Q} joined the board of {V}.", [took(AQ, "board")]),
    (f"{Q} left the board of {V}.", [left(AQ, "board")]),
    (f"{Q} sits on the board of {V}.", [holds(AQ, "board")]),
    (f"{Q} serves as chairman of {V}.", [holds(AQ, "chairman")]),
    (f"{Q} served as chairman of {V}.", [left(AQ, "chairman")]),
    (f"{Q} served as chairman of {V} from 2010 to 2014.", [left(AQ, "chairman")]),
    (f"{Q} has been chairman of {V} since 2010.", [holds(AQ, "chairman")]),
    (f"{Q} was chairman of {V} until 2014.", [left(AQ, "chairman")]),
    (f"{Q} became chairman of {V} in 2014.", [took(AQ, "chairman")]),
    (f"{Q} remains chairman of {V}.", [holds(AQ, "chairman")]),
    (f"{Q} heads {V}.", [holds(AQ, "heads")]),
    (f"{Q} runs {V}.", [holds(AQ, "runs")]),
    (f"{Q} leads {V}.", [holds(AQ, "leads")]),
    (f"{Q} founded {V}.", [holds(AQ, "founder")]),
    (f"{Q} co-founded {V} with {R}.", [holds(AQ, "co-founder")]),
    (f"{V} founder {Q} spoke.", [holds(AQ, "founder")]),
    (f"{Q}, a co-founder of {V}, spoke.", [holds(AQ, "co-founder")]),
    (f"{Q}, who runs {V}, spoke.", [holds(AQ, "runs")]),
    (f"{Q}, acting chief executive of {V}, spoke.", [holds(AQ, "acting chief executive")]),
    (f"{Q}, interim treasurer at {V}, spoke.", [holds(AQ, "interim treasurer")]),
    (f"{Q}, {V}'s treasurer, spoke.", [holds(AQ, "treasurer")]),
    (f"{Q}, treasurer and chairman of {V}, spoke.", [holds(AQ, "treasurer and chairman")]),
    (f"{Q}, chairman of {V} and treasurer of {OST}, spoke.",
     [holds(AQ, "chairman"), holds(AQ, "treasurer", "Ostrand")]),
    (f"{Q}, an analyst at {V}, spoke.", [holds(AQ, "analyst")]),
    (f"{Q}, an analyst with {V}, spoke.", [holds(AQ, "analyst")]),
    (f"{Q}, a partner at {V}, spoke.", [holds(AQ, "partner")]),
    (f"{Q}, a spokesman for {V}, spoke.", [holds(AQ, "spokesman")]),
    (f"{V} spokeswoman {Q} spoke.", [holds(AQ, "spokeswoman")]),
    (f"{V} named {Q} its next chairman.", [took(AQ, "chairman")]),
    (f"{V} has hired {Q} as treasurer from {OST}.", [took(AQ, "treasurer")]),
    (f"{V} poached {Q} from {OST} to be treasurer.", [took(AQ, "treasurer"), left(AQ, None, "Ostrand")]),
    (f"{Q} was hired by {V} as treasurer.", [took(AQ, "treasurer")]),
    (f"{Q} was fired as treasurer of {V}.", [left(AQ, "treasurer")]),
    (f"{Q} was ousted as treasurer of {V}.", [left(AQ, "treasurer")]),
    (f"{Q} declined to become chairman of {V}.", []),
    (f"{Q} is set to become chairman of {V}.", [took(AQ, "chairman", status="expected")]),
    (f"{Q} is running for chairman of {V}.", []),
    (f"{Q} wants to be chairman of {V}.", []),
    (f"{Q} worked for {V} as a treasurer.", [left(AQ, "treasurer")]),
    (f"{Q} previously worked at {V}.", [left(AQ, None)]),
    (f"Before joining {V}, {Q} was treasurer of {OST}.", [left(AQ, "treasurer", "Ostrand")]),
    (f"{Q} died. She was chairman of {V}.", [left(AQ, "chairman")]),
    (f"The late {Q} was chairman of {V}.", [left(AQ, "chairman")]),
    (f"{V} chairman-elect {Q} spoke.", [took(AQ, "chairman-elect", status="expected")]),
    (f"{Q} returns as chairman of {V}.", [took(AQ, "chairman")]),
    (f"{V}'s shareholders re-elected {Q} as chairman.", [took(AQ, "chairman")]),
    (f"{Q}, a partner at a law firm called {V}, spoke.", [holds(AQ, "partner")]),
    (f"{Q} and {R}, the co-chairmen of {V}, spoke.", [holds(AQ, "co-chairmen"), holds(TR, "co-chairmen")]),
]  # fmt: skip

#: The same, of which nothing or something else is found: (…, why).
KNOWN = [
    (f"{Q}, treasurer of the firm called {V}, spoke.", [holds(AQ, "treasurer")], "the words between join the title"),
    (f"{Q} led {V} for ten years.", [left(AQ, "led")], "a time that is over is no cue"),
    (f"{Q}, who used to run {V}, spoke.", [left(AQ, "run")], "\"used to\" is no cue"),
    (f"{V} said {Q} would be its next chairman.", [took(AQ, "chairman", status="expected")], "no verb of it"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [*CASES, *(pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=why)) for *row, why in KNOWN)],
)
def test_posts(markup, wanted):
    assert sorted(facts(markup)[0], key=str) == sorted(wanted, key=str)
