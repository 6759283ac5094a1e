"""Past or future by the words around a date, and how far they may stand from it."""

from __future__ import annotations

import pytest

from pipeline.find.dates import DateFinder, DatePatterns
from pipeline.mentions import Sentence
from pipeline.normalise.dates import DateNormaliser
from pipeline.normalise.tense import Tense
from pipeline.patterns import Patterns

PATTERNS = Patterns()
TENSE = Tense(PATTERNS.load("dates.toml", DatePatterns).cues)
FINDER, NORMALISER = DateFinder(PATTERNS), DateNormaliser(PATTERNS)

#: The words before and behind a date; 1 for what is to come, -1 for what was, 0 for neither.
CUES = [
    ("The board will meet on ", ".", 1),
    ("The board met on ", ".", -1),
    ("It has fallen since ", ".", -1),
    ("The trial began ", ".", -1),
    # the nearest cue before the date decides, then the first one behind it
    ("Sales fell and will rise in ", ".", 1),
    ("Sales will rise, and the price fell in ", ".", -1),
    ("", " will be the day of the vote.", 1),
    ("", " was the day of the vote that will come.", -1),
    # "as of" tells neither; deadlines are to come
    ("As of ", ", it had 40 mills.", 0),
    ("It must pay by ", ".", 1),
    ("It paid by ", ".", -1),
    ("If it lost, it paid by ", ".", 1),
    ("If it lost in all the eight mills of the long coast it paid by ", ".", -1),
    ("He leads it until ", ".", 1),
    ("He led it until ", ", when the board replaced him.", -1),
    ("He led it until ", ", when the board will meet.", 1),
    ("The price fell, and by ", " it will be nil.", 1),
    ("The price fell by ", " to nil.", -1),
    # appointed days
    ("A hearing is fixed for ", ".", 1),
    ("Hearings are fixed for ", ".", 1),
    ("A hearing was fixed for ", ".", -1),
    ("It fixed the rate on ", ".", -1),
    # participles, with modals and with "is"
    ("It would be sold in ", ".", 1),
    ("It could have sold in ", ".", 1),
    ("It rented in ", ".", -1),
    ("It sued Kerr in ", ".", -1),
    ("It is rented in ", ".", 0),
    ("We are rented in ", ".", 0),
    ("They're rented in ", ".", 0),
    ("It was rented in ", ".", -1),
    ("It is soon to close in ", ".", 1),
    ("The vote is to come in ", ".", 1),
    ("It went to close in ", ".", -1),
    # what only looks like a past tense
    ("In his bed on ", ".", 0),
    ("In a red hat on ", ".", 0),
    ("The United mill on ", ".", 0),
    ("They wed on ", ".", 0),
    # reach: 30 words before, 14 behind
    ("It fell " + "a " * 28 + "on ", "", -1),
    ("It fell " + "a " * 29 + "on ", "", 0),
    ("", " a b c d e f g h i j k l m was.", -1),
    ("", " a b c d e f g h i j k l m n was.", 0),
    ("", "  " + "x" * 112 + " was.", -1),
    ("", "  " + "x" * 120 + " was.", 0),
]


@pytest.mark.parametrize(("before", "after", "direction"), CUES)
def test_direction(before, after, direction):
    assert TENSE.direction(before, after) == direction


@pytest.mark.parametrize(("words", "told"), [("board meeting", True), ("Meeting", True), ("environment", False), ("", False)])
def test_what_happens_on_the_day(words, told):
    assert TENSE.names_event(words) is told


#: Text of two sentences, the first with a past and the second with a future verb or the other way round.
TWO = [
    ("Sales fell. They will rise Wednesday.", "2024-10-23"),
    ("Sales will rise. They fell Wednesday.", "2024-10-16"),
    ("Sales fell - they will rise Wednesday.", "2024-10-23"),
]


@pytest.mark.parametrize(("text", "value"), TWO)
@pytest.mark.parametrize("given", [False, True])
def test_a_sentence_s_own_verb_counts(text, value, given):
    cut = text.find(". ") + 1
    sentences = [Sentence(0, cut, 0), Sentence(cut + 1, len(text), 0)] if given and cut else []
    (found,) = NORMALISER.records(text, FINDER.find(text), "2024-10-18", sentences)
    assert found.value == value


def test_the_sentences_given_decide_and_not_the_stops():
    text = "It will meet at No. Ten Wednesday. It fell."
    (found,) = NORMALISER.records(text, FINDER.find(text), "2024-10-18", [Sentence(0, 34, 0), Sentence(35, 43, 0)])
    assert found.value == "2024-10-23"
    (found,) = NORMALISER.records(text, FINDER.find(text), "2024-10-18", [Sentence(20, 43, 0)])
    assert found.value == "2024-10-16"


@pytest.mark.parametrize("given", [Sentence(0, 16, 0), Sentence(40, 50, 0)])
def test_outside_the_sentences_given_the_stops_decide(given):
    text = "Sales will rise. The fair of Wednesday: a guide to it."
    (found,) = NORMALISER.records(text, FINDER.find(text), "2024-10-18", [given])
    assert found.value == "2024-10-16"
