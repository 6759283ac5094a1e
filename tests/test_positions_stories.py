"""Posts told in the story of a career, in lists, with departments and by trades; every name is invented."""

import pytest

from .test_positions_sentences import OST, Q, R, V, facts

K = "<ner label=ORG>Kestrel Bank</ner>"
AQ, TR = "Ada Quill", "Tomas Rey"


def holds(person, title, body):
    return person, title, body, "holds", "ongoing"


def left(person, title, body):
    return person, title, body, "left", "completed"


def took(person, title, body):
    return person, title, body, "appointed", "completed"


#: (text, the facts as (person, title, organisation, change, status))
CASES = [
    # two titles joined by a slash
    (f"“We grew,” said {Q}, Managing Partner/COO at {V}.", [holds(AQ, "Managing Partner/COO", "Velmora")]),
    (f"So said {Q}, CEO/Executive Director, {V}, who spoke.", [holds(AQ, "CEO/Executive Director", "Velmora")]),
    (f"So said EVP/CFO {Q} of {V}.", [holds(AQ, "EVP/CFO", "Velmora")]),
    (f"{Q}, co-founder/CEO of {V}, spoke.", [holds(AQ, "co-founder/CEO", "Velmora")]),
    # as the ... of
    (f"As the founder and CEO of {V} since 2008, {Q} led it to growth.", [holds(AQ, "founder and CEO", "Velmora")]),
    (f"{Q} grew up here. Now, as the founder of {V}, a mill, she helps others.", [holds(AQ, "founder", "Velmora")]),
    (f"{Q} knows mills. Most recently, as treasurer of {V}, she led its growth.", [left(AQ, "treasurer", "Velmora")]),
    (f"{Q} knows mills. Prior to this, as Vice President, Business Banking at {K}, she managed loans.", [left(AQ, "Vice President, Business Banking", "Kestrel Bank")]),
    (f"{Q} knows mills. As former head of sales at {V}, she knows how to sell.", [left(AQ, "head of sales", "Velmora")]),
    (f"As a customer of {V}, {Q} is happy.", []),
    (f"{V} grew. In her role as chief financial officer of {V}, {Q} ran the books.", [holds(AQ, "chief financial officer", "Velmora")]),
    # careers
    (f"{Q} joined {V}. Prior to that, she was a senior investment manager at {K}, where she ran funds.", [left(AQ, "senior investment manager", "Kestrel Bank")]),
    (f"{Q} joined {V}. She was previously a senior manager at {OST} and prior to that a managing director at {K}.", [left(AQ, "senior manager", "Ostrand"), left(AQ, "managing director", "Kestrel Bank")]),
    (f"{Q} joined {V}. She also was director at {OST} and regional director of {K}.", [left(AQ, "director", "Ostrand"), left(AQ, "regional director", "Kestrel Bank")]),
    (f"{Q} joined {V}. Earlier in her career she was a vice president and loan manager in rural services with {K}.", [left(AQ, "vice president and loan manager", "Kestrel Bank")]),
    (f"{Q} joined from {K} where as a senior vice president, she ran loans.", [left(AQ, "senior vice president", "Kestrel Bank")]),
    (f"{Q} began her career as an analyst at {K}.", [left(AQ, "analyst", "Kestrel Bank")]),
    (f"{Q} started out as a trader with {K} in London.", [left(AQ, "trader", "Kestrel Bank")]),
    (f"{Q} spent ten years at {K} as head of risk.", [left(AQ, "head of risk", "Kestrel Bank")]),
    (f"Before joining {V}, {Q} was chief economist at {K}.", [left(AQ, "chief economist", "Kestrel Bank")]),
    (f"Before joining {V}, {Q} worked for {K} as a portfolio manager.", [left(AQ, "portfolio manager", "Kestrel Bank")]),
    (f"{Q} worked at {OST} for 13 years, where she served in a range of positions, including president of the oven arm, senior vice president of sales and treasurer.",
        [left(AQ, "president of the oven arm", "Ostrand"), left(AQ, "senior vice president of sales and treasurer", "Ostrand")]),
    (f"{Q}, a graduate of a college, holds a diploma and is an active board member of {V}.", [holds(AQ, "board member", "Velmora")]),
    (f"{Q} serves as treasurer of {V} and as a director of {OST}.", [holds(AQ, "treasurer", "Velmora"), holds(AQ, "director", "Ostrand")]),
    (f"{V} grew. {Q} built it and serves as the company's chief technology officer.", [holds(AQ, "chief technology officer", "Velmora")]),
    (f"An ex-captain with {V}, {Q} has a degree.", [left(AQ, "captain", "Velmora")]),
    # boards
    (f"{V} grew. {Q} has been appointed chair of the board.", [took(AQ, "chair of the board", "Velmora")]),
    (f"{V} grew. {Q} currently serves as President of the Board of Directors.", [holds(AQ, "President of the Board of Directors", "Velmora")]),
    # lists, title first
    (f"Speakers include CEO of {V}, {Q}, Chief Legal Officer of {OST}, {R}, and others.", [holds(AQ, "CEO", "Velmora"), holds(TR, "Chief Legal Officer", "Ostrand")]),
    (f"{V} is led by President, {Q}, and Director of Operations, {R}.", [holds(AQ, "President", "Velmora"), holds(TR, "Director of Operations", "Velmora")]),
    (f"Vice President of Power Research at {V}, {Q}, said it was worse.", [holds(AQ, "Vice President of Power Research", "Velmora")]),
    (f"So said {V} Managing Director and Head of Lending and Alternatives, {Q}.", [holds(AQ, "Managing Director and Head of Lending and Alternatives", "Velmora")]),
    (f"{Q}, Head of Private Equity, {V}, says so.", [holds(AQ, "Head of Private Equity", "Velmora")]),
    (f"{Q}, Vice-President, Savings and Farm Lending at {V}, spoke.", [holds(AQ, "Vice-President, Savings and Farm Lending", "Velmora")]),
    (f"{V} grew, said the {OST} Superintendent, Dr. {Q}.", [holds(AQ, "Superintendent", "Ostrand")]),
    # contact lines
    (f"{V} grew.\n\nMedia contact: {Q}, CEO {K}\nPhone: (412) 540-5161", [holds(AQ, "CEO", "Kestrel Bank")]),
    (f"{V} grew.\n\nContact:\n{Q}, Director of Communications\n{V}\n", [holds(AQ, "Director of Communications", "Velmora")]),
    # open titles
    (f"So said {Q}, Core Contributor at {V}.", [holds(AQ, "Core Contributor", "Velmora")]),
    (f"So said {Q}, a nurse at {V}.", [holds(AQ, "nurse", "Velmora")]),
    (f"So said {Q}, an oceanographer at {V}.", [holds(AQ, "oceanographer", "Velmora")]),
    (f"So said {Q}, a customer of {V}.", []),
    (f"So said {Q}, a customer at {V}.", []),
    (f"So said {Q}, a student at {V}.", []),
    (f"{Q}, a cardiologist with {V}, spoke.", [holds(AQ, "cardiologist", "Velmora")]),
    (f"{Q}, a longtime real estate agent at {V}, spoke.", [holds(AQ, "real estate agent", "Velmora")]),
    (f"{Q}, Regional Developer for {V}, spoke.", [holds(AQ, "Regional Developer", "Velmora")]),
    (f"{V} goalkeeper {Q} spoke.", [holds(AQ, "goalkeeper", "Velmora")]),
    (f"{V} financial adviser {Q} spoke.", [holds(AQ, "financial adviser", "Velmora")]),
    (f"Founded in 1995 by President {Q}, {V} boasts growth.", [holds(AQ, "President", "Velmora")]),
    (f"{Q} joins {V} as Head of Syndications.", [took(AQ, "Head of Syndications", "Velmora")]),
    # governors, degrees, lists that end in no post
    (f"{V} grew, said {Q}, MD, MBA, the chief executive of {V}.", [holds(AQ, "chief executive", "Velmora")]),
    (f"{V} is led by President, {Q}, and Director of Operations, {R}.", [holds(AQ, "President", "Velmora"), holds(TR, "Director of Operations", "Velmora")]),
    (f"{V} megadonor {Q} spoke.", []),
    (f"{V} sold winger {Q} to Lakeside in July.", []),
    (f"{Q} was not named chief executive of {V}.", []),
    (f"{Q} will not be elected chair of {V}.", []),
    (f"{Q} is not the chief executive of {V}.", []),
    (f"{Q} is no longer chief executive of {V}.", [left(AQ, "chief executive", "Velmora")]),
    (f"{Q}, chief executive of {V}, did not speak.", [holds(AQ, "chief executive", "Velmora")]),
    (f"{V}'s former goalkeeper {Q} spoke.", [left(AQ, "goalkeeper", "Velmora")]),
    (f"{Q} is a sought-after speaker at events.", []),
    (f"{Q}, Principal of <ner label=ORG>Rey Commercial Estates</ner>, spoke.", [holds(AQ, "Principal", "Rey Commercial Estates")]),
    # further posts of one sentence, names that a model took for firms, bodies behind names
    (f"{V} grew. {V} ({OST}), the parent of {K}, is pleased to announce the appointment of {Q} as the CEO of its new telco/fintech division.", [took(AQ, "CEO", "Velmora")]),
    (f"<ner label=ORG>Core</ner> grew. So said {Q}, <ner label=ORG>Core</ner> Contributor at <ner label=ORG>Core Foundation</ner>.", [holds(AQ, "Core Contributor", "Core Foundation")]),
    (f"So said SignatureFD Chief Information Officer {Q}.", [holds(AQ, "Chief Information Officer", "SignatureFD")]),
    (f"ARway.ai Chief Executive Officer {Q} spoke.", [holds(AQ, "Chief Executive Officer", "ARway.ai")]),
    (f"Said Chief Executive Officer {Q}: no.", []),
    (f"{V} grew by naming {Q} and {R} as Global Practice Leaders.", [took(AQ, "Global Practice Leaders", "Velmora"), took(TR, "Global Practice Leaders", "Velmora")]),
    (f"{V} announced the appointment of {Q} as Executive Chairman, and {R} as a member of the Board of Directors.", [took(AQ, "Executive Chairman", "Velmora"), took(TR, "member of the Board of Directors", "Velmora")]),
    (f"{V} named {Q} chief executive and {R} finance director.", [took(AQ, "chief executive", "Velmora"), took(TR, "finance director", "Velmora")]),
    (f"{V} elected {Q} as president, {R} as treasurer.", [took(AQ, "president", "Velmora"), took(TR, "treasurer", "Velmora")]),
    (f"Chief {Q}, {V} said: we grew.", [holds(AQ, "Chief", "Velmora")]),
    (f"President {Q}, {V}, said so.", [holds(AQ, "President", "Velmora")]),
    (f"{Q} comes to {V} from {K}, where she was Senior Vice President in the bank's debt group.", [left(AQ, "Senior Vice President", "Kestrel Bank")]),
    (f"{Q} joined {V}. She also was director at {OST} and Southeast Regional Director of {K}.", [left(AQ, "director", "Ostrand"), left(AQ, "Southeast Regional Director", "Kestrel Bank")]),
    (f"{Q} worked at {OST}, where she held several posts, including treasurer and President of the Asia Region.", [left(AQ, "treasurer and President of the Asia Region", "Ostrand")]),
    (f"{V} grew. “We won,” said partner {Q}, who led the case.", [holds(AQ, "partner", "Velmora")]),
    (f"{V} grew. The couple live with their business partner {Q}.", []),
    (f"{V} officially added {Q} to the team as Brand Strategist.", [took(AQ, "Brand Strategist", "Velmora")]),
    (f"{V}’s third co-founder, <ner label=ORG>Nancy Brown</ner>, is rich.", [holds("Nancy Brown", "co-founder", "Velmora")]),
    (f"It is backed by {OST}, <ner label=ORG>Marcello Mari</ner> (Founder of {V}) and others.", [holds("Marcello Mari", "Founder", "Velmora")]),
    (f"{Q}, President and CEO of A {V}, spoke.", [holds(AQ, "President and CEO", "Velmora")]),
    (f"{Q}, who leads {V}, spoke.", [holds(AQ, "leads", "Velmora")]),
    (f"{V}'s head of research {Q} spoke.", [holds(AQ, "head of research", "Velmora")]),
    (f"{V} grew. Its chief executive and chairman, {Q}, spoke.", [holds(AQ, "chief executive and chairman", "Velmora")]),
    (f"{V} has promoted {Q} from treasurer to chief financial officer.", [took(AQ, "chief financial officer", "Velmora")]),
    (f"{Q} has been promoted to partner at {V}.", [took(AQ, "partner", "Velmora")]),
    (f"{Q} was a partner at {V} for nine years.", [left(AQ, "partner", "Velmora")]),
    (f"{V} said {Q} had been appointed to the role of chief operating officer.", [took(AQ, "chief operating officer", "Velmora")]),
    (f"{Q}, most recently the chief risk officer at {V}, spoke.", [left(AQ, "chief risk officer", "Velmora")]),
    (f"{Q}, who was formerly head of sales at {V}, spoke.", [left(AQ, "head of sales", "Velmora")]),
    (f"{Q}, who served as ambassador to Peru, spoke.", []),
    (f"{Q}, who ran {V} for ten years, spoke.", [left(AQ, "ran", "Velmora")]),
    (f"{Q} takes the helm at {V} as managing director.", [took(AQ, "managing director", "Velmora")]),
    (f"The Rev. {Q}, pastor of {V}, spoke.", [holds(AQ, "pastor", "Velmora")]),
    (f"{Q}, a goalkeeper for {V}, spoke.", [holds(AQ, "goalkeeper", "Velmora")]),
    (f"{Q}, associate professor of economics at {V}, spoke.", [holds(AQ, "associate professor of economics", "Velmora")]),
    (f"{Q}, Managing Director in the Restructuring practice at {V}, spoke.", [holds(AQ, "Managing Director", "Velmora")]),
    (f"{Q} (CEO, {V}) spoke.", [holds(AQ, "CEO", "Velmora")]),
    (f"{Q} | CEO | {V}", [holds(AQ, "CEO", "Velmora")]),
    (f"{V} CEO and co-founder {Q} and CTO {R} spoke.", [holds(AQ, "CEO and co-founder", "Velmora"), holds(TR, "CTO", "Velmora")]),
    (f"{Q}, CEO, and {R}, CFO of {V}, spoke.", [holds(AQ, "CEO", "Velmora"), holds(TR, "CFO", "Velmora")]),
    (f"{Q}, a Harrow Law graduate and Vice President of {V}, coaches football.", [holds(AQ, "Vice President", "Velmora")]),
    (f"{Q} joins {V} from {K}, where she has worked since 1998 as a senior vice president and loan director.", [holds(AQ, "senior vice president and loan director", "Kestrel Bank")]),
    (f"{Q} joined {V}. Her previous posts include having served as a Vice President at {K} and as an adviser at {OST}.", [left(AQ, "Vice President", "Kestrel Bank"), left(AQ, "adviser", "Ostrand")]),
    (f"{Q}, a baker and mother of two, left {V}.", []),
    (f"{V} has named {Q}, a broker at {K}, as a Verified Expert.", [holds(AQ, "broker", "Kestrel Bank")]),
    (f"{Q}, founder and former CEO of {V}, {R} and others will vote.", [holds(AQ, "founder", "Velmora"), left(AQ, "CEO", "Velmora")]),
    (f"{V} has named {Q}, a broker at {K}, as chief executive.", [holds(AQ, "broker", "Kestrel Bank"), took(AQ, "chief executive", "Velmora")]),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "wanted"), CASES)
def test_position(markup, wanted):
    found, outcome = facts(markup)
    assert len(found) == len(wanted), found
    assert found == wanted
    assert all(draft.rule and draft.cues for draft in outcome.drafts)
