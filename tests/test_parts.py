"""Articles that are taken in parts: where they are cut, and what of their parts becomes one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import parts
from pipeline.mentions import Article, Block
from pipeline.parts import cut
from pipeline.read import article_from_text

FILLER = "The wind blew from the north and the harbour was quiet.\n\n"
FIRST = "Velmora Holdings Plc bought Ostrand Ltd for $5 million on 3 May 2023.\n\n"
LATER = "Velmora Holdings Plc sued Kestrel Foods Ltd in a London court for €7 million.\n\n"


@given(st.text(alphabet="ab. \n", max_size=400), st.integers(10, 60))
def test_parts_are_the_whole_text_and_none_is_too_long(text, longest):
    pieces = cut(Article(text), longest)
    assert "".join(part.text for _, part in pieces) == text
    assert [start for start, _ in pieces] == [sum(len(p.text) for _, p in pieces[:n]) for n in range(len(pieces))]
    assert all(len(part.text) <= longest for _, part in pieces)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One two.\nThree four.\n\nFive six. Seven eight", "One two.\nThree four.\n\n"),
        ("One two three. Four five.\nSix seven. Eight nine", "One two three. Four five.\n"),
        ("One two three. Four five. Six seven eight nine", "One two three. Four five. "),
        ("one two three four five six seven eight nine", "one two three four five six "),
        ("onetwothreefourfivesixseveneightnineten", "onetwothreefourfivesixseveneig"),
    ],
)
def test_a_border_of_paragraphs_comes_before_one_of_lines_sentences_and_words(text, first):
    assert cut(Article(text), 30)[0][1].text == first


def test_lines_keep_their_roles():
    text = "A headline\n" + "word " * 10 + "\nmore"
    blocks = [Block(0, 10, "headline"), Block(11, 61, "body"), Block(62, 66, "chrome")]
    found = [[part.text[b.start : b.end] for b in part.blocks] for _, part in cut(Article(text, blocks=blocks), 40)]
    assert "".join("".join(lines) for lines in found) == "A headline" + "word " * 10 + "more"
    assert next(b.role for _, part in cut(Article(text, blocks=blocks), 40) for b in part.blocks) == "headline"


@pytest.fixture(scope="module")
def long_record(extractor):
    text = FIRST + FILLER * 500 + LATER + FILLER * 500 + FIRST
    assert len(text) > parts.LONGEST
    article = article_from_text(text, published="2023-06-01")
    return text, json.loads(extractor.extract(article).to_json())


def test_a_long_article_is_one_record(long_record):
    text, record = long_record
    assert record["article"]["text"] == text
    assert [p["name"] for p in record["parties"]] == ["Velmora Holdings Plc", "Ostrand Ltd", "Kestrel Foods Ltd"]
    assert [p["id"] for p in record["parties"]] == ["P1", "P2", "P3"]
    assert [len(p["mentions"]) for p in record["parties"]] == [3, 2, 1]
    assert [m["id"] for m in record["money"]] == ["M1", "M2", "M3"]
    assert [d["value"] for d in record["dates"] if d["type"] == "DATE"] == ["2023-05-03", "2023-05-03"]


def test_its_facts_are_told_once_and_refer_to_the_joined_lists(long_record):
    _, record = long_record
    told = [(f["id"], f["type"], f["subject"], f["object"], f["money"], len(f["mentions"])) for f in record["facts"]]
    assert told == [("F1", "acquisition", "P1", "P2", "M1", 1), ("F2", "lawsuit", "P1", "P3", "M2", 0)]


def test_its_offsets_hold_and_it_is_marked(long_record):
    text, record = long_record
    spans = [m for p in record["parties"] for m in p["mentions"]] + record["money"] + record["dates"]
    spans += [s for f in record["facts"] for s in (f["evidence"], *f["mentions"], *f["cues"])]
    assert len(spans) >= 15
    assert all(text[s["start"] : s["end"]] == s["text"] for s in spans)
    assert [w for w in record["article"]["warnings"] if "parts" in w] == [
        "longer than 50,000 characters: analysed in 2 parts, facts are linked within a part"
    ]


def test_an_article_of_usual_length_is_not_marked(extractor):
    assert extractor.extract(article_from_text(FIRST, published="2023-06-01")).article.warnings == ()
