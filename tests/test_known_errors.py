"""No article of `corpus/` is read worse than the ledger of known errors says, entry by entry.

`test_gate` asks besides whether all that is listed is still wrong.
"""

from __future__ import annotations

import dataclasses

import pytest

from pipeline.evaluate import load_folders, score
from pipeline.evaluate.counts import ArticleScore, Item
from tests import known_errors
from tests.raise_floors import SETS

GOLD = load_folders(SETS["corpus"])
LEDGER = known_errors.read(known_errors.LEDGER.read_text(encoding="utf-8"))


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.stem)
def test_nothing_that_was_right_is_wrong(gold, corpus_records):
    (now,) = score([(gold, corpus_records[gold.stem])]).articles
    known = LEDGER.get(gold.stem, known_errors.Errors())
    assert known_errors.worse(known, known_errors.errors_of(now)) == []


# The ledger itself -----------------------------------------------------------------------------------------

RIGHT = Item("parties", "Halvor", "'Halvor' = company")
MISSED = Item("facts", "payment Halvor - USD 3", "payment subject=Halvor amount=USD 3", ("missed",))
STATUS = Item("facts", MISSED.key, f"{MISSED.label}\n        found payment subject=Halvor", ("status",))
OTHER = Item("dates", "+17 that day", "'that day' = DATE 2024-10-17", ("too much",))


def article(*items: Item, stem: str = "bid-halvor") -> ArticleScore:
    return ArticleScore(stem, "bid", items=list(items))


def worse(before: list[Item], after: list[Item]) -> list[str]:
    return known_errors.worse(known_errors.errors_of(article(*before)), known_errors.errors_of(article(*after)))


def test_what_was_right_and_is_wrong_is_new():
    kind = dataclasses.replace(RIGHT, label=RIGHT.label + " (found 'Halvor' = person)", faults=("kind",))
    assert worse([RIGHT], [kind]) == ["parties kind: 'Halvor' = company"]
    assert worse([], [OTHER]) == ["dates too much: 'that day' = DATE 2024-10-17"]


def test_another_fault_of_the_same_entry_is_new():
    assert worse([STATUS], [STATUS]) == []
    both = dataclasses.replace(STATUS, faults=("date", "status"))
    assert worse([STATUS], [both]) == [f"facts date: {MISSED.label}"]
    assert worse([both], [STATUS]) == []
    assert worse([STATUS], [MISSED]) == [f"facts missed: {MISSED.label}"]


def test_an_error_in_place_of_another_is_not_new():
    assert worse([MISSED], [STATUS]) == []
    later = dataclasses.replace(OTHER, label="'that day' = DATE 2024-10-18")
    assert worse([OTHER], [later]) == []
    assert worse([OTHER], [OTHER, OTHER]) == ["dates too much: 'that day' = DATE 2024-10-17"]
    assert worse([OTHER, STATUS], [dataclasses.replace(OTHER, kind="money"), STATUS]) == [
        "money too much: 'that day' = DATE 2024-10-17"
    ]


def test_equal_quotes_are_told_apart():
    first, second = (Item("dates", f"May#{n}", "'May' = DATE 2024-05", ("missed",)) for n in (1, 2))
    assert worse([first], [second]) == ["dates missed: 'May' = DATE 2024-05 #2"]


def test_the_file_says_what_was_written():
    scores = [article(MISSED, OTHER, OTHER, RIGHT), article(STATUS, stem="aid-tier"), article(RIGHT, stem="trap-x")]
    text = known_errors.text_of(scores)
    assert text.splitlines()[1:] == [
        "", "aid-tier", f"  facts status: {MISSED.label}",
        "", "bid-halvor", *[f"  dates too much: {OTHER.label}"] * 2, f"  facts missed: {MISSED.label}",
    ]  # fmt: skip
    assert known_errors.read(text) == {score.stem: known_errors.errors_of(score) for score in scores[:2]}
    assert list(known_errors.differences(text, known_errors.text_of(scores[1:]))) == [
        *[f"- bid-halvor: dates too much: {OTHER.label}"] * 2,
        f"- bid-halvor: facts missed: {MISSED.label}",
    ]
    with pytest.raises(ValueError, match="no error"):
        known_errors.read("bid-halvor\n  a note\n")
