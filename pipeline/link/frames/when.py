"""The date of a fact: the date expression that hangs nearest to its trigger in the tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from ...records import Date
from ...tree import governor, path_length

if TYPE_CHECKING:
    from .scene import Scene

#: A date farther than this many edges away speaks of something else.
MAX_DISTANCE = 4
#: How far a date may be from the verb that governs an event's noun ("sold notes on Wednesday").
MAX_BESIDE = 2


#: Verbs by which a deal is made known.
_TELLING = ("announce", "say", "unveil", "disclose", "tell", "reveal", "confirm", "report")
#: A place in capitals opens a dateline: "ESPOO, FI — June 17, 2024 — (WIRE) —".
_PLACE = re.compile(r"[A-Z][A-Z .'-]{2,30}(?:,|—| -)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: What falls due on a day does not happen on it ("notes due September 2026").
_DUE = re.compile(r"\b(?:due|maturing|matures?|expiring|expires?)(?: in| on)? $")


def when(scene: Scene, trigger: Token, dates: Sequence[Date]) -> str | None:
    """TIMEX3 value of the trigger's date, None when the sentence gives it none. Datelines date nothing."""
    nearest = _nearest(scene, trigger, dates)
    verb = governor(trigger) if nearest is None and trigger.pos_ == "NOUN" else None
    return nearest or (_nearest(scene, verb, dates, MAX_BESIDE) if verb is not None else None)


def _nearest(scene: Scene, trigger: Token, dates: Sequence[Date], reach: int = MAX_DISTANCE) -> str | None:
    best: tuple[int, int, str] | None = None
    for date in dates:
        if date.type not in ("DATE", "TIME") or not date.value or not date.value[0].isdigit():
            continue
        if _in_dateline(scene, date) or _DUE.search(scene.text, max(0, date.start - 20), date.start):
            continue
        tokens = scene.parse.tokens(date.start, date.end)
        if not tokens:
            continue
        inside = {t.i for t in tokens}
        head = next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[-1])
        distance = path_length(trigger, head)
        if distance <= reach:
            best = min(best or (99, 0, ""), (distance, abs(trigger.i - head.i), date.value.partition("T")[0]))
    return best[2] if best else None


def announced(scene: Scene, dates: Sequence[Date]) -> str | None:
    """The day on which the sentence says that something was announced ("announced Wednesday that …")."""
    for date in dates:
        day = (date.value or "")[:10]
        if date.type not in ("DATE", "TIME") or not _DAY.fullmatch(day) or _in_dateline(scene, date):
            continue
        heads = [t.head for t in scene.parse.tokens(date.start, date.end)]
        heads += [head.head for head in heads if head.dep_ == "prep"]  # "announced on Tuesday"
        if any(head.lemma_ in _TELLING for head in heads):
            return day
    return None


def _in_dateline(scene: Scene, date: Date) -> bool:
    """Whether the date stands in "NORTON, Mass., Oct. 28, 2025 (WIRE) —" at the head of the sentence."""
    head = scene.text[scene.span.start : scene.span.end]
    find = head[:120].rfind if _PLACE.match(head) else head.find
    for mark in ("—", "–", " -- ", " - ", "/ --"):
        at = find(mark)
        if 0 < at < 120 and date.end <= scene.span.start + at and head[:at].count(",") >= 1:
            return True
    return False
