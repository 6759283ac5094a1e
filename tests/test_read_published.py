"""Publication dates in datelines, metadata and file names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read import article_from_text
from pipeline.read.layout import default_layout

DATES = default_layout().dates

DATELINES = [
    ("martes, 5 de marzo de 2024, 7:05 pm ET3 min de lectura", "2024-03-05T19:05:00-05:00"),
    ("viernes, 12 de julio de 2024, 8:51 am ET2 min de lectura", "2024-07-12T08:51:00-04:00"),
    ("May 3, 2011", "2011-05-03"),
    ("Published 4 March 2024 09:15 GMT", "2024-03-04T09:15:00+00:00"),
    ("Published: 12:30 BST, 4 June 2024 | Updated: 14:02 BST, 5 June 2024", "2024-06-04T12:30:00+01:00"),
    ("Updated 9:15 a.m. EST, March 4, 2024", "2024-03-04T09:15:00-05:00"),
    ("Published Mon, Mar 4 20249:15 AM EST", "2024-03-04T09:15:00-05:00"),
    ("Last Updated : 04 Mar 2024, 09:15 AM IST", "2024-03-04T09:15:00+05:30"),
    ("Mon., March 4, 2024 at 12:05 a.m. CST", "2024-03-04T00:05:00-06:00"),
    ("March 4, 2024 / 9:15 PM PDT / Harbour News", "2024-03-04T21:15:00-07:00"),
    ("Thu 17 Oct 2024 08.51 CEST", "2024-10-17T08:51:00+02:00"),
    ("March 4, 2024 9:15 AM UTC · Updated 3 hours ago", "2024-03-04T09:15:00+00:00"),
    ("2024-03-04T09:15:00Z", "2024-03-04T09:15:00+00:00"),
    ("2024-03-04 09:15", "2024-03-04T09:15:00"),
    ("4. März 2024, 17:30 Uhr", "2024-03-04T17:30:00"),
    ("Publié le 4 mars 2024 à 17h30", "2024-03-04T17:30:00"),
    ("lundi 4 mars 2024", "2024-03-04"),
    ("4 de março de 2024 às 09:15", "2024-03-04T09:15:00"),
    ("4 marzo 2024", "2024-03-04"),
    ("2024年3月4日", "2024-03-04"),
    ("Stand: 04.03.2024", "2024-03-04"),
    ("13/02/2024", "2024-02-13"),
    ("03/04/2024 10:00 AM EST", "2024-03-04T10:00:00-05:00"),
    ("04/03/2024 10:00 GMT", "2024-03-04T10:00:00+00:00"),
    ("Harbour Ledger, 4th March 2024", "2024-03-04"),
    ("4-Mar-2024", "2024-03-04"),
]
BODY = "The port of Varna has agreed to lease its northern quay to a Danish operator for twenty years, it said."


@pytest.mark.parametrize(("line", "value"), DATELINES)
def test_dateline_under_a_headline(line, value):
    article = article_from_text(f"Varna leases quay to Danish operator\n\n{line}\n{BODY}\n")
    assert (article.published, article.published_from) == (value, "text")
    assert [block.role for block in article.blocks] == ["headline", "dateline", "body"]
    assert article.warnings == []


WIRE = [
    ("VARNA, Bulgaria, Oct. 28, 2025 (HARBOUR WIRE) — Quayline AD today announced a lease.", "2025-10-28"),
    (
        "LUND, SE, June 06, 2024 /77-Release/ -- Quayline AD, an operator of ports, has signed a lease.",
        "2024-06-06",
    ),
    ("LUND, Sweden - November 12, 2025 (QUAYWIRE) - Quayline AD is investing in a quay.", "2025-11-12"),
    (
        "FORT ADA, FL - (QuayWire) - December 30, 2024 - QUAYLINE LP (OTC:QLNE) - Quayline said so.",
        "2024-12-30",
    ),
    (
        "LUND, SE -- August 13th, 2025 -- Quayline AD (OMX: QLNE): It updates its figures for the quarter.",
        "2025-08-13",
    ),
]


@pytest.mark.parametrize(("line", "value"), WIRE)
def test_press_release_dateline_stays_body(line, value):
    article = article_from_text(f"Quayline signs lease in Varna\n\n{line}\n{BODY}\n")
    assert (article.published, article.published_from) == (value, "text")
    assert [block.role for block in article.blocks] == ["headline", "body", "body"]


NO_DATE = [
    "LONDON, March 4 (Harbour Wire) - Quayline AD signed a lease on Monday, it said in a statement to the market.",
    "04/03/2024",
    "June 31, 2024",
    "On March 4, 2024 the port of Varna signed the lease with its Danish partner and paid the first instalment.",
    "The fair opens on October 14, 2025, from 5:30 to 8:00 p.m. in the old customs house, the organisers said.",
    "MARCH 2024",
    "yesterday at 5 pm",
]


@pytest.mark.parametrize("line", NO_DATE)
def test_no_date_is_guessed(line):
    article = article_from_text(f"Quayline signs lease in Varna\n\n{line}\n{BODY}\n")
    assert (article.published, article.published_from) == (None, None)
    assert len(article.warnings) == 1
    assert "no publication date" in article.warnings[0]


def test_published_beats_updated_and_dateline():
    text = f"Varna leases quay\n\nUpdated May 9, 2024\nFirst published May 3, 2024\n{BODY}\n"
    assert article_from_text(text).published == "2024-05-03"


@pytest.mark.parametrize(
    "note", ["This article was first published on May 3, 2024.", "Published in The Ledger, May 3rd, 2024"]
)
def test_note_under_the_text(note):
    article = article_from_text(f"Varna leases quay\n\n{BODY}\n{BODY}\n{note}\n")
    assert (article.published, article.blocks[-1].role) == ("2024-05-03", "dateline")


def test_precedence_given_text_file_name():
    from pipeline.mentions import Source

    text = f"Varna leases quay\n\nMay 3, 2024\n{BODY}\n"
    source = Source(path="2020-01-02-varna.txt")
    given = article_from_text(text, published="2019-05-06", source=source)
    assert (given.published, given.published_from) == ("2019-05-06", "option")
    assert article_from_text(text, source=source).published_from == "text"
    named = article_from_text(BODY, source=source)
    assert (named.published, named.published_from) == ("2020-01-02", "filename")


def test_given_date_that_is_none_is_ignored_with_a_warning():
    article = article_from_text(BODY, published="last spring")
    assert article.published is None
    assert len(article.warnings) == 2
    assert "last spring" in article.warnings[0]


METADATA = [
    ("2024-03-04", "2024-03-04"),
    ("2024-03-04T09:15:00-05:00", "2024-03-04T09:15:00-05:00"),
    ("2024-03-04T09:15:00.123456+0530", "2024-03-04T09:15:00+05:30"),
    ("2024-03-04T09:15Z", "2024-03-04T09:15:00+00:00"),
    ("Mon, 04 Mar 2024 09:15:00 +0100", "2024-03-04T09:15:00+01:00"),
    ("Mon, 4 Mar 2024 09:15:00 GMT", "2024-03-04T09:15:00+00:00"),
    ("20240304", "2024-03-04"),
    ("20240304T091500Z", "2024-03-04T09:15:00+00:00"),
    ("1709543700", "2024-03-04T09:15:00+00:00"),
    ("26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"),
    ("March 4, 2024", "2024-03-04"),
    ("2024", None),
    ("2024-03", None),
    ("2024-13-40", None),
    ("", None),
    ("soon", None),
]


@pytest.mark.parametrize(("value", "iso"), METADATA)
def test_metadata(value, iso):
    assert DATES.iso(value) == iso


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("2024-03-04-quay.txt", "2024-03-04"), ("quay_20240304.txt", "2024-03-04"), ("quay.2024.03.04.html", "2024-03-04"),
        ("quay-2024.txt", None), ("20241399.txt", None), ("order-120240304.txt", None), ("quay.txt", None),
    ],
)  # fmt: skip
def test_file_name(name, iso):
    assert DATES.of_file_name(name) == iso


@given(st.dates(min_value=__import__("datetime").date(1900, 1, 1), max_value=__import__("datetime").date(2099, 12, 31)))
def test_written_dates_round_trip(day):
    for form in ("%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%b. %d, %Y"):
        assert [found.value for found in DATES.find(day.strftime(form))] == [day.isoformat()]


@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text):
    for found in DATES.find(text):
        assert 0 <= found.start < found.end <= len(text)
    DATES.iso(text)


METADATA = [
    ("VARNA, March 14, 2017 (Quaywire) - Quayline AD has leased a quay.", "2024-12-29", "2017-03-14", "text"),
    ("VARNA, March 14, 2017 (Quaywire) - Quayline AD has leased a quay.", "2017-03-01", "2017-03-14", "text"),
    # a time zone's day, a slip of the year, and a date of an update say nothing against the metadata
    (
        "VARNA, March 14, 2017 (Quaywire) - Quayline AD has leased a quay.",
        "2017-03-15T00:30:00+02:00", "2017-03-15T00:30:00+02:00", "metadata",
    ),
    ("VARNA, Jan. 14, 2016 (Quaywire) - Quayline AD has leased a quay.", "2017-01-14", "2017-01-14", "metadata"),
    ("Updated 14 March 2019\n" + BODY, "2017-03-14", "2017-03-14", "metadata"),
    (BODY, "2017-03-14", "2017-03-14", "metadata"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "given", "published", "origin"), METADATA)
def test_a_dateline_overrules_metadata_of_another_day(text, given, published, origin):
    article = article_from_text(
        f"Varna leases quay to Danish operator\n\n{text}\n", published=given, published_from="metadata", of_page=True
    )
    assert (article.published, article.published_from) == (published, origin)
    said = [f"the page says {given}, the dateline {published}: the dateline is taken"]
    assert article.warnings == (said if origin == "text" else [])


@pytest.mark.parametrize("origin", ["option", "metadata"])
def test_a_date_that_the_user_or_a_database_gives_stands(origin):
    text = "Varna leases quay\n\nVARNA, March 14, 2017 (Quaywire) - Quayline AD has leased a quay.\n"
    article = article_from_text(text, published="2024-12-29", published_from=origin)
    assert (article.published, article.published_from, article.warnings) == ("2024-12-29", origin, [])


def test_the_first_day_of_unix_time_is_no_date():
    head = "Varna leases quay\n\nPublished: 01/01/1970 00:00\nLast modified: 01/01/1970 00:00\n\n"
    article = article_from_text(f"{head}VARNA, March 14, 2017 (Quaywire) - Quayline AD has leased a quay.\n")
    assert (article.published, article.published_from) == ("2017-03-14", "text")
    article = article_from_text(f"Varna leases quay\n\n{BODY}\n", published="1970-01-01T00:00:00Z", published_from="metadata")
    assert article.published is None
    assert article.warnings[0] == "published '1970-01-01T00:00:00Z' is no date that can be read: ignored"
