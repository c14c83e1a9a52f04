"""``demo`` and ``desk``: a casebook that everybody may open, and the desk in front of it."""

from __future__ import annotations

import re
import signal
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from command import PROGRAM, amanat_run, environment

from amanat.cli.demo import DEMO_PASSPHRASE
from amanat.cli.session import DEMO_NOTE


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, reports: Path) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "demo-casebook"
    assert amanat_run("demo", folder, "--from", reports, passphrase=None).code == 4
    return folder


def test_its_passphrase_is_said_and_need_not_be_typed(demo: Path) -> None:
    assert (demo / DEMO_NOTE).read_text(encoding="utf-8").splitlines()[0] == DEMO_PASSPHRASE
    ran = amanat_run("-C", demo, "cases", "--json", passphrase=None)
    assert ran.code == 0
    assert ran.json["items"]
    assert amanat_run("-C", demo, "verify", passphrase=None).code == 0


def test_again_adds_nothing(demo: Path, reports: Path) -> None:
    before = amanat_run("-C", demo, "log", "--json", passphrase=None).json["total"]
    again = amanat_run("demo", demo, "--from", reports, "--json", passphrase=None)
    assert (again.json["new"], again.json["known"]) == (0, 3)
    assert amanat_run("-C", demo, "log", "--json", passphrase=None).json["total"] == before


def test_a_casebook_of_ones_own_is_left_alone(casebook: Path, reports: Path) -> None:
    assert amanat_run("demo", casebook, "--from", reports, passphrase=None).code == 3
    assert not (casebook / DEMO_NOTE).exists()


def test_with_a_passphrase_of_ones_own_there_is_no_note(tmp_path: Path, reports: Path) -> None:
    assert amanat_run("demo", tmp_path / "mine", "--from", reports / "taken.txt").code == 7
    (tmp_path / "source").mkdir()
    assert amanat_run("demo", tmp_path / "mine", "--from", tmp_path / "source").code == 0
    assert not (tmp_path / "mine" / DEMO_NOTE).exists()


def test_the_desk_opens_by_a_link_that_works_once_and_closes_with_ctrl_c(demo: Path) -> None:
    running = subprocess.Popen(
        [*PROGRAM, "-C", str(demo), "desk", "--no-browser", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(PYTHONUNBUFFERED="1"),
    )
    assert running.stdout is not None
    link = ""
    while not link:
        line = running.stdout.readline()
        assert line, running.communicate()
        link = (re.findall(r"http://127\.0\.0\.1:\d+/open/\S+", line) or [""])[0]
    address = link.partition("/open/")[0]
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(address, timeout=10)
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    assert opener.open(link, timeout=10).status == 200
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.build_opener().open(link, timeout=10)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert running.returncode in (0, 130)
    assert "Traceback" not in err
