"""Sums given in turn: "Kerr and Tier must pay $3 million and $2 million respectively"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from ..mentions import Span
from ..records import Money
from .draft import Draft
from .frames.scene import Scene, span_of

_RESPECTIVELY = re.compile(r"\brespectively\b")


def in_turn(scene: Scene, told: Sequence[tuple[Draft, Token]]) -> list[tuple[Draft, Token]]:
    """The sentence's facts with each of its payments' sides given the sum that stands in its place."""
    span = scene.span
    sums = [m for m in scene.money if not m.equivalent_of and m.id in scene.heads]
    if len(sums) < 2 or not _RESPECTIVELY.search(scene.text, span.start, span.end):
        return list(told)
    paid = [(d, t) for d, t in told if d.type == "payment" and d.money]
    if not paid:
        return list(told)
    for side in ("subject", "object"):
        first: dict[str, tuple[Draft, Token]] = {}
        for draft, trigger in paid:
            party = getattr(draft, side)
            if party:
                first.setdefault(party, (draft, trigger))
        names = sorted(first, key=lambda party: _place(scene, party))
        if len(names) < 2:
            names = _beside(scene, names)
            first = dict.fromkeys(names, paid[0])
        if len(names) == len(sums) > 1:
            given = [(_copy(scene, first[p][0], side, p, m.id), first[p][1]) for p, m in zip(names, sums, strict=True)]
            mine = {id(d) for d, _ in paid}
            return [(d, t) for d, t in told if id(d) not in mine] + given
    return list(told)


def to_each(scene: Scene, told: Sequence[tuple[Draft, Token]]) -> list[tuple[Draft, Token]]:
    """ "$3 million to Kerr, $2 million to Tier and $1 million to a clinic": each sum to who stands behind it."""
    sums = [m for m in scene.money if not m.equivalent_of and m.id in scene.heads]
    end = scene.span.end
    behind = {m.id: found.end() for m in sums if (found := _TO.match(scene.text, m.end, end))}
    behind = {money: at for money, at in behind.items() if not _opens_infinitive(scene, at)}
    paid = [(d, t) for d, t in told if d.type == "payment" and d.money in behind and (d.subject or d.subject_text)]
    givers = {(d.subject, d.subject_text) for d, _ in paid}
    if len(behind) < 2 or len(givers) != 1 or _other_verb(scene, [m for m in sums if m.id in behind]):
        return list(told)
    giver, trigger = paid[0]
    given = []
    for money, start in behind.items():
        copy = replace(giver, money=money, object=None, object_text=None, keys=dict(giver.keys))
        copy.cues = [*giver.cues[:1], span_of(scene, money)]
        named = [m for m in scene.resolution.overlapping(start, end) if m[0] == start and m[3] == "name"]
        words = _PAYEE.match(scene.text, start, end)
        if named and named[0][2] != giver.subject:
            copy.object = named[0][2]
        elif words:
            copy.object_text = Span(words.start(), words.end())
        else:
            return list(told)
        given.append((copy, trigger))
    mine = {id(d) for d, _ in paid}
    return [(d, t) for d, t in told if id(d) not in mine] + given


def _other_verb(scene: Scene, sums: Sequence[Money]) -> bool:
    """Whether a verb between two of the sums says that somebody else pays, or for something else."""
    between = [t for one, other in pairwise(sums) for t in scene.parse.tokens(one.end, other.start)]
    return any(t.pos_ == "VERB" and t.tag_ in ("VBD", "VBZ", "VBP", "VB") for t in between)


def _opens_infinitive(scene: Scene, at: int) -> bool:
    """ "$3 million to settle claims": what the sum is for, not who gets it."""
    return any(t.tag_ == "VB" for t in scene.parse.tokens(at, at + 1))


#: Between a sum and who gets it; who gets it, where no party is named.
_TO = re.compile(r"(?: each| apiece)?(?: in [a-z]+(?: [a-z]+)?)? to (?:the )?")
_PAYEE = re.compile(
    r"(?:(?!(?:and|over|for|in|as|if|plus|by|after|when|while|which|who|that)\b)[\w'’&-]+ ?){1,6}"
    r"(?: in [A-Z]\w+)?(?<! )"
)


def _beside(scene: Scene, names: list[str]) -> list[str]:
    """The one side that is told, with the name that stands beside it: "Kerr and Tier"."""
    if len(names) != 1:
        return names
    mentions = [m for m in scene.resolution.overlapping(scene.span.start, scene.span.end) if m[3] == "name"]
    found = []
    for (_, end, one, _), (start, _, other, _) in pairwise(mentions):
        if names[0] in (one, other) and _AND.fullmatch(scene.text, end, start):
            found = [one, other]
    return found or names


_AND = re.compile(r",? and (?:[a-z][\w-]* ){0,5}")


def _place(scene: Scene, party: str) -> int:
    span = scene.span
    starts = [s for s, _, p, _ in scene.resolution.overlapping(span.start, span.end) if p == party]
    return min(starts, default=span.end)


def _copy(scene: Scene, draft: Draft, side: str, party: str, money: str) -> Draft:
    cues = [*draft.cues[:1], span_of(scene, money)]
    copy = replace(draft, money=money, keys=dict(draft.keys), cues=cues)
    setattr(copy, side, party)
    setattr(copy, f"{side}_text", None)
    return copy
