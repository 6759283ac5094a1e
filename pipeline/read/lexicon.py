"""Reads a user's own names: `--lexicon FILE`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..patterns import PatternError


class Entry(NamedTuple):
    """What a user's lexicon says of one name: whose it is, of what kind, and whether it is a ticker."""

    name: str
    kind: str
    ticker: bool


def read_lexicon(path: Path) -> dict[str, Entry]:
    """Name, alias or ticker -> Entry. Lines: `name<TAB>kind[<TAB>alias…]`, tickers as `$ABCD`; `#`
    opens a comment.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PatternError(f"{path}: cannot be read as a lexicon ({error})") from error
    names: dict[str, Entry] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, *rest = (part.strip() for part in line.split("\t"))
        if not rest or rest[0] not in ("person", "company", "public_body", "organization"):
            raise PatternError(
                f"{path}:{number}: write name, tab, kind (person, company, public_body, organization), names"
            )
        for alias in (name, *(alias for alias in rest[1:] if alias)):
            names[alias.removeprefix("$")] = Entry(name, rest[0], alias.startswith("$"))
    return names
