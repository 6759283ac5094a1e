"""A sentence as the clause rules see it: what its words set off, where the terms of a deal stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Token

from ...mentions import Span
from ...nlp import Analysis, Parse
from .prefilter import Prefilter
from .rules import ClauseFile, CompiledFrame, CompiledRule, Compiler
from .stretch import Cutter, clause_heads, subject_of

#: Lines in which terms are looked for; headlines repeat what the article states.
OPEN_ROLES = frozenset({"body", "bullet"})
#: A deal spoken of so many sentences ago is still the one that is spoken of.
DEAL_REACH = 5
#: A deal named so many sentences later is the one that is spoken of.
DEAL_AHEAD = 1
#: So near must a contract be named for a sentence to be parsed that only its passage can make a term of.
GATE_REACH = 2
#: Sentences so far behind words for a contract go on about it.
BEHIND = 2
#: In an article about a deal it is so many sentences back.
DEAL_REACH_THERE = 8
#: An article is about a deal when so many of its sentences, and such a share of them, speak of one.
MANY, SHARE = 2, 0.1
#: In a text of so few sentences one is enough.
BRIEF = 6
#: Sentences whose triggers are remembered between `wants` and `find`: more than a batch holds.
REMEMBERED = 2048


class Fired(NamedTuple):
    """What a sentence's words set off: rules, frames, and whether it may go on with terms."""

    rules: tuple[CompiledRule, ...]
    frames: tuple[CompiledFrame, ...]
    goes_on: bool

    @property
    def anything(self) -> bool:
        """Whether the sentence is worth parsing near a deal."""
        return bool(self.frames) or self.goes_on or bool(self.rules)

    @property
    def by_deal(self) -> bool:
        """Whether a rule of it holds near a deal."""
        return any(r.rule.context == "deal" for r in self.rules)

    @property
    def alone(self) -> bool:
        """Whether it is worth parsing anywhere."""
        return bool(self.frames) or any(r.rule.context not in ("frame", "deal") for r in self.rules)


@dataclass(slots=True)
class Scene:
    """A sentence with its parse; without one, or with nothing `fired`, where only the reader has found a term.

    `framed` are the token numbers of verbs whose clauses are terms, by `openers` or as `told` by the passage around.
    `behind` says that it stands shortly behind words for a contract.
    """

    number: int
    start: int
    words: str
    parse: Parse | None
    fired: Fired | None
    near_deal: bool
    about_deal: bool
    framed: frozenset[int]
    openers: tuple[Span, ...]
    behind: bool = False
    told: bool = False


class Stage:
    """Makes scenes. All patterns of `patterns/clauses.toml` that look at bare words are here."""

    def __init__(self, data: ClauseFile, compiler: Compiler, cutter: Cutter):
        lists = data.lists
        self._cutter = cutter
        self.rules = [CompiledRule(rule, order, compiler) for order, rule in enumerate(data.rule)]
        self._frames = [CompiledFrame(frame, compiler) for frame in data.frame]
        self._triggered = (*self.rules, *self._frames)
        triggers = [rule.triggers for rule in (*data.rule, *data.frame)]
        self._prefilter = Prefilter([compiler.sources(each) for each in triggers])
        self._silent = compiler.any_of(lists.silent)
        self._outspoken = compiler.any_of(lists.outspoken)
        self._deal = compiler.any_of(("@deal",))
        self._passages = compiler.any_of(("@contract", "@deed"))
        self._contract = compiler.any_of(("@contract", "@merger"))
        self._duty = compiler.any_of(lists.duties)
        self._saying = frozenset(lists.saying)
        self._modals = frozenset(lists.modals)
        self._promises = frozenset(lists.promises)
        self._obligations = frozenset(lists.obligations)
        self.fired = lru_cache(maxsize=REMEMBERED)(self._fire)

    def _fire(self, text: str) -> Fired:
        """Which rules and frames have a trigger in a sentence and nothing that speaks against it."""
        goes_on = self._duty.search(text) is not None
        possible = self._prefilter.possible(text)
        if not (goes_on or possible) or (self._silent.search(text) and not self._outspoken.search(text)):
            return Fired((), (), False)
        count = len(self.rules)
        fired = [n for n, places in possible.items() if self._triggered[n].fires(text, places)]
        rules = tuple(self.rules[n] for n in fired if n < count)
        return Fired(rules, tuple(self._frames[n - count] for n in fired if n >= count), goes_on)

    def scene(self, analysis: Analysis, number: int, about: bool, follows: bool = False) -> Scene | None:
        """The scene of a parsed sentence of an article that is `about` a contract; None where no term is sought.

        One that `follows` a term is near the deal that the term is of.
        """
        sentence = analysis.sentences[number]
        words = analysis.article.text[sentence.start : sentence.end]
        fired = self.fired(words)
        if sentence.role not in OPEN_ROLES or not fired.anything:
            return None
        parse = analysis.parses[number]
        openers: list[Span] = []
        framed: set[int] = set()
        for frame in fired.frames:
            for match in frame.pattern.finditer(words):
                cue = Span(sentence.start + match.start(), sentence.start + match.end())
                heads = self._framed(frame.rule.reach, parse, cue)
                if heads:
                    openers.append(cue)
                    framed.update(head.i for head in heads)
        near = follows or self._near_deal(analysis, number, DEAL_REACH_THERE if about else DEAL_REACH)
        behind = self._near(self._passages, analysis, number, BEHIND, ahead=0)
        heads = frozenset(framed)
        return Scene(number, sentence.start, words, parse, fired, near, about, heads, tuple(openers), behind)

    def wanted(self, analysis: Analysis) -> list[int]:
        """The sentences that may state a term: by themselves, or because they stand near a deal.

        Where only the passage can make a term of a sentence, the article must be about a contract, or name one near.
        """
        text = analysis.article.text
        reach = DEAL_REACH if self.about_deal(analysis) else GATE_REACH
        wanted = []
        for number, sentence in enumerate(analysis.sentences):
            fired = self.fired(text[sentence.start : sentence.end]) if sentence.role in OPEN_ROLES else None
            if fired is None or not fired.anything:
                continue
            ruled = fired.alone or (fired.by_deal and self._near(self._deal, analysis, number, DEAL_REACH_THERE))
            if ruled or (fired.goes_on and self._near(self._passages, analysis, number, reach)):
                wanted.append(number)
        return wanted

    def _near_deal(self, analysis: Analysis, number: int, reach: int) -> bool:
        return self._near(self._deal, analysis, number, reach)

    def _near(
        self, words: re.Pattern[str], analysis: Analysis, number: int, reach: int, ahead: int = DEAL_AHEAD
    ) -> bool:
        """Whether such words stand in a sentence, so many before it or `ahead` of it."""
        text = analysis.article.text
        near = analysis.sentences[max(0, number - reach) : number + 1 + ahead]
        return any(words.search(text, s.start, s.end) for s in near)

    def about_deal(self, analysis: Analysis) -> bool:
        """Whether an article is about a contract: enough of its sentences speak of one."""
        text = analysis.article.text
        body = [s for s in analysis.sentences if s.role in OPEN_ROLES]
        spoken = sum(self._contract.search(text, s.start, s.end) is not None for s in body)
        return spoken >= max(MANY if len(body) > BRIEF else 1, SHARE * len(body))

    def _framed(self, reach: str, parse: Parse, cue: Span) -> list[Token]:
        """The verbs whose clauses are terms by an opener at `cue`."""
        inside = parse.tokens(cue.start, cue.end)
        if not inside:
            return []
        if reach == "clause":
            head = self._cutter.head(inside[-1])
            subject = subject_of(head)
            # "Shops that were not part of the sale include …" says nothing of the sale.
            return [head] if subject is None or subject.i >= inside[0].i or head.i < inside[0].i else []
        heads = [h for h in self.heads(parse) if h.lemma_ not in self._saying]
        if reach == "sentence":
            return [h for h in heads if self.has_modal(h)]
        if reach == "told":
            return [h for h in heads if h.i < inside[0].i and self._holds_now(h)]
        own = self._cutter.head(inside[0])
        behind = [h for h in heads if h.i > inside[-1].i]
        if own.i < inside[0].i and own in heads:  # "Tier will build it under the deal"
            return [own] if self._holds_now(own) else [h for h in behind if self.has_modal(h)]
        return behind

    def heads(self, parse: Parse) -> list[Token]:
        """The verbs that head finite clauses."""
        return list(clause_heads(self._cutter, list(parse.doc)))

    def _holds_now(self, head: Token) -> bool:
        """Whether a clause says what is to be done, or in the present tense what a party does by contract."""
        now = head.tag_ in ("VBZ", "VBP") and not any(c.dep_ == "aux" for c in head.children)
        return self.has_modal(head) or (now and head.lemma_ in self._obligations)

    def has_modal(self, head: Token) -> bool:
        """Whether a verb, or the one that it is coordinated with, stands under a modal or is a promise to act."""
        verb = head
        while True:
            aux = any(c.dep_ == "aux" and c.lower_ in self._modals for c in verb.children)
            promised = verb.lemma_ in self._promises and any(c.dep_ == "xcomp" for c in verb.children)
            if aux or promised or verb.lemma_ == "agree":
                return True
            if verb.dep_ == "xcomp" and verb is not head:  # "promised to keep the plant and to dismiss nobody"
                return verb.head.lemma_ in self._promises
            if verb.dep_ != "conj" or subject_of(verb, own=True) is not None:
                return False
            verb = verb.head
