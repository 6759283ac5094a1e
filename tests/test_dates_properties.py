"""Dates under any input, dates that read back to themselves, and the arithmetic of the calendar."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from datetime import date, timedelta
from re import _constants as constants
from re import _parser as parser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.find.dates import DateFinder, DatePatterns
from pipeline.normalise import timex
from pipeline.normalise.dates import DateNormaliser
from pipeline.patterns import PatternError, Patterns

PATTERNS = Patterns()
DATES = PATTERNS.load("dates.toml", DatePatterns)
FINDER = DateFinder(PATTERNS)
NORMALISER = DateNormaliser(PATTERNS)
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SHORT = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

#: Every word that the patterns know, to build expressions that no one wrote.
WORDS = [
    *sorted({word for words in (*DATES.words.values(), *DATES.capital.values()) for word in words}),
    "of", "the", "a", "to", "from", "in", "2024", "31", "30", "3rd", "Q3", "1H25", "FY2025", "1990s", "10/31/1974", "12:30",
    "99", "0", "ago", "end", "9999", "Feb", "29", "12", "half", "'", "May", "March", "last", "next",
]  # fmt: skip


def read(text: str, published: str | None = "2024-10-18", **options):
    return NORMALISER.records(text, FINDER.find(text), published, **options)


def check_offsets(text: str, published: str | None) -> None:
    mentions = FINDER.find(text)
    found = NORMALISER.records(text, mentions, published)
    ends = [0, *(mention.end for mention in mentions)]
    assert all(mention.start >= end for mention, end in zip(mentions, ends, strict=False))
    assert [record.id for record in found] == [f"D{number}" for number in range(1, len(found) + 1)]
    for record in found:
        assert text[record.start : record.end] == record.text != ""
        assert (record.from_ is None) == (record.to is None)
        assert record.from_ is None or record.from_ <= record.to


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_any_text_gives_offsets_that_round_trip(text: str) -> None:
    check_offsets(text, "2024-10-18")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=9), st.sampled_from([" ", " ", "-", ", "]), st.sampled_from(
    ["2024-10-18", "2024-02-29T08:00:00+00:00", "0001-01-01", "9999-12-31", None]))  # fmt: skip
def test_any_words_of_dates_give_offsets_that_round_trip(words: list[str], joint: str, published: str | None) -> None:
    check_offsets(joint.join(words), published)


FORMS = {
    "2024-10-18": lambda day: day.isoformat(),
    "October 18, 2024": lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    "Oct. 18, 2024": lambda day: f"{SHORT[day.month - 1]} {day.day}, {day.year}",
    "Friday, October 18, 2024": lambda day: f"{WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}, {day.year}",
    "October 18th 2024": lambda day: f"{MONTHS[day.month - 1]} {day.day}{suffix(day.day)} {day.year}",
    "18 October 2024": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "the 18th of October, 2024": lambda day: f"the {day.day}{suffix(day.day)} of {MONTHS[day.month - 1]}, {day.year}",
    "18-Oct-2024": lambda day: f"{day.day}-{MONTHS[day.month - 1][:3]}-{day.year}",
    "10/18/2024": lambda day: f"{day.month}/{day.day}/{day.year}",
    "18.10.2024": lambda day: f"{day.day}.{day.month}.{day.year}",
}


def suffix(day: int) -> str:
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@settings(max_examples=300, deadline=None)
@given(DAYS, st.sampled_from(sorted(FORMS)))
def test_a_date_in_any_form_reads_back(day: date, form: str) -> None:
    text = f"It was signed on {FORMS[form](day)} in Omsk."
    found = read(text)
    assert len(found) == 1
    assert (found[0].value, found[0].from_, found[0].to) == (
        day.isoformat(),
        day.isoformat(),
        day.isoformat(),
    )
    assert found[0].text == FORMS[form](day)


@settings(max_examples=100, deadline=None)
@given(DAYS)
def test_day_first_reads_back(day: date) -> None:
    found = read(f"It was signed on {day.day}/{day.month}/{day.year} in Leeds.", day_first=True)
    assert [record.value for record in found] == [day.isoformat()]


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2068, 12, 31)))
def test_partial_dates_read_back(day: date) -> None:
    quarter = timex.quarter_of(day)
    text = f"It grew in {MONTHS[day.month - 1]} {day.year}, in Q{quarter} {day.year} and in the year {day.year}."
    assert [record.value for record in read(text)] == [
        f"{day.year}-{day.month:02d}", f"{day.year}-Q{quarter}", f"{day.year}"]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(DAYS, DAYS)
def test_weekday_after_a_past_verb_is_at_most_six_days_back(day: date, published: date) -> None:
    found = read(f"He left on {WEEKDAYS[day.weekday()]}.", published.isoformat())
    assert len(found) == 1
    resolved = date.fromisoformat(found[0].value)
    assert resolved.weekday() == day.weekday()
    assert 0 <= (published - resolved).days <= 6


@given(DAYS, st.integers(-400, 400))
def test_months_add_as_on_a_calendar(day: date, months: int) -> None:
    moved = timex.add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)


def test_a_month_after_31_january() -> None:
    assert timex.add_months(date(2023, 1, 31), 1) == date(2023, 2, 28)
    assert timex.add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert timex.add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)


@pytest.mark.parametrize(
    "text", ["31 June 2024", "June 31, 2024", "February 30, 2024", "Feb. 29, 2023", "31 September"]
)
def test_an_impossible_day_stays_text_without_value(text: str) -> None:
    found = read(f"It was signed on {text}.")
    assert len(found) == 1
    assert (found[0].text, found[0].value, found[0].from_, found[0].to) == (text, None, None, None)


UNANCHORED = {
    "He left on Thursday.": "XXXX-WXX-4",
    "It was sold on Oct. 17.": "XXXX-10-17",
    "It was sold in May.": "XXXX-05",
    "Sales rose in the third quarter.": "XXXX-Q3",
    "Sales rose last year.": "XXXX",
    "It fell this week.": "XXXX-WXX",
    "It opened yesterday.": "XXXX-XX-XX",
    "It left two weeks ago.": "XXXX-XX-XX",
    "It closed this summer.": "XXXX-SU",
    "It closed on Christmas Eve.": "XXXX-12-24",
    "It opened years ago.": "PAST_REF",
}


@pytest.mark.parametrize(("text", "value"), UNANCHORED.items())
def test_without_publication_nothing_is_filled(text: str, value: str) -> None:
    found = read(text, None)
    assert len(found) == 1
    assert (found[0].value, found[0].from_, found[0].to, found[0].anchor) == (value, None, None, None)


def test_three_fields_are_kept_apart() -> None:
    (found,) = read("The mayor spoke on Thursday.")
    assert (found.text, found.meaning, found.value, found.anchor) == (
        "Thursday",
        "XXXX-WXX-4",
        "2024-10-17",
        "published",
    )
    first, second = read("It failed in 2019 and reopened a year later.")
    assert (second.meaning, second.value, second.anchor) == ("anchor+P1Y", "2020", first.id)


def test_mod_and_days_of_an_edge() -> None:
    (found,) = read("It will open in late June 2025.")
    assert (found.value, found.mod, found.from_, found.to) == ("2025-06", "END", "2025-06-01", "2025-06-30")


def test_days_of_an_anchored_duration() -> None:
    (found,) = read("It rose over the past 12 months.")
    assert (found.type, found.value, found.from_, found.to) == (
        "DURATION",
        "P12M",
        "2023-10-18",
        "2024-10-17",
    )


def test_numeric_dates_follow_the_other_dates_of_the_text() -> None:
    text = "It met on 23/07/2025. It was signed on 04/08/2025."
    assert [record.value for record in read(text)] == ["2025-07-23", "2025-08-04"]
    assert [record.value for record in read("It was signed on 04/08/2025.")] == ["2025-04-08"]


FOREIGN = {
    "viernes, 18 de octubre de 2024": "2024-10-18",
    "le 3 février 2023": "2023-02-03",
    "Montag, 4. März 2024": "2024-03-04",
    "12 de dezembro de 2022": "2022-12-12",
    "giovedì 5 maggio 2022": "2022-05-05",
    "dinsdag 14 augustus 2018": "2018-08-14",
}


@pytest.mark.parametrize(("text", "value"), FOREIGN.items())
def test_datelines_of_other_languages(text: str, value: str) -> None:
    found = read(text)
    assert [record.value for record in found] == [value]


def test_a_dateline_with_time_and_zone() -> None:
    (found,) = read("viernes, 18 de octubre de 2024, 8:51 am ET")
    assert (found.type, found.value, found.from_) == ("TIME", "2024-10-18T08:51", "2024-10-18")


HOLIDAYS = {
    ("easter 0", 2024): "2024-03-31",
    ("orthodox 0", 2024): "2024-05-05",
    ("islamic 10 1", 2024): "2024-04-10",
    ("hebrew 7 1", 2024): "2024-10-03",
    ("hebrew 1 15", 2025): "2025-04-13",
    ("hebrew 12 14", 2024): "2024-03-24",
    ("nth 11 4 4 +1", 2024): "2024-11-29",
    ("hindu 7 30 18.5", 2024): "2024-10-31",
    ("hindu 7 30 18.5", 2023): "2023-11-12",
    ("hindu 1 1 6", 2018): "2018-03-18",
    ("hindu 12 15 18.5 +1", 2024): "2024-03-25",
}


@pytest.mark.parametrize(("rule", "day"), HOLIDAYS.items())
def test_holidays_fall_on_their_day(rule: tuple[str, int], day: str) -> None:
    from pipeline.normalise.holidays import holiday

    assert holiday([rule[0].split()], rule[1], DATES.tables) == date.fromisoformat(day)


def test_published_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="published: 'soon' is no ISO 8601 date"):
        read("He left on Thursday.", "soon")


def test_a_rule_with_an_unknown_class_is_refused(tmp_path) -> None:
    source = (PATTERNS.folder / "dates.toml").read_text(encoding="utf-8")
    (tmp_path / "dates.toml").write_text(
        source.replace('pattern = "ref:overnight"', 'pattern = "ref:NOSUCH"'), encoding="utf-8"
    )
    with pytest.raises(PatternError, match=r"duration\.overnight: no word and no shape is called 'NOSUCH'"):
        DateFinder(Patterns(tmp_path))


@pytest.mark.parametrize(
    "piece",
    [
        "the ",
        "2024-",
        "one hundred ",
        "last ",
        "a few ",
        "Oct. ",
        "10:",
        "'",
        "12/",
        "twenty-",
        "of ",
        "Q3 the quarter, ",
        "two years before ",
        "in 2 weeks ",
        "the year before, ",
        "Aug. 3 and ",
    ],
)
def test_time_grows_with_the_length_of_the_text_only(piece: str) -> None:
    short, long = piece * 500, piece * 4_000
    begin = time.process_time()
    read(short)
    middle = time.process_time()
    read(long)
    end = time.process_time()
    assert end - middle < 30 * (middle - begin) + 0.5

# ------------------------------------------------------------------------------ every rule against made-up matches


def _made_up(tree: Iterable[Any], words: dict[str, list[str]], chance: random.Random) -> list[str]:
    """Symbols that a rule's regex may match, by a random walk over it; look-arounds are only tried."""
    made: list[str] = []
    nodes = list(tree)
    for at, (kind, value) in enumerate(nodes):
        if kind is constants.LITERAL:
            made.append(chr(value))
        elif kind is constants.IN:
            made.append(chance.choice([chr(symbol) for _, symbol in value if chr(symbol) in words]))
        elif kind is constants.BRANCH:
            made += _made_up(chance.choice(value[1]), words, chance)
        elif kind is constants.SUBPATTERN:
            made += _made_up(value[3], words, chance)
        elif kind is constants.MAX_REPEAT:
            least, most, repeated = value
            for _ in range(chance.randint(least, min(int(most), least + 1))):
                made += _made_up(repeated, words, chance)
        elif kind is constants.ASSERT and (value[0] < 0 or at == len(nodes) - 1):
            made += _made_up(value[1], words, chance)
    return made


GRAMMAR = FINDER._grammar
RULES = {rule.id: rule for start in GRAMMAR.by_first.values() for rule in start._rules}


@pytest.mark.parametrize("rule", sorted(RULES))
def test_whatever_a_rule_may_match_is_read(rule: str) -> None:
    """Found by it: "its half-year to June" and "12-month-period ended" raised KeyError."""
    words: dict[str, list[str]] = {}
    for word, symbol in GRAMMAR.known.items():
        words.setdefault(symbol, []).append(word)
    chance = random.Random(rule)
    tree = parser.parse(RULES[rule].regex.pattern)
    for number in range(40):
        tokens = [chance.choice(words[symbol]) for symbol in _made_up(tree, words, chance)]
        phrase = "".join(token if token[0] in ",.;:'’-–" else f" {token}" for token in tokens)
        text = f"It said{phrase}, and rose." if number % 2 else f"{phrase.strip().capitalize()} they agreed."
        published = ("2024-10-18", "2024-02-29", None)[number % 3]
        check_offsets(text, published)
