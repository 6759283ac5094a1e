"""`newsfacts extract` as a user calls it, with the real models."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import jsonschema
import pytest

from pipeline.records import json_schema
from tests.command import ENVIRONMENT, QUICK, newsfacts, quick

DEAL = """Norvane to buy Kestrel Tools for $120 million

LONDON, March 4, 2024 - Norvane Holdings said on Monday it had agreed to buy Kestrel Tools for $120 million.
The deal is expected to close by the end of June, the company said.
"""
FINE = """Regulator fines Ostrava Bank 2.5 million euros

FRANKFURT, May 6, 2024 - The regulator fined Ostrava Bank 2.5 million euros on Monday for late filings.
"""
LATIN = """Müller to open café in Zürich

ZÜRICH, May 6, 2024 - The Müller family said on Monday that it would open a café in Zürich for 5 million francs.
"""
SPANISH = """La empresa compra una fábrica

MADRID, 4 de marzo de 2024 - La empresa Talleres Brisas anunció el lunes que comprará una fábrica en Sevilla
por 30 millones de euros. El consejo de administración aprobó la operación, que se cerrará antes del verano.
Los trabajadores de la planta mantendrán sus puestos, según dijo el director general en una rueda de prensa.
"""


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory) -> tuple[Path, subprocess.CompletedProcess]:
    """A folder with good and bad inputs, and what the run over it said."""
    home = tmp_path_factory.mktemp("mixed")
    folder = home / "in"
    folder.mkdir()
    (folder / "deal.txt").write_text(DEAL)
    (folder / "fine.txt").write_text(FINE)
    (folder / "spanish.txt").write_text(SPANISH)
    (folder / "latin.txt").write_bytes(LATIN.encode("latin-1"))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "lines.jsonl").write_text(
        "\n".join(['{"text": "Norvane paid $5 million to Kestrel in 2023."}', '{"text": ', '{"title": "none"}']) + "\n"
    )
    with (folder / "huge.txt").open("wb") as huge:
        huge.write(b"Norvane paid $5 million. " * (50 * 1024 * 1024 // 25))
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    return home / "out", newsfacts("extract", "in", "--out", "out", cwd=home)


def test_good_inputs_give_records_and_bad_ones_a_line_each(mixed):
    out, done = mixed
    assert done.returncode == 1, done.stderr
    paths = [record["article"]["source"]["path"] for record in lines(out / "articles.jsonl")]
    assert paths == ["deal.txt", "fine.txt", "latin.txt", "lines.jsonl", "spanish.txt"]
    rejects = {(row["path"], row["line"]): row["reason"] for row in lines(out / "rejects.jsonl")}
    assert set(rejects) == {
        ("binary.txt", None),
        ("empty.txt", None),
        ("gone.txt", None),
        ("huge.txt", None),
        ("lines.jsonl", 2),
        ("lines.jsonl", 3),
    }
    for reason in rejects.values():
        assert reason and "\n" not in reason
        assert reason in done.stderr
    told = [line for line in done.stderr.splitlines() if line.startswith("newsfacts: rejected ")]
    assert len(told) == 6
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith("out: 5 articles, ")


def test_every_line_validates_against_the_published_schema(mixed):
    out, _ = mixed
    validator = jsonschema.Draft202012Validator(json_schema())
    records = lines(out / "articles.jsonl")
    assert len(records) == 5
    for record in records:
        assert list(validator.iter_errors(record)) == []


def test_facts_are_flat_and_point_into_the_text(mixed):
    out, _ = mixed
    facts, texts = lines(out / "facts.jsonl"), {}
    for record in lines(out / "articles.jsonl"):
        texts[record["article"]["id"]] = record["article"]["text"]
    deal = [fact for fact in facts if fact["path"] == "deal.txt" and fact["type"] == "acquisition"]
    assert len(deal) == 1
    assert deal[0]["subject"] == "Norvane Holdings"
    assert deal[0]["object"] == "Kestrel Tools"
    assert (deal[0]["currency"], deal[0]["amount"]) == ("USD", 120_000_000)
    for fact in facts:
        assert not [value for value in fact.values() if isinstance(value, dict | list)]
        assert texts[fact["article_id"]][fact["evidence_start"] : fact["evidence_end"]] == fact["evidence"]


def test_text_that_is_not_english_gives_no_facts(mixed):
    out, _ = mixed
    (spanish,) = [r for r in lines(out / "articles.jsonl") if r["article"]["source"]["path"] == "spanish.txt"]
    assert spanish["article"]["language"] == "es"
    assert spanish["article"]["warnings"]
    assert spanish["facts"] == spanish["money"] == spanish["parties"] == []


def test_other_encodings_are_read_and_named(mixed):
    out, _ = mixed
    (latin,) = [r for r in lines(out / "articles.jsonl") if r["article"]["source"]["path"] == "latin.txt"]
    assert latin["article"]["text"] == LATIN


def test_same_bytes_with_two_workers(mixed, tmp_path):
    out, _ = mixed
    newsfacts("extract", out.parent / "in", "--out", tmp_path / "out", "--workers", 2, "--quiet", cwd=tmp_path)
    for name in ("articles.jsonl", "facts.jsonl", "parties.jsonl", "claims.jsonl", "rejects.jsonl", "dataset.md"):
        assert (tmp_path / "out" / name).read_bytes() == (out / name).read_bytes()


def test_quiet_says_nothing_and_log_json_says_it_in_json(tmp_path):
    (tmp_path / "deal.txt").write_text(DEAL)
    (tmp_path / "empty.txt").write_text("")
    quiet = quick("extract", "deal.txt", "empty.txt", "--out", "a", "--quiet", cwd=tmp_path)
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (1, "", "")
    logged = quick("extract", "deal.txt", "empty.txt", "--out", "b", "--log-json", cwd=tmp_path)
    events = [json.loads(line) for line in logged.stderr.splitlines()]
    assert [event["event"] for event in events if event["event"] != "advance"] == ["reject", "say"]
    assert sum(event["articles"] for event in events if event["event"] == "advance") == 1


def test_a_date_can_be_given(tmp_path):
    (tmp_path / "a.txt").write_text("Norvane paid Kestrel $5 million yesterday, the company said in a statement.\n")
    done = newsfacts("extract", "a.txt", "--out", "out", "--published", "2024-03-05", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (record,) = lines(tmp_path / "out" / "articles.jsonl")
    assert (record["article"]["published"], record["article"]["published_from"]) == ("2024-03-05", "option")
    assert [date["value"] for date in record["dates"]] == ["2024-03-04"]


def test_fields_of_the_input_can_be_named_and_days_be_chosen(tmp_path):
    rows = [
        {
            "body": f"Alpha{day} signed a contract on Monday with a supplier of steel.",
            "day": f"2024-05-0{day}",
        }
        for day in (1, 2, 3)
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    options = ["--map", "text=body", "--map", "published=day", "--since", "2024-05-02"]
    done = quick("extract", "in.jsonl", "--out", "out", *options, cwd=tmp_path)
    subjects = [fact["subject"] for fact in lines(tmp_path / "out" / "facts.jsonl")]
    assert subjects == ["Alpha2", "Alpha3"], done.stderr
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["options"]["since"] == "2024-05-02"
    unusable(
        quick("extract", "in.jsonl", "--out", "new", "--map", "body", cwd=tmp_path),
        "write it as FIELD=THEIRS",
    )


def test_articles_come_from_standard_input(tmp_path):
    command = [*QUICK, "extract", "-", "--out", "out"]
    line = json.dumps({"text": "Alpha signed a contract on Monday with a supplier of steel."})
    done = subprocess.run(
        command, cwd=tmp_path, env=ENVIRONMENT, input=line, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert [fact["subject"] for fact in lines(tmp_path / "out" / "facts.jsonl")] == ["Alpha"]


def test_ctrl_c_saves_what_is_in_hand_and_the_next_call_goes_on(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"Report{number} said on Monday that a supplier of steel was late.\n")
    arguments = ["extract", "in", "--workers", "1", "--log-json", "--shard-characters", "150", "--out"]
    command = [*QUICK, *arguments, "out"]
    process = subprocess.Popen(
        command, cwd=tmp_path, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    for line in process.stderr:
        if '"advance"' in line:
            os.killpg(process.pid, signal.SIGINT)
            break
    said = process.stderr.read()
    assert process.wait(timeout=60) == 130, said
    assert "run the same command again to continue" in said
    assert "Traceback" not in said
    assert not (tmp_path / "out" / "articles.jsonl").exists()
    again = quick(*arguments, "out", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert 0 < json.loads((tmp_path / "out" / "manifest.json").read_text())["run"]["analysed"] < 40
    quick(*arguments, "whole", cwd=tmp_path)
    for name in ("articles.jsonl", "facts.jsonl"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


@pytest.fixture
def article(tmp_path) -> Path:
    (tmp_path / "deal.txt").write_text(DEAL)
    return tmp_path


def unusable(done: subprocess.CompletedProcess, words: str) -> None:
    """Exit code 2, and one line on stderr that says why."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("newsfacts: ")
    assert words in done.stderr


def test_no_such_input(article):
    unusable(newsfacts("extract", "nowhere", "--out", "out", cwd=article), "nowhere: no such file or folder")


def test_a_folder_without_articles(article):
    (article / "none").mkdir()
    unusable(newsfacts("extract", "none", "--out", "out", cwd=article), "no articles there")


def test_an_unknown_model(article):
    done = newsfacts("extract", "deal.txt", "--out", "out", "--model", "en_no_such", cwd=article)
    unusable(done, "--model en_no_such: no such spaCy pipeline is installed")


def test_a_folder_without_patterns(article):
    (article / "none").mkdir()
    done = newsfacts("extract", "deal.txt", "--out", "out", "--patterns", "none", cwd=article)
    assert done.returncode == 2
    assert "none" in done.stderr and "Traceback" not in done.stderr


def test_a_date_that_is_none(article):
    unusable(newsfacts("extract", "deal.txt", "--out", "out", "--published", "soon", cwd=article), "'soon'")


def test_output_where_a_file_is(article):
    (article / "out").write_text("")
    unusable(newsfacts("extract", "deal.txt", "--out", "out", cwd=article), "out")


def test_output_that_cannot_be_written(article):
    locked = article / "locked"
    locked.mkdir()
    if os.geteuid() == 0:
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", locked], capture_output=True).returncode:
            pytest.skip("root writes anywhere, and nothing can be mounted here")
    else:
        locked.chmod(0o500)
    try:
        unusable(newsfacts("extract", "deal.txt", "--out", "locked/out", cwd=article), "locked")
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", locked], check=True)


def test_output_of_other_models(article):
    assert quick("extract", "deal.txt", "--out", "out", cwd=article).returncode == 0
    done = quick("extract", "deal.txt", "--out", "out", "--ner", "stock", cwd=article)
    unusable(done, "add --overwrite to replace it")
    done = quick("extract", "deal.txt", "--out", "out", "--ner", "stock", "--overwrite", cwd=article)
    assert done.returncode == 0, done.stderr


def test_a_fault_that_hits_every_article_is_told_for_each(article):
    (article / "deal.txt").write_text("RAISE the flag, said the company on Monday, and it did so at once.\n")
    done = quick("extract", "deal.txt", "--out", "out", cwd=article)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == "newsfacts: rejected deal.txt (analysis): RuntimeError: told to raise"


def test_help_is_quick(tmp_path):
    newsfacts("--help", cwd=tmp_path)
    seconds = []
    for _ in range(5):
        before = os.times()
        done = newsfacts("--help", cwd=tmp_path)
        after = os.times()
        # CPU seconds: other tests run beside this one, and the command waits for nothing.
        seconds.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert done.returncode == 0
    assert {"extract", "evaluate", "show", "schema", "report"} <= set(done.stdout.split())
    assert min(seconds) < 0.5


def test_version(tmp_path):
    assert newsfacts("--version", cwd=tmp_path).stdout == "newsfacts 0.1.0\n"


def test_schema_is_a_valid_json_schema(tmp_path):
    schema = json.loads(newsfacts("schema", cwd=tmp_path).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
