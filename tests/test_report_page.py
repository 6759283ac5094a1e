"""The report as a file: what is in it, that all of it is escaped, and that it needs nothing from outside."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.dataset import DatasetError
from pipeline.report import PAGE, SCRIPTS, write_report
from pipeline.report.data import FACT_COLUMNS, read_dataset
from pipeline.rows import COLUMNS
from tests.command import newsfacts
from tests.report_support import DEAL, HOSTILE, OTHER, deal, fine, join_kestrel, write_dataset


class Page(HTMLParser):
    """The page's elements, the content of its scripts and styles, and its visible words."""

    def __init__(self, text: str):
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.words: list[str] = []
        self.inside: str | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = tag if tag in self.raw else None
        if self.inside:
            self.raw[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = None

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.raw[self.inside][-1] += data
        else:
            self.words.append(data.strip())

    def json(self, id_: str):
        numbers = [attrs.get("id") for tag, attrs in self.tags if tag == "script"]
        return json.loads(self.raw["script"][numbers.index(id_)])


@pytest.fixture(scope="module")
def text(tmp_path_factory) -> str:
    return write_report(write_dataset(tmp_path_factory.mktemp("report") / "set")).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(text) -> Page:
    return Page(text)


def test_figures_count_what_is_there(page):
    words = [word for word in page.words if word]
    start = words.index("The dataset at a glance") + 1
    figures = words[start : start + 14]
    assert dict(zip(figures[::2], figures[1::2], strict=True)) == {
        "Articles": "2", "Facts": "4", "Clauses": "1", "Parties": "4", "Sums of money": "1", "Dates": "1",
        "Rejected inputs": "1",
    }  # fmt: skip


def test_the_index_holds_every_fact_and_clause(page):
    index = page.json("index")
    assert index["csv"] == list(COLUMNS)
    assert index["facts"]["columns"] == list(FACT_COLUMNS)
    facts = [dict(zip(index["facts"]["columns"], row, strict=True)) for row in index["facts"]["rows"]]
    assert [(fact["article"], fact["fact_id"], fact["type"]) for fact in facts] == [
        (0, "F1", "acquisition"), (0, "F2", "position"), (1, "F1", "payment"), (1, "F2", "payment"),
    ]  # fmt: skip
    assert (facts[0]["amount"], facts[0]["from"], facts[0]["to"]) == ("120500000", "2024-03-01", "2024-03-31")
    assert facts[1]["from"] is None
    (clause,) = index["clauses"]["rows"]
    assert clause[:5] == [0, "C1", "termination", "in_force", ["Norvane Holdings"]]


def test_facts_know_the_party_that_articles_have_in_common(tmp_path):
    index = Page(write_report(join_kestrel(write_dataset(tmp_path / "out"))).read_text(encoding="utf-8")).json("index")
    assert index["parties"] == ["Kestrel Tools Ltd"]
    places = [dict(zip(index["facts"]["columns"], row, strict=True)) for row in index["facts"]["rows"]]
    named = [[fact[f"{slot}_party"] for fact in places if fact[slot] == "Kestrel Tools"] for slot in ("subject", "object")]
    assert [set(found) for found in named if found] == [{0}] * sum(map(bool, named))
    assert all(fact["subject_party"] is None for fact in places if fact["subject"] == "Norvane Holdings")


def test_the_chunks_hold_texts_and_places(page):
    articles = page.json("chunk-0")
    assert [article["text"] for article in articles] == [DEAL, OTHER]
    (money,) = articles[0]["money"]
    columns = page.json("index")["money"]
    assert DEAL[money[columns.index("start")] : money[columns.index("end")]] == "$120.50 million"
    start, end = articles[0]["facts"][0]["cues"][0]
    assert DEAL[start:end] == "bought"
    assert [fact["id"] for fact in articles[1]["facts"]] == ["F1", "F2"]


def test_a_full_chunk_is_closed(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.report.data.CHUNK_BYTES", 1)
    dataset = read_dataset(write_dataset(tmp_path / "set", copies=2))
    assert len(dataset.chunks) == 4
    assert [row[-2:] for row in dataset.articles] == [[0, 0], [1, 0], [2, 0], [3, 0]]


def test_nothing_of_an_article_becomes_an_element(page, text):
    assert HOSTILE in OTHER
    assert HOSTILE not in text
    assert "<img" not in text
    kinds = [attrs.get("type") for tag, attrs in page.tags if tag == "script"]
    assert kinds == ["application/json"] * 2 + [None]
    assert HOSTILE in " ".join(page.words)  # the reject's reason, to be read and not to be run
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]


def test_nothing_comes_from_outside(page, text):
    links = [value for _, attrs in page.tags for name, value in attrs.items() if name in ("src", "href", "action")]
    assert links
    assert not [link for link in links if not link.startswith(("#", "data:,"))]
    addresses = set(re.findall(r"https?://[^\s'\"<)]+", text))
    assert addresses == {"http://www.w3.org/2000/svg"}  # a namespace, not an address that is asked
    assert "@import" not in text and "url(" not in text


def test_the_policy_names_exactly_our_script_and_style(page):
    (policy,) = [attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv")]
    for content in (page.raw["script"][-1], page.raw["style"][0]):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_scripts_make_no_html_of_words():
    sources = {path.stem: path.read_text(encoding="utf-8") for path in PAGE.glob("*.js")}
    assert set(sources) == set(SCRIPTS)
    for name, source in sources.items():
        found = re.findall(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(", source
        )
        assert not found, name


def test_sums_are_exact_and_add_a_claim_once(tmp_path):
    dataset = read_dataset(write_dataset(tmp_path / "set", copies=3))
    sums = {(type_, currency): total for type_, rows in dataset.sums() for currency, total in rows}
    bought, paid = sums["acquisition", "USD"], sums["payment", "USD"]
    assert (bought.facts, bought.added, str(bought.total)) == (3, 1, "120500000")
    assert (paid.facts, paid.added, str(paid.total)) == (6, 1, "3000000")  # what is denied is not added
    assert [type_ for type_, _ in dataset.sums()] == ["payment", "acquisition"]


def test_the_same_dataset_gives_the_same_bytes(tmp_path):
    folder = write_dataset(tmp_path / "set")
    first = write_report(folder).read_bytes()
    assert write_report(folder).read_bytes() == first
    assert sorted(path.name for path in folder.iterdir()) == [
        "articles.jsonl", "manifest.json", "rejects.jsonl", "report.html",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["articles.jsonl", "rejects.jsonl", "manifest.json"])
def test_a_folder_without_a_finished_dataset_is_refused(tmp_path, name):
    folder = write_dataset(tmp_path / "set")
    (folder / name).unlink()
    with pytest.raises(DatasetError, match=f"no {re.escape(name)} there; name a folder"):
        write_report(folder)
    assert not (folder / "report.html").exists()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "articles.jsonl:3: no JSON"),
        ("[]", "articles.jsonl:3: a JSON object"),
        ("{}", "articles.jsonl:3: no record"),
    ],
)
def test_a_line_that_is_no_record_is_named(tmp_path, line, message):
    folder = write_dataset(tmp_path / "set")
    with (folder / "articles.jsonl").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(DatasetError, match=re.escape(message)):
        write_report(folder)


def test_an_empty_dataset_has_a_page(tmp_path):
    folder = write_dataset(tmp_path / "set")
    (folder / "articles.jsonl").write_bytes(b"")
    (folder / "rejects.jsonl").write_bytes(b"")
    page = Page(write_report(folder).read_text(encoding="utf-8"))
    assert page.json("index")["facts"]["rows"] == []
    assert "No fact has an amount." in page.words


def test_the_command_says_where_the_page_is(tmp_path):
    folder = write_dataset(tmp_path / "set")
    done = newsfacts("report", "set", cwd=tmp_path)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, str(Path("set") / "report.html"), "")
    (folder / "manifest.json").unlink()
    failed = newsfacts("report", "set", cwd=tmp_path)
    assert failed.returncode == 2
    assert failed.stderr.splitlines() == [
        "newsfacts: set: no manifest.json there; name a folder that `newsfacts extract` wrote"
    ]


def test_the_samples_are_true_to_their_texts():
    for record in (deal(), fine()):
        spans = [*record.money, *record.dates, *record.clauses, *(fact.evidence for fact in record.facts)]
        spans += [mention for party in record.parties for mention in party.mentions]
        assert spans
        assert all(record.article.text[span.start : span.end] == span.text for span in spans)
