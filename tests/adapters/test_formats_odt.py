"""OpenDocument texts: what LibreOffice shows is what is read."""

import pytest
from documents import SENTENCES, odt, with_part

from amanat.adapters.formats import extract_bytes
from amanat.core import format_errors as errors


def paragraphs(content: bytes) -> list[str]:
    return extract_bytes(content, "x.odt").text.strip().split("\n\n")


def test_a_document_in_its_order() -> None:
    found = extract_bytes(
        odt(
            f"<text:h>Testimony</text:h><text:p>{SENTENCES}</text:p>"
            "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell>"
            "<table:table-cell><text:p>Daulet</text:p></table:table-cell></table:table-row></table:table>",
            title="Testimony 12",
        ),
        "x",
    )
    assert found.text.strip().split("\n\n") == ["Testimony", SENTENCES, "one", "Name\tDaulet"]
    assert (found.title, found.media_type) == ("Testimony 12", "application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<text:p>They  were\n taken</text:p>", ["They were taken"]),
        ('<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>', ["a   b\tc\nd"]),
        ("<text:p>taken <text:span>at</text:span> night</text:p>", ["taken at night"]),
        ("<text:p>see <text:a>the letter</text:a>.</text:p>", ["see the letter."]),
        (
            "<text:tracked-changes><text:changed-region><text:p>planted</text:p></text:changed-region>"
            "</text:tracked-changes><text:p>kept</text:p>",
            ["kept"],
        ),
        (
            "<text:p>so<office:annotation><text:p>I doubt it</text:p></office:annotation> it was</text:p>",
            ["so it was"],
        ),
        (
            "<text:p>Taken<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            "<text:p>Told by a neighbour.</text:p></text:note-body></text:note> at night.</text:p>"
            "<text:p>End.</text:p>",
            ["Taken at night.", "End.", "Told by a neighbour."],
        ),
        (
            "<text:p>before<draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame></text:p>",
            ["before\nin a box"],
        ),
    ],
)
def test_what_is_shown_is_what_is_read(inside: str, shown: list[str]) -> None:
    assert paragraphs(odt(inside)) == shown


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (odt("<text:p/>"), errors.NoTextError),
        (odt("<text:p>"), errors.DocumentDamagedError),
        (odt("<text:p>x</text:p>", sort="presentation"), errors.UnsupportedKindError),
        (
            odt(
                "<text:p>x</text:p>",
                manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
            ),
            errors.DocumentLockedError,
        ),
        (
            with_part(
                odt("x"), "content.xml", b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"
            ),
            errors.DocumentUnsafeError,
        ),
        (with_part(odt("x"), "content.xml", b" " * (300 * 2**20)), errors.DocumentUnsafeError),
    ],
    ids=["empty", "damaged", "slides", "locked", "entities", "bomb"],
)
def test_bad_ones_are_named(content: bytes, error: type[errors.FormatError]) -> None:
    with pytest.raises(error):
        extract_bytes(content, "x.odt")


def test_one_cut_off_is_named() -> None:
    whole = odt(f"<text:p>{SENTENCES}</text:p>")
    with pytest.raises(errors.DocumentDamagedError):
        extract_bytes(whole[: len(whole) // 2], "x.odt")
