"""The wheel works without the checkout: patterns and weights are in it, the command runs from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = """Norvane to buy Kestrel Tools for $120 million

LONDON, March 4, 2024 - Norvane Holdings said on Monday it had agreed to buy Kestrel Tools for $120 million.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    """An interpreter of a new environment with the wheel in it; its dependencies are this environment's."""
    home = tmp_path_factory.mktemp("environment") / "env"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    # A path in a .pth file is added as it is: the .pth of an editable install in it is not followed.
    (site / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n")
    return home / "bin" / "python"


def run(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [python, *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )


def test_what_is_in_it(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    shipped = {path.name for path in (ROOT / "patterns").glob("*.toml")}
    assert shipped
    assert {f"pipeline/_patterns/{name}" for name in shipped} <= set(names)
    assert any(name.startswith("pipeline/ner/weights/") and name.endswith(".onnx") for name in names)
    assert "pipeline/resolve/weights/antecedents.json" in names
    assert any(name.startswith("pipeline/reader/weights/") and name.endswith(".npz") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "corpus/", "patterns/", "pipeline/reader/passages"))]
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_command_runs_from_another_folder(python, tmp_path):
    (tmp_path / "deal.txt").write_text(ARTICLE)
    where = run(python, tmp_path, "-c", "import pipeline; print(pipeline.__file__)")
    assert where.stdout.startswith(str(python.parent.parent)), where.stderr
    main = "import sys; from pipeline.cli import main; sys.argv[0] = 'newsfacts'; main()"
    done = run(python, tmp_path, "-c", main, "extract", "deal.txt", "--out", "out")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    (record,) = [json.loads(line) for line in (tmp_path / "out" / "articles.jsonl").read_text().splitlines()]
    assert "Norvane Holdings" in [party["name"] for party in record["parties"]]
    assert 120_000_000 in [money["amount"] for money in record["money"]]


def test_its_entry_points(python, tmp_path):
    code = (
        "from importlib.metadata import entry_points as e\n"
        "print([p.value for p in e(group='console_scripts', name='newsfacts')])\n"
        "import spacy\n"
        "nlp = spacy.blank('en')\n"
        "nlp.add_pipe('news_ner')\n"
        "print([x.text for x in nlp('Norvane Holdings agreed to buy Kestrel Tools.').ents])\n"
    )
    done = run(python, tmp_path, "-c", code)
    assert done.returncode == 0, done.stderr
    command, names = done.stdout.splitlines()
    assert command == "['pipeline.cli:main']"
    assert "Norvane Holdings" in names
