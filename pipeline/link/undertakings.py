"""Agreements told without a contract's verb: naming rights, works given out, favours of lenders.

Who is the other side stands as an apposition, in a pronoun, or in a sentence beside: read off the surface.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..mentions import Span
from ..nlp import Analysis
from ..records import Money
from ..resolve import Resolution
from .draft import Draft

#: A sentence's other side stands at most so many sentences before or behind it.
REACH = 3
SIDES = ("company", "public_body", "organization")

#: A stretch of a sentence that may hold a decimal point.
_SOME = r"(?:[^.;]|\.\d)"
_NAMING = re.compile(
    r"\b(?:(?:will|would|is to|are to|to|has|have|had|(?:has |have |had )?agreed to) )?(?:pay|pays|paid|spend|spent)"
    rf" (?P<sum>{_SOME}{{3,60}}?) for the (?:stadium|arena)?(?:['’]s)? ?naming rights\b(?P<for>(?: (?:to|of|for|at) )?)"
)
_AWARD = re.compile(
    rf"\b(?:has|have|had)? ?(?:awarded|let|approved|handed out) an? (?:{_SOME}{{0,40}}? )?contracts?"
    r" (?P<for>(?:to (?!the\b)[a-z]+|for)\b[^.;]*)"
)
_WINNER = re.compile(
    r"(?: [A-Z][\w&.]*){0,3}(?:,[^,;.]{2,60},| of [^;]{2,40}?,| of [A-Z][\w. ]{1,30})? (?:had |has |was |were )?"
    r"(?:submitted (?:the|a) low(?:est)?\b|the low(?:est)? (?:bid|of)|(?:the )?low bidder"
    r"|won the (?:bid|contract|work|tender|job)|selected for the (?:work|job)|bid the lowest)"
)
_FAVOUR = re.compile(
    r"\b(?P<its>[Ii]ts|[Tt]heir|[\w.&]+['’]s?) (?:(?:main|largest|biggest|principal|senior|lead|leading|chief) )?"
    r"(?:lender|bank|banker|creditor|landlord|lessor|supplier|bondholder), (?P<name>(?=[A-Z])[^,;]{2,50}),"
    r" (?:has|have|had)? ?(?:also )?(?P<deed>agreed) to (?P<matter>(?:lower|cut|reduce|halve|defer|extend|waive|relax"
    r"|ease|suspend|postpone|forgo|accept|reschedule|restructure|freeze|amend|roll over|write off)\b[^,;.]*)"
)
_EACH_OTHER = re.compile(
    r"\b(?:[Ee]ach (?:company|bank|side|party|firm|airline|group|of them|of the (?:two|companies|banks))"
    r" (?:has |have |had )?"
    r"|(?:[Tt]hey|(?:[Tt]he )?(?:two|companies|banks|firms)(?: companies| banks| firms)?) (?:have |had )?(?:also )?"
    r"(?=(?:granted|given|gave) each))(?:granted|given|gave) (?:the|each) other"
    r" (?P<matter>(?:an? )?options? [^,;.]*(?:\.\d[^,;.]*)*)"
)
_UNION = re.compile(
    r"\b(?:Union|Unions|Teamsters|Brotherhood|Guild|[Tt]rade [Uu]nion|(?:Workers|Employees|Nurses|Teachers|Pilots"
    r"|Machinists|Steelworkers)(?:['’])?(?: (?:Alliance|Association|Federation|Guild|Union))?)\b"
)
_WITH_EMPLOYER = re.compile(
    r"\b(?:[Tt]he|[Tt]heir|[Aa]) (?:(?:new|tentative|proposed|(?:two|three|four|five)-year|labou?r|collective) )*"
    r"(?:agreement|contract|deal|pact) with (?:(?:the|its|their) [^,;.]{3,40}, )?(?=[A-Z])"
)
_WORK = re.compile(r"\b(?:raises?|wages?|pay|bonus(?:es)?|workers|nurses|teachers|pilots|employees|members|staff\w*)\b")


def undertakings(
    analysis: Analysis, resolution: Resolution, money: Sequence[Money], drafts: list[Draft], main: str | None
) -> list[Draft]:
    """The drafts and what is read off the surface; a reading that the words contradict is left out."""
    text = analysis.article.text
    found: list[Draft] = []
    for number, sentence in enumerate(analysis.sentences):
        words = text[sentence.start : sentence.end]
        if "naming rights" in words:
            found += _named(analysis, resolution, money, number)
        if "contract" in words:
            found += _given_out(analysis, resolution, money, number)
        if " agreed to " in words:
            found += _favour(analysis, resolution, number, main)
        if " other " in words and "option" in words:
            found += _mutual(analysis, number, drafts)
        if _WORTH.search(words):
            found += _share_prices(analysis, money, number, [*drafts, *found])
        if "sell " in words or "sold " in words:
            found += _sold_to(analysis, resolution, money, number, drafts)
        if " with " in words and _WORK.search(words):
            found += _bargained(analysis, resolution, number)
    told = {(d.sentence, d.object) for d in found if d.rule == BARGAINED}
    sold = {(d.sentence, d.subject) for d in found if d.rule == SOLD}
    settled = {(d.sentence, d.money) for d in found if d.rule in (AWARDED, NAMED) and d.money}
    sponsored = {(d.sentence, d.object) for d in drafts if d.rule == SPONSORED}
    kept = [
        d
        for d in drafts
        if not (d.type == "agreement" and (d.sentence, d.object) in told)
        and not (d.type == "acquisition" and not d.subject and (d.sentence, d.object) in sold)
        and not (d.rule == SPONSORSHIP and (d.sentence, d.subject) in sponsored)
        and not (d.type in ("agreement", "payment", "spending", "acquisition") and (d.sentence, d.money) in settled)
    ]
    return kept + [d for d in found if not _known(d, kept)]


NAMED, AWARDED = "agreement.naming-rights", "agreement.works-given-out"
FAVOUR, MUTUAL, BARGAINED = "agreement.favour", "agreement.each-other", "agreement.with-employer"
#: A club that renews its sponsorship with a firm is the one that is sponsored.
SPONSORED, SPONSORSHIP = "agreement.sponsored", "agreement.sponsorship"


def _known(draft: Draft, drafts: Sequence[Draft]) -> bool:
    sides = {draft.subject, draft.object}
    return any(
        d.type == "agreement" and d.sentence == draft.sentence and {d.subject, d.object} == sides for d in drafts
    )


def _before(text: str, start: int, end: int, resolution: Resolution) -> str | None:
    """The party whose name or pronoun ends right before; a short apposition may stand between."""
    for _, high, party, _ in reversed(resolution.overlapping(start, end)):
        if high <= end and resolution.kind(party) in SIDES:
            return party if _ASIDE.fullmatch(text, high, end) else None
    return None


_ASIDE = re.compile(r"(?:, (?:an?|the|which|based) [^,;]{2,60},)? ?")


def _behind(text: str, start: int, end: int, resolution: Resolution) -> str | None:
    """The party whose name stands right behind, perhaps an article or what it is between."""
    for low, _, party, form in resolution.overlapping(start, end):
        if form == "name" and low >= start and resolution.kind(party) in SIDES:
            return party if re.fullmatch(r"(?:the |a )?(?:[a-z-]+ ){0,4}", text[start:low]) else None
    return None


def _named(analysis: Analysis, resolution: Resolution, money: Sequence[Money], number: int) -> list[Draft]:
    """ "Kerr Bank will pay $3 million over 15 years for the naming rights", to the club told of before."""
    text, sentence = analysis.article.text, analysis.sentences[number]
    cue = _NAMING.search(text, sentence.start, sentence.end)
    if not cue:
        return []
    payer = _before(text, sentence.start, cue.start(), resolution)
    other = _behind(text, cue.end(), sentence.end, resolution) if cue["for"] else None
    for before in (1, 2):
        near = analysis.sentences[number - before] if number >= before and not other else None
        for low, _, party, form in resolution.overlapping(near.start, near.end) if near else ():
            own = form == "name" and party != payer and resolution.kind(party) in SIDES
            if own and not _CALLED.search(text, near.start, low):
                other = party
                break
    if not payer or not other or payer == other:
        return []
    paid = next((m.id for m in money if cue.start("sum") <= m.start < cue.end("sum") and not m.equivalent_of), None)
    draft = Draft("agreement", number, NAMED, payer, other, money=paid, cues=[Span(*cue.span())])
    draft.keys["matter"] = "naming rights"
    return [draft]


#: Before what is no club but the name of its ground.
_CALLED = re.compile(r"\b(?:called|named|renamed|known as|christened) (?:the )?$")


def _given_out(analysis: Analysis, resolution: Resolution, money: Sequence[Money], number: int) -> list[Draft]:
    """ "The council has awarded a $3 million contract to mend the road. Kerr submitted the lowest bid"."""
    text, sentence = analysis.article.text, analysis.sentences[number]
    cue = _AWARD.search(text, sentence.start, sentence.end)
    if not cue:
        return []
    giver = _before(text, sentence.start, cue.start() + (text[cue.start()] == " "), resolution)
    if not giver or resolution.kind(giver) == "company":
        return []
    last = analysis.sentences[min(number + REACH, len(analysis.sentences) - 1)]
    for _, high, party, form in resolution.overlapping(sentence.end, last.end):
        won = form == "name" and resolution.kind(party) == "company" and _WINNER.match(text, high, last.end)
        if won and party != giver:
            worth = next((m.id for m in money if cue.start() <= m.start < cue.start("for")), None)
            draft = Draft("agreement", number, AWARDED, giver, party, money=worth, cues=[Span(*cue.span())])
            works = cue["for"].removeprefix("to ") if cue["for"].startswith("to ") else "contract"
            draft.keys["matter"] = re.split(r" (?:over|in|on|at|near|for|by)\b|,", works)[0]
            return [draft]
    return []


def _favour(analysis: Analysis, resolution: Resolution, number: int, main: str | None) -> list[Draft]:
    """ "Its main lender, Kerr Bank, has agreed to lower the interest rate"."""
    text, sentence = analysis.article.text, analysis.sentences[number]
    cue = _FAVOUR.search(text, sentence.start, sentence.end)
    if not cue:
        return []
    whose = resolution.overlapping(*cue.span("its"))  # "its main lender" itself is the lender
    party = _behind(text, cue.start("name"), cue.end("name"), resolution)
    own = [p for _, high, p, _ in whose if high <= cue.end("its")] or ([main] if main else [])
    if not own and number:
        named = resolution.overlapping(analysis.sentences[number - 1].start, sentence.start)
        own = [p for _, _, p, _ in named if resolution.kind(p) in SIDES][:1]
    if not own or not party or own[0] == party:
        return []
    draft = Draft("agreement", number, FAVOUR, party, own[0], cues=[Span(*cue.span("deed"))])
    draft.keys["matter"] = cue["matter"]
    return [draft]


def _mutual(analysis: Analysis, number: int, drafts: Sequence[Draft]) -> list[Draft]:
    """ "Each bank granted the other an option": the two of the deal told last."""
    text, sentence = analysis.article.text, analysis.sentences[number]
    cue = _EACH_OTHER.search(text, sentence.start, sentence.end)
    told = [d for d in drafts if d.type in ("acquisition", "agreement") and d.subject and d.object]
    sides = {(d.subject, d.object) for d in told if d.sentence <= number}
    if not cue or len({frozenset(s) for s in sides}) != 1:
        return []
    subject, other = next(iter(sides))
    draft = Draft("agreement", number, MUTUAL, subject, other, cues=[Span(*cue.span())])
    draft.keys["matter"] = cue["matter"]
    return [draft]


_WORTH = re.compile(
    r"\b(?:offer|bid|deal|exchange|swap|terms|merger|takeover|[Tt]hat|[Ww]hich|[Ii]t|(?P<cash>cash alternative))\b"
    r"[^.;]{0,120}?(?:\b(?:worth|(?:works?|worked|working) out (?:at|to)|(?:equal|equivalent|amounts) to) (?:about )?"
    r"|(?(cash) of |(?!)))(?=[^\w\s]?\d|[A-Z]{1,3}\$?\d)"
)
_EACH = re.compile(r"(?:[^.;]|\.\d){0,50}?\bshares?\b")


def _share_prices(analysis: Analysis, money: Sequence[Money], number: int, drafts: Sequence[Draft]) -> list[Draft]:
    """ "The offer is worth 432p for each Tier share": that of the one deal told just before."""
    text, sentence = analysis.article.text, analysis.sentences[number]
    near = [
        d
        for d in drafts
        if d.type == "acquisition" and d.subject and d.object and 0 <= number - d.sentence <= REACH
        and d.status in ("proposed", "expected")
    ]  # fmt: skip
    cue = _WORTH.search(text, sentence.start, sentence.end)
    if not cue or len({(d.subject, d.object) for d in near}) != 1:
        return []
    price = next((m for m in money if 0 <= m.start - cue.end() <= 1), None)
    if price is None or any(d.money == price.id for d in drafts):
        return []
    each = price.per == "share" or cue["cash"] or _EACH.match(text, price.end, sentence.end)
    if not (each or (" out " in cue[0] and _EACH.search(text, sentence.start, cue.end()))):
        return []
    deal = near[-1]
    cues = [Span(*cue.span())]
    return [replace(deal, money=price.id, sentence=number, rule=WORTH, keys=dict(deal.keys), cues=cues, source=None)]


WORTH, SOLD = "acquisition.worth-each", "acquisition.sells-to"
_SELLS = re.compile(
    r"\b(?P<plan>(?:will|would|to|agreed to|is to|plans to) )?(?:has |have |had )?(?P<verb>sell|sold)"
    r" (?P<thing>(?:\d[\d,]*|its|their|the|all|most|some|half|two|three|four|five|six|seven|eight|nine|ten)"
    r" [^.;,$£€]{2,60}?) to (?P<lead>(?:[a-z][\w-]* ){1,5})(?=[A-Z])"
)
_ASSET = re.compile(
    r"\b(?:stores?|shops?|supermarkets?|hotels?|plants?|factor(?:y|ies)|mills?|mines?|stations?|branches|pubs|restaurants"
    r"|clinics|hospitals?|warehouses?|newspapers?|magazines?|business(?:es)?|units?|divisions?|arms?|subsidiar(?:y|ies)"
    r"|operations|brands?|assets|buildings?|properties|offices?|depots?|terminals?|refiner(?:y|ies)|fields?|farms?)"
    r"(?: in [A-Z][\w ]+)?$"
)


def _sold_to(
    analysis: Analysis, resolution: Resolution, money: Sequence[Money], number: int, drafts: Sequence[Draft]
) -> list[Draft]:
    """ "Will sell 41 of its stores to discount chain Tier": the parser takes "to discount" for a verb."""
    text, sentence = analysis.article.text, analysis.sentences[number]
    cue = _SELLS.search(text, sentence.start, sentence.end)
    if not cue or not _ASSET.search(cue["thing"]):
        return []
    if any(d.type == "acquisition" and d.sentence == number and d.subject for d in drafts):
        return []
    buyer = _behind(text, cue.start("lead"), sentence.end, resolution)
    seller = _before(text, sentence.start, cue.start(), resolution)
    if not seller and text[sentence.start : cue.start()].endswith(" it "):
        named = {p for _, _, p, _ in resolution.overlapping(sentence.start, cue.start())}
        firms = {p for p in named if resolution.kind(p) == "company"}
        seller = next(iter(firms)) if len(firms) == 1 else None  # "Tier said Friday it will sell"
    if not buyer or not seller or buyer == seller or resolution.kind(buyer) != "company":
        return []
    thing = Span(*cue.span("thing"))
    behind = next((m for m in money if cue.end() < m.start < sentence.end and not m.per and not m.equivalent_of), None)
    price = behind.id if behind and _FOR.search(text, cue.end(), behind.start) else None
    status = "expected" if cue["plan"] else "completed"
    draft = Draft(
        "acquisition", number, SOLD, buyer, None, None, thing, price, status=status, cues=[Span(*cue.span("verb"))]
    )
    draft.keys["seller"] = seller
    return [draft]


_FOR = re.compile(r"\bfor (?:about |around |nearly |some |up to )?$")


def _bargained(analysis: Analysis, resolution: Resolution, number: int) -> list[Draft]:
    """ "The agreement with the hospital's owner, Kerr, gives nurses raises": that of the article's one union."""
    text, sentence = analysis.article.text, analysis.sentences[number]
    cue = _WITH_EMPLOYER.search(text, sentence.start, sentence.end)
    unions = {p.id for p in resolution.parties if p.kind == "organization" and _UNION.search(p.name)} if cue else set()
    if not cue or len(unions) != 1:
        return []
    named = {p for _, _, p, _ in resolution.overlapping(sentence.start, sentence.end)}
    employer = _behind(text, cue.end(), sentence.end, resolution)
    if not employer or employer in unions or unions & named:
        return []
    draft = Draft("agreement", number, BARGAINED, next(iter(unions)), employer, cues=[Span(*cue.span())])
    draft.keys["matter"] = "contract" if "contract" in cue[0] else "agreement"
    return [draft]


#: Who gives a letter of intent is the one that means to do something.
_INTENT_FROM = re.compile(r"\bletters? of intent from (?=\w)")


def turn_letters(analysis: Analysis, resolution: Resolution, drafts: Sequence[Draft]) -> None:
    """ "Kerr has a letter of intent from Tier to lease": Tier is the one that means to do something."""
    text = analysis.article.text
    for draft in drafts:
        near = analysis.sentences[draft.sentence]
        if draft.rule == "agreement.noun" and draft.keys.get("matter", "").lower().endswith(("letter", "intent")):
            intends = _INTENT_FROM.search(text, near.start, near.end)
            giver = _behind(text, intends.end(), near.end, resolution) if intends else None
            if giver and giver == draft.object:
                draft.subject, draft.object = draft.object, draft.subject
