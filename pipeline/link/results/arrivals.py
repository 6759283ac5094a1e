"""Sums that a metric arrives at by the parse, whatever the verb: "profit rocketed to $3 million".

The words between a metric and its sum are read off a list (`figures`); a verb that no list has still tells a figure
where the parse has the metric as its subject, or as what is pushed, and the sum behind its "to" or "at".
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from ...mentions import Span
from ...nlp import Parse

#: Verbs whose "to" or "at" tells no level: what is laid to a sum, compared with it or paid.
_NO_MOVE = frozenset(
    re.findall(
        r"\w+",
        "attribute compare add link tie relate owe pay sell give transfer allocate ascribe credit subject devote apply"
        " contribute lead belong respond react point refer donate assign offer lend commit pledge send ship export"
        " say cap limit restrict price sue fine peg tell report announce agree entitle correspond aim start",
    )
)
#: Verbs whose object is pushed to a level.
_PUSH = frozenset(
    re.findall(
        r"\w+",
        "lift raise boost push take bring cut reduce narrow widen trim grow increase double triple quadruple drive"
        " propel bump swell slash lower halve expand move nudge revise put keep hold maintain leave pull drag shrink"
        " hike up pare catapult haul steer inflate buoy carry improve see advance inch extend crank ramp scale",
    )
)
_PASSIVE = frozenset(["lose", "earn", "record", "report", "announce", "expect", "forecast", "project"])


def arrives(parse: Parse | None, at: Span, money: Span) -> bool:
    """Whether the metric `at` a place moves to the sum by the parse."""
    if parse is None:
        return False
    metric, amount = _head(parse.tokens(*at)), _head(parse.tokens(*money))
    if metric is None or amount is None:
        return False
    prep = amount.head
    if amount.dep_ != "pobj" or prep.dep_ != "prep" or prep.lower_ not in ("to", "at"):
        return False
    verb = prep.head
    alone = verb.dep_ == "conj" and verb.head.i > metric.i and not any(c.dep_ == "nsubj" for c in verb.children)
    if alone and metric.dep_ == "nsubj" and metric.head == verb.head:  # "profit, helped by lower costs, rocketed"
        return verb.lemma_.lower() not in _NO_MOVE
    if verb.pos_ not in ("VERB", "AUX") or verb.lemma_.lower() in _NO_MOVE:
        return False
    if metric.dep_ == "nsubj" and metric.head == verb:
        return verb.lemma_.lower() not in _PASSIVE
    pushed = metric.dep_ in ("dobj", "nsubjpass") and metric.head == verb
    return pushed and verb.lemma_.lower() in _PUSH


def _head(tokens: list[Token]) -> Token | None:
    """The token that the others of a stretch hang on."""
    within = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in within or token.head == token), None)
