"""Where people were before, told without a title, one way of saying it a line. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.read import article_from_text

LEFT = ("Ada Tullow", "Tier Oy", None, "left", "completed")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We are glad,” said Ada Tullow, chief executive of Halvor Inc., formerly at Tier Oy.",
         [("Ada Tullow", "Halvor Inc.", "chief executive", "holds", "ongoing"), LEFT]),
        ("Halvor Inc. is led by chief executive Ada Tullow, previously of Tier Oy.",
         [("Ada Tullow", "Halvor Inc.", "chief executive", "holds", "ongoing"), LEFT]),
        ("Ada Tullow, most recently with Tier Oy, joined Halvor Inc. as treasurer.",
         [("Ada Tullow", "Halvor Inc.", "treasurer", "appointed", "completed"), LEFT]),
        ("Ada Tullow, chief executive of Halvor Inc., formerly Tier Oy, agreed.",
         [("Ada Tullow", "Halvor Inc.", "chief executive", "holds", "ongoing")]),
        ("The mill, formerly of Tier Oy, belongs to Ada Tullow.", []),
    ],
)  # fmt: skip
def test_where_somebody_was_before(extractor, text, wanted):
    record = extractor.extract(article_from_text(text, published="2025-08-12"))
    names = {party.id: party.name for party in record.parties}
    found = [(names[f.subject], names.get(f.object), f.title, f.change, f.status)
             for f in record.facts if f.type == "position"]  # fmt: skip
    assert len(found) == len(wanted)
    assert sorted(found, key=str) == sorted(wanted, key=str)
