"""Number words of durations and days: "two and a half", "twenty-one", "20+", "21st"."""

from __future__ import annotations

import re


def cardinal(words: str, values: dict[str, str]) -> float | None:
    """The number that the words say; None when they say none in particular ("several").

    >>> cardinal("two and a half", {"two": "2"}), cardinal("several", {})
    (2.5, None)
    >>> cardinal("two hundred", {"two": "2", "hundred": "100"}), cardinal("1,200", {})
    (200.0, 1200.0)
    """
    lowered = words.lower().strip()
    lowered = re.sub(r"(?<=\d),(?=\d{3})", "", lowered)
    total = 0.0
    seen = False
    if lowered.endswith("and a half"):
        half, lowered = 0.5, lowered.removesuffix("and a half")
    else:
        half = 0.0
    for token in re.findall(r"\d+(?:\.\d+)?|[a-z]+", lowered):
        if token[0].isdigit():
            total, seen = total + float(token), True
        elif token in ("few", "several", "many", "some", "various", "numerous", "multi"):
            return None
        elif token == "half":
            return (total or 1) * 0.5 * (12 if lowered.endswith(" dozen") else 1)
        elif token in ("couple", "pair", "dozen", "hundred", "thousand"):
            total, seen = (total or 1) * float(values[token]), True
        elif token in values:
            total, seen = total + float(values[token]), True
    return total + half if seen else None


def ordinal(words: str, ordinals: dict[str, str], cardinals: dict[str, str]) -> int | None:
    """The number of "21st", "third", "twenty-first" or "twenty two"; None when it is none of them."""
    lowered = words.lower()
    if digits := re.match(r"\d+", lowered):
        return int(digits.group())
    total = 0
    for token in re.findall(r"[a-z]+", lowered):
        value = ordinals.get(token) or cardinals.get(token)
        if value is None:
            return None
        total += int(value)
    return total or None
