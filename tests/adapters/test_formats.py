"""Files to text, through the real sandbox: every kind that is read, and every way in which a file can be
bad.
"""

import os
from pathlib import Path

import pytest
from documents import SENTENCES, archive, pdf, with_part, word

from amanat.adapters.formats import Extracted, Limits, extract, extract_bytes
from amanat.adapters.formats.answers import known
from amanat.adapters.sandbox import RefusalError
from amanat.core import format_errors as errors
from amanat.core.errors import Exit

PAGE = (
    "<!doctype html><html><head><title>T</title></head><body><h1>A night in March</h1>"
    f"<p>{SENTENCES}</p></body></html>"
)
REPORT = f"A night in March\n\n{SENTENCES}\n"


def flags(found: Extracted) -> set[str]:
    return {each.code for each in found.flags}


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (REPORT.encode(), "text/plain"),
        (PAGE.encode(), "text/html"),
        (PAGE.encode("utf-16"), "text/html"),
        (pdf([[SENTENCES]]), "application/pdf"),
        (word([SENTENCES]), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
    ids=["text", "html", "html in UTF-16", "pdf", "docx"],
)
@pytest.mark.parametrize("name", ["report.txt", "report.pdf", "--json", "x.exe", "日本 .html"])
def test_each_kind_is_read_whatever_it_is_called(
    tmp_path: Path, content: bytes, media_type: str, name: str
) -> None:
    (tmp_path / name).write_bytes(content)
    found = extract(tmp_path / name)
    assert found.media_type == media_type
    assert SENTENCES in found.text
    assert found.flags == ()


def bad(content: bytes, limits: Limits | None = None) -> errors.FormatError:
    with pytest.raises(errors.FormatError) as caught:
        extract_bytes(content, "report.bin", limits=limits)
    message = caught.value.message()
    assert "report.bin" in message
    assert "{" not in message
    assert caught.value.exit_code in (Exit.UNREAD, Exit.REFUSED)
    return caught.value


SOUND_PDF = pdf([[SENTENCES]] * 3)
SOUND_WORD = word([SENTENCES])


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", errors.EmptyFileError),
        (b" \r\n\t\n", errors.EmptyFileError),
        (b"\xef\xbb\xbf", errors.EmptyFileError),
        (b"... --- ...", errors.EmptyFileError),
        (bytes(range(256)) * 40, errors.UnknownBinaryError),
        (b"\x00" * 5000, errors.UnknownBinaryError),
        (os.urandom(70_000), errors.UnknownBinaryError),
        (b"OggS" + os.urandom(500), errors.UnsupportedKindError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), errors.UnsupportedKindError),
        (rb"{\rtf1\ansi A night in March}", errors.UnsupportedKindError),
        (b"\x7fELF" + bytes(500), errors.UnsupportedKindError),
        (b"MZ\x90\x00" + bytes(500), errors.UnsupportedKindError),
        (b"SQLite format 3\x00" + bytes(500), errors.UnsupportedKindError),
        (b"<?xml version='1.0'?><rss><item>x</item></rss>", errors.UnsupportedKindError),
        (archive({"ppt/presentation.xml": b"x"}), errors.UnsupportedKindError),
        (archive({"META-INF/container.xml": b"x"}), errors.UnsupportedKindError),
        (archive({"xl/workbook.xml": b"<x/>"}), errors.DocumentDamagedError),
        (
            archive({"content.xml": b"<x", "mimetype": b"application/vnd.oasis.opendocument.text"}),
            errors.DocumentDamagedError,
        ),
        (archive({}), errors.ArchiveEmptyError),
        (b"PK\x03\x04" + bytes(300), errors.ArchiveDamagedError),
        (SOUND_PDF[: len(SOUND_PDF) // 2], errors.PdfDamagedError),
        (b"%PDF-1.7\n", errors.PdfDamagedError),
        (b"%PDF-1.7\n" + os.urandom(5000), errors.PdfDamagedError),
        (pdf([[SENTENCES]], password="xyz"), errors.PdfEncryptedError),
        (pdf([[], []], pictures=True), errors.ScanIllegibleError),
        (SOUND_WORD[: len(SOUND_WORD) // 2], errors.DocxDamagedError),
        (with_part(SOUND_WORD, "word/document.xml", b"<w:document"), errors.DocxDamagedError),
        (
            with_part(SOUND_WORD, "word/document.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
            errors.DocumentUnsafeError,
        ),
        (word([""]), errors.NoTextError),
        (b"<html></html>", errors.NoTextError),
        (b"<html><body><script>alert(1)</script></body></html>", errors.NoTextError),
    ],
)
def test_each_bad_file_has_its_own_word(content: bytes, error: type[errors.FormatError]) -> None:
    assert type(bad(content)) is error


def test_the_cause_is_told_with_its_numbers() -> None:
    assert "a sound or film (Ogg)" in bad(b"OggS" + bytes(500)).message()
    assert "a PowerPoint presentation" in bad(archive({"ppt/presentation.xml": b"<x/>"})).message()
    assert "3 pages; more than 2" in bad(SOUND_PDF, Limits(pdf_pages=2)).message()


def test_a_file_of_more_megabytes_than_allowed_is_named_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(201 * 2**20)
    with pytest.raises(errors.FileTooLargeError, match="201 MB; a file of more than 200 MB"):
        extract(large, limits=Limits(file_mb=200))


def test_two_hundred_megabytes_of_text_are_refused_quickly_and_clearly(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_bytes(b"word " * (200 * 2**20 // 5))
    with pytest.raises(errors.TextTooLongError, match="longer than 8 MB"):
        extract(large)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_a_text_longer_than_allowed_is_refused_in_any_encoding(encoding: str) -> None:
    assert type(bad(("村民说。" * 200_000).encode(encoding), Limits(text_mb=1))) is errors.TextTooLongError


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for path, error in [
        (tmp_path, errors.NotAFileError),
        (tmp_path / "pipe", errors.NotAFileError),
        (Path("/dev/zero"), errors.NotAFileError),
        (tmp_path / "absent.txt", errors.FileMissingError),
        (loop, errors.FileForbiddenError),
    ]:
        with pytest.raises(error):
            extract(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text("x", encoding="utf-8")
    locked.chmod(0)
    with pytest.raises(errors.FileForbiddenError, match="Permission denied"):
        extract(locked)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-16", "UTF-16"), ("gb18030", "GB18030"), ("cp1251", "Windows-1251"), ("koi8-r", "KOI8-R")],
)
def test_the_encoding_of_a_text_is_said(encoding: str, name: str) -> None:
    text = "Жители посёлка рассказали, что в марте двух братьев увезли в районный отдел."
    if encoding == "gb18030":
        text = "村民说，三月份两兄弟被带到区里的派出所。家人没有得到任何解释，也不知道他们现在在哪里。"
    found = extract_bytes(text.encode(encoding), "report.txt")
    assert (found.text, found.encoding, found.flags) == (text, name, ())


def test_an_encoding_that_is_not_certain_is_flagged() -> None:
    assert "encoding-unsure" in flags(extract_bytes("Они.".encode("koi8-r"), "note.txt"))


def test_replaced_characters_are_flagged_with_their_number() -> None:
    found = extract_bytes(b"A report with one \x00 in it, and otherwise quite sound words.", "note.txt")
    assert [each.note for each in found.flags] == [
        "1 characters or bytes without meaning are shown as \ufffd."
    ]


def test_a_file_of_two_kinds_is_read_as_what_it_begins_with_and_said_so() -> None:
    packed = archive({"word/document.xml": b"<x/>"})
    found = extract_bytes(SOUND_PDF + packed, "report.pdf")
    assert found.media_type == "application/pdf"
    assert [each.note for each in found.flags if each.code == "two-kinds"] == [
        "The file is a ZIP archive as well as a PDF; it was read as a PDF only."
    ]
    assert "two-kinds" in flags(extract_bytes(PAGE.encode() + packed, "page.html"))
    assert "two-kinds" in flags(extract_bytes(REPORT.encode() + packed, "report.txt"))


def test_a_text_about_pdf_files_is_a_text() -> None:
    text = "%PDF-1.4 is how such a file begins.\nMZ and BZh and GIF8 are others, the expert said.\n"
    assert extract_bytes(text.encode(), "x").text == text
    for start in ("MZ", "GIF8", "BZh", "ID3", "RIFF"):
        assert (
            extract_bytes(f"{start} is what the label on the box said.".encode(), "x").media_type
            == "text/plain"
        )


def test_bombs_are_stopped_within_their_allowance() -> None:
    limits = Limits(seconds=10, memory_mb=512)
    bombs = {
        "zip": with_part(SOUND_WORD, "word/document.xml", b" " * (300 * 2**20)),
        "entities": b"<!DOCTYPE html ["
        + b"".join(b"<!ENTITY e%d '%s'>" % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 12))
        + b"]><html><body><p>&e11;</p></body></html>",
        "depth": b"<div>" * 200_000 + b"x" + b"</div>" * 200_000,
        "one line": b"<html><body><p>" + b"word <b>bold</b> " * 5_000_000,
        "comments": b"<!--" * 500_000 + b"<html>",
    }
    for name, bomb in bombs.items():
        try:
            found = extract_bytes(bomb, name, limits=limits)
        except errors.FormatError as error:
            assert error.code in (
                "document-unsafe",
                "parser-out-of-memory",
                "parser-timed-out",
                "text-too-long",
                "file-too-large",
                "no-text",
            ), name
        else:
            assert len(found.text) < 10_000_000, name


def test_nothing_outside_is_fetched_or_included(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("THE SECRET", encoding="utf-8")
    page = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><head>'
        f'<meta http-equiv="refresh" content="0;url=file://{secret}"></head><body><p>&x; {SENTENCES}</p>'
        f'<iframe src="file://{secret}"></iframe><object data="file://{secret}"></object></body></html>'
    )
    assert "THE SECRET" not in extract_bytes(page.encode(), "page.html").text
    package = with_part(
        SOUND_WORD,
        "word/document.xml",
        f'<!DOCTYPE x [<!ENTITY x SYSTEM "file://{secret}">]><x>&x;</x>'.encode(),
    )
    assert type(bad(package)) is errors.DocumentUnsafeError


def test_a_refusal_or_fact_that_the_sandbox_should_not_send_is_not_shown() -> None:
    assert type(known(RefusalError("sandbox-missing"), "x", Limits())) is errors.ParserFailedError
    assert type(known(RefusalError("pdf-without-text"), "x", Limits())) is errors.ParserFailedError
    long = known(RefusalError("unsupported-kind", kind="y" * 5000), "x", Limits())
    assert len(long.message()) < 600
