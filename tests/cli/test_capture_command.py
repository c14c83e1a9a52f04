"""amanat capture and --language: on a real casebook, in processes of their own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from command import amanat_run

from amanat.adapters.capture.launching import NAMES
from news_server import news


@pytest.mark.skipif(
    not any(map(shutil.which, NAMES)) or (os.geteuid() == 0 and not shutil.which("bwrap")),
    reason="no Chromium here that may be started",
)
def test_a_page_is_captured_and_read(casebook: Path) -> None:
    with news() as server:
        done = amanat_run("-C", casebook, "capture", server.address("/news"), "--json")
        assert done.code == 0, done.err
        said = done.json
        assert (said["title"], said["status"], said["screenshot"]) == ("A herder is held", 200, True)
        assert said["claims"] > 0
        shown = amanat_run("-C", casebook, "report", str(said["report"]), "--json").json
        assert "captured" in str(shown["flags"])
        gone = amanat_run("-C", casebook, "capture", server.address("/gone"))
        assert gone.code == 4
        assert "The server answered 404" in gone.out


def test_what_is_no_page_is_refused_in_one_line(casebook: Path) -> None:
    done = amanat_run("-C", casebook, "capture", "file:///etc/passwd", "--json")
    assert done.code == 2
    assert done.error["error"] == "capture-address"
    assert amanat_run("-C", casebook, "capture", "https://courier.example", "--proxy", "x").code == 2


def test_a_language_that_is_none_is_refused(casebook: Path, tmp_path: Path) -> None:
    done = amanat_run("-C", casebook, "add", tmp_path, "--language", "not a language")
    assert done.code == 2
    assert "no code of a language" in done.err
    wrong = amanat_run("-C", casebook, "cases", AMANAT_SCAN_LANGUAGES="7")
    assert (wrong.code, "AMANAT_SCAN_LANGUAGES" in wrong.err) == (2, True)
