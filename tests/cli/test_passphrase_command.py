"""``passphrase``: the old one and the new one given, a demo's note that goes, and what is said of copies."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest
from command import PASSPHRASE, PROGRAM, environment

from amanat.adapters.casebook import create, open_casebook
from amanat.cli.session import DEMO_NOTE

OTHER = "nine loud cranes under the dam"


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    folder = tmp_path / "ours"
    create(folder, PASSPHRASE, "Marit Oksana")
    return folder


def typed(folder: Path, *lines: str) -> str:
    """The command at a terminal of its own, where ``lines`` are typed; what it shows."""
    ours, theirs = pty.openpty()
    command = [*PROGRAM, "-C", str(folder), "passphrase"]
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment(), start_new_session=True
    ) as process:
        os.close(theirs)
        shown = b""
        waiting = list(lines)
        while True:
            try:
                shown += os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if waiting and shown.endswith(b": "):
                os.write(ours, f"{waiting.pop(0)}\n".encode())
        process.wait(timeout=60)
    os.close(ours)
    return shown.decode()


def test_typed_old_once_and_new_twice(ours: Path) -> None:
    shown = typed(ours, PASSPHRASE, OTHER, OTHER)
    assert shown.count("Passphrase: ") == 1
    assert "New passphrase: " in shown and "The same again: " in shown
    assert "is changed" in shown and "Copies made before" in shown and "old one" in shown
    assert PASSPHRASE not in shown and OTHER not in shown
    open_casebook(ours, OTHER).close()


def test_two_that_differ_change_nothing(ours: Path) -> None:
    shown = typed(ours, PASSPHRASE, OTHER, f"{OTHER}!")
    assert "the two were not the same" in shown and "Nothing was changed" in shown
    open_casebook(ours, PASSPHRASE).close()


def test_a_demos_note_goes_with_its_passphrase(ours: Path, tmp_path: Path) -> None:
    (ours / DEMO_NOTE).write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    reading, writing = os.pipe()
    os.write(writing, OTHER.encode())
    os.close(writing)
    command = [*PROGRAM, "-C", str(ours), "passphrase", "--new-passphrase-fd", str(reading), "--json"]
    done = subprocess.run(command, pass_fds=[reading], capture_output=True, env=environment(), timeout=60)
    os.close(reading)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b'"changed": true' in done.stdout
    assert not (ours / DEMO_NOTE).exists()
    open_casebook(ours, OTHER).close()
