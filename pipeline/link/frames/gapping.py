"""Clauses without their verb: "Kerr put in $3 million and Tier $2 million", "Kerr with $3m and Tier with $2m"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from ... import tree
from ...mentions import Span
from ..draft import Draft
from .scene import Scene, span_of
from .slots import Slots

#: Types of which one sentence lists several, each with its sum.
_LISTED = frozenset({"investment"})
#: Rules of payments that may go on so: "owes Kerr $3 million and Tier another $2 million".
_PAYING = frozenset({"payment.pay", "payment.owe", "payment.give", "payment.provide", "payment.refund"})
#: What may stand between the first sum and the next name; what may stand between that and its sum.
_BETWEEN = re.compile(r"[^.;:$€£]{0,70}?(?:,? and|,? while|;|,)\s(?:(?!which|who)[\w-]+['’]?s?\s){0,4}")
_BEFORE_SUM = re.compile(
    r",?(?: with| (?:put|chipped|threw|kicked) in)?(?: an?)?(?: ?additional| further| ?another|other)?\s?"
)
_VERB = frozenset({"VERB", "AUX"})


def gapped(scene: Scene, slots: Slots, told: Sequence[tuple[Draft, Token]]) -> list[tuple[Draft, Token]]:
    """A fact for each further name with a sum of its own, its object where that is told again."""
    taken = {draft.money for draft, _ in told}
    found = []
    for draft, trigger in told:
        last = draft
        if draft.rule in _PAYING and draft.money and draft.object:
            found += _further_payees(scene, draft, trigger, taken)
        if draft.type not in _LISTED or not draft.money or not draft.subject:
            continue
        for entry in scene.money:
            own = next(m for m in scene.money if m.id == last.money)
            if entry.start < own.end or entry.id in taken or entry.equivalent_of or entry.id not in scene.heads:
                continue
            party = _named_before(scene, own.end, entry.start)
            if party is None or party in (draft.subject, draft.object):
                break
            taken.add(entry.id)
            cues = [*draft.cues[:1], span_of(scene, entry.id)]
            last = replace(draft, subject=party, money=entry.id, keys=dict(draft.keys), cues=cues)
            _aim(scene, slots, last, scene.heads[entry.id])
            found.append((last, trigger))
    return found


def _further_payees(
    scene: Scene, draft: Draft, trigger: Token, taken: set[str | None]
) -> list[tuple[Draft, Token]]:
    """ "Owes Kerr $3 million in fees, and Tier another $2 million": each name with the sum right behind it."""
    own = next(m for m in scene.money if m.id == draft.money)
    between = scene.resolution.overlapping(scene.parse.ends[trigger.i], own.start)
    if all(party != draft.object for _, _, party, _ in between) or trigger.pos_ != "VERB":
        return []
    found, last = [], own
    for entry in scene.money:
        if entry.start < last.end or entry.id in taken or entry.equivalent_of or entry.id not in scene.heads:
            continue
        party = _named_before(scene, last.end, entry.start)
        if party is None or party == draft.subject:
            break
        taken.add(entry.id)
        cues = [*draft.cues[:1], span_of(scene, entry.id)]
        found.append((replace(draft, object=party, money=entry.id, keys=dict(draft.keys), cues=cues), trigger))
        last = entry
    return found


def _named_before(scene: Scene, start: int, end: int) -> str | None:
    """The party that stands right before a sum, where nothing but its name lies between the two sums."""
    names = [m for m in scene.resolution.overlapping(start, end) if m[3] == "name" and m[0] >= start]
    if not names or not _BEFORE_SUM.fullmatch(scene.text, names[-1][1], end):
        return None
    if not _BETWEEN.fullmatch(scene.text, start, names[-1][0]):
        return None
    between = scene.parse.tokens(start, names[-1][0])
    return None if any(t.pos_ in _VERB for t in between) else names[-1][2]


def _aim(scene: Scene, slots: Slots, draft: Draft, head: Token) -> None:
    """ "… and Tier $2 million in an electrolyte works": the object that the second sum has of its own."""
    preps = tree.prepositions(head)
    behind = next((t for name in ("in", "into", "to") for t in preps.get(name, ())), None)
    if behind is None or (draft.object is None and draft.object_text is None):
        return
    parties = slots.parties(scene, behind)
    words: Span | None = None if parties else slots.phrase(scene, behind)
    if parties or words:
        draft.object, draft.object_text = (parties[0].party, None) if parties else (None, words)
