"""kill -9 in the middle of ``add``, fifty times: nothing acknowledged is lost, nothing is there twice."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connections

from amanat.actions.add import ReadIn, Taken, add
from amanat.actions.findings import Finding
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.store.models import Claim, Judgement, LogEntry, Receipt, Report
from invented import OWNER

READER = "line_reader:read_lines"
KILLS = 50
REPORTS = 320

NAMES = ("Dilara Osmanqizi", "Sanjar Tolegen", "Yerzhan Bolatuly", "Maya Serikova", "Omar Aldabergen")


def _many(folder: Path, count: int) -> None:
    """Small reports, some of which name the same person."""
    folder.mkdir()
    for number in range(count):
        name = NAMES[number % 5] if number % 40 < 5 else f"Person{number} Number{number}"
        lines = (
            f"Qarasu Herald, number {number}",
            f"{name} | detention | 2017-07-15/2018-10 | Qaratal camp < Tomsay | a neighbour (witness) |",
            f"{name} | flight | 2018-12 | | |",
        )
        (folder / f"{number:04}.txt").write_text("\n".join(lines))


def _apart(work: Callable[[int], None]) -> tuple[int, int]:
    """``work`` in a process of its own; its id, and the pipe on which it tells what is done."""
    connections["default"].close()
    reading_end, writing_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading_end)
        try:
            work(writing_end)
        finally:
            os._exit(0)
    os.close(writing_end)
    return child, reading_end


def _adding(casebook: OpenCasebook, folder: Path) -> Callable[[int], None]:
    def work(told: int) -> None:
        for event in add(casebook, OWNER, [folder], reader=READER, processes=1):
            if isinstance(event, Taken):
                os.write(told, f"taken {event.received.sha256}\n".encode())
            if isinstance(event, ReadIn):
                os.write(told, f"read {event.entered.report}\n".encode())

    return work


def _killed_after(seconds: float, child: int, told: int) -> list[str]:
    """What the child acknowledged before it was killed: whole lines only."""
    begun = os.read(told, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(told, "rb") as rest:
        return (begun + rest.read()).decode().rpartition("\n")[0].splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    _many(tmp_path / "in", REPORTS)
    return tmp_path / "in"


def test_fifty_kills_lose_nothing(casebook: OpenCasebook, folder: Path) -> None:
    chance = random.Random(20200103)
    acknowledged: set[str] = set()
    for number in range(KILLS * 5):
        child, told = _apart(_adding(casebook, folder))
        acknowledged |= set(_killed_after(chance.uniform(0, 1.2), child, told))
        _there(acknowledged)
        if (
            number >= KILLS and len(acknowledged) > KILLS
        ):  # a slow machine is killed more often before it has begun
            break
    assert len(acknowledged) > KILLS
    for _ in add(casebook, OWNER, [folder], reader=READER, processes=2):
        pass
    assert Report.objects.filter(state="read").count() == Report.objects.count() == REPORTS
    assert Receipt.objects.count() == REPORTS
    assert Claim.objects.count() == 2 * REPORTS
    assert LogEntry.objects.count() == 2 * REPORTS, "each report received once and read once"
    assert Judgement.objects.count() == 5 * (REPORTS // 40 - 1)
    assert [each for each in verify(casebook, OWNER) if isinstance(each, Finding)] == []


def _there(acknowledged: set[str]) -> None:
    taken = {line.removeprefix("taken ") for line in acknowledged if line.startswith("taken ")}
    read = {int(line.removeprefix("read ")) for line in acknowledged if line.startswith("read ")}
    assert taken <= set(Report.objects.values_list("sha256", flat=True))
    assert read <= set(Report.objects.filter(state="read").values_list("pk", flat=True))


def test_two_programs_adding_at_once_take_turns(casebook: OpenCasebook, tmp_path: Path) -> None:
    _many(tmp_path / "in", 60)
    children = [_apart(_adding(casebook, tmp_path / "in")) for _ in range(2)]
    for child, told in children:
        with os.fdopen(told, "rb") as rest:
            rest.read()
        assert os.waitpid(child, 0)[1] == 0
    assert Report.objects.filter(state="read").count() == Receipt.objects.count() == 60
    assert LogEntry.objects.count() == 120
    assert [each for each in verify(casebook, OWNER) if isinstance(each, Finding)] == []
