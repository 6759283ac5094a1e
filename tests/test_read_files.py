"""Files and folders: order, metadata beside a text, encodings, and one clear reject for each bad input."""

import gzip
import hashlib
import json
import os
import tracemalloc

import pytest

from pipeline.mentions import Article
from pipeline.read import Reject, base, read_inputs
from pipeline.read.names import sorted_names

TEXT = "Varna leases its northern quay\n\nMay 3, 2024\nThe port of Varna has agreed to lease its northern quay for twenty years, it said.\n"


def read(*paths, **options):
    return list(read_inputs(paths, **options))


def one(path, **options):
    found = read(path, **options)
    assert len(found) == 1
    return found[0]


def test_folder_in_order_with_paths_relative_to_it(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deep/d.txt", "z.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    for name in ("README.md", ".hidden.txt", "logo.png", "LICENSE"):
        (tmp_path / name).write_text("not an article", encoding="utf-8")
    assert [a.source.path for a in read(tmp_path)] == [
        "a.txt",
        "b.txt",
        "sub/c.txt",
        "sub/deep/d.txt",
        "z.txt",
    ]


def test_one_file_has_its_name_its_hash_and_its_date(tmp_path):
    path = tmp_path / "quay.txt"
    path.write_bytes(TEXT.encode())
    article = one(path)
    assert isinstance(article, Article)
    assert (article.source.path, article.source.media_type, article.source.text_of) == (
        "quay.txt",
        "text/plain",
        "utf-8",
    )
    assert article.source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (article.published, article.published_from, article.text) == ("2024-05-03", "text", TEXT)


def test_metadata_beside_a_text_is_no_article(tmp_path):
    (tmp_path / "quay.txt").write_text(TEXT, encoding="utf-8")
    beside = {
        "published": "2024-05-04",
        "title": "The quay",
        "publisher": "Ledger",
        "url": "https://x.example/",
        "authors": ["A B"],
        "facts": [],
    }
    (tmp_path / "quay.json").write_text(json.dumps(beside), encoding="utf-8")
    for given in (tmp_path, tmp_path / "quay.txt"):
        article = one(given)
        assert (article.published, article.published_from, article.title) == (
            "2024-05-04",
            "metadata",
            "The quay",
        )
        assert (article.publisher, article.source.url, article.authors) == (
            "Ledger",
            "https://x.example/",
            ["A B"],
        )
    assert read(tmp_path / "quay.json") == []


def test_broken_metadata_is_a_warning(tmp_path):
    (tmp_path / "quay.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "quay.json").write_text("{", encoding="utf-8")
    article = one(tmp_path)
    assert article.published == "2024-05-03"
    assert [w for w in article.warnings if "quay.json" in w and "not JSON" in w]


def test_option_beats_metadata(tmp_path):
    (tmp_path / "quay.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "quay.json").write_text('{"published": "2024-05-04"}', encoding="utf-8")
    article = one(tmp_path, published="2020-02-03T10:00:00Z")
    assert (article.published, article.published_from) == ("2020-02-03T10:00:00+00:00", "option")


def test_published_must_be_a_date():
    with pytest.raises(ValueError, match="'someday' is no date"):
        read_inputs(["x.txt"], published="someday")


def test_date_in_the_file_name(tmp_path):
    path = tmp_path / "2024-02-29-quay.txt"
    path.write_text(
        "The port of Varna has agreed to lease its northern quay for twenty years, it said.", encoding="utf-8"
    )
    assert (one(path).published, one(path).published_from) == ("2024-02-29", "filename")


@pytest.mark.parametrize(
    ("data", "text_of"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8 with byte order mark"),
        (TEXT.encode("utf-16"), "utf-16 by byte order mark"),
        ((TEXT + "A “£5m” café, it said — José agreed.\n").encode("cp1252"), "windows-1252 (guessed)"),
        ((TEXT + "A £5m café – José agreed.\n").encode("utf-16-le"), "utf-16-le (guessed)"),
    ],
)
def test_encodings(tmp_path, data, text_of):
    path = tmp_path / "quay.txt"
    path.write_bytes(data)
    article = one(path)
    assert article.source.text_of == text_of
    assert article.text.startswith(TEXT)
    assert "£" in article.text or "guessed" not in text_of


def test_line_ends_are_not_changed(tmp_path):
    path = tmp_path / "quay.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert one(path).text == TEXT.replace("\n", "\r\n")


def reject(path, reason, **options):
    found = one(path, **options)
    assert isinstance(found, Reject)
    assert found.stage == "read"
    assert reason in found.reason
    return found


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"%PDF-1.7 and so on", "PDF"),
        (bytes(range(256)) * 20, "binary"),
        (b"PK\x03\x04xxxx", "zip"),
        (b"\xff\xfe\x00", "cannot be decoded"),
    ],
)
def test_bad_text_files(tmp_path, data, reason):
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    assert reject(path, reason).path == "bad.txt"


def test_undecodable_bytes(tmp_path):
    path = tmp_path / "bad.txt"
    path.write_bytes(TEXT.encode() + bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF, 0x81, 0xFE]) * 40)
    reject(path, "undecodable bytes")


def test_fifty_megabytes_of_text_are_refused_in_bounded_memory(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        for _ in range(50):
            stream.write(b"The port of Varna said so. " * 38837)
    tracemalloc.start()
    reject(path, f"more than {base.MAX_TEXT_BYTES >> 20} MiB")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * base.MAX_TEXT_BYTES


def test_missing_vanished_unreadable(tmp_path, monkeypatch):
    reject(tmp_path / "none.txt", "no such file")
    reject(str(tmp_path / "*.txt"), "no file fits")
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    reject(tmp_path, "broken link")
    (tmp_path / "link.txt").unlink()
    path = tmp_path / "quay.txt"
    path.write_text(TEXT, encoding="utf-8")

    def denied(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", denied)
    reject(path, "permission denied")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_fifo_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    reject(tmp_path, "FIFO")


def test_symlink_loop_is_walked_once(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "quay.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "same").symlink_to(tmp_path / "sub")
    assert len(read(tmp_path)) == 1


def test_bad_inputs_do_not_harm_the_rest(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "c.bin").write_bytes(bytes(100))
    (tmp_path / "d.odd").write_text("who knows", encoding="utf-8")
    assert [type(found).__name__ for found in read(tmp_path)] == ["Reject", "Article", "Reject", "Reject"]


def test_folder_without_articles_yields_nothing(tmp_path):
    (tmp_path / "style.css").write_text("p {}", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    assert read(tmp_path) == []


def test_glob(tmp_path):
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert [a.source.path for a in read(str(tmp_path / "*.txt"))] == ["a.txt", "b.txt"]


def lines(tmp_path, *rows):
    path = tmp_path / "many.jsonl"
    path.write_bytes(b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows))
    return path


def test_jsonl(tmp_path):
    row = {
        "id": "7",
        "text": TEXT,
        "title": "The quay",
        "published": "2024-05-04",
        "publisher": "Ledger",
        "authors": ["A B"],
        "url": "u",
        "language": "en",
    }
    path = lines(tmp_path, row, b"", {"text": TEXT, "title": None, "authors": [], "published": None})
    first, second = read(path)
    assert (first.title, first.published, first.published_from, first.publisher) == (
        "The quay",
        "2024-05-04",
        "metadata",
        "Ledger",
    )
    assert (first.source.path, first.source.line, first.source.sha256) == (
        "many.jsonl",
        1,
        hashlib.sha256(json.dumps(row).encode()).hexdigest(),
    )
    assert (second.source.line, second.published, second.published_from) == (3, "2024-05-03", "text")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (b"{broken", "not JSON"),
        (b"[1]", "must be an object"),
        (b'"text"', "must be an object"),
        ({"title": "no text"}, "no field 'text'"),
        ({"text": 5}, "must be a string"),
        ({"text": None}, "no field 'text'"),
        ({"text": "  "}, "is empty"),
        (b'{"text": "\xff"}', "not UTF-8"),
        (b'{"text": "a", "score": NaN}', "NaN"),
        (b"[" * 100_000, "not"),
    ],
)
def test_bad_jsonl_line_is_one_reject(tmp_path, row, reason):
    first, bad, last = read(lines(tmp_path, {"text": TEXT}, row, {"text": TEXT}))
    assert isinstance(first, Article) and isinstance(last, Article)
    assert isinstance(bad, Reject)
    assert (bad.path, bad.line) == ("many.jsonl", 2)
    assert reason in bad.reason


def test_jsonl_odd_metadata_is_ignored_with_a_warning(tmp_path):
    article = one(lines(tmp_path, {"text": TEXT, "title": 5, "published": "whenever"}))
    assert article.title == "Varna leases its northern quay"
    assert article.published == "2024-05-03"
    assert len(article.warnings) == 2


def test_jsonl_lone_surrogate(tmp_path):
    article = one(
        lines(tmp_path, b'{"text": "The port paid \\ud800 for the quay in Varna.", "published": "2024-01-01"}')
    )
    assert article.text == "The port paid \ufffd for the quay in Varna."
    assert len(article.warnings) == 1


def test_endless_jsonl_line_is_skipped_in_bounded_memory(tmp_path):
    path = tmp_path / "many.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "')
        for _ in range(40):
            stream.write(b"a" * (1 << 20))
        stream.write(b'"}\n' + json.dumps({"text": TEXT}).encode())
    tracemalloc.start()
    found = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [type(part).__name__ for part in found] == ["Reject", "Article"]
    assert found[1].source.line == 2
    assert peak < 3 * base.MAX_TEXT_BYTES


def test_gzip_of_text_and_jsonl_and_a_cut_one(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": TEXT}).encode()))
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(TEXT.encode())[:-20])
    (tmp_path / "d.txt.gz").write_bytes(b"no gzip at all")
    text, line, cut, none = read(tmp_path)
    assert (text.text, line.text) == (TEXT, TEXT)
    assert "damaged or cut" in cut.reason
    assert "damaged or cut" in none.reason


def test_gzip_bomb_is_refused(tmp_path):
    path = tmp_path / "bomb.txt.gz"
    with gzip.open(path, "wb") as stream:
        for _ in range(20):
            stream.write(b" " * (1 << 20))
    reject(path, "too large")


def test_same_input_gives_the_same_articles(tmp_path):
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(TEXT + str(number), encoding="utf-8")
    assert read(tmp_path) == read(tmp_path)


def test_since_and_until(tmp_path):
    rows = [{"text": TEXT, "published": day} for day in ("2024-01-01", "2024-02-01T23:30:00-05:00", "2024-03-01")]
    path = lines(tmp_path, *rows, {"text": "The port of Varna has agreed to lease its quay, it said."})
    kept = [a for a in read(path, since="2024-02-01", until="2024-02-01") if isinstance(a, Article)]
    assert [a.source.line for a in kept] == [2]
    second, third, undated = read(path, since="2024-01-15")
    assert (second.source.line, third.source.line, undated.line) == (2, 3, 4)
    assert "no publication date" in undated.reason
    with pytest.raises(ValueError, match="until 'soon' is no date"):
        read_inputs([path], until="soon")


def test_fix_text_only_when_asked(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        "The port paid \u00e2\u201a\u00ac5m to JosÃ© of Varna, it said — “gladly”.\r\n",
        encoding="utf-8",
        newline="",
    )
    assert "JosÃ©" in one(path).text
    article = one(path, fix_text=True)
    assert article.text == "The port paid €5m to José of Varna, it said — “gladly”.\r\n"
    assert "mended by ftfy" in article.source.text_of


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (TEXT, "text/plain"),
        (json.dumps({"text": TEXT}), "application/jsonl"),
        (json.dumps([{"text": TEXT}]), "application/json"),
    ],
)
def test_standard_input(monkeypatch, data, media):
    import io

    class Stdin:
        buffer = io.BytesIO(data.encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    article = one("-")
    assert (article.text, article.source.path, article.source.media_type) == (TEXT, "stdin", media)


def test_standard_input_without_anything(monkeypatch):
    import io

    class Stdin:
        buffer = io.BytesIO(b"")

    monkeypatch.setattr("sys.stdin", Stdin)
    reject("-", "empty")


def test_a_large_folder_is_listed_by_name_only(tmp_path):
    for number in range(3000):
        (tmp_path / f"{number:05}.txt").write_bytes(TEXT.encode())
    one(tmp_path / "00000.txt")  # loads the models
    tracemalloc.start()
    found = read_inputs([tmp_path])
    first = next(found)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    found.close()
    assert first.source.path == "00000.txt"
    assert peak < 3_000_000


@pytest.mark.parametrize("count", [0, 1, 4, 5, 6, 23])
def test_names_are_sorted_piece_by_piece(tmp_path, count):
    names = [f"{number * 7919 % 1000:03}\n é{number}" for number in range(count)]
    for name in [*names, os.fsdecode(b"odd \xff\xfe name")] if count else []:
        (tmp_path / name).touch()
    there = [path.name for path in tmp_path.iterdir()]
    assert len(there) == (count + 1 if count else 0)
    assert list(sorted_names(tmp_path, held=5)) == sorted(there)


def test_the_names_of_a_large_folder_are_not_held(tmp_path):
    for number in range(20_000):
        (tmp_path / f"{number:0100}").touch()
    tracemalloc.start()
    count = sum(1 for _ in sorted_names(tmp_path, held=1000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 1_500_000  # all of them take 3 MB


def test_help_stays_fast_because_heavy_libraries_come_late():
    import subprocess
    import sys

    code = "import sys, pipeline.read; print([m for m in ('trafilatura', 'dateparser', 'py3langid', 'lxml', 'feedparser', 'pypdf', 'warcio', 'charset_normalizer', 'ftfy') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
