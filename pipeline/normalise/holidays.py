"""The day of a holiday in a year, by rules of `[holidays]` in patterns/dates.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from pipeline.normalise import lunar, timex


def plain(name: str) -> str:
    """A holiday's name in lower case without signs, as the rules are looked up."""
    return re.sub(r"[^\w]+", " ", name.lower()).strip()


def holiday(rules: Sequence[Sequence[str]], year: int, tables: Mapping[str, Sequence[str]]) -> date | None:
    """The day by the first rule that knows the year; None when none does. `tables` hold ISO dates by name.

    >>> holiday([["nth", "11", "4", "4"]], 2024, {})
    datetime.date(2024, 11, 28)
    """
    if not 1583 <= year <= 2499:
        return None
    return next((day for rule in rules if (day := _by_rule(rule, year, tables))), None)


def _by_rule(rule: Sequence[str], year: int, tables: Mapping[str, Sequence[str]]) -> date | None:
    kind, *rest = rule
    if kind == "table":
        known = {day[:4]: day for day in tables[rest[0]]}
        day = known.get(f"{year:04d}")
        return date.fromisoformat(day) + timedelta(days=int(rest[1])) if day else None
    if kind == "hindu":
        day = lunar.hindu(year, int(rest[0]), int(rest[1]), float(rest[2]))
        return day + timedelta(days=int(rest[3]) if len(rest) > 3 else 0) if day else None
    if kind == "fixed":
        return date.fromisoformat(f"{year:04d}-{rest[0]}")
    numbers = [int(part) for part in rest]
    match kind:
        case "nth":
            return timex.nth_weekday(year, *numbers[:3]) + timedelta(days=sum(numbers[3:]))
        case "easter":
            return timex.easter(year) + timedelta(days=numbers[0])
        case "orthodox":
            return timex.orthodox_easter(year) + timedelta(days=numbers[0])
        case "islamic":
            return timex.islamic(year, *numbers)
        case "hebrew":
            return timex.hebrew(year, *numbers)
    raise ValueError(f"patterns/dates.toml: no kind of holiday {kind!r}")
