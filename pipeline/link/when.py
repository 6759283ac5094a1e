"""The date of a fact: the date expression that hangs nearest to its trigger in the tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from ..records import Date
from ..tree import path_length

if TYPE_CHECKING:
    from .frames import Scene

#: A date farther than this many edges away speaks of something else.
MAX_DISTANCE = 4


def when(scene: Scene, trigger: Token, dates: Sequence[Date]) -> str | None:
    """TIMEX3 value of the trigger's date, None when the sentence gives it none. Datelines date nothing."""
    best: tuple[float, str] | None = None
    for date in dates:
        if date.type not in ("DATE", "TIME") or not date.value or not date.value[0].isdigit():
            continue
        if _in_dateline(scene, date):
            continue
        tokens = scene.parse.tokens(date.start, date.end)
        if not tokens:
            continue
        inside = {t.i for t in tokens}
        head = next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[-1])
        distance = path_length(trigger, head) + 0.01 * abs(trigger.i - head.i)
        if distance <= MAX_DISTANCE and (best is None or distance < best[0]):
            best = (distance, date.value)
    return best[1] if best else None


def announced(scene: Scene, dates: Sequence[Date]) -> str | None:
    """The day on which the sentence says that something was announced ("announced Wednesday that …")."""
    for date in dates:
        if date.type != "DATE" or not date.value or len(date.value) != 10 or _in_dateline(scene, date):
            continue
        tokens = scene.parse.tokens(date.start, date.end)
        if tokens and any(t.head.lemma_ in ("announce", "say", "unveil", "disclose") for t in tokens):
            return date.value
    return None


def _in_dateline(scene: Scene, date: Date) -> bool:
    """Whether the date stands in "NORTON, Mass., Oct. 28, 2025 (WIRE) —" at the head of the sentence."""
    head = scene.text[scene.span.start : scene.span.end]
    for mark in ("—", "–", " -- ", " - ", "/ --"):
        at = head.find(mark)
        if 0 < at < 120 and date.end <= scene.span.start + at and head[:at].count(",") >= 1:
            return True
    return False
