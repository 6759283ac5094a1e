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

from collections.abc import Sequence
from urllib.parse import urlsplit

from pipeline.find.dates import DateMention, DatePatterns
from pipeline.mentions import Article, Sentence
from pipeline.normalise import timex
from pipeline.normalise.dating.days import prefers_day_first
from pipeline.normalise.dating.meaning import Meaning, Told
from pipeline.normalise.dating.spans import Spans
from pipeline.normalise.tense import Tense
from pipeline.patterns import Patterns
from pipeline.records import Date

__all__ = ["DateNormaliser", "prefers_day_first"]


class DateNormaliser:
    """Reads mentions into records; holds no state between texts."""

    def __init__(self, patterns: Patterns):
        self.patterns = patterns.load("dates.toml", DatePatterns)
        self.tense = Tense(self.patterns.cues)

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
        reader = Reader(self.patterns, self.tense, text, mentions, published, sentences, day_first)
        found = []
        for mention in mentions:
            meaning = reader.read(mention)
            if meaning is not None:
                found.append(reader.record(f"D{len(found) + 1}", mention, meaning))
        return found

    def _by_place(self, article: Article | None) -> bool | None:
        """Whether the place of the article's address writes the day first; None when it doesn't tell."""
        host = urlsplit(article.source.url or "").hostname if article else None
        return True if host and host.rsplit(".", 1)[-1] in self.patterns.cues["day_first_domains"] else None


class Reader(Spans):
    """One pass over the mentions of one text, which remembers what it has read."""

    def record(self, identifier: str, mention: DateMention, meaning: Meaning) -> Date:
        """The record of a mention, remembered as a date that the text has spoken of."""
        days = meaning.bounds
        if days is None and meaning.value and meaning.type in ("DATE", "TIME"):
            days = timex.bounds(meaning.value)
        if days and meaning.value and meaning.type in ("DATE", "TIME"):
            explicit = "year" in mention.pieces or "numeric" in mention.pieces
            relative = mention.pieces.get("rel", "").lower() in ("previous", "prior", "preceding")
            value = meaning.value.split("T")[0]
            self._remember(Told(mention.start, value, *days, identifier, explicit, relative))
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
