"""`newsfacts export`, `import` and `bless` at the command line: where things go, and what is said when they cannot."""

from __future__ import annotations

import json

import pytest

from tests.command import quick
from tests.evaluate_sample import TEXT, write_gold

REFUSED = {
    "no such folder": (["export", "ftm", "nowhere"], "nowhere: no such file or folder"),
    "no dataset": (["export", "ftm", "."], ".: no articles.jsonl there; run `newsfacts extract` again"),
    "no gold either": (["export", "brat", "empty"], "empty: holds no gold"),
    "no export": (["import", "brat", "empty", "--out", "gold"], "empty: no folder with .ann files of brat"),
    "no tasks": (["import", "label-studio", "a.txt", "--out", "gold"], "a.txt: no JSON export of Label Studio"),
    "no article": (["bless", "nowhere.txt"], "nowhere.txt: no such file or folder"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_done_is_said_in_one_line(case, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("Nothing happened.\n")
    arguments, message = REFUSED[case]
    done = quick(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"newsfacts: {message}")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "gold").exists()


def test_brat_out_and_back(tmp_path):
    write_gold(tmp_path / "gold", "deal-quillmark")
    out = quick("export", "brat", "gold", "--out", "brat", cwd=tmp_path)
    assert (out.returncode, out.stdout, out.stderr) == (0, "brat\n", "")
    assert {path.name for path in (tmp_path / "brat").iterdir()} == {
        "deal-quillmark.txt", "deal-quillmark.ann", "about.json", "annotation.conf",
    }  # fmt: skip
    back = quick("import", "brat", "brat", "--out", "again", cwd=tmp_path)
    assert (back.returncode, back.stdout) == (0, "again/deal-quillmark.json\n")
    assert (tmp_path / "again" / "deal-quillmark.txt").read_text() == TEXT
    assert json.loads((tmp_path / "again" / "deal-quillmark.json").read_text())["facts"]
    twice = quick("import", "brat", "brat", "--out", "again", cwd=tmp_path)
    assert twice.returncode == 2
    assert "is there already; add --overwrite" in twice.stderr
    assert quick("import", "brat", "brat", "--out", "again", "--overwrite", cwd=tmp_path).returncode == 0
