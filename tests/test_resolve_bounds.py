"""Where the rules of the resolver end: one case that a rule takes, and its neighbour that it leaves alone.

A party is written `[A c Velmora]`: who it is, its kind, its words. The kinds are c(ompany), p(erson), b (public body) and
o(rganisation), in a capital where no NER has marked it, and with an `n` behind for a nominal. `[LOC Leeds]` is a NER's
mark of what is no party. All names are invented.
"""

from __future__ import annotations

import re

import pytest

from .party_support import analyse
from .test_resolve_names import partition

KINDS = {"c": ("company", "ORG"), "p": ("person", "PERSON"), "b": ("public_body", "ORG"), "o": ("organization", "ORG")}


def markup(short: str) -> str:
    """The annotation of `party_support` for the short one.

    >>> markup("[A c Velmora] grew. [A cn The company] paid.")
    '<party is=A kind=company ner=ORG>Velmora</party> grew. <party is=A kind=company form=nominal>The company</party> paid.'
    """

    def party(match: re.Match[str]) -> str:
        who, letter, nominal, words = match.groups()
        kind, label = KINDS[letter.lower()]
        mark = " form=nominal" if nominal else f" ner={label}" if letter.islower() else ""
        return f"<party is={who} kind={kind}{mark}>{words}</party>"

    short = re.sub(r"\[(ORG|PERSON|GPE|LOC) ([^\]]+)\]", r"<ner label=\1>\2</ner>", short)
    return re.sub(r"\[(\w) ([cpboCPBO])(n?) ([^\]]+)\]", party, short)


NAMES = [
    "The [A c Velmora Mills Inc.] fell. [A c Velmora Mills] rose.",
    "[A c Velmora Holdings Co., Ltd.] fell. [A c Velmora Co.] rose.",
    "[A c Velmora Aktiengesellschaft] fell. [A c Velmora AG] rose.",
    "[A c Velmora Pty Ltd] fell. [A c Velmora Ltd] rose.",
    "[A c Velmora Ltd] fell. [B c Velmora SA] rose.",
    "[A c Ada M. Quill LLP] won. [B p Ada M. Quill] paid.",
    "[A c Velmora Inc.], trading as [A c Brightmere], fell.",
    "[A c Velmora Inc.] d/b/a [A c Brightmere] fell.",
    "[A c Velmora Inc.], once named [A c Brightmere], fell.",
    "[A c Velmora Inc.], owner of [B c Brightmere Inc.], fell.",
    "[A c Velmora Inc.] bought the now insolvent [B c Brightmere Inc.] in May.",
    "[A c Ostrand] was rebranded as [A c Brightmere] in May.",
    "[A c Ostrand] will be called [A c Brightmere] in May.",
    "The name change of [A c Ostrand] to [A c Brightmere] is due.",
    "[A c Ostrand] is changing its corporate name to [A c Brightmere] in May.",
    "[A c Ostrand] sued [B c Brightmere] in May.",
    "[A p Thomas Quill] left. [A p T. Quill] paid.",
    "[A p Thomas Quill] left. [B p Tobias Quill] paid.",
    "[A p William Quill] left. [A p Bill Quill] paid.",
    "[A p Elizabeth Quill] left. [A p Beth Quill] paid.",
    "[A p Ada Quill Sr.] left. [A p Quill] paid.",
    "[A p Ada Quill] left. [B p Ada Rey] sang. Then [A p Quill] paid.",
    "[A p Thomas Quill] left. Friends of [A p Tom] sang.",
    "[A p Ada Quill] left. [B p Quill Ada] sang.",
    "[A p T.C. Quill] left. [A p Tom Charles Quill] paid.",
    "[A p T.C. Quill] left. [B p Bruno Charles Quill] paid.",
    "[A c Harrow Lending Inc.] fell. [A c HL] paid.",
    "[A c Harrow Lending Trust] fell. [B c HTL] paid.",
    "[A c Velmora Wire Systems] fell. [A c VWS] rose.",
    "The [A b Ministry of Ovens] met. [A b MoO] paid.",
    "[A c Harrow] fell. [B c HA] paid.",
    "[A o Association of Velmora Bakers] met. [A o AVB] paid.",
    "[A o Association of Velmora Bakers] met. [A o AOVB] paid.",
    "The [A B Central Bank of Norway] met. The [A B Central Bank] agreed.",
    "The [A B Central Bank of Norway] met. The [B B Central Bank of Chile] agreed. The [C B Central Bank] paid.",
    "The [A B Canadian government] paid. The [A B federal government] agreed.",
    "The [A B French government] paid. The [B B federal government] agreed.",
    "[A c Velmora Group] fell. [A c Velmora] rose.",
    "[A c Velmora Group] fell. [B c Velmora Tollways Ltd] rose.",
    "[A p Ada Quill] met [B p Ada Rey]. Then [C p Ada] sang.",
    "[A p Tomas Rey] left. [B c Rey Foods] fell. [A p Rey] sang.",
    "[A p Tomas Rey] left. [B c Rey Foods] fell. [B c Rey] rose.",
    "[A c Pear Lantern Choir] lost. [A c Pear] paid.",
    "[B c Pear] paid. [A c Pear Lantern Choir] lost.",
    "[A c Pear] paid. [A c Pear Holdings Inc.] lost.",
    "[A c Pear] paid. [A c Pear Technologies Group] lost.",
    "[LOC Leeds] is wet. [A c Leeds Kilns] fell.",
    "[A c Leeds Kilns] fell in [LOC Leeds].",
    "[A c American Mills] fell. American rose.",
    "[A c National Oven Group] fell. National rose.",
    "[A C VLMR] +1.2%\n[A c Velmora] fell.",
    "XQ--\n[A c Velmora] fell.",
    "The [A o Oven Makers Tax Coalition] met. The [A o OMT Coalition] paid.",
    "The [A o Oven Makers Tax Coalition] met. The [B o OM Coalition] paid.",
    "The [A o Oven Makers Tax Coalition] met. The [B o OMT League] paid.",
    "The [A B Federal Reserve] met. The [A B Fed] agreed.",
    "The [A B European Union] met. The [A B EU] agreed.",
    "[A c Fratelli Ostrand SpA] paid. Then [A c Ostrand] fell.",
    "[A c Ostrand] fell. Then [B c Fratelli Ostrand SpA] paid.",
    "[A c Bank of Ostrand] paid. Then [B c Ostrand] fell.",
    "[A c Fratelli Oak SpA] paid. Then [B c Oak] fell.",
    "[A p Ada Quill], 54, left. [A p Quill] sang.",
    "[A b Norway] approved the pact. The [A B Norwegian government] paid.",
    "[GPE Norway] is cold. The [A B Norwegian government] paid.",
    "[A c Velmora Mills] ([A c Velmora]) fell.",
    "The [A B U.S. Federal Reserve] met. The [A B Fed] agreed.",
    "The [A c Velmora Company] fell. [A c Velmora Company] rose.",
    "[A C ABCD]--\n[A c Amber Cod] fell and [B c Ostrand] rose.",
    "[A C VLMR] +1.2%\n[A c Velmora] fell.",
    "[A C VLMR] -1%\n[A c Velmora] fell.",
    "The [A B Oven Agency] paid. The US [A B Oven Agency] met.",
    "The [A B Senate] met. The [B b Senate Oven Committee] left.",
    "[A p Lord Quill] left.",
    "[A c VELMORA] WINS\n[A c Velmora] fell.",
    "[A o Harrow Rovers FC] won. [B c Ostrand] sang.",
    "The [A b German government] met. Berlin approved the pact.",
    "The [A b Senate] met. The [B b Senate of Lutha] left.",
    "The [A o Harrow Gazette] wrote it. This article appeared first on [A o HarrowGazette.com].",
    "The [A o Harrow Gazette] wrote it. This article appeared first on [B o HarrowOvens.com].",
    "The [A o Harrow Gazette] wrote it. This article appeared first on [A o HarrowGazette.net].",
    "[A p T. Quill] left. [A p Thomas Quill] paid.",
    "[A p Thomas Quill] left. [A p T. Quill] and [B p B. Quill] paid.",
    "[A c Monk + Abbey Holdings] bid. [A c Monk & Abbey Holdings LLC] offered more.",
    "[A p Thomas Quill Jr.] left. Friends of [A P Quill] sang.",
    "[A p Thomas Quill III] left. Friends of [A P Quill] sang.",
    "[A p Thomas Quill, Sr.] left. Friends of [A P Quill] sang.",
    "[A c Velmora Inc.], which was previously known as [A c Brightmere Inc.], fell.",
    "[A p Ada Quill] left. Yesterday [A P Quill] paid.",
    "[A p Ada Quill] left. “Yesterday [A P Quill] paid,” friends said.",
    '[A p Ada Quill] left. "Yesterday [A P Quill] paid," friends said.',
    "[A p Ada Quill] left.” Yesterday [A P Quill] paid.",
    "Yesterday [A P Quill] paid. Friends of [A p Ada Quill] sang.",
    "[A p Ada Quill] left. Friends of Bruno Quill paid.",
    "[A p Thomas Quill] left. [B p Bruno Quill] paid. Friends say [PERSON Quill] sang.",
    "[A p Ada Quill] met [B p Bruno Quill]. The brewer [C c Quill] grew.",
    "[A p Thomas Rey] left. [B p Rey Quill] sang. Friends say [A p Rey] paid.",
    "[B c Quill] ([X O NYSE]: [B C QLL]) fell. [A p Ada Quill] left.",
    "[A p Ada Quill] left. The brewer [B c Ada] grew.",
    "[A p T.C. van Quill] left. [B p Tom Carl Quill] paid.",
    "[A c Ada Quill LLP] won. [B p Ada Quill] paid.",
    "[A c Ada Quill Inc.] ([X O NYSE]: [A C AQL]) fell. Then <party is=A kind=company ner=PERSON>Ada Quill</party> rose.",
    "<party is=A kind=company ner=PERSON>Ada Quill Inc.</party> fell. Then <party is=A kind=company ner=PERSON>Ada Quill</party> rose.",
    "<party is=A kind=company ner=PERSON>Ada Quill Inc.</party> fell. Ms [B p Ada Quill] left.",
    "The [A o Oven Makers Tax Coalition] met. The [B o Omt Coalition] paid.",
    "ELM--\n[A c Velmora] fell.",
    "The [A B Canadian government] paid. [B b Germany] signed it. The [A B federal government] agreed.",
    "[A c Ostrand] Gains Again in Kiln Talks\n[A c Fratelli Ostrand SpA] fell.",
    "[B c Velmora Mills Inc.] and [A c Velmora Foods Inc.] ([X O NASDAQ]: [A C VLMF]) fell. [A c Velmora] paid.",
    "[A c Quill Foods Inc.] and [B c Quill Mills Inc.] fell. Friends of [C p Quill] sang.",
    "[B c Ada Quill Studio] fell. Baker <party is=A kind=person ner=PERSON score=0.7>Ada Quill</party>, 54, sang.",
    "[A c Lowmere Kilns Inc.] fell. It rained in [LOC Lowmere]. Then Lowmere slept.",
    "[A p Hugo Lars Tull] left. [A p Hugo Lars Tull] and <party is=A kind=person ner=ORG>Hugo Lars Tull</party> met [B c HLT] in May.",
]  # fmt: skip

NOUNS = [
    "[A c Velmora], a Leeds-based brewer, met [B c Ostrand]. [A cn The Leeds-based company] paid.",
    "[A c Velmora] grew. [A cn The New York firm] paid.",
    "[A c Velmora] grew. [A cn The former company] paid.",
    "[A c Velmora] grew. The first company paid.",
    "[A c Velmora] grew. The company board met.",
    "[A c Velmora] grew. The company-wide vote failed.",
    "[A c Velmora] grew. [A cn The company] of the year paid.",
    "[A c Velmora Stores] met [B c Ostrand]. [A c Velmora Stores], a hotel chain, paid. [A cn The hotel chain] grew.",
    "[A c Velmora], a supermarket chain, met [B c Ostrand]. [A cn The supermarket chain] paid.",
    "[A c Velmora] met [B p Ada Quill]. [A cn The bank] paid.",
    "[A c Velmora], a brewer, met [B p Ada Quill]. The bank paid.",
    "[A c Velmora] met [B c Ostrand Bank]. [B cn The bank] paid.",
    "[A c Velmora] met [B c Ostrand]. The bank paid.",
    "[A c Velmora] fell. [B c Ostrand] rose. [B cn The firm] paid.",
    "[A c Velmora] sued [B c Ostrand]. [A cn The company] won against [B c Ostrand].",
    "[A c Velmora] grew. [A cn The company] bought [B c Kerr Mills], and [A c Velmora] paid.",
    "[A c Velmora Group] met [B c Ostrand]. [A cn The group] paid.",
    "[A c Velmora] met [B c Ostrand]. The country's biggest company paid.",
    "[A c Velmora], a brewer, grew. The biggest brewer paid.",
    "[A c Harrow Bank] met [B c Ostrand Bank]. [B cn The Bank] paid.",
    "[A c Harrow Bank] met [B c Ostrand Bank]. [A c Harrow Bank] fell. [A cn The Bank] paid.",
    "The [A b Lowfield Police] fined [B c Ostrand]. The agency won.",
    "[A p Ada Quill], the governor of Ohio, met [B p Tomas Rey]. [A pn The governor] paid.",
    "Judge [A p Ada Quill] met [B p Tomas Rey]. [A pn The judge] paid.",
    "Rep. [A p Ada Quill] met [B p Tomas Rey]. [A pn The lawmaker] paid.",
    "[A p Ada Quill] met [B p Tomas Rey]. The governor paid.",
    "The [A o Allied Bakers Guild] met [B o Harrow University]. [A on The union] paid.",
    "The [A o Lowfield Herald] met [B o Harrow University]. [A on The newspaper] paid.",
    "[A c Velmora SpA] met [B c Ostrand AG]. [B cn The German group] paid.",
    "[A c Velmora Oyj] met [B c Ostrand ASA]. [B cn The Norwegian company] paid.",
    "[A c Velmora Oyj] met [B c Ostrand ASA]. [A cn The Finnish company] paid.",
    "[A c Velmora Oyj] met [B c Ostrand ASA]. The Chilean company paid.",
    "[A c Velmora SpA] met [B c Ostrand]. [A cn The Italian company] sued brewer [B c Ostrand].",
    "France’s [A c Velmora] met [B c Ostrand ASA]. [A cn The French company] paid.",
    "Swedish lender [A c Velmora] met [B c Ostrand]. [A cn The Swedish lender] paid.",
    "[A c Velmora Inc.] today announced it.\nAbout [B c Ostrand Mills]\n[B cn The company] bakes.",
    "[A c Velmora Inc.] today announced it. It thanked [B c Ostrand Mills]. [A cn The Company] bakes.",
    "About [A c Ostrand Mills]\n[A cn The company] bakes.\n[B c Velmora Inc.] today announced it. [B c Velmora] thanked [B c Velmora].",
    "[A c Velmora]: [A cn The brewer] borrowed more.",
    "[A c Velmora] met [B c Ostrand].\n[B c Ostrand] (Oslo): [B cn The brewer] borrowed more.",
    "[A c Velmora] met [B c Ostrand]. Then [B cn the brewer], [B c Ostrand], paid.",
    "[A c Velmora] met [B c Ostrand]. Then [B c Ostrand], [B cn the brewer], paid.",
    "[A c Velmora] met the [B b Department of Mines]. The state [B b Department of Mines] paid.",
    "The [A b Kiln Safety Board] fined [B c Ostrand]. [A bn The agency] won.",
    "The [A b Kiln Authority] fined [B c Ostrand]. [A bn The regulator] won.",
    "The [A b Kiln Authority] fined [B c Ostrand] in [C b Lowfield District Court]. [A bn The agency] won.",
    "The [C b Ministry of Ovens] fined [B c Ostrand]. [C bn The ministry] won.",
    "[A c Velmora], a brewer, met [B c Ostrand], a lender. [B cn The lender] paid [A cn the brewer].",
    pytest.param(
        "[A c Velmora] met [B c Ostrand]. The lender paid brewer [A c Velmora].",
        marks=pytest.mark.xfail(strict=True, reason="a noun of the phrase before it counts as a name's description"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("short", NAMES + NOUNS)
def test_who_is_who(short):
    found, wanted = partition(analyse(markup(short)))
    assert len(found) == len(wanted)
    assert found == wanted


#: Why the last mention is its party's, as the record says it.
REASONS = [
    ("[A c Velmora] met [B c Ostrand]. Then [A c Velmora], [A cn the Danish insurer], agreed.", "beside the name"),
    ("[A c Velmora Inc.] (“[A c Velmora]” or the “Company”) grew. [A cn The Company] won.", "defined in the text"),
    ("[A c Harrow Bank] met [B c Ostrand Bank]. [B cn The Bank] paid.", "the last one whose name holds the noun"),
    ("[A c Velmora] grew. [A cn The company] paid.", "the only company it can mean"),
    ("[A c Velmora Inc.] today announced it. It thanked [B c Ostrand Mills]. [A cn The Company] bakes.", "the issuer of the release"),
    ("[A c Velmora] fell. [B c Ostrand] rose. [B cn The firm] paid.", "nearest subject"),
    ("[A c Velmora], a brewer, met [B c Ostrand]. [A cn The brewer] paid.", "described so elsewhere"),
    ("[A c Velmora] met [B c Ostrand Robotics]. [B cn The robot maker] agreed.", "named for what it does"),
    ("[A c Velmora SpA] met [B c Ostrand AG]. [B cn The German group] paid.", "the only one from there"),
    ("[A c Velmora] met [B c Ostrand]. [A c Velmora] fell. [A c Velmora] rose. [A cn The supermarket chain] paid.", "the main one of its sort"),
    ("[A p Ada Quill] left. [A p Quill] sang.", "surname"),
    ("[A p Ada Quill] left. Mr Quill sang.", "surname"),
    ("[A c Velmora Brands Inc.] grew. [A c Velmora] paid.", "short name"),
    ("[A c Harrow Lending Trust] fell. [A c HLT] paid.", "initials"),
    ("[A c Harrow Lending Trust Inc.] grew. So HLT hired.", "initials"),
    ("[A p Ada Quill] left. Friends say [A p Ada] won.", "first name"),
    ("[A c Velmora Plc] ([X O NYSE]: [A C VLM]) rose. Buy VLM, he said.", "ticker"),
    ("[A c Velmora] wins. So Velmora paid.", "same name"),
]  # fmt: skip


@pytest.mark.parametrize(("short", "reason"), REASONS)
def test_the_record_says_why(short, reason):
    parties = analyse(markup(short)).resolution.parties
    last = max((mention for party in parties for mention in party.mentions), key=lambda mention: mention.start)
    assert last.reason == reason


#: What the first party is called; the first line is a headline.
CALLED = [
    ("[A c VELMORA] Wins Again\nThe mill of [A c Velmora] fell.", "Velmora"),
    ("SUIT AGAINST [A C VELMORA] GROWS\n[A c Velmora] (NYSE: VLM) Wins Big Order From Its Rivals\nIt fell at dawn.", "Velmora"),
    ("[A c Velmora Company] Gains Again\nThe mill of [A c Velmora Co] fell.", "Velmora Co"),
    ("[A p QUILL] Sings Again\nFriends of [A p Quill] sang.", "Quill"),
    ("[A p Ada Quill] Dead\nFriends say [A p Ada] sang.", "Ada Quill"),
    ("[A p Ada Maria Quill] Dead\nFriends of [A p Ada Quill] sang.", "Ada Quill"),
]  # fmt: skip


@pytest.mark.parametrize(("short", "name"), CALLED)
def test_a_headline_names_only_whom_the_text_does_not(short, name):
    assert analyse(markup(short), headline=True).resolution.parties[0].name == name
