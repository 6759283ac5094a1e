"""Which party a stretch of text means: overlaps, ties, plurals; and the names of an article as references look at them."""

from __future__ import annotations

import math
from types import SimpleNamespace

import pytest

from pipeline.mentions import Sentence
from pipeline.resolve import Resolution
from pipeline.resolve.resolver import Resolver
from pipeline.resolve.scene import FIRST, MAIN, OFTEN, OTHER, REACH, Scene
from pipeline.resolve.surfaces import occurrences

#: Two parties; the mentions of the second one touch and overlap those of the first.
MENTIONS = [(0, 5, "P1", "name"), (5, 9, "P2", "name"), (20, 30, "P1", "name"), (26, 34, "P2", "nominal"), (40, 60, "P1", "name"), (56, 64, "P2", "name")]  # fmt: skip


def resolution(plurals=None) -> Resolution:
    parties = [SimpleNamespace(id="P1", kind="company"), SimpleNamespace(id="P2", kind="person")]
    return Resolution(parties, list(reversed(MENTIONS)), plurals or {}, lambda *_: "P2", "P1", True)


@pytest.mark.parametrize(("start", "end", "party"), [
    (0, 5, "P1"), (4, 5, "P1"), (5, 6, "P2"), (4, 6, "P2"), (3, 6, "P1"), (4, 9, "P2"), (9, 20, None), (19, 21, "P1"),
    (20, 27, "P1"), (24, 34, "P2"), (26, 30, "P2"), (33, 40, "P2"), (50, 52, "P1"), (56, 60, "P2"), (54, 58, "P1"), (64, 70, None),
])  # fmt: skip
def test_the_party_that_shares_most_the_later_of_equals(start, end, party):
    assert resolution().at(start, end) == party


def test_mentions_in_order_that_share_a_character():
    here = resolution()
    assert here.overlapping(0, 100) == MENTIONS
    assert here.overlapping(5, 20) == [MENTIONS[1]]
    assert here.overlapping(9, 20) == []
    assert here.overlapping(29, 45) == MENTIONS[2:5]
    assert here.overlapping(50, 51) == [MENTIONS[4]]
    assert here.overlapping(34, 40) == []


def test_a_plural_means_all_of_them():
    here = resolution({(70, 85): ["P1", "P2"]})
    assert here.referents(70, 85) == ["P1", "P2"]
    assert here.referents(84, 90) == ["P1", "P2"]
    assert here.referents(85, 90) == []
    assert here.referents(64, 70) == []
    assert here.referents(0, 3) == ["P1"]
    here.referents(70, 85).clear()
    assert here.referents(70, 85) == ["P1", "P2"]


def test_kinds_and_pronouns():
    here = resolution()
    assert (here.kind("P1"), here.kind("P2"), here.main, here.release) == ("company", "person", "P1", True)
    assert here.pronoun(None, None, 0) == "P2"
    with pytest.raises(KeyError):
        here.kind("P3")


# The scene of an article ---------------------------------------------------------------------------------------


def party(kind: str, *starts: int, reasons: tuple[str, ...] = ("ner:ORG",)):
    name = SimpleNamespace(text="Acme", candidates=[SimpleNamespace(reasons=reasons)])
    mentions = {(start, start + 4): ("name", "ner:ORG") for start in starts}
    return SimpleNamespace(names=[name], kind=kind, mentions=mentions, first=starts[0])


def scene(*parties, text: str = "." * 2000) -> Scene:
    sentences = [Sentence(100 * n, 100 * n + 90, n) for n in range(20)]
    clusters = SimpleNamespace(defined=[], key=lambda name: name)
    return Scene(text, sentences, list(parties), clusters, None)


def test_sentences_are_found_by_offset():
    here = scene(party("company", 0))
    assert [here.sentence(at) for at in (0, 89, 90, 99, 100, 189)] == [0, 0, None, None, 1, 1]
    assert here.sentence(5000) is None


def test_mentions_are_found_where_they_start_and_end():
    here = scene(party("company", 0, 10), party("person", 4))
    assert here.between(0, 10) == [((0, 4), 0), ((4, 8), 1)]
    assert here.between(1, 11) == [((4, 8), 1), ((10, 14), 0)]
    assert here.starting(4) == [((4, 8), 1)]
    assert here.starting(5) == []
    assert here.ending(8) == [((4, 8), 1)]
    assert here.ending(4) == [((0, 4), 0)]
    assert here.ending(10) == []


def test_the_main_company_is_named_most_and_at_the_top():
    one, other = party("company", 500, 600), party("company", 10)
    assert scene(one, other).main is other
    assert scene(party("company", 500, 600, 700, 800), other).main.first == 500
    assert scene(party("person", 10), one).main is one
    assert scene(party("person", 10)).main is None
    early, late = party("company", 299), party("company", 300, 400)
    assert scene(late, early).main is early
    assert scene(party("company", 400, 500), party("company", 350, 450)).main.first == 350


def test_exchanges_and_outlets_are_known_by_their_evidence():
    here = scene(
        party("company", 0),
        party("organization", 10, reasons=("exchange",)),
        party("organization", 20, reasons=("media",)),
    )
    assert [here.exchange(n) for n in range(3)] == [False, True, True]


def test_the_subject_of_the_sentence_before():
    one, other = party("company", 110), party("company", 130)
    here = scene(one, other)
    assert here.last_subject(250, [0, 1]) is one
    assert here.last_subject(250, [1]) is other
    assert here.last_subject(350, [0, 1]) is None
    assert here.last_subject(50, [0, 1]) is None
    assert here.last_subject(140, [0, 1]) is None
    assert here.last_subject(295, [0, 1]) is None
    assert scene(party("company", 1910)).last_subject(50, [0]) is None
    assert scene(one, party("company", 210)).last_subject(250, [0, 1]) is None
    assert scene(one, party("company", 260)).last_subject(250, [0, 1]) is one


def test_who_stands_out():
    one, other = party("company", 1010), party("company", 1030)
    assert scene(one, other).salient(1150, [0, 1]) is one
    assert scene(one, other).salient(1150, [1]) is other
    assert scene(one, other).salient(1150, []) is None
    assert scene(one, other).salient(1095, [0, 1]) is None
    assert scene(one, other).salient(1000 + 100 * REACH + 50, [0, 1]) is one
    assert scene(one, other).salient(1000 + 100 * (REACH + 1) + 50, [0, 1]) is None
    assert scene(one, party("company", 1110)).salient(1150, [0, 1]).first == 1110
    assert scene(one, party("company", 1160)).salient(1150, [0, 1]) is one


def test_who_is_named_only_for_what_it_tells_does_not_stand_out():
    text = ("." * 1080 + "according to ").ljust(2000)
    one, source = party("company", 1010), party("company", 1093)
    source.mentions = {(1093, 1097): ("name", "ner:ORG")}
    here = Scene(
        text, [Sentence(1000, 1100, 0), Sentence(1100, 1190, 1)], [one, source], SimpleNamespace(defined=[]), None
    )
    assert here.salient(1150, [0, 1]) is one
    assert here.salient(1150, [1]) is None


def test_to_be_named_often_or_to_be_the_main_one_weighs_as_much_as_they_say():
    often = 1 + math.ceil(math.exp((FIRST - OTHER) / OFTEN))
    one, other = party("person", 1010), party("person", 1030, *range(0, 5 * often, 5))
    assert scene(one, other).salient(1150, [0, 1]) is other
    few = party("person", 1030, 0)
    assert scene(one, few).salient(1150, [0, 1]) is one
    assert FIRST / 2 + MAIN + OFTEN * math.log(2) > FIRST
    main = party("company", 1010, 0)
    assert scene(main, party("company", 1110)).salient(1150, [0, 1]) is main


@pytest.mark.parametrize(("text", "places"), [
    ("Acme", [0]), ("Acme's", [0]), ("(Acme)", [1]), ("Acme, Acme", [0, 6]), ("Acmes", []), ("@Acme", []), ("_Acme", []), ("x/Acme", []),
    ("x.Acme", []), ("x-Acme", []), ("Acme@", []), ("Acme_", []), ("Acme.com", []), ("Acme-x", []), ("Acme.", [0]), ("Acme - x", [0]),
    ("1Acme", []), ("Acme1", []), ("AcmeAcme Acme", [9]),
])  # fmt: skip
def test_a_name_stands_alone(text, places):
    assert [start for start, _ in occurrences(text, "Acme")] == places


def name_of(*core, company=0.0, people=0.0, bodies=0.0, reasons=()):
    candidates = [SimpleNamespace(reasons=list(reasons))]
    return SimpleNamespace(core=core, votes={"company": company}, people=people, bodies=bodies, candidates=candidates)


@pytest.mark.parametrize(
    ("full", "short", "firm"),
    [
        ({"company": 2.0, "bodies": 3.0}, {"people": 1.0, "reasons": ["ner:PERSON"]}, True),
        ({"company": 2.0, "bodies": 3.0}, {"people": 1.0, "reasons": ["honorific"]}, False),
        ({"company": 2.0, "bodies": 3.0}, {"people": 1.0, "reasons": ["age"]}, False),
        ({"company": 2.0, "bodies": 1.0, "people": 0.0}, {"reasons": ["ner:ORG"]}, True),
        ({"company": 2.0, "bodies": 1.0, "people": 0.5}, {"reasons": ["ner:ORG"]}, False),
        ({"bodies": 3.0}, {"reasons": ["ner:ORG"]}, False),
    ],
)
def test_a_firm_beyond_doubt_by_its_full_name(full, short, firm):
    names = [name_of("quill", "realty", **full), name_of("quill", **short)]
    assert Resolver._firm_by_full_name(names) is firm


@pytest.mark.parametrize(
    ("full", "short", "person"),
    [
        ({"people": 3.0}, {"reasons": ["ner:ORG"]}, True),
        ({"people": 3.0}, {"reasons": ["ner:ORG", "title"]}, True),
        ({"people": 3.0}, {"reasons": ["company form"]}, False),
        ({"people": 3.0, "bodies": 3.0}, {"reasons": ["ner:ORG"]}, False),
        ({"people": 0.1}, {"reasons": ["ner:ORG"]}, False),
    ],
)
def test_a_person_by_the_full_name(full, short, person):
    names = [name_of("ada", "quill", **full), name_of("quill", **short)]
    assert Resolver._person_by_full_name(names) is person
    assert Resolver._person_by_full_name(names[1:]) is False
