"""Reports and echoes between the tables and the rules of core/echo. Nothing here asks who may see what."""

from __future__ import annotations

from typing import Any

from amanat.core.echo.echo import Echo, Grade, Verdict
from amanat.core.echo.passage import Likeness, Passage
from amanat.core.echo.report import Report as Told
from amanat.store.models import EchoRow, Report


def told(report: Report) -> Told:
    """The report as the rules compare it."""
    return Told(
        id=report.pk,
        text=report.text,
        outlet=report.outlet,
        credit=tuple(report.credit),
        title=report.title,
        published=report.published,
        language=report.language,
        level=report.sensitivity,
    )


def columns_of(echo: Echo) -> dict[str, Any]:
    """What a row keeps of an echo, its two reports aside."""
    return {
        "verdict": echo.verdict.value,
        "grade": echo.grade.value,
        "left_share": echo.left_share,
        "right_share": echo.right_share,
        "in_substance": echo.in_substance,
        "passages": [_cells(each) for each in echo.passages],
        "reasons": list(echo.reasons),
    }


def _cells(passage: Passage) -> list[Any]:
    swapped = [list(each) for each in passage.swapped]
    kind = passage.likeness.value
    return [*passage.left, *passage.right, kind, passage.words, passage.weight, passage.quoted, swapped]


def echo_of(row: EchoRow) -> Echo:
    """The echo that a row keeps."""
    return Echo(
        row.left_id,
        row.right_id,
        Verdict(row.verdict),
        Grade(row.grade),
        tuple(_passage(cells) for cells in row.passages),
        row.left_share,
        row.right_share,
        tuple(row.reasons),
        row.in_substance,
    )


def _passage(cells: list[Any]) -> Passage:
    begin, end, start, stop, likeness, words, weight, quoted, swapped = cells
    swaps = tuple((one, other) for one, other in swapped)
    return Passage((begin, end), (start, stop), Likeness(likeness), words, weight, quoted, swaps)
