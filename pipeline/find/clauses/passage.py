"""Tells which clauses of a passage about a deal state its terms, though no opener says so.

Behind "Tier has sold its ferries to Halvor" the papers write "It may not run ferries for four years", "Claims stay
with the seller": what the parties must, may not or may do on conditions, and what the deal's money, rights and
goods do. Whether a sentence stands in such a passage is not asked here.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from .rules import ClauseFile, Compiler
from .stretch import inverted, subject_of

#: Tables and lists run together are longer than sentences.
LONGEST = 80
_QUOTES = re.compile(r"[\"“”?]")
_IFS = frozenset(["if", "unless", "once", "provided"])
_STRONG = frozenset(["must", "shall"])
_FREE = frozenset(["may", "can", "could", "ca", "might"])
_PAST = frozenset(["could", "might"])
_BE = frozenset(["is", "are", "be"])
_OUGHT = frozenset(["should"])
_PASSIVE = frozenset(["be"])
_NO_MORE = frozenset(["longer"])
_EACH = re.compile(r"(?:n?either|each|both)\b", re.I)
_NOBODY = re.compile(r"(?:no|nobody|none|neither)\b", re.I)
_ASIDES = frozenset(["advcl", "acl"])
_LATER = frozenset(["will", "would", "'ll", "’ll"])
_NOW = ("VBZ", "VBP")
_CLAUSES = ("xcomp", "ccomp")
_STATES = ("attr", "acomp", "oprd")
_STAY = frozenset(["stay", "remain"])
_MOVES = frozenset(["join", "arrive", "go", "stay", "remain", "take", "run", "get", "charge", "cover"])


class Passage:
    """Judges the finite clauses of a sentence by their verbs and subjects."""

    def __init__(self, data: ClauseFile, compiler: Compiler):
        lists = data.lists
        self._roles = compiler.any_of((*lists.roles, *lists.party_like))
        self._matters = compiler.any_of(lists.matters)
        self._limits = compiler.any_of(lists.limits)
        self._times = compiler.any_of(tuple(limit for limit in lists.limits if limit != "@sum"))
        self._untold = compiler.any_of(lists.untold)
        self._obligations = frozenset(lists.obligations)
        self._now = frozenset(lists.present_verbs)
        self._idle = frozenset((*lists.idle_verbs, *lists.soft_verbs, *lists.saying))
        self._promises = frozenset(lists.promises)
        self._allowed = frozenset(lists.allowed)
        self._pronouns = frozenset(lists.party_pronouns)
        self._kept = frozenset(lists.kept_states)
        self._whole = frozenset(lists.whole_deals)
        self._firm = frozenset(lists.firm_verbs)

    def is_role(self, words: str) -> bool:
        """Whether words tell a party by what it is in the deal ("the tenant")."""
        return self._roles.search(words) is not None

    def states(self, head: Token, words: str, subject: str, party: bool, follows: bool, behind: bool = False) -> bool:
        """Whether the clause of a verb states a term; `subject` are its subject's words, `party` whether they name one.

        `follows` says that a term was told right before, `behind` that a contract was spoken of.
        """
        token = subject_of(head)
        if token is None or head.dep_ in _ASIDES or len(token.doc) > LONGEST or _QUOTES.search(words):
            return False
        if self._untold.search(words):
            return False
        limited = self._limits.search(words) is not None
        named = party or self._roles.search(subject) is not None
        named = named or (follows and limited and token.lower_ in self._pronouns)
        if follows and self._is_kept(head, limited):
            return True
        if follows and _NOBODY.match(subject) and any(c.lower_ in _FREE | _LATER for c in head.children):
            return limited or head.lemma_ in self._obligations
        if not named and not self._matters.search(subject):
            return False
        if self._binds(head, limited, subject, named):
            return True
        firm = behind and self._times.search(words) is not None  # a bare price is no term
        if firm and (self._holds(head, named, limited, firm=True) or self._may(head, named)):
            return True
        if (follows or behind) and self._has_right(head, named):
            return True
        return follows and (self._holds(head, named, limited) or self._is_to(head, limited))

    def _binds(self, head: Token, limited: bool, subject: str, named: bool) -> bool:
        """Whether a clause obliges, bars, or permits on a condition."""
        aux = {c.lower_ for c in head.children if c.dep_ in ("aux", "auxpass")}
        barred = any(c.dep_ == "neg" and c.lower_ not in _NO_MORE for c in head.children)
        on_terms = self._conditional(head)
        done = _complement(head)
        has_to = done is not None and head.lemma_ == "have" and done.tag_ == "VB" and not aux & _FREE
        if has_to and head.tag_ == "VBD":  # "It fell short and had to pay" tells what was done
            return False
        verb = done if has_to else head
        if verb.lemma_ in self._idle:
            return False
        if aux & _STRONG or has_to:
            fits = barred or on_terms or limited or (named and verb.lemma_ in self._obligations)
            return fits and not (has_to and barred)
        if aux & _FREE:
            if barred:
                return named and (not aux & _PASSIVE or limited)
            return named and not aux & _PAST and (on_terms or _EACH.match(subject) is not None)
        if head.lemma_ in self._allowed and aux & _BE:
            if done is not None and done.lemma_ in self._idle:
                return False
            return done is not None or any(c.dep_ == "prep" and c.lower_ == "from" for c in head.children)
        if head.lemma_ == "be" and done is None:
            accept = next((c for c in head.children if c.dep_ == "acomp"), None)
            fits = accept is not None and accept.lemma_ in self._allowed
            return fits and any(c.dep_ in _CLAUSES for c in accept.children)
        if head.lemma_ in self._promises and done is not None and done.tag_ == "VB":
            return self._promised(done, limited)
        if on_terms and aux & _LATER:
            return named and head.lemma_ in self._obligations
        return on_terms and head.tag_ in _NOW and head.lemma_ in self._now

    def _is_kept(self, head: Token, limited: bool) -> bool:
        """Whether something is kept in a state, to a measure or for a time ("are guaranteed for two years")."""
        now = any(c.dep_ == "auxpass" and c.lower_ in ("is", "are") for c in head.children)
        return now and limited and head.lemma_ in self._kept and not any(c.dep_ == "aux" for c in head.children)

    def _is_to(self, head: Token, limited: bool) -> bool:
        """Whether somebody "is to" do something that deals oblige to, or that has a measure or time."""
        done = _complement(head)
        if head.lemma_ != "be" or head.tag_ not in _NOW or done is None or done.tag_ != "VB":
            return False
        return done.lemma_ not in self._idle and (limited or done.lemma_ in self._obligations)

    def _promised(self, done: Token, limited: bool) -> bool:
        """Whether what somebody agrees or promises to do is a term, and not the deal itself."""
        if done.lemma_ in self._whole:
            return False
        barred = any(c.dep_ == "neg" for c in done.children)
        return barred or done.lemma_ in self._obligations or limited

    def _may(self, head: Token, named: bool) -> bool:
        """Whether somebody may do something that deals provide for ("It may sublet a third of the hall")."""
        free = any(c.dep_ == "aux" and c.lower_ in ("may", "can") for c in head.children)
        barred = any(c.dep_ == "neg" for c in head.children)
        return named and free and not barred and head.lemma_ in self._firm

    def _has_right(self, head: Token, named: bool) -> bool:
        """Whether somebody is free, bound or has the right to do something ("They are free to leave")."""
        if not named or head.tag_ not in _NOW:
            return False
        for child in head.children:
            if head.lemma_ == "be" and child.dep_ == "acomp" and child.lemma_ in self._allowed:
                return any(c.dep_ in _CLAUSES for c in child.children)
            if head.lemma_ == "have" and child.dep_ == "dobj" and child.lemma_ == "right":
                return any(c.dep_ in ("acl", "prep") for c in child.children)
        return False

    def _holds(self, head: Token, named: bool, limited: bool, firm: bool = False) -> bool:
        """Whether a clause tells in the present tense, or of the future, what is paid, kept or passed on.

        Where only `firm` wording counts, the verb must be one of paying, having or handing over.
        """
        if firm and head.lemma_ not in self._firm:
            return False
        aux = {c.lower_ for c in head.children if c.dep_ == "aux"}
        states = any(c.dep_ in _STATES for c in head.children)  # "he will remain chairman"
        states = states or (head.lemma_ in _STAY and any(c.dep_ == "dobj" for c in head.children))
        if states or head.lemma_ in self._idle:
            return False
        if firm and "would" in aux:  # what a party hoped for or said it would do
            return False
        if aux & (_LATER | _STRONG | _OUGHT):
            if not named or not self._measured(head, limited):
                return False
            return head.lemma_ in self._now or head.lemma_ in self._obligations
        return not aux and head.tag_ in _NOW and head.lemma_ in self._now and self._measured(head, limited)

    def _measured(self, head: Token, limited: bool) -> bool:
        """Whether a verb of coming or staying has a measure or time: only then it tells a term."""
        return limited or head.lemma_ not in _MOVES

    @staticmethod
    def _conditional(head: Token) -> bool:
        """Whether a condition hangs on a verb, or on what stands below it."""
        return any(
            (t.dep_ in ("mark", "advmod") and t.lower_ in _IFS) or (t.lower_ == "should" and inverted(t))
            for t in head.subtree
        )


def _complement(head: Token) -> Token | None:
    """The verb that a verb governs ("agreed to sell", "has to sell")."""
    return next((c for c in head.children if c.dep_ in _CLAUSES and c.pos_ == "VERB"), None)
