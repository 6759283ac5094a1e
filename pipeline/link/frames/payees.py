"""The roles of payments: whose claims one ends, who was held to pay, who left with it, which sums stand in one list."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ... import tree

#: Verbs by which a payment ends a suit.
_ENDS = frozenset({"settle", "resolve", "end"})
#: Verbs by which a court says what somebody did before it says what is to be paid.
_HOLDS = frozenset({"find", "hold", "rule", "decide", "conclude"})
#: Verbs for the start of a suit.
_BROUGHT = frozenset({"bring", "file", "lodge", "launch", "initiate"})
#: What of somebody else's one pays to him.
_COSTS = frozenset({"cost", "expense", "fee"})
#: Verbs by which somebody leaves a post.
_LEAVES = frozenset({"leave", "depart", "exit", "retire", "resign", "quit", "walk", "step", "go"})


def settled(trigger: Token) -> list[Token]:
    """Whose claims a payment ends: "paid $3 million to settle a suit by Kerr", "to resolve a Kerr inquiry"."""
    noun = trigger.pos_ in ("NOUN", "PROPN")
    event = tree.governor(trigger) if noun else trigger
    if event is None:
        return []
    ends = [c for c in event.children if c.dep_ in ("xcomp", "advcl") and c.lemma_ in _ENDS]
    sums = [trigger] if noun else tree.patients(trigger)
    ends += [c for t in sums for c in t.children if c.dep_ in ("acl", "relcl") and c.lemma_ in _ENDS]
    found = [t for c in ends for name in ("with", "by") for t in tree.prepositions(c).get(name, ())]
    for claim in [t for c in ends for t in tree.patients(c)]:
        clauses = [c for c in claim.children if c.dep_ == "acl"]
        preps = tree.prepositions(claim)
        found += [*tree.by_agents(claim), *(t for c in clauses for t in tree.by_agents(c)), *tree.owners(claim)]
        found += [t for name in ("with", "from") for t in preps.get(name, ())]
        found += [c for c in claim.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
    return found


def suing(trigger: Token) -> list[Token]:
    """Who brought the suit that a payment ends: "paid $3 million to settle a lawsuit brought by investors", "claims by
    investors".
    """
    noun = trigger.pos_ in ("NOUN", "PROPN")
    event = tree.governor(trigger) if noun else trigger
    if event is None:
        return []
    sums = [trigger] if noun else tree.patients(trigger)
    ends = [c for c in event.children if c.dep_ in ("xcomp", "advcl") and c.lemma_ in _ENDS]
    ends += [c for t in sums for c in t.children if c.dep_ in ("acl", "relcl") and c.lemma_ in _ENDS]
    claims = [t for c in ends for t in tree.patients(c)]
    clauses = [c for t in claims for c in t.children if c.dep_ == "acl" and c.lemma_ in _BROUGHT]
    found = [t for c in clauses for t in tree.by_agents(c)]
    for claim in claims:
        found += [*tree.by_agents(claim), *tree.prepositions(claim).get("from", ())]
    return [t for t in found if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ not in ("DATE", "TIME")]


def charged(verb: Token) -> list[Token]:
    """Whose costs are paid: "must pay Kerr's legal costs of $3 million"."""
    return [t for sum_ in tree.patients(verb) if sum_.lemma_ in _COSTS for t in tree.owners(sum_)]


def liable(verb: Token) -> list[Token]:
    """Who was found to have done it: "the jury found that Kerr copied lamps and awarded Tier $3 million"."""
    above = verb.head
    if verb.dep_ == "conj" and above.dep_ == "ccomp" and above.head.lemma_ in _HOLDS:
        return tree.agents(above)
    if verb.dep_ != "conj" or above.lemma_ not in _HOLDS or tree.is_passive(above):
        return []
    told = [c for c in above.children if c.dep_ in ("ccomp", "xcomp")]
    found = [t for c in told for s in c.children if s.dep_ in ("nsubj", "nsubjpass") for t in tree.conjuncts(s)]
    return found or tree.patients(above)


def _leaving(noun: Token) -> Token | None:
    prep = noun.head
    verb = prep.head if noun.dep_ == "pobj" and prep.lower_ == "with" else None
    return verb if verb is not None and verb.lemma_ in _LEAVES and verb.pos_ == "VERB" else None


def quitters(noun: Token) -> list[Token]:
    """Who leaves with a payment: "Brandt left Kerr with a payout of $3 million"."""
    verb = _leaving(noun)
    return tree.agents(verb) if verb is not None else []


def quitted(noun: Token) -> list[Token]:
    """Whom they leave who get it."""
    verb = _leaving(noun)
    if verb is None:
        return []
    preps = tree.prepositions(verb)
    roles = [t for post in preps.get("as", ()) for name in ("of", "at") for t in tree.prepositions(post).get(name, ())]
    return [*tree.patients(verb), *preps.get("from", ()), *roles]


def sums_of(things: list[Token]) -> Iterator[Token]:
    """The words of a list that may be sums: what is paid, and what the "of" of each holds ("fines of $3m and $2m")."""
    for thing in things:
        yield thing
        if not tree.is_numeric(thing):
            yield from tree.prepositions(thing).get("of", ())
            yield from (c for c in thing.children if c.dep_ == "nummod")
