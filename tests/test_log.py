"""Every action leaves exactly one entry. They are found by looking: a new one without a row below fails."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable
from pathlib import Path

import pytest

import amanat.actions
from amanat.actions import grade, link, naming, review
from amanat.actions.add import add
from amanat.actions.begin import begin_claim
from amanat.actions.capture import capture
from amanat.actions.echo_judging import judge_echo
from amanat.actions.outcome import Outcome
from amanat.actions.places import bring_places, replace_place, withdraw_place
from amanat.actions.read import read
from amanat.actions.receive import receive
from amanat.actions.rekeying import change_passphrase
from amanat.actions.second import second_read
from amanat.actions.second_reader import SecondReader
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.adapters.language_model.address import server_address
from amanat.core.capture_errors import BrowserMissingError, BrowserUnsafeError
from amanat.core.places.entry import PlaceEntry
from amanat.core.protecting import Sensitivity
from amanat.store.models import Claim, EchoRow, Judgement, LogEntry, OwnPlace, Person, Report
from amanat.store.queries.marks import marks_in
from core.echo.telling import REWORDED, SOURCE
from invented import COURIER, HERALD, OWNER, added, marked, received
from line_reader import reading_of
from model_server import model, serving
from news_server import news
from opening import PASSPHRASE

Work = Callable[[OpenCasebook, Path], object]


def _file(folder: Path) -> Path:
    path = folder / "new.txt"
    path.write_text("Tomsay Bulletin\nSanjar Tolegen | detention | 2019-03 | Aqsu prison | |")
    return path


def _read(casebook: OpenCasebook, folder: Path) -> object:
    report = Report.objects.get(state="received")
    return read(
        casebook, OWNER, report.pk, Outcome(report.sha256, "text/plain", "", reading_of(f"{HERALD}\n"))
    )


def _second_read(casebook: OpenCasebook, folder: Path) -> object:
    with serving(model()) as server:
        reader = SecondReader(server_address(server.url), "small", 5)
        return list(second_read(casebook, OWNER, [1], reader))


def _pair() -> tuple[int, int]:
    first, second = Person.objects.filter(names__0="Dilara Osmanqizi").values_list("pk", flat=True)
    return first, second


def _alike() -> tuple[int, int]:
    return EchoRow.objects.values_list("left_id", "right_id").first() or (0, 0)


def _capture(casebook: OpenCasebook, folder: Path) -> object:
    try:
        with news() as server:
            return capture(casebook, OWNER, server.address("/news"))
    except (BrowserMissingError, BrowserUnsafeError) as error:
        pytest.skip(error.message())


def _begin(casebook: OpenCasebook, _: Path) -> object:
    report = Report.objects.get(language="ug")
    [mark, *_rest] = [each for each in marks_in(report) if each.kind == "act"]
    return begin_claim(casebook, OWNER, report.pk, mark.start)


ONE_ENTRY: dict[str, Work] = {
    "begin.begin_claim": _begin,
    "receive.receive": lambda casebook, folder: receive(casebook, OWNER, _file(folder)),
    "capture.capture": _capture,
    "read.read": _read,
    "review.confirm": lambda casebook, _: review.confirm(casebook, OWNER, 1),
    "review.reject": lambda casebook, _: review.reject(casebook, OWNER, 1),
    "review.correct": lambda casebook, _: review.correct(casebook, OWNER, 1, {"when": "2018"}),
    "review.undo_review": lambda casebook, _: review.undo_review(casebook, OWNER, 2),
    "grade.grade_source": lambda casebook, _: grade.grade_source(casebook, OWNER, 1, "B", "always the same"),
    "grade.grade_claim": lambda casebook, _: grade.grade_claim(casebook, OWNER, 1, "2"),
    "link.judge": lambda casebook, _: link.judge(casebook, OWNER, *_pair(), "not same", ""),
    "echo_judging.judge_echo": lambda casebook, _: judge_echo(casebook, OWNER, *_alike(), "independent"),
    "link.undo_judgement": lambda casebook, _: link.undo_judgement(
        casebook, OWNER, Judgement.objects.get(by="Aysel Tarhan").pk
    ),
}


def _own_place() -> int:
    return OwnPlace.objects.get(superseded_by=None).pk


OTHERS: dict[str, tuple[Work, int]] = {
    # One file received and read, and one report left over from before read: an entry for each of the three.
    "add.add": (
        lambda casebook, folder: list(
            add(casebook, OWNER, [_file(folder)], reader="line_reader:read_lines", processes=1)
        ),
        3,
    ),
    # One entry each, which names no report.
    "places.bring_places": (
        lambda casebook, _: bring_places(casebook, OWNER, [PlaceEntry("Tal camp")], how="desk"),
        1,
    ),
    "places.replace_place": (
        lambda casebook, _: replace_place(casebook, OWNER, _own_place(), PlaceEntry("Talas camp")),
        1,
    ),
    "places.withdraw_place": (lambda casebook, _: withdraw_place(casebook, OWNER, _own_place()), 1),
    # An entry for each of the report's six paragraphs.
    "second.second_read": (_second_read, 6),
    # An index of what the log tells already.
    "naming.shelve": (lambda casebook, _: naming.shelve(casebook, OWNER, "person", Sensitivity.OPEN), 0),
    # One entry, of what was done outside the database.
    "rekeying.change_passphrase": (
        lambda casebook, _: change_passphrase(casebook, OWNER, PASSPHRASE, "nine other cranes"),
        1,
    ),
    # It only looks.
    "verify.verify": (lambda casebook, _: list(verify(casebook, OWNER)), 0),
    # What the others are made with; tests/actions/test_record.py.
    "record.record": (lambda casebook, _: None, 0),
}


@pytest.fixture
def filled(casebook: OpenCasebook) -> OpenCasebook:
    added(casebook, HERALD)
    added(casebook, COURIER)
    marked(casebook)
    received(casebook, f"{HERALD}\n", "unread.txt")
    review.confirm(casebook, OWNER, 2)
    link.judge(casebook, OWNER, *_pair(), "unsure", "")
    bring_places(casebook, OWNER, [PlaceEntry("Qaratal camp")], how="desk")
    added(casebook, SOURCE)
    added(casebook, REWORDED)
    return casebook


def test_every_action_is_in_the_tables() -> None:
    found = set()
    for each in pkgutil.iter_modules(amanat.actions.__path__, "amanat.actions."):
        module = importlib.import_module(each.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ != module.__name__ or name.startswith("_"):
                continue
            if list(inspect.signature(function).parameters)[:2] == ["casebook", "actor"]:
                found.add(f"{each.name.rpartition('.')[2]}.{name}")
    assert found == set(ONE_ENTRY) | set(OTHERS)


@pytest.mark.parametrize("name", ONE_ENTRY)
def test_an_action_leaves_one_entry_that_says_who_and_on_what(
    filled: OpenCasebook, tmp_path: Path, name: str
) -> None:
    before = LogEntry.objects.count()
    ONE_ENTRY[name](filled, tmp_path)
    [entry] = LogEntry.objects.filter(index__gte=before)
    body = json.loads(entry.body)
    assert (body["who"], body["role"]) == ("Aysel Tarhan", "owner")
    assert body["on"]
    assert body["reports"]
    assert body["rows"]
    assert body["at"].endswith("Z")


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_single_action_leaves_what_it_is_made_of(
    filled: OpenCasebook, tmp_path: Path, name: str
) -> None:
    before = LogEntry.objects.count()
    work, entries = OTHERS[name]
    work(filled, tmp_path)
    assert LogEntry.objects.count() - before == entries


def test_nothing_is_ever_deleted(filled: OpenCasebook, tmp_path: Path) -> None:
    counts = [model.objects.count() for model in (Report, Claim, Person, Judgement)]
    for name in ("review.reject", "link.undo_judgement", "read.read"):
        ONE_ENTRY[name](filled, tmp_path)
    after = [model.objects.count() for model in (Report, Claim, Person, Judgement)]
    assert all(now >= then for now, then in zip(after, counts, strict=True))
