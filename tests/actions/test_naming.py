"""The entries of names and their index follow what is read; without the index, or with a damaged one, all is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from amanat.actions import naming
from amanat.actions.findings import Finding, Wrong
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Sensitivity
from amanat.store.models import LogEntry, NameEntry, NameShelf
from amanat.store.queries import name_index
from amanat.store.queries.likely import likely_people
from invented import COURIER, HERALD, OWNER, added, entered, received

NAMES = (
    "Sanjar Tolegen",
    "Yerzhan Bolatuly",
    "Meruert Qasenova",
    "Aygul Serikbay",
    "Omar Seytkali",
    "Dilara Nurlan",
)


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "BATCH", 2)


@pytest.fixture(autouse=True)
def from_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a new process: nothing is held in memory."""
    monkeypatch.setattr(name_index, "_HELD", name_index._Held())


def _add(casebook: OpenCasebook, names: tuple[str, ...], level: Sensitivity = Sensitivity.OPEN) -> None:
    for name in names:
        added(casebook, f"{name} Herald\n{name} | detention | 2018 | Shelek | | held", f"{name}.txt", level)


def _found(words: str) -> list[str]:
    return [hit.form.text for hit in likely_people(OWNER, words)]


def _findings(casebook: OpenCasebook) -> list[tuple[str, Wrong]]:
    return [(each.item, each.wrong) for each in verify(casebook, OWNER) if isinstance(each, Finding)]


def test_entries_are_those_of_the_report_and_follow_another_reading(casebook: OpenCasebook) -> None:
    report = received(casebook, HERALD)
    entered(casebook, report, HERALD)
    first = list(NameEntry.objects.values_list("pk", "kind", "text"))
    assert {text for _, kind, text in first if kind == "person"} == {"Dilara Osmanqizi", "Yerzhan Bolatuly"}
    assert "Qaratal camp" in {text for _, kind, text in first if kind == "place"}
    entered(casebook, report, HERALD, reader="lines 2")
    assert list(NameEntry.objects.values_list("pk", "kind", "text")) == first


def test_few_names_need_no_index(casebook: OpenCasebook) -> None:
    _add(casebook, NAMES)
    assert not NameShelf.objects.exists()
    assert _found("Санжар Төлеген") == ["Sanjar Tolegen"]


def test_the_index_is_written_in_batches_and_leaves_no_entry_in_the_log(
    casebook: OpenCasebook, small_batches: None
) -> None:
    _add(casebook, NAMES[:1])
    assert not NameShelf.objects.exists()
    _add(casebook, NAMES[1:2])
    shelf = NameShelf.objects.get(kind="person")
    assert (shelf.sensitivity, shelf.names) == ("open", 2)
    assert not LogEntry.objects.filter(body__contains="index names").exists()
    _add(casebook, NAMES[2:4], Sensitivity.SEALED)
    assert [each.names for each in NameShelf.objects.filter(kind="person", sensitivity="sealed")] == [2]
    assert _findings(casebook) == []


def test_what_the_index_holds_and_what_came_since_are_found(
    casebook: OpenCasebook, small_batches: None
) -> None:
    _add(casebook, NAMES[:5])
    assert NameShelf.objects.get(kind="person").names == 4
    for asked, name in (("Санжар Төлеген", NAMES[0]), ("Омар Сейтқали", NAMES[4])):
        assert _found(asked)[:1] == [name]
    _add(casebook, NAMES[5:])
    assert _found("Дилара Нурлан")[:1] == ["Dilara Nurlan"], (
        "the process that holds the index is brought up to date"
    )


HARMS: dict[str, Callable[[NameShelf], object]] = {
    "missing": lambda shelf: shelf.delete(),
    "of another making": lambda shelf: NameShelf.objects.update(made_by="0:" + 16 * "0"),
    "cut": lambda shelf: NameShelf.objects.update(content=bytes(shelf.content)[:-100]),
    "empty": lambda shelf: NameShelf.objects.update(content=b""),
    "other bytes": lambda shelf: NameShelf.objects.update(content=b"PK\3\4" + 900 * b"\7"),
}


@pytest.mark.parametrize("harm", list(HARMS))
def test_an_index_that_cannot_be_used_is_done_without(
    casebook: OpenCasebook, small_batches: None, harm: str
) -> None:
    _add(casebook, NAMES)
    HARMS[harm](NameShelf.objects.get(kind="person"))
    for asked, name in (("Санжар Төлеген", NAMES[0]), ("Омар Сейтқали", NAMES[4])):
        assert _found(asked)[:1] == [name]
    damaged = {item for item, _ in _findings(casebook)}
    assert all(item.startswith("index of names") for item in damaged)
    assert bool(damaged) is (harm in ("cut", "empty", "other bytes"))


def test_the_next_batch_mends_an_index_of_another_making(casebook: OpenCasebook, small_batches: None) -> None:
    _add(casebook, NAMES[:2])
    NameShelf.objects.update(made_by="older")
    _add(casebook, NAMES[2:3])
    assert NameShelf.objects.get(kind="person").made_by != "older"


def test_names_changed_outside_the_program_are_named(casebook: OpenCasebook) -> None:
    _add(casebook, NAMES[:2])
    entry = NameEntry.objects.filter(kind="person", report=2).get()
    NameEntry.objects.filter(pk=entry.pk).update(text="Somebody Else")
    assert _findings(casebook) == [("names of report 2", Wrong.CHANGED)]
    NameEntry.objects.filter(pk=entry.pk).delete()
    assert _findings(casebook) == [("names of report 2", Wrong.CHANGED)]


def test_two_reports_of_one_name_are_one_name_of_the_index(
    casebook: OpenCasebook, small_batches: None
) -> None:
    for number, text in enumerate((HERALD, COURIER)):
        added(casebook, text, f"{number}.txt")
    held = NameShelf.objects.get(kind="person")
    assert held.names == len(set(NameEntry.objects.filter(kind="person").values_list("sought", flat=True)))
