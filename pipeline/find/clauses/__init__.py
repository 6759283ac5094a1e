"""Finds clause mentions: stretches that state a term of a contract, deal, licence, treaty or offer.

Rules (`patterns/clauses.toml`) say by which words a term is known and of which type it is; frames say where
the terms of a deal stand ("Under the agreement, …"), so that what a party must do there is a term of type
`other` when no rule knows it better. The stretch is cut along the parse (`stretch`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from ...mentions import Span
from ...nlp import Analysis
from ...patterns import Patterns
from ...records import Clause, ClauseStatus, Money, SpanText
from .bound import Bound
from .conditions import Conditions
from .passage import Passage
from .rules import CompiledRule, Compiler, Context, load
from .scene import OPEN_ROLES, Scene, Stage
from .state import States
from .stretch import SUBJECTS, Cutter, phrase_start, subject_of, verb_chain, whole_phrases

if TYPE_CHECKING:
    from ...reader import Reading
    from ...resolve import Resolution

__all__ = ["ClauseFinder"]

#: Terms follow terms for at most so many sentences without a new opener.
FRAME_REACH = 3
#: A term makes so many sentences behind it likely to state terms too.
PASSAGE_REACH = 2
#: A weakly worded term counts when a firm one stands so many sentences away.
BESIDE = 2
#: Two stretches that share this part of their characters (F-measure) are one mention.
SAME = 0.5
#: What leads up to a term is so many times as long where the clause says more than the term.
LEAD = 2
#: … and has so many characters.
LEAST_LEAD = 60
#: An opener's comma follows within so many characters ("Under the deal with the city, …").
MAX_OPENER = 60
#: The headline and the sentences behind it that tell whether a deal is agreed.
HEAD = 4
#: Verbs that permit: what they let somebody do is not a clause of its own.
LETS = frozenset(["let", "allow", "permit", "enable"])
#: What only sets the scene, before the comma at the head of a clause.
_ASIDE = re.compile(
    r"(?:as part of|in (?:connection|conjunction) with|alongside|concurrent(?:ly)? with|with|following|beyond|besides) "
    r"(?:the|this|its|their|that|these) [^,;:]{1,60}, ",
    re.I,
)
_PRONOUNS = frozenset(["it", "they", "he", "she", "we", "you"])
#: A clause that opens with one of these is asked or told of, not stated ("why the contract obliged the state to pay").
_ASKS = frozenset(["whether", "why", "how"])
#: The reader's terms are taken when words and type together are at least so likely, those of types that go by little
#: from the second on.
SAID, SAID_WEIGHED = 0.7, 0.8
#: Rules for terms of these types go by little; the reader is asked about what they find.
WEIGHED = frozenset(["price_terms", "other"])
#: Below this probability of being a term such a stretch is left out; from the second one it is one, and from the third
#: its type, where the rule knew none, is the reader's.
NONE_BELOW, TERM_FROM, TYPE_FROM = 0.1, 0.5, 0.5
#: Fewer words than this state no term, unless a rule says so by name; of what the reader takes for a term, these.
MIN_TOKENS, MIN_SAID = 3, 4


@dataclass(slots=True)
class _Draft:
    """A proposed clause with the rule and the words that fired it; `order` ranks rivals, low first."""

    tokens: list[Token]
    span: Span
    type: str
    rule: str
    cue: Span
    order: int
    status: ClauseStatus | None
    in_frame: bool
    context: Context = "none"
    head: Token | None = None


class ClauseFinder:
    """Finds clauses by the rules of one pattern folder. Raises PatternError when they are wrong."""

    def __init__(self, patterns: Patterns):
        data = load(patterns)
        lists = data.lists
        compiler = Compiler(data.words, known=patterns.shipped)
        self._saying = frozenset(lists.saying)
        self._cutter = Cutter(self._saying, frozenset(lists.condition_marks))
        self._stage = Stage(data, compiler, self._cutter)
        self._passage = Passage(data, compiler)
        self._conditions = Conditions(data.condition, compiler)
        self._states = States(data.status, compiler)
        self._tentative = compiler.any_of(lists.tentative)
        self._settled = compiler.any_of(lists.settled)
        self._binding_early = frozenset(lists.binding_early)
        self._binding = frozenset((*lists.modals, *lists.promises))
        self._soft = frozenset(lists.soft_verbs)
        self._asides = frozenset(lists.aside_exceptions)

    @property
    def rules(self) -> list[CompiledRule]:
        """The compiled rules by precedence."""
        return self._stage.rules

    def wanted(self, analysis: Analysis) -> list[int]:
        """The numbers of the sentences that may hold a clause and are worth parsing."""
        return self._stage.wanted(analysis)

    def find(
        self,
        analysis: Analysis,
        resolution: Resolution,
        money: list[Money],
        reading: Reading | None = None,
    ) -> list[Clause]:
        """The clauses of an article in text order, ids C1, C2, …; spans are code points into its text.

        Only sentences with a parse are looked at.
        """
        found: list[tuple[_Draft, Scene]] = []
        about = self._stage.about_deal(analysis)
        last = -1  # up to this sentence terms may go on
        for number in sorted(analysis.parses):
            scene = self._stage.scene(analysis, number, about, follows=number <= last)
            if scene is None:
                continue
            if not scene.framed:
                heads = self._in_passage(scene, resolution, money, follows=number <= last)
                scene.framed, scene.told = frozenset(h.i for h in heads), bool(heads)
            drafts = self._matched(scene, money, resolution)
            drafts += self._obliged(scene)
            kept = _without_rivals(drafts)
            if joined := self._joined(scene, kept):
                scene.framed |= {verb.i for verb in joined}
                kept = _without_rivals(self._matched(scene, money, resolution) + self._obliged(scene, joined))
            if scene.openers and any(draft.in_frame for draft in kept):
                last = number + FRAME_REACH
            elif kept:
                last = max(last, number + PASSAGE_REACH)
            found += [(draft, scene) for draft in kept]
        found = _backed(found)
        if reading:
            found = _weighed(found, reading)
        found += self._said(analysis, reading, [draft.span for draft, _ in found]) if reading else []
        found.sort(key=lambda item: (item[0].span, item[0].order))
        bound = Bound(analysis, resolution)
        agreed = not self._is_tentative(analysis)
        return [self._record(n, draft, scene, analysis, bound, agreed) for n, (draft, scene) in enumerate(found, 1)]

    def _said(self, analysis: Analysis, reading: Reading, taken: list[Span]) -> list[tuple[_Draft, Scene]]:
        """What the reader takes for terms where no rule has found one, in the sentences that may hold one and those
        that have been read for their facts.
        """
        found = []
        for number in sorted(analysis.terms | reading.said.keys()):
            parse = analysis.parses.get(number)
            sentence = analysis.sentences[number]
            if number not in reading.said and any(sentence.start <= s < sentence.end for s, _ in taken):
                continue  # reading costs more than the second term of a sentence is worth
            words = analysis.article.text[sentence.start : sentence.end]
            for term in reading.of(number).terms:
                if term.share * term.type_share < (SAID_WEIGHED if term.type in WEIGHED else SAID):
                    continue
                tokens, span = [], term.span
                if parse:
                    tokens = whole_phrases(parse.tokens(*span))
                    if len(tokens) < MIN_TOKENS:
                        continue
                    span = Span(*parse.span(tokens))
                said = analysis.article.text[span.start : span.end].split()
                if len(said) < MIN_SAID or any(s < span.end and span.start < e for s, e in taken):
                    continue
                taken.append(span)
                draft = _Draft(tokens, span, term.type, "said.term", span, len(self.rules), None, False)
                scene = Scene(number, sentence.start, words, parse, None, False, False, frozenset(), ())
                found.append((draft, scene))
        return found

    # Drafts by rules

    def _matched(self, scene: Scene, money: Sequence[Money], resolution: Resolution) -> list[_Draft]:
        drafts = []
        for compiled in scene.fired.rules:
            if compiled.rule.context == "deal" and not scene.near_deal:
                continue
            for match in compiled.pattern.finditer(scene.words):
                draft = self._draft(compiled, scene, match)
                if draft and self._has(compiled.rule.needs, draft, scene, money, resolution):
                    drafts.append(draft)
        return drafts

    def _draft(self, compiled: CompiledRule, scene: Scene, match: re.Match[str]) -> _Draft | None:
        rule = compiled.rule
        cue = Span(scene.start + match.start(), scene.start + match.end())
        inside = [t for t in scene.parse.tokens(cue.start, cue.end) if not t.is_punct and t.dep_ != "cc"]
        if not inside:
            return None
        head = self._cutter.head(inside[0])
        above = head.head
        if rule.context == "frame" and head.dep_ == "ccomp" and above.lemma_ in LETS and above.i in scene.framed:
            head = above  # "The deal lets Tier use the name"
        in_frame = head.i in scene.framed
        if rule.context == "frame" and not in_frame:
            return None
        tokens, span = inside, Span(cue.start, scene.start + len(scene.words[: match.end()].rstrip(" ,;.")))
        if rule.span != "match":
            phrase = rule.span == "phrase"
            tokens = self._cutter.phrase(_noun(inside)) if phrase else self._cutter.stating(head, inside)
            tokens = self._cutter.described(inside, tokens)
            if not tokens or tokens[0].lower_ in _ASKS:
                return None
            whole = _behind_opener(scene, Span(*scene.parse.span(tokens)))
            if whole.end <= cue.start:  # "…, plus royalties on sales" hangs on another clause's verb
                tokens = self._cutter.phrase(_noun(inside))
                whole = Span(*scene.parse.span(tokens)) if tokens else span
            lead, rest = span.start - whole.start, whole.end - span.start
            if rule.span == "rest" and rest > 0:
                whole = Span(span.start, whole.end)
            elif rule.span == "clause" and lead > max(LEAD * rest, LEAST_LEAD) and rest > 0:
                start = scene.parse.span([phrase_start(inside[0])])[0]
                whole = Span(max(start, whole.start), whole.end)
            span = whole
        context = "frame" if in_frame else rule.context
        return _Draft(tokens, span, rule.type, rule.id, cue, compiled.priority, rule.status, in_frame, context, head)

    def _has(
        self, needs: Iterable[str], draft: _Draft, scene: Scene, money: Sequence[Money], resolution: Resolution
    ) -> bool:
        start, end = draft.span
        held = {
            "money": lambda: any(start <= m.start < end for m in money),
            "party": lambda: bool(resolution.overlapping(start, end)),
            "actor": lambda: draft.head is not None and self._acts(draft.head, scene, resolution),
            "modal": lambda: (
                draft.in_frame or any(t.lower_ in self._binding or t.lemma_ in self._binding for t in draft.tokens)
            ),
        }
        return all(held[need]() for need in needs)

    def _acts(self, head: Token, scene: Scene, resolution: Resolution) -> bool:
        """Whether the subject of a verb is a party, by name, role or pronoun."""
        subject = subject_of(head)
        if subject is None:
            return False
        start, end = scene.parse.span(list(subject.subtree))
        words = scene.words[start - scene.start : end - scene.start]
        named = resolution.overlapping(start, end) or self._passage.is_role(words)
        return bool(named) or subject.lower_ in _PRONOUNS

    # Drafts by frames

    def _in_passage(self, scene: Scene, resolution: Resolution, money: Sequence[Money], follows: bool) -> list[Token]:
        """The verbs that state terms because the passage is about a deal."""
        if not scene.near_deal or not scene.fired.goes_on:
            return []
        found = []
        for head in self._stage.heads(scene.parse):
            subject = subject_of(head)
            if subject is None:
                continue
            start, end = scene.parse.span(list(subject.subtree))
            party = bool(resolution.overlapping(start, end)) or any(start <= m.start < end for m in money)
            party = party or resolution.pronoun(scene.parse, subject, scene.number) is not None
            words = scene.words[start - scene.start : end - scene.start]
            if self._passage.states(head, scene.words, words, party, follows, scene.behind):
                found.append(head)
        return found

    def _obliged(self, scene: Scene, joined: Sequence[Token] = ()) -> list[_Draft]:
        """What the parties of a deal must do: where a frame or the passage says so, or by `joined` verbs."""
        heads = [t for t in scene.parse.doc if t.i in scene.framed]
        drafts = []
        for head in heads:
            if head.lemma_ in self._saying or head.lemma_ in self._soft or self._is_aside(head):
                continue
            if _is_done(head) and head.lemma_ not in self._binding:
                continue
            tokens = self._cutter.clause(head, head)
            if len(tokens) < MIN_TOKENS or tokens[0].lower_ in _ASKS:
                continue
            span = _behind_opener(scene, Span(*scene.parse.span(tokens)))
            cue = scene.openers[0] if scene.openers else Span(*scene.parse.span([head]))
            rule = "other.joined" if head in joined else "other.passage" if scene.told else "other.framed"
            if span.start <= cue.start < span.end < cue.end:  # "The contract, signed in May," is not all that it says
                continue
            drafts.append(_Draft(tokens, span, "other", rule, cue, len(self.rules), None, True))
        return drafts

    def _joined(self, scene: Scene, kept: Sequence[_Draft]) -> list[Token]:
        """The verbs beside a term's own under one modal: "Tier will keep the jobs, buy a ferry and lease a pier"."""
        joined: list[Token] = []
        for draft in kept:
            if draft.head is None or draft.context in ("beside", "terms") or not self._stage.has_modal(draft.head):
                continue
            for verb in verb_chain(draft.head):
                tokens = self._cutter.clause(verb, verb)
                if verb in joined or len(tokens) < MIN_TOKENS or verb not in tokens[:MIN_TOKENS]:
                    continue
                start, end = scene.parse.span(tokens)
                free = all(end <= d.span.start or d.span.end <= start for d in kept)
                if free and verb.lemma_ not in self._saying and not _has_own_time(verb):
                    joined.append(verb)
        return joined

    def _is_aside(self, head: Token) -> bool:
        """Whether a clause only gives a reason or tells more about a noun."""
        if head.dep_ == "advcl":
            return not any(c.dep_ == "mark" and c.lower_ in self._asides for c in head.lefts)
        subject = subject_of(head)
        return head.dep_ == "relcl" and subject is not None and subject.tag_ in ("WDT", "WP")

    # Records

    def _is_tentative(self, analysis: Analysis) -> bool:
        """Whether an article's head speaks of a deal that is still to be agreed."""
        head = [s for s in analysis.sentences if s.role in OPEN_ROLES or s.role == "headline"][:HEAD]
        text, begin = analysis.article.text, head[0].start if head else 0
        end = head[-1].end if head else 0
        return bool(self._tentative.search(text, begin, end)) and not self._settled.search(text, begin, end)

    def _record(
        self, number: int, draft: _Draft, scene: Scene, analysis: Analysis, bound: Bound, agreed: bool
    ) -> Clause:
        text = analysis.article.text
        words = text[draft.span.start : draft.span.end]
        place = Span(draft.span.start - scene.start, draft.span.end - scene.start)
        trigger, effect = self._conditions.split(words)
        cue = SpanText(start=draft.cue.start, end=draft.cue.end, text=text[draft.cue.start : draft.cue.end])
        return Clause(
            id=f"C{number}",
            start=draft.span.start,
            end=draft.span.end,
            text=words,
            type=draft.type,
            status=draft.status or self._states.of(scene.words, place, agreed or draft.type in self._binding_early),
            parties=bound.of(scene.number, draft.span, scene.parse, self._speakers(scene, draft)),
            trigger=words[trigger.start : trigger.end] if trigger else None,
            effect=words[effect.start : effect.end] if effect else None,
            rule=draft.rule,
            cues=(cue,),
        )

    def _speakers(self, scene: Scene, draft: _Draft) -> list[Token]:
        """The subjects of verbs of saying outside the clause."""
        if scene.parse is None:
            return []
        saying = [t for t in scene.parse.doc if t.lemma_ in self._saying and t not in draft.tokens]
        return [child for verb in saying for child in verb.children if child.dep_ in SUBJECTS]


def _backed(found: list[tuple[_Draft, Scene]]) -> list[tuple[_Draft, Scene]]:
    """Without the weakly worded terms that no others stand near and that the article doesn't back up."""
    firm = {scene.number for draft, scene in found if draft.context not in ("terms", "beside")}

    def holds(draft: _Draft, scene: Scene) -> bool:
        if draft.context == "terms" and scene.about_deal:
            return True
        near = range(scene.number - BESIDE, scene.number + BESIDE + 1)
        return draft.context not in ("terms", "beside") or any(number in firm for number in near)

    return [(draft, scene) for draft, scene in found if holds(draft, scene)]


def _weighed(found: list[tuple[_Draft, Scene]], reading: Reading) -> list[tuple[_Draft, Scene]]:
    """Without the terms of little-telling rules that the reader takes for none, and with the types that it tells."""
    kept = []
    for draft, scene in found:
        term = reading.of(scene.number).words.over(draft.span) if draft.type in WEIGHED else None
        if term and term.share < NONE_BELOW:
            continue
        if term and draft.type == "other" and term.share >= TERM_FROM and term.type_share >= TYPE_FROM:
            draft.type = term.type
        kept.append((draft, scene))
    return kept


def _has_own_time(verb: Token) -> bool:
    """Whether a coordinated verb has a "has" or "is" of its own, or tells what was ("and agreed the fee in May") or
    where a party stands ("and is in talks") and promises nothing.
    """
    if any(c.dep_ == "aux" and c.lemma_ in ("be", "have") for c in verb.lefts):
        return True
    told = verb.tag_ == "VBD" or (verb.lemma_ == "be" and verb.tag_ != "VB")
    return told and not any(c.dep_ in ("xcomp", "acomp") for c in verb.rights)


def _is_done(head: Token) -> bool:
    """Whether a verb in the perfect tells what has been done, not what is to be done."""
    return head.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in head.lefts)


def _behind_opener(scene: Scene, span: Span) -> Span:
    """The span without "Under the deal," or "With the round," at its head, which a wrong parse may leave there."""
    aside = _ASIDE.match(scene.words, span.start - scene.start, span.end - scene.start)
    if aside:
        return Span(scene.start + aside.end(), span.end)
    for cue in scene.openers:
        if cue.start == span.start and scene.words[cue.end - scene.start - 1].isspace():  # "In return it opens …"
            return Span(cue.end, span.end)
        if cue.start == span.start:
            comma = scene.words.find(", ", cue.end - scene.start - 1, span.end - scene.start)
            if 0 <= comma <= cue.end - scene.start + MAX_OPENER:
                return Span(scene.start + comma + 2, span.end)
    return span


def _noun(tokens: list[Token]) -> Token:
    """The head of the noun phrase of a trigger's words: the last noun that hangs below no other of them."""
    nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN")]
    inside = {t.i for t in nouns}
    heads = [t for t in nouns if t.dep_ == "conj" or not any(a.i in inside for a in t.ancestors)]
    return (heads or nouns or tokens)[-1]


def _without_rivals(drafts: list[_Draft]) -> list[_Draft]:
    """Of drafts for one stretch that of the first rule; a phrase of another type inside a term may stay."""
    kept: list[_Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.order, d.span)):
        if not any(_rivals(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _rivals(one: _Draft, other: _Draft) -> bool:
    """Whether two drafts are one mention: nearly one stretch, or of one type and one inside the other."""
    common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    if common <= 0:
        return False
    lengths = (one.span.end - one.span.start, other.span.end - other.span.start)
    return 2 * common >= SAME * sum(lengths) or (one.type == other.type and common >= SAME * min(lengths))
