"""More mini-articles for the resolver: what joins two names, what keeps them apart, and whom a noun means."""

from __future__ import annotations

import pytest

from .party_support import analyse
from .test_resolve_names import partition

NAMES = [
    "<party is=A kind=company ner=ORG>Velmora Inc.</party> fell. <party is=A kind=company ner=ORG>Velmora Group Inc.</party> rose.",
    "<party is=A kind=company ner=ORG>Velmora Tollways Ltd</party> fell. Then <party is=B kind=company ner=ORG>Velmora Group</party> paid.",
    "<party is=A kind=company ner=ORG>Velmora Holdings Ltd</party> fell. Then <party is=A kind=company ner=ORG>Velmora</party> paid.",
    "<party is=A kind=company ner=ORG>Velmora Foods Inc.</party> (<party is=X kind=organization>NASDAQ</party>: <party is=A kind=company>VLMF</party>) and <party is=B kind=company ner=ORG>Velmora Mills Inc.</party> fell. <party is=A kind=company ner=ORG>Velmora</party> paid.",
    "<party is=A kind=company ner=ORG>Velmora Mills Inc.</party> (formerly known as <party is=A kind=company ner=ORG>Brightmere Inc.</party>) fell.",
    "<party is=A kind=company ner=ORG>Velmora Mills Inc.</party>, better known as <party is=A kind=company ner=ORG>Brightmere</party>, fell.",
    "<party is=A kind=company ner=ORG>Velmora Mills Inc.</party> met <party is=B kind=company ner=ORG>Brightmere Inc.</party> there.",
    "<party is=A kind=company ner=ORG>Velmora Co Ltd</party> fell. <party is=A kind=company ner=ORG>Velmora Ltd</party> rose.",
    "<party is=A kind=company ner=ORG>Velmora GmbH</party> fell. <party is=B kind=company ner=ORG>Velmora AG</party> rose.",
    "<party is=A kind=person ner=PERSON>Thomas Quill</party> left. <party is=A kind=person ner=PERSON>Tom Quill</party> paid.",
    "<party is=A kind=person ner=PERSON>T. Quill</party> left. <party is=A kind=person ner=PERSON>Thomas Quill</party> paid.",
    "<party is=A kind=person ner=PERSON>Thomas Quill Jr.</party> left. <party is=A kind=person ner=PERSON>Quill</party> paid.",
    "<party is=A kind=person ner=PERSON>Thomas Quill</party> left. <party is=B kind=person ner=PERSON>Bruno Quill</party> paid. <party is=C kind=person ner=PERSON>Ada Rey</party> won. <party is=C kind=person ner=PERSON>Rey</party> sang.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> left. Friends say <party is=A kind=person ner=PERSON>Ada</party> won. <party is=B kind=person ner=PERSON>Tomas Rey</party> did not.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> met <party is=B kind=person ner=PERSON>Ada Rey</party>. Friends say <party is=C kind=person ner=PERSON>Ada</party> won.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> left. <party is=A kind=person>Dr. Quill</party> will rest. <party is=A kind=person>Dr Quill</party> sang.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party> left. <party is=A kind=person>Judge Quill</party> will rest.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party>, 54, left. <party is=A kind=person ner=PERSON>Quill</party> sang.",
    "<party is=A kind=company ner=ORG>Harrow Lending Trust</party> fell. <party is=A kind=company ner=ORG>HLT</party> paid.",
    "<party is=A kind=company ner=ORG>Harrow Lending Trust</party> fell. <party is=B kind=company ner=ORG>Hill Light Traders</party> rose. <party is=C kind=company ner=ORG>HLT</party> paid.",
    "<party is=A kind=public_body ner=ORG>U.S. Oven Agency</party> met. The <party is=A kind=public_body ner=ORG>Oven Agency</party> paid.",
    "The <party is=A kind=public_body ner=ORG>Supreme Court of Ohio</party> met. The <party is=A kind=public_body ner=ORG>Ohio Supreme Court</party> agreed.",
    "The <party is=A kind=public_body>European Union</party> met. The <party is=A kind=public_body>EU</party> agreed.",
    "<party is=A kind=organization ner=ORG>Lowfield University</party> met. <party is=B kind=organization ner=ORG>Harrow University</party> paid.",
    "<party is=A kind=company ner=ORG>Ostrand</party> was renamed <party is=A kind=company ner=ORG>Brightmere</party> in May.",
    "<party is=A kind=company ner=ORG>Ostrand</party> changed its name to <party is=A kind=company ner=ORG>Brightmere Mills</party> in May.",
    "<party is=A kind=company ner=ORG>Velmora & Sons</party> fell. <party is=A kind=company ner=ORG>Velmora and Sons</party> rose.",
    "<party is=A kind=company ner=ORG>Velmora, Inc.</party> fell. <party is=A kind=company ner=ORG>Velmora Inc</party> rose.",
    "<party is=A kind=company ner=ORG>VELMORA</party> fell. <party is=A kind=company ner=ORG>Velmora</party> rose.",
    "<party is=A kind=company ner=ORG>Velmora.com</party> fell. <party is=A kind=company ner=ORG>Velmora</party> rose.",
    "<party is=A kind=company ner=ORG>Bank of Lowfield</party> fell. <party is=A kind=company ner=ORG>Bank of Lowfield Ltd</party> rose.",
]  # fmt: skip

NOUNS = [
    "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=company ner=ORG>Velmora</party> and <party is=B kind=company ner=ORG>Ostrand</party> grew. The third company paid.",
    "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand</party>. The rival company paid.",
    "<party is=A kind=company ner=ORG>Velmora</party> grew. <party is=A kind=company form=nominal>The company</party>, which makes ovens, paid.",
    "<party is=A kind=company ner=ORG>Velmora</party> grew. The company officials paid.",
    "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=company ner=ORG>Velmora</party>, a brewer, paid. <party is=A kind=company form=nominal>The brewer</party> grew.",
    "The <party is=A kind=public_body>Ministry of Mines</party> met <party is=B kind=public_body>Parliament</party>. <party is=A kind=public_body form=nominal>The ministry</party> paid.",
    "<party is=A kind=person ner=PERSON>Ada Quill</party>, a senator, met <party is=B kind=person ner=PERSON>Tomas Rey</party>. <party is=A kind=person form=nominal>The senator</party> paid.",
    "Sen. <party is=A kind=person ner=PERSON>Ada Quill</party> met <party is=B kind=person ner=PERSON>Tomas Rey</party>. <party is=A kind=person form=nominal>The senator</party> paid.",
    "Prof. <party is=A kind=person ner=PERSON>Ada Quill</party> met <party is=B kind=person ner=PERSON>Tomas Rey</party>. <party is=A kind=person form=nominal>The professor</party> paid.",
    "<party is=A kind=organization ner=ORG>Harrow Rovers FC</party> met <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=organization form=nominal>The club</party> paid.",
    "The <party is=A kind=organization ner=ORG>Harrow Gazette</party> wrote of <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=organization form=nominal>The newspaper</party> paid.",
    "The <party is=A kind=organization ner=ORG>Allied Ovenworkers Union</party> met <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=organization form=nominal>The union</party> paid.",
    "The <party is=A kind=public_body ner=ORG>Oven Safety Commission</party> fined <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=public_body form=nominal>The watchdog</party> paid.",
    "The <party is=A kind=public_body ner=ORG>Oven Safety Commission</party> and the <party is=C kind=public_body ner=ORG>Kiln Authority</party> fined <party is=B kind=company ner=ORG>Ostrand</party>. The watchdog paid.",
    "The <party is=A kind=public_body ner=ORG>Oven Safety Commission</party> sued <party is=B kind=company ner=ORG>Ostrand</party> in the <party is=C kind=public_body ner=ORG>Lowfield District Court</party>. <party is=A kind=public_body form=nominal>The regulator</party> won.",
    "<party is=A kind=company ner=ORG>Velmora Stores</party> met <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=company ner=ORG>Velmora Stores</party>, a restaurant chain, paid. <party is=A kind=company form=nominal>The chain</party> grew.",
    "<party is=A kind=company ner=ORG>Velmora</party> grew. The supply chain held.",
    "<party is=A kind=company ner=ORG>Harrow Bank</party> met <party is=B kind=company ner=ORG>Ostrand Mills</party>. <party is=A kind=company form=nominal>The Bank</party> paid.",
    "<party is=A kind=company ner=ORG>Velmora Inc.</party> (“<party is=A kind=company>Velmora</party>” or the “Company”) grew. <party is=B kind=company ner=ORG>Ostrand</party> paid. <party is=A kind=company form=nominal>The Company</party> won.",
    "<party is=A kind=company ner=ORG>Velmora</party> is a Leeds-based brewer. <party is=B kind=company ner=ORG>Ostrand</party> fell. <party is=A kind=company form=nominal>The Leeds-based company</party> paid.",
    "<party is=A kind=company ner=ORG>Velmora AB</party> met <party is=B kind=company ner=ORG>Ostrand SpA</party>. <party is=B kind=company form=nominal>The Italian company</party> paid.",
    "<party is=A kind=company ner=ORG>Velmora Plc</party> met <party is=B kind=company ner=ORG>Ostrand SpA</party>. <party is=A kind=company form=nominal>The British company</party> paid.",
    "<party is=A kind=company ner=ORG>Velmora GmbH</party> met <party is=B kind=company ner=ORG>Ostrand Inc.</party>. <party is=B kind=company form=nominal>The American company</party> paid.",
    "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand</party>. The largest company in Lowfield paid.",
    "<party is=A kind=company ner=ORG>Velmora</party>’s pumps fell. <party is=A kind=company form=nominal>The company</party> paid.",
    "<party is=A kind=company ner=ORG>Velmora</party> fell, according to <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=company form=nominal>The company</party> paid.",
    "<party is=A kind=company ner=ORG>Velmora</party>, said analysts at <party is=B kind=company ner=ORG>Ostrand</party>, fell. <party is=A kind=company form=nominal>The company</party> paid.",
    "<party is=A kind=company ner=ORG>Velmora</party> rose. <party is=A kind=company ner=ORG>Velmora</party> fell. <party is=B kind=company ner=ORG>Ostrand</party> met <party is=A kind=company ner=ORG>Velmora</party>. <party is=A kind=company form=nominal>The company</party> paid.",
]  # fmt: skip

LAST_WORDS = [
    "<party is=A kind=company ner=ORG>Fratelli Ostrand SpA</party> paid. <party is=B kind=company ner=ORG>Fratelli Rey SpA</party> did not. Then <party is=A kind=company ner=ORG>Ostrand</party> fell.",
    "<party is=A kind=company ner=ORG>Harrow Ostrand</party> paid. <party is=B kind=company ner=ORG>Lowfield Ostrand</party> did not. Then <party is=C kind=company ner=ORG>Ostrand</party> fell.",
    "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand AB</party>. <party is=A kind=company ner=ORG>Velmora</party> grew. <party is=A kind=company ner=ORG>Velmora</party> sells ovens. <party is=A kind=company form=nominal>The Danish company</party> agreed.",
    "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=company ner=ORG>Velmora</party> grew. Then <party is=B kind=company ner=ORG>Ostrand</party>, <party is=B kind=company form=nominal>the insurer</party>, agreed.",
    "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=company ner=ORG>Velmora</party> grew. Then <party is=B kind=company ner=ORG>Ostrand</party> (<party is=B kind=company form=nominal>the insurer</party>) agreed.",
    "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=company ner=ORG>Velmora</party> grew. It met <party is=B kind=company ner=ORG>Ostrand</party>, <party is=B kind=company form=nominal>the insurer</party>.",
    "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand</party>. <party is=A kind=company ner=ORG>Velmora</party> grew. Then <party is=B kind=company ner=ORG>Ostrand</party>, <party is=B kind=company form=nominal>the insurer</party> and friend, agreed.",
    "<party is=A kind=company ner=ORG>Fratelli Ostrand SpA</party> paid. Then <party is=B kind=person>Mr Ostrand</party> left.",
    "<party is=A kind=company ner=ORG>Quill Rey Foss LLP</party> won. <party is=A kind=company ner=PERSON>Quill Rey Foss</party> paid.",
    "<party is=A kind=company ner=ORG>Ada Quill Inc.</party> won. <party is=B kind=person ner=PERSON>Ada Quill</party> paid.",
    "<party is=A kind=company ner=ORG>Velmora</party> met <party is=B kind=company ner=ORG>Ostrand</party>. In <party is=B kind=company ner=ORG>Ostrand</party>’s view both companies won.",
    "<party is=A kind=person ner=PERSON>Tomas Rey III</party> left. <party is=A kind=person ner=PERSON>Rey</party> sang.",
    "<party is=A kind=company ner=ORG>Velmora Foods</party> and <party is=B kind=company ner=ORG>Velmora Shipping</party> fell. <party is=A kind=company ner=ORG>Velmora</party> paid. <party is=A kind=company ner=ORG>Velmora Foods</party> won.",
]  # fmt: skip


@pytest.mark.parametrize("markup", NAMES + NOUNS + LAST_WORDS)
def test_who_is_who(markup):
    found, wanted = partition(analyse(markup))
    assert len(found) == len(wanted)
    assert found == wanted
