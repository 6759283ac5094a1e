"""Whose a bare title is, by the trees that were fitted to annotated news. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.boosted import trees
from pipeline.link.positions.chooser import FEATURES, WEIGHTS, Chooser, Title
from pipeline.link.positions.suits import is_private, preferred, suits

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
    return Chooser(text, analysis_of(text).sentences, resolution_of(text, parties), told or {})


def title(text=TEXT, words="Finance director", person="P3", ruled="P1"):
    start = text.index(words)
    number = sum(1 for sentence in analysis_of(text).sentences if sentence.start <= start) - 1
    return Title(number, start, start + len(words), person, ruled)


def test_weights_ask_only_of_known_features():
    asked = trees(WEIGHTS)
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
    from pipeline.link.training.employers import questions

    (asked,) = questions(iter(load_folders([gold(tmp_path / "g", STORY, "Tomas Rey", body)])), extractor)
    names = ["Velmora Mills Ltd", "Ostrand Bank plc", None]
    assert len(asked.rows) == 3
    assert names[asked.right] == wanted


def test_fitting_learns_what_tells_the_right_one(tmp_path):
    pytest.importorskip("catboost", reason="needs newsfacts[train]")
    from pipeline.boosted import Trees
    from pipeline.link.training.employers import Question
    from pipeline.resolve.training.forest import fit

    blank = [0] * len(FEATURES)
    asked = []
    for n in range(60):
        right = n % 2
        rows = [[*blank], [*blank], [-2] * len(FEATURES)]
        rows[right][FEATURES.index("line_first")] = 1
        asked.append(Question(str(n), rows, right))
    stored = fit(asked, 20, 1)
    points = [Trees(stored["features"], stored["bounds"], stored["leaves"]).points(q.rows) for q in asked]
    assert all(max(range(3), key=row.__getitem__) == q.right for row, q in zip(points, asked, strict=True))
