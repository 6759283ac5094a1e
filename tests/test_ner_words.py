"""Words, case shapes and windows of the news NER: offsets are exact whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from pipeline.ner import words
from pipeline.ner.model import WEIGHTS

ODD = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=("Cs",)),
        st.sampled_from("aB .,\n\u0301\u200d\u202e🚀👩‍👩‍👧אבج中日한\u00a0\u2028ﬁß"),
    ),
    max_size=200,
)


@pytest.fixture(scope="module")
def pieces() -> words.Pieces:
    return words.Pieces(Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")))


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("deal", words.LOWER),
        ("Velora", words.CAPITALISED),
        ("NYSE", words.UPPER),
        ("OpenMind", words.MIXED),
        ("xVault", words.MIXED),
        ("Q3", words.DIGITS),
        ("J", words.INITIAL),
        ("$", words.PUNCTUATION),
        ("中文", words.LOWER),
    ],
)
def test_case_shape(word, shape):
    assert words.case_shape(word) == shape


def test_a_combining_mark_stays_with_its_letter():
    text = "Jose\u0301 Pen\u0303a"
    assert [text[m.start() : m.end()] for m in words.WORD.finditer(text)] == ["Jose\u0301", "Pen\u0303a"]


def test_sentences_end_at_stops_and_lines_but_not_after_abbreviations():
    text = "Dr. A. Moss of Acme Inc. left. She is 52.\nNext line (no stop)\n\nWhy? Because."
    found = [text[start:end].strip() for start, end in words.sentence_spans(text)]
    assert found == [
        "Dr. A. Moss of Acme Inc. left.",
        "She is 52.",
        "Next line (no stop)",
        "Why?",
        "Because.",
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The company expects to close the sale in 90 days.", False),
        ("“We are glad,” he said.", False),
        ("The company hired Amina.", True),
        ("the company hired amina.", True),
        ("Orinda said it would.", True),
        ("Inphase said it would.", True),
        ("It sells iPhones.", True),
        ("", True),
    ],
)
def test_sentences_without_capitals_are_not_read(sentence, expected):
    assert words.may_hold_names(f"X. {sentence} Y.", 3, 3 + len(sentence)) is expected


@settings(max_examples=150, deadline=None)
@given(ODD)
def test_windows_hold_every_word_once(pieces, text):
    spans = words.sentence_spans(text)
    made = words.windows(text, spans, pieces)
    assert all(len(window.ids) == len(window.shapes) <= words.MAX_PIECES for window in made)
    assert all(len(window.firsts) == len(window.words) for window in made)
    assert [word for window in made for word in window.words] == [m.span() for m in words.WORD.finditer(text)]


def test_a_long_sentence_is_cut_at_a_comma(pieces):
    text = " ".join(["word"] * 90) + ", " + " ".join(["next"] * 90)
    first, second = words.windows(text, [(0, len(text))], pieces)
    assert len(first.words) == 91
    assert second.words[0] == (text.index("next"), text.index("next") + 4)


def test_a_text_without_spaces_is_read_in_bounded_memory(pieces):
    made = words.windows("长" * 200_000, [(0, 200_000)], pieces)
    assert [len(window.words) for window in made] == [1]


def test_a_sentence_without_commas_is_cut_where_the_window_is_full(pieces):
    text = " ".join(["word"] * 1000)
    made = words.windows(text, [(0, len(text))], pieces)
    assert [len(window.words) for window in made] == [126] * 7 + [118]
