"""The training script, end to end on a hundred sentences with a tiny encoder, in under a minute on a CPU."""

import gzip
import json
import time

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs newsfacts[train]: torch is not installed")
pytest.importorskip("onnx", reason="needs newsfacts[train]: onnx is not installed")
safetensors = pytest.importorskip("safetensors.torch", reason="needs newsfacts[train]: safetensors is not installed")

from pipeline.ner import NewsNer, train  # noqa: E402
from pipeline.ner.training import data, fit, network  # noqa: E402
from pipeline.ner.words import LOWER, UPPER, Pieces  # noqa: E402

HIDDEN, INNER, LAYERS, WORDS = 48, 96, 2, 30522
COMPANIES = ["Velora Labs", "Harrow Group", "Kestrel Bank", "Orinda Motors", "Quillstone", "Tamarack"]
PEOPLE = ["Amina Diallo", "Jonas Achterberg", "Park Ji-ho", "Thabo Mokwena"]


def tiny_encoder(folder):
    """Random weights under the published names of a BERT encoder."""
    torch.manual_seed(0)
    made = {
        "embeddings.word_embeddings.weight": (WORDS, HIDDEN),
        "embeddings.position_embeddings.weight": (160, HIDDEN),
        "embeddings.token_type_embeddings.weight": (2, HIDDEN),
        "embeddings.LayerNorm.weight": (HIDDEN,),
        "embeddings.LayerNorm.bias": (HIDDEN,),
    }
    for number in range(LAYERS):
        layer = f"encoder.layer.{number}"
        for name, rows, columns in (
            ("attention.self.query", HIDDEN, HIDDEN),
            ("attention.self.key", HIDDEN, HIDDEN),
            ("attention.self.value", HIDDEN, HIDDEN),
            ("attention.output.dense", HIDDEN, HIDDEN),
            ("intermediate.dense", INNER, HIDDEN),
            ("output.dense", HIDDEN, INNER),
        ):
            made |= {f"{layer}.{name}.weight": (rows, columns), f"{layer}.{name}.bias": (rows,)}
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            made |= {f"{layer}.{name}.{part}": (HIDDEN,) for part in ("weight", "bias")}
    state = {
        name: torch.ones(size) if name.endswith("LayerNorm.weight") else torch.randn(size) * 0.1
        for name, size in made.items()
    }
    folder.mkdir()
    safetensors.save_file(state, str(folder / "model.safetensors"))
    about = {
        "model_type": "bert",
        "num_hidden_layers": LAYERS,
        "hidden_size": HIDDEN,
        "num_attention_heads": 4,
        "intermediate_size": INNER,
        "layer_norm_eps": 1e-12,
    }
    (folder / "config.json").write_text(json.dumps(about))
    return folder


def sentence(number: int) -> tuple[list[str], list[str]]:
    company, person = COMPANIES[number % len(COMPANIES)].split(), PEOPLE[number % len(PEOPLE)].split()
    words = [*company, "hired", *person, "on", "Monday", "."]
    labels = [
        "B-ORG",
        *["I-ORG"] * (len(company) - 1),
        "O",
        "B-PER",
        *["I-PER"] * (len(person) - 1),
        "O",
        "O",
        "O",
    ]
    return words, labels


def write_data(folder):
    with gzip.open(folder / "gold.jsonl.gz", "wt") as file:
        for number in range(100):
            words, labels = sentence(number)
            file.write(json.dumps({"src": "made", "doc": str(number), "sents": [{"t": words, "y": labels}]}) + "\n")
    with (folder / "raw.jsonl").open("w") as file:
        for number in range(20):
            text = " ".join(" ".join(sentence(number + step)[0]) for step in range(3))
            file.write(json.dumps({"id": str(number), "text": text}) + "\n")
    with (folder / "own.jsonl").open("w") as file:
        for company in COMPANIES * 3:
            file.write(json.dumps({"about": "test", "text": f"<org>{company}</org> fell."}) + "\n")


def test_from_sentences_to_working_weights(tmp_path, capsys):
    began = time.process_time()
    encoder = str(tiny_encoder(tmp_path / "encoder"))
    write_data(tmp_path)
    paths = {name: str(tmp_path / f"{name}.safetensors") for name in ("teacher", "first", "second", "mean")}
    raw, silver = str(tmp_path / "raw.jsonl"), str(tmp_path / "silver.npz")
    common = ["--device", "cpu"]
    fitting = [*common, "fit", "--encoder", encoder, "--gold", str(tmp_path / "gold.jsonl.gz")]
    fitting += ["--own", str(tmp_path / "own.jsonl"), "--own-copies", "1", "--rate", "3e-3", "--batch", "8"]

    train.main([*fitting, "--epochs", "6", "--out", paths["teacher"]])
    train.main([*common, "label", "--teachers", f"{paths['teacher']}:{encoder}", "--raw", raw, "--out", silver])
    students = [*fitting, "--start", paths["teacher"], "--layers", "0", "--raw", raw, "--silver", silver]
    train.main([*students, "--epochs", "2", "--seed", "1", "--out", paths["first"]])
    train.main([*students, "--epochs", "2", "--seed", "2", "--out", paths["second"]])
    gold = ["--gold", str(tmp_path / "gold.jsonl.gz")]
    train.main(
        [
            *common,
            "average",
            paths["first"],
            paths["second"],
            "--encoder",
            encoder,
            *gold,
            "--out",
            paths["mean"],
        ]
    )
    weights = tmp_path / "weights"
    train.main([*common, "export", paths["mean"], "--encoder", encoder, "--size", "small", "--weights", str(weights)])

    assert "mean: development PER+ORG" in capsys.readouterr().out
    (tmp_path / "template").write_text("{models}\n{figures}\n")
    card = ["--template", str(tmp_path / "template"), "--out", str(tmp_path / "card.md")]
    train.main([*common, "card", *gold, "--weights", str(weights), *card])
    assert "| small | yes | 1.000 | 1.000 | 1.000 |" in (tmp_path / "card.md").read_text()
    text = " ".join(sentence(0)[0])
    found = NewsNer(weights=weights).entities([text])[0]
    assert [(text[entity.start : entity.end], entity.label) for entity in found] == [
        ("Velora Labs", "ORG"),
        ("Amina Diallo", "PERSON"),
    ]
    assert time.process_time() - began < 60


def test_the_same_seed_gives_the_same_weights(tmp_path):
    encoder = tiny_encoder(tmp_path / "encoder")
    write_data(tmp_path)
    arguments = [
        "--device",
        "cpu",
        "fit",
        "--encoder",
        str(encoder),
        "--gold",
        str(tmp_path / "gold.jsonl.gz"),
    ]
    arguments += ["--own", str(tmp_path / "own.jsonl"), "--epochs", "1", "--out"]
    for name in ("one", "two"):
        train.main([*arguments, str(tmp_path / name)])
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_the_exported_graph_computes_what_the_tagger_computes(tmp_path):
    from tokenizers import Tokenizer

    from pipeline.ner.model import open_session
    from pipeline.ner.training import export

    tagger = network.load_encoder(
        tiny_encoder(tmp_path / "encoder"), Tokenizer.from_file(str(train.TOKENIZER)), 1
    ).eval()
    export.export(tagger, tmp_path / "weights", "small")
    ids = np.random.default_rng(0).integers(1000, 20000, (1, 40))
    shapes = np.ones_like(ids)
    given = open_session(tmp_path / "weights" / "news_ner_small.onnx", 1).run(["y"], {"i": ids, "c": shapes})[0]
    with torch.no_grad():
        exact = tagger(torch.tensor(ids), torch.tensor(shapes), torch.ones(ids.shape)).numpy()
    assert np.linalg.norm(given - exact) / np.linalg.norm(exact) < 0.1


def test_own_sentences_are_well_formed():
    documents = data.read_own(train.OWN)
    assert len(documents) >= 300
    assert len({document.text for document in documents}) == len(documents)
    kinds = {kind for document in documents for _, _, kind in document.entities}
    assert kinds == set(data.KINDS)
    assert all(document.text[start:end].strip() for document in documents for start, end, _ in document.entities)


def test_names_are_exchanged_within_their_kind():
    documents = [
        data.Document("a", "Velora hired Amina.", ((0, 19),), ((0, 6, "ORG"), (13, 18, "PER"))),
        data.Document("b", "Quill met Bo.", ((0, 13),), ((0, 5, "ORG"), (10, 12, "PER"))),
    ]
    made = data.with_other_names(documents, 20, seed=3)
    assert len(made) == 40
    assert {
        document.text[start:end] for document in made for start, end, kind in document.entities if kind == "ORG"
    } == {"Velora", "Quill"}
    assert {
        document.text[start:end] for document in made for start, end, kind in document.entities if kind == "PER"
    } == {"Amina", "Bo"}


def test_gold_without_a_development_document_is_refused(tmp_path):
    document = data.Document("none", "Velora.", ((0, 7),), ((0, 6, "ORG"),))
    assert not data.is_development(document)
    with pytest.raises(ValueError, match="development fifth; give more documents"):
        train.report("t", None, [document], None, "cpu")


def test_a_line_that_is_no_json_is_named(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"src": "a", "doc": "1", "sents": []}\n{oops\n')
    with pytest.raises(ValueError, match=r"gold\.jsonl:2: no JSON"):
        data.read_gold(path)


def test_recase_changes_shapes_only_where_drawn():
    ids = torch.tensor([[101, 2000, 102]] * 2)
    shapes = torch.tensor([[0, LOWER, 0]] * 2)
    made = fit.recase(ids, shapes, np.array([0.01, 0.9]), 0.15, torch.tensor([0]))
    assert made.tolist() == [[0, UPPER, 0], [0, LOWER, 0]]


def test_labels_follow_the_spans():
    document = data.Document("a", "Velora Labs' Amina", ((0, 18),), ((0, 11, "ORG"), (13, 18, "PER")))
    from tokenizers import Tokenizer

    (example,) = data.examples([document], Pieces(Tokenizer.from_file(str(train.TOKENIZER))))
    assert example.labels == [3, 4, 0, 1]
