"""``lists link``: what is shown, what is written, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import amanat_run

LIST = """person_name,born,card
Gulnur Serikkyzy,1980-03-02,512345
Serikkyzy Gulnur,1980-03-02,512354
Daniyar Bolatuly,1975-05-09,788123
\x1b[2JErlan Omarov,1990-01-01,100200
\x1b[2JErlan Omarov,1990-01-01,100200
"""
COLUMNS = ("--column", "name=person_name", "--column", "birth=born", "--column", "code=card")


@pytest.fixture
def people(tmp_path: Path) -> Path:
    file = tmp_path / "people.csv"
    file.write_text(LIST, encoding="utf-8")
    return file


def test_likely_pairs_are_shown_with_their_reasons(people: Path) -> None:
    ran = amanat_run("lists", "link", people, *COLUMNS, passphrase=None)
    assert ran.code == 0
    assert "people.csv 2" in ran.out and "people.csv 3" in ran.out and "speaks for it" in ran.out
    assert "\x1b[2J" not in ran.out
    assert "looking for pairs" in ran.err


def test_everything_is_written_and_told_as_json(people: Path, tmp_path: Path) -> None:
    out = tmp_path / "found.json"
    ran = amanat_run("lists", "link", people, *COLUMNS, "--out", out, "--json", passphrase=None)
    assert ran.code == 0 and ran.err == ""
    assert ran.json == json.loads(out.read_text(encoding="utf-8"))
    assert ran.json["files"] == [{"name": "people.csv", "rows": 5}]
    assert {frozenset(row["row"] for row in group) for group in ran.json["groups"]} == {
        frozenset({2, 3}), frozenset({5, 6}),
    }  # fmt: skip
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".part"] == []


@pytest.mark.parametrize(
    ("columns", "error"),
    [
        (("--column", "name"), "bad-column"),
        (("--column", "shoe=person_name"), "bad-column"),
        (("--column", "name=person_name", "--column", "code=person_name"), "bad-column"),
        (("--column", "name=nobody"), "no-column"),
    ],
)
def test_columns_that_are_none_are_refused(people: Path, columns: tuple[str, ...], error: str) -> None:
    ran = amanat_run("lists", "link", people, *columns, "--json", passphrase=None)
    assert (ran.code, ran.error["error"]) == (2, error)


def test_a_file_that_cannot_be_written_is_said_to_be(people: Path, tmp_path: Path) -> None:
    ran = amanat_run(
        "lists", "link", people, *COLUMNS, "--out", tmp_path / "no" / "o.json", "--json", passphrase=None
    )
    assert (ran.code, ran.error["exit"]) == (ran.error["exit"], ran.code) and ran.code not in (0, 1)
    assert ran.out == ""
