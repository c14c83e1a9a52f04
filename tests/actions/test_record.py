"""One transaction: the change, its entry, and what follows."""

from __future__ import annotations

import json

import pytest

from amanat.actions.record import newest_head, record
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import RefusedError
from amanat.core.ledger import leaf_hash, root_of
from amanat.core.protecting import Actor, Deed, Role, Sensitivity
from amanat.store.canonical_rows import row_digest
from amanat.store.models import LogEntry, Place, Report

OWNER = Actor("Aysel Tarhan", Role.OWNER)


def _place(name: str) -> Place:
    return Place(name=name, folded=name)


def test_an_entry_names_who_what_and_every_row(casebook: OpenCasebook) -> None:
    with record(casebook, OWNER, Deed.RECEIVE, "test", why="to see") as writing:
        writing.on("place 1", report=7)
        first = writing.save(_place("Qarasu"))
        writing.bulk_create([_place("Tomsay"), _place("Birlik")])
    entry = LogEntry.objects.get()
    body = json.loads(entry.body)
    assert (body["who"], body["role"], body["action"], body["why"]) == (
        "Aysel Tarhan",
        "owner",
        "test",
        "to see",
    )
    assert (body["on"], body["reports"]) == (["place 1"], [7])
    assert [pk for pk, _ in body["rows"]["place"]] == [place.pk for place in Place.objects.all()]
    again = Place.objects.get(pk=first.pk)
    assert body["rows"]["place"][0][1] == row_digest(bytes(entry.salt), again), (
        "as read back from the database"
    )


def test_the_root_is_rfc_6962s_and_the_checkpoint_has_it(casebook: OpenCasebook) -> None:
    for number in range(9):
        with record(casebook, OWNER, Deed.RECEIVE, "test") as writing:
            writing.save(_place(str(number)))
    leaves = [leaf_hash(bytes(entry.salt), entry.body.encode()) for entry in LogEntry.objects.all()]
    assert newest_head().root() == root_of(leaves)
    newest = casebook.checkpoints.newest()
    assert newest is not None
    assert (newest.size, newest.root) == (9, root_of(leaves))


def test_what_fails_leaves_neither_change_nor_entry(casebook: OpenCasebook) -> None:
    with pytest.raises(ZeroDivisionError), record(casebook, OWNER, Deed.RECEIVE, "test") as writing:
        writing.save(_place("Qarasu"))
        _ = 1 / 0
    assert not Place.objects.exists()
    assert not LogEntry.objects.exists()
    assert [checkpoint.size for checkpoint in casebook.checkpoints.all()] == [0]


def test_what_writes_nothing_leaves_no_entry(casebook: OpenCasebook) -> None:
    with record(casebook, OWNER, Deed.RECEIVE, "test"):
        pass
    assert not LogEntry.objects.exists()


def test_what_follows_runs_after_the_checkpoint(casebook: OpenCasebook) -> None:
    seen: list[object] = []
    with record(casebook, OWNER, Deed.RECEIVE, "test") as writing:
        writing.save(_place("Qarasu"))
        writing.after_commit(lambda: seen.append(casebook.checkpoints.newest()))
        assert not seen
    assert seen == [casebook.checkpoints.newest()]


@pytest.mark.parametrize(
    ("role", "deed", "of"),
    [
        (Role.READER, Deed.RECEIVE, [Sensitivity.OPEN]),
        (Role.READER, Deed.REVIEW, []),
        (Role.INVESTIGATOR, Deed.REVIEW, [Sensitivity.SEALED]),
        (Role.INVESTIGATOR, Deed.RECEIVE, [Sensitivity.OPEN, Sensitivity.SEALED]),
    ],
)
def test_a_refusal_comes_before_any_writing(
    casebook: OpenCasebook, role: Role, deed: Deed, of: list[Sensitivity]
) -> None:
    with pytest.raises(RefusedError) as refused, record(casebook, Actor("Timur", role), deed, "test", of=of):
        pytest.fail("the block ran")
    assert refused.value.exit_code == 6
    assert "Timur" in refused.value.message()


def test_a_row_read_back_has_the_digest_it_was_written_with(casebook: OpenCasebook) -> None:
    text = "Айгүл — 阿依古丽 ئايگۈل \u2028 \U0001f64f"
    with record(casebook, OWNER, Deed.RECEIVE, "test") as writing:
        writing.save(
            Report(
                sha256="ab",
                size=2**40,
                media_type="text/plain",
                text=text,
                credit=[{"é": 0.1, "a": [None, 1.0]}],
            )
        )
    entry = LogEntry.objects.get()
    [[_, kept]] = json.loads(entry.body)["rows"]["report"]
    assert kept == row_digest(bytes(entry.salt), Report.objects.get())
