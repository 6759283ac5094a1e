"""What a programme buys back is what its money is spent on."""

from __future__ import annotations

import pytest

from pipeline.read import article_from_text


def spent(extractor, text):
    record = extractor.extract(article_from_text(text, published="2025-06-12"))
    names = {party.id: party.name for party in record.parties}
    told = [fact for fact in record.facts if fact.type == "spending"]
    return [(names.get(fact.subject), fact.object_text, fact.amount.value, fact.status) for fact in told]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Halvor Inc. said its board has authorized a share repurchase program of up to $3 million of the Company’s"
            " common stock.",
            "the Company’s common stock",
        ),
        ("Halvor Inc. launched a buyback programme of $3 million of its ordinary shares.", "its ordinary shares"),
        (
            "Halvor Inc. authorised a $3 million repurchase plan, allowing the buyback of common stock until May.",
            "common stock",
        ),
        ("The board of Halvor Inc. approved a $3 million share buyback.", "a $3 million share buyback"),
        (
            "Halvor Inc. announced a $3 million buyback of a tenth of its shares.",
            "a $3 million buyback of a tenth of its shares",
        ),
    ],
)
def test_a_programme_is_called_by_what_it_buys(text, words, extractor):
    told = spent(extractor, text)
    assert len(told) == 1
    assert told == [("Halvor Inc.", words, 3_000_000, "expected")]
