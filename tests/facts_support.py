"""Runs the whole pipeline on a sentence, and says the facts of one type as plain values."""

from pipeline.read import article_from_text


def told(extractor, text, kind):
    """The facts of a type in a text: (subject, object, sum, status)."""
    record = extractor.extract(article_from_text("Companies\n\n" + text, published="2025-08-12"))
    names = {party.id: party.name for party in record.parties}
    return [
        (
            names.get(fact.subject, fact.subject_text),
            names.get(fact.object, fact.object_text),
            float(fact.amount.value) if fact.amount else None,
            fact.status,
        )
        for fact in record.facts
        if fact.type == kind
    ]


def check_facts(extractor, kind, text, wanted):
    """Assert that a text tells exactly these facts of a type, in their order."""
    found = told(extractor, text, kind)
    assert len(found) == len(wanted), found
    assert found == wanted
