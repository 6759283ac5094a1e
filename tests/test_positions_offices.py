"""Whose an office is where no name stands beside it, by articles made by hand. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.link.positions.offices import _BODIES, NEARBY, REACH, Offices
from pipeline.link.positions.topics import BACK, FIRST, Topics
from pipeline.read import article_from_text

from .hand_made import analysis_of, resolution_of

KINDS = {"c": "company", "b": "public_body", "o": "organization", "p": "person"}


class ByRule:
    """A chooser that leaves it to the rules."""

    def of(self, title, at, ruled):
        return ruled


def article(text, parties):
    """The offices and topics of a text with parties such as "b Norton Court", their analysis, and the names by id."""
    names = {f"P{n}": (party[2:], KINDS[party[0]]) for n, party in enumerate(parties, 1)}
    analysis, resolution = analysis_of(text), resolution_of(text, names)
    offices = Offices(text, analysis.sentences, resolution, None, ByRule())
    known = {key: name for key, (name, _) in names.items()} | {None: None}
    return offices, Topics(text, analysis.sentences, resolution, ByRule()), analysis.sentences, known


COURT, BOARD, COUNCIL = "b Norton District Court", "b Leeds School Board", "b Norton City Council"
UNIVERSITY, SENATE, HOUSE = "o Norton University", "b Norton Senate", "b Norton House"


@pytest.mark.parametrize(
    ("title", "parties", "wanted"),
    [
        ("Judge", [COURT, COUNCIL], "Norton District Court"),
        ("justice", [COURT, COUNCIL], "Norton District Court"),
        ("Magistrate", [COURT, COUNCIL], "Norton District Court"),
        ("judge", ["b Norton Tribunal"], "Norton Tribunal"),
        ("judge", [COUNCIL], None),
        ("judge", ["c Norton Court Inc"], None),
        ("governor", ["b Central Bank of Norton", COUNCIL], "Central Bank of Norton"),
        ("Gov.", ["b Bank of Norton"], "Bank of Norton"),
        ("governor", ["b Norton Reserve Bank"], "Norton Reserve Bank"),
        ("governor", ["c Norton Bank"], None),
        ("Mayor", [COUNCIL, COURT], "Norton City Council"),
        ("councillor", ["b Leeds County"], "Leeds County"),
        ("mayor", ["b Town of Leeds"], "Town of Leeds"),
        ("councilwoman", ["b Leeds Council", "b Leeds County"], "Leeds Council"),
        ("Cllr", ["b Leeds Council", "b Leeds County"], "Leeds Council"),
        ("board member", [BOARD, COURT], "Leeds School Board"),
        ("board chairman", [BOARD, COURT], "Leeds School Board"),
        ("board vice president", [BOARD, COURT], "Leeds School Board"),
        ("provost", [UNIVERSITY, COURT], "Norton University"),
        ("Professor", [UNIVERSITY], "Norton University"),
        ("president", [UNIVERSITY], "Norton University"),
        ("president", [UNIVERSITY, "o Leeds College"], None),
        ("dean", ["o Norton School of Law", UNIVERSITY], "Norton School of Law"),
        ("dean", ["o Norton Faculty of Law", UNIVERSITY], "Norton Faculty of Law"),
        ("dean", [UNIVERSITY], "Norton University"),
        ("commissioner", ["o Norton Football League", COURT], "Norton Football League"),
        ("commissioner", ["b Norton Fish Commission"], "Norton Fish Commission"),
        ("Senator", [SENATE, HOUSE], "Norton Senate"),
        ("Sen.", [SENATE, HOUSE], "Norton Senate"),
        ("senator", ["b Norton Senate Fish Committee"], None),
        ("Rep.", [SENATE, HOUSE], "Norton House"),
        ("congresswoman", [SENATE, HOUSE], "Norton House"),
        ("representative", ["b White House"], None),
        ("MP", ["b Norton Parliament", SENATE], "Norton Parliament"),
        ("member of parliament", ["b Norton Parliament"], "Norton Parliament"),
        (
            "finance minister",
            ["b Norton Ministry of Finance", "b Norton Ministry of Fish"],
            "Norton Ministry of Finance",
        ),
        (
            "Secretary of Fish",
            ["b Norton Department of Fish", "b Norton Department of Lamps"],
            "Norton Department of Fish",
        ),
        ("deputy commissioner of lamps", ["b Norton Department of Lamps"], "Norton Department of Lamps"),
        ("treasurer", ["b Norwegian government"], "Norwegian government"),
        ("energy minister", ["b Norwegian government", "b Danish government"], None),
        ("energy minister", ["b Norwegian government", "b federal government"], "federal government"),
        ("energy minister", ["b U.S. government"], None),
        ("energy minister", ["b Norway"], "Norway"),
        ("prime minister", ["b Norway"], "Norway"),
        ("treasurer", ["b Norway"], None),
        ("governor", ["b Norway"], "Norway"),
        ("chief executive", [COURT, COUNCIL, UNIVERSITY, "b Norway", "b Norwegian government"], None),
    ],
)
def test_whose_an_office_is(title, parties, wanted):
    text = " ".join(f"Then {party[2:]} met." for party in parties) + f" The {title} spoke."
    offices, _, sentences, names = article(text, parties)
    assert names[offices.of_title(title, sentences[-1])] == wanted


def test_a_name_before_the_title_tells_the_state():
    offices, _, sentences, names = article("It rained. Then Norway met.", ["b Norway"])
    for title in ("governor", "energy minister"):
        assert names[offices.of_title(title, sentences[0])] == "Norway"
        assert offices.of_title(title, sentences[0], named=True) is None
    assert names[offices.of_title("prime minister", sentences[0], named=True)] == "Norway"


def test_of_several_states_the_sentence_tells_which():
    text = "Norway met Denmark. The minister sang."
    offices, _, sentences, names = article(text, ["b Norway", "b Denmark"])
    assert names[offices.of_title("energy minister", sentences[0])] == "Norway"
    assert offices.of_title("energy minister", sentences[1]) is None
    assert offices.of_title("energy minister", sentences[0], at=0) is None
    assert names[offices.of_title("Chancellor", sentences[0])] == "Norway"
    assert names[offices.of_title("Federal Chancellor", sentences[0])] == "Norway"
    text = "Rain fell in Norway and Denmark."
    offices, _, sentences, _ = article(text, ["b Norway", "b Denmark"])
    assert offices.of_title("energy minister", sentences[0]) is None


def test_of_several_courts_it_is_the_sentence_s_else_the_one_named_most():
    parties = ["b Norton Court", "b Leeds Court"]
    text = "Norton Court met. Leeds Court met. Leeds Court sang. The judge spoke."
    offices, _, sentences, names = article(text, parties)
    assert [names[offices.of_title("judge", s)] for s in sentences] == [
        "Norton Court", "Leeds Court", "Leeds Court", "Leeds Court"
    ]  # fmt: skip
    text = "Leeds Court met. Norton Court met. The judge spoke."
    offices, _, sentences, names = article(text, parties)
    assert names[offices.of_title("judge", sentences[2])] == "Norton Court"


@pytest.mark.parametrize(("gap", "near"), [(NEARBY, True), (NEARBY + 1, False)])
def test_a_university_stands_near_its_president(gap, near):
    text = "Norton University met" + "t" * (gap - len("Norton University met. ")) + ". The president spoke."
    offices, _, sentences, names = article(text, [UNIVERSITY])
    assert sentences[1].start == gap
    assert names[offices.of_title("president", sentences[1])] == ("Norton University" if near else None)


@pytest.mark.parametrize(
    ("text", "parties", "wanted"),
    [
        ("Tier Oy grew. Its chairman left.", ["c Tier Oy"], "Tier Oy"),
        ("Tier Oy grew. Their chairman left.", ["c Tier Oy"], "Tier Oy"),
        ("Tier Oy grew. Its new chairman left.", ["c Tier Oy"], "Tier Oy"),
        ("Tier Oy grew. Its old and new chairman left.", ["c Tier Oy"], "Tier Oy"),
        ("Tier Oy met Kerr AG. Its chairman left.", ["c Tier Oy", "c Kerr AG"], "Tier Oy"),
        ("Tier Oy met Kerr AG, whose chairman left.", ["c Tier Oy", "c Kerr AG"], "Kerr AG"),
        ("Tier Oy met Kerr AG and its chairman.", ["c Tier Oy", "c Kerr AG"], "Kerr AG"),
        ("Tier Oy met Kerr AG (a brewer) and its chairman.", ["c Tier Oy", "c Kerr AG"], "Kerr AG"),
        ("Tier Oy met Kerr AG that day, and its chairman left.", ["c Tier Oy", "c Kerr AG"], "Tier Oy"),
        ("Kerr AG fell. Tier Oy grew. Its chairman left.", ["c Tier Oy", "c Kerr AG"], "Tier Oy"),
        ("Tier Oy grew. Lena Kerr sang. Its chairman left.", ["c Tier Oy", "p Lena Kerr"], "Tier Oy"),
        ("Its chairman of Tier Oy left.", ["c Tier Oy"], None),
        ("Its chairman left. Tier Oy grew.", ["c Tier Oy"], None),
        ("Straits Bank grew. Kerr AG fell. The bank's chairman left.", ["c Straits Bank", "c Kerr AG"], "Straits Bank"),
        ("Straits Bank grew. Kerr Bank fell. The bank's chairman left.", ["c Straits Bank", "c Kerr Bank"], None),
        ("Straits Bank grew. The old bank’s new chairman left.", ["c Straits Bank"], "Straits Bank"),
        ("Tier, Norway's lamp maker, grew. Kerr AG fell. The maker's chairman left.", ["c Tier", "c Kerr AG"], "Tier"),
        ("The maker Tier grew. Kerr AG fell. The maker's chairman left.", ["c Tier", "c Kerr AG"], "Tier"),
        ("Straits Bank grew. Kerr AG fell. The company's chairman left.", ["c Straits Bank", "c Kerr AG"], "none"),
        ("Straits Bank grew. The chairman left.", ["c Straits Bank"], "none"),
    ],
)
def test_whose_its_and_the_bank_s_are(text, parties, wanted):
    offices, _, sentences, names = article(text, parties)
    at = text.index("chairman")
    number = next(n for n, s in enumerate(sentences) if s.start <= at < s.end)
    body, told = offices.owner(number, at)
    assert (names[body], told) == ((None, False) if wanted == "none" else (wanted, True))


@pytest.mark.parametrize("between", range(REACH + 1))
def test_its_finds_a_body_at_most_so_many_sentences_back(between):
    text = f"Tier Oy grew. {'Rain fell. ' * between}Its chairman left."
    offices, _, _, names = article(text, ["c Tier Oy"])
    assert names[offices.owner(between + 1, text.index("chairman"))[0]] == ("Tier Oy" if between + 1 < REACH else None)


def test_a_body_at_or_behind_a_title_is_not_what_is_spoken_of():
    text = "Kerr AG fell. Its Tier Oy chairman left."
    offices, _, _, names = article(text, ["c Tier Oy", "c Kerr AG"])
    at = text.index("Tier")
    assert names[offices._spoken_of(1, at)] == "Kerr AG"
    assert names[offices._spoken_of(1, at + 1)] == "Tier Oy"
    assert offices._spoken_of(0, 0) is None
    assert names[offices._spoken_of(0, 1)] == "Kerr AG"


@pytest.mark.parametrize(
    ("title", "council", "others", "wanted"),
    [
        ("Mayor", "Norton City Council", ["b Norton"], "Norton"),
        ("mayor", "Norton City Council", ["b City of Norton"], "City of Norton"),
        ("Deputy Mayor", "Norton Town Council", ["b Town of Norton"], "Town of Norton"),
        ("Acting mayor", "Norton Council", ["b Norton City"], "Norton City"),
        ("police chief", "Norton City Council", ["b Norton"], "Norton"),
        ("fire chief", "Norton City Commission", ["b Norton"], "Norton"),
        ("city manager", "Norton City Council", ["b Norton"], "Norton"),
        ("mayor", "New York City Council", ["b New York City"], "New York City"),
        ("mayor", "Norton City Council", [], "(Norton)"),
        ("mayor", "New York City Council", [], "(New York City)"),
        ("city council member", "Norton City Council", ["b Norton"], None),
        ("city editor", "Norton City Council", ["b Norton"], None),
        ("councillor", "Norton City Council", ["b Norton"], None),
        ("mayor", "Norton Fish Board", ["b Norton"], None),
        ("mayor", "Norton City Council", ["c Norton"], "(Norton)"),
    ],
)
def test_of_which_city_a_mayor_is(title, council, others, wanted):
    text = f"The {council} met. The {title} spoke."
    offices, _, _, names = article(text, [f"b {council}", *others])
    found = offices.city(title, "P1")
    said = names[found] if found is None or isinstance(found, str) else f"({text[slice(*found)]})"
    assert said == wanted


@pytest.mark.parametrize(
    ("council", "told"),
    [("City Council", ""), ("The County Commission", ""), ("Town Council", ""), ("Oak Council", None)],
)
def test_a_council_of_no_place_says_no_city(council, told):
    offices, *_ = article(f"{council} met. The mayor spoke.", [f"b {council}"])
    found = offices.city("mayor", "P1")
    assert found == told if told == "" else found is not None


@pytest.mark.parametrize(
    ("title", "fitting"),
    [("Senator", ["Senate", "U.S. Senate"]), ("Rep.", ["House", "House of Representatives"])],
)
def test_both_chambers_as_one_name_have_no_members(title, fitting):
    names = ["Senate", "House and Senate", "U.S. Senate", "House", "White House", "House of Representatives"]
    bodies = [bodies for titles, bodies in _BODIES if titles.search(title)]
    assert [name for name in names if any(body.search(name) for body in bodies)] == fitting


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The City Council met. Mayor Ada Quill spoke.", None),
        ("The Norton City Council met. Mayor Ada Quill spoke.", "Norton"),
        ("We thank Senator Ada Quill and all members of the House and Senate.", "Senate"),
        ("We thank Senator Ada Quill and all members of the Senate.", "Senate"),
        ("We thank Rep. Ada Quill and all members of the House and Senate.", "House"),
    ],
)
def test_of_what_an_elected_officer_is(full_extractor, text, wanted):
    record = full_extractor.extract(article_from_text(text))
    posts = [fact for fact in record.facts if fact.type == "position"]
    assert len(posts) == 1
    names = {party.id: party.name for party in record.parties}
    assert names.get(posts[0].object, posts[0].object_text) == wanted


@pytest.mark.parametrize(
    ("parties", "wanted"),
    [
        (["o Oak Nation", "c Tier Oy"], "Oak Nation"),
        (["o Oak Tribe"], "Oak Tribe"),
        (["o Oak Band"], "Oak Band"),
        (["o Oak Nation", "o Elm Nation"], None),
        (["o United Nation"], None),
        (["p Carrie Nation"], None),
        (["o Oak Nation Mills"], None),
    ],
)
def test_which_nation_has_a_chief(parties, wanted):
    offices, _, _, names = article("It rained.", parties)
    assert names[offices.nation()] == wanted


@pytest.mark.parametrize(
    ("text", "parties", "wanted"),
    [
        ("Norton University grew. university President", ["o Norton University", "o Leeds Guild"], "Norton University"),
        ("Norton University grew. The university President", ["o Norton University"], "Norton University"),
        ("Norton University and Leeds University grew. university President",
         ["o Norton University", "o Leeds University"], None),
        ("Norton Hospital grew. Hospital President", ["o Norton Hospital"], "Norton Hospital"),
        ("Norton Rovers grew. team President", ["o Norton Rovers", "c Tier Oy"], "Norton Rovers"),
        ("Norton Rovers met Leeds Rovers. Leeds Rovers won. club President",
         ["o Norton Rovers", "o Leeds Rovers"], "Leeds Rovers"),
        ("Tier Oy grew. team President", ["c Tier Oy"], None),
        ("Norton Rovers grew. old President", ["o Norton Rovers"], None),
        ("The Democrats and the Republicans met. state party President",
         ["o Democrats", "o Republicans"], "Republicans"),
        ("The Tories met Tier Oy. party President", ["o Tories", "c Tier Oy"], "Tories"),
        ("Some Democrats met Tier Oy. party President", ["c Tier Oy"], "(Democrats)"),
        ("Tier Oy grew. party President", ["c Tier Oy"], None),
    ],
)  # fmt: skip
def test_of_which_sort_of_body_a_title_is(text, parties, wanted):
    offices, _, sentences, names = article(text, parties)
    found = offices.of_sort(sentences[0].start, text.index("President"))
    said = names[found] if found is None or isinstance(found, str) else f"({text[slice(*found)]})"
    assert said == wanted


def test_the_first_body_of_a_stretch():
    text = "Lena Kerr of the Leeds office of Tier Oy met Kerr AG."
    offices, _, _, names = article(text, ["b Leeds", "c Tier Oy", "c Kerr AG", "p Lena Kerr"])
    at = text.index("Tier")
    assert names[offices.first(0, len(text))] == "Tier Oy"
    assert names[offices.first(at, at + 1)] == "Tier Oy"
    assert offices.first(0, at) is None
    assert names[offices.first(at + 1, len(text))] == "Kerr AG"
    assert offices.first(0, 1) is None


@pytest.mark.parametrize(
    ("text", "parties", "title", "wanted"),
    [
        ("Tier Oy grew. The @ left.", ["c Tier Oy"], "chairman", "Tier Oy"),
        ("It grew. The @ left.", ["c Tier Oy"], "chairman", None),
        ("Tier Oy met Kerr AG. Tier Oy grew. The @ left.", ["c Tier Oy", "c Kerr AG"], "chairman", "Tier Oy"),
        ("Tier Oy met Kerr AG. Rain fell. The @ left.", ["c Tier Oy", "c Kerr AG"], "chairman", "Tier Oy"),
        ("Kerr AG met Tier Oy. Tier Oy met Kerr AG. The @ left.", ["c Tier Oy", "c Kerr AG"], "chairman", "Kerr AG"),
        ("Tier Oy grew. Tier Oy rose. For Kerr AG the @ left.", ["c Tier Oy", "c Kerr AG"], "chairman", "Kerr AG"),
        ("Tier Oy grew. Joining from Kerr AG, the @ left.", ["c Tier Oy", "c Kerr AG"], "chairman", "Tier Oy"),
        ("Tier Oy grew. Formerly of Kerr AG, the @ left.", ["c Tier Oy", "c Kerr AG"], "chairman", "Kerr AG"),
        ("Tier Oy grew. Once, formerly of Kerr AG, the @ left.", ["c Tier Oy", "c Kerr AG"], "chairman", "Tier Oy"),
        ("Tier Oy grew. Once, previously with Kerr AG, the @ left.", ["c Tier Oy", "c Kerr AG"], "chairman", "Tier Oy"),
        # who has such a title
        ("Norton Court met. The @ left.", ["b Norton Court"], "chairman", None),
        ("Norton Authority met. The @ left.", ["b Norton Authority"], "spokesman", "Norton Authority"),
        ("Norton Authority met. The @ left.", ["b Norton Authority"], "CEO", None),
        ("Norton Authority met. The @ left.", ["b Norton Authority"], "chief financial officer", None),
        ("Norton Authority met. The @ left.", ["b Norton Authority"], "managing director", None),
        ("Norway met. The @ left.", ["b Norway"], "spokesman", None),
        ("Norton Ministry met. The @ left.", ["b Norton Ministry"], "spokesman", None),
        ("Norton Police met. The @ left.", ["b Norton Police"], "spokesman", None),
        ("Norton Council met. The @ left.", ["b Norton Council"], "city manager", "Norton Council"),
        ("Norton Authority met. The @ left.", ["b Norton Authority"], "city manager", None),
        ("Tier Oy met. The @ left.", ["c Tier Oy"], "city manager", None),
        ("Tier Oy met. The @ left.", ["c Tier Oy"], "superintendent", None),
        ("Tier Oy met. The @ left.", ["c Tier Oy"], "Human Services Secretary", None),
        ("Tier Oy met. The @ left.", ["c Tier Oy"], "Company Secretary", "Tier Oy"),
        ("Norton Council met. The @ left.", ["b Norton Council"], "trustee", None),
        ("Norton Workers met. The @ left.", ["o Norton Workers"], "superintendent", None),
        ("Norton Workers met. The @ left.", ["o Norton Workers"], "chief marketing officer", None),
        ("Norton Workers met. The @ left.", ["o Norton Workers"], "president", "Norton Workers"),
        ("Norton Guild met Leeds Schools. The @ left.",
         ["o Norton Guild", "o Leeds Schools"], "superintendent", "Leeds Schools"),
        ("Norton Group met Leeds Clinic. The @ left.",
         ["o Norton Group", "o Leeds Clinic"], "chief nurse", "Leeds Clinic"),
        ("Norton Group met Leeds Clinic. The @ left.",
         ["o Norton Group", "o Leeds Clinic"], "medical director", "Leeds Clinic"),
        # who speaks before a quotation
        ("Tier Oy fell. Tier Oy rose. Norton Guild said it was glad. “We won,” @ Lena Kerr said.",
         ["c Tier Oy", "o Norton Guild"], "national director", "Norton Guild"),
        ("Tier Oy fell. Tier Oy rose. Norton Guild said it was glad. We won, @ Lena Kerr said.",
         ["c Tier Oy", "o Norton Guild"], "national director", "Tier Oy"),
        ("Tier Oy fell. Tier Oy rose. Norton Guild met. “We won,” @ Lena Kerr said.",
         ["c Tier Oy", "o Norton Guild"], "national director", "Tier Oy"),
        ("Tier Oy fell. Tier Oy rose. Norton Guild said it was glad. “We won,” @ Lena Kerr said.",
         ["c Tier Oy", "o Norton Guild"], "chief executive", "Tier Oy"),
    ],
)  # fmt: skip
def test_of_what_the_article_is(text, parties, title, wanted):
    text = text.replace("@", title)
    _, topics, sentences, names = article(text, parties)
    at = text.index(title)
    start = next(s.start for s in sentences if s.start <= at < s.end)
    assert names[topics.owner(title, start, at)] == wanted


@pytest.mark.parametrize(("times", "wanted"), [(2, "Tier Oy"), (6, "Kerr AG")])
def test_who_is_named_first_weighs_more(times, wanted):
    text = "Tier Oy met. " + "Kerr AG rose. " * times + "The chairman left."
    _, topics, _, names = article(text, ["c Tier Oy", "c Kerr AG"])
    start = text.index("The chairman")
    assert names[topics.owner("chairman", start, start + 4)] == wanted


@pytest.mark.parametrize(("gap", "near"), [(BACK, True), (BACK + 1, False)])
def test_of_two_that_weigh_alike_one_is_named_lately(gap, near):
    text = "Tier Oy met Kerr AG" + "x" * (gap - len("Tier Oy met Kerr AG. ")) + ". The chairman left."
    text = "Tier Oy paid. " + "Kerr AG rose. " * (int(FIRST) + 1) + text
    _, topics, sentences, names = article(text, ["c Tier Oy", "c Kerr AG"])
    start = sentences[-1].start
    assert start - text.index("Tier Oy met") == gap
    assert names[topics.owner("chairman", start, start + 4)] == ("Tier Oy" if near else None)


@pytest.mark.parametrize(
    ("parties", "wanted"),
    [
        (["p Ada Tullow", "c Tullow Mills"], "Tullow Mills"),
        (["p Ada Tullow", "c Kerr Mills"], None),
        (["p Ada Tullow", "o Tullow Guild"], None),
        (["p Tullow", "c Tullow Mills"], None),
        (["p Tullow Kerr", "c Tullow Mills"], None),
        (["p Ada Tullow", "c Tullowing Mills"], None),
    ],
)
def test_which_firm_bears_a_family_s_name(parties, wanted):
    text = " ".join(f"Then {party[2:]} met." for party in parties)
    _, topics, _, names = article(text, parties)
    assert names[topics.family("P1")] == wanted
    assert topics.family("P9") is None
