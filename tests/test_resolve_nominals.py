"""Whom nouns mean: beside a name, described elsewhere, by sort of business, by salience; and when nobody is sure."""

import pytest

from pipeline.resolve.surfaces import without_address

from .party_support import analyse
from .test_resolve_names import partition

TWO = "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand</party>. "

BESIDE = [
    # the noun stands right beside the name
    TWO + "<party is=B kind=company ner=ORG>Ostrand</party>, <party is=B kind=company form=nominal>the Danish maker</party>, agreed.",
    TWO + "Then <party is=A kind=company form=nominal>the Danish insurer</party>, <party is=A kind=company ner=ORG>Velmora</party>, agreed.",
    TWO + "Then <party is=A kind=company form=nominal>the Danish insurer</party> <party is=A kind=company ner=ORG>Velmora</party> agreed.",
    TWO + "Then the insurer <party is=A kind=company ner=ORG>Velmora</party> agreed.",
    TWO + "Then <party is=C kind=person form=nominal>the broker</party>, <party is=C kind=person ner=PERSON>Ada Quill</party>, agreed.",
    "<party is=A kind=company ner=ORG>Velmora Mills</party> paid.\n<party is=B kind=company ner=ORG>Ostrand Foods</party> (Peru) - "
    "<party is=B kind=company form=nominal>The fruit exporter</party> borrowed more.",
]  # fmt: skip

BY_SORT = [
    # the name or a description elsewhere tells the sort
    "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand Bank</party>. "
    "<party is=B kind=company form=nominal>The lender</party> agreed.",
    "<party is=A kind=company ner=ORG>Velmora Airways</party> met <party is=B kind=company ner=ORG>Ostrand</party>. "
    "<party is=A kind=company form=nominal>The carrier</party> agreed.",
    "Danish brewer <party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand</party>. "
    "<party is=A kind=company form=nominal>The Danish company</party> agreed.",
    # where a firm is from, by its form or its owner
    "<party is=A kind=company>Velmora AB</party> sold it to Italy's <party is=B kind=company ner=ORG>Ostrand</party>. "
    "<party is=A kind=company form=nominal>The Swedish group</party> agreed.",
    "<party is=A kind=company ner=ORG>Velmora</party> sold it to Italy's <party is=B kind=company ner=ORG>Ostrand</party>. "
    "<party is=B kind=company form=nominal>The Italian company</party> agreed.",
    # the noun before the role noun is in the name
    "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand Robotics</party>. "
    "<party is=B kind=company form=nominal>The robot maker</party> agreed.",
    # organisations by their names
    "<party is=A kind=company ner=ORG>Velmora</party> met the <party is=B kind=organization ner=ORG>Allied Ovenworkers</party> at "
    "<party is=C kind=organization ner=ORG>Lowfield University</party>. <party is=B kind=organization form=nominal>The union</party> agreed.",
    # titles written short
    "Gov. <party is=A kind=person ner=PERSON>Ada Quill</party> met the <party is=B kind=public_body>Ohio River Authority</party>. "
    "<party is=A kind=person form=nominal>The governor</party> left.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> met <party is=B kind=person ner=PERSON>Tomas Rey</party>, a former minister. "
    "<party is=B kind=person form=nominal>The former minister</party> left.",
]  # fmt: skip

UNSURE = [
    # nobody is surely meant
    TWO + "The lender agreed.",
    TWO + "The seller agreed.",
    TWO + "The Italian company agreed.",
    TWO + "The franchise agreement ends.",
    TWO + "They dine with the largest lender in Lowfield.",
    TWO + "<party is=A kind=company ner=ORG>Velmora</party> heals. It helps all in the care chain.",
    "<party is=A kind=company ner=ORG>Velmora Bank</party> met <party is=B kind=company ner=ORG>Ostrand</party>. The central bank agreed.",
    "<party is=A kind=company ner=ORG>Velmora Bank</party> met <party is=B kind=company ner=ORG>Ostrand Bank</party>. The lender agreed.",
    TWO + "<party is=A kind=company ner=ORG>Velmora</party> works along the value chain.",
]  # fmt: skip

SALIENT = [
    TWO + "<party is=A kind=company ner=ORG>Velmora</party> grew. <party is=A kind=company form=nominal>The company</party> agreed.",
    "<party is=A kind=company ner=ORG>Velmora Group</party> and <party is=B kind=company ner=ORG>Ostrand</party> met. "
    "<party is=B kind=company ner=ORG>Ostrand</party> paid. <party is=A kind=company form=nominal>The group</party> agreed.",
    "<party is=A kind=company ner=ORG>Velmora</party> grew. Analysts were glad, according to <party is=B kind=company ner=ORG>Ostrand Data</party>. "
    "<party is=A kind=company form=nominal>The company</party> agreed.",
    "The <party is=A kind=public_body>Norwegian Oven Authority</party> met <party is=B kind=company ner=ORG>Ostrand</party>. "
    "The <party is=C kind=public_body>Danish government</party> agreed. <party is=A kind=public_body form=nominal>The regulator</party> won.",
]  # fmt: skip


@pytest.mark.parametrize("markup", BESIDE + BY_SORT + UNSURE + SALIENT)
def test_nominals(markup):
    found, wanted = partition(analyse(markup))
    assert len(found) == len(wanted)
    assert found == wanted


SAME = [
    # one party
    ("<ner label=ORG>U.S. Oven and Kiln Commission</ner> ruled. The <ner label=ORG>OKC</ner> agreed.", 1),
    ("The <ner label=ORG>Central Bank of Velmia</ner> met. The <ner label=ORG>Central Bank</ner> agreed.", 1),
    ("The <ner label=ORG>American Oven Association</ner> met. The <ner label=ORG>Oven Association</ner> agreed.", 1),
    ("<ner label=PERSON>Thomas M. Quill</ner> left. We like <ner label=PERSON>Tom</ner>.", 1),
    ("<ner label=ORG>Public Oven Pension Board</ner> (<ner label=ORG>POP Pensions</ner>) paid.", 1),
    ("<ner label=ORG>Velmora Solutions, LLC.</ner> (<ner label=ORG>VLSX</ner>) paid.", 1),
    ("<ner label=ORG>Velmora Plc</ner> <VLM.L> rose.", 1),
    ('<ner label=ORG>Velmora Pharma Co.</ner> ("Velmora" or "Velmora Group"; NYSE: VLM) of <ner label=ORG>Velmora Group</ner> rose.', 2),
    # two
    ("<ner label=ORG>Velmora Group</ner> owns <ner label=ORG>Velmora Tollways Ltd</ner> whole.", 2),
    ("<ner label=PERSON>Ada Quill</ner>, 54, runs <ner label=ORG>Ada Quill Studio</ner> alone.", 2),
    ("A <ner label=LOC>Lowfield</ner> man read the <ner label=ORG>Lowfield Banner</ner> there.", 1),
]


@pytest.mark.parametrize(("markup", "count"), SAME)
def test_number_of_parties(markup, count):
    parties = analyse(markup).resolution.parties
    assert len(parties) == count, parties


def test_surname_keeps_its_form_of_address_and_the_party_its_bare_name():
    outcome = analyse("Mr <ner label=PERSON>Quill</ner> agreed. So Mr. <ner label=PERSON>Quill</ner> paid.")
    (party,) = outcome.resolution.parties
    assert party.name == "Quill"
    assert party.aliases == ("Mr Quill", "Mr. Quill")
    assert [outcome.text[m.start : m.end] for m in party.mentions] == ["Mr Quill", "Mr. Quill"]


#: A peer's "Lord" is a part of the name, all other forms of address are not.
ADDRESSED = [
    ("Mr. Quill", "Quill"), ("Dr Ada Quill", "Ada Quill"), ("Sir Tomas Rey", "Tomas Rey"), ("Judge Quill", "Quill"),
    ("Lord Justice Quill", "Quill"), ("Lord Tomas Rey", "Tomas Rey"), ("Lord Quill", "Lord Quill"),
    ("Lady Quill", "Lady Quill"), ("Ada Quill", "Ada Quill"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "name"), ADDRESSED)
def test_name_without_its_form_of_address(written, name):
    assert without_address(written) == name
