"""Courts and judges: they rule, fine and dismiss, but sue nobody and are paid nothing."""

from __future__ import annotations

import re

#: A court, a judge or a jury, in a name or in plain words; a grand jury charges, as prosecutors do.
COURT = re.compile(
    r"(?i)\b(?:courts?|tribunals?|judges?|magistrates?|(?<!grand )jur(?:y|ies)|(?<!grand )jurors?|bench"
    r"|(?:chief|lord|lady|mr|mrs|ms|associate) justices?)\b"
)

#: Watchdogs, whose name is no word for a fee: "the European Commission said".
COMMISSION = re.compile(r"\bCommission\b")
