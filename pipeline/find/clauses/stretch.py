"""Cuts the stretch of a sentence that states a term, along the dependency tree.

A term's stretch is its finite clause without what introduces it ("Under the deal,", "He said that"), without
coordinated clauses, and without what only comments on it (", which …", ", helping …", ", officials said").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

VERBAL = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_COMMENTS = ("relcl", "appos", "acl")
_PREMODIFIERS = ("compound", "amod", "nmod", "advmod", "npadvmod", "nummod")
_ASIDES = ("ccomp", "advcl", "dep", "npadvmod", "intj")
_OPENS_CONDITION = frozenset(["if", "unless", "once", "when", "should"])
_OPEN = ("ADP", "DET", "PART", "CCONJ", "SCONJ")
#: What stands before the noun that it goes with; a stretch of the reader that ends in one lacks the noun.
_LEADS_TO_NOUN = ("compound", "amod", "nmod", "poss", "predet")
#: A stretch of fewer words says too little to be finished.
_LEAST = 4
_MARKS = frozenset(";:.,–—-\"'“”‘’`()[]…*•")


class Cutter:
    """Cuts with knowledge of which verbs say something and which words open a condition."""

    def __init__(self, saying: frozenset[str], condition_marks: frozenset[str]):
        self._saying = saying
        self._conditions = condition_marks

    def head(self, token: Token) -> Token:
        """The verb of the finite clause that states what `token` belongs to."""
        seen = 0
        while token.head != token and seen < len(token.doc):
            if token.pos_ in VERBAL and self._heads_clause(token):
                return token
            token, seen = token.head, seen + 1
        return token

    def _heads_clause(self, verb: Token) -> bool:
        dep = verb.dep_
        if any(inverted(child) for child in verb.lefts):
            return False
        if dep == "parataxis":
            return True
        if dep == "ccomp":
            return is_finite(verb)
        if dep == "conj":
            first = _first_conjunct(verb)
            if first.pos_ not in VERBAL or _shares_passive(verb):
                return False
            if first.dep_ == "xcomp" and _has_to(verb):
                return True
            return first.dep_ in ("ROOT", "ccomp", "parataxis") or _has_subject(verb)
        if dep == "relcl":
            return _behind_comma(verb) or _under_which(verb)
        if dep == "acl":  # "a clause that nobody else may trade there"
            return is_finite(verb) and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts)
        if dep == "advcl":
            return is_finite(verb) and not self.is_condition(verb)
        return False

    def is_condition(self, token: Token) -> bool:
        """Whether an adverbial clause or phrase states a condition."""
        if token.lower_ in self._conditions:
            return True
        if token.lower_ == "in" and any(c.lower_ in ("event", "case") for c in token.children):
            return True
        return any((c.dep_ in ("mark", "advmod") and c.lower_ in self._conditions) or inverted(c) for c in token.lefts)

    def clause(self, head: Token, anchor: Token) -> list[Token]:
        """The tokens of the clause that `head` heads; `anchor` is never cut off."""
        absolute = _with_phrase(head, anchor)
        if absolute is not None:
            return trimmed(list(head.doc[absolute.i + 1 : head.right_edge.i + 1]))
        start = self._start(head, anchor)
        end = self._end(head, anchor, start)
        tokens = list(head.doc[start : end + 1])
        return trimmed(_behind_label(tokens, head))

    def stating(self, head: Token, cue: list[Token]) -> list[Token]:
        """The clause that `head` heads, with all of `cue` and without what a colon sets off before it.

        "One clause stands out: if it fails, then the buyer will go" states its term behind the colon, and a cue
        that begins with the condition ends in what follows from it, wherever the parser hangs either.
        """
        tokens = self.clause(head, cue[0])
        joined = cue[-1].dep_ == "conj" or any(t.dep_ == "conj" and t.i >= cue[0].i for t in cue[-1].ancestors)
        if tokens and tokens[-1].i < cue[-1].i and (joined or _is_subordinate(cue[0])):
            last = self.clause(self.head(cue[-1]), cue[-1])
            end = max(token.i for token in (*last, cue[-1]))
            tokens = trimmed(list(head.doc[tokens[0].i : end + 1]))
        colons = [n for n, token in enumerate(tokens) if token.text == ":" and token.i < cue[0].i]
        return trimmed(tokens[colons[-1] + 1 :]) if colons else tokens

    def described(self, cue: list[Token], tokens: list[Token]) -> list[Token]:
        """The noun phrase whose relative clause holds the cue, where it is the lesser part of the clause `tokens`.

        "Tier pays rent under a lease that runs until 2031" states the lease's end in the words behind "under". So
        does a participle set off by commas ("The sale, expected to close after approval, was agreed on Monday").
        """
        for verb in (cue[-1], *cue[-1].ancestors):
            if verb.dep_ == "acl" and _behind_comma(verb) and verb.left_edge.i <= cue[0].i and verb.head.pos_ == "NOUN":
                phrase = trimmed(list(verb.doc[verb.head.left_edge.i : verb.right_edge.i + 1]))
                return phrase if tokens[-1].i > phrase[-1].i + 2 else tokens
            if verb.dep_ != "relcl" or _behind_comma(verb):
                continue
            noun = verb.head
            inside = noun.left_edge.i <= cue[0].i and cue[-1].i <= noun.right_edge.i
            told = noun.pos_ == "NOUN" and noun.dep_ not in SUBJECTS
            phrase = self.phrase(noun) if inside and told else []
            if phrase and len(tokens) > 2 * len(phrase) and phrase[0].i <= cue[0].i and cue[-1].i <= phrase[-1].i:
                return phrase
            break
        return tokens

    def _start(self, head: Token, anchor: Token) -> int:
        start = head.i
        subject = min((c.i for c in head.lefts if c.dep_ in SUBJECTS), default=head.i)
        for child in head.lefts:
            if child.dep_ in ("punct", "cc", "preconj") or (child.dep_ == "mark" and child.lower_ == "that"):
                continue
            if _asks_which(child) and not _holds(child, anchor):
                continue
            if self._dates_saying(head, child) and not _holds(child, anchor):
                continue
            aside = child.i < subject and child.dep_ not in ("aux", "auxpass", "neg", *SUBJECTS)
            if aside and not _holds(child, anchor) and not self._opens_condition(child):
                following = child.right_edge.i + 1
                if child.dep_ in _ASIDES or child.lower_ == "under" or head.doc[following].text in ",:":
                    continue
            start = min(start, child.left_edge.i)
        return start

    def _dates_saying(self, head: Token, child: Token) -> bool:
        """Whether the parser hung the time of saying on what was said ("said on Monday it would buy Tier")."""
        left = child.left_edge.i
        dated = child.dep_ in ("npadvmod", "advmod") or (child.dep_ == "prep" and child.lower_ in ("on", "in", "at"))
        if head.dep_ != "ccomp" or not dated or not left:
            return False
        follows = any(c.dep_ in SUBJECTS and c.i > child.i for c in head.lefts)
        return follows and head.doc[left - 1].lemma_ in self._saying

    def _opens_condition(self, child: Token) -> bool:
        return child.dep_ in ("advcl", "prep") and self.is_condition(child)

    def _end(self, head: Token, anchor: Token, start: int) -> int:
        end = head.right_edge.i
        for token in head.doc[max(head.i, anchor.i) + 1 : end + 1]:
            if token.text == ":":
                end = token.i - 1
                break
        for child in head.rights:
            if not _holds(child, anchor) and self._is_afterthought(child):
                end = min(end, child.left_edge.i - 1)
                break
            more = next((c for c in child.rights if c.dep_ == "conj" and _has_to(c)), None)
            if child.dep_ == "xcomp" and more is not None and not _holds(more, anchor):
                end = min(end, more.left_edge.i - 1)
                break
        return _without_comment(head, anchor, start, end)

    def _is_afterthought(self, child: Token) -> bool:
        if child.dep_ == "conj" and child.pos_ in VERBAL:
            return not _shares_passive(child)
        if child.dep_ == "parataxis" or child.lower_ == "according":
            return True
        if child.dep_ in ("ccomp", "dep", "nsubj") and child.lemma_ in self._saying:
            return True
        comma = child.left_edge.i > 0 and child.doc[child.left_edge.i - 1].text in (",", "—", "–")
        if not comma or self.is_condition(child):
            return False
        return child.dep_ == "advcl" or (child.dep_ == "prep" and child.lower_ in ("with", "as", "under"))

    def phrase(self, token: Token) -> list[Token]:
        """The noun phrase around `token`, without comments behind a comma."""
        while token.dep_ in _PREMODIFIERS and token.head.i > token.i:
            token = token.head
        start, end = token.left_edge.i, token.right_edge.i
        for child in token.rights:
            afterthought = child.dep_ == "conj" or (child.dep_ in _COMMENTS and _behind_comma(child))
            if afterthought:
                end = min(end, child.left_edge.i - 1)
                break
        return trimmed(list(token.doc[start : _without_comment(token, token, start, end) + 1]))


def inverted(token: Token) -> bool:
    """Whether "should" before its subject opens a condition ("Should the buyer walk away, …")."""
    verb = token.head
    if token.dep_ != "aux" or token.lower_ != "should" or token.i != verb.left_edge.i:
        return False
    return verb.dep_ != "ROOT" and any(c.dep_ in SUBJECTS and c.i > token.i for c in verb.lefts)


def is_finite(verb: Token) -> bool:
    """Whether a verb has its own subject and no "to"."""
    return _has_subject(verb) and not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in verb.children)


def _has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with its own "to" ("promised to keep the plant and to dismiss nobody")."""
    return verb.pos_ in VERBAL and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def _shares_passive(verb: Token) -> bool:
    """Whether a participle hangs on the "be" of the one before it ("will be designed, developed and built")."""
    first = verb.head
    if verb.tag_ != "VBN" or first.tag_ != "VBN" or any(c.dep_ in ("aux", "auxpass", *SUBJECTS) for c in verb.lefts):
        return False
    return any(c.dep_ == "auxpass" for c in _first_conjunct(verb).lefts)


def _behind_comma(token: Token) -> bool:
    left = token.left_edge.i
    return left > 0 and token.doc[left - 1].text in (",", "—", "–", "-")


def _asks_which(child: Token) -> bool:
    """Whether a preposition opens a relative clause ("under which")."""
    return child.dep_ == "prep" and any(c.tag_ in ("WDT", "WP") for c in child.children)


def _is_subordinate(token: Token) -> bool:
    """Whether a word opens a condition ("if", "once")."""
    return token.tag_ in ("IN", "WRB") and token.lower_ in _OPENS_CONDITION


def _under_which(verb: Token) -> bool:
    """Whether a relative clause has a subject of its own and says what holds under something."""
    return _has_subject(verb) and any(_asks_which(child) for child in verb.lefts)


def _with_phrase(head: Token, anchor: Token) -> Token | None:
    """The "with" behind a comma that the anchor hangs below (", with completion expected in May")."""
    token = anchor
    while token != head and token.head != token:
        token = token.head
        if token.lower_ == "with" and token.dep_ == "prep" and _behind_comma(token):
            return token
    return None


def _holds(token: Token, anchor: Token) -> bool:
    return token.left_edge.i <= anchor.i <= token.right_edge.i


def _without_comment(head: Token, anchor: Token, start: int, end: int) -> int:
    """The end before a relative clause or apposition behind a comma that closes the stretch."""
    while end > start and _is_mark(head.doc[end]):
        end -= 1
    for token in head.doc[max(start, anchor.i + 1) : end + 1]:
        if token.dep_ not in _COMMENTS or token.i <= head.i or not _behind_comma(token):
            continue
        if token.dep_ == "appos" and any(child.dep_ == "conj" for child in token.children):
            continue  # one of a list ("due diligence, the signing of a contract and approval by …")
        left = token.left_edge.i
        if token.right_edge.i >= end and left > anchor.i and left > head.i:
            return left - 1
    return end


def _behind_label(tokens: list[Token], head: Token) -> list[Token]:
    """The tokens behind a label that ends in a colon ("Mutual release: …"), before the clause's verb."""
    for number, token in enumerate(tokens):
        if token.i >= head.i:
            break
        if token.text == ":":
            return tokens[number + 1 :]
    return tokens


def trimmed(tokens: list[Token]) -> list[Token]:
    """The tokens without marks and conjunctions at their ends."""
    low, high = 0, len(tokens)
    while low < high and (_is_mark(tokens[low]) or tokens[low].dep_ == "cc"):
        low += 1
    while high > low and (_is_mark(tokens[high - 1]) or tokens[high - 1].dep_ == "cc"):
        high -= 1
    return tokens[low:high]


def phrase_start(token: Token) -> Token:
    """The first word of the noun phrase around `token`, or the first auxiliary of a verb."""
    while token.dep_ in _PREMODIFIERS and token.head.i > token.i and token.head.pos_ not in VERBAL:
        token = token.head
    if token.pos_ in VERBAL:
        return min((c for c in token.lefts if c.dep_ in ("aux", "auxpass", "neg")), default=token, key=lambda c: c.i)
    return token.left_edge if token.pos_ in ("NOUN", "PROPN", "NUM", "SYM") else token


def whole_phrases(tokens: list[Token]) -> list[Token]:
    """The tokens with the phrase whose middle they begin in, and with what the preposition, article, adjective or
    modal verb at their end goes with; without it where nothing follows. None for a single word.
    """
    tokens = trimmed(tokens)
    if len(tokens) < 2:
        return []
    doc, low, high = tokens[0].doc, tokens[0].i, tokens[-1].i
    if tokens[0].pos_ in ("NOUN", "PROPN", "NUM", "SYM"):
        low = tokens[0].left_edge.i
    last = tokens[-1]
    if last.pos_ in _OPEN:
        high = max(high, (last.head if last.pos_ == "DET" else last).right_edge.i)
    elif len(tokens) < _LEAST or last.head.i < last.i:
        pass
    elif last.dep_ in _LEADS_TO_NOUN:  # "on each sale of custom" stops before its noun
        high = max(high, last.head.i)
    elif last.dep_ in ("aux", "auxpass"):  # "from then on the guarantor must" before what it must
        high = last.head.right_edge.i
    while high > low and doc[high].pos_ in _OPEN and doc[high].dep_ not in ("pobj", "dobj", "prt"):
        high -= 1
    return trimmed(list(doc[low : high + 1]))


def _is_mark(token: Token) -> bool:
    return all(char in _MARKS for char in token.text)


def clause_heads(cutter: Cutter, tokens: list[Token]) -> Iterator[Token]:
    """The verbs among `tokens` that head finite clauses, in text order."""
    for token in tokens:
        if token.pos_ in VERBAL and cutter.head(token) == token:
            yield token


def verb_chain(verb: Token) -> list[Token]:
    """The verbs coordinated with `verb` that share its subject, in text order, without itself.

    With them go the infinitives coordinated with what is promised ("agreed to keep the plant and to dismiss nobody").
    """
    first = _first_conjunct(verb)
    chain = [first]
    for one in chain:
        chain += [c for c in one.rights if c.dep_ == "conj" and c.pos_ in VERBAL and not _has_subject(c)]
    promised = [x for v in chain for x in v.rights if x.dep_ == "xcomp"]
    chain += [c for x in promised for c in x.rights if c.dep_ == "conj" and _has_to(c)]
    own = any(c.dep_ in SUBJECTS for c in first.children)
    return sorted((v for v in chain if v != verb), key=lambda v: v.i) if own else []


def subject_of(verb: Token, own: bool = False) -> Token | None:
    """The subject of a verb, or of the verb that it is coordinated with unless `own` is asked for."""
    while True:
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return child
        if own or verb.dep_ != "conj":
            return None
        verb = verb.head
