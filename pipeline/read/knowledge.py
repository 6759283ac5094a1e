"""The shape of `patterns/layout.toml`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ..patterns import Rule, Table

Role = Literal[
    "headline", "kicker", "byline", "dateline", "ticker", "subheading", "bullet", "caption", "body", "chrome"
]


class LineRule(Rule):
    """What a whole line is; the keys are explained at the head of the file."""

    role: Role
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    case: bool = False
    run: Literal["one", "short", "end"] = "one"
    where: Literal["any", "head", "tail"] = "any"


class WallRule(Rule):
    """A page that stands in the way of an article; `says` names it in the reject."""

    says: str
    least: int = Field(ge=1)
    patterns: tuple[str, ...] = Field(min_length=1)


class Labels(Table):
    """Words of datelines."""

    published: tuple[str, ...]
    updated: tuple[str, ...]
    filler: tuple[str, ...]
    weekdays: tuple[str, ...]


class Language(Table):
    """Words of languages."""

    english: tuple[str, ...]


class Tickers(Table):
    """Names of exchanges in ticker notes."""

    exchanges: tuple[str, ...]


class LayoutFile(Table):
    """`patterns/layout.toml`. `zones` maps an abbreviation to an IANA zone or an offset such as "+05:30"."""

    line: tuple[LineRule, ...] = Field(min_length=1)
    wall: tuple[WallRule, ...] = ()
    labels: Labels
    months: dict[str, tuple[str, ...]]
    zones: dict[str, str]
    notes: dict[str, str] = Field(default_factory=dict)
    tickers: Tickers
    language: Language
