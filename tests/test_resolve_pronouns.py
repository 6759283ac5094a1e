"""Pronouns inside parsed sentences: who "it", "he", "who", "we" mean, and when nobody is sure."""

import pytest

from pipeline.mentions import Article, Block, Entity
from pipeline.nlp import Analysis, Nlp
from pipeline.patterns import parse_example

from .party_support import stages


@pytest.fixture(scope="module")
def nlp():
    return Nlp(ner="stock")


#: (annotated text, the pronoun as it stands, name of the party or None)
CASES = [
    ("<ner label=ORG>Velmora</ner> fell. It will sell two mills.", "It", "Velmora"),
    ("<ner label=ORG>Velmora</ner> said it will sell its mills.", "it", "Velmora"),
    ("<ner label=ORG>Velmora</ner> said it will sell its mills.", "its", "Velmora"),
    ("<ner label=PERSON>Ada Quill</ner> met <ner label=PERSON>Tomas Rey</ner>. She paid $5 million.", "She", "Ada Quill"),
    ("<ner label=ORG>Velmora</ner> sued <ner label=PERSON>Ada Quill</ner>. He paid.", "He", "Ada Quill"),
    ("<ner label=PERSON>Ada Quill</ner>, who bought <ner label=ORG>Velmora</ner>, left.", "who", "Ada Quill"),
    ("<ner label=ORG>Velmora</ner> bought <ner label=ORG>Ostrand</ner>, which makes ovens.", "which", "Ostrand"),
    ("Bakers fell ill. It was late.", "It", None),
    ("<ner label=ORG>Velmora</ner> fell. They were sold.", "were", None),
    ("<ner label=PERSON>Ada Quill</ner> spoke. It rained.", "It", None),
    ("<ner label=ORG>Velmora</ner> is pleased to announce a deal. We bought a mill.", "We", "Velmora"),
    (
        "<ner label=ORG>Velmora</ner> met.\n“We bought a mill,” said <ner label=PERSON>Ada Quill</ner>, CEO of <ner label=ORG>Ostrand</ner>.",
        "We",
        "Ostrand",
    ),
    ("<ner label=ORG>Velmora</ner> fell, so we sold.", "we", None),
    ("<ner label=PERSON>Ada Quill</ner> spoke. <ner label=ORG>Velmora</ner> fears her.", "her", "Ada Quill"),
    ("<ner label=PERSON>Tomas Rey</ner> spoke. <ner label=ORG>Velmora</ner> fears him.", "him", "Tomas Rey"),
    ("<ner label=PERSON>Tomas Rey</ner> spoke. <ner label=ORG>Velmora</ner> bought his mill.", "his", "Tomas Rey"),
    ("<ner label=PERSON>Tomas Rey</ner> met <ner label=ORG>Velmora</ner>. He paid.", "He", "Tomas Rey"),
    ("<ner label=ORG>Velmora</ner> met.\n“We bought a mill,” said <ner label=ORG>Ostrand</ner> chairman <ner label=PERSON>Ada Quill</ner>.", "We", "Ostrand"),
    (
        "<ner label=ORG>Velmora</ner> met <ner label=ORG>Ostrand</ner>.\n“We bought a mill,” said <ner label=PERSON>Ada Quill</ner> of <ner label=ORG>Harrow</ner>.",
        "We",
        "Harrow",
    ),
    (
        "<ner label=ORG>Ostrand</ner> fell, and in the town hall, after a long and tiresome night without tea, <ner label=PERSON>Ada Quill</ner> spoke: “We bought a mill.”",
        "We",
        None,
    ),
    ("<ner label=ORG>Velmora</ner> bought <ner label=ORG>Ostrand</ner>. It grew.", "It", "Velmora"),
    ("<ner label=ORG>Velmora</ner> bought <ner label=ORG>Ostrand</ner> and praised its mills.", "its", "Velmora"),
    ("<ner label=ORG>Velmora</ner> fell. Rain fell. It grew.", "It", "Velmora"),
    ("<ner label=ORG>Velmora</ner> sued <ner label=ORG>Ostrand</ner>. <ner label=ORG>Harrow</ner> fined it.", "it", "Velmora"),
    ("<ner label=ORG>Velmora</ner> fell. <ner label=ORG>Harrow</ner> fined it.", "it", "Velmora"),
    ("<ner label=ORG>Velmora</ner> fell. <ner label=ORG>Harrow</ner> advised it on a sale.", "it", "Velmora"),
    ("<ner label=ORG>Velmora</ner> fell. <ner label=ORG>Harrow</ner> ordered it to pay.", "it", "Velmora"),
    ("<ner label=ORG>Harrow</ner> advised <ner label=ORG>Velmora</ner> on its sale.", "its", "Velmora"),
    ("<ner label=ORG>Velmora</ner>, which makes ovens, fell.", "which", "Velmora"),
    ("<ner label=PERSON>Ada Quill</ner>, whose mill burned, left.", "whose", "Ada Quill"),
    ("<ner label=ORG>Velmora</ner> will not buy <ner label=ORG>Ostrand</ner>, it said.", "it", "Velmora"),
    ("It rained when <ner label=ORG>Velmora</ner> fell.", "It", None),
    ("NORTON, Ohio (<ner label=ORG>AP</ner>) -- <ner label=ORG>Velmora</ner> said it grew.", "it", "Velmora"),
    ("Shares on <ner label=ORG>NYSE</ner> rose. It grew.", "It", None),
    ('<ner label=ORG>Velmora</ner> met. "We grew," said <ner label=PERSON>Ada Quill</ner> of <ner label=ORG>Ostrand</ner>.', "We", "Ostrand"),
    ("<ner label=ORG>Velmora</ner> fell.\n“We grew,” said nobody.", "We", None),
    ("<ner label=ORG>Velmora</ner> today announced a deal.\n“We grew,” said <ner label=PERSON>Ada Quill</ner>.", "We", "Velmora"),
    ("<ner label=ORG>Velmora</ner> fell. “He grew,” said <ner label=ORG>Ostrand</ner>.", "He", None),
    ("<ner label=PERSON>Tomas Rey</ner> left. <ner label=PERSON>Ada Quill</ner> praised him.", "him", "Tomas Rey"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "word", "name"), CASES)
def test_pronoun(nlp, markup, word, name):
    text, tags = parse_example(markup)
    splitter, finder, resolver, _ = stages()
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(at, at + len(line), "body"))
        at += len(line) + 1
    article = Article(text=text, blocks=blocks)
    entities = [Entity(tag.start, tag.end, tag.attributes["label"]) for tag in tags]
    analysis = Analysis(article, splitter.article(article), entities)
    resolution = resolver.resolve(article, analysis.sentences, finder.find(article, analysis.sentences, entities))
    nlp.parse([analysis], [range(len(analysis.sentences))])
    hits = [(number, token) for number, parse in analysis.parses.items() for token in parse.doc if token.text == word]
    assert len(hits) == 1
    number, token = hits[0]
    party = resolution.pronoun(analysis.parses[number], token, number)
    assert (party and next(p.name for p in resolution.parties if p.id == party)) == name
