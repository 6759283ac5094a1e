"""Puts the record together and checks that every span says what the text says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from .link.draft import Draft
from .mentions import Article, Span
from .records import (
    OPTIONAL_FACT_KEYS,
    Amount,
    ArticleRecord,
    Clause,
    Date,
    Fact,
    MadeBy,
    Money,
    Party,
    Record,
    SourceRecord,
    SpanText,
)


class OffsetError(AssertionError):
    """A mention's text is not what stands at its offsets: a fault of newsfacts, never of the input."""


def assemble(
    article: Article,
    parties: Sequence[Party],
    money: Sequence[Money],
    dates: Sequence[Date],
    clauses: Sequence[Clause],
    facts: Sequence[tuple[Draft, Span, Sequence[Span]]],
    made_by: MadeBy,
) -> Record:
    """The record of `article`. `facts` are drafts with the span of their evidence and of their repetitions.

    Raises OffsetError if any span does not round-trip.
    """
    text = article.text
    by_id = {m.id: m for m in money}
    record = Record(
        article=_article(article),
        parties=tuple(parties),
        money=tuple(money),
        dates=tuple(dates),
        clauses=tuple(clauses),
        facts=tuple(
            _fact(f"F{number}", draft, evidence, again, by_id, text)
            for number, (draft, evidence, again) in enumerate(facts, 1)
        ),
        made_by=made_by,
    )
    for span in _spans(record):
        if text[span.start : span.end] != span.text:
            raise OffsetError(f"{span.text!r} is not at {span.start}:{span.end} of the article")
    return record


def empty_record(article: Article, made_by: MadeBy) -> Record:
    """The record of an article that is not analysed (its language is not English)."""
    return Record(article=_article(article), made_by=made_by)


def cut(text: str, span: Span) -> SpanText:
    """The span with its words."""
    return SpanText(start=span[0], end=span[1], text=text[span[0] : span[1]])


def _article(article: Article) -> ArticleRecord:
    digest = hashlib.sha256(article.text.encode("utf-8") + b"\0" + (article.published or "").encode())
    source = article.source
    return ArticleRecord(
        id=f"sha256:{digest.hexdigest()}",
        title=article.title,
        authors=tuple(article.authors),
        publisher=article.publisher,
        published=article.published,
        published_from=article.published_from,
        language=article.language,
        tickers=tuple(article.tickers),
        source=SourceRecord(
            path=source.path,
            line=source.line,
            url=source.url,
            media_type=source.media_type,
            sha256=source.sha256,
            text_of=source.text_of,
        ),
        text=article.text,
        warnings=tuple(article.warnings),
    )


def _fact(id_: str, draft: Draft, evidence: Span, again: Sequence[Span], money: dict[str, Money], text: str) -> Fact:
    unknown = set(draft.keys) - set(OPTIONAL_FACT_KEYS)
    if unknown:
        raise KeyError(f"rule {draft.rule} sets keys that no fact has: {sorted(unknown)}")
    return Fact(
        id=id_,
        type=draft.type,
        subject=draft.subject,
        object=draft.object,
        subject_text=_words(text, draft.subject_text),
        object_text=_words(text, draft.object_text),
        amount=_amount(money[draft.money], draft.keys.get("metric") in _LOSSES) if draft.money else None,
        money=draft.money,
        date=draft.date,
        status=draft.status,
        negated=draft.negated,
        source=draft.source,
        evidence=cut(text, evidence),
        mentions=tuple(cut(text, span) for span in again),
        rule=draft.rule,
        cues=tuple(cut(text, span) for span in sorted(set(draft.cues))),
        **draft.keys,
    )


def _words(text: str, span: Span | None) -> str | None:
    return text[span[0] : span[1]] if span else None


#: Metrics that are losses by their name: "a net loss of $(3.6)M" is one of 3.6 million.
_LOSSES = ("net_loss", "operating_loss", "deficit")


def _amount(money: Money, loss: bool = False) -> Amount | None:
    if money.amount is None and money.min is None and money.max is None:
        return None
    value, low, high = money.amount, money.min, money.max
    if loss:
        value = abs(value) if value is not None else None
        low, high = (-high, -low) if low is not None and high is not None and high < 0 else (low, high)
    return Amount(currency=money.currency, value=value, min=low, max=high, per=money.per)


def _spans(record: Record) -> Iterable[SpanText]:
    for party in record.parties:
        yield from party.mentions
    yield from record.money
    yield from record.dates
    yield from record.clauses
    for fact in record.facts:
        yield fact.evidence
        yield from fact.mentions
        yield from fact.cues
