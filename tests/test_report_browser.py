"""The report in a real browser: it opens from disk without a request or an error, and does what it says."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.report import write_report
from pipeline.rows import COLUMNS
from tests.report_support import HOSTILE, join_kestrel, write_dataset

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")

ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
VIEWS = ("overview", "facts", "timeline", "parties", "clauses", "articles", "article/1")


@pytest.fixture(scope="module")
def browser() -> Iterator:
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> str:
    return write_report(write_dataset(tmp_path_factory.mktemp("report") / "small")).as_uri()


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> str:
    return write_report(write_dataset(tmp_path_factory.mktemp("report") / "large", copies=1_000)).as_uri()


@pytest.fixture
def page(browser) -> Iterator:
    """A page that must end without an error, a warning or a request but for the file itself."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
    page.set_default_timeout(10_000)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith("file:") else faults.append(request.url))
    yield page
    page.close()
    assert [fault for fault in faults if not fault.startswith("data:,")] == []


def texts(page, selector: str) -> list[str]:
    return page.locator(selector).all_text_contents()


def open_view(page, address: str, view: str) -> None:
    page.goto(f"{address}#/{view}")
    page.locator(f"#{view.split('/')[0].split('?')[0]}:visible").wait_for()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("view", VIEWS)
def test_each_view_opens_and_nothing_hostile_runs(page, small, view, width):
    page.set_viewport_size({"width": width, "height": 800})
    open_view(page, small, view)
    assert page.locator(".view:visible").count() == 1
    assert page.evaluate("window.hacked") is None
    assert page.locator("main img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert "Invented" in page.content()


def test_hostile_words_are_shown(page, small):
    open_view(page, small, "article/1")
    assert HOSTILE in page.locator("#article .text").text_content()
    open_view(page, small, "facts?status=negated")
    assert texts(page, "#facts tr[data-row] .whom .name") == [HOSTILE]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["acquisition", "position", "payment", "payment"]),
        ("type=payment", ["payment", "payment"]),
        ("party=brandt", ["position"]),
        ("status=negated", ["payment"]),
        ("from=2024", ["acquisition"]),
        ("to=2020-06", ["payment"]),
        ("least=5m", ["acquisition", "payment"]),
        ("most=5,000,000", ["payment"]),
        ("currency=USD&type=acquisition", ["acquisition"]),
        ("q=chief executive", ["position"]),
        ("q=nothing of this", []),
    ],
)
def test_filters(page, small, query, expected):
    open_view(page, small, f"facts?{query}")
    assert texts(page, "#facts tr[data-row] td.type") == expected
    total = f"{len(expected)} of 4 facts" if query else "4 facts"
    assert page.locator("#facts .count").text_content() == total


def test_what_is_typed_filters_and_stands_in_the_address(page, small):
    open_view(page, small, "facts")
    page.get_by_label("At least").fill("100m")
    page.locator("#facts .count", has_text="1 of 4 facts").wait_for()
    assert page.url.endswith("#/facts?least=100m")
    page.get_by_label("At least").fill("much")
    page.locator("#facts-least[aria-invalid=true]").wait_for()
    assert page.locator("#facts .count").text_content() == "4 facts"
    page.get_by_role("button", name="Clear filters").click()
    assert page.url.endswith("#/facts")


def test_sorting_puts_what_is_empty_last(page, small):
    open_view(page, small, "facts")
    amounts = "#facts tr[data-row] td.amount"
    head = page.get_by_role("columnheader", name="Amount")
    head.get_by_role("button").click()
    assert [text.split("USD")[0] for text in texts(page, amounts)] == [
        "120,500,000",
        "7,000,000",
        "3,000,000",
        "",
    ]
    assert head.get_attribute("aria-sort") == "descending"
    head.get_by_role("button").click()
    assert [text.split("USD")[0] for text in texts(page, amounts)] == [
        "3,000,000",
        "7,000,000",
        "120,500,000",
        "",
    ]


def test_the_csv_is_what_is_shown(page, small, tmp_path):
    open_view(page, small, "facts?type=payment")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    download.value.save_as(tmp_path / "facts.csv")
    with (tmp_path / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert download.value.suggested_filename == "small-facts.csv"
    assert list(rows[0]) == list(COLUMNS)
    assert [(row["path"], row["fact_id"], row["amount"]) for row in rows] == [
        ("0/fine.txt", "F1", "3000000"), ("0/fine.txt", "F2", "7000000"),
    ]  # fmt: skip
    assert rows[0]["object"] == "'=cmd|' /C calc'!A0"  # no formula for a spreadsheet
    assert rows[1]["object"] == HOSTILE


def test_the_keyboard_leads_from_the_table_to_the_proof(page, small):
    open_view(page, small, "facts")
    page.locator("#facts tr[data-row='0']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.locator("#article .lit").first.wait_for()
    assert page.url.endswith("#/article/0?show=F1")
    pressed = page.locator("#article .fact[aria-pressed=true]")
    assert "acquisition.buy on “bought”" in pressed.text_content()
    page.keyboard.press("Escape")
    assert page.locator("#article .lit").count() == 0


def test_a_fact_lights_its_sentence_and_cues_by_pointer_and_by_focus(page, small):
    open_view(page, small, "article/0")
    first, second = page.locator("#article .fact[data-id^=F]").all()
    first.hover()
    evidence = "🚀 Norvane Holdings bought Kestrel Tools for $120.50 million in March 2024."
    assert "".join(texts(page, "#article .lit")) == evidence
    assert texts(page, "#article .cue") == ["bought"]
    page.mouse.move(0, 0)
    assert texts(page, "#article .lit") == []
    second.focus()
    assert texts(page, "#article .cue") == ["named"]


def test_mentions_are_marked_by_kind_and_explained(page, small):
    open_view(page, small, "article/0")
    assert texts(page, "#article .text mark.money") == ["$120.50 million"]
    assert texts(page, "#article .text mark.date") == ["March 2024"]
    assert texts(page, "#article .text mark.party") == ["Norvane Holdings", "Kestrel Tools", "Ilse Brandt"]
    clause = "".join(texts(page, "#article .text mark.clause"))
    assert clause == "Norvane may end the deal if the seller is late"
    page.locator("#article mark.money").last.click()
    note = page.locator("#article .inspector")
    assert "USD 120,500,000" in note.text_content()
    assert "money.sign-before" in note.text_content()
    page.keyboard.press("ArrowRight")
    assert "2024-03-01 to 2024-03-31" in note.text_content()


def test_the_timeline_holds_dated_facts_in_their_order(page, small):
    open_view(page, small, "timeline")
    assert texts(page, "#timeline time") == ["2019", "Mar 2024"]
    assert "2 of 4 facts have no date" in page.locator("#timeline .count").text_content()
    page.get_by_role("button", name="2019: 1 fact").click()
    assert texts(page, "#timeline time") == ["2019"]


def test_the_graph_is_drawn_and_chosen_from(page, small):
    open_view(page, small, "parties")
    nodes = page.locator("#parties [role=button][data-key]")
    assert [node.get_attribute("aria-label") for node in nodes.all()] == [
        "Norvane Holdings, company, 2 facts, USD 121m", "Kestrel Tools, company, 3 facts, USD 121m",
    ]  # fmt: skip
    nodes.first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.locator("#parties .panel h2").text_content() == "Kestrel Tools"
    assert page.locator("#parties .panel .claimed").count() == 3
    page.get_by_label("Weigh by").select_option("facts")
    page.locator("#parties [aria-label^='Ilse Brandt']").wait_for()


def test_the_graph_joins_what_the_dataset_joins(page, tmp_path):
    open_view(page, write_report(join_kestrel(write_dataset(tmp_path / "joined"))).as_uri(), "parties")
    labels = [node.get_attribute("aria-label") for node in page.locator("#parties [role=button][data-key]").all()]
    assert [label.split(",")[0] for label in labels] == ["Norvane Holdings", "Kestrel Tools Ltd"]
    assert "3 facts" in labels[1]


def test_a_clause_card_says_what_sets_it_off(page, small):
    open_view(page, small, "clauses")
    assert texts(page, ".card dd") == ["the seller is late", "Norvane may end the deal"]
    page.locator(".card a").click()
    page.locator("#article .lit").first.wait_for()
    assert texts(page, "#article .cue") == ["may end"]


def test_colours_follow_the_system_until_told_otherwise(page, small):
    ground = "getComputedStyle(document.body).backgroundColor"
    open_view(page, small, "overview")
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(ground)
    assert light != dark
    page.get_by_role("button", name="Switch to light colours").click()
    assert page.evaluate(ground) == light


def test_two_thousand_articles(page, large):
    open_view(page, large, "facts")
    assert page.locator("#facts .count").text_content() == "4,000 facts"
    assert page.locator("#facts table").get_attribute("aria-rowcount") == "4001"
    page.locator("#facts tr[data-row='0']").focus()
    page.keyboard.press("End")
    page.locator("#facts tr[data-row='3999']:focus").wait_for()
    assert 0 < page.locator("#facts tr[data-row]").count() < 80
    page.keyboard.press("Enter")
    page.locator("#article .lit").first.wait_for()
    assert page.url.endswith("#/article/1999?show=F2")
    page.go_back()
    page.locator("#facts tr[data-row='3999']:focus").wait_for()
    assert page.evaluate("scrollY") > 100_000


def test_an_empty_dataset(page, tmp_path):
    folder = write_dataset(tmp_path / "empty")
    for name in ("articles.jsonl", "rejects.jsonl"):
        Path(folder / name).write_bytes(b"")
    address = write_report(folder).as_uri()
    for view in VIEWS:
        open_view(page, address, view)
        assert page.locator(".view:visible h1").count() == 1
