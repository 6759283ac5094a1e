"""Roles of what costs a sum: the project that a cost is told of, and who has it done.

"Opened a mill costing $3 million", "plans a mill that will cost $3 million", "built the mill at a cost of $3 million",
"the mill's new roof will cost $3 million".
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from ... import tree

#: Verbs whose object is done for a sum by who does the verb.
_PLANS = frozenset(
    re.findall(
        r"\w+",
        "build open plan construct erect develop propose approve launch commission complete unveil start begin"
        " announce consider mull finish inaugurate create undertake establish set install add renovate restore"
        " upgrade expand replace repair overhaul refurbish modernise modernize rebuild redevelop remodel"
        " relocate introduce stage need want order scrap cancel shelve delay axe abandon postpone get have run"
        " design dig lay extend convert widen resurface demolish clean roll put",
    )
)
_RELATIVE = frozenset(["that", "which"])


def project(cost: Token) -> list[Token]:
    """What costs: the subject of "cost", the noun that it hangs on, or what is done "at a cost of"."""
    if cost.pos_ in ("NOUN", "PROPN"):
        prep = cost.head
        if cost.dep_ != "pobj" or prep.lower_ not in ("at", "for"):
            return []
        if prep.head.pos_ in ("NOUN", "PROPN"):
            return [prep.head]
        return tree.patients(prep.head) if prep.head.lemma_ in _PLANS else []
    subjects = [c for c in cost.children if c.dep_ in ("nsubj", "nsubjpass")]
    if any(s.lower_ in _RELATIVE for s in subjects) and cost.dep_ in ("relcl", "acl"):
        return [cost.head]
    if subjects:
        return [s for s in subjects if s.pos_ in ("NOUN", "PROPN")]
    if cost.dep_ in ("acl", "relcl") and cost.head.pos_ in ("NOUN", "PROPN"):
        return [cost.head]
    participle = cost.dep_ in ("advcl", "xcomp") and cost.tag_ in ("VBG", "VBN")
    if participle and cost.i and cost.nbor(-1).pos_ in ("NOUN", "PROPN", "ADV", "ADP", "NUM"):
        return tree.patients(cost.head) if cost.head.lemma_ in _PLANS else []
    return []


def planner(cost: Token) -> list[Token]:
    """Who has it done: its owner, else who plans or builds it."""
    for thing in project(cost):
        owners = [o for o in tree.owners(thing) if o.dep_ == "poss"]
        if owners:
            return owners
        verb = thing.head
        if thing.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB" and verb.lemma_ in _PLANS:
            return tree.by_agents(verb) if tree.is_passive(verb) else tree.agents(verb)
    return []


def deed(cost: Token) -> Token:
    """The verb that tells whether the project has been done: "wants to open a mill costing $3 million"."""
    if cost.pos_ in ("NOUN", "PROPN") or cost.tag_ not in ("VBG", "VBN"):
        return cost
    verbs = [thing.head for thing in project(cost) if thing.dep_ in ("dobj", "nsubjpass")]
    return next((verb for verb in verbs if verb.pos_ == "VERB"), cost)
