"""`NewsNer` and the spaCy component: entities of inline sentences, exact offsets, and clear errors."""

import json
import shutil
import time

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.ner import NerError, NewsNer
from pipeline.ner.model import WEIGHTS, read_index
from pipeline.patterns import parse_example

LABELS = {"person": "PERSON", "org": "ORG", "place": "LOC"}

SENTENCES = [
    "<org>Orvane Labs</org> hired <person>Amina Kourouma</person> in <place>Nairobi</place> on Thursday.",
    "<person>Jose\u0301 Pen\u0303a</person> 🚀 of <org>Varga & Holt LLP</org> sued the <org>Federal Trade Commission</org>.",
    "Shares of <org>Corvid Therapeutics, Inc.</org> fell 4% after the chief executive resigned.",
    "<org>Bellweather Capital</org>, a unit of <org>Tamarack Group</org>, will pay $40 million.",
    "The <org>Ministry of Finance</org> said <place>Indonesia</place> would borrow less next year.",
    "The company expects revenue of $40 million to $45 million in the third quarter.",
]

NAMES = "<person>Priya Venkatesan</person> joined <org>Tamarack Group</org>."


@pytest.fixture(scope="module")
def ner() -> NewsNer:
    return NewsNer()


def expected(markup: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, tags = parse_example(markup)
    return text, [(tag.start, tag.end, LABELS[tag.tag]) for tag in tags]


@pytest.mark.parametrize("markup", SENTENCES)
def test_inline_sentences(ner, markup):
    text, truth = expected(markup)
    found = ner.entities([text])[0]
    assert len(found) == len(truth)
    assert [entity[:3] for entity in found] == truth
    assert all(0.0 < entity.score <= 1.0 for entity in found)


def test_places_in_both_directions_of_script_do_not_move_offsets(ner):
    text, truth = expected("אבג 🧑🏽‍🚀 مرحبا " + NAMES)
    assert [entity[:3] for entity in ner.entities([text])[0]] == truth


def test_a_document_does_not_depend_on_its_neighbours(ner):
    texts = [parse_example(markup)[0] for markup in SENTENCES]
    together = ner.entities(texts)
    assert together == [ner.entities([text])[0] for text in texts]
    assert together == ner.entities(texts[::-1])[::-1]
    assert any(together)


def test_only_the_given_sentences_are_read(ner):
    first, second = parse_example(SENTENCES[0])[0], parse_example(SENTENCES[3])[0]
    text = f"{first} {second}"
    found = ner.entities([text], [[(len(first) + 1, len(text))]])[0]
    assert [text[entity.start : entity.end] for entity in found] == ["Bellweather Capital", "Tamarack Group"]


@pytest.mark.parametrize("text", ["", "   \n\n ", "\u0301\u0301", "?!", "🚀"])
def test_texts_without_words(ner, text):
    assert ner.entities([text]) == [[]]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120), st.text(max_size=40))
@example("", "0L\x85®")  # a space that is none of the usual ones, before a sign that is cut
def test_offsets_lie_in_the_text_and_ascend(ner, before, after):
    text = f"{before}\n{parse_example(NAMES)[0]}\n{after}"
    found = ner.entities([text])[0]
    borders = [border for entity in found for border in (entity.start, entity.end)]
    assert borders == sorted(borders)
    assert all(0 <= entity.start < entity.end <= len(text) for entity in found)
    assert all(text[entity.start : entity.end].strip() == text[entity.start : entity.end] for entity in found)


def test_a_very_long_text(ner):
    text = parse_example(NAMES)[0] + " "
    found = ner.entities([text * 300])[0]
    assert [entity.start for entity in found][::2] == [at * len(text) for at in range(300)]


@pytest.mark.skipif("large" not in read_index(WEIGHTS)["models"], reason="the large weights are not installed")
def test_large():
    text, truth = expected(SENTENCES[0])
    assert [entity[:3] for entity in NewsNer("large").entities([text])[0]] == truth


def test_an_unknown_size_is_named():
    with pytest.raises(NerError, match=r"no news NER of size 'huge'; there is .*small"):
        NewsNer("huge")


def damaged(folder):
    shutil.copytree(WEIGHTS, folder)
    return folder / read_index(folder)["models"]["small"]["files"][0]["name"]


def test_damaged_weights_are_refused(tmp_path):
    path = damaged(tmp_path / "weights")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(NerError, match=f"{path.name} of the news NER is damaged: .*reinstall newsfacts"):
        NewsNer(weights=path.parent)


def test_missing_weights_are_named(tmp_path):
    path = damaged(tmp_path / "weights")
    path.unlink()
    with pytest.raises(NerError, match=f"{path.name} of the news NER is missing"):
        NewsNer(weights=path.parent)
    with pytest.raises(NerError, match="no weights of the news NER"):
        NewsNer(weights=tmp_path)


def test_the_index_names_every_file():
    index = json.loads((WEIGHTS / "index.json").read_text(encoding="utf-8"))
    named = {file["name"] for model in index["models"].values() for file in model["files"]} | {"tokenizer.json"}
    assert named | {"index.json"} == {path.name for path in WEIGHTS.iterdir()}


@pytest.fixture(scope="module")
def nlp():
    import pipeline.ner.component  # noqa: F401  (registers the factory where the package is not installed)

    made = spacy.blank("en")
    made.add_pipe("news_ner")
    return made


@pytest.mark.parametrize("markup", SENTENCES)
def test_the_component_sets_doc_ents(nlp, markup):
    text, truth = expected(markup)
    doc = nlp(text)
    assert len(doc.ents) == len(truth)
    assert [(span.start_char, span.end_char, span.label_) for span in doc.ents] == truth
    assert all(0.0 < span._.ner_score <= 1.0 for span in doc.ents)


def test_the_component_pipes_in_order_and_alike(nlp):
    texts = [parse_example(markup)[0] for markup in SENTENCES] * 3
    piped = [[(span.text, span.label_, span._.ner_score) for span in doc.ents] for doc in nlp.pipe(texts, batch_size=4)]
    assert piped == [[(span.text, span.label_, span._.ner_score) for span in nlp(text).ents] for text in texts]
    assert sum(map(len, piped)) == 3 * sum(len(expected(markup)[1]) for markup in SENTENCES)


def test_the_component_takes_sentences_of_an_earlier_one(nlp):
    made = spacy.blank("en")
    made.add_pipe("sentencizer")
    made.add_pipe("news_ner")
    text, truth = expected(SENTENCES[0])
    assert [(span.start_char, span.end_char, span.label_) for span in made(text).ents] == truth


def test_loading_takes_well_under_a_second(ner):
    began = time.process_time()
    NewsNer()
    assert time.process_time() - began < 1.0
