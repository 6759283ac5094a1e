"""Position facts on annotated sentences; every name in them is invented."""

import pytest

from pipeline.find.titles import TitleFile

from .party_support import PATTERNS, analyse

V, OST = "<ner label=ORG>Velmora</ner>", "<ner label=ORG>Ostrand</ner>"
Q, R = "<ner label=PERSON>Ada Quill</ner>", "<ner label=PERSON>Tomas Rey</ner>"

#: (text, the facts as (person, title, organisation, change, status))
CASES = [
    (f"{V} CEO {Q} disagreed.", [("Ada Quill", "CEO", "Velmora", "holds", "ongoing")]),
    (f"{V}'s chief executive {Q} disagreed.", [("Ada Quill", "chief executive", "Velmora", "holds", "ongoing")]),
    (f"{Q}, the chief executive of {V}, disagreed.", [("Ada Quill", "chief executive", "Velmora", "holds", "ongoing")]),
    (f"“We grew,” said {Q}, President & CEO of {V}.", [("Ada Quill", "President & CEO", "Velmora", "holds", "ongoing")]),
    (f"{Q}, chief financial officer, {V}, said so.", [("Ada Quill", "chief financial officer", "Velmora", "holds", "ongoing")]),
    (f"“We grew,” said {Q}, {V}'s CEO.", [("Ada Quill", "CEO", "Velmora", "holds", "ongoing")]),
    (f"{V} Ltd (ASX: VLM) managing director {Q} spoke.", [("Ada Quill", "managing director", "Velmora Ltd", "holds", "ongoing")]),
    (f"{V} grew. The company's president and chief executive, {Q}, spoke.", [("Ada Quill", "president and chief executive", "Velmora", "holds", "ongoing")]),
    (f"The vice president of {V}, {Q}, said so.", [("Ada Quill", "vice president", "Velmora", "holds", "ongoing")]),
    (f"{V} co-founder {Q} sold shares.", [("Ada Quill", "co-founder", "Velmora", "holds", "ongoing")]),
    (f"{Q}, EVP Commercial Ovens at {V}, spoke.", [("Ada Quill", "EVP Commercial Ovens", "Velmora", "holds", "ongoing")]),
    (f"{Q}, head of research at {V}, spoke.", [("Ada Quill", "head of research", "Velmora", "holds", "ongoing")]),
    (f"{Q}, Managing Director and Portfolio Manager at {V}, spoke.", [("Ada Quill", "Managing Director and Portfolio Manager", "Velmora", "holds", "ongoing")]),
    (f"She met {Q}, CEO of <ner label=ORG>NYSE</ner>-listed lender {V}.", [("Ada Quill", "CEO", "Velmora", "holds", "ongoing")]),
    (f"Lowfield County Assistant State's Attorney {Q} agreed.", [("Ada Quill", "Assistant State's Attorney", "Lowfield County", "holds", "ongoing")]),
    (f"State’s Attorney {Q} agreed.", [("Ada Quill", "State’s Attorney", None, "holds", "ongoing")]),
    (f"{V} grew, CEO {Q} said.", [("Ada Quill", "CEO", "Velmora", "holds", "ongoing")]),
    (f"Gov. {Q} (D) signed it.", [("Ada Quill", "Gov.", None, "holds", "ongoing")]),
    (f"The Norwegian government paid. Norwegian Prime Minister {Q} agreed.", [("Ada Quill", "Prime Minister", "Norwegian government", "holds", "ongoing")]),
    (f"The Danish government paid. Norwegian Prime Minister {Q} agreed.", [("Ada Quill", "Prime Minister", None, "holds", "ongoing")]),
    (f"Senate Minority Leader Sen. {Q} objected.", [("Ada Quill", "Senate Minority Leader", "Senate", "holds", "ongoing")]),
    (f"{V} paid. The new President {Q} agreed.", [("Ada Quill", "President", "Velmora", "holds", "ongoing")]),
    (f"{V} paid. President {Q} agreed.", [("Ada Quill", "President", None, "holds", "ongoing")]),
    (f"{V} grew. The firm's chief executive, {Q}, spoke.", [("Ada Quill", "chief executive", "Velmora", "holds", "ongoing")]),
    (f"{V} grew. The business's chief executive, {Q}, spoke.", [("Ada Quill", "chief executive", "Velmora", "holds", "ongoing")]),
    (f"{Q} was elected president of {V}.", [("Ada Quill", "president", "Velmora", "appointed", "completed")]),
    (f"{Q} stays CEO of {V}.", [("Ada Quill", "CEO", "Velmora", "holds", "ongoing")]),
    (f"{V} grew. Trustee {Q} agreed.", []),
    (f"{V} bought {OST}. {Q} stays CEO of the combined company.", [("Ada Quill", "CEO", "the combined company", "holds", "ongoing")]),
    (f"{V} paid {OST}, whose managing director, {Q}, agreed.", [("Ada Quill", "managing director", "Ostrand", "holds", "ongoing")]),
    # a title without an organisation: that which the article is about, of two alike the one spoken of last
    (f"{V} grew. {V} sold a mill. Rates were fixed over {OST}. Finance director {Q} agreed.", [("Ada Quill", "Finance director", "Velmora", "holds", "ongoing")]),
    (f"{V} met {OST}. {OST} likes {V}. Chief executive {Q} agreed.", [("Ada Quill", "Chief executive", "Velmora", "holds", "ongoing")]),
    (f"{V} paid. It fined {OST} and its chairman, {Q}.", [("Ada Quill", "chairman", "Ostrand", "holds", "ongoing")]),
    (f"{V} grew. The actor and director {Q} agreed.", []),
    (f"The Ministry of Finance paid {V}. Finance undersecretary {Q} agreed.", [("Ada Quill", "Finance undersecretary", "Ministry of Finance", "holds", "ongoing")]),
    (f"{V} grew. Opposition leader {Q} agreed.", []),
    # one title in the plural for several names, before and behind them
    (
        f"{V} announced the addition of Portfolio Managers {Q} and {R}.",
        [("Ada Quill", "Portfolio Managers", "Velmora", "appointed", "completed"), ("Tomas Rey", "Portfolio Managers", "Velmora", "appointed", "completed")],
    ),
    (
        f"{V} appointed {Q} and {R} as vice presidents.",
        [("Ada Quill", "vice presidents", "Velmora", "appointed", "completed"), ("Tomas Rey", "vice presidents", "Velmora", "appointed", "completed")],
    ),
    (f"{V} appointed {Q} and {R} as vice president.", [("Ada Quill", "vice president", "Velmora", "appointed", "completed")]),
    # the body is whose team, office or board it is
    (f"{V} grew. {Q} is a Research Consultant on {V}'s Public Ovens team.", [("Ada Quill", "Research Consultant", "Velmora", "holds", "ongoing")]),
    (f"{V} grew. {Q} is a Research Consultant on {V}'s payroll.", []),
    (f"The {OST} office of {V} announced the addition of {Q} as managing director.", [("Ada Quill", "managing director", "Velmora", "appointed", "completed")]),
    (f"{V} grew. {Q}, chairman of <ner label=ORG>Velmora Board of Directors</ner>, spoke.", [("Ada Quill", "chairman", "Velmora", "holds", "ongoing")]),
    (f"{Q}, {V}, SVP and Head of Sales, spoke.", [("Ada Quill", "SVP and Head of Sales", "Velmora", "holds", "ongoing")]),
    (f"{Q}, {V}, president of chess in town, spoke.", []),
    # careers
    (f"{Q} held a series of leadership roles at {V}, including CFO.", [("Ada Quill", "CFO", "Velmora", "left", "completed")]),
    (f"{Q} has been with {V} for 33 years, and is currently the head of sales.", [("Ada Quill", "head of sales", "Velmora", "holds", "ongoing")]),
    # the title as the article spells it out
    (
        f"{V} appoints {Q} as CFO. {V} has named {Q} as its new chief financial officer (CFO).",
        [("Ada Quill", "chief financial officer", "Velmora", "appointed", "completed")],
    ),
    # fields and capitalised words of titles
    (f"{Q}, {V}'s Chief Intellectual Property Officer, spoke.", [("Ada Quill", "Chief Intellectual Property Officer", "Velmora", "holds", "ongoing")]),
    (f"{Q}, Community Relations Manager at {V}, spoke.", [("Ada Quill", "Community Relations Manager", "Velmora", "holds", "ongoing")]),
    (f"{Q}, vice president, Sales and Marketing, {V}, spoke.", [("Ada Quill", "vice president, Sales and Marketing", "Velmora", "holds", "ongoing")]),
    (f"{Q}, Managing Partner of Self Storage at {V}, spoke.", [("Ada Quill", "Managing Partner of Self Storage", "Velmora", "holds", "ongoing")]),
    (f"{V} grew. “We won,” said {Q}, Managing Partner and Client Advisor.", [("Ada Quill", "Managing Partner and Client Advisor", "Velmora", "holds", "ongoing")]),
    (f"{Q} is the founder, chairman, and CEO of The {V}.", [("Ada Quill", "founder, chairman, and CEO", "Velmora", "holds", "ongoing")]),
    (f"{Q}, oven visionary and President of {V}, spoke.", [("Ada Quill", "President", "Velmora", "holds", "ongoing")]),
    # several posts and bodies in one sentence
    (
        f"{V} Vice President {Q} and Leasing Associate {R} spoke.",
        [("Ada Quill", "Vice President", "Velmora", "holds", "ongoing"), ("Tomas Rey", "Leasing Associate", "Velmora", "holds", "ongoing")],
    ),
    (
        f"{Q} is a partner of {V}, while {R} is managing partner.",
        [("Ada Quill", "partner", "Velmora", "holds", "ongoing"), ("Tomas Rey", "managing partner", "Velmora", "holds", "ongoing")],
    ),
    (
        f"{Q} is a member of the board of directors of {V}, and a former treasurer of {OST}.",
        [("Ada Quill", "member of the board of directors", "Velmora", "holds", "ongoing"), ("Ada Quill", "treasurer", "Ostrand", "left", "completed")],
    ),
    (
        f"{Q} is a member of the board of {V} and the {OST}.",
        [("Ada Quill", "member of the board", "Velmora", "holds", "ongoing"), ("Ada Quill", "member of the board", "Ostrand", "holds", "ongoing")],
    ),
    (
        f"{Q} has held senior positions at {V} and {OST}.",
        [("Ada Quill", "senior positions", "Velmora", "left", "completed"), ("Ada Quill", "senior positions", "Ostrand", "left", "completed")],
    ),
    (f"{Q} has held talks at {V} and {OST}.", []),
    (f"{V}, led by founder {Q}, grew.", [("Ada Quill", "founder", "Velmora", "holds", "ongoing")]),
    (f"{Q} left {V}, where, as a vice president, she ran sales.", [("Ada Quill", "vice president", "Velmora", "left", "completed")]),
    (f"{V} executive {Q} spoke. {Q} is chairman of {V}.", [("Ada Quill", "chairman", "Velmora", "holds", "ongoing")]),
    # past
    (f"Former {V} CEO {Q} disagreed.", [("Ada Quill", "CEO", "Velmora", "left", "completed")]),
    (f"{Q}, former president and COO of {V}, disagreed.", [("Ada Quill", "president and COO", "Velmora", "left", "completed")]),
    (f"{Q}, previously the chief executive of {V}, disagreed.", [("Ada Quill", "chief executive", "Velmora", "left", "completed")]),
    # appointed
    (f"{V} named {Q} as its new chief executive.", [("Ada Quill", "chief executive", "Velmora", "appointed", "completed")]),
    (f"{V} has appointed {Q} chief operating officer.", [("Ada Quill", "chief operating officer", "Velmora", "appointed", "completed")]),
    (f"{V} will hire {Q} as chief operating officer.", [("Ada Quill", "chief operating officer", "Velmora", "appointed", "expected")]),
    (f"{Q} was named CEO of {V}.", [("Ada Quill", "CEO", "Velmora", "appointed", "completed")]),
    (f"{Q} will serve as chairman and CEO of {V}.", [("Ada Quill", "chairman and CEO", "Velmora", "appointed", "expected")]),
    (f"{Q} will become president of {V}.", [("Ada Quill", "president", "Velmora", "appointed", "expected")]),
    (f"{Q} has joined {V} as general counsel.", [("Ada Quill", "general counsel", "Velmora", "appointed", "completed")]),
    (f"{V} announced the appointment of {Q} as Chief Risk Officer.", [("Ada Quill", "Chief Risk Officer", "Velmora", "appointed", "completed")]),
    # left
    (f"{Q} resigned as chair of {V}.", [("Ada Quill", "chair", "Velmora", "left", "completed")]),
    (f"{Q} will step down as chief executive of {V}.", [("Ada Quill", "chief executive", "Velmora", "left", "expected")]),
    (f"{Q} was ousted as CEO of {V}.", [("Ada Quill", "CEO", "Velmora", "left", "completed")]),
    (
        f"{V} Chief Executive {Q} will step down in May.",
        [("Ada Quill", "Chief Executive", "Velmora", "holds", "ongoing"), ("Ada Quill", "Chief Executive", "Velmora", "left", "expected")],
    ),
    (
        f"{V} CEO {Q} spoke. Then {V}'s board removed {Q}.",
        [("Ada Quill", "CEO", "Velmora", "holds", "ongoing"), ("Ada Quill", "CEO", "Velmora", "left", "completed")],
    ),
    # two people, two firms
    (
        f"{V} CEO {Q} asked {OST} CFO {R} to pay.",
        [("Ada Quill", "CEO", "Velmora", "holds", "ongoing"), ("Tomas Rey", "CFO", "Ostrand", "holds", "ongoing")],
    ),
    (f"{V} CEO {Q} spoke. CEO {Q} left the room.", [("Ada Quill", "CEO", "Velmora", "holds", "ongoing")]),
    # whose, its, whom: the body stands elsewhere
    (f"{V} paid. Its general counsel, {Q}, spoke.", [("Ada Quill", "general counsel", "Velmora", "holds", "ongoing")]),
    (f"{V}, whose president is {Q}, paid.", [("Ada Quill", "president", "Velmora", "holds", "ongoing")]),
    (f"{V}'s co-founders, {Q} and {R}, spoke.", [("Ada Quill", "co-founders", "Velmora", "holds", "ongoing"), ("Tomas Rey", "co-founders", "Velmora", "holds", "ongoing")]),
    (f"{Q}, M.D., chief executive of {V}, spoke.", [("Ada Quill", "chief executive", "Velmora", "holds", "ongoing")]),
    (f"{Q}, an analyst at the brokerage {V}, spoke.", [("Ada Quill", "analyst", "Velmora", "holds", "ongoing")]),
    (f"{Q}, head of the Nordic arm of Swiss insurer {V}, spoke.", [("Ada Quill", "head", "Velmora", "holds", "ongoing")]),
    (f"{V} grew.\n{Q} -- Chief Executive Officer of {V}\nThanks.", [("Ada Quill", "Chief Executive Officer", "Velmora", "holds", "ongoing")]),
    (f"{V} paid. A spokesman for {V}, {Q}, spoke.", [("Ada Quill", "spokesman", "Velmora", "holds", "ongoing")]),
    (f"{Q} stays on as managing director of {V}.", [("Ada Quill", "managing director", "Velmora", "holds", "ongoing")]),
    (f"{Q} and {R}, co-founders and co-CEOs of {V}, spoke.", [("Ada Quill", "co-founders and co-CEOs", "Velmora", "holds", "ongoing"), ("Tomas Rey", "co-founders and co-CEOs", "Velmora", "holds", "ongoing")]),
    (f"{V} grew, said {Q}, incoming Chief Executive Officer of {V}.", [("Ada Quill", "Chief Executive Officer", "Velmora", "appointed", "expected")]),
    (f"{Q}, chairman of the Supervisory Board of {V}, spoke.", [("Ada Quill", "chairman of the Supervisory Board", "Velmora", "holds", "ongoing")]),
    # offices
    (f"The <ner label=ORG>Supreme Court of Ruritania</ner> met. Judge {Q} agreed.", [("Ada Quill", "Judge", "Supreme Court of Ruritania", "holds", "ongoing")]),
    (f"The <ner label=ORG>Lowfield City Council</ner> met. Mayor {Q} agreed.", [("Ada Quill", "Mayor", "Lowfield", "holds", "ongoing")]),
    (f"The federal government paid. Industry Minister {Q} agreed.", [("Ada Quill", "Industry Minister", "federal government", "holds", "ongoing")]),
    # pronouns and dates of leaving
    (f"{V} hired {Q}. She will step down as chair of {V}.", [("Ada Quill", "chair", "Velmora", "left", "expected")]),
    (f"{Q} was president of {V} until 2013.", [("Ada Quill", "president", "Velmora", "left", "completed")]),
    (f"{V} CEO {Q} WILL STEP DOWN.", [("Ada Quill", "CEO", "Velmora", "holds", "ongoing"), ("Ada Quill", "CEO", "Velmora", "left", "expected")]),
    # changes told in other words
    (
        f"{V} appointed {Q} as chief executive, replacing {R}.",
        [("Ada Quill", "chief executive", "Velmora", "appointed", "completed"), ("Tomas Rey", "chief executive", "Velmora", "left", "completed")],
    ),
    (
        f"{V} named a new chief executive, {Q}, after {R} stepped down.",
        [("Ada Quill", "chief executive", "Velmora", "appointed", "completed"), ("Tomas Rey", "chief executive", "Velmora", "left", "completed")],
    ),
    (f"{V} hired its first chief technology officer, {Q}.", [("Ada Quill", "chief technology officer", "Velmora", "appointed", "completed")]),
    (f"{Q}'s appointment as chairman of {V} was announced.", [("Ada Quill", "chairman", "Velmora", "appointed", "completed")]),
    (f"{V} shareholders called for {Q}'s resignation as chairman of {OST}.", []),
    (f"{Q} left her post as head of sales at {V}.", [("Ada Quill", "head of sales", "Velmora", "left", "completed")]),
    (f"{Q} gave up her role as chairman of {V}.", [("Ada Quill", "chairman", "Velmora", "left", "completed")]),
    (f"{V} said its chief executive, {Q}, had resigned.", [("Ada Quill", "chief executive", "Velmora", "left", "completed")]),
    (
        f"{Q}, who has been chief executive of {V}, is stepping down.",
        [("Ada Quill", "chief executive", "Velmora", "holds", "ongoing"), ("Ada Quill", "chief executive", "Velmora", "left", "expected")],
    ),
    (f"{Q}, then the chairman of {V}, agreed.", [("Ada Quill", "chairman", "Velmora", "left", "completed")]),
    (f"{Q} spent nine years at {V}, most recently as its head of risk.", [("Ada Quill", "head of risk", "Velmora", "left", "completed")]),
    # titles in other places
    (f"{V} grew. Company spokeswoman {Q} spoke.", [("Ada Quill", "spokeswoman", "Velmora", "holds", "ongoing")]),
    (f"{V} chief {Q} spoke.", [("Ada Quill", "chief", "Velmora", "holds", "ongoing")]),
    (f"{V}'s procurement chief, {Q}, spoke.", [("Ada Quill", "procurement chief", "Velmora", "holds", "ongoing")]),
    (f"{V} director of communications {Q} spoke.", [("Ada Quill", "director of communications", "Velmora", "holds", "ongoing")]),
    (f"{V} head coach {Q} spoke.", [("Ada Quill", "head coach", "Velmora", "holds", "ongoing")]),
    (f"{Q}, a partner in the law firm of {V}, spoke.", [("Ada Quill", "partner", "Velmora", "holds", "ongoing")]),
    (f"{Q}, Norway's finance minister, spoke.", [("Ada Quill", "finance minister", "Norway", "holds", "ongoing")]),
    (f"{Q}, the Norwegian finance minister, spoke.", [("Ada Quill", "finance minister", None, "holds", "ongoing")]),
    (f"Privatisation Minister {Q} spoke.", [("Ada Quill", "Privatisation Minister", None, "holds", "ongoing")]),
    (f"{V} grew.\n\nContact:\n{Q}\nHead of Communications\n{V}\n", [("Ada Quill", "Head of Communications", "Velmora", "holds", "ongoing")]),
    (f"{V} grew.\n\n{Q}\nHead of Communications, {V}\n", [("Ada Quill", "Head of Communications", "Velmora", "holds", "ongoing")]),
    (f"{Q}, co-founder of the oven firm {V}, spoke.", [("Ada Quill", "co-founder", "Velmora", "holds", "ongoing")]),
    (f"{Q}, the wife of {V}'s chairman, spoke.", []),
    (f"{R} told the chairman of {V}, {Q}'s former firm, to wait.", []),
]  # fmt: skip

#: Posts without a title word beside the name: the cue is the verb.
SEATS = [
    (f"{V} grew. {Q}, a partner at {OST}, will join {V}'s board.", [("Ada Quill", "partner", "Ostrand", "holds", "ongoing"), ("Ada Quill", "board", "Velmora", "appointed", "expected")]),
    (f"{V} grew. {Q} will join {V}'s board.", [("Ada Quill", "board", "Velmora", "appointed", "expected")]),
    (f"{V} elected {Q} to its board.", [("Ada Quill", "board", "Velmora", "appointed", "completed")]),
    (
        f"{V} added {OST}'s principal {Q} and {R} to its board.",
        [
            ("Ada Quill", "principal", "Ostrand", "holds", "ongoing"),
            ("Ada Quill", "board", "Velmora", "appointed", "completed"),
            ("Tomas Rey", "board", "Velmora", "appointed", "completed"),
        ],
    ),
    (f"{Q} was ousted from the board of {V}.", [("Ada Quill", "board", "Velmora", "left", "completed")]),
    (f"{Q} fired the board of {V}.", []),
    (f"{Q} sits on the {V} board.", [("Ada Quill", "board", "Velmora", "holds", "ongoing")]),
    (
        f"{Q} serves on the boards of {V} and {OST}.",
        [("Ada Quill", "board", "Velmora", "holds", "ongoing"), ("Ada Quill", "board", "Ostrand", "holds", "ongoing")],
    ),
    (f"So said {Q}, who has led {V} since 2019.", [("Ada Quill", "led", "Velmora", "holds", "ongoing")]),
    (f"{Q} founded {V} in 1990.", [("Ada Quill", "founder", "Velmora", "holds", "ongoing")]),
    (
        f"{Q} has succeeded her uncle, {R}, as chairman of {V}.",
        [("Tomas Rey", "chairman", "Velmora", "left", "completed"), ("Ada Quill", "chairman", "Velmora", "appointed", "completed")],
    ),
    (f"{Q} chairs {V}.", [("Ada Quill", "chairs", "Velmora", "holds", "ongoing")]),
    (f"{Q} left the board of {V} in May.", [("Ada Quill", "board", "Velmora", "left", "completed")]),
    (f"{V} grew. {Q} stays on the board.", [("Ada Quill", "board", "Velmora", "holds", "ongoing")]),
    (f"So said {Q}, who heads {V}.", [("Ada Quill", "heads", "Velmora", "holds", "ongoing")]),
    (
        f"{V} CEO {Q} spoke. {R} will succeed {Q} in May.",
        [
            ("Ada Quill", "CEO", "Velmora", "holds", "ongoing"),
            ("Ada Quill", "CEO", "Velmora", "left", "expected"),
            ("Tomas Rey", "CEO", "Velmora", "appointed", "expected"),
        ],
    ),
    (
        f"{V} CEO {Q} spoke. {Q} was replaced by {R} in May.",
        [
            ("Ada Quill", "CEO", "Velmora", "holds", "ongoing"),
            ("Ada Quill", "CEO", "Velmora", "left", "completed"),
            ("Tomas Rey", "CEO", "Velmora", "appointed", "completed"),
        ],
    ),
]

#: Organisations that are no party: the article's words for them; and posts in the story of a career.
WORDED = [
    (f"{V} paid. The league's president, {Q}, spoke.", [("Ada Quill", "president", "The league", "holds", "ongoing")]),
    (f"Unknownian founder {Q} praised {V}.", [("Ada Quill", "founder", "Unknownian", "holds", "ongoing")]),
    (f"{Q}, an analyst at Harrow & Reed, praised {V}.", [("Ada Quill", "analyst", "Harrow & Reed", "holds", "ongoing")]),
    (f"{V} won. {Q} resigned as president of the county's board of growers.", [("Ada Quill", "president", "the county's board of growers", "left", "completed")]),
    (f"{Q}, director of Field Marketing, praised {V}.", []),
    (f"The guests met the Prime Minister of Ruritania, {Q}.", [("Ada Quill", "Prime Minister", "Ruritania", "holds", "ongoing")]),
    (f"{Q}, minister of transport for Ruritania, praised {V}.", [("Ada Quill", "minister of transport", "Ruritania", "holds", "ongoing")]),
    (f"{Q}, vice president of sales for Harrow Mills, praised {V}.", [("Ada Quill", "vice president of sales", "Harrow Mills", "holds", "ongoing")]),
    (f"{V} named {Q} as Vice President of Ovens.", [("Ada Quill", "Vice President of Ovens", "Velmora", "appointed", "completed")]),
    (f"{Q} joined {V} in 2019 and was named treasurer in 2024.", [("Ada Quill", "treasurer", "Velmora", "appointed", "completed")]),
    (f"{V}, a league, played. The league's president, {Q}, spoke.", [("Ada Quill", "president", "Velmora", "holds", "ongoing")]),
    (f"{V} grew. The new chief executive, {Q}, spoke.", [("Ada Quill", "chief executive", "Velmora", "holds", "ongoing")]),
    (f"{Q} will become a director of the combined company.", [("Ada Quill", "director", "the combined company", "appointed", "expected")]),
    (f"{Q} becomes prime minister.", [("Ada Quill", "prime minister", None, "appointed", "completed")]),
    (f"{Q}, a lawyer for {V}, spoke.", []),
    (f"{V} grew. The US president, {Q}, spoke.", [("Ada Quill", "president", None, "holds", "ongoing")]),
    (f"{V} grew, said {Q}, Development Director for Lowfield Parish.", []),
    (f"{V} grew, said {Q}, {OST}'s Vice President, Product.", [("Ada Quill", "Vice President", "Ostrand", "holds", "ongoing")]),
    (f"{Q}, a lawyer at {V}, spoke.", [("Ada Quill", "lawyer", "Velmora", "holds", "ongoing")]),
    (
        f"Senator {Q} spoke against the bill. The <ner label=ORG>U.S. Senate</ner> passed it.",
        [("Ada Quill", "Senator", "U.S. Senate", "holds", "ongoing")],
    ),
    (
        f"Rep. {Q} spoke against the bill. The <ner label=ORG>House of Representatives</ner> passed it.",
        [("Ada Quill", "Rep.", "House of Representatives", "holds", "ongoing")],
    ),
    (f"Rep. {Q} spoke against the bill that {V} wrote.", [("Ada Quill", "Rep.", None, "holds", "ongoing")]),
    (f"{V} CEO {Q} spoke. If she had any shame she would resign.", [("Ada Quill", "CEO", "Velmora", "holds", "ongoing")]),
]

CAREERS = [
    (f"{V} hired {Q}. Before that she served as treasurer of {OST}.", [("Ada Quill", "treasurer", "Ostrand", "left", "completed")]),
    (f"{Q} joined {V} from {OST}, where she was a vice president.", [("Ada Quill", "vice president", "Ostrand", "left", "completed")]),
    (f"For ten years {Q} was with {OST}, last serving as chief risk officer.", [("Ada Quill", "chief risk officer", "Ostrand", "left", "completed")]),
    (f"{V} spoke. {Q}, who founded a mill, will also continue to serve as chief financial officer of {V}.", [("Ada Quill", "chief financial officer", "Velmora", "holds", "ongoing")]),
    (f"At {OST}, {Q} held several roles, including head of sales, president of the ovens arm and treasurer.", [("Ada Quill", "head of sales", "Ostrand", "left", "completed"), ("Ada Quill", "president of the ovens arm and treasurer", "Ostrand", "left", "completed")]),
    (f"{Q} was president of {V} until 2013.", [("Ada Quill", "president", "Velmora", "left", "completed")]),
    (f"{V}'s barn served as a bank to {Q}.", []),
]

NONE = [
    f"{Q} sat on the board of a boat.",
    f"{Q} joined the board game club of {V}.",
    f"{R} will succeed where {Q} failed.",
    f"The round was led by {V} and {OST}.",
    f"The retired judge, {Q}, agreed.",
    f"{V} thanked {Q}, her former boss.",
    f"{V} paid {Q} for the mill.",
    f"{V}'s board met. {Q} spoke.",
    f"{Q} left {V}'s mill at noon.",
    f"The president spoke. {Q} agreed.",
    f"{Q} was named in the suit of {V}.",
    f"{Q} is a frequent guest of {V}.",
]


def facts(markup):
    outcome = analyse(markup)
    names = {party.id: party.name for party in outcome.resolution.parties} | {None: None}

    def body(draft):
        return outcome.text[slice(*draft.object_text)] if draft.object_text else names[draft.object]

    return [
        (names[d.subject], d.keys.get("title"), body(d), d.keys["change"], d.status) for d in outcome.drafts
    ], outcome


@pytest.mark.parametrize(("markup", "wanted"), CASES + WORDED + CAREERS)
def test_position(markup, wanted):
    found, outcome = facts(markup)
    assert len(found) == len(wanted), found
    assert found == wanted
    for draft in outcome.drafts:
        cue = draft.cues[0]
        assert outcome.text[cue.start : cue.end] == draft.keys["title"]
        assert draft.type == "position"
        assert draft.rule


@pytest.mark.parametrize(("markup", "wanted"), SEATS)
def test_seat(markup, wanted):
    found, outcome = facts(markup)
    assert len(found) == len(wanted), found
    assert sorted(found) == sorted(wanted)
    assert all(draft.rule and draft.cues for draft in outcome.drafts)


@pytest.mark.parametrize("rule", PATTERNS.load("titles.toml", TitleFile).staff)
def test_staff_rule(rule):
    for markup in rule.examples:
        outcome = analyse(markup)
        wanted = [tag for tag in outcome.tags if tag.tag == "title"]
        assert [d.keys["title"] for d in outcome.drafts] == [outcome.text[t.start : t.end] for t in wanted]
        assert all(draft.object for draft in outcome.drafts)
    for markup in rule.near_misses:
        assert analyse(markup).drafts == []


@pytest.mark.parametrize("markup", NONE)
def test_no_position(markup):
    assert facts(markup)[0] == []


def test_date_of_the_change_is_taken_and_that_of_its_announcement_not():
    from pipeline.records import Date

    from .party_support import stages

    outcome = analyse(f"{V} named {Q} as chief executive, effective May 1, 2031.")
    at = outcome.text.index("May 1, 2031")
    date = Date(start=at, end=at + 11, text="May 1, 2031", id="D1", type="DATE", value="2031-05-01")
    *_, linker = stages()
    analysis = type("A", (), {"article": type("T", (), {"text": outcome.text, "blocks": [], "published": None}), "sentences": outcome.sentences})
    assert [draft.date for draft in linker.link(analysis, outcome.resolution, [date])] == ["2031-05-01"]
