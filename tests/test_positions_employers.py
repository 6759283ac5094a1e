"""Where people worked, told without a title, whom firms hire to lead what, and seats on a named board.

One way of saying it a line. All names are invented.
"""

from __future__ import annotations

import pytest

from pipeline.read import article_from_text


def left(body: str) -> tuple[str, str, None, str, str]:
    return "Ada Tullow", body, None, "left", "completed"


def took(body: str, title: str | None, person: str = "Ada Tullow") -> tuple[str, str, str | None, str, str]:
    return person, body, title, "appointed", "completed"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # where a career began
        ("Ada Tullow began her career at Halvor Inc. in 2003.", [left("Halvor Inc.")]),
        ("Ada Tullow started her banking career with Halvor Inc. and went on to work at Tier Oy.",
         [left("Halvor Inc."), left("Tier Oy")]),
        ("Ada Tullow has been in shipping for 20 years, starting her career at Halvor Inc.", [left("Halvor Inc.")]),
        ("Ada Tullow's career includes stints at Halvor Inc. and Tier Oy.", [left("Halvor Inc."), left("Tier Oy")]),
        # where people worked, and for how long
        ("Prior to joining Kerr Ltd., Ada Tullow worked at Halvor Inc.", [left("Halvor Inc.")]),
        ("Before joining Kerr Ltd., Ada Tullow worked in lending for Halvor Inc., Tier Oy and Brandt AG.",
         [left("Halvor Inc."), left("Tier Oy"), left("Brandt AG")]),
        ("Ada Tullow, who previously worked at Halvor Inc., agreed.", [left("Halvor Inc.")]),
        ("Ada Tullow spent more than 25 years at Halvor Inc., where she sold mills.", [left("Halvor Inc.")]),
        ("Previously, Ada Tullow spent 15 years as an investment banker at Halvor Inc. and Tier Oy.",
         [left("Halvor Inc."), left("Tier Oy")]),
        ("After ten years with Halvor Inc., Ada Tullow moved to Leeds.", [left("Halvor Inc.")]),
        ("Ada Tullow is back after a 15-year tenure at Halvor Inc., the Tier Oy family office.", [left("Halvor Inc.")]),
        ("Before founding a mill, Ada Tullow held senior scientific roles at Halvor Inc. and Tier Oy.",
         [left("Halvor Inc."), left("Tier Oy")]),
        # when they came
        ("Ada Tullow joined Kerr Ltd. in 2000 and brings three decades of experience.", [took("Kerr Ltd.", None)]),
        ("Ada Tullow joined Kerr Ltd. in 2000 as treasurer.", [took("Kerr Ltd.", "treasurer")]),
        # near misses: who is there still, works with a firm, studies
        ("Ada Tullow has worked at Halvor Inc. for ten years.", []),
        ("Ada Tullow has spent ten years at Halvor Inc.", []),
        ("Ada Tullow worked closely with Halvor Inc. and Tier Oy.", []),
        ("Ada Tullow spent four years at Halvor University.", []),
        ("Ada Tullow joined the army in 2017.", []),
        ("Halvor Inc. joined Tier Oy in 2017 to build a mill.", []),
        # hired to lead a part of a firm
        ("Halvor Inc. hired Ada Tullow to run its Asian business.", [took("Halvor Inc.", "run")]),
        ("Halvor Inc. hired Ada Tullow, a banker, to lead its Asian operations.", [took("Halvor Inc.", "lead")]),
        ("Ada Tullow was hired by Halvor Inc. to run its Asian business.", [took("Halvor Inc.", "run")]),
        ("Ada Tullow has been tapped to lead Halvor Inc.'s Asian business.", [took("Halvor Inc.", "lead")]),
        ("Halvor Inc. hired Ada Tullow to lead an inquiry into the fire.", []),
        ("Halvor Inc. hired Ada Tullow to lead the talks.", []),
        ("Halvor Inc. has not hired Ada Tullow to run its Asian business.", []),
        # seats on a board that the sentence names
        ("Shareholders elected Ada Tullow and Ben Ames to the Halvor Inc. board.",
         [took("Halvor Inc.", "board"), took("Halvor Inc.", "board", "Ben Ames")]),
    ],
)  # fmt: skip
def test_employers_tasks_and_named_boards(extractor, text, wanted):
    record = extractor.extract(article_from_text(text, published="2025-08-12"))
    names = {party.id: party.name for party in record.parties}
    found = [(names[f.subject], names.get(f.object), f.title, f.change, f.status)
             for f in record.facts if f.type == "position"]  # fmt: skip
    assert sorted(found, key=str) == sorted(wanted, key=str)
