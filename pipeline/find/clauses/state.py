"""In which state a term is: in force, proposed, disputed, waived or ended, by the words in and around its clause."""

from __future__ import annotations

import re

from ...mentions import Span
from ...records import ClauseStatus
from .rules import Compiler, StatusRule

#: Behind these a clause tells what is barred, allowed or done on a condition: words there show no state of the term
#: ("may leave after a breach", "bars it from seeking bids"). In lower case: "May" is a month.
_CONTENT = re.compile(
    r"\b(?:may|can|cannot|must|shall|bars?|barred|obliges?|obliged|requires?|free to|entitled to|"
    r"if|once|unless|(?<=.)when|(?<=.)after)\b"
)


class States:
    """Tells the state of a clause by the status rules, the first that fits."""

    def __init__(self, rules: tuple[StatusRule, ...], compiler: Compiler):
        self._rules = [
            (rule.status, *(_maybe(compiler, each) for each in (rule.inside, rule.before, rule.sentence, rule.refuse)))
            for rule in rules
        ]

    def of(self, sentence: str, span: Span, agreed: bool) -> ClauseStatus:
        """The status of the clause at `span` of a sentence, of a deal that is `agreed` as far as is known."""
        words, before = sentence[span.start : span.end], sentence[: span.start]
        content = _CONTENT.search(words)
        stated = words[: content.start()] if content else words
        around = f"{before}{stated}{sentence[span.end :]}"
        for status, inside, ahead, whole, refuse in self._rules:
            fits = (inside and inside.search(stated)) or (whole and whole.search(around))
            fits = fits or (ahead and any(m.end() == len(before) for m in ahead.finditer(before)))
            if fits and not (refuse and refuse.search(sentence)):
                return status
        return "in_force" if agreed else "proposed"


def _maybe(compiler: Compiler, words: tuple[str, ...]) -> re.Pattern[str] | None:
    return compiler.any_of(words) if words else None
