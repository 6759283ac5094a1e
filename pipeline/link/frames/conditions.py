"""Whether a trigger stands in the construction that its frame asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from ... import tree
from .file import Frame

#: Modals of what did not happen.
_UNREAL = frozenset({"could", "would", "might", "should"})
#: Prepositions before what nobody does in this clause.
_ASIDE = frozenset({"against", "over", "about", "amid", "despite", "than", "like"})
#: Verbs by which a figure moves.
_CHANGES = frozenset(
    ["rise", "fall", "grow", "increase", "decline", "drop", "climb", "shrink", "slip", "jump", "soar", "total", "stand",
     "swell", "contract", "expand", "edge", "dip", "surge", "decrease", "average", "exceed", "account"]
)  # fmt: skip
#: What is said of an agreement that is on the books.
_CONCLUDED = frozenset({"signed", "dated", "reached", "agreed", "concluded"})

#: Words of time, which are no instrument.
_TIME = re.compile(
    r"(?i)(?<![\w-])(?:years?|quarters?|months?|weeks?|days?|decades?|half|time|past|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|(?:19|20)\d\d)\b"
)
#: Words in the names of instruments: a name without one is a place's or a firm's.
_PAPER = re.compile(
    r"(?i)\b(?:series|rounds?|ipos?|offering|seed|equity|debt|bonds?|notes|loans?|shares?|stock|credit|fund\w*)\b"
)


def is_definite(noun: Token) -> bool:
    """ "The 2012 contract", "the agreement, signed in 2009": one that the reader is told of."""
    if noun.tag_ not in ("NN", "NNP") or not any(c.lower_ in ("the", "a") for c in noun.children if c.dep_ == "det"):
        return False
    dated = any(t.like_num and len(t) == 4 for t in (*noun.children, *tree.prepositions(noun).get("of", ())))
    return dated or any(c.dep_ == "acl" and c.lower_ in _CONCLUDED for c in noun.children)


def stands_already(noun: Token) -> bool:
    """ "The joint venture will make lamps": who does something later is there already."""
    known = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in noun.children)
    return noun.dep_ == "nsubj" and known and noun.head.pos_ == "VERB" and noun.head.lemma_ != "be"


def uncounted(noun: Token) -> bool:
    """Whether the noun is a plural without a number."""
    return noun.tag_ in ("NNS", "NNPS") and not any(c.pos_ == "NUM" for c in noun.children)


def names_instrument(noun: Token, words: str) -> bool:
    """Whether "raised $3 million in" is followed by what was sold or lent and not by a time or a place."""
    return not _TIME.search(words) and (noun.pos_ != "PROPN" or _PAPER.search(words) is not None)


def is_undone(noun: Token, undone: Sequence[str]) -> bool:
    """ "the redemption of its notes", "reduced its debt", "available under its credit facility"."""
    owned = any(c.dep_ == "poss" for c in noun.children)
    if owned and noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.pos_ == "NOUN":
        return True  # "a rating for its bonds"
    if noun.dep_ == "pobj" and (noun.head.lower_ == "under" or noun.head.head.lemma_ in undone):
        return True
    verb = tree.governor(noun)
    if verb is None:
        return False
    particles = [f"{verb.lemma_}_{c.lower_}" for c in verb.children if c.dep_ in ("prt", "advmod")]
    undoing = (verb.lemma_, verb.lower_, *particles)  # "paid off its loan"
    return any(word in undone for word in undoing)


def is_aside(noun: Token) -> bool:
    """ "Set aside $3 million against bad loans", "fell on fears about the bond sale": what is only spoken of."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _ASIDE


def is_stock(noun: Token) -> bool:
    """ "Its loans to small firms rose to $3 billion": what is outstanding, no event."""
    return noun.dep_ == "nsubj" and noun.head.lemma_ in _CHANGES


def supposed(verb: Token) -> bool:
    """ "Could have paid", "if it gave": what did not happen is no fact."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if "have" in auxiliaries and auxiliaries & _UNREAL:
        return True
    if any(c.lower_ == "if" and c.i and c.nbor(-1).lower_ == "what" for c in verb.lefts):
        return True  # "what if Kerr bought Tier?"
    own = [c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if verb.dep_ == "advcl" and own and any(c.lower_ == "had" and c.dep_ == "aux" and c.i < own[0] for c in verb.lefts):
        return True  # "had Kerr bought Tier, it would"
    if verb.tag_ != "VBD" or verb.dep_ != "advcl":
        return False
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    return "if" in marks and any(c.lower_ in _UNREAL for c in verb.head.children if c.dep_ == "aux")


def advised(verb: Token) -> bool:
    """ "How to buy Tier": advice tells what nobody has done."""
    marks = [c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to" and c.i > 0]
    return verb.tag_ == "VB" and any(c.nbor(-1).lower_ == "how" for c in marks)


def entitled(verb: Token) -> bool:
    """ "Has the first right to provide financing": what one may do is not done."""
    noun = verb.head
    if verb.dep_ not in ("acl", "relcl", "xcomp") or not tree.is_infinitive(verb):
        return False
    return noun.lemma_ in _ABILITIES or (noun.lemma_ == "right" and any(t.lemma_ == "refusal" for t in noun.subtree))


_ABILITIES = frozenset({"refusal", "ability", "capacity"})


def governed_passively(noun: Token) -> bool:
    """Whether the noun is the subject of a passive ("a lawsuit was filed")."""
    return noun.dep_ == "nsubjpass" and tree.is_passive(noun.head)


def stands_before(trigger: Token, frame: Frame) -> bool:
    """Whether the words behind the trigger's prepositions fit the frame's `behind` and `not_behind`."""
    if not frame.behind and not frame.not_behind:
        return True
    preps = tree.prepositions(trigger)
    for patient in tree.patients(trigger)[:1] if trigger.pos_ == "VERB" else ():
        for name, heads in tree.prepositions(patient).items():
            preps[name] = [*preps.get(name, ()), *heads]  # "raised $3 million for victims", hung on the sum
    words = {name: " ".join(t.text for head in heads for t in head.subtree) for name, heads in preps.items()}
    return all(re.search(like, words.get(name, ""), re.I) for name, like in frame.behind.items()) and not any(
        re.search(like, words.get(name, ""), re.I) for name, like in frame.not_behind.items()
    )


def is_done(verb: Token, frame: Frame) -> bool:
    """Whether the verb is a passive, and what its subject gets fits the frame's `second_like`."""
    if not tree.is_passive(verb):
        return False
    words = " ".join(t.text for c in verb.children if c.dep_ in ("dobj", "oprd") for t in c.subtree)
    return frame.second_like is None or re.search(frame.second_like, words, re.I) is not None


def object_reads(verb: Token, frame: Frame) -> bool:
    """Whether the words of the verb's object fit the frame's `object_like` and `object_unlike`."""
    if not frame.object_like and not frame.object_unlike:
        return True
    words = " ".join(t.text for p in tree.patients(verb)[:1] for t in p.subtree)
    if frame.object_unlike and re.search(frame.object_unlike, words, re.I):
        return False
    return not frame.object_like or re.search(frame.object_like, words, re.I) is not None
