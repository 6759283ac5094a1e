"""What fills the slots of a frame: from the words in a role to parties, the article's own words, keys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from ... import tree
from ...find.words import places
from ...mentions import Span
from ...patterns import Patterns
from ..courts import COMMISSION, COURT
from ..fillers import PartyReader, namesake, unknown_name
from ..name_lists import NameLists
from ..rounds import RoundFile
from .conditions import names_instrument
from .file import FactFile, Frame
from .roles import Roles
from .scene import Scene

#: Plural nouns for firms of which some are named: "has invested in startups such as Kerr".
_FIRMS = frozenset(
    ["company", "firm", "startup", "start-up", "business", "venture", "brand", "project", "maker", "retailer",
     "developer", "bank", "lender", "chain", "investment", "operator", "provider", "platform", "fund", "club", "team",
     "rival"]
)  # fmt: skip
#: Plural nouns for those who are given money, of whom some are named: "donated to charities such as the Kerr Fund".
_CAUSES = frozenset(
    ["charity", "organization", "organisation", "nonprofit", "non-profit", "foundation", "cause", "institution"]
)
#: Plural nouns for those who put money into their own company.
_OWNERS = frozenset(
    ["backer", "sponsor", "shareholder", "owner", "promoter", "founder", "co-founder", "cofounder", "partner"]
)
_OPENS_LIST = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w.&-]*,? (?:and )?){0,4}(?:[a-z-]+ ){0,2}")
_SUCH_AS = re.compile(
    r"(?: [\w&’'-]+){0,8}?,? ?\(?,?(?:including|such as|like|among them|notably)(?: the likes of)?:? "
)
_PERCENT = re.compile(
    r"(?:(?:up to|about|nearly|more than|around) )?\d+(?:\.\d+)?\s?(?:%|per\s?cent)"
    r"|\b(?:(?:non-)?controlling|majority|minority)\b",
    re.I,
)


#: Nouns of which a "market" is only a part of the name.
_WORTH = frozenset({"value", "valuation", "cap", "capitalization", "capitalisation"})
#: Stretches of time in which something is done.
_PERIODS = frozenset({"half", "quarter", "year", "month", "week", "period"})
#: What is worth something itself, and not whose it is or in whom: "his stake in Kerr is worth".
_HELD = frozenset({"stake", "holding", "shareholding"})
#: So many words behind a title its person may be named: "a former Commissioner for Works in Norton, Lena Brandt".
TITLE = 9
#: Object pronouns of things and companies.
OBJECT_PRONOUNS = frozenset({"it", "them"})
#: What a company may be called again.
BARE = frozenset({"company", "firm", "business", "group", "retailer", "bank", "airline", "club", "team", "startup"})
#: Types whose sides are names even where the name finder has missed them.
NAMED_TYPES = frozenset({"acquisition", "investment", "financing", "valuation"})
#: Types whose object may be a state that does nothing itself: "aid for Norway", "a claim against Norway".
STATE_TYPES = frozenset({"payment", "lawsuit"})
#: Types whose subject may be a state that only does what it is told to: "ordered Norway to pay".
STATE_ACTS = frozenset({"payment", "lawsuit"})
#: Types whose subject may be such a state: "a loan to Norway".
STATE_SUBJECTS = frozenset({"financing"})
#: Types whose fact is a deed of a state where the state does it: "Norway will lend", "a pact with Norway".
STATE_DEEDS = frozenset({"payment", "lawsuit", "financing", "agreement", "acquisition", "investment", "spending"})
#: Roles of who does what the trigger tells.
DOERS = frozenset({"agent", "governor", "receiver"})


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: a party, or the article's own words."""

    party: str | None = None
    text: Span | None = None
    token: Token | None = None


class Slots:
    """Fills the slots that a frame asks for from the roles of its trigger."""

    def __init__(self, patterns: Patterns, reader: PartyReader):
        data = patterns.load("facts.toml", FactFile)
        self._light = data.light
        self._reader = reader
        self._purpose = {key: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.I)
                         for key, words in data.purpose.items()}  # fmt: skip
        self._names = NameLists(patterns.load("rounds.toml", RoundFile).item)
        lists = ("asset", "plant", "goods", "commodity", "do", "receive", "actor", "plaintiff", "purse", "payee")
        lists += ("lender", "debtor", "buyer", "valued", "fined", "sued")
        self._lists = {f"@{name}": getattr(data.light, name) for name in lists}
        self._expanded: dict[tuple[str, ...], frozenset[str]] = {}

    def expand(self, listed: Sequence[str]) -> frozenset[str]:
        """The words that a frame lists, those of named lists among them."""
        key = tuple(listed)
        if key not in self._expanded:
            self._expanded[key] = frozenset(w for entry in key for w in self._lists.get(entry, (entry,)))
        return self._expanded[key]

    @staticmethod
    def is_name(scene: Scene, filler: Filler, frame: Frame) -> bool:
        """Whether the filler is a name that no party has, or a state that is paid or sued."""
        state = frame.type in STATE_TYPES | STATE_SUBJECTS and filler.token is not None and filler.text is not None
        if state and filler.text == state_at(scene, filler.token):
            return True
        if frame.type not in NAMED_TYPES or filler.token is None or filler.text is None:
            return False
        return filler.text == unknown_name(scene.analysis, scene.parse, scene.resolution, filler.token)

    def means_party(self, scene: Scene, filler: Filler) -> bool:
        """Whether the words that fill a slot mean a party or a state: "$3 million goes to Kerr" pays Kerr."""
        token = filler.token
        return token is not None and bool(self.parties(scene, token) or state_at(scene, token))

    def fill(
        self,
        scene: Scene,
        roles: Roles,
        wanted: Sequence[str],
        frame: Frame,
        *,
        subject: bool,
        taken: set = frozenset(),
    ) -> list[Filler]:
        text_heads = self.expand(frame.text_subject if subject else frame.text_object)
        for role in wanted:
            if role == "main!" and scene.main:
                return [Filler(scene.main)]
            fillers: list[Filler] = []
            beside: list[Filler] = []
            only_party = role.endswith("!")
            if role == "exampled!":
                fillers = self._examples(scene, roles.trigger)
            if role.endswith("*"):
                kinds = frame.subject_kinds if subject else frame.object_kinds
                listed = [Filler(party) for party in self._run_of(scene, roles.get(role.rstrip("*")))]
                fillers = [f for f in listed if _of_kind(scene, f, kinds)]
            for token in [] if role.endswith("*") else roles.get(role.rstrip("!")):
                token = _of_all(self._titled(scene, token), frame)
                if subject and frame.type == "valuation":
                    token = _whole_of(token)
                if not subject and frame.type == "lawsuit" and self._is_staff(token):
                    words = self.phrase(scene, token)  # "two executives of Halvor were charged": not Halvor
                    named = [f for t in _named_behind(token) for f in self.parties(scene, t)]
                    fillers += named
                    beside += [Filler(text=words, token=token)] if words and not named else []
                    continue
                if subject and frame.keys.get("purpose") == "fine" and self._is_staff(token, others=True):
                    words = self.phrase(scene, token)  # "fined Kerr and three others"
                    beside += [Filler(text=words, token=token)] if words else []
                    continue
                if scene.money_at(token):
                    fillers += self._behind_sum(scene, token)
                    continue
                if token.lower_.endswith(("self", "selves")):
                    continue
                sold = not subject and frame.type == "acquisition"
                token = _held(_unit_in(token)) if sold else token
                found = [] if (frame.prefer_text and not subject) else self.parties(scene, token, sold=sold)
                if subject and frame.type == "valuation" and token.lemma_.lower() in _HELD:
                    found = [Filler(text=words, token=token)] if (words := self.phrase(scene, token)) else []
                if sold and found and all(f.party in taken for f in found) and _in_named_unit(token):
                    found = []  # "sold a stake in its towers unit": not of the seller
                if not found and not subject and frame.type == "acquisition" and token.lower_ in OBJECT_PRONOUNS:
                    found = self._pronoun_target(scene, roles.trigger, token)
                again = sold and token.lower_ in OBJECT_PRONOUNS and roles.trigger.dep_ == "conj"
                if again and found and all(f.party in taken for f in found):
                    found = [f for f in self._pronoun_target(scene, roles.trigger, token) if f.party not in taken]
                if not subject and frame.type == "payment" and taken and _own_person(token, found, taken):
                    found = []  # "pays its chief executive $3 million": not itself
                if not subject and frame.type == "investment" and is_bare_company(scene, token):
                    found = [f for f in found if f.party not in taken]  # "Kerr put $3 million into the firm": not Kerr
                if not subject and frame.type in ("acquisition", "investment") and token.lemma_ in _FIRMS:
                    found = self._examples(scene, token) or found
                if not subject and frame.type == "payment" and token.lemma_ in _CAUSES:
                    found = self._examples(scene, token) or found
                if not found and not subject and frame.type in ("acquisition", "investment"):
                    found = self._other_company(scene, token, taken) or self._own_company(scene, frame, token, taken)
                if not found and not subject and frame.type == "acquisition" and (street := _address(scene, token)):
                    found = [Filler(text=street, token=token)]
                named_type = frame.type in NAMED_TYPES
                if not found and (named_type or frame.type in STATE_TYPES) and not (frame.prefer_text and not subject):
                    span = unknown_name(scene.analysis, scene.parse, scene.resolution, token)
                    party = namesake(scene.text, scene.resolution, span) if span else None
                    if party or (span and named_type):
                        found = [Filler(party, None if party else span, token)]
                lent = role.rstrip("!").rpartition(".")[2] in ("to", "for", "dative")
                states = STATE_SUBJECTS if subject and lent else STATE_ACTS if subject else STATE_TYPES
                if not subject and role in ("from", "talks"):
                    states = STATE_TYPES | STATE_SUBJECTS  # "a loan from China"
                if subject and token.dep_ == "nsubj" and role.rstrip("!") in DOERS:
                    states = STATE_SUBJECTS | STATE_ACTS  # "Ukraine sold $3 million of bonds"
                if subject and role.rstrip("!") in DOERS and self._is_state(scene, token, frame):
                    states = (frame.type,)  # "Sweden has bought", "lent by Sweden"
                if not subject and role.rstrip("!") == "with" and self._is_state(scene, token, frame):
                    states = (frame.type,)  # "a pact with Sweden"
                if not found and frame.type in states and (state := state_at(scene, token)):
                    found = [Filler(text=state, token=token)]
                if not found and subject and _is_idle_court(token, roles, frame):
                    continue
                if not found and subject and token.pos_ == "NOUN" and self._may_be_words(token, frame):
                    span = _up_to(scene, self.phrase(scene, token), roles.trigger)
                    found = [Filler(text=span, token=token)] if span else []
                if not found and not subject and not only_party and self._reader.is_part(token):
                    preps = tree.prepositions(token)
                    inside = [t for name in ("in", "of") for t in preps.get(name, ()) if t.lemma_.lower() in text_heads]
                    token = inside[0] if inside else token
                if not subject and token.tag_ == "NNS" and "@actor" in frame.text_object and not _told_apart(token):
                    only_party = True  # "partnerships with operators" names nobody
                if not found and frame.type == "payment" and token.lemma_.lower() in self._light.unpaid:
                    continue
                named = _counted(token, text_heads) if not subject else self._may_be_words(token, frame)
                wild = "*" in text_heads and token.lemma_.lower() not in self._light.adverbial and not _is_time(token)
                wild = wild and not subject
                if not found and not only_party and (named or wild):
                    words = self.phrase(scene, token)
                    words = words if token == roles.trigger else _up_to(scene, words, roles.trigger)
                    words = _past_sum(scene, words) if frame.past_sum else words
                    span = _before_worth(scene, _before_court(scene, words, frame), frame)
                    found = [Filler(text=span, token=token)] if span else []
                kinds, paid = frame.subject_kinds if subject else frame.object_kinds, frame.type == "payment"
                fillers += [f for f in found if _of_kind(scene, f, kinds) and not (paid and self._holds_sum(scene, f))]
            fillers = [self._not_itself(scene, f, taken, frame) for f in _unique(fillers)]
            fillers = [f for f in fillers if f.party is None or f.party not in taken]
            if any(f.party for f in fillers) and not frame.prefer_text:
                counted = subject and frame.type == "lawsuit"
                words = [f for f in fillers if counted and not f.party and f.token is not None]
                beside += [f for f in words if _has_number(f.token)]
                fillers = [f for f in fillers if f.party or self.is_name(scene, f, frame)]
            fillers += [f for f in _unique(beside) if f.party is None and f not in fillers]
            if fillers:
                return fillers
        if subject and scene.main and {"agent", "governor"} & set(wanted) and tree.clipped(roles.trigger):
            return [Filler(scene.main)]  # a release's list: "Signed a contract with Kerr"
        return []

    def _is_staff(self, token: Token, others: bool = False) -> bool:
        """Whether the noun, or what a number counts ("two of his aides"), means people of somebody without a name."""
        if token.pos_ != "NUM" and any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in token.children):
            return False
        if others and token.lower_ == "others" and any(c.dep_ == "nummod" for c in token.children):
            return True
        return _counted(token, frozenset(self._light.staff))

    @staticmethod
    def _is_state(scene: Scene, token: Token, frame: Frame) -> bool:
        """Whether the token names a state that may fill a slot of such a fact: it acts, since a fact tells so."""
        name = state_at(scene, token) if frame.type in STATE_DEEDS else None
        return name is not None and scene.text[name.start : name.end].casefold() in places()

    @staticmethod
    def _titled(scene: Scene, token: Token) -> Token:
        """ "The former chief of Kerr, Lena Brandt, was charged": the person whose title the noun is."""
        if token.tag_ not in ("NN", "NNP") or scene.resolution.at(*scene.parse.span([token])):
            return token
        named = (c for c in token.subtree if c.dep_ == "appos" and 0 < c.i - token.i <= TITLE)
        people = (c for c in named if c.pos_ == "PROPN" and c.i > 0 and c.left_edge.nbor(-1).text == ",")
        parties = ((c, scene.resolution.at(*scene.parse.span([c]))) for c in people)
        return next((c for c, p in parties if p and scene.resolution.kind(p) == "person"), token)

    @staticmethod
    def _holds_sum(scene: Scene, filler: Filler) -> bool:
        """ "Repaid a $3 million loan": words with a sum in them are what is paid, not who."""
        words = filler.text
        return words is not None and any(words.start <= m.start < words.end for m in scene.money)

    def _may_be_words(self, token: Token, frame: Frame) -> bool:
        """Whether the frame takes this noun's phrase for its subject where no party is named."""
        listed = self.expand(frame.text_subject)
        if frame.type == "valuation" and token.lower_ == "market" and token.head.lemma_ in _WORTH:
            return False
        bare = token.tag_ == "NNS" and not any(c.dep_ in ("det", "poss", "nummod", "amod") for c in token.children)
        if frame.type == "valuation" and bare:
            return False  # "invests in companies with a market value of"
        if "*" in listed and (token.lemma_.lower() in self._light.adverbial or _is_loose(token, frame)):
            return False
        if frame.type == "acquisition" and token.tag_ == "NNS" and not any(c.is_alpha for c in token.children):
            return False  # "investors bought" tells of the market
        if frame.type == "investment" and token.tag_ == "NNS" and "*" not in listed and token.lemma_ not in _OWNERS:
            return False  # "raised $3 million from investors" names no investor
        return "*" in listed or (token.lemma_.lower() in listed and token.pos_ in ("NOUN", "PROPN"))

    def _pronoun_target(self, scene: Scene, trigger: Token, pronoun: Token) -> list[Filler]:
        """ "Kerr inherited Tier and sold it": what the verb before was done to, else what was bought or sold last."""
        if trigger.dep_ == "conj" and trigger.head.pos_ == "VERB":
            for patient in tree.patients(trigger.head)[:1]:
                found = self.parties(scene, patient, sold=True)
                if found:
                    return found
                if patient.lemma_.lower() in self._light.asset and (span := self.phrase(scene, patient)):
                    return [Filler(text=span, token=patient)]  # "to close its mill or sell it"
        return [Filler(text=Span(*scene.parse.span([pronoun])), token=pronoun)]

    def _examples(self, scene: Scene, noun: Token) -> list[Filler]:
        """ "Startups in Europe, including Kerr, Tier and Ames": those named by way of example."""
        if noun.tag_ not in ("NNS", "NNPS"):
            return []
        at = scene.parse.ends[noun.i]
        cue = _SUCH_AS.match(scene.text, at, scene.span.end)
        if cue is None:
            return []
        mentions = [m for m in scene.resolution.overlapping(cue.end(), scene.span.end) if m[3] == "name"]
        named = self._names.after(scene.text, cue.end(), mentions)
        if not mentions or not _OPENS_LIST.fullmatch(scene.text, cue.end(), mentions[0][0]):
            return []  # "including a rise in the revenue of Kerr"
        firms = [Filler(party, token=noun) for party in named if scene.resolution.kind(party) != "person"]
        placed = [e for e in scene.analysis.entities if e.label in ("GPE", "LOC")]
        unread = [
            Filler(text=words, token=noun)
            for words in self._names.unread(scene.text, cue.end(), scene.span.end, mentions)
            if not any(e.start < words.end and words.start < e.end for e in placed)
        ]
        return firms + unread if firms else []

    def _run_of(self, scene: Scene, tokens: Sequence[Token]) -> list[str]:
        """The parties listed from the first of `tokens` on: parses of long lists are not to be trusted."""
        if not tokens:
            return []
        start = min(scene.parse.starts[t.left_edge.i] for t in tokens)
        mentions = [m for m in scene.resolution.overlapping(start, scene.span.end) if m[3] != "pronoun"]
        return self._names.after(scene.text, start, mentions)

    @staticmethod
    def _not_itself(scene: Scene, filler: Filler, taken: set[str], frame: Frame) -> Filler:
        """ "Brandt is parting with Tier by selling it": an object pronoun is never the one who acts."""
        token = filler.token
        if filler.party not in taken or token is None or token.lower_ not in ("it", "them"):
            return filler
        at = scene.parse.starts[token.i]
        before = [
            party
            for start, _, party, _ in scene.resolution.overlapping(scene.span.start, at)
            if party not in taken and scene.resolution.kind(party) == "company"
        ]
        if before:
            return replace(filler, party=before[-1])
        if frame.type != "acquisition":
            return filler
        return replace(filler, party=None, text=Span(*scene.parse.span([token])))

    def _behind_sum(self, scene: Scene, token: Token) -> list[Filler]:
        """ "$75 million of Halvor shares": the party behind the sum."""
        for name in ("of", "in"):
            for behind in tree.prepositions(token).get(name, ()):
                if not scene.money_at(behind):
                    return self.parties(scene, behind)
        return []

    @staticmethod
    def _other_company(scene: Scene, token: Token, taken: set[str]) -> list[Filler]:
        """ "Kerr has left Tier, selling the business to Ames": the one company named before that does not act."""
        if not is_bare_company(scene, token):
            return []
        named = scene.resolution.overlapping(scene.span.start, scene.parse.starts[token.i])
        others = {p: None for _, _, p, _ in named if p not in taken and scene.resolution.kind(p) == "company"}
        return [Filler(next(iter(others)), token=token)] if len(others) == 1 else []

    @staticmethod
    def _own_company(scene: Scene, frame: Frame, token: Token, taken: set) -> list[Filler]:
        """ "Kerr put $3 million into the firm": into the article's own, where the sentence names no other one."""
        if frame.type != "investment" or not scene.main or scene.main in taken or not is_bare_company(scene, token):
            return []
        named = {p for _, _, p, _ in scene.resolution.overlapping(*scene.span) if scene.resolution.kind(p) == "company"}
        return [Filler(scene.main, token=token)] if named <= {scene.main, *taken} else []

    def parties(self, scene: Scene, token: Token, *, sold: bool = False) -> list[Filler]:
        found = self._reader.read(scene.resolution, scene.parse, scene.number, token, main=scene.main, sold=sold)
        return [Filler(party, token=token) for party in found]

    def phrase(self, scene: Scene, token: Token) -> Span | None:
        """The noun phrase of a token without relative clauses, appositions, sums and dates behind it."""
        if token.pos_ not in ("NOUN", "PROPN", "VERB", "ADJ", "NUM"):
            return None
        members = [token]
        stack = list(token.children)
        another_sum = any(c.dep_ == "conj" and scene.money_at(c) for c in token.children)
        while stack:
            child = stack.pop()
            if another_sum and child.head == token and child.dep_ in ("conj", "cc"):
                continue  # "on a yacht and $3 million on pianos"
            if child.dep_ in (
                "relcl",
                "appos",
                "punct",
                "advcl",
                "parataxis",
                "cc",
                "preconj",
                "dep",
                "advmod",
            ) and not (child.dep_ in ("cc",) and child.i > token.i):
                degree = child.dep_ == "advmod" and child.head.dep_ == "amod"  # "the most promising scientists"
                if degree or (child.dep_ == "punct" and child.text == "-"):
                    members.append(child)
                continue
            if child.dep_ == "prep" and child.lower_ == "from" and child.head == token:
                continue  # the seller
            if child.dep_ == "prep" and child.lower_ in ("to", "for", "from") and child.head.dep_ == "acl":
                behind = [scene.parse.span([c]) for c in child.children]
                if any(scene.resolution.at(*at) for at in behind) or any(scene.money_at(c) for c in child.children):
                    continue  # "a mill located in Norton to Kerr for $3 million"
            if child.dep_ == "prep" and child.lower_ in ("in", "since") and any(_is_year(c) for c in child.children):
                continue  # "the mill in 2005"
            if child.dep_ == "prep" and child.lower_ == "in" and any(c.lemma_ in _PERIODS for c in child.children):
                continue  # "lobbying in the first half of the year"
            priced = child.dep_ == "prep" and child.lower_ in ("of", "at", "for") and child.head == token
            if priced and any(scene.money_at(c) for c in child.children):
                continue  # "an investment in the mill of $3 million"
            members.append(child)
            stack.extend(child.children)
        span = _past_measure(scene.text, *scene.parse.span(_to_unit(_run(members, token))))
        return span if span and span.end - span.start <= 200 else None

    def keys(self, scene: Scene, roles: Roles, frame: Frame, trigger: Token) -> dict[str, str]:
        keys = dict(frame.keys)
        for key, role in frame.words.items():
            if role == "?purpose":
                keys[key] = self._purpose_of(scene, trigger)
                continue
            if role == "noun":
                span = self.noun_words(scene, trigger)
                keys[key] = scene.text[span.start : span.end]
                continue
            named = self.expand(frame.objects) if role == "patient" else frozenset()
            tokens = roles.get(role)
            for token in [t for t in tokens if t.lemma_.lower() in named] or tokens:
                if scene.money_at(token):
                    continue
                if key == "stake":
                    words = self._stake_words(scene, token)
                    if words:
                        keys[key] = words
                        break
                    continue
                fillers = self.parties(scene, token) if key in ("seller", "court") else []
                if fillers:
                    keys[key] = fillers[0].party or ""
                    break
                if key in ("court", "seller"):
                    if key == "court" and "court" in token.text.lower():
                        keys[key] = _text(scene, self.phrase(scene, token))
                    continue
                span = self.phrase(scene, token)
                if span and (key != "instrument" or names_instrument(token, _text(scene, span))):
                    keys[key] = _text(scene, span)
                    break
        if frame.type == "acquisition" and "stake" not in keys:
            for role in ("patient", "of"):
                for token in roles.get(role):
                    words = self._stake_words(scene, token) if self._reader.is_part(token) else None
                    if words and "stake" not in keys:
                        keys["stake"] = words
        return {k: v for k, v in keys.items() if v}

    def _stake_words(self, scene: Scene, token: Token) -> str | None:
        span = self.phrase(scene, token)
        words = _text(scene, span)
        found = _PERCENT.search(words)
        if not found:
            return None
        if found.group()[0].isdigit() or found.group()[-1] in "%t":
            return found.group()
        return f"{found.group()} {token.text}"

    def noun_words(self, scene: Scene, noun: Token) -> Span:
        """The trigger noun with its adjectives and compounds, sums left out ("credit facility")."""
        first = tree.hyphenated(noun)
        members = [noun] if first is noun else [noun, noun.nbor(-1), first]
        for child in sorted((c for c in noun.lefts if c.i < first.i or first is noun), key=lambda t: -t.i):
            if (
                child.dep_ in ("compound", "amod", "nmod")
                and child.i == members[-1].i - 1
                and not scene.money_at(child)
            ):
                members.append(child)
            else:
                break
        return Span(*scene.parse.span(members))

    def _purpose_of(self, scene: Scene, trigger: Token) -> str:
        near = " ".join(t.text for t in trigger.subtree)
        for words in (near, scene.text[scene.span.start : scene.span.end]):
            for purpose, pattern in self._purpose.items():
                if pattern.search(COMMISSION.sub("", words)):
                    return purpose
        return "other"


def _whole_of(token: Token) -> Token:
    """ "A portfolio of 30 malls valued at": what is valued is the portfolio."""
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    return above if above.lemma_ in ("portfolio", "collection", "fleet") else token


def _address(scene: Scene, token: Token) -> Span | None:
    """ "175 Third Street": the address that the token is part of."""
    start, end = scene.parse.span([token])
    found = _ADDRESS.finditer(scene.text, max(scene.span.start, start - 40), scene.span.end)
    return next((Span(*m.span()) for m in found if m.start() <= start and end <= m.end()), None)


_ADDRESS = re.compile(
    r"\b\d{1,5}(?:-\d{1,5})? (?:[NSEW]\.? |North |South |East |West )?(?:[A-Z0-9][\w’'-]* ){1,3}"
    r"(?:(?:St|Ave|Rd|Dr|Blvd|Ln|Pl|Ct|Pkwy|Hwy)\b\.?|Street|Avenue|Road|Drive|Boulevard|Lane|Way|Place|Court|Parkway"
    r"|Highway|Square|Terrace|Plaza|Circle|Broadway)(?! Partners| Capital)\b\.?"
)


def _past_sum(scene: Scene, words: Span | None) -> Span | None:
    """ "Kerr's $3 million plant in Oulu": the words behind the sum, for whose it is has been told."""
    sums = [m for m in scene.money if words is not None and words.start <= m.start and m.end < words.end]
    if words is None or not sums:
        return words
    start = sums[0].end + 1
    campus = _CAMPUS.search(scene.text, start, words.end)
    end = campus.start() if campus else words.end
    return Span(start, end) if start < end else words


#: Where a project stands that is told by its sum.
_CAMPUS = re.compile(r"\son\s.{2,40}?\scampus\b")


def _before_court(scene: Scene, words: Span | None, frame: Frame) -> Span | None:
    """ "A reseller in federal court": who is sued ends before the court."""
    if words is None or frame.type != "lawsuit":
        return words
    court = _IN_COURT.search(scene.text, words.start, words.end)
    return Span(words.start, court.start()) if court else words


_IN_COURT = re.compile(
    r"\s(?:in|before|at|over|for)\s(?:.*\b(?:[Cc]ourt|[Tt]ribunal)\b|(?:breach|damages|fraud|libel)\b)"
)


def state_at(scene: Scene, token: Token) -> Span | None:
    """The name of a country or place that the token ends."""
    start, end = scene.parse.span([token])
    places = [e for e in scene.analysis.entities if e.label in ("GPE", "LOC") and e.start <= start and end == e.end]
    return Span(places[0].start, places[0].end) if places and token.pos_ == "PROPN" else None


def _own_person(token: Token, found: Sequence[Filler], taken: set) -> bool:
    """Whether the noun only stands for who acts, as one of its people: "its chief executive", "its board"."""
    owned = any(c.dep_ == "poss" and c.lower_ in ("its", "their") for c in token.children)
    return owned and token.pos_ == "NOUN" and bool(found) and all(f.party in taken for f in found)


def _of_all(token: Token, frame: Frame) -> Token:
    """ "Paid $3 million to each of the families": those who are meant."""
    each = frame.type == "payment" and token.lower_ == "each"
    inner = tree.prepositions(token).get("of", ()) if each else ()
    return inner[0] if inner else token


def _has_number(token: Token) -> bool:
    """ "The commission and 17 states sued": words that count who they are."""
    return any(c.dep_ == "nummod" for c in token.children)


def _is_loose(token: Token, frame: Frame) -> bool:
    """ "Fined people $300": a plural that neither a number nor anything else tells apart is nobody in particular."""
    return frame.type == "payment" and token.tag_ == "NNS" and not any(c.is_alpha for c in token.children)


def _is_idle_court(token: Token, roles: Roles, frame: Frame) -> bool:
    """ "The court dismissed the case against Kerr": a court is no plaintiff of the suits that it hears."""
    if frame.type != "lawsuit" or roles.trigger.pos_ not in ("NOUN", "PROPN") or COURT.search(token.text) is None:
        return False
    return token.i == 0 or token.nbor(-1).lower_ != "grand"


def _named_behind(token: Token) -> list[Token]:
    """ "Two of its directors, Brandt and Ames": the names that tell who those are."""
    named = [c for c in token.subtree if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > token.i]
    return [t for c in named for t in tree.conjuncts(c)]


def _told_apart(noun: Token) -> bool:
    """ "Its lenders", "20 hospitals", "certain investors": not just any."""
    return any(c.dep_ in ("poss", "nummod") or c.lower_ in ("certain", "several", "both") for c in noun.children)


def _counted(token: Token, heads: frozenset[str]) -> bool:
    """Whether the noun, or what a number counts ("six of its mills"), is one of `heads`."""
    if token.pos_ == "NUM":
        return any(t.lemma_.lower() in heads for t in tree.prepositions(token).get("of", ()))
    return token.lemma_.lower() in heads


def _is_year(token: Token) -> bool:
    return len(token) == 4 and token.is_digit and token.text[:2] in ("18", "19", "20")


def _is_time(token: Token) -> bool:
    """ "Invested $3 million in 2015", "in April": when, and not in what."""
    return _is_year(token) or (token.lower_ in _MONTHS and token.tag_ == "NNP")


_MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december"}
)  # fmt: skip


def is_bare_company(scene: Scene, token: Token) -> bool:
    """ "The company", "the business": nothing but the article tells which."""
    the = [c for c in token.children if c.dep_ != "punct"]
    return token.lower_ in BARE and len(the) == 1 and the[0].lower_ in ("the", "this")


def _up_to(scene: Scene, words: Span | None, trigger: Token) -> Span | None:
    """ "A portfolio valued at": the words before the trigger."""
    at = scene.parse.starts[trigger.i]
    if words is None or not words.start < at < words.end:
        return words
    return Span(words.start, words.start + len(scene.text[words.start : at].rstrip(" ,")))


def _before_worth(scene: Scene, words: Span | None, frame: Frame) -> Span | None:
    """ "A contract with a hospital worth $3 million": the words before the contract's sum."""
    if words is None or frame.type != "agreement":
        return words
    found = _WORTH_SUM.search(scene.text, words.start, words.end)
    return Span(words.start, found.start()) if found else words


_WORTH_SUM = re.compile(r",? (?:worth|valued at) [^,;]*\d")


def _of_kind(scene: Scene, filler: Filler, kinds: Sequence[str]) -> bool:
    return not kinds or filler.party is None or scene.resolution.kind(filler.party) in kinds


def _unique(fillers: list[Filler]) -> list[Filler]:
    seen, kept = set(), []
    for filler in fillers:
        key = filler.party or filler.text
        words = None if filler.party else filler.text
        inside = words and any(not k.party and k.text.start <= words.start and words.end <= k.text.end for k in kept)
        if key not in seen and not inside:  # "research and development" are one thing
            seen.add(key)
            kept.append(filler)
    return kept


def _run(members: list[Token], head: Token) -> list[Token]:
    """The unbroken run of members around the head."""
    numbers = {t.i: t for t in members}
    low = high = head.i
    while low - 1 in numbers:
        low -= 1
    while high + 1 in numbers:
        high += 1
    return [numbers[i] for i in range(low, high + 1)]


def _unit_in(part: Token) -> Token:
    """ "A stake in a new subsidiary of Kerr": the unit of whose capital a part is bought, else the word itself."""
    units = [t for t in tree.prepositions(part).get("in", ()) if _is_unit(t)]
    return units[0] if units and part.lemma_.lower() in ("stake", "interest", "share") else part


def _in_named_unit(part: Token) -> bool:
    """Whether a part is one of "its towers unit", which has a name of its own."""
    units = [t for t in tree.prepositions(part).get("in", ()) if t.lower_ in _UNITS]
    return any(c.dep_ in ("compound", "amod", "nmod") for t in units for c in t.children)


def _to_unit(words: list[Token]) -> list[Token]:
    """ "Its Dutch parcels arm", read as "parcels" and a verb: a plain word for a unit right behind ends the phrase."""
    last = words[-1]
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    cut = following is not None and following.lower_ in _UNITS and following.dep_ in ("dobj", "appos", "dep", "ccomp")
    return [*words, following] if cut and last.pos_ in ("NOUN", "PROPN") else words


_UNITS = frozenset({"arm", "unit", "business", "division", "operation", "operations", "subsidiary", "chain", "brand"})


def _held(holder: Token) -> Token:
    """ "Shareholders of Tier voted to be absorbed": what they hold is sold."""
    if holder.lemma_.lower() not in _HOLDERS:
        return holder
    preps = tree.prepositions(holder)
    held = [t for name in ("of", "in", "at") for t in preps.get(name, ())]
    held += [c for c in holder.children if c.dep_ in ("compound", "poss", "nmod")]
    return next((t for t in held if t.pos_ == "PROPN"), holder)


_HOLDERS = frozenset({"shareholder", "stockholder", "holder", "member", "investor", "director"})


def _is_unit(noun: Token) -> bool:
    """ "A new subsidiary of Kerr" is not Kerr."""
    indefinite = any(c.lower_ in ("a", "an") for c in noun.children)
    return indefinite and noun.lemma_ in ("subsidiary", "unit", "affiliate", "division") and bool(
        tree.prepositions(noun).get("of")
    )


def _past_measure(text: str, start: int, end: int) -> Span | None:
    """ "A 12-unit" is no noun phrase: it goes on to its noun ("a 12-unit, two-storey block"), or is none."""
    if not _MEASURE.fullmatch(text, start, end):
        return Span(start, end)
    rest = _MEASURED.match(text, end)
    return Span(start, rest.end()) if rest else None


_MEASURE = re.compile(r"(?:(?:an?|the|its|this)\s)?\d[\d,.]*(?:-[a-z]+)+")
_MEASURED = re.compile(
    r",?\s(?:[\w&-]+,?\s){0,5}?(?:portfolio|propert(?:y|ies)|buildings?|communit(?:y|ies)|complex(?:es)?|apartments|tower"
    r"|hotels?|development|project|campus|cent(?:er|re)|warehouse|facility|plant|mine|site|block|fleet|park|farm|estate)\b"
)


def _text(scene: Scene, span: Span | None) -> str:
    return scene.text[span.start : span.end] if span else ""
