"""Scans and photographs through the real sandbox and the real tesseract; and what is said where it cannot read."""

from __future__ import annotations

import shutil
import struct
import textwrap
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein
from scanned import ARABIC, ENGLISH, FONT, KAZAKH, RUSSIAN, UYGHUR, as_file, page, scanned_pdf, worn

from amanat.adapters.formats import Extracted, extract_bytes, extracting, scanning
from amanat.adapters.formats.scans.flags import listed, scan_flags
from amanat.adapters.formats.scans.packs import find
from amanat.core import format_errors as errors

HERE = find("")
WANTED = {"ara", "eng", "kaz", "osd", "rus", "uig"}

pytestmark = [
    pytest.mark.skipif(not set(HERE.installed) >= WANTED, reason="tesseract's packs are not installed here"),
    pytest.mark.skipif(not Path(FONT).exists(), reason="the DejaVu fonts are not installed here"),
]


def wrong(found: str, wanted: str) -> float:
    """The share of letters that are wrong; spaces do not count."""
    one, other = "".join(wanted.split()), "".join(found.split())
    return Levenshtein.distance(one, other) / len(one)


def pages(found: Extracted) -> list[str]:
    """The text of each page."""
    starts = [mark.start for mark in found.positions.marks]
    return [found.text[start:end] for start, end in zip(starts, (*starts[1:], None), strict=True)]


def note(found: Extracted, code: str) -> str:
    return next((each.note for each in found.flags if each.code == code), "")


@pytest.mark.parametrize(
    ("text", "most_wrong", "pack"),
    [
        (ENGLISH, 0.0, "eng"),
        (RUSSIAN, 0.0, "rus"),
        (KAZAKH, 0.01, "kaz"),
        (ARABIC, 0.08, "ara"),
        (UYGHUR, 0.08, "uig"),
    ],
    ids=["English", "Russian", "Kazakh", "Arabic", "Uyghur"],
)
def test_a_photograph_of_text_is_read_in_the_language_of_its_letters(
    text: str, most_wrong: float, pack: str
) -> None:
    found = extract_bytes(as_file(page(text)), "photo.png")
    assert wrong(found.text, text) <= most_wrong
    assert found.media_type == "image/png"
    said = note(found, "read-from-scan")
    assert "letters may be wrong" in said
    assert pack in said
    assert "of 100 sure" in said
    assert not note(found, "scan-turned")


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_upside_down_or_on_its_side_is_turned(turned: int) -> None:
    found = extract_bytes(as_file(page(RUSSIAN).rotate(turned, expand=True)), "photo.png")
    assert wrong(found.text, RUSSIAN) == 0
    assert "Page 1 stood upside down" in note(found, "scan-turned")


def test_what_the_camera_says_of_its_position_is_heeded() -> None:
    exif = Image.Exif()
    exif[0x0112] = 3  # held upside down
    photo = as_file(page(ENGLISH).rotate(180), "JPEG", exif=exif)
    found = extract_bytes(photo, "photo.jpg")
    assert wrong(found.text, ENGLISH) == 0
    assert not note(found, "scan-turned")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "WEBP"])
def test_each_kind_of_picture_is_read(kind: str) -> None:
    assert wrong(extract_bytes(as_file(page(ENGLISH), kind), "photo").text, ENGLISH) == 0


@pytest.mark.parametrize("mode", ["1", "P", "RGB", "RGBA", "LA", "I;16", "CMYK"])
def test_colours_see_through_paper_and_other_depths_do_not_matter(mode: str) -> None:
    picture = page(ENGLISH)
    if mode == "I;16":
        picture = Image.fromarray(np.asarray(picture, dtype=np.uint16) * 200)
    else:
        picture = picture.convert("RGBA" if mode == "LA" else "RGB").convert(mode, dither=Image.Dither.NONE)
    kind = "TIFF" if mode == "CMYK" else "PNG"
    assert wrong(extract_bytes(as_file(picture, kind), "photo").text, ENGLISH) == 0


def test_half_a_page_in_the_shadow_is_not_lost() -> None:
    found = extract_bytes(as_file(worn(page(RUSSIAN)), "JPEG", quality=75), "photo.jpg")
    assert wrong(found.text, RUSSIAN) < 0.02


def test_lines_become_paragraphs_and_divided_words_are_one_again() -> None:
    before, after = ENGLISH.split("department")
    lines = [*textwrap.wrap(before + "depart-", 49), *textwrap.wrap("ment" + after, 49)]
    found = extract_bytes(as_file(page("\n".join(lines))), "photo.png")
    assert found.text.strip().casefold() == ENGLISH.casefold()


def test_a_scanned_pdf_is_read_page_by_page_whichever_way_up() -> None:
    found = extract_bytes(scanned_pdf([page(ENGLISH), page(RUSSIAN).rotate(180)]), "scan.pdf")
    first, second = pages(found)
    assert wrong(first, ENGLISH) < 0.01
    assert wrong(second, RUSSIAN) < 0.01
    assert found.media_type == "application/pdf"
    assert "Page 2 stood upside down" in note(found, "scan-turned")
    assert "page 1-2" in note(found, "read-from-scan")


def test_a_page_that_is_a_picture_among_pages_of_text() -> None:
    found = extract_bytes(scanned_pdf([ENGLISH, page(RUSSIAN), ENGLISH]), "mixed.pdf")
    pieces = pages(found)
    assert [
        wrong(piece, text) < 0.01 for piece, text in zip(pieces, (ENGLISH, RUSSIAN, ENGLISH), strict=True)
    ] == [True] * 3
    assert "page 2;" in note(found, "read-from-scan")


def test_a_stamp_on_a_picture_does_not_pass_for_the_page() -> None:
    found = extract_bytes(scanned_pdf([page(ENGLISH)], stamp="Case 12, sheet 3"), "court.pdf")
    assert "Case 12, sheet 3" in found.text
    assert ENGLISH[:60] in found.text


def test_a_tiff_of_several_pages() -> None:
    first, second = page(ENGLISH), page(RUSSIAN)
    found = extract_bytes(as_file(first, "TIFF", save_all=True, append_images=[second]), "fax.tif")
    assert [wrong(each, text) for each, text in zip(pages(found), (ENGLISH, RUSSIAN), strict=True)] == [0, 0]


def test_ink_that_was_not_read_is_told() -> None:
    sheet = Image.new("L", (1800, 1800), 250)
    sheet.paste(page(ENGLISH), (100, 100))
    rings = np.hypot(*np.mgrid[-400:400, -400:400])
    sheet.paste(Image.fromarray(np.where((rings // 30) % 2 == 0, 20, 250).astype("uint8")), (500, 900))
    assert "more than was read" in note(extract_bytes(as_file(sheet), "stamped.png"), "scan-incomplete")


# -- what cannot be read ---------------------------------------------------------------------------------------


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Settings changed for this test are seen by it, and by it only."""

    def forget() -> None:
        scanning.packs.cache_clear()
        extracting.shared_sandbox.cache_clear()

    forget()
    yield monkeypatch
    forget()


def refused(content: bytes) -> errors.FormatError:
    with pytest.raises(errors.FormatError) as caught:
        extract_bytes(content, "scan")
    assert "The file itself is untouched." in caught.value.message()
    return caught.value


def only(folder: Path, *packs: str) -> str:
    for pack in packs:
        shutil.copy(Path(str(HERE.folder)) / f"{pack}.traineddata", folder)
    return str(folder)


def test_without_tesseract_a_scan_is_kept_and_what_is_missing_named(
    fresh: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fresh.setenv("AMANAT_TESSDATA", str(tmp_path))
    assert type(refused(as_file(page(ENGLISH)))) is errors.OcrMissingError
    assert type(refused(scanned_pdf([page(ENGLISH)]))) is errors.OcrMissingError
    found = extract_bytes(scanned_pdf([ENGLISH, page(RUSSIAN)]), "mixed.pdf")
    assert wrong(found.text, ENGLISH) == 0
    assert note(found, "pages-without-text") == "No text on page 2: pictures, or scanned."


@pytest.mark.parametrize(
    ("text", "script"), [(RUSSIAN, "Cyrillic"), (KAZAKH, "Cyrillic"), (ARABIC, "Arabic")]
)
def test_letters_of_one_script_are_never_guessed_with_those_of_another(
    fresh: pytest.MonkeyPatch, tmp_path: Path, text: str, script: str
) -> None:
    fresh.setenv("AMANAT_TESSDATA", only(tmp_path, "eng", "osd"))
    error = refused(as_file(page(text)))
    assert type(error) is errors.OcrLanguageMissingError
    assert f"in {script} letters" in error.message()
    assert "tesseract-ocr-" in error.message()


def test_the_language_can_be_named(fresh: pytest.MonkeyPatch) -> None:
    fresh.setenv("AMANAT_SCAN_LANGUAGES", "kk")
    found = extract_bytes(as_file(page(KAZAKH)), "photo.png")
    assert wrong(found.text, KAZAKH) < 0.01
    assert "(kaz)" in note(found, "read-from-scan")


def test_a_language_named_whose_pack_is_not_there(fresh: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fresh.setenv("AMANAT_TESSDATA", only(tmp_path, "eng", "osd"))
    fresh.setenv("AMANAT_SCAN_LANGUAGES", "ug, zh")
    message = refused(as_file(page(UYGHUR))).message()
    assert "uig, chi_sim" in message
    assert "apt install tesseract-ocr-uig tesseract-ocr-chi-sim" in message


def test_time_for_scans_that_is_used_up_is_told(fresh: pytest.MonkeyPatch) -> None:
    fresh.setenv("AMANAT_SCAN_SECONDS", "2")
    assert type(refused(as_file(page(ENGLISH)))) is errors.ScanTimedOutError
    found = extract_bytes(scanned_pdf([ENGLISH, page(RUSSIAN)]), "mixed.pdf")
    assert wrong(found.text, ENGLISH) == 0
    assert "Page 2 was not read" in note(found, "scan-unread")


def png_of(width: int, height: int, rows: bytes) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_picture_that_is_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = png_of(60_000, 60_000, zlib.compress(bytes(60_001 * 2_000), 9))
    began = time.monotonic()
    error = refused(bomb)
    assert type(error) is errors.PictureTooLargeError
    assert "3600 million points" in error.message()
    assert time.monotonic() - began < 10


def test_a_pdf_that_unpacks_to_a_huge_picture_ends_in_a_clear_word() -> None:
    wide = Image.new("1", (30_000, 30_000), 1)
    file = as_file(wide, "PDF", resolution=3000.0)
    began = time.monotonic()
    assert refused(file).code in ("scan-illegible", "parser-out-of-memory", "pdf-damaged")
    assert time.monotonic() - began < 60


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (as_file(Image.new("L", (800, 800), 255)), errors.ScanIllegibleError),
        (as_file(Image.new("L", (1, 1), 0)), errors.ScanIllegibleError),
        (as_file(page(ENGLISH), "JPEG")[:9000] if Path(FONT).exists() else b"", errors.PictureDamagedError),
        (as_file(page(ENGLISH), "PNG")[:9000] if Path(FONT).exists() else b"", errors.PictureDamagedError),
        (b"\xff\xd8\xff\xe0" + bytes(500), errors.PictureDamagedError),
        (b"II*\x00" + b"\xff" * 500, errors.PictureDamagedError),
        (b"\x00\x00\x00\x18ftypheic" + bytes(500), errors.UnsupportedKindError),
    ],
    ids=["blank", "one point", "half a JPEG", "half a PNG", "no JPEG", "no TIFF", "HEIC"],
)
def test_a_picture_without_text_or_damaged_has_its_own_word(
    content: bytes, error: type[errors.FormatError]
) -> None:
    assert type(refused(content)) is error


def test_noise_is_not_taken_for_text() -> None:
    noise = np.random.default_rng(7).integers(0, 255, (700, 700), dtype=np.uint8)
    began = time.monotonic()
    assert refused(as_file(Image.fromarray(noise))).code in ("scan-illegible", "scan-timed-out")
    assert time.monotonic() - began < 90


# -- what crosses the sandbox is checked -----------------------------------------------------------------------

FACTS = {"of": 6, "engine": "5.3.0", "packs": ["rus"], "sureness": {"1": 90, "3": 60}, "turned": [], "incomplete": [],
         "illegible": [2], "late": [4, 5, 6]}  # fmt: skip


def test_what_a_scan_was_like_is_said_page_by_page() -> None:
    assert [each.code for each in scan_flags(FACTS)] == ["read-from-scan", "scan-illegible", "scan-unread"]
    said = [each.note for each in scan_flags(FACTS)]
    assert "75 of 100 sure of what it read; less of page 3 (60)." in said[0]
    assert said[2].startswith("Page 4-6 was not read")


@pytest.mark.parametrize(
    "hostile",
    [
        {"engine": "5\x1b[2J"},
        {"packs": ["rus; and the rest of a sentence"]},
        {"packs": 7},
        {"sureness": {"one": 1}},
        {"turned": ["x"]},
    ],
)
def test_facts_of_another_shape_are_refused(hostile: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        scan_flags({**FACTS, **hostile})


@pytest.mark.parametrize(
    ("numbers", "said"),
    [([1], "1"), ([1, 2], "1-2"), ([1, 2, 3, 7], "1-3, 7"), (list(range(1, 60, 2)), None)],
)
def test_pages_are_listed_in_few_words(numbers: list[int], said: str | None) -> None:
    assert listed(numbers) == said if said else listed(numbers).endswith("and 18 more")
