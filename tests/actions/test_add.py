"""Files and folders come in and are read, whatever is wrong with some of them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from amanat.actions.add import Event, NotTaken, ReadIn, Started, Taken, add
from amanat.actions.findings import Finding
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import ReadersUnfitError
from amanat.store.models import Receipt, Report
from invented import BULLETIN, COURIER, HERALD, OWNER

READER = "line_reader:read_lines"


def _all(casebook: OpenCasebook, *paths: Path, reader: str = READER) -> list[Event]:
    return list(add(casebook, OWNER, paths, reader=reader, processes=2))


def _codes(events: Iterable[Event]) -> list[str]:
    return [event.error.code for event in events if isinstance(event, NotTaken)]


def test_a_folder_comes_in_and_is_read(casebook: OpenCasebook, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(HERALD)
    (folder / "deep" / "b.txt").write_text(COURIER)
    (folder / ".hidden").write_text("x")
    events = _all(casebook, folder)
    assert events[0] == Started(files=2, left_over=0)
    assert sorted(event.name for event in events if isinstance(event, ReadIn)) == [
        "in/a.txt",
        "in/deep/b.txt",
    ]
    assert sorted(Receipt.objects.values_list("how", "untrusted_name")) == [
        ("folder", "in/a.txt"),
        ("folder", "in/deep/b.txt"),
    ]
    assert not [each for each in verify(casebook, OWNER) if isinstance(each, Finding)]


def test_what_cannot_be_taken_or_read_is_named_and_the_rest_goes_on(
    casebook: OpenCasebook, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(HERALD)
    (folder / "dies.txt").write_text("DIE")
    (folder / "raises.txt").write_text("RAISE")
    (folder / "nothing").symlink_to(folder / "absent")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    (folder / "--help").write_text(BULLETIN)
    events = _all(casebook, folder, tmp_path / "missing")
    assert sorted(_codes(events)) == ["file-missing", "folder-loop", "unreadable-entry", "unreadable-entry"]
    read = {event.name: event.entered.failure_code for event in events if isinstance(event, ReadIn)}
    assert read == {
        "in/good.txt": "",
        "in/--help": "",
        "in/dies.txt": "reader-died",
        "in/raises.txt": "reader-failed",
    }
    assert Report.objects.filter(state="unreadable").count() == 2
    assert not [each for each in verify(casebook, OWNER) if isinstance(each, Finding)]


def test_doing_it_again_adds_nothing(casebook: OpenCasebook, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HERALD)
    _all(casebook, tmp_path / "a.txt")
    again = _all(casebook, tmp_path / "a.txt")
    [taken] = [event for event in again if isinstance(event, Taken)]
    assert (taken.received.is_new, taken.received.has_new_receipt, taken.received.to_read) == (
        False,
        False,
        False,
    )
    assert not [event for event in again if isinstance(event, ReadIn)]


def test_readers_that_can_read_nothing_stop_the_run_and_blame_no_report(
    casebook: OpenCasebook, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("UNFIT")
    with pytest.raises(ReadersUnfitError, match="no model"):
        _all(casebook, tmp_path / "a.txt")
    assert Report.objects.get().state == "received"


def test_what_was_received_and_not_read_is_read_by_the_next_run(
    casebook: OpenCasebook, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(HERALD)
    stopped = add(casebook, OWNER, [tmp_path / "a.txt"], reader=READER, processes=1)
    while not isinstance(next(stopped), Taken):
        pass
    stopped.close()
    assert Report.objects.get().state == "received"
    events = _all(casebook)
    assert events[0] == Started(files=0, left_over=1)
    assert Report.objects.get().state == "read"


def test_a_file_without_permission_is_named(casebook: OpenCasebook, tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text(HERALD)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("whoever runs the tests may read everything")
    assert _codes(_all(casebook, path)) == ["no-permission"]
