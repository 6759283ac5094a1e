"""`patterns/clauses.toml`: what tells a clause, and how its regular expressions are written.

Triggers are regular expressions over the words of a sentence, in any case, between word borders. A space
stands for any white space, `@name` for the alternatives of the word list `name`, `@gap` for up to five and
`@near` for up to two words in between. All gaps are bounded, so matching is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from pydantic import field_validator

from ...patterns import PatternError, Patterns, Rule, Table
from ...records import ClauseStatus, ClauseType, OwnType

#: How the stretch around a trigger is cut: its finite clause (without what stands before the matched words, where that
#: is its greater part), its noun phrase, the matched words, or always the rest of the clause from these on.
Cut = Literal["clause", "phrase", "match", "rest"]
#: Where a trigger counts: anywhere; near words for a deal; in an article about a deal or beside another term;
#: beside another term; only among the terms of a deal that a frame opens.
Context = Literal["none", "deal", "terms", "beside", "frame"]

_GAPS = {"gap": r"(?:[^\s;:]+\s){0,5}?", "near": r"(?:[^\s;:]+\s){0,2}?"}
_NAME = re.compile(r"@([a-z_]+)")


class ClauseRule(Rule):
    """One way of wording a term. `needs` names what the clause must hold: a sum, a party, a modal
    verb, a party as its subject.
    """

    type: ClauseType | OwnType
    triggers: tuple[str, ...]
    span: Cut = "clause"
    context: Context = "none"
    needs: tuple[Literal["money", "party", "modal", "actor"], ...] = ()
    refuse: tuple[str, ...] = ()
    status: ClauseStatus | None = None


class FrameRule(Rule):
    """Words that say that terms follow ("Under the deal, …") or stand here ("The deal calls for …").

    `reach` is "rest" when the clauses behind the opener are terms, "clause" when the clause of the trigger
    is one, "sentence" when every clause with a modal is, "told" when those before the opener are that say what
    holds ("… , the contract says").
    """

    triggers: tuple[str, ...]
    reach: Literal["rest", "clause", "sentence", "told"]
    refuse: tuple[str, ...] = ()


class StatusRule(Rule):
    """A status and the words in the clause (`inside`), right before it (`before`) or in its sentence (`sentence`) that
    show it; words of `refuse` in the sentence speak against it.
    """

    status: ClauseStatus
    inside: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


class ConditionRule(Rule):
    """Words behind which the trigger of a term stands; `keep` leaves the words themselves in the trigger."""

    markers: tuple[str, ...]
    keep: bool = False


class _Lists(Table):
    silent: tuple[str, ...]
    outspoken: tuple[str, ...]
    tentative: tuple[str, ...]
    settled: tuple[str, ...]
    binding_early: tuple[ClauseType, ...]
    saying: tuple[str, ...]
    condition_marks: tuple[str, ...]
    obligations: tuple[str, ...]
    soft_verbs: tuple[str, ...]
    modals: tuple[str, ...]
    promises: tuple[str, ...]
    party_like: tuple[str, ...]
    party_pronouns: tuple[str, ...]
    aside_exceptions: tuple[str, ...]
    roles: tuple[str, ...]
    matters: tuple[str, ...]
    limits: tuple[str, ...]
    present_verbs: tuple[str, ...]
    idle_verbs: tuple[str, ...]
    allowed: tuple[str, ...]
    duties: tuple[str, ...]
    whole_deals: tuple[str, ...]
    firm_verbs: tuple[str, ...]
    kept_states: tuple[str, ...]
    untold: tuple[str, ...]

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
    """Makes regular expressions of triggers. `known` triggers, which tests have compiled, wait until they are needed;
    others are compiled at once, so that a wrong one is named before a run begins.
    """

    def __init__(self, words: dict[str, tuple[str, ...]], known: bool = False):
        self.known = known
        self._lists = dict(_GAPS)
        for name, entries in words.items():
            self._lists[name] = "(?:" + "|".join(self._expand(entry) for entry in entries) + ")"

    def sources(self, triggers: tuple[str, ...]) -> list[str]:
        """The triggers as regular expressions."""
        return [self._expand(trigger) for trigger in triggers]

    def _expand(self, trigger: str) -> str:
        def listed(match: re.Match[str]) -> str:
            name = max((n for n in self._lists if match[1].startswith(n)), key=len, default=None)
            if name is None:
                raise PatternError(f"clauses.toml: {trigger!r} names @{match[1]}, which is no list of [words]")
            return self._lists[name] + match[1][len(name) :]

        return _NAME.sub(listed, trigger)

    def any_of(self, triggers: tuple[str, ...]) -> re.Pattern[str]:
        """One pattern for all triggers. Raises PatternError for none, and for no regular expression."""
        if not triggers:
            raise PatternError("clauses.toml: a rule without triggers; give it some or take it out")
        parts = []
        for trigger in triggers:
            part = "(?:" + self._expand(trigger.removesuffix("@gap")).replace(" ", r"\s") + ")"
            parts.append(part + ("" if trigger.endswith((" ", "@gap")) else r"(?!\w|-\w)"))
        try:
            return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})", re.I)
        except re.error as error:
            wrong = next((t for t, part in zip(triggers, parts, strict=True) if not _is_regex(part)), triggers[0])
            raise PatternError(f"clauses.toml: {wrong!r} is no regular expression: {error}") from error


def _is_regex(source: str) -> bool:
    try:
        re.compile(source)
    except re.error:
        return False
    return True


class _Triggered:
    """The pattern of a rule's triggers and that of what speaks against it."""

    def __init__(self, triggers: tuple[str, ...], refuse: tuple[str, ...], compiler: Compiler):
        if not triggers:
            raise PatternError("clauses.toml: a rule without triggers; give it some or take it out")
        self._triggers, self._refused, self._compiler = triggers, refuse, compiler
        self._each: dict[int, re.Pattern[str]] = {}
        if not compiler.known:
            self._each = {place: compiler.any_of((trigger,)) for place, trigger in enumerate(triggers)}
            _ = self._refuse

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All triggers, compiled when the rule first fires: the first one that matches at a place wins there."""
        return self._compiler.any_of(self._triggers)

    @cached_property
    def _refuse(self) -> re.Pattern[str] | None:
        return self._compiler.any_of(self._refused) if self._refused else None

    def fires(self, text: str, places: Iterable[int]) -> bool:
        """Whether a sentence has a trigger, which only those at `places` can be, and nothing that speaks against it.

        To look for a trigger by itself is quicker than for all of a rule's.
        """
        if not any(self._trigger(place).search(text) for place in places):
            return False
        return not (self._refuse and self._refuse.search(text))

    def _trigger(self, place: int) -> re.Pattern[str]:
        pattern = self._each.get(place)
        if pattern is None:
            pattern = self._each[place] = self._compiler.any_of((self._triggers[place],))
        return pattern


class CompiledRule(_Triggered):
    """A rule with its patterns ready; a low `priority` goes first."""

    def __init__(self, rule: ClauseRule, priority: int, compiler: Compiler):
        super().__init__(rule.triggers, rule.refuse, compiler)
        self.rule = rule
        self.priority = priority


class CompiledFrame(_Triggered):
    """A frame with its patterns ready."""

    def __init__(self, rule: FrameRule, compiler: Compiler):
        super().__init__(rule.triggers, rule.refuse, compiler)
        self.rule = rule


def load(patterns: Patterns) -> ClauseFile:
    """The clause rules of a pattern folder; raises PatternError."""
    return patterns.load("clauses.toml", ClauseFile)
