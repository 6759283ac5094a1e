"""Every fact frame, status rule and metric is tried on its own examples and near misses, through the whole pipeline."""

from decimal import Decimal

import pytest

from pipeline.link.frames.file import FactFile
from pipeline.link.frames.gate import Gate, verb_forms
from pipeline.link.results import ResultFile
from pipeline.patterns import Patterns, parse_example
from pipeline.qualify import QualifyFile
from pipeline.read import article_from_text

PATTERNS = Patterns()
FRAMES = PATTERNS.load("facts.toml", FactFile).frame
METRICS = PATTERNS.load("results.toml", ResultFile).metric
STATUSES = PATTERNS.load("qualify.toml", QualifyFile).status
PUBLISHED = "2024-06-12"


#: The records of all examples and near misses, which one run makes twice as fast as one run each.
RECORDS = {}


def record_of(extractor, text):
    if not RECORDS:
        rules = (*FRAMES, *METRICS)
        texts = [parse_example(markup)[0] for rule in rules for markup in (*rule.examples, *rule.near_misses)]
        RECORDS.update(zip(texts, extractor.pipe(map(article_of, texts)), strict=True))
    return RECORDS[text] if text in RECORDS else extractor.extract(article_of(text))


def article_of(text):
    return article_from_text("Companies\n\n" + text, published=PUBLISHED)


def cases(rules, kind):
    return [
        pytest.param(rule, text, id=f"{rule.id}-{n}") for rule in rules for n, text in enumerate(getattr(rule, kind))
    ]


def names(record, fact):
    parties = {party.id: party.name for party in record.parties}
    return (
        parties.get(fact.subject, fact.subject_text) or "",
        parties.get(fact.object, fact.object_text) or "",
    )


def test_there_are_frames_for_all_types_but_results_and_positions():
    assert {frame.type for frame in FRAMES} == {
        "acquisition", "agreement", "financing", "investment", "lawsuit", "payment", "spending", "valuation",
    }  # fmt: skip


@pytest.mark.parametrize(("frame", "markup"), cases(FRAMES, "examples"))
def test_frame_reads_its_example(extractor, frame, markup):
    text, tags = parse_example(markup)
    record = record_of(extractor, text)
    of_type = [fact for fact in record.facts if fact.type == frame.type]
    found = [fact for fact in of_type if fact.rule == frame.id] or of_type
    assert len(found) == 1, [(fact.rule, *names(record, fact)) for fact in record.facts]
    subject, obj = names(record, found[0])
    sums = {m.id: m.text for m in record.money}
    for tag in tags:
        words = text[tag.start : tag.end]
        got = {"subject": subject, "object": obj, "amount": sums.get(found[0].money, "")}[tag.tag]
        assert words.removeprefix("The ").removeprefix("the ") in got or (got and got in words), (tag.tag, words, got)


@pytest.mark.parametrize(("frame", "markup"), cases(FRAMES, "near_misses"))
def test_frame_leaves_its_near_miss(extractor, frame, markup):
    record = record_of(extractor, markup)
    assert [fact.rule for fact in record.facts if fact.rule == frame.id] == []


@pytest.mark.parametrize(("rule", "markup"), cases(METRICS, "examples"))
def test_metric_reads_its_example(extractor, rule, markup):
    text, tags = parse_example(markup)
    assert tags
    record = record_of(extractor, text)
    found = {
        m.text: fact.metric
        for fact in record.facts
        if fact.type == "result"
        for m in record.money
        if m.id == fact.money
    }
    assert found == {text[tag.start : tag.end]: tag.attributes["metric"] for tag in tags}


@pytest.mark.parametrize(("rule", "markup"), cases(METRICS, "near_misses"))
def test_metric_leaves_its_near_miss(extractor, rule, markup):
    record = record_of(extractor, markup)
    assert [fact.rule for fact in record.facts if fact.type == "result"] == []


@pytest.mark.parametrize(("rule", "markup"), [*cases(STATUSES, "examples"), *cases(STATUSES, "near_misses")])
def test_status_of_its_event(extractor, rule, markup):
    text, (event,) = parse_example(markup)
    standing = standing_of(extractor, text, event)
    assert standing.status == event.attributes["status"], [token.text for token in standing.cues]


def standing_of(extractor, text, event):
    from pipeline.nlp import Analysis
    from pipeline.qualify import Qualifier

    article = article_from_text("Companies\n\n" + text, published=PUBLISHED)
    analysis = Analysis(article, extractor._splitter.article(article))
    extractor._nlp.names([analysis])
    extractor._mentions(analysis)
    number = len(analysis.sentences) - 1
    extractor._nlp.parse([analysis], [[number]])
    parse = analysis.parses[number]
    at = article.text.index(text)
    (token,) = parse.tokens(at + event.start, at + event.end)
    return Qualifier(PATTERNS).standing(token)


def test_amount_is_exact(extractor):
    record = record_of(extractor, "Halvor Inc. paid Tier Oy $0.10 and Brandt AG paid Tier Oy €1.005 billion.")
    amounts = sorted(fact.amount.value for fact in record.facts if fact.type == "payment")
    assert amounts == [Decimal("0.1"), Decimal("1005000000")]


def test_dividend_goes_on_with_its_total_and_the_one_before(extractor):
    dividend = PATTERNS.load("facts.toml", FactFile).dividend
    text, tags = parse_example(dividend.example)
    record = record_of(extractor, text)
    assert [fact.rule for fact in record.facts].count("payment.dividend-behind") == 2
    assert text[tags[1].start : tags[1].end] == "4.2p"
    assert [fact.type for fact in record_of(extractor, dividend.near_miss).facts if fact.type == "payment"] == []


def test_case_is_named_after_its_parties(extractor):
    versus = PATTERNS.load("facts.toml", FactFile).versus
    text, (plaintiff, defendant) = parse_example(versus.example)
    record = record_of(extractor, text)
    (fact,) = [fact for fact in record.facts if fact.type == "lawsuit"]
    assert names(record, fact) == (text[plaintiff.start : plaintiff.end], text[defendant.start : defendant.end])
    assert [fact.type for fact in record_of(extractor, versus.near_miss).facts] == []


SEQUELS = PATTERNS.load("facts.toml", FactFile).sequel


@pytest.mark.parametrize(("rule", "text"), cases(SEQUELS, "examples"))
def test_sum_of_a_later_clause(extractor, rule, text):
    (fact,) = [fact for fact in record_of(extractor, text).facts if fact.type == rule.type]
    assert fact.amount.value == 3_000_000


@pytest.mark.parametrize(("rule", "text"), cases(SEQUELS, "near_misses"))
def test_sum_that_is_of_something_else(extractor, rule, text):
    (fact,) = [fact for fact in record_of(extractor, text).facts if fact.type == rule.type]
    assert fact.amount is None


def test_countersuit_is_against_who_sued_first(extractor):
    record = record_of(
        extractor, "Halvor Inc. sued Tier Oy in May. In June Tier Oy filed a counterclaim for $3 million."
    )
    suits = [
        (*names(record, fact), fact.amount and fact.amount.value) for fact in record.facts if fact.type == "lawsuit"
    ]
    assert suits == [("Halvor Inc.", "Tier Oy", None), ("Tier Oy", "Halvor Inc.", 3_000_000)]


def test_salary_is_paid_by_the_employer(extractor):
    record = record_of(
        extractor, "Lena Brandt was named chief executive of Halvor Inc. She will receive a salary of $900,000 a year."
    )
    (pay,) = [fact for fact in record.facts if fact.type == "payment"]
    assert (*names(record, pay), pay.purpose) == ("Halvor Inc.", "Lena Brandt", "salary")


def test_who_chips_in_pays_the_same_one(extractor):
    record = record_of(
        extractor,
        "The Finnish government will give Tier Oy $3 million, with Halvor Inc. chipping in another $2 million.",
    )
    paid = {(*names(record, fact), fact.amount.value) for fact in record.facts if fact.type == "payment"}
    assert paid == {("Finnish government", "Tier Oy", 3_000_000), ("Halvor Inc.", "Tier Oy", 2_000_000)}


def told(record, kind):
    facts = [fact for fact in record.facts if fact.type == kind]
    return sorted((*names(record, fact), fact.amount and int(fact.amount.value)) for fact in facts)


def test_each_sum_goes_to_who_stands_behind_it(extractor):
    record = record_of(extractor, "Halvor Inc. paid $3 million to Tier Oy and $2 million to Brandt AG.")
    assert told(record, "payment") == [("Halvor Inc.", "Brandt AG", 2_000_000), ("Halvor Inc.", "Tier Oy", 3_000_000)]
    record = record_of(extractor, "Lena Brandt spent $3 million on a yacht and $2 million on pianos.")
    assert told(record, "spending") == [("Lena Brandt", "a yacht", 3_000_000), ("Lena Brandt", "pianos", 2_000_000)]


def test_who_sued_settles_for_what_he_gets(extractor):
    record = record_of(extractor, "Lena Brandt sued Halvor Inc. in 2019. Lena Brandt settled for $3 million.")
    assert told(record, "payment") == [("Halvor Inc.", "Lena Brandt", 3_000_000)]


def test_plaintiff_behind_the_law_firm(extractor):
    record = record_of(extractor, "Halvor Law LLP filed a lawsuit against Tier Oy on behalf of Lena Brandt.")
    assert told(record, "lawsuit") == [("Lena Brandt", "Tier Oy", None)]


def test_both_who_said_they_signed(extractor):
    text = "Halvor Inc. and Tier Oy announced that they have signed a letter of intent."
    (fact,) = [fact for fact in record_of(extractor, text).facts if fact.type == "agreement"]
    record = record_of(extractor, text)
    assert names(record, fact) == ("Halvor Inc.", "Tier Oy")


SUMS = ["$3m", "Rs 13 crore", "260m yuan", "EUR 17.5 million", "US$7.2 bn", "three million dollars", "£1.3m"]


@pytest.mark.parametrize("money", SUMS)
def test_a_sum_is_read_alike_however_it_is_written(extractor, money):
    record = record_of(extractor, f"Halvor Inc. faces {money} fine from the Market Authority over its lamps.")
    assert [(*names(record, fact), record.money[0].text) for fact in record.facts if fact.type == "payment"] == [
        ("Halvor Inc.", "Market Authority", money)
    ]


NOT_SO = [
    "Halvor Inc. could have paid $3 million to Tier Oy.",
    "If Halvor Inc. gave $3 million to Tier Oy, it would be poor.",
    "Would Halvor Inc. pay $3 million to Tier Oy?",
    "Halvor Inc. expands its partnerships with Tier Oy's rivals.",
    "Two executives of Halvor Inc. were charged with fraud.",
]


@pytest.mark.parametrize("text", NOT_SO)
def test_what_is_no_payment_deal_or_suit(extractor, text):
    assert [fact.rule for fact in record_of(extractor, text).facts] == []


HEADLINES = [
    ("Halvor Bank fined $3m over money laundering", "payment", "Halvor Bank", ""),
    ("Lena Brandt charged with fraud over Tier Oy", "lawsuit", "", "Lena Brandt"),
    ("Jury orders Halvor Inc. to pay $3 million to Tier Oy", "payment", "Halvor Inc.", "Tier Oy"),
    ("Halvor Inc. sued by Tier Oy", "lawsuit", "Tier Oy", "Halvor Inc."),
]


@pytest.mark.parametrize(("text", "kind", "subject", "obj"), HEADLINES)
def test_headline_without_auxiliaries(extractor, text, kind, subject, obj):
    record = record_of(extractor, text)
    (fact,) = [fact for fact in record.facts if fact.type == kind]
    assert names(record, fact) == (subject, obj)


def test_price_told_in_a_sentence_of_its_own(extractor):
    price = PATTERNS.load("facts.toml", FactFile).price
    (deal,) = [fact for fact in record_of(extractor, price.example).facts if fact.type == "acquisition"]
    assert deal.amount.value == 3_000_000
    (deal,) = [fact for fact in record_of(extractor, price.near_miss).facts if fact.type == "acquisition"]
    assert deal.amount is None


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("strike", "struck"), ("withdraw", "withdrew"), ("come", "came"), ("cancel", "cancelled"), ("hold", "held"),
     ("underwrite", "underwritten"), ("agree", "agreeing"), ("levy", "levied"), ("step", "stepped")],
)  # fmt: skip
def test_the_gate_knows_the_forms_of_a_verb(lemma, form):
    assert form in verb_forms(lemma)


def test_the_gate_reads_what_the_sentence_must_be_like():
    frames = {frame.id: frame for frame in Patterns().load("facts.toml", FactFile).frame}
    gate = Gate(frames["lawsuit.on-trial"], {})
    assert gate.opens(frozenset({"is"}), "Halvor Inc. is on trial over its $3 million lamps.", 1, 1)
    assert not gate.opens(frozenset({"is"}), "Halvor Inc. is a maker of $3 lamps.", 1, 1)
    assert not gate.opens(frozenset({"is"}), "A drug of Halvor Inc. is on trial for $3 million.", 1, 1)
