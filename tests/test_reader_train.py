"""Shipped weights can be fitted further: what is read back is what was written."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs newsfacts[train]: torch is not installed")
pytest.importorskip("onnx", reason="needs newsfacts[train]: onnx is not installed")

from pipeline.ner.model import WEIGHTS as NER_WEIGHTS  # noqa: E402
from pipeline.ner.training import export as ner_export  # noqa: E402
from pipeline.ner.training import reference  # noqa: E402
from pipeline.reader.model import WEIGHTS, ReaderModel  # noqa: E402
from pipeline.reader.training.__main__ import main  # noqa: E402
from pipeline.reader.training.export import export  # noqa: E402
from pipeline.reader.training.resume import resume  # noqa: E402
from pipeline.reader.windows import MARKS, SUM, Window  # noqa: E402

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
STEM = "merger-calder-ridge"
#: One step of 7 bits of the largest weight of a column, of which there are 384 to a sum.
CLOSE = 0.05


def test_the_tagger_read_back_gives_the_same_bytes(tmp_path):
    tagger = reference.load(
        NER_WEIGHTS / "news_ner_small.onnx", reference.read_shipped(NER_WEIGHTS / "news_ner_small.onnx")
    )
    ner_export.export(tagger, tmp_path, "small")
    for name in ("news_ner_small.onnx", "news_ner_small.bin"):
        assert (tmp_path / name).read_bytes() == (NER_WEIGHTS / name).read_bytes()


def test_the_reader_read_back_says_the_same(tmp_path):
    export(resume(), tmp_path, {"articles": 0})
    chance = np.random.default_rng(1)
    ids, codes = chance.integers(1000, 20000, 40).tolist(), (chance.integers(0, 8, 40) + 8 * (SUM % MARKS)).tolist()
    window = Window(0, ids, codes, [("M1", (3, 5))], [("P1", (8, 10), True)])
    before, after = (ReaderModel(folder) for folder in (WEIGHTS, tmp_path))
    was, now = (m.encode(window) for m in (before, after))
    assert np.abs(was - now).max() < CLOSE
    first, second = (m.sums(window, x, None)["M1"].shares for m, x in ((before, was), (after, now)))
    assert max(abs(first[name] - second[name]) for name in first) < CLOSE


def test_a_reader_is_fitted_on_to_gold_and_passages(tmp_path):
    gold = tmp_path / "gold"
    gold.mkdir()
    for suffix in (".txt", ".json"):
        shutil.copy(CORPUS / f"{STEM}{suffix}", gold)
    passage = {
        "id": "x-1", "published": "2019-05-14", "sents": ["Karoo Grain bought a mill for R41 million."],
        "parties": [{"id": "P1", "name": "Karoo Grain", "kind": "company"}], "clauses": [],
        "facts": [{"type": "acquisition", "subject": "P1", "object_text": "a mill", "status": "completed", "s": 0}],
    }  # fmt: skip
    (tmp_path / "passages.jsonl").write_text(json.dumps(passage) + "\n")
    arguments = [gold, tmp_path / "passages.jsonl", "--epochs", "1", "--out", tmp_path / "out"]
    assert main(list(map(str, arguments))) == 0
    about = json.loads((tmp_path / "out" / "index.json").read_text())
    assert (about["articles"], about["layers"]) == (2, 6)
    assert ReaderModel(tmp_path / "out").sha256 != ReaderModel().sha256


def test_a_new_reader_needs_an_encoder_and_a_tagger(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main([str(tmp_path), "--start", "tagger.safetensors"])
    assert "both --encoder and --start" in capsys.readouterr().err
