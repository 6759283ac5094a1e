"""What a fact's own sentence leaves out (a side, a target, a price), read off the article's other facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..nlp import Analysis
from ..records import Money
from ..resolve import Resolution
from .draft import Draft
from .frames.slots import BARE, OBJECT_PRONOUNS
from .merge import matter_words
from .rounds import MEMORY

#: How many sentences back the money may have come from that "will be spent on".
REACH = 3

#: Rules of suits that tell of a defendant alone: who has deals with him does not charge him.
ONE_SIDED = frozenset(
    f"lawsuit.{told}" for told in ("plead", "trial", "accused", "under", "names", "holders-filed")
)

#: Rules of grants that name nobody who gets them: who spends the money does, else the article's own company.
HELPED = ("payment.open-grant", "payment.comes-from")
#: The rule of prices per share that name no target: it is that of the buyer's deal.
PAYS_EACH = "acquisition.pays-each"
#: Rules whose verb says itself who pays.
PAYS = ("payment.pay",)

#: Rules of appeals, which either side of a suit may lodge.
APPEALS = ("lawsuit.appeals", "lawsuit.to-appeal")

#: Rules of purchases by shells, which pay with their own shares: what the company is worth is no price.
SHELLS = ("acquisition.shell", "acquisition.combine")

#: Rules of financings whose borrower stands in a sentence before, at most `rounds.MEMORY` earlier.
ISSUED_BEFORE = ("financing.part",)


def partners(drafts: Sequence[Draft]) -> dict[str, set[str]]:
    """Who has a deal, suit or payment with whom in this article."""
    pairs: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.rule == SHARE:
            continue  # who gets a part of a sum is not paid the whole
        sold = draft.type == "acquisition"  # its price goes to who sells, not to what is sold
        seller = draft.keys.get("seller", "")
        others = [seller] if seller.startswith("P") else [] if sold else [draft.object]
        if draft.type in ("agreement", "acquisition", "lawsuit", "investment", "financing", "payment"):
            for other in others:
                if draft.subject and other:
                    pairs.setdefault(draft.subject, set()).add(other)
                    pairs.setdefault(other, set()).add(draft.subject)
    return pairs


#: Behind a sum that goes to a landlord, a tax office or the staff, and to nobody with whom the payer deals.
_NEEDS = re.compile(
    r"\s(?:in|for|on)\s(?:[\w-]+\s){0,2}(?:rents?|tax(?:es)?|wages|salaries|bonus(?:es)?|interest|advertising)\b"
)
_FROM = re.compile(r"\s(?:in\s(?:[\w-]+\s){1,3})?from\s")


def for_needs(text: str, money: Sequence[Money]) -> frozenset[str]:
    """Sums that are paid for what every firm needs: "$3 million in rent"."""
    return frozenset(m.id for m in money if _NEEDS.match(text, m.end))


def from_elsewhere(text: str, money: Sequence[Money]) -> frozenset[str]:
    """Sums of which the text says where they come from: "$3 million from the sale of her house"."""
    return frozenset(m.id for m in money if _FROM.match(text, m.end))


def supply_counterparts(
    drafts: Sequence[Draft],
    main: str | None,
    pairs: Mapping[str, set[str]],
    names: Mapping[str, str],
    needs: frozenset[str] = frozenset(),
    named: str | None = None,
) -> None:
    """Give a payment or suit that names one side the other one, where the article has them in one deal or suit only.

    A suit by people without a name is against the article's own company; `needs` are sums that go to none of these,
    `named` is who is named most.
    """
    for draft in drafts:
        granted = draft.type == "payment" and draft.keys.get("purpose") == "aid"
        if draft.subject_text and not draft.object and not draft.object_text and (granted or draft.type == "lawsuit"):
            draft.object = main  # suits by, and grants to, who is meant without a name
        if draft.type not in ("payment", "lawsuit") or draft.object_text or draft.subject_text:
            continue
        if draft.rule in ONE_SIDED:
            continue
        if draft.rule in HELPED and not draft.object and draft.subject:
            helped = [d.subject for d in drafts if d.type == "spending" and 0 <= draft.sentence - d.sentence <= 1]
            other = next((p for p in helped if p), main or named)
            draft.object = other if other != draft.subject else None
        if draft.subject and draft.object:
            continue
        known = draft.subject or draft.object
        beside = {d.subject for d in drafts if d.rule == draft.rule and d.sentence == draft.sentence}
        sides = pairs.get(known or "", set()) - (beside - {known} if draft.subject else set())
        if draft.type == "payment" and draft.money in needs:
            continue
        if len(sides) == 1 and draft.keys.get("purpose") not in ("dividend", "tax", "donation", "fine"):
            (other,) = sides
            if draft.subject:
                draft.object = other
            else:
                draft.subject = other
            draft.score -= 0.2
        elif draft.type == "lawsuit" and draft.subject and main != draft.subject:
            draft.object = main
    plaintiffs = {d.subject for d in drafts if d.type == "lawsuit" and d.object}
    for draft in drafts:
        if draft.rule == "payment.settle-for" and draft.subject in plaintiffs:
            draft.subject, draft.object = draft.object, draft.subject  # who sued settles for what he gets
        elif draft.type == "payment" and draft.keys.get("purpose") in ("settlement", "fine") and draft.object:
            one, other = (names.get(p or "", "") for p in (draft.subject, draft.object))
            if WATCHDOG.search(one) and not WATCHDOG.search(other) and draft.rule not in PAYS:
                draft.subject, draft.object = draft.object, draft.subject  # a watchdog that settles is paid


def supply_buyers(drafts: Sequence[Draft], plain: frozenset[str] = frozenset()) -> None:
    """A sale that names no buyer is to the one party with which the seller has an agreement in the article.

    One about something else ("a supply contract") is none on the sale; `plain` are words that say nothing of that.
    """
    agreed: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.type == "agreement" and draft.subject and draft.object and not matter_words(draft, plain):
            agreed.setdefault(draft.subject, set()).add(draft.object)
            agreed.setdefault(draft.object, set()).add(draft.subject)
    for draft in drafts:
        if draft.type == "acquisition" and draft.subject is None and draft.subject_text is None:
            others = agreed.get(draft.keys.get("seller", ""), set()) - {draft.object}
            if len(others) == 1:
                (draft.subject,) = others


def supply_pairs(drafts: Sequence[Draft], supplied: frozenset[str]) -> None:
    """ "The 2012 contract" is between the two who are at odds or pay each other in the article, if but two."""
    pairs = {
        frozenset((d.subject, d.object))
        for d in drafts
        if d.type in ("payment", "lawsuit", "agreement") and d.subject and d.object and d.rule not in supplied
    }
    for draft in drafts:
        if draft.type == "agreement" and draft.rule in supplied and not draft.subject and len(pairs) == 1:
            told = next(d for d in drafts if frozenset((d.subject, d.object)) in pairs)
            draft.subject, draft.object = told.subject, told.object
        elif draft.rule in supplied and draft.subject and not draft.object and not draft.object_text:
            others = {party for pair in pairs if draft.subject in pair for party in pair} - {draft.subject}
            if len(others) == 1:
                (draft.object,) = others  # "It also took options on 12 more"


def answer_suits(drafts: Sequence[Draft], countering: frozenset[str]) -> list[Draft]:
    """A countersuit or appeal that names nobody is against who sued first; without such a suit it is left out.

    Who sued and appeals does so against who was sued.
    """
    suits = [d for d in drafts if d.type == "lawsuit" and d.subject and d.object and d.rule not in countering]
    kept = []
    for draft in drafts:
        if draft.rule in countering and not draft.object:
            first = {d.subject for d in suits if d.object == draft.subject}
            if draft.rule in APPEALS:
                first |= {d.object for d in suits if d.subject == draft.subject}
            if len(first) != 1:
                continue
            (draft.object,) = first
        kept.append(draft)
    return kept


def supply_payers(
    drafts: Sequence[Draft],
    resolution: Resolution,
    main: str | None,
    money: Sequence[Money] = (),
    elsewhere: frozenset[str] = frozenset(),
) -> None:
    """A salary is paid by the person's only employer, a dividend by the article's company, damages by who owes any."""
    companies = {party.id for party in resolution.parties if party.kind == "company"}
    yearly = {m.id for m in money if m.per in ("year", "month", "week")}
    employers: dict[str, set[str]] = {}
    for change in (("appointed",), ("holds",), ("left",)):  # a new job before an old one
        found: dict[str, set[str]] = {}
        for draft in drafts:
            if draft.type == "position" and draft.subject and draft.object and draft.keys.get("change") in change:
                found.setdefault(draft.subject, set()).add(draft.object)
        employers = found | employers
    owed = [d for d in drafts if d.type == "payment" and d.keys.get("purpose") == "damages" and d.money]
    payers = {d.subject: None for d in owed if d.subject}
    payees = {d.object: None for d in owed if d.object}
    for draft in owed:  # "a verdict of $3 million against Kerr", told below as what the jury awarded Brandt
        alone = draft.subject and not draft.object and not draft.object_text
        if alone and draft.subject not in payees and len(payees) == 1 and len(payers) == 1:
            (draft.object,) = payees
    for draft in drafts:
        by_time = draft.type == "payment" and draft.money in yearly and draft.keys.get("purpose") == "other"
        if by_time and draft.object and resolution.kind(draft.object) == "person":
            draft.keys["purpose"] = "salary"
        earned = draft.type == "payment" and draft.object and draft.keys.get("purpose") == "salary"
        if earned and resolution.kind(draft.object or "") == "company":
            draft.keys["purpose"] = "other"  # a builder's bonus
        if draft.type != "payment" or draft.subject or draft.subject_text:
            continue
        purpose = draft.keys.get("purpose")
        known = employers.get(draft.object or "", set())
        earned = purpose == "salary" or (purpose in ("other", "fee") and draft.money not in elsewhere)
        if earned and len(known) == 1 and resolution.kind(draft.object) == "person":
            (draft.subject,) = known
        elif draft.rule == "payment.each-receives":
            payer = main or most_named(resolution)
            draft.subject = payer if payer and resolution.kind(payer) != "person" else None
        elif purpose == "salary" and not known and draft.source in companies:
            draft.subject = draft.source  # "Brandt's pay totaled $3 million, Kerr said"
        elif purpose == "damages" and len(payers) == 1:
            (draft.subject,) = payers
        elif draft.rule == "payment.proceeds":
            draft.subject = main
        elif purpose == "dividend":
            says = [party.id for party in resolution.parties if party.id == draft.source and party.kind == "company"]
            payer = says[0] if says else main or most_named(resolution)
            draft.subject = payer if payer and resolution.kind(payer) not in ("public_body", "person") else None


#: Who is given money as a gift; only a public purse gives them aid.
_CAUSE = re.compile(
    r"\b(?:universit(?:y|ies)|colleges?|schools?|hospitals?|foundations?|museums?|librar(?:y|ies)|church(?:es)?"
    r"|charit(?:y|ies)|appeal|orchestra|food banks?|hospice|children|causes?|sanctuary)\b",
    re.I,
)
_GIVES = ("payment.give", "payment.provide", "payment.payment-to")


def call_gifts(text: str, drafts: Sequence[Draft], resolution: Resolution) -> None:
    """What people and firms give a school, hospital or charity is a donation, whatever the sentence calls it."""
    names = {party.id: party.name for party in resolution.parties}
    for draft in drafts:
        if draft.rule not in _GIVES or draft.keys.get("purpose") != "other":
            continue
        if draft.subject and resolution.kind(draft.subject) == "public_body":
            continue
        given = text[slice(*draft.object_text)] if draft.object_text else names.get(draft.object or "", "")
        if (draft.subject or draft.subject_text) and _CAUSE.search(given):
            draft.keys["purpose"] = "donation"


def settle_between(drafts: Sequence[Draft]) -> list[Draft]:
    """ "Kerr sued Tier. The two settled for $3 million": who was sued pays who sued, where the article has one suit or
    the sentences before have but one.
    """
    suits = [d for d in drafts if d.type == "lawsuit" and d.subject and d.object]
    kept = []
    for draft in drafts:
        if draft.rule in BETWEEN:
            near = [d for d in suits if 0 <= draft.sentence - d.sentence <= REACH]
            sides = {(d.subject, d.object) for d in suits}
            sides = sides if len(sides) == 1 else {(d.subject, d.object) for d in near}
            if len(sides) != 1:
                continue
            ((draft.object, draft.subject),) = sides
            draft.object_text = draft.subject_text = None
        kept.append(draft)
    return kept


#: Rules of settlements that name neither side.
BETWEEN = ("payment.settled-between", "agreement.settled-between")


def share_payees(drafts: Sequence[Draft]) -> None:
    """ "The council gave Tier $3m, with Brandt chipping in $2m": both pay the one who is named."""
    for draft in drafts:
        if draft.type != "payment" or draft.object or draft.object_text or not draft.money:
            continue
        paid = {
            (d.object, d.object_text)
            for d in drafts
            if d.type == "payment" and d.sentence == draft.sentence and d.subject != draft.subject
            if (d.object or d.object_text) and d.money and d.money != draft.money
        }
        if len(paid) == 1 and draft.rule == "payment.chip-in":
            ((draft.object, draft.object_text),) = paid


def supply_shares(drafts: Sequence[Draft]) -> None:
    """ "Of the settlement, $3 million goes to Kerr": paid by who pays the whole, told of last."""
    for draft in drafts:
        if draft.rule != SHARE or draft.subject or draft.subject_text:
            continue
        whole = [
            d
            for d in drafts
            if d.type in ("payment", "financing", "acquisition") and d.rule != SHARE
            and 0 <= draft.sentence - d.sentence <= REACH
            and (d.subject or d.subject_text) and d.subject != draft.object
        ]  # fmt: skip
        if whole:
            last = max(whole, key=lambda d: d.sentence)
            draft.subject, draft.subject_text = last.subject, last.subject_text
            if last.type == "payment":
                draft.keys["purpose"] = last.keys.get("purpose", "other")
                draft.status = last.status if draft.status == "completed" else draft.status


def sue_neighbours(
    analysis: Analysis, drafts: Sequence[Draft], resolution: Resolution, supplied: frozenset[str]
) -> None:
    """ "Kerr filed suit in the High Court": against the one other party that the sentences around it name, if but one.

    Courts and who says so are no defendants; a law firm that files a suit does so for somebody else.
    """
    named = {party.id: party.name for party in resolution.parties}
    for draft in drafts:
        if draft.type != "lawsuit" or draft.rule not in supplied or draft.object or draft.object_text:
            continue
        if _LAWYERS.search(named.get(draft.subject or "", "")):
            draft.subject = None  # without both sides it is left out
            continue
        beside = {d.subject for d in drafts if d.rule == draft.rule and d.sentence == draft.sentence}
        for first, last in ((0, 0), (-1, -1), (-2, -1), (1, 1)):
            numbers = [draft.sentence + k for k in range(first, last + 1)]
            around = [analysis.sentences[n] for n in numbers if 0 <= n < len(analysis.sentences)]
            others = {
                party: None
                for sentence in around
                for start, end, party, form in resolution.overlapping(sentence.start, sentence.end)
                if form != "pronoun" and party not in beside and party != draft.source
                and resolution.kind(party) in ("company", "person", "public_body", "organization")
                and not _JUDGES.search(analysis.article.text, start, end)
            }  # fmt: skip
            firms = [p for p in others if resolution.kind(p) == "company"]
            if len(others) == 1 or len(firms) == 1:
                draft.object = (firms if len(firms) == 1 else list(others))[0]
                draft.score -= 0.2
                break
            if others:
                break


#: Who charges, fines and settles, and does not pay.
WATCHDOG = re.compile(
    r"\b(?:Commission|Department of Justice|Justice Department|Attorney General|Prosecutors?|Regulator|Watchdog|SEC|FTC"
    r"|DOJ|FCA|FDA|EPA|CFTC|FINRA|CFPB|Bureau|Authority|Serious Fraud Office|Environmental Protection Agency)\b"
)
#: The part of a sum that goes to somebody.
SHARE = "payment.goes-to"
_LAWYERS = re.compile(r"\b(?:Law|LLP|Attorneys?|Lawyers?|PLLC|Solicitors|Barristers|Injury|Legal)\b")
_JUDGES = re.compile(r"\b(?:Court|Tribunal|Justice|Judge|Bench|Court\w*)\b")


def most_named(resolution: Resolution) -> str | None:
    """The one firm or body that the article means most often: what is built in it is built by that one."""
    meant = Counter(
        party
        for _, _, party, _ in resolution.mentions
        if resolution.kind(party) in ("company", "organization", "public_body") and party not in resolution.sources
    )
    top = meant.most_common(2)
    return top[0][0] if top and (len(top) == 1 or top[0][1] > top[1][1]) else None


def supply_spenders(drafts: Sequence[Draft], main: str | None, named: str | None = None) -> list[Draft]:
    """ "$3 million of it will be spent on": by who got the money told of last, else by the article's company or by
    who spent before, or by who is `named` most; what nobody spends is left out.
    """
    for draft in drafts:
        if draft.type != "spending" or draft.subject or draft.subject_text:
            continue
        paid = [d for d in drafts if d.type == "payment" and (d.sentence, d.money) == (draft.sentence, draft.money)]
        if draft.rule == "spending.spent" and paid and (paid[0].object or paid[0].object_text):
            draft.subject, draft.subject_text = paid[0].object, paid[0].object_text
            continue  # "paid Norway $3 million, which will be used to"
        given = [
            d.object if d.type in ("payment", "investment") else d.subject
            for d in sorted(drafts, key=lambda d: d.sentence)
            if d.type in ("payment", "investment", "financing") and 0 <= draft.sentence - d.sentence <= REACH
        ]
        before = [d.subject for d in drafts if d.type == "spending" and d.subject and d.sentence < draft.sentence]
        draft.subject = next((party for party in reversed(given) if party), main or (before[-1] if before else named))
    return [d for d in drafts if d.type != "spending" or d.subject or d.subject_text]


def lend_issuers(drafts: Sequence[Draft], main: str | None) -> list[Draft]:
    """ "The total includes $3 million of loans from Brandt Bank": to whom the last financing or round was told of."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.rule in ISSUED_BEFORE:
            told = [
                d
                for d in kept
                if 0 <= draft.sentence - d.sentence <= MEMORY
                and ((d.type == "financing" and d.subject) or (d.type == "investment" and d.object))
            ]
            last = told[-1] if told else None
            draft.subject = (last.object if last.type == "investment" else last.subject) if last else main
            if last and last.type == "financing" and not (draft.object or draft.object_text):
                draft.object, draft.object_text = last.object, last.object_text
                draft.date = draft.date or last.date
            if not draft.subject or draft.subject == draft.object:
                continue
        kept.append(draft)
    return kept


def speak_for_companies(text: str, drafts: Sequence[Draft], sums: set[str]) -> None:
    """An executive who "would invest" or "agreed on a deal", no sum named, acts for the company led.

    One who is only described ("Kerr CEO Lena Brandt, who also invested in Tier") put in money of her own.
    """
    leads = {
        d.subject: d.object
        for d in drafts
        if d.type == "position" and d.object and d.status == "ongoing" and _LEADS.search(d.keys.get("title", ""))
    }
    for draft in drafts:
        company = leads.get(draft.subject)
        corporate = draft.type in ("investment", "agreement", "acquisition", "financing")
        at = draft.cues[0].start if draft.type == "investment" and draft.cues else 0
        own = _WHO.search(text, max(0, at - 25), at) or draft.rule.startswith("round.") or draft.rule in _BACKS
        own = own or (draft.type == "acquisition" and draft.status == "completed")  # "Brandt bought Tier"
        own = own or company == draft.keys.get("seller")  # "Tier agreed to sell its mill to its founder, Lena Brandt"
        if corporate and draft.money not in sums and company and company != draft.object and not own:
            draft.subject = company


#: Rules that list those who back a company: "Kerr founder Lena Brandt" among them backs it herself.
_BACKS = frozenset(
    {"investment.backing", "investment.investors", "investment.counts", "investment.early-backer",
     "investment.backed-by"}
)  # fmt: skip
_WHO = re.compile(r"\bwho (?:has |have |had )?(?:also |personally |both )?$")
_LEADS = re.compile(
    r"\b(?:CEO|chief \w+(?: \w+)? officer|C[FOTM]O|chief executive|president|chair\w*|director|founder|owner|head of"
    r"|minister|mayor|governor|commissioner|general manager|spokes\w+)\b",
    re.I,
)


def name_targets(text: str, drafts: Sequence[Draft], main: str | None) -> list[Draft]:
    """Give a deal in "it", and an offer that names no target, what the last deal before it was about."""
    kept: list[Draft] = []
    last: Draft | None = None
    for draft in drafts:
        if draft.type == "acquisition":
            words = text[draft.object_text.start : draft.object_text.end] if draft.object_text else ""
            pronoun = words in OBJECT_PRONOUNS
            if draft.rule == PAYS_EACH:
                own = [d for d in (*kept, *drafts) if d.type == "acquisition" and d.subject == draft.subject]
                told = next((d for d in reversed(own) if d.object and d.object != draft.subject), None)
                if told is None:
                    continue
                draft.object = told.object
            elif words.removeprefix("the ") in BARE and last and last.object and last.object != draft.subject:
                draft.object, draft.object_text = last.object, None
            elif pronoun or not (draft.object or draft.object_text):
                target, words = (last.object, last.object_text) if last else (main if pronoun else None, None)
                vague = not draft.money and (draft.status == "conditional" or last is None)
                if vague or not (target or words) or (target and target == draft.subject):
                    continue
                draft.object, draft.object_text = target, words
            else:
                last = draft
        kept.append(draft)
    return kept


def supply_price(drafts: list[Draft], prices: Sequence[tuple[str, int]], money: Sequence[Money]) -> None:
    """Give the article's only acquisition the price that another sentence names.

    A price a share stands beside a total as a fact of its own.
    """
    deals = [d for d in drafts if d.type == "acquisition" and d.subject and (d.object or d.object_text)]
    deals = [d for d in deals if d.rule not in SHELLS]
    if not prices or len({(d.subject, d.object) for d in deals}) != 1:
        return
    per = {m.id: m.per for m in money}
    best = max(deals, key=lambda d: len(d.keys))
    for price, sentence in prices:
        told = [d.money for d in deals if d.money]
        if not told:
            best.money = price
        elif per[price] == "share" and all(per[m] != "share" for m in told):
            copy = replace(best, money=price, sentence=sentence, rule="acquisition.share-price")
            deals.append(copy)
            drafts.append(copy)
