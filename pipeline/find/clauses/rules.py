"""`patterns/clauses.toml`: what tells a clause, and how its regular expressions are written.

Triggers are regular expressions over the words of a sentence, in any case, between word borders. A space
stands for any white space, `@name` for the alternatives of the word list `name`, `@gap` for up to five and
`@near` for up to two words in between. All gaps are bounded, so matching is linear in the text.
"""

from __future__ import annotations

import re
from typing import Literal

from pydantic import field_validator

from ...patterns import PatternError, Patterns, Rule, Table
from ...records import ClauseStatus, ClauseType

#: How the stretch around a trigger is cut: its finite clause, its noun phrase, or the matched words themselves.
Cut = Literal["clause", "phrase", "match"]
#: Where a trigger counts: anywhere, only near words for a deal, or only among the terms of a deal.
Context = Literal["none", "deal", "frame"]

_GAPS = {"gap": r"(?:[^\s;:]+\s){0,5}?", "near": r"(?:[^\s;:]+\s){0,2}?"}
_NAME = re.compile(r"@([a-z_]+)")


class ClauseRule(Rule):
    """One way of wording a term. `needs` names what the clause must hold: a sum or a party."""

    type: ClauseType
    triggers: tuple[str, ...]
    span: Cut = "clause"
    context: Context = "none"
    needs: tuple[Literal["money", "party", "modal"], ...] = ()
    refuse: tuple[str, ...] = ()
    status: ClauseStatus | None = None


class FrameRule(Rule):
    """Words that say that terms of a deal follow ("Under the deal, …") or stand here ("The deal calls for …").

    `reach` is "rest" when the clauses behind the opener are terms, "clause" when the clause of the trigger is one,
    "sentence" when every clause with a modal is.
    """

    triggers: tuple[str, ...]
    reach: Literal["rest", "clause", "sentence"]
    refuse: tuple[str, ...] = ()


class StatusRule(Rule):
    """A status and the words in the clause (`inside`) or anywhere in its sentence (`sentence`) that show it."""

    status: ClauseStatus
    inside: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()


class ConditionRule(Rule):
    """Words behind which the trigger of a term stands; `keep` leaves the words themselves in the trigger."""

    markers: tuple[str, ...]
    keep: bool = False


class _Lists(Table):
    gate: tuple[str, ...]
    silent: tuple[str, ...]
    saying: tuple[str, ...]
    condition_marks: tuple[str, ...]
    obligations: tuple[str, ...]
    soft_verbs: tuple[str, ...]
    modals: tuple[str, ...]

    @field_validator("*")
    @classmethod
    def _not_empty(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        if not words:
            raise ValueError("the list is empty")
        return words


class ClauseFile(Table):
    """`patterns/clauses.toml`."""

    words: dict[str, tuple[str, ...]]
    lists: _Lists
    rule: tuple[ClauseRule, ...]
    frame: tuple[FrameRule, ...]
    status: tuple[StatusRule, ...]
    condition: tuple[ConditionRule, ...]


class Compiler:
    """Makes regular expressions of triggers."""

    def __init__(self, words: dict[str, tuple[str, ...]]):
        self._lists = dict(_GAPS)
        for name, entries in words.items():
            self._lists[name] = "(?:" + "|".join(self._expand(entry) for entry in entries) + ")"

    def _expand(self, trigger: str) -> str:
        def listed(match: re.Match[str]) -> str:
            name = max((n for n in self._lists if match[1].startswith(n)), key=len, default=None)
            if name is None:
                raise PatternError(f"clauses.toml: {trigger!r} names the list @{match[1]}, which is not in [words]")
            return self._lists[name] + match[1][len(name) :]

        return _NAME.sub(listed, trigger)

    def any_of(self, triggers: tuple[str, ...]) -> re.Pattern[str] | None:
        """One pattern for all triggers, None for none. Raises PatternError for what is no regular expression."""
        if not triggers:
            return None
        parts = []
        for trigger in triggers:
            part = "(?:" + self._expand(trigger.removesuffix("@gap")).replace(" ", r"\s") + ")"
            part += "" if trigger.endswith((" ", "@gap")) else r"(?!\w|-\w)"
            try:
                re.compile(part)
            except re.error as error:
                raise PatternError(f"clauses.toml: {trigger!r} is no regular expression: {error}") from error
            parts.append(part)
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})", re.I)


class CompiledRule:
    """A rule with its patterns ready."""

    __slots__ = ("pattern", "priority", "refuse", "rule")

    def __init__(self, rule: ClauseRule, priority: int, compiler: Compiler):
        pattern = compiler.any_of(rule.triggers)
        if pattern is None:
            raise PatternError(f"clauses.toml: {rule.id} has no triggers")
        self.rule = rule
        self.priority = priority
        self.pattern = pattern
        self.refuse = compiler.any_of(rule.refuse)


def load(patterns: Patterns) -> ClauseFile:
    """The clause rules of a pattern folder; raises PatternError."""
    return patterns.load("clauses.toml", ClauseFile)
