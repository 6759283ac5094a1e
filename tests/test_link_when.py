"""When a fact happens: which of a sentence's dates is its own, and which dates something else. All names are invented.

Published on Thursday 12 June 2025.
"""

from __future__ import annotations

import pytest

from .test_link_whole import told

BUY, OWE, PAY, SUE, DEAL, PUT, WORTH = (
    "acquisition", "financing", "payment", "lawsuit", "agreement", "investment", "valuation"
)  # fmt: skip

#: (text, the type of its one fact, the date of that)
CASES = [
    # beside the verb, before it, behind it, and at the verb above its noun
    ("Halvor Inc. bought Tier Oy in May.", BUY, "2025-05"),
    ("In May, Halvor Inc. bought Tier Oy.", BUY, "2025-05"),
    ("Halvor Inc. in May bought Tier Oy.", BUY, "2025-05"),
    ("Halvor Inc. bought Tier Oy on May 5, 2024.", BUY, "2024-05-05"),
    ("Halvor Inc. bought Tier Oy for $3 million in 2019.", BUY, "2019"),
    ("Halvor Inc. sold $3 million of bonds on May 5.", OWE, "2025-05-05"),
    ("The purchase of Tier Oy by Halvor Inc. closed in May.", BUY, "2025-05"),
    ("Tier Oy was bought by Halvor Inc. in 2019.", BUY, "2019"),
    ("Halvor Inc. sued Tier Oy in May.", SUE, "2025-05"),
    ("Halvor Inc. paid Tier Oy $3 million in May.", PAY, "2025-05"),
    ("Halvor Inc. will buy Tier Oy in July.", BUY, "2025-07"),
    ("Halvor Inc. will buy Tier Oy next year.", BUY, "2026"),
    # announced, signed, told of
    ("Halvor Inc. announced on Tuesday that it has bought Tier Oy.", BUY, "2025-06-10"),
    ("Halvor Inc. said on Tuesday it will buy Tier Oy.", BUY, "2025-06-10"),
    ("Halvor Inc. confirmed on Tuesday that it invested $3 million in Tier Oy.", PUT, "2025-06-10"),
    ("Halvor Inc. disclosed on Tuesday that it borrowed $3 million from Corva Bank.", OWE, "2025-06-10"),
    # what another clause tells
    ("Halvor Inc. fell on Tuesday after it bought Tier Oy.", BUY, None),
    ("Halvor Inc. grew in 2019 before it bought Tier Oy.", BUY, None),
    ("Halvor Inc. grew in 2019 because it bought Tier Oy.", BUY, None),
    ("Halvor Inc. rose on Tuesday although it sued Tier Oy.", SUE, None),
    ("Halvor Inc. was founded in 2015 and bought Tier Oy.", BUY, None),
    ("Halvor Inc. was founded in 2015 and bought Tier Oy in 2019.", BUY, "2019"),
    ("Halvor Inc. bought Tier Oy, which was founded in 2015.", BUY, None),
    ("Halvor Inc. bought Tier Oy, founded in 2015.", BUY, None),
    ("Halvor Inc. bought Tier Oy in 2019 and closed in 2022.", BUY, "2019"),
    ("Halvor Inc., which bought Tier Oy in 2019, closed in 2022.", BUY, "2019"),
    ("Halvor Inc. sued Tier Oy after a fire in May.", SUE, None),
    ("Halvor Inc. took Tier Oy to court in 2019.", SUE, "2019"),
    # what falls due, and what goes on
    ("Halvor Inc. sold $3 million of notes due 2030.", OWE, None),
    ("Halvor Inc. sold $3 million of notes maturing in 2030.", OWE, None),
    ("Halvor Inc. signed a supply contract with Tier Oy until 2030.", DEAL, None),
    ("Halvor Inc. has invested $3 million in Tier Oy since 2019.", PUT, None),
    ("Halvor Inc. invested $3 million in Tier Oy from 2009 to 2014.", PUT, None),
    ("Halvor Inc. invested $3 million in Tier Oy between 2009 and 2014.", PUT, None),
    ("Halvor Inc. was valued at $3 billion in May.", WORTH, "2025-05"),
    ("Halvor Inc. was valued at $3 billion when it took money in May.", WORTH, "2025-05"),
    # datelines date nothing
    ("NORTON, Mass., May 5, 2025 (WIRE) — Halvor Inc. bought Tier Oy.", BUY, None),
    ("NORTON, May 5 — Halvor Inc. bought Tier Oy.", BUY, None),
    ("NORTON, May 5 — Halvor Inc. bought Tier Oy in 2019.", BUY, "2019"),
    # deals by the verbs said of them
    ("A contract signed by Halvor Inc. and Tier Oy in May was extended.", DEAL, "2025-05"),
    ("Halvor Inc. lost a suit filed by Tier Oy in 2019.", SUE, "2019"),
]  # fmt: skip

#: The same, of which another date is found: (…, why).
KNOWN = [
    ("Halvor Inc. said on Tuesday it sued Tier Oy.", SUE, None, "the day of the telling dates it"),
    ("Halvor Inc. said on Tuesday it paid Tier Oy $3 million.", PAY, None, "the day of the telling dates it"),
    ("Halvor Inc. said on Tuesday it bought Tier Oy in 2019.", BUY, "2019", "the telling is as near"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [*CASES, *(pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=why)) for *row, why in KNOWN)],
)
def test_when(extractor, text, kind, wanted):
    found = told(extractor, text)
    assert [(fact[0], fact[4]) for fact in found] == [(kind, wanted)], found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Halvor Inc. bought Tier Oy in 2023 and Kerr AG in 2022.", {"Tier Oy": "2023", "Kerr AG": "2022"}),
        ("Halvor Inc. bought Tier Oy (TIE) in 2023 and Kerr AG in 2022.", {"Tier Oy": "2023", "Kerr AG": "2022"}),
        ("Halvor Inc. bought Tier Oy of Norton in 2023 and Kerr AG in 2022.", {"Tier Oy": "2023", "Kerr AG": "2022"}),
        ("Halvor Inc. bought Tier Oy back in 2023 and Kerr AG in 2022.", {"Tier Oy": "2023", "Kerr AG": "2022"}),
        pytest.param(
            "Halvor Inc. bought Tier Oy on May 5 and Kerr AG on May 6.",
            {"Tier Oy": "2025-05-05", "Kerr AG": "2025-05-06"},
            marks=pytest.mark.xfail(strict=True, reason="the second of two that each have a day is not found"),
        ),
        ("Halvor Inc. bought Tier Oy and Kerr AG in 2022.", {"Tier Oy": "2022", "Kerr AG": "2022"}),
    ],
)  # fmt: skip
def test_each_of_two_has_its_own_date(extractor, text, wanted):
    assert {fact[2]: fact[4] for fact in told(extractor, text)} == wanted
