"""Gold files: loading, the checker, and the way to a record and back."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate import GoldError, check, gold_from_record, load_folders, load_gold, record_from_gold
from pipeline.evaluate.gold import Gold, locate, nth_at
from pipeline.records import dumps
from tests.evaluate_sample import GOLD, TEXT, sample, write_gold

SHARED_GOLD = Path(__file__).parents[2] / "shared" / "gold"
needs_shared = pytest.mark.skipif(not SHARED_GOLD.is_dir(), reason="the annotated real articles are not here")


@given(st.text("ab", min_size=1, max_size=12), st.data())
def test_nth_at_is_the_inverse_of_locate(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert locate(text, text[start:end], nth_at(text, start, end)) == (start, end)


def test_locate_counts_from_one_and_knows_when_there_is_none():
    assert locate("one one", "one", 2) == (4, 7)
    assert locate("one one", "one", 3) is None
    assert locate("aaa", "aa", 2) == (1, 3)


def test_load(tmp_path):
    article = sample(tmp_path)
    assert (article.stem, article.genre, article.text) == ("deal-quillmark", "deal", TEXT)
    assert len(article.gold.facts) == 5
    assert article.gold.money[0].amount == Decimal(40000000)


def test_line_ends_are_kept(tmp_path):
    write_gold(tmp_path, gold=GOLD | {"money": [], "clauses": [], "facts": []}, text=TEXT.replace("\n", "\r\n"))
    assert "\r\n" in load_gold(tmp_path)[0].text


def test_fractions_stay_exact(tmp_path):
    path = write_gold(tmp_path)
    path.write_text(path.read_text().replace("40000000", "0.16"))
    assert load_gold(tmp_path)[0].gold.money[0].amount == Decimal("0.16")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not JSON"),
        ("[]", "gold"),
        ("{}", "parties"),
        (json.dumps(GOLD | {"dates": [{"text": "2022", "type": "DAY", "value": "2022"}]}), "dates.0.type"),
    ],
)
def test_a_bad_gold_file_is_named(tmp_path, content, message):
    write_gold(tmp_path).write_text(content)
    with pytest.raises(GoldError, match=rf"deal-quillmark.json.*{message}"):
        load_gold(tmp_path)


def test_a_folder_without_gold_and_gold_without_article(tmp_path):
    with pytest.raises(GoldError, match="no such folder"):
        load_gold(tmp_path / "none")
    with pytest.raises(GoldError, match="holds no gold"):
        load_gold(tmp_path)
    write_gold(tmp_path).with_suffix(".txt").unlink()
    with pytest.raises(GoldError, match="no article beside it"):
        load_gold(tmp_path)


def test_a_stem_may_stand_in_one_folder_only(tmp_path):
    write_gold(tmp_path / "a")
    write_gold(tmp_path / "b")
    with pytest.raises(GoldError, match="deal-quillmark"):
        load_folders([tmp_path / "a", tmp_path / "b"])


def test_check_finds_nothing_in_good_gold(tmp_path):
    write_gold(tmp_path)
    assert check(tmp_path) == []


FAULTS = [
    (("parties", 0, "kind"), "firm", "parties.0.kind"),
    (("parties", 1, "id"), "P1", "id used 2 times"),
    (("parties", 0, "aliases"), ["Quillmarket"], "'Quillmarket' is not in the article"),
    (("parties", 0, "name"), "", "'' is not in the article"),
    (("money", 0, "nth"), 2, "nth 2 is not in the article"),
    (("money", 0, "text"), "£2 million", "stands 2 times"),
    (("money", 0, "amount"), None, "no amount"),
    (("money", 3, "max"), None, "range without min and max"),
    (("money", 0, "qualifier"), "roughly", "money.0.qualifier"),
    (("money", 0, "currency"), "£", "no ISO 4217 code"),
    (("dates", 0, "text"), "Tuesday", "'Tuesday' nth 1 is not in the article"),
    (("dates", 0, "value"), None, "dates.0.value"),
    (("clauses", 0, "type"), "penalty", "clauses.0.type"),
    (("clauses", 0, "status"), "open", "clauses.0.status"),
    (("clauses", 0, "parties"), ["P9"], "unknown parties P9"),
    (("clauses", 0, "trigger"), "the deal fails", "trigger 'the deal fails' is not in the article"),
    (("facts", 0, "type"), "merger", "facts.0.type"),
    (("facts", 0, "status"), "done", "facts.0.status"),
    (("facts", 0, "object"), "P9", "object 'P9' is no party id"),
    (("facts", 0, "object_text"), "a bakery", "object_text 'a bakery' is not in the article"),
    (("facts", 1, "subject"), None, "neither subject nor object"),
    (("facts", 0, "amount"), {"currency": "GBP"}, "amount without value"),
    (("facts", 0, "evidence"), "Quillmark buys.", "evidence 'Quillmark buys.' is not in the article"),
    (("facts", 0, "evidence"), "", "facts.0.evidence"),
    (("facts", 0, "stakes"), "all", "unknown key 'stakes'"),
]


@pytest.mark.parametrize(("place", "value", "message"), FAULTS)
def test_check_finds_each_fault(tmp_path, place, value, message):
    gold = copy.deepcopy(GOLD)
    kind, number, key = place
    gold[kind][number][key] = value
    write_gold(tmp_path, gold=gold)
    problems = check(tmp_path)
    assert any(message in problem for problem in problems), problems
    assert all(problem.startswith("deal-quillmark.json: ") for problem in problems)


def test_check_names_articles_without_gold_and_gold_without_article(tmp_path):
    write_gold(tmp_path)
    (tmp_path / "note-extra.txt").write_text("No gold.")
    write_gold(tmp_path, "note-lone").with_suffix(".txt").unlink()
    problems = check(tmp_path)
    assert len(problems) == 2
    assert "note-lone.json" in problems[0] and "no article beside it" in problems[0]
    assert problems[1] == "note-extra.txt: has no gold beside it"


def test_check_of_a_folder_that_is_not_there(tmp_path):
    assert len(check(tmp_path / "none")) == 1


def test_record_from_gold_has_all_entries_where_they_stand(tmp_path):
    record = record_from_gold(sample(tmp_path))
    kinds = ("parties", "money", "dates", "clauses", "facts")
    assert [len(getattr(record, kind)) for kind in kinds] == [4, 4, 3, 1, 5]
    spans = [*record.money, *record.dates, *record.clauses, *(fact.evidence for fact in record.facts)]
    spans += [mention for party in record.parties for mention in party.mentions]
    assert len(spans) == 4 + 3 + 1 + 5 + 8
    assert all(TEXT[span.start : span.end] == span.text for span in spans)


def test_gold_to_record_and_back(tmp_path):
    article = sample(tmp_path)
    back = json.loads(dumps(gold_from_record(record_from_gold(article))))
    assert Gold.model_validate(back) == article.gold
    write_gold(tmp_path / "back", gold=back)
    assert check(tmp_path / "back") == []


@needs_shared
@pytest.mark.parametrize("folder", ["dev", "source"])
def test_real_gold_checks_and_comes_back(folder):
    assert check(SHARED_GOLD / folder) == []
    for article in load_gold(SHARED_GOLD / folder):
        assert Gold.model_validate(gold_from_record(record_from_gold(article))) == article.gold
