"""Where an expression stands: its sentence, its tense, and the dates that the text has spoken of before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, datetime

from pipeline.find.dates import DateMention, DatePatterns
from pipeline.mentions import Sentence
from pipeline.normalise.dating.meaning import FROM_STORY, STEPS, Meaning, Told, fits
from pipeline.normalise.numerals import cardinal, ordinal
from pipeline.normalise.tense import Tense

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Inc|Corp|Co|Ltd|St|No|"
    r"Gov|Sen|Rep|Gen|vs|[ap]\.m))\.$"
)


def _anchor_of(published: str | None) -> datetime | None:
    if published is None:
        return None
    try:
        return datetime.fromisoformat(published).replace(tzinfo=None)
    except ValueError as error:
        raise ValueError(f"published: {published!r} is no ISO 8601 date, such as 2024-10-18") from error


#: The first quotation mark, and what shows that it closes.
_QUOTE = re.compile(r"([,.!?])?[\"“”]")

#: How many dates back a reference may go.
_RECENT = 40


class Story:
    """One text with its mentions, and what they have told so far."""

    def __init__(
        self,
        patterns: DatePatterns,
        tense: Tense,
        text: str,
        mentions: Sequence[DateMention],
        published: str | None,
        sentences: Sequence[Sentence],
        day_first: bool | None,
    ):
        self._patterns = patterns
        self._tense = tense
        self._text: str = text
        self._mentions = mentions
        self._moment = _anchor_of(published)
        self._today = self._moment.date() if self._moment else None
        self._timed = self._moment is not None and len(published) > 10
        self._starts = [sentence.start for sentence in sentences]
        self._ends = [sentence.end for sentence in sentences]
        self._day_first = day_first
        self._mention_starts = [mention.start for mention in mentions]
        self._told: list[Told] = []
        self._quarters: dict[str, list[Told]] = {}
        self._named: dict[str, Told] = {}
        self._value_of = self._patterns.values
        self._used = "published"

    def read(self, mention: DateMention) -> Meaning | None:
        """What the mention means; None when it is no temporal expression after all."""
        self._used = "published"
        reader = getattr(self, f"_read_{mention.kind}", None)
        if reader is None:
            raise ValueError(f"patterns/dates.toml: rule {mention.rule}: no kind {mention.kind!r}")
        try:
            meaning = reader(mention, mention.pieces)
        except OverflowError:
            return Meaning(None)
        if meaning is not None and meaning.mod is None:
            meaning.mod = self._mod(mention.pieces)
        return meaning

    def _mod(self, pieces: dict[str, str]) -> str | None:
        word = re.search(r"[a-z]+", pieces.get("mod", "").lower())
        return self._value_of["mod"].get(word.group()) if word else None

    def _sentence(self, mention: DateMention) -> tuple[int, int]:
        """Start and end of the sentence around the mention, by the sentences given or by punctuation."""
        if self._starts:
            index = bisect_right(self._starts, mention.start) - 1
            if index >= 0 and self._ends[index] >= mention.end:
                return self._starts[index], self._ends[index]
        line = self._text.rfind("\n", 0, mention.start) + 1
        begin = max(line, mention.start - 600)
        for stop in _SENTENCE_END.finditer(self._text, begin, mention.start + 1):
            if not _ABBREVIATED.search(self._text, max(begin, stop.start() - 6), stop.start()):
                begin = stop.end()
        end = min(len(self._text), mention.end + 400)
        stop = _SENTENCE_END.search(self._text, mention.end, end)
        return begin, stop.start() if stop else end

    def _direction(self, mention: DateMention) -> int:
        begin, end = self._sentence(mention)
        if self._is_all(mention):
            return 1
        quote = _QUOTE.search(self._text, mention.end, end)
        if quote and quote[1]:
            end = quote.start()  # what is told of the speaker is not what the quote tells
        return self._tense.direction(self._text[begin : mention.start], self._text[mention.end : end])

    def _is_all(self, mention: DateMention) -> bool:
        """Whether the text is nothing but dates, as in a query: then it asks for what is to come."""
        if len(self._text) > 80:
            return False
        rest = self._text
        for other in reversed(self._mentions):
            rest = rest[: other.start] + rest[other.end :]
        return not re.search(
            r"\w", re.sub(r"\b(?:in|on|at|the|during|by|from|to|and|after|before|for)\b", "", rest.lower())
        )

    def _story(self, mention: DateMention, *, sentence_only: bool = False) -> Told | None:
        """The last date that the sentence, or else its paragraph, has spoken of before the mention."""
        if not self._told:
            return None
        begin, _ = self._sentence(mention)
        if not sentence_only:
            begin = self._text.rfind("\n", 0, mention.start) + 1
        # "The previous year" twice means the same year.
        last = next((told for told in self._recent() if not told.relative), None)
        return last if last is not None and last.start >= begin else None

    def _remember(self, told: Told) -> None:
        self._told.append(told)
        named = self._named.setdefault(told.value[5:], told)
        if named.first < told.first and self._today and told.first <= self._today:
            self._named[told.value[5:]] = told  # that of the year before is only compared with
        if told.value[4:6] == "-Q":
            self._quarters.setdefault(told.value, []).append(told)

    def _recent(self) -> list[Told]:
        """The dates told last, the latest first; what is farther back is no reference."""
        return self._told[: -_RECENT - 1 : -1]

    def _unit_code(self, words: str) -> str:
        """The code of a unit of time as it is written: "quarters", "month-period", "half‑ year"."""
        parts = re.findall(r"[^\W\d_]+", words.lower())
        return "H" if parts[0] == "half" else self._value_of["unit"][parts[0]]

    def _following(self, mention: DateMention) -> DateMention | None:
        """The next mention."""
        index = bisect_left(self._mention_starts, mention.end)
        return self._mentions[index] if index < len(self._mentions) else None

    def _last_day(self) -> Told | None:
        """The day that the story is about: the last one told that is not long past."""
        recent = (told for told in self._recent() if len(told.value) == 10)
        return next(
            (told for told in recent if self._today and abs((self._today - told.first).days) <= 7), None
        )

    def _main_quarter(self) -> Told | None:
        """The quarter that the text is about: the one it has named most often, the first of equals."""
        return max(self._quarters.values(), key=len)[0] if self._quarters else None

    def _told_of(self, mention: DateMention, code: str | None) -> Told | None:
        """The last date told in the paragraph within one `code`; for a period, any but a single day."""
        line = self._text.rfind("\n", 0, mention.start) + 1
        for told in self._recent():
            if told.start < line and told is not self._told[-1]:
                break
            if code is None and (len(told.value) < 10 and told.first != told.last):
                return told
            if code is not None and fits(told, code):
                return told
        return None

    def _base(self, mention: DateMention, word: str) -> date | None:
        """The day that a relative word counts from: the story's for "the previous year", else publication."""
        told = self._story(mention) if word in FROM_STORY else None
        if told is not None:
            self._used = told.id
            return told.first
        return self._today

    def _number(self, words: str | None) -> float | None:
        return cardinal(words, self._value_of["number"]) if words else None

    _RANGE = re.compile(r"\w\W*\b(?:to|or)\b|\d\s*[-–—‐‑]\s*\d")

    def _count(self, words: str | None) -> float | None:
        """The number of units; None when the words give a range or nothing in particular."""
        return None if words and self._RANGE.search(words.lower()) else self._number(words)

    def _month(self, pieces: dict[str, str]) -> int | None:
        if "month" in pieces:
            return int(self._value_of["month"][pieces["month"].lower().rstrip(".").strip()])
        return int(pieces["m"]) if "m" in pieces else None

    def _day(self, pieces: dict[str, str]) -> int | None:
        if "d" in pieces:
            return int(pieces["d"])
        return (
            ordinal(pieces["day"], self._value_of["ordinal"], self._value_of["number"])
            if "day" in pieces
            else None
        )

    def _year(self, mention: DateMention) -> int | None:
        """The year that is written or that a phrase such as "last year" means; '68 is 2068, and 1968 well before it."""
        pieces = mention.pieces
        written = pieces.get("year") or pieces.get("yy")
        if written is not None:
            digits = re.search(r"\d+", written).group()
            if len(digits) == 2:
                last = self._today.year - 1988 if self._today else 68  # "in '44" is rarely to come
                return int(digits) + (2000 if int(digits) <= last else 1900)
            return int(digits)
        phrase = pieces.get("yrel")
        if phrase is None:
            return None
        words = phrase.lower().split()
        word = next((word for word in words if word in STEPS or word in ("that", "same")), "this")
        base = self._base(mention, word)
        return base.year + STEPS.get(word, 0) if base else None
