"""Who is whose other side: deals told twice, lists without subjects, joint ventures, settlements and suits."""

import pytest

from pipeline.read import article_from_text


def told(extractor, text, kind):
    record = extractor.extract(article_from_text("Companies\n\n" + text, published="2024-06-12"))
    names = {party.id: party.name for party in record.parties}
    sums = {m.id: m.text for m in record.money}
    return [
        (
            names.get(fact.subject, fact.subject_text),
            names.get(fact.object, fact.object_text),
            sums.get(fact.money),
            fact.status,
        )
        for fact in record.facts
        if fact.type == kind
    ]


CASES = [
    pytest.param(
        "agreement",
        "Halvor Inc. announced a partnership with Tier Oy. Tier Oy chose Halvor Inc. to supply its lamps.",
        [("Halvor Inc.", "Tier Oy", None, "completed")],
        id="two sides in either order are one deal",
    ),
    pytest.param(
        "agreement",
        "Halvor Inc., in partnership with Tier University, has launched a training course.",
        [("Halvor Inc.", "Tier University", None, "completed")],
        id="what is launched in partnership stands",
    ),
    pytest.param(
        "agreement",
        "Halvor Inc. has signed partnerships with industry leaders such as Tier Oy and Brandt AG.",
        [("Halvor Inc.", "Tier Oy", None, "completed"), ("Halvor Inc.", "Brandt AG", None, "completed")],
        id="names behind such as",
    ),
    pytest.param(
        "spending",
        "A Texas firm called Brandt Solar has spent $2 million on a road.",
        [("Brandt Solar", "a road", "$2 million", "completed")],
        id="a firm by its name",
    ),
    pytest.param(
        "payment",
        "Halvor Inc. agreed to a $30 million settlement with Tier Oy.",
        [("Halvor Inc.", "Tier Oy", "$30 million", "expected")],
        id="a settlement is paid",
    ),
    pytest.param(
        "payment",
        "Halvor Inc. reported its results.\n\n* Redeemed $500 million of notes in May.",
        [("Halvor Inc.", None, "$500 million", "completed")],
        id="a list item without a subject",
    ),
    pytest.param(
        "payment",
        "Halvor Inc. said that offenders face fines of up to $500.",
        [("offenders", None, "$500", "conditional")],
        id="a fine for offenders is not paid to the company that tells of it",
    ),
    pytest.param(
        "lawsuit",
        "Thirty cities have asked to join a lawsuit seeking to stop Tier Oy from cutting prices.",
        [("Thirty cities", "Tier Oy", None, "proposed")],
        id="whom a suit is to stop",
    ),
]


@pytest.mark.parametrize(("kind", "text", "wanted"), CASES)
def test_sides(extractor, kind, text, wanted):
    found = told(extractor, text, kind)
    assert len(found) == len(wanted), found
    assert sorted(found, key=str) == sorted(wanted, key=str)


def test_members_of_a_joint_venture_are_its_side(extractor):
    text = "A joint venture of Halvor Inc. and Tier Oy has been awarded a $900 million contract by Brandt Rail."
    found = told(extractor, text, "agreement")
    assert len(found) == 3
    assert set(found) == {
        ("Brandt Rail", "Halvor Inc.", "$900 million", "completed"),
        ("Brandt Rail", "Tier Oy", "$900 million", "completed"),
        ("Halvor Inc.", "Tier Oy", None, "completed"),
    }


def test_merger_of_two_who_merge_is_no_second_deal(extractor):
    text = "Halvor Inc. has acquired Tier Oy. The merger between Halvor Inc. and Tier Oy closed in May."
    assert told(extractor, text, "agreement") == []
    assert len(told(extractor, text, "acquisition")) == 1
