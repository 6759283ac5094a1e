"""Web pages in the shapes of publishing systems: title, date and text exact; pages without an article refused."""

import gzip
import json

import pytest

from pipeline.mentions import Article
from pipeline.read import Reject, read_inputs

TITLE = "Varna leases its northern quay to Quayline"
PARTS = [
    (
        "p",
        "The port of Varna has agreed to lease its northern quay to a Danish operator for twenty years, it said on Friday.",
    ),
    (
        "p",
        "Quayline will pay $3 million a year, and the city keeps the right to end the lease after ten years if fees are late.",
    ),
    ("h2", "Long waits"),
    (
        "p",
        "Ships have waited for nine days on average this spring, twice as long as in 2023, according to the harbour master.",
    ),
    (
        "p",
        "“We are happy with the price,” said Ada Lund, the mayor, who had asked for €4 million at the start of the talks.",
    ),
    (
        "p",
        "The lease needs the approval of the competition watchdog, which is expected to decide in the third quarter of 2024.",
    ),
]
HTML = "\n".join(f"<{tag}>{text}</{tag}>" for tag, text in PARTS)
LINES = [text for _, text in PARTS]
EXPECTED = "\n".join([TITLE, "", *LINES])
NAV = (
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/b">Business</a></li><li><a href="/s">Sport</a></li></ul></nav>'
)
FOOT = '<footer><p>© 2024 Harbour Ledger. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer>'


def json_ld(**more):
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-05-03T08:15:00+03:00",
            "author": [{"@type": "Person", "name": "Ines Calder"}], "publisher": {"@type": "Organization", "name": "Harbour Ledger"}}  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(node | more)}</script>'


def page(head, body):
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def og(time="2024-05-03T08:15:00+03:00"):
    return (
        f'<title>{TITLE} - Harbour Ledger</title><meta property="og:type" content="article"><meta property="og:title" content="{TITLE}">'
        f'<meta property="og:site_name" content="Harbour Ledger"><meta property="article:published_time" content="{time}">'
        '<meta name="author" content="Ines Calder"><link rel="canonical" href="https://harbour.example/quay">'
    )


SHAPES = {
    "wordpress": page(og(), f'{NAV}<div id="content"><article class="post"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1>'
        f'<div class="entry-meta"><span class="byline">By Ines Calder</span></div></header><div class="entry-content">{HTML}</div></article>'
        f'<aside class="widget"><h3>Recent posts</h3><ul><li><a href="/1">Danes buy tugs</a></li></ul></aside></div>{FOOT}'),
    "amp": page(f"<title>{TITLE}</title>{json_ld()}<script async src='https://cdn.ampproject.org/v0.js'></script>",
        f'<amp-sidebar id="s">{NAV}</amp-sidebar><main><article><h1>{TITLE}</h1><amp-img src="a.jpg"></amp-img>{HTML}</article></main>{FOOT}'),
    "drupal": page(f"<title>{TITLE} | Harbour Ledger</title><meta name='dcterms.issued' content='2024-05-03T08:15:00+03:00'>"
        f"<meta name='dcterms.title' content='{TITLE}'><meta name='dcterms.publisher' content='Harbour Ledger'><meta name='dcterms.creator' content='Ines Calder'>",
        f'<header>{NAV}</header><div class="region-content"><h1 class="page-header">{TITLE}</h1><div class="node node-article">'
        f'<div class="field field-name-body"><div class="field-items"><div class="field-item even">{HTML}</div></div></div></div></div>{FOOT}'),
    "json-ld": page(f"<title>{TITLE} - Harbour Ledger</title>{json_ld()}",
        f'<div id="fusion-app">{NAV}<main><div class="headline"><h1>{TITLE}</h1></div><div class="byline">By <a href="/ic">Ines Calder</a></div>'
        f'<article class="article-body" data-section="business">{HTML}</article><div class="most-read"><h4>Most read</h4><a href="/2">Tugs</a></div></main></div>{FOOT}'),
    "json-ld-graph": page(f"<title>{TITLE}</title>" + f'<script type="application/ld+json">{json.dumps({"@graph": [{"@type": "WebPage", "name": "x"}, {"@type": ["ReportageNewsArticle"], "headline": TITLE, "datePublished": "2024-05-03T08:15:00+03:00", "author": "Ines Calder", "publisher": {"name": "Harbour Ledger"}}]})}</script>',
        f"{NAV}<main><h1>{TITLE}</h1><section>{HTML}</section></main>{FOOT}"),
    "microdata": page(f"<title>{TITLE}</title><meta property='og:site_name' content='Harbour Ledger'>",
        f'{NAV}<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{TITLE}</h1><span itemprop="author"><span itemprop="name">Ines Calder</span></span>'
        f'<time itemprop="datePublished" datetime="2024-05-03T08:15:00+03:00">3 May</time><div itemprop="articleBody">{HTML}</div></div>{FOOT}'),
    "government": page(f"<title>{TITLE} - City of Varna</title><meta name='publication_date' content='2024-05-03T08:15:00+03:00'><meta name='publisher' content='Harbour Ledger'><meta name='author' content='Ines Calder'>",
        f'<div id="top"><a href="#main">Skip to main content</a></div><header>{NAV}</header><main id="main" role="main"><h1>{TITLE}</h1><div class="govspeak">{HTML}</div></main>{FOOT}'),
    "press-wire": page(og(), f'{NAV}<section class="release"><h1>{TITLE}</h1><div class="release-body container"><div class="row"><div class="col-sm-10">{HTML}</div></div></div></section>{FOOT}'),
}  # fmt: skip


def read_page(tmp_path, html, name="page.html"):
    path = tmp_path / name
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    found = list(read_inputs([path]))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("shape", SHAPES)
def test_shape(tmp_path, shape):
    article = read_page(tmp_path, SHAPES[shape])
    assert isinstance(article, Article), article
    assert article.text == EXPECTED
    assert article.title == TITLE
    assert (article.published, article.published_from) == ("2024-05-03T08:15:00+03:00", "metadata")
    assert article.authors == ["Ines Calder"]
    assert article.publisher == "Harbour Ledger"
    assert article.language == "en"
    assert [block.role for block in article.blocks] == [
        "headline",
        "body",
        "body",
        "subheading",
        "body",
        "body",
        "body",
    ]
    assert article.source.media_type == "text/html"
    assert article.source.text_of.startswith("trafilatura ")


def test_wire_service_plain_page_has_its_date_in_the_text(tmp_path):
    lines = "".join(f"<p>{text}</p>" for text in ["By Ines Calder", "May 3, 2024 8:15 AM EST", *LINES])
    article = read_page(
        tmp_path, f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{lines}</body></html>"
    )
    assert (article.published, article.published_from) == ("2024-05-03T08:15:00-05:00", "text")
    assert article.authors == ["Ines Calder"]
    assert article.text.endswith("\n".join(LINES))


def test_foreign_page_around_an_english_article(tmp_path):
    html = SHAPES["wordpress"].replace('lang="en"', 'lang="es"').replace("Recent posts", "Entradas recientes")
    article = read_page(tmp_path, html)
    assert (article.text, article.language) == (EXPECTED, "en")


@pytest.mark.parametrize("charset", ["windows-1252", "utf-16", "iso-8859-1"])
def test_declared_charset(tmp_path, charset):
    html = SHAPES["amp"].replace('charset="utf-8"', f'charset="{charset}"')
    codec = "cp1252" if charset == "iso-8859-1" else charset
    assert read_page(tmp_path, html.encode(codec)).text == EXPECTED


def test_gz_and_mhtml(tmp_path):
    assert read_page(tmp_path, gzip.compress(SHAPES["drupal"].encode()), "page.html.gz").text == EXPECTED
    import quopri

    body = quopri.encodestring(SHAPES["drupal"].encode()).decode()
    mhtml = (
        "From: <Saved by Browser>\nSnapshot-Content-Location: https://harbour.example/quay\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="B"\n\n--B\nContent-Type: text/html; charset=utf-8\n'
        f"Content-Transfer-Encoding: quoted-printable\n\n{body}\n--B--\n"
    )
    article = read_page(tmp_path, mhtml, "page.mhtml")
    assert (article.text, article.source.url) == (EXPECTED, "https://harbour.example/quay")


def test_article_body_where_the_page_shows_none(tmp_path):
    html = page(f"<title>{TITLE}</title>{json_ld(articleBody=chr(10).join(LINES))}", "<div id='app'>Loading</div>")
    article = read_page(tmp_path, html)
    assert article.text == EXPECTED
    assert article.source.text_of.startswith("JSON-LD articleBody")


def test_broken_json_ld_is_passed_over(tmp_path):
    html = SHAPES["wordpress"].replace(
        "<body>", '<script type="application/ld+json">{"@type": "NewsArticle", </script><body>'
    )
    assert read_page(tmp_path, html).published == "2024-05-03T08:15:00+03:00"


LINKS = "".join(f"<li><a href='/{n}'>Danes buy tug number {n} from a yard in Burgas</a></li>" for n in range(40))
WALLS = {
    "cookie": ("cookie", page("<title>Before you go on</title>", "<div><h1>We value your privacy</h1><p>We and our 120 partners store and/or access information on a device, such as cookies, and process personal data for personalised ads.</p><p>Manage choices or accept all. You can withdraw your consent at any time in our privacy policy.</p></div>")),
    "login": ("login", page("<title>Sign in</title>", "<form><h1>Log in</h1><p>Sign in to continue. Already a subscriber? Forgot your password?</p><input type='password'></form>")),
    "password": ("login page", page("<title>Members</title>", "<form><input name='u'><input type='password'></form>")),
    "missing": ("error page", page("<title>404</title>", "<h1>404</h1><p>Sorry, the page you were looking for does not exist.</p>")),
    "robot": ("robots", page("<title>Just a moment</title>", "<p>Please verify you are human by completing the action below.</p>")),
    "links": ("", page("<title>Harbour Ledger</title>", f"{NAV}<main><ul>{LINKS}</ul></main>")),
    "empty": ("no article", page("", "")),
    "script": ("", page("<title>App</title>", "<div id='root'></div><script>var a = 'The port of Varna has agreed.'</script>")),
}  # fmt: skip


@pytest.mark.parametrize("name", WALLS)
def test_page_without_an_article(tmp_path, name):
    reason, html = WALLS[name]
    found = read_page(tmp_path, html)
    assert isinstance(found, Reject)
    assert reason in found.reason
    assert found.reason.startswith("no ")


@pytest.mark.parametrize("data", [b"<html><body><p>\x00\x01\x02\x03\x04</p>", b"%PDF-1.4", b"", b"   ", b"<" * 100_000])
def test_no_page_at_all(tmp_path, data):
    assert isinstance(read_page(tmp_path, data), Reject)


def test_nothing_is_fetched(tmp_path, monkeypatch):
    import socket

    def refuse(*_args, **_options):
        raise AssertionError("a page was fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    html = SHAPES["wordpress"].replace(
        "<article",
        '<img src="http://harbour.example/a.png"><iframe src="http://harbour.example/"></iframe><article',
    )
    assert read_page(tmp_path, html).text == EXPECTED


def test_images_folder_of_a_saved_page_is_passed_over(tmp_path):
    (tmp_path / "page.html").write_text(SHAPES["amp"], encoding="utf-8")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "frame.html").write_text("<p>ad</p>", encoding="utf-8")
    assert [type(found) for found in read_inputs([tmp_path])] == [Article]
