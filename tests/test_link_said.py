"""What is taken from the learned reader: sides, words, sums, pairs, posts. Readings and names are made up by hand."""

from __future__ import annotations

import pytest

from pipeline.link.draft import Draft
from pipeline.link.said import (
    PAIR_FROM,
    SUM_FROM,
    _is_free,
    _named,
    _of_pairs,
    _of_post,
    _of_sum,
    _payers,
    _side,
    _trimmed,
    name_owners,
    posts_by_reader,
    told_by_reader,
    without_doubtful,
)
from pipeline.mentions import Article, Block, Sentence, Span
from pipeline.nlp import Analysis
from pipeline.reader import PairSaid, PostSaid, Reading, Said, SumSaid, WordsSaid
from pipeline.reader.labels import ELSE, EMPTY
from pipeline.records import Money

from .hand_made import money_of, resolution_of, span_of

FIRST = "Halvor Inc. makes lamps."
TEXT = f"{FIRST} Tier Oy, Norway and Lena Brandt of Norton United paid $3 million in 2019."
KINDS = {
    "P1": ("Halvor Inc.", "company"), "P2": ("Tier Oy", "company"), "P3": ("Norway", "public_body"),
    "P4": ("Lena Brandt", "person"), "P5": ("Norton United", "organization"),
}  # fmt: skip
SENTENCES = [Sentence(0, len(FIRST), 0, "body"), Sentence(len(FIRST) + 1, len(TEXT), 0, "body")]


def place(words):
    return span_of(words, TEXT)


RESOLUTION = resolution_of(TEXT, KINDS)
ANALYSIS = Analysis(Article(text=TEXT, blocks=[Block(0, len(TEXT), "body")]), SENTENCES, [])


def money(words="$3 million", **changes):
    return money_of(words, TEXT, **changes)


def of_sum(**changes):
    said = {"type": "payment", "subject": "P2", "object": "P1", "status": "completed", "metric": "other"}
    shares = {"type_share": 1.0, "subject_share": 1.0, "object_share": 1.0, "shares": {"payment": 1.0}}
    return SumSaid(**said | shares | changes)


def draft_of(m=None, **changes):
    return _of_sum(of_sum(**changes), m or money(), 1, RESOLUTION, ANALYSIS)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("the mill", "the mill"),
        (" the mill ", "the mill"),
        (", the mill,", "the mill"),
        ("; the mill;", "the mill"),
        (": the mill:", "the mill"),
        (". the mill.", "the mill"),
        ("– the mill –", "the mill"),
        ("— the mill —", "the mill"),
        ("- the mill -", "the mill"),
        ("of the mill of", "the mill"),
        ("for the mill for", "the mill"),
        ("in the mill in", "the mill"),
        ("to the mill to", "the mill"),
        ("from the mill from", "the mill"),
        ("by the mill by", "the mill"),
        ("on the mill on", "the mill"),
        ("with the mill with", "the mill"),
        ("at the mill at", "the mill"),
        ("and the mill and", "the mill"),
        ("as the mill as", "the mill"),
        ("into the mill into", "the mill"),
        ("OF the mill FOR", "the mill"),
        (", of the mill, in", "the mill"),
        ("the mill and the", "the mill"),
        ("the mill of a", "the mill"),
        ("the mill for an", "the mill"),
        ("office work", "office work"),
        ("insurance at a mill", "insurance at a mill"),
        ("a raincoat", "a raincoat"),
        ("the mill, then the oven", "the mill, then the oven"),
        ("of", None),
        (", and ", None),
        ("  ", None),
        ("of the", None),
        ("a", None),
    ],
)
def test_small_words_and_marks_at_the_ends_of_words_go(words, left):
    text = f"xx{words}xx"
    span = _trimmed(Span(2, 2 + len(words)), text)
    assert (None if span is None else text[slice(*span)]) == left


@pytest.mark.parametrize(
    ("said", "words", "wanted"),
    [
        ("P2", None, ("P2", None, 1.0)),
        ("P2", WordsSaid(place("lamps"), 0.2), ("P2", None, 1.0)),
        (EMPTY, None, (None, None, 1.0)),
        (EMPTY, WordsSaid(place("lamps"), 0.2), (None, None, 1.0)),
        (ELSE, None, (None, None, 0.0)),
        (ELSE, WordsSaid(place("lamps"), 0.7), (None, place("lamps"), 0.7)),
        (ELSE, WordsSaid(place("makes lamps."), 0.7), (None, place("makes lamps"), 0.7)),
        (ELSE, WordsSaid(place(" of "), 0.7), (None, None, 0.0)),
        # words that share a character with the sum stand for no side; those that end or begin where it does, do
        (ELSE, WordsSaid(place("paid $3"), 0.7), (None, None, 0.0)),
        (ELSE, WordsSaid(place("million in 2019"), 0.7), (None, None, 0.0)),
        (ELSE, WordsSaid(place("3"), 0.7), (None, None, 0.0)),
        (ELSE, WordsSaid(place("paid $3 million in 2019"), 0.7), (None, None, 0.0)),
        (ELSE, WordsSaid(place("paid "), 0.7), (None, place("paid"), 0.7)),
        (ELSE, WordsSaid(place(" in 2019"), 0.7), (None, place("2019"), 0.7)),
    ],
)
def test_a_side_is_a_party_or_words_or_nothing(said, words, wanted):
    assert _side(said, words, money(), TEXT, None) == wanted


def test_a_side_ends_and_begins_right_at_a_sum():
    text = "lamps$3 lamps"
    m = Money(id="M1", start=5, end=7, text="$3", currency="USD", amount=3)
    assert _side(ELSE, WordsSaid(Span(0, 5), 0.7), m, text, None) == (None, Span(0, 5), 0.7)
    assert _side(ELSE, WordsSaid(Span(7, 13), 0.7), m, text, None) == (None, Span(8, 13), 0.7)
    assert _side(ELSE, WordsSaid(Span(0, 6), 0.7), m, text, None) == (None, None, 0.0)
    assert _side(ELSE, WordsSaid(Span(6, 13), 0.7), m, text, None) == (None, None, 0.0)


class Tagged:
    """A parse of which the first word has a tag."""

    def __init__(self, tag):
        self.tag_ = tag

    def tokens(self, start, end):
        return [self, Tagged("VB")]


@pytest.mark.parametrize(
    ("tag", "told"),
    [("VB", False), ("VBD", False), ("VBP", False), ("VBZ", False), ("MD", False),
     ("NN", True), ("VBG", True), ("VBN", True), ("DT", True)],
)  # fmt: skip
def test_words_that_tell_what_is_done_stand_for_no_side(tag, told):
    wanted = (None, place("lamps"), 0.7) if told else (None, None, 0.0)
    assert _side(ELSE, WordsSaid(place("lamps"), 0.7), money(), TEXT, Tagged(tag)) == wanted


def test_words_without_a_parse_stand_for_a_side():
    class Nothing:
        def tokens(self, start, end):
            return []

    assert _side(ELSE, WordsSaid(place("lamps"), 0.7), money(), TEXT, Nothing()) == (None, place("lamps"), 0.7)


@pytest.mark.parametrize("kind", sorted(SUM_FROM))
def test_a_sum_is_taken_from_the_threshold_of_its_type_on(kind):
    at = SUM_FROM[kind]
    assert draft_of(type=kind, type_share=at - 0.001) is None
    draft = draft_of(type=kind, type_share=at)
    assert (draft.type, draft.subject, draft.object, draft.score) == (kind, "P2", "P1", at)


@pytest.mark.parametrize("kind", ["none", "position"])
def test_a_sum_of_no_type_of_its_own_is_left_out(kind):
    assert draft_of(type=kind) is None


def test_how_sure_a_sum_is_holds_all_its_shares():
    words = WordsSaid(place("lamps"), 0.9)
    draft = draft_of(type_share=0.9, subject_share=0.8, object_share=0.9, object=ELSE, object_words=words)
    assert draft.score == pytest.approx(0.9 * 0.8 * 0.9 * 0.9)
    draft = draft_of(type_share=0.9, subject=ELSE, subject_words=words)
    assert (draft.score, draft.subject_text) == (pytest.approx(0.9 * 0.9), place("lamps"))
    assert draft_of(type_share=0.6, object=ELSE, object_words=WordsSaid(place("lamps"), 0.7)) is None
    assert draft_of(type_share=0.6, subject=ELSE, subject_words=WordsSaid(place("lamps"), 0.7)) is None


@pytest.mark.parametrize(
    ("changes", "taken"),
    [
        ({"subject": EMPTY}, False),
        ({"subject": ELSE}, False),
        ({"subject": "P1"}, False),
        ({"object": EMPTY}, True),
        ({"subject": ELSE, "subject_words": WordsSaid(place("lamps"), 1.0), "object": EMPTY}, True),
    ],
    ids=str,
)
def test_a_sum_needs_a_subject_that_is_not_its_object(changes, taken):
    assert (draft_of(**changes) is not None) == taken


@pytest.mark.parametrize("party", KINDS)
@pytest.mark.parametrize("kind", sorted(SUM_FROM))
def test_no_person_has_results_finances_or_outlays(kind, party):
    person = KINDS[party][1] == "person"
    draft = draft_of(type=kind, subject=party, object=EMPTY)
    assert (draft is None) == (person and kind in ("result", "financing", "spending"))


@pytest.mark.parametrize(
    ("metric", "text", "per", "wanted"),
    [
        ("revenue", "$3 million", None, "revenue"),
        ("revenue", "$3", "share", "earnings_per_share"),
        ("net_profit", "$3", "share", "earnings_per_share"),
        ("operating_profit", "$3", "share", "earnings_per_share"),
        ("net_loss", "$3", "share", "net_loss"),
        ("other", "$3", "share", "other"),
        ("net_profit", "$3", "year", "net_profit"),
        ("earnings_per_share", "$3 million", None, "net_profit"),
        ("earnings_per_share", "$3 million", "share", "net_profit"),
        ("earnings_per_share", "$3", None, "earnings_per_share"),
        ("earnings_per_share", "$3", "share", "earnings_per_share"),
    ],
)
def test_a_metric_fits_its_sum(metric, text, per, wanted):
    draft = draft_of(money(text, per=per), type="result", metric=metric, object=EMPTY)
    assert draft.keys == {"metric": wanted}


def test_a_draft_of_a_sum_has_all_that_is_said():
    draft = draft_of(status="expected")
    assert draft == Draft(
        "payment", 1, "said.sum", subject="P2", object="P1", money="M1", status="expected", cues=[place("$3 million")]
    )
    assert _of_sum(None, money(), 1, RESOLUTION, ANALYSIS) is None


def told(sums=None, drafts=(), pairs=(), others=(), **changes):
    reading = Reading({0: Said(), 1: Said(sums={"M1": of_sum(**changes)} if sums is None else sums, pairs=list(pairs))})
    return told_by_reader(ANALYSIS, RESOLUTION, [money(), *others], reading, drafts)


def test_a_sum_that_is_told_elsewhere_in_figures_is_left_alone():
    assert len(told()) == 1
    same = Money(id="M2", start=0, end=3, text="$3m", currency="USD", amount=3_000_000)
    assert told(others=[same], drafts=[Draft("result", 0, "x", money="M2")]) == []
    other = same.model_copy(update={"amount": 4_000_000})
    assert len(told(others=[other], drafts=[Draft("result", 0, "x", money="M2")])) == 1
    abroad = same.model_copy(update={"currency": "EUR"})
    assert len(told(others=[abroad], drafts=[Draft("result", 0, "x", money="M2")])) == 1
    assert len(told(drafts=[Draft("result", 0, "x")])) == 1


def test_a_sum_that_is_another_in_other_words_is_left_alone():
    reading = Reading({0: Said(), 1: Said(sums={"M1": of_sum()})})
    assert told_by_reader(ANALYSIS, RESOLUTION, [money(equivalent_of="M9")], reading, []) == []


def test_a_sentence_is_read_where_it_has_a_sum_that_no_rule_took():
    asked = []
    reading = Reading(read=lambda number: asked.append(number) or Said())
    told_by_reader(ANALYSIS, RESOLUTION, [money()], reading, [])
    assert asked == [1]
    told_by_reader(ANALYSIS, RESOLUTION, [money()], reading, [Draft("result", 0, "x", money="M1")])
    told_by_reader(ANALYSIS, RESOLUTION, [], reading, [])
    assert asked == [1]
    opening = Money(id="M1", start=0, end=6, text="Halvor", currency="USD", amount=3)
    told_by_reader(ANALYSIS, RESOLUTION, [opening], reading, [])
    assert asked == [1, 0]


PAIR = PairSaid("P2", "P1", "agreement", 0.99, "completed")


@pytest.mark.parametrize(
    ("drafts", "joined"),
    [
        ([], True),
        ([Draft("agreement", 0, "x", subject="P2", object="P1")], False),
        ([Draft("agreement", 0, "x", subject="P1", object="P2")], False),
        ([Draft("agreement", 0, "x", subject="P2", object="P3")], True),
        ([Draft("lawsuit", 0, "x", subject="P2", object="P1")], True),
    ],
)
def test_a_pair_that_a_rule_has_joined_is_left_alone(drafts, joined):
    assert [(d.type, d.subject, d.object) for d in told({}, drafts, [PAIR])] == [("agreement", "P2", "P1")] * joined


def test_a_pair_that_a_sum_has_joined_is_told_once():
    assert [d.rule for d in told(None, [], [PAIR], type="agreement")] == ["said.sum"]
    assert [d.rule for d in told(None, [], [PAIR], type="payment")] == ["said.sum", "said.pair"]


def pairs(*said, joined=frozenset(), number=1):
    return _of_pairs(said, number, SENTENCES[number], RESOLUTION, set(joined))


@pytest.mark.parametrize("kind", sorted(PAIR_FROM))
def test_a_pair_is_taken_from_the_threshold_of_its_type_on(kind):
    at = PAIR_FROM[kind]
    assert pairs(PairSaid("P2", "P3", kind, at - 0.001, "completed")) == []
    (draft,) = pairs(PairSaid("P2", "P3", kind, at, "expected"))
    assert draft == Draft(
        kind, 1, "said.pair", subject="P2", object="P3", status="expected", cues=[place("Norway")], score=at
    )


@pytest.mark.parametrize("kind", ["none", "financing", "payment", "position"])
def test_a_pair_of_another_type_is_left_out(kind):
    assert pairs(PairSaid("P2", "P3", kind, 1.0, "completed")) == []


def test_a_pair_stands_at_its_object_else_at_its_subject_else_nowhere():
    assert pairs(PairSaid("P3", "P2", "lawsuit", 1.0, "completed"))[0].cues == [place("Tier Oy")]
    assert pairs(PairSaid("P2", "P1", "lawsuit", 1.0, "completed"))[0].cues == [place("Tier Oy")]
    assert pairs(PairSaid("P1", "P9", "lawsuit", 1.0, "completed")) == []


def test_the_first_of_two_equal_readings_of_a_pair_stays():
    one, other = PairSaid("P2", "P3", "lawsuit", 0.97, "ongoing"), PairSaid("P3", "P2", "lawsuit", 0.97, "expected")
    assert [d.status for d in pairs(one, other)] == ["ongoing"]
    nowhere = PairSaid("P1", "P9", "lawsuit", 1.0, "completed")
    assert [d.status for d in pairs(nowhere, one)] == ["ongoing"]
    assert len(pairs(one, PairSaid("P2", "P5", "lawsuit", 0.96, "ongoing"))) == 2


FINE = [Span(0, 4)]


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        (Draft("payment", 1, "x", subject="P2", cues=FINE), True),
        (Draft("payment", 1, "y", subject="P2", cues=FINE), False),
        (Draft("payment", 1, "x", subject="P2", cues=[Span(5, 9)]), False),
        (Draft("payment", 0, "x", subject="P2", cues=FINE), False),
        (Draft("lawsuit", 1, "x", subject="P2", cues=FINE), False),
        (Draft("payment", 1, "x", cues=FINE), False),
        (Draft("payment", 1, "x", subject="P2"), False),
    ],
)
def test_who_pays_side_by_side_pays_not_each_other(other, joined):
    one = Draft("payment", 1, "x", subject="P1", cues=FINE)
    assert _payers([one, other], 1) == ({("payment", frozenset(("P1", "P2")))} if joined else set())


def post(**changes):
    told = {"person": "P4", "share": 1.0, "title": place("of Norton"), "employer": "P5", "employer_share": 1.0}
    return PostSaid(**told | {"change": "appointed", "status": "expected"} | changes)


def test_a_post_has_all_that_is_said():
    assert _of_post(post(share=0.95), 1, RESOLUTION, TEXT) == Draft(
        "position", 1, "said.post", subject="P4", object="P5", status="expected",
        keys={"title": "Norton", "change": "appointed"}, cues=[place("Norton")], score=0.95,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "taken"),
    [
        ({"share": 0.9}, True),
        ({"share": 0.899}, False),
        ({"share": 0.95, "employer_share": 0.94}, False),
        ({"employer": "P1"}, True),
        ({"employer": "P3"}, True),
        ({"employer": EMPTY}, True),
        ({"employer": ELSE}, False),
        ({"employer": "P4"}, False),
        ({"title": place(" of ")}, False),
    ],
    ids=str,
)
def test_a_post_is_taken_or_left(changes, taken):
    assert (_of_post(post(**changes), 1, RESOLUTION, TEXT) is not None) == taken


@pytest.mark.parametrize(
    ("lead", "change", "status"),
    [
        ("Ada Tullow is ", "holds", "ongoing"),
        ("Ada Tullow has been the ", "holds", "ongoing"),
        ("Ada Tullow now serves as its ", "holds", "ongoing"),
        ("Ada Tullow was ", "left", "completed"),
        ("Ada Tullow is no ", "left", "completed"),
    ],
)
def test_who_is_in_a_post_has_not_left_it(lead, change, status):
    title = Span(len(lead), len(lead) + len("treasurer"))
    draft = _of_post(post(title=title, change="left", status="completed"), 1, RESOLUTION, f"{lead}treasurer of Halvor.")
    assert (draft.keys["change"], draft.status) == (change, status)


def test_nobody_works_for_a_person():
    resolution = resolution_of(TEXT, {**KINDS, "P6": ("Mary Kerr", "person")})
    assert _of_post(post(employer="P6"), 1, resolution, TEXT) is None


HALVOR = (Span(0, 6),)


def posts(*said, drafts=(), titles=HALVOR, number=1):
    reading = Reading({n: Said(posts=list(said) if n == number else []) for n in (0, 1)})
    return posts_by_reader(ANALYSIS, RESOLUTION, reading, drafts, lambda analysis, n: titles)


def test_of_the_posts_of_a_person_the_likeliest_is_taken():
    one, other = post(share=0.92, employer="P1"), post(share=0.94, employer="P5")
    assert [d.object for d in posts(one, other)] == ["P5"]
    assert [d.object for d in posts(other, one)] == ["P5"]
    assert [d.object for d in posts(one, post(share=0.92, employer="P5"))] == ["P1"]


def test_a_post_is_told_of_people_that_its_sentence_names():
    assert [d.subject for d in posts(post())] == ["P4"]
    assert posts(post(), number=0) == []
    assert posts(post(person="P1")) == []
    assert posts(post(), titles=()) == []
    assert posts(post(), drafts=[Draft("position", 0, "x", subject="P4")]) == []
    assert len(posts(post(), drafts=[Draft("lawsuit", 0, "x", subject="P4", cues=[Span(0, 6)])])) == 1


@pytest.mark.parametrize(
    ("title", "free"),
    [(Span(0, 5), True), (Span(0, 6), False), (Span(5, 10), False), (Span(6, 7), False), (Span(9, 12), False),
     (Span(10, 12), True)],
)  # fmt: skip
def test_a_title_is_free_where_no_rule_has_given_it(title, free):
    assert _is_free(title, [Span(5, 10)]) == free
    assert _is_free(title, [Span(20, 30), Span(5, 10)]) == free
    assert _is_free(title, [])


@pytest.mark.parametrize(
    ("kind", "share", "changes", "stays"),
    [
        ("acquisition", 0.099, {}, False),
        ("acquisition", 0.1, {}, True),
        ("agreement", 0.099, {}, False),
        ("agreement", 0.1, {}, True),
        ("financing", 0.099, {}, False),
        ("financing", 0.1, {}, True),
        ("payment", 0.099, {}, False),
        ("valuation", 0.499, {}, False),
        ("valuation", 0.5, {}, True),
        ("investment", 0.199, {}, False),
        ("investment", 0.2, {}, True),
        ("result", 0.199, {}, False),
        ("result", 0.2, {}, True),
        ("result", 0.0, {"rule": "result.costs"}, True),
        ("lawsuit", 0.0, {}, True),
        ("spending", 0.049, {}, False),
        ("spending", 0.05, {}, True),
        ("payment", 0.0, {"money": None}, True),
        ("payment", 0.0, {"sentence": 0}, True),
        ("payment", 0.0, {"rule": "payment.verdict"}, True),
        ("payment", 0.0, {"rule": "payment.pay"}, False),
        ("financing", 0.0, {"rule": "financing.tap"}, True),
    ],
)
def test_what_the_reader_holds_for_unlikely_goes(kind, share, changes, stays):
    draft = Draft(**{"type": kind, "sentence": 1, "rule": "x", "subject": "P2", "money": "M1"} | changes)
    reading = Reading({n: Said(sums={"M1": of_sum(shares={kind: share})}) for n in (0, 1)})
    assert without_doubtful(ANALYSIS, [money()], reading, [draft]) == [draft] * stays


@pytest.mark.parametrize(
    ("kind", "pairs", "changes", "stays"),
    [
        ("agreement", [("P2", "P3", "agreement", 0.049)], {}, False),
        ("agreement", [("P2", "P3", "agreement", 0.05)], {}, True),
        ("lawsuit", [("P2", "P3", "lawsuit", 0.0049)], {}, False),
        ("lawsuit", [("P2", "P3", "lawsuit", 0.005)], {}, True),
        # either may be the first of the two; what else they have to do with each other does not count
        ("agreement", [("P2", "P3", "agreement", 0.01), ("P3", "P2", "agreement", 0.05)], {}, True),
        ("agreement", [("P2", "P3", "acquisition", 0.9), ("P3", "P2", "acquisition", 0.9)], {}, False),
        ("acquisition", [("P2", "P3", "agreement", 0.9)], {}, True),
        # nothing is said of the two, or the sentence is not about two
        ("agreement", [("P2", "P5", "acquisition", 0.9)], {}, True),
        ("agreement", [("P2", "P3", "acquisition", 0.9)], {"sentence": 0}, True),
        ("agreement", [("P2", "P3", "acquisition", 0.9)], {"object": None}, True),
        ("agreement", [("P2", "P3", "acquisition", 0.9)], {"subject": None}, True),
    ],
)
def test_what_the_reader_holds_for_unlikely_of_two_parties_goes(kind, pairs, changes, stays):
    draft = Draft(**{"type": kind, "sentence": 1, "rule": "x", "subject": "P2", "object": "P3"} | changes)
    reading = Reading({0: Said(), 1: Said(pairs=[PairSaid(*pair, "completed") for pair in pairs])})
    assert without_doubtful(ANALYSIS, [money()], reading, [draft]) == [draft] * stays


def test_a_sum_at_the_ends_of_a_sentence_is_weighed():
    def stays(start, end):
        m = Money(id="M1", start=start, end=end, text="x", currency="USD", amount=3)
        draft = Draft("payment", 1, "x", subject="P2", money="M1")
        reading = Reading({1: Said(sums={"M1": of_sum(shares={"payment": 0.0})})})
        return without_doubtful(ANALYSIS, [m], reading, [draft]) == [draft]

    start, end = SENTENCES[1].start, SENTENCES[1].end
    assert [stays(start - 1, start), stays(start, start + 1), stays(end - 1, end), stays(end, end + 1)] == [
        True, False, False, True
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "changes", "owner"),
    [
        ("result", {"type_share": 0.7}, "P2"),
        ("result", {"type_share": 0.699}, None),
        ("valuation", {"type_share": 0.8}, "P2"),
        ("valuation", {"type_share": 0.799}, None),
        ("result", {"subject": "P3"}, "P3"),
        ("result", {"subject": "P5"}, "P5"),
        ("result", {"subject": "P4"}, None),
        ("result", {"subject": ELSE}, None),
        ("result", {"subject": EMPTY}, None),
        ("result", {"type": "valuation"}, None),
        ("spending", {}, None),
    ],
)
def test_a_figure_of_mere_words_gets_its_owner(kind, changes, owner):
    draft = Draft(kind, 1, "x", subject_text=place("lamps"), money="M1")
    reading = Reading({1: Said(sums={"M1": of_sum(**{"type": kind, "object": EMPTY} | changes)})})
    name_owners(RESOLUTION, reading, [draft])
    assert (draft.subject, draft.subject_text) == ((owner, None) if owner else (None, place("lamps")))


def test_a_figure_without_a_sum_or_a_reading_keeps_its_words():
    reading = Reading({1: Said(sums={"M1": of_sum(type="result")})})
    loose = Draft("result", 1, "x", subject_text=place("lamps"))
    other = Draft("result", 1, "x", subject_text=place("lamps"), money="M2")
    mine = Draft("result", 1, "x", subject_text=place("lamps"), money="M1")
    name_owners(RESOLUTION, reading, [loose, other, mine])
    assert [d.subject for d in (loose, other, mine)] == [None, None, "P2"]


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Norway", "P3"),
        ("Norton United", "P5"),
        ("Norton", "P5"),
        ("Lena Brandt of Norton United", None),
        ("of Norton United", None),
        ("paid", None),
    ],
)
def test_words_that_name_a_party_are_that_party(words, party):
    assert _named(place(words), TEXT, RESOLUTION) == party


def test_a_side_told_in_words_that_name_a_party_is_the_party():
    draft = draft_of(subject=ELSE, subject_words=WordsSaid(place("Norway"), 1.0))
    assert (draft.subject, draft.subject_text, draft.object) == ("P3", None, "P1")
    draft = draft_of(object=ELSE, object_words=WordsSaid(place("Norway"), 1.0))
    assert (draft.subject, draft.object, draft.object_text) == ("P2", "P3", None)
    assert draft_of(object=ELSE, object_words=WordsSaid(place("Tier Oy"), 1.0)) is None  # nobody pays himself


PLAIN_TEXT = "Tier Oy and Norway agreed on lamps."
PLAIN_RESOLUTION = resolution_of(PLAIN_TEXT, {"P2": ("Tier Oy", "company"), "P3": ("Norway", "public_body")})


@pytest.mark.parametrize(
    ("parsed", "drafts", "told"),
    [
        (True, [], 1),
        (False, [], 0),  # no word of a rule is in it
        (True, [Draft("payment", 0, "x", subject="P2")], 0),
        (True, [Draft("position", 0, "x", subject="P4")], 1),
    ],
)
def test_a_sentence_without_a_sum_is_asked_about_its_two_parties(parsed, drafts, told):
    article = Article(text=PLAIN_TEXT, blocks=[Block(0, len(PLAIN_TEXT), "body")])
    analysis = Analysis(article, [Sentence(0, len(PLAIN_TEXT), 0, "body")], [])
    if parsed:
        analysis.parses[0] = None
    reading = Reading({0: Said(pairs=[PairSaid("P2", "P3", "agreement", 1.0, "completed")])})
    assert len(told_by_reader(analysis, PLAIN_RESOLUTION, [], reading, drafts)) == told


def test_a_sentence_without_a_sum_and_with_one_party_is_not_asked():
    article = Article(text=PLAIN_TEXT, blocks=[Block(0, len(PLAIN_TEXT), "body")])
    analysis = Analysis(article, [Sentence(0, len(PLAIN_TEXT), 0, "body")], [])
    analysis.parses[0] = None
    reading = Reading()
    told_by_reader(analysis, resolution_of(PLAIN_TEXT, {"P2": ("Tier Oy", "company")}), [], reading, [])
    assert reading.said == {}
