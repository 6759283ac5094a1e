"""Whose a figure is: by the words around it, by the parse, or by what was spoken of before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from ...mentions import Span
from ...nlp import Parse
from ...patterns import Table
from ...resolve.result import Mention
from ...tree import agents
from ..fillers import PartyReader
from . import states
from .bearers import bare_name, hangs_bare, named_behind, owned_unit, relative, told_by
from .figure import Figure
from .scene import FIGURE_KINDS, MAX_CLIMB, MEMORY, Owner, Scene
from .segments import compound as segment_before
from .segments import named_before, part_behind

#: "Revalued by", "audited by" before those whose figures are not told.
_ASSESSED = re.compile(
    r"\b(?:(?:re)?valued|apprais\w+|assess\w+|audited|reviewed|advised|rated|polled|surveyed|compiled|canvass?ed|tracked"
    r"|quoted|cited|interviewed|questioned) by (?:the )?$"
)


#: What ends a dateline before a name.
_DATELINE = re.compile(r"\)\s|--\s|[—–]\s")
#: "Told the Assembly that" before those who only hear of a figure.
_ADDRESSED = re.compile(r"\b(?:told|tells|telling|informed|informs|assured) (?:the |its |a )?(?:[a-z-]+ ){0,2}$")


class Subject(Table):
    light: tuple[str, ...]
    company: tuple[str, ...]
    state: tuple[str, ...]
    public: tuple[str, ...]
    forecasts: tuple[str, ...]
    unit: tuple[str, ...]
    establishment: tuple[str, ...]


class Owners:
    """Finds the owner of a figure; holds word lists only."""

    def __init__(self, subject: Subject, consensus: re.Pattern[str], reader: PartyReader):
        self._reader, self._consensus = reader, consensus
        self._light = frozenset(subject.light)
        self._company = frozenset(subject.company)
        self._state = frozenset(subject.state)
        self._public = frozenset(subject.public)
        self._unit = frozenset(subject.unit)
        self._forecasts = frozenset(subject.forecasts)
        self._establishment = frozenset(subject.establishment)

    def find(self, scene: Scene, figure: Figure) -> Owner | None:
        resolution, text, start = scene.resolution, scene.text, scene.span.start
        if scene.analysis.sentences[scene.number].role == "byline":
            return None
        possessor = re.search(r"(\S+(?:\s\S+){0,3}?)['’]s?\s+(?:[\w-]+\s+){0,4}$", text[start : figure.at.start])
        if possessor and _OF_ANOTHER.match(text, start + possessor.end(1)):
            return None
        if possessor:
            dateline = max((m.end() for m in _DATELINE.finditer(possessor[1])), default=0)
            at = Span(start + possessor.start(1) + dateline, start + possessor.end(1))
            named = resolution.overlapping(at.end - 1, at.end)  # who stands right before the "'s", not who is quoted
            owner = named[-1][2] if named else None
            at = Span(named[-1][0], at.end) if named else at
            held = [
                m
                for m in resolution.overlapping(at.end + 2, figure.at.start)
                if m[3] == "name" and resolution.kind(m[2]) in ("company", "organization")
            ]
            unit = owned_unit(scene, at, figure) if owner else None
            if unit:
                return unit
            if owner and not held:  # "Brandt's Tier lost" tells of Tier
                return Owner(owner) if self._has_figures(scene, owner) else None
            if self.is_public(scene, figure) or states.debt(scene, figure, at):
                state = states.possessing(start + possessor.start(1), possessor[1])
                if state:
                    return state
        inside = [
            entry
            for entry in resolution.overlapping(scene.span.start, scene.span.end)
            if resolution.kind(entry[2]) in FIGURE_KINDS and not _RANKING.match(text, entry[1])
            if not (_ADDRESSED.search(text, start, entry[0]) or _ASSESSED.search(text, start, entry[0]))
        ]
        passive = told_by(scene, figure, inside)
        if passive:
            return passive
        apposed = [e for e in inside if _APPOSED.fullmatch(text, e[1], min(figure.at.start, figure.money.start))]
        if apposed and not figure.verb:
            return Owner(apposed[-1][2])
        if figure.verb and figure.stock and text[figure.at.start : figure.at.end].endswith("ing"):
            house = [e for e in inside if e[3] == "name" and _HOUSE.fullmatch(text, e[1], figure.at.start)]
            if house:
                return Owner(house[-1][2])
        behind = [e for e in inside if e[0] >= figure.at.end and _BEHIND.fullmatch(text, figure.at.end, e[0])]
        if behind and not figure.verb:
            if kin := relative(scene, behind[0]):
                return kin
            part = part_behind(scene, behind[0][1])
            return Owner(text=Span(behind[0][0], part)) if part else Owner(behind[0][2])
        part_named = None if figure.verb else segment_before(scene, figure)
        if part_named:
            return part_named
        first = min(figure.at.start, figure.money.start)
        compound = [
            e
            for e in inside
            if e[1] <= figure.at.start and re.fullmatch(r"\s+(?:[\w-]+\s+){0,2}", text[e[1] : figure.at.start])
        ]
        if compound and not figure.verb and compound[-1][1] <= first:
            return Owner(compound[-1][2])
        at = [e for e in inside if e[0] >= figure.money.end and _AT.fullmatch(text, figure.money.end, e[0])]
        if at and not figure.verb and not figure.earlier and figure.at.end <= figure.money.start:
            return Owner(at[0][2])
        unknown = named_behind(scene, figure)
        if unknown:
            return unknown
        country = states.country(scene, figure) if self.is_public(scene, figure) else None
        if country:
            return country
        told = self._grammatical(scene, figure)
        if told is not None and (told.party or told.text):
            return told
        if told is not None:
            of_others = self.is_public(scene, figure) or (not inside and self._of_analysts(scene, figure))
            return self._context(scene, figure) if of_others else self._implied(scene, figure, inside)
        before = [entry for entry in inside if entry[1] <= first and not _ASSESSED.search(text, start, entry[0])]
        if self.is_public(scene, figure):
            before = [entry for entry in before if resolution.kind(entry[2]) == "public_body"]
        if before:
            parties = [entry[2] for entry in before]
            return Owner(scene.main if resolution.release and scene.main in parties else parties[0])
        said = re.search(
            r",\s+(?:the\s+)?[^,]{2,60}\s+(?:said|reported|announced)\b", text[figure.money.end : scene.span.end]
        )
        if said and inside:
            at = figure.money.end
            speaker = [e for e in inside if at + said.start() <= e[0] and e[1] <= at + said.end()]
            if not self._only_counts(scene, figure, (speaker or inside)[-1][2]):
                return Owner((speaker or inside)[-1][2])
        own = self._context(scene, figure)
        told_of = own is not None and (resolution.release or own.party in {entry[2] for entry in inside})
        behind_sum = all(e[0] >= figure.money.end and not _THEIRS.search(text, start, e[0]) for e in inside)
        leads = behind_sum and self._leads(scene, figure)
        return own if not inside or told_of or leads or self._of_analysts(scene, figure) else None

    @staticmethod
    def compared(scene: Scene, figure: Figure) -> Owner | None:
        """Another company whose figure one is compared with: "compared with $3 million at Kerr"."""
        for low, _, party, _ in scene.resolution.overlapping(figure.money.end, scene.span.end):
            if _AT.fullmatch(scene.text, figure.money.end, low) and scene.resolution.kind(party) in FIGURE_KINDS:
                return Owner(party)
        return None

    @staticmethod
    def _leads(scene: Scene, figure: Figure) -> bool:
        """Whether a sentence begins with its metric: others named behind its sum are no owners of it."""
        if figure.at.start > figure.money.start:
            return False
        return _LEADS.fullmatch(scene.text, scene.span.start, figure.at.start) is not None

    @staticmethod
    def _implied(scene: Scene, figure: Figure, inside: Sequence[Mention]) -> Owner | None:
        """The company of a figure whose grammatical owner has none: one whom somebody leads there, or one described.

        "As president of Acme he took it to $3 million in sales", "Acme, a maker of ovens with $3 million in sales",
        "Acme has 40 branches serving farmers and $3 million in assets".
        """
        text, first = scene.text, min(figure.at.start, figure.money.start)
        start = scene.span.start
        before = [entry for entry in inside if entry[1] <= first and not _ASSESSED.search(text, start, entry[0])]
        if not before:
            return None
        last = before[-1]
        if _DESCRIBED_AS.fullmatch(text, last[1], first):
            return Owner(last[2])
        if len({entry[2] for entry in before}) > 1:
            return None
        people = [
            m
            for m in scene.resolution.overlapping(scene.span.start, first)
            if scene.resolution.kind(m[2]) == "person" and m[3] == "name"
        ]
        led = (people or _LED.search(text, scene.span.start, first)) and not _OF_PERSON.search(text, last[1], first)
        dealt = _DEALT.search(text, *figure.at)  # what brokers have sold is theirs, not their firm's
        if led and not figure.verb and not dealt and scene.resolution.kind(last[2]) == "company":
            return Owner(last[2])
        holds = figure.stock and _HOLDS.match(text, before[0][1]) and not _OTHERS.search(text, before[0][1], first)
        return Owner(before[0][2]) if holds and before[0][0] - scene.span.start < 5 else None

    def _has_figures(self, scene: Scene, party: str) -> bool:
        return scene.resolution.kind(party) in FIGURE_KINDS

    def is_public(self, scene: Scene, figure: Figure) -> bool:
        """Whether only a state has such a figure."""
        word = scene.text[figure.at.start : figure.at.end].lower()
        return word in self._public

    def _context(self, scene: Scene, figure: Figure, definite: bool = False) -> Owner | None:
        """Whom the article speaks of: the owner of the last figures, or its own company; for a budget the state.

        "The airline" (`definite`) is rather the one company named since those figures.
        """
        memory, kind = scene.memory, scene.resolution.kind
        if self.is_public(scene, figure):
            known = [
                party
                for party in (memory.owner, scene.main)
                if party and kind(party) == "public_body" and not states.only_counts(scene, party)
            ]
            if memory.country and scene.number - memory.country_at <= MEMORY:
                return Owner(text=memory.country)
            known = known or states.governments(scene)
            return Owner(known[0]) if known else None
        if memory.name and scene.number - memory.name_at <= MEMORY and memory.name_at >= memory.owner_at:
            return Owner(text=memory.name)
        own = scene.main
        if memory.owner and scene.number - memory.owner_at <= MEMORY:
            since = self._companies(scene, memory.owner_at + 1) if definite else []
            if len(since) == 1:
                return Owner(since[0])
            own = memory.owner
        if not scene.resolution.release:  # whose figures are its issuer's
            own = scene.chooser.of(figure.at, own)
        return Owner(own) if own else None

    def _named_before(self, scene: Scene, at: int) -> bool:
        return any(self._has_figures(scene, m[2]) for m in scene.resolution.overlapping(scene.span.start, at))

    @staticmethod
    def _companies(scene: Scene, number: int) -> list[str]:
        """The companies that the sentences from one up to this one name."""
        if number >= scene.number:
            return []
        start = scene.analysis.sentences[number].start
        named = scene.resolution.overlapping(start, scene.span.start)
        return list(dict.fromkeys(m[2] for m in named if m[3] == "name" and scene.resolution.kind(m[2]) == "company"))

    def _grammatical(self, scene: Scene, figure: Figure) -> Owner | None:
        """The subject that the parse gives: an empty owner for somebody without figures, None when unknown."""
        parse = scene.parse
        if parse is None:
            return None
        tokens = parse.tokens(figure.at.start, figure.at.end) or parse.tokens(figure.money.start, figure.money.end)
        token = tokens[0] if tokens and figure.verb else (tokens[-1] if tokens else None)
        if token is None:
            return None
        for _ in range(MAX_CLIMB):
            if token.pos_ in ("VERB", "AUX"):
                whos = agents(token)
                if token.dep_ == "acl" and token.tag_ == "VBG" and hangs_bare(token.head.lower_):
                    token = token.head
                    continue
                if not whos and token.head != token and token.dep_ in ("ccomp", "xcomp", "conj", "advcl"):
                    token = token.head
                    continue
                return self._read(scene, parse, whos, figure)
            if token.head == token:
                return None
            if token.lower_ == "with" and token.head.pos_ in ("NOUN", "PROPN"):
                bearer = self._reader.read(scene.resolution, parse, scene.number, token.head)
                if bearer and self._has_figures(scene, bearer[0]):
                    return Owner(bearer[0])
            if token.dep_ in ("nsubj", "nsubjpass"):
                return self._speaker(scene, parse, token.head, figure)
            token = token.head
        return None

    def _read(self, scene: Scene, parse: Parse, whos: Sequence[Token], figure: Figure) -> Owner | None:
        for who in whos:
            if _ASSESSED.search(scene.text, scene.span.start, parse.span([who.left_edge])[0]):
                return self._context(scene, figure) or Owner()  # "analysts polled by Brandt expected"
            if who.lower_ in self._unit and scene.resolution.at(*parse.span([who])) is None:
                return self._unnamed(scene, parse, who, figure)
            for found in self._reader.read(scene.resolution, parse, scene.number, who, main=scene.main):
                if self._has_figures(scene, found):
                    return Owner(found)
                if self._foresees(who):
                    return self._context(scene, figure) or Owner()
                return Owner(self._namesake(scene, parse, who))
            if who.dep_ == "attr" and who.head.pos_ in ("VERB", "AUX"):
                return self._read(scene, parse, [c for c in who.head.children if c.dep_ == "nsubj"], figure)
        return self._unnamed(scene, parse, whos[0], figure) if whos else None

    def _foresees(self, who: Token) -> bool:
        """Whether a person "expects profit of $3 million": an analyst speaks of the company that is spoken of."""
        return who.dep_ == "nsubj" and who.head.pos_ == "VERB" and who.head.lemma_.lower() in self._forecasts

    @staticmethod
    def _namesake(scene: Scene, parse: Parse, who: Token) -> str | None:
        """The article's company where a surname is also the first word of its name: people have no such figures."""
        start, end = parse.span([who])
        names = {party.id: party.name for party in scene.resolution.parties}
        own = names.get(scene.main or "", "")
        return scene.main if own.split(" ")[0] == scene.text[start:end] else None

    def _unnamed(self, scene: Scene, parse: Parse, who: Token, figure: Figure) -> Owner | None:
        """The owner for a subject that is no party: pronouns and light nouns mean the company spoken of."""
        lemma = who.lower_
        if lemma in ("he", "she", "who") and self._foresees(who):
            return self._context(scene, figure) or Owner()
        if lemma in ("it", "we", "they", "which", "that", "this"):
            return self._context(scene, figure) or Owner()
        told = {c.dep_ for c in who.children}
        part = lemma == "business" and "poss" in told and told & {"amod", "compound"}  # "its oven business"
        if lemma in self._unit or part:
            words = [t for t in who.subtree if t.i <= who.i]
            return Owner(text=named_before(scene, Span(*parse.span(words))))
        if lemma in self._state and self.is_public(scene, figure):
            return self._context(scene, figure) or Owner()
        owner = self._possessor(scene, parse, who)
        if owner:
            return owner
        if who.pos_ == "PROPN":
            name = [t for t in who.children if t.dep_ == "compound" and t.i < who.i]
            return bare_name(scene, *parse.span([*name, who])) or Owner()
        definite = any(c.lower_ in ("the", "this") for c in who.children)
        if lemma in self._company and definite and not self._named_before(scene, parse.span([who])[0]):
            return self._context(scene, figure, definite=True)
        if lemma in self._light:
            return None
        if lemma in self._establishment and any(c.lower_ in ("the", "this") for c in who.children):
            words = [t for t in who.subtree if t.i <= who.i]
            return self._named_so(scene, lemma) or Owner(text=Span(*parse.span(words)))
        if who.pos_ == "NOUN" and any(c.lower_ == "the" for c in who.children):
            return self._named_so(scene, lemma) or Owner()
        return Owner()

    def _possessor(self, scene: Scene, parse: Parse, who: Token) -> Owner | None:
        """ "Acme's network generates": the company itself; "Acme's rivals earn" not."""
        if who.lower_ in _RELATED or who.lemma_.lower() in _RELATED:
            return None
        for child in who.children:
            if child.dep_ == "poss" or (child.dep_ in ("compound", "nmod") and who.lower_ in _THEMSELVES):
                for found in self._reader.read(scene.resolution, parse, scene.number, child, main=scene.main):
                    return Owner(found) if self._has_figures(scene, found) else None
        return None

    @staticmethod
    def _named_so(scene: Scene, noun: str) -> Owner | None:
        """The party whose name holds a noun ("the brewery": Lowfield Brewery)."""
        for party in scene.resolution.parties:
            if party.kind in FIGURE_KINDS and re.search(rf"\b{re.escape(noun)}\b", party.name, re.I):
                return Owner(party.id)
        return None

    def _speaker(self, scene: Scene, parse: Parse, verb: Token, figure: Figure) -> Owner | None:
        """Who reports a figure that is itself a subject ("Halvor said that sales rose")."""
        for _ in range(MAX_CLIMB):
            if verb.dep_ not in ("ccomp", "conj", "advcl") or verb.head == verb:
                return None
            verb = verb.head
            for who in agents(verb) if verb.pos_ == "VERB" else []:
                for found in self._reader.read(scene.resolution, parse, scene.number, who, main=scene.main):
                    if self._has_figures(scene, found) and not self._only_counts(scene, figure, found):
                        return Owner(found)
                    return self._context(scene, figure)
        return None

    def _only_counts(self, scene: Scene, figure: Figure, party: str) -> bool:
        """Whether a body that speaks of a state's figure is an office that counts them."""
        return self.is_public(scene, figure) and states.only_counts(scene, party)

    def _of_analysts(self, scene: Scene, figure: Figure) -> bool:
        return self._consensus.search(scene.text[scene.span.start : figure.money.start]) is not None


#: Whom a company has, and who have figures of their own: others than it, and its parts among them.
_ELSE = frozenset(
    ["rival", "competitor", "customer", "client", "owner", "parent", "shareholder", "investor", "peer", "supplier"]
).union(["partner", "founder", "backer", "tenant"])
_RELATED = _ELSE.union(["subsidiary", "unit", "member", "user", "fund", "target"])
#: "Acme's rival generated": the figure behind is the rival's.
_OF_ANOTHER = re.compile(
    rf"['’]s?\s(?:[\w-]+\s){{0,2}}(?:{'|'.join(sorted(_ELSE))})s?"
    r"\s(?:\w+ed|ha[sd]|have|made?|makes|earns?|reports?|generates?|lost|saw|took|won|sold)\s"
)
#: Nouns behind a company's name that mean the company: "the Acme team manages".
_THEMSELVES = frozenset(["team", "network", "platform", "group", "family", "organization", "organisation", "franchise"])
#: Between a name and what its apposition tells: "Acme, a maker of ovens generating ".
_DESCRIBED_AS = re.compile(
    r",\s(?:an?|the)\s(?:(?!(?:by|to|at|whose|that|which|who)\s)[^\s,;:.()]+\s){1,14}"
    r"(?:generating|with|managing|holding|having|earning)\s(?:(?!(?:to|from|for|by)\s)[\w-]+\s){0,4}"
)
#: Somebody who works or has worked for the company that the sentence names.
_LED = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
#: What a broker or agent has done in a career is not the company's, nor is what its analysts foresee of another.
_OF_PERSON = re.compile(
    r"\b(?:career|lifetime|personally|clients?|represent\w*|sees?|expects?|forecasts?|estimates?|predicts?|analysts?)\b"
)
_DEALT = re.compile(r"(?i)transactions?|deals?\b|originations|closings|closed loans|loans (?:originated|funded)")
#: Before the metric that begins a sentence, and before those behind the sum who may own it.
_LEADS = re.compile(r"(?:\W*(?:[A-Z][a-z]+\s)?(?:[a-z][\w-]*\s){0,2})?")
_THEIRS = re.compile(r"\b(?:at|for|said|reported|announced|according\sto)\s(?:the\s)?$")
_HOLDS = re.compile(r"\s(?:currently\s|now\s|today\s)?(?:has|have|had|boasts|boasted|with)\b")
_OTHERS = re.compile(r"\b(?:whose|which|that|who)\b")
#: Between a name and the figure of whom it names: "Acme, a Leeds-listed $3 billion AUM lender".
_APPOSED = re.compile(r",\s(?:an?|the)\s(?:[\w-]+\s){0,4}(?:with\s(?:[a-z]+\s){0,4})?")
#: "Acme, a leading real estate firm " before "managing $3 billion".
_HOUSE = re.compile(r",\s(?:an?|the|one\sof)\s(?:(?!(?:that|which|who|whose|by|to)\s)[\w&-]+,?\s){1,10}")
#: Between a metric and its owner behind it: "revenue at", "revenue and net profit of".
_BEHIND = re.compile(
    r"\s+(?:and\s+(?:[\w-]+\s+){1,3})?(?:at|of|for|from)\s+(?:the\s+)?"
    r"(?:(?!(?:that|which|who|and|or|with|from|than|by|to|in|on|of|at|for|its|their)\s)[\w’'-]+\s){0,5}"
)
#: Between a sum and whose it is: "earnings of 64 cents a share at Acme".
_AT = re.compile(r"(?:\s(?:a|per)\sshare)?\s(?:at|for)\s(?:the\s)?(?:(?!(?:its|their|his|and)\s)[a-z][\w’'-]*\s){0,3}")
#: "a Fortune 500 company" is no company of that name.
_RANKING = re.compile(r"\s(?:Global\s)?\d{2,4}\b")
