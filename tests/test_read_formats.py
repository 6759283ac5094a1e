"""Formats besides text, JSONL and HTML: what each gives, and one clear reject for each bad input."""

import io
import json
import tarfile
import textwrap
import zipfile
from email.message import EmailMessage

import pytest

from pipeline.mentions import Article
from pipeline.read import Reject, read_inputs

TITLE = "Varna leases its northern quay to Quayline"
LINES = [
    "The port of Varna has agreed to lease its northern quay to a Danish operator for twenty years, it said on Friday.",
    "Quayline will pay $3 million a year, and the city keeps the right to end the lease after ten years if fees are late.",
    "Ships have waited for nine days on average this spring, twice as long as in 2023, according to the harbour master.",
]
TEXT = "\n".join(LINES)
FULL = f"{TITLE}\n\n{TEXT}"
PAGE = (
    f"<html><head><title>{TITLE}</title><meta property='og:type' content='article'>"
    "<meta property='article:published_time' content='2024-05-03T08:15:00+03:00'></head>"
    f"<body><article><h1>{TITLE}</h1>{''.join(f'<p>{line}</p>' for line in LINES)}</article></body></html>"
)


def read(tmp_path, name, data, **options):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_inputs([path], **options))


def one(tmp_path, name, data, **options):
    found = read(tmp_path, name, data, **options)
    assert len(found) == 1, found
    return found[0]


def rejected(tmp_path, name, data, reason, **options):
    found = one(tmp_path, name, data, **options)
    assert isinstance(found, Reject)
    assert reason in found.reason


SHAPES = {
    "news-please": {"maintext": TEXT, "title": TITLE, "date_publish": "2024-05-03 08:15:00", "source_domain": "harbour.example", "authors": ["Ines Calder"], "url": "https://h.example/1"},
    "cc-news": {"text": TEXT, "title": TITLE, "date": "2024-05-03 08:15:00", "domain": "harbour.example", "author": "Ines Calder", "url": "https://h.example/1"},
    "webz": {"text": TEXT, "title": TITLE, "published": "2024-05-03T08:15:00", "author": "Ines Calder", "url": "https://h.example/1", "language": "english", "thread": {"site_full": "harbour.example"}},
    "schema.org": {"@type": "NewsArticle", "articleBody": TEXT, "headline": TITLE, "datePublished": "2024-05-03T08:15:00", "author": [{"name": "Ines Calder"}], "publisher": {"name": "harbour.example"}, "url": "https://h.example/1"},
    "news-api": {"content": TEXT, "title": TITLE, "publishedAt": "2024-05-03T08:15:00", "source": {"id": None, "name": "harbour.example"}, "author": "Ines Calder", "url": "https://h.example/1"},
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_well_known_shapes(tmp_path, shape, suffix):
    article = one(tmp_path, f"a.{suffix}", json.dumps(SHAPES[shape]))
    assert isinstance(article, Article), article
    assert (article.text, article.title) == (TEXT, TITLE)
    assert (article.published, article.published_from) == ("2024-05-03T08:15:00", "metadata")
    assert (article.publisher, article.authors, article.source.url) == (
        "harbour.example",
        ["Ines Calder"],
        "https://h.example/1",
    )
    assert article.language == "en"


def test_reuters_and_column_exports(tmp_path):
    reuters = one(
        tmp_path,
        "r.json",
        json.dumps({"title": TITLE, "body": TEXT, "date": "26-FEB-1987 15:01:01.79", "topics": ["ship"]}),
    )
    assert (reuters.published, reuters.text) == ("1987-02-26T15:01:01", TEXT)
    assert one(tmp_path, "c.json", json.dumps({"article": TEXT, "highlights": "x", "id": "1"})).text == TEXT


def test_json_list_and_wrapper(tmp_path):
    first, second = read(tmp_path, "a.json", json.dumps([{"text": TEXT}, {"nothing": 1}]))
    assert (first.source.line, second.line) == (1, 2)
    assert isinstance(second, Reject)
    assert one(tmp_path, "b.json", json.dumps({"status": "ok", "articles": [SHAPES["news-api"]]})).title == TITLE


def test_mapping(tmp_path):
    row = {"body_text": TEXT, "when": "2024-05-03", "meta": {"head": TITLE}}
    mapping = {"text": "body_text", "published": "when", "title": "meta.head"}
    article = one(tmp_path, "a.jsonl", json.dumps(row), mapping=mapping)
    assert (article.text, article.published, article.title) == (TEXT, "2024-05-03", TITLE)
    with pytest.raises(ValueError, match="no such field: heading"):
        read_inputs([], mapping={"heading": "x"})


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_table(tmp_path, name, separator):
    quoted = '"' + TEXT.replace('"', '""') + '"'
    rows = [
        separator.join(("headline", "body", "date")),
        separator.join((TITLE, quoted, "2024-05-03")),
        separator.join(("Empty", "", "2024-05-03")),
    ]
    first, second = read(
        tmp_path, name, "\r\n".join(rows), mapping={"text": "body", "title": "headline", "published": "date"}
    )
    assert (first.text, first.title, first.published, first.source.line) == (TEXT, TITLE, "2024-05-03", 2)
    assert isinstance(second, Reject)
    assert second.line == 5


def test_bad_tables(tmp_path):
    rejected(tmp_path, "a.csv", "title,body\nx,y", "no column 'text_'", mapping={"text": "text_"})
    rejected(tmp_path, "b.csv", 'text\n"never closed', "broken table at line 2")
    rejected(tmp_path, "c.csv", "title,url\nx,y", "no field 'text'")
    rejected(tmp_path, "d.csv", b"", "empty file")
    rejected(tmp_path, "e.csv", "text,title\na,b,c", "more fields than columns")
    rejected(tmp_path, "f.csv", bytes(1000), "binary")


def test_parquet(tmp_path):
    pa = pytest.importorskip("pyarrow", reason="the parquet extra is not installed")
    import datetime

    import pyarrow.parquet as pq

    path = tmp_path / "a.parquet"
    day = datetime.datetime(2024, 5, 3, 8, 15)
    pq.write_table(
        pa.table({"text": [TEXT, None], "title": [TITLE, None], "date": [day, None], "authors": [["A B"], []]}),
        path,
    )
    article, empty = read_inputs([path])
    assert (article.text, article.title, article.published, article.authors) == (
        TEXT,
        TITLE,
        "2024-05-03T08:15:00",
        ["A B"],
    )
    assert (article.source.line, empty.line) == (1, 2)
    assert isinstance(empty, Reject)
    rejected(tmp_path, "b.parquet", path.read_bytes()[:-30], "damaged Parquet")


def test_markdown(tmp_path):
    source = f'---\ntitle: "{TITLE}"\ndate: 2024-05-03\nauthor: Ines Calder\n---\n# {TITLE}\n\nThe **port** of [Varna](https://x.example) said\nso.\n\n- one\n- two\n'
    article = one(tmp_path, "a.md", source)
    assert article.text == f"{TITLE}\n\nThe port of Varna said so.\n* one\n* two"
    assert (article.title, article.published, article.authors) == (TITLE, "2024-05-03", ["Ines Calder"])
    rejected(tmp_path, "b.md", "   \n", "empty")


CONTENT = "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in LINES)
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Ledger</title><item><title>{TITLE}</title><link>https://h.example/1</link><dc:creator>Ines Calder</dc:creator>
<pubDate>Fri, 03 May 2024 08:15:00 +0300</pubDate><description>A teaser.</description><content:encoded>{CONTENT}</content:encoded></item>
<item><title>Tugs</title><description>Danes buy tugs.</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Ledger</title><entry><title>{TITLE}</title><link href="https://h.example/1"/>
<author><name>Ines Calder</name></author><published>2024-05-03T08:15:00+03:00</published><content type="html">{CONTENT}</content></entry></feed>"""


@pytest.mark.parametrize(
    ("name", "data", "count"), [("a.rss", RSS, 2), ("a.xml", RSS, 2), ("a.atom", ATOM, 1), ("a.xml", ATOM, 1)]
)
def test_feeds(tmp_path, name, data, count):
    found = read(tmp_path, name, data)
    assert len(found) == count
    article = found[0]
    assert (article.text, article.title, article.published) == (FULL, TITLE, "2024-05-03T08:15:00+03:00")
    assert (article.publisher, article.authors, article.source.url, article.source.line) == (
        "Harbour Ledger",
        ["Ines Calder"],
        "https://h.example/1",
        1,
    )
    if count == 2:
        assert "teaser" in found[1].reason


NITF = f"""<?xml version="1.0"?><nitf><head><title>Varna</title><docdata><date.issue norm="20240503T081500+0300"/></docdata><pubdata name="Harbour Ledger"/></head>
<body><body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>By <person>Ines Calder</person></byline></body.head>
<body.content>{"".join(f"<p>{line}</p>" for line in LINES)}</body.content></body></nitf>"""
NEWSML = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><provider literal="Harbour Ledger"/><versionCreated>2024-05-04T00:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2024-05-03T08:15:00+03:00</contentCreated><creator><name>Ines Calder</name></creator><headline>{TITLE}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body>{"".join(f"<p>{line}</p>" for line in LINES)}</body></html></inlineXML></contentSet></newsItem>"""


def test_nitf_and_newsml(tmp_path):
    nitf = one(tmp_path, "a.xml", NITF)
    assert nitf.text == f"{TITLE}\n\nBy Ines Calder\n{TEXT}"
    newsml = one(tmp_path, "b.xml", NEWSML)
    assert newsml.text == FULL
    for article in (nitf, newsml):
        assert (article.title, article.published, article.publisher, article.authors) == (
            TITLE,
            "2024-05-03T08:15:00+03:00",
            "Harbour Ledger",
            ["Ines Calder"],
        )


BOMB = '<?xml version="1.0"?><!DOCTYPE n [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><nitf><body>&b;</body></nitf>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE n [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>&x;</p></body.content></body></nitf>'


def test_bad_xml(tmp_path):
    rejected(tmp_path, "bomb.xml", BOMB, "XML bomb")
    rejected(tmp_path, "bomb.rss", BOMB, "XML bomb")
    rejected(tmp_path, "outside.xml", OUTSIDE, "refused for safety")
    rejected(tmp_path, "cut.xml", NITF[:200], "broken XML")
    rejected(tmp_path, "other.xml", "<svg/>", "root <svg>")
    rejected(tmp_path, "none.rss", "<rss version='2.0'><channel/></rss>", "no entries")


def mail(html=True):
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = (
        TITLE,
        "Harbour Ledger <news@h.example>",
        "Fri, 03 May 2024 08:15:00 +0300",
    )
    message.set_content(TEXT)
    if html:
        body = "".join(f"<tr><td><p>{line}</p></td></tr>" for line in LINES)
        message.add_alternative(
            f"<html><head><style>p {{}}</style></head><body><table>{body}</table></body></html>",
            subtype="html",
        )
    return message.as_bytes()


@pytest.mark.parametrize("html", [True, False])
def test_mail(tmp_path, html):
    article = one(tmp_path, "a.eml", mail(html))
    assert article.text.rstrip() == FULL
    assert (article.title, article.published, article.publisher) == (
        TITLE,
        "2024-05-03T08:15:00+03:00",
        "Harbour Ledger",
    )


def test_bad_mail(tmp_path):
    rejected(tmp_path, "a.eml", b"", "empty file")
    rejected(tmp_path, "b.eml", "Subject: x\nContent-Type: image/png\n\n", "without text")


def pdf(lines):
    """A minimal PDF of one page; reportlab and the like are not needed for it."""
    body = (
        b"BT /F1 10 Tf 40 800 Td 14 TL " + b" ".join(b"(%s) Tj T*" % line.encode("latin-1") for line in lines) + b" ET"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(body), body), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</CreationDate(D:20240503081500Z)>>",
    ]  # fmt: skip
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        data
        + b"xref\n0 7\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    )


def test_pdf(tmp_path):
    article = one(tmp_path, "a.pdf", pdf([TITLE, LINES[0], *textwrap.wrap(LINES[1], 95), LINES[2]]))
    assert isinstance(article, Article), article
    assert article.text == "\n".join([TITLE, *LINES])
    assert (article.published, article.published_from) == ("2024-05-03", "metadata")


def test_bad_pdf(tmp_path):
    rejected(tmp_path, "a.pdf", pdf([""]), "without text")
    rejected(tmp_path, "b.pdf", b"%PDF-1.4 and then nothing", "damaged PDF")
    rejected(tmp_path, "c.pdf", b"no pdf", "damaged PDF")


def warc(gz):
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gz)
    for number, (status, kind, body) in enumerate(
        [
            ("200 OK", "text/html; charset=utf-8", PAGE),
            ("404 Not Found", "text/html", PAGE),
            ("200 OK", "image/png", "x"),
            ("200 OK", "text/html", "<html><body><p>Hi</p></body></html>"),
            ("200 OK", "text/html", PAGE),
        ]
    ):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
        record = writer.create_warc_record(
            f"https://h.example/{number}", "response", payload=io.BytesIO(body.encode()), http_headers=headers
        )
        writer.write_record(record)
    return out.getvalue()


@pytest.mark.parametrize(("name", "gz"), [("a.warc", False), ("a.warc.gz", True)])
def test_warc(tmp_path, name, gz):
    first, short, last = read(tmp_path, name, warc(gz))
    assert (first.text, first.source.url, first.source.line, first.published) == (
        FULL,
        "https://h.example/0",
        1,
        "2024-05-03T08:15:00+03:00",
    )
    assert "no article" in short.reason
    assert (last.text, last.source.line) == (FULL, 5)


@pytest.mark.parametrize(("name", "gz"), [("a.warc", False), ("a.warc.gz", True)])
def test_warc_cut_in_the_middle(tmp_path, name, gz):
    data = warc(gz)
    *kept, last = read(tmp_path, name, data[: -len(data) // 8])
    assert kept[0].text == FULL
    assert isinstance(last, Reject)
    assert "cut" in last.reason


@pytest.mark.parametrize("left", ["WARC/1.0\r\nWARC-Type: resp", "HTTP/1.0 200 OK\r\nCont"])
def test_warc_cut_in_the_headers_of_its_last_record(tmp_path, left):
    data = warc(False)
    *kept, last = read(tmp_path, "a.warc", data[: data.rindex(left.encode()) + len(left)])
    assert [kept[0].text, len(kept)] == [FULL, 2]
    assert isinstance(last, Reject)
    assert "cut in the middle" in last.reason
    assert last.line == 5


def test_no_warc(tmp_path):
    assert isinstance(one(tmp_path, "a.warc", b"nothing of the kind"), Reject)


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members, mode="w:gz"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


MEMBERS = {
    "a.txt": FULL.encode(),
    "sub/b.html": PAGE.encode(),
    "c.jsonl": b'{"text": "' + LINES[0].encode() + b'"}\n{"no": 1}',
    "logo.png": b"x",
}


@pytest.mark.parametrize(
    ("name", "pack"),
    [("x.zip", zipped), ("x.tar.gz", tarred), ("x.tgz", tarred), ("x.tar", lambda m: tarred(m, "w"))],
)
def test_archives(tmp_path, name, pack):
    found = read(tmp_path, name, pack(MEMBERS))
    assert [(part.source.path, part.source.line) if isinstance(part, Article) else (part.path, part.line) for part in found] == [
        (f"{name}/a.txt", None), (f"{name}/sub/b.html", None), (f"{name}/c.jsonl", 1), (f"{name}/c.jsonl", 2),
    ]  # fmt: skip
    assert [part.text for part in found[:2]] == [FULL, FULL]
    assert isinstance(found[3], Reject)


def test_archive_guards(tmp_path, monkeypatch):
    rejected(tmp_path, "a.zip", zipped({"bomb.txt": b" " * (30 << 20)}), "bomb")
    rejected(tmp_path, "b.zip", zipped({"../out.txt": FULL}), "leads out")
    rejected(tmp_path, "b.tar", tarred({"/etc/out.txt": FULL.encode()}, "w"), "leads out")
    rejected(tmp_path, "c.zip", zipped({"in.zip": zipped({"in.zip": zipped({"a.txt": FULL})})}), "deep")
    assert one(tmp_path, "d.zip", zipped({"in.zip": zipped({"a.txt": FULL})})).source.path == "d.zip/in.zip/a.txt"
    rejected(tmp_path, "e.zip", b"PK\x03\x04 cut", "cut or damaged")
    monkeypatch.setattr("pipeline.read.archive.MAX_MEMBERS", 2)
    rejected(tmp_path, "f.zip", zipped(MEMBERS), "over 2 members")


def test_tar_cut_in_the_middle_keeps_what_came_before(tmp_path):
    import random

    noise = random.Random(1).randbytes(200_000)
    first, last = read(tmp_path, "a.tar.gz", tarred({"a.txt": FULL.encode(), "b.txt": noise.hex().encode()})[:60_000])
    assert first.text == FULL
    assert "cut" in last.reason


def test_tar_links_are_refused(tmp_path):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("a.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    rejected(tmp_path, "a.tar", out.getvalue(), "link or device")
