"""What the spotter is taught with: every line well marked, every kind known, every mark said whom it is about."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from spotter_training.marks import Mark, marked, read_marked  # noqa: E402
from spotter_training.reports import read_reports  # noqa: E402

from amanat.core.reading.spots import LEARNED  # noqa: E402

TAUGHT = ROOT / "scripts" / "spotter_training"
FILES = sorted(TAUGHT.glob("*/*.txt"))
KINDS = set(json.loads((LEARNED / "kinds.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("line", "text", "marks"),
    [
        ("Rain fell on Osh.", "Rain fell on Osh.", ()),
        ("He was {release: let go}.", "He was let go.", (Mark(7, 13, ("release",)),)),
        (
            "They {detention|transfer: took her}.",
            "They took her.",
            (Mark(5, 13, ("detention", "transfer")),),
        ),
        (
            "{detention+separation of family: took the boys}",
            "took the boys",
            (Mark(0, 13, ("detention",)), Mark(0, 13, ("separation of family",))),
        ),
    ],
)
def test_a_line_is_read_with_its_marks(line: str, text: str, marks: tuple[Mark, ...]) -> None:
    found = marked(line)
    assert (found.text, found.marks) == (text, marks)


@pytest.mark.parametrize(
    "line", ["He was {release: let go.", "He was let} go.", "{no kind}", "a {b: c {d: e}} f"]
)
def test_a_brace_out_of_place_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="brace"):
        marked(line)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_line_is_well_marked(path: Path) -> None:
    lines = list(read_marked([path]))
    assert len(lines) > 20
    assert {kind for line in lines for mark in line.marks for kind in mark.kinds} <= KINDS


@pytest.mark.parametrize("folder", ["reports", "apart"])
def test_every_mark_of_a_report_says_whom_it_is_about(folder: str) -> None:
    reports = list(read_reports(sorted((TAUGHT / folder).glob("*.txt"))))
    known = sum(bool(about.who) for report in reports for about in report.marks)
    marks = sum(len(line.marks) for line in read_marked(sorted((TAUGHT / folder).glob("*.txt"))))
    assert sum(len(report.marks) for report in reports) == marks
    assert known > 0.9 * marks


def test_a_report_keeps_every_mark_at_its_words() -> None:
    report = next(read_reports(sorted((TAUGHT / "reports").glob("*.txt"))))
    assert all(report.text[about.mark.start : about.mark.end].strip() for about in report.marks)


def test_nothing_set_apart_is_taught() -> None:
    taught = {
        line.text
        for folder in ("sentences", "reports")
        for line in read_marked((TAUGHT / folder).glob("*.txt"))
    }
    apart = [line.text for line in read_marked(TAUGHT.glob("*apart/*.txt")) if len(line.text) > 60]
    assert apart
    assert not taught.intersection(apart)
