"""The roles of suits and cases: who brought one, whom it is to stop, who wants it dismissed, for whom a court ruled."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ... import tree

#: Verbs by which a suit is brought.
_BRINGS = frozenset(
    {"bring", "file", "lodge", "launch", "initiate", "mount", "commence", "institute", "pursue", "raise"}
)
#: Verbs by which a suit wants something.
_SEEKS = frozenset({"seek", "aim", "ask", "hope", "petition"})
#: Verbs by which somebody goes to court, to do the same.
_GOES = frozenset({"go", "turn", "rush", "sue"})
#: What a suit may want to do to somebody.
_STOPS = frozenset(
    {"stop", "block", "prevent", "halt", "bar", "force", "compel", "keep", "restrain", "stay", "liquidate", "wind",
     "dissolve", "make", "order", "investigate", "probe", "punish", "sanction", "fine", "evict", "jail",
     "freeze", "seize"}
)  # fmt: skip
#: Deals that a suit may want to stop, for those who make them.
_DEALS = frozenset(
    {"merger", "acquisition", "takeover", "purchase", "buyout", "deal", "sale", "tie-up", "combination", "bid"}
)
#: What of somebody's is frozen or seized.
_HOLDINGS = frozenset({"asset", "account", "property", "fund", "holding"})
#: Verbs by which a court ends a suit, and those by which it rules.
_ENDS = frozenset({"dismiss", "toss", "throw", "quash", "strike"})
_OVERTURNS = frozenset({"overturn", "annul", "quash", "reverse", "suspend", "strike", "set", "review", "void", "lift"})
_RULES = frozenset({"rule", "side", "find", "decide"})


def bringers(trigger: Token) -> list[Token]:
    """Who brought a suit: "the suit that Kerr lodged against", "a suit brought by Kerr", "filed by Kerr, it claims"."""
    found = []
    for clause in trigger.children:
        if clause.lemma_ not in _BRINGS or clause.dep_ not in ("acl", "relcl", "advcl"):
            continue
        if clause.dep_ == "advcl" and clause.tag_ != "VBN":
            continue
        found += tree.by_agents(clause) or ([] if clause.dep_ == "advcl" else _own_agents(clause))
    return found


def brought(noun: Token, name: str) -> list[Token]:
    """ "The claim it lodged against Kerr": what a preposition of the clause by which a suit was brought holds."""
    clauses = [c for c in noun.children if c.dep_ == "relcl" and c.lemma_ in _BRINGS]
    return [t for c in clauses for t in tree.prepositions(c).get(name, ())]


def _own_agents(clause: Token) -> list[Token]:
    subjects = [c for c in clause.children if c.dep_ in tree.SUBJECTS and c.lower_ not in tree.RELATIVE]
    return [t for s in subjects for t in tree.conjuncts(s)]


def blocked(trigger: Token) -> list[Token]:
    """Whom a suit is to stop: "a lawsuit seeking to block Kerr from", "sued to block the merger of Kerr and Tier"."""
    noun = trigger.pos_ in ("NOUN", "PROPN")
    verb = tree.governor(trigger) if noun else trigger
    heads = [trigger, *([verb] if verb is not None else [])]
    seeking = [t for h in heads for t in (h, *h.children) if t.lemma_ in _SEEKS | _GOES]
    stopped = [
        t
        for s in seeking
        for c in s.children
        if c.lemma_ in _STOPS and c.dep_ in ("xcomp", "ccomp", "advcl")
        for t in tree.patients(c)
    ] or [
        t
        for c in (trigger.children if noun else ())
        if c.lemma_ in _STOPS and c.dep_ in ("acl", "relcl", "advcl") and c.tag_ in ("VBG", "VB")
        for t in tree.patients(c)
    ]  # "an order barring Kerr from", "an injunction to stop Kerr"
    return [side for t in stopped for side in _sides(t)]


def claimed(verb: Token) -> list[Token]:
    """What a court is to make somebody pay: "to order Kerr to pay $3 million", "to wind up Kerr over a debt of"."""
    told = [c for c in verb.children if c.lemma_ in _STOPS and c.dep_ in ("xcomp", "ccomp", "advcl")]
    paid = [p for c in told for p in c.children if p.lemma_ in _PAYS and p.dep_ in ("xcomp", "ccomp", "advcl")]
    owed = [t for c in told for name in ("over", "for") for t in tree.prepositions(c).get(name, ())]
    owed += [t for o in owed for t in tree.prepositions(o).get("of", ())]
    return [t for p in paid for t in tree.patients(p)] + owed


#: What somebody is to do with a sum that he owes.
_PAYS = frozenset({"pay", "repay", "refund", "return", "give", "hand", "reimburse", "forfeit"})


def joined_against(verb: Token) -> list[Token]:
    """Against whom the suit is that somebody joins others in: "joined nine states in suing Kerr", "in a suit against".

    The parser hangs the suit on the verb or on those who are joined.
    """
    joined = tree.patients(verb)
    found = []
    for place in (verb, *joined):
        suits = tree.prepositions(place).get("in", ()) if place.lemma_ not in _SUITS else (place,)
        found += [t for suit in suits if suit.lemma_ in _SUITS for t in tree.prepositions(suit).get("against", ())]
        below = [*place.children, *(c for p in place.children if p.lower_ == "in" for c in p.children)]
        found += [t for c in below if c.lemma_ == "sue" for t in tree.patients(c)]
    return found


_SUITS = frozenset({"lawsuit", "suit", "complaint", "action"})


def _sides(token: Token) -> Iterator[Token]:
    """Those who make a deal that is to be stopped, or own what is to be frozen, else the token itself."""
    if token.lemma_.lower() in _HOLDINGS:
        yield from [*tree.owners(token), *tree.prepositions(token).get("of", ())] or [token]
        return
    if token.lemma_.lower() not in _DEALS:
        yield token
        return
    yield from tree.owners(token)
    preps = tree.prepositions(token)
    for name in ("by", "of", "between", "with"):
        yield from preps.get(name, ())


def overturned(verb: Token) -> list[Token]:
    """Whose decision a court is asked to overturn: "asked a court to annul the fine imposed by Kerr"."""
    told = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.lemma_ in _OVERTURNS]
    found = []
    for decision in [t for c in told for t in tree.patients(c)]:
        clauses = [c for c in decision.children if c.dep_ == "acl"]
        preps = tree.prepositions(decision)
        found += [*tree.by_agents(decision), *(t for c in clauses for t in tree.by_agents(c)), *tree.owners(decision)]
        found += [t for name in ("of", "from") for t in preps.get(name, ())]
    return found


def defenders(noun: Token) -> list[Token]:
    """Who wants a suit dismissed: "Kerr's bid to dismiss a lawsuit by Tier", "Kerr asked a court to throw out"."""
    verb = tree.governor(noun)
    if verb is None or verb.lemma_ not in _ENDS or not tree.is_infinitive(verb):
        return []
    if verb.head.pos_ == "NOUN":
        return tree.owners(verb.head) or tree.noun_agents(verb.head)
    return tree.agents(verb.head) if verb.dep_ in ("xcomp", "ccomp", "advcl") else []


def ruled(noun: Token) -> list[Token]:
    """For or against whom a court ruled in a case: "ruled in favor of Kerr in a case brought by Tier"."""
    prep = noun.head
    verb = prep.head if noun.dep_ == "pobj" and prep.lower_ in ("in", "on") else None
    while verb is not None and verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if verb is None or verb.lemma_ not in _RULES:
        return []
    preps = tree.prepositions(verb)
    favours = [f for f in preps.get("in", ()) if f.lemma_ in ("favor", "favour")]
    favoured = [t for f in favours for t in tree.prepositions(f).get("of", ())]
    return favoured + [t for name in ("for", "against", "with") for t in preps.get(name, ())]
