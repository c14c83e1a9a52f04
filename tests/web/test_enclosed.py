"""The desk shows where in the original a passage stands, and what came in inside what."""

from __future__ import annotations

from io import BytesIO

import pytest
from desk_client import OpenDesk
from desk_sample import MARIT

from amanat.actions.outcome import Outcome
from amanat.actions.read import read
from amanat.actions.receive import Inside, Received, receive
from amanat.adapters.casebook import OpenCasebook
from amanat.core.claim import Reading, ReportHeader
from amanat.core.positions import positions_of
from line_reader import reading_of

TEXT = (
    "Steppe Radio\nAnar Tolegen | detention | 2019-03 | Aqsu | |\nAnar Tolegen | release | 2019-04 | Aqsu | |"
)


def _received(casebook: OpenCasebook, content: bytes, name: str, inside: Inside | None = None) -> Received:
    return receive(casebook, MARIT, BytesIO(content), untrusted_name=name, inside=inside)


@pytest.fixture
def interview(desk: OpenDesk) -> tuple[int, int]:
    """An archive with an interview of two claims and a file that could not be read in it."""
    archive = _received(desk.casebook, b"PK", "notes.zip")
    listed = Reading(ReportHeader(None, "A ZIP archive of 2 files:\n", archive.sha256))
    read(desk.casebook, MARIT, archive.report, Outcome(archive.sha256, "application/zip", reading=listed))
    held = _received(
        desk.casebook, TEXT.encode(), "notes.zip/interview.srt", Inside(archive.report, 1, "interview.srt")
    )
    marks = positions_of("time", [(0, "00:00:01"), (13, "00:01:05"), (59, "00:02:30")])
    outcome = Outcome(held.sha256, "application/x-subrip", "", reading_of(TEXT), positions=marks)
    read(desk.casebook, MARIT, held.report, outcome)
    broken = _received(desk.casebook, b"\x00", "notes.zip/<b>.bin", Inside(archive.report, 2, "<b>.bin"))
    read(desk.casebook, MARIT, broken.report, Outcome(broken.sha256, failure_code="x", failure_note="No."))
    return archive.report, held.report


def test_a_claims_time_code_stands_beside_it(desk: OpenDesk, interview: tuple[int, int]) -> None:
    page = desk.client.get(f"/reports/{interview[1]}/").content.decode()
    assert "In the original</th><td>at 00:01:05</td>" in page
    assert "at 00:02:30" in page


def test_an_archive_names_its_files_and_a_file_its_archive(
    desk: OpenDesk, interview: tuple[int, int]
) -> None:
    archive, held = interview
    page = desk.client.get(f"/reports/{archive}/").content.decode()
    assert f'<a href="/reports/{held}/" dir="auto">interview.srt</a>' in page
    assert "&lt;b&gt;.bin" in page
    assert "<b>.bin" not in page
    page = desk.client.get(f"/reports/{held}/").content.decode()
    assert f'number 1 in <a href="/reports/{archive}/">report {archive}</a>' in page
