"""The towns of the world and their countries."""

from __future__ import annotations

import pycountry
import pytest

from pipeline.gazetteer import TOWNS, plain, towns


def test_each_line_holds_a_country_and_its_towns() -> None:
    head, *lines = TOWNS.read_text(encoding="utf-8").splitlines()
    assert "GeoNames" in head and "CC BY 4.0" in head
    assert len(lines) > 200
    codes = [line.partition("\t")[0] for line in lines]
    assert codes == sorted(set(codes))
    known = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    assert [code for code in codes if code not in known] == []
    names = [name for line in lines for name in line.partition("\t")[2].split("|")]
    assert len(names) > 30_000
    assert [name for name in names if len(name) < 4 or not name[0].isupper()] == []


@pytest.mark.parametrize(
    ("name", "country"),
    [("Kampala", "UG"), ("Honiara", "SB"), ("Perth", "AU"), ("Zürich", "CH"), ("Zurich", "CH"), ("Liège", "BE")],
)
def test_a_town_has_its_country(name: str, country: str) -> None:
    assert towns()[name] == country


@pytest.mark.parametrize("name", ["Cambridge", "Hamilton", "Kingston", "Victoria", "Newcastle", "Georgetown"])
def test_a_name_of_several_countries_is_left_out(name: str) -> None:
    assert name not in towns()


def test_plain_takes_marks_off() -> None:
    assert [plain(name) for name in ("São Tomé", "Kraków", "Perth")] == ["Sao Tome", "Krakow", "Perth"]
