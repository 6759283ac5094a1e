"""What a temporal expression means and which day it resolves to.

Three things are kept apart: the words (`text`), what they mean before they are anchored (`meaning`: a
partial date such as `XXXX-10-17`, an offset such as `anchor-P2W`, a duration, a set), and what they resolve
to (`value`, with `from` and `to`). What can't be anchored keeps its X parts; the day of publication never
fills a gap in what was written.

Conventions are those of the annotation guide and of TimeML 1.2.1. Weeks are ISO 8601 weeks, seasons the
meteorological ones of the northern hemisphere; a fiscal year or quarter carries the number the company
gives it and its days are those of the calendar.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

from pipeline.find.dates import DateMention, DatePatterns
from pipeline.mentions import Article, Sentence
from pipeline.normalise import foreign, timex
from pipeline.normalise.holidays import holiday
from pipeline.normalise.numerals import cardinal, ordinal
from pipeline.normalise.tense import Tense
from pipeline.patterns import Patterns
from pipeline.records import Date

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n+")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Inc|Corp|Co|"
                          r"Ltd|St|No|Gov|Sen|Rep|Gen|vs|[ap]\.m))\.$")  # fmt: skip
_REL = {"this": 0, "current": 0, "last": -1, "previous": -1, "prior": -1, "preceding": -1, "past": -1, "next": 1,
        "coming": 1, "upcoming": 1, "following": 1, "ensuing": 1, "before": -1, "earlier": -1, "after": 1}  # fmt: skip
#: These count from the date the story speaks of, when it speaks of one; the others from publication.
_STORY = frozenset("previous prior preceding following before after earlier same that".split())
_QUARTER_NUMBER = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4,
                   "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "latter": 2, "front": 1, "back": 2}  # fmt: skip
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NAMED_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
                  "nineties": 9}  # fmt: skip
#: A sentence about a quarter in the past tense may come this many days before the quarter is over.
_QUARTER_NEARLY_OVER = 20
#: A day farther than this from publication is told by its year; without one, it is the near one.
_FAR_DAYS = 325
#: A bare quarter that would be over for longer than this many days is the one to come.
_QUARTER_LONG_OVER = 200


class DateNormaliser:
    """Reads mentions into records; holds no state between texts."""

    def __init__(self, patterns: Patterns):
        self.patterns = patterns.load("dates.toml", DatePatterns)
        self.tense = Tense(self.patterns.cues)
        self.holidays = {_plain(name): [rule.split() for rule in rules] for name, rules in self.patterns.holidays.items()}

    def records(
        self,
        text: str,
        mentions: Sequence[DateMention],
        published: str | None,
        sentences: Sequence[Sentence] = (),
        *,
        day_first: bool | None = None,
        article: Article | None = None,
    ) -> list[Date]:
        """The mentions as records with ids D1… in the order of the text.

        `published` is an ISO 8601 date or datetime, or None: then what is relative stays unresolved.
        `day_first` says how 04/08/2025 reads; None decides by the place of the article's address, then by the
        other dates of the text, then in US order. Raises ValueError when
        `published` is no ISO date.
        """
        if day_first is None:
            day_first = self._by_place(article)
        reader = _Reader(self, text, mentions, published, sentences, day_first)
        found = []
        for mention in mentions:
            meaning = reader.read(mention)
            if meaning is not None:
                found.append(reader.record(f"D{len(found) + 1}", mention, meaning))
        return found

    def _by_place(self, article: Article | None) -> bool | None:
        """Whether the place of the article's address writes the day first; None when the address doesn't tell."""
        host = urlsplit(article.source.url or "").hostname if article else None
        return True if host and host.rsplit(".", 1)[-1] in self.patterns.cues["day_first_domains"] else None


@dataclass(slots=True)
class _Meaning:
    """What a mention came out as, before it is a record; `value` None is what can be no date."""

    value: str | None
    type: str = "DATE"
    means: str | None = None
    anchor: str | None = None
    mod: str | None = None
    bounds: tuple[date, date] | None = None


@dataclass(slots=True)
class _Told:
    """A date that the text has already spoken of: where, which days, what it is called."""

    start: int
    value: str
    first: date
    last: date
    id: str
    explicit: bool
    relative: bool


def _plain(words: str) -> str:
    return re.sub(r"[^\w]+", " ", words.lower()).strip()


def _anchor_of(published: str | None) -> datetime | None:
    if published is None:
        return None
    try:
        return datetime.fromisoformat(published).replace(tzinfo=None)
    except ValueError as error:
        raise ValueError(f"published: {published!r} is no ISO 8601 date, such as 2024-10-18") from error


def prefers_day_first(text: str, mentions: Sequence[DateMention]) -> bool:
    """Whether 04/08/2025 is 4 August here: by other numeric dates that are unambiguous, then by written ones."""
    votes = 0
    for mention in mentions:
        if numeric := mention.pieces.get("numeric"):
            first, second, *_ = (int(part) for part in re.findall(r"\d+", numeric))
            if "." in numeric or first > 12 >= second:
                votes += 100
            elif second > 12 >= first:
                votes -= 100
        elif mention.rule in ("day.day-month-year", "day.day-month"):
            votes += 1
        elif mention.rule in ("day.month-day-year", "day.month-day"):
            votes -= 1
    return votes > 0


class _Reader:
    """One pass over the mentions of one text."""

    def __init__(self, of, text, mentions, published, sentences, day_first):  # noqa: ANN001
        self._patterns: DatePatterns = of.patterns
        self._tense: Tense = of.tense
        self._holidays: dict[str, list[list[str]]] = of.holidays
        self._text: str = text
        self._mentions = mentions
        self._moment = _anchor_of(published)
        self._today = self._moment.date() if self._moment else None
        self._timed = self._moment is not None and len(published) > 10
        self._starts = [sentence.start for sentence in sentences]
        self._ends = [sentence.end for sentence in sentences]
        self._day_first = day_first
        self._told: list[_Told] = []
        self._value_of = self._patterns.values
        self._used = "published"

    # -------------------------------------------------------------------------------- one mention

    def read(self, mention: DateMention) -> _Meaning | None:
        """What the mention means; None when it is no temporal expression after all."""
        self._used = "published"
        reader = getattr(self, f"_read_{mention.kind}", None)
        if reader is None:
            raise ValueError(f"patterns/dates.toml: rule {mention.rule}: no kind {mention.kind!r}")
        try:
            meaning = reader(mention, mention.pieces)
        except OverflowError:
            return _Meaning(None)
        if meaning is not None and meaning.mod is None:
            meaning.mod = self._mod(mention.pieces)
        return meaning

    def record(self, identifier: str, mention: DateMention, meaning: _Meaning) -> Date:
        """The record of a mention, remembered as a date that the text has spoken of."""
        days = meaning.bounds
        if days is None and meaning.value and meaning.type in ("DATE", "TIME"):
            days = timex.bounds(meaning.value)
        if days and meaning.value and meaning.type in ("DATE", "TIME"):
            explicit = "year" in mention.pieces or "numeric" in mention.pieces
            relative = mention.pieces.get("rel", "").lower() in ("previous", "prior", "preceding")
            value = meaning.value.split("T")[0]
            self._told.append(_Told(mention.start, value, *days, identifier, explicit, relative))
        return Date(
            id=identifier,
            start=mention.start,
            end=mention.end,
            text=self._text[mention.start : mention.end],
            type=meaning.type,
            value=meaning.value,
            from_=days[0].isoformat() if days else None,
            to=days[1].isoformat() if days else None,
            mod=meaning.mod,
            meaning=meaning.means if meaning.means is not None else meaning.value,
            anchor=meaning.anchor,
            rule=mention.rule,
        )

    def _mod(self, pieces: dict[str, str]) -> str | None:
        word = re.search(r"[a-z]+", pieces.get("mod", "").lower())
        return self._value_of["mod"].get(word.group()) if word else None

    # -------------------------------------------------------------------------------- where it stands

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
        return self._tense.direction(self._text[begin : mention.start], self._text[mention.end : end])

    def _is_all(self, mention: DateMention) -> bool:
        """Whether the text is nothing but dates, as in a query: then it asks for what is to come."""
        if len(self._text) > 80:
            return False
        rest = self._text
        for other in reversed(self._mentions):
            rest = rest[: other.start] + rest[other.end :]
        return not re.search(r"\w", re.sub(r"\b(?:in|on|at|the|during|by|from|to|and|after|before|for)\b", "", rest.lower()))

    def _story(self, mention: DateMention, *, sentence_only: bool = False) -> _Told | None:
        """The last date that the sentence, or else its paragraph, has spoken of before the mention."""
        if not self._told:
            return None
        begin, _ = self._sentence(mention)
        if not sentence_only:
            begin = self._text.rfind("\n", 0, mention.start) + 1
        # "The previous year" twice means the same year.
        last = next((told for told in reversed(self._told) if not told.relative), None)
        return last if last is not None and last.start >= begin else None

    def _base(self, mention: DateMention, word: str) -> date | None:
        """The day that a relative word counts from: the story's for "the previous year", else publication."""
        told = self._story(mention) if word in _STORY else None
        if told is not None:
            self._used = told.id
            return told.first
        return self._today

    # -------------------------------------------------------------------------------- numbers

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
        return ordinal(pieces["day"], self._value_of["ordinal"], self._value_of["number"]) if "day" in pieces else None

    def _year(self, mention: DateMention) -> int | None:
        """The year that is written or that a phrase such as "last year" means; 68 is the last of the 2000s."""
        pieces = mention.pieces
        written = pieces.get("year") or pieces.get("yy")
        if written is not None:
            digits = re.search(r"\d+", written).group()
            if len(digits) == 2:
                return int(digits) + (2000 if int(digits) <= 68 else 1900)
            return int(digits)
        phrase = pieces.get("yrel")
        if phrase is None:
            return None
        words = phrase.lower().split()
        word = next((word for word in words if word in _REL or word in ("that", "same")), "this")
        base = self._base(mention, word)
        return base.year + _REL.get(word, 0) if base else None

    # -------------------------------------------------------------------------------- calendar dates

    def _read_calendar(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning | None:
        if "ref" in pieces:
            return self._clocked(mention, self._deictic_day(mention, pieces["ref"].lower()))
        month, day = self._month(pieces), self._day(pieces)
        if day is not None and "rel" not in pieces or month is not None:
            return self._clocked(mention, self._dated(mention, month, day))
        if "weekday" in pieces:
            return self._clocked(mention, self._weekday(mention))
        if "year" in pieces or "yy" in pieces or "yrel" in pieces:
            year = self._year(mention)
            return _Meaning(f"{year:04d}" if year else "XXXX", anchor=self._used if "yrel" in pieces else None)
        return self._clocked(mention, self._part_alone(mention))

    def _dated(self, mention: DateMention, month: int | None, day: int | None) -> _Meaning:
        """A date by month or day, with or without a year."""
        pieces = mention.pieces
        if month is None:
            return self._day_of_month(mention, day)
        if day is not None and day > _MONTH_DAYS[month - 1]:
            return _Meaning(None)
        tail = f"-{month:02d}" + (f"-{day:02d}" if day else "")
        year = self._year(mention)
        if year is not None:
            value = f"{year:04d}{tail}"
            absolute = "yrel" not in pieces
            if timex.bounds(value) is None:
                return _Meaning(None)
            return _Meaning(value, means=value if absolute else f"XXXX{tail}", anchor=None if absolute else self._used)
        if "rel" in pieces and self._today:
            word = pieces["rel"].lower()
            return _Meaning(f"{self._month_by_word(word, month):04d}{tail}", means=f"XXXX{tail}", anchor="published")
        year = self._missing_year(mention, month, day)
        if year is None:
            return _Meaning(f"XXXX{tail}")
        return _Meaning(f"{year:04d}{tail}", means=f"XXXX{tail}", anchor=self._used)

    def _month_by_word(self, word: str, month: int) -> int:
        """The year of "last September", "this June", "next March": the nearest such month on that side."""
        today = self._today
        step = _REL[word]
        if step < 0:
            return today.year if month < today.month else today.year - 1
        if step > 0:
            return today.year if month > today.month else today.year + 1
        return today.year

    def _missing_year(self, mention: DateMention, month: int, day: int | None) -> int | None:
        """The year of a date that has none: of the date it is joined to, of the story, else by tense."""
        joined = self._joined_year(mention, month)
        if joined is not None:
            return joined
        told = self._story(mention, sentence_only=True)
        if told is not None and told.explicit and len(told.value) >= 7:
            self._used = told.id
            return told.first.year if (month, day or 31) >= (told.first.month, told.first.day) else told.first.year + 1
        if self._today is None:
            return None
        return self._by_tense(mention, month, day)

    def _joined_year(self, mention: DateMention, month: int) -> int | None:
        """The year of the date that follows at once: "between Aug. 3 and Sept. 9, 2021"."""
        following = re.match(r"\s*(?:and|to|or|through|until|-|–|—|&)\s*", self._text[mention.end : mention.end + 12])
        if not following:
            return None
        at = mention.end + following.end()
        partner = next((other for other in self._mentions if other.start == at and "year" in other.pieces), None)
        if partner is None:
            return None
        partner_month = self._month(partner.pieces)
        year = self._year(partner)
        if partner_month is None or year is None:
            return None
        self._used = None
        return year - 1 if month > partner_month else year

    def _by_tense(self, mention: DateMention, month: int, day: int | None) -> int:
        today = self._today
        direction = self._direction(mention)
        if day and "weekday" in mention.pieces:
            year = self._year_of_weekday(mention.pieces["weekday"], month, day)
            if year is not None:
                return year
        here = (today.month, today.day if day else 0)
        there = (month, day or 0)
        if direction == 0 and day:
            year = self._nearest(month, day)
        elif direction > 0:
            year = today.year if there >= here else today.year + 1
        else:
            year = today.year if there <= here else today.year - 1
        if direction and day:
            year = self._unless_far(year, month, day, direction)
        if day and month == 2 and day == 29:
            while timex.bounds(f"{year:04d}-02-29") is None:
                year += 1 if direction > 0 else -1
        return year

    def _unless_far(self, year: int, month: int, day: int, direction: int) -> int:
        """The year by tense, unless that is eleven months off and the other way only some weeks."""
        days = timex.bounds(f"{year:04d}-{month:02d}-{day:02d}")
        return year - direction if days and abs((days[0] - self._today).days) > _FAR_DAYS else year

    def _year_of_weekday(self, weekday: str, month: int, day: int) -> int | None:
        """The year nearest to publication in which the date falls on that weekday."""
        wanted = int(self._value_of["weekday"][weekday.lower().rstrip(".").strip()])
        years = range(self._today.year - 5, self._today.year + 6)
        days = [bounds[0] for year in years if (bounds := timex.bounds(f"{year:04d}-{month:02d}-{day:02d}"))]
        fitting = [day for day in days if day.isoweekday() == wanted]
        nearest = min(fitting, key=lambda day: abs((day - self._today).days), default=None)
        return nearest.year if nearest else None

    def _nearest(self, month: int, day: int) -> int:
        today = self._today
        years = [year for year in (today.year - 1, today.year, today.year + 1)]
        place = month * 31 + day - (today.month * 31 + today.day)
        return min(years, key=lambda year: (abs((year - today.year) * 372 + place), year))

    def _day_of_month(self, mention: DateMention, day: int) -> _Meaning:
        """A day alone: "on the 3rd", "Monday the 21st"."""
        if self._today is None:
            return _Meaning(f"XXXX-XX-{day:02d}")
        direction = self._direction(mention)
        months = (0, 1, 2) if direction > 0 else (0, -1, -2) if direction < 0 else (0, -1, 1)
        weekday = self._value_of["weekday"].get(mention.pieces.get("weekday", "").lower().rstrip(". "))
        nearby = sorted(range(-11, 12), key=lambda step: (step * direction < 0, abs(step)))
        for step in months if weekday is None else nearby:
            first = timex.add_months(self._today.replace(day=1), step)
            if timex.bounds(f"{timex.month_value(first)}-{day:02d}") is None:
                continue
            candidate = first.replace(day=day)
            fits = candidate.isoweekday() == int(weekday) if weekday else (
                direction == 0 or (candidate >= self._today if direction > 0 else candidate <= self._today))
            if fits:
                return _Meaning(candidate.isoformat(), means=f"XXXX-XX-{day:02d}", anchor="published")
        return _Meaning(f"XXXX-XX-{day:02d}")

    def _read_numeric(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning | None:
        first, second, *rest = (int(part) for part in re.findall(r"\d+", pieces["numeric"]))
        if self._day_first is None:
            self._day_first = prefers_day_first(self._text, self._mentions)
        if not rest:
            month, day = (second, first) if self._day_first and second <= 12 or first > 12 else (first, second)
            if month > 12:
                return None
            return self._dated(mention, month, day)
        year = rest[0]
        if year < 100:
            year += 2000 if year <= 68 else 1900
        day, month = (first, second) if self._day_first or "." in pieces["numeric"] else (second, first)
        if month > 12:
            day, month = month, day
        value = f"{year:04d}-{month:02d}-{day:02d}"
        return _Meaning(value if timex.bounds(value) else None)

    # -------------------------------------------------------------------------------- weekdays and days

    def _weekday(self, mention: DateMention) -> _Meaning:
        pieces = mention.pieces
        number = int(self._value_of["weekday"][pieces.get("weekday", pieces.get("unit", "")).lower().rstrip(". ")])
        means = f"XXXX-WXX-{number}"
        if "rel" not in pieces and self._is_opening_hours(mention):
            return _Meaning(means, "SET")
        if self._today is None:
            return _Meaning(means)
        today = self._today
        ahead = (number - today.isoweekday()) % 7
        phrase = (pieces.get("wrel") or "").lower()
        if phrase:
            word = next(word for word in phrase.split() if word in _REL)
            monday = self._base(mention, word) + timedelta(days=7 * _REL[word])
            day = monday + timedelta(days=number - monday.isoweekday())
            return _Meaning(day.isoformat(), means=means, anchor=self._used)
        word = pieces.get("rel", "").lower()
        step = _REL.get(word) if word else self._direction(mention)
        if word in ("following", "previous", "preceding", "prior"):
            base = self._base(mention, word)
            away = (number - base.isoweekday()) % 7 or 7
            day = base + timedelta(days=away) if step > 0 else base - timedelta(days=7 - away or 7)
        elif "twice" in pieces:
            day = today + timedelta(days=(ahead or 7) + 7)
        elif word and step:
            # "Last" and "next" mean the weeks around this one: on a Thursday, yesterday is no "last Wednesday".
            day = today + timedelta(days=number - today.isoweekday() + 7 * step)
        elif word:
            day = today + timedelta(days=number - today.isoweekday())
            direction = self._direction(mention)
            if direction * (day - today).days < 0:
                day += timedelta(days=7 * direction)
        elif step > 0:
            day = today + timedelta(days=ahead)
        else:
            day = today - timedelta(days=(-ahead) % 7)
        return _Meaning(day.isoformat(), means=means, anchor=self._used)

    _HOURS = re.compile(r"(?i)\b(?:open|opens|operates?|operating|hours|availab\w+)\b")
    _TO_WEEKDAY = re.compile(r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)days?\s*(?:through|thru|to|-|–|—)\s*$")
    _FROM_WEEKDAY = re.compile(r"(?i)\s*(?:through|thru|to|-|–|—)\s*(?:mon|tues|wednes|thurs|fri|satur|sun)day")

    def _is_opening_hours(self, mention: DateMention) -> bool:
        """Whether a weekday stands in a range of opening hours: "open Monday through Friday"."""
        begin, end = self._sentence(mention)
        before, after = self._text[begin : mention.start], self._text[mention.end : end]
        if not self._HOURS.search(before):
            return False
        ranged = self._TO_WEEKDAY.search(before[-24:]) or self._FROM_WEEKDAY.match(after)
        return bool(ranged or re.search(r"(?i)days?\s*(?:through|thru|–|-)", before) or re.match(r"\W*(?:from\W+)?\d", after))

    def _deictic_day(self, mention: DateMention, ref: str) -> _Meaning:
        steps = {"yesterday": -1, "tomorrow": 1, "day after tomorrow": 2, "day before yesterday": -2}
        step = steps.get(ref, 0)
        if ref == "today" and self._is_these_days(mention):
            return _Meaning("PRESENT_REF", anchor=None)
        if ref == "tonight":
            mention.pieces.setdefault("part", "night")
        means = f"anchor{step:+d}D" if step else "anchor"
        if self._today is None:
            return _Meaning("XXXX-XX-XX", means=means)
        return _Meaning((self._today + timedelta(days=step)).isoformat(), means=means, anchor="published")

    _THIS_DAYS = re.compile(
        r"['’]s (?!(?:[\w-]+ ){0,2}(?:announcement|session|meeting|trading|news|report|decision|hearing|ruling|vote|event|"
        r"release|game|match|edition|deal|election|summit|agreement|verdict|call|statement|data|close|move|launch|acquisition|"
        r"transaction|ceremony|storm|attack|results?|action|order|judgment|settlement|conference|resignation|"
        r"appointment|milestone|award|(?:sign|list|fil|open|topp|brief|clos)ing)\b)"
    )
    _STILL_IS = re.compile(
        r",? (?:[\w'’.&-]+ ){0,6}(?:is|are|has|have|employs?|serves?|operates?|remains?|includes?|boasts?|stands?|"
        r"owns?|runs?|makes?|accounts?|offers?|there)\b(?! announced| launched| said| released)"
    )

    def _is_these_days(self, mention: DateMention) -> bool:
        """Whether "today" means these days: "today's environment", or a sentence that starts with it and says how
        things are."""
        after = self._text[mention.end : mention.end + 90]
        if self._THIS_DAYS.match(after):
            return True
        begin, _ = self._sentence(mention)
        starts = not self._text[begin : mention.start].strip(" \"'“‘(")
        return starts and "announced" not in after and bool(self._STILL_IS.match(after))

    def _part_alone(self, mention: DateMention) -> _Meaning | None:
        """A part of the day, or a time, of the story's day or of the day of publication."""
        pieces = mention.pieces
        step = -1 if pieces.get("rel", "").lower() == "last" else 0
        told = self._story(mention, sentence_only="clock" in pieces)
        if told is not None and told.first == told.last and ("prel" in pieces or "clock" in pieces):
            return _Meaning(told.first.isoformat(), means="XXXX-XX-XX", anchor=told.id)
        if self._today is None or "prel" in pieces:
            return _Meaning("XXXX-XX-XX")
        return _Meaning((self._today + timedelta(days=step)).isoformat(), means="anchor-1D" if step else "anchor",
                        anchor="published")  # fmt: skip

    def _clocked(self, mention: DateMention, day: _Meaning | None) -> _Meaning | None:
        """Add the time or the part of the day that the mention names."""
        pieces = mention.pieces
        if day is None or day.value is None or day.value == "PRESENT_REF":
            return day
        clock, part = pieces.get("clock"), pieces.get("part")
        if clock:
            zone = pieces.get("zone", "")
            tail = "T" + _clock_value(clock) + ("Z" if re.match(r"(?i)\W*(?:gmt|utc)\W*$", zone) else "")
        elif part:
            tail = "T" + self._value_of["part"][part.lower()]
        else:
            return day
        means = (day.means or day.value) + tail
        return _Meaning(day.value + tail, "TIME", means, day.anchor, day.mod)

    # -------------------------------------------------------------------------------- units

    def _read_unit(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning | None:
        unit = pieces["unit"].lower()
        word = pieces.get("rel", "the").lower()
        if unit == "ytd":
            unit = "year"
        if unit in self._value_of["weekday"]:
            return self._weekday(mention)
        if unit in self._value_of["season"] or unit == "season":
            return self._read_season(mention, {**pieces, "season": unit}) if unit != "season" else None
        code = self._value_of["unit"][unit]
        if word == "ended":
            return self._period_ended(mention, code)
        if code == "2W":
            return _Meaning("P2W", "DURATION")
        if code.startswith("T"):
            return None
        if word in ("the", "that"):
            return self._definite(mention, code)
        step = _REL[word] * (2 if "twice" in pieces else 1)
        main = self._main_quarter() if code == "Q" and word in _STORY else None
        if main is not None:
            self._used = main.id
        base = main.first if main is not None else self._base(mention, "following" if code == "D" and word == "next" else word)
        means = f"anchor{step:+d}{code}"
        if base is None:
            return _Meaning(_unknown(code), means=means)
        if code == "D" and step == 0:
            return _Meaning(base.isoformat(), means=means, anchor=self._used)
        value = timex.shift(base, code, self._weekend_step(mention, code, step))
        if pieces.get("todate"):
            return _Meaning(value, means=means, anchor=self._used, bounds=(date(base.year, 1, 1), base))
        return _Meaning(value, means=means, anchor=self._used)

    def _weekend_step(self, mention: DateMention, code: str, step: int) -> int:
        """Told on a Monday or Tuesday, a weekend of the past is that of the week before."""
        if code != "WE" or self._today is None or self._used != "published":
            return step
        word = mention.pieces.get("rel", "the").lower()
        early = self._today.isoweekday() <= 3
        if word == "past" or (step == 0 and early and self._direction(mention) < 0):
            return -1
        return 0 if step < 0 and not early and self._today.isoweekday() >= 6 else step

    def _definite(self, mention: DateMention, code: str) -> _Meaning | None:
        """"The quarter", "the end of the year": the story's, else the one that publication or tense shows."""
        told = self._last_day() if code == "D" else self._told_of(mention, code)
        if code == "Q":
            told = self._main_quarter() or told
        if told is not None and code == "Y" and self._today:
            # A year that is only to come is a target; "the year" and "year-end" are of this one.
            past = told.first.year < self._today.year and self._direction(mention) < 0
            told = told if past and "the" in self._text[mention.start : mention.end].lower() else None
        if told is not None:
            return _Meaning(timex.shift(told.first, code, 0), means=_unknown(code), anchor=told.id)
        if self._today is None:
            return _Meaning(_unknown(code))
        direction = self._direction(mention)
        if (code == "Q" and direction <= 0 or code == "Y" and direction < 0) and "mod" not in mention.pieces:
            return _Meaning(self._reported(code), means=_unknown(code), anchor="published")
        return _Meaning(timex.shift(self._today, code, 0), means=_unknown(code), anchor="published")

    def _reported(self, code: str) -> str:
        """The quarter or year whose results come out now: the last that is over, or nearly so."""
        today = self._today
        if code == "Y":
            return f"{today.year - 1 if today.month <= 3 else today.year:04d}"
        return timex.quarter_value(timex.add_months((today + timedelta(days=_QUARTER_NEARLY_OVER)).replace(day=1), -3))

    def _period_ended(self, mention: DateMention, code: str) -> _Meaning:
        """"The quarter ended" before its last day, which the next mention is."""
        following = next((other for other in self._mentions if other.start >= mention.end), None)
        if following is None or following.kind != "calendar":
            return _Meaning(f"P1{code}", "DURATION")
        end = timex.bounds(self._dated(following, self._month(following.pieces), self._day(following.pieces)).value or "")
        self._used = "published"
        if end is None:
            return _Meaning(_unknown(code))
        last = end[1]
        if code == "Y" and last.month == 12 or code in ("M", "W"):
            return _Meaning(timex.shift(last, code, 0))
        if code == "Q" and last.month % 3 == 0:
            return _Meaning(timex.quarter_value(last))
        months = {"Y": 12, "Q": 3}.get(code, 6)
        first = timex.add_months(last + timedelta(days=1), -months)
        value = "P6M" if months == 6 else f"P1{code}"
        return _Meaning(value, "DURATION", bounds=(first, last))

    # -------------------------------------------------------------------------------- quarters, years, seasons

    def _read_quarter(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning | None:
        words = pieces["q"].lower()
        letter, number, year = self._quarter_parts(words)
        if year is None and "fy" in pieces:
            year = _short_year(pieces["fy"])
        if year is None:
            year = self._year(mention)
        tail = f"-{letter}{number}"
        if year is not None:
            relative = "yrel" in pieces
            return _Meaning(f"{year:04d}{tail}", means=f"XXXX{tail}" if relative else None,
                            anchor=self._used if relative else None)  # fmt: skip
        if self._today is None:
            return _Meaning(f"XXXX{tail}")
        if pieces.get("unit", "").lower() == "month":
            return self._definite(mention, "M")
        year = self._quarter_year(mention, letter, number)
        return _Meaning(f"{year:04d}{tail}", means=f"XXXX{tail}", anchor=self._used)

    def _quarter_parts(self, words: str) -> tuple[str, int, int | None]:
        """Letter, number and year of "third quarter", "Q3", "3Q24", "1H25"."""
        short = re.fullmatch(r"(?:([1-4])\s*([qh])|([qh])([1-4]))(?:fy|cy)?((?:19|20)?\d\d)?", words)
        if short:
            letter = (short[2] or short[3]).upper()
            return letter, int(short[1] or short[4]), _short_year(short[5]) if short[5] else None
        letter = "H" if "half" in words else "Q"
        number = _QUARTER_NUMBER[re.match(r"\w+", words).group()]
        return letter, 2 if letter == "H" and number == 4 else number, None

    def _quarter_year(self, mention: DateMention, letter: str, number: int) -> int:
        """The year of a bare quarter: of the year the sentence speaks of, else the last one over or the next."""
        told = self._story(mention, sentence_only=True)
        if told is not None and told.explicit and len(told.value) == 4 and told.first.year != self._today.year:
            self._used = told.id
            return told.first.year
        today, length = self._today, 3 if letter == "Q" else 6
        named = next((told for told in self._told if told.value[5:] == f"{letter}{number}"), None)
        if named is not None and abs(named.first.year - today.year) <= 1:
            self._used = named.id
            return named.first.year
        direction = self._direction(mention)
        if direction > 0:
            return today.year if today.month <= number * length else today.year + 1
        over = today + timedelta(days=_QUARTER_NEARLY_OVER)
        ended = (over.month - 1) // length
        if direction == 0 and (today.month - 1) // length + 1 == number:
            return today.year
        year = today.year if number <= ended else today.year - 1
        days = timex.bounds(f"{year:04d}-{letter}{number}")
        return year + 1 if days and (today - days[1]).days > _QUARTER_LONG_OVER else year

    def _read_fiscal(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning:
        year = _short_year(pieces["fy"]) if "fy" in pieces and "year" not in pieces else self._year(mention)
        if "fy" in pieces and "yy" in pieces:
            year = _short_year(pieces["yy"])
        return _Meaning(f"{year:04d}", means=f"FY{year:04d}")

    def _read_season(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning:
        code = self._value_of["season"][pieces["season"].lower()]
        year = self._year(mention)
        if year is not None:
            return _Meaning(f"{year:04d}-{code}", anchor=self._used if "yrel" in pieces else None)
        if self._today is None:
            return _Meaning(f"XXXX-{code}")
        words = pieces.get("rel", "").lower().split()
        step = _REL.get(words[-1]) if words else self._direction(mention)
        base = self._base(mention, words[-1]) if words else self._today
        year = self._season_year(base, code, step or 0, bool(words))
        return _Meaning(f"{year:04d}-{code}", means=f"XXXX-{code}", anchor=self._used)

    def _season_year(self, base: date, code: str, step: int, by_word: bool) -> int:
        """The year in which the season on that side of `base` begins."""
        years = range(base.year - 2, base.year + 3)
        spans = [(year, days) for year in years if (days := timex.bounds(f"{year:04d}-{code}"))]
        if step < 0:
            before = [year for year, (first, last) in spans if (last < base if by_word else first <= base)]
            return max(before, default=base.year)
        if step > 0:
            after = [year for year, (first, last) in spans if (first > base if by_word else last >= base)]
            return min(after, default=base.year)
        if code == "WI":
            return base.year if base.month > 6 else base.year - 1
        return base.year

    def _read_decade(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning:
        words = pieces["decade"].lower()
        if words in _NAMED_DECADES:
            return _Meaning(f"19{_NAMED_DECADES[words]}")
        digits = words.rstrip("s")
        if len(digits) == 2:
            digits = ("20" if digits in ("00", "10") else "19") + digits
        return _Meaning(digits[:3])

    def _read_century(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning:
        number = ordinal(pieces["ord"], self._value_of["ordinal"], self._value_of["number"])
        return _Meaning(f"{number - 1:02d}") if number and 0 < number <= 30 else _Meaning(None)

    def _read_reference(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning | None:
        """"That year", "the same month last year", "the year-ago quarter"."""
        text = self._text[mention.start : mention.end].lower()
        words = text.replace("-", " ").split()
        unit = pieces.get("unit", pieces.get("ref", "")).lower()
        unit = "year" if unit in ("ago", "earlier") else unit.split()[-1]
        code = self._value_of["unit"].get(unit)
        if pieces["ref"] == "clause":
            return _Meaning("XXXX-XX-XX")
        shifted = -1 if {"ago", "earlier", "last", "previous", "prior", "before"} & set(words) else 0
        year = self._year(mention) if "year" in pieces else None
        told = (self._main_quarter() if code == "Q" else None) or self._told_of(mention, code)
        if told is None:
            return self._reference_alone(mention, code, shifted, year)
        letter = code if code and code != "D" or unit == "day" else None
        if unit == "year":
            return _Meaning(f"{told.first.year + shifted:04d}", means="XXXX", anchor=told.id)
        first = told.first if year is None else told.first.replace(year=year, day=1)
        if shifted and year is None:
            first = timex.add_months(first, -12)
        if letter and letter not in ("TH", "TM", "TS", "2W"):
            return _Meaning(timex.shift(first, letter, 0), means=_unknown(letter), anchor=told.id)
        value = _same_grain(told.value, first)
        return _Meaning(value, means="XXXX", anchor=told.id) if value else _Meaning("XXXX")

    def _last_day(self) -> _Told | None:
        """The day that the story is about: the last one told that is not long past."""
        recent = (told for told in reversed(self._told) if len(told.value) == 10)
        return next((told for told in recent if self._today and abs((self._today - told.first).days) <= 7), None)

    def _main_quarter(self) -> _Told | None:
        """The quarter that the text is about: the one it has named most often, the first of equals."""
        named = [told for told in self._told if told.value[4:6] == "-Q"]
        counts = [sum(other.value == told.value for other in named) for told in named]
        return named[counts.index(max(counts))] if named else None

    def _told_of(self, mention: DateMention, code: str | None) -> _Told | None:
        """The last date told in the paragraph that is a `code` or smaller; for a period, any but a single day."""
        line = self._text.rfind("\n", 0, mention.start) + 1
        for told in reversed(self._told):
            if told.start < line and told is not self._told[-1]:
                break
            if code is None and (len(told.value) < 10 and told.first != told.last):
                return told
            if code is not None and _fits(told, code):
                return told
        return None

    def _reference_alone(self, mention: DateMention, code: str | None, shifted: int, year: int | None) -> _Meaning | None:
        if year is not None:
            return _Meaning(f"{year:04d}")
        if self._today is None:
            return _Meaning(_unknown(code or "Y"))
        if code == "Q" and shifted:
            last = timex.bounds(self._reported("Q"))[0]
            return _Meaning(timex.quarter_value(timex.add_months(last, -12)), means="XXXX-QX", anchor="published")
        if shifted:
            return _Meaning(f"{self._today.year - 1:04d}", means="anchor-1Y", anchor="published")
        if code is None:
            return None
        return _Meaning(_unknown(code))

    # -------------------------------------------------------------------------------- durations, sets, offsets

    def _read_count(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning:
        """A count of units that is tied to the anchor: "the past 12 months", "the coming weeks"."""
        unit = self._value_of["unit"][pieces["unit"].lower()]
        number = self._number(pieces.get("n")) if "n" in pieces else (None if pieces["unit"].lower().endswith("s") else 1)
        value = _duration(number, unit)
        days = None
        word = pieces["rel"].lower()
        step = _REL.get(word, 0)
        if self._today and number and step and number == int(number) and word not in _STORY | {"following"}:
            days = self._stretch(unit, int(number) * step)
        sign = "-" if step < 0 else "+"
        return _Meaning(value, "DURATION", means=f"anchor{sign}{value}" if step else value,
                        anchor="published" if days else None, bounds=days)  # fmt: skip

    def _stretch(self, unit: str, number: int) -> tuple[date, date] | None:
        """The days from the anchor over `number` units, the anchor's own day left out."""
        months = {"Y": 12, "M": 1, "Q": 3, "DE": 120, "CE": 1200}.get(unit)
        days = {"D": 1, "W": 7}.get(unit)
        if months is None and days is None:
            return None
        try:
            end = timex.add_months(self._today, number * months) if months else self._today + timedelta(days * number)
        except OverflowError:
            return None
        one = timedelta(days=1)
        if unit == "Q":
            first = timex.bounds(timex.shift(self._today, "Q", min(number, 1 if number > 0 else number)))
            last = timex.bounds(timex.shift(self._today, "Q", max(number, -1)))
            return first[0], last[1]
        return (end, self._today - one) if number < 0 else (self._today + one, end)

    def _read_duration(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning | None:
        unit = self._value_of["unit"][pieces["unit"].lower()]
        words = pieces.get("n", "")
        text = self._text[mention.start : mention.end].lower()
        if not words:
            if "half" in text:
                number = 1.5 if "and a half" in text else 0.5
            else:
                plural = pieces["unit"].lower().endswith("s")
                number = self._number(re.match(r"[\w]+", text).group()) if not plural else None
                if number is None and not plural:
                    number = 1
        else:
            number = self._count(words)
        value = _duration(number, unit)
        return self._tied(mention, number, unit, value) or _Meaning(value, "DURATION")

    _TO_DATE = re.compile(r"(?i)\s+(before|after|from|since)\s+(?:the\s+)?$")

    def _tied(self, mention: DateMention, number: float | None, unit: str, value: str) -> _Meaning | None:
        """A duration that leads to a day: "in two weeks" of what is to come, "two weeks before Christmas"."""
        months = {"Y": 12, "M": 1, "Q": 3}.get(unit)
        if number is None or number != int(number) or not (months or unit in ("D", "W")):
            return None
        following = next((other for other in self._mentions if other.start >= mention.end), None)
        link = self._TO_DATE.match(self._text, mention.end, following.start) if following else None
        if link is not None and following.kind in ("calendar", "holiday"):
            told = self.read(following)
            self._used = "published"
            days = timex.bounds(told.value) if told and told.value else None
            return self._away(days[0], number, unit, value, link[1].lower() == "before", told.anchor) if days else None
        if self._today and re.search(r"(?i)\bin (?:about |around |just |only )?$", self._text[: mention.start][-12:]):
            if self._direction(mention) > 0:
                return self._away(self._today, number, unit, value, False, "published")
        return None

    def _away(self, base: date, number: float, unit: str, value: str, before: bool, anchor: str | None) -> _Meaning | None:
        months = {"Y": 12, "M": 1, "Q": 3}.get(unit)
        steps = -int(number) if before else int(number)
        day = timex.add_months(base, steps * months) if months else base + timedelta(
            days=steps * (7 if unit == "W" else 1))  # fmt: skip
        return _Meaning(value, "DURATION", means=f"anchor{'-' if before else '+'}{value}", anchor=anchor, bounds=(day, day))

    def _read_set(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning | None:
        if "setword" in pieces:
            return _Meaning(self._value_of["set"][pieces["setword"].lower()], "SET")
        text = self._text[mention.start : mention.end].lower()
        if "weekdays" in pieces:
            day = self._value_of["weekday"].get(pieces["weekdays"].lower().rstrip("s"))
            part = re.search(r"(morning|afternoon|evening|night)", text)
            value = f"XXXX-WXX-{day}" if day else "XXXX-WXX-WE" if "weekend" in text else "P1D"
            return _Meaning(value + ("T" + self._value_of["part"][part[1]] if part else ""), "SET")
        unit = pieces["unit"].lower()
        if unit in self._value_of["weekday"]:
            return _Meaning(f"XXXX-WXX-{self._value_of['weekday'][unit]}", "SET")
        if unit in self._value_of["part"] and unit != "night":
            return _Meaning("XXXX-XX-XXT" + self._value_of["part"][unit], "SET")
        if unit in self._value_of["season"] or unit == "season":
            return _Meaning(f"XXXX-{self._value_of['season'].get(unit, 'SU')}" if unit != "season" else "P1Y", "SET")
        if unit == "annum":
            return _Meaning("P1Y", "SET")
        number: float | None = 1
        every = re.match(r"(?:each|every)\s+(other|few|\w+(?:[\s-]\w+)?)\s+\w+$", text)
        if every:
            word = every[1]
            number = 2 if word == "other" else None if word == "few" else self._number(word) or ordinal(
                word, self._value_of["ordinal"], self._value_of["number"]) or 1  # fmt: skip
        return _Meaning(_duration(number, self._value_of["unit"][unit]), "SET")

    def _read_offset(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning | None:
        direction = pieces["dir"].lower().split()[0]
        backwards = direction in ("ago", "earlier", "before", "prior", "previously")
        number = self._count(pieces.get("n"))
        if number is None or "unit" not in pieces:
            return _Meaning("PAST_REF" if backwards else "FUTURE_REF")
        unit = self._value_of["unit"][pieces["unit"].lower()]
        amount = _duration(number, unit)
        means = f"anchor{'-' if backwards else '+'}{amount}"
        told = None
        if direction in ("earlier", "later", "before", "after", "prior", "on"):
            told = self._story(mention)
        base = told.first if told else self._today
        anchor = told.id if told else "published"
        if unit.startswith("T"):
            return self._hours_off(number, unit, backwards, means)
        if base is None:
            return _Meaning(_unknown("D" if unit in ("D", "W") else unit), means=means)
        value = _moved(base, unit, -number if backwards else number, told)
        return _Meaning(value, means=means, anchor=anchor) if value else _Meaning(None, means=means)

    def _hours_off(self, number: float, unit: str, backwards: bool, means: str) -> _Meaning:
        if self._moment is None or not self._timed:
            day = self._today.isoformat() if self._today else "XXXX-XX-XX"
            return _Meaning(day, "TIME" if self._today else "DATE", means, "published" if self._today else None)
        seconds = number * {"TH": 3600, "TM": 60, "TS": 1}[unit]
        moment = self._moment + timedelta(seconds=-seconds if backwards else seconds)
        return _Meaning(moment.isoformat(timespec="minutes"), "TIME", means, "published")

    # -------------------------------------------------------------------------------- weeks, nth, holidays, words

    def _read_week(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning:
        if "number" in pieces:
            year = self._year(mention) or (self._today.year if self._today else None)
            number = int(pieces["number"])
            return _Meaning(f"{year:04d}-W{number:02d}" if year else f"XXXX-W{number:02d}")
        day = self._dated(mention, self._month(pieces), self._day(pieces))
        days = timex.bounds(day.value) if day.value else None
        if days is None:
            return _Meaning(_unknown("W") if day.value else None)
        return _Meaning(timex.week_value(days[0]), means=_unknown("W"), anchor=day.anchor)

    def _read_nth(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning | None:
        if "day" in pieces:
            first, _ = self._frame(mention, None) or (None, None)
            return _Meaning(f"{first.isoformat()[:8]}{self._day(pieces):02d}" if first else "XXXX-XX-XX", anchor=self._used)
        word = pieces["nth"].lower()
        last = word in ("last", "final", "closing")
        nth = -1 if last else 1 if word == "opening" else ordinal(word, self._value_of["ordinal"], self._value_of["number"])
        month = self._month(pieces)
        if "half" in self._text[mention.start : mention.end].lower():
            return self._dated(mention, month, None)
        frame = self._frame(mention, month)
        if frame is None:
            return _Meaning(_unknown("D"))
        first, end = frame
        unit = pieces["unit"].lower()
        if unit in self._value_of["weekday"]:
            day = _nth_weekday_in(first, end, int(self._value_of["weekday"][unit]), nth)
            return _Meaning(day.isoformat() if day else None, anchor=self._used)
        if unit == "day":
            day = end if last else first + timedelta(days=(nth or 1) - 1)
            return _Meaning(day.isoformat() if day <= end else None, anchor=self._used)
        if unit == "month":
            return _Meaning(timex.month_value(end if last else timex.add_months(first, (nth or 1) - 1)), anchor=self._used)
        week = end - timedelta(days=3) if last else first + timedelta(days=3 + 7 * ((nth or 1) - 1))
        return _Meaning(timex.week_value(week) + ("-WE" if unit == "weekend" else ""), anchor=self._used)

    def _frame(self, mention: DateMention, month: int | None) -> tuple[date, date] | None:
        """The month or year in which the nth day, week or month is sought."""
        pieces = mention.pieces
        if month is not None:
            value = self._dated(mention, month, None).value
            return timex.bounds(value) if value else None
        year = self._year(mention)
        if year is not None:
            return timex.bounds(f"{year:04d}")
        if self._today is None:
            return None
        code = self._value_of["unit"][pieces.get("uof", "month").lower()]
        step = _REL.get(pieces.get("rel", "this").lower(), 0)
        return timex.bounds(timex.shift(self._today, code, step))

    def _read_holiday(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning | None:
        rules = self._holidays[_plain(pieces["holiday"])]
        year = self._year(mention)
        if year is not None:
            day = holiday(rules, year, self._patterns.tables)
            anchor = self._used if "yrel" in pieces else None
        elif self._today is None:
            return _Meaning(f"XXXX-{rules[0][1]}" if rules[0][0] == "fixed" else "XXXX-XX-XX")
        else:
            word = pieces.get("rel", "").lower()
            day = self._holiday_near(rules, _REL[word] if word else self._direction(mention))
            anchor = "published"
        if day is None:
            return _Meaning(f"{year:04d}-XX-XX" if year else "XXXX-XX-XX")
        if "part" in pieces:
            # The weekend beside the day: that before a Monday to Wednesday, else the one after it.
            saturday = day + timedelta(days=6 - day.isoweekday() - (7 if day.isoweekday() <= 3 else 0))
            return _Meaning(timex.week_value(saturday) + "-WE", means="XXXX-WXX-WE", anchor=anchor)
        return _Meaning(day.isoformat(), means="XXXX-XX-XX" if anchor else None, anchor=anchor)

    def _holiday_near(self, rules: list[list[str]], step: int) -> date | None:
        """The last, next or nearest such holiday."""
        years = range(self._today.year - 1, self._today.year + 3)
        days = [day for year in years if (day := holiday(rules, year, self._patterns.tables))]
        if step < 0:
            return max((day for day in days if day <= self._today), default=None)
        if step > 0:
            return min((day for day in days if day >= self._today), default=None)
        return min(days, key=lambda day: (abs((day - self._today).days), day), default=None)

    def _read_deictic(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning | None:
        words = " ".join(pieces["ref"].lower().split())
        if words == "overnight":
            if self._today is None:
                return _Meaning("XXXX-XX-XXTNI", "TIME")
            return _Meaning(f"{self._today.isoformat()}TNI", "TIME", means="XXXX-XX-XXTNI", anchor="published")
        if mention.rule == "past":
            return _Meaning("PAST_REF")
        if mention.rule == "future":
            return _Meaning("FUTURE_REF")
        return _Meaning("PRESENT_REF")

    def _read_foreign(self, mention: DateMention, pieces: dict[str, str]) -> _Meaning | None:
        """A date of another language, read by dateparser; its words must name a month of that language."""
        languages = [code for code, months in self._patterns.languages.items() if pieces["foreign"].lower() in months]
        text = self._text[mention.start : mention.end]
        clock = pieces.get("clock")
        written = text[: text.index(clock)] if clock else text
        day = foreign.day(written.strip(" ,."), tuple(languages))
        if day is None:
            return _Meaning(None)
        return self._clocked(mention, _Meaning(day.isoformat()))


# ------------------------------------------------------------------------------------ values


def _unknown(code: str) -> str:
    """The value of a unit of which nothing is known."""
    return {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "Q": "XXXX-QX", "DE": "XXX",
            "CE": "XX"}.get(code, "XXXX-XX-XX")  # fmt: skip


def _fits(told: _Told, code: str) -> bool:
    """Whether the date told lies within one `code`, so that "that year" can mean its year."""
    longest = {"D": 1, "W": 7, "WE": 7, "M": 31, "Q": 92, "Y": 366, "DE": 3653, "CE": 36525}.get(code, 0)
    return (told.last - told.first).days < longest


def _same_grain(value: str, day: date) -> str | None:
    """The value of the period around `day` that is as long as `value`."""
    if re.fullmatch(r"\d{4}-Q\d", value):
        return timex.quarter_value(day)
    if match := re.fullmatch(r"\d{4}(-H\d|-SP|-SU|-FA|-WI)", value):
        return f"{day.year:04d}{match[1]}"
    if re.fullmatch(r"\d{4}-\d\d", value):
        return timex.month_value(day)
    if re.fullmatch(r"\d{4}-W\d\d(-WE)?", value):
        return timex.week_value(day)
    return f"{day.year:04d}" if re.fullmatch(r"\d{4}", value) else day.isoformat() if len(value) == 10 else None


def _moved(base: date, unit: str, number: float, told: _Told | None) -> str | None:
    """The value `number` units from `base`, as coarse as the unit, or as the period that it is told of."""
    if unit == "2W":
        unit, number = "W", number * 2
    months = {"Y": 12, "M": 1, "Q": 3, "DE": 120, "CE": 1200}.get(unit)
    if months is None:
        days = number * {"D": 1, "W": 7, "WE": 7}[unit]
        return (base + timedelta(days=round(days))).isoformat()
    total = number * months
    if total != int(total):
        return (base + timedelta(days=round(total * 30.4375))).isoformat()[:7]
    moved = timex.add_months(base, int(total))
    if number != int(number):
        return timex.month_value(moved)
    if unit == "DE":
        return f"{moved.year:04d}"
    if unit == "Y" and told is not None and told.first != told.last and len(told.value) > 4:
        return _same_grain(told.value, moved)
    return timex.shift(moved, unit, 0)


def _duration(number: float | None, unit: str) -> str:
    """A TIMEX3 duration; None is an unknown number, halves of units become whole smaller ones where that is exact.

    >>> _duration(2, "Y"), _duration(None, "TM"), _duration(0.5, "DE"), _duration(2.5, "Y")
    ('P2Y', 'PTXM', 'P5Y', 'P2.5Y')
    """
    if unit == "2W":
        unit, number = "W", None if number is None else number * 2
    if number == 0.5:
        smaller = {"DE": (5, "Y"), "CE": (50, "Y"), "Y": (6, "M"), "D": (12, "TH"), "TH": (30, "TM"), "TM": (30, "TS"),
                   "M": (15, "D")}  # fmt: skip
        number, unit = smaller.get(unit, (number, unit))
    prefix = "PT" if unit.startswith("T") else "P"
    written = "X" if number is None else f"{number:g}"
    return f"{prefix}{written}{unit[1:] if prefix == 'PT' else unit}"


def _short_year(words: str) -> int:
    digits = re.search(r"\d+$", words).group()[-4:]
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) <= 68 else 1900)


def _nth_weekday_in(first: date, last: date, weekday: int, nth: int | None) -> date | None:
    if nth is not None and nth < 0:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * ((nth or 1) - 1))
    return day if day <= last else None


def _clock_value(words: str) -> str:
    """`HH:MM` of a written time of day."""
    lowered = words.lower()
    if lowered in ("noon", "midnight"):
        return "12:00" if lowered == "noon" else "00:00"
    numbers = re.findall(r"\d+", lowered)
    if len(numbers[0]) == 4:
        numbers = [numbers[0][:2], numbers[0][2:]]
    hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    if re.search(r"p\W*m", lowered) and hour < 12:
        hour += 12
    elif re.search(r"a\W*m", lowered) and hour == 12:
        hour = 0
    seconds = f":{int(numbers[2]):02d}" if len(numbers) > 2 else ""
    return time(hour % 24, minute).isoformat(timespec="minutes") + seconds
