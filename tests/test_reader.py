"""The learned reader: windows keep offsets, what is said is bounded, and only what no rule has found is taken from it."""

import dataclasses
import re
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.find.clauses import NONE_BELOW, SAID, SAID_WEIGHED, TERM_FROM
from pipeline.link.draft import Draft
from pipeline.link.said import (
    DOUBT_BELOW,
    OWNER_FROM,
    PAIR_FROM,
    PLAIN,
    POST_FROM,
    SUM_FROM,
    name_owners,
    posts_by_reader,
    told_by_reader,
    without_doubtful,
)
from pipeline.mentions import Span
from pipeline.ner.model import NerError
from pipeline.read import article_from_text
from pipeline.reader import PairSaid, PostSaid, Reading, Said, SumSaid, TermSaid, WordsSaid
from pipeline.reader.labels import CLAUSE_TYPES, ELSE, EMPTY, PAIR_TYPES, STATUSES, SUM_TYPES
from pipeline.reader.model import ReaderModel, Words
from pipeline.reader.windows import COMPANY, MAIN, MARKS, MAX_PIECES, PERSON, SUM

TEXT = "Halvor Inc. makes lamps. Ada Kerr said Tier Oy would get $3 million from Halvor Inc. in May."


class Watched(NamedTuple):
    """What was at hand for an article: its windows by sentence, its reading and its record among it."""

    analysis: object
    resolution: object
    money: list
    windows: list
    reading: Reading
    record: object


@pytest.fixture(scope="module")
def watched(full_extractor):
    """Runs an article; a `reading` that is given takes the place of what the model says."""

    def run(text, reading=None):
        kept = []

        class Watching(type(full_extractor)):
            def _read(self, analysis, resolution, money, dates):
                cutter = self._reader._cutter
                windows = [
                    cutter.window(analysis, number, resolution, money, dates, resolution.main)
                    for number in range(len(analysis.sentences))
                ]
                said = super()._read(analysis, resolution, money, dates) if reading is None else reading
                said.of(len(windows) - 1)  # the parse is gone when the record is made
                kept.append((analysis, resolution, money, windows, said))
                return said

        watching = Watching.__new__(Watching)
        watching.__dict__ = full_extractor.__dict__
        record = watching.extract(article_from_text(text, published="2025-06-10", language="en"))
        assert len(kept) == 1
        return Watched(*kept[0], record)

    return run


def test_a_window_marks_who_and_what_is_mentioned(watched):
    window = watched(TEXT).windows[1]
    own = [code // 8 % MARKS for code in window.codes[window.base : window.base + len(window.places)]]
    words = {mark: [] for mark in (COMPANY, MAIN, PERSON, SUM)}
    for mark, (start, end) in zip(own, window.places, strict=True):
        if mark in words and TEXT[start:end] not in words[mark]:
            words[mark].append(TEXT[start:end])
    assert words[SUM] == ["$", "3", "million"]
    assert words[PERSON] == ["Ada", "Kerr"]
    assert sorted(words[COMPANY] + words[MAIN]) == [".", "Halvor", "Inc", "Oy", "Tier"]
    assert len(window.sums) == 1
    assert [own for _, _, own in window.parties] == [False, True, True, True]


@settings(max_examples=25, deadline=None)
@given(
    parts=st.lists(
        st.sampled_from(["Halvor Inc.", "paid", "Tier Oy", "$3 million", "и", "中", "on Monday", "🚀", ","]),
        max_size=80,
    )
)
def test_a_window_is_never_too_long_and_its_places_are_words_of_the_sentence(watched, parts):
    here = watched(f"Tier Oy grew. Halvor Inc. said {' '.join(parts)} it.")
    for sentence, window in zip(here.analysis.sentences, here.windows, strict=True):
        assert len(window.ids) == len(window.codes) <= MAX_PIECES
        assert all(sentence.start <= start < end <= sentence.end for start, end in window.places)
        assert all(0 < low < high < len(window.ids) for _, (low, high) in window.sums)


def test_what_is_said_is_bounded_and_the_same_every_time(watched):
    one, two = watched(TEXT), watched(TEXT)
    assert one.record == two.record
    told = one.reading.said[1]
    assert told == two.reading.said[1]
    assert 0 not in one.reading.said  # neither a sum nor a term in it
    assert len(told.sums) == 1
    for said in told.sums.values():
        assert said.type in SUM_TYPES
        assert said.status in STATUSES
        assert 0 <= said.sure <= said.type_share <= 1
    assert told.pairs
    for pair in told.pairs:
        assert pair.type in PAIR_TYPES[1:]
        assert pair.subject != pair.object
        assert 0 <= pair.share <= 1
    assert all(term.type in CLAUSE_TYPES for term in told.terms)


def test_a_sentence_is_read_once_and_when_it_is_asked_for():
    asked = []
    reading = Reading(read=lambda number: asked.append(number) or Said())
    assert asked == []
    assert reading.of(3) is reading.of(3)
    assert asked == [3]


def test_rules_only_says_so(extractor, full_extractor):
    assert "fact_reader" not in extractor.fingerprint["model"]
    assert "fact_reader" in full_extractor.fingerprint["model"]


def test_missing_weights_are_named(tmp_path):
    with pytest.raises(NerError, match="reader"):
        ReaderModel(tmp_path)


def said(**changes):
    whole = SumSaid("payment", 1.0, "P1", 1.0, "P2", 1.0, "completed", "other", {"payment": 1.0})
    return dataclasses.replace(whole, **changes)


@pytest.fixture(scope="module")
def scene(watched):
    """Analysis, resolution and money of a sentence with two companies, a person and a sum; ids by name."""
    here = watched(TEXT)
    ids = {party.name: party.id for party in here.resolution.parties}
    return here.analysis, here.resolution, here.money, ids


def drafts_of(scene, reading, drafts=()):
    analysis, resolution, money, _ = scene
    return told_by_reader(analysis, resolution, money, reading, drafts)


def test_a_sum_that_no_rule_has_read_becomes_a_fact(scene):
    _, _, money, ids = scene
    sides = {"subject": ids["Halvor Inc."], "object": ids["Tier Oy"]}
    told = drafts_of(scene, Reading({1: Said(sums={money[0].id: said(**sides)})}))
    assert [(d.type, d.subject, d.object, d.money, d.status) for d in told] == [
        ("payment", ids["Halvor Inc."], ids["Tier Oy"], money[0].id, "completed")
    ]
    assert told[0].score <= 1.0
    alone = drafts_of(scene, Reading({1: Said(sums={money[0].id: said(subject=ids["Halvor Inc."], object=EMPTY)})}))
    assert [(d.subject, d.object) for d in alone] == [(ids["Halvor Inc."], None)]


@pytest.mark.parametrize(
    "changes",
    [
        {"type_share": SUM_FROM["payment"] - 0.01},
        {"subject_share": 0.6, "object_share": 0.6},
        {"subject": ELSE},
        {"subject": EMPTY},
        {"object": ELSE},
        {"object": "subject"},
        {"type": "none"},
        {"type": "result", "subject": "Ada Kerr"},
    ],
    ids=str,
)
def test_a_sum_is_left_alone(scene, changes):
    _, _, money, ids = scene
    sides = {"subject": ids["Halvor Inc."], "object": ids["Tier Oy"]} | changes
    sides |= {side: ids.get(sides[side], sides[side]) for side in ("subject", "object")}
    sides["object"] = sides["subject"] if sides["object"] == "subject" else sides["object"]
    assert drafts_of(scene, Reading({1: Said(sums={money[0].id: said(**sides)})})) == []


def words_in_text(words, share=1.0):
    start = TEXT.index(words)
    return WordsSaid(Span(start, start + len(words)), share)


@pytest.mark.parametrize(
    ("words", "share", "told"),
    [
        ("makes lamps", 1.0, "makes lamps"),
        (" lamps. ", 1.0, "lamps"),
        (" from Halvor Inc. in", 1.0, None),  # the subject itself
        ("makes lamps", SUM_FROM["payment"] - 0.01, None),
        ("get $3 million", 1.0, None),
        (" in ", 1.0, None),
    ],
)
def test_words_stand_for_a_side_where_no_party_does(scene, words, share, told):
    _, _, money, ids = scene
    of_sum = said(subject=ids["Halvor Inc."], object=ELSE, object_words=words_in_text(words, share))
    found = drafts_of(scene, Reading({1: Said(sums={money[0].id: of_sum})}))
    assert [(d.subject, d.object, TEXT[d.object_text.start : d.object_text.end]) for d in found] == (
        [(ids["Halvor Inc."], None, told)] if told else []
    )


def test_a_subject_may_be_words_too(scene):
    _, _, money, ids = scene
    of_sum = said(subject=ELSE, object=ids["Tier Oy"], subject_words=words_in_text("lamps"))
    (draft,) = drafts_of(scene, Reading({1: Said(sums={money[0].id: of_sum})}))
    assert (draft.subject, draft.subject_text, draft.object) == (None, words_in_text("lamps").span, ids["Tier Oy"])


def post(**changes):
    title = words_in_text("makes lamps").span
    return dataclasses.replace(PostSaid("Ada Kerr", 1.0, title, "Tier Oy", 1.0, "holds", "ongoing"), **changes)


HALVOR = Span(0, 6)


def posts_of(scene, drafts=(), titles=(HALVOR,), **changes):
    analysis, resolution, _, ids = scene
    told = post(**changes)
    told = dataclasses.replace(
        told, person=ids.get(told.person, told.person), employer=ids.get(told.employer, told.employer)
    )
    reading = Reading({1: Said(posts=[told])})
    return posts_by_reader(analysis, resolution, reading, drafts, lambda analysis, number: titles)


def test_a_post_that_no_rule_has_found_becomes_a_fact(scene):
    *_, ids = scene
    (draft,) = posts_of(scene)
    assert (draft.type, draft.subject, draft.object) == ("position", ids["Ada Kerr"], ids["Tier Oy"])
    assert (draft.keys, draft.status) == ({"title": "makes lamps", "change": "holds"}, "ongoing")
    (alone,) = posts_of(scene, employer=EMPTY)
    assert (alone.subject, alone.object) == (ids["Ada Kerr"], None)


@pytest.mark.parametrize(
    "changes",
    [
        {"share": POST_FROM - 0.01},
        {"employer_share": POST_FROM - 0.01},
        {"employer": ELSE},
        {"employer": "Ada Kerr"},
        {"person": "Tier Oy"},
        {"titles": ()},
    ],
    ids=str,
)
def test_a_post_is_left_alone(scene, changes):
    assert posts_of(scene, **changes) == []


def test_a_person_with_a_post_by_a_rule_keeps_it_and_a_title_that_a_rule_has_given_is_gone(scene):
    *_, ids = scene
    placed = Draft("position", 0, "x", subject=ids["Ada Kerr"], keys={"title": "founder"})
    assert posts_of(scene, [placed]) == []
    given = Draft("position", 0, "x", subject="P9", keys={"title": "founder"}, cues=[HALVOR])
    assert posts_of(scene, [given]) == []
    assert len(posts_of(scene, [given], titles=(HALVOR, Span(20, 26)))) == 1


def test_a_sum_that_a_rule_has_read_stays_the_rules(scene):
    _, _, money, ids = scene
    reading = Reading({1: Said(sums={money[0].id: said(subject=ids["Halvor Inc."], object=ids["Tier Oy"])})})
    assert drafts_of(scene, reading, [Draft("financing", 1, "x", subject=ids["Tier Oy"], money=money[0].id)]) == []


@pytest.mark.parametrize(
    ("kind", "share", "number", "stays"),
    [
        ("payment", DOUBT_BELOW["payment"] - 0.01, 1, False),
        ("payment", DOUBT_BELOW["payment"], 1, True),
        ("valuation", DOUBT_BELOW["valuation"] - 0.01, 1, False),
        ("lawsuit", 0.0, 1, True),
        ("payment", 0.0, 0, True),
    ],
)
def test_a_fact_of_a_rule_goes_where_the_reader_holds_it_for_unlikely(scene, kind, share, number, stays):
    analysis, _, money, ids = scene
    draft = Draft(kind, number, "x", subject=ids["Halvor Inc."], money=money[0].id)
    reading = Reading({n: Said(sums={money[0].id: said(shares={kind: share})}) for n in (0, 1)})
    assert without_doubtful(analysis, money, reading, [draft]) == ([draft] if stays else [])
    unread = Reading({n: Said() for n in (0, 1)})
    assert without_doubtful(analysis, money, unread, [draft]) == [draft]
    plain = dataclasses.replace(draft, rule=PLAIN[0])
    assert without_doubtful(analysis, money, reading, [plain]) == [plain]


@pytest.mark.parametrize(
    ("kind", "changes", "owner"),
    [
        ("result", {}, "Halvor Inc."),
        ("valuation", {}, "Halvor Inc."),
        ("result", {"subject_share": OWNER_FROM["result"] - 0.01}, None),
        ("result", {"subject": ELSE}, None),
        ("result", {"subject": "Ada Kerr"}, None),
        ("payment", {}, None),
        ("result", {"type": "valuation"}, None),
    ],
)
def test_a_figure_of_mere_words_is_given_to_its_owner(scene, kind, changes, owner):
    _, resolution, money, ids = scene
    changes = {"type": kind, "subject": "Halvor Inc.", "object": EMPTY} | changes
    changes["subject"] = ids.get(changes["subject"], changes["subject"])
    draft = Draft(kind, 1, "x", subject_text=Span(0, 6), money=money[0].id)
    name_owners(resolution, Reading({1: Said(sums={money[0].id: said(**changes)})}), [draft])
    assert (draft.subject, draft.subject_text) == ((ids[owner], None) if owner else (None, Span(0, 6)))


def test_a_fact_with_a_named_subject_keeps_it(scene):
    _, resolution, money, ids = scene
    draft = Draft("result", 1, "x", subject=ids["Tier Oy"], money=money[0].id)
    reading = Reading({1: Said(sums={money[0].id: said(type="result", subject=ids["Halvor Inc."], object=EMPTY)})})
    name_owners(resolution, reading, [draft])
    assert draft.subject == ids["Tier Oy"]


def test_the_likelier_of_two_directions_of_a_pair_is_taken(scene):
    *_, ids = scene
    one, other = ids["Halvor Inc."], ids["Tier Oy"]
    pairs = [
        PairSaid(one, other, "acquisition", 0.992, "expected"),
        PairSaid(other, one, "acquisition", 0.996, "completed"),
    ]
    told = drafts_of(scene, Reading({1: Said(pairs=pairs)}))
    assert [(d.type, d.subject, d.object, d.status) for d in told] == [("acquisition", other, one, "completed")]
    unsure = [PairSaid(one, other, "acquisition", PAIR_FROM["acquisition"] - 0.01, "completed")]
    assert drafts_of(scene, Reading({1: Said(pairs=unsure)})) == []
    assert (
        drafts_of(scene, Reading({1: Said(pairs=pairs)}), [Draft("acquisition", 1, "x", subject=one, object=other)])
        == []
    )


def test_terms_are_taken_where_no_rule_has_one(watched):
    text = "Halvor Inc. signed a contract with Tier Oy. Under the new contract Tier Oy may not sell lamps to others until 2030."
    start = text.index("Under the new contract")

    def found(*terms):
        record = watched(text, Reading({1: Said(terms=list(terms))})).record
        return [(c.start, c.end, c.type, c.rule) for c in record.clauses]

    ruled = found()
    assert len(ruled) == 1
    term = TermSaid(Span(start, start + 22), "renewal", 1.0, SAID + 0.01)
    assert found(term) == [(start, start + 22, "renewal", "said.term"), *ruled]
    assert found(dataclasses.replace(term, type_share=SAID - 0.01)) == ruled
    assert found(dataclasses.replace(term, span=Span(*ruled[0][:2]))) == ruled
    assert found(dataclasses.replace(term, span=Span(start, start + 13))) == ruled  # three words say too little
    weighed = dataclasses.replace(term, type="price_terms")
    assert found(weighed) == ruled
    assert len(found(dataclasses.replace(weighed, type_share=SAID_WEIGHED + 0.01))) == len(ruled) + 1


def words_of(text, start, end, inside, kind, share):
    """What would be said of the words of a sentence [start, end), all alike."""
    places = [(start + m.start(), start + m.end()) for m in re.finditer(r"\w+", text[start:end])]
    types = np.full((len(places), len(CLAUSE_TYPES)), (1 - share) / (len(CLAUSE_TYPES) - 1))
    types[:, CLAUSE_TYPES.index(kind)] = share
    return Words(places, np.tile([1 - inside, 0, inside], (len(places), 1)), types)


@pytest.mark.parametrize(
    ("inside", "kind", "share", "type_"),
    [
        (NONE_BELOW - 0.01, "option", 0.9, None),
        (NONE_BELOW + 0.01, "option", 0.9, "other"),
        (TERM_FROM, "option", 0.9, "option"),
        (TERM_FROM, "option", 0.4, "other"),
    ],
)
def test_an_unnamed_term_is_weighed_and_typed_by_the_reader(watched, inside, kind, share, type_):
    text = "Halvor Inc. signed a contract with Tier Oy. Under the contract Tier Oy will paint the hall of the yard each May."
    start = text.index("Under the contract")
    plain = watched(text, Reading({n: Said() for n in (0, 1)})).record.clauses
    assert [(c.type, c.rule) for c in plain] == [("other", "other.framed")]
    words = words_of(text, start, len(text), inside, kind, share)
    found = watched(text, Reading({0: Said(), 1: Said(words=words)})).record.clauses
    assert [(c.type, c.text, c.rule) for c in found] == ([(type_, plain[0].text, "other.framed")] if type_ else [])


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("with", None),
        ("will vote on", "will vote on the sale"),
        ("million euros after the vote", "20 million euros after the vote"),
        ("pays Tier 20 million euros,", "pays Tier 20 million euros"),
    ],
)
def test_a_term_of_the_reader_ends_where_its_phrases_do(watched, said, taken):
    text = "Holders of Halvor Inc. will vote on the sale. The buyer with a yard pays Tier 20 million euros, after the vote."
    text = text.replace("euros, after", "euros after") if "euros after" in said else text
    start = text.index(said)
    term = TermSaid(Span(start, start + len(said)), "other", 1.0, SAID_WEIGHED + 0.01)
    number = int(start > text.index("The buyer"))
    found = [c for c in watched(text, Reading({number: Said(terms=[term])})).record.clauses if c.rule == "said.term"]
    assert [c.text for c in found] == ([taken] if taken else [])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Spare parts brought in $3 million in 2023 and $4 million in 2024.", ["2023", "2024"]),
        ("In the second quarter of 2024 spare parts brought in $3 million.", ["2024-Q2"]),
        ("Spare parts brought in $4 million in 2024, up from $3 million a year earlier.", ["2024", "2023"]),
        ("The halls were built in 1998. Spare parts brought in $4 million.", [None]),
    ],
)
def test_a_learned_figure_has_the_period_beside_it(full_extractor, watched, text, wanted):
    here = watched(text)
    number = len(here.analysis.sentences) - 1
    sentence = here.analysis.sentences[number]
    sums = [m for m in here.money if m.start >= sentence.start]
    assert len(sums) == len(wanted)
    found, before = [], None
    for m in sums:
        draft = Draft("result", number, "said.sum", money=m.id, status="completed", keys={"metric": "revenue"})
        times = [d for d in here.record.dates if d.start >= sentence.start]
        before = full_extractor._linker._results.period_said(here.analysis, draft, times, sums, before, None)
        found.append(before)
    assert found == wanted
