"""What must change when an article changes, and nothing else: shows that no name, year or neighbour was learnt."""

import pytest

from pipeline.read import article_from_text

STORY = """Halvor Foods buys Tier Dairies for ${amount} million

OULU, {day} - Halvor Foods Inc. said on Tuesday that it had agreed to buy Tier Dairies Ltd. for ${amount} million in cash.
Halvor Foods, led by chief executive Lena Brandt, expects to close the deal next month.
Tier Dairies reported revenue of $41 million last year, up from $38 million a year earlier.
In March the company borrowed $12 million from Norbank Plc.
"""
PUBLISHED = "2024-06-12"


def story(amount="30", day="June 12"):
    return STORY.format(amount=amount, day=day)


def record_of(full_extractor, text, published=PUBLISHED):
    return full_extractor.extract(article_from_text(text, published=published))


def told(record):
    """The facts as plain rows, parties by name."""
    names = {party.id: party.name for party in record.parties}
    rows = []
    for fact in record.facts:
        amount = fact.amount and (fact.amount.currency, fact.amount.value)
        subject, obj = names.get(fact.subject, fact.subject_text), names.get(fact.object, fact.object_text)
        rows.append((fact.type, subject, obj, amount, fact.date, fact.status, names.get(fact.source, fact.source)))
    return rows


@pytest.fixture(scope="module")
def base(full_extractor):
    rows = told(record_of(full_extractor, story()))
    assert len(rows) >= 5, rows
    return rows


def test_renaming_the_parties_renames_the_facts(full_extractor, base):
    renames = {"Halvor": "Quistgaard", "Tier": "Ombrello", "Lena Brandt": "Ama Okonjo", "Norbank": "Sudbank"}
    text = story()
    for old, new in renames.items():
        text = text.replace(old, new)

    def renamed(value):
        if isinstance(value, str):
            for old, new in renames.items():
                value = value.replace(old, new)
        return value

    assert told(record_of(full_extractor, text)) == [tuple(renamed(slot) for slot in row) for row in base]


@pytest.mark.parametrize("years", [-28, -7, 11])
def test_shifting_the_publication_date_shifts_the_years(full_extractor, base, years):
    moved = f"{2024 + years}{PUBLISHED[4:]}"
    shifted = told(record_of(full_extractor, story(), moved))
    assert [row[:4] for row in shifted] == [row[:4] for row in base]
    for before, after in zip(base, shifted, strict=True):
        if before[4] is not None:
            assert int(after[4][:4]) - int(before[4][:4]) == years


@pytest.mark.parametrize(("sign", "code"), [("€", "EUR"), ("£", "GBP"), ("₹", "INR")])
def test_another_currency_sign_changes_the_currency_only(full_extractor, base, sign, code):
    swapped = told(record_of(full_extractor, story().replace("$", sign)))
    assert swapped == [(*row[:3], row[3] and (code, row[3][1]), *row[4:]) for row in base]


def test_unrelated_paragraphs_take_nothing_away(full_extractor, base):
    weather = "\nRain is forecast for the weekend. Bring an umbrella to the harbour, the organisers advise.\n"
    assert told(record_of(full_extractor, story() + weather)) == base


def test_two_articles_read_together_are_read_as_if_alone(full_extractor):
    texts = [story(), story("44", "June 11"), "Rain is forecast for the weekend.\n"]
    articles = [article_from_text(text, published=PUBLISHED) for text in texts]
    together = [record.to_json() for record in full_extractor.pipe(articles)]
    assert together == [full_extractor.extract(article).to_json() for article in articles]


def test_every_span_says_what_stands_there(full_extractor):
    record = record_of(full_extractor, story())
    text = record.article.text
    spans = [*record.money, *record.dates, *record.clauses, *(m for p in record.parties for m in p.mentions)]
    spans += [span for fact in record.facts for span in (fact.evidence, *fact.cues, *fact.mentions)]
    assert len(spans) > 30
    assert all(text[span.start : span.end] == span.text for span in spans)
