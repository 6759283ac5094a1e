"""Walks the dependency tree by hand: who does a verb or noun, to whom, with which prepositions.

The labels are those of spaCy's English models (ClearNLP style). All functions take and give tokens of one
sentence; nothing here knows what a party or a fact is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Token

SUBJECTS = ("nsubj", "csubj")
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
#: Verbs whose object, not subject, does what their infinitive says ("ordered Kerr to pay").
OBJECT_CONTROL = frozenset(
    [
        "propel",
        "catapult",
        "prompt",
        "spur",
        "order",
        "ask",
        "allow",
        "force",
        "require",
        "urge",
        "help",
        "let",
        "enable",
        "persuade",
        "expect",
        "want",
        "tell",
        "instruct",
        "oblige",
        "permit",
        "compel",
        "encourage",
        "invite",
        "advise",
        "represent",
        "assist",
        "authorize",
        "authorise",
        "lead",
        "cause",
        "direct",
        "request",
    ]
)
#: Verbs of those who act for somebody in that one's own affairs.
HELPS = frozenset({"advise", "represent", "assist", "counsel", "help", "guide"})
#: Verbs whose object, not subject, does what stands behind their "of", "for" or "from".
_BLAMED = frozenset(
    ["accuse", "suspect", "convict", "acquit", "fine", "sue", "blame", "criticise", "criticize", "punish", "charge",
     "prosecute", "investigate", "sanction", "penalise", "penalize", "stop", "prevent", "bar", "ban", "prohibit",
     "keep", "thank", "praise", "indict", "jail", "arrest", "censure", "rebuke", "reprimand", "compensate", "reward"]
)  # fmt: skip
#: Nouns for what comes from somebody: "a proposal from Kerr to buy".
FROM_NOUNS = frozenset(
    [
        "proposal",
        "offer",
        "bid",
        "approach",
        "commitment",
        "request",
        "order",
        "pledge",
        "promise",
        "demand",
        "invitation",
    ]
)
#: Nouns of deals that say in a participle what is done under them.
_DEALS = frozenset({"agreement", "deal", "contract", "accord", "pact", "letter", "memorandum"})
#: How a noun may hang on the verb that governs it.
GOVERNED = ("dobj", "attr", "nsubjpass", "pobj", "prep", "oprd", "dative", "acomp")
#: How far a walk up the tree goes before it gives up.
MAX_CLIMB = 6


def hyphenated(token: Token) -> Token:
    """The first token of a word that the tokenizer has cut at its hyphen ("tie-up", "buy-out"), else the token."""
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-1).whitespace_ or token.nbor(-2).whitespace_:
        return token
    return token.nbor(-2) if token.nbor(-2).head == token else token


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and what is coordinated with it, in text order of the chain.

    What is coordinated with the name of "rail operator Kerr and the Tier union" is so with its noun.
    """
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from conjuncts(child)
        elif child.dep_ == "appos" and child.pos_ == "PROPN" and child.left_edge.i == token.i + 1:
            yield from islice(conjuncts(child), 1, None)


#: Verbs whose subject in a headline, without auxiliary or object, is who suffers it: "Kerr fined $3m over".
_SUFFERED = frozenset(
    {"valued", "fined", "charged", "indicted", "accused", "awarded", "handed", "sued", "arraigned", "slapped", "hit"}
)


#: Verbs whose passive only says how sure the infinitive behind it is: "and is expected to reach".
_RAISING = frozenset({"expect", "estimate", "project", "forecast", "say", "think", "believe", "set"})


def _in_company(subject: Token) -> Iterator[Token]:
    """The subject, what is coordinated with it, and who acts "together with", "along with" or "alongside" it."""
    yield from conjuncts(subject)
    for prep in subject.children:
        if prep.dep_ != "prep" or prep.i < subject.i:
            continue
        joined = prep.i and prep.lower_ == "with" and prep.nbor(-1).lower_ in ("together", "along", "jointly")
        if joined or prep.lower_ == "alongside":
            yield from (t for child in prep.children if child.dep_ == "pobj" for t in conjuncts(child))
        elif prep.lower_ in ("along", "together"):
            inner = [child for child in prep.children if child.lower_ == "with"]
            yield from (t for c in inner for child in c.children if child.dep_ == "pobj" for t in conjuncts(child))


#: Verbs without a passive.
_WITH_OTHERS = frozenset({"collaborate", "cooperate", "co-operate", "team"})


def _bracketed(verb: Token) -> bool:
    """ "Tier (bought by Kerr for $3m)": what opens a bracket is said of the word before it."""
    return verb.i >= 2 and verb.tag_ in ("VBN", "VBD") and verb.nbor(-1).text == "("


def is_passive(verb: Token) -> bool:
    """Whether the verb's grammatical subject is what it is done to."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or _bracketed(verb):
        return True
    if verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False  # "that a club had paid"
    if verb.lemma_ in _WITH_OTHERS:
        return False  # "Collaborated with Kerr, Tier has"
    if verb.lower_ in _SUFFERED and verb.tag_ in ("VBD", "VBN") and _suffers(verb):
        return True
    if verb.tag_ == "VBD" and any(child.dep_ == "agent" for child in verb.children):
        return not any(child.dep_ == "dobj" for child in verb.children)  # a headline's "Kerr bought by Tier"
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not _own_subjects(verb):
        return is_passive(verb.head) and not any(c.dep_ == "aux" for c in verb.children)
    if verb.tag_ != "VBN" or any(child.dep_ in ("aux", "dobj", *SUBJECTS) for child in verb.children):
        return verb.tag_ == "VBN" and verb.dep_ == "acl"
    return verb.dep_ in ("acl", "advcl")  # "Bought in 2019 by Kerr, …"


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands behind "to" ("a deal to buy", "an agreement to be bought")."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def is_numeric(token: Token) -> bool:
    """Whether the token is a number or is counted by one, as the head of a sum is."""
    return token.pos_ in ("NUM", "SYM") or any(c.dep_ in ("nummod", "quantmod") and c.like_num for c in token.children)


def _suffers(verb: Token) -> bool:
    """Whether the verb has a subject, and neither an auxiliary nor an object but a sum or what is awarded."""
    if not _own_subjects(verb) or any(c.dep_ in ("aux", "dative") for c in verb.children):
        return False
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    preps = {c.lower_ for c in verb.children if c.dep_ in ("prep", "agent")}
    if verb.lower_ in ("awarded", "handed"):
        given = any(t.lower_ == "to" and t.dep_ in ("prep", "dative") for t in verb.subtree if t.i > verb.i)
        return bool(objects) and not given and "for" not in preps
    if verb.lower_ == "valued":
        return not objects and "at" in preps  # a headline's "Kerr valued at $3m after"
    if verb.lower_ == "fined":
        return all(c.pos_ in ("NUM", "SYM") for c in objects)  # "fined four banks" fines them
    return not objects and bool(preps & {"by", "with", "over", "in"}) and (verb.lower_ != "sued" or "by" in preps)


def _own_subjects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in (*SUBJECTS, "nsubjpass")]


def _antecedent(token: Token) -> Token:
    """What a relative pronoun stands for, or the token itself."""
    if token.lower_ in RELATIVE and token.tag_ in ("WP", "WDT", "IN", "WP$"):
        clause = token.head
        for _ in range(MAX_CLIMB):
            if clause.dep_ == "relcl":
                return _at_office(token, clause.head) or _right_before(token, clause.head)
            if clause.head == clause:
                break
            clause = clause.head
        if token.tag_ == "WP$" and token.i > 1 and token.nbor(-1).text == ",":
            return token.nbor(-2)  # "Kerr, whose loan kept the lights on", its clause hung elsewhere
    return token


def _at_office(relative: Token, noun: Token) -> Token | None:
    """ "Ames, chief executive of Kerr, which closed a round": "which" is no person, but the name right before."""
    if relative.lower_ != "which" or relative.i < 2 or relative.nbor(-1).text != ",":
        return None
    name = relative.nbor(-2)
    posts = [t for t in (noun, *noun.children) if t.lemma_.lower() in _POSTS and t.dep_ in ("appos", noun.dep_)]
    personal = any(t.is_ancestor(name) for t in posts)
    return name if personal and name != noun and name.pos_ == "PROPN" and name.dep_ == "pobj" else None


_POSTS = frozenset(
    ["officer", "executive", "founder", "co-founder", "chairman", "chairwoman", "chair", "president", "director",
     "head", "partner", "manager", "analyst", "spokesman", "spokeswoman", "spokesperson", "owner", "boss", "ceo",
     "economist"]
)  # fmt: skip


def _right_before(relative: Token, noun: Token) -> Token:
    """ "A governor of Kerr School, to which he left $3 million": the name right before the comma, not the noun."""
    fronted = relative.head.dep_ == "prep" and relative.head.i == relative.i - 1 and relative.i >= 3
    if not fronted or noun.pos_ != "NOUN" or relative.nbor(-2).text != ",":
        return noun
    name = relative.nbor(-3)
    return name if name.pos_ == "PROPN" and noun.is_ancestor(name) and name.dep_ == "pobj" else noun


def by_agents(token: Token) -> list[Token]:
    """The tokens of a passive's or noun's "by X"."""
    found = []
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            found += [t for obj in child.children if obj.dep_ == "pobj" for t in conjuncts(obj)]
    return [t for t in found if not (t.like_num and t.is_digit)]  # "an investment in its mills by 2030"


def agents(verb: Token, depth: int = 0) -> list[Token]:
    """Who does what the verb says: its logical subjects, found across control, coordination and relative clauses."""
    if depth > MAX_CLIMB:
        return []
    if is_passive(verb):
        return by_agents(verb)
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if verb.dep_ == "ccomp" and own and own[0].tag_ == "PRP" and verb.head.lemma_ in OBJECT_CONTROL:
        return patients(verb.head)  # "asked Kerr if he would invest"
    if verb.dep_ == "ccomp" and own and own[0].lower_ == "they":
        above = [t for t in agents(verb.head, depth + 1) if t.lower_ != "they"]
        if len(above) > 1:
            return above  # "Kerr and Lind said that they had signed"
    own = own or [c for aux in verb.children if aux.dep_ == "aux" for c in aux.children if c.dep_ in SUBJECTS]
    own = own or _behind_month(verb)
    if own:
        return [t for subject in own for t in _in_company(_antecedent(subject))]
    head, dep = verb.head, verb.dep_
    if dep == "conj":
        if is_passive(head):
            return patients(head)  # "was founded in 2015 and has raised $3 million"
        return agents(head, depth + 1) if head.pos_ in ("VERB", "AUX") else noun_agents(head, depth + 1)
    if dep in ("xcomp", "ccomp", "advcl"):
        return _controllers(verb, depth)
    if dep in ("acl", "relcl"):
        doing = dep == "relcl" and verb.tag_ != "VBN" and not is_infinitive(verb)
        if verb.tag_ in ("VBG", "VBD") or doing:
            return list(conjuncts(head))
        if head.pos_ == "PROPN" and head.head == head and verb.i and _deal_between(head, verb):
            return list(conjuncts(head))  # a headline's "Kerr in $3m deal to buy"
        return _granted(head) or noun_agents(head, depth + 1)
    if dep == "pcomp":
        above = head.head
        if above.pos_ == "ADJ" and above.head.pos_ in ("VERB", "AUX"):
            above = above.head  # "is interested in buying"
        if head.lower_ in ("of", "for", "from") and above.lemma_ in _BLAMED:
            return patients(above)  # "accused Kerr of paying", "Kerr was fined for selling"
        return agents(above, depth + 1) if above.pos_ in ("VERB", "AUX") else noun_agents(above, depth + 1)
    if dep in ("appos", "amod", "dep", "parataxis") and head != verb:
        return agents(head, depth + 1) if head.pos_ in ("VERB", "AUX") else []
    return []


def _granted(noun: Token) -> list[Token]:
    """Who may do what an option allows that is granted him: "Tier granted Kerr an option to buy"."""
    verb = noun.head
    if noun.lemma_ not in ("option", "right") or noun.dep_ != "dobj" or verb.lemma_ not in _GRANTS:
        return []
    return [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"] or prepositions(verb).get("to", [])


_GRANTS = frozenset({"grant", "give", "award", "offer", "sell"})


def _deal_between(name: Token, infinitive: Token) -> bool:
    """Whether a headline's "in a deal" stands right before the infinitive that the parser hung on the name."""
    before = infinitive.nbor(-2) if infinitive.i > 1 else infinitive
    return before.i > name.i and before.lemma_.lower() in _DEALS | {"talk", "bid", "move", "race", "plan", "offer"}


_MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december"]
)  # fmt: skip


def _behind_month(verb: Token) -> list[Token]:
    """ "In June Kerr filed suit": the name that the parser took for a part of the month's."""
    if verb.tag_ not in ("VBD", "VBZ", "VBN"):
        return []
    fronted = [c for c in verb.lefts if c.dep_ == "prep" and c.lower_ == "in"]
    names = [t for c in fronted for t in c.children if t.dep_ == "pobj" and t.pos_ == "PROPN" and t.i < verb.i]
    return [t for t in names if any(c.dep_ == "compound" and c.lower_ in _MONTHS for c in t.children)]


def _controllers(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if head.pos_ not in ("VERB", "AUX"):
        ordered = [t for c in head.children if c.dep_ == "dobj" for t in conjuncts(c)]
        if ordered:
            return ordered  # a headline's "Jury orders Kerr to pay", its verb read as a noun
        if head.pos_ == "ADJ" and head.head.pos_ in ("VERB", "AUX"):
            return agents(head, depth + 1) or agents(head.head, depth + 1)
        return noun_agents(head, depth + 1)
    if verb.dep_ != "advcl" and head.lemma_ in OBJECT_CONTROL:
        objects = patients(head)
        if objects:
            return objects
    if is_passive(head):
        return [t for c in head.children if c.dep_ == "nsubjpass" for t in conjuncts(_antecedent(c))]
    return agents(head, depth + 1)


def patients(verb: Token) -> list[Token]:
    """What the verb is done to: its object, a passive's subject, or the noun that a clause modifies."""
    if _bracketed(verb):
        return [verb.doc[verb.i - 2]]
    if is_passive(verb):
        own = _own_subjects(verb)
        if own:
            return [t for subject in own for t in conjuncts(_antecedent(subject))]
        if verb.dep_ == "conj":
            above = verb.head  # "pleaded guilty and was fined": whoever did the one suffered the other
            suffered = above.pos_ in ("VERB", "AUX") and not is_passive(above) and verb.lemma_ not in _RAISING
            return agents(above) if suffered else patients(above)
        if verb.dep_ in ("acl", "relcl") and not is_infinitive(verb):
            return list(conjuncts(verb.head))
        if verb.dep_ in ("acl", "relcl"):
            return noun_agents(verb.head)  # "Kerr signed an agreement to be bought"
        return _controllers(verb, 0) if verb.dep_ in ("xcomp", "advcl") else []
    if relates_sum(verb):
        return [verb.head]
    found = [t for c in verb.children if c.dep_ in ("dobj", "oprd") for t in conjuncts(_antecedent(c))]
    found += [c for c in verb.children if found and _gapped(c)]
    if not found:  # "sued drugmaker Kerr", its "drugmaker" read as a verb
        made = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.lower_.endswith(("maker", "makers"))]
        found = [t for c in made for d in c.children if d.dep_ == "dobj" for t in conjuncts(d)]
    if not found:  # "will buy up to 3,000 shares", its "up" read as a particle
        found = [t for c in verb.children if c.lower_ == "to" and c.i and c.nbor(-1).lower_ == "up" for t in c.children]
        found = [t for t in found if t.dep_ == "pobj"]
    if not found:
        # "chose Kerr to build", "wins an order worth"
        told = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and (c.tag_ == "VB" or c.lower_ == "worth")]
        found = [t for c in told for s in c.children if s.dep_ == "nsubj" for t in conjuncts(s)]
    if not found and verb.dep_ == "relcl" and _own_subjects(verb):
        subject = _own_subjects(verb)[0]
        if subject.lower_ not in RELATIVE and not any(c.dep_ in ("ccomp", "xcomp") for c in verb.children):
            return list(conjuncts(verb.head))
    return found


def relates_sum(verb: Token) -> bool:
    """ "The $3 million that Kerr lent Tier": the relative stands for the sum, though the parser calls it a dative."""
    relative = any(c.dep_ == "dative" and c.lower_ in RELATIVE for c in verb.children)
    return relative and verb.dep_ == "relcl" and is_numeric(verb.head)


def _gapped(token: Token) -> bool:
    """ "Bought Tier in 2019 and Kerr in 2021": a second object with a time of its own, its verb left out."""
    if token.dep_ != "conj" or token.pos_ != "PROPN" or token.head.pos_ != "VERB":
        return False
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is not None and following.lower_ == "in" and any(c.like_num for c in following.children)


def _possesses(token: Token) -> bool:
    """ "Kerr's planned purchase": the possessor that the parser took for the participle's subject."""
    return token.dep_ == "nsubj" and any(c.tag_ == "POS" for c in token.children)


def owners(noun: Token) -> list[Token]:
    """Whose the noun is, also where the possessor hangs on the noun before it: "Kerr's Series A round"."""
    near = [c for c in noun.children if c.dep_ == "poss"]
    near = near or [t for c in noun.lefts if c.dep_ == "compound" for t in c.children if t.dep_ == "poss"]
    near = near or [t for c in noun.lefts if c.tag_ in ("VBN", "VBD") for t in c.children if _possesses(t)]
    return [t for c in near for t in conjuncts(_antecedent(c))]


def owners_above(noun: Token) -> list[Token]:
    """Whose deed a noun is that only another noun's owner tells: "Kerr's announcement of a $3 million investment"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for", "on") else None
    return owners(above) if above is not None and above.lemma_.lower() in _TELLS_OF else []


#: Nouns whose owner does what stands behind their "of".
_TELLS_OF = frozenset(
    {"announcement", "completion", "closing", "signing", "conclusion", "finalization", "finalisation", "pledge", "plan",
     "promise", "award", "execution", "receipt", "launch", "disclosure", "confirmation", "close"}
)  # fmt: skip


def noun_agents(noun: Token, depth: int = 0) -> list[Token]:
    """Who does what the noun says: its possessor, its "by", else the subject of the verb that governs it."""
    if depth > MAX_CLIMB:
        return []
    found = owners(noun)
    found = found or by_agents(noun)
    if not found and noun.lemma_ in FROM_NOUNS:
        found = prepositions(noun).get("from", [])
    return found or governor_agents(noun, depth) or headline_agents(noun)


def headline_agents(noun: Token) -> list[Token]:
    """Whose deal a headline without a verb tells: "Kerr in talks to …"."""
    above = noun.head
    if noun.dep_ != "pobj" or above.lower_ not in ("in", "near", "nears", "nearing") or above.head.pos_ != "PROPN":
        return []
    return [above.head] if above.head.head == above.head else []


def governor_agents(noun: Token, depth: int = 0) -> list[Token]:
    """The subjects of the verb above the noun ("signed a deal", "is in talks to", "entered into a contract")."""
    verb = governor(noun)
    if verb is None:
        return []
    if is_passive(verb):
        return by_agents(verb)
    if verb.lemma_ in OBJECT_CONTROL:
        return patients(verb)  # "advises Kerr on its purchase"
    return agents(verb, depth + 1)


def urged(verb: Token | None) -> Token | None:
    """The verb of counsel above another: "urged shareholders to reject", "recommended that they accept"."""
    above = verb.head if verb is not None and verb.dep_ in ("xcomp", "ccomp", "advcl") else None
    return above if above is not None and above.lemma_ in _COUNSELS else None


_COUNSELS = frozenset({"urge", "recommend", "advise", "tell", "call", "ask"})


def principals(noun: Token) -> list[Token]:
    """For whom somebody else acts in what the noun says: "advised Kerr on its sale", "acted for Kerr in the lease"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun
    if above.lemma_ == "connection" and above.dep_ == "pobj":
        above = above.head.head  # "in connection with its purchase"
    if above is noun or noun.head.lower_ not in ("in", "on", "with", "for", "during"):
        return []
    if above.pos_ == "NOUN" and _acts(above):
        return [t for name in ("to", "for", "of") for t in prepositions(above).get(name, ()) if t.i < noun.i]
    if above.pos_ in ("NOUN", "PROPN") and above.dep_ == "pobj":  # hung on the one for whom it is done
        if above.head.lower_ in ("for", "to") and _acts(above.head.head):
            return list(conjuncts(above))
        return []
    if above.lemma_ in HELPS and above.pos_ == "VERB":
        return [t for t in patients(above) if t.i < noun.i]
    if not _acts(above):
        return []
    posts = [c for c in above.children if c.lower_ == "as"]
    posts = [above, *(t for c in posts for t in c.children), *(c for c in above.children if c.dep_ == "attr")]
    found = [prepositions(post) for post in posts]
    return [t for preps in found for name in ("for", "to") for t in preps.get(name, ()) if t.i < noun.i]


def _acts(word: Token) -> bool:
    """Whether a verb says that one acts for somebody, or a noun is such a post."""
    if word.pos_ in ("VERB", "AUX"):
        return word.lemma_ in ("act", "serve") or (word.lemma_ == "be" and any(_acts(c) for c in word.children))
    return word.lemma_.lower() in ("adviser", "advisor", "counsel", "broker", "agent")


#: Verbs whose object the parser takes for the subject of the infinitive behind it.
_ANNOUNCE = frozenset({"announce", "unveil", "sign", "reveal", "launch", "form", "strike", "forge", "ink"})


def governor(noun: Token) -> Token | None:
    """The verb that a noun is object of, also through "of" and coordination; None for a subject."""
    token = noun
    steps = MAX_CLIMB
    while steps:
        steps -= 1
        head, dep = token.head, token.dep_
        if dep == "nsubj" and head.dep_ in ("ccomp", "xcomp") and head.head.lemma_ in _ANNOUNCE and is_infinitive(head):
            return head.head if head.head.i < token.i else None  # "announced a partnership to develop"
        if head == token or dep in ("nsubj", "poss"):
            return None
        if head.pos_ in ("VERB", "AUX") and dep in GOVERNED:
            if head.dep_ == "acl" and head.tag_ == "VBG" and head.head.lemma_.lower() in _DEALS:
                token, steps = head.head, MAX_CLIMB  # "signed an agreement covering the sale of notes"
                continue
            return head
        if dep in ("dobj", "pobj", "prep", "conj", "appos", "attr", "compound", "nmod", "pcomp", "amod"):
            token = head
            continue
        return None
    return None


def clipped(word: Token) -> bool:
    """Whether a sentence without a subject opens with the word's own verb ("Signed a deal with")."""
    verb = word if word.pos_ == "VERB" else governor(word)
    for _ in range(MAX_CLIMB):
        if verb is None or verb.dep_ != "conj" or _own_subjects(verb):
            break
        verb = verb.head
    if verb is None or verb.dep_ != "ROOT" or _own_subjects(verb):
        return False
    if verb.tag_ not in ("VBD", "VBN") and not verb.lower_.endswith("ed"):
        return False
    if any(c.dep_ in ("aux", "auxpass", "agent") for c in verb.children):
        return False
    return not any(t.is_alpha for t in verb.doc[: verb.i])


def holds_now(word: Token) -> bool:
    """Whether the clause says how things are: "is valued at", "has a market value of"."""
    for token in (word, word.head):
        if any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in token.children):
            return True
        if token.lemma_ in ("be", "have") and token.tag_ in ("VBZ", "VBP") and token.dep_ not in ("aux", "auxpass"):
            return True
    return False


def named_in_full(noun: Token) -> list[Token]:
    """A noun with all that tells who it is, up to a comma: "people familiar with the matter"."""
    words = []
    for token in noun.subtree:
        if token.i > noun.i and token.is_punct:
            break
        words.append(token)
    return words


def in_perfect(word: Token) -> bool:
    """Whether a verb, or that of which a noun is the object, stands in the present perfect."""
    verb = word if word.pos_ == "VERB" else governor(word)
    return verb is not None and any(c.dep_ == "aux" and c.lower_ in ("has", "have", "'ve", "’ve") for c in verb.lefts)


def under_way(noun: Token) -> bool:
    """Whether the verb above the noun is a present progressive ("is selling notes")."""
    verb = governor(noun)
    return verb is not None and verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in verb.lefts if c.dep_ == "aux")


def agreed(cues: Sequence[Token]) -> bool:
    """Whether the words that show a status say that something has been agreed ("agreed to", "has agreed to")."""
    return any(cue.lemma_ == "agree" and cue.tag_ in ("VBD", "VBN") for cue in cues)


def prepositions(token: Token) -> dict[str, list[Token]]:
    """Preposition → its objects, for the prepositions attached to the token (also two in a row: "out of")."""
    found: dict[str, list[Token]] = {}
    for child in token.children:
        if child.dep_ == "dative" and child.pos_ != "ADP":
            found.setdefault("to", []).extend(conjuncts(child))
        elif child.dep_ in ("prep", "agent", "dative"):
            _collect(child, child.lower_, found)
    return found


#: Words that form another preposition with the one behind them.
_LEADING = frozenset({"according", "due", "owing", "thanks", "prior", "subsequent", "contrary", "relative"})


def _collect(prep: Token, name: str, found: dict[str, list[Token]]) -> None:
    for child in prep.children:
        if child.dep_ == "pcomp" and name == "for" and child.lemma_ == "value" and child.tag_ == "VBG":
            # "an offer for Kerr valuing it at $3 million", Kerr read as who values
            found.setdefault(name, []).extend(c for c in child.children if c.dep_ == "nsubj" and c.i < child.i)
        if child.dep_ == "pobj":
            found.setdefault(name, []).extend(conjuncts(_antecedent(child)))
        elif child.dep_ == "pcomp":
            found.setdefault(f"{name}-ing", []).append(child)
        elif child.dep_ == "prep" or (child.dep_ == "conj" and child.pos_ == "ADP"):
            whole = f"{prep.lower_} {child.lower_}" if prep.lower_ in _LEADING else child.lower_
            _collect(child, whole, found)


def path_length(one: Token, other: Token) -> int:
    """Edges between two tokens of one tree."""
    up = {one.i: 0}
    token, steps = one, 0
    while token.head != token:
        token, steps = token.head, steps + 1
        up[token.i] = steps
    token, steps = other, 0
    while token.i not in up:
        if token.head == token:
            return 99
        token, steps = token.head, steps + 1
    return up[token.i] + steps
