"""What the scorer calls right: gold against itself is 1.0, and each change costs what it should."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import records
from pipeline.evaluate import Counts, empty_record, load_gold, record_from_gold, score
from pipeline.evaluate.counts import ROWS
from pipeline.evaluate.table import errors
from pipeline.records import Amount, Record
from tests.evaluate_sample import TEXT, sample

SHARED_GOLD = Path(__file__).parents[2] / "shared" / "gold"
KINDS = ("parties", "money", "dates", "clauses", "facts")


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    return sample(tmp_path_factory.mktemp("gold"))


@pytest.fixture(scope="module")
def perfect(article):
    return record_from_gold(article)


@pytest.fixture
def rows(article):
    return lambda record: score([(article, record)]).rows


def changed(record: Record, kind: str, number: int, /, **values) -> Record:
    """The record with one entry of a kind changed."""
    entries = list(getattr(record, kind))
    entries[number] = entries[number].model_copy(update=values)
    return record.model_copy(update={kind: tuple(entries)})


def without(record: Record, kind: str, number: int) -> Record:
    entries = list(getattr(record, kind))
    del entries[number]
    return record.model_copy(update={kind: tuple(entries)})


def spanned(words: str, nth: int = 1) -> dict:
    at = -1
    for _ in range(nth):
        at = TEXT.index(words, at + 1)
    return {"start": at, "end": at + len(words), "text": words}


def fallen(before: dict[str, Counts], after: dict[str, Counts]) -> set[str]:
    return {row for row in ROWS if after[row].f1 < before[row].f1}


# Gold against itself, nothing, and order -------------------------------------------------------------------


def test_gold_against_itself_is_one(rows, perfect):
    result = rows(perfect)
    assert all(counts.f1 == 1 for counts in result.values())
    assert all(result[row].tp > 0 for row in ROWS)
    assert result["facts.strict"] == Counts(5, 0, 0)


@pytest.mark.skipif(not SHARED_GOLD.is_dir(), reason="the annotated real articles are not here")
def test_real_gold_against_itself_is_one():
    gold = load_gold(SHARED_GOLD / "dev") + load_gold(SHARED_GOLD / "source")
    result = score((article, record_from_gold(article)) for article in gold)
    assert len(result.articles) == 25
    assert all(counts.f1 == 1 for counts in result.rows.values())
    assert errors(result.articles) == "no errors"


def test_an_empty_record_misses_all_and_has_nothing_wrong(rows, article):
    result = rows(empty_record(article))
    assert result["money.value"] == Counts(0, 0, 4)
    assert result["facts.strict"] == Counts(0, 0, 5)
    assert all(result[row].f1 == 0 for row in ROWS)


def damaged(record: Record) -> Record:
    """A record with a fault of most sorts, so that order could matter."""
    record = changed(record, "money", 0, qualifier="exact")
    record = changed(record, "facts", 0, amount=None, date=None)
    record = changed(record, "facts", 2, status="completed")
    twice = record.facts[3].model_copy(update={"id": "F9", "date": "2023"})
    second = records.Party(id="P9", name="Quillmark", kind="organization")
    record = record.model_copy(update={"facts": (*record.facts, twice), "parties": (*record.parties, second)})
    return changed(record, "facts", 4, object="P9")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(data=st.data())
def test_order_and_ids_do_not_matter(article, perfect, data):
    record = damaged(perfect)
    shuffled = {kind: tuple(data.draw(st.permutations(getattr(record, kind)))) for kind in KINDS}
    other = record.model_copy(update=shuffled)
    ids = {party.id: f"X{number}" for number, party in enumerate(other.parties)}
    other = other.model_copy(
        update={
            "parties": tuple(p.model_copy(update={"id": ids[p.id]}) for p in other.parties),
            "clauses": tuple(c.model_copy(update={"parties": tuple(ids[p] for p in c.parties)}) for c in other.clauses),
            "facts": tuple(
                f.model_copy(update={slot: ids.get(getattr(f, slot)) for slot in ("subject", "object", "source")})
                for f in other.facts
            ),
        }
    )
    assert score([(article, other)]).rows == score([(article, record)]).rows


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(data=st.data())
def test_leaving_out_lowers_recall_only_and_doubling_lowers_precision_only(rows, perfect, data):
    kind, row = data.draw(st.sampled_from([("money", "money.all"), ("dates", "dates.all"), ("facts", "facts.exact")]))
    entries = getattr(perfect, kind)
    number = data.draw(st.integers(0, len(entries) - 1))
    total = len(entries)
    assert rows(without(perfect, kind, number))[row] == Counts(total - 1, 0, 1)
    doubled = perfect.model_copy(update={kind: (*entries, entries[number])})
    assert rows(doubled)[row] == Counts(total, 1, 0)


# Money and dates -------------------------------------------------------------------------------------------


def test_a_shifted_span_costs_the_span_but_not_the_value(rows, perfect):
    result = rows(changed(perfect, "money", 0, **spanned("about £40 million")))
    assert fallen(rows(perfect), result) == {"money.span", "money.all"}
    result = rows(changed(perfect, "dates", 0, **spanned("on Monday")))
    assert fallen(rows(perfect), result) == {"dates.span", "dates.all"}


def test_a_span_elsewhere_costs_everything(rows, perfect):
    result = rows(changed(perfect, "money", 0, **spanned("Orla")))
    assert fallen(rows(perfect), result) == {"money.span", "money.value", "money.qualifier", "money.all"}
    assert result["money.value"] == Counts(3, 1, 1)


@pytest.mark.parametrize(
    ("values", "lost"),
    [
        ({"currency": "USD"}, {"money.value", "money.qualifier", "money.all"}),
        ({"amount": Decimal("40000000.01")}, {"money.value", "money.qualifier", "money.all"}),
        ({"min": Decimal(1)}, {"money.value", "money.qualifier", "money.all"}),
        ({"qualifier": "exact"}, {"money.qualifier", "money.all"}),
        ({"per": "share"}, {"money.per", "money.all"}),
    ],
)
def test_each_part_of_a_sum(rows, perfect, values, lost):
    assert fallen(rows(perfect), rows(changed(perfect, "money", 0, **values))) == lost


def test_a_range_needs_both_ends(rows, perfect):
    result = rows(changed(perfect, "money", 3, max=None))
    assert fallen(rows(perfect), result) == {"money.value", "money.qualifier", "money.per", "money.all"}


def test_a_lost_per_is_missed_not_wrong(rows, perfect):
    assert rows(changed(perfect, "money", 3, per=None))["money.per"] == Counts(0, 0, 1)


def test_two_halves_of_a_range_count_once_at_most(rows, perfect):
    low = perfect.money[3].model_copy(update=spanned("£1 million") | {"id": "M8"})
    high = perfect.money[3].model_copy(update=spanned("£2 million", 2) | {"id": "M9"})
    split = perfect.model_copy(update={"money": (*perfect.money[:3], low, high)})
    assert rows(split)["money.value"] == Counts(4, 1, 0)
    assert rows(split)["money.span"] == Counts(3, 2, 1)


@pytest.mark.parametrize(
    ("values", "lost"),
    [
        ({"value": "2023-05-15"}, {"dates.value", "dates.type", "dates.all"}),
        ({"value": None}, {"dates.value", "dates.type", "dates.all"}),
        ({"type": "TIME"}, {"dates.type", "dates.all"}),
    ],
)
def test_each_part_of_a_date(rows, perfect, values, lost):
    assert fallen(rows(perfect), rows(changed(perfect, "dates", 0, **values))) == lost


# Parties ---------------------------------------------------------------------------------------------------


def test_name_forms_do_not_matter_but_kind_does(rows, perfect):
    assert rows(changed(perfect, "parties", 0, name="Quillmark"))["parties.kind"].f1 == 1
    assert rows(changed(perfect, "parties", 0, name="The QUILLMARK GROUP Inc."))["parties.kind"].f1 == 1
    result = rows(changed(perfect, "parties", 0, kind="organization"))
    assert result["parties.name"].f1 == 1
    assert result["parties.kind"] == Counts(3, 1, 1)


def test_a_wrong_name_is_wrong_though_the_mentions_show_who_it_is(rows, perfect):
    result = rows(changed(perfect, "parties", 0, name="Quillmark Group plc said"))
    assert result["parties.name"] == Counts(3, 1, 1)
    assert result["facts.strict"].f1 == 1


def test_a_split_party_costs_precision_once(rows, perfect):
    long, short = (
        perfect.parties[0].model_copy(update={"aliases": (), "mentions": perfect.parties[0].mentions[:1]}),
        records.Party(id="P9", name="Quillmark", kind="company"),
    )
    split = perfect.model_copy(update={"parties": (long, *perfect.parties[1:], short)})
    result = rows(split)
    assert result["parties.kind"] == Counts(4, 1, 0)
    assert result["parties.aliases"] == Counts(6, 1, 1)
    assert rows(changed(split, "facts", 4, object="P9"))["facts.strict"].f1 == 1


def test_merged_parties_cost_recall_and_the_facts_of_the_lesser(rows, perfect):
    quill, tarn, *others = perfect.parties
    both = quill.model_copy(
        update={
            "aliases": (*quill.aliases, tarn.name, *tarn.aliases),
            "mentions": quill.mentions + tarn.mentions,
        }
    )
    facts = tuple(
        fact.model_copy(
            update={s: "P1" if getattr(fact, s) == "P2" else getattr(fact, s) for s in ("subject", "object")}
        )
        for fact in perfect.facts
    )
    result = rows(perfect.model_copy(update={"parties": (both, *others), "facts": facts}))
    assert result["parties.kind"] == Counts(3, 0, 1)
    assert result["facts.strict"] == Counts(2, 3, 3)


def test_a_pronoun_links_nothing(rows, perfect):
    pronoun = records.PartyMention(form="pronoun", **spanned("Ms Benning"))
    stranger = perfect.parties[2].model_copy(update={"name": "Someone", "aliases": (), "mentions": (pronoun,)})
    result = rows(perfect.model_copy(update={"parties": (*perfect.parties[:2], stranger, perfect.parties[3])}))
    assert result["parties.name"] == Counts(3, 1, 1)
    assert result["facts.strict"] == Counts(3, 2, 2)


# Clauses ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "lost"),
    [
        (spanned("must pay\n£2 million if the deal lapses"), set()),
        (spanned("the deal lapses"), {"clauses.type", "clauses.span"}),
        (spanned("Orla Benning"), {"clauses.type", "clauses.span", "clauses.touch"}),
        ({"type": "other"}, {"clauses.type", "clauses.touch"}),
    ],
)
def test_clause_type_and_overlap(rows, perfect, values, lost):
    assert fallen(rows(perfect), rows(changed(perfect, "clauses", 0, **values))) == lost


def test_clause_status_and_parties(rows, perfect):
    assert rows(changed(perfect, "clauses", 0, status="proposed"))["clause.status"].f1 == 0
    result = rows(changed(perfect, "clauses", 0, parties=("P1", "P3")))
    assert result["clause.parties"] == Counts(1, 1, 1)


# Facts -----------------------------------------------------------------------------------------------------

POUNDS = Amount(currency="GBP", value=Decimal(1))
WIDER = Amount(currency="GBP", min=Decimal(1000000), max=Decimal(3000000))


@pytest.mark.parametrize(
    ("number", "values", "lost"),
    [
        (0, {"type": "investment"}, {"facts.strict", "facts.lenient", "facts.exact", "facts.slots"}),
        (0, {"subject": "P2"}, {"facts.strict", "facts.lenient", "facts.exact", "facts.slots"}),
        (0, {"subject": None}, {"facts.strict", "facts.lenient", "facts.exact", "facts.slots"}),
        (0, {"object": None}, {"facts.strict", "facts.exact", "facts.slots"}),
        (0, {"amount": POUNDS}, {"facts.strict", "facts.exact", "facts.slots"}),
        (0, {"amount": None}, {"facts.strict", "facts.exact", "facts.slots"}),
        (4, {"amount": POUNDS}, {"facts.strict", "facts.exact", "facts.slots"}),
        (4, {"amount": Amount(currency="GBP")}, set()),
        (1, {"object": "P1"}, {"facts.strict", "facts.exact", "facts.slots"}),
        (1, {"amount": POUNDS}, {"facts.strict", "facts.lenient", "facts.exact", "facts.slots"}),
        (3, {"amount": WIDER}, {"facts.strict", "facts.exact", "facts.slots"}),
        (0, {"status": "completed"}, {"facts.exact", "facts.slots"}),
        (0, {"date": None}, {"facts.exact", "facts.slots"}),
        (0, {"source": None}, {"facts.exact", "facts.slots"}),
        (0, {"negated": True}, {"facts.exact"}),
        (2, {"title": "chairman"}, {"facts.exact", "facts.slots"}),
        (2, {"title": "the chief executive"}, set()),
        (2, {"change": "holds"}, {"facts.exact", "facts.slots"}),
        (1, {"metric": "net_profit"}, {"facts.exact", "facts.slots"}),
    ],
)  # fmt: skip
def test_each_slot_of_a_fact(rows, perfect, number, values, lost):
    assert fallen(rows(perfect), rows(changed(perfect, "facts", number, **values))) == lost


def test_words_stand_for_a_party_and_a_party_for_words(rows, perfect):
    words = changed(perfect, "facts", 0, object=None, object_text="the Tarn Foods chain")
    assert rows(words)["facts.strict"].f1 == 1
    other = changed(perfect, "facts", 0, object=None, object_text="a rival grocery chain")
    assert rows(other)["facts.strict"] == Counts(4, 1, 1)


def test_an_invented_party_is_wrong(rows, perfect):
    invented = records.Party(id="P9", name="Marlow", kind="company")
    record = perfect.model_copy(update={"parties": (*perfect.parties, invented)})
    assert rows(changed(record, "facts", 4, object="P9"))["facts.strict"] == Counts(4, 1, 1)


def test_attributes_are_judged_over_lenient_pairs(rows, perfect):
    result = rows(changed(perfect, "facts", 0, status="completed", amount=None))
    assert (result["fact.status"].tp, result["fact.status"].fn) == (4, 1)
    assert result["fact.date"].f1 == 1
    gone = rows(changed(perfect, "facts", 0, status="completed", subject="P3"))
    assert gone["fact.status"] == Counts(4, 0, 0)


def test_a_key_nobody_has_is_not_judged(rows, perfect):
    result = rows(perfect)
    assert result["fact.title"].judged == 1
    assert result["fact.stake"].judged == 0
    assert rows(changed(perfect, "facts", 0, stake="all of it"))["fact.stake"] == Counts(0, 1, 1)


def test_the_better_of_two_copies_is_taken(rows, perfect):
    worse = perfect.facts[0].model_copy(update={"id": "F0", "date": None, "status": "proposed"})
    result = rows(perfect.model_copy(update={"facts": (worse, *perfect.facts)}))
    assert result["facts.strict"] == Counts(5, 1, 0)
    assert result["fact.status"].f1 == result["fact.date"].f1 == 1


def test_slots_count_each_filled_slot_once(rows, perfect):
    whole = rows(perfect)["facts.slots"].tp
    assert rows(changed(perfect, "facts", 0, date="2024"))["facts.slots"] == Counts(whole - 1, 1, 1)
    assert rows(changed(perfect, "facts", 0, date=None))["facts.slots"] == Counts(whole - 1, 0, 1)
    assert rows(changed(perfect, "facts", 4, date="2024"))["facts.slots"] == Counts(whole, 1, 0)


def test_a_quote_that_the_record_does_not_have_is_missed(rows, perfect):
    cut = perfect.model_copy(update={"article": perfect.article.model_copy(update={"text": TEXT[:120]})})
    cut = cut.model_copy(update={"money": perfect.money[:1], "dates": (), "clauses": (), "facts": ()})
    assert rows(cut)["money.all"] == Counts(1, 0, 3)
