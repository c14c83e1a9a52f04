"""``read``: one file looked at; and nothing that a file holds can act on the terminal."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from command import PASSPHRASE, PROGRAM, REPORTS, amanat_run, environment, lines

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
POISON = (
    "\x1b]0;a title\x07\x1b[2J\x1b[31mRed\u009b32m \u202egnidaeh\u202c \x08\x08Headline of some words\r\n\r\n"
    "Sanjar \x1b[1mTolegen\x1b[0m was detained in Tomsay\x07 in January 2019.\n"
    "[bold red]Dilara Osmanqizi[/bold red] was detained in \x1b]8;;http://x\x07Qaratal\x1b]8;;\x07 in July 2017.\n"
    "Omar Aldabergen was detained in Tomsay in May 2018, and his lawyer\x9b2K was told \x1b[8mnothing.\n"
)


def test_the_table_and_the_passages(reports: Path) -> None:
    ran = amanat_run("read", reports / "taken.txt", passphrase=None)
    assert ran.code == 0
    assert "detention" in ran.out and "Sanjar Tolegen" in ran.out and "2019-01" in ran.out
    assert re.search(r"⟦.*Sanjar Tolegen was detained.*⟧\(\d", ran.out, re.S)
    assert "⟦" not in amanat_run("read", "--no-text", reports / "taken.txt", passphrase=None).out


def test_json_is_the_reading(reports: Path) -> None:
    found = amanat_run("read", "--json", reports / "page.html", passphrase=None).json
    assert set(found) == {"report", "people", "claims", "marks"}
    assert found["report"]["title"] == "A herder’s wife speaks"
    text = found["report"]["text"]
    assert found["claims"]
    for claim in found["claims"]:
        passage = claim["passage"]
        assert text[passage["start"] : passage["end"]] == passage["quote"]


def test_standard_input() -> None:
    ran = amanat_run("read", "-", "--json", passphrase=None, given=REPORTS["taken.txt"])
    assert ran.json["claims"]


@pytest.mark.parametrize(
    ("name", "content", "code", "error"),
    [
        ("absent.txt", None, 7, "file-missing"),
        ("empty.txt", b"", 4, "empty-file"),
        ("noise.bin", bytes(range(256)) * 50, 4, "unknown-binary"),
        ("cut.pdf", b"%PDF-1.7\n", 4, "pdf-damaged"),
        ("picture.jpg", b"\xff\xd8\xff\xe0" + bytes(100), 4, "picture-damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(
    tmp_path: Path, name: str, content: bytes | None, code: int, error: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ran = amanat_run("read", tmp_path / name, passphrase=None)
    assert (ran.code, len(lines(ran.err)), ran.out) == (code, 1, "")
    assert name in ran.err
    assert amanat_run("read", "--json", tmp_path / name, passphrase=None).error["error"] == error


@pytest.mark.parametrize("arguments", [["read"], ["read", "--json"]])
def test_nothing_in_a_report_acts_on_the_terminal(tmp_path: Path, arguments: list[str]) -> None:
    poisoned = tmp_path / "poisoned\x1b[31m.txt"
    poisoned.write_text(POISON, encoding="utf-8")
    ran = amanat_run(*arguments, poisoned, passphrase=None)
    assert ran.code == 0
    assert not ACTING.search(ran.out)
    assert "Sanjar" in ran.out
    if "--json" not in arguments:
        assert "[bold red]" in ran.out


def test_nor_in_a_file_name_or_a_casebook(tmp_path: Path) -> None:
    missing = amanat_run("read", tmp_path / "not\x1b]0;x\x07here", passphrase=None)
    assert missing.code == 7
    assert not ACTING.search(missing.err)
    casebook = tmp_path / "casebook"
    poisoned = tmp_path / "poisoned\x1b[31m.txt"
    poisoned.write_text(POISON, encoding="utf-8")
    assert amanat_run("init", casebook, "--owner", "Marit\x1b[31m").code == 0
    assert amanat_run("-C", casebook, "add", poisoned).code == 0
    case = str(amanat_run("-C", casebook, "cases", "--json").json["items"][0]["id"])
    for said in (["cases"], ["report", "1"], ["find", "tomsay"], ["log"], ["case", case]):
        for form in ([], ["--json"]):
            ran = amanat_run("-C", casebook, *said, *form)
            assert ran.code == 0, ran.err
            assert not ACTING.search(ran.out + ran.err), said


def test_a_reader_who_has_seen_enough_ends_it_quietly(casebook: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    running = subprocess.Popen(
        [*PROGRAM, "-C", str(casebook), "log", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(AMANAT_PASSPHRASE_FILE=str(secret)),
    )
    assert running.stdout is not None and running.stderr is not None
    running.stdout.close()
    err = running.stderr.read()
    running.stderr.close()
    assert running.wait(timeout=60) == 0
    assert err == b""


def test_wide_letters_keep_the_columns_straight(tmp_path: Path) -> None:
    report = tmp_path / "wide.txt"
    report.write_text("Wang Li (王丽) was detained in Tomsay in May 2019.\n", encoding="utf-8")
    assert "王丽" in amanat_run("read", report, passphrase=None).out
