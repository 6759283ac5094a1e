"""Whose a bare title or figure is, by trees that were fitted to annotated news. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.boosted import trees
from pipeline.link.chooser import FEATURES, Question
from pipeline.link.positions.chooser import PostChooser
from pipeline.link.positions.suits import is_private, preferred, suits
from pipeline.link.results.chooser import METRICS, FigureChooser
from pipeline.link.results.scene import Memory
from pipeline.mentions import Span

from .hand_made import analysis_of, resolution_of

TEXT = (
    "Velmora Mills bought ovens. Velmora Mills, which Ada Quill chairs, grew.\n\n"
    "Ostrand Bank fell after Ostrand Bank cut a loan. Finance director Tomas Rey said so.\n"
)
PARTIES = {
    "P1": ("Velmora Mills", "company"), "P2": ("Ostrand Bank", "company"),
    "P3": ("Tomas Rey", "person"), "P4": ("Ada Quill", "person"),
}  # fmt: skip


def chooser(text=TEXT, parties=PARTIES, told=None):
    return PostChooser(text, analysis_of(text).sentences, resolution_of(text, parties), told or {})


def title(text=TEXT, words="Finance director", person="P3", ruled="P1"):
    start = text.index(words)
    number = sum(1 for sentence in analysis_of(text).sentences if sentence.start <= start) - 1
    return Question(number, start, start + len(words), person, ruled)


@pytest.mark.parametrize("sort", [PostChooser, FigureChooser])
def test_weights_ask_only_of_known_features(sort):
    asked = trees(sort.weights)
    assert set(asked._features) <= set(range(len(FEATURES)))
    assert len(FEATURES) == len(set(FEATURES))


def test_each_organisation_has_a_row_and_so_has_none_of_them():
    rows = chooser().rows(title())
    assert [party for party, _ in rows] == ["P1", "P2", None]
    assert {len(row) for _, row in rows} == {len(FEATURES)}
    assert all(isinstance(value, int) for _, row in rows for value in row)
    named = dict(rows)
    assert named["P1"][FEATURES.index("ruled")] == 1 and named["P2"][FEATURES.index("ruled")] == 0
    assert named["P2"][FEATURES.index("sentences_since")] == 1
    assert named["P2"][FEATURES.index("line_first")] == 1


def test_shares_are_of_one_whole():
    shares = chooser().shares(title())
    assert set(shares) == {"P1", "P2", None}
    assert sum(shares.values()) == pytest.approx(1)
    assert shares["P2"] > shares["P1"]  # named lately, and what the paragraph is about


def test_the_one_spoken_of_has_the_officer():
    assert chooser().choose(title()) == "P2"
    assert chooser().of("Finance director", TEXT.index("Finance"), "P1") == "P2"


def test_who_has_that_officer_already_hardly_has_another():
    held = {"P4": ("finance director", "P2", None)}
    assert chooser(told=held).shares(title())["P2"] < chooser().shares(title())["P2"]


def test_of_one_organisation_there_is_nothing_to_choose():
    text = "Velmora Mills grew. Finance director Tomas Rey left."
    one = chooser(text, {"P1": ("Velmora Mills", "company"), "P2": ("Tomas Rey", "person")})
    assert one.choose(title(text, person="P2", ruled="P1")) == "P1"
    assert one.choose(title(text, person="P2", ruled=None)) is None


def test_without_organisations_there_is_none():
    text = "Finance director Tomas Rey left."
    assert chooser(text, {"P1": ("Tomas Rey", "person")}).of("Finance director", 0, None) is None


def test_no_company_has_a_superintendent():
    text = "Velmora Mills met Norbank Schools. Velmora Mills paid. Velmora Mills won. Superintendent Ada Quill agreed."
    parties = {"P1": ("Velmora Mills", "company"), "P2": ("Norbank Schools", "organization"), "P3": ("Ada Quill", "person")}
    assert chooser(text, parties).of("Superintendent", text.index("Superintendent"), None) != "P1"


@pytest.mark.parametrize(
    ("words", "kind", "name", "wanted"),
    [
        ("CEO", "public_body", "Ministry of Ovens", False),
        ("CEO", "public_body", "Oven Corporation", True),
        ("CEO", "company", "Velmora", True),
        ("City Manager", "company", "Velmora", False),
        ("City Manager", "public_body", "Norbank City", True),
        ("superintendent", "organization", "Oven Workers", False),
        ("trustee", "company", "Velmora", False),
        ("Human Services Secretary", "company", "Velmora", False),
        ("Company Secretary", "company", "Velmora", True),
    ],
)
def test_which_titles_suit_an_organisation(words, kind, name, wanted):
    assert suits(words, kind, name) is wanted


def test_schools_are_preferred_for_superintendents():
    names = {"P1": "Norbank Council", "P2": "Norbank Schools"}
    assert preferred("superintendent", names) == ["P2"]
    assert preferred("chairman", names) == ["P1", "P2"]
    assert preferred("superintendent", {"P1": "Norbank Council"}) == ["P1"]
    assert is_private("managing director") and not is_private("minister")


# Figures ----------------------------------------------------------------------------------------------------

REPORT = (
    "Velmora Mills bought ovens. Velmora Mills grew and Velmora Mills won.\n\n"
    "Ostrand Bank fell. Net profit slid to $3 million.\n"
)


def figures(owner=None, at=-99, text=REPORT):
    return FigureChooser(text, analysis_of(text).sentences, resolution_of(text, PARTIES), Memory(owner=owner, owner_at=at))


def metric(text=REPORT, words="Net profit"):
    return Span(text.index(words), text.index(words) + len(words))


def test_figures_and_officers_are_of_the_one_spoken_of(extractor):
    from pipeline.read import article_from_text

    text = (
        "Velmora Mills Ltd has agreed to buy Ostrand Ovens Ltd, the two firms said. Velmora Mills bakes bread for "
        "supermarkets and employs 900 people; its chairman, Ada Quill, said Velmora Mills would keep the name.\n\n"
        "Ostrand Ovens, founded in 1970, makes ovens in Leeds. Sales rose to £41 million last year and finance "
        "director Tomas Rey said the order book was full.\n"
    )
    record = extractor.extract(article_from_text(text, published="2024-05-02"))
    names = {party.id: party.name for party in record.parties}
    told = [(f.type, names[f.subject], names.get(f.object)) for f in record.facts if f.type in ("result", "position")]
    assert len(told) == 3
    assert set(told) == {
        ("position", "Ada Quill", "Velmora Mills Ltd"),
        ("result", "Ostrand Ovens Ltd", None),
        ("position", "Tomas Rey", "Ostrand Ovens Ltd"),
    }


def test_figures_know_whose_the_last_one_was():
    asked = Question(3, *metric(), None, "P1")
    first = FEATURES.index("suits")
    for owner, at, wanted in ((None, -99, [1, 0, 12]), ("P1", 2, [1, 1, 1]), ("P2", 2, [1, 0, 12]), ("P1", -40, [1, 1, 12])):
        rows = dict(figures(owner, at).rows(asked))
        assert rows["P1"][first : first + 3] == wanted, owner


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("operating profit", 0), ("Net income", 1), ("lost", 2), ("turnover", 3), ("assets", 4), ("owes", 5), ("dividend", 9)],
)
def test_metrics_are_of_sorts(words, wanted):
    assert next((n for n, sort in enumerate(METRICS) if sort.search(words)), len(METRICS)) == wanted


def test_a_release_s_figures_are_its_issuer_s(extractor):
    from pipeline.read import article_from_text

    text = (
        "Velmora Mills Ltd today announced results. It bought ovens from Ostrand Bank plc.\n\nOstrand Bank plc agreed. "
        "Net profit slid to $3 million in 2023.\n\nAbout Velmora Mills Ltd\nVelmora Mills Ltd makes flour.\n"
    )
    record = extractor.extract(article_from_text(text, published="2024-05-02"))
    names = {party.id: party.name for party in record.parties}
    assert [names[f.subject] for f in record.facts if f.type == "result"] == ["Velmora Mills Ltd"]


# Fitting ----------------------------------------------------------------------------------------------------


def gold(folder, text, holder, body):
    import json

    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text(text)
    parties = [{"id": f"P{n}", "name": name, "kind": kind, "aliases": []} for n, (name, kind) in enumerate(
        [("Velmora Mills Ltd", "company"), ("Ostrand Bank plc", "company"), (holder, "person")], 1)]  # fmt: skip
    start = text.index("Finance director")
    evidence = text[start : text.index(".", start) + 1]
    fact = {"type": "position", "subject": "P3", "object": body, "title": "Finance director", "change": "holds",
            "status": "ongoing", "date": None, "source": None, "evidence": evidence}  # fmt: skip
    entry = {"published": "2024-05-02", "title": None, "parties": parties, "money": [], "dates": [], "clauses": [],
             "facts": [fact]}  # fmt: skip
    (folder / "a.json").write_text(json.dumps(entry))
    return folder


STORY = (
    "Velmora Mills Ltd bought ovens.\n\nOstrand Bank plc fell after Ostrand Bank plc cut a loan. "
    "Finance director Tomas Rey said so.\n"
)


@pytest.mark.parametrize(("body", "wanted"), [("P1", "Velmora Mills Ltd"), ("P2", "Ostrand Bank plc"), (None, None)])
def test_a_question_is_answered_by_gold(tmp_path, extractor, body, wanted):
    pytest.importorskip("catboost", reason="needs newsfacts[train]")
    from pipeline.evaluate import load_folders
    from pipeline.link.training.choosers import SORTS, questions

    articles = load_folders([gold(tmp_path / "g", STORY, "Tomas Rey", body)])
    (asked,) = questions(SORTS["posts"], iter(articles), extractor)
    names = ["Velmora Mills Ltd", "Ostrand Bank plc", None]
    assert len(asked.rows) == 3
    assert names[asked.right] == wanted


def test_fitting_learns_what_tells_the_right_one(tmp_path):
    pytest.importorskip("catboost", reason="needs newsfacts[train]")
    from pipeline.boosted import Trees
    from pipeline.link.training.choosers import Asked
    from pipeline.resolve.training.forest import fit

    blank = [0] * len(FEATURES)
    asked = []
    for n in range(60):
        right = n % 2
        rows = [[*blank], [*blank], [-2] * len(FEATURES)]
        rows[right][FEATURES.index("line_first")] = 1
        asked.append(Asked(str(n), rows, right))
    stored = fit(asked, 20, 1)
    points = [Trees(stored["features"], stored["bounds"], stored["leaves"]).points(q.rows) for q in asked]
    assert all(max(range(3), key=row.__getitem__) == q.right for row, q in zip(points, asked, strict=True))
