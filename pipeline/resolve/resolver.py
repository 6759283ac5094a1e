"""From candidates to parties: cluster, decide what each is, find every mention, then nominals and
pronouns.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..find.candidates import BUSINESS, NO_VOTES, PartyCandidate, add_votes
from ..find.words import PartyWords
from ..mentions import Article, Sentence
from ..patterns import Patterns
from ..records import Party, PartyMention
from .antecedents import Antecedents
from .clusters import Clusters
from .draft import Draft
from .groups import ENOUGH, REFUSED
from .name import Name
from .nominals import Nominals
from .prefixes import PERSONAL
from .pronouns import Pronouns
from .result import Mention, Resolution
from .scene import Scene
from .surfaces import MentionFinder, without_address

if TYPE_CHECKING:
    from ..nlp import Parse


#: Score of its one mark from which on a name with no other evidence counts, and the same for letters ("ABCD"): on
#: 270 annotated articles half of the marks below, and of letters three in four, named no party.
SURE_ONCE, SURE_LETTERS = 0.65, 0.85
#: Evidence below which a single word is no person.
ENOUGH_ALONE = 0.8
#: Evidence that proves a party of another kind than a person.
_SURE = frozenset(
    {"company form", "ticker", "exchange", "media", "lexicon", "wire in dateline", "appeared first on",
     "source version on"}
)  # fmt: skip
#: And that even where a NER saw a person.
_FIRM = frozenset({"described as a firm", "treated as a firm", "has officers", "business word"})


class Resolver:
    """Resolves one article at a time; holds word lists only."""

    def __init__(self, patterns: Patterns):
        self.words = PartyWords(patterns)

    def resolve(
        self,
        article: Article,
        sentences: list[Sentence],
        candidates: list[PartyCandidate],
        analysis_parses: Mapping[int, Parse] | None = None,
    ) -> Resolution:
        """The parties of the article. `analysis_parses` (sentence number -> Parse) is not needed to
        name them.
        """
        clusters = Clusters(article.text, candidates, self.words)
        drafts = self._drafts(clusters)
        MentionFinder(article.text, sentences, self.words, clusters).fill(drafts, candidates)
        drafts = sorted((draft for draft in drafts if draft.mentions), key=lambda draft: draft.first)
        scene = Scene(article.text, sentences, drafts, clusters, self.words)
        antecedents = Antecedents(scene)
        plurals = Nominals(scene, antecedents).resolve()
        return _finish(article.text, drafts, plurals, Pronouns(scene, antecedents))

    def _drafts(self, clusters: Clusters) -> list[Draft]:
        drafts = []
        for names in clusters.groups().values():
            votes = NO_VOTES.copy()
            for name in names:
                add_votes(votes, name.votes)
            kind = self._kind(names, votes)
            if kind:
                tickers = [c.ticker for name in names for c in name.candidates if c.ticker] + [
                    n.text for n in names if n.ticker
                ]
                drafts.append(Draft(names, kind, votes, ticker=tickers[0] if tickers else None))
        return drafts

    def _kind(self, names: list[Name], votes: dict[str, float]) -> str | None:
        """What the evidence over the whole article makes of a cluster; None: no party."""
        reasons = {reason for name in names for c in name.candidates for reason in c.reasons}
        if self._firm_by_full_name(names):
            votes["person"] = sum(name.votes["person"] for name in names if len(name.core) > 1)
        if self._person_by_full_name(names):
            votes["org"] = sum(name.votes["org"] for name in names if len(name.core) > 1)
        sure = not _SURE.isdisjoint(reasons)
        bodies = votes["org"] + votes["company"] + votes["public_body"] + votes["organization"]
        if votes["none"] >= REFUSED and not sure:
            return None
        firm = bool(reasons & _FIRM)
        if firm and votes["place"] and not any(self.words.is_place(name.text) for name in names):
            bodies += votes["place"]
        elif votes["place"] > votes["person"] + bodies and not votes["public_body"] and not sure:
            return "public_body" if votes["acts"] else None
        if votes["none"] >= max(1.0, votes["person"] + bodies) and not sure:
            return None
        if (
            all(len(name.core) == 1 for name in names)
            and reasons & {"role noun", "has officers", "has what a business has"}
            and not reasons & PERSONAL
        ) or (firm and not reasons & PERSONAL):
            bodies += votes["person"]
        if votes["person"] > bodies and not reasons & {"company form", "ticker"}:
            return "person" if self._person(names, votes) else None
        if bodies < ENOUGH or (reasons == {"ner:ORG"} and self._doubtful(names, bodies)):
            return None
        if votes["public_body"] >= max(votes["company"], votes["organization"]) and votes["public_body"]:
            return "public_body"
        return "organization" if votes["organization"] > votes["company"] else "company"

    @staticmethod
    def _firm_by_full_name(names: list[Name]) -> bool:
        """Whether each full name is a firm's beyond doubt, so that a NER's marks of the short one as a person's
        ("Quill" for "Quill Realty Trust") tell nothing.
        """
        full = [name for name in names if len(name.core) > 1 and name.candidates]
        sure = full and all(
            (name.votes["company"] >= BUSINESS and name.bodies > name.people + 1)
            or (name.votes["company"] > 0 and not name.people)
            for name in full
        )
        if not sure:
            return False
        short = {reason for name in names if len(name.core) == 1 for c in name.candidates for reason in c.reasons}
        return not short & {"honorific", "title", "byline", "age", "degree"}

    @staticmethod
    def _person_by_full_name(names: list[Name]) -> bool:
        """Whether each full name is a person's and nothing but a NER's mark of the surname tells a firm."""
        full = [name for name in names if len(name.core) > 1 and name.candidates]
        if not full or not all(name.people > max(ENOUGH, name.bodies) for name in full):
            return False
        short = [name for name in names if len(name.core) == 1]
        reasons = {reason for name in short for c in name.candidates for reason in c.reasons}
        return reasons <= {"ner:ORG", "ner:PERSON", "ner:LOC", "verb", *PERSONAL}

    @staticmethod
    def _doubtful(names: list[Name], score: float) -> bool:
        """Whether a name that a NER marked at one place is one of the many marks that it is not sure of."""
        if sum(len(name.candidates) for name in names) > 1:
            return False
        letters = names[0].text.isupper() and names[0].one_word
        return score < (SURE_LETTERS if letters else SURE_ONCE)

    @staticmethod
    def _person(names: list[Name], votes: dict[str, float]) -> bool:
        return votes["person"] >= (ENOUGH if any(len(name.core) > 1 for name in names) else ENOUGH_ALONE)


def _finish(
    text: str, drafts: list[Draft], plurals: dict[tuple[int, int], list[Draft]], pronouns: Pronouns
) -> Resolution:
    ids = {id(draft): f"P{number}" for number, draft in enumerate(drafts, 1)}
    parties, mentions = [], []
    for draft in drafts:
        party_id = ids[id(draft)]
        own: list[Mention] = []
        shown = []
        for (start, end), (form, reason) in sorted(draft.mentions.items()):
            own.append((start, end, party_id, form))
            shown.append(PartyMention(start=start, end=end, text=text[start:end], form=form, reason=reason))
        name = _main_name(draft, text)
        aliases = list(dict.fromkeys(m.text for m in shown if m.text != name and m.form != "pronoun"))
        parties.append(
            Party(
                id=party_id,
                name=name,
                kind=draft.kind,
                aliases=tuple(aliases),
                ticker=draft.ticker,
                mentions=tuple(shown),
            )
        )
        mentions += own
    by_span = {span: [ids[id(draft)] for draft in members] for span, members in plurals.items()}

    def pronoun(parse, token, sentence_number):
        draft = pronouns.pronoun(parse, token, sentence_number)
        return ids[id(draft)] if draft is not None else None

    def meant(at, sort):
        shares = pronouns.shares(at, sort)
        return {ids[id(drafts[n])]: share for n, share in shares.items() if n is not None}

    main = ids[id(pronouns.main)] if pronouns.main is not None else None
    return Resolution(parties, mentions, by_span, pronoun, main, pronouns.release, meant)


def _main_name(draft: Draft, text: str) -> str:
    """The fullest proper name: most words, then in normal case, then the first."""
    options = [
        (start, text[start:end])
        for (start, end), (form, reason) in draft.mentions.items()
        if form == "name" and reason not in ("ticker", "ticker line", "initials", "surname", "short name", "heading")
    ] or [(start, text[start:end]) for start, end in draft.mentions]
    plain = [o for o in options if not o[1].endswith((".com", ".net", ".org", ".co"))]
    options = plain or options
    bodies = {c.start for n in draft.names for c in n.candidates if not c.heading}
    full = [o for o in options if " " in o[1]]
    if draft.kind != "person" or not full or any(" " in o[1] and o[0] in bodies for o in options):
        options = [o for o in options if o[0] in bodies] or options
    formed = {c.start for n in draft.names for c in n.candidates if "company form" in c.reasons}
    formal = [option for option in options if option[0] in formed]
    name = min(
        formal or options,
        key=lambda o: (-len(o[1].split()), o[1].isupper() and len(o[1].split()) > 1, -len(o[1]), o[0]),
    )[1]
    return without_address(name) if draft.kind == "person" else name
