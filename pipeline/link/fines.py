"""Fines: several in one sentence, each with its own sum, who set them, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from .. import tree
from ..mentions import Span
from ..records import Money
from .courts import COURT
from .draft import Draft
from .frames.scene import Scene, span_of

#: Verbs that undo a fine.
_UNDONE = re.compile(
    r"\b(?:set(?:s|ting)? aside|quash\w*|overturn\w*|annul\w*|scrap\w*"
    r"|(?:str(?:ikes?|uck)|thr(?:ows?|ew|own)) (?:down|out)|revers(?:ed|es)|cancel\w*|rescind\w*|void(?:ed|s))\b"
)
#: Verbs by which it is said that somebody is to pay.
_ORDERS = frozenset({"order", "direct", "require", "instruct", "rule", "decide"})
#: Names of bodies to whom is paid what they order, where the sentence speaks of nobody who gets it.
_WATCHDOG = re.compile(
    r"(?i)\b(?:competition|antitrust|anti-?monopoly|cartel|securities|exchange|financial|markets?|trade commission"
    r"|data protection|privacy|environment\w*|energy|(?:tele)?communications?|telecoms?|media|regulatory|regulator)\b"
)
_FOR_OTHERS = re.compile(
    r"(?i)\b(?:refund\w*|restitution|redress|compensat\w+|damages|costs|reparations?|dividends?|repay\w*|customers"
    r"|consumers|investors|victims|borrowers|workers|wages)\b"
)
#: Verbs by which somebody is not fined.
_ESCAPES = frozenset({"escape", "avoid", "dodge", "evade"})
#: What may stand between a fine's sum and those it is set on.
_ON = re.compile(r"(?: each| apiece)? (?:on|against|for|to) (?:[^\W\d,;.]+['’]?s? ){0,5}$")
#: What may stand between "fined" and the first who is.
_FINED = re.compile(r" (?:[^\W\d,;.]+['’]?s? ){0,5}$")
#: What may stand between one who is fined and the next: "on Kerr, his brother Lind and".
_NEXT = re.compile(r"(?:,|,? and)(?: (?:[a-z][a-z'’-]* ){0,5})$")
#: The same for those who were "fined", where no name of somebody else hangs on a word: "the owner of".
_FINED_NEXT = re.compile(r"(?:,|,? and)(?: (?:(?!(?:of|for|in|at|by|behind|from|with)\b)[a-z][a-z'’-]* ){0,5})$")
_LISTS = re.compile(r"\band\b")
#: "on Kerr and three others": those who end the list without a name.
_OTHERS = re.compile(
    r",? and (?P<who>(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several) "
    r"(?:others|other [a-z]+|of (?:its|his|her) [a-z]+"
    r"|(?:former )?(?:executives|directors|managers|traders|employees)))\b"
)
#: "fined Kerr $3 million and Tier $2 million": what stands around the name between two sums.
_BEFORE = re.compile(r",? (?:(?:and|while|but|plus) )?(?:[a-z][a-z-]* ){0,3}$")


#: Between a fine's sum and who sets it, and from there to the next sum.
_BY = re.compile(r" by (?:(?:the|[a-z]+['’]s) )?(?:[a-z]+ ){0,3}")
_AND_SUM = re.compile(r",? (?:and )?(?:(?:a |another |a further |about |some )?)")


def settle_fines(scene: Scene, told: Sequence[tuple[Draft, Token]]) -> list[tuple[Draft, Token]]:
    """The sentence's facts with each fine given to whom it was set on, by whom, and undone where it was."""
    for draft, trigger in told:
        if draft.rule == "payment.pay" and not draft.object and not draft.object_text:
            _fine_ordered(scene, draft, trigger)
    fines = [(d, t) for d, t in told if d.type == "payment" and d.keys.get("purpose") == "fine" and d.money]
    if not fines:
        return list(told)
    for draft, trigger in fines:
        _undo(scene, draft, trigger)
        if draft.object and _judges(scene, draft.object):
            draft.object = None
        if draft.object_text and COURT.search(scene.text, *draft.object_text):
            draft.object_text = None  # "a court in Milan fined"
        if not draft.object and not draft.object_text and trigger.pos_ == "VERB":
            draft.object = _ordering(scene, draft, trigger)
    setters = {(t.i, d.object) for d, t in fines if d.object}
    told = [(d, t) for d, t in told if d.rule != "payment.penalty-borne" or (t.i, d.subject) not in setters]
    if len(_sums(scene)) < 2:
        return told + _also_fined(scene, fines)
    draft, trigger = min(fines, key=lambda f: next(m.start for m in scene.money if m.id == f[0].money))
    if draft.rule in ("payment.fine", "payment.impose", "payment.penalty"):
        shared = _listed(draft, scene)
        if shared:
            mine = {id(d) for d, _ in fines}
            return [(d, t) for d, t in told if id(d) not in mine] + [(d, trigger) for d in shared]
    return told


def _also_fined(scene: Scene, fines: Sequence[tuple[Draft, Token]]) -> list[tuple[Draft, Token]]:
    """ "Fines of $3 million on Kerr, its chairman Brandt and three others": those of the list whom no frame reads."""
    found: list[tuple[Draft, Token]] = []
    for draft, trigger in fines:
        money = next(m for m in scene.money if m.id == draft.money)
        if draft.rule == "payment.fine" and trigger.pos_ == "VERB":
            start = scene.parse.span([trigger])[1]
            members, end = _run_of(scene, start, money.start, _FINED, _FINED_NEXT)
            known = {d.subject for d, _ in fines}
            if draft.subject in members and _LISTS.search(scene.text, start, end):  # not "fined Kerr, Tier said,"
                found += [(_copy(scene, draft, money.id, p), trigger) for p in members if p not in known]
            continue
        members, end = _run_of(scene, money.end, scene.span.end)
        if draft.subject not in members or draft.rule not in ("payment.impose", "payment.penalty"):
            continue
        known = {d.subject for d, _ in fines}
        found += [(_copy(scene, draft, money.id, p), trigger) for p in members if p not in known]
        others = _OTHERS.match(scene.text, end, scene.span.end)
        if others:
            copy = _copy(scene, draft, money.id, None)
            copy.subject_text = Span(others.start("who"), others.end("who"))
            found.append((copy, trigger))
        break
    return found


def _sums(scene: Scene) -> list:
    return [m for m in scene.money if not m.equivalent_of and m.id in scene.heads]


def _judges(scene: Scene, party: str) -> bool:
    """Whether the party is a court, or a person, as judges are: what it fines is not paid to it."""
    named = [scene.text[s:e] for s, e, p, form in scene.resolution.mentions if p == party and form != "pronoun"]
    return scene.resolution.kind(party) == "person" or any(COURT.search(name) for name in named)


def _fine_ordered(scene: Scene, draft: Draft, trigger: Token) -> None:
    """ "The Market Authority ordered Kerr to pay $3 million": a fine, if of a watchdog and for nobody else's good."""
    setter = _ordering(scene, draft, trigger)
    if setter is None or draft.keys.get("purpose") not in ("fine", "fee", "other"):
        return
    words = scene.text[scene.span.start : scene.span.end]
    named = [scene.text[s:e] for s, e, p, form in scene.resolution.mentions if p == setter and form == "name"]
    if any(_WATCHDOG.search(name) for name in named) and not _FOR_OTHERS.search(words):
        draft.object, draft.keys["purpose"] = setter, "fine"


def _ordering(scene: Scene, draft: Draft, trigger: Token) -> str | None:
    """ "The agency ordered Kerr to pay a fine": an agency that orders a fine sets it."""
    above = trigger.head
    if trigger.dep_ not in ("xcomp", "ccomp") or above.lemma_ not in _ORDERS:
        return None
    found = [scene.resolution.at(*scene.parse.span([t])) for t in tree.agents(above)]
    parties = [p for p in found if p and p != draft.subject and scene.resolution.kind(p) == "public_body"]
    return parties[0] if parties and not _judges(scene, parties[0]) else None


def _undo(scene: Scene, draft: Draft, trigger: Token) -> None:
    """ "The tribunal set aside a $3 million fine on Kerr": it is not paid, and not to the tribunal."""
    if trigger.pos_ != "NOUN":
        return
    verb = trigger.head if trigger.dep_ in ("nsubjpass", "nsubj") else tree.governor(trigger)
    if verb is None:
        return
    start, end = scene.parse.span([verb])
    found = _UNDONE.match(scene.text, start, end + 8)
    if found is None and verb.lemma_ not in _ESCAPES:
        return
    draft.status = "cancelled"
    undoing = {scene.resolution.at(*scene.parse.span([t])) for t in tree.agents(verb)}
    if draft.object in undoing:
        draft.object = None


def _listed(draft: Draft, scene: Scene) -> list[Draft]:
    """One fact for each of "fines of $3 million on Kerr and $2 million each on Tier and Lind"."""
    sums = [m for m in _sums(scene) if m.start >= next(n.start for n in scene.money if n.id == draft.money)]
    if len(sums) < 2 or not draft.subject:
        return []
    ends = [m.start for m in sums[1:]] + [scene.span.end]
    behind = [_set_on(scene, money.end, end) for money, end in zip(sums, ends, strict=True)]
    if behind[0] and behind[1]:
        pairs = [(money, party) for money, parties in zip(sums, behind, strict=True) for party in parties]
        return [_copy(scene, draft, money.id, party) for money, party in pairs]
    if draft.rule != "payment.fine":
        return []
    if by_each := _by_each(draft, scene, sums):
        return by_each
    found = [_copy(scene, draft, sums[0].id, draft.subject)]
    for last, money in pairwise(sums):
        names = [m for m in scene.resolution.overlapping(last.end, money.start) if m[3] == "name"]
        if len(names) != 1:
            break
        start, end, party, _ = names[0]
        if not _BEFORE.fullmatch(scene.text, last.end, start) or scene.text[end : money.start].strip():
            break
        found.append(_copy(scene, draft, money.id, party))
    return found if len(found) > 1 else []


def _by_each(draft: Draft, scene: Scene, sums: Sequence[Money]) -> list[Draft]:
    """ "Was fined $3 million by the Market Authority and $2 million by the Harbour Board": each has its own setter."""
    found = []
    for number, money in enumerate(sums):
        until = sums[number + 1].start if number + 1 < len(sums) else scene.span.end
        names = [m for m in scene.resolution.overlapping(money.end, until) if m[3] == "name"]
        if len(names) != 1 and number + 1 < len(sums):
            return []
        if not names or not _BY.fullmatch(scene.text, money.end, names[0][0]):
            return []
        if number + 1 < len(sums) and not _AND_SUM.fullmatch(scene.text, names[0][1], until):
            return []
        found.append(replace(_copy(scene, draft, money.id, draft.subject), object=names[0][2], object_text=None))
    return found


def _set_on(scene: Scene, start: int, end: int) -> list[str]:
    """Those who are named behind "on", up to the first word that belongs to no list."""
    return _run_of(scene, start, end)[0]


def _run_of(
    scene: Scene, start: int, end: int, opens: re.Pattern[str] = _ON, goes_on: re.Pattern[str] = _NEXT
) -> tuple[list[str], int]:
    """Those who are named behind "on", and where the list of their names ends."""
    found: list[str] = []
    at, like = start, opens
    for low, high, party, form in scene.resolution.overlapping(start, end):
        if low < at or form == "pronoun":
            continue
        if not like.fullmatch(scene.text, at, low):
            break
        found.append(party)
        at, like = high, goes_on
    return list(dict.fromkeys(found)), at


def _copy(scene: Scene, draft: Draft, money: str, subject: str | None) -> Draft:
    cues = [*draft.cues[:1], span_of(scene, money)]
    return replace(draft, money=money, subject=subject, subject_text=None, keys=dict(draft.keys), cues=cues)
