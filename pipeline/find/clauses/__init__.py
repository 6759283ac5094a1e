"""Finds clause mentions: stretches of the article that state a term of a contract, deal, licence, treaty or offer.

Rules (`patterns/clauses.toml`) say by which words a term is known and of which type it is; frames say where the
terms of a deal stand ("Under the agreement, …"), so that what a party must do there is a term of type `other` when
no rule knows it better. The stretch is cut along the parse (`stretch`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Token

from ...mentions import Span
from ...nlp import Analysis, Parse
from ...patterns import Patterns
from ...records import Clause, Date, Money, SpanText
from .bound import Bound
from .conditions import Conditions
from .rules import CompiledRule, Compiler, FrameRule, load
from .stretch import SUBJECTS, Cutter, clause_heads

if TYPE_CHECKING:
    from ...resolve import Resolution

__all__ = ["ClauseFinder"]

#: Lines in which terms are looked for; headlines repeat what the article states.
OPEN_ROLES = frozenset({"body", "bullet"})
#: A deal spoken of so many sentences ago is still the one that is spoken of.
DEAL_REACH = 3
#: Terms follow terms for at most so many sentences without a new opener.
FRAME_REACH = 3
#: Sentences whose triggers are remembered between `wants` and `find`: more than a batch holds.
REMEMBERED = 4096
#: Two stretches that share this part of the shorter one are one mention.
SAME = 0.5
#: Fewer words than this state no term, unless a rule says so by name.
MIN_TOKENS = 3
_PARTY_LIKE = re.compile(r"(?:both|two|three|all|the|each|either)\b.{0,30}\b(?:parties|sides|companies|firms|countries|partners|company|governments?|"
                         r"buyer|seller|bank|club|union|owner|lender|tenant|landlord|licensee|contractor|state|city|county|airline|fund|group|carmaker)\b", re.I)  # fmt: skip


@dataclass(slots=True)
class _Draft:
    """A proposed clause: tokens, type, the rule and the words that fired it; `order` ranks rivals, low first."""

    tokens: list[Token]
    span: Span
    type: str
    rule: str
    cue: Span
    order: int
    status: str | None
    in_frame: bool


class _Fired(NamedTuple):
    """What a sentence's words set off: rules, frames, and whether it may go on with terms."""

    rules: tuple[CompiledRule, ...]
    frames: tuple[tuple[FrameRule, re.Pattern[str], re.Pattern[str] | None], ...]
    goes_on: bool

    @property
    def anything(self) -> bool:
        """Whether the sentence is worth parsing; a rule for terms inside a frame alone is no reason."""
        return bool(self.frames) or self.goes_on or any(r.rule.context != "frame" for r in self.rules)


@dataclass(slots=True)
class _Scene:
    """A sentence as the rules see it."""

    number: int
    start: int
    words: str
    parse: Parse
    near_deal: bool
    framed: frozenset[int]
    openers: tuple[tuple[str, Span], ...]


class ClauseFinder:
    """Finds clauses by the rules of one pattern folder. Raises PatternError when they are wrong."""

    def __init__(self, patterns: Patterns):
        data = load(patterns)
        compiler = Compiler(data.words)
        self._rules = [CompiledRule(rule, order, compiler) for order, rule in enumerate(data.rule)]
        self._frames = [(f, compiler.any_of(f.triggers), compiler.any_of(f.refuse)) for f in data.frame]
        self._deal = compiler.any_of(("@deal",))
        self._silent = compiler.any_of(data.lists.silent)
        self._gate = compiler.any_of(tuple(f"{word}\\w*" for word in data.lists.gate))
        self._statuses = [
            (s.status, compiler.any_of(s.inside), compiler.any_of(s.sentence)) for s in data.status
        ]
        self._conditions = Conditions(data.condition, compiler)
        self._cutter = Cutter(frozenset(data.lists.saying), frozenset(data.lists.condition_marks))
        self._saying = frozenset(data.lists.saying)
        self._modals = frozenset(data.lists.modals)
        self._obligations = frozenset(data.lists.obligations)
        self._soft = frozenset(data.lists.soft_verbs)
        verbs = "|".join(map(re.escape, data.lists.obligations))
        modals = "|".join(map(re.escape, data.lists.modals))
        self._duty = re.compile(rf"(?:{modals}|agreed to)\s(?:also\s|then\s|not\s)?(?:be\s\w+|(?:{verbs})\b)", re.I)
        self._fired = lru_cache(maxsize=REMEMBERED)(self._fire)

    def wants(self, text: str) -> bool:
        """Whether a sentence may hold a clause and is worth parsing."""
        return self._fired(text).anything

    def _fire(self, text: str) -> _Fired:
        """Which rules and frames have a trigger in a sentence and nothing that speaks against it."""
        goes_on = self._duty.search(text) is not None
        may = goes_on or self._gate.search(text) is not None
        if not may or self._silent.search(text) is not None:
            return _Fired((), (), False)
        rules = [r for r in self._rules if r.pattern.search(text) and not (r.refuse and r.refuse.search(text))]
        frames = [f for f in self._frames if f[1].search(text) and not (f[2] and f[2].search(text))]
        return _Fired(tuple(rules), tuple(frames), goes_on)

    def find(
        self, analysis: Analysis, resolution: Resolution, money: list[Money], dates: list[Date]
    ) -> list[Clause]:
        """The clauses of an article in text order, ids C1, C2, …; spans are code points into its text."""
        bound = Bound(analysis, resolution)
        found: list[tuple[_Draft, _Scene]] = []
        reach = 0
        for number in sorted(analysis.parses):
            scene = self._scene(analysis, number)
            if scene is None:
                continue
            drafts = self._matched(scene, money, resolution)
            drafts += self._obliged(scene, resolution, reach, money)
            kept = _without_rivals(drafts)
            follows = any(draft.in_frame for draft in kept)
            reach = FRAME_REACH if scene.openers and follows else max(1 if kept else 0, reach - 1)
            found += [(draft, scene) for draft in kept]
        found.sort(key=lambda item: (item[0].span, item[0].order))
        return [
            self._record(f"C{order}", draft, scene, analysis, bound)
            for order, (draft, scene) in enumerate(found, 1)
        ]

    # Scenes --------------------------------------------------------------------------------------------------

    def _scene(self, analysis: Analysis, number: int) -> _Scene | None:
        sentence = analysis.sentences[number]
        words = analysis.article.text[sentence.start : sentence.end]
        fired = self._fired(words)
        if sentence.role not in OPEN_ROLES or not fired.anything:
            return None
        parse = analysis.parses[number]
        openers: list[tuple[str, Span]] = []
        framed: set[int] = set()
        for frame, pattern, _ in fired.frames:
            for match in pattern.finditer(words):
                cue = Span(sentence.start + match.start(), sentence.start + match.end())
                heads = self._framed(frame.reach, parse, cue)
                if heads:
                    openers.append((frame.id, cue))
                    framed.update(head.i for head in heads)
        return _Scene(number, sentence.start, words, parse, self._near_deal(analysis, number), frozenset(framed), tuple(openers))

    def _near_deal(self, analysis: Analysis, number: int) -> bool:
        text = analysis.article.text
        near = analysis.sentences[max(0, number - DEAL_REACH) : number + 1]
        return any(self._deal.search(text, s.start, s.end) for s in near)

    def _framed(self, reach: str, parse: Parse, cue: Span) -> list[Token]:
        """The verbs whose clauses are terms by an opener at `cue`."""
        inside = parse.tokens(cue.start, cue.end)
        if not inside:
            return []
        if reach == "clause":
            return [self._cutter.head(inside[-1])]
        heads = [h for h in clause_heads(self._cutter, list(parse.doc)) if h.lemma_ not in self._saying]
        if reach == "rest":
            behind = [h for h in heads if h.i > inside[-1].i]
            own = self._cutter.head(inside[0])
            before = own.i < inside[0].i and own in heads and self._has_modal(own)
            return behind if not before else [own]
        return [h for h in heads if self._has_modal(h)]

    def _has_modal(self, head: Token) -> bool:
        verb = head
        while True:
            if any(c.dep_ == "aux" and c.lower_ in self._modals for c in verb.children) or verb.lemma_ == "agree":
                return True
            if verb.dep_ != "conj" or any(c.dep_ in SUBJECTS for c in verb.children):
                return False
            verb = verb.head

    # Drafts --------------------------------------------------------------------------------------------------

    def _matched(self, scene: _Scene, money: Sequence[Money], resolution: Resolution) -> Iterator[_Draft]:
        drafts = []
        for compiled in self._fired(scene.words).rules:
            if compiled.rule.context == "deal" and not scene.near_deal:
                continue
            for match in compiled.pattern.finditer(scene.words):
                draft = self._draft(compiled, scene, match)
                if draft and self._has(compiled.rule.needs, draft, money, resolution):
                    drafts.append(draft)
        return drafts

    def _draft(self, compiled: CompiledRule, scene: _Scene, match: re.Match[str]) -> _Draft | None:
        rule = compiled.rule
        cue = Span(scene.start + match.start(), scene.start + match.end())
        inside = [t for t in scene.parse.tokens(cue.start, cue.end) if not t.is_punct and t.dep_ != "cc"]
        if not inside:
            return None
        head = self._cutter.head(inside[0])
        in_frame = head.i in scene.framed
        if rule.context == "frame" and not in_frame:
            return None
        if rule.span == "match":
            tokens = inside
            span = Span(cue.start, scene.start + len(scene.words[: match.end()].rstrip(" ,;.")))
        else:
            if rule.span == "phrase":
                tokens = self._cutter.phrase(_noun(inside))
            else:
                tokens = self._cutter.clause(head, inside[0])
            if not tokens:
                return None
            span = Span(*scene.parse.span(tokens))
        return _Draft(tokens, span, rule.type, rule.id, cue, compiled.priority, rule.status, in_frame)

    def _has(self, needs: Sequence[str], draft: _Draft, money: Sequence[Money], resolution: Resolution) -> bool:
        span = draft.span
        if "money" in needs and not any(span.start <= m.start < span.end for m in money):
            return False
        if "party" in needs and not resolution.overlapping(span.start, span.end):
            return False
        return "modal" not in needs or any(t.lower_ in self._modals or t.lemma_ in ("agree", "assure", "promise", "guarantee", "pledge", "no") for t in draft.tokens) or draft.in_frame

    def _obliged(self, scene: _Scene, resolution: Resolution, reach: int, money: Sequence[Money]) -> list[_Draft]:
        """What the parties of a deal must do, where a frame says so or terms go on from the sentence before."""
        heads = [t for t in scene.parse.doc if t.i in scene.framed]
        rule, cue = "other.framed", scene.openers[0][1] if scene.openers else None
        if not heads and reach and not scene.openers:
            heads = [h for h in clause_heads(self._cutter, list(scene.parse.doc)) if self._goes_on(h, scene, resolution, money)]
            rule = "other.continued"
        drafts = []
        for head in heads:
            if head.lemma_ in self._saying or head.lemma_ in self._soft or _is_aside(head):
                continue
            tokens = self._cutter.clause(head, head)
            if len(tokens) < MIN_TOKENS:
                continue
            span = Span(*scene.parse.span(tokens))
            fired = cue or Span(*scene.parse.span([head]))
            drafts.append(_Draft(tokens, span, "other", rule, fired, len(self._rules), None, True))
        return drafts

    def _goes_on(self, head: Token, scene: _Scene, resolution: Resolution, money: Sequence[Money]) -> bool:
        if head.lemma_ not in self._obligations or not self._has_modal(head):
            return False
        if any(c.lower_ in ("can", "could", "may", "might") for c in head.children if c.dep_ == "aux"):
            return False
        subject = _subject(head)
        if subject is None:
            return False
        start, end = scene.parse.span(list(subject.subtree))
        if subject.lower_ in ("it", "they", "he", "she", "both", "parties", "sides"):
            return True
        words = scene.words[start - scene.start : end - scene.start]
        return (
            bool(resolution.overlapping(start, end))
            or any(start <= m.start < end for m in money)
            or _PARTY_LIKE.match(words) is not None
        )

    # Records -------------------------------------------------------------------------------------------------

    def _record(self, name: str, draft: _Draft, scene: _Scene, analysis: Analysis, bound: Bound) -> Clause:
        text = analysis.article.text
        start, end = draft.span
        words = text[start:end]
        trigger, effect = self._conditions.split(words)
        speakers = [
            c
            for t in scene.parse.doc
            if t.lemma_ in self._saying and t not in draft.tokens
            for c in t.children
            if c.dep_ in SUBJECTS
        ]
        return Clause(
            id=name,
            start=start,
            end=end,
            text=words,
            type=draft.type,
            status=draft.status or self._status(words, scene.words),
            parties=bound.of(scene.number, draft.span, scene.parse, speakers),
            trigger=words[trigger.start : trigger.end] if trigger else None,
            effect=words[effect.start : effect.end] if effect else None,
            rule=draft.rule,
            cues=(SpanText(start=draft.cue.start, end=draft.cue.end, text=text[draft.cue.start : draft.cue.end]),),
        )

    def _status(self, words: str, sentence: str) -> str:
        for status, inside, whole in self._statuses:
            if (inside and inside.search(words)) or (whole and whole.search(sentence)):
                return status
        return "in_force"


def _noun(tokens: list[Token]) -> Token:
    """The head of the noun phrase that a trigger's words make: the last noun that hangs below no other of them."""
    nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN")]
    inside = {t.i for t in nouns}
    heads = [t for t in nouns if t.dep_ == "conj" or not any(a.i in inside for a in t.ancestors)]
    return (heads or nouns or tokens)[-1]


def _is_aside(head: Token) -> bool:
    """Whether a clause only gives a reason or tells more about a noun."""
    if head.dep_ == "advcl":
        return not any(c.dep_ == "mark" and c.lower_ in ("while", "whereas", "if", "unless") for c in head.lefts)
    subject = _subject(head)
    return head.dep_ == "relcl" and subject is not None and subject.tag_ in ("WDT", "WP")


def _subject(head: Token) -> Token | None:
    verb = head
    while True:
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return child
        if verb.dep_ != "conj":
            return None
        verb = verb.head


def _without_rivals(drafts: list[_Draft]) -> list[_Draft]:
    """Of drafts for one stretch the one of the first rule; a short phrase inside a longer term may stay."""
    kept: list[_Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.order, d.span)):
        if not any(_same(draft.span, other.span) or _covered(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _same(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    if common <= 0:
        return False
    return 2 * common >= SAME * (one.end - one.start + other.end - other.start)


def _covered(draft: _Draft, other: _Draft) -> bool:
    """Whether most of the shorter of two drafts of one type lies in the longer one."""
    common = min(draft.span.end, other.span.end) - max(draft.span.start, other.span.start)
    shorter = min(draft.span.end - draft.span.start, other.span.end - other.span.start)
    return draft.type == other.type and common >= SAME * shorter
