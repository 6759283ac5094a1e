"""Facts from what the reader says: of sums that no rule has read, and of pairs of parties that no rule has joined.

A wrong fact is worse than a missing one: only what the model is surer of than its type's threshold becomes a draft,
one fact a sum, and nothing that the article has already told in figures elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from .. import tree
from ..mentions import Sentence, Span
from ..nlp import Analysis, Parse
from ..reader import PairSaid, PostSaid, Reading, SumSaid, WordsSaid
from ..reader.labels import ELSE, EMPTY
from ..records import Money
from ..resolve import Resolution
from .attribution import Attribution
from .courts import COURT
from .draft import Draft, value_of
from .frames.scene import Scene
from .frames.when import date_of
from .known import Known
from .positions.linker import PositionLinker
from .results.gaps import SCALED
from .results.linker import ResultLinker

#: Who may be the subject of a fact of a type, where not everybody may.
SUBJECT_KINDS = {
    "result": ("company", "public_body", "organization"),
    "financing": ("company", "public_body", "organization"),
    "spending": ("company", "public_body", "organization"),
}
#: What calls a payment a fine: "the penalty was reduced from $3 million".
_FINE = re.compile(r"\b(?:fine[ds]?|penalt(?:y|ies))\b", re.I)
#: The same of a dividend: "promised a final dividend of 8p net, making 11.5p".
_DIVIDEND = re.compile(r"\b(?:dividends?|cash distributions?)\b", re.I)
SUM_RULE, PAIR_RULE, POST_RULE = "said.sum", "said.pair", "said.post"
#: From this probability on a reading is taken, by type; a type without one is left out.
SUM_FROM = {
    "result": 0.8,
    "payment": 0.5,
    "investment": 0.5,
    "spending": 0.55,
    "financing": 0.7,
    "valuation": 0.6,
    "acquisition": 0.5,
    "agreement": 0.5,
    "lawsuit": 0.9,
}
PAIR_FROM = {"agreement": 0.8, "acquisition": 0.99, "lawsuit": 0.95, "investment": 0.8}
#: Types of which no court is a side: it hears suits and approves settlements.
COURTLESS = ("agreement", "lawsuit")
#: From this probability on a sum is that of the only fact of its type that its sentence tells without one.
PRICE_FROM = {"lawsuit": 0.3, "agreement": 0.5}
#: From this probability on a person's post is taken where no rule has found one of that person.
POST_FROM = 0.9
#: Before the title of a post that is held.
_IS = re.compile(
    r"\s(?:is|has\sbeen|remains|serves\sas|acts\sas)\s"
    r"(?:(?:the|an?|its|their|now|currently|also|both|\d\d-year-old)\s)*$"
)
#: What words that stand for a side do not begin or end with.
_LEAD = re.compile(r"(?:[\s,;:.–—-]|(?:of|for|in|to|from|by|on|with|at|and|as|into)\b)+", re.I)
_TRAIL = re.compile(r"(?:[\s,;:.–—-]|\b(?:of|for|in|to|from|by|on|with|at|and|as|into|the|a|an))+$", re.I)
#: What may stand between the beginnings of a side's words and of the name in them.
_ARTICLE = re.compile(r"(?:(?:the|an?|both|its)\s)?", re.I)
#: Below this probability of its type a fact that a rule tells of a sum is left out, by type.
DOUBT_BELOW = {
    "acquisition": 0.1, "agreement": 0.1, "financing": 0.1, "payment": 0.1, "valuation": 0.5, "investment": 0.2,
    "result": 0.2, "spending": 0.05,
}  # fmt: skip
#: The same of what a rule tells without a sum of two parties that its sentence names.
PAIR_DOUBT_BELOW = {"agreement": 0.05, "lawsuit": 0.005}
#: Rules whose words leave no doubt.
PLAIN = (
    "payment.verdict", "payment.verdict-against", "payment.forfeit-daily", "financing.pay-with", "financing.tap",
    "agreement.goods", "agreement.order-from", "agreement.buy-worth", "result.costs",
)  # fmt: skip
#: From this probability on a payment that a rule tells of one side is given the other: a party, or words.
SIDE_FROM, WORDS_FROM = 0.55, 0.9
#: From this probability on a figure told of mere words is given to a party, by type.
OWNER_FROM = {"result": 0.7, "valuation": 0.8}


class SaidLinker:
    """Facts from the reader, with their dates and sources."""

    def __init__(self, results: ResultLinker, positions: PositionLinker, attribution: Attribution):
        self._results = results
        self._positions = positions
        self._attribution = attribution

    def link(
        self, known: Known, reading: Reading, drafts: Sequence[Draft], carried: Mapping[int, str | None]
    ) -> list[Draft]:
        """Drafts besides those that the rules gave; `carried` is the period that figures take over, by sentence."""
        said = told_by_reader(known.analysis, known.resolution, known.money, reading, drafts)
        said += posts_by_reader(known.analysis, known.resolution, reading, drafts, self._positions.titled)
        for draft in said:
            self._place(known, draft)
        self._date_figures(known, drafts, said, carried)
        return said

    def _place(self, known: Known, draft: Draft) -> None:
        """Give a draft its date and source, read at the verb above its sum or its other side."""
        parse = known.analysis.parses.get(draft.sentence)
        tokens = parse.tokens(*draft.cues[0]) if parse else []
        if parse is None or not tokens:
            return
        scene = Scene(known.analysis, draft.sentence, parse, known.resolution, known.money, known.main)
        event = tree.governor(tokens[0]) or tokens[0]
        text, sentence = known.text, known.analysis.sentences[draft.sentence]
        if draft.type == "payment" and _FINE.search(text, sentence.start, sentence.end):
            draft.keys["purpose"] = "fine"
        elif draft.type == "payment" and _DIVIDEND.search(text, sentence.start, draft.cues[0].end):
            draft.keys["purpose"] = "dividend"
        if draft.type not in ("result", "position"):
            draft.date = date_of(scene, draft, event, known.times(draft.sentence))
        self._attribution.attribute(scene, draft, event)

    def _date_figures(
        self, known: Known, drafts: Sequence[Draft], said: Sequence[Draft], carried: Mapping[int, str | None]
    ) -> None:
        """Give each figure its period."""
        place = {m.id: m.start for m in known.money}
        told = {(d.sentence, place[d.money]): d.date for d in drafts if d.type == "result" and d.money}
        figures = [(d.sentence, place[d.money], d) for d in said if d.type == "result" and d.money]
        for number, at, draft in sorted(figures, key=lambda figure: figure[:2]):
            behind = max((key for key in told if key[0] == number and key[1] < at), default=None)
            period = self._results.period_said(
                known.analysis, draft, known.times(number), known.sums(number),
                told[behind] if behind else None, carried.get(number),
            )  # fmt: skip
            if period:
                draft.date = draft.keys["period"] = period
            told[number, at] = period


def without_doubtful(
    analysis: Analysis, money: Sequence[Money], reading: Reading, drafts: Sequence[Draft]
) -> list[Draft]:
    """The drafts without those of sums, or of two parties of one sentence, of which the reader holds something else,
    or nothing, for far likelier.
    """
    place = {m.id: m.start for m in money}

    def doubtful(draft: Draft) -> bool:
        if draft.money is None:
            return _is_doubtful_pair(draft, reading)
        if draft.type not in DOUBT_BELOW:
            return False
        sentence = analysis.sentences[draft.sentence]
        if not sentence.start <= place[draft.money] < sentence.end:  # a price that is told elsewhere
            return False
        said = reading.of(draft.sentence).sums.get(draft.money)
        if said is None or draft.rule in PLAIN:
            return False
        return said.shares[draft.type] < DOUBT_BELOW[draft.type]

    return [draft for draft in drafts if not doubtful(draft)]


def _is_doubtful_pair(draft: Draft, reading: Reading) -> bool:
    if draft.type not in PAIR_DOUBT_BELOW or not draft.subject or not draft.object:
        return False
    sides = {draft.subject, draft.object}
    said = [pair for pair in reading.of(draft.sentence).pairs if {pair.subject, pair.object} == sides]
    shares = [pair.share for pair in said if pair.type == draft.type]
    return bool(said) and max(shares, default=0.0) < PAIR_DOUBT_BELOW[draft.type]


def name_owners(resolution: Resolution, reading: Reading, drafts: Sequence[Draft]) -> None:
    """Give figures that a rule tells of mere words ("subscription revenue") the party whose they are."""
    for draft in drafts:
        if draft.type not in OWNER_FROM or draft.subject or not draft.money:
            continue
        said = reading.of(draft.sentence).sums.get(draft.money)
        if said is None or said.type != draft.type or said.sure < OWNER_FROM[draft.type]:
            continue
        if said.subject not in (ELSE, EMPTY) and resolution.kind(said.subject) in SUBJECT_KINDS["result"]:
            draft.subject, draft.subject_text = said.subject, None


def price_by_reader(
    analysis: Analysis, money: Sequence[Money], reading: Reading, drafts: Sequence[Draft]
) -> None:
    """Give a suit or agreement without a sum the one of its sentence: "are taking Kerr before a judge for $3 million".

    Only the sentence's single fact of that type gets one, and a sum that the reader takes for nothing else.
    """
    by_id = {m.id: m for m in money}
    claimed = {value_of(by_id[d.money]) for d in drafts if d.money}
    told: dict[tuple[int, str], list[Draft]] = {}
    for draft in drafts:
        if draft.type in PRICE_FROM:
            told.setdefault((draft.sentence, draft.type), []).append(draft)
    for (number, kind), facts in told.items():
        sentence, sums = analysis.sentences[number], reading.of(number).sums
        fits = [
            m
            for m in money
            if sentence.start <= m.start < sentence.end and m.equivalent_of is None and value_of(m) not in claimed
            if (said := sums.get(m.id)) is not None and said.type in (kind, "none")
            and said.shares[kind] >= PRICE_FROM[kind]
        ]  # fmt: skip
        single = len({(d.subject, d.object) for d in facts if d.subject and d.object}) == 1
        if single and len(fits) == 1 and not any(d.money for d in facts):
            for draft in facts:
                draft.money = fits[0].id
                draft.cues.append(Span(fits[0].start, fits[0].end))


def supply_sides_said(
    analysis: Analysis,
    resolution: Resolution,
    money: Sequence[Money],
    reading: Reading,
    drafts: Sequence[Draft],
) -> None:
    """Give payments that a rule tells of one side, and spending on nothing, the side that the reader is sure of."""
    sums = {m.id: m for m in money}
    for draft in drafts:
        one_sided = draft.type == "payment" and draft.keys.get("purpose") != "dividend"
        if not draft.money or not (one_sided or draft.type == "spending") or draft.status == "cancelled":
            continue
        payer, payee = bool(draft.subject or draft.subject_text), bool(draft.object or draft.object_text)
        m, sentence = sums[draft.money], analysis.sentences[draft.sentence]
        if payer == payee or not sentence.start <= m.start < sentence.end or (draft.type == "spending" and not payer):
            continue
        said = reading.of(draft.sentence).sums.get(draft.money)
        if said is None or said.type != draft.type:
            continue
        side, words, share = (
            (said.object, said.object_words, said.object_share)
            if payer
            else (said.subject, said.subject_words, said.subject_share)
        )
        text, parse = analysis.article.text, analysis.parses.get(draft.sentence)
        party, span, stated = _side(side, words, m, text, parse, doing=draft.type == "spending")
        if span and (named := _named(span, text, resolution)):
            party, span = named, None
        if (not party and not span) or share * stated < (SIDE_FROM if party else WORDS_FROM):
            continue
        if party and (party in (draft.subject, draft.object) or _is_court(party, text, resolution)):
            continue
        if draft.keys.get("purpose") == "fine" and COURT.search(text, sentence.start, sentence.end):
            continue  # what a court imposes is paid to none of those that it names
        known = draft.subject if payer else draft.object
        if span and any(entry[2] == known for entry in resolution.overlapping(*span)):
            continue  # "Kerr and two others"
        if payer:
            draft.object, draft.object_text = party, span
        else:
            draft.subject, draft.subject_text = party, span


def _is_court(party: str, text: str, resolution: Resolution) -> bool:
    return any(p == party and form == "name" and COURT.search(text, s, e) for s, e, p, form in resolution.mentions)


def told_by_reader(
    analysis: Analysis, resolution: Resolution, money: Sequence[Money], reading: Reading, drafts: Sequence[Draft]
) -> list[Draft]:
    """Drafts besides those that the rules gave, from the sentences with a sum that no rule has taken, and from those
    that hold neither sum nor fact but two bodies.
    """
    by_id = {m.id: m for m in money}
    claimed = {value_of(by_id[d.money]) for d in drafts if d.money}
    joined = {(d.type, frozenset((d.subject, d.object))) for d in drafts}
    found: list[Draft] = []
    told = {d.sentence for d in drafts if d.type != "position"}
    for number, sentence in enumerate(analysis.sentences):
        here = [m for m in money if sentence.start <= m.start < sentence.end]
        loose = [m for m in here if value_of(m) not in claimed and m.equivalent_of is None]
        if not loose and (here or number in told or not _may_join(analysis, resolution, number)):
            continue
        said = reading.of(number)
        for m in loose:
            draft = _of_sum(said.sums.get(m.id), m, number, resolution, analysis)
            if draft is not None:
                found.append(draft)
                joined.add((draft.type, frozenset((draft.subject, draft.object))))
        found += _of_pairs(said.pairs, number, sentence, resolution, joined | _payers(drafts, number))
    return found


def _may_join(analysis: Analysis, resolution: Resolution, number: int) -> bool:
    """Whether a sentence without a sum may tell what two bodies have to do with each other: two are mentioned, one by
    name, and a word of a rule had it parsed.
    """
    if number not in analysis.parses:
        return False
    sentence = analysis.sentences[number]
    mentions = resolution.overlapping(sentence.start, sentence.end)
    bodies = {m[2] for m in mentions if resolution.kind(m[2]) != "person"}
    return len(bodies) > 1 and any(m[3] == "name" for m in mentions)


def _payers(drafts: Sequence[Draft], number: int) -> set[tuple[str, frozenset[str | None]]]:
    """Pairs of those who pay side by side: of "fined Kerr and Tier $3 million each" neither pays the other."""
    here = [d for d in drafts if d.sentence == number and d.type == "payment" and d.subject and d.cues]
    return {
        ("payment", frozenset((one.subject, other.subject)))
        for one, other in combinations(here, 2)
        if (one.rule, one.cues[0]) == (other.rule, other.cues[0])
    }


def _of_sum(said: SumSaid | None, m: Money, number: int, resolution: Resolution, analysis: Analysis) -> Draft | None:
    if said is None:
        return None
    text, parse = analysis.article.text, analysis.parses.get(number)
    subject, subject_text, subject_share = _side(said.subject, said.subject_words, m, text, parse)
    object_, object_text, object_share = _side(said.object, said.object_words, m, text, parse)
    if subject_text and (party := _named(subject_text, text, resolution)):
        subject, subject_text = party, None
    if object_text and (party := _named(object_text, text, resolution)):
        object_, object_text = party, None
    sure = said.sure * subject_share * object_share
    if sure < SUM_FROM.get(said.type, 2.0) or not (subject or subject_text) or (subject and subject == object_):
        return None
    if subject_text and subject_text == object_text:
        return None
    if subject and resolution.kind(subject) not in SUBJECT_KINDS.get(said.type, (resolution.kind(subject),)):
        return None
    metric = said.metric
    if metric in ("revenue", "net_profit", "operating_profit") and m.per == "share":
        metric = "earnings_per_share"
    elif metric == "earnings_per_share" and SCALED.search(m.text):
        metric = "net_profit"
    keys = {"metric": metric} if said.type == "result" else {}
    return Draft(
        said.type, number, SUM_RULE, subject=subject, subject_text=subject_text, object=object_,
        object_text=object_text, money=m.id, status=said.status, keys=keys, cues=[Span(m.start, m.end)], score=sure,
    )  # fmt: skip


def _side(
    said: str, words: WordsSaid | None, m: Money, text: str, parse: Parse | None, *, doing: bool = False
) -> tuple[str | None, Span | None, float]:
    """The party or the words of a side, and how likely there are such words; 0 where a side is told that is neither, or
    by words that tell what is done ("to expand its network") where `doing` does not allow an infinitive.
    """
    if said == EMPTY:
        return None, None, 1.0
    if said != ELSE:
        return said, None, 1.0
    span = _trimmed(words.span, text) if words else None
    if words is None or span is None or (span.start < m.end and m.start < span.end):
        return None, None, 0.0
    first = parse.tokens(*span)[:1] if parse else []
    if first and first[0].tag_ in ("VBD", "VBP", "VBZ", "MD") + (() if doing else ("VB",)):
        return None, None, 0.0
    return None, span, words.share


def _named(words: Span, text: str, resolution: Resolution) -> str | None:
    """The party that words name and nothing else: "Halvor Inc", "the lender"; None for "a fund of Halvor Inc"."""
    for start, end, party, _ in resolution.overlapping(words.start, words.end):
        if end >= words.end and _ARTICLE.fullmatch(text, min(start, words.start), max(start, words.start)):
            return party
    return None


def _trimmed(span: Span, text: str) -> Span | None:
    """A stretch without the small words and marks at its ends; None where nothing is left."""
    start = span.start + (lead.end() if (lead := _LEAD.match(text[span.start : span.end])) else 0)
    words = text[start : span.end]
    end = start + (trail.start() if (trail := _TRAIL.search(words)) else len(words))
    return Span(start, end) if end > start else None


def posts_by_reader(
    analysis: Analysis,
    resolution: Resolution,
    reading: Reading,
    drafts: Sequence[Draft],
    titled: Callable[[Analysis, int], Sequence[Span]],
) -> list[Draft]:
    """The posts of people of whom no rule has told one, each person's likeliest, from the sentences with a title that
    no rule has given anybody; `titled` says where titles stand.
    """
    posts = [draft for draft in drafts if draft.type == "position"]
    placed, given = {draft.subject for draft in posts}, [cue for draft in posts for cue in draft.cues]
    best: dict[str, Draft] = {}
    for number, sentence in enumerate(analysis.sentences):
        named = resolution.overlapping(sentence.start, sentence.end)
        people = {m[2] for m in named if m[3] == "name" and resolution.kind(m[2]) == "person"} - placed
        if not people or not any(_is_free(title, given) for title in titled(analysis, number)):
            continue
        for said in reading.of(number).posts:
            draft = _of_post(said, number, resolution, analysis.article.text) if said.person in people else None
            if draft and (said.person not in best or best[said.person].score < draft.score):
                best[said.person] = draft
    return list(best.values())


def _is_free(title: Span, given: Sequence[Span]) -> bool:
    return all(cue.end <= title.start or title.end <= cue.start for cue in given)


def _of_post(said: PostSaid, number: int, resolution: Resolution, text: str) -> Draft | None:
    title = _trimmed(said.title, text)
    if said.sure < POST_FROM or said.employer in (ELSE, said.person) or title is None:
        return None
    if text[title.start - 1 : title.start] == "(":
        before = [m for m in resolution.overlapping(title.start - 3, title.start) if m[1] == title.start - 2]
        if any(m[2] != said.person for m in before):
            return None  # "Ada Tullow (CEO) and Ben Ames"
    if said.employer != EMPTY and resolution.kind(said.employer) == "person":
        return None
    change, status = said.change, said.status
    if change != "holds" and _IS.search(text, max(0, title.start - 60), title.start):
        change = "holds"
    if change == "holds":
        status = "ongoing"
    return Draft(
        "position", number, POST_RULE, subject=said.person,
        object=None if said.employer == EMPTY else said.employer, status=status,
        keys={"title": text[title.start : title.end], "change": change}, cues=[title], score=said.sure,
    )  # fmt: skip


def _of_pairs(
    pairs: Sequence[PairSaid],
    number: int,
    sentence: Sentence,
    resolution: Resolution,
    joined: set[tuple[str, frozenset[str | None]]],
) -> list[Draft]:
    best: dict[frozenset[str], Draft] = {}
    names = {p.id: p.name for p in resolution.parties}
    for said in pairs:
        sides = frozenset((said.subject, said.object))
        if said.type in COURTLESS and any(COURT.search(names.get(side, "")) for side in sides):
            continue
        if said.share < PAIR_FROM.get(said.type, 2.0) or (said.type, sides) in joined:
            continue
        if sides not in best or best[sides].score < said.share:
            here = resolution.overlapping(sentence.start, sentence.end)
            place = next((m for party in (said.object, said.subject) for m in here if m[2] == party), None)
            if place is None:
                continue
            best[sides] = Draft(
                said.type, number, PAIR_RULE, subject=said.subject, object=said.object, status=said.status,
                cues=[Span(place[0], place[1])], score=said.share,
            )  # fmt: skip
    return list(best.values())
