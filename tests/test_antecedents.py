"""Whom references mean by what was learned: trees in whole numbers, rows of features, the choice, and the fitting."""

import json

import pytest

from pipeline import Extractor
from pipeline.boosted import Trees, trees
from pipeline.mentions import Article, Block, Entity
from pipeline.nlp import Analysis
from pipeline.resolve import nominals, resolver
from pipeline.resolve.antecedents import FEATURES, SORTS, WEIGHTS, Antecedents, Reference, Ruled, code_of, sort_of
from pipeline.resolve.training.rows import questions, read
from tests.party_support import parse_example, stages

#: Two levels: is the first feature above 2 (bit 0), is the second above 0 (bit 1)?
TWO = Trees([[0, 1], [1, 1]], [[2, 0], [5, 5]], [[1, 10, 100, 1000], [0, 0, 0, 7]])


@pytest.mark.parametrize(
    ("row", "points"), [([2, 0], 1), ([3, 0], 10), ([2, 1], 100), ([3, 1], 1000), ([3, 6], 1007), ([0, 6], 107)]
)
def test_each_level_answers_one_bit(row, points):
    assert TWO.points([row]) == [points]


def test_rows_do_not_change_each_other():
    assert TWO.points([[2, 0], [3, 6], [2, 0]]) == [1, 1007, 1]


def test_the_shipped_trees_ask_for_features_that_there_are():
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    assert {f for tree in stored["features"] for f in tree} <= set(range(len(FEATURES)))
    assert len(stored["features"]) == len(stored["bounds"]) == len(stored["leaves"]) > 100
    assert {len(tree) for tree in stored["leaves"]} == {2 ** len(stored["features"][0])}
    assert all(isinstance(points, int) for tree in stored["leaves"] for points in tree)
    assert trees(WEIGHTS) is trees(WEIGHTS)


def scene_of(markup, monkeypatch):
    """What resolves the nouns of an example whose names are marked as by a NER."""
    kept = []

    class Kept(nominals.Nominals):
        def __init__(self, scene, antecedents):
            super().__init__(scene, antecedents)
            kept.append(self)

    monkeypatch.setattr(resolver, "Nominals", Kept)
    text, tags = parse_example(markup)
    splitter, finder, resolves, _ = stages()
    article = Article(text=text, blocks=[Block(0, len(text), "body")])
    entities = [Entity(tag.start, tag.end, tag.attributes["label"]) for tag in tags]
    analysis = Analysis(article, splitter.article(article), entities)
    resolves.resolve(article, analysis.sentences, finder.find(article, analysis.sentences, entities))
    assert len(kept) == 1
    return kept[0]


NEWS = (
    "<ner label=ORG>Velmora Inc.</ner> makes ovens. <ner label=PERSON>Ada Quill</ner> runs it. "
    "Many analysts at <ner label=ORG>Ostrand Data</ner> said <ner label=ORG>Velmora Inc.</ner> grew because it sold its mills."
)


def at(scene, word, nth=0):
    starts = [i for i in range(len(scene.text)) if scene.text.startswith(f" {word} ", i)]
    start = starts[nth] + 1
    return Reference(start, start + len(word), sort_of(word))


def test_a_row_for_each_candidate_and_one_for_nobody(monkeypatch):
    scene = scene_of(NEWS, monkeypatch)
    firms = [n for n, d in enumerate(scene.drafts) if d.kind != "person"]
    assert len(firms) == 2
    rows = scene.antecedents.rows(at(scene, "it"), firms)
    assert [number for number, _ in rows] == [*firms, None]
    assert {len(row) for _, row in rows} == {len(FEATURES)}


def value(rows, number, name):
    return dict(rows)[number][FEATURES.index(name)]


def test_what_a_row_says(monkeypatch):
    scene = scene_of(NEWS, monkeypatch)
    names = {d.names[0].text: n for n, d in enumerate(scene.drafts)}
    velmora, ostrand = names["Velmora Inc."], names["Ostrand Data"]
    rows = scene.antecedents.rows(at(scene, "its"), [velmora, ostrand], {velmora: 4}, Ruled(velmora, 8))
    assert value(rows, velmora, "sort") == SORTS.index("its")
    assert (value(rows, ostrand, "order0"), value(rows, velmora, "order0")) == (0, 1)
    assert (value(rows, velmora, "order2"), value(rows, ostrand, "order2")) == (0, -1)
    assert (value(rows, velmora, "mentions"), value(rows, ostrand, "mentions")) == (2, 1)
    assert (value(rows, velmora, "nearest"), value(rows, ostrand, "nearest")) == (1, 0)
    assert (value(rows, velmora, "source"), value(rows, ostrand, "source")) == (0, 1)
    assert (value(rows, velmora, "suits"), value(rows, ostrand, "suits")) == (4, -1)
    assert (value(rows, velmora, "ruled"), value(rows, ostrand, "ruled"), value(rows, None, "ruled")) == (8, 1, 8)
    assert (value(rows, velmora, "main"), value(rows, ostrand, "main")) == (1, 0)
    assert value(rows, velmora, "chained") == 1  # the "it" before is Velmora's


def test_shares_add_up_and_follow_the_sense(monkeypatch):
    scene = scene_of(NEWS, monkeypatch)
    names = {d.names[0].text: n for n, d in enumerate(scene.drafts)}
    firms = [names["Velmora Inc."], names["Ostrand Data"]]
    shares = scene.antecedents.shares(at(scene, "its"), firms)
    assert set(shares) == {*firms, None}
    assert sum(shares.values()) == pytest.approx(1)
    assert Antecedents.likeliest(shares, 0.3, 0.6) == names["Velmora Inc."]


def test_nobody_to_choose_from(monkeypatch):
    scene = scene_of(NEWS, monkeypatch)
    assert scene.antecedents.shares(Reference(0, 3, "it"), []) == {}


@pytest.mark.parametrize("least", [0.3, 0.5])
def test_the_bounds_are_inclusive(least):
    assert Antecedents.likeliest({1: 0.3, 2: 0.2, None: 0.5}, 0.3, 0.6) == 1
    assert Antecedents.likeliest({1: 0.5, None: 0.5}, least, 1.0) == 1
    assert Antecedents.likeliest({1: 0.29, None: 0.71}, 0.3, 0.6) is None
    assert Antecedents.likeliest({1: 0.59, 2: 0.41, None: 0.0}, 0.3, 0.6) is None


def test_rules_have_numbers_of_their_own():
    whys = [
        "the last one whose name holds the noun",
        "nearest subject",
        "the main one of its sort",
        "the only company it can mean",
    ]
    assert len({code_of(why) for why in whys}) == len(whys)
    assert min(code_of(why) for why in whys) > 1


STORY = (
    "Quarrydale Mills Ltd. said on Monday it had bought Ostrand Ovens Inc. for $4 million.\n"
    "The company makes flour. It rained. Ada Quill, its chairman, said she was glad.\n"
)


@pytest.fixture(scope="module")
def extractor():
    return Extractor(rules_only=True)


def answered(*pairs):
    """References of the story by their words and place among such words, with whom they mean."""
    found = []
    for words, nth, who in pairs:
        start = -1
        for _ in range(nth):
            start = STORY.index(words, start + 1)
        found.append([start, start + len(words), who])
    return {"text": STORY, "title": None, "references": found}


def test_answers_become_questions(tmp_path, extractor):
    entry = answered(
        ("it had", 1, "Quarrydale Mills Ltd."), ("The company", 1, "Quarrydale Mills Ltd."), ("It rained", 1, None),
        ("its", 1, "Quarrydale Mills Ltd."), ("she", 1, "Ada Quill"), ("flour", 1, None),
    )  # fmt: skip
    entry["references"][0][1] -= len(" had")
    entry["references"][2][1] -= len(" rained")
    (tmp_path / "refs.jsonl").write_text(json.dumps(entry) + "\n")
    asked = list(questions(read(tmp_path / "refs.jsonl"), extractor))
    assert [question.sort for question in asked] == ["it", "company", "it", "its", "he"]
    assert [question.right == len(question.rows) - 1 for question in asked] == [False, False, True, False, False]
    assert resolver.Nominals is nominals.Nominals  # put back


def test_what_is_no_file_of_references_is_named(tmp_path):
    path = tmp_path / "refs.jsonl"
    path.write_text(json.dumps(answered()) + "\n" + '{"text": "Only this."}\n')
    with pytest.raises(ValueError, match=r"refs.jsonl, line 2"):
        list(read(path))


def test_fitting_tells_right_from_wrong(tmp_path, extractor):
    pytest.importorskip("catboost", reason="needs newsfacts[train]: catboost is not installed")
    from pipeline.resolve.training.forest import fit
    from pipeline.resolve.training.rows import Question

    asked = [Question(n, "it", [[n % 5, 9], [n % 3, 1], [0, 0]], 0) for n in range(60)]
    stored = fit(asked, trees=20, seeds=2)
    assert len(stored["features"]) == 40
    fitted = Trees(stored["features"], stored["bounds"], stored["leaves"])
    for question in asked:
        points = fitted.points(question.rows)
        assert points.index(max(points)) == 0
