"""Names of things, kinds and departments beside parties, and names that a page or a NER broke off; all are invented."""

import pytest

from .party_support import analyse

SENTENCES = [
    # products by their makers, and firms that share the noun
    "It is run by <ner label=ORG>Ozempa</ner> maker <party kind=company ner=ORG>Harrow Pharma</party>.",
    "It paid <party kind=company ner=ORG>Ozempa</party> developer <party kind=person ner=PERSON>Ada Quill</party> in May.",
    # fields and departments
    "It sells to the <ner label=ORG>Green Tech</ner> sector in May.",
    "She was in the <ner label=ORG>Oven Institutions Group</ner> at <party kind=company ner=ORG>Harrow Mills Inc.</party> in May.",
    "The <party kind=company ner=ORG>Oven Institutions Group</party> at the fair sold <party kind=company ner=ORG>Harrow Mills Inc.</party> in May.",
    "She was Head of <ner label=ORG>Ovens for the Americas</ner> at <party kind=company ner=ORG>Harrow Mills Inc.</party> in May.",
    "It is led by <party kind=person ner=PERSON>Tom Tarn</party> (VP of <ner label=ORG>Integrations</ner>) in May.",
    # products by whose they are; a firm by what else is told of it
    "Halvor’s patented <ner label=ORG>OvenGlide</ner> technology sold. With <ner label=ORG>OvenGlide</ner>, it grew.",
    "It sold its <ner label=ORG>Kiln IV</ner> drones. <ner label=ORG>Kiln IV</ner> flies in May.",
    "It sold its <party kind=company ner=ORG>Brandt</party> drones. <party kind=company ner=ORG>Brandt</party> CEO <party kind=person ner=PERSON>Ada Quill</party> left.",
    "It hired its <party kind=company ner=ORG>Kerr</party> lawyers in May.",
    # posts that a NER left alone
    "<party kind=person>Ben Ames</party>, Head of Oven Services, left. <party kind=person>Tom Tarn</party>, Head of Oven & Kiln Based Credit at <party kind=company ner=ORG>Brandt AG</party>, stayed.",
    "She met the CEO of <party kind=company>Harrow</party> in May.",
    # legal forms and their like alone
    "Oven Production Company: It is a Certified B Corporation in May.",
    "It hired Brandt Kilns (<ner label=LOC>Asia</ner>) <ner label=ORG>Pte Ltd</ner> in May.",
    "It hired <party kind=company ner=ORG>Oven Production Company</party> in May.",
    # outlets and armies
    "<party kind=organization ner=ORG>Halvor News</party> reported it in May.",
    "It equips the <party kind=public_body>U.S. military</party> in May.",
    "U.S. military aid rose in May.",
    # schools
    "It was founded by <party kind=organization ner=PERSON score=0.53>Lowfield Hopkins</party> alumni in May.",
    # kinds
    "It is an <ner label=ORG>Alaskan Oven Corporation</ner> (AOC) in May.",
    "<party kind=company ner=ORG>Tarn Mills Inc.</party> is an <ner label=ORG>Ostby Group Company</ner>, it said.",
    "It was the first bank-owned <ner label=ORG>Virtual Oven Service Provider</ner> (VOSP) in May.",
    "It backs <ner label=ORG>Minority Oven Institution</ner> (MOI) and <ner label=ORG>Rural Oven Institution</ner> (ROI) banks.",
    "It hired the <party kind=company ner=ORG>Rural Oven Institution</party> (<party kind=company>ROVI</party>) in May.",
    "It joined <ner label=ORG>Freedom-First</ner> platforms in May.",
    # outlets and exchanges
    "It owns the business publication <party kind=organization ner=ORG>Swift Company</party> in May.",
    "It sold <party kind=organization ner=ORG>DSX</party>-listed <party kind=company ner=ORG>Harrow Plc</party> in May.",
    "It posts on its site and <ner label=ORG>Twitter</ner> in May.",
    # funds' managers with one name
    "There was no joy for fund manager <party kind=company ner=PERSON>Ironquill</party> in May.",
    "Fund manager <party kind=person ner=PERSON>Ada Quill</party> left; fund manager <party kind=person ner=PERSON>Quill</party> said so.",
    # names broken off
    "It runs the <party kind=organization ner=ORG>Art Guild of Lowfield</party> in May.",
    "It hired <party kind=person ner=PERSON>Shay Pope</party>, managing director of <party kind=company ner=ORG>Harrow Mills Inc.</party>, in May.",
    "It built <party kind=company ner=ORG>Lowfield Power and Light</party> in May.",
    "It sold <party kind=company>Lowfield Power and Light Co.</party> in May.",
    "\"We gained,\" said Dr. <party kind=person>Henning von Quill</party> in May.",
    "The <party kind=company ner=ORG>Harrow Group SE</party> board met; it kept strict discipline.<party kind=person ner=PERSON>Tom Tarn</party>, its head, left.",
    # buildings
    "The lease is for the 30th floor of <ner label=ORG>Velmora Center</ner> in May.",
    # tickers
    "<party kind=company ner=ORG>Velmora Inc.</party> (<party kind=organization>Nasdaq</party>: <party kind=company>VLMR</party>, <party kind=company>VLMRW</party>) rose.",
    "<party kind=company ner=ORG>Velmora Inc.</party> [<party kind=organization>NYSE</party>:<party kind=company>VLM</party>] rose.",
    "Harrow Bull 2X Shares (Ticker: <ner label=ORG>HRBU</ner>) rose; <ner label=ORG>HRBU</ner> tracks an index.",
    # states of a union
    "It delivers in every U.S. state and in May.",
    # things told of
    "It opened its new initiative, <ner label=ORG>First Thread</ner>, in May.",
    "Patients buy the generic version, <ner label=ORG>Palnova</ner>, in May.",
    "It needs ASIC miners in May.",
    # bodies of a state, counties, bourses
    "<party kind=public_body>Chile's central bank</party> cut rates in May.",
    "<party kind=public_body>Russia's embassy</party> declined to comment.",
    "<ner label=LOC>Chile</ner>'s mills closed in May.",
    "<party kind=public_body ner=LOC>Lowfield County</party> said it would sue.",
    "It lies in <ner label=LOC>Lowfield County</ner>, far away.",
    "It fell on the <party kind=organization ner=ORG>Lowfield exchange</party> in May.",
    # lists
    "Customers include <party kind=company>Synchrona</party>, which used it in May.",
    "Its lead investors include <party kind=company ner=ORG score=0.5>Benchmarka</party> and <party kind=company ner=ORG>Iconiqa</party>.",
    "It hired <party kind=company ner=ORG>Iconiqa</party>, <party kind=company ner=ORG score=0.5>Velma</party> and <party kind=company ner=ORG>Ostrand</party>.",
    "It sold the <ner label=ORG score=0.5>Mayfield</ner> mill to <party kind=company ner=ORG>Iconiqa</party> in May.",
    # marked as persons
    "It hired <party kind=company ner=PERSON>Kaneff Coach Lines</party> in May.",
    "<party kind=company ner=PERSON>Serambi Maju Bhd</party> won; <party kind=company ner=PERSON>Serambi Maju</party> said so.",
    # families and clubs
    "He is survived by his wife, <party kind=person>Ada</party>, and a niece.",
    "It sold the <party kind=organization ner=ORG>Lowfield Rangers</party> baseball team in May.",
    "<party kind=organization ner=ORG>Res Lowfield</party>, a women’s soccer club based in a town, has a new owner.",
    # schools, hospitals and firms that are named after kings
    "She studied at <party kind=organization ner=ORG>Queen Ada University of Lowfield</party> in May.",
    "He was taken to <party kind=organization ner=ORG>King Olaf Memorial Hospital</party>, then to <party kind=organization ner=ORG>Prince of Quill Hospital</party>.",
    "It sold <party kind=company ner=ORG>King Olaf Baking Company</party> and <party kind=company ner=ORG>Princess Cruises</party> in May.",
    "She studied at <party kind=organization ner=ORG>King's College Lowfield</party> in May.",
    "She left <party kind=organization ner=ORG>Judge Business School</party> in May.",
    "The <party kind=public_body ner=ORG>Prince Edward Island Oven Board</party> agreed.",
    "King <party kind=person ner=PERSON>Olaf</party> met <party kind=person ner=PERSON>Judge Kerr</party> in <ner label=LOC>Queen Creek</ner>.",
    # clubs in short reports and by name
    "<party kind=organization ner=ORG>Lowfield Rovers</party> coach <party kind=person ner=PERSON>Ada Quill</party> said the midfielder would miss the match against <party kind=organization ner=ORG>Real Norbank</party>.",
    "<party kind=organization ner=ORG>FC Lowfield</party> and the <party kind=organization ner=ORG>Ohio Raiders</party> agreed in May.",
    "<party kind=company ner=ORG>Ohio Raiders LLC</party> and <party kind=company ner=ORG>Lowfield Rovers</party> sold the mill before the season.",
    "Its fans queued for a new season of <party kind=company ner=ORG>Lowfield Stars</party>.",
]  # fmt: skip


@pytest.mark.parametrize("markup", SENTENCES)
def test_things_and_parties(markup):
    outcome = analyse(markup)
    assert outcome.names() == outcome.expected()


FORMS = [
    ("Contact:\nName: Ada Quill  Position: Manager  Email: aq@harrow.io", [("Ada Quill", "person")]),
    ("Contact Info:\nName: Ada Quill\nEmail:a@b.ioCompany: Harrow Mills LimitedWebsite: https://b.io",
     [("Ada Quill", "person"), ("Harrow Mills Limited", "company")]),
    ("Contact:\nCompany Name: Harrow Ovens Ltd.City/Country: Leeds", [("Harrow Ovens Ltd.", "company")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "named"), FORMS)
def test_labels_of_a_contact_form(text, named):
    assert [(p.name, p.kind) for p in analyse(text).resolution.parties] == named


RUN_TOGETHER = [
    ("Ada QuillHARROW Ovens", "Ada Quill"),
    ("Investor RelationsAda Quill", "Ada Quill"),
    ("Ada MacDonald", "Ada MacDonald"),
    ("Tom DeLucara", "Tom DeLucara"),
]


@pytest.mark.parametrize(("words", "name"), RUN_TOGETHER)
def test_what_a_page_ran_into_a_persons_name(words, name):
    mark = words.removesuffix(" Ovens")
    parties = analyse(f"It said: <ner label=PERSON>{mark}</ner> left in May.").resolution.parties
    assert [(p.name, p.kind) for p in parties] == [(name, "person")]


RANKED = [
    ("Datuk Seri Anwar Quill", "Anwar Quill"),
    ("Tan Sri Azman Quill", "Azman Quill"),
    ("Lt Gen Upendra Quill", "Upendra Quill"),
    ("Maj.-Gen. Tom Quill", "Tom Quill"),
    ("Det Ch Insp Sarah Quill", "Sarah Quill"),
    ("Field Marshal Asim Quill", "Asim Quill"),
    ("General Ada Quill", "Ada Quill"),
    ("General Quill", "General Quill"),
    ("Gen Quill Mills", "Gen Quill Mills"),
]


@pytest.mark.parametrize(("words", "name"), RANKED)
def test_ranks_before_a_persons_name(words, name):
    parties = analyse(f"It said that <ner label=PERSON>{words}</ner> paid in May.").resolution.parties
    assert [p.name for p in parties] == [name]


def test_a_rank_marked_by_itself_is_nobody():
    parties = analyse("<ner label=PERSON>Maj.-Gen</ner>. <ner label=PERSON>Tom Quill</ner> met <ner label=ORG>Air Marshal</ner>.")
    assert [p.name for p in parties.resolution.parties] == ["Tom Quill"]


def test_a_title_left_out_of_a_hospitals_name():
    parties = analyse("It paid Queen <ner label=ORG>Ada Hospital</ner> in May.").resolution.parties
    assert [p.name for p in parties] == ["Queen Ada Hospital"]


def test_how_an_office_is_held_is_no_part_of_a_name():
    parties = analyse("<ner label=ORG>Acting Quill Police</ner> Commissioner <ner label=PERSON>Ada Kerr</ner> left.")
    assert [p.name for p in parties.resolution.parties] == ["Quill Police", "Ada Kerr"]


def test_a_member_of_parliament_marked_with_the_party():
    parties = analyse("<ner label=ORG>Congress MLA Vijay Quill</ner> left.").resolution.parties
    assert "Vijay Quill" in [p.name for p in parties]
