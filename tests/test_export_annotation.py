"""Annotation tools: what goes out comes back the same, and what was corrected comes back corrected."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluate import GoldError, check, gold_from_record, load_gold, read_records, record_from_gold
from pipeline.export import TOOLS, bless, export_sheets, import_sheets
from pipeline.export.goldfiles import gold_text, stems, write_gold
from tests.evaluate_sample import GOLD, TEXT
from tests.evaluate_sample import write_gold as write_sample

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
#: The file that goes into a tool and comes out of it; brat's is the folder.
FILES = {"label-studio": "tasks.json", "doccano": "doccano.jsonl", "brat": ".", "prodigy": "prodigy.jsonl"}


def out_and_back(tool: str, folder: Path, work: Path, correct: Callable[[Path], None] | None = None) -> Path:
    """Export a folder, let the tool (and `correct`) have the file, import it: the folder of gold."""
    export_sheets(tool, folder, work / "out")
    file = work / "out" / FILES[tool]
    if tool == "label-studio":
        submit(file)
    if correct:
        correct(file)
    import_sheets(tool, file, work / "gold")
    return work / "gold"


def submit(file: Path) -> None:
    """What an annotator does who agrees with everything: predictions become an annotation."""
    tasks = json.loads(file.read_text(), parse_float=Decimal)
    for task in tasks:
        task["annotations"] = [{"result": [], "was_cancelled": True}, {"result": task.pop("predictions")[0]["result"]}]
        task["annotations"].append({"result": [], "was_cancelled": True})
    file.write_text(json.dumps(tasks, default=str))


def canonical(gold: dict[str, Any]) -> dict[str, Any]:
    """Gold without what has no meaning: the order of entries and aliases, keys without a value, ways to write a number."""

    def entry(values: dict[str, Any]) -> str:
        kept = {key: value for key, value in values.items() if value is not None}
        for key in ("aliases", "parties"):
            if key in kept:
                kept[key] = sorted(set(kept[key]) - {kept.get("name")})
        return json.dumps(kept, sort_keys=True, default=lambda number: float(number))

    kinds = ("parties", "money", "dates", "clauses", "facts")
    lists = {kind: sorted(entry(values) for values in gold[kind]) for kind in kinds}
    return {"published": gold["published"], "title": gold["title"], **lists}


def read(folder: Path) -> dict[str, dict[str, Any]]:
    golds = {path.stem: json.loads(path.read_text()) for path in folder.glob("*.json")}
    return {stem: canonical(json.loads(json.dumps(gold))) for stem, gold in golds.items()}


def plain(gold: dict[str, Any]) -> dict[str, Any]:
    return canonical(json.loads(gold_text(gold)))


@pytest.mark.parametrize("tool", TOOLS)
def test_a_dataset_comes_back_as_it_went_out(tool, small_dataset, tmp_path):
    records = dict(stems(read_records(small_dataset / "articles.jsonl")))
    gold = out_and_back(tool, small_dataset, tmp_path)
    assert read(gold) == {stem: plain(gold_from_record(record)) for stem, record in records.items()}
    assert {article.stem: article.text for article in load_gold(gold)} == {s: r.article.text for s, r in records.items()}
    assert check(gold) == []
    assert len(records) == 4


@pytest.mark.parametrize("tool", TOOLS)
def test_all_gold_of_the_corpus_comes_back_as_it_went_out(tool, tmp_path):
    articles = {article.stem: article for article in load_gold(CORPUS)}
    gold = read(out_and_back(tool, CORPUS, tmp_path))
    expected = {stem: plain(gold_from_record(record_from_gold(article))) for stem, article in articles.items()}
    assert [stem for stem in expected if gold[stem] != expected[stem]] == []
    assert len(gold) > 60


@pytest.mark.parametrize("tool", TOOLS)
def test_spans_over_odd_line_ends_come_back(tool, tmp_path):
    text = "🚀\r\nNorvane\u2028Holdings\r\nLtd paid\tKestrel\x85Tools.\n"
    parties = [
        {"id": "P4", "name": "Norvane\u2028Holdings\r\nLtd", "kind": "company", "aliases": ["Norvane"]},
        {"id": "P2", "name": "Kestrel\x85Tools", "kind": "company", "aliases": []},
    ]
    fact = {"type": "payment", "subject": "P4", "object": "P2", "status": "completed", "evidence": text[3:].strip()}
    gold = {"published": None, "title": None, "parties": parties, "money": [], "dates": [], "clauses": [], "facts": [fact]}
    write_gold(tmp_path / "sample", "odd", text, gold)
    folder = out_and_back(tool, tmp_path / "sample", tmp_path)
    assert (folder / "odd.txt").read_bytes() == text.encode()
    assert read(folder) == {"odd": canonical({**gold, "facts": [fact]})}


@pytest.fixture
def sample(tmp_path) -> Path:
    write_sample(tmp_path / "sample")
    return tmp_path / "sample"


def one(folder: Path) -> dict[str, Any]:
    (path,) = folder.glob("*.json")
    return json.loads(path.read_text())


def test_a_party_split_off_in_label_studio(sample, tmp_path):
    def split(file: Path) -> None:
        tasks = json.loads(file.read_text())
        result = tasks[0]["annotations"][1]["result"]
        (cut, *_) = [item for item in result if item["type"] == "relation" and item["labels"] == ["same"]]
        result.remove(cut)
        file.write_text(json.dumps(tasks))

    before = read(sample).popitem()[1]["parties"]
    gold = one(out_and_back("label-studio", sample, tmp_path, split))
    assert len(gold["parties"]) == len(before) + 1
    assert len({party["id"] for party in gold["parties"]}) == len(gold["parties"])


def test_regions_that_count_utf_16_units_are_put_right(tmp_path):
    write_sample(tmp_path / "sample", text="🚀🚀 " + TEXT)

    def recount(file: Path) -> None:
        tasks = json.loads(file.read_text())
        for item in tasks[0]["annotations"][1]["result"]:
            if "value" in item:
                item["value"]["start"] += 2
                item["value"]["end"] += 2
        file.write_text(json.dumps(tasks))

    gold = out_and_back("label-studio", tmp_path / "sample", tmp_path, recount)
    assert read(gold).popitem()[1] == plain(gold_from_record(record_from_gold(load_gold(tmp_path / "sample")[0])))


def test_a_changed_note_in_brat(sample, tmp_path):
    def change(folder: Path) -> None:
        (file,) = folder.glob("*.ann")
        old = file.read_text()
        assert old.count('"qualifier":"exact"') > 0
        file.write_text(old.replace('"qualifier":"exact"', '"qualifier":"about"'))

    gold = one(out_and_back("brat", sample, tmp_path, change))
    assert {money["qualifier"] for money in gold["money"]} & {"about", "exact"} == {"about"}


def test_new_ids_of_doccano_change_nothing(sample, tmp_path):
    def renumber(file: Path) -> None:
        document = json.loads(file.read_text())
        for entity in document["entities"]:
            entity["id"] += 4000
        for link in document["relations"]:
            link["from_id"] += 4000
            link["to_id"] += 4000
        file.write_text(json.dumps(document) + "\n")

    gold = out_and_back("doccano", sample, tmp_path, renumber)
    assert read(gold).popitem()[1] == plain(gold_from_record(record_from_gold(load_gold(sample)[0])))


def test_a_relabelled_party_keeps_its_values_in_prodigy(sample, tmp_path):
    def relabel(file: Path) -> None:
        task = json.loads(file.read_text())
        spans = [*task["spans"], *(link[end] for link in task["relations"] for end in ("head_span", "child_span"))]
        for span in spans:
            span["label"] = "organization" if span["label"] == "company" else span["label"]
        file.write_text(json.dumps(task) + "\n")

    before, after = one(sample), one(out_and_back("prodigy", sample, tmp_path, relabel))
    kinds = {party["id"]: party["kind"].replace("company", "organization") for party in before["parties"]}
    assert "company" in {party["kind"] for party in before["parties"]}
    assert {party["id"]: party["kind"] for party in after["parties"]} == kinds


def test_a_sum_that_was_added_gets_its_value_read(tmp_path, monkeypatch, extractor):
    monkeypatch.setattr("pipeline.extractor.Extractor", lambda: extractor)
    (tmp_path / "sample").mkdir()
    text = "Norvane paid $7 million to Kestrel."
    empty = {"published": None, "title": None, "parties": [], "money": [], "dates": [], "clauses": [], "facts": []}
    write_gold(tmp_path / "sample", "pay", text, empty)

    def mark(file: Path) -> None:
        document = json.loads(file.read_text())
        document["entities"] = [{"id": 1, "label": "money", "start_offset": 12, "end_offset": 23}]
        file.write_text(json.dumps(document) + "\n")

    gold = one(out_and_back("doccano", tmp_path / "sample", tmp_path, mark))
    assert gold["money"] == [
        {"text": "$7 million", "nth": 1, "currency": "USD", "amount": 7_000_000, "qualifier": "exact"}
    ]


def test_a_fact_that_was_added_takes_the_sentence_as_evidence(tmp_path):
    (tmp_path / "sample").mkdir()
    text = "It rained. Norvane paid Kestrel. It rained again."
    parties = [{"id": f"P{n}", "name": name, "kind": "company"} for n, name in ((1, "Norvane"), (2, "Kestrel"))]
    gold = {"published": None, "title": None, "parties": parties, "money": [], "dates": [], "clauses": [], "facts": []}
    write_gold(tmp_path / "sample", "pay", text, gold)

    def mark(folder: Path) -> None:
        file = folder / "pay.ann"
        file.write_text(
            file.read_text() + "T9\tfact-payment 19 23\tpaid\nR8\tsubject Arg1:T9 Arg2:T1\nR9\tobject Arg1:T9 Arg2:T2\n"
        )

    (fact,) = one(out_and_back("brat", tmp_path / "sample", tmp_path, mark))["facts"]
    assert fact == {
        "type": "payment", "subject": "P1", "object": "P2", "status": "completed", "evidence": "Norvane paid Kestrel.",
    }  # fmt: skip


# What is wrong with an import, and what is said about it.
WRONG = {
    "label": ("T99\tship 0 2\tIt\n", "unknown label 'ship' at 0"),
    "relation": ("R99\towns Arg1:T1 Arg2:T1\n", "unknown relation 'owns'"),
    "loose end": ("R99\tsame Arg1:T1 Arg2:T77\n", r"an end \(T77\) without a span"),
    "beyond the text": ("T99\tmoney 0 99999\tx\n", "money 0–99999 holds no words"),
    "note": ("#99\tAnnotatorNotes T1\t{oops\n", "the note '{oops' is no JSON"),
    "line": ("E1\tmerger:T1\n", "no span, relation or note"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_named_and_nothing_written(case, sample, tmp_path):
    line, message = WRONG[case]

    def add(folder: Path) -> None:
        (file,) = folder.glob("*.ann")
        file.write_text(file.read_text() + line)

    with pytest.raises(GoldError, match=message):
        out_and_back("brat", sample, tmp_path, add)
    assert not (tmp_path / "gold").exists()


def test_tasks_that_nobody_annotated_are_refused(sample, tmp_path):
    export_sheets("label-studio", sample, tmp_path / "out")
    with pytest.raises(GoldError, match="nobody has annotated this task"):
        import_sheets("label-studio", tmp_path / "out" / "tasks.json", tmp_path / "gold")


@pytest.mark.parametrize("tool", TOOLS)
def test_a_file_that_is_no_export_is_refused(tool, tmp_path):
    (tmp_path / "file").write_text("[1]\n")
    with pytest.raises(GoldError, match=r"file"):
        import_sheets(tool, tmp_path / "file", tmp_path / "gold")


def test_a_blessed_record_is_a_sample_without_problems(small_dataset, tmp_path):
    paths = bless(small_dataset / "articles.jsonl", tmp_path / "samples", None, {})
    assert [path.stem for path in paths] == sorted(path.stem for path in paths)
    assert check(tmp_path / "samples") == []
    records = dict(stems(read_records(small_dataset / "articles.jsonl")))
    assert read(tmp_path / "samples") == {stem: plain(gold_from_record(record)) for stem, record in records.items()}
    with pytest.raises(GoldError, match="is there already; add --overwrite"):
        bless(small_dataset / "articles.jsonl", tmp_path / "samples", None, {})
    with pytest.raises(GoldError, match="4 records; --stem names one"):
        bless(small_dataset / "articles.jsonl", tmp_path / "samples", "deal", {})


def test_gold_is_laid_out_as_in_the_corpus(tmp_path):
    path = write_gold(tmp_path, "deal-quillmark", TEXT, GOLD)
    assert path.with_suffix(".txt").read_text() == TEXT
    lines = path.read_text().splitlines()
    assert lines[0] == "{" and lines[-1] == "}"
    assert len(lines) == 4 + sum(len(GOLD[kind]) + 2 for kind in ("parties", "money", "dates", "clauses", "facts"))
    assert check(tmp_path) == []


def test_gold_that_quotes_what_is_not_there_is_not_written(tmp_path):
    with pytest.raises(GoldError, match="is not in the article"):
        write_gold(tmp_path, "deal", "Another text.", GOLD)
    assert list(tmp_path.iterdir()) == []
