"""Web captures through the real sandbox: which page is read, what is said of it, and captures that are traps."""

from __future__ import annotations

import gzip
import time
import zlib

import brotli
import pytest
from documents import pdf
from warcs import ADDRESS, PAGE, SENTENCES, answer, endless, wacz, warc

from amanat.adapters.formats import Extracted, extract_bytes
from amanat.adapters.formats.captures.flags import capture_flags
from amanat.core import format_errors as errors


def note(found: Extracted, code: str) -> str:
    return next((each.note for each in found.flags if each.code == code), "")


def refused(content: bytes) -> errors.FormatError:
    with pytest.raises(errors.FormatError) as caught:
        extract_bytes(content, "capture")
    assert "The file itself is untouched." in caught.value.message()
    return caught.value


OTHER = answer(PAGE.replace(b"Tasbulak", b"Elsewhere"), "https://courier.example/other")


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_is_read_as_its_page_with_address_and_date(packed: bool) -> None:
    found = extract_bytes(warc([answer()], packed=packed), "page.warc")
    assert found.text == f"A night in March\n\n{SENTENCES}\n"
    assert found.media_type == "application/warc"
    assert note(found, "captured") == f"Captured from {ADDRESS} on 2024-03-09 08:15 UTC with Crawler 3.1."
    assert [each.code for each in found.flags] == ["captured"]


@pytest.mark.parametrize(
    ("name", "packing"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)]
)
def test_an_answer_is_unpacked_as_its_headers_say(name: str, packing: object) -> None:
    body = packing(PAGE)  # type: ignore[operator]
    assert SENTENCES in extract_bytes(warc([answer(body, Content_Encoding=name)]), "page.warc").text


def test_pictures_errors_and_redirects_are_not_taken_for_the_page() -> None:
    made = warc(
        [
            answer(b"\x89PNG", "https://courier.example/logo.png", Content_Type="image/png"),
            answer(b"", "https://courier.example/", 301, Location="/news/12"),
            answer(b"<html><body><p>Not found</p></body></html>", "https://courier.example/robots.txt", 404),
            answer(),
            OTHER,
        ]
    )
    found = extract_bytes(made, "page.warc")
    assert SENTENCES in found.text
    assert "holds 1 other pages" in note(found, "capture-other-pages")


def test_a_wacz_is_read_as_the_page_it_was_made_for() -> None:
    found = extract_bytes(wacz({"data.warc.gz": warc([OTHER, answer()])}), "page.wacz")
    assert SENTENCES in found.text
    assert found.media_type == "application/wacz"
    assert not note(found, "capture-changed")


def test_the_page_that_was_asked_for_is_followed_where_it_leads() -> None:
    leading = answer(b"", "https://courier.example/short", 302, Location="/news/12#top")
    made = wacz(
        {"data.warc": warc([OTHER, leading, answer()], packed=False)}, main="https://courier.example/short"
    )
    assert SENTENCES in extract_bytes(made, "page.wacz").text


def test_redirects_in_a_circle_end() -> None:
    circle = answer(b"", ADDRESS, 302, Location=ADDRESS)
    assert SENTENCES not in extract_bytes(wacz({"data.warc.gz": warc([circle, OTHER])}), "page.wacz").text


def test_the_page_as_the_browser_showed_it_comes_before_what_was_sent() -> None:
    empty = answer(b"<html><body><div id=app></div><script src=x.js></script></body></html>")
    found = extract_bytes(wacz({"data.warc.gz": warc([empty], rendered={ADDRESS: PAGE})}), "page.wacz")
    assert SENTENCES in found.text
    assert note(found, "captured").endswith("read as the browser showed it once its scripts had run.")


def test_a_captured_pdf_is_read_as_one() -> None:
    made = warc([answer(pdf([[SENTENCES]]), Content_Type="application/pdf")])
    assert SENTENCES.split(".")[0] in extract_bytes(made, "page.warc").text


def test_an_error_that_was_captured_is_read_and_said() -> None:
    gone = answer(PAGE, status=410)
    assert "the server answered 410" in note(extract_bytes(warc([gone]), "page.warc"), "captured")


# -- damaged, changed, hostile ---------------------------------------------------------------------------------


def test_a_warc_cut_off_behind_its_page_is_read_and_flagged() -> None:
    whole = warc([answer(), answer(PAGE * 50, "https://courier.example/long")])
    found = extract_bytes(whole[:-60], "page.warc")
    assert SENTENCES in found.text
    assert note(found, "capture-cut-off")


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_cut_off_before_its_page_is_named(packed: bool) -> None:
    whole = warc([answer(b"\x89PNG" * 400, Content_Type="image/png")], packed=packed)
    assert type(refused(whole[: len(whole) - 200])) is errors.CaptureDamagedError
    assert refused(whole[:40]).code in ("capture-damaged", "capture-without-page", "unsupported-kind")


@pytest.mark.parametrize("at", range(20, 900, 80))
def test_a_damaged_warc_never_breaks_the_reading(at: int) -> None:
    whole = bytearray(warc([answer(), OTHER], packed=at % 160 == 20))
    whole[at : at + 8] = b"\x00\xff\x13\r\n\x80::"
    try:
        found = extract_bytes(bytes(whole), "page.warc")
    except errors.FormatError as error:
        assert error.code in ("capture-damaged", "capture-without-page", "unsupported-kind", "no-text")
    else:
        assert found.text


def test_a_capture_that_is_not_what_its_digests_say_is_flagged() -> None:
    made = wacz({"data.warc.gz": warc([answer()])}, honest=False)
    assert "archive/data.warc.gz" in note(extract_bytes(made, "page.wacz"), "capture-changed")
    plain = warc([answer()], packed=False)
    changed = plain.replace(b"Tasbulak", b"Tasbolak")
    assert ADDRESS in note(extract_bytes(changed, "page.warc"), "capture-changed")


def test_a_capture_without_a_page_is_named() -> None:
    error = refused(warc([answer(b"\x89PNG", Content_Type="image/png")]))
    assert type(error) is errors.CaptureWithoutPageError
    assert "2 records" in error.message()


@pytest.mark.parametrize("pack", [False, True], ids=["warc", "wacz"])
def test_a_capture_that_is_a_bomb_is_stopped_in_seconds(pack: bool) -> None:
    bomb = endless(1500)
    assert len(bomb) < 3_000_000
    began = time.monotonic()
    error = refused(wacz({"data.warc.gz": bomb}) if pack else bomb)
    assert type(error) is errors.DocumentUnsafeError
    assert "more than 1024 MB" in error.message()
    assert time.monotonic() - began < 30


def test_a_wacz_that_is_a_bomb_by_its_directory_is_not_unpacked() -> None:
    made = wacz(
        {"data.warc": warc([answer()], packed=False)}, more={"archive/zero.warc": bytes(1100 * 2**20)}
    )
    began = time.monotonic()
    assert type(refused(made)) is errors.DocumentUnsafeError
    assert time.monotonic() - began < 10


def test_a_page_that_unpacks_without_end_is_cut_short_and_refused_by_its_length() -> None:
    bomb = gzip.compress(b"<html><body><p>" + b"word " * (100 * 2**20 // 5))
    assert refused(warc([answer(bomb, Content_Encoding="gzip")])).code in (
        "file-too-large",
        "text-too-long",
        "parser-out-of-memory",
        "parser-timed-out",
    )


@pytest.mark.parametrize(
    "content",
    [gzip.compress(b"x" * 5000), gzip.compress(b""), b"\x1f\x8b" + bytes(100)],
    ids=["text", "nothing", "damaged"],
)
def test_gzip_that_is_no_capture_is_named(content: bytes) -> None:
    error = refused(content)
    assert type(error) is errors.UnsupportedKindError
    assert "gzip archive" in error.message()


@pytest.mark.parametrize(
    "described",
    [b"", b"[]", b"{", b'{"resources": [7, {"path": 3}]}', b"[" * 100_000],
    ids=["empty", "a list", "cut off", "of another shape", "deep"],
)
def test_a_description_that_is_none_does_not_hinder(described: bytes) -> None:
    made = wacz({"data.warc.gz": warc([answer()])}, more={"datapackage.json": described})
    assert SENTENCES in extract_bytes(made, "page.wacz").text


@pytest.mark.parametrize(
    "address", ["https://courier.example/\u202e\x1b[2Jgnp", "https://courier.example/" + "x" * 5000]
)
def test_an_address_can_neither_hide_nor_flood(address: str) -> None:
    facts = {"url": address, "date": "soon\x1b", "status": 200, "software": "x", "rendered": False, "others": 0,
             "cut_off": False, "changed": []}  # fmt: skip
    said = capture_flags(facts)[0].note
    assert said.replace("…", "").isascii()
    assert said.isprintable()
    assert len(said) < 500
    assert "at a time it does not tell" in said
