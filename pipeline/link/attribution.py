"""Who says what a fact tells: the sentence's speaker, or who stands after "according to"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from .. import tree
from ..mentions import Span
from ..qualify import Qualifier
from .draft import Draft
from .frames.scene import Scene


class Attribution:
    """Sets the sources of drafts."""

    def __init__(self, qualifier: Qualifier):
        self._qualifier = qualifier

    def attribute(self, scene: Scene, draft: Draft, event: Token) -> None:
        """Set who says so: the sentence's speaker, else who stands after "according to"."""
        if draft.type == "valuation":
            self._attribute_valuation(scene, draft, event)
        if draft.source or self._qualifier.told_aside(event):
            return
        span = scene.span
        found = self._qualifier.according_to(scene.text, span.start, span.end)
        if found:
            cue, start, end = found
            unnamed = _UNNAMED.match(scene.text, start, end)
            if unnamed:
                draft.source = unnamed[1] or unnamed[2]
            else:
                draft.source = scene.resolution.at(start, end) or scene.text[start:end]
            draft.cues.append(Span(cue, start))
            return
        spoken = self._qualifier.speaker(event)
        if not spoken:
            return
        who, verb = spoken
        if verb.lemma_ == "show" and any(c.dep_ == "poss" for c in who[0].children):
            return  # "the company's balance sheet showed" is nobody's saying
        start, end = scene.parse.span([who[0]])
        party = scene.resolution.at(start, end)
        if party is None:
            apposed = (scene.parse.span([c]) for c in who[0].children if _apposed(c))
            party = next(filter(None, (scene.resolution.at(*span) for span in apposed)), None)
        if party is None and who[0].pos_ == "PRON":
            party = scene.resolution.pronoun(scene.parse, who[0], scene.number)
        if party is None and who[0].pos_ in ("NOUN", "PROPN"):
            start, end = scene.parse.span(tree.named_in_full(who[0]))
            named = scene.text[start:end]
            placed = any(e.label in ("GPE", "LOC") and e.start <= start < e.end for e in scene.analysis.entities)
            nobody = placed or _NO_SPEAKER.search(named)  # a dateline says nothing, nor does a clause
            party = None if nobody else named
        if party:
            draft.source = party
            draft.cues.append(Span(*scene.parse.span([verb])))

    @staticmethod
    def _attribute_valuation(scene: Scene, draft: Draft, event: Token) -> None:
        """ "Forbes puts her fortune at", "is valued by analysts at": who values is who says so."""
        if event.pos_ != "VERB":
            return
        who = tree.agents(event)[:1]
        party = scene.resolution.at(*scene.parse.span(who)) if who else None
        if party and party not in (draft.subject, draft.object):
            draft.source = party
        elif who and party is None and tree.is_passive(event) and who[0].lemma_ in VALUERS:
            draft.source = scene.text[slice(*scene.parse.span(tree.named_in_full(who[0])))]


def _apposed(token: Token) -> bool:
    """Whether the token is an apposition behind a comma, or the name right behind its noun ("the planemaker Tier")."""
    if token.dep_ != "appos" or token.left_edge.i == 0:
        return False
    return token.left_edge.nbor(-1).text == "," or (token.pos_ == "PROPN" and token.left_edge.i == token.head.i + 1)


#: Words for those who put a value on a company.
VALUERS = ("analyst", "investor", "exchange", "bank", "banker", "broker", "adviser", "advisor", "shareholder", "market")
#: Sources that a party's name behind them doesn't name: "documents seen by The Beacon", "people close to Tier".
_UNNAMED = re.compile(
    r"((?:[\w-]+\s){0,4}[\w-]+)\s(?:seen|obtained|reviewed|viewed)\sby\b"
    r"|((?:[\w-]+\s){0,2}(?:people|persons?|sources?)\s(?:familiar|close|briefed|with|who)\b.*)"
)

_NO_SPEAKER = re.compile(r"\d{4}|^\s|^(?:it|he|she|they|we|this|that|there)\b|^.{90}", re.I)
