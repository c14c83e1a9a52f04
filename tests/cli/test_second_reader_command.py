"""``read`` and ``add`` with a second reader: a real server, the real command, and what both readers say."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from command import PASSPHRASE, PROGRAM, REPORTS, amanat_run, environment

from amanat.adapters.language_model.address import WORDS
from model_server import Handler, ModelServer, a_claim, model, serving

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "reading.schema.json"
BOTH = a_claim("Sanjar Tolegen was detained in Tomsay in January 2019", who="Sanjar Tolegen", when="2019-01")
ALONE = a_claim(
    "forced to sew gloves", "indoctrination", "Dilara Osmanqizi", told_by=[{"text": "She", "role": "victim"}]
)
INVENTED = a_claim("Police took Dilara Osmanqizi to a camp", who="Marat Seytkali")


def _asks(server: ModelServer) -> dict[str, str]:
    return {"AMANAT_SECOND_READER": server.url, "AMANAT_SECOND_READER_MODEL": "small"}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "taken.txt"
    path.write_bytes(REPORTS["taken.txt"])
    return path


def test_json_marks_what_both_read_and_what_the_second_reader_reads_alone(report: Path) -> None:
    with serving(model(BOTH, ALONE, INVENTED)) as server:
        ran = amanat_run(
            "read", report, "--second-reader", server.url, "--model", "small", "--json", passphrase=None
        )
    assert ran.code == 0, ran.err
    found = ran.json
    jsonschema.validate(found, json.loads(SCHEMA.read_text()))
    both = [each for each in found["claims"] if each["agreed_by"]]
    alone = [each for each in found["claims"] if each["reader"].startswith("second reader")]
    assert [(each["kind"], each["when"], each["agreed_by"]) for each in both] == [
        ("detention", "2019-01", ["second reader 1, small"])
    ]
    assert both[0]["reader"].startswith("rules")
    assert [(each["kind"], each["who"]) for each in alone] == [
        ("indoctrination", _ids(found, "Dilara Osmanqizi"))
    ]
    [flag] = [each for each in found["report"]["flags"] if each["code"] == "second-reader"]
    assert "1 claim: who it is about is not in the text" in flag["note"]
    assert "Marat" not in ran.out


def _ids(found: Any, name: str) -> list[str]:
    return [each["id"] for each in found["people"] if name in each["names"]]


def test_in_a_table_too_and_off_unless_asked_for(report: Path) -> None:
    with serving(model(BOTH, ALONE)) as server:
        shown = amanat_run("read", report, "--no-text", passphrase=None, **_asks(server)).out
        asked = len(server.asked)
        without = amanat_run("read", report, "--no-text", passphrase=None).out
    assert "both readers" in shown and "second reader only" in shown
    assert asked > 0 and len(server.asked) == asked
    assert "second reader" not in without


def test_what_goes_wrong_is_told_without_a_word_of_the_report_and_the_rules_reading_stands(
    report: Path,
) -> None:
    def odd(handler: Handler, asked: dict[str, Any]) -> None:
        handler.send(b'{"error": "Sanjar Tolegen is not served here"}', 500)

    with serving(odd) as server:
        ran = amanat_run("read", report, "--no-text", passphrase=None, **_asks(server))
    assert ran.code == 0
    assert "the server answered with an error (HTTP 500)" in ran.err
    assert "Sanjar" not in ran.err
    assert "detention" in ran.out


@pytest.mark.parametrize(
    ("said", "code", "error"),
    [
        (["--second-reader", "http://localhost:1"], 2, "second-reader-unnamed"),
        (["--second-reader", "localhost:1", "--model", "x"], 2, "bad-server-address"),
        (["--second-reader", "http://nowhere.invalid:1", "--model", "x"], 6, "server-elsewhere"),
        (
            [
                "--second-reader",
                "http://nowhere.invalid:1",
                "--model",
                "x",
                "--send-reports-to-another-machine",
                "yes",
            ],
            6,
            "server-elsewhere",
        ),
    ],
)
def test_what_cannot_be_asked_is_one_line(report: Path, said: list[str], code: int, error: str) -> None:
    ran = amanat_run("read", report, "--json", *said, passphrase=None)
    assert (ran.code, ran.error["error"], ran.out) == (code, error, "")


def test_the_words_let_it_be_elsewhere(report: Path) -> None:
    """A name that nobody answers to: allowed, asked for, and not found."""
    said = ["--second-reader", "http://nowhere.invalid:1", "--model", "x"]
    ran = amanat_run("read", report, *said, "--send-reports-to-another-machine", WORDS, passphrase=None)
    assert ran.code == 0
    assert "could not be reached" in ran.err


def test_ctrl_c_shows_what_was_read_so_far(report: Path) -> None:
    def slow(handler: Handler, asked: dict[str, Any]) -> None:
        if len(handler.server.asked) > 2:
            handler.wait()
        else:
            model(BOTH)(handler, asked)

    with serving(slow) as server:
        running = subprocess.Popen(
            [*PROGRAM, "read", str(report), "--no-text"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(**_asks(server)),
            text=True,
        )
        until = time.monotonic() + 90
        while len(server.asked) < 3 and time.monotonic() < until:
            time.sleep(0.05)
        os.kill(running.pid, signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert running.returncode == 0
    assert "Stopped: what the second reader had read so far is shown." in err
    assert "both readers" in out


def test_add_gives_what_it_took_in_to_the_second_reader_of_the_settings(tmp_path: Path, report: Path) -> None:
    casebook = tmp_path / "casebook"
    assert amanat_run("init", casebook).code == 0
    with serving(model(BOTH, ALONE, INVENTED)) as server:
        first = amanat_run("-C", casebook, "add", report, "--json", **_asks(server))
        asked = len(server.asked)
        again = amanat_run("-C", casebook, "add", report, **_asks(server))
        assert len(server.asked) == asked
    assert first.code == 0, first.err
    told = first.json["second_reader"]
    assert told["reader"] == "second reader 1, small"
    assert told["paragraphs"] == told["read"] == asked
    assert (told["claims"], told["dropped"]) == (1, {"who it is about is not in the text": 1})
    assert "second reader 1, small read 0 of 0 paragraphs" in again.out
    shown = amanat_run("-C", casebook, "report", "1").out
    assert "both readers" in shown and "second reader only" in shown
    assert "second reader 1, small read" in shown and "Dropped: 1 claim" in shown
    assert amanat_run("-C", casebook, "verify").code == 0
    without = amanat_run("-C", casebook, "add", report, "--json").json
    assert without["second_reader"] is None


def test_add_says_when_the_server_is_gone_and_keeps_what_the_rules_read(tmp_path: Path, report: Path) -> None:
    casebook = tmp_path / "casebook"
    assert amanat_run("init", casebook).code == 0
    report.write_bytes(REPORTS["taken.txt"] + b"\nHe is still held.\n\nShe has not seen him since.\n")
    with serving(model()) as server:
        gone = _asks(server)
    ran = amanat_run("-C", casebook, "add", report, **gone)
    assert ran.code == 4
    assert "did not answer 3 times in a row" in ran.err
    assert "Sanjar" not in ran.err
    assert "1 new report" in ran.out


def test_add_interrupted_while_the_model_reads_goes_on_where_it_stopped(tmp_path: Path, report: Path) -> None:
    casebook, secret = tmp_path / "casebook", tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    assert amanat_run("init", casebook).code == 0
    waits = [True]

    def slow(handler: Handler, asked: dict[str, Any]) -> None:
        if waits and len(handler.server.asked) == 3:
            handler.wait()
        else:
            model(BOTH)(handler, asked)

    with serving(slow) as server:
        running = subprocess.Popen(
            [*PROGRAM, "-C", str(casebook), "add", str(report)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(AMANAT_PASSPHRASE_FILE=str(secret), **_asks(server)),
            text=True,
        )
        until = time.monotonic() + 120
        while len(server.asked) < 3 and time.monotonic() < until:
            time.sleep(0.05)
        os.kill(running.pid, signal.SIGINT)
        _, err = running.communicate(timeout=60)
        assert running.returncode == 130
        assert "it goes on from here" in err
        waits.clear()
        rest = amanat_run("-C", casebook, "add", report, "--json", **_asks(server)).json["second_reader"]
        assert rest["paragraphs"] == rest["read"] == len(server.asked) - 3
