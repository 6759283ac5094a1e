"""Resolution on annotated mini-articles: mentions with one `is` are one party, all others are not."""

from collections import defaultdict

import pytest

from pipeline.resolve.groups import _core

from .party_support import analyse

ONE_PARTY = [
    # short names, forms, possessives
    "<party is=A kind=company ner=ORG>Velmora Brands Inc.</party> grew. <party is=A kind=company ner=ORG>Velmora</party>’s sales rose.",
    "<party is=A kind=company ner=ORG>Palisade Capital Management</party> and <party is=B kind=company ner=ORG>Ostrand</party> paid. <party is=A kind=company>Palisade</party> led.",
    "The <party is=A kind=company ner=ORG>Velmora AG</party> builds. The <party is=A kind=company ner=ORG>Velmora Group</party> grows.",
    "<party is=A kind=company ner=ORG>Monk &amp; Abbey Holdings</party> bid. <party is=A kind=company ner=ORG>Monk & Abbey Holdings LLC</party> offered more.",
    "<party is=A kind=company ner=ORG>Velmora Co. Ltd.</party> sued. <party is=A kind=company ner=PERSON>Velmora</party> won. <party is=A kind=company ner=PERSON>Velmora</party> cheered.",
    "The <party is=A kind=organization>Oven Makers Tax (OMT) Coalition</party> met. The <party is=A kind=organization ner=ORG>OMT Coalition</party> and the <party is=A kind=organization ner=ORG>Oven Makers Tax Coalition</party> paid.",
    "The <party is=A kind=organization ner=ORG>Oven Makers Tax Coalition</party> met. The <party is=B kind=organization ner=ORG>FBT Coalition</party> paid.",
    "<party is=A kind=person ner=PERSON>T.C. Quill</party> left. It was founded by <party is=A kind=person ner=ORG>Timothy C. Quill</party> in May.",
    "<party is=A kind=person ner=PERSON>T.C. Quill</party> left. It was founded by <party is=B kind=person ner=PERSON>Timothy B. Quill</party> in May.",
    "The <party is=A kind=public_body>Ministry of Ovens and Advanced Kilns</party> (<party is=A kind=public_body ner=ORG>MoOAK</party>) paid.",
    "We see a Better WaySM. <party is=A kind=company ner=ORG>JQL</party> is the brand name of <party is=A kind=company ner=ORG>Janssen Quill Incorporated</party>.",
    "The <party is=A kind=public_body>U.S. Senate</party> voted. Members of the <party is=A kind=public_body>Senate</party> left.",
    # spellings
    "<party is=A kind=company ner=ORG>Velmora Holdings Inc.</party> bought <party is=B kind=company ner=ORG>Velmora Interiors</party>. <party is=A kind=company ner=ORG>Velmora Holdings</party> sells doors.",
    "<party is=A kind=company ner=ORG>Velmora Holdings Inc.</party> sued <party is=B kind=company ner=ORG>Velmora Holdings Ltd</party> in Leeds.",
    "<party is=A kind=company ner=ORG>Velmora Systems</party> grew. So said <party is=A kind=company ner=ORG>Velmora Systems LTD</party> on Monday.",
    "<party is=A kind=company ner=ORG>RedQuill</party> grew. So said <party is=A kind=company ner=ORG>Red Quill LLC</party> on Monday.",
    "<party is=A kind=company ner=ORG>Bio-Quill</party> grew. So said <party is=A kind=company ner=ORG>BioQuill</party> on Monday.",
    "<party is=A kind=company ner=ORG>Quill.Capital</party> grew. So said <party is=A kind=company ner=ORG>Quill Capital</party> on Monday.",
    "<party is=A kind=company ner=ORG>Therano Labs</party> grew. So said <party is=B kind=company ner=ORG>Rano Labs</party> on Monday.",
    # of several longer names the one told first; what is a place bears no firm's short name
    "<party is=A kind=company ner=ORG>Tier Holdings</party> grew. <party is=A kind=company ner=ORG>Tier Holdings</party> runs the <party is=B kind=company ner=ORG>Tier Value Fund</party>. So <party is=A kind=company ner=ORG>Tier</party> hired.",
    "<party is=A kind=company ner=ORG>Kerr USA</party> builds <ner label=LOC>Kerr Lowfield</ner>. Its homes sell. <party is=A kind=company ner=ORG>Kerr</party> grew.",
    # the whole name at the foot of a release
    "<party is=A kind=company ner=ORG>Halvor Tarn</party> grew.\nAbout <party is=A kind=company ner=ORG>Halvor Tarn Oven Supply Company</party>\nIt sells ovens.",
    "<party is=A kind=company ner=ORG>Halvor Tarn</party> grew.\nSo did <party is=B kind=company ner=ORG>Halvor Tarn Oven Supply Company</party>\nIt sells ovens.",
    # definitions, former and later names, tickers
    "<party is=A kind=company ner=ORG>Harrow Lending Trust Inc.</party> (“<party is=A kind=company>HLT</party>”) agreed. <party is=A kind=company ner=ORG>HLT</party> pays.",
    "<party is=A kind=company>Velmora, Inc.</party> (“<party is=A kind=company>Velmora</party>” or the “Company”) agreed. <party is=A kind=company form=nominal>The Company</party> pays.",
    "<party is=A kind=company ner=ORG>Velmora Inc.</party>, formerly <party is=A kind=company ner=ORG>Ostrand, Inc.</party>, fell.",
    "<party is=A kind=company ner=ORG>Velmora Insurance</party>, which does business as <party is=A kind=company ner=ORG>Velmora Flood</party>, fell.",
    "<party is=A kind=company ner=ORG>Velmora Corp.</party> will be renamed <party is=A kind=company ner=ORG>Brightmere</party>.",
    "<party is=A kind=company ner=ORG>Velmora</party> (<party is=X kind=organization>NYSE</party>: <party is=A kind=company>VLM</party>) rose. Buy <party is=A kind=company ner=ORG>VLM</party>, he said.",
    "<party is=A kind=company>VLMR</party>--\n<party is=A kind=company ner=ORG>Velmora</party> fell and <party is=B kind=company ner=ORG>Ostrand</party> rose.",
    "<party is=A kind=public_body>Department of Ovens and Kilns</party> (<party is=A kind=public_body>DOK</party>) agreed. <party is=A kind=public_body ner=ORG>DOK</party> pays.",
    "<party is=A kind=public_body>State Quarry Agency</party> (<party is=A kind=public_body ner=ORG>KMZ</party>) sold it.",
    "<party is=A kind=company ner=ORG>Velmora Web Services</party> grew. So <party is=A kind=company ner=ORG>VWS</party> hired.",
    "The <party is=A kind=public_body>Supreme Court of the State of Ohio</party> ruled. In <party is=A kind=public_body>Ohio Supreme Court</party> it lost.",
    "<party is=A kind=company ner=ORG>Velmora Company</party> fell. <party is=A kind=company ner=ORG>Velmora Co.</party> rose.",
    "<party is=A kind=company ner=ORG>Velmora Corporation</party> fell. <party is=A kind=company ner=ORG>Velmora Corp.</party> rose. <party is=B kind=company ner=ORG>Ostrand Limited</party> and <party is=B kind=company ner=ORG>Ostrand Ltd</party> rose.",
    "<party is=A kind=company ner=ORG>Velmora Inc.</party>, which is now known as <party is=A kind=company ner=ORG>Brightmere Inc.</party>, fell.",
    "<party is=A kind=company ner=ORG>Velmora Inc.</party> changed its name to <party is=A kind=company ner=ORG>Brightmere</party>.",
    # derived names that the NER missed, and words that only look like one
    "<party is=A kind=company ner=ORG>Harrow Lending Trust Inc.</party> grew. So <party is=A kind=company>HLT</party> hired.",
    "<party is=A kind=company ner=ORG>Harrow Lending Inc.</party> grew. So HL hired.",
    "<party is=A kind=company ner=ORG>Velmora Brands Inc.</party> grew. Guests of the Velmora Arms sang.",
    "<party is=A kind=company ner=ORG>Velmora Brands Inc.</party> grew.\nGuests of the Velmora Arms sang, and <party is=A kind=company>Velmora</party> paid.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> left. Friends of <party is=A kind=person>Quill</party> sang, but not Bruno Quill.",
    "<party is=A kind=company ner=ORG>Velmora Motors Corp.</party> grew. So <party is=A kind=company ner=ORG>VM</party> hired.",
    # governments
    "The <party is=A kind=public_body>Indian government</party> paid. The <party is=A kind=public_body>federal government</party> agreed.",
    "The <party is=A kind=public_body>Norwegian government</party> paid. <party is=A kind=public_body ner=GPE>Oslo</party> approved the pact. Later <party is=A kind=public_body ner=GPE>Norway</party> signed it.",
    "<party is=A kind=public_body ner=GPE>Canada</party> signed it. The <party is=A kind=public_body>federal government</party> agreed.",
    "The <party is=A kind=public_body>Federal Reserve</party> met. The <party is=A kind=public_body>Fed</party> agreed.",
    "The <party is=A kind=public_body>Bank of Japan</party> met. Bakers heard the <party is=A kind=public_body>BOJ</party> agreed.",
    # last words
    "<party is=A kind=company>Fratelli Ostrand SpA</party> paid. Then <party is=A kind=company ner=PERSON>Ostrand</party> fell.",
    "<party is=A kind=company ner=ORG>VLM Ovens Ltd</party> paid. <party is=B kind=company ner=ORG>VLM Kilns Ltd</party> did not. So <party is=A kind=company ner=ORG>VLM</party> fell.",
    # people
    "<party is=A kind=person ner=PERSON>Ada Quill</party> left. <party is=A kind=person ner=PERSON>Quill</party> will rest.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> left. <party is=A kind=person>Ms Quill</party> will rest.",
    "<party is=A kind=person ner=PERSON>Ada B. Quill</party> left, as <party is=A kind=person ner=PERSON>Ada Quill</party> had said.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> left. Friends say <party is=A kind=person ner=PERSON>Ada</party> will rest.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> and <party is=B kind=person ner=PERSON>Tomas Rey</party> met. <party is=B kind=person ner=GPE>Rey</party> paid.",
]  # fmt: skip

TWO_PARTIES = [
    # traps: likeness of names is no identity
    "<party is=A kind=company ner=ORG>Velmora Kilns Inc.</party> grew, <party is=B kind=organization ner=ORG>VK</party> reported on Monday.",
    "<party is=A kind=company ner=ORG>Pear Inc.</party> sued. <party is=B kind=company ner=ORG>Pear Hospitality REIT</party> did not. <party is=A kind=company ner=ORG>Pear</party> won.",
    "<party is=A kind=company ner=ORG>Bank of Ruritania</party> and <party is=B kind=company ner=ORG>Bank of Lutha</party> agreed.",
    "<party is=A kind=company ner=ORG>Velmora Inc.</party> and <party is=B kind=company ner=ORG>Velmora LLC</party> are owned by it.",
    "<party is=A kind=company ner=ORG>T. Rook Investment Management</party> paid. <party is=B kind=company ner=ORG>T. Rook Associates Inc.</party> joined. <party is=C kind=company ner=ORG>T. Rook</party> sold.",
    "<party is=A kind=company ner=ORG>Pear</party> sued. Later <party is=B kind=company ner=ORG>Pear Lantern Choir</party> lost.",
    "<party is=A kind=company ner=ORG>Ostrand</party> (<party is=X kind=organization>ASX</party>: <party is=A kind=company>OST</party>) sold <party is=B kind=company>Quarrow Graphite Limited</party>.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> met <party is=B kind=person ner=PERSON>Bruno Quill</party>. Then Quill left.",
    "<party is=A kind=company>Quill Ovens Ltd</party> fell. Then <party is=B kind=person>Mr Quill</party> left.",
    "<party is=A kind=public_body ner=GPE>Norway</party> signed it. <party is=B kind=public_body ner=GPE>Chile</party> approved it.",
    "<party is=A kind=company>Ostrand Ovens SpA</party> paid. Bakers in <party is=B kind=public_body ner=GPE>Norway</party> imposed on it by day.".replace("<party is=B kind=public_body ner=GPE>Norway</party>", "<ner label=GPE>Norway</ner>"),
    "<party is=A kind=person ner=PERSON>Ada Quill</party> founded <party is=B kind=company>Ada Quill, Inc.</party> in May.",
    "The <party is=A kind=public_body>Norwegian government</party> and the <party is=B kind=public_body>Danish government</party> agreed.",
    "<party is=A kind=company ner=ORG>Ostrand Shipping</party> and <party is=B kind=company ner=ORG>Ostrand Foods</party> agreed.",
    "The <party is=A kind=public_body>German government</party> and the <party is=B kind=public_body>Swiss government</party> met. The <party is=C kind=public_body>federal government</party> agreed.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> said the prize will be renamed <party is=B kind=person ner=PERSON>Tomas Rey</party>.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> left <party is=B kind=company ner=ORG>Velmora Inc.</party> fuming.\nIt will be renamed <party is=C kind=company ner=ORG>Brightmere Inc.</party> in May.",
    "<party is=A kind=person ner=PERSON>Tomas Rey</party> sold <party is=B kind=company ner=ORG>Rey Foods Inc.</party> in May.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> said the yard will be renamed <party is=B kind=company ner=ORG>Brightmere Inc.</party> in May.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> sued <party is=B kind=company ner=ORG>Quill Inc.</party> and <party is=B kind=company ner=ORG>Quill</party> paid.",
]  # fmt: skip

NOMINALS = [
    "<party is=A kind=company ner=ORG>Velmora</party> grew. <party is=A kind=company form=nominal>The company</party> hired bakers.",
    "<party is=A kind=company ner=ORG>Velmora</party>, a Munich-based insurer, met <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=company form=nominal>The insurer</party> paid.",
    "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand</party>, a Lowfield airline. <party is=B kind=company form=nominal>The airline</party> paid.",
    "The <party is=A kind=public_body>Ministry of Mines</party> sued <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=public_body form=nominal>The ministry</party> won.",
    "The <party is=A kind=public_body>Norwegian government</party> sued. <party is=A kind=public_body form=nominal>The government</party> won.",
    "Gov. <party is=A kind=person ner=PERSON>Ada Quill</party> spoke. <party is=A kind=person form=nominal>The governor</party> left.",
    "<party is=A kind=company ner=ORG>Velmora</party> fell. <party is=B kind=company ner=ORG>Ostrand</party> rose. <party is=B kind=company form=nominal>The company</party> hired.",
    "<party is=A kind=company ner=ORG>Velmora</party> sells shares of the company <party is=B kind=company>Ambrose</party>.",
    "<party is=A kind=company ner=ORG>Velmora</party> grew. The combined company will hire.",
    "<party is=A kind=company ner=ORG>Velmora</party> grew. The company store was full.".replace("company store", "company officials’ store"),
]  # fmt: skip


def partition(outcome):
    found, wanted = defaultdict(set), defaultdict(set)
    for start, end, party, form in outcome.resolution.mentions:
        if form != "pronoun":
            found[party].add((start, end, outcome.resolution.kind(party), form))
    for tag in outcome.tags:
        if tag.tag == "party":
            form = tag.attributes.get("form", "name")
            wanted[tag.attributes["is"]].add((tag.start, tag.end, tag.attributes["kind"], form))
    return sorted(map(sorted, found.values())), sorted(map(sorted, wanted.values()))


@pytest.mark.parametrize("markup", ONE_PARTY + TWO_PARTIES + NOMINALS)
def test_mentions_and_who_they_are(markup):
    found, wanted = partition(analyse(markup))
    assert len(found) == len(wanted)
    assert found == wanted


@pytest.mark.parametrize("markup", [markup for markup in ONE_PARTY + TWO_PARTIES + NOMINALS if isinstance(markup, str)])
def test_the_record_tells_the_same(markup):
    outcome = analyse(markup)
    parties = outcome.resolution.parties
    assert parties
    assert [party.id for party in parties] == [f"P{number}" for number in range(1, len(parties) + 1)]
    assert [p.mentions[0].start for p in parties] == sorted(p.mentions[0].start for p in parties)
    for party in parties:
        assert party.name not in party.aliases
        assert party.mentions
        for mention in party.mentions:
            assert outcome.text[mention.start : mention.end] == mention.text
            assert mention.reason
            assert outcome.resolution.at(mention.start, mention.end) == party.id


def test_fullest_name_is_the_name():
    outcome = analyse(
        "<ner label=ORG>Velmora</ner> Wins Big Order From Its Rivals\n<ner label=ORG>Velmora Brands Inc.</ner> won. "
        "<ner label=ORG>Velmora Brands</ner> is glad.",
        headline=True,
    )
    assert [party.name for party in outcome.resolution.parties] == ["Velmora Brands Inc."]
    assert outcome.resolution.parties[0].aliases == ("Velmora", "Velmora Brands")


@pytest.mark.parametrize("plural", ["The two companies", "Both companies", "The companies", "both parties"])
def test_plurals_mean_both(plural):
    outcome = analyse(f"<ner label=ORG>Velmora</ner> met <ner label=ORG>Ostrand</ner>. Then {plural} agreed.")
    at = outcome.text.index(plural)
    assert outcome.resolution.referents(at, at + len(plural)) == ["P1", "P2"]


PLURALS = [
    ("{h} grew. {v} met {o}. The two companies agreed.", "The two companies", ["Velmora", "Ostrand"]),
    ("{v} met {o}. {h} grew. It rained. The two companies agreed.", "The two companies", ["Velmora", "Ostrand"]),
    ("The Ministry of Mines sued {o}. Both sides agreed.", "Both sides", ["Ministry of Mines", "Ostrand"]),
    ("The Ministry of Mines sued {o}. Both parties agreed.", "Both parties", ["Ministry of Mines", "Ostrand"]),
    (
        "The Norwegian government sued {o} and the Danish government. The two governments agreed.",
        "The two governments",
        ["Norwegian government", "Danish government"],
    ),
    ("The Norwegian government sued {o}. The companies agreed.", "The companies", []),
    ("The two companies agreed. {h} grew. {v} met {o}.", "The two companies", []),
]


@pytest.mark.parametrize(("text", "plural", "names"), PLURALS)
def test_plurals_mean_the_nearest_pair_of_their_kind(text, plural, names):
    marked = {name[0].lower(): f"<ner label=ORG>{name}</ner>" for name in ("Harrow", "Velmora", "Ostrand")}
    outcome = analyse(text.format(**marked))
    at = outcome.text.index(plural)
    known = {party.id: party.name for party in outcome.resolution.parties}
    assert [known[party] for party in outcome.resolution.referents(at, at + len(plural))] == names


def test_one_mention_at_the_top_outweighs_two_farther_down():
    rain = "Rain fell on the bakers of the town. " * 10
    outcome = analyse(
        f"<ner label=ORG>Velmora</ner> grew. {rain}<ner label=ORG>Ostrand</ner> fell. Then <ner label=ORG>Ostrand</ner> rose."
    )
    names = {party.id: party.name for party in outcome.resolution.parties}
    assert names[outcome.resolution.main] == "Velmora"


def test_plural_of_three_stays_unresolved():
    outcome = analyse(
        "<ner label=ORG>Velmora</ner> met <ner label=ORG>Ostrand</ner> and <ner label=ORG>Harrow</ner>. The two companies agreed."
    )
    at = outcome.text.index("The two companies")
    assert outcome.resolution.referents(at, at + 17) == []


def test_stretch_without_a_party():
    outcome = analyse("<ner label=ORG>Velmora</ner> grew a lot.")
    assert outcome.resolution.at(12, 15) is None
    assert outcome.resolution.referents(12, 15) == []


def test_two_runs_give_the_same():
    markup = ONE_PARTY[6]
    assert analyse(markup).resolution.parties == analyse(markup).resolution.parties


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Kerr .COM", ("kerr",)),
        ("Kerr.com", ("kerr",)),
        ("Kerr . Ltd", ("kerr",)),
        (".com", (".com",)),
        ("...", ("...",)),
    ],
)
def test_no_word_of_a_name_is_empty(name, core, extractor):
    assert _core(extractor._resolver.words, name)[0] == core
