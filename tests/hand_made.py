"""Articles by hand, without models: the places of the names in a text are those of their letters."""

from __future__ import annotations

import re

from pipeline.mentions import Article, Block, Sentence, Span
from pipeline.nlp import Analysis
from pipeline.records import Money, Party, PartyMention
from pipeline.resolve import Resolution


def analysis_of(text: str) -> Analysis:
    """A text as one block, with a sentence to each full stop, question mark or line."""
    ends = [m.end() for m in re.finditer(r"[.?!](?=\s|$)|(?<=[^.?!\n])(?=\n|$)", text)]
    starts = [0, *(m.end() for m in re.finditer(r"[.?!]\s+|(?<=[^.?!\n])\n", text))]
    sentences = [Sentence(start, end, 0, "body") for start, end in zip(starts, ends, strict=False)]
    return Analysis(Article(text=text, blocks=[Block(0, len(text), "body")]), sentences, [])


def resolution_of(text: str, names: dict[str, tuple[str, str]], main: str | None = None) -> Resolution:
    """The parties `names`, by id: a name and its kind. A name within another is that one's."""
    pattern = "|".join(re.escape(name) for name in sorted((name for name, _ in names.values()), key=len, reverse=True))
    ids = {name: key for key, (name, _) in names.items()}
    mentions = [(m.start(), m.end(), ids[m[0]], "name") for m in re.finditer(pattern, text)]
    named = {key: [PartyMention(start=low, end=high, text=text[low:high], form="name")
                   for low, high, party, _ in mentions if party == key] for key in names}  # fmt: skip
    parties = [Party(id=key, name=name, kind=kind, mentions=tuple(named[key])) for key, (name, kind) in names.items()]
    return Resolution(parties, mentions, {}, lambda *_: None, main)


def span_of(words: str, text: str) -> Span:
    """Where words stand in a text for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def money_of(words: str, text: str, key: str = "M1", **changes: object) -> Money:
    """A sum of three million dollars, written in these words."""
    start, end = span_of(words, text)
    return Money(
        **{"id": key, "start": start, "end": end, "text": words, "currency": "USD", "amount": 3_000_000, **changes}
    )
