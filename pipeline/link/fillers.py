"""From a word of the tree to the party that it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from .. import tree
from ..mentions import Span
from ..nlp import Analysis, Parse
from ..resolve import Resolution

#: How many nouns deep a party may hide ("a stake in the shares of Halvor").
MAX_DEPTH = 3


class PartyReader:
    """Reads parties off tokens. `part` are nouns that stand for what they are part of, `proxy` those that act for it,
    `organ` those that a company has ("the board").
    """

    def __init__(self, part: Sequence[str], proxy: Sequence[str], organ: Sequence[str]):
        self._part, self._proxy, self._organ = frozenset(part), frozenset(proxy), frozenset(organ)

    def is_part(self, token: Token) -> bool:
        """Whether the noun only stands for what it is part of."""
        return token.lemma_.lower() in self._part or token.lower_ in self._part  # "its holding", read as a verb

    def read(
        self,
        resolution: Resolution,
        parse: Parse,
        number: int,
        token: Token,
        depth: int = 0,
        main: str | None = None,
        sold: bool = False,
    ) -> list[str]:
        """Party ids, several for "the two companies"; empty when the word is no party or it is unsure which.

        `main` is the article's own company: "the board" without an owner is its. What is `sold` is no owner of it.
        """
        start, end = parse.span([token])
        if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WP", "WP$"):
            found = resolution.pronoun(parse, token, number)
            return [found] if found else resolution.referents(start, end)
        party = resolution.at(start, end)
        if party:
            return [party]
        named = _named_behind(resolution, parse, token)
        if named:
            return [named]
        several = resolution.referents(start, end)
        if several or depth >= MAX_DEPTH:
            return several
        together: list[str] = []
        for candidate in self._named_by(token) if sold and self._is_owned(token) else self._behind(token):
            found = self.read(resolution, parse, number, candidate, depth + 1)
            if found and token.tag_ != "NNS" and token.lemma_.lower() not in _JOINT:
                return found
            together += [party for party in found if party not in together]
        if together:
            return together
        if main and token.lower_ == "company" and any(c.lower_ == "the" for c in token.children):
            sentence = parse.starts[0]
            others = {p for low, _, p, _ in resolution.overlapping(sentence, start) if resolution.kind(p) == "company"}
            if others <= {main}:
                return [main]
        if main and token.lemma_.lower() in self._organ and any(c.lower_ in ("the", "its") for c in token.children):
            of = [t for t in token.subtree if t.dep_ == "pobj" and t.head.lower_ == "of"]
            others = [t for t in of if t.lower_ not in _SITTING]
            return [] if others and len(others) == len(of) else [main]  # "the attorneys of 12 states" are not its
        return []

    def _is_owned(self, token: Token) -> bool:
        return token.lemma_.lower() in self._proxy and token.lemma_.lower() not in self._part

    @staticmethod
    def _named_by(token: Token) -> list[Token]:
        """The name of a unit, not of its owner: "Halvor's Tier unit", "its subsidiary Tier"."""
        return [c for c in token.children if c.dep_ in ("compound", "nmod", "appos") and c.pos_ == "PROPN"]

    def _behind(self, token: Token) -> list[Token]:
        lemma = token.lemma_.lower()
        if token.dep_ == "appos" and token.head.pos_ in ("NOUN", "PROPN"):
            return [token.head]
        appositions = [c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
        if appositions and token.tag_ == "NNS":
            return [t for named in appositions for t in tree.conjuncts(named)]  # "three firms: Kerr, Tier and Ames"
        if appositions:
            return appositions
        if inner := _named_after(token):
            return inner
        called = [o for c in token.children if c.dep_ == "acl" and c.lower_ in _CALLED for o in c.children]
        if any(o.dep_ == "oprd" for o in called):
            return [o for o in called if o.dep_ == "oprd"]  # "a firm called Kerr"
        if token.tag_ == "NNS":
            named = [t for name in ("like", "including", "as") for t in tree.prepositions(token).get(name, ())]
            if named:
                return named  # "leaders like Kerr and Tier", "cities including Ames"
        if lemma in self._organ:
            preps = tree.prepositions(token)
            own = [c for c in token.children if c.dep_ in ("poss", "compound")]
            return own + [t for name in ("of", "for", "from") for t in preps.get(name, ())]
        if self.is_part(token) or lemma in self._proxy or token.pos_ == "NUM":
            preps = tree.prepositions(token)
            found = [t for name in ("in", "of") for t in preps.get(name, ())]
            found += [c for c in token.children if c.dep_ in ("poss", "compound", "nmod", "amod")]
            if lemma in self._proxy:
                found += [t for c in token.children if c.dep_ == "acl" for t in tree.by_agents(c)]
                above = token.head if token.dep_ in ("nsubj", "nsubjpass") else token
                fronted = [c for c in above.children if c.dep_ == "advcl" and c.lemma_ in _HEADS and c.i < token.i]
                found += [t for c in fronted for t in tree.by_agents(c)]  # "led by Kerr, a group of investors"
                holds = [c for c in token.children if c.dep_ in ("relcl", "acl") and c.lemma_ in _HOLDS]
                found += [t for c in holds for t in tree.patients(c)]  # "a group that includes Kerr and Tier"
            return found
        return []


def _named_after(noun: Token) -> list[Token]:
    """ "A Thai maker of wire harnesses, Kerr": the name that the parser hangs on what is made."""
    if noun.tag_ != "NN" or not any(c.lower_ in ("a", "an", "its", "their") for c in noun.children):
        return []
    made = [t for t in tree.prepositions(noun).get("of", ()) if t.pos_ == "NOUN"]
    made = [t for t in made if not any(c.dep_ in ("det", "poss") for c in t.children)]
    named = [c for t in made for c in t.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > t.i]
    return [c for c in named if c.left_edge.nbor(-1).text == ","]


_HOLDS = frozenset({"include", "comprise"})


def unknown_name(analysis: Analysis, parse: Parse, resolution: Resolution, token: Token) -> Span | None:
    """The capitalised words around a proper noun that is no party and no place: a name that was not found."""
    text = analysis.article.text
    if token.pos_ != "PROPN" or not _capital(text, parse, token.i):
        return None
    low = high = token.i
    while low and _goes_on(text, parse, resolution, low - 1):
        low -= 1
    while high + 1 < len(parse.doc) and _goes_on(text, parse, resolution, high + 1):
        high += 1
    start, end = parse.starts[low], parse.ends[high]
    if based := _BASED.match(text, start, end):
        start = based.end()
    if resolution.at(start, end) or end - start < MIN_NAME or _NO_NAME.fullmatch(text, start, end):
        return None
    placed = any(e.start < end and start < e.end and e.label in ("GPE", "LOC") for e in analysis.entities)
    return None if placed else Span(start, end)


def namesake(text: str, resolution: Resolution, span: Span) -> str | None:
    """The one party whose name holds these words ("Paints" for Lindqvist Paints Ltd), None for none or several."""
    words = text[span.start : span.end]
    holders = [p.id for p in resolution.parties if re.search(rf"\b{re.escape(words)}\b", p.name)]
    return holders[0] if len(holders) == 1 else None


def _capital(text: str, parse: Parse, number: int) -> bool:
    return text[parse.starts[number]].isupper() and parse.doc[number].text[0].isupper()


def _goes_on(text: str, parse: Parse, resolution: Resolution, number: int) -> bool:
    token = parse.doc[number]
    named = resolution.at(parse.starts[number], parse.ends[number])
    return not named and _capital(text, parse, number) and token.pos_ in ("PROPN", "NOUN", "ADP", "ADJ")


#: A name has at least so many characters.
MIN_NAME = 3
_NO_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|(?:Mr|Mrs|Ms|Dr)\.?"
    r"|(?:Vice |Managing |Chief )?(?:President|Chair\w*|(?:Co-)?Founder|C[EFOT]O|Director|Executive|Officer|Partner)"
    r"|[A-Z]{2,5}\d*|Inc|Fund|Company|Bank|Board|Group|Trust|Government|Corporation"
    r"|Part(?:y|ies|nership)|Buyer|Seller|Purchaser|Issuer|Borrower|Agreement|Transaction|Offering"
    r"|(?:Chapter|Series|Class|Section|Article|Phase|Tranche)\b.*|.*\b(?:Shares?|Stock|Notes|(?:Euro)?[Bb]onds|Sukuk|Placement|Offering|Financing|Funding)",
)
#: "Leeds-based Kerr Ovens" is called Kerr Ovens.
_BASED = re.compile(r"[\w.,' ]{2,40}-(?:based|listed|backed|owned) ")
#: What several parties form together: it stands for all of them.
_JOINT = frozenset({"venture", "consortium"})
_HEADS = frozenset({"lead", "head", "spearhead", "front"})
_CALLED = frozenset({"called", "named", "dubbed"})
#: "The board of directors".
_SITTING = frozenset({"directors", "trustees", "governors", "managers", "management"})


#: Plain words for companies, before their names.
_SORTS = frozenset(
    {"firm", "company", "group", "maker", "chain", "giant", "operator", "retailer", "specialist", "rival"}
)


def _named_behind(resolution: Resolution, parse: Parse, noun: Token) -> str | None:
    """ "the bottle maker Halvor": the name that stands right behind its descriptor, whatever the parse makes of it."""
    following = noun.i + 1
    if following + 1 < len(parse.doc) and parse.doc[following].lower_ in _SORTS and noun.pos_ == "NOUN":
        following += 1  # "the British parcels firm Kerr", its "firm" read as another word
    near = following < len(parse.doc) and parse.starts[following] - parse.ends[following - 1] == 1
    if noun.pos_ != "NOUN" or not near:
        return None
    start, end = parse.span([parse.doc[following]])
    mentions = resolution.overlapping(start, end)
    return mentions[0][2] if mentions and mentions[0][3] == "name" and mentions[0][0] == start else None
