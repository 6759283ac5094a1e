"""Totals, breakdowns, intervals, printing, comparison, and the command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import records
from pipeline.evaluate import (
    Counts,
    Evaluation,
    GoldError,
    check,
    compare,
    empty_record,
    evaluate,
    load_folders,
    load_gold,
    pair_by_stem,
    read_records,
    record_from_gold,
    score,
)
from pipeline.evaluate.counts import ArticleScore
from pipeline.evaluate.table import details, errors, main_table
from tests.evaluate_sample import GOLD, TEXT, sample, write_gold


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    return sample(tmp_path_factory.mktemp("gold"))


@pytest.fixture(scope="module")
def perfect(article):
    return record_from_gold(article)


@pytest.fixture(scope="module")
def flawed(article, perfect):
    """One sum with a wrong qualifier, one date lost, one party too much, one fact of another type."""
    wrong = perfect.money[0].model_copy(update={"qualifier": "exact"})
    stranger = records.Party(id="P9", name="Marlow", kind="company")
    other = perfect.facts[0].model_copy(update={"type": "investment"})
    return perfect.model_copy(
        update={
            "money": (wrong, *perfect.money[1:]),
            "dates": perfect.dates[1:],
            "parties": (*perfect.parties, stranger),
            "facts": (other, *perfect.facts[1:]),
        }
    )


def test_counts():
    counts = Counts(2, 1, 3)
    assert (counts.precision, counts.recall, counts.f1) == (2 / 3, 2 / 5, 4 / 8)
    assert Counts().f1 == Counts().precision == Counts().recall == 1
    assert Counts(0, 1, 0).f1 == 0
    assert Counts.of(right=2, gold=5, found=3) == counts
    assert counts + Counts(1, 0, 0) == Counts(3, 1, 3)


def made(*counts: Counts) -> Evaluation:
    articles = [ArticleScore(f"g{n % 2}-{n}", f"g{n % 2}", {"money.span": c}) for n, c in enumerate(counts)]
    return Evaluation(articles)


def test_totals_are_micro_averages():
    assert made(Counts(1, 0, 0), Counts(0, 1, 3)).total("money.span") == Counts(1, 1, 3)


def test_the_interval_holds_the_figure_is_fixed_and_narrows_with_articles():
    few = made(*[Counts(8, 2, 1), Counts(2, 3, 4)] * 3)
    many = made(*[Counts(8, 2, 1), Counts(2, 3, 4)] * 60)
    low, high = few.interval("money.span")
    assert low < few.total("money.span").f1 < high
    assert (low, high) == made(*[Counts(8, 2, 1), Counts(2, 3, 4)] * 3).interval("money.span")
    narrow = many.interval("money.span")
    assert narrow[1] - narrow[0] < (high - low) / 2
    assert made(Counts(1, 1, 1)).interval("money.span") == (0.5, 0.5)


def test_breakdowns(article, flawed):
    result = score([(article, flawed)])
    assert result.by_type()["facts.acquisition"] == Counts(0, 0, 1)
    assert result.by_type()["facts.investment"] == Counts(0, 1, 0)
    assert result.by_type()["clauses.break_fee"] == Counts(1, 0, 0)
    assert result.by_genre() == {"deal": {row: result.rows[row] for row in result.by_genre()["deal"]}}
    assert result.confusion["acquisition", "investment"] == 1
    assert result.confusion["result", "result"] == 1
    assert result.worst() == [("deal-quillmark", Counts(4, 1, 1))]


def test_confusion_with_no_fact(article, perfect):
    missed = score([(article, empty_record(article))]).confusion
    assert missed["acquisition", "-"] == 1
    extra = perfect.facts[0].model_copy(update={"evidence": perfect.facts[4].evidence, "amount": None, "object": None})
    found = score([(article, perfect.model_copy(update={"facts": (*perfect.facts, extra)}))]).confusion
    assert found["-", "acquisition"] == 1


def test_errors_say_what_and_where(article, flawed):
    text = errors(score([(article, flawed)]).articles)
    assert text.splitlines()[0] == "== deal-quillmark"
    assert "money QUALIFIER: '£40 million' = GBP 40000000 about (found '£40 million' = GBP 40000000 exact)" in text
    assert "Tarn Foods Ltd for about ⟦£40 million⟧. Quillmark must pay" in text
    assert "dates MISSED: 'Monday' = DATE 2023-05-08" in text
    assert "parties TOO MUCH: 'Marlow' = company" in text
    assert "facts TYPE: acquisition subject=Quillmark Group plc object=Tarn Foods Ltd" in text
    assert sum(line.startswith("  ") and line[2] != " " for line in text.splitlines()) == 4


def test_errors_of_one_kind(article, flawed, perfect):
    text = errors(score([(article, flawed)]).articles, ["dates"])
    assert "dates MISSED" in text and "money" not in text
    assert errors(score([(article, perfect)]).articles) == "no errors"


def test_table_and_details_print_the_figures(article, flawed):
    result = score([(article, flawed)])
    lines = main_table(result).splitlines()
    assert lines[0] == "1 articles"
    (strict,) = [line for line in lines if line.startswith("facts.strict")]
    assert strict.split()[1:7] == ["4", "1", "1", "0.800", "0.800", "0.800"]
    printed = details(result)
    assert "acquisition -> investment" in printed
    assert "deal-quillmark" in printed


def test_json_is_complete_and_stable(article, flawed):
    result = score([(article, flawed)])
    data = json.loads(result.to_json())
    assert data["rows"]["facts.strict"]["f1"] == 0.8
    assert data["per_article"]["deal-quillmark"]["items"]["dates: Monday#1"] == ["missed"]
    assert result.to_json() == score([(article, flawed)]).to_json()


def test_compare_with_itself_says_nothing(article, flawed):
    result = score([(article, flawed)])
    assert compare(result.to_json(), result) == "no change"


def test_compare_says_what_got_better_and_what_worse(article, perfect, flawed):
    good, bad = score([(article, perfect)]), score([(article, flawed)])
    up, down = compare(bad.to_json(), good), compare(good.to_json(), bad)
    assert "better (4)" in up and "worse" not in up
    assert "worse (4)" in down and "better" not in down
    assert "deal-quillmark  dates: Monday#1: missed -> fine" in up
    assert "deal-quillmark  parties: +Marlow: fine -> too much" in down
    assert "facts.strict       0.800 -> 1.000  (+0.200)" in up


def test_compare_names_articles_of_one_side(article, perfect):
    one = score([(article, perfect)])
    data = one.to_data()
    data["per_article"]["old-one"] = data["per_article"].pop("deal-quillmark")
    assert "only in one of the two: deal-quillmark, old-one" in compare(data, one)


@pytest.mark.parametrize("old", ["{}", "[]", "no json", '{"rows": {}}'])
def test_compare_refuses_what_is_no_evaluation(article, perfect, old):
    with pytest.raises(ValueError, match="no evaluation"):
        compare(old, score([(article, perfect)]))


def test_nothing_to_score():
    with pytest.raises(GoldError, match="nothing to score"):
        score([])


def test_records_are_paired_by_stem(article, perfect):
    moved = perfect.article.model_copy(update={"source": records.SourceRecord(path="sub/deal-quillmark.html")})
    assert pair_by_stem([article], [perfect.model_copy(update={"article": moved})])[0][1].facts == perfect.facts
    other = perfect.article.model_copy(update={"source": records.SourceRecord(path="other.txt")})
    with pytest.raises(GoldError, match="no record belongs"):
        pair_by_stem([article], [perfect.model_copy(update={"article": other})])
    with pytest.raises(GoldError, match="two records"):
        pair_by_stem([article], [perfect, perfect])


def test_an_article_without_record_counts_as_empty(tmp_path):
    write_gold(tmp_path, "deal-a")
    write_gold(tmp_path, "deal-b")
    gold = load_gold(tmp_path)
    result = score(pair_by_stem(gold, [record_from_gold(gold[0])]))
    assert result.rows["facts.strict"] == Counts(5, 0, 5)


def test_records_are_read_back_exactly(tmp_path, perfect):
    path = tmp_path / "articles.jsonl"
    path.write_bytes(perfect.to_json() + b"\n")
    assert read_records(path) == [perfect]
    path.write_bytes(perfect.to_json() + b"\n{}\n")
    with pytest.raises(GoldError, match=r"articles.jsonl:2: no record"):
        read_records(path)
    with pytest.raises(GoldError, match=r"none\.jsonl"):
        read_records(tmp_path / "none.jsonl")


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline.evaluate", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command(tmp_path, perfect, flawed):
    write_gold(tmp_path / "gold")
    (tmp_path / "good.jsonl").write_bytes(perfect.to_json())
    (tmp_path / "bad.jsonl").write_bytes(flawed.to_json())
    first = run(tmp_path / "gold", tmp_path / "good.jsonl", "--json", tmp_path / "good.json")
    assert (first.returncode, first.stderr) == (0, "")
    second = run(
        tmp_path / "gold",
        tmp_path / "bad.jsonl",
        "--errors",
        "--details",
        "--against",
        tmp_path / "good.json",
    )
    assert "worse (4)" in second.stdout and "dates MISSED" in second.stdout
    failed = run(tmp_path / "gold", tmp_path / "none.jsonl")
    assert failed.returncode == 2
    assert failed.stderr.count("\n") == 1 and "none.jsonl" in failed.stderr


class GoldExtractor:
    """Gives each article its gold as a record, but with what was read as the article."""

    def __init__(self, gold):
        self.records = {article.stem: record_from_gold(article) for article in gold}
        self.seen = []

    def pipe(self, articles):
        for article in articles:
            self.seen.append(article)
            stem = Path(article.source.path).stem
            source = records.SourceRecord(path=article.source.path)
            made = self.records[stem].article.model_copy(update={"text": article.text, "source": source})
            yield self.records[stem].model_copy(update={"article": made})


def test_evaluate_reads_the_articles_with_their_metadata(tmp_path):
    write_gold(tmp_path / "one", "deal-a")
    write_gold(tmp_path / "two", "deal-b")
    folders = [tmp_path / "one", tmp_path / "two"]
    extractor = GoldExtractor(load_folders(folders))
    result = evaluate(folders, extractor)
    assert [article.stem for article in result.articles] == ["deal-a", "deal-b"]
    assert result.rows["facts.exact"] == Counts(10, 0, 0)
    assert [article.published for article in extractor.seen] == ["2023-05-10", "2023-05-10"]


def test_gold_of_a_web_page_counts_in_the_extracted_text(tmp_path):
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT.replace("\n", " ").split("  ")[1:])
    body = f"<nav>Log in</nav><article>{paragraphs}</article>"
    page = f"<html><head><title>Deal</title></head><body>{body}</body></html>"
    path = write_gold(tmp_path, gold=GOLD | {"clauses": [], "facts": GOLD["facts"][:3], "title": None})
    path.with_suffix(".txt").unlink()
    path.with_suffix(".html").write_text(page)
    gold = json.loads(path.read_text())
    gold["dates"] = gold["dates"][:2]
    path.write_text(json.dumps(gold))
    assert check(tmp_path) == []
    (article,) = load_gold(tmp_path)
    assert "<p>" not in article.text and "Quillmark Group plc said on Monday" in article.text
    assert evaluate([tmp_path], GoldExtractor([article])).rows["money.all"] == Counts(4, 0, 0)
