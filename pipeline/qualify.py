"""Status, negation and attribution of an event: read off the words above and around it, each with its cue.

What the words mean is knowledge of `patterns/qualify.toml`; here is only how the tree is walked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from .patterns import Patterns, Rule, Table
from .tree import MAX_CLIMB, agents, governor, is_infinitive, is_passive


class StatusRule(Rule):
    """One status and the words that show it. Rules are listed by precedence."""

    status: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    modals: tuple[str, ...]
    adjectives: tuple[str, ...]
    governors: tuple[str, ...]
    predicates: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    sequels: tuple[str, ...] = ()


class _Completion(Table):
    governors: tuple[str, ...]
    adjectives: tuple[str, ...]
    in_past: tuple[str, ...]
    bonds: tuple[str, ...]


class _Attribution(Table):
    verbs: tuple[str, ...]
    phrases: tuple[str, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


class QualifyFile(Table):
    """`patterns/qualify.toml`."""

    status: tuple[StatusRule, ...]
    completion: _Completion
    attribution: _Attribution


@dataclass(slots=True)
class Standing:
    """The status of an event, whether it is negated, and the words that say so."""

    status: str
    negated: bool = False
    cues: list[Token] = field(default_factory=list)


@dataclass(slots=True)
class _Evidence:
    found: dict[str, Token] = field(default_factory=dict)
    negations: list[Token] = field(default_factory=list)
    completed: list[Token] = field(default_factory=list)

    def add(self, status: str | None, token: Token) -> None:
        if status and status not in self.found:
            self.found[status] = token


class Qualifier:
    """Reads status and attribution off a parsed sentence."""

    def __init__(self, patterns: Patterns):
        data = patterns.load("qualify.toml", QualifyFile)
        self._order = [rule.status for rule in data.status]
        self._verbs = _index(data.status, "verbs")
        self._nouns = _index(data.status, "nouns")
        self._modals = _index(data.status, "modals")
        self._adjectives = _index(data.status, "adjectives")
        self._governors = _index(data.status, "governors")
        self._predicates = _index(data.status, "predicates") | self._adjectives
        self._subjects = _index(data.status, "subjects")
        self._events = _index(data.status, "events")
        self._sequels = _index(data.status, "sequels")
        self._withdrawn = frozenset(n for rule in data.status if rule.status == "proposed" for n in rule.nouns)
        self._done_by = frozenset(data.completion.governors)
        self._done_in_past = frozenset(data.completion.in_past)
        self._bonds = frozenset(data.completion.bonds)
        self._done_adjectives = frozenset(data.completion.adjectives)
        self._saying = frozenset(data.attribution.verbs)
        phrases = [rf"\b{re.escape(p)}" if p[0].isalpha() else re.escape(p) for p in data.attribution.phrases]
        self._according = re.compile(rf"(?:{'|'.join(phrases)})\b", re.I)  # "exciting" cites nobody

    def standing(self, event: Token, default: str | None = None) -> Standing:
        """The status of the event. `default` holds when no word speaks (a noun's event; verbs show their tense)."""
        evidence = _Evidence()
        if event.pos_ in ("VERB", "AUX"):
            base = self._tense(event)
            if base == "completed":
                base = self._events.get(event.lemma_, base)
            self._verb(event, evidence)
        else:
            base = default or "completed"
            self._noun(event, evidence)
            if base == "proposed":
                evidence.completed = [t for t in evidence.completed if t.lemma_ not in _MAKING]
        if evidence.negations and "cancelled" not in evidence.found:
            return Standing("cancelled", True, evidence.negations)
        standing = self._weigh(evidence, base)
        offered = self._verbs.get(event.lemma_) == "proposed"
        if standing.status in ("proposed", "expected", "ongoing") or (standing.status == "completed" and offered):
            given_up = self._given_up(event)
            if given_up is not None:
                return Standing("cancelled", False, [given_up])
        return standing

    def _weigh(self, evidence: _Evidence, base: str) -> Standing:
        for status in self._order:
            if status in evidence.found:
                if status in ("expected", "ongoing") and evidence.completed:
                    break
                return Standing(status, False, [evidence.found[status]])
        if evidence.completed:
            return Standing("completed", False, evidence.completed[:1])
        return Standing(base, False, [])

    def _given_up(self, event: Token) -> Token | None:
        """ "Bid $3 million but walked away", "made an offer and then withdrew it": the verb of the second act."""
        verb = event if event.pos_ == "VERB" else governor(event)
        for child in verb.children if verb is not None else ():
            if child.dep_ != "conj" or child.i < event.i or not self._named(self._sequels, child):
                continue
            objects = [c for c in child.children if c.dep_ == "dobj"]
            if all(c.lower_ == "it" or c.lemma_ in self._withdrawn for c in objects):
                return child
        return None

    @staticmethod
    def _named(index: dict[str, str], verb: Token) -> str | None:
        """What the index says of the verb with a particle ("call_off"), else of the verb."""
        joined = (index.get(f"{verb.lemma_}_{particle}") for particle in _particles(verb))
        return next(filter(None, joined), None) or index.get(verb.lemma_)

    def _tense(self, verb: Token) -> str:
        auxiliaries = {c.lemma_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
        if verb.tag_ == "VBG" and "be" in auxiliaries:
            return "ongoing"
        if verb.tag_ == "VB" and verb.dep_ in ("relcl", "acl") and _was_one_of(verb.head):
            return self._tense(verb.head.head)
        if any(c.dep_ == "auxpass" and c.lower_ == "being" for c in verb.children):
            return "ongoing"  # "is being sued"
        if verb.tag_ == "VB" and not auxiliaries - {"to", "do"} and verb.dep_ in ("ROOT", "advcl", "relcl", "acl"):
            return "expected"
        return "completed"

    def _verb(self, verb: Token, evidence: _Evidence, depth: int = 0) -> None:
        evidence.negations += _denials(verb)
        for child in verb.children:
            if child.dep_ == "aux":
                if child.lower_ != "to" or (depth == 0 and verb.dep_ == "ROOT"):
                    evidence.add(self._modals.get(child.lower_), child)
            elif (mark := _condition(verb, child)) is not None:
                evidence.add("conditional", mark)
        if depth < MAX_CLIMB:
            self._above(verb, evidence, depth)

    def _above(self, verb: Token, evidence: _Evidence, depth: int) -> None:
        head, dep = verb.head, verb.dep_
        if head == verb:
            return
        if head.pos_ in ("VERB", "AUX"):
            if dep == "ccomp" and verb.i < head.i and head.lemma_ not in self._saying | self._verbs.keys():
                return  # two statements joined by a comma: the later one says nothing of the earlier
            if dep == "ccomp" and any(t.text == ";" for t in verb.doc[verb.i : head.i]):
                return  # nor one behind a semicolon
            if dep in ("xcomp", "ccomp"):
                status = self._named(self._verbs, head)
                if head.lemma_ == "be" and is_infinitive(verb):
                    status = "expected"  # "is to pay"
                perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
                if dep == "xcomp" and head.lemma_ in _PROMISES and is_infinitive(verb) and not perfect:
                    status = "expected"  # a headline's "says to buy"
                if dep == "ccomp" and status != "cancelled":
                    status = None if head.lemma_ in self._saying else status
                evidence.add(status, head)
                if head.lemma_ not in self._saying or dep == "xcomp":
                    self._verb(head, evidence, depth + 1)
            elif dep == "conj":
                for child in head.children:
                    if child.dep_ == "aux" and not any(c.dep_ == "aux" for c in verb.children):
                        evidence.add(self._modals.get(child.lower_), child)
                if verb.tag_ == head.tag_ or verb.tag_ == "VB":
                    self._above(head, evidence, depth + 1)
            elif dep == "advcl" and verb.tag_ == "VBG":
                self._verb(head, evidence, depth + 1)
            elif dep == "advcl" and (noun := _taker(verb)) is not None:
                evidence.add(self._nouns.get(noun.lemma_), noun)
                self._undone(noun, evidence)
            elif dep == "advcl" and head.lemma_ in BEATS and is_infinitive(verb):
                evidence.completed.append(head)  # "beat Kerr to win"
        elif dep == "xcomp" and head.pos_ == "ADJ" and head.head != head:
            evidence.add(self._predicates.get(head.lower_), head)  # "due to pay", "eligible to receive"
            if head.lower_ == "worth" and head.head.pos_ == "NOUN":
                evidence.add(self._nouns.get(head.head.lemma_), head.head)  # "a deal worth $3 million to take over"
                self._undone(head.head, evidence)
            self._verb(head.head, evidence, depth + 1)  # "whether it would be willing to"
        elif dep in ("acl", "relcl", "xcomp", "ccomp") and head.pos_ in ("NOUN", "PROPN", "ADJ"):
            infinitive = is_infinitive(verb)  # "to be bought"
            if infinitive and (taken := _exercised(head)) is not None:
                evidence.completed.append(taken)  # "exercised its option to buy"
            elif infinitive or (dep != "relcl" and verb.tag_ in ("VB", "VBG")):
                evidence.add(self._nouns.get(head.lemma_) or self._verbs.get(head.lemma_), head)
                self._undone(head, evidence)
            elif head.lemma_ in _HEARSAY and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children):
                self._undone(head, evidence)  # "denied a report that it had offered"
        elif dep == "pcomp" and head.dep_ == "prep":
            self._within(verb, head, evidence, depth)

    def _within(self, verb: Token, prep: Token, evidence: _Evidence, depth: int) -> None:
        """What a verb behind a preposition takes from above: all of "failed in buying", little of "paid by selling"."""
        above = prep.head
        if above.pos_ == "ADV" and above.head.pos_ == "VERB":
            above = above.head  # "walked away from buying"
        if prep.lower_ == "without":
            evidence.negations.append(prep)
        own = prep.lower_ != "with" and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
        if prep.lower_ in _APART or own:
            return
        if above.pos_ not in ("VERB", "AUX"):
            evidence.add(self._nouns.get(above.lemma_) or self._predicates.get(above.lower_), above)
            if above.pos_ == "NOUN":
                self._undone(above, evidence)
            elif above.dep_ == "acomp":
                evidence.negations += _denials(above.head)  # "is no longer interested in buying"
            return
        status = self._named(self._verbs, above)
        evidence.add(status, above)
        if status or prep.lower_ not in _BESIDE or above.lemma_ == "succeed":
            self._verb(above, evidence, depth + 1)
        else:
            aside = _Evidence()
            self._verb(above, aside, depth + 1)
            evidence.found = {**aside.found, **evidence.found}  # "didn't admit guilt in agreeing to pay"

    def _undone(self, noun: Token, evidence: _Evidence) -> None:
        """ "abandoned its plan to buy", "denied that it was in talks to buy", "has no plans to buy"."""
        if noun.lemma_ in self._nouns:
            evidence.negations += [c for c in noun.children if c.dep_ == "det" and c.lower_ == "no"]
        if noun.dep_ in ("nsubj", "nsubjpass") and self._named(self._subjects, noun.head) == "cancelled":
            evidence.add("cancelled", noun.head)  # "a plan to buy Tier fell through"
        verb = governor(noun)
        if verb is None and noun.dep_ == "pobj" and noun.head.head.pos_ == "ADV":
            above = noun.head.head.head  # "walked away from a deal to buy"
            verb = above if above.pos_ == "VERB" else None
        if verb is None:
            return
        tried = noun.lemma_ in _TRIED and noun.dep_ in ("dobj", "nsubjpass", "pobj")
        if tried and verb.lemma_ in _ENDS_TRY and not any(c.dep_ == "neg" for c in verb.children):
            evidence.add("cancelled", verb)  # "ended talks to buy", "failed in its attempt to buy"
        if verb.lemma_ == "be" or (noun.dep_ == "dobj" and verb.lemma_ in _HAVING):
            evidence.negations += _denials(verb)
        if verb.lemma_ == "be" and verb.dep_ == "acl" and verb.head.lemma_ in _HEARSAY:
            self._undone(verb.head, evidence)  # "denied a report that it was in talks to buy"
        over = [verb] if verb.lemma_ != "be" else []
        if verb.dep_ == "ccomp" and verb.head.pos_ == "VERB":
            over.append(verb.head)
        for above in over:
            ended = self._named(self._governors, above)
            if ended == "cancelled" and not any(c.dep_ == "neg" for c in above.children):
                evidence.add("cancelled", above)
            elif ended == "proposed" and above == noun.head:
                evidence.add("proposed", above)  # "is nearing a deal to buy"

    def _noun(self, noun: Token, evidence: _Evidence) -> None:
        token = noun
        for depth in range(MAX_CLIMB):
            for child in token.children:
                word = child.lower_
                if child.dep_ in ("amod", "compound", "nmod", "advmod"):
                    evidence.add(self._adjectives.get(word), child)
                    if word in self._done_adjectives:
                        evidence.completed.append(child)
                elif child.dep_ in ("neg", "det") and word in ("no", "not"):
                    evidence.negations.append(child)
            head, dep = token.head, token.dep_
            if head == token:
                return
            if dep == "pobj" and head.lower_ == "under" and token.lemma_ in self._bonds:
                evidence.completed.append(head)  # what is done "under a contract" needs the contract
                return
            if dep == "pobj" and head.lower_ in _APART:
                evidence.completed.append(head)  # "will cut jobs after a loss of $3 million"
                return
            if head.pos_ in ("VERB", "AUX"):
                self._governed(token, head, dep, evidence, depth)
                return
            if dep in ("prep", "pobj", "conj", "appos", "dobj", "compound", "nmod", "pcomp"):
                if head.pos_ == "NOUN":
                    evidence.add(self._nouns.get(head.lemma_), head)
                elif head.pos_ in ("ADJ", "ADV") or head.lower_ == "near":
                    evidence.add(self._predicates.get(head.lower_), head)  # "close to a deal with"
                token = head
                continue
            return

    def _governed(self, noun: Token, verb: Token, dep: str, evidence: _Evidence, depth: int) -> None:
        if dep == "nsubj":
            evidence.add(self._named(self._subjects, verb), verb)  # "the takeover fell through"
        elif dep in ("dobj", "nsubjpass", "prep", "attr", "oprd") or noun.pos_ == "ADV":
            if verb.lemma_ in self._done_by or (verb.lemma_ in self._done_in_past and verb.tag_ in ("VBD", "VBN")):
                evidence.completed.append(verb)
                if noun == evidence.found.get("proposed"):
                    del evidence.found["proposed"]  # "concluded negotiations", "closed talks"
            else:
                evidence.add(self._named(self._governors, verb), verb)
        self._verb(verb, evidence, depth + 1)
        tense = self._tense(verb)
        if evidence.completed and ("expected" in evidence.found or tense == "expected"):
            evidence.completed.clear()  # "will complete", "plans to sign"
        if tense == "expected":
            evidence.add("expected", verb)

    def speaker(self, event: Token) -> tuple[list[Token], Token] | None:
        """Who in the sentence says that the event is so (subject tokens of the saying verb) and that verb."""
        token = event
        for _ in range(2 * MAX_CLIMB):
            for child in token.children:
                who = agents(child) if child.dep_ == "parataxis" and child.lemma_ in self._saying else []
                if who:
                    return who, child  # "he spent $3 million, the indictment says, on a yacht"
            head, dep = token.head, token.dep_
            if head == token or _is_remark(token):
                return None
            if head.pos_ in ("VERB", "AUX") and head.lemma_ in self._saying and not _is_still_to_say(head):
                if any(c.dep_ == "neg" for c in head.children):
                    return None  # "did not disclose how it financed"
                if any(t.text == ";" for t in head.doc[token.i : head.i]):
                    return None  # a statement of its own
                said = dep in ("ccomp", "xcomp", "dobj", "nsubjpass", "advcl", "prep", "parataxis")
                if said:
                    who = agents(head)
                    if not who and is_passive(head):
                        return None
                    if who and token.i not in {w.i for w in who}:
                        return who, head
            token = head
        return None

    @staticmethod
    def told_aside(event: Token) -> bool:
        """Whether the event stands in a clause that only explains a name: nobody but the article says so."""
        token = event
        for _ in range(2 * MAX_CLIMB):
            if _is_remark(token):
                return True
            if token.head == token:
                return False
            token = token.head
        return False

    def according_to(self, text: str, start: int, end: int) -> tuple[int, int, int] | None:
        """The stretch that names the source after "according to": (cue start, source start, source end)."""
        found = self._according.search(text, start, end)
        if not found:
            return None
        begin = found.end() + 1
        stop = _SOURCE_ENDS.search(text, begin, end)
        close = stop.start() if stop else end
        return (found.start(), begin, close) if close > begin else None


#: Verbs of saying whose infinitive tells what one is about to do.
_PROMISES = frozenset({"say", "announce"})
#: Where the words for a source end: "people who have seen the papers" go on.
_SOURCE_ENDS = re.compile(r"[,;.](?=\s|$)|\s[–—-]\s| (?:that|which|who(?! (?:has|have|had)\b)|after|when|as)\b")
#: Prepositions behind which stands an act of its own: what is said of the verb above says nothing of it.
_APART = frozenset({"after", "since", "following", "despite"})
#: Nouns for what is tried, and the verbs that say that it came to nothing.
_TRIED = frozenset({"talk", "negotiation", "discussion", "attempt", "effort", "bid", "pursuit", "quest"})
_ENDS_TRY = frozenset({"end", "break", "terminate", "lose", "fail"})
#: What is done with a right or a deal to buy when it is bought.
_DONE_WITH = {
    **dict.fromkeys(("option", "right"), frozenset({"exercise"})),
    **dict.fromkeys(("deal", "transaction"), frozenset({"complete", "close", "consummate"})),
}
#: Verbs of winning against others: the infinitive behind them tells the prize.
BEATS = frozenset({"beat", "outbid", "defeat", "edge", "pip"})
#: Prepositions of circumstance: "did not admit guilt in agreeing to pay" denies no payment.
_BESIDE = frozenset({"in", "by", "on", "while", "when", "before", "without", "for"})
#: What may be denied of an act: "denied a report that it had offered".
_HEARSAY = frozenset({"report", "claim", "rumor", "rumour", "allegation", "suggestion", "speculation", "charge"})
#: Verbs that bring a bid about; it stays a bid.
_MAKING = frozenset({"make", "receive", "follow", "obtain", "reach", "land"})
#: Verbs whose negation denies the noun they govern: "did not sign a deal to buy".
_HAVING = frozenset({"have", "sign", "reach", "strike", "make", "conclude", "secure", "get", "receive", "submit"})
#: What makes another verb of a verb though the parser takes it for a preposition or adverb: "fell through".
_PARTICLES = frozenset({"away", "through", "out", "off", "apart", "against", "down"})


def _particles(verb: Token) -> Iterator[str]:
    """What may belong to the verb: "off" of "call off", "through" of "fell through", "to_nothing"."""
    for child in verb.children:
        if child.dep_ == "prt" or (child.dep_ in ("advmod", "prep") and child.lower_ in _PARTICLES):
            yield child.lower_
        elif child.lower_ == "to" and any(c.lower_ in ("nothing", "naught") for c in child.children):
            yield "to_nothing"


def _is_still_to_say(verb: Token) -> bool:
    """Whether somebody has yet to say it: "is expected to announce", "plans to report"."""
    return is_infinitive(verb) and verb.head.lemma_ in _TO_COME


#: What governs words that have not been said.
_TO_COME = frozenset(
    ["expect", "plan", "set", "due", "schedule", "prepare", "likely", "intend", "forecast", "predict", "poise", "ready"]
)


def _is_remark(token: Token) -> bool:
    """ "Wasla, which was valued at $3 million in 2021, is raising": a clause about a name, between commas."""
    relative = any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in ("which", "who") for c in token.children)
    if not (token.dep_ == "relcl" and relative) and not (token.dep_ == "acl" and token.tag_ != "VB"):
        return False
    first, last = token.left_edge.i, token.right_edge.i
    doc = token.doc
    return first > 0 and last + 1 < len(doc) and doc[first - 1].text == "," and doc[last + 1].text == ","


def _exercised(noun: Token) -> Token | None:
    """ "Exercised its option", "completed a deal": the verb by which an option has been used or a deal done."""
    wanted = _DONE_WITH.get(noun.lemma_)
    verb = governor(noun) if wanted else None
    if verb is None or verb.lemma_ not in wanted or verb.tag_ not in ("VBD", "VBN"):
        return None
    if any(c.dep_ == "neg" or (c.dep_ == "aux" and c.tag_ == "MD") for c in verb.children):
        return None
    return verb


def _denials(verb: Token) -> Iterator[Token]:
    """The words that negate a verb: "not", "never", "no longer"."""
    for child in verb.children:
        if child.dep_ == "neg" and not _with_only(child):
            yield child
        elif child.lower_ == "longer":
            yield from (c for c in child.children if c.dep_ == "neg")


def _condition(verb: Token, child: Token) -> Token | None:
    """The word by which `child` makes what `verb` tells depend on something; None when it doesn't."""
    if child.lower_ in ("provided", "providing") and child.dep_ in ("prep", "advcl") and child.i > verb.i:
        that = child.i + 1 < len(child.doc) and child.nbor(1).lower_ == "that"
        if that or (
            child.lower_ == "provided" and (child.dep_ == "advcl" or any(c.dep_ == "pcomp" for c in child.children))
        ):
            return child  # "raised $3 million, providing it with resources" makes no condition
    if child.dep_ == "advcl":
        if child.left_edge.lower_ == "should" and child.left_edge.dep_ == "aux":
            return child.left_edge  # "should sales top 100,000 units"
        if child.i > verb.i and any(t.lemma_ in ("milestone", "target", "hurdle") for t in child.subtree):
            return next((c for c in child.children if c.lower_ in ("when", "once")), None)
        mark = next((c for c in child.children if c.dep_ == "mark" and c.lower_ in ("if", "unless")), None)
        if mark is None:
            return None
        turned = any(t.lower_ in ("however", "but") for t in verb.doc[verb.i + 1 : mark.i])
        return None if turned else mark
    if child.dep_ == "prep" and child.lower_ in ("upon", "on"):
        return next((t for t in child.subtree if t.lemma_ in ("achieve", "achievement", "attainment")), None)
    return None


def _was_one_of(noun: Token) -> bool:
    """ "Was the first maker to buy", "is the latest to invest": who has done it."""
    ranked = any(c.lower_ in _RANKS for c in noun.children) or noun.lower_ in _RANKS
    return ranked and noun.dep_ == "attr" and noun.head.lemma_ in ("be", "become")


def _taker(verb: Token) -> Token | None:
    """The noun right before an infinitive that was hung on the verb: "is in talks to be bought"."""
    start = verb.left_edge.i
    noun = verb.doc[start - 1] if start and is_infinitive(verb) else None
    return noun if noun is not None and noun.pos_ == "NOUN" else None


def _with_only(negation: Token) -> bool:
    """ "not only" denies nothing."""
    following = negation.i + 1
    return following < len(negation.doc) and negation.doc[following].lower_ in ("only", "just", "merely")


_RANKS = frozenset({"first", "second", "third", "latest", "last", "only"})


def _index(rules: tuple[StatusRule, ...], kind: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for rule in rules:
        for word in getattr(rule, kind):
            found.setdefault(word, rule.status)
    return found
