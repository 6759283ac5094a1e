"""Calendar dates, weekdays and times of day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from pipeline.find.dates import DateMention
from pipeline.normalise import timex
from pipeline.normalise.dating.meaning import STEPS, Meaning, Told, clock_value
from pipeline.normalise.dating.story import Story

_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: A day farther than this from publication is told by its year; without one, it is the near one.
_FAR_DAYS = 325
#: A full date so many days from that of publication is the dateline: the dates behind it are not told after it.
_DATELINE = 3
_DATELINED = re.compile(r"\w[\w.,’ ]{5,24}?(?:[(:]| ?[-–—/] )|\w[\w.,’ ]{5,24}[,)] (?:On|Today)\b")


def prefers_day_first(text: str, mentions: Sequence[DateMention]) -> bool:
    """Whether 04/08/2025 is 4 August here: by numeric dates that leave no doubt, then by written ones."""
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


class Days(Story):
    """Reads days: written, partial, by weekday, by a word such as "today"."""

    def _read_calendar(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        if "ref" in pieces:
            return self._clocked(mention, self._deictic_day(mention, pieces["ref"].lower()))
        month, day = self._month(pieces), self._day(pieces)
        if (day is not None and "rel" not in pieces) or month is not None:
            return self._clocked(mention, self._dated(mention, month, day))
        if "weekday" in pieces:
            return self._clocked(mention, self._weekday(mention))
        if "year" in pieces or "yy" in pieces or "yrel" in pieces:
            year = self._year(mention)
            return Meaning(f"{year:04d}" if year else "XXXX", anchor=self._used if "yrel" in pieces else None)
        return self._clocked(mention, self._part_alone(mention))

    def _dated(self, mention: DateMention, month: int | None, day: int | None) -> Meaning:
        """A date by month or day, with or without a year."""
        pieces = mention.pieces
        if month is None:
            return self._day_of_month(mention, day)
        if day is not None and day > _MONTH_DAYS[month - 1]:
            return Meaning(None)
        tail = f"-{month:02d}" + (f"-{day:02d}" if day else "")
        year = self._year(mention)
        if year is not None:
            year -= self._runs_over_new_year(mention, month)
            value = f"{year:04d}{tail}"
            absolute = "yrel" not in pieces
            if timex.bounds(value) is None:
                return Meaning(None)
            return Meaning(
                value, means=value if absolute else f"XXXX{tail}", anchor=None if absolute else self._used
            )
        if "rel" in pieces and self._today:
            word = pieces["rel"].lower()
            return Meaning(
                f"{self._month_by_word(word, month):04d}{tail}", means=f"XXXX{tail}", anchor="published"
            )
        year = self._missing_year(mention, month, day)
        if year is None:
            return Meaning(f"XXXX{tail}")
        return Meaning(f"{year:04d}{tail}", means=f"XXXX{tail}", anchor=self._used)

    def _runs_over_new_year(self, mention: DateMention, month: int) -> bool:
        """Whether the year of a range is not that of its first month: "from November to February 2023"."""
        following = self._following(mention)
        if mention.rule != "month.range" or following is None or following.rule != mention.rule:
            return False
        last = self._month(following.pieces)
        near = following.start - mention.end < 12
        return near and last is not None and month > last

    def _month_by_word(self, word: str, month: int) -> int:
        """The year of "last September", "this June", "next March": the nearest such month on that side."""
        today = self._today
        step = STEPS[word]
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
        if told is not None and told.explicit and len(told.value) >= 7 and not self._is_dateline(told):
            self._used = told.id
            return (
                told.first.year
                if (month, day or 31) >= (told.first.month, told.first.day)
                else told.first.year + 1
            )
        opening = self._opening_year(mention)
        if opening is not None:
            self._used = opening.id
            return opening.first.year
        if self._today is None:
            return None
        return self._by_tense(mention, month, day)

    def _is_dateline(self, told: Told) -> bool:
        """Whether a full date is about that of publication: "MALMO, Aug. 3, 2026 - Kerr on July 30 signed"."""
        if len(told.value) != 10 or self._today is None or abs((told.first - self._today).days) > _DATELINE:
            return False
        return _DATELINED.match(self._text, told.start) is not None

    _LEAD = re.compile(r"(?i)\W*(?:for example|but|and|then|so|back|as early as)?,? ?in $")

    def _opening_year(self, mention: DateMention) -> Told | None:
        """The year that is over and that opens the sentence: "In 2020, shares fell in September"."""
        begin, _ = self._sentence(mention)
        for told in self._recent():
            if told.start < begin:
                break
            over = told.explicit and len(told.value) == 4 and self._today and told.first.year < self._today.year
            if over and self._LEAD.fullmatch(self._text, begin, told.start):
                return told if self._text[told.start + 4 : told.start + 5] == "," else None
        return None

    def _joined_year(self, mention: DateMention, month: int) -> int | None:
        """The year of the date that follows at once: "between Aug. 3 and Sept. 9, 2021"."""
        following = re.match(
            r"\s*(?:and|to|or|through|until|-|–|—|&)\s*", self._text[mention.end : mention.end + 12]
        )
        if not following:
            return None
        at = mention.end + following.end()
        partner = self._following(mention)
        if partner is None or partner.start != at or "year" not in partner.pieces:
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
        if direction == 0 and (day or mention.kind == "nth"):
            year = self._nearest(month, day or 15)
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
        years = (today.year - 1, today.year, today.year + 1)
        place = month * 31 + day - (today.month * 31 + today.day)
        return min(years, key=lambda year: (abs((year - today.year) * 372 + place), year))

    def _day_of_month(self, mention: DateMention, day: int) -> Meaning:
        """A day alone: "on the 3rd", "Monday the 21st"."""
        if self._today is None:
            return Meaning(f"XXXX-XX-{day:02d}")
        direction = self._direction(mention)
        months = (0, 1, 2) if direction > 0 else (0, -1, -2) if direction < 0 else (0, -1, 1)
        weekday = self._value_of["weekday"].get(mention.pieces.get("weekday", "").lower().rstrip(". "))
        nearby = sorted(range(-11, 12), key=lambda step: (step * direction < 0, abs(step)))
        for step in months if weekday is None else nearby:
            first = timex.add_months(self._today.replace(day=1), step)
            if timex.bounds(f"{timex.month_value(first)}-{day:02d}") is None:
                continue
            candidate = first.replace(day=day)
            fits = (
                candidate.isoweekday() == int(weekday)
                if weekday
                else (
                    direction == 0
                    or (candidate >= self._today if direction > 0 else candidate <= self._today)
                )
            )
            if fits:
                return Meaning(candidate.isoformat(), means=f"XXXX-XX-{day:02d}", anchor="published")
        return Meaning(f"XXXX-XX-{day:02d}")

    def _read_numeric(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        return self._clocked(mention, self._numeric_day(mention, pieces))

    def _numeric_day(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        first, second, *rest = (int(part) for part in re.findall(r"\d+", pieces["numeric"]))
        if self._day_first is None:
            self._day_first = prefers_day_first(self._text, self._mentions)
        if not rest:
            month, day = (
                (second, first) if (self._day_first and second <= 12) or first > 12 else (first, second)
            )
            if month > 12:
                return None
            return self._dated(mention, month, day)
        year = rest[0]
        if year < 100:
            year += 2000 if year <= 68 else 1900
        day, month = (first, second) if self._day_first or "." in pieces["numeric"] else (second, first)
        if self._today and (year, first, second) == (self._today.year, self._today.day, self._today.month):
            day, month = first, second  # the day of publication itself
        if month > 12:
            day, month = month, day
        value = f"{year:04d}-{month:02d}-{day:02d}"
        return Meaning(value if timex.bounds(value) else None)

    def _weekday(self, mention: DateMention) -> Meaning:
        pieces = mention.pieces
        number = int(
            self._value_of["weekday"][pieces.get("weekday", pieces.get("unit", "")).lower().rstrip(". ")]
        )
        means = f"XXXX-WXX-{number}"
        if "rel" not in pieces and self._is_opening_hours(mention):
            return Meaning(means, "SET")
        if self._today is None:
            return Meaning(means)
        today = self._today
        ahead = (number - today.isoweekday()) % 7
        phrase = (pieces.get("wrel") or self._week_of_range(mention)).lower()
        if phrase:
            word = next(word for word in phrase.split() if word in STEPS)
            monday = self._base(mention, word) + timedelta(days=7 * STEPS[word])
            day = monday + timedelta(days=number - monday.isoweekday())
            return Meaning(day.isoformat(), means=means, anchor=self._used)
        word = pieces.get("rel", "").lower()
        step = STEPS.get(word) if word else -1 if self._is_close(mention) else self._direction(mention)
        if word in ("following", "previous", "preceding", "prior"):
            base = self._base(mention, word)
            away = (number - base.isoweekday()) % 7 or 7
            day = base + timedelta(days=away) if step > 0 else base - timedelta(days=7 - away or 7)
        elif "twice" in pieces:
            day = today + timedelta(days=(ahead or 7) + 7)
        elif word and step:
            # The weeks around this one: on a Thursday, yesterday is no "last Wednesday".
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
        return Meaning(day.isoformat(), means=means, anchor=self._used)

    def _week_of_range(self, mention: DateMention) -> str:
        """The week told behind the last day of a range: "from Monday to Wednesday last week"."""
        after = self._following(mention)
        if "rel" in mention.pieces or after is None or not self._TO.fullmatch(self._text, mention.end, after.start):
            return ""
        return (after.pieces.get("wrel") or "") if "weekday" in after.pieces else ""

    def _is_close(self, mention: DateMention) -> bool:
        """Whether a day's trading is compared with: "a premium to Monday's close"."""
        after = re.match(r"['’]s (\w+)(?:[ -](\w+))?", self._text[mention.end : mention.end + 40])
        before = self._text[max(0, mention.start - 16) : mention.start]
        compared = re.search(r"\b(?:to|from|of|than|with) $", before)
        return bool(after and compared and {*after.groups()} & set(self._patterns.cues["closes"]))

    _HOURS = re.compile(r"(?i)\b(?:open|opens|operates?|operating|hours|availab\w+)\b")
    _TO_WEEKDAY = re.compile(
        r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)days?\s*(?:through|thru|to|-|–|—)\s*$"
    )
    _FROM_WEEKDAY = re.compile(
        r"(?i)\s*(?:through|thru|to|-|–|—)\s*(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    )

    def _is_opening_hours(self, mention: DateMention) -> bool:
        """Whether a weekday stands in a range of opening hours: "open Monday through Friday"."""
        begin, end = self._sentence(mention)
        before, after = self._text[begin : mention.start], self._text[mention.end : end]
        if not self._HOURS.search(before):
            return False
        ranged = self._TO_WEEKDAY.search(before[-24:]) or self._FROM_WEEKDAY.match(after)
        return bool(
            ranged
            or re.search(r"(?i)days?\s*(?:through|thru|–|-)", before)
            or re.match(r"\W*(?:from\W+)?\d", after)
        )

    def _among_weekdays(self, mention: DateMention) -> bool:
        """Whether a time is one of the hours of each week: "open Monday to Friday from 9 a.m. to 6 p.m."."""
        begin, _ = self._sentence(mention)
        before = self._text[begin : mention.start]
        return self._HOURS.search(before) is not None and self._WEEKDAYS.search(before) is not None

    _WEEKDAYS = re.compile(r"(?i)days?\s*(?:through|thru|to|–|-|—)\s*(?:mon|tues|wednes|thurs|fri|satur|sun)day")

    def _deictic_day(self, mention: DateMention, ref: str) -> Meaning:
        steps = {"yesterday": -1, "tomorrow": 1, "day after tomorrow": 2, "day before yesterday": -2}
        step = steps.get(ref, 0)
        if ref == "today" and self._is_these_days(mention):
            return Meaning("PRESENT_REF", anchor=None)
        if ref == "tomorrow" and self._is_to_come(mention):
            return Meaning("FUTURE_REF", anchor=None)
        if ref == "last night":
            step = -1  # "at 10.40pm last night"
        if ref == "tonight":
            mention.pieces.setdefault("part", "night")
        means = f"anchor{step:+d}D" if step else "anchor"
        if self._today is None:
            return Meaning("XXXX-XX-XX", means=means)
        return Meaning((self._today + timedelta(days=step)).isoformat(), means=means, anchor="published")

    _STILL_IS = re.compile(
        r",? (?:(?:due to|thanks to|because of|with|across|under) [^,.;]{2,60}, )?(?:[\w'’.,&$€£-]+ ){0,7}?"
        r"(?:is|are|has|have|employs?|serves?|operates?|remains?|includes?|boasts?|"
        r"stands?|owns?|runs?|makes?|accounts?|offers?|there)\b(?! announced| launched| said| released)"
    )

    _WE_DO = re.compile(
        r",? (?:we|i|I) (?:are|am|have) (?:\w+ing|\w+ed|found|taken|made|agreed|won|begun|signed)\b"
    )
    _HABIT = re.compile(r",? (?:it|he|she|they) (?:(?!was\b|has\b)\w{3,}s|would|can|could)\b")

    def _is_these_days(self, mention: DateMention) -> bool:
        """Whether "today" means these days: "today's environment", "Today, the firm is …"."""
        after = self._text[mention.end : mention.end + 90]
        if possessive := re.match(r"['’]s ((?:[\w-]+\W+){1,3})", after):
            return not self._tense.names_event(possessive[1])
        begin, _ = self._sentence(mention)
        starts = not self._text[begin : mention.start].strip(" \"'“‘(") or self._text[
            : mention.start
        ].endswith("; ")
        if not starts:
            told = self._NOW_AS.search(self._text, max(begin, mention.start - 40), mention.start)
            if told is not None or self._IS_NOW.match(after):
                return True
            return bool(self._STATE.search(self._text, begin, mention.start)) and not self._AT.match(after)
        if "announced" in after or self._WE_DO.match(after):
            return False
        return bool(self._STILL_IS.match(after) or self._HABIT.match(after) or self._DOES.match(after))

    #: "where we are today", "the town we know today", "still in use today", "in the world today".
    _NOW_AS = re.compile(
        r"\b(?:where|as|how|what|that|who|which|company|business|world|town|city|firm|industry)"
        r" (?:we|it|they|you|he|she|I) (?:are|is|have|has|know|do|does|see|live|stand|\w{3,}s)(?: (?:it|them|in))? $"
        r"|\bstill (?:[\w-]+ ){1,5}$|\b(?:in use|in the world|on the market|in existence|in operation|in business) $"
    )
    #: "is worth three times that today", "employs 300 people today", "from 300 in 1990 to 40 today".
    _STATE = re.compile(
        r"\b(?:(?:is|are)(?: (?:[a-z]+ )?to be)?(?: (?:now|still|probably|about|well))? (?:worth|valued at)"
        r"|(?:would|might|could) (?:fetch|cost|be worth|sell for)|employs?|owns|operates|serves|boasts"
        r"|from [^.;]{1,40}\b(?:in|during|after) (?:the )?(?:1[5-9]\d\d|20\d\d)s?,? to)"
        r" (?:(?!and |said |\w+ed )(?:[\w$£€%.'’-]|,(?=\d))+ ){1,7}$"
    )
    _AT = re.compile(r" (?:at|in|on|after|by|with|before|for|to)\b")
    #: "Harrow Mills today is the largest baker".
    _IS_NOW = re.compile(r" (?:is|are) (?:the|an?|one|among|home|part|owned|used|run|worth|valued|known)\b")
    #: "Today, Harrow Mills works with 30 bakers": what it does, and not what it did.
    _DOES = re.compile(
        r", (?:the )?(?:[A-Z][\w&.’'-]*,? ){1,5}(?:also |still |now )?"
        r"(?!announces|launches|unveils|releases|introduces|reports|opens|joins|celebrates|marks|says|files|names"
        r"|appoints|closes|signs|becomes|begins|starts|completes|acquires)[a-z]{3,}s\b"
    )

    _OF = re.compile(r"(?<!ahead)(?<!morning)(?<!evening)(?<!start)(?<!end)(?<!result)(?<!date)(?<!as) of $")

    def _is_to_come(self, mention: DateMention) -> bool:
        """Whether "tomorrow" means the years to come: "the workers of tomorrow", "tomorrow's leaders"."""
        after = re.match(r"['’]s ((?:[\w-]+\W+){1,4})", self._text[mention.end : mention.end + 60])
        if after:
            words = re.findall(r"\w+", after[1].lower())
            event = words[0] in self._patterns.cues["today_events"]
            return not event and not set(words).isdisjoint(self._patterns.cues["tomorrow_things"])
        before = self._text[max(0, mention.start - 12) : mention.start]
        dated = re.match(r", (?:[A-Z][a-z]+ \d|\d)", self._text[mention.end : mention.end + 14])
        return bool(self._OF.search(before)) and "part" not in mention.pieces and not dated

    def _with_half(self, mention: DateMention, clock: str) -> str:
        """The time as it is written, with the "p.m." that "6:30 to 9 p.m." gives to both."""
        after = self._following(mention) if mention.rule == "time.range" else None
        if after is None or after.rule != mention.rule or not re.fullmatch(r"[\d:.]+", clock):
            return clock
        until = after.pieces.get("clock", "")
        hours = [int(re.match(r"\d+", words)[0]) for words in (clock, until) if words[:1].isdigit()]
        late = re.search(r"(?i)p\W*m", until) and len(hours) == 2
        return f"{clock} pm" if late and (hours[0] % 12 < hours[1] % 12 or hours[0] == 12) else clock

    def _part_alone(self, mention: DateMention) -> Meaning | None:
        """A part of the day, or a time, of the story's day or of the day of publication."""
        pieces = mention.pieces
        if "any" in pieces:
            return Meaning("")
        word = pieces.get("rel", "").lower()
        step = STEPS[word] if word else 0
        if word and word not in ("this", "last"):
            day = (self._base(mention, "following" if step > 0 else "previous"))
            return Meaning((day + timedelta(days=step)).isoformat() if day else "XXXX-XX-XX", anchor=self._used)
        if "clock" in pieces and self._among_weekdays(mention):
            return Meaning("XXXX-XX-XX")
        if mention.rule == "time.part-traded" and (traded := self._day_of_trading(mention)):
            return traded
        told = self._last_day() if mention.rule == "time.part-held" else None
        if told is not None:
            return Meaning(told.value, means="XXXX-XX-XX", anchor=told.id)
        told = self._story(mention)
        if told is not None and told.first == told.last and ("prel" in pieces or "clock" in pieces):
            return Meaning(told.first.isoformat(), means="XXXX-XX-XX", anchor=told.id)
        until = self._day_of_range(mention) if "clock" in pieces else None
        if until is not None:
            return until
        if self._today is None or "prel" in pieces:
            return Meaning("XXXX-XX-XX")
        if self._is_each_day(mention):
            return Meaning("")
        day = self._today + timedelta(days=step)
        return Meaning(day.isoformat(), means="anchor-1D" if step else "anchor", anchor="published")

    def _is_each_day(self, mention: DateMention) -> bool:
        """Whether "in the morning" is that of any day: nothing in the sentence has happened or is to."""
        words = self._text[mention.start : mention.end].lower()
        return mention.rule == "time.part" and words.startswith("the ") and self._direction(mention) == 0

    _TRADING = re.compile(r" (?:trading|trade|dealings?|deals|session),? (?:on )?")

    def _day_of_trading(self, mention: DateMention) -> Meaning | None:
        """The day of "morning trading on Tuesday", or that the sentence has told."""
        after = self._following(mention)
        if after is not None and self._TRADING.fullmatch(self._text, mention.end, after.start):
            told = self.read(after) if after.kind == "calendar" else None
            self._used = "published"
            if told is not None and told.value and len(told.value) == 10:
                return Meaning(told.value, means="XXXX-XX-XX", anchor=told.anchor)
        story = self._story(mention, sentence_only=True)
        if story is not None and story.first == story.last:
            return Meaning(story.value, means="XXXX-XX-XX", anchor=story.id)
        return None

    _TO = re.compile(r"\s*(?:to|until|till|and|-|–|—)\s*")

    def _day_of_range(self, mention: DateMention) -> Meaning | None:
        """The day of the time that follows at once: "10 a.m. to 3 p.m. on Saturday"."""
        after = self._following(mention)
        if (
            after is None
            or "clock" not in after.pieces
            or not {"month", "weekday", "ref"} & set(after.pieces)
        ):
            return None
        if not self._TO.fullmatch(self._text, mention.end, after.start):
            return None
        told = self.read(after)
        if told is None or told.value is None:
            return None
        return Meaning(told.value.split("T")[0], means="XXXX-XX-XX", anchor=told.anchor)

    def _clocked(self, mention: DateMention, day: Meaning | None) -> Meaning | None:
        """Add the time or the part of the day that the mention names."""
        pieces = mention.pieces
        if day is None or day.value is None or day.value in ("PRESENT_REF", "FUTURE_REF"):
            return day
        clock, part = pieces.get("clock"), pieces.get("part")
        if clock:
            tail = "T" + clock_value(self._with_half(mention, clock), self._number(clock.split()[0].lower()))
        elif part:
            tail = "T" + self._value_of["part"][part.lower()]
        else:
            return day
        means = (day.means or day.value) + tail
        return Meaning(day.value + tail, "TIME", means, day.anchor, day.mod)
