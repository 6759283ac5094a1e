"""References by a pronoun, in parsed sentences: "it", "who", "she", "we"."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from .. import tree
from .antecedents import Antecedents, Reference, sort_of
from .draft import Draft
from .scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..nlp import Parse

_FIRST = frozenset({"we", "our", "us"})
#: From this share on, and from this share among the parties alone, a pronoun is given to the likeliest party.
PRONOUN_FROM = (0.3, 0.6)
#: The same for "they", which means one party only now and then.
MANY_FROM = (0.5, 0.5)
#: The same for whom a party does something to ("the court fined it"), which is mostly a party too.
DONE_TO_FROM = (0.1, 0.6)
#: Behind the "it" that says the sentence.
_SAID = re.compile(r"\s(?:said|says|added|announced|reported)\b")


class Pronouns:
    """Resolves pronouns against all mentions of one article, nominal ones too."""

    def __init__(self, scene: Scene, antecedents: Antecedents):
        self.text, self.sentences, self.drafts = scene.text, scene.sentences, scene.drafts
        self._scene = scene
        self.main, self.release, self._antecedents = scene.main, scene.release, antecedents

    @cached_property
    def _spans(self) -> list[tuple[tuple[int, int], int]]:
        return sorted((span, number) for number, draft in enumerate(self.drafts) for span in draft.mentions)

    def pronoun(self, parse: Parse, token: Token, sentence_number: int) -> Draft | None:
        """The party that a pronoun means, None when unsure."""
        word = token.lower_
        at = parse.starts[token.i]
        if word in ("who", "whose", "whom", "which"):
            return self._relative(parse, token)
        sort = sort_of(word)
        if sort is not None:
            return self._likeliest(Reference(at, at + len(word), sort), self._actor(parse, token))
        if word in _FIRST:
            return self._speaker(at, sentence_number)
        return None

    def shares(self, at: int, sort: str) -> dict[int | None, float]:
        """How likely each party but persons is meant by a word of that sort, had it stood at `at`."""
        pool = [n for n, draft in enumerate(self.drafts) if draft.kind != "person"]
        return self._antecedents.shares(Reference(at, at, sort), pool)

    def _relative(self, parse: Parse, token: Token) -> Draft | None:
        head = token
        while head.dep_ != "relcl" and head.head != head:
            head = head.head
        if head.dep_ != "relcl":
            return None
        noun = head.head
        start, end = parse.span([noun])
        return next((self.drafts[n] for (low, high), n in self._spans if low < end and start < high), None)

    def _actor(self, parse: Parse, token: Token) -> Draft | None:
        """ "The agency fined it": the subject of the verb whose object the pronoun is, who cannot be meant."""
        verb = token.head
        if token.tag_ == "PRP$":  # "Brandt advised Kerr on its sale"
            helped = tree.principals(verb)
            while helped and verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
                verb = verb.head
            if not helped:
                return None
        elif token.dep_ not in ("dobj", "dative", "nsubj") or token.tag_ != "PRP":
            return None
        if token.dep_ == "nsubj":  # "a court ordered it to pay"
            if verb.dep_ != "ccomp" or not any(c.lower_ == "to" for c in verb.lefts):
                return None
            verb = verb.head
        subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < token.i]
        if len(subjects) != 1:
            return None
        start, end = parse.span(subjects)
        return next((self.drafts[n] for (low, high), n in self._spans if low < end and start < high), None)

    def _likeliest(self, reference: Reference, actor: Draft | None) -> Draft | None:
        """The party that a pronoun most likely means; who does to "it" what the verb says (`actor`) is another one."""
        pool = [n for n, d in enumerate(self.drafts) if (d.kind == "person") == reference.personal and d is not actor]
        if (sayer := self._sayer(reference, pool)) is not None:
            return self.drafts[sayer]
        many = reference.sort in ("they", "their")
        bounds = MANY_FROM if many else DONE_TO_FROM if actor is not None else PRONOUN_FROM
        best = self._antecedents.likeliest(self._antecedents.shares(reference, pool), *bounds)
        return self.drafts[best] if best is not None else None

    def _sayer(self, reference: Reference, pool: list[int]) -> int | None:
        """ "Acme will not sell Kerr, it said": who opens the sentence says it."""
        at = reference.start
        if reference.sort != "it" or not self.text.endswith(", ", 0, at) or not _SAID.match(self.text, reference.end):
            return None
        number = self._scene.sentence(at)
        begin = self._scene.sentences[number].start if number is not None else at
        first = next(iter(self._scene.between(begin, at)), None)
        return first[1] if first is not None and first[1] in pool and first[0][0] - begin <= len("The ") else None

    def _speaker(self, at: int, sentence_number: int) -> Draft | None:
        """ "We" in a quotation is the speaker's organisation, outside one the issuer of a release."""
        line_start = self.text.rfind("\n", 0, at) + 1
        before = self.text[line_start:at]
        quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
        if not quoted:
            return self.main if self.release else None
        line_end = (self.text + "\n").find("\n", at)
        people = [
            (span, n) for span, n in self._spans if self.drafts[n].kind == "person" and line_start <= span[0] < line_end
        ]
        if not people:
            return None
        (begin, end), _ = min(people, key=lambda item: abs(item[0][0] - at))
        companies = [(span, n) for span, n in self._spans if self.drafts[n].kind == "company"]
        for (start, _), n in companies:
            if end <= start <= min(end + 80, line_end):
                return self.drafts[n]
        for (start, stop), n in reversed(companies):
            if line_start <= start and 0 <= begin - stop <= 60:
                return self.drafts[n]
        return self.main if self.release else None
