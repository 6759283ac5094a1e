"""Bytes to text: byte order mark, declared charset, UTF-8, then a guess that is named as one."""

from __future__ import annotations

import codecs
import re

from .base import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8 with byte order mark"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32 by byte order mark"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32 by byte order mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16 by byte order mark"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16 by byte order mark"),
)
#: Encodings that news texts come in; a guess outside them is more often wrong than right.
_GUESSED = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859_15", "koi8_r", "mac_roman",
    "utf_16_le", "utf_16_be", "cp932", "euc_jp", "gb18030", "big5", "cp949",
]  # fmt: skip
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"7z\xbc\xaf", "a 7-Zip file"),
    (b"RIFF", "a sound, image or film file"),
    (b"OggS", "a sound file"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65536


def is_binary(data: bytes) -> str | None:
    """What kind of binary file this is, None when the bytes may be text.

    Judged by known first bytes and by the share of control characters (over 1 %) in the first 64 KiB.
    """
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if any(data.startswith(mark) for mark, _, _ in _MARKS) or _utf16_without_mark(data):
        return None
    sample = data[:_SAMPLE]
    return "binary data" if sample and len(_CONTROL.findall(sample)) > len(sample) / 100 else None


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of `data` and how it was decoded ("utf-8", "windows-1252 (guessed)", …).

    Tries the byte order mark, `declared` (a charset's name from a header), UTF-8 and then charset-normalizer,
    in this order. Raises Unreadable for bytes that no charset makes into text.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(codec), name
            except UnicodeDecodeError as error:
                raise Unreadable(
                    f"cannot be decoded as {name} (byte {error.start}); save it as UTF-8"
                ) from error
    text = _declared(data, declared)
    if text is not None:
        return text, _name(str(declared))
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guess(data)


def _declared(data: bytes, declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        # "iso-8859-1" in a header means windows-1252 (WHATWG Encoding Standard, section 4.2)
        name = codecs.lookup(declared.strip().strip("\"'")).name
        return data.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, ValueError):  # an unknown charset, or one with a NUL in its name
        return None


def _guess(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 4 * _SAMPLE], cp_isolation=_GUESSED).best()
    if best is None or best.chaos > 0.15:
        raise Unreadable(
            "undecodable bytes: neither UTF-8 nor any charset that makes sense; save it as UTF-8"
        )
    try:
        return data.decode(best.encoding), f"{_name(best.encoding)} (guessed)"
    except UnicodeDecodeError as error:
        raise Unreadable(f"undecodable bytes at {error.start}; save it as UTF-8") from error


def _utf16_without_mark(data: bytes) -> bool:
    """Latin text in UTF-16 has a zero in every other byte."""
    sample = data[:2000]
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    return len(sample) >= 8 and max(zeros) > 0.4 * len(sample) / 2 and min(zeros) == 0


def _name(codec: str) -> str:
    """A charset's usual name: "windows-1252" for "cp1252"."""
    name = codecs.lookup(codec.strip().strip("\"'")).name
    match = re.fullmatch(r"cp(125\d)", name)
    return f"windows-{match.group(1)}" if match else name.replace("_", "-")
