"""Lines of page chrome that say whom to ask: whose title is told, and of which firm. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.link.positions import PositionLinker
from pipeline.link.positions.bodies import Bodies
from pipeline.link.positions.contacts import LONGEST, LONGEST_LABELLED, Contacts
from pipeline.link.positions.posts import Posts
from pipeline.mentions import Article, Block
from pipeline.nlp import Analysis
from pipeline.patterns import Patterns
from pipeline.sentences import Splitter

from .hand_made import resolution_of

NAMES = {
    "P1": ("Velmora", "company"), "P2": ("Ostrand", "company"), "P3": ("Ada Quill", "person"),
    "P4": ("Tomas Rey", "person"),
}  # fmt: skip
#: More characters than a line has that is read.
PROSE = " and many other guests came to the opening, where they were shown lamps and all that is made there".ljust(
    LONGEST, "."
)
BEFORE, BEHIND = "Velmora grew.", "It rained."
VELMORA, OSTRAND = ("Ada Quill", "Head of Sales", "Velmora"), ("Ada Quill", "Head of Sales", "Ostrand")

EDITOR = ("Ada Quill", "Senior Editor", "Velmora")
WIDER = pytest.mark.xfail(strict=True, reason="before a name a title ends where its head does")


@pytest.fixture(scope="module")
def read():
    """The posts in lines of which those that begin with "|" are chrome, as (person, title, organisation, evidence)."""
    patterns = Patterns()
    linker, splitter = PositionLinker(patterns), Splitter(patterns)

    def run(*lines, main="P1"):
        text, blocks, at = "\n".join(line.removeprefix("|") for line in lines), [], 0
        for line in lines:
            end = at + len(line.removeprefix("|"))
            blocks.append(Block(at, end, "chrome" if line.startswith("|") else "body"))
            at = end + 1
        article = Article(text=text, blocks=blocks)
        analysis = Analysis(article, splitter.article(article), [])
        resolution = resolution_of(text, NAMES, main)
        posts = Posts(linker.titles, linker.words, analysis, resolution, [])
        names = {key: name for key, (name, _) in NAMES.items()}
        return [
            (names[d.subject], d.keys["title"], names[d.object], text[slice(*d.evidence)], d.sentence)
            for d in Contacts(posts, Bodies(posts), blocks).find()
        ]

    return run


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        # behind the name, before it, on the line below
        (["|Ada Quill, Head of Sales"], VELMORA),
        (["|Ada Quill - Head of Sales"], VELMORA),
        (["|Ada Quill | Head of Sales"], VELMORA),
        (["|Ada Quill, CFA, Head of Sales"], VELMORA),
        (["|Ada Quill, CFA, MBA, Head of Sales"], VELMORA),
        (["|Ada Quill Head of Sales"], VELMORA),
        (["|Name: Ada Quill Position: Head of Sales"], VELMORA),
        (["|Name: Ada Quill Title: Head of Sales"], VELMORA),
        (["|Name: Ada Quill Role: Head of Sales"], VELMORA),
        (["|Senior Editor: Ada Quill"], EDITOR),
        (["|Senior Editor - Ada Quill"], EDITOR),
        pytest.param(["|Head of Sales: Ada Quill"], VELMORA, marks=WIDER),
        (["|Senior Editor Ada Quill"], None),
        (["|Senior Editor met Ada Quill"], None),
        (["|Ada Quill met the Head of Sales"], None),
        (["|Ada Quill", "|Head of Sales"], VELMORA),
        (["|Ada Quill,", "|Head of Sales"], VELMORA),
        (["|Contact: Ada Quill", "|Head of Sales"], VELMORA),
        (["|Media contacts: Ada Quill", "|Head of Sales"], VELMORA),
        (["|For press information, contact: Ada Quill", "|Head of Sales"], VELMORA),
        (["|For information: Ada Quill", "|Head of Sales"], VELMORA),
        (["|Thanks to Ada Quill", "|Head of Sales"], None),
        (["|Ada Quill spoke", "|Head of Sales"], None),
        (["|Ada Quill", "|Rain", "|Head of Sales"], None),
        # what is chrome, and what is not
        (["Ada Quill", "|Head of Sales"], None),
        (["|Ada Quill", "Head of Sales"], None),
        (["|Ada Quill", "Head of Sales", "|Rain"], None),
        (["|Rain", "|Ada Quill", "Head of Sales"], None),
        # several people, none, the same twice
        (["|Ada Quill and Tomas Rey, Head of Sales"], None),
        (["|Ada Quill, Tomas Rey, Head of Sales"], None),
        (["|Ada Quill, Head of Sales, Ada Quill"], VELMORA),
        (["|Rain, Head of Sales"], None),
        (["|Ada Quill", "|Head of Sales: Tomas Rey"], None),
        (["|Ada Quill", "|Head of Sales Tomas Rey"], None),
        # an address is no title, nor is a label
        (["|Ada Quill, Editor@velmora.example"], None),
        (["|Ada Quill, Editor: the press"], None),
        (["|Ada Quill", "|Editor@velmora.example"], None),
        (["|Ada Quill", "|Editor: the press"], None),
        # prose is no title
        ([f"|Ada Quill, Head of Sales{PROSE}"], None),
        (["|Ada Quill", f"|Head of Sales{PROSE}"], None),
        (["|Ada Quill", f"|{'Head of Sales'.ljust(LONGEST)}"], VELMORA),
        (["|Ada Quill", f"|{'Head of Sales'.ljust(LONGEST + 1)}"], None),
        ([f"|{'Ada Quill, Head of Sales'.ljust(LONGEST)}"], VELMORA),
        ([f"|{'Ada Quill, Head of Sales'.ljust(LONGEST + 1)}"], None),
        ([f"|Rain{PROSE}", "|Ada Quill", "|Head of Sales"], VELMORA),
        # one that says that it tells whom to ask may be longer, and have the firm before the title
        ([f"|{'Contact: Ada Quill, Head of Sales'.ljust(LONGEST + 1)}"], VELMORA),
        ([f"|{'Contact: Ada Quill, Head of Sales'.ljust(LONGEST_LABELLED + 1)}"], None),
        (["|Contact: Ada Quill, Ostrand, Head of Sales, 500 Hills Drive"], OSTRAND),
        (["|Media contact: Ada Quill, Ostrand, Head of Sales"], OSTRAND),
        (["|Contact: Ada Quill, Lind & Kerr, Head of Sales"], None),
        # of which firm
        (["|Ada Quill, Head of Sales, Ostrand"], OSTRAND),
        (["|Ada Quill, Head of Sales at Ostrand"], OSTRAND),
        (["|Ada Quill, Head of Sales", "|Ostrand"], OSTRAND),
        (["|Ada Quill, Head of Sales", "|Ostrand."], OSTRAND),
        (["|Ada Quill, Head of Sales", "|Ostrand grew"], VELMORA),
        (["|Ada Quill, Head of Sales", "|by Ostrand"], VELMORA),
        (["|Ada Quill, Head of Sales", "Ostrand"], VELMORA),
        (["|Ada Quill, Head of Sales", "|Tomas Rey"], None),
        (["|Ada Quill, Head of Sales", "|Lind Media Group"], None),
        (["|Ada Quill, Head of Sales", "|Lind"], VELMORA),
        (["|Ada Quill, Head of Sales", "|Lind & Kerr"], None),
        (["|Ada Quill", "|Head of Sales", "|Ostrand"], OSTRAND),
        (["|Ostrand", "|Ada Quill, Head of Sales"], OSTRAND),
        (["|Press of Ostrand", "|Ada Quill, Head of Sales"], OSTRAND),
        (["|Ostrand press", "|Ada Quill, Head of Sales"], VELMORA),
        (["Ostrand", "|Ada Quill, Head of Sales"], VELMORA),
        (["|Tomas Rey", "|Ada Quill, Head of Sales"], VELMORA),
    ],
    ids=lambda value: " / ".join(value)[:70] if isinstance(value, list) else "",
)  # fmt: skip
def test_whose_title_a_line_tells(read, lines, wanted):
    assert [found[:3] for found in read(BEFORE, *lines, BEHIND)] == ([wanted] if wanted else [])


def test_a_line_opens_and_ends_an_article(read):
    assert [found[:3] for found in read("|Ada Quill, Head of Sales")] == [VELMORA]
    assert [found[:3] for found in read("|Ada Quill", "|Head of Sales")] == [VELMORA]
    assert read("|Ada Quill") == []
    assert read("|Ada Quill, Head of Sales", main=None) == []


def test_the_evidence_is_the_lines_and_the_sentence_the_last_before_them(read):
    found = read("Velmora grew.", "It rained.", "|Ada Quill", "|Head of Sales", "It was cold.", "|Tomas Rey, treasurer")
    assert [row[3:] for row in found] == [("Ada Quill\nHead of Sales", 1), ("Tomas Rey, treasurer", 2)]
