"""Which of several readings of one sum, deal or headline stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..nlp import Analysis
from ..records import Money
from ..resolve import Resolution
from .brokered import RULE as BROKERED
from .draft import Draft, value_of
from .merge import HEADS, matter_words

#: Of two readings of one sum in one sentence the first type here is the better one.
_PRECEDENCE = ("acquisition", "investment", "spending", "agreement", "financing", "payment")


def has_both_sides(draft: Draft) -> bool:
    return bool((draft.subject or draft.subject_text) and (draft.object or draft.object_text))


def has_buyer(deal: Draft, text: str, resolution: Resolution) -> bool:
    """Courts and watchdogs rule on purchases; they make none. An unknown buyer needs a company that sells another."""
    if deal.rule == BROKERED:
        return True
    names = {party.id: party.name for party in resolution.parties}
    if deal.subject is None:
        seller, sold = deal.keys.get("seller", ""), deal.object
        firms = sold != seller and all(p in names and resolution.kind(p) != "person" for p in (sold, seller))
        cue = deal.cues[0] if deal.cues else None
        sells = cue is not None and _SELLS.match(text, cue.start, cue.end + 40) is not None
        open_ended = deal.status in ("expected", "proposed") and not deal.money
        priced = deal.money is not None and seller in names
        stake = priced and cue is not None and _SELLS_STAKE.match(text, cue.start, cue.end + 60) is not None
        words = deal.object_text if sold is None else None
        thing = priced and sells and words is not None and _PART.match(text[words.start : words.end]) is not None
        return deal.subject_text is not None or (firms and (sells or open_ended or stake)) or thing
    return not _RULES.search(names[deal.subject])


#: Words for a sale of all of something, not of shares in it.
_SELLS = re.compile(
    r"(?:sell(?:s|ing)?|sold|sales?|divest\w*|dispos\w+|offload\w*)\b"
    r"(?!.{0,25}\b(?:shares?|stocks?|stakes?|tickets?|bonds?|plots?)\b)"
)
#: Words for the sale of a part of a company, which has a price of its own.
_SELLS_STAKE = re.compile(
    r"(?:sell(?:s|ing)?|sold|sales?|divest\w*|dispos\w+|offload\w*)\b.{0,45}?"
    r"\b(?:stakes?|interests?|holdings?|shareholdings?)\b"
)
#: Words for a part of a company's business: "a painting" and "30 houses" are its goods.
_PART = re.compile(
    r"^(?:its|their|the|an?|all|some|two|three|four|five|six|seven|eight|nine|ten)\b.*\b(?:unit|division|arm|business(?:es)?"
    r"|operations?|subsidiar(?:y|ies)|brands?|stakes?|interests?|holdings?|portfolio|assets|mines?|fields?|refiner(?:y|ies)|plants?|factor(?:y|ies)|mills?|headquarters|hotels?|tower"
    r"|licen[cs]es?|stores|network|branches"
    r"|(?:non-core|commercial|industrial|retail|office) (?:propert(?:y|ies)|buildings?))\b",
    re.I,
)
_RULES = re.compile(
    r"\b(?:court|tribunal|commission|regulator|watchdog)(?=$|\s(?:of|for|on|in)\b)"
    r"|^(?!.*\b(?:investment|port|airport|airports|transit|housing|water|power|redevelopment|harbor|harbour|canal)s?\b).*\bauthority\b",
    re.I,
)


def settle_rounds(drafts: Sequence[Draft], money: Sequence[Money]) -> list[Draft]:
    """A round is no financing besides the investments that the article tells of it."""
    sums = {m.id: value_of(m) for m in money}
    told = [d for d in drafts if d.type == "investment" and d.money]
    invested = {(d.object, sums[d.money]) for d in told if d.money}
    companies = {d.object for d in told}

    def told_better(draft: Draft) -> bool:
        if draft.type != "financing":
            return False
        if not draft.money:
            return draft.subject in companies and _ROUND.search(draft.keys.get("instrument", "")) is not None
        return not draft.object and (draft.subject, sums[draft.money]) in invested

    return [d for d in drafts if not told_better(d)]


def settle_shares(drafts: Sequence[Draft], money: Sequence[Money]) -> list[Draft]:
    """What analysts take a share for is a price target: "its valuation could exceed $8". A deal may value shares."""
    sums = {m.id: m for m in money}

    def is_price(draft: Draft) -> bool:
        told = sums.get(draft.money or "") if draft.rule == "valuation.noun" else None
        value = None if told is None else told.amount if told.amount is not None else told.max
        return value is not None and value < LEAST_WORTH

    return [draft for draft in drafts if not is_price(draft)]


#: No company is worth less.
LEAST_WORTH = 1_000


def settle_headlines(analysis: Analysis, drafts: Sequence[Draft], money: Sequence[Money]) -> list[Draft]:
    """ "Tier raises over $1m", told as $1.07 million below: a headline's rounded sum is not another one."""
    sums = {m.id: m for m in money}
    headlines = {n for n, s in enumerate(analysis.sentences) if s.role in HEADS}

    def rounded(draft: Draft) -> bool:
        told = sums.get(draft.money or "")
        if draft.sentence not in headlines or told is None or told.qualifier == "exact" or not told.amount:
            return False
        exact = [
            sums[d.money]
            for d in drafts
            if d.type == draft.type and d.money in sums and d.sentence not in headlines
        ]
        near = [e for e in exact if e.currency == told.currency and e.amount and e.amount != told.amount]
        return any(abs(e.amount - told.amount) * 100 <= ROUNDED * e.amount for e in near)

    return [draft for draft in drafts if not rounded(draft)]


def settle_lenders(drafts: Sequence[Draft], names: Mapping[str, str], text: str = "") -> list[Draft]:
    """Who lends is no borrower: a bank that "agreed to a loan for Kerr" or "signed a loan with Kerr" lends to Kerr.

    Of two readings of one noun the one that names both sides stands; of two sides the bank, where there is but one.
    """
    lent = {(d.sentence, d.cues[0]) for d in drafts if d.rule == "financing.agreement"}
    told = {(d.sentence, d.cues[0], d.object) for d in drafts if d.type == "financing" and has_both_sides(d)}
    told |= {(d.sentence, d.money, d.object) for d in drafts if d.type == "financing" and d.money and has_both_sides(d)}
    kept = []
    for draft in drafts:
        if draft.type == "agreement" and (draft.sentence, draft.cues[0]) in lent:
            continue  # "signed a $3 million loan agreement with Kerr"
        if draft.type == "financing" and draft.subject:
            if not draft.object and (draft.sentence, draft.cues[0], draft.subject) in told:
                continue
            if not draft.object and draft.money and (draft.sentence, draft.money, draft.subject) in told:
                continue  # "Halvor Bank has refinanced Tier's $3 million debt"
            loan = _LENT.search(draft.keys.get("instrument", "")) is not None
            behind = draft.cues[0].end if draft.cues else 0
            either = draft.rule in EITHER_LENDS and _LOAN_FROM.match(text, behind) is None
            sides = (draft.subject, draft.object) if loan and draft.object and either else ()
            if [_LENDER.search(names[side]) is not None for side in sides] == [True, False]:
                draft.subject, draft.object = draft.object, draft.subject
        kept.append(draft)
    return kept


#: Rules whose words don't tell who lends: "signed a loan with Kerr".
EITHER_LENDS = ("financing.noun", "financing.agreement", "financing.pay-with")
_LENT = re.compile(r"\b(?:loans?|(?:credit|loan|lending|debt|financing) (?:facility|line|agreement)|mortgage)\b", re.I)
#: Behind a loan's own word: "from" tells who lends.
_LOAN_FROM = re.compile(r"(?:\s(?:facility|line|agreement|package|deal))?\sfrom\b")
_LENDER = re.compile(
    r"\b(?:\w*banks?|bank\w{0,4}|banco|banca|banque|IMF|IFC|(?:Monetary|Investment|Development) Fund"
    r"|(?:International|Development) Finance Corp\w*|lend\w+)\b",
    re.I,
)

#: A headline's sum is rounded by at most so many per cent.
ROUNDED = 15

_ROUND = re.compile(r"\b(?:round|funding|series|seed)\b", re.I)


def settle_brokers(text: str, drafts: Sequence[Draft], resolution: Resolution, main: str | None) -> list[Draft]:
    """ "Halvor Capital closed a loan. It was arranged on behalf of Kerr": who brokers a loan borrows nothing."""
    found = _ON_BEHALF.search(text) if main else None
    if found is None:
        return list(drafts)
    behind = resolution.overlapping(found.end(), found.end() + 1)
    client = next((p for _, _, p, form in behind if form == "name"), None)
    broker = any(p.id == main and _BROKER.search(p.name) for p in resolution.parties)
    kept = []
    for draft in drafts:
        loan = _LOAN.search(draft.keys.get("instrument", "loan")) is not None  # its own bonds are another matter
        if draft.type == "financing" and draft.subject == main and client != main and loan:
            if client is None and broker:
                continue
            draft.subject = client or draft.subject
        kept.append(draft)
    return kept


def settle_arrangers(analysis: Analysis, drafts: Sequence[Draft], names: Mapping[str, str]) -> list[Draft]:
    """ "Halvor Capital arranged a loan": who arranges it borrows nothing; who originates it lends.

    Only houses that live by it, and only where nobody else is told to lend: others arrange loans of their own. Of two
    readings of one sum the one that names the borrower stands.
    """
    text = analysis.article.text
    borrowed = {(d.sentence, d.money) for d in drafts if d.type == "financing" and d.money and d.subject}
    kept = []
    for draft in drafts:
        nobody = draft.type == "financing" and not (draft.subject or draft.subject_text)
        if nobody and (draft.sentence, draft.money) in borrowed:
            continue
        if draft.type == "financing" and draft.subject and not draft.object and _BROKER.search(names[draft.subject]):
            sentence = analysis.sentences[draft.sentence]
            if _ORIGINATES.search(text, sentence.start, sentence.end):
                draft.subject, draft.object = None, draft.subject
            elif _ARRANGES.search(text, sentence.start, sentence.end):
                continue
        kept.append(draft)
    return kept


_ARRANGES = re.compile(
    r"\b(?:has |have |had )?(?:arranged?|arranges|brokered|placed|sourced|procured)\s"
    r"(?:an?\s|the\s)?(?:[^\s.;]+\s){0,8}?(?:loans?|financing|mortgage|refinanc\w+|debt|facility)\b"
)
_ORIGINATES = re.compile(
    r"\b(?:origination of|originated|originates)\s(?:an?\s|the\s)?(?:[^\s.;]+\s){0,8}?(?:loans?|mortgage)\b"
)
_DEBT = r"(?:financing|loans?|refinanc\w+|mortgage|facility|debt)"
_LOAN = re.compile(_DEBT, re.I)
_PLACED = r"(?:arranged|secured|placed|sourced|procured|negotiated)"
_ON_BEHALF = re.compile(
    rf"\b(?:{_DEBT}\b[^.;]{{0,60}}\b{_PLACED}|{_PLACED}\b[^.;]{{0,120}}\b{_DEBT})\b[^.;]{{0,60}}?\bon behalf of\s"
    r"(?:the\s(?:borrower|owner|ownership|sponsor|developer|client|property owner)s?\b(?:,\s)?|its clients?\b(?:,\s)?)?"
    r"(?:the\s)?"
)
_BROKER = re.compile(r"\b(?:Realty|Capital|Advis\w+|Brokerage|Mortgage|Commercial|Real Estate|Finance|Funding)\b")


def settle_loans(drafts: Sequence[Draft], money: Sequence[Money]) -> list[Draft]:
    """ "Halvor Fund provides $50m to Tier", told below as a loan: the sum is lent or invested, not given."""
    sums = {m.id: value_of(m) for m in money}
    lent = {
        (sums[d.money], party)
        for d in drafts
        if d.type in ("financing", "investment") and d.money in sums
        for party in (d.subject, d.object)
        if party
    }
    return [
        d
        for d in drafts
        if d.rule not in ("payment.provide", "payment.give")
        or d.keys.get("purpose") != "other"
        or d.money not in sums
        or not {(sums[d.money], d.subject), (sums[d.money], d.object)} & lent
    ]


def settle_targets(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """ "Kerr has bought a mill. It acquired the property in May": what is named again is no second purchase."""
    buys = [d for d in drafts if d.type == "acquisition"]

    def again(draft: Draft) -> bool:
        words = draft.object_text
        if draft.type != "acquisition" or draft.money or draft.object or words is None:
            return False
        others = [d for d in buys if d is not draft and d.subject == draft.subject and d.object_text != words]
        if not others or not _KNOWN.fullmatch(text, words.start, words.end):
            return False
        if "seller" in draft.keys and len(others) == 1:
            others[0].keys.setdefault("seller", draft.keys["seller"])
        return True

    return [draft for draft in drafts if not again(draft)]


#: A bare word for what was bought: "the property", not "the Malmo paper mill".
_KNOWN = re.compile(r"(?:the|this|that|these|those)\s(?:two\s|three\s|entire\s|whole\s)?[a-z-]+", re.I)


def settle_contracts(drafts: Sequence[Draft], money: Sequence[Money]) -> list[Draft]:
    """ "Tier awarded extra $3m", told below as a contract with its customer: the sum is the contract's, no gift."""
    sums = {m.id: value_of(m) for m in money}
    contracts = {
        (sums[d.money], *sorted((d.subject, d.object)))
        for d in drafts
        if d.type == "agreement" and d.money in sums and d.subject and d.object
    }

    def contracted(draft: Draft) -> bool:
        pair = sorted((draft.subject or "", draft.object or ""))
        return draft.keys.get("purpose") in ("other", "aid") and (sums.get(draft.money or ""), *pair) in contracts

    return [d for d in drafts if d.type != "payment" or not contracted(d)]


#: The rule of a dividend that is not paid.
NO_DIVIDEND = "payment.no-dividend"
#: Rules of payments that tell neither a sum nor who gets it.
ONE_SIDED = (NO_DIVIDEND, "payment.repays")


def settle_rivals(drafts: Sequence[Draft], plain: frozenset[str]) -> list[Draft]:
    """Drop readings that another one of the same sum in the same sentence explains better, and empty payments.

    "Paid $3 million to acquire" is an acquisition, no payment; a round whose investors are named is their investment.
    """
    own = {(d.sentence, d.subject, d.object) for d in drafts if d.rule == "investment.own-stake"}
    drafts = [d for d in drafts if d.rule != "acquisition.sell-stake" or (d.sentence, d.subject, d.object) not in own]
    settled = {
        (d.sentence, d.money)
        for d in drafts
        if d.type == "payment" and d.money and (d.rule == "payment.settlement" or d.keys.get("purpose") == "settlement")
    }
    for draft in drafts:
        if draft.type == "agreement" and (draft.sentence, draft.money) in settled:
            draft.money = None  # what a settlement costs is paid
    given = {
        (d.sentence, d.money) for d in drafts if d.type == "payment" and d.money and (d.object or d.object_text)
    }
    best: dict[tuple[int, str], int] = {}
    for draft in drafts:
        if draft.rule == "spending.spent" and (draft.sentence, draft.money) in given:
            continue  # "will pay Norway $3 million, which will be used to": paid, and then spent
        if draft.money and draft.type in _PRECEDENCE and draft.rule != "payment.part":
            key = (draft.sentence, draft.money)
            best[key] = min(best.get(key, 99), _PRECEDENCE.index(draft.type))
    dealt = {
        (d.sentence, *sorted((d.subject or "", d.object or "")))
        for d in drafts
        if d.type in ("acquisition", "investment")
    }
    bought = {pair[1:] for pair in dealt}
    kept = []
    for draft in drafts:
        pair = (draft.sentence, *sorted((draft.subject or "", draft.object or "")))
        letter = _LETTER.search(draft.keys.get("matter", "")) is not None
        if draft.type == "agreement" and pair in dealt and not matter_words(draft, plain) and not letter:
            continue
        if draft.type == "agreement" and pair[1:] in bought and draft.keys.get("matter", "").endswith("merger"):
            continue
        if draft.type == "financing" and not draft.money and (
            pair in dealt or (draft.status == "conditional" and not draft.object)
        ):
            continue
        if draft.type == "payment" and not draft.money and not draft.object and draft.rule not in ONE_SIDED:
            continue
        if draft.type == "payment" and draft.subject and draft.subject == draft.object:
            draft.object = None  # nobody pays himself
        rank = best.get((draft.sentence, draft.money or "")) if draft.rule != "spending.spent" else None
        if rank is not None and draft.type in _PRECEDENCE and _PRECEDENCE.index(draft.type) > rank:
            continue
        kept.append(draft)
    return kept


#: Agreements that stand beside the purchase that they are about.
_LETTER = re.compile(r"\b(?:letter|LOI|memorand(?:um|a)|MOU|term sheet|heads of)\b", re.I)


def settle_people(drafts: Sequence[Draft], resolution: Resolution) -> list[Draft]:
    """Two people who work together have no contract: "Ames and Corbin have collaborated on three films"."""

    def both(draft: Draft) -> bool:
        sides = [side for side in (draft.subject, draft.object) if side]
        return len(sides) == 2 and all(resolution.kind(side) == "person" for side in sides)

    return [d for d in drafts if d.rule not in TOGETHER or not both(d)]


#: Rules of agreements that are told of people who only work together.
TOGETHER = ("agreement.verb", "agreement.together", "agreement.link-up", "agreement.forces", "agreement.jointly")


def settle_own(
    analysis: Analysis, drafts: Sequence[Draft], money: Sequence[Money], resolution: Resolution
) -> list[Draft]:
    """A contract that only the article's own company can be meant by: none of a sum that is told better, none beside
    other names. A company and its own unit ("Tier", "Tier Labs") have no agreement.
    """
    sums = {m.id: value_of(m) for m in money}
    told = {sums[d.money] for d in drafts if d.money in sums and d.rule != OWN_CONTRACT}
    names = {p.id: p.name for p in resolution.parties if p.kind == "company"}

    def stands(draft: Draft) -> bool:
        if draft.type != "agreement":
            return True
        sentence = analysis.sentences[draft.sentence]
        named = {mention[2] for mention in resolution.overlapping(sentence.start, sentence.end)}
        if draft.rule in LENT_TO_MAIN and draft.subject not in named:
            sides = {d.object for d in drafts if d.rule == draft.rule and d.sentence == draft.sentence}
            own = _OWN.search(analysis.article.text, sentence.start, sentence.end) or draft.rule == NAMED_TIE
            if not own or named & names.keys() - sides:
                return False  # "schools have partnerships with Kerr", "Ames gains by its partnerships with Kerr"
        if draft.rule == OWN_CONTRACT:
            return sums.get(draft.money or "") not in told and named & names.keys() <= {draft.subject}
        one, other = sorted(((names.get(side or "") or "").split() for side in (draft.subject, draft.object)), key=len)
        return not one or len(one) == len(other) or other[: len(one)] != one

    return [draft for draft in drafts if stands(draft)]


#: Rules that take the article's own company for who is not named, the second without a word for it.
NAMED_TIE = "agreement.named-tie"
LENT_TO_MAIN = ("agreement.partnerships", NAMED_TIE)
_OWN = re.compile(r"\b(?:its|our|we|the (?:company|firm|group|business))\b", re.I)
#: The rule of contracts that name nobody.
OWN_CONTRACT = "agreement.own-contract"


def settle_customers(drafts: Sequence[Draft], rules: frozenset[str]) -> list[Draft]:
    """One agreement a pair and sentence where a rule knows who is the customer ("won a contract from Tier")."""
    known = [d for d in drafts if d.rule in rules and d.object]
    told = {(d.sentence, d.subject or d.subject_text, d.object) for d in known if d.subject or d.subject_text}
    return [
        d
        for d in drafts
        if d.rule in rules or d.type != "agreement" or (d.sentence, d.object or d.object_text, d.subject) not in told
    ]


def settle_asked(drafts: Sequence[Draft]) -> list[Draft]:
    """ "Asked a court to order Kerr to pay $3 million": one suit for that sum, and no payment; a watchdog that is asked
    to investigate does not yet do so.
    """
    asked = [d for d in drafts if d.rule in ASKS]
    sought = {(d.sentence, d.money) for d in asked if d.money}
    against = {(d.sentence, d.object) for d in asked}

    def only_asked(draft: Draft) -> bool:
        if draft.type == "payment":
            return draft.status in ("proposed", "expected") and (draft.sentence, draft.money) in sought
        other = draft.type == "lawsuit" and draft.rule not in ASKS and draft.status == "proposed"
        return other and (draft.sentence, draft.object) in against

    return [draft for draft in drafts if not only_asked(draft)]


#: Rules of what a court or watchdog is asked for.
ASKS = ("lawsuit.ask-court", "lawsuit.collect")
