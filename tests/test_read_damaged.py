"""Damaged files of every format give an Article or a Reject, never an error, and what they give can be written."""

import gzip
import random

import orjson
import pytest

from pipeline.mentions import Article
from pipeline.read import Reject, read_inputs
from tests import test_read_formats as formats
from tests import test_read_html as pages

SOUND = {
    "a.txt": formats.FULL.encode(),
    "a.txt.gz": gzip.compress(formats.FULL.encode()),
    "a.jsonl": b'{"text": "The port said so.", "published": 1709543700}\n{"text": "b"}',
    "a.json": b'[{"text": "The port said so.", "authors": [{"name": "A B"}]}]',
    "a.csv": b'text,title\n"The port said so.",x\n',
    "a.md": b"# Title\n\n- one\n- two\n",
    "a.html": pages.SHAPES["json-ld"].encode(),
    "a.mhtml": b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + formats.PAGE.encode(),
    "a.rss": formats.RSS.encode(),
    "a.xml": formats.NEWSML.encode(),
    "a.nitf": formats.NITF.encode(),
    "a.eml": formats.mail(),
    "a.pdf": formats.pdf([formats.TITLE, *formats.LINES]),
    "a.warc": formats.warc(False),
    "a.warc.gz": formats.warc(True),
    "a.zip": formats.zipped(formats.MEMBERS),
    "a.tar.gz": formats.tarred(formats.MEMBERS),
}
PIECES = [
    b"<",
    b">",
    b'"',
    b"{",
    b"\\",
    b"\xff\xfe",
    b"\x00",
    b"&#x110000;",
    b"\\ud800",
    b"9" * 400,
    b"2024-02-30",
    b'charset="x\x00"',
]


def damaged(data, chance):
    data = bytearray(data)
    for _ in range(chance.choice([1, 2, 5, 30])):
        at, kind = chance.randrange(len(data) + 1), chance.random()
        if kind < 0.4:
            data[at : at + 1] = bytes([chance.randrange(256)])
        elif kind < 0.6:
            del data[at : at + chance.randrange(1, 40)]
        elif kind < 0.7:
            del data[at:]
        else:
            data[at:at] = chance.choice(PIECES)
    return bytes(data)


@pytest.mark.parametrize("name", SOUND)
def test_damaged(tmp_path, name):
    chance = random.Random(name)
    path = tmp_path / name
    for _ in range(25):
        path.write_bytes(damaged(SOUND[name], chance))
        for found in read_inputs([path]):
            assert isinstance(found, Article | Reject)
            orjson.dumps(found)  # refuses lone surrogates
