"""Looks up the tokens that stand in a grammatical role of a trigger word.

A role is one of the names below, a preposition ("from"), or a path of them ("patient.of": what the "of" of the
direct object holds); the head of `patterns/facts.toml` explains them.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from ... import tree
from . import deals, payees, projects, suits

#: Verbs by which a suit says what it is about: who is accused, and what is said of them.
_ACCUSES = frozenset({"accuse", "charge", "name"})
_ALLEGES = frozenset({"allege", "claim", "say", "contend", "argue"})
#: Verbs with two objects: "paid Kerr $3 million".
_GIVES = frozenset(
    {"pay", "hand", "give", "award", "offer", "fine", "grant", "owe", "pledge", "promise", "refund", "reimburse"}
)
#: Verbs by which a sum comes to something.
_COMES_TO = frozenset({"total", "amount", "rise", "fall", "jump", "increase", "climb", "drop", "come", "soar"})
_HOLDERS = frozenset({"shareholder", "stockholder", "holder", "investor", "owner", "member", "fan"})
_AIDS = frozenset(
    {"help", "support", "allow", "enable", "assist", "let", "benefit", "save", "rescue", "bolster", "strengthen",
     "boost"}
)  # fmt: skip
_FUNDS = frozenset(
    {"invest", "put", "pump", "pour", "inject", "plough", "plow", "sink", "lead", "co-lead", "join", "back", "buy",
     "take"}
)  # fmt: skip
_SUSTAINS = frozenset({"back", "fund", "finance", "underpin", "sustain", "prop", "shore", "buoy", "fuel"})
_LEADS = frozenset({"lead", "co-lead", "join", "back"})
_TELLS = frozenset({"announce", "celebrate", "unveil", "report", "disclose", "confirm", "hail", "welcome", "accept"})
#: What is done to a deal by those who are no side of it.
_MEDIATES = frozenset(
    {"represent", "broker", "arrange", "advise", "facilitate", "approve", "clear", "report", "review", "block",
     "criticise", "criticize", "oppose", "finance"}
)  # fmt: skip
#: What is done to a purchase by those who do not buy.
_BACKS = frozenset({"back", "fund", "support", "lead"})
_BUYS = frozenset({"acquisition", "takeover", "buyout", "out", "purchase", "bid"})
#: Verbs that undo a contract as their object: who "breaks from Kerr in a $3 million deal" undoes none.
_UNDO = frozenset({"lose", "break", "tear", "quit", "exit", "discontinue"})
#: Verbs of what two do together.
_JOINTLY = frozenset(
    {"share", "swap", "exchange", "pool", "work", "cooperate", "co-operate", "collaborate", "partner", "develop",
     "build", "form", "create", "establish", "combine", "renew", "extend", "sign", "set", "co-develop", "trade"}
)  # fmt: skip
#: Participles that only tell where or how large the thing is.
_PLACED = frozenset(
    {"locate", "situate", "total", "comprise", "span", "measure", "feature", "contain", "base", "encompass"}
)
#: Participles by which a noun has its sum: "penalties totalling $3 million on Kerr".
_VALUED = frozenset({"worth", "valued", "estimated", "totaling", "totalling"})
#: Longer lists of those between whom something is are lists of members.
MAX_BETWEEN = 4
#: What is done to a deal, as a noun.
_SIGNINGS = frozenset({"signing", "execution", "signature", "conclusion"})
#: Prepositions of what a deal is about, on which its other side may hang ("a lease on a hangar from Kerr").
_INNER = ("of", "for", "on")
#: Prepositions that a noun may also have through its participle ("filed against", "awarded to").
_CLAUSAL = frozenset({"against", "into", "from", "with", "to", "on", "between"})


#: Verbs of getting the money of a sale.
_BRINGS = frozenset(
    {"raise", "get", "receive", "earn", "make", "net", "collect", "secure", "generate", "pocket", "obtain"}
)
_YIELDS = frozenset({"raise", "generate", "net", "bring", "fetch", "yield"})
#: A part of a company that can be cut by selling shares.
_STAKES = frozenset({"stake", "holding", "shareholding", "interest", "stockholding"})
#: Verbs that say who stands in a group of buyers.
_LED = frozenset({"lead", "head", "include", "comprise", "back", "own", "control", "manage", "run"})


def _continued(verb: Token) -> Token:
    """ "To continue building a mill": what is gone on with."""
    inner = [c for c in verb.children if c.dep_ == "xcomp"] if verb.lemma_ in _GOES_ON else []
    return inner[0] if inner else verb


_GOES_ON = frozenset({"continue", "keep", "start", "begin"})


class Roles:
    """Looks up the tokens in a role of one trigger."""

    def __init__(
        self,
        trigger: Token,
        light: frozenset[str] = frozenset(),
        receive: frozenset[str] = frozenset(),
        complements: Sequence[str] = (),
    ):
        self._trigger, self._light, self._receive, self._complements = trigger, light, receive, complements
        self._noun = trigger.pos_ in ("NOUN", "PROPN")
        self._preps = _with_relative(trigger, tree.prepositions(trigger))
        if not self._noun:
            self._lend_led()

    def _lend_led(self) -> None:
        """ "Sold Tier to a group led by Kerr for $3 million": the price is the sale's, though it hangs on "led"."""
        for buyer in (*self._preps.get("to", ()), *tree.by_agents(self._trigger)):
            for clause in buyer.children:
                led = clause.lemma_ in _LED and clause.dep_ in ("acl", "relcl")
                for name in ("for", "in") if led else ():
                    if name not in self._preps:
                        self._preps[name] = list(tree.prepositions(clause).get(name, ()))

    @property
    def trigger(self) -> Token:
        """The word whose roles these are."""
        return self._trigger

    def get(self, role: str) -> list[Token]:
        """Tokens in `role`, best first; empty when there is none."""
        first, _, rest = role.partition(".")
        if rest and rest != "2":
            return [t for p in self.get(first) for t in Roles(p, frozenset(), frozenset()).get(rest)]
        handler = getattr(self, f"_{role.replace('.', '_')}", None)
        if handler:
            return handler()
        return self._prep(role)

    def _agent(self) -> list[Token]:
        if self._trigger.pos_ not in ("NOUN", "PROPN", "VERB", "AUX"):  # "Kerr is worth"
            above, first = self._trigger.head, self._trigger.left_edge  # "Kerr, now worth"
            if above.pos_ == "PROPN" and first.i and first.nbor(-1).text == ",":
                return [above]
            return tree.agents(above) if above.lemma_ == "be" else []
        if not self._noun:
            return tree.agents(self._trigger)
        own = tree.by_agents(self._trigger) or tree.owners(self._trigger)  # "its takeover by Kerr"
        return own or tree.owners_above(self._trigger)

    def _bearer(self) -> list[Token]:
        """Who is "under investigation": the noun before it ("a lender under investigation")."""
        prep = self._trigger.head
        under = self._noun and self._trigger.dep_ == "pobj" and prep.lower_ == "under"
        if not under or prep.head.pos_ not in ("NOUN", "PROPN"):
            return []
        return [prep.head.head if prep.head.dep_ == "appos" else prep.head]

    def _settled(self) -> list[Token]:
        return payees.settled(self._trigger)

    def _suing(self) -> list[Token]:
        return payees.suing(self._trigger)

    def _charged(self) -> list[Token]:
        return payees.charged(self._trigger) if not self._noun else []

    def _liable(self) -> list[Token]:
        return payees.liable(self._trigger) if not self._noun else []

    def _quitter(self) -> list[Token]:
        return payees.quitters(self._trigger) if self._noun else []

    def _quitted(self) -> list[Token]:
        return payees.quitted(self._trigger) if self._noun else []

    def _participles(self) -> list[Token]:
        if not self._noun:
            return []
        heads = [self._trigger, *(t for t in self._trigger.subtree if t.pos_ == "NUM" and t.head.lower_ == "of")]
        return [c for h in heads for c in h.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VBN"]

    def _imposed(self) -> list[Token]:
        """Whom a participle sets a fine on: "the fine imposed on Tier"."""
        preps = [tree.prepositions(c) for c in self._participles()]
        return [t for found in preps for name in ("on", "against", "to") for t in found.get(name, ())]

    def _imposer(self) -> list[Token]:
        return [t for c in self._participles() for t in tree.by_agents(c)]

    def _probed(self) -> list[Token]:
        """Who is asked about: "an investigation into whether Tier misled", "a probe of how Tier sold"."""
        if not self._noun:
            return []
        preps = [c for c in self._trigger.children if c.lower_ in ("into", "of", "over")]
        told = [v for c in preps for v in c.children if v.dep_ in ("pcomp", "ccomp")]
        return [t for v in told for s in v.children if s.dep_ in ("nsubj", "nsubjpass") for t in tree.conjuncts(s)]

    def _project(self) -> list[Token]:
        return projects.project(self._trigger)

    def _planner(self) -> list[Token]:
        return projects.planner(self._trigger)

    def _self(self) -> list[Token]:
        return [self._trigger]

    def _accused(self) -> list[Token]:
        """Whom a suit accuses: "a complaint accusing Kerr of", "sued, alleging that Kerr"."""
        verb = tree.governor(self._trigger) if self._noun else self._trigger
        heads = [self._trigger, *([verb] if verb is not None and verb != self._trigger else [])]
        clauses = [c for h in heads for c in h.children if c.dep_ in ("acl", "advcl", "xcomp") and c.tag_ == "VBG"]
        found = [t for c in clauses if c.lemma_ in _ACCUSES for t in tree.patients(c)]
        told = [d for c in clauses if c.lemma_ in _ALLEGES for d in c.children if d.dep_ == "ccomp"]
        return found or [t for d in told for s in d.children if s.dep_ == "nsubj" for t in tree.conjuncts(s)]

    def _patient(self) -> list[Token]:
        if self._noun:
            return []
        thing = _given(self._trigger)
        if thing is None:
            thing = _upfront(self._trigger)
        return [thing] if thing is not None else tree.patients(self._trigger)

    def _second(self) -> list[Token]:
        """What a passive's subject gets: "was awarded a grant"."""
        if self._noun or not tree.is_passive(self._trigger):
            return []
        return [c for c in self._trigger.children if c.dep_ in ("dobj", "oprd")]

    def _governor(self) -> list[Token]:
        verb = tree.governor(self._trigger) if self._noun else None
        light = not self._light or (verb is not None and verb.lemma_ in self._light)
        if verb is None or not (light or deals.in_talks(self._trigger)):
            return []
        if verb.lemma_ in _UNDO and self._trigger.head.lower_ == "in":
            return []
        return tree.governor_agents(self._trigger)

    def _allied(self) -> list[Token]:
        """ "Signed with Kerr to drill", read as a clause that Kerr does."""
        clauses = [c for c in self._trigger.children if c.dep_ in ("advcl", "xcomp", "ccomp")]
        clauses = [c for c in clauses if any(m.dep_ == "mark" and m.lower_ == "with" for m in c.children)]
        return [t for c in clauses for s in c.children if s.dep_ == "nsubj" for t in tree.conjuncts(s)]

    def _beside(self) -> list[Token]:
        """Who does it with whom is named first: "Kerr and its lenders signed a deal", told by plain words."""
        doers = self._governor()
        return [t for t in doers[1:] if t.pos_ == "NOUN"]

    def _talks(self) -> list[Token]:
        return deals.in_talks(self._trigger)

    def _receiver(self) -> list[Token]:
        verb = tree.governor(self._trigger) if self._noun else None
        given = verb is not None and verb.lemma_ in _GIVES and tree.is_passive(verb)
        if given and self._trigger.dep_ in ("dobj", "oprd"):
            return [c for c in verb.children if c.dep_ == "nsubjpass"]  # "was given a grant"
        return tree.governor_agents(self._trigger) if verb is not None and verb.lemma_ in self._receive else []

    def _target(self) -> list[Token]:
        """Whom somebody's deed is done to: "its takeover by Kerr", "agreed to a takeover by Kerr"."""
        if not self._noun or not self._by():
            return []
        owners = [t for c in self._trigger.children if c.dep_ == "poss" for t in tree.conjuncts(c)]
        governing = tree.governor_agents(self._trigger)
        return owners or self._held() or governing  # "Tier shareholders backed the takeover by Kerr"

    def _held(self) -> list[Token]:
        """What they own who do something with the noun: "shareholders in Kerr accepted the offer"."""
        holders = [t for t in tree.governor_agents(self._trigger) if t.lemma_ in _HOLDERS] if self._noun else []
        held = [c for t in holders for c in t.children if c.dep_ in ("compound", "poss", "nmod")]
        held += [o for t in holders for name in ("of", "in") for o in tree.prepositions(t).get(name, ())]
        return held or (self._urger() if holders else [])

    def _urger(self) -> list[Token]:
        """Who tells its shareholders what to do: "Tier's board urged shareholders to reject the bid"."""
        above = tree.urged(tree.governor(self._trigger))
        return [o for t in (tree.agents(above) if above is not None else []) for o in tree.owners(t) or [t]]

    def _undergoer(self) -> list[Token]:
        """ "Since its takeover by Kerr, Tier has grown": who does the verb of the clause has undergone the deed."""
        return self._clause() if self._noun and self._by() and self._trigger.dep_ == "pobj" else []

    def _governing(self) -> list[Token]:
        """The sum that the noun is counted by: "$3 million in funding"."""
        prep = self._trigger.head
        counted = self._noun and self._trigger.dep_ == "pobj" and prep.lower_ in ("in", "of")
        return [prep.head] if counted and tree.is_numeric(prep.head) else []

    def _vendor(self) -> list[Token]:
        """Who sells: the noun's owner, else who governs it ("explores a sale of its mill")."""
        own = self._agent() or (tree.principals(self._trigger) if self._noun else []) or self._governor()
        if not own and (verb := self._bringing()) is not None:
            own = tree.agents(verb)  # "Kerr raised $3 million from the sale of Tier"
        return own

    def _bringing(self) -> Token | None:
        """The verb by which somebody gets what a sale brings: "raised $3 million from the sale of", "by selling"."""
        prep = self._trigger.head
        if self._trigger.dep_ not in ("pobj", "pcomp") or prep.lower_ not in ("from", "by", "through"):
            return None
        verb = prep.head if prep.head.pos_ in ("VERB", "AUX") else tree.governor(prep.head)
        return verb if verb is not None and verb.lemma_ in _BRINGS else None

    def _trimmed(self) -> list[Token]:
        """Of whom a stake gets smaller by the sale: "cut its stake in Tier by selling shares"."""
        prep = self._trigger.head
        if self._trigger.dep_ != "pcomp" or prep.lower_ not in ("by", "through") or prep.head.pos_ != "VERB":
            return []
        cut = [t for t in tree.patients(prep.head) if t.lemma_ in _STAKES]
        return [t for stake in cut for t in tree.prepositions(stake).get("in", ())]

    def _proceeds(self) -> list[Token]:
        """What a sale brings; also "the sale of Tier raised $3 million"."""
        verb = self._bringing()
        if verb is None and self._trigger.dep_ == "nsubj" and self._trigger.head.lemma_ in _YIELDS:
            verb = self._trigger.head
        return tree.patients(verb) if verb is not None else []

    def _compound(self) -> list[Token]:
        return [c for c in self._trigger.children if c.dep_ in ("compound", "nmod", "amod", "nummod")]

    def _behalf(self) -> list[Token]:
        """For whom an agent arranges something: "on behalf of Kerr"."""
        verb = tree.governor(self._trigger) if self._noun else self._trigger
        near = [t for t in verb.subtree if t.lower_ == "behalf"] if verb is not None else []
        if not near and verb is not None and verb.lemma_ == "arrange":
            return [*self._preps.get("for", ()), *tree.prepositions(verb).get("for", ())]  # "arranged a loan for Kerr"
        return tree.prepositions(near[0]).get("of", []) if near else []

    def _holder(self) -> list[Token]:
        """ "Kerr, with a value of", "Kerr, a maker with a value of"."""
        prep = self._trigger.head
        fits = self._trigger.dep_ == "pobj" and prep.lower_ == "with" and prep.head.pos_ in ("PROPN", "NOUN")
        if not (self._noun and fits):
            return []
        own = [c for c in prep.head.children if c.dep_ == "nsubj"]  # "would make Kerr a company with a value of"
        return own or [prep.head]

    def _priced(self) -> list[Token]:
        """The price at which something is offered: "an offering of 2 million shares at a price of $3"."""
        verb = tree.governor(self._trigger) if self._noun else None
        places = [self._trigger, *self._preps.get("of", ()), *([verb] if verb is not None else [])]
        prices = [t for place in places for t in tree.prepositions(place).get("at", ()) if t.lemma_ == "price"]
        return [t for price in prices for t in tree.prepositions(price).get("of", ())]

    def _spent(self) -> list[Token]:
        """What was spent on the deed: "spent $3 million buying"."""
        verb = self._trigger.head
        return tree.patients(verb) if verb.lemma_ in ("spend", "pay", "use", "invest") else []

    def _headline(self) -> list[Token]:
        return tree.headline_agents(self._trigger) if self._noun else []

    def _recipient(self) -> list[Token]:
        """Whom the noun is given: "gives Kerr a valuation"."""
        verb = tree.governor(self._trigger) if self._noun else None
        return tree.prepositions(verb).get("to", []) if verb is not None and not tree.is_passive(verb) else []

    def _clause(self) -> list[Token]:
        """Who does what the verb of the noun's clause says: "Kerr grew after the merger"."""
        token = self._trigger
        for _ in range(tree.MAX_CLIMB):
            if token.head == token:
                return []
            token = token.head
            if token.pos_ in ("VERB", "AUX") and token.dep_ != "prep":  # "following the merger" is no verb
                return tree.agents(token)
        return []

    def _clause_done(self) -> list[Token]:
        """To whom the verb of the noun's clause is done: "Kerr was founded with $3 million in funding from"."""
        token = self._trigger
        for _ in range(tree.MAX_CLIMB):
            token = token.head
            if token.pos_ in ("VERB", "AUX") and token.dep_ != "prep":
                return tree.patients(token) if tree.is_passive(token) else []
        return []

    def _modified(self) -> list[Token]:
        """What a participle stands before: "the newly acquired mill"."""
        return [self._trigger.head] if self._trigger.dep_ == "amod" else []

    def _poss(self) -> list[Token]:
        return tree.owners(self._trigger)

    def _by(self) -> list[Token]:
        aside = _MEDIATES | _BACKS if self._trigger.lemma_ in _BUYS else _MEDIATES
        clauses = [c for c in self._trigger.children if c.dep_ == "acl" and c.lemma_ not in aside]
        own = tree.by_agents(self._trigger) or [t for c in clauses for t in tree.by_agents(c)]
        verb = tree.governor(self._trigger) if self._noun and not own else None
        if verb is None or verb.lemma_ in aside or (tree.is_passive(verb) and self._trigger.dep_ != "nsubjpass"):
            return own  # "the grant was awarded by Kerr" is Kerr's, "was awarded the grant by" says so of the verb
        return tree.by_agents(verb)

    def _funded(self) -> list[Token]:
        """Who gets the money: "put $3 million into Kerr at a valuation of"."""
        verb = tree.governor(self._trigger) if self._noun else None
        if verb is None or verb.lemma_ not in _FUNDS:
            return []
        places = [verb, *tree.patients(verb)]
        found = [t for p in places for name in ("in", "into") for t in tree.prepositions(p).get(name, ())]
        if verb.lemma_ in _LEADS:  # "led a round for Kerr at a valuation of", "led Kerr's round at"
            found += [t for p in places for t in tree.prepositions(p).get("for", ())]
            found += [t for p in tree.patients(verb) for t in tree.owners(p)]
        return found

    def _dative(self) -> list[Token]:
        found = [c for c in self._trigger.children if c.dep_ == "dative" and c.pos_ != "ADP"]
        objects = [c for c in self._trigger.children if c.dep_ == "dobj"]
        if tree.relates_sum(self._trigger):
            return objects
        if not found and _given(self._trigger) is not None:
            return objects
        if not found and len(objects) == 2 and not tree.is_numeric(objects[0]):
            return objects[:1]  # "pay the state of Texas $3 million", read as two objects
        return found or deals.offered(self._trigger)

    def _oprd(self) -> list[Token]:
        return [c for c in self._trigger.children if c.dep_ in ("oprd", "npadvmod", "pobj")]

    def _complement(self) -> list[Token]:
        found = []
        for child in self._trigger.children:
            deed = _continued(child)
            fits = not self._complements or deed.lemma_ in self._complements
            if fits and child.dep_ in ("xcomp", "advcl", "acl", "relcl") and child.tag_ == "VB":
                found += tree.patients(deed)
        verb = tree.governor(self._trigger) if self._noun and not found and self._trigger.dep_ == "dobj" else None
        for child in verb.children if verb is not None and self._complements else ():
            if child.lemma_ in self._complements and child.dep_ in ("xcomp", "advcl") and tree.is_infinitive(child):
                found += tree.patients(child)  # "announced an investment of $3 million to grow its range"
        if not found and self._complements and not self._noun:
            # "gave $3 million in grants to support farmers": what is given has the infinitive
            for child in [t for given in tree.patients(self._trigger) for t in given.subtree]:
                clause = child.dep_ in ("acl", "relcl") and child.head.pos_ in ("NOUN", "NUM", "SYM")
                if clause and child.tag_ == "VB" and child.lemma_ in self._complements:
                    found += tree.patients(child)
        return found

    def _holders(self) -> list[Token]:
        """Whose holders are paid: "will pay Tier shareholders $3 a share"."""
        paid = [c for c in self._trigger.children if c.dep_ in ("dative", "dobj") and c.lemma_ in _HOLDERS]
        paid += [t for t in self._preps.get("to", ()) if t.lemma_ in _HOLDERS]
        named = [t for h in paid for t in (*tree.owners(h), *_compounds(h))]
        return named + [t for h in paid for name in ("of", "in") for t in tree.prepositions(h).get(name, ())]

    def _thanked(self) -> list[Token]:
        """Who tells of a gift that comes from somebody: "the university announced a $3 million gift from Kerr"."""
        verb = tree.governor(self._trigger) if self._noun else None
        told = verb is not None and verb.lemma_ in _TELLS and "from" in self._preps and not tree.is_passive(verb)
        return tree.governor_agents(self._trigger) if told and self._trigger.dep_ == "dobj" else []

    def _helped(self) -> list[Token]:
        """Who is helped by what the noun stands for: "the grant from Kerr will help Tier build a mill"."""
        verb = self._trigger.head
        if self._trigger.dep_ == "pobj" and verb.dep_ == "agent" and verb.head.lemma_ in _AIDS | _SUSTAINS:
            return tree.patients(verb.head)  # "was rescued by a cash injection from"
        if self._trigger.dep_ == "nsubj" and verb.lemma_ in _AIDS:
            return tree.patients(verb)
        # "approved a $3 million loan to help Tier rebuild its mill", whichever word "to help" hangs on
        over = tree.governor(self._trigger) if self._noun and self._trigger.dep_ == "dobj" else None
        helping = [*self._trigger.children, *(over.children if over is not None else ())]
        helping = [c for c in helping if c.dep_ in ("relcl", "acl", "advcl", "xcomp") and c.lemma_ in _AIDS]
        return [t for c in helping if tree.is_infinitive(c) and c.i > self._trigger.i for t in tree.patients(c)]

    def _gainer(self) -> list[Token]:
        return deals.gainers(self._trigger) if self._noun else []

    def _styled(self) -> list[Token]:
        return deals.styled(self._trigger) if self._noun else []

    def _served(self) -> list[Token]:
        return list(deals.served(self._trigger))

    def _bound(self) -> list[Token]:
        return deals.bound(self._trigger)[0]

    def _bound_to(self) -> list[Token]:
        return deals.bound(self._trigger)[1]

    def _under_which(self) -> list[Token]:
        return deals.under_which(self._trigger)

    def _signers(self) -> list[Token]:
        return deals.signers(self._trigger)

    def _signed_with(self) -> list[Token]:
        return deals.signed_with(self._trigger)

    def _theirs(self) -> list[Token]:
        return deals.theirs(self._trigger)

    def _jointly(self) -> list[Token]:
        return deals.jointly(self._trigger)

    def _lender(self) -> list[Token]:
        return deals.lenders(self._trigger)

    def _issuer_by(self) -> list[Token]:
        return deals.issuers(self._trigger)

    def _sold_to(self) -> list[Token]:
        return deals.sold_to(self._trigger)

    def _built(self) -> list[Token]:
        return deals.built(self._trigger) if self._noun else []

    def _builder(self) -> list[Token]:
        return deals.builders(self._trigger) if self._noun else []

    def _apposed(self) -> list[Token]:
        return deals.apposed(self._trigger)

    def _raiser(self) -> list[Token]:
        return deals.raisers(self._trigger)

    def _raised(self) -> list[Token]:
        return deals.raised(self._trigger)

    def _awarded(self) -> list[Token]:
        return deals.awarded(self._trigger)

    def _user(self) -> list[Token]:
        return deals.users(self._trigger)

    def _advised(self) -> list[Token]:
        """Whom somebody helps with it: "advised Kerr on its loan", "acted as broker for Kerr in its purchase"."""
        if not self._noun:
            return []
        verb = tree.governor(self._trigger)
        helped = verb is not None and verb.lemma_ in tree.HELPS
        return tree.principals(self._trigger) or (tree.patients(verb) if helped else [])

    def _payer(self) -> list[Token]:
        return deals.payers(self._trigger)

    def _equals(self) -> list[Token]:
        """What the noun is said to be, or to come to: "the salary is $3", "rose to $3", "totals $3"."""
        verb = self._trigger.head
        if self._trigger.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in ("expect", "estimate", "anticipate"):
            said = next((c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ == "be"), verb)
            return [c for c in said.children if c.dep_ in ("attr", "acomp", "npadvmod")]  # "expected to be"
        if self._trigger.dep_ != "nsubj":
            return []
        if verb.lemma_ in _COMES_TO:
            return [c for c in verb.children if c.dep_ == "dobj"] + tree.prepositions(verb).get("to", [])
        if verb.lemma_ != "be":
            return []
        return [c for c in verb.children if c.dep_ in ("attr", "acomp", "npadvmod")]

    def _doing(self) -> list[Token]:
        """What a sum is spent doing: "spent $3 million upgrading its mill"."""
        clauses = [c for c in self._trigger.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VBG"]
        return [t for c in clauses if c.i and c.nbor(-1).text != "," for t in tree.patients(c)]

    def _alleged(self) -> list[Token]:
        """Of whom the clause below speaks: "alleges that Kerr copied", "is investigating whether Kerr broke".

        Also "is investigating claims that Kerr broke".
        """
        clauses = [c for c in self._trigger.children if c.dep_ in ("ccomp", "advcl")]
        if not self._noun:
            told = [*tree.patients(self._trigger), *self._preps.get("into", ())]
            clauses += [c for noun in told for c in noun.children if c.dep_ in ("acl", "ccomp") and _says_that(c)]
            into = [c for c in self._trigger.children if c.dep_ == "prep" and c.lower_ == "into"]
            clauses += [c for prep in into for c in prep.children if c.dep_ == "pcomp"]  # "looking into whether"
        return [t for c in clauses for s in c.children if s.dep_ in ("nsubj", "nsubjpass") for t in tree.conjuncts(s)]

    def _engaged(self) -> list[Token]:
        """Who "is locked in a battle", "is embroiled in a suit"."""
        verb = tree.governor(self._trigger) if self._noun else None
        if verb is None or not tree.is_passive(verb) or (self._light and verb.lemma_ not in self._light):
            return []
        return tree.patients(verb) if self._trigger.head.lower_ == "in" else []

    def _blocked(self) -> list[Token]:
        return suits.blocked(self._trigger)

    def _claimed(self) -> list[Token]:
        return [] if self._noun else suits.claimed(self._trigger)

    def _joined_against(self) -> list[Token]:
        return suits.joined_against(self._trigger) if not self._noun else []

    def _bringer(self) -> list[Token]:
        return suits.bringers(self._trigger)

    def _defender(self) -> list[Token]:
        return suits.defenders(self._trigger) if self._noun else []

    def _overturned(self) -> list[Token]:
        return suits.overturned(self._trigger) if not self._noun else []

    def _ruled(self) -> list[Token]:
        return suits.ruled(self._trigger) if self._noun else []

    def _sought(self) -> list[Token]:
        """What a suit seeks: "its suit against Kerr seeks $3 million"."""
        verb = self._trigger.head
        if self._trigger.dep_ != "nsubj" or verb.lemma_ not in ("seek", "demand", "claim", "want"):
            return []
        return [c for c in verb.children if c.dep_ == "dobj"]

    def _before(self) -> list[Token]:
        """ "A market, valued at": the noun before the comma, where the participle was not hung on it."""
        token = self._trigger
        if token.tag_ != "VBN" or token.dep_ != "advcl" or token.i < 2 or token.nbor(-1).text != ",":
            return []
        noun = token.nbor(-2)
        return [noun] if noun.pos_ == "NOUN" else []

    def _where(self) -> list[Token]:
        """ "Leeds, where it plans to invest": what the relative stands for."""
        clause = self._trigger
        while clause.dep_ in ("xcomp", "ccomp") and clause.head != clause:
            clause = clause.head
        placed = any(c.lower_ == "where" and c.dep_ == "advmod" for v in (clause, self._trigger) for c in v.children)
        return [clause.head] if placed and clause.dep_ == "relcl" else []

    def _listed(self) -> list[Token]:
        """All names behind the trigger: a list that the parser seldom gets right."""
        return [t for t in self._trigger.doc[self._trigger.i + 1 :] if t.pos_ == "PROPN"]

    def _instances(self) -> list[Token]:
        return deals.instances(self._trigger)

    def _appos(self) -> list[Token]:
        return [t for c in self._trigger.children if c.dep_ == "appos" for t in tree.conjuncts(c)]

    def _issuer(self) -> list[Token]:
        """The company whose round it is: the subject of the verb above ("raised … in a round led by …")."""
        found = []
        for patient in self._patient():
            verb = tree.governor(patient)
            if verb is not None and verb.lemma_ in self._receive:
                found += tree.governor_agents(patient)
        return found

    def _between_2(self) -> list[Token]:
        return self._both()[1:MAX_BETWEEN]

    def _between(self) -> list[Token]:
        return self._both()[:1]

    def _both(self) -> list[Token]:
        """Who a deal is between; "the club's owner, Tier, and Kerr" are two, though the parser makes them three."""
        found = self._prep("between")
        kinds = [t.pos_ for t in found]
        apposed = kinds[:2] == ["NOUN", "PROPN"] and len(kinds) == 3 and found[0].nbor(1).text == ","
        return found[1:] if apposed else found

    def _shared_with(self) -> list[Token]:
        """With whom one agrees to do something: "agreed to share masts with Kerr"."""
        done = [c for c in self._trigger.children if c.dep_ == "xcomp" and c.tag_ == "VB" and c.lemma_ in _JOINTLY]
        return [t for c in done for place in (c, *tree.patients(c)) for t in tree.prepositions(place).get("with", ())]

    def _of_2(self) -> list[Token]:
        found = self._prep("of")
        return found[1:2]

    def _worth(self) -> list[Token]:
        found = []
        head = self._trigger.head
        if self._trigger.dep_ == "nsubj":
            worth = [head, *(c for c in head.children if head.lemma_ == "be" and c.dep_ == "acomp")]
            found += [c for t in worth if t.lower_ == "worth" for c in t.children if c.dep_ in ("npadvmod", "dobj")]
        inside = [c for t in (*self._preps.get("for", ()), *self._preps.get("of", ())) for c in t.children]
        for child in (*self._trigger.children, *inside):
            if child.lower_ in ("worth", "valued", "totaling", "totalling"):
                if any(c.dep_ == "dobj" for c in child.children) and child.lower_ == "valued":
                    continue  # "a round that valued it at $3 million"
                found += [c for c in child.children if c.dep_ in ("npadvmod", "dobj", "pobj", "dep")]
                found += [t for c in child.children if c.dep_ == "prep" for t in c.children]
        return found

    def _valued(self) -> list[Token]:
        """ "An offer that values Kerr at $3 million": what is bid for."""
        clauses = [c for c in self._trigger.children if c.lemma_ == "value" and c.dep_ in ("relcl", "acl")]
        return [t for c in clauses if c.tag_ != "VBN" for t in tree.patients(c)]

    def _meant(self) -> list[Token]:
        """ "Approved a grant for Kerr to rebuild its mill": who is to do the infinitive behind "for"."""
        clauses = [c for c in self._trigger.children if c.dep_ in ("advcl", "acl", "relcl") and c.tag_ == "VB"]
        marked = [c for c in clauses if any(m.dep_ == "mark" and m.lower_ == "for" for m in c.children)]
        return [t for c in marked for s in c.children if s.dep_ == "nsubj" for t in tree.conjuncts(s)]

    def _prep(self, name: str) -> list[Token]:
        own = self._preps.get(name) or (self._meant() if name == "for" else [])
        if own:
            return own
        if self._noun:
            if name == "of":
                by = [t for t in tree.by_agents(self._trigger) if t.pos_ == "PROPN"]  # "the purchase by Kerr of Tier"
                if found := next((found for t in by if (found := tree.prepositions(t).get(name))), []):
                    return found
            for inner in (t for above in _INNER for t in self._preps.get(above, ())):
                if name not in _INNER and not inner.ent_type_ and name in (found := tree.prepositions(inner)):
                    return found[name]  # "a memorandum of understanding with"
            if name == "for":  # "the purchase of Tier from Kerr for $3 million", hung on the seller
                sold = [t for inner in self._preps.get("from", ()) for t in tree.prepositions(inner).get("for", ())]
                if priced := [t for t in sold if tree.is_numeric(t)]:
                    return priced
            above = self._trigger.head
            if above.dep_ == "prep" and above.head.pos_ == "NUM" and name in (found := tree.prepositions(above.head)):
                return found[name]  # "$3 million in loans from"
            if name == "against" and (found := suits.brought(self._trigger, name)):
                return found
            for child in self._trigger.children:
                clause = name in _CLAUSAL and child.dep_ in ("acl", "relcl") and child.tag_ == "VBN"
                if clause and name in (found := tree.prepositions(child)):
                    return found[name]  # "a lawsuit filed by Kerr against"
                if child.lower_ in _VALUED and name in (found := tree.prepositions(child)):
                    return found[name]
            signed = above.head if above.lower_ == "of" and above.head.lemma_ in _SIGNINGS else None
            told = signed is not None and signed.dep_ != "pobj"  # not "subject to the signing of"
            if name == "with" and told and name in (found := tree.prepositions(signed)):
                return found[name]  # "the signing of a letter with"
            verb = tree.governor(self._trigger)
            if verb is not None and name not in ("of", "by"):
                found = tree.prepositions(verb).get(name, [])
                return [t for t in found if not t.is_ancestor(self._trigger)]  # "is in talks over an investment"
            return []
        patients = tree.patients(self._trigger)
        for patient in patients:
            found = tree.prepositions(patient).get(name)
            if found:
                return found
        if name in ("to", "from", "for"):
            placed = [c for p in patients for c in p.children if c.dep_ == "acl" and c.lemma_ in _PLACED]
            preps = [t for c in placed for t in c.subtree if t.lower_ == name and t.dep_ == "prep"]
            found = [t for prep in preps for t in prep.children if t.dep_ == "pobj"]
            if found:
                return found  # "sold a mill located at 12 Mill Road to Tier"
        return next((found for p in patients if (found := _further_in(p, name))), [])


def _compounds(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ in ("compound", "nmod")]


def _given(verb: Token) -> Token | None:
    """ "Paid Brandt, its chief, $3 million", "handed Brandt, its chief, a bonus of $3 million": the second object
    of a verb of giving, which the parser takes for an apposition of the first.
    """
    if verb.lemma_ not in _GIVES:
        return None
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if len(objects) != 1 or tree.is_numeric(objects[0]):
        return None
    told = [c for c in objects[0].children if c.dep_ == "appos"]
    told += [d for c in told for d in c.children if d.dep_ == "appos"]
    for token in told:
        of = tree.prepositions(token).get("of", [])
        counted = tree.is_numeric(token) or any(tree.is_numeric(t) for t in of)
        comma = token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ","
        if counted and (comma or token.lower_ in ("total", "sum")):  # "fined four banks a total of $3 million"
            return token
    return None


def _upfront(verb: Token) -> Token | None:
    """ "Pay Kerr $3 million upfront and": the sum that the parser hangs on "upfront"."""
    if verb.lemma_ not in _GIVES:
        return None
    places = [c for c in verb.children if c.lower_ in ("upfront", "up-front") and c.i > verb.i]
    return next((d for c in places for d in c.lefts if tree.is_numeric(d)), None)


def _with_relative(trigger: Token, own: dict[str, list[Token]]) -> dict[str, list[Token]]:
    """ "A mill, on which it had planned to spend": the relative's preposition belongs to the infinitive."""
    above = trigger.head
    if trigger.dep_ == "relcl" and (stranded := _stranded(trigger)):
        return {**own, stranded: list(tree.conjuncts(above))}
    if trigger.dep_ in ("relcl", "advcl") and (fronted := _fronted(trigger)) is not None:
        before = fronted.nbor(-2) if fronted.i > 1 and fronted.nbor(-1).text == "," else None
        if trigger.dep_ == "relcl":
            return {**own, fronted.lower_: list(tree.conjuncts(above))}
        if before is not None and before.pos_ in ("NOUN", "PROPN"):
            return {**own, fronted.lower_: [before]}  # hung on the verb above
    if trigger.dep_ != "xcomp" or above.dep_ != "relcl":
        return own
    fronted = [c for c in above.children if c.dep_ == "prep" and c.i < above.i]
    if not any(t.lower_ in tree.RELATIVE for c in fronted for t in c.children):
        return own
    names = {c.lower_ for c in fronted}
    return {**{n: t for n, t in tree.prepositions(above).items() if n in names}, **own}


def _stranded(verb: Token) -> str | None:
    """ "Tier, which Kerr invested $3 million in last year": the preposition whose object the relative is."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    fronted = [c for c in objects if c.lower_ in tree.RELATIVE and c.i < verb.i]
    if not fronted or not any(c.i > verb.i and tree.is_numeric(c) for c in objects):
        return None
    places = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("in", "into", "on")]
    return places[0].lower_ if places else None


def _fronted(verb: Token) -> Token | None:
    """ "Tier, for which Kerr had bid $3 million": the preposition before the relative."""
    places = [c for c in verb.children if c.dep_ == "prep" and c.i < verb.i and c.lower_ == "for"]
    return next((c for c in places if any(t.lower_ == "which" for t in c.children)), None)


def _says_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _further_in(noun: Token, name: str) -> list[Token]:
    """ "$3 million in damages from", "a package worth $3 million from": the preposition of what hangs on the noun."""
    if name in ("of", "in", "on", "at"):
        return []
    preps = tree.prepositions(noun)
    inner = [t for own in ("in", "of") for t in preps.get(own, ()) if not t.ent_type_]
    inner += [c for c in noun.children if c.lower_ in ("worth", "valued", "totaling", "totalling")]
    inner = [t for t in inner if name != "to" or t.lemma_ not in ("right", "access", "licence", "license", "title")]
    return next((found for t in inner if (found := tree.prepositions(t).get(name))), [])
