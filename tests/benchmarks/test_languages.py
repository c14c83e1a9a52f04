"""The labelled Russian reports, and how they are scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from amanat.core.dates.edtf import parse
from languages.labelled import Label, Labelled, load
from languages.scoring import scored

HERE = Path(__file__).resolve().parents[2] / "benchmarks" / "languages" / "russian"
FILES = sorted(HERE.glob("*/*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_labelled_report_is_long_enough_and_its_dates_are_dates(path: Path) -> None:
    report = load(path)
    assert 280 <= len(report.text.split()) <= 500
    assert "{" not in report.text and "}" not in report.text
    assert all(report.of(kind) for kind in "pld")
    for label in report.of("d"):
        assert label.value == "*" or parse(label.value)


def test_three_are_kept_apart() -> None:
    assert [path.parent.name for path in FILES].count("held") == 3


def test_scores() -> None:
    report = Labelled(
        "x", "Иван был в Уфе 5 мая", (Label("p", 0, 4, "Иван Зимин"), Label("d", 15, 20, "2020-05-05"))
    )
    people = scored(report, "p", [(0, 4, "Зимин Иван"), (11, 14, "Уфа")])
    assert (people.right, people.read, people.gold, people.values_right) == (1, 2, 1, 1)
    dates = scored(report, "d", [(15, 20, "2021-05-05")])
    assert (dates.f1, dates.value_share) == (1.0, 0.0)
    unjudged = Labelled("y", "улица Баумана", (Label("x", 0, 13, ""),))
    assert scored(unjudged, "l", [(6, 13, "Бауман")]).read == 0
