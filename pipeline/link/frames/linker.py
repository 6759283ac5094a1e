"""Fact frames over the dependency tree: a trigger word, its arguments by grammatical role, its sum.

The frames are data (`patterns/facts.toml`); here is how a role is looked up, how a word becomes a party,
and which of several sums a fact gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from spacy.tokens import Token

from ... import tree
from ...mentions import Span
from ...patterns import Patterns
from ...qualify import Qualifier
from ...records import Money
from ..courts import COURT
from ..draft import Draft
from ..fillers import PartyReader
from . import deals, payees, projects
from .conditions import (
    advised,
    entitled,
    governed_passively,
    is_aside,
    is_definite,
    is_done,
    is_stock,
    is_undone,
    object_reads,
    stands_before,
    supposed,
    uncounted,
)
from .file import FactFile, Frame
from .gapping import gapped
from .gate import Gate
from .roles import Roles
from .scene import Scene, share_sums, span_of
from .slots import OBJECT_PRONOUNS, Filler, Slots
from .standing import standing_of, with_sum

#: At most this many subject-object pairs of one trigger: longer lists are lists, not facts.
MAX_PAIRS = 12
#: Longer lists of those who sign one deal are lists of members.
MAX_SIGNERS = 6
#: What the gate takes for a word: with its hyphens, and the percent sign.
_WORD = re.compile(r"[\w-]+|%")
#: A sentence about the filing of a deal names the watchdog with which it is filed.
_FILED = re.compile(r"\bfil(?:ed|ing)\b[^;]*\bwith the\b", re.I)
#: Before what a sum goes to, where it is not "to" alone.
_GOES = {"spending": ("to", "on"), "investment": ("in", "into")}
#: What a price tag that does not open its sentence is that of, and how far behind its start one opens it.
_DEAL = re.compile(r"\b(?:deals?|purchases?|takeovers?|acqui\w+|mergers?|buy\w*|bought|bids?|offers?|transactions?)\b")
TAG = 20
#: How far before a verb its speaker's joy stands.
GLAD = 80
#: When, and not what for: "$5 million in Tier in May and $3 million in June".
_TIME = re.compile(
    r"(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|spring|summer|autumn|fall|winter|year|quarter|month"
)
#: What is said of a payment by a verb of its own that is no payment yet.
_PROMISED = {"offer": "proposed", "pledge": "expected", "promise": "expected", "commit": "expected"}
_QUESTION = re.compile(
    r"(?:^|[:.] )(?:How|Will|Would|Could|Should|Can|What|Why|Is|Are|Was|Were|Has|Have|Had|Does|Do|Did|Who)\b"
)


#: Who sells the company that they are named after: "Tier's shareholders sold the company".
_HOLDERS = frozenset({"shareholder", "stockholder", "owner", "family", "founder", "holder", "investor", "member"})


class Frames:
    """Matches all frames against a sentence."""

    def __init__(self, patterns: Patterns, qualifier: Qualifier, reader: PartyReader):
        data = patterns.load("facts.toml", FactFile)
        self._qualifier = qualifier
        self._light = data.light
        self._lemmas = data.lemmas
        self._verbs: dict[str, list[Frame]] = {}
        self._nouns: dict[str, list[Frame]] = {}
        self._adjectives: dict[str, list[Frame]] = {}
        for frame in data.frame:
            for word in frame.adjectives:
                self._adjectives.setdefault(word, []).append(frame)
            for lemma in frame.verbs:
                self._verbs.setdefault(lemma, []).append(frame)
            for lemma in frame.nouns:
                self._nouns.setdefault(lemma.lower(), []).append(frame)
        self._owning = _HOLDERS.union(data.light.organ)
        self.supplied = frozenset(frame.id for frame in data.frame if frame.supplied)
        self.customer_first = frozenset(frame.id for frame in data.frame if frame.customer_first)
        self.countering = frozenset(frame.id for frame in data.frame if frame.counters)
        self._slots = Slots(patterns, reader)
        self._price = re.compile(rf"\b(?:{'|'.join(map(re.escape, data.price.words))})\b", re.I)
        self._parts = re.compile(rf"\b(?:{'|'.join(map(re.escape, data.light.parts))})\b", re.I)
        self._gates = [Gate(frame, data.lemmas) for frame in data.frame]
        self._gate_of = {frame.id: gate for frame, gate in zip(data.frame, self._gates, strict=True)}
        self._gates_by_form: dict[str, list[Gate]] = {}
        for gate in self._gates:
            for form in gate.forms:
                self._gates_by_form.setdefault(form, []).append(gate)
        self._words = frozenset(word for gate in self._gates for word in gate.words)

    def wants(self, text: str, sums: int, parties: int) -> bool:
        """Whether a sentence with so many sums and parties may tell a fact: is there a trigger with enough beside it?

        Two thirds of all sentences hold some trigger word; a fact also needs a sum or a second party.
        """
        if not sums and parties < 1:
            return False
        words = self._words.intersection(_WORD.findall(text.lower()))
        if not words:
            return False
        gates = {id(gate): gate for word in words for gate in self._gates_by_form.get(word, ())}
        return any(gate.opens(words, text, sums, parties) for gate in gates.values())

    def drafts(self, scene: Scene) -> list[tuple[Draft, Token]]:
        """The facts that the sentence tells, each with its trigger."""
        found: list[tuple[Draft, Token, Frame]] = []
        for trigger in scene.parse.doc:
            for frame in self._frames_of(trigger):
                found += [(draft, trigger, frame) for draft in self._match(scene, trigger, frame)]
        share_sums(scene, found)
        for draft, trigger, _ in found:
            if draft.money and draft.type in ("payment", "investment", "spending"):
                draft.status = with_sum(draft, trigger, scene.text, scene.span.end, scene.money)
        told = [(draft, trigger) for draft, trigger, frame in found if self._stands(scene, draft, trigger, frame)]
        return told + gapped(scene, self._slots, told)

    def _stands(self, scene: Scene, draft: Draft, trigger: Token, frame: Frame) -> bool:
        """Whether what was filled is enough: news tells who, whom or how much; boilerplate tells neither."""
        if draft.money:
            unsure = frame.only_phrase or (trigger.lemma_.lower() in frame.ambiguous and not has_other_side(draft))
            # "to use millions of dollars to tackle the issue": a vague sum does not make a word a bond
            unsure = unsure or (frame.phrase_like is not None and frame.type == "financing" and _is_vague(scene, draft))
            return not unsure or self._phrase_fits(scene, trigger, frame)
        if "amount" in frame.needs:
            return False
        alone = not draft.object and not draft.object_text and not frame.one_sided
        if frame.type == "agreement" and not frame.supplied and alone:
            return False
        if frame.type == "agreement" and _thanks(scene, trigger):
            return False
        if draft.subject_text and frame.type == "financing":
            return False  # "loans for developers"
        if frame.type == "financing" and _replaces(trigger):
            return False  # "needed money to refinance a matured loan", "the refinancing of the tower"
        if draft.object_text and not self._telling(scene, draft):
            return False
        if frame.phrase_like is None or (frame.only_phrase and not frame.light):
            return True
        if trigger.tag_ == "NNS" and not draft.object and not any(c.dep_ != "det" for c in trigger.children):
            return False  # "its ability to close loans"
        return self._governed(trigger, frame) and self._phrase_fits(scene, trigger, frame)

    @staticmethod
    def _telling(scene: Scene, draft: Draft) -> bool:
        """Whether words for a party say enough without a sum: a name in them, or buyer and seller beside them."""
        if draft.type == "investment":
            return False
        if draft.rule in _SIGNED_WITH:
            return draft.subject is not None
        told = scene.text[draft.object_text.start : draft.object_text.end]
        if draft.type == "acquisition" and told in OBJECT_PRONOUNS:
            return True
        if draft.rule in _SUES:
            return told not in OBJECT_PRONOUNS
        if draft.type == "lawsuit" and _is_place(scene, draft.object_text):
            return True  # "has taken Norway to court"
        if draft.type == "acquisition" and draft.subject and (draft.keys.get("seller") or _is_some(draft, told)):
            return True
        words = scene.text[draft.object_text.start + 1 : draft.object_text.end]
        return re.search(r"\b[A-Z]", words) is not None

    def _phrase_fits(self, scene: Scene, noun: Token, frame: Frame) -> bool:
        span = self._slots.noun_words(scene, noun)
        return re.search(frame.phrase_like or "", scene.text[span.start : span.end], re.I) is not None

    def price_in(self, text: str, start: int, end: int, sums: Sequence[Money]) -> str | None:
        """The id of the sum that the stretch calls the price of the article's deal."""
        cue = self._price.search(text, start, end)
        if cue and cue[0].lower() == "price tag" and cue.start() > start + TAG and not _DEAL.search(text, start, end):
            return None  # "opened a mill that came with a price tag of $5 million"
        behind = [m for m in sums if cue and 0 <= m.start - cue.end() <= 60 and not m.equivalent_of]
        return behind[0].id if behind else None

    def instalments(self, scene: Scene, told: Sequence[tuple[Draft, Token]]) -> list[tuple[Draft, Token]]:
        """The parts of a sum that a sentence spells out ("$8 million, consisting of $6.5 million and …")."""
        taken = {draft.money for draft, _ in told}
        found = []
        for draft, trigger in told:
            if draft.type not in ("payment", "acquisition") or not draft.money:
                continue
            whole = next(m for m in scene.money if m.id == draft.money)
            cue = self._parts.search(scene.text, whole.end, scene.span.end)
            if not cue:
                continue
            for part in scene.money:
                if part.start < cue.end() or part.id in taken or part.equivalent_of or part.id not in scene.heads:
                    continue
                taken.add(part.id)
                copy = replace(
                    draft,
                    type="payment",
                    money=part.id,
                    rule="payment.part",
                    cues=[Span(*cue.span()), Span(part.start, part.end)],
                )
                if draft.type == "acquisition":
                    copy.object, copy.object_text = draft.keys.get("seller") or None, None
                copy.keys = {"purpose": draft.keys.get("purpose", "other")}
                copy.status = with_sum(copy, trigger, scene.text, scene.span.end, scene.money)
                found.append((copy, trigger))
        return found

    def _frames_of(self, token: Token) -> Iterator[Frame]:
        if token.pos_ not in ("NOUN", "PROPN"):
            yield from self._adjectives.get(token.lower_, ())
        if token.pos_ in ("VERB", "AUX") or (token.tag_ in ("VBN", "VBG", "VBD") and token.dep_ == "acl"):
            frames = self._verbs.get(self._lemmas.get(token.lower_, token.lemma_.lower()), ())
            particles = {c.lower_ for c in token.children if _is_particle(c)} if frames else set()
            objects = _object_words(token) if any(f.objects or f.without for f in frames) else frozenset()
            for frame in frames:
                if frame.particle and particles.isdisjoint(frame.particle):
                    continue
                if frame.objects and objects.isdisjoint(self._slots.expand(frame.objects)):
                    continue
                if frame.seconds and not any(t.lemma_ in frame.seconds for t in Roles(token).get("second")):
                    continue
                if frame.without and not objects.isdisjoint(self._slots.expand(frame.without)):
                    continue
                if frame.subjects and not self._subject_is(token, frame.subjects):
                    continue
                if not stands_before(token, frame):
                    continue
                if not object_reads(token, frame) or (frame.passive and not is_done(token, frame)):
                    continue
                yield frame
        elif token.pos_ in ("NOUN", "PROPN"):
            if token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN"):
                return  # "loan production", "Note Purchase Agreement"
            listed = self._nouns.get(_whole(token), ()) or self._nouns.get(token.lower_, ())
            for frame in self._nouns["series"] if _is_series(token) else listed:
                if frame.definite and not is_definite(token):
                    continue
                if frame.singular and uncounted(token) and not self._signed(token):
                    continue
                if not stands_before(token, frame) or (frame.passive and not governed_passively(token)):
                    continue
                yield frame

    def _signed(self, noun: Token) -> bool:
        """ "Signed deals with" makes facts of a plural that "expands its partnerships with" doesn't."""
        verb = tree.governor(noun)
        return verb is not None and verb.lemma_ in self._light.signs and noun.dep_ in ("dobj", "nsubjpass")

    def _subject_is(self, verb: Token, listed: Sequence[str]) -> bool:
        allowed = self._slots.expand(listed)
        return any(t.lemma_.lower() in allowed for t in tree.agents(verb))

    # -- one frame on one trigger

    def _match(self, scene: Scene, trigger: Token, frame: Frame) -> list[Draft]:
        noun = trigger.pos_ in ("NOUN", "PROPN")
        sentence = scene.text[scene.span.start : scene.span.end]
        if not self._gate_of[frame.id].fits(sentence):
            return []
        if "complement" in frame.needs and not any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in trigger.children):
            return []
        if not noun and (supposed(trigger) or advised(trigger)):
            return []
        if not noun and frame.type in ("financing", "investment") and entitled(trigger):
            return []
        if frame.type == "lawsuit" and trigger.lemma_ == "charge" and _charges_sum(scene, trigger):
            return []
        if sentence.rstrip().endswith("?") and _QUESTION.search(sentence):
            return []
        offered = noun and frame.type == "financing" and deals.lends(trigger)
        if offered and ("sold_to" in frame.object or trigger.tag_ == "NNS"):
            return []
        if noun and frame.type == "financing" and is_aside(trigger):
            return []
        if noun and frame.only_phrase and not self._phrase_fits(scene, trigger, frame):
            return []  # here, that it takes no other trigger's sum
        if noun and frame.undone and is_undone(trigger, frame.undone):
            return []
        if noun and frame.type == "valuation" and trigger.dep_ == "pobj" and trigger.head.lower_ in ("off", "from"):
            return []  # "wiped $3 million off its value"
        if noun and frame.type == "financing" and is_stock(trigger):
            return []
        owned = noun and bool(tree.owners(trigger)) and (not frame.only_phrase or frame.type == "valuation")
        owned = owned or (frame.type == "financing" and noun and bool(tree.by_agents(trigger)))
        if noun and frame.type == "valuation" and _held_by_owner(trigger):
            return []
        held = noun and trigger.dep_ == "pobj" and trigger.head.lower_ == "with"  # "Kerr, with a value of"
        if noun and frame.strict_light and not owned and not held and not self._governed(trigger, frame):
            return []
        roles = Roles(
            trigger,
            self._slots.expand(frame.light) if noun else frozenset(),
            frozenset(self._light.receive),
            frame.complements,
        )
        subjects = self._slots.fill(scene, roles, frame.subject, frame, subject=True)
        taken = {f.party for f in subjects if f.party}
        if (seller := frame.words.get("seller")) in ("agent", "vendor"):
            sellers = (t for t in roles.get(seller) if t.lemma_.lower() not in self._owning)
            taken |= {f.party for t in sellers for f in self._slots.parties(scene, t)}
        if "behalf!" in frame.subject and subjects and self._brokered(scene, roles, subjects):
            return []
        if frame.type in ("lawsuit", "payment") and not noun:
            subjects = self._not_behind(scene, roles, frame, subjects)
            taken = {f.party for f in subjects if f.party}
        objects = self._slots.fill(scene, roles, frame.object, frame, subject=False, taken=taken)
        if frame.type == "financing" and len(subjects) == 2 and not objects:
            subjects, objects = _lender_among(scene, subjects)
        shares = self._shares(scene, trigger, frame) if frame.type in ("payment", "spending", "investment") else []
        pairs = self._pairs(scene, trigger, subjects, objects, frame)
        if not pairs and frame.other_side:
            pairs = self._other_side(scene, trigger, subjects, objects)
        if not pairs:
            return []
        buyers: list[Token] = []
        if frame.type == "agreement" and deals.delivers(trigger, self._light.goods):
            buyers = list(deals.served(trigger))
        pairs = [
            (o, s)
            if (o.party and (o.token in buyers or _gives_work(trigger, o.token)))
            or (frame.customer_first and s.party and (o.party or o.text))
            else (s, o)
            for s, o in pairs
        ]
        event = deals.paying(trigger) if "payer" in frame.subject else trigger
        event = projects.deed(trigger) if "planner" in frame.subject else event
        standing = standing_of(self._qualifier, event, frame)
        if frame.standing and standing.status not in frame.standing:
            return []
        if frame.force and standing.status not in ("cancelled", "conditional"):
            standing.status = frame.force
        if frame.type in ("payment", "acquisition") and not noun and standing.status in ("completed", "ongoing"):
            standing.status = _PROMISED.get(trigger.lemma_, standing.status)
        if standing.status in frame.refuses or (standing.negated and "negated" in frame.refuses):
            return []
        keys = self._slots.keys(scene, roles, frame, trigger)
        cues = [Span(*scene.parse.span([trigger]))] + [Span(*scene.parse.span([t])) for t in standing.cues]
        drafts = []
        for subject, obj in pairs:
            own = {k: v for k, v in keys.items() if not (k == "seller" and v in (subject.party, obj.party))}
            drafts.append(
                Draft(
                    frame.type, scene.number, frame.id, subject.party, obj.party,
                    subject_text=None if subject.party else subject.text,
                    object_text=None if obj.party else obj.text,
                    status=standing.status, negated=standing.negated, keys=own, cues=list(cues),
                    score=0.5 if frame.weak else 1.0,
                )
            )  # fmt: skip
        return self._shared_out(scene, drafts, shares, frame)

    def _not_behind(self, scene: Scene, roles: Roles, frame: Frame, subjects: list[Filler]) -> list[Filler]:
        """ "The Idaho company sued Brandt and his new employer, Kerr": not Kerr, but the article's own company."""
        named = [t for role in frame.object for t in roles.get(role.rstrip("!*"))]
        behind = {f.party for t in named for f in self._slots.parties(scene, t)}
        kept = []
        for filler in subjects:
            described = filler.party in behind and filler.token is not None and filler.token.pos_ == "NOUN"
            if not described:
                kept.append(filler)
            elif scene.main and scene.main not in behind:
                kept.append(replace(filler, party=scene.main))
        return kept

    def _brokered(self, scene: Scene, roles: Roles, subjects: list[Filler]) -> bool:
        """ "Kerr arranged a loan for an office tower": who arranges for others borrows nothing."""
        others = [t for t in roles.get("behalf") if not any(o.lower_ in ("its", "their") for o in tree.owners(t))]
        named = {f.party for t in others for f in self._slots.parties(scene, t)}
        words = {f.token for f in subjects if f.party is None}
        return bool(others) and not any(f.party in named for f in subjects) and not words & set(others)

    @staticmethod
    def _shares(scene: Scene, verb: Token, frame: Frame) -> list[tuple[str, list[Token]]]:
        """The sums of "paid $3m to Tier and $2m to Brandt", each with the tokens that follow it up to the next."""
        if verb.pos_ not in ("VERB", "AUX") or not {"patient", "patient.of"} & set(frame.amount):
            return []
        patients = tree.patients(verb)
        if not patients:
            return []
        if "patient" in frame.amount and scene.money_at(patients[0]):
            heads = {t.i: t for t in [*patients[:1], *verb.subtree] if t == patients[0] or t.dep_ == "conj"}
        elif {"to", "dative"} & set(frame.object):
            heads = {t.i: t for t in payees.sums_of(patients)}
        else:
            return []
        plain = {m.id for m in scene.money if not m.equivalent_of and m.id in scene.heads}
        found = [(scene.money_at(t), t) for t in heads.values()]
        sums = sorted(
            ((money, t.i) for money, t in found if money in plain and scene.heads[money] == t), key=lambda s: s[1]
        )
        if len(sums) < 2:
            return []
        ends = [i for _, i in sums[1:]] + [len(verb.doc)]
        return [(money, list(verb.doc[i:end])) for (money, i), end in zip(sums, ends, strict=True)]

    def _shared_out(
        self, scene: Scene, drafts: list[Draft], shares: list[tuple[str, list[Token]]], frame: Frame
    ) -> list[Draft]:
        """One draft a sum; whoever stands behind a sum's own "to" or "on" gets it, else who gets the others."""
        if not shares or not drafts:
            return drafts
        own = [self._own_payee(scene, tokens, frame) for _, tokens in shares]
        if frame.type == "investment" and not (all(own) and any(filler.party for filler in own if filler)):
            return drafts  # "$5 million in cash and $3 million in stock"
        found = []
        for (money, _), filler in zip(shares, own, strict=True):
            for draft in drafts[:1] if filler else drafts:
                copy = replace(draft, money=money, keys=dict(draft.keys), cues=[*draft.cues, span_of(scene, money)])
                if filler:
                    copy.object, copy.object_text = filler.party, None if filler.party else filler.text
                found.append(copy)
        return found

    def _own_payee(self, scene: Scene, tokens: Sequence[Token], frame: Frame) -> Filler | None:
        """Whoever stands behind a sum's own "to", "on" or "in"; `tokens` run from the sum to the next one."""
        to = _GOES.get(frame.type, ("to",))
        behind = [t for t in tokens if t.dep_ == "pobj" and t.head.lower_ in to and t.head.i > tokens[0].i]
        behind = [t for t in behind if not _in_other_clause(t, tokens[0]) and not _TIME.fullmatch(t.text)]
        if not behind:
            return None
        token = behind[0]
        parties = [] if frame.prefer_text else self._slots.parties(scene, token)
        if parties:
            return parties[0]
        span = self._slots.phrase(scene, token) if frame.text_object else None
        return Filler(text=span, token=token) if span else None

    def _other_side(
        self, scene: Scene, noun: Token, subjects: list[Filler], objects: list[Filler]
    ) -> list[tuple[Filler, Filler]]:
        """A deal that names one side: the other is the sentence's only other company, else the article's own.

        One that names none, but says that it was signed, is between the two companies of its sentence.
        """
        sides = [p for p in _parties_of(scene) if scene.resolution.kind(p) in ("company", "public_body")]
        if _FILED.search(scene.text, scene.span.start, scene.span.end):
            sides = [p for p in sides if scene.resolution.kind(p) == "company"]
        names = {p.id: p.name for p in scene.resolution.parties}
        sides = [p for p in sides if not _RULES.search(names.get(p, ""))]
        if not subjects and objects and objects[0].party:
            others = [p for p in sides if p != objects[0].party and not _owns(scene, p)]
            bodies = [p for p in _parties_of(scene) if scene.resolution.kind(p) == "organization"]
            others = others or [p for p in bodies if p != objects[0].party]
            verb = tree.governor(noun)
            won = verb is not None and verb.lemma_ in self._light.receive
            if won and any(c.dep_ == "nsubj" for c in verb.children):  # who won it stands there, unknown
                others = [p for p in others if p == scene.main or not _only_speaks(scene, p)]
            side = others[0] if len(others) == 1 else (scene.main if not others else None)
            if side and side != objects[0].party:
                return [(Filler(side), objects[0])]
        signed = any(c.dep_ == "acl" and c.lemma_ in self._light.do for c in noun.children)
        if not subjects and not objects and len(sides) == 2 and signed:
            return [(Filler(sides[0]), Filler(sides[1]))]
        return []

    def _governed(self, noun: Token, frame: Frame) -> bool:
        verb = tree.governor(noun)
        light = verb is not None and verb.lemma_ in self._slots.expand(frame.light)
        return light or (frame.type == "financing" and bool(deals.in_talks(noun)))

    def _pairs(
        self, scene: Scene, trigger: Token, subjects: list[Filler], objects: list[Filler], frame: Frame
    ) -> list[tuple[Filler, Filler]]:
        nobody = Filler()
        if "subject" in frame.needs and not subjects:
            return []
        reciprocal = trigger.pos_ == "VERB" and any(map(_is_reciprocal, tree.patients(trigger)))
        if reciprocal and len(subjects) == 2:
            return [(subjects[0], subjects[1]), (subjects[1], subjects[0])]  # "are suing each other"
        if trigger.tag_ == "NNS" and len(subjects) > 2 and not objects and frame.type == "agreement":
            return []  # "A, B and C have signed leases", each one of its own
        if frame.type == "agreement" and not objects and _is_joint(subjects):
            return []
        if not objects and frame.type == "agreement" and len(subjects) == 2 and _own_unit(scene, subjects):
            return []
        if frame.one_sided and not objects and len(subjects) > 1:
            return []  # "A, B and C have signed leases" with somebody who is named elsewhere
        if frame.apart and not objects:
            return []
        if not objects and (frame.type == "agreement" or frame.plural) and 2 <= len(subjects) <= MAX_SIGNERS:
            return [(subjects[0], other) for other in subjects[1:]]  # "A, B and C signed a deal"
        if (frame.plural or (frame.lone and len(subjects) > 1)) and not objects:
            return []
        if "party_subject" in frame.needs:
            subjects = [s for s in subjects if s.party or self._slots.is_name(scene, s, frame)]
            if not subjects:
                return []
        if "object" in frame.needs and not objects:
            return []
        if "party" in frame.needs:
            objects = [o for o in objects if o.party or self._slots.is_name(scene, o, frame)]
            if "object" in frame.needs and not objects:
                return []
        if "thing" in frame.needs:
            objects = [o for o in objects if not self._slots.means_party(scene, o)]
            if not objects:
                return []
        pairs = [
            (s, o)
            for s, o in product(subjects or [nobody], objects or [nobody])
            if not (s.party and s.party == o.party)
            and ("a_party" not in frame.needs or any(_tells_name(scene, f) for f in (s, o, *objects)))
        ]
        return list(islice(pairs, MAX_PAIRS))


#: Who hears of agreements and signs none: courts, watchdogs, prosecutors.
_RULES = re.compile(COURT.pattern + r"|\b(?:Commission|Prosecutors?|Attorney General|Watchdog|Tribunal)\b", re.I)


def _is_vague(scene: Scene, draft: Draft) -> bool:
    return any(m.id == draft.money and m.amount is None and m.min is None and m.max is None for m in scene.money)


#: Verbs of saying behind and before a name.
_SPEAKS = re.compile(r" (?:said|says|reported|reports|noted|added)\b")
_SPOKEN = re.compile(r"\b(?:said|according to) $")


def _only_speaks(scene: Scene, party: str) -> bool:
    """Whether a sentence names a party just as who tells it: "…, Kerr said"."""
    places = [m for m in scene.resolution.overlapping(scene.span.start, scene.span.end) if m[2] == party]
    return bool(places) and all(
        _SPEAKS.match(scene.text, end) or _SPOKEN.search(scene.text, scene.span.start, start)
        for start, end, *_ in places
    )


def _gives_work(noun: Token, party: Token | None) -> bool:
    """Whether a party is who gives a contract: "a $3 million contract from Kerr"."""
    given = noun.lemma_.lower() in ("contract", "subcontract") and party is not None
    return given and party.dep_ == "pobj" and party.head.lower_ == "from"


def _lender_among(scene: Scene, subjects: list[Filler]) -> tuple[list[Filler], list[Filler]]:
    """ "Halvor Bank and Tier signed a loan agreement": the bank of the two lends to the other one."""
    named = {p.id: p.name for p in scene.resolution.parties}
    banks = [f for f in subjects if _BANK.search(named.get(f.party or "", ""))]
    if len(banks) != 1 or any(f.token is None or f.party is None for f in subjects):
        return subjects, []
    return [f for f in subjects if f is not banks[0]], banks


_BANK = re.compile(r"\b(?:Bank|Monetary Fund|Bancorp|Banque|Banco|Credit Union|Building Society)\b")


def _is_joint(subjects: Sequence[Filler]) -> bool:
    """ "A consortium of Kerr and Tier agreed to": one that acts for both, with somebody else."""
    tokens = {f.token.i: f.token for f in subjects if f.token is not None}
    return len(subjects) > 1 and len(tokens) == 1 and all(t.tag_ == "NN" for t in tokens.values())


def _own_unit(scene: Scene, subjects: Sequence[Filler]) -> bool:
    """ "Kerr and its subsidiary, Tier, have signed": the two are one side."""
    first, second = (filler.token for filler in subjects)
    if first is None or second is None:
        return False
    between = scene.text[scene.parse.starts[min(first.i, second.i)] : scene.parse.ends[max(first.i, second.i)]]
    return _UNIT.search(between) is not None


_UNIT = re.compile(r"\b(?:its|their) (?:[\w-]+ ){0,4}(?:subsidiary|unit|arm|division|affiliate|parent)\b")


def _is_some(draft: Draft, words: str) -> bool:
    """ "Bought the tower", "nine buildings in the city": things told apart or counted."""
    return draft.rule in _BUYS and _SOME.match(words) is not None


_SOME = re.compile(
    r"(?:the|its|their|his|her|this|another|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several"
    r"|\d[\d,.]*) (?!same\b)\w",
    re.I,
)
_BUYS = frozenset({"acquisition.buy", "acquisition.snap-up"})
#: Rules of suits against somebody who need not be named.
_SUES = frozenset(
    {"lawsuit.sue-somebody", "lawsuit.sue", "lawsuit.brought", "lawsuit.charged", "lawsuit.take-to-court",
     "lawsuit.legal-action"}
)  # fmt: skip
#: Rules that tell of a signed agreement with somebody who is not named.
_SIGNED_WITH = frozenset(
    ["agreement.signed-with", "agreement.signed-beside", "agreement.ratified", "agreement.with-some",
     "agreement.verb-some"]
)  # fmt: skip


def _whole(noun: Token) -> str:
    """The noun's lemma with what stands before its hyphen: "tie-ups" is no "up"."""
    first = tree.hyphenated(noun)
    return noun.lemma_.lower() if first is noun else f"{first.lower_}-{noun.lemma_.lower()}"


def _is_particle(word: Token) -> bool:
    """Whether the word belongs to its verb: "took over Tier", but not "took Tier to court over patents"."""
    if word.dep_ in ("prt", "advmod", "acomp"):
        return True
    governs = any(c.dep_ == "pobj" for c in word.children)
    return word.dep_ == "prep" and not (governs and any(c.dep_ == "dobj" for c in word.head.children))


def _is_series(token: Token) -> bool:
    """ "A $3 million Series B": the letter is the noun."""
    letter = len(token.text.rstrip(".")) == 1 and token.text[0].isupper() and token.i > 0
    return letter and token.nbor(-1).lower_ == "series" and token.nbor(-1).head == token


def _charges_sum(scene: Scene, verb: Token) -> bool:
    """ "Was charged $3 million for lamps" is a bill, "$3 million in charges" a cost."""
    if verb.pos_ == "NOUN":
        above = verb.head.head if verb.dep_ == "pobj" and verb.head.lower_ in ("in", "of") else None
        counted = above is not None and scene.money_at(above) is not None
        return counted or any(scene.money_at(c) for c in verb.children if c.dep_ in ("compound", "nummod", "amod"))
    return any(c.dep_ in ("dobj", "oprd", "npadvmod", "attr") and scene.money_at(c) for c in verb.children)


def _held_by_owner(noun: Token) -> bool:
    """ "Has mills with a value of": the value is that of what is held."""
    prep = noun.head
    holding = prep.head.lemma_ in ("have", "own", "manage", "operate", "hold", "list", "sell")
    return noun.dep_ == "pobj" and prep.lower_ == "with" and prep.head.pos_ in ("VERB", "AUX") and holding


def _parties_of(scene: Scene) -> list[str]:
    """The parties that the sentence names, in order."""
    found: dict[str, None] = {}
    for _, _, party, _ in scene.resolution.overlapping(scene.span.start, scene.span.end):
        found.setdefault(party)
    return list(found)


def _tells_name(scene: Scene, filler: Filler) -> bool:
    """Whether the filler is a party, or words with a name in them."""
    words = filler.text
    return filler.party is not None or (
        words is not None and re.search(r"\b[A-Z]", scene.text[words.start + 1 : words.end]) is not None
    )


def _owns(scene: Scene, party: str) -> bool:
    """Whether a party is named only as whom another one belongs to: "Acme, a subsidiary of Kerr"."""
    named = [m for m in scene.resolution.overlapping(scene.span.start, scene.span.end) if m[2] == party]
    return all(_BELONGS_TO.search(scene.text, max(scene.span.start, m[0] - 80), m[0]) for m in named)


_BELONGS_TO = re.compile(
    r"\b(?:(?:subsidiary|unit|arm|division|affiliate|member|part|portfolio company|joint venture|brand|offshoot) of"
    r"|(?:owned|controlled|backed|held) by) (?:the )?(?:[\w-]+[- ](?:based|listed) )?(?:[a-z-]+ ){0,2}$"
)


def _object_words(verb: Token) -> frozenset[str]:
    """The lemmas and words of what a verb is done to, and of what a sum among these counts."""
    heads = tree.patients(verb)
    behind = [tree.prepositions(h) for h in heads if tree.is_numeric(h)]
    heads = heads + [t for preps in behind for name in ("of", "in") for t in preps.get(name, ())]
    return frozenset(word for t in heads for word in (t.lemma_.lower(), t.lower_))


def _replaces(noun: Token) -> bool:
    """Whether the noun without a sum is an old debt that is refinanced, or the refinancing of a building."""
    verb = tree.governor(noun) if noun.pos_ == "NOUN" else None
    return noun.lemma_ == "refinancing" or (verb is not None and verb.lemma_ == "refinance")


def has_other_side(draft: Draft) -> bool:
    return bool(draft.object or draft.object_text)


def _in_other_clause(token: Token, first: Token) -> bool:
    """Whether a verb behind the sum stands between: "after margins carried profit to a record $3 million"."""
    above = token.head
    while above.head != above:
        above = above.head
        if above.pos_ in ("VERB", "AUX") and above.i > first.i:
            return True
        if above.i <= first.i:
            return False
    return False


def _is_reciprocal(token: Token) -> bool:
    return token.lower_ == "other" and token.i > 0 and token.nbor(-1).lower_ == "each"


def _is_place(scene: Scene, words: Span) -> bool:
    placed = (e for e in scene.analysis.entities if e.label in ("GPE", "LOC"))
    return any(e.start == words.start and e.end == words.end for e in placed)


def _thanks(scene: Scene, trigger: Token) -> bool:
    """ "Our partnership with Kerr shows", "we are thrilled to partner with Kerr" praise what is told elsewhere."""
    if any(c.lower_ == "our" for c in trigger.children):
        verb = tree.governor(trigger)
        return verb is None or verb.lemma_ not in _MADE
    before = scene.text[max(scene.span.start, scene.parse.starts[trigger.i] - GLAD) : scene.parse.starts[trigger.i]]
    return trigger.pos_ == "VERB" and (_GLAD.search(before) or _OWN_JOY.search(before)) is not None


#: What is done to a contract, even where "we" do it.
_MADE = frozenset({"sign", "extend", "renew", "terminate", "end", "announce", "expand", "close", "amend", "conclude"})
_OWN_JOY = re.compile(
    r"\b(?:[Ww]e|I)(?: are| am|['’]re|['’]m)(?: \w+)? (?:proud|pleased|delighted|happy|glad) to (?:have )?$"
)
_GLAD = re.compile(
    r"(?i)\b(?:opportunity|chance|privilege|honou?r|look(?:s|ing)? forward|eager"
    r"|(?:excited|thrilled)(?: to (?!partner)[^.;]{0,60} and)?) to $"
)
