"""Durations, sets, offsets, holidays and words such as "now"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.find.dates import DateMention
from pipeline.normalise import foreign, timex
from pipeline.normalise.dating.meaning import FROM_STORY, STEPS, Meaning, Told, duration, moved, unknown
from pipeline.normalise.dating.periods import Periods
from pipeline.normalise.holidays import holiday, plain
from pipeline.normalise.numerals import ordinal

#: What sets the figures of two periods against each other.
_AGAINST = re.compile(r"\b(?:from|than|with|against|versus|vs|compared to)\b[^;]*$")
#: What comes before the last month of several: "January-September".
_THROUGH = re.compile(r"[a-z.](?:\s?[-–—]\s?|\s(?:to|through)\s)$")
_COMPARED = re.compile(r"\b(?:from|than|against)\b(?:[^,;.]|\d\.\d){0,14}$")
_CLOSE = re.compile(r"\b(?:from|than|with) (?:about )?$")


class Spans(Periods):
    """Reads what lasts, recurs or is counted from another day, and what other readers leave."""

    def _read_count(self, mention: DateMention, pieces: dict[str, str]) -> Meaning:
        """A count of units that is tied to the anchor: "the past 12 months", "the coming weeks"."""
        unit = self._unit_code(pieces["unit"])
        number = (
            self._count(pieces.get("n"))
            if "n" in pieces
            else (None if pieces["unit"].lower().endswith("s") else 1)
        )
        value = duration(number, unit)
        days = None
        word = pieces["rel"].lower()
        step = STEPS.get(word, 0)
        if (
            self._today
            and number
            and step
            and number == int(number)
            and word not in FROM_STORY
        ):
            days = self._stretch(unit, int(number) * step)
        sign = "-" if step < 0 else "+"
        return Meaning(value, "DURATION", means=f"anchor{sign}{value}" if step else value,
                        anchor="published" if days else None, bounds=days)  # fmt: skip

    def _stretch(self, unit: str, number: int) -> tuple[date, date] | None:
        """The days from the anchor over `number` units, the anchor's own day left out."""
        months = {"Y": 12, "M": 1, "Q": 3, "DE": 120, "CE": 1200}.get(unit)
        days = {"D": 1, "W": 7}.get(unit)
        if months is None and days is None:
            return None
        try:
            end = (
                timex.add_months(self._today, number * months)
                if months
                else self._today + timedelta(days * number)
            )
        except OverflowError:
            return None
        one = timedelta(days=1)
        if unit == "Q":
            first = timex.bounds(timex.shift(self._today, "Q", min(number, 1 if number > 0 else number)))
            last = timex.bounds(timex.shift(self._today, "Q", max(number, -1)))
            return first[0], last[1]
        return (end, self._today - one) if number < 0 else (self._today + one, end)

    def _read_duration(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        unit = self._unit_code(pieces["unit"])
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
        value = duration(number, unit)
        return self._tied(mention, number, unit, value) or Meaning(value, "DURATION")

    _TO_DATE = re.compile(r"(?i)\s+(before|after|from|since)\s+(?:the\s+)?$")

    def _tied(self, mention: DateMention, number: float | None, unit: str, value: str) -> Meaning | None:
        """A duration that leads to a day: "in two weeks" of what is to come, "two weeks before Christmas"."""
        months = {"Y": 12, "M": 1, "Q": 3}.get(unit)
        if number is None or number != int(number) or not (months or unit in ("D", "W")):
            return None
        following = self._following(mention)
        link = self._TO_DATE.match(self._text, mention.end, following.start) if following else None
        if link is not None and following.kind in ("calendar", "holiday"):
            told = self.read(following)
            self._used = "published"
            days = timex.bounds(told.value) if told and told.value else None
            return (
                self._away(days[0], number, unit, value, link[1].lower() == "before", told.anchor)
                if days
                else None
            )
        soon = self._today and re.search(
            r"(?i)\bin (?:about |around |just |only )?$", self._text[: mention.start][-12:]
        )
        if soon and self._direction(mention) > 0:
            return self._away(self._today, number, unit, value, False, "published")
        return None

    def _away(
        self, base: date, number: float, unit: str, value: str, before: bool, anchor: str | None
    ) -> Meaning | None:
        months = {"Y": 12, "M": 1, "Q": 3}.get(unit)
        steps = -int(number) if before else int(number)
        day = timex.add_months(base, steps * months) if months else base + timedelta(
            days=steps * (7 if unit == "W" else 1))  # fmt: skip
        return Meaning(
            value,
            "DURATION",
            means=f"anchor{'-' if before else '+'}{value}",
            anchor=anchor,
            bounds=(day, day),
        )

    def _read_set(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        text = self._text[mention.start : mention.end].lower()
        if "setword" in pieces:
            value = self._value_of["set"][pieces["setword"].lower()]
            first = re.match(r"(\w+)\W", text)
            return Meaning(self._times(first[1], value) if first else value, "SET")
        if "weekdays" in pieces:
            day = self._value_of["weekday"].get(pieces["weekdays"].lower().rstrip("s"))
            part = re.search(r"(morning|afternoon|evening|night)", text)
            value = f"XXXX-WXX-{day}" if day else "XXXX-WXX-WE" if "weekend" in text else "P1D"
            return Meaning(value + ("T" + self._value_of["part"][part[1]] if part else ""), "SET")
        unit = pieces["unit"].lower()
        if unit in self._value_of["weekday"]:
            return Meaning(f"XXXX-WXX-{self._value_of['weekday'][unit]}", "SET")
        if unit in self._value_of["part"] and unit != "night":
            return Meaning("XXXX-XX-XXT" + self._value_of["part"][unit], "SET")
        if unit in self._value_of["season"] or unit == "season":
            return Meaning(
                f"XXXX-{self._value_of['season'].get(unit, 'SU')}" if unit != "season" else "P1Y", "SET"
            )
        if unit == "annum":
            return Meaning("P1Y", "SET")
        number: float | None = 1
        every = re.match(r"(?:each|every)\s+(other|few|\w+(?:[\s-]\w+)?)\s+\w+$", text)
        if every:
            word = every[1]
            number = 2 if word == "other" else None if word == "few" else self._number(word) or ordinal(
                word, self._value_of["ordinal"], self._value_of["number"]) or 1  # fmt: skip
        return Meaning(duration(number, self._unit_code(unit)), "SET")

    def _times(self, word: str, value: str) -> str:
        """The period of "half-yearly", "bi-weekly", "six-monthly"; "twice-daily" is of each day."""
        if value == "P1Y" and word in ("half", "semi", "bi"):
            return "P6M"
        number = 2 if word == "bi" else self._number(word)
        return f"P{number:g}{value[-1]}" if number and number >= 2 and value[:2] == "P1" else value

    def _read_offset(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        direction = pieces["dir"].lower().split()[0]
        backwards = direction in ("ago", "earlier", "before", "prior", "previously")
        number = self._count(pieces.get("n"))
        if number is None or "unit" not in pieces:
            return Meaning("PAST_REF" if backwards else "FUTURE_REF")
        unit = self._unit_code(pieces["unit"])
        amount = duration(number, unit)
        means = f"anchor{'-' if backwards else '+'}{amount}"
        told = None
        compared = unit == "Y" and number == 1 and backwards and self._compares(mention)
        close = direction == "ago" and _CLOSE.search(self._text, max(0, mention.start - 16), mention.start)
        if compared or close or direction in ("earlier", "later", "before", "after", "prior", "on"):
            told = self._story(mention)
            if told is not None and _COMPARED.search(self._text, max(0, told.start - 24), told.start):
                # "in September from August and 5 percent from a year earlier"
                earlier = (t for t in self._recent() if t.start < told.start and len(t.value) == len(told.value))
                told = next(earlier, told)
        if compared:
            told = self._period_compared(told, direction)
        base = told.first if told else self._today
        anchor = told.id if told else "published"
        if unit.startswith("T"):
            return self._hours_off(number, unit, backwards, means)
        if base is None:
            return Meaning(unknown("D" if unit in ("D", "W") else unit), means=means)
        value = moved(base, unit, -number if backwards else number, told)
        return Meaning(value, means=means, anchor=anchor) if value else Meaning(None, means=means)

    def _compares(self, mention: DateMention) -> bool:
        """Whether a figure of now is set against one of "a year ago": "compared with a loss of 8 cents a year ago"."""
        begin, _ = self._sentence(mention)
        return _AGAINST.search(self._text, max(begin, mention.start - 90), mention.start) is not None

    def _period_compared(self, told: Told | None, direction: str) -> Told | None:
        """The period whose figures are compared: the quarter that ends on the day told, or that of the story."""
        if told is None:
            return self._main_quarter()
        if len(told.value) == 10 and told.first.day > 27:  # "in the quarter ended Dec. 31, up from $13m a year earlier"
            ended = next((t for t in self._recent() if len(t.value) < 10 and t.last == told.last), None)
            return ended or told
        ranged = len(told.value) == 7 and _THROUGH.search(self._text, max(0, told.start - 9), told.start)
        return None if ranged or (direction == "ago" and len(told.value) == 4 and told.explicit) else told

    def _hours_off(self, number: float, unit: str, backwards: bool, means: str) -> Meaning:
        if self._moment is None or not self._timed:
            day = self._today.isoformat() if self._today else "XXXX-XX-XX"
            return Meaning(
                day, "TIME" if self._today else "DATE", means, "published" if self._today else None
            )
        seconds = number * {"TH": 3600, "TM": 60, "TS": 1}[unit]
        moment = self._moment + timedelta(seconds=-seconds if backwards else seconds)
        return Meaning(moment.isoformat(timespec="minutes"), "TIME", means, "published")

    def _read_holiday(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        wanted = plain(pieces["holiday"])
        written = next(rules for name, rules in self._patterns.holidays.items() if plain(name) == wanted)
        rules = [rule.split() for rule in written]
        year = self._year(mention)
        if year is not None:
            day = holiday(rules, year, self._patterns.tables)
            anchor = self._used if "yrel" in pieces else None
        elif self._today is None:
            return Meaning(f"XXXX-{rules[0][1]}" if rules[0][0] == "fixed" else "XXXX-XX-XX")
        else:
            word = pieces.get("rel", "").lower()
            day = self._holiday_near(rules, STEPS[word] if word else self._direction(mention))
            anchor = "published"
        if day is None:
            return Meaning(f"{year:04d}-XX-XX" if year else "XXXX-XX-XX")
        if "part" in pieces:
            # The weekend beside the day: that before a Monday to Wednesday, else the one after it.
            saturday = day + timedelta(days=6 - day.isoweekday() - (7 if day.isoweekday() <= 3 else 0))
            return Meaning(timex.week_value(saturday) + "-WE", means="XXXX-WXX-WE", anchor=anchor)
        return Meaning(day.isoformat(), means="XXXX-XX-XX" if anchor else None, anchor=anchor)

    def _holiday_near(self, rules: list[list[str]], step: int) -> date | None:
        """The last, next or nearest such holiday."""
        years = range(self._today.year - 1, self._today.year + 3)
        days = [day for year in years if (day := holiday(rules, year, self._patterns.tables))]
        if step < 0:
            return max((day for day in days if day <= self._today), default=None)
        if step > 0:
            return min((day for day in days if day >= self._today), default=None)
        return min(days, key=lambda day: (abs((day - self._today).days), day), default=None)

    def _read_deictic(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        words = " ".join(pieces["ref"].lower().split())
        if "any" in pieces:
            return Meaning("TNI", "TIME")
        if words == "overnight":
            if self._today is None:
                return Meaning("XXXX-XX-XXTNI", "TIME")
            return Meaning(f"{self._today.isoformat()}TNI", "TIME", means="XXXX-XX-XXTNI", anchor="published")
        if mention.rule == "past":
            return Meaning("PAST_REF")
        if mention.rule == "future":
            return Meaning("FUTURE_REF")
        return Meaning("PRESENT_REF")

    def _read_none(self, mention: DateMention, pieces: dict[str, str]) -> None:
        """What only looks like a date: the number of a standard."""

    def _read_foreign(self, mention: DateMention, pieces: dict[str, str]) -> Meaning | None:
        """A date of another language, read by dateparser; its words must name a month of that language."""
        languages = [
            code for code, months in self._patterns.languages.items() if pieces["foreign"].lower() in months
        ]
        text = self._text[mention.start : mention.end]
        clock = pieces.get("clock")
        written = text[: text.index(clock)] if clock else text
        day = foreign.day(written.strip(" ,."), tuple(languages))
        if day is None:
            return Meaning(None)
        return self._clocked(mention, Meaning(day.isoformat()))
