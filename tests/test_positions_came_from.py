"""Where somebody was before, told by "from" and "formerly of". All names are invented."""

from __future__ import annotations

import pytest

from .test_positions_sentences import facts

V, OST, H = (f"<ner label=ORG>{name}</ner>" for name in ("Velmora", "Ostrand Bank", "Harrow"))
Q, R = (f"<ner label=PERSON>{name}</ner>" for name in ("Ada Quill", "Tomas Rey"))
LEFT = ("Ada Quill", None, "Ostrand Bank", "left", "completed")

CASES = [
    (f"{Q}, hired in March from {OST}, spoke to {V}.", [LEFT]),
    (f"{Q}, who was hired from lender {OST} in 1997, met {V}.", [LEFT]),
    (f"{Q}, who had been poached from {OST}, met {V}.", [LEFT]),
    (f"“It was before my time,” said {Q}, who joined from {OST} last July.", [LEFT]),
    (f"{Q} came to {V} in 1997 from {OST}.", [LEFT]),
    (f"{V} lured {Q} away from the {OST}.", [LEFT]),
    (f"{V} has recruited {Q} from its rival {OST}.", [LEFT]),
    (f"{V} poached {Q} from {OST} to be its finance chief.",
     [("Ada Quill", "finance chief", "Velmora", "appointed", "completed"), LEFT]),
    (f"{Q}, late of {OST}, met {V}.", [LEFT]),
    (f"{Q}, formerly of the pensions trust {OST}, met {V}.", [LEFT]),
    (f"{Q}, lately with {OST}, met {V}.", [LEFT]),
    (f"{V} hired {Q} in March from a field of nine.", []),
    (f"{V} signed {Q} from {OST} for £3m.", []),
    (f"{V} hired {Q} after news from {OST}.", []),
    (f"{Q} came home from {OST}.", []),
    (f"Support for {Q} came from {OST}.", []),
    (f"{Q}, formerly at odds with {OST}, met {V}.", []),
    (f"{Q} arrived, late at {OST}, and met {V}.", []),
    (f"{V} hired {Q} from the same town as {OST}.", []),
    (f"{Q} joined calls for money from {OST}.", []),
    (f"{V} hired {Q} from {OST}'s rival {H}.", []),
    (f"{V} bought ovens for {Q} from {OST}.", []),
    (f"{Q}, late for {OST}, met {V}.", []),
    (f"{Q}, {R} and a man from {OST} met.", []),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_where_somebody_was(markup, wanted):
    found, _ = facts(markup)
    assert len(found) == len(wanted), found
    assert found == wanted


def test_the_day_of_the_move_is_that_of_leaving(extractor):
    from pipeline.read import article_from_text

    text = "Ada Tullow, who was hired from Ostrand Bank in 2019, runs Velmora Mills Ltd."
    record = extractor.extract(article_from_text(text, published="2024-05-02"))
    left = [fact for fact in record.facts if fact.rule == "position.came-from"]
    assert len(left) == 1
    assert (left[0].date, left[0].status, left[0].change) == ("2019", "completed", "left")
