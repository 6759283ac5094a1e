"""The party finder on annotated sentences of all sorts of press; every name in them is invented."""

import pytest

from pipeline.find.parties import PartyFinder
from pipeline.patterns import PatternError

from .party_support import PATTERNS, analyse

COMPANIES = [
    "<party kind=company ner=PERSON>Ada Quill & Associates P.C.</party> won the case.",
    "It was led by the <party kind=company ner=ORG>Lowmere Fund</party>, alongside <party kind=company ner=ORG>Ostrand Partners</party>.",
    "It bought <party kind=company ner=ORG>Plumbing Supply of Osterby</party> in May.",
    "It hired lawyers from <party kind=company>Tarn, Ostby & Quill</party> in May.",
    "He worked at <party kind=company ner=ORG>Morrow Tarn</party>, <party kind=company ner=ORG>Ostby & Quill</party> in May.",
    "It is led by <party kind=company ner=PERSON>Tarn Quill</party> and <party kind=company ner=ORG>Ostrand & Velmora</party>, serving as placement agents.",
    "He left <party kind=company ner=ORG>Lowfield Trailer Network</party>, the largest leasing company in the land.",
    "Its partner <party kind=company ner=ORG>Lowmere Reciprocal Insurance Exchange</party> closed a bond.",
    "Its graduates became unicorns, including <party kind=company>Velmora</party>, <party kind=company>Ostrand</party> and <party kind=company>Tarnmark</party>.",
    "<party kind=company>Corvane Holdings plc</party> said profit fell.",
    "The stake in <party kind=company>Sundermann Werke AG</party> was sold to <party kind=company>Palisade Freight N.V.</party>",
    "<party kind=company>Ito Kikai K.K.</party> and <party kind=company>Bumi Karsa Tbk</party> will merge.",
    "It bought <party kind=company>Marisol Pesca S.A. de C.V.</party> in March.",
    "<party kind=company>Tenrod Mining Pty Ltd</party> holds the licence.",
    "<party kind=company>Aurelio Fratelli S.p.A.</party> closed a plant.",
    "Counsel was <party kind=company>Quill, Marsh & Oduya LLP</party>.",
    "<party kind=company>Rook + Rook LLP</party> advised the buyer.",
    "<party kind=company>7 Lanterns, LLC</party> settled the claim.",
    "Shares in <party kind=company>Bank of Lowfield Ltd.</party> rose.",
    "<party kind=company ner=ORG>Velmora</party> sued its rival <party kind=company>Ostrand</party> on Monday.",
    "The chipmaker <party kind=company>Quantrell</party> has cut prices.",
    "A unit of <party kind=company ner=ORG>Harrow & Vane</party> was sold.",
    "The <party kind=company ner=ORG>Corvane Group</party> opened two shops.",
    "<party kind=company ner=PERSON>Ostrand Therapeutics</party> raised funds.",
    "\"We grew,\" the chief of <party kind=company ner=ORG>Palisade Freight</party> said.",
    "<party kind=company ner=GPE>Velmora Inc.</party> opened in <ner label=GPE>Norway</ner>.",
    "It is owned by <party kind=company ner=ORG>Corvane</party>'s parent, <party kind=company ner=ORG>Ostrand Partners</party>.",
    "<party kind=company ner=ORG>Velmora</party> customers complained.",
    "The bottle maker <party kind=company ner=PERSON>Bellara Orme</party> will close.",
    "<party kind=company ner=PERSON>Bellara Orme</party>, the Leeds-based insurer, will close.",
    "It bought a stake in <party kind=company ner=PERSON>Bellara Orme</party> in May.",
    "<party kind=company ner=PERSON>Bellara Orme</party> posted a loss in May.",
    "It borrowed from <party kind=company ner=ORG>Fourth Lowfield Bank, National Association</party>, in May.",
    "<party kind=company ner=ORG>Bellara</party> (Peru) - The grocer closed a round.",
    "<party kind=company ner=PERSON>Grupo Ostrand</party> fell.",
    "It ordered a hull from France's <party kind=company>Chantiers de Quill</party> in May.",
    "It sold <party kind=company>Harrow and Sons Ltd</party> in May.",
    "A mark holds all of <party kind=company ner=ORG>Harrow Road and Bridge Co.</party> in May.",
    "<party kind=company ner=PERSON>Ostrand Energi</party> fell.",
    "<party kind=company ner=ORG>Ostrand LNG</party> met <party kind=company ner=ORG>Velmora PR</party>.",
    "<party kind=company ner=ORG>Lowfield HVAC</party> grew.",
    "It bought <party kind=company ner=ORG>Ostrand Dr Velm</party> in May.",
    "It bought Dr. <party kind=company ner=ORG>Quill's Laboratories</party> in May.",
]  # fmt: skip

TICKERS = [
    "<party kind=company ner=ORG>Velmora Corp.</party> (<party kind=organization>NASDAQ</party>: <party kind=company>VLMR</party>) rose.",
    "<party kind=company ner=ORG>Ostrand</party> (<party kind=organization>TSX.V</party>: <party kind=company>OST</party>; <party kind=organization>OTCQB</party>: <party kind=company>OSTDF</party>) rose.",
    "Shares of <party kind=company ner=ORG>Velmora</party> trade on the <party kind=organization>Nasdaq</party> under the ticker <party kind=company>VLMR</party>.",
    "<party kind=company ner=ORG>Tenrod Mining</party> (<party kind=organization>ASX</party>:<party kind=company>TRD</party>) managing director <party kind=person ner=PERSON>Ada Quill</party> resigned.",
    "The <ner label=ORG>Nasdaq Composite</ner> fell.",
]  # fmt: skip

PEOPLE = [
    "<party kind=person ner=PERSON>Ada Quill</party> disagreed.",
    "<party kind=company ner=ORG>Velmora</party> CEO <party kind=person>Ada Quill</party> disagreed.",
    "<party kind=person>Ada B. Quill</party>, chief financial officer of <party kind=company ner=ORG>Velmora</party>, disagreed.",
    "said <party kind=person>Ada Quill</party>, President & CEO of <party kind=company ner=ORG>Velmora</party>.",
    "Gov. <party kind=person ner=PERSON>Ada Quill</party> (D) signed it.",
    "Dr <party kind=person ner=PERSON>Ada Quill</party> of <party kind=company ner=ORG>Velmora</party> signed it.",
    "Contact:\n<party kind=person>Ada Quill</party>Managing Director, +1 555 0100",
    "At Velmora AG<party kind=person>Ada B. Quill</party>Head of Investor Relations",
    "The Honourable <party kind=person ner=PERSON>Ada Quill</party> signed it.",
    "His Excellency <party kind=person ner=PERSON>Tomas Rey</party> signed it.",
    "said <party kind=person ner=PERSON>Ada Quill</party>, <ner label=PERSON>Ph.D.</ner>, <ner label=ORG>FAAN</ner>, head of <party kind=company ner=ORG>Velmora</party>.",
    "said <party kind=person ner=PERSON>Ada Quill</party>, MBA, FAHA, head of <party kind=company ner=ORG>Velmora</party>.",
    "According to <party kind=person>Mrs Quill</party>, it failed.",
    "Analyst <party kind=person ner=PERSON>Tomas Rey</party> disagreed.",
    "He met <party kind=person ner=PERSON>Tomas Rey Jr.</party> in May.",
    "By <party kind=person>Ada Quill</party>, <party kind=organization>Marketfield</party>",
    "<party kind=person ner=PERSON>Quill</party> agreed with <party kind=person ner=PERSON>Tomas Rey</party>.",
    "<party kind=person ner=PERSON>Ada Tullow</party>, <ner label=PERSON>M.D.</ner>, chief executive, agreed.",
    "The developer <party kind=person ner=PERSON>Ada Tullow</party>, 54, agreed.",
    "<party kind=person ner=PERSON>Ada Tullow</party> -- Chief Executive Officer",
    "Judgment was entered against <party kind=person>Ada Quill</party>, of Lowfield. The judge said <party kind=person>Mr Quill</party> paid.",
    "The kiln on Friday. (Photo by <party kind=person>Ada Quill</party>)",
    "Opposing it, <party kind=person ner=PERSON>Ada Quill</party> SC, for the mill, agreed.",
    "The mill's CEO <party kind=person ner=PERSON>Dean Quill</party> agreed.",
]  # fmt: skip

BODIES = [
    "It won support from the <party kind=public_body>City of Lowmere</party> in May.",
    "A chairman of <party kind=company ner=ORG>Velmora</party> Board of Directors spoke.",
    "The <party kind=public_body>Ministry of Mines and Steel</party> fined the firm.",
    "The <party kind=public_body>Department of Ovens and Human Safety</party> agreed.",
    "The <party kind=public_body>Supreme Court of the State of Ohio</party> ruled on it.",
    "The <party kind=public_body>Marine Trial and Appeal Board</party> (<party kind=public_body>MTAB</party>) ruled.",
    "The <party kind=public_body>Norwegian government</party> objected.",
    "The <party kind=public_body>Bavarian state government</party> will pay.",
    "The <party kind=public_body>U.S. government</party> sued.",
    "The <party kind=public_body>European Union</party> objected.",
    "The <party kind=public_body>Federal Reserve</party> raised rates.",
    "<party kind=public_body ner=GPE>Norway</party> signed the treaty.",
    "<party kind=public_body ner=GPE>Chile</party> has imposed a levy.",
    "It sells in <ner label=GPE>Norway</ner> and <ner label=GPE>Chile</ner>.",
    "A court in <ner label=GPE>Texas</ner> ruled.",
    "The <party kind=public_body>Lowfield City Council</party> agreed.",
    "The <party kind=public_body>California Air Rules Board</party> agreed.".replace("public_body>California", "public_body ner=ORG>California"),
    "The <party kind=public_body>Trump administration</party> objected.",
    "The <party kind=public_body>Reserve Bank of India</party> cut rates.",
    "The <party kind=public_body>French finance ministry</party> objected.",
    "The <party kind=public_body>Senate</party> passed it.",
    "The <party kind=public_body>federal government</party> will pay.",
    "<party kind=public_body ner=GPE>Norway</party> and <party kind=public_body ner=GPE>Chile</party> signed a pact.",
    "<party kind=public_body ner=GPE>Norway</party>, which owns a yard, fell.",
    "It lent <party kind=public_body ner=GPE>Chile</party> $3 million.",
    "It signed a deal with <party kind=public_body ner=GPE>Chile</party> on ovens.",
    "It sold the yard to <ner label=GPE>Chile</ner>'s boss.",
    "It lent <ner label=GPE>Chile</ner> bakers the sum.",
    "Bakers in Oslo and <ner label=GPE>Norway</ner> will sell bread.",
    "<ner label=GPE>Lowfield</ner> will launch a boat.",
    "The <party kind=public_body ner=ORG>Justice Department</party> sued.",
    "The <party kind=public_body>Karnataka government</party> agreed.",
    "The <party kind=public_body ner=ORG>Lowfield Power Board</party> agreed.",
    "The <party kind=public_body>Greek coast guard</party> agreed.",
    "A <party kind=public_body ner=ORG>Lowfield Superior Court</party> baker agreed.",
]  # fmt: skip

ORGANIZATIONS = [
    "It met the <party kind=organization>Oven Makers Tax (OMT) Coalition</party> in May.",
    "Prices rose to 70,000. (<party kind=organization>Ovenwatch</party>) All fell. (<party kind=organization>Kiln Wire</party>)",
    "<party kind=organization>Reuters</party> reported that talks had ended.",
    "The <party kind=organization ner=ORG>United Oven Workers</party> voted.",
    "<party kind=organization ner=ORG>Lowfield University</party> will pay.",
    "The bid, reported by the <party kind=organization ner=ORG>Lowfield Sun</party>, failed.",
    "According to <party kind=organization ner=ORG>Datagrove</party> data, it raised more.",
    "The move was cited by <party kind=organization ner=ORG>Hearsayer</party>.",
    "The post Velmora Wins appeared first on <party kind=organization>marketfield</party>.",
    "Fans of the <party kind=organization ner=ORG>Lanterns</party>' music sued.",
    "The <party kind=public_body>World Bank</party> lent the sum.",
    "The <party kind=organization ner=ORG>Institute for Oven Studies</party> agreed.",
    "More on <party kind=organization>PressFieldWire</party>.",
    "<party kind=company>Velmora LLC</party>, member <party kind=organization>FINRA</party>/<party kind=organization>SIPC</party>, agreed.",
    "<party kind=company>Velmora LLC</party> (member <party kind=organization ner=ORG>FINRA</party>/Oven) agreed.",
    "In a filing to the <party kind=organization ner=ORG>Lowfield stock exchange</party> it agreed.",
    "The <party kind=organization ner=ORG>Oven Renewal party</party> agreed.",
    "Photograph: <party kind=person ner=PERSON>Ada Quill</party>/<party kind=organization>Getty Images</party>",
    "She told The <party kind=organization>Lowfield Courier</party> so.",
    "It was too dear.\n<party kind=organization>REUTER</party>",
    "Campaign group <party kind=organization ner=ORG>Keep Our Mills</party> sued.",
]  # fmt: skip

DATELINES = [
    "LOWFIELD, Mass., Oct. 28, 2025 (<party kind=organization>GLOBE NEWSWIRE</party>) — <party kind=company>Velmora Corp.</party> said so.",
    "<ner label=ORG>OSTBURG</ner>, TX, June 06, 2024 /<party kind=organization>PRNewswire</party>/ -- <party kind=company>Velmora Corp.</party> said so.",
    "FRESNO, Calif. (<party kind=organization>AP</party>) — <party kind=company ner=ORG>Velmora</party> fell.",
    "LONDON (<party kind=organization>Reuters</party>) - <party kind=company ner=ORG>Velmora</party> fell.",
    "<ner label=GPE>OSLO</ner>, <ner label=GPE>Norway</ner> - November 12, 2025 (<party kind=organization>NEWMEDIAWIRE</party>) - The <party kind=company>Velmora AG</party> agreed.",
]  # fmt: skip

NONE = [
    "He is a <ner label=ORG>Certified Municipal</ner> Finance Officer.",
    "It is a contract research (<ner label=ORG>CRHB</ner>) firm.",
    "He is a King <ner label=PERSON>Olaf</ner>'s County farmer.",
    "The <ner label=ORG>Omani Federal</ner> crop insurance firm grew.",
    "It began its Bitcoin Treasury Plan in May.",
    "It joined our Osterby Agency Lending team in May.",
    "Prices rose to 70,000. (Continued) All laughed. (Applause) All fell. (Ovenwatch)",
    "The <ner label=ORG>Securities Exchange Act</ner> forbids it.",
    "Output of the <ner label=ORG>Mount Vesper Mine</ner> rose.",
    "The <ner label=ORG>S&P 500</ner> and the <ner label=ORG>Dow Jones Industrial Average</ner> fell.",
    "<ner label=ORG>EBITDA</ner> and <ner label=ORG>GAAP</ner> figures differ.",
    "<ner label=PERSON>Velmanib</ner> works. Doctors give velmanib twice.",
    "A so-called artificial general intelligence (<ner label=ORG>AGI</ner>) is far.",
    "The “early exit program” is costly. The <ner label=ORG>EEP</ner> ends in May.".replace("early exit program", "early exit pension"),
    "Follow us on <ner label=ORG>Facebook</ner>, <ner label=ORG>Instagram</ner> and <ner label=ORG>YouTube</ner>.",
    "Visit <ner label=ORG>https://example.com/news/1</ner> or mail <ner label=PERSON>press@example.com</ner>.",
    "<ner label=PERSON>Bitcoin</ner> fell to a low.",
    "The <ner label=ORG>Board of Directors</ner> met.",
    "<ner label=ORG>We</ner> are glad. <ner label=PERSON>He</ner> is not.",
    "The <ner label=ORG>Paris</ner> Air Show opened.",
    "At a <ner label=ORG>Rural Health Clinic</ner>, care is free.",
    "He works on <ner label=ORG>Wall Street</ner>.",
    "The <ner label=ORG>Oslo Agreement</ner> holds; the <ner label=ORG>Noor Prize</ner> is his.",
    "<ner label=ORG>American</ner> bakers agreed.",
    "He bought federal government bonds.",
    "She studied <ner label=ORG>Business Administration</ner>.",
    "She asked for <ner label=ORG>CFOs</ner> in May.",
    "An account in the <ner label=ORG>American press</ner> lists it.",
    "He is selling his yacht, <ner label=ORG>Ocean Quill</ner>.",
    "A drug for <ner label=ORG>Quill</ner>'s disease works.",
    "Doctors approved <ner label=ORG>Zentiq</ner> for asthma.",
]  # fmt: skip


@pytest.mark.parametrize("markup", COMPANIES + TICKERS)
def test_companies_and_their_tickers(markup):
    outcome = analyse(markup)
    assert outcome.names() == outcome.expected()


@pytest.mark.parametrize("markup", PEOPLE)
def test_people(markup):
    outcome = analyse(markup)
    assert outcome.names() == outcome.expected()


@pytest.mark.parametrize("markup", BODIES + ORGANIZATIONS)
def test_public_bodies_and_organizations(markup):
    outcome = analyse(markup)
    assert outcome.names() == outcome.expected()


@pytest.mark.parametrize("markup", DATELINES)
def test_datelines_hold_no_party_but_the_wire(markup):
    outcome = analyse(markup)
    assert outcome.names() == outcome.expected()


@pytest.mark.parametrize("markup", NONE)
def test_what_is_no_party(markup):
    assert analyse(markup).names() == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Control went to tycoon Oleg Quill in May.", "Oleg Quill"),
        ("The exchange, run by Kim Dae-sung, fell.", "Kim Dae-sung"),
        ("A Kim Dae-owned mill fell.", "Kim Dae"),
        ("It went to Jan van der Quill in May.", "Jan van der Quill"),
    ],
)
def test_a_persons_mark_is_cut_and_completed(text, name):
    from pipeline.mentions import Article, Block, Entity, Sentence

    marked = {"Oleg Quill": "tycoon Oleg Quill", "Kim Dae-sung": "Kim Dae"}.get(name, name)
    start = text.index(marked)
    article = Article(text=text, blocks=[Block(0, len(text), "body")])
    entities = [Entity(start, start + len(marked), "PERSON")]
    found = PartyFinder(PATTERNS).find(article, [Sentence(0, len(text), 0)], entities)
    assert [candidate.text for candidate in found] == [name]


def test_money_and_dates_outrank_names():
    from pipeline.mentions import Article, Block, Entity, Sentence, Span

    text = "Euro 2024 cost Ostrand dearly."
    article = Article(text=text, blocks=[Block(0, len(text), "body")])
    names = [Entity(0, 9, "ORG"), Entity(15, 22, "ORG")]
    found = PartyFinder(PATTERNS).find(article, [Sentence(0, len(text), 0)], names, [Span(5, 9)])
    assert [candidate.text for candidate in found] == ["Ostrand"]


def test_lexicon_adds_names_aliases_and_tickers(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text("# ours\nzebu\tcompany\tThe Striped Firm\t$ZEB\n", encoding="utf-8")
    outcome = analyse("Later zebu paid. Then ZEB rose. The Striped Firm agreed.", finder=PartyFinder(PATTERNS, path))
    assert [party.kind for party in outcome.resolution.parties] == ["company"]
    assert outcome.resolution.parties[0].ticker == "ZEB"


@pytest.mark.parametrize("line", ["zebu", "zebu\tanimal", "\t"])
def test_broken_lexicon_names_its_line(tmp_path, line):
    path = tmp_path / "names.tsv"
    path.write_text(f"# ours\n{line}x\n", encoding="utf-8")
    with pytest.raises(PatternError, match=r"names\.tsv:2: write name"):
        PartyFinder(PATTERNS, path)


def test_missing_lexicon_is_one_clear_error(tmp_path):
    with pytest.raises(PatternError, match="cannot be read as a lexicon"):
        PartyFinder(PATTERNS, tmp_path / "none.tsv")


@pytest.mark.parametrize(
    "text",
    ["(" * 3000, "A & " * 1500, "Of " * 2000, "CEO, " * 1500, "Aa " * 3000, "“" * 3000, "$ABC " * 900],
    ids=lambda t: t[:5],
)
def test_adversarial_text_takes_linear_time(text):
    import time

    start = time.process_time()
    analyse(text.replace("<", ""))
    assert time.process_time() - start < 3
