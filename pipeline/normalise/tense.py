"""Whether a sentence speaks of what was or of what is to come, by the words near a date; no parser needed."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
_WHEN = re.compile(r",? when\b")
_MODALS = frozenset(
    ["will", "would", "may", "might", "could", "can", "should", "must", "shall", "be", "ll", "wo"]
)
_DETERMINERS = frozenset(["a", "an", "the", "its", "his", "her", "their", "to", "of", "on", "first", "official", "s"])
_PRESENT = frozenset(["is", "are"])
_CONTRACTED = (["we", "re"], ["they", "re"], ["you", "re"])
#: "goes to trial in May", "comes into force in May"
_GOES = frozenset(["goes", "comes"])
_IS = frozenset(["is", "are", "m", "re"])
_ON_WEEKDAY = re.compile(r"\b(?:is|are)(?: on)?\s*$")
_TO_POLLS = re.compile(r"\b(?:go|goes|head|heads) to the polls (?:on )?$")
_NEXT_DAY = re.compile(r", on\s*$")
#: How a phrase that ends in a date opens a sentence, and its length in words.
_FRONT, _FRONTED = frozenset(["in", "by", "through", "for", "over", "during", "from"]), 7
#: ", officials said,"
_SAID = re.compile(r",[^,]{0,40}\b(?:said|says|told)\b[^,]{0,20}(?:,|$)")
#: How many words before and after a date are read.
_BEFORE, _AFTER = 30, 14


class Tense:
    """Reads tense by cues (`[cues]` of patterns/dates.toml)."""

    def __init__(self, cues: dict[str, Iterable[str]]):
        self._future, self._past = frozenset(cues["future"]), frozenset(cues["past"])
        self._adjectives, self._conditions = frozenset(cues["adjectives"]), frozenset(cues["conditions"])
        self._events = frozenset(cues["today_events"])
        self._appointed, self._bound_to = frozenset(cues["appointed"]), frozenset(cues["bound_to"])
        self._hosting, self._arranged = frozenset(cues["hosting"]), frozenset(cues["arranged"])
        self._served = frozenset(cues["served"])
        self._near_future, self._near_past = frozenset(cues["before_future"]), frozenset(cues["before_past"])

    def names_event(self, words: str) -> bool:
        """Whether what follows "today's" happens on the day ("meeting") and isn't of these days."""
        return not self._events.isdisjoint(_WORD.findall(words.lower()))

    def direction(self, before: str, after: str) -> int:
        """-1 for the past, 1 for the future, 0 when no cue tells; the cue nearest before the date decides."""
        # "in May against 2 percent in April": the month is no modal
        words = ["" if word == "May" else word.lower() for word in _WORD.findall(before[-240:])][-_BEFORE:]
        if words and words[-1] in self._near_past:
            return -1
        if _ON_WEEKDAY.search(before) and not after.startswith(("'", "’")):
            return 1  # "the summit is on Sunday"
        if _TO_POLLS.search(before) and self._follows(after, _AFTER) >= 0:
            return 1
        if _NEXT_DAY.search(before) and self._follows(after, 1) < 0:
            return -1  # "which said it would close, on Tuesday named a chief"
        if words[-2:] == ["as", "of"]:
            return 0
        at_once = bool(words) and words[-1] in self._near_future
        if at_once and words[-1] in ("until", "till") and _WHEN.match(after):
            return self._follows(after, 6)  # "chief executive until January, when the board replaced him"
        if at_once and words[-1] in ("until", "till") and self._is_over(words):
            return -1
        if at_once and words[-1] == "by" and self._conditions.intersection(words[-9:]):
            return 1
        for index in range(len(words) - 1, -1, -1):
            told = self._read(words, index)
            if told < 0 and words[-1] == "effective":
                return 0  # "was named chief, effective April 1": the nearest
            if told:
                overruled = (
                    at_once and told < 0 and (words[-1] in ("until", "till", "ending") or self._follows(after, 6) > 0)
                )
                return 1 if overruled else told
        if at_once and len(words) <= _FRONTED and words[0] in _FRONT:  # "in the 12 months through June, prices rose"
            return self._follows(_SAID.sub("", after), _AFTER) or 1
        if at_once:
            return 1
        return self._follows(after, _AFTER)

    def _is_over(self, words: list[str]) -> bool:
        """Whether what lasted until the date is a post that somebody has left: "who was its chief until May"."""
        index = next((at for at in range(len(words) - 2, 0, -1) if self._read(words, at)), 0)
        if not index:
            return False
        word, subject, behind = words[index], words[index - 1], words[index + 1]
        held = word == "was" and subject in ("who", "he", "she") and behind not in ("to", "in")
        return held or (word in self._served and subject not in ("to", "be", "being", "was", "were"))

    def _follows(self, after: str, count: int) -> int:
        """The first cue among the words after a date."""
        words = [word.lower() for word in _WORD.findall(after[:120])][:count]
        return next((told for index in range(len(words)) if (told := self._read(words, index))), 0)

    def _read(self, words: list[str], index: int) -> int:
        word = words[index]
        if word == "set" and words[index + 1 : index + 2] in (["up"], ["off"]):
            return 0 if _MODALS.intersection(words[max(0, index - 3) : index]) else -1
        if word in self._future:
            return 1
        if word in ("projects", "forecasts", "targets") and words[index + 1 : index + 2]:
            behind = words[index + 1]
            return int(behind in ("a", "an", "to", "that") or (behind.endswith("ing") and len(behind) > 5))
        if word in _GOES and words[index + 1 : index + 2]:
            going = words[index + 1] in ("to", "on", "before", "into", "out")
            return int(going and words[index + 2 : index + 3] != ["to"])
        if word in self._arranged:
            return int(not _IS.isdisjoint(words[max(0, index - 2) : index]))
        if word in self._hosting:
            # "a visit to", "the hosts" are nouns: a verb has a subject before it and where or whom behind it.
            subject, whom = words[index - 1] if index else "", words[index + 1] if words[index + 1 :] else "on"
            plural = word.endswith("s") or subject.endswith("s") or subject in ("they", "we")
            return int(plural and subject not in _DETERMINERS and whom not in ("on", "in", "at", "of", "said"))
        if word == "to" and index and words[index - 1] in self._bound_to:
            return 1
        if word in self._appointed and "for" in words[index + 1 : index + 3] and words[index - 1 : index] != ["had"]:
            return 1 if _PRESENT.intersection(words[max(0, index - 2) : index]) else -1
        if word in self._past or (word.endswith("ed") and len(word) > 3 and word not in self._adjectives):
            being = words[max(0, index - 2) : index]
            if word.endswith("ed") and being and (being[-1] in _PRESENT or being in _CONTRACTED):
                return 0  # "we are covered through March"
            return 1 if _MODALS.intersection(words[max(0, index - 3) : index]) else -1
        return 0
