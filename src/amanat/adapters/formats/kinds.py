"""What kind of file this is, by its content alone; names and extensions are never believed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from amanat.adapters.formats.text_signs import is_cues, is_mail, is_table

_ZIP_END = b"PK\x05\x06"
_TAIL = 70_000
"""A ZIP archive's directory ends within the last 22 bytes and a comment of at most 65,535."""


@dataclass(frozen=True, slots=True)
class Kind:
    """``parser`` is the name of the parser that reads it, or None; ``also`` a second kind that the file is
    as well.
    """

    name: str
    media_type: str
    parser: str | None = None
    also: str | None = None


TEXT = Kind("text", "text/plain")
HTML = Kind("a web page", "text/html", "html")
PDF = Kind("a PDF", "application/pdf", "pdf")
ARCHIVE = Kind("a ZIP archive", "application/zip", "archive")
MAIL = Kind("an e-mail", "message/rfc822", "mail")
TRANSCRIPT = Kind("a transcript", "text/vtt", "transcript")
TABLE = Kind("a table", "text/csv", "delimited")

CAPTURE = Kind("a web capture, or a gzip archive", "application/warc", "capture")

_UNREAD: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document, or one locked with a password"),
    (b"{\\rtf", "an RTF document"),
    (b"RIFF", "a sound or film (RIFF)"),
    (b"ID3", "a sound (MP3)"),
    (b"OggS", "a sound or film (Ogg)"),
    (b"fLaC", "a sound (FLAC)"),
    (b"\x1aE\xdf\xa3", "a film (Matroska)"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
    (b"age-encryption.org/", "an encrypted file (age)"),
    (b"%!PS", "a PostScript document"),
)
_PICTURES: tuple[tuple[re.Pattern[bytes], str, str], ...] = (
    (re.compile(rb"\xff\xd8\xff"), "a picture (JPEG)", "image/jpeg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "a picture (PNG)", "image/png"),
    (re.compile(rb"GIF8[79]a.{4}[\x00-\xff]{3}", re.S), "a picture (GIF)", "image/gif"),
    (re.compile(rb"II\*\x00|MM\x00\*"), "a picture (TIFF)", "image/tiff"),
    (re.compile(rb"RIFF.{4}WEBP", re.S), "a picture (WebP)", "image/webp"),
)
_HEIC = re.compile(rb".{4}ftyp(hei[cxms]|hev[cx]|mif1|msf1|avif)", re.S)
_FILM = re.compile(rb".{4}ftyp", re.S)
_PDF = re.compile(rb"^%PDF-\d\.\d[ \t]*([^ -~]|%|\Z)", re.M)
_ELEMENTS = (
    rb"!doctype\s+html|html|head|body|meta|title|div|p|article|section|main"
    rb"|h[1-6]|table|span|center|font|script"
)
# Possessive and atomic groups: a file made of comments without an end must not make the search explode.
_BEFORE = rb"(?:<\?xml[^>]{0,200}>|(?><!--.{0,2000}?-->)|\s)*+"
_HTML_START = re.compile(_BEFORE + rb"<(?:" + _ELEMENTS + rb")[\s>/]", re.I | re.S)
_HTML_INSIDE = re.compile(rb"<(html|body)[\s>]", re.I)
_XML = re.compile(rb"\s*<(\?xml|svg|rss|feed)\b", re.I)
_HEADERS = 64 * 1024
"""Mail servers write pages of their own above a mail."""


def kind_of(untrusted: bytes) -> Kind:
    """The file's kind.

    What stands at its first byte decides; that it is a second kind as well is said in ``also``.
    """
    head = untrusted[:4096]
    for start, name, media_type in _PICTURES:
        if start.match(head):
            return Kind(name, media_type, "picture")
    if head.startswith((b"\x1f\x8b", b"WARC/1.")):
        return CAPTURE
    if unread := _unread(head):
        return Kind(unread, "application/octet-stream")
    is_archive = _ZIP_END in untrusted[-_TAIL:]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        also = "a PDF" if _PDF.search(head[:1024]) else None
        return Kind(ARCHIVE.name, ARCHIVE.media_type, ARCHIVE.parser, also)
    if _is_pdf(untrusted, head):
        return Kind(PDF.name, PDF.media_type, PDF.parser, "a ZIP archive" if is_archive else None)
    return _text_kind(untrusted, is_archive)


def may_be_scanned(untrusted: bytes) -> bool:
    """Whether its pages may be pictures, which take longer to read."""
    return kind_of(untrusted).parser in ("pdf", "picture")


def _unread(head: bytes) -> str | None:
    if _HEIC.match(head):
        return "a photograph in the format of some telephones (HEIC, AVIF): save it as JPEG or PNG"
    if _FILM.match(head):
        return "a film (MP4)"
    if head.startswith(b"MZ") and b"\x00" not in head[:256]:
        return None  # two capitals that a text may begin with
    if head.startswith((b"RIFF", b"BZh", b"ID3")) and not _has_bytes_beyond_text(head):
        return None
    return next((name for start, name in _UNREAD if head.startswith(start)), None)


def _has_bytes_beyond_text(head: bytes) -> bool:
    return any(byte < 9 or 13 < byte < 32 for byte in head[:64])


def _is_pdf(untrusted: bytes, head: bytes) -> bool:
    """At the first byte, or within the first KB as viewers allow, if the rest looks like one too."""
    if _PDF.match(head):
        return True
    return bool(_PDF.search(head[:1024])) and (
        b"startxref" in untrusted[-_TAIL:] or b" obj" in untrusted[:_TAIL]
    )


def _text_kind(untrusted: bytes, is_archive: bool) -> Kind:
    """Markup of a web page, other markup, mail, a transcript, a table, or plain text."""
    also = "a ZIP archive" if is_archive else None
    narrow = _narrow(untrusted[:4096])
    if is_mail(_narrow(untrusted[:_HEADERS]).decode("utf-8", "replace")):
        return replace(MAIL, also=also)
    if _HTML_START.match(narrow) or _HTML_INSIDE.search(narrow):
        return replace(HTML, also=also)
    if _XML.match(narrow):
        return Kind("an XML document", "application/xml")
    head = narrow.decode("utf-8", "replace")
    if is_cues(head):
        return replace(TRANSCRIPT, also=also)
    return replace(TABLE if is_table(head) else TEXT, also=also)


def _narrow(head: bytes) -> bytes:
    """Without a byte order mark, and two-byte encodings without their zeros."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\x00", b"")
