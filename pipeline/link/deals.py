"""What a deal's own words leave to its neighbours: its second price, what was worth before, whom a round was for,
whose value a purchase shows, which side of a merger is the shell company.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..mentions import Span
from ..nlp import Analysis
from ..records import Date, Money
from ..resolve import Resolution
from .draft import Draft
from .rounds import MEMORY

#: Rules of investments that name no company: it is the one that raised money or was sold last.
UNAIMED = tuple(
    f"investment.{told}"
    for told in (
        "put-in", "led-series", "placement", "inject", "contribute", "by", "for-stake", "took-stake", "step-in",
        "subscribe-new",
    )
)  # fmt: skip
#: How many sentences back the deal may be that "the deal values the company at" means.
REACH = 2

_ABOUT = r"(?:about|around|nearly|some|roughly|approximately|almost|over|more than|up to|an estimated|a total of)"
#: Between a price a share and the total, and the other way round.
_TOTAL = re.compile(
    r"[^.;$€£]{0,40}?(?:,? or|\bfor a total(?: [\w-]+){0,2} of|\b(?:deal|transaction|offer|bid|takeover|merger|buyout)"
    rf"(?:,| that is)? (?:valued at|worth|of|totall?ing)|\btotal(?:l?ing)?"
    r"|,? (?:valuing|which values|that values|and values) [^.;$€£]{2,60} at|,? (?:slapping|putting|placing) an?)"
    rf"(?: {_ABOUT})? ",
    re.I,
)
_OR = re.compile(rf"(?: a share| per share| apiece)?(?: in cash)?,? (?:or|for a total of)(?: {_ABOUT})? ", re.I)
_EACH = re.compile(rf"(?: in cash)?,? (?:or|\()(?: {_ABOUT})? ?", re.I)
#: Between a value and the one before it.
_FROM = re.compile(rf"(?:,? (?:sharply )?(?:up|down|increased|reduced|cut|more))?,? from(?: {_ABOUT})? ", re.I)
#: How far behind the earlier value its date may stand.
_DATED = 24
_NOMINAL = re.compile(
    r"[^.;$€£]{0,60}?\b(?:it|the (?:[\w-]+ )?(?:company|firm|business|start-?up|group|retailer|bank|airline|chain|maker"
    r"|club|team))\b",
    re.I,
)
#: How far back the deal of "the transporter" may be told, and what a firm is called by its trade.
FAR = 5
_TRADE = re.compile(
    r"[Tt]he (?:[\w.’'-]+ ){0,4}(?:outfit|transporter|carrier|airline|retailer|maker|lender|insurer|developer|operator"
    r"|chain|club|publisher|miner|brewer|\w+maker|\w*builder|manufacturer|distributor|wholesaler|broadcaster|studio"
    r"|utility|explorer|processor|grocer|app|marketplace|specialist|giant|conglomerate|stockholder|company|firm|group"
    r"|business|start-?up)"
)
_SHELL_NAME = re.compile(r"\bAcquisitions?(?: (?:Corp|Co|Company|Inc|Ltd|Limited|Holdings|Group|[IVX]+|\d)\b|$)")
_SHELL_WORDS = re.compile(r"\bblank[- ]che(?:ck|que)\b|\bspecial[- ]purpose acquisition\b|\bSPAC\b", re.I)
#: Between a shell's name and what it is, and the other way round.
_CALLED = re.compile(r"(?:,| is| was|,? \()? ?(?:an?|the) (?:[\w-]+ ){0,4}")
_CALLS = re.compile(r" (?:[\w-]+ ){0,2}")
_DONE = re.compile(r"\b(?:complet(?:ed|es|ion)|closed|closes|consummat\w+|closing of)\b", re.I)
_MERGER = re.compile(r"\b(?:merger|combination)\b", re.I)


def aim_investments(drafts: Sequence[Draft], main: str | None) -> list[Draft]:
    """ "Kerr put in $3 million": into the company that raised money, or was sold, last; else into the only
    one that the article tells such a thing of, else into its own.
    """
    kept: list[Draft] = []
    told = [d for d in drafts if d.type == "investment" and d.rule not in UNAIMED and (d.object or d.object_text)]
    aimed = {(d.sentence, d.money) for d in told}
    for draft in sorted(drafts, key=lambda d: d.sentence):
        if draft.rule in UNAIMED and (draft.sentence, draft.money) in aimed:
            continue  # the sentence says itself into what
        if draft.rule in UNAIMED and not draft.object:
            told = [d for d in kept if 0 <= draft.sentence - d.sentence <= MEMORY and _company(d)]
            targets = {d.object for d in drafts if d.type in ("acquisition", "investment") and d.object}
            only = next(iter(targets)) if len(targets) == 1 else main
            company = _company(told[-1]) if told else only
            if company is None or company == draft.subject:
                continue
            draft.object = company
        kept.append(draft)
    return kept


def _company(draft: Draft) -> str | None:
    """Whose money or owner the fact is about."""
    if draft.type == "financing":
        return draft.subject
    return draft.object if draft.type in ("investment", "acquisition") else None


def second_prices(analysis: Analysis, drafts: Sequence[Draft], money: Sequence[Money]) -> list[Draft]:
    """ "For $42 a share, or $1.3 billion in all": two facts of one deal."""
    text, sums = analysis.article.text, {m.id: m for m in money}
    taken = {d.money for d in drafts if d.type not in ("payment", "valuation")}
    found = []
    for draft in drafts:
        price = sums.get(draft.money or "")
        if draft.type != "acquisition" or price is None:
            continue
        end = analysis.sentences[draft.sentence].end
        for other in money:
            if not price.end < other.start < end or other.id in taken or other.currency != price.currency:
                continue
            between = text[price.end : other.start]
            each, total = price.per == "share" and not other.per, other.per == "share" and not price.per
            if (each and _TOTAL.fullmatch(between)) or (total and _EACH.fullmatch(between)):
                cues = [*draft.cues, Span(other.start, other.end)]
                found.append(replace(draft, money=other.id, keys=dict(draft.keys), cues=cues))
                break
        start = analysis.sentences[draft.sentence].start
        for other in money:  # the total was read, the price a share before it was not
            if not start <= other.start < other.end < price.start or other.id in taken or price.per:
                continue
            each = other.per == "share" and other.currency == price.currency
            if each and _OR.fullmatch(text, other.end, price.start):
                cues = [*draft.cues, Span(other.start, other.end)]
                found.append(replace(draft, money=other.id, keys=dict(draft.keys), cues=cues))
                break
    return [*drafts, *found]


def earlier_values(
    analysis: Analysis, drafts: Sequence[Draft], money: Sequence[Money], dates: Sequence[Date]
) -> list[Draft]:
    """ "Valued at $3 billion, up from $1 billion last June": what it was worth before is a fact of its own."""
    text, sums = analysis.article.text, {m.id: m for m in money}
    taken = {d.money for d in drafts}
    found = []
    for draft in drafts:
        value = sums.get(draft.money or "")
        if draft.type != "valuation" or value is None:
            continue
        end = analysis.sentences[draft.sentence].end
        for other in money:
            if not value.end < other.start < end or other.id in taken or other.per != value.per:
                continue
            if _FROM.fullmatch(text[value.end : other.start]):
                then = next((d for d in dates if 0 <= d.start - other.end <= _DATED and d.end <= end), None)
                date = then.value if then and then.value and then.value[0].isdigit() else None
                if date and draft.date == date:
                    draft.date = None
                cues = [*draft.cues[:1], Span(other.start, other.end)]
                found.append(replace(draft, money=other.id, date=date, status="completed", cues=cues))
                break
    return [*drafts, *found]


def value_targets(analysis: Analysis, drafts: Sequence[Draft]) -> None:
    """ "Kerr bought a tenth of Tier, valuing the company at": what is bought is valued, not who buys.

    "The round puts a price of $3 billion on the Leeds-based outfit": a trade stands for what was bought or funded.
    """
    text = analysis.article.text
    for draft in drafts:
        if draft.type != "valuation" or not draft.cues:
            continue
        words = draft.subject_text
        trade = words and not draft.subject and _TRADE.fullmatch(text, words.start, words.end)
        end = analysis.sentences[draft.sentence].end
        if not trade and not (draft.subject and _NOMINAL.match(text, draft.cues[0].end, end)):
            continue
        deals = [
            d
            for d in drafts
            if d.type in ("acquisition", "investment") and d.object
            if 0 <= draft.sentence - d.sentence <= (FAR if trade else REACH)
            if trade or d.subject == draft.subject
        ]
        if deals:
            draft.subject = max(deals, key=lambda d: d.sentence).object
            draft.subject_text = None


def still_valued(text: str, drafts: Sequence[Draft]) -> None:
    """ "A portfolio valued at $3 billion" is worth that as the article is written; "was valued at" was so then."""
    for draft in drafts:
        if draft.rule != "valuation.value" or draft.status != "completed" or draft.date or not draft.cues:
            continue
        cue = draft.cues[0]
        if _VALUED.match(text, cue.start) and not _WAS.search(text, max(0, cue.start - 25), cue.start):
            draft.status = "ongoing"


_VALUED = re.compile(r"(?:valued|appraised|assessed)\s(?:by\s(?:\w+\s){1,3})?at\b")
_WAS = re.compile(
    r"\b(?:was|were|been|be|being|round|deal|offer|sale|bid|stake|shares?|merger|transaction)\s(?:\w+ly\s)?$"
)


def merge_shells(
    analysis: Analysis, drafts: list[Draft], resolution: Resolution, money: Sequence[Money]
) -> None:
    """A merger with a shell company made for it is a purchase by the shell; what it values the company at is no price.

    "Tier is going public by way of the blank-check company Kerr" is one, too.
    """
    text = analysis.article.text
    shells = {p.id for p in resolution.parties if _SHELL_NAME.search(p.name)}
    if not shells and not _SHELL_WORDS.search(text):
        return
    for words in _SHELL_WORDS.finditer(text):
        near = resolution.overlapping(max(0, words.start() - 60), min(len(text), words.end() + 60))
        named = [m for m in near if m[3] == "name" and resolution.kind(m[2]) == "company"]
        shells |= {m[2] for m in named if _CALLED.fullmatch(text, m[1], words.start())}
        shells |= {m[2] for m in named if _CALLS.fullmatch(text, words.end(), m[0])}
    _list_by_shells(analysis, drafts, resolution, shells)
    sums = {m.id: m for m in money}
    for draft in drafts:
        worth = sums.get(draft.money or "")
        shell = draft.type in ("acquisition", "agreement") and not shells.isdisjoint((draft.subject, draft.object))
        if worth and shell and _WORTH.search(text, max(0, worth.start - 60), worth.start):
            draft.money = None
        merger = draft.type == "agreement" and _MERGER.search(draft.keys.get("matter", ""))
        if not (merger or draft.rule in ("acquisition.merge", "acquisition.combine")):
            continue
        if not draft.subject or not draft.object or (draft.subject in shells) == (draft.object in shells):
            continue
        if draft.object in shells:
            draft.subject, draft.object = draft.object, draft.subject
        if merger:
            draft.type, draft.rule, draft.keys = "acquisition", "acquisition.shell", {}
            sentence = analysis.sentences[draft.sentence]
            if draft.status == "completed" and not _DONE.search(text, sentence.start, sentence.end):
                draft.status = "expected"  # signed, but not closed


def _list_by_shells(analysis: Analysis, drafts: list[Draft], resolution: Resolution, shells: set[str]) -> None:
    """Add the purchases of those who go public "through", "via" or "by way of" a shell."""
    text = analysis.article.text
    for number, sentence in enumerate(analysis.sentences):
        cue = _LISTS.search(text, sentence.start, sentence.end)
        if cue is None:
            continue
        named = [m for m in resolution.overlapping(sentence.start, sentence.end) if m[3] == "name"]
        firms = [m for m in named if resolution.kind(m[2]) == "company"]
        company = next((m[2] for m in firms if m[1] <= cue.start() and m[2] not in shells), None)
        shell = next((m[2] for m in firms if m[0] >= cue.end() and m[2] in shells), None)
        if company and shell and not any({company, shell} == {d.subject, d.object} for d in drafts):
            cues = [Span(cue.start(), cue.end())]
            draft = Draft("acquisition", number, "acquisition.shell", shell, company, status="expected", cues=cues)
            drafts.append(draft)


_LISTS = re.compile(
    r"\b(?:go|goes|going|went|taken?)\spublic\s"
    r"(?:by\sway\sof|via|through|with|by\smerging\swith|in\sa\s(?:merger|deal)\swith)\b"
)
_WORTH = re.compile(
    r"\b(?:(?:enterprise|equity|pro\sforma)\s(?:[a-z]+\s)?value|valuation)\sof\s(?:[a-z]+\s){0,2}$"
    r"|\bvalu(?:es|ed|ing)\s[^.;$€£]{2,50}\sat\s(?:[a-z]+\s){0,3}$"
)
