"""Every rule of `patterns/parties.toml` and `patterns/titles.toml` finds its own examples and leaves its near misses."""

import pytest

from pipeline.find.titles import TitleFile, Titles
from pipeline.find.words import PartyFile, Tokens
from pipeline.patterns import Rule, parse_example

from .party_support import PATTERNS, analyse

PARTY_RULES = [rule for rules in PATTERNS.load("parties.toml", PartyFile) for rule in rules[1]]
TITLE_FILE = PATTERNS.load("titles.toml", TitleFile)


def cases(rules: list[Rule]) -> list:
    return [pytest.param(m, id=f"{r.id}:{i}") for r in rules for i, m in enumerate((*r.examples, *r.near_misses))]


@pytest.mark.parametrize("markup", cases(PARTY_RULES))
def test_party_rule(markup):
    outcome = analyse(markup)
    assert outcome.names() == outcome.expected()


def test_each_example_holds_what_its_rule_is_for():
    for rule in PARTY_RULES:
        assert any("<" in example for example in rule.examples), rule.id


@pytest.mark.parametrize("markup", cases([*TITLE_FILE.head, *TITLE_FILE.qualifier, *TITLE_FILE.tense]))
def test_title_rule(markup):
    text, tags = parse_example(markup)
    tokens = Tokens(text)
    found = [text[tokens.starts[t.first] : tokens.ends[t.last - 1]] for t in Titles(PATTERNS).find(tokens.all)]
    wanted = [text[tag.start : tag.end] for tag in tags]
    assert len(found) == len(wanted), found
    assert all(got == want or want.startswith(got + " of ") for got, want in zip(found, wanted, strict=True)), found


@pytest.mark.parametrize("markup", cases([*TITLE_FILE.change]))
def test_change_rule(markup):
    outcome = analyse(markup)
    wanted = [tag for tag in outcome.tags if tag.tag == "title"]
    changes = [d for d in outcome.drafts if d.keys["change"] != "holds"]
    assert len(changes) == len(wanted), outcome.drafts
    for draft, tag in zip(changes, wanted, strict=True):
        assert draft.keys == {"title": outcome.text[tag.start : tag.end], "change": tag.attributes["change"]}
        assert draft.status == tag.attributes["status"]
        assert outcome.resolution.kind(draft.subject) == "person"
        assert outcome.resolution.kind(draft.object) == "company"
