"""A record for the eyes: its facts as sentences, its text with every mention coloured by kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from .records import Amount, Clause, Fact, Record, SpanText, plain

#: Colour of each kind of mention; where two meet, the later of these wins.
STYLES = {"clause": "on grey23", "party": "bold cyan", "date": "magenta", "money": "bold green"}


def load(file: Path, published: str | None, options: dict[str, Any]) -> Iterator[Record | str]:
    """The records of a file: those it holds (a dataset's `articles.jsonl`), or those of its articles.

    A line of text says why an input gives no record. `options` are those of `Extractor`.
    """
    if _is_dataset(file):
        from .evaluate import read_records

        yield from read_records(file)
        return
    from .extractor import Extractor
    from .read import Reject, read_inputs

    extractor = None
    for item in read_inputs([file], published=published):
        if isinstance(item, Reject):
            yield f"rejected {item.path} ({item.stage}): {item.reason}"
        else:
            extractor = extractor or Extractor(**options)
            yield extractor.extract(item)


def _is_dataset(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(40).startswith(b'{"schema_version":')


def print_record(record: Record, why: bool = False, console: Console | None = None) -> None:
    """Print title, facts and clauses as sentences, and the coloured text; with `why`, rules and cues too."""
    console = console or Console(highlight=False)
    article, names = record.article, {party.id: party.name for party in record.parties}
    console.print(Text(article.title or article.source.path or "untitled", style="bold"))
    published = article.published or "publication date unknown"
    console.print(Text(f"{published} · {article.language or 'language unknown'}", style="dim"))
    for warning in article.warnings:
        console.print(Text(f"warning: {warning}", style="yellow"))
    _section(console, "Facts", [(fact_sentence(fact, names), fact) for fact in record.facts], why)
    _section(console, "Clauses", [(clause_sentence(clause, names), clause) for clause in record.clauses], why)
    console.print()
    console.print(coloured(record), soft_wrap=True)


def fact_sentence(fact: Fact, names: dict[str, str]) -> str:
    """A fact in one line: "Microsoft → OpenAI, investment, USD 13,000,000,000, 2023, completed"."""
    subject = names.get(fact.subject or "") or fact.subject_text or "?"
    target = names.get(fact.object or "") or fact.object_text
    parts = [f"{subject} → {target}" if target else subject, fact.type.replace("_", " ")]
    parts += [part for part in (fact.title, fact.change, fact.purpose, fact.metric, fact.period) if part]
    if fact.amount:
        parts.append(amount_words(fact.amount))
    if fact.stake:
        parts.append(f"stake {fact.stake}")
    if fact.seller:
        parts.append(f"from {names.get(fact.seller, fact.seller)}")
    if fact.date:
        parts.append(fact.date)
    parts.append(f"not {fact.status}" if fact.negated else fact.status)
    if fact.source:
        parts.append(f"says {names.get(fact.source, fact.source)}")
    return ", ".join(parts)


def clause_sentence(clause: Clause, names: dict[str, str]) -> str:
    """A clause in one line: its type, its status, whom it binds, and what triggers what."""
    parts = [clause.type.replace("_", " "), clause.status.replace("_", " ")]
    parts += [names.get(party, party) for party in clause.parties]
    if clause.trigger or clause.effect:
        parts.append(f"{clause.trigger or '…'} ⇒ {clause.effect or '…'}")
    return ", ".join(parts)


def amount_words(amount: Amount) -> str:
    """An amount with its currency: "USD 1,000 to 2,000 per share"."""
    figures = [amount.value] if amount.value is not None else [amount.min, amount.max]
    words = " to ".join(_grouped(figure) for figure in figures if figure is not None)
    per = f" per {amount.per}" if amount.per else ""
    return f"{amount.currency or '?'} {words}{per}"


def coloured(record: Record) -> Text:
    """The article's text with every mention in the colour of its kind."""
    text = Text(record.article.text)
    for kind, style in STYLES.items():
        for start, end in _spans(record, kind):
            text.stylize(style, start, end)
    return text


def _spans(record: Record, kind: str) -> Iterator[tuple[int, int]]:
    kinds: dict[str, Iterable[SpanText]] = {
        "clause": record.clauses,
        "party": (mention for party in record.parties for mention in party.mentions),
        "date": record.dates,
        "money": record.money,
    }
    for mention in kinds[kind]:
        yield mention.start, mention.end


def _section(console: Console, name: str, lines: list[tuple[str, Fact | Clause]], why: bool) -> None:
    if not lines:
        return
    console.print(Text(f"\n{name}", style="underline"))
    for sentence, found in lines:
        console.print(Text(f"  {found.id}  {sentence}"), soft_wrap=True)
        if why:
            quote = found.evidence if isinstance(found, Fact) else found
            cues = ", ".join(f"“{cue.text}”" for cue in found.cues)
            console.print(Text(f"      rule {found.rule} on {cues or 'no cue'}", style="dim"), soft_wrap=True)
            console.print(
                Text(f"      {quote.start}–{quote.end} “{quote.text}”", style="dim"), soft_wrap=True
            )


def _grouped(number: Decimal) -> str:
    """Thousands separated, the decimals as they are."""
    whole, dot, decimals = plain(number).partition(".")
    return f"{int(whole):,}{dot}{decimals}"
