"""Makes an Article of a text and what is known about it: layout, language, publication date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from ..mentions import Article, Source
from . import language as languages
from .base import mend_surrogates
from .layout import Layout, default_layout
from .published import is_unset

_ENGLISH = {"eng": "en", "english": "en"}
NO_DATE = "no publication date found: relative dates stay unresolved; give one with --published"


def article_from_text(
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    authors: Iterable[str] = (),
    url: str | None = None,
    language: str | None = None,
    source: Source | None = None,
    published_from: str = "option",
    of_page: bool = False,
    fallback_published: str | None = None,
    warnings: Iterable[str] = (),
    layout: Layout | None = None,
) -> Article:
    """The article that `text` is, its non-empty lines as blocks with their roles.

    `published` is any absolute date (ISO 8601, RFC 2822, written out) and comes from `published_from`;
    where it is a page's own markup (`of_page`), a dateline in the text that says another day is taken instead,
    with a warning: pages are imported and saved anew. Without `published` the text's dateline is taken, then
    `fallback_published` (a container's date), then the name of `source.path`, then none, with a warning. A lone
    surrogate of `text` becomes U+FFFD, with a warning.
    Raises TypeError when `text` is no string.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a string, not {type(text).__name__}")
    layout = layout or default_layout()
    notes = list(warnings)
    text = _without_surrogates(text, notes)
    analysis = layout.analyse(text, title)
    article = Article(
        text=text,
        title=_clean(title) or analysis.headline,
        authors=[mend_surrogates(author) for author in authors] or analysis.authors,
        publisher=_clean(publisher),
        tickers=analysis.tickers,
        source=source or Source(url=_clean(url)),
        blocks=analysis.blocks,
        warnings=notes,
    )
    _date(article, layout, published, published_from, analysis.published)
    if of_page and article.published_from == "metadata" and analysis.dateline:
        _prefer_dateline(article, analysis.dateline)
    _fall_back(article, layout, fallback_published)
    _name_language(article, language, layout)
    return article


def _clean(value: str | None) -> str | None:
    return mend_surrogates(value) if value else None


def _without_surrogates(text: str, notes: list[str]) -> str:
    mended = mend_surrogates(text)  # one character for one: offsets hold
    if mended != text:
        notes.append("lone surrogates in the text were replaced by U+FFFD")
    return mended


def _date(article: Article, layout: Layout, given: str | None, given_from: str, in_text: str | None) -> None:
    if given:
        article.published = layout.dates.iso(given)
        if article.published and given_from == "metadata" and is_unset(article.published):
            article.published = None
        article.published_from = given_from if article.published else None
        if not article.published:
            article.warnings.append(f"published {given[:60]!r} is no date that can be read: ignored")
    if not article.published and in_text:
        article.published, article.published_from = in_text, "text"


def _prefer_dateline(article: Article, dateline: str) -> None:
    """Take the dateline's day where the page's markup says another one: that is when it was saved or moved.

    A day apart is a matter of time zones. The same day of another year is a slip of the pen: 3 of the 36 press
    releases, of 1,367, whose dateline and metadata disagree; the others' metadata is a month's end or a later day.
    """
    stated, said = article.published or "", date.fromisoformat(dateline[:10])
    if abs((date.fromisoformat(stated[:10]) - said).days) <= 1 or stated[4:10] == dateline[4:10]:
        return
    article.published, article.published_from = dateline, "text"
    article.warnings.append(f"the page says {stated[:10]}, the dateline {dateline[:10]}: the dateline is taken")


def _fall_back(article: Article, layout: Layout, container: str | None) -> None:
    if not article.published and container and (value := layout.dates.iso(container)):
        article.published, article.published_from = value, "metadata"
    if not article.published and article.source.path:
        article.published = layout.dates.of_file_name(PurePosixPath(article.source.path).name)
        article.published_from = "filename" if article.published else None
    if not article.published:
        article.warnings.append(NO_DATE)


def _name_language(article: Article, given: str | None, layout: Layout) -> None:
    if given:
        code = given.strip().lower().replace("_", "-").split("-")[0]
        code = _ENGLISH.get(code, code)
        # other names of languages ("spanish", "spa") are left to the identifier
        article.language = code if len(code) == 2 and code.isalpha() else None
    if not article.language:
        article.language = languages.identify(_body(article), layout.english)
    if article.language not in (None, "en"):
        article.warnings.append(
            f"the article is in language {article.language!r}, not English: no facts are extracted"
        )


def _body(article: Article) -> str:
    """The first body text, the whole text where no line is body."""
    parts: list[str] = []
    length = 0
    for block in article.blocks:
        if block.role in ("body", "bullet") and length < languages.SAMPLE:
            parts.append(article.text[block.start : min(block.end, block.start + languages.SAMPLE)])
            length += len(parts[-1])
    return "\n".join(parts) or "\n".join(
        article.text[b.start : b.end] for b in article.blocks if b.role in ("headline", "subheading")
    )
