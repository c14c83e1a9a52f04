"""``add``: what came in, what did not, again, and interrupted; on a terminal and off it."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import time
from pathlib import Path

import pytest
from command import PASSPHRASE, PROGRAM, amanat_run, environment, lines


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    assert amanat_run("init", tmp_path / "casebook").code == 0
    return tmp_path / "casebook"


def many(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(
            f"Person Number{number} was detained in Tomsay in March 2019. She was released in May.\n",
            encoding="utf-8",
        )
    return folder


def test_every_kind_of_bad_file_is_named_and_the_rest_goes_on(fresh: Path, tmp_path: Path) -> None:
    folder = many(tmp_path / "in", 2)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 50)
    (folder / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere").symlink_to(folder / "absent")
    os.mkfifo(folder / "pipe")
    with (folder / "large.txt").open("wb") as large:
        large.truncate(3 * 2**20)
    ran = amanat_run("-C", fresh, "add", folder, tmp_path / "missing.txt", "--json", AMANAT_MAX_FILE_MB="2")
    assert ran.code == 4
    found = ran.json
    assert {each["error"] for each in found["unread"]} == {"empty-file", "unknown-binary", "pdf-damaged"}
    assert sorted(each["error"] for each in found["not_taken"]) == [
        "file-missing",
        "file-too-large",
        "folder-loop",
        "unreadable-entry",
        "unreadable-entry",
    ]
    assert (found["read"], found["new"]) == (2, 5)
    again = amanat_run("-C", fresh, "add", folder, "--json", AMANAT_MAX_FILE_MB="2").json
    assert (again["new"], again["known"], again["read"]) == (0, 5, 0)


def test_in_plain_lines_for_people(fresh: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    ran = amanat_run("-C", fresh, "add", tmp_path / "empty.txt")
    assert ran.code == 4
    assert "empty.txt is empty" in lines(ran.err)[0]
    assert lines(ran.out)[-1].startswith("1 new report, 0 known before; 0 read")


def test_a_text_in_a_language_that_is_not_read_is_named(fresh: Path, tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text("告知书\n\n您的姐姐到培训中心参加集中学习。\n", encoding="utf-8")
    ran = amanat_run("-C", fresh, "add", tmp_path / "notice.txt")
    assert ran.code == 0
    assert lines(ran.out)[-1].endswith("in a language that Amanat does not read yet: report 1.")


def test_nothing_but_a_missing_file_is_exit_7(fresh: Path, tmp_path: Path) -> None:
    assert amanat_run("-C", fresh, "add", tmp_path / "absent.txt").code == 7


def _adding(fresh: Path, folder: Path) -> subprocess.Popen[bytes]:
    secret = fresh.parent / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    return subprocess.Popen(
        [*PROGRAM, "-C", str(fresh), "add", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(AMANAT_PASSPHRASE_FILE=str(secret)),
        start_new_session=True,
    )


def test_ctrl_c_says_what_was_done_and_the_next_run_goes_on(fresh: Path, tmp_path: Path) -> None:
    folder = many(tmp_path / "in", 60)
    running = _adding(fresh, folder)
    vault = fresh / "vault"
    deadline = time.monotonic() + 120
    while sum(1 for each in vault.rglob("*") if each.is_file()) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130, err.decode()
    assert b"goes on from here" in err
    assert b"Traceback" not in err, err.decode()
    rest = amanat_run("-C", fresh, "add", folder, "--json")
    assert rest.code == 0
    overview = amanat_run("-C", fresh, "verify", "--json").json
    assert overview["ok"]
    assert rest.json["known"] + rest.json["new"] == 60
    assert rest.json["known"] >= 1


def _read_from(terminal: int) -> bytes:
    """What the command wrote; empty when it has ended, or said nothing for two minutes."""
    try:
        return os.read(terminal, 65536) if select.select([terminal], [], [], 120)[0] else b""
    except OSError:
        return b""


def _ended(child: int) -> int:
    """Its exit code; it is killed if it has not ended ten seconds after it stopped speaking."""
    deadline = time.monotonic() + 10
    while os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        if time.monotonic() > deadline:
            os.kill(child, signal.SIGKILL)
        time.sleep(0.02)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def on_a_terminal(command: list[str], typed: list[bytes], **more: str) -> tuple[int, str]:
    """The command with a terminal of its own; what is typed goes in one after the other as it asks."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment(TERM="xterm-256color", **more))
    seen = asked = b""
    waiting = list(typed)
    while piece := _read_from(terminal):
        seen += piece
        asked += piece
        if waiting and asked.endswith(b": "):
            os.write(terminal, waiting.pop(0) + b"\n")
            asked = b""
    code = _ended(child)
    os.close(terminal)
    return code, seen.decode("utf-8", "replace")


def test_on_a_terminal_the_passphrase_is_asked_for_and_not_shown(tmp_path: Path) -> None:
    folder = tmp_path / "typed"
    secret = PASSPHRASE.encode()
    code, seen = on_a_terminal([*PROGRAM, "init", str(folder)], [secret, secret])
    assert code == 0, seen
    assert PASSPHRASE not in seen
    code, seen = on_a_terminal([*PROGRAM, "init", str(tmp_path / "other")], [secret, b"something else"])
    assert code == 3
    assert "not the same" in seen
    assert not (tmp_path / "other").exists()
    report = tmp_path / "report.txt"
    report.write_text("Sanjar Tolegen was detained in January 2019.\n", encoding="utf-8")
    code, seen = on_a_terminal([*PROGRAM, "-C", str(folder), "add", str(report)], [secret])
    assert code == 0
    assert "1 new report" in seen
    code, coloured = on_a_terminal([*PROGRAM, "-C", str(folder), "cases"], [secret])
    code, sober = on_a_terminal([*PROGRAM, "-C", str(folder), "cases"], [secret], NO_COLOR="1")
    assert re.search(r"\x1b\[1m", coloured)
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", sober)
