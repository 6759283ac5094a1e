"""`newsfacts export`, `import` and `bless` at the command line: where things go, and what is said when they cannot."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from pipeline.cli import main
from tests.evaluate_sample import TEXT, write_gold


class Done(NamedTuple):
    """How a command ended and what it said."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def newsfacts(tmp_path, monkeypatch, capsys) -> Callable[..., Done]:
    """The command, called in this process and in the test's folder."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["newsfacts", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Done(ended.value.code or 0, said.out, said.err)

    return call


REFUSED = {
    "no such folder": (["export", "ftm", "nowhere"], "nowhere: no such file or folder"),
    "no dataset": (["export", "ftm", "."], ".: no articles.jsonl there; run `newsfacts extract` again"),
    "no gold either": (["export", "brat", "empty"], "empty: holds no gold"),
    "no export": (["import", "brat", "empty", "--out", "gold"], "empty: no folder with .ann files of brat"),
    "no tasks": (["import", "label-studio", "a.txt", "--out", "gold"], "a.txt: no JSON export of Label Studio"),
    "no article": (["bless", "nowhere.txt"], "nowhere.txt: no such file or folder"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_done_is_said_in_one_line(case, tmp_path, newsfacts):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("Nothing happened.\n")
    arguments, message = REFUSED[case]
    done = newsfacts(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"newsfacts: {message}")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "gold").exists()


def test_brat_out_and_back(tmp_path, newsfacts):
    write_gold(tmp_path / "gold", "deal-quillmark")
    out = newsfacts("export", "brat", "gold", "--out", "brat")
    assert (out.returncode, out.stdout, out.stderr) == (0, "brat\n", "")
    assert {path.name for path in (tmp_path / "brat").iterdir()} == {
        "deal-quillmark.txt", "deal-quillmark.ann", "about.json", "annotation.conf",
    }  # fmt: skip
    back = newsfacts("import", "brat", "brat", "--out", "again")
    assert (back.returncode, back.stdout) == (0, "again/deal-quillmark.json\n")
    assert (tmp_path / "again" / "deal-quillmark.txt").read_text() == TEXT
    assert json.loads((tmp_path / "again" / "deal-quillmark.json").read_text())["facts"]
    twice = newsfacts("import", "brat", "brat", "--out", "again")
    assert twice.returncode == 2
    assert "is there already; add --overwrite" in twice.stderr
    assert newsfacts("import", "brat", "brat", "--out", "again", "--overwrite").returncode == 0
