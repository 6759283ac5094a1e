"""Roles of deals and financings: whom a contract serves, who lends, who issues, who pays with what was borrowed.

They take the trigger noun (or, where it says so, a verb) and give tokens; `pipeline.link.frames.roles` calls them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from ... import tree

#: Verbs whose object is who is served ("a contract to supply Kerr with").
_SERVES = frozenset(
    {"supply", "provide", "equip", "furnish", "serve", "outfit", "support", "assist", "sponsor", "help"}
)
#: Verbs of delivering goods.
_MAKES = frozenset({"supply", "deliver", "build", "provide", "sell", "make", "manufacture", "produce"})
#: Verbs whose "from" tells the other side of a deal.
_GETS = frozenset(
    {"buy", "purchase", "lease", "rent", "charter", "license", "source", "take", "import", "receive", "get", "obtain",
     "order", "procure", "acquire"}
)  # fmt: skip
#: Verbs of other deals, and of ending what stands: whom they concern is no customer.
_DEALS_OF_OTHERS = frozenset({"acquire", "merge", "invest", "settle", "resolve", "end", "take", "replace", "oust"})
#: Nouns for what is lent, whose "by" and possessor are the lender's where it also says to whom.
LENT = frozenset(
    {"loan", "credit", "facility", "line", "financing", "mortgage", "overdraft", "funding", "debt", "note"}
)
#: Participles behind such a noun whose agent lends.
_LENDS = frozenset(
    {"provide", "extend", "grant", "supply", "give", "make", "offer", "fund", "lend", "approve", "advance", "lead"}
)
#: Longer lists of those with whom something is done are lists of helpers, not of partners.
MAX_PARTNERS = 3
#: Verbs by which securities pass to those behind "to".
_SELLS = frozenset({"sell", "place", "issue", "offer", "privately"})
#: Verbs of getting money by an offering.
_RAISES = frozenset({"receive", "raise", "get", "net", "collect", "obtain", "secure", "generate", "garner", "seek"})
#: Verbs of paying for something, and the prepositions of what it is paid with.
_PAYS = frozenset({"finance", "fund", "pay", "refinance", "cover"})
_FUNDS = _PAYS | {"buy", "start", "purchase", "acquire"}
_MEANS = frozenset({"with", "through", "by", "via", "from", "using"})


#: Verbs of what an investment pays for.
_BUILDS = frozenset(
    ["build", "construct", "open", "expand", "upgrade", "modernise", "modernize", "establish", "erect", "develop",
     "renovate", "launch", "enlarge", "extend", "refurbish", "create", "add", "double", "set", "install", "commission",
     "start", "convert"]
)  # fmt: skip
#: What a company raises money by.
_ROUNDS = frozenset(
    ["round", "investment", "funding", "financing", "raise", "fundraise", "fundraising", "series", "injection", "stake"]
)


def built(noun: Token) -> list[Token]:
    """What somebody builds or expands "with an investment of $3 million"."""
    verb = _built_with(noun)
    return tree.patients(verb) if verb is not None else []


def builders(noun: Token) -> list[Token]:
    """Who builds it."""
    verb = _built_with(noun)
    return tree.agents(verb) if verb is not None else []


def _built_with(noun: Token) -> Token | None:
    """The verb of building behind whose "with an investment" the noun stands."""
    prep, verb = noun.head, noun.head.head
    fits = noun.dep_ == "pobj" and prep.lower_ in ("with", "through", "via", "by", "at")
    return verb if fits and verb.pos_ == "VERB" and verb.lemma_ in _BUILDS else None


def apposed(noun: Token) -> list[Token]:
    """ "The Kerr, a $3 million resort", "Kerr is a $3 million firm": the name that the noun describes."""
    above = noun.head
    if noun.dep_ == "attr" and above.lemma_ == "be":
        return tree.agents(above)
    near = noun.dep_ == "appos" and noun.left_edge.i > 0
    return [above] if near and noun.left_edge.nbor(-1).text == "," else []


def raisers(noun: Token) -> list[Token]:
    """Whose round it is: "a seed round at a $3 million valuation", "an investment in Kerr at a valuation of"."""
    above = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("at", "with"):
        return []
    if above.pos_ == "VERB" and above.dep_ in ("acl", "relcl") and above.lemma_ in _RAISES:
        above = above.head  # "its round, securing $3 million at a valuation of"
    if above.pos_ not in ("NOUN", "PROPN") or above.lemma_.lower() not in _ROUNDS:
        return []
    preps = tree.prepositions(above)
    return preps.get("into") or preps.get("in") or tree.noun_agents(above)


def served(trigger: Token) -> Iterator[Token]:
    """Whom the infinitive of a contract is for: "a contract to build a bridge for Kerr", "to sell gas to Kerr"."""
    for infinitive in _infinitives(trigger):
        yield from _partners_of(infinitive)


def delivers(trigger: Token, goods: Sequence[str]) -> bool:
    """Whether a contract is for goods that its subject makes: "won a contract to supply six frigates to"."""
    makes = [verb for verb in _infinitives(trigger) if verb.lemma_ in _MAKES]
    return any(c.dep_ == "dobj" and c.lemma_.lower() in goods for verb in makes for c in verb.children)


def _infinitives(trigger: Token) -> Iterator[Token]:
    """What is to be done under the contract that a verb wins or that the noun is."""
    heads = [trigger, *tree.patients(trigger)] if trigger.pos_ == "VERB" else [trigger]
    verb = tree.governor(trigger) if trigger.pos_ != "VERB" else None
    if verb is not None and trigger.dep_ in ("dobj", "nsubjpass"):
        heads.append(verb)  # "has won a tender to build", the infinitive hung on the verb
    heads += [c for head in heads for c in head.children if c.lower_ in ("worth", "valued")]
    for head in heads:
        for child in head.children:
            infinitive = child.tag_ == "VB" and child.dep_ in ("acl", "relcl", "xcomp", "advcl")
            if infinitive and any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children):
                yield child


def _partners_of(verb: Token) -> Iterator[Token]:
    """Who gets what the verb's subject does, or gives it what it gets."""
    if verb.lemma_ in _DEALS_OF_OTHERS:
        return
    things = [c for c in verb.children if c.dep_ == "dobj"]
    yield from (c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP")
    titled = verb.i > 0 and verb.text[0].isupper() and verb.lemma_ in ("supply", "provide")
    if verb.lemma_ in _SERVES and not titled:  # a headline's "To Supply Cargo Systems" names a product
        yield from (t for thing in things for t in tree.conjuncts(thing))
    buys = verb.lemma_ in _GETS
    for name in ("from",) if buys else ("to", "for"):
        for place in (verb, *things):
            yield from tree.prepositions(place).get(name, ())


def bound(noun: Token) -> tuple[list[Token], list[Token]]:
    """Who does what is done "under the agreement", and to or for whom."""
    verb = _done_under(noun)
    if verb is None:
        return [], []
    duties = [c for c in verb.children if c.dep_ == "xcomp" and tree.is_infinitive(c) and verb.lemma_ in _DUTIES]
    verb = duties[0] if duties else verb  # "is to receive", "undertakes to supply"
    others = tree.prepositions(noun).get("with")
    return (list(_partners_of(verb)), others) if others else (tree.agents(verb), list(_partners_of(verb)))


def _done_under(noun: Token) -> Token | None:
    """The verb of what is done "under the agreement", "per", "according to" or "as part of" it."""
    prep = noun.head
    if noun.dep_ != "pobj":
        return None
    if prep.lower_ == "of" and prep.head.lower_ in ("part", "terms") and prep.head.dep_ == "pobj":
        prep = prep.head.head  # "as part of", "under the terms of"
        above = prep.head if prep.lower_ in ("as", "under") else prep
    elif prep.lower_ == "to" and prep.head.lower_ == "according":
        above = prep.head.head
    else:
        above = prep.head if prep.lower_ in ("under", "per") else prep
    return above if above.pos_ in ("VERB", "AUX") else None


def signers(noun: Token) -> list[Token]:
    """Who signed it: "the contract that Kerr signed with Tier"."""
    return [
        t
        for clause in _signed(noun)
        for s in clause.children
        if s.dep_ == "nsubj" and s.lower_ not in tree.RELATIVE
        for t in tree.conjuncts(s)
    ]


def signed_with(noun: Token) -> list[Token]:
    """With whom: "the contract that Kerr signed with Tier"."""
    return [t for clause in _signed(noun) for t in tree.prepositions(clause).get("with", ())]


def _signed(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ == "relcl" and c.lemma_ in _SIGNS and not tree.is_passive(c)]


_SIGNS = frozenset(
    {"sign", "ink", "enter", "strike", "reach", "make", "conclude", "announce", "have", "form", "forge", "negotiate"}
)
_DUTIES = frozenset({"be", "have", "undertake", "agree", "commit", "promise", "need", "oblige", "require", "pledge"})


def under_which(noun: Token) -> list[Token]:
    """Who does what is done under the deal: "an agreement under which Kerr will run its mills"."""
    verb = tree.governor(noun)
    days = [t for place in (noun, verb) if place is not None for t in tree.prepositions(place).get("on", ())]
    clauses = [c for h in (noun, *days) for c in h.children if c.dep_ in ("relcl", "acl") and c.pos_ in ("VERB", "AUX")]
    if verb is not None:  # "struck a deal on Monday that will see", the clause hung on the verb
        told = [c for c in verb.children if c.dep_ == "ccomp" and c.i > noun.i]
        clauses += [c for c in told if any(t.dep_ == "nsubj" and t.tag_ == "WDT" for t in c.children)]
    named = [c for c in clauses if any(_through_which(t) for t in c.children)]
    found = [t for c in named for t in (*tree.agents(c), *_partners_of(c))]
    for clause in clauses:  # "a deal that will see Kerr run its mills", "that gives Kerr a say"
        own = any(c.dep_ == "nsubj" and c.lower_ in ("that", "which") for c in clause.children)
        if own and clause.lemma_ in _LETS:
            below = [c for c in clause.children if c.dep_ in ("ccomp", "xcomp")]
            found += [s for c in below for s in c.children if s.dep_ == "nsubj"]
            found += [c for c in clause.children if c.dep_ == "dative" and c.pos_ != "ADP"]
            found += [c for c in clause.children if c.dep_ == "dobj" and c.pos_ == "PROPN"]
    return found


#: What a deal does to those whom it binds.
_LETS = frozenset({"see", "let", "allow", "give", "make", "oblige", "commit", "permit", "enable", "require", "grant"})


def _through_which(word: Token) -> bool:
    """Whether the word is "whereby", or the preposition of "under which"."""
    if word.lower_ == "whereby":
        return True
    return word.lower_ in ("under", "by", "through") and any(c.lower_ == "which" for c in word.children)


def theirs(noun: Token) -> list[Token]:
    """The two whose deal it is: "Kerr and Tier showed off their partnership"."""
    shared = any(c.dep_ == "poss" and c.lower_ == "their" for c in noun.children)
    both = tree.governor_agents(noun) if shared else []
    return both if len(both) == 2 else []


def jointly(noun: Token) -> list[Token]:
    """Who does something "in partnership with" somebody, or "under a contract with"."""
    above = noun.head.head
    if noun.dep_ != "pobj":
        return []
    bare = not any(c.dep_ in ("det", "poss") for c in noun.children)
    joint = noun.head.lower_ in ("under", "through", "via") or (noun.head.lower_ == "in" and bare)
    if not joint or not 0 < len(tree.prepositions(noun).get("with", ())) <= MAX_PARTNERS:
        return []
    if above.pos_ in ("VERB", "AUX"):
        return tree.agents(above) or (tree.patients(above) if tree.is_passive(above) else [])
    if above.pos_ != "PROPN" or noun.head.lower_ != "in":
        return tree.owners(above) if above.pos_ == "NOUN" else []
    while above.dep_ == "conj" and above.head.pos_ == "PROPN":
        above = above.head
    does = above.dep_ in ("nsubj", "nsubjpass") or (above.dep_ == "pobj" and above.head.dep_ == "agent")
    return list(tree.conjuncts(above)) if does else []  # "Kerr and Lind, in partnership with Tier, have"


def styled(noun: Token) -> list[Token]:
    """Who is called the noun: "Kerr, the general contractor", "serves as its supplier", "was named its partner"."""
    if noun.dep_ == "appos":
        return [noun.head] if noun.head.pos_ == "PROPN" else []
    named = [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    if named:
        return named
    among = noun.dep_ == "pobj" and noun.head.lower_ == "among" and noun.head.head.lemma_ == "be"
    if among:
        return tree.agents(noun.head.head)  # "is among the investors in"
    through = noun.dep_ == "pobj" and noun.head.lower_ == "as"
    verb = noun.head.head if through else noun.head
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    if verb.lemma_ in (_ACTS if through else _BE) and noun.dep_ in ("attr", "oprd", "pobj", "dobj"):
        return tree.agents(verb)
    if through and noun.head.i < verb.i and noun.head.i == verb.left_edge.i:
        return tree.agents(verb)  # "As the sponsor of Kerr, Tier has"
    called = verb.lemma_ in _NAMES and (through or noun.dep_ in ("oprd", "attr", "dobj"))
    return tree.patients(verb) if called and tree.is_passive(verb) else []


#: Verbs of being something, of acting as it, and of making somebody it.
_BE = frozenset({"be", "become", "remain"})
_ACTS = frozenset({"serve", "act", "operate", "work", "continue", "join", "sign", "return", "stay"})
_NAMES = frozenset({"name", "appoint", "select", "choose", "designate", "announce", "confirm", "pick", "unveil"})


def lenders(noun: Token) -> list[Token]:
    """Who lends: "a loan by Kerr", "a facility provided by Kerr", "a Kerr loan"; nothing for securities."""
    if noun.lemma_.lower() not in LENT:
        return []
    clauses = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.lemma_ in _LENDS]
    by = tree.by_agents(noun) or [t for c in clauses for t in tree.by_agents(c)]
    if not by:  # "the loan that Kerr granted it"
        by = [t for c in clauses if not tree.is_passive(c) for t in c.children if t.dep_ == "nsubj"]
        by = [t for t in by if t.lower_ not in tree.RELATIVE]
    return by or [c for c in noun.children if c.dep_ in ("compound", "nmod") and c.ent_type_ in ("ORG", "PERSON")]


def lends(noun: Token) -> bool:
    """Whether what is lent is the business of the verb's subject: "Kerr offers bridge loans"."""
    verb = tree.governor(noun)
    return noun.lemma_.lower() in LENT and verb is not None and verb.lemma_ == "offer"


def issuers(noun: Token) -> list[Token]:
    """Who issues: "a bond issue by Kerr"."""
    return [] if noun.lemma_.lower() in LENT else tree.by_agents(noun)


def sold_to(noun: Token) -> list[Token]:
    """Who buys securities: "sold notes to Kerr", "the sale of notes to Kerr", "in a private placement to Kerr"."""
    verb = tree.governor(noun)
    places = [noun] if verb is None or verb.lemma_ not in _SELLS else [noun, verb]
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "in") else None
    if above is not None and (above.lemma_ in ("sale", "placement", "issue", "issuance") or above.pos_ == "NUM"):
        places.append(above)
    placed = [t for t in noun.doc[noun.i + 1 : noun.i + 6] if t.lemma_ == "placement"]
    placed = [t for t in placed if t.dep_ == "pobj" and t.head.lower_ in ("in", "through", "via")]
    if noun.lemma_.lower() in LENT and len(places) == 1 and not placed:
        return []
    places = placed if noun.lemma_.lower() in LENT and len(places) == 1 else places + placed
    return [t for place in places for t in tree.prepositions(place).get("to", ())]


def paying(noun: Token) -> Token:
    """The verb of paying that what the noun stands for is the means of; the noun itself without one."""
    return _paid_with(noun) or noun


def raised(noun: Token) -> list[Token]:
    """The sum that an offering brings: "received $3 million from a private placement", "$3 million of bonds"."""
    above = noun.head.head if noun.dep_ == "pobj" else None
    if above is not None and noun.head.lower_ in ("of", "in") and above.pos_ == "NUM":
        return [above]  # "$3 million of bonds"
    verb = above if above is not None and noun.head.lower_ in ("from", "through", "via", "in") else None
    fits = verb is not None and verb.pos_ == "VERB" and verb.lemma_ in _RAISES
    return tree.patients(verb) if fits else []


def payers(noun: Token) -> list[Token]:
    """Who pays for something with what the noun stands for: "Kerr will finance the mill with a bank loan"."""
    verb = _paid_with(noun)
    if verb is None:
        return []
    if not tree.is_passive(verb):
        return tree.agents(verb)
    owners = [t for p in tree.patients(verb) for t in tree.owners(p)]
    if not owners and verb.dep_ in ("ccomp", "advcl"):
        return tree.agents(verb.head)  # "…, Kerr said", "bought jets, financed by"
    return owners or (tree.governor_agents(verb.head) if verb.dep_ == "acl" else [])


def in_talks(noun: Token) -> list[Token]:
    """With whom one is "in talks with Kerr on a loan"; the talks themselves where nobody is named, else nothing."""
    above = noun.head.head if noun.dep_ == "pobj" else noun
    if above.lemma_ not in ("talk", "negotiation", "discussion") or above == noun:
        return []
    return tree.prepositions(above).get("with", [above])


def users(verb: Token) -> list[Token]:
    """Who does something with a sum that the participle is said of: "will pay with $3 million borrowed from"."""
    if verb.dep_ not in ("acl", "relcl"):
        return []
    above = tree.governor(verb.head)
    return tree.agents(above) if above is not None and not tree.is_passive(above) else []


def _paid_with(noun: Token) -> Token | None:
    """The verb of paying whose means the noun is."""
    token, means, beside = noun, False, False
    for _ in range(tree.MAX_CLIMB):
        head = token.head
        if head == token:
            return None
        if head.pos_ == "VERB":
            if token.dep_ == "dobj" and head.lower_ == "using":
                head, means = head.head, True
            means = means or (token.dep_ in ("prep", "agent") and token.lower_ in _MEANS)
            return head if means and head.lemma_ in (_PAYS if beside else _FUNDS) else None
        if token.dep_ in ("prep", "agent") and token.lower_ in _MEANS:
            means, beside = True, head.pos_ in ("NOUN", "PROPN")  # "pay for the mill with", hung on the mill
        if token.dep_ not in ("pobj", "prep", "agent", "conj", "compound", "nmod"):
            return None
        token = head
    return None


def awarded(verb: Token) -> list[Token]:
    """Who gets a right to do something: "sold the right to show its games to Kerr", hung on the infinitive."""
    things = tree.patients(verb)[:1]
    uses = [c for thing in things for c in thing.children if c.dep_ == "acl" and c.tag_ == "VB"]
    return [t for use in uses for place in (use, *tree.patients(use)) for t in tree.prepositions(place).get("to", ())]


def instances(noun: Token) -> list[Token]:
    """The first name of a list of examples: "five acquisitions in two years, including Kerr and Tier"."""
    for token in noun.doc[noun.i + 1 :]:
        such = token.lower_ == "as" and token.nbor(-1).lower_ == "such"
        if such or token.lower_ in ("including", "notably"):
            following = token.nbor(1) if token.i + 1 < len(token.doc) else token
            return [following] if following.pos_ == "PROPN" else []
    return []


def gainers(noun: Token) -> list[Token]:
    """Who gains by a deed: "the purchase of Tier gives Kerr a foothold", "will expand Kerr's reach"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or tree.owners(noun) or verb.pos_ != "VERB":
        return []
    given = [c for c in verb.children if c.dep_ == "dative" and c.pos_ == "PROPN"]
    things = [t for t in tree.patients(verb) if t.i > noun.i]
    if verb.lemma_ in _BETTERS:
        clauses = [t for t in verb.children if t.dep_ in ("ccomp", "xcomp")]
        given = given or [t for t in things if t.pos_ == "PROPN"]
        given = given or [c for t in clauses for c in t.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"]
    if given or verb.lemma_ not in _ENLARGES:
        return given
    things += [t for name in ("to", "in", "as") for t in tree.prepositions(verb).get(name, ())]
    return [t for thing in things for t in tree.owners(thing) if t.pos_ == "PROPN"]


#: What a purchase does to the buyer, and to what the buyer has.
_BETTERS = frozenset(
    {"make", "give", "bring", "position", "leave", "take", "turn", "grant", "offer", "provide", "help", "support",
     "allow", "enable", "let"}
)  # fmt: skip
_ENLARGES = frozenset(
    {"expand", "extend", "add", "mark", "strengthen", "boost", "bolster", "broaden", "enhance", "complement", "deepen",
     "enlarge", "double", "triple", "increase", "grow", "accelerate", "reinforce", "bring", "represent", "diversify",
     "build", "solidify", "raise", "fit", "cement", "widen", "advance", "underscore", "highlight", "reflect"}
)  # fmt: skip


def offered(verb: Token) -> list[Token]:
    """ "Granted Kerr exclusive rights": a name behind the verb that stands before an adjective or article."""
    for thing in verb.children:
        if thing.dep_ != "dobj" or thing.i <= verb.i + 2:
            continue
        first = verb.doc[verb.i + 1]
        following = verb.doc[first.i + 1]
        name = first.pos_ == "PROPN" and first.dep_ in ("nmod", "compound", "poss") and first.head == thing
        if name and following.head == thing and following.dep_ in ("amod", "det") and following.i < thing.i:
            return [first]
    return []
