"""Whole lists out of files, linked; the files are real ones, parsed in the sandbox."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from openpyxl import Workbook

from amanat.actions.link_lists import link_lists
from amanat.adapters.kept_work import KeptWork
from amanat.core.errors import AmanatError
from amanat.core.format_errors import EmptyFileError, FileMissingError, UnsupportedKindError
from amanat.core.linking.lists import comparing
from amanat.core.linking.lists.columns import Column, Kind
from amanat.core.list_errors import NoColumnError, NoListError

HEADINGS = ("person_name", "born", "village", "card")
ROWS = [
    ("Gulnur Serikkyzy", "1980-03-02", "Aqsu", "512345"),
    ("Daniyar Bolatuly", "1975-05-09", "Kegen", "788123"),
    ("Erlan Omarov", "1990-01-01", "Kegen", "100200"),
    ("Asel Nurlanqizi", "1988-07-19", "Shu", "477112"),
]
COLUMNS = [Column(Kind.NAME, "person_name"), Column(Kind.BIRTH, "born"), Column(Kind.PLACE, "village"),
           Column(Kind.CODE, "card")]  # fmt: skip


def csv_of(folder: Path, name: str, rows: list[tuple[str, ...]], sign: str = ",") -> Path:
    file = folder / name
    file.write_text("\n".join(sign.join(each) for each in (HEADINGS, *rows)) + "\n", encoding="utf-8")
    return file


def xlsx_of(folder: Path, name: str, rows: list[tuple[str, ...]]) -> Path:
    book = Workbook()
    for row in (("", ""), HEADINGS, *rows):
        book.active.append(row)
    held = io.BytesIO()
    book.save(held)
    (folder / name).write_bytes(held.getvalue())
    return folder / name


def test_a_spreadsheet_and_a_table_of_text_are_linked(tmp_path: Path) -> None:
    again = [
        ("Гүлнұр Серікқызы", "1980-03-02", "Ақсу", "512345"),
        ("Timur Ospan", "1961-12-24", "Merke", "333444"),
    ]
    lists = [csv_of(tmp_path, "one.csv", ROWS, ";"), xlsx_of(tmp_path, "two.xlsx", again)]
    found = link_lists(lists, COLUMNS)
    (pair,) = found.pairs()
    assert (pair["left"], pair["right"]) == ({"file": "one.csv", "row": 2}, {"file": "two.xlsx", "row": 3})
    assert pair["one_group"]
    assert any("“512345”: the same" in reason for reason in pair["reasons"])
    assert found.groups() == [[pair["left"], pair["right"]]]


def test_a_column_that_one_list_lacks_is_empty_there(tmp_path: Path) -> None:
    one = csv_of(tmp_path, "one.csv", ROWS)
    two = tmp_path / "two.csv"
    two.write_text("person_name,card\nGulnur Serikkyzy,512345\nMadi Abenov,999111\n", encoding="utf-8")
    found = link_lists([one, two], COLUMNS, each_once=True)
    assert [each["left"]["row"] for each in found.pairs()] == [2]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyFileError),
        (b"Just a sentence, and no table at all.\n", UnsupportedKindError),
        (b"person_name,born,village,card\n", UnsupportedKindError),
        (b"PK\x03\x04 no archive", AmanatError),
        (b"\x00\xff\xfe\x01" * 50, AmanatError),
        (b"a,b\n1,2\n3,4\n", NoColumnError),
    ],
    ids=["empty", "prose", "headings only", "broken archive", "no text", "other columns"],
)
def test_what_is_no_list_is_refused(tmp_path: Path, content: bytes, error: type[AmanatError]) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(content)
    with pytest.raises(error) as refused:
        link_lists([file], COLUMNS)
    assert refused.value.item == "list.csv"


def test_a_list_of_one_row_has_nobody_twice(tmp_path: Path) -> None:
    found = link_lists([csv_of(tmp_path, "one.csv", ROWS[:1])], COLUMNS)
    assert found.as_json() == {
        "files": [{"name": "one.csv", "rows": 1}],
        "compared": 0,
        "pairs": [],
        "groups": [],
    }


def test_a_spreadsheet_of_headings_alone_has_nothing_to_link(tmp_path: Path) -> None:
    with pytest.raises(NoListError):
        link_lists([xlsx_of(tmp_path, "list.xlsx", [])], COLUMNS)


def test_a_missing_file_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        link_lists([tmp_path / "none.csv"], COLUMNS)


KILLED = """
import os, signal, sys
from pathlib import Path
from amanat.actions import link_lists
from amanat.adapters.kept_work import KeptWork
from amanat.core.linking.lists import comparing
from amanat.core.linking.lists.columns import Column, Kind

class Killed(KeptWork):
    def keep(self, name, arrays):
        super().keep(name, arrays)
        if sum("compared" in each.name and each.suffix != ".part" for each in Path(sys.argv[2]).iterdir()) > 1:
            os.kill(os.getpid(), signal.SIGKILL)

comparing.AT_ONCE, link_lists.KeptWork = 20, Killed
columns = [Column(Kind.NAME, "person_name"), Column(Kind.BIRTH, "born"), Column(Kind.PLACE, "village"),
           Column(Kind.CODE, "card")]
link_lists.link_lists([Path(sys.argv[1])], columns, keep=Path(sys.argv[2]))
"""
"""Killed outright when two of the parts that are compared are kept, of which two are done at a time."""


def test_a_run_that_was_killed_goes_on_and_finds_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists, kept = [csv_of(tmp_path, "one.csv", ROWS * 6)], tmp_path / "kept"
    killed = subprocess.run([sys.executable, "-c", KILLED, lists[0], kept], capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()[-500:]
    monkeypatch.setattr(comparing, "AT_ONCE", 20)
    files = [each for each in sorted(kept.iterdir()) if each.suffix != ".part"]
    assert sum("pairs" in each.name for each in files) == 1
    assert 1 <= sum("compared" in each.name for each in files) <= 3
    assert not any(b"Serikkyzy" in each.read_bytes() or b"512345" in each.read_bytes() for each in files)
    files[0].with_suffix(".1.part").write_bytes(b"half")
    begun = [each.stat().st_mtime_ns for each in files]
    found = link_lists(lists, COLUMNS, keep=kept)
    assert [each.stat().st_mtime_ns for each in files] == begun
    plain = link_lists(lists, COLUMNS)
    assert plain.linked.compared >= 80
    assert found.as_json() == plain.as_json()
    assert (found.linked.group == plain.linked.group).all() and (found.linked.odds == plain.linked.odds).all()
    found.done()
    assert not list(kept.iterdir())


def test_what_was_kept_of_another_list_or_is_broken_is_not_taken(tmp_path: Path) -> None:
    kept = KeptWork(tmp_path, "one")
    kept.keep("pairs", {"codes": np.arange(3)})
    assert KeptWork(tmp_path, "two").kept("pairs") is None
    again = kept.kept("pairs")
    assert again is not None and again["codes"].tolist() == [0, 1, 2]
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:40])
    assert kept.kept("pairs") is None
