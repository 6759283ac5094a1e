"""Weeks, months, quarters, halves, years, seasons, decades and centuries."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta

from pipeline.find.dates import DateMention
from pipeline.normalise import timex
from pipeline.normalise.asides import is_aside
from pipeline.normalise.dating.days import Days
from pipeline.normalise.dating.meaning import (
    FROM_STORY,
    STEPS,
    Meaning,
    Told,
    fits,
    nth_weekday_in,
    same_grain,
    short_year,
    unknown,
)
from pipeline.normalise.numerals import ordinal

_QUARTER_NUMBER = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4,
                   "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "latter": 2, "front": 1, "back": 2}  # fmt: skip
_NAMED_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
                  "eighties": 8, "nineties": 9}  # fmt: skip
#: Before the last month of several, which isn't what is compared: "in the half-year to September".
_STRETCH = re.compile(
    r"(?i)\b(?:months|half[- ]?year|year)(?:[- ]period)? (?:to|through|ended|ending)(?: the end of)? (?:last )?$"
)
#: Years that are no company's and no state's.
_SCHOOL = re.compile(r"(?i)\b(?:school|academic|calendar)\b")
#: What is so again and again, before a season.
_HABIT = re.compile(r"(?i)\b(?:can|cannot|can['’]t|often|always|usually|never|tends?|typically|normally|sometimes)\b")
#: What joins "for a fifth straight month" to the month.
_IN = re.compile(r"\s+in\s+")
#: The decades before another: "the 1940s, 50s and 60s".
_WEATHER = re.compile(r"(?i)\b(?:highs|lows|temperatures?|degrees|thermometers?)\b")
_OF_DECADES = re.compile(r"(?:1[89]|20)?\d0s(?:,| and|, and| or| to) (?:the )?$")
#: A sentence about a quarter in the past tense may come this many days before the quarter is over.
_QUARTER_NEARLY_OVER = 20
#: Results come out at most this many days after the period.
_REPORTED_LATE = 130
#: A bare quarter that would be over for longer than this many days is the one to come.
_QUARTER_LONG_OVER = 200


class Periods(Days):
    """Reads units of the calendar, named or relative to publication or to another date."""

    def _read_unit(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        unit = pieces["unit"].lower()
        word = " ".join(pieces.get("rel", "the").lower().split())
        if unit == "ytd":
            unit = "year"
        if "year" in pieces:
            return Meaning(f"{self._year(mention):04d}")  # "2023 YTD"
        if unit in self._value_of["weekday"]:
            return self._weekday(mention)
        if unit == "season":
            return self._playing_season(mention, word)
        if unit in self._value_of["season"]:
            return self._read_season(mention, {**pieces, "season": unit})
        code = self._unit_code(unit)
        if word == "ended":
            return self._period_ended(mention, code)
        if code == "2W":
            return Meaning("P2W", "DURATION")
        if code.startswith("T"):
            return None
        if word == "running":
            return self._running(mention, code)
        if mention.rule == "fiscal.rel" and code == "Y" and (fiscal := self._fiscal_by_day(mention)):
            return fiscal
        if word == "new":
            # Named after the year in which it ends where it begins in summer or later.
            year = self._today.year + (self._today.month > 5) if self._today else None
            return Meaning(f"{year:04d}" if year else "XXXX", means="anchor+1Y", anchor="published")
        if word in ("the", "that") or (code == "Q" and word in ("latest", "most recent")):
            return self._definite(mention, code)
        step = STEPS[word] * (2 if "twice" in pieces else 1)
        if mention.rule == "unit.new-year" and self._today and self._today.month < 3:
            step = 0
        main = self._main_quarter() if code == "Q" and word in FROM_STORY else None
        if main is not None:
            self._used = main.id
        if word == "next" and (code == "D" or self._told_next(mention)):
            word = "following"
        base = main.first if main is not None else self._base(mention, word)
        means = f"anchor{step:+d}{code}"
        if main is None and word in FROM_STORY and (vague := self._beside_told(mention, code, step)):
            return Meaning(vague, means=means, anchor=self._used)
        if base is None:
            return Meaning(unknown(code), means=means)
        if code == "D" and step == 0:
            return Meaning(base.isoformat(), means=means, anchor=self._used)
        value = timex.shift(base, code, self._weekend_step(mention, code, step))
        if pieces.get("todate"):
            return Meaning(value, means=means, anchor=self._used, bounds=(date(base.year, 1, 1), base))
        return Meaning(value, means=means, anchor=self._used)

    def _told_next(self, mention: DateMention) -> bool:
        """Whether "the next month" is that after the date told, and not that after publication."""
        the = self._text[mention.start : mention.end].lower().startswith("the ")
        return the and self._direction(mention) < 0 and self._story(mention) is not None

    def _beside_told(self, mention: DateMention, code: str, step: int) -> str | None:
        """The value of "the following week" where the text doesn't tell which: after a year, or after nothing."""
        told = self._story(mention)
        if told is None:
            return unknown(code) if step > 0 and self._direction(mention) < 0 else None
        days = (told.last - told.first).days
        if code not in ("D", "W", "WE", "M") or days < {"D": 1, "M": 31}.get(code, 7):
            return None
        year = told.value[:4] if told.first.year == told.last.year else "XXXX"
        if code == "D" and len(told.value) == 7 and told.value[5:].isdigit():
            return f"{told.value}-XX"
        return year + unknown(code)[4:]

    _OF_FISCAL = re.compile(
        r",? (?:(?:which|that) (?:will )?)?(?:(begins?|began|starts?|started|starting|beginning)|ends?|ended|ending)"
        r" (?:on |in )?"
    )

    def _fiscal_by_day(self, mention: DateMention) -> Meaning | None:
        """The fiscal year that its first or last day shows: "the fiscal year that begins July 1"."""
        if _SCHOOL.search(self._text, mention.start, mention.end):
            return None
        following = self._following(mention)
        tie = self._OF_FISCAL.fullmatch(self._text, mention.end, following.start) if following else None
        if tie is None or following.kind != "calendar" or not (month := self._month(following.pieces)):
            return None
        days = timex.bounds(self._dated(following, month, self._day(following.pieces)).value or "")
        self._used = "published"
        if days is None:
            return None
        # Called after the year in which most of it lies.
        year = days[0].year + (month > 6) if tie[1] else days[1].year - (month < 3)
        return Meaning(f"{year:04d}", means="XXXX", anchor="published")

    def _playing_season(self, mention: DateMention, word: str) -> Meaning | None:
        """The year of "last season" of a sport or a crop; until July the next one begins within the year."""
        step = STEPS.get(word)
        if step is None:
            return None
        base = self._base(mention, word)
        if base is None:
            return Meaning("XXXX", means=f"anchor{step:+d}Y")
        begins = step > 0 and self._used == "published" and base.month < 8
        return Meaning(f"{base.year + step - begins:04d}", means=f"anchor{step:+d}Y", anchor=self._used)

    def _read_apposed(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        """ "On July 28, the day before the bid was told": the date just told."""
        told = self._told[-1] if self._told else None
        at = bisect_left(self._mention_starts, mention.start) - 1
        before = self._mentions[at] if at >= 0 else None
        if told is None or before.start != told.start or self._text[before.end : mention.start] != ", ":
            return None
        length = {"day": 10, "week": 8, "month": 7, "year": 4}[pieces["unit"].lower()]
        return Meaning(told.value, means="XXXX-XX-XX", anchor=told.id) if len(told.value) == length else None

    def _running(self, mention: DateMention, code: str) -> Meaning:
        """ "The third year in a row": the one that the sentence tells of, else that of publication."""
        told = self._story(mention, sentence_only=True)
        if told is None or not fits(told, code) or (told.last - told.first).days < 28:
            told = self._next_period(mention, code)
        far = told is not None and not told.explicit and self._today and abs(told.first.year - self._today.year) > 2
        if told is not None and not far:
            return Meaning(timex.shift(told.first, code, 0), means=unknown(code), anchor=told.id or None)
        if code == "Q":
            return self._definite(mention, code)
        if self._today is None:
            return Meaning(unknown(code))
        return Meaning(timex.shift(self._today, code, 0), means=unknown(code), anchor="published")

    def _next_period(self, mention: DateMention, code: str) -> Told | None:
        """The month or year that follows at once: "for a fifth straight month in September"."""
        after = self._following(mention)
        if after is None or after.kind != "calendar" or not _IN.fullmatch(self._text, mention.end, after.start):
            return None
        told = self.read(after)
        days = timex.bounds(told.value) if told and told.value else None
        self._used = "published"
        if days is None or (days[1] - days[0]).days < 27:
            return None
        return Told(after.start, told.value, *days, "", "year" in after.pieces, False)

    def _weekend_step(self, mention: DateMention, code: str, step: int) -> int:
        """Told up to a Wednesday, a weekend of the past is that of the week before."""
        if code != "WE" or self._today is None or self._used != "published":
            return step
        word = mention.pieces.get("rel", "the").lower()
        early = self._today.isoweekday() <= 3
        if word == "the":
            direction = self._direction(mention)
            over = self._text[max(0, mention.start - 5) : mention.start].lower().endswith(("at ", "over "))
            past = direction < 0 or (direction == 0 and over and self._today.isoweekday() < 5)
            return -1 if past and self._today.isoweekday() < 6 else step
        if word == "past" or (step == 0 and early and self._direction(mention) < 0):
            return -1
        return 0 if step < 0 and not early and self._today.isoweekday() >= 6 else step

    def _definite(self, mention: DateMention, code: str) -> Meaning | None:
        """What "the quarter" is: the story's, else the one that publication or tense shows."""
        told = self._last_day() if code == "D" else self._told_of(mention, code)
        if code == "WE" and told is not None and told.first.isoweekday() < 6:
            told = None  # a day of the week beside it doesn't tell whether it is over
        if code == "Q":
            told = self._main_quarter() or told
        elif code == "CE":
            told = None
        if told is not None and code == "Y" and self._today:
            # A year that is only to come is a target; "the year" and "year-end" are of this one.
            past = told.first.year < self._today.year and self._direction(mention) < 0
            told = told if past and "the" in self._text[mention.start : mention.end].lower() else None
        if told is not None:
            return Meaning(timex.shift(told.first, code, 0), means=unknown(code), anchor=told.id)
        if self._today is None:
            return Meaning(unknown(code))
        direction = self._direction(mention)
        if (
            (code == "Q" and direction <= 0) or (code == "Y" and direction < 0)
        ) and "mod" not in mention.pieces:
            return Meaning(self._reported(code), means=unknown(code), anchor="published")
        step = self._weekend_step(mention, code, 0)
        return Meaning(timex.shift(self._today, code, step), means=unknown(code), anchor="published")

    def _reported(self, code: str) -> str:
        """The quarter or year whose results come out now: the last that is over, or nearly so."""
        today = self._today
        if code == "Y":
            return f"{today.year - 1 if today.month <= 3 else today.year:04d}"
        return timex.quarter_value(
            timex.add_months((today + timedelta(days=_QUARTER_NEARLY_OVER)).replace(day=1), -3)
        )

    def _period_ended(self, mention: DateMention, code: str) -> Meaning:
        """ "The quarter ended" before its last day, which the next mention is."""
        following = self._following(mention)
        if following is None or following.kind != "calendar":
            return Meaning("P6M" if code == "H" else f"P1{code}", "DURATION")
        month, day = self._month(following.pieces), self._day(following.pieces)
        end = timex.bounds(self._dated(following, month, day).value or "") if month or day else None
        self._used = "published"
        if end is None:
            return Meaning(unknown(code))
        last = end[1]
        if (code == "Y" and last.month == 12) or code in ("M", "W"):
            return Meaning(timex.shift(last, code, 0))
        if code == "Q" and last.month % 3 == 0:
            return Meaning(timex.quarter_value(last))
        if code == "H" and last.month % 6 == 0:
            return Meaning(f"{last.year:04d}-H{last.month // 6}")
        months = {"Y": 12, "Q": 3}.get(code, 6)
        first = timex.add_months(last + timedelta(days=1), -months)
        value = "P6M" if months == 6 else f"P1{code}"
        return Meaning(value, "DURATION", bounds=(first, last))

    def _read_quarter(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        if "half" in pieces and not self._is_business(mention):
            return None
        words = pieces["q"].lower()
        if "month" in pieces:
            months = 6 if words.endswith("half") else 3
            if months == 6 and self._month(pieces) % 6:
                return None
            letter, number, year = "H" if months == 6 else "Q", (self._month(pieces) + months - 1) // months, None
        else:
            letter, number, year = self._quarter_parts(words)
        if year is None and "fy" in pieces:
            year = short_year(pieces["fy"])
        if year is None:
            year = self._year(mention) or self._joined_quarter_year(mention)
        tail = f"-{letter}{number}"
        if year is not None:
            relative = "yrel" in pieces
            return Meaning(f"{year:04d}{tail}", means=f"XXXX{tail}" if relative else None,
                            anchor=self._used if relative else None)  # fmt: skip
        if self._today is None:
            return Meaning(f"XXXX{tail}")
        if pieces.get("unit", "").lower() == "month":
            return self._definite(mention, "M")
        year = self._quarter_year(mention, letter, number)
        return Meaning(f"{year:04d}{tail}", means=f"XXXX{tail}", anchor=self._used)

    def _quarter_parts(self, words: str) -> tuple[str, int, int | None]:
        """Letter, number and year of "third quarter", "Q3", "3Q24", "1H25"."""
        short = re.fullmatch(r"(?:([1-4])\s*([qh])|([qh])([1-4]))(?:fy|cy)?((?:19|20)?\d\d)?", words)
        if short:
            letter = (short[2] or short[3]).upper()
            return letter, int(short[1] or short[4]), short_year(short[5]) if short[5] else None
        letter = "H" if re.search(r"half|six|\b6\b", words) else "Q"
        number = _QUARTER_NUMBER[re.match(r"\w+", words).group()]
        return letter, 2 if letter == "H" and number == 4 else number, None

    def _joined_quarter_year(self, mention: DateMention) -> int | None:
        """The year that only the second of two quarters has: "in the first and second quarters of 2023"."""
        following = self._following(mention)
        if mention.rule != "quarter.joined" or following is None or following.rule != mention.rule:
            return None
        return self._year(following)

    def _is_business(self, mention: DateMention) -> bool:
        """Whether "the second half" is that of a year, not of a match."""
        begin, end = self._sentence(mention)
        words = set(re.findall(r"[a-z]+", self._text[begin:end].lower()))
        told = bool(words & set(self._patterns.cues["business"])) or self._direction(mention) > 0
        return told and not words & set(self._patterns.cues["sport"])

    def _is_reported(self, mention: DateMention) -> bool:
        """Whether what follows comes out when the period is over: "third-quarter results"."""
        after = re.match(r" (\w+)", self._text[mention.end : mention.end + 30])
        return bool(after) and after[1].lower() in self._patterns.cues["reports"]

    def _quarter_year(self, mention: DateMention, letter: str, number: int) -> int:
        """The year of a bare quarter: the sentence's, else that of the last one over or of the next."""
        told = self._story(mention, sentence_only=True)
        if (
            told is not None
            and told.explicit
            and len(told.value) == 4
            and told.first.year != self._today.year
            and not is_aside(self._text, self._sentence(mention)[0], told.start, told.start + 4, mention.start)
        ):
            self._used = told.id
            return told.first.year
        today, length = self._today, 3 if letter == "Q" else 6
        named = self._named.get(f"{letter}{number}")
        if named is not None and abs(named.first.year - today.year) <= 1:
            self._used = named.id
            return named.first.year
        direction = self._direction(mention)
        if direction > 0 and self._is_reported(mention):
            ends = {year: timex.bounds(f"{year:04d}-{letter}{number}")[1] for year in (today.year - 1, today.year)}
            over = [year for year, last in ends.items() if 0 <= (today - last).days <= _REPORTED_LATE]
            if over:
                return over[0]  # "will report fourth-quarter earnings in February"
            return today.year if today <= ends[today.year] else today.year + 1
        if direction > 0:
            return today.year if today.month <= number * length else today.year + 1
        over = today + timedelta(days=_QUARTER_NEARLY_OVER)
        ended = (over.month - 1) // length if over.year == today.year else 12 // length
        if direction == 0 and (today.month - 1) // length + 1 == number:
            return today.year
        year = today.year if number <= ended else today.year - 1
        days = timex.bounds(f"{year:04d}-{letter}{number}")
        # A past verb may speak of the quarter that is on.
        begun = letter == "Q" and year < today.year and timex.quarter_of(today) == number
        long_over = days and (today - days[1]).days > _QUARTER_LONG_OVER
        return year + 1 if long_over and (direction >= 0 or begun) else year

    def _read_fiscal(self, mention: DateMention, pieces: dict[str, str]) -> Meaning:
        if "fy" in pieces and "year" not in pieces:
            year = short_year(pieces["yy"] if "yy" in pieces else pieces["fy"])
        else:
            year = self._year(mention)
        return Meaning(f"{year:04d}", means=f"FY{year:04d}")

    def _read_season(self, mention: DateMention, pieces: dict[str, str]) -> Meaning:
        code = self._value_of["season"][pieces["season"].lower()]
        year = self._year(mention)
        if year is not None:
            return Meaning(f"{year:04d}-{code}", anchor=self._used if "yrel" in pieces else None)
        if self._today is None:
            return Meaning(f"XXXX-{code}")
        words = pieces.get("rel", "").lower().split()
        if "any" in pieces:
            return Meaning(f"XXXX-{code}")
        if "n" in pieces:  # "three summers ago"
            number = self._count(pieces["n"])
            if number is None:
                return Meaning(f"XXXX-{code}")
            in_winter = code == "WI" and self._today.month < 7
            year = self._today.year - int(number) - in_winter
            return Meaning(f"{year:04d}-{code}", means=f"XXXX-{code}", anchor="published")
        step = STEPS.get(words[-1]) if words else self._direction(mention)
        if step == 0 and mention.rule == "season.bare" and self._is_habit(mention):
            return Meaning(f"XXXX-{code}")
        base = self._base(mention, words[-1]) if words else self._today
        year = self._season_year(base, code, step or 0, bool(words))
        return Meaning(f"{year:04d}-{code}", means=f"XXXX-{code}", anchor=self._used)

    def _is_habit(self, mention: DateMention) -> bool:
        """Whether the sentence tells of what is so in each year: "You can't drive up there in the winter"."""
        begin, _ = self._sentence(mention)
        return _HABIT.search(self._text, begin, mention.start) is not None

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

    def _read_decade(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        if self._is_age(mention) or self._is_heat(mention):
            return None
        words = pieces["decade"].lower()
        if words in _NAMED_DECADES:
            return Meaning(f"19{_NAMED_DECADES[words]}")
        digits = words.rstrip("s")
        if len(digits) == 2:
            digits = ("20" if digits in ("00", "10") else "19") + digits
        return Meaning(digits[:3])

    def _is_heat(self, mention: DateMention) -> bool:
        """Whether two digits are degrees: "highs will be in the 70s"."""
        begin, end = self._sentence(mention)
        return len(mention.pieces["decade"]) == 3 and _WEATHER.search(self._text, begin, end) is not None

    def _is_age(self, mention: DateMention) -> bool:
        """Whether two digits are the age of people: "in his mid-40s"."""
        words = self._text[mention.start : mention.end].lower()
        if not re.fullmatch(r"\d\ds", mention.pieces["decade"].lower()) or words.startswith(
            ("the ", "'", "’", "‘")
        ):
            return False
        if _OF_DECADES.search(self._text, max(0, mention.start - 16), mention.start):
            return False
        theirs = re.search(r"\b(?:his|her|their|my|our|your) $", self._text[: mention.start][-8:])
        return bool(theirs) or int(mention.pieces["decade"][:2]) in range(20, 60)

    def _read_century(self, mention: DateMention, pieces: dict[str, str]) -> Meaning:
        number = ordinal(pieces["ord"], self._value_of["ordinal"], self._value_of["number"])
        return Meaning(f"{number - 1:02d}") if number and 0 < number <= 30 else Meaning(None)

    def _read_reference(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        """ "That year", "the same month last year", "the year-ago quarter"."""
        text = self._text[mention.start : mention.end].lower()
        words = text.replace("-", " ").split()
        unit = pieces.get("unit", pieces.get("ref", "")).lower()
        unit = "year" if unit in ("ago", "earlier") else unit.split()[-1]
        code = self._value_of["unit"].get(unit)
        if pieces["ref"] == "clause":
            return Meaning("XXXX-XX-XX")
        shifted = -1 if {"ago", "earlier", "last", "previous", "prior", "before"} & set(words) else 0
        year = self._year(mention) if "year" in pieces else None
        told = (self._main_quarter() if code == "Q" else None) or self._told_of(mention, code)
        if told is None:
            return self._reference_alone(mention, code, shifted, year)
        letter = code if (code and code != "D") or unit == "day" else None
        if unit == "year":
            return Meaning(f"{told.first.year + shifted:04d}", means="XXXX", anchor=told.id)
        first = told.first if year is None else told.first.replace(year=year, day=1)
        if shifted and year is None:
            first = timex.add_months(first, -12)
        if letter and letter not in ("TH", "TM", "TS", "2W"):
            return Meaning(timex.shift(first, letter, 0), means=unknown(letter), anchor=told.id)
        if shifted and _STRETCH.search(self._text, max(0, told.start - 30), told.start):
            return Meaning(f"{first.year:04d}", means="XXXX", anchor=told.id)
        value = same_grain(told.value, first)
        return Meaning(value, means="XXXX", anchor=told.id) if value else Meaning("XXXX")

    def _reference_alone(
        self, mention: DateMention, code: str | None, shifted: int, year: int | None
    ) -> Meaning | None:
        if year is not None:
            return Meaning(f"{year:04d}")
        if self._today is None:
            return Meaning(unknown(code or "Y"))
        if code == "Q" and shifted:
            last = timex.bounds(self._reported("Q"))[0]
            return Meaning(
                timex.quarter_value(timex.add_months(last, -12)), means="XXXX-QX", anchor="published"
            )
        if shifted:
            return Meaning(f"{self._today.year - 1:04d}", means="anchor-1Y", anchor="published")
        if code is None:
            return None
        return Meaning(unknown(code))

    def _read_week(self, mention: DateMention, pieces: dict[str, str]) -> Meaning:
        if "number" in pieces:
            year = self._year(mention) or (self._today.year if self._today else None)
            number = int(pieces["number"])
            return Meaning(f"{year:04d}-W{number:02d}" if year else f"XXXX-W{number:02d}")
        day = self._dated(mention, self._month(pieces), self._day(pieces))
        days = timex.bounds(day.value) if day.value else None
        if days is None:
            return Meaning(unknown("W") if day.value else None)
        first = days[0] + timedelta(days=days[0].isoweekday() == 7)  # "the week of" a Sunday is the one it opens
        return Meaning(timex.week_value(first), means=unknown("W"), anchor=day.anchor)

    def _read_nth(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        if "day" in pieces:
            first, _ = self._frame(mention, None) or (None, None)
            return Meaning(
                f"{first.isoformat()[:8]}{self._day(pieces):02d}" if first else "XXXX-XX-XX",
                anchor=self._used,
            )
        word = pieces["nth"].lower()
        last = word in ("last", "final", "closing")
        nth = (
            -1
            if last
            else 1
            if word == "opening"
            else ordinal(word, self._value_of["ordinal"], self._value_of["number"])
        )
        month = self._month(pieces)
        if "half" in self._text[mention.start : mention.end].lower():
            return self._dated(mention, month, None)
        frame = self._frame(mention, month)
        if frame is None:
            return Meaning(unknown("D"))
        first, end = frame
        unit = pieces["unit"].lower()
        if unit in self._value_of["weekday"]:
            day = nth_weekday_in(first, end, int(self._value_of["weekday"][unit]), nth)
            return Meaning(day.isoformat() if day else None, anchor=self._used)
        if unit == "day":
            day = end if last else first + timedelta(days=(nth or 1) - 1)
            return Meaning(day.isoformat() if day <= end else None, anchor=self._used)
        if unit == "month":
            return Meaning(
                timex.month_value(end if last else timex.add_months(first, (nth or 1) - 1)), anchor=self._used
            )
        week = end - timedelta(days=3) if last else first + timedelta(days=3 + 7 * ((nth or 1) - 1))
        return Meaning(timex.week_value(week) + ("-WE" if unit == "weekend" else ""), anchor=self._used)

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
        code = self._unit_code(pieces.get("uof", "month"))
        step = STEPS.get(pieces.get("rel", "this").lower(), 0)
        return timex.bounds(timex.shift(self._today, code, step))
