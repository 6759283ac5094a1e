"""Roles of lines, headline, authors, tickers and language of texts in the shapes newsrooms publish."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions import ROLES
from pipeline.read import article_from_text

SHARED = Path(__file__).resolve().parents[2] / "shared"
PARAGRAPH = "The port of Varna has agreed to lease its northern quay to a Danish operator for twenty years, it said."
OTHER = "Quayline will pay $3 million a year, and the city keeps the right to end the lease after ten years."


def roles(text, **given):
    article = article_from_text(text, **given)
    return [(block.role, article.text[block.start : block.end]) for block in article.blocks]


def test_page_with_spanish_furniture():
    text = (
        "Ports, Prices and Patience: Why Varna and Quayline Fell Out\n\n"
        "Generado por agente de IAThe Morning Note\n"
        "martes, 5 de marzo de 2024, 7:05 pm ET3 min de lectura\n"
        "QLNE--\n\n"
        f"{PARAGRAPH}\n\nLong Waits\n\n{OTHER}\n\n"
        "Comentarios\n\n\n\nAdd a public comment...\nSin comentarios\n\nAún no hay comentarios"
    )
    found = roles(text)
    assert len(found) == 11
    assert [role for role, _ in found] == [
        "headline", "kicker", "dateline", "ticker", "body", "subheading", "body", "chrome", "chrome", "chrome", "chrome",
    ]  # fmt: skip
    article = article_from_text(text)
    assert article.title == "Ports, Prices and Patience: Why Varna and Quayline Fell Out"
    assert (article.published, article.tickers, article.language) == (
        "2024-03-05T19:05:00-05:00",
        ["QLNE"],
        "en",
    )


def test_byline_authors_and_overline():
    text = f"EXCLUSIVE\nVarna leases its northern quay to Danes\nBy Ines Calder and Ada Lund, Harbour Ledger\nMay 3, 2024\n\n{PARAGRAPH}\n"
    article = article_from_text(text)
    assert article.authors == ["Ines Calder", "Ada Lund"]
    assert [block.role for block in article.blocks] == ["kicker", "headline", "byline", "dateline", "body"]


def test_name_above_its_post():
    article = article_from_text(
        f"Varna leases its northern quay\n\nInes Calder\nSofia correspondent\nFri 3 May 2024 08.00 BST\n\n{PARAGRAPH}"
    )
    assert (article.authors, article.published) == (["Ines Calder"], "2024-05-03T08:00:00+01:00")
    assert [block.role for block in article.blocks] == ["headline", "byline", "byline", "dateline", "body"]


def test_update_mark_is_part_of_the_headline():
    assert article_from_text(f"UPDATE 2-Varna leases its quay\n{PARAGRAPH}").title == "UPDATE 2-Varna leases its quay"


def test_byline_with_its_date():
    article = article_from_text(
        f"Varna leases its northern quay\nBy Ines Calder | March 4, 2024 9:15 AM EST\n{PARAGRAPH}"
    )
    assert (article.authors, article.published) == (["Ines Calder"], "2024-03-04T09:15:00-05:00")


def test_press_release_ends_in_contacts_and_site_furniture():
    text = (
        f"Quayline Signs Lease in Varna\n\n* Twenty years\n* $3 million a year\n{PARAGRAPH}\n{OTHER}\n"
        "About Quayline AD\nQuayline AD (OMX: QLNE, Nasdaq: QLNX) runs ports around the Black Sea and employs four hundred people there.\n"
        "Media Contact:\nIves Calderon\n+45 20 79 46 09\npress@quayline.example\n"
        "Quayline ADQuay 4, VarnaPhone: +359 52 555 123Email: ir@quayline.example\n"
        "The post Quayline Signs Lease in Varna appeared first on Harbour Ledger.\n---\n"
        "View the original release on www.quaywire.example\nOriginal/Source Press Release\nReddit Post\nBlockchain Registration\n"
    )
    found = roles(text)
    assert len(found) == 18
    assert [role for role, _ in found] == [
        "headline", "bullet", "bullet", "body", "body", "subheading", "body", *["chrome"] * 5, "body", *["chrome"] * 5,
    ]  # fmt: skip
    assert article_from_text(text).tickers == ["QLNE", "QLNX"]


@pytest.mark.parametrize(
    "line",
    ["Share this", "Read more: Varna's other quays", "Sign up for our newsletter", "We use cookies to improve your visit.",
     "Advertisement", "Anzeige", "Lesen Sie auch: Hafen in Not", "Partager cet article", "3 min read", "© 2024 Harbour Ledger",
     "https://harbour.example/quay", "press@harbour.example", "+44 20 7946 0958"],
)  # fmt: skip
def test_furniture_between_paragraphs(line):
    assert [role for role, _ in roles(f"Varna leases its quay\n\n{PARAGRAPH}\n{line}\n{OTHER}\n")] == [
        "headline", "body", "chrome", "body",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["Halvor paid $3 million.", "Shares of Quayline fell.", "“We will not sell,” she said.", "The lease may be renewed twice.",
     "The post Varna leases its quay appeared first on Harbour Ledger.", "Comments by the mayor moved the price to $4.",
     "Subscribe rates, he added, rose 4% to $12.", "It ended on May 3, 2024."],
)  # fmt: skip
def test_short_sentences_stay_body(line):
    assert [role for role, _ in roles(f"Varna leases its quay\n\n{PARAGRAPH}\n{line}\n{OTHER}\n")] == [
        "headline", "body", "body", "body",
    ]  # fmt: skip


def test_related_links_are_chrome_but_the_next_paragraph_is_not():
    text = f"Varna leases its quay\n\n{PARAGRAPH}\nRelated stories\nDanes buy a tug fleet\nBurgas looks for a partner\n{OTHER}\n"
    assert [role for role, _ in roles(text)] == ["headline", "body", "chrome", "chrome", "subheading", "body"]


def test_given_title_finds_the_headline_below_other_lines():
    found = roles(f"Business\nHarbours\nVarna &amp; the Danes\n{PARAGRAPH}", title="Varna & the Danes")
    assert [role for role, _ in found] == ["kicker", "kicker", "headline", "body"]


def test_headline_that_ends_like_a_sentence():
    assert roles(f"Quayline Signs Lease With The Port Of Varna Ltd.\n\n{PARAGRAPH}")[0][0] == "headline"
    assert roles(f"Quayline secures a quay near Providence, R.I.\n\n{PARAGRAPH}\n{OTHER}")[0][0] == "headline"
    assert roles(f"{PARAGRAPH}\n\n{OTHER}")[0][0] == "body"


WRAPPED = """QUAYLINE TO LEASE NORTHERN QUAY FOR 45 MLN DLRS

    VARNA, March 4 - Quayline AD said it agreed to lease the
northern quay of the port for 45 mln dlrs, of which it will pay
10 mln dlrs at once.
    The lease is subject to approval by the city and the two
sides expect to close it in the second quarter.
"""


def test_wrapped_lines_are_one_paragraph():
    found = roles(WRAPPED)
    assert [role for role, _ in found] == ["headline", "body", "body"]
    assert found[1][1].startswith("VARNA, March 4") and found[1][1].endswith("10 mln dlrs at once.")
    assert found[2][1].count("\n") == 1


def test_one_line_is_body():
    assert roles("Quayline bought Halvor for $5m") == [("body", "Quayline bought Halvor for $5m")]


def test_file_photo_and_question_heading():
    text = f"Varna leases its quay\n\n{PARAGRAPH}\nPhoto: Ada Lund/Harbour Ledger\n{OTHER}\nWhat happens next?\n{PARAGRAPH}\n"
    assert [role for role, _ in roles(text)] == ["headline", "body", "caption", "body", "subheading", "body"]


def test_line_ends_are_kept_and_blocks_end_before_them():
    text = f"Varna leases its quay \r\n\r\n  {PARAGRAPH}\t\r\n{OTHER}\r\n"
    article = article_from_text(text)
    assert article.text == text
    assert [text[b.start : b.end] for b in article.blocks] == ["Varna leases its quay", PARAGRAPH, OTHER]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "El puerto de Varna ha acordado arrendar su muelle norte a un operador danés durante veinte años.\n" * 3,
            "es",
        ),
        (
            "Der Hafen von Varna verpachtet seinen Nordkai für zwanzig Jahre an einen dänischen Betreiber.\n" * 3,
            "de",
        ),
        (f"{PARAGRAPH}\n{OTHER}", "en"),
        ("Le port a annoncé vendredi qu'il louerait son quai nord à un Danois, a-t-on appris à la mairie.", "fr"),
        ("Quayline paid $5m for Halvor.", "en"),
        ("Net profit up 20% to Rs 450 crore on port fees", "en"),
        ("$5m", None),
    ],
)
def test_language(text, language):
    article = article_from_text(text, published="2024-01-01")
    assert article.language == language
    assert bool(article.warnings) == (language in ("es", "de", "fr"))


def test_lone_surrogate_is_replaced_and_said():
    article = article_from_text(f"{PARAGRAPH} \ud800 {OTHER}", published="2024-01-01")
    assert article.text == f"{PARAGRAPH} \ufffd {OTHER}"
    assert article.warnings == ["lone surrogates in the text were replaced by U+FFFD"]


def test_text_must_be_a_string():
    with pytest.raises(TypeError, match="bytes"):
        article_from_text(b"text")


@given(st.text(alphabet=st.sampled_from("ab Z.:?\n\r\t*—-1@é€—By\u2028"), max_size=300))
def test_blocks_cover_every_non_empty_line(text):
    article = article_from_text(text)
    covered = set()
    for block in article.blocks:
        assert block.role in ROLES
        assert text[block.start : block.end].strip() == text[block.start : block.end] != ""
        covered.update(range(block.start, block.end))
    assert all(character.isspace() for at, character in enumerate(text) if at not in covered)
    assert [b.start for b in article.blocks] == sorted(b.start for b in article.blocks)


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the shared gold articles are not here")
def test_titles_and_dates_of_the_gold_articles_from_their_text_alone():
    files = sorted((SHARED / "gold").glob("*/*.txt"))
    assert len(files) == 25
    for file in files:
        gold = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        article = article_from_text(file.read_text(encoding="utf-8"))
        assert article.title == gold["title"]
        assert article.published in (None, gold["published"])
        chrome = {(b.start, b.end) for b in article.blocks if b.role == "chrome"}
        for kind in ("money", "dates", "clauses"):
            for mention in gold[kind]:
                at = -1
                for _ in range(mention["nth"]):
                    at = article.text.index(mention["text"], at + 1)
                assert not any(start <= at < end for start, end in chrome), (file.name, mention)
