"""ZIP archives of files: listed, and taken out one by one without ever touching the disk."""

import io
import os
import zipfile

import pytest
from documents import SENTENCES, archive, pdf

from amanat.adapters.formats import Limits, extract_bytes, unpack
from amanat.core import format_errors as errors


def taken_out(content: bytes) -> list[tuple[str, bytes]]:
    return [(each.untrusted_name, each.untrusted) for each in unpack(content, "a.zip")]


FILES = {
    "b/story.txt": SENTENCES.encode(),
    "a.pdf": pdf([[SENTENCES]]),
    "b/z.bin": os.urandom(500),
    "empty": b"",
}


def test_an_archive_lists_its_files_in_its_order() -> None:
    found = extract_bytes(archive(FILES), "a.zip")
    assert found.text == "A ZIP archive of 4 files:\n\nb/story.txt\na.pdf\nb/z.bin\nempty\n"
    assert (found.media_type, found.members, found.list_only) == ("application/zip", 4, True)
    assert taken_out(archive(FILES)) == list(FILES.items())


def test_what_systems_put_in_beside_is_left() -> None:
    content = archive(
        {"__MACOSX/._a": b"x", "a/.DS_Store": b"x", "Thumbs.db": b"x", "a/": b"", "a/story.txt": b"y"}
    )
    assert taken_out(content) == [("a/story.txt", b"y")]


def test_names_are_read_as_they_were_written() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("интервью с соседом посёлка.txt", b"x")
        packed.writestr("../../etc/passwd", b"y")
    old = zipfile.ZipInfo("x" * 27)
    made = file.getvalue()
    assert [name for name, _ in taken_out(made)] == ["интервью с соседом посёлка.txt", "../../etc/passwd"]
    raw = archive({old.filename: b"z"}).replace(b"x" * 27, "интервью с соседом посёлка.".encode("cp866"))
    assert [name for name, _ in taken_out(raw)] == ["интервью с соседом посёлка."]


def test_a_large_file_comes_out_in_pieces_and_whole() -> None:
    large = os.urandom(40 * 2**20)
    content = archive({"before": b"1", "large": large, "after": b"2"})
    assert taken_out(content) == [("before", b"1"), ("large", large), ("after", b"2")]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (archive({}), errors.ArchiveEmptyError),
        (archive({"x": bytes(400 * 2**20)}), errors.DocumentUnsafeError),
        (archive({f"{n}.txt": b"x" for n in range(1001)}), errors.TooManyMembersError),
        (archive(FILES)[:-60], errors.ArchiveDamagedError),
    ],
    ids=["empty", "bomb", "too many", "cut off"],
)
def test_bad_archives_are_named(content: bytes, error: type[errors.FormatError]) -> None:
    with pytest.raises(error):
        extract_bytes(content, "a.zip")


def test_more_than_is_taken_in_is_not_unpacked() -> None:
    with pytest.raises(errors.ArchiveTooLargeError):
        extract_bytes(
            archive({"x": os.urandom(2**20), "y": b"they came " * 300_000}), "a.zip", limits=Limits(file_mb=2)
        )


def _locked(content: bytes, name: bytes) -> bytes:
    """The flag of encryption set for one entry, in both of its records."""
    made = bytearray(content)
    made[made.find(b"PK\x03\x04", made.find(name) - 30) + 6] |= 1
    made[made.rfind(b"PK\x01\x02", 0, made.rfind(name)) + 8] |= 1
    return bytes(made)


def test_locked_files_are_told_of() -> None:
    both = _locked(archive({"a.txt": b"x", "b.txt": b"y"}), b"b.txt")
    assert [each.code for each in extract_bytes(both, "a.zip").flags] == ["members-locked"]
    assert taken_out(both) == [("a.txt", b"x")]
    with pytest.raises(errors.DocumentLockedError):
        extract_bytes(_locked(archive({"b.txt": b"y"}), b"b.txt"), "a.zip")


def test_a_pdf_that_is_a_zip_is_read_as_a_pdf_and_said_so() -> None:
    found = extract_bytes(pdf([[SENTENCES]]) + archive(FILES), "x.pdf")
    assert (found.media_type, found.members) == ("application/pdf", 0)
    assert "two-kinds" in {each.code for each in found.flags}
