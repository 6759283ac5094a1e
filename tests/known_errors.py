"""The ledger of known errors: `tests/known_errors.txt` lists, article by article, what differs from the gold of corpus/.

A line is an entry of gold with its faults (`missed`, or which of its values are wrong), or one found that gold does not
have (`too much`). Totals, as the gate pins them, hide a loss behind a gain; here every single one shows. What is found
instead of the right value is left out: `newsfacts evaluate corpus --errors` tells it, and a wrong value that becomes
another wrong one is no news. `python -m tests.raise_floors` writes the ledger anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.evaluate.counts import ArticleScore, Item

LEDGER = Path(__file__).with_name("known_errors.txt")
HEAD = "# What is wrong in the articles of corpus/, written by `python -m tests.raise_floors`."

MISSED, TOO_MUCH = "missed", "too much"
#: What an error is about, kind first, and its faults. Those that are too much may be there more than once.
Errors = Counter[tuple[str, tuple[str, ...]]]


def errors_of(article: ArticleScore) -> Errors:
    """What is wrong in an article."""
    return Counter((_about(item), item.faults) for item in article.items if item.faults)


def _about(item: Item) -> str:
    """Kind, and what gold says (or what is too much); a number tells apart what gold says more than once."""
    said = re.split(r"\n| \(found ", item.label)[0]
    number = re.search(r"#(\d+)$", item.key)
    again = f" #{number[1]}" if number and number[1] != "1" else ""
    return " ".join(f"{item.kind}: {said}{again}".split())


def worse(known: Errors, now: Errors) -> list[str]:
    """The errors that are new: what was right and is wrong, has a fault more, or is found beyond all that gold has.

    One error that takes another's place is not new: a missed entry that is found with a fault, or of equally many that
    are too much of a kind, another one.
    """
    before = {about: set(faults) for about, faults in known if faults != (TOO_MUCH,)}
    lines = []
    for about, faults in now:
        if faults == (TOO_MUCH,) or (had := before.get(about, set())) == {MISSED}:
            continue
        if more := [fault for fault in faults if fault not in had]:
            lines.append(_line(about, more))
    for kind, number in _extra(now).items():
        if number > _extra(known)[kind]:
            lines += [_line(*error) for error in (now - known).elements() if _is_extra(error, kind)]
    return sorted(lines)


def _extra(errors: Errors) -> Counter[str]:
    """How many entries of each kind are too much."""
    return Counter(about.split(":")[0] for about, faults in errors.elements() if faults == (TOO_MUCH,))


def _is_extra(error: tuple[str, tuple[str, ...]], kind: str) -> bool:
    return error[1] == (TOO_MUCH,) and error[0].startswith(f"{kind}:")


def _line(about: str, faults: Iterable[str]) -> str:
    kind, said = about.split(": ", 1)
    return f"{kind} {', '.join(faults)}: {said}"


def text_of(articles: Iterable[ArticleScore]) -> str:
    """The ledger: a heading an article that has errors, and a line an error, sorted."""
    lines = [HEAD]
    for article in sorted(articles, key=lambda article: article.stem):
        if errors := errors_of(article):
            lines += ["", article.stem, *sorted(f"  {_line(*error)}" for error in errors.elements())]
    return "\n".join(lines) + "\n"


def read(text: str) -> dict[str, Errors]:
    """The errors of a ledger by article. Raises ValueError for a line that is none."""
    ledger: dict[str, Errors] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        if not line.startswith("  "):
            errors = ledger.setdefault(line, Counter())
        elif match := re.fullmatch(r"  (\w+) ([\w, ]+): (.+)", line):
            errors[f"{match[1]}: {match[3]}", tuple(match[2].split(", "))] += 1
        else:
            raise ValueError(f"no error: {line!r}")
    return ledger


def differences(old: str, new: str) -> Iterator[str]:
    """Lines that two ledgers do not share, `-` before the old ones and `+` before the new ones, by article."""
    before, after = read(old), read(new)
    for stem in sorted({*before, *after}):
        was, now = before.get(stem, Counter()), after.get(stem, Counter())
        for sign, errors in (("-", was - now), ("+", now - was)):
            yield from sorted(f"{sign} {stem}: {_line(*error)}" for error in errors.elements())
