"""Terms that releases announce: leases in place, outlets, offerings and offers, each with its type and its words."""

from __future__ import annotations

import pytest

from pipeline.find.clauses.stretch import whole_phrases
from tests.clauses_sample import clauses, marked, stage, unparsed


@pytest.mark.parametrize(
    ("passage", "kind"),
    [
        ("<c>The shop has a new, 12-year, net lease in place</c>.", "other"),
        ("<c>The mill was sold with nine years remaining on its ground lease</c>.", "other"),
        ("<c>The depot has eight years of base term on the lease</c>.", "other"),
        ("<c>The lamps are available exclusively through Tier Oy shops</c>.", "exclusivity"),
        ("<c>The series streams exclusively on Halvor Inc.</c>", "exclusivity"),
        (
            "Halvor Inc. signed a deal on the mine. <c>Halvor Inc. may raise its stake to 70% by funding a study</c>.",
            "option",
        ),
        ("Tier Oy ordered 12 ferries from Brandt AG. <c>The ferries are slated for delivery in 2031</c>.", "other"),
        ("<c>Brandt AG offers profit splits of up to 80%</c>.", "revenue_share"),
        ("<c>Tier Oy provides bridge loans at up to 70% of cost</c>.", "price_terms"),
        ("<c>Tier Oy licenses its software to Brandt AG</c>.", "license"),
        ("<c>Tier Oy will waive the $40 fee for new customers</c>.", "exception"),
    ],
)
def test_reads_what_a_release_tells(passage, kind):
    text, wanted = marked(passage)
    assert [(c.text, c.type) for c in clauses(text)] == [(words, kind) for words, _ in wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The firm works exclusively on bridges.",
        "The old port has a new lease on life after nine years.",
        "The painter sold almost exclusively at fairs.",
        "The judge may waive the filing fee for the poor.",
        "Halvor Inc. will raise its dividend to 5% by May.",
    ],
)
def test_what_only_sounds_like_it_is_none(text):
    assert clauses(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Tier Oy has submitted an offer for Brandt AG. The offer is €4 a share in cash.", "proposed"),
        ("Tier Oy is selling shares. The offering is subject to market conditions.", "proposed"),
        ("Tier Oy has bought Brandt AG. The price is €4 a share in cash.", "in_force"),
    ],
)
def test_terms_of_what_is_only_offered_are_proposed(text, status):
    assert {c.status for c in clauses(text)} <= {status}
    assert clauses(text) or status == "in_force"


def test_securities_of_an_offering_to_come():
    text, ((words, _),) = marked(
        "Tier Oy filed for an offering. <c>These shares may not be sold, nor may offers to buy be accepted, before the "
        "registration statement becomes effective</c>."
    )
    assert [(c.text, c.type, c.status) for c in clauses(text)] == [(words, "closing_condition", "proposed")]


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("each sale of custom", "each sale of custom pliers"),
        ("a share of", "a share of each sale of custom pliers"),
        ("each sale of custom pliers", "each sale of custom pliers"),
    ],
)
def test_a_stretch_does_not_stop_before_its_noun(cut, whole):
    text = "Tier Oy pays a share of each sale of custom pliers to the club."
    analysis = unparsed(text)
    stage().nlp.parse([analysis], [[0]])
    parse, start = analysis.parses[0], text.index(cut)
    low, high = parse.span(whole_phrases(parse.tokens(start, start + len(cut))))
    assert text[low:high].startswith(whole)
