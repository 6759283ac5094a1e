"""Names told by the words around them: role nouns, appositions, lists, contacts, pronouns; every name is invented."""

import pytest

from pipeline.mentions import Article, Block

from .party_support import analyse, stages

BESIDE_ROLES = [
    # a role noun before the name, or the name before a role noun, is enough without any NER
    "<party kind=company>Noorvane</party>, a maker of school tablets, closed.",
    "Berlin's <party kind=company>Kassvart</party>, the payments lender, closed.",
    "It was sued by a Spanish rival, <party kind=company>Electra Duro</party>.",
    "Its port operator, <party kind=company ner=LOC>Quaymore</party>, objected.",
    "He works for Swiss insurer <party kind=company ner=ORG>Basmere Re</party>, he said.",
    "The oil producer <party kind=company ner=PERSON>Lotte Ciasta</party> fell.",
    "Airline <party kind=company>Blue Quillon</party> fell in May.",
    "The private equity firm <party kind=company ner=LOC>Harrow Lane</party> denied it.",
    "<party kind=person ner=PERSON>Ada Quill</party>, an analyst at <party kind=company ner=LOC>Boyle Westmere</party>, agreed.",
    "It told the newspaper <party kind=organization>Correio do Vale</party> so.",
    "The advocacy group <party kind=organization>Fair Ovens Now</party> sued.",
    "She left the charity <party kind=organization ner=ORG>Shelter Lantern</party> in May.",
    # near misses
    "The film producer <party kind=person ner=PERSON>Ada Quill</party> agreed.",
    "In <ner label=LOC>Lowfield</ner>, a maker of ovens closed.",
    "A spokesman for the carrier, <party kind=person ner=LOC>Faisal Quill</party>, agreed.",
    "It bought the store from the lender.",
]  # fmt: skip

SPORT = " The coach, the striker and the fans left the stadium before the season."
CLUBS = [
    # in an article on sport a name is a club's by its last word or by what stands beside it
    "<party kind=organization ner=ORG>Lowfield Thistle</party> won." + SPORT,
    "He joined on loan from <party kind=organization ner=LOC>Harrow Rovers</party> in May." + SPORT,
    "<party kind=organization ner=ORG>Quillmere</party> coach <party kind=person ner=PERSON>Ada Tullow</party> agreed."
    + SPORT,
    # near misses
    "<party kind=company ner=ORG>Lowfield Thistle</party> sold the mill.",
    "It was in <ner label=LOC>Quill City</ner> that he won." + SPORT,
    "Broadcaster <party kind=company ner=ORG>Skymere</party> pays for it." + SPORT,
]

TOLD = [
    # schools, clubs and outlets by what is told of somebody; a member's body; departments; abbreviations with a hyphen
    "<party kind=person ner=PERSON>Ada Tullow</party> has an MBA from <party kind=organization ner=ORG>QUADE</party>.",
    "She is an active member of <party kind=organization ner=ORG>VAIOR Lowfield</party>.",
    "He was a guard for the <party kind=organization ner=ORG>Lowfield Comets</party> then.",
    "The chief speaks to <party kind=organization ner=ORG>Quillcast</party> about ovens.",
    "It is an <party kind=public_body ner=ORG>FCA</party>-authorised shop.",
    "The firm, a <party kind=organization ner=ORG>NASDAQ</party>-listed baker, closed.",
    "It was built for the <party kind=public_body>City of Lowfield</party> in May.",
    "It was bought by <party kind=company>Two Harrow Ovens LLC</party> in May.",
    "It was sold to <party kind=company>QV 2 Harrow Ovens LLC</party> in May.",
    "<party kind=company ner=ORG>Quillmere Mobile Pet Care</party> sells mobile pet care.",
    "<party kind=public_body ner=ORG>Invest Lowfield</party>, the official economic development authority, paid.",
    "They chose <party kind=company ner=ORG>Calimere AI</party>, a shop.",
    "<party kind=person ner=PERSON>Ada Quill</party> agreed. The Dr. <party kind=person>Ada Quill</party> Grant is new.",
    "Its customers include <party kind=company>Figmere</party>, <party kind=company ner=ORG>Anduvale</party> and "
    "<party kind=company>Harrowbank</party>.",
    "“It rained,” said <party kind=person ner=PERSON>Ada Dean</party>, a baker.",
    # near misses
    "Its customers include Leeds bakers.",
    "It has a mill in Queen <ner label=LOC>Creek</ner>.",
    "It is the first <ner label=ORG>TikTok</ner>-focused shop.",
    "It values Integrity, Engagement and <ner label=ORG>Tenacity</ner>.",
    "It sold the <ner label=ORG>QUILX</ner> token in May.",
    "<party kind=company ner=ORG>Invest Lowfield</party>, an authority on mills, paid.",
    "<party kind=person ner=PERSON>Ada Tullow</party>, head of <ner label=ORG>Group Corporate Development</ner>, left.",
    "The <ner label=ORG>Mobile Pet Care</ner> fair was on: mobile pet care is dear.",
    "Its mill opened in <ner label=ORG>Sparks, NV</ner> in May.",
    "See www.<ner label=ORG>HarrowOvens</ner>.com for more.",
    "It is in talks with <party kind=company ner=ORG>Quillcast</party> about ovens.",
]  # fmt: skip

#: Names that fill a line of a release's contacts, and lines that hold none.
FOOT = (
    "Ovens are sold in May.\n\nContact Details\n<party kind=company>Harrow Ovens Ltd.</party>\n"
    "<party kind=person>Ada Tullow</party>\n+1 555 0100 2000\nada@harrow.example\nOven Inquiries\n"
    "<party kind=person>Tom Quill-Harrow</party>\ntom@harrow.example\nGroup Treasurer\ntreasurer@harrow.example\n"
)

BODIES_BESIDE = [
    # families, parties, watchdogs, funds of states and bodies of several states
    "It was bought by the <party kind=organization ner=PERSON>Quill family</party> in May.",
    "Her talk with the Quill family business was short.",
    "The opposition <party kind=organization ner=ORG>QVP</party> objected.",
    "The <party kind=organization ner=ORG>QVP</party> lawmaker objected.",
    "Members of <party kind=organization ner=ORG>Unimere</party> and the <party kind=organization ner=ORG>QWB</party> "
    "voted for the strike, the union said.",
    "Competition watchdog <party kind=public_body ner=ORG>Velverk</party> objected.",
    "Tax authority <party kind=public_body ner=ORG>Velverk</party> objected.",
    "The consumer protection agency <party kind=public_body ner=ORG>Velverk</party> objected.",
    "Central bank <party kind=public_body ner=ORG>Velverk</party> objected.",
    "The news agency <party kind=company ner=ORG>Velverk</party> objected.",
    "The ad agency <party kind=company ner=ORG>Velverk</party> objected.",
    "Regulator <party kind=public_body ner=ORG>Velverk</party> objected.",
    "Its banking regulator <party kind=public_body ner=ORG>BQDK</party> objected.",
    "The consumer watchdog <party kind=organization ner=ORG>Fair Ovens</party> objected.",
    "The <party kind=public_body ner=ORG>Public Investment Corporation</party> owns a fifth.",
    "<party kind=public_body ner=ORG>Kenya Deposit Insurance Corporation</party> paid.",
    "The <party kind=public_body ner=ORG>Overseas Economic Cooperation Fund</party> lent it.",
    "The <party kind=public_body ner=ORG>Asian Development Bank</party> lent it.",
    "The <party kind=public_body>Senate</party> met. The <party kind=public_body ner=ORG>House</party> voted for it.",
    "He lives in the House of Tullow.",
    "<party kind=organization ner=PERSON>Jal Ovens</party>, an NGO, objected.",
    "<ner label=GPE>Britain</ner>'s <party kind=public_body ner=ORG>Competition and Markets Authority</party> agreed.",
    "The <party kind=public_body>Cabinet Office</party> and <party kind=public_body>City Hall</party> agreed.",
    "Analysts polled by <party kind=organization ner=ORG>Quilldata</party> had hoped for more.",
    # letters that spell a small word
    "<party kind=public_body>WHO</party> chief <party kind=person ner=PERSON>Tarik Quill</party> said so. The <party kind=public_body>WHO</party> agreed.",
    "WHO WE ARE",
    "DOCTORS WHO LEAVE",
    # unions, parties and firms by their officers
    "The <party kind=organization ner=ORG>QXV</party> general secretary, <party kind=person ner=PERSON>Ada Quill</party>, agreed.",
    "The <party kind=organization ner=ORG>Tisar</party> party leader agreed.",
    "The third <party kind=company ner=ORG>Velmora</party> party was on Friday.",
    "<party kind=company ner=PERSON>Rosnar</party> head <party kind=person ner=PERSON>Igor Quill</party> met <party kind=company ner=ORG>Velmora</party> in May.",
    "The <party kind=organization>RMT</party> and the <party kind=public_body>BOJ</party> objected.",
    "<party kind=company ner=ORG>Acting Studio Ltd</party> agreed.",
    # hospitals of a health service
    "<party kind=public_body>Quill's and St Olaf's NHS Foundation Trust</party> paid. The <party kind=public_body>Lowfield and Norbank NHS Trust</party> agreed.",
]  # fmt: skip

STATES_PAID = [
    # sums that come from a state or go to one
    "The loan of 7 million euros from <party kind=public_body ner=LOC>Norway</party> and a bank is late.",
    "Of the aid, $4 million would go to <party kind=public_body ner=LOC>Chile</party> and the rest to bakers.",
    "It will pay <party kind=public_body ner=LOC>Texas</party> $4 million to settle.",
    "<party kind=public_body ner=LOC>Norway</party>, meanwhile, has donated it.",
    # near misses
    "It moved 30 bakers to <ner label=LOC>Chile</ner> and a mill.",
    "A Kentucky state court agreed.",
]

TOWNS = [
    # the town that a firm is from is no firm
    "The <ner label=ORG score=0.8>Ludwigsmere</ner> group agreed.",
    "The <ner label=ORG score=0.95>Cupermere</ner> company agreed.",
    "<ner label=ORG score=0.8>Bostmere</ner>'s <party kind=company ner=ORG>Fenwick Advisors</party> agreed.",
    "A <ner label=ORG>Leedsmere bank</ner> agreed.",
    # near misses
    "The <party kind=company ner=ORG score=0.95>Tatamere</party> group agreed.",
    "<party kind=company ner=ORG>Alphamere</party>'s <party kind=company ner=ORG>Fenwick Advisors</party> agreed.",
]

FIRMS_OF_TRADE = [
    # professions in the plural, "of" behind a person, lists
    "Accountants <party kind=company ner=PERSON>Pelham Strutt</party> and lawyers "
    "<party kind=company ner=PERSON>Crewe Harding</party> advised it.",
    "The accountants <party kind=person ner=PERSON>Ada Quill</party> and <party kind=person ner=PERSON>Tom Harrow</party> met.",
    "Its lawyer, <party kind=person ner=PERSON>Imran Quill</party> of <party kind=company ner=PERSON>Bindman Strutt</party>, "
    "agreed.",
    "It works with rivals like <party kind=company ner=PERSON>Henley Quill</party> in May.",
    "<ner label=GPE>Japan</ner>'s <party kind=company>Quillmere Denryoku</party> agreed.",
    "It hired <party kind=company ner=ORG>Quill</party> and <party kind=company ner=PERSON>Vindhya Agrochem</party> in May.",
    "The firms are <party kind=company ner=ORG>Quillmere</party>, <party kind=company>Rabomere</party> and "
    "<party kind=company ner=ORG>Nedmere</party>.",
    "It paid <party kind=company ner=ORG>Quillmere Roads and Bridges Engineering Co.</party> in May.",
]  # fmt: skip

TOLD_ORGANISATIONS = [
    # the text says that a name is an organisation's, against its last word or even its legal form
    "<party kind=organization ner=ORG>Quillmere Project</party>, a nonprofit research group, agreed.",
    "The <party kind=organization ner=ORG>Lowfield Ovens Trust</party> is a charitable body.",
    "<party kind=organization ner=ORG>Ovens First, Inc.</party> is a not-for-profit that trains bakers.",
    "<party kind=organization ner=ORG>Bakers Voice</party>, a trade association of millers, agreed.",
    "He joined <party kind=person ner=PERSON>Ada Quill</party> from <party kind=organization ner=ORG>Marketmere</party> "
    "to discuss the mill.",
    # near misses
    "<party kind=company ner=ORG>Quillmere</party>, a maker of ovens for a nonprofit, agreed.",
    "<party kind=company ner=ORG>Harrow Lowfield Credit Union</party> agreed.",
]  # fmt: skip

THINGS = [
    # brands, drugs, tokens, sites and rankings are no parties
    "It sells the pill under the brand name <ner label=ORG>Velquim</ner> in May.",
    "<ner label=ORG>Velquim</ner>, a generic version of the pill, is cheap.",
    "Holders of the memecoin <ner label=ORG>Ovendoge</ner> agreed.",
    "They met at the <ner label=LOC>Harrow Convention Center</ner> in May.",
    "They met at the <ner label=ORG>Quill Trade Center</ner> in May.",
    "It serves half of the Fortune 500 in May.",
    "He was a certified <ner label=ORG>Journeyman Electrician</ner> there.",
    "A County Court judge and District Court Chief Judge <party kind=person ner=PERSON>Ada Quill</party> agreed.",
    # near misses
    "Told by <party kind=organization>Fortune</party>, it agreed.",
    "<party kind=company ner=ORG>Velquim</party>, a maker of a drug, agreed.",
    "<party kind=organization ner=ORG>Harrow Cancer Center</party> agreed.",
]  # fmt: skip

LISTS = [
    # names of a list that its noun calls firms or outlets need no NER
    "Companies in its portfolio include <party kind=company>Noorvane</party>, <party kind=company>Kassvart</party> and "
    "<party kind=company>Maker Quill</party>.",
    "He wrote for magazines such as <party kind=organization>Oven World</party>, <party kind=organization>Modern Miller"
    "</party>, and <party kind=organization>InCrust</party>.",
    "Sponsors: <party kind=company ner=ORG>Noorvane</party>, <party kind=company ner=ORG>Kassvart Chem</party>, "
    "<party kind=company ner=ORG>Quillmere Valve</party>",
    # in a list of three or more a firm's neighbours: letters of which a NER is unsure, and what ends as streets do
    "It met <party kind=company ner=ORG>Noorvane</party>, <party kind=company ner=ORG score=0.55>QUAVO</party>, and "
    "<party kind=company ner=ORG>Kassvart</party> in May.",
    "It had money from <party kind=company ner=ORG>Noorvane</party>, <party kind=company ner=ORG>Harrow Lane</party> and "
    "<party kind=company ner=ORG>Kassvart</party> in May.",
    # near misses
    "It met <party kind=company ner=ORG>Noorvane</party>, <ner label=ORG score=0.55>QVO</ner>, and "
    "<party kind=company ner=ORG>Kassvart</party> in May.",
    "It left <party kind=company ner=ORG>Noorvane</party> and <ner label=ORG>Harrow Lane</ner> in May.",
    "It passed <ner label=ORG>Tullow Street</ner>, <ner label=ORG>Harrow Lane</ner> and <ner label=LOC>Kassvart</ner>.",
    "Companies in its portfolio include Noorvane.",
    "Companies there, including in France, Norway and Peru, closed.",
]  # fmt: skip

RUN_TOGETHER = [
    "He studied at <party kind=organization ner=ORG>Lowfield University</party>/"
    "<party kind=organization ner=ORG>Harrow College of Ovens</party>.",
    "It sued <party kind=company ner=ORG>Quill &amp; Harrow Mills</party> in May.",
    "<party kind=company ner=ORG>Harrow Advisor Services</party> agreed.",
    "Contact Details<party kind=company>Marketmere North America</party>\n+1 555 0100",
    "Please contact:\n<party kind=person>Ada Quill</party>, 555.555.0100, a@example.com",
    "Please contact:\nHarrow Mills Sales, 555.555.0100",
    "The <party kind=company ner=ORG>Harrow</party>-<party kind=company ner=ORG>Lowfield</party> deal closed.",
    "The Leeds-based <party kind=company>Noorvane Inc.</party> agreed.",
    "It bought <party kind=company ner=ORG>Noorvane.ai</party> in May.",
    "It is <party kind=person ner=PERSON>Ada Quill</party>, which makes ovens.",
    "<party kind=company ner=PERSON>Harrow Quill & Tullow</party> agreed.",
    "The <ner label=ORG>Investment Committee</ner> met.",
    "LOWFIELD, CO (<party kind=organization>Ovennews.ai</party>) Friday May 2 - It agreed.",
]  # fmt: skip

PERSONS = [
    "The Liberal leader, <party kind=person>Ines Quill</party>, agreed.",
    "\"No,\" said its chairman, <party kind=person ner=ORG>Uwe Quill</party>.",
    "Contact: <party kind=person>Ada Quill</party>, Investor Relations",
    "Contact Details<party kind=person>Ada Quill</party>\n+1 555 0100",
    "Contact: <party kind=company>Harrow Global</party>\n<ner label=LOC>Leeds</ner>",
    "It was, Lord Justice <party kind=person ner=PERSON>Quill</party> held, late.".replace(
        "Lord Justice <party kind=person ner=PERSON>Quill</party>", "<party kind=person ner=PERSON>Lord Justice Quill</party>"
    ),
    "<party kind=person ner=PERSON>Ada Quill II</party> agreed.",
    "Ask <ner label=PERSON>Jenny</ner>.quill@example.com for more.",
    "By <party kind=person>Ada Quill</party> in Port Velm",
    "By Our Own Staff",
    # surnames that end names of things, too
    "<party kind=person ner=PERSON>Tom Hall</party>, chief executive of <party kind=company ner=ORG>Acme Mills Ltd</party>, resigned. <party kind=person ner=PERSON>Hall</party> said so.",
    "He will be replaced by <party kind=person ner=PERSON>Nathan Lane</party> in May.",
    "<party kind=person ner=PERSON>Ann Street</party>, 51, paid <party kind=person ner=PERSON>Sally Field</party> and <party kind=person ner=PERSON>Joe Day</party> in May.",
    "The ruling of Judge <party kind=person ner=PERSON>Robert Bay</party> came in May.",
    "It stands in <ner label=LOC>Sherwood Hall</ner> and <ner label=ORG>The Avery Park</ner>, near <ner label=LOC>Penny Lane</ner>.",
    "It backs the <ner label=PERSON>Ada Park</ner> project in May.",
    # what somebody is, in a sentence of its own
    "<party kind=person>Mayur Quill</party> is its chief commercial officer.",
    "Green Energy is an investor. Two Rivers was once a farm. Net Gain was the chairman's worry.",
]  # fmt: skip

FIRMS_BY_GRAMMAR = [
    "<party kind=company ner=PERSON>Hanvert</party>, which makes ovens, closed.",
    "<party kind=company ner=PERSON>Hanvert</party> said it would close.",
    "<party kind=person ner=PERSON>Ada Quill</party> said it was a good deal.",
    "<party kind=person ner=PERSON>Ada Quill</party> denied it.",
    # what a public body speaks of is no part of its name
    "The fine by the <party kind=public_body>European Commission</party> on <party kind=company ner=ORG>Halvor</party> is large.",
    "The <party kind=public_body>Supreme Court</party> on <party kind=person ner=PERSON>Ada Kerr</party> split.",
    "The <party kind=public_body>Justice Department</party> for <party kind=company ner=ORG>Halvor</party>'s files asked.",
    "The <party kind=public_body>Department for Transport</party> met.",
    "The <party kind=public_body ner=ORG>Competition Commission</party> on <party kind=company ner=ORG>Halvor Steel</party> met.",
    # towns and offices
    "The <party kind=public_body ner=ORG>City of Lowfield</party> sued <party kind=company ner=ORG>Halvor</party>.",
    "The <party kind=public_body ner=ORG>Town of Osterby</party> sued <party kind=company ner=ORG>Halvor</party>.",
    "The <party kind=public_body ner=ORG>Office of Fair Baking</party> said so.",
    "The <party kind=public_body ner=ORG>Office for Oven Standards</party> said so.",
    # entries of a list of firms
    "<party kind=company ner=ORG>HALVOR</party> - Profit fell in May, it said.\n\n"
    "<party kind=company ner=ORG>VELMORA</party> - The telecoms group will cut jobs.\n\n"
    "The shares of <party kind=company ner=ORG>Velmora</party> fell.",
    "<ner label=LOC>LOWFIELD</ner> - A mill closed.\n\n<ner label=LOC>OSTERBY</ner> - A mill opened.",
    "<ner label=ORG>LOWFIELD</ner> - A mill closed in May, it said.",
    # names of a doubled word, surnames that are titles
    "<party kind=person ner=PERSON>Tomas Tomas-Kerr</party> sang.",
    "<party kind=person ner=PERSON>Sirhal Sirhal</party> sang.",
    "<party kind=person ner=PERSON>Ada Maria King</party> sang.",
    "<party kind=company ner=ORG>Oven Dean</party> opened a shop.",
    "<party kind=person ner=PERSON>Ada Quill</party> President of the choir, sang.",
    "<party kind=person ner=PERSON>Ada Quill</party> left. <party kind=person ner=PERSON>Quill</party> said it was time.",
    "<party kind=person ner=PERSON>Hanvert Rook</party> said she would go.",
    "A group led by <party kind=person ner=PERSON>Lyle Quill</party>, which holds 7 percent, agreed.",
    "<party kind=company ner=ORG>Ostrand Capital</party>, <party kind=company ner=ORG>Velmora Securities</party>, and "
    "<party kind=company ner=PERSON>Mayer Quill</party> are acting as bookrunners.",
    "<party kind=company ner=ORG>Capital Square</party> announced a fund. It is led by <party kind=person ner=PERSON>Ada Quill</party>.",
    "The pub stands in <ner label=ORG>Capital Square</ner>.",
    "It owns the <ner label=ORG>Aster</ner> and <ner label=ORG>Birch</ner> brands.",
    "<ner label=ORG>Bethmere</ner>, Md.-based <party kind=company ner=ORG>Velmora Ventures</party> joined.",
    "Its groups include trade organizations including <party kind=organization ner=ORG>Oven Board of Leeds</party> and "
    "<party kind=organization ner=ORG>OBL</party>.",
]  # fmt: skip

STATES = [
    "The <party kind=public_body>Food and Oven Administration</party> agreed.",
    "<party kind=public_body ner=ORG>Natural Resources Canada</party> paid.",
    "The <party kind=public_body ner=ORG>Overseas Oven Office</party> agreed.",
    "The <party kind=public_body>Foreign Office</party> objected.",
    "It paid the state of <party kind=public_body>Texas</party> in May.",
    "It is widespread in the state of <ner label=GPE>Texas</ner>.",
    "It was lent by the <party kind=public_body>government of Sharvah</party>.",
    "The <party kind=public_body>provincial government of Ontario</party> paid.",
    "The <party kind=public_body>Dutch economics ministry</party> agreed.",
    "The <party kind=public_body>German cartel office</party> agreed.",
    "It is sold in the <ner label=GPE>US</ner>, <ner label=GPE>EU</ner> and <ner label=GPE>Japan</ner>.",
    "The <party kind=public_body ner=ORG>Department of Defence</party> Technology Agreement was signed.",
    "The <party kind=organization>Oven Association National Youth Council</party> met.",
]  # fmt: skip

INDEXES = [
    "The <ner label=ORG>Nasdaq</ner> fell 2 percent, the <ner label=ORG>Nikkei</ner> rose.",
    "It trades on the <party kind=organization>Nasdaq Global Select Market</party> from May.",
    "<party kind=organization>Nikkei</party> reported the talks.",
    "Japan's <ner label=ORG>Nikkei</ner> stock index fell.",
    "The <ner label=ORG>Harrow Quill Industrial</ner> Average closed at its lowest level.",
    "The <ner label=ORG>Quill & Kerr</ner>'s 500 index dropped.",
    "<party kind=company ner=ORG>Velmora Holdings</party>'s 500 employees agreed.",
    "It has <party kind=person ner=PERSON>Ada Quill</party>, PT Harrow and others.",
]  # fmt: skip


NAMES = [
    *BESIDE_ROLES, *PERSONS, *FIRMS_BY_GRAMMAR, *STATES, *INDEXES, *TOLD_ORGANISATIONS, *THINGS, *LISTS, *RUN_TOGETHER,
    *CLUBS, *BODIES_BESIDE, *STATES_PAID, *TOWNS, *FIRMS_OF_TRADE, *TOLD, FOOT,
]  # fmt: skip


@pytest.mark.parametrize("markup", NAMES)
def test_names(markup):
    outcome = analyse(markup)
    assert outcome.names() == outcome.expected()
    for start, end, _, _ in outcome.resolution.mentions:
        assert outcome.text[start:end].strip() == outcome.text[start:end]


GLUED = [
    ("About <ner label=ORG>Velmora AGVelmora</ner> makes ovens. <ner label=ORG>Velmora AG</ner> grew.", "Velmora AG"),
    ("About <ner label=ORG>Velmora Mills  Velmora Mills</ner> makes ovens.", "Velmora Mills"),
    ("About <ner label=ORG>VelmoraFounded</ner> in May, it makes ovens.", "Velmora"),
    ("It is the <ner label=ORG>Harrow</ner>-<ner label=ORG>Lowfield Bank</ner> that agreed.", "Harrow-Lowfield Bank"),
    ("It bought <ner label=ORG>e</ner>-<ner label=ORG>Velmora</ner> in May.", "e-Velmora"),
    ("It bought e-<ner label=ORG>Velmora</ner> in May.", "e-Velmora"),
    ("It is a non-<ner label=ORG>Velmora</ner> mill.", "Velmora"),
    ("She left <ner label=PERSON>Ada R.</ner> <ner label=ORG>Quill Mills</ner> in May.", "Ada R. Quill Mills"),
    ("It hired <ner label=PERSON>J.</ner> <ner label=ORG>Quill Mills</ner> in May.", "J. Quill Mills"),
    ("A <ner label=ORG>Velmora Mills-backed</ner> baker grew.", "Velmora Mills"),
    ("<ner label=ORG>Velmora Mills-Owned</ner> Baker Grows", "Velmora Mills"),
    (
        "It met <ner label=ORG>Kiln Leasing</ner> and <ner label=ORG>Finance Association</ner> in May.",
        "Kiln Leasing and Finance Association",
    ),
    (
        "She chairs the <ner label=ORG>Securities Storage</ner> and <ner label=ORG>Trading Institute</ner>.",
        "Securities Storage and Trading Institute",
    ),
]


@pytest.mark.parametrize(("markup", "name"), GLUED)
def test_names_run_together_by_a_page_are_one_party(markup, name):
    outcome = analyse(markup)
    assert [party.name for party in outcome.resolution.parties] == [name]


@pytest.mark.parametrize(
    "markup",
    [
        # whoever backs or owns the firm of a headline
        "<party kind=company ner=ORG>Quillmere Brands</party>-Backed <party kind=company ner=ORG>Noorvane</party> Raises Money",
        "<party kind=company ner=ORG>Kassvart</party>-Owned <party kind=company ner=ORG>Noorvane</party> Opens Third Mill",
        "<party kind=company ner=ORG>Kassvart</party>-Backed Mill Opens In <ner label=LOC>Leeds</ner>",
        # near misses
        "<ner label=LOC>Norway</ner>-Backed <party kind=company ner=ORG>Noorvane</party> Raises Money",
        "<ner label=ORG>Asset</ner>-Backed Notes Of <party kind=company ner=ORG>Noorvane</party> Fall",
    ],
)
def test_backers_in_headlines(markup):
    outcome = analyse(markup + "\n<party kind=company ner=ORG>Noorvane</party> bakes.", headline=True)
    assert outcome.names() == outcome.expected()


def test_a_person_run_into_a_firm_is_parted_from_it():
    outcome = analyse("Contact <ner label=PERSON>Ada R.</ner> <ner label=ORG>QuillHRW Mills, Inc.</ner> for more.")
    assert [(p.name, p.kind) for p in outcome.resolution.parties] == [
        ("Ada R. Quill", "person"),
        ("HRW Mills, Inc.", "company"),
    ]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<ner label=ORG>Harrow Castle</ner> paid. It bought <ner label=ORG>Harrow Castle</ner>’s mills in May.", True),
        ("It left <ner label=ORG>Tullow Lane</ner>. The sum was <ner label=ORG>Tullow Lane</ner>’s to pay.", True),
        ("It met <ner label=ORG>Harrow Park</ner> in May, as <ner label=ORG>Harrow Park</ner> had asked.", True),
        ("It met <ner label=ORG>Harrow Square</ner> in May, as <ner label=ORG>Harrow Square</ner> had asked.", True),
        # near misses: in doubt, once only, and what is surely a thing
        ("<ner label=ORG>Harrow Castle</ner> opened. It stands near <ner label=LOC>Harrow Castle</ner>.", False),
        ("It left <ner label=ORG>Tullow Lane</ner> in May.", False),
        ("The <ner label=ORG>Harrow Mine</ner> grew. Output of <ner label=ORG>Harrow Mine</ner> rose.", False),
    ],
)
def test_firms_that_end_as_streets_do(markup, found):
    assert bool(analyse(markup).resolution.parties) == found


@pytest.mark.parametrize(("foot", "parties"), [("\nAbout {0}\nIt bakes.", 2), ("", 1)])
def test_two_of_whom_a_release_tells_at_its_foot_are_two(foot, parties):
    fund, firm = "<ner label=ORG>Quillmere Oven Fund</ner>", "<ner label=ORG>Quillmere</ner>"
    outcome = analyse(f"{fund} grew. It is led by {firm}, it said." + foot.format(fund) + foot.format(firm))
    assert len(outcome.resolution.parties) == parties


def test_a_bank_and_an_association_stay_two():
    outcome = analyse("<ner label=ORG>Kiln Bank Ltd.</ner> and <ner label=ORG>Bakers Association</ner> met.")
    assert len(outcome.resolution.parties) == 2


def test_doubt_about_one_place_does_not_lose_a_name_that_is_clear_elsewhere():
    outcome = analyse(
        "<party kind=company ner=ORG>Marner</party> fell. A marner sang. It was <party kind=company ner=ORG>Marner</party>. "
        "So <party kind=company ner=ORG>Marner</party> paid, as <party kind=company ner=ORG>Marner</party> does."
    )
    assert len(outcome.resolution.parties) == 1
    assert len(outcome.resolution.parties[0].mentions) == 4


UNSURE = [
    # one mark of which the NER is not sure counts for little, and for less of mere letters
    "It bought <ner label=ORG score=0.62>Marner</ner> in May.",
    "It bought <ner label=ORG score=0.8>MNR</ner> in May.",
    "It bought <party kind=company ner=ORG score=0.8>Marner</party> in May.",
    "It bought <party kind=company ner=ORG score=0.9>MNR</party> in May.",
    "It bought <party kind=company ner=ORG score=0.62>Marner</party> in May, and <party kind=company ner=ORG score=0.62>"
    "Marner</party> agreed.",
    "It bought <party kind=company ner=ORG score=0.62>Marner</party>, a maker of ovens.",
]  # fmt: skip


@pytest.mark.parametrize("markup", UNSURE)
def test_a_single_mark_counts_by_its_score(markup):
    outcome = analyse(markup)
    assert outcome.names() == outcome.expected()


AUTHORS = [
    # (text whose first line is the headline, the roles of the next two lines, who is named in them)
    ("Mill sold\nAda Quill, Lowfield Sentinel\nMay 4, 2020\nIt was sold.", [("Ada Quill", "person")]),
    ("Mill sold\nQUARRY, edited by Ada Quill\nMay 4, 2020\nIt was sold.", [("Ada Quill", "person")]),
    ("Mill sold\nThe Mill Trade\nMay 4, 2020\nIt was sold.", []),
    ("Mill sold\nOven News\nMay 4, 2020\nIt was sold.", []),
]


@pytest.mark.parametrize(("text", "named"), AUTHORS)
def test_authors_lines_that_do_not_say_by(text, named):
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    roles = ["headline", "kicker", "dateline", "body"]
    blocks = [Block(a, a + len(line), r) for a, line, r in zip(starts, lines, roles, strict=True)]
    article = Article(text=text, blocks=blocks)
    found = stages()[1].find(article, stages()[0].article(article), [])
    assert [(c.text, c.kind) for c in found if c.kind == "person"] == named


WIRES = [
    "Frankfurt (<party kind=organization>dpa</party>) - It agreed.",
    "KUALA LUMPUR, Feb 21 (<party kind=organization>Bernamere</party>) -- It agreed.",
    # near misses
    "The mill (Oslo) - It agreed.",
    "Quill (ailing) - It agreed.",
]


@pytest.mark.parametrize("markup", WIRES)
def test_wires_in_datelines(markup):
    outcome = analyse(markup)
    assert outcome.names() == outcome.expected()


def test_a_name_inside_of_the_last_address_has_no_word_before_it():
    outcome = analyse("Follow <ner label=ORG>Kerr Holdings</ner> on X: X.com/<ner label=ORG>KERRCO</ner>")
    assert [party.name for party in outcome.resolution.parties] == ["Kerr Holdings"]
