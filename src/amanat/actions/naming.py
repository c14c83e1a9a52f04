"""Keeps what people and places are called, and the index of it, up to what was read.

The entries are written in the transaction of the reading. The index (models/names.NameShelf) follows in batches,
after it: a search adds what the index lacks in memory, so that nothing has to wait for it.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from types import ModuleType

from amanat.actions.faults import database_faults
from amanat.actions.record import Writing, record
from amanat.adapters.casebook import OpenCasebook
from amanat.core.names.sought import KINDS, Kind, sought
from amanat.core.protecting import Actor, Deed, Sensitivity
from amanat.store.models import NameEntry, NameShelf, Person, Place, Report

BATCH = 512
"""So many new names at least, and an eighth of those that are there, make the index be written anew."""

_GROWN = 8

Entry = tuple[str, int, str, str]
"""Kind, target, text as written, what is sought."""


def follow_names(casebook: OpenCasebook, writing: Writing, report: Report) -> None:
    """The entries of ``report``: only what differs is written, so that what an index holds stays."""
    wanted = name_entries(report)
    stored = {entry_of(row): row.pk for row in NameEntry.objects.filter(report=report)}
    NameEntry.objects.filter(pk__in=[stored[each] for each in stored.keys() - wanted.keys()]).delete()
    new = [each for each in wanted if each not in stored]
    NameEntry.objects.bulk_create(
        NameEntry(kind=kind, target=target, report=report, text=text, sought=key)
        for kind, target, text, key in new
    )
    if new:
        writing.after_commit(partial(_shelve_what_is_due, casebook, writing.actor, report.sensitivity))


def name_entries(report: Report) -> dict[Entry, None]:
    """The entries that ``report`` should have, in order, not stored; what is sought of each only once."""
    people = Person.objects.filter(report=report).order_by("pk")
    places = Place.objects.filter(claims__report=report, claims__withdrawn=False).distinct().order_by("pk")
    told = [("person", person.pk, name) for person in people for name in person.names]
    told += [("place", place.pk, name) for place in places for name in (place.name, *place.also)]
    found: dict[tuple[str, int, str], str] = {}
    for kind, target, text in told:
        if key := sought(kind, text):
            found.setdefault((kind, target, key), text)
    return {(kind, target, text, key): None for (kind, target, key), text in found.items()}


def entry_of(row: NameEntry) -> Entry:
    return (row.kind, row.target, row.text, row.sought)


def _shelve_what_is_due(casebook: OpenCasebook, actor: Actor, sensitivity: str) -> None:
    with database_faults(str(casebook.folder)):
        due = [kind for kind in KINDS if _is_due(kind, sensitivity)]
    for kind in due:
        shelve(casebook, actor, kind, Sensitivity(sensitivity))


def _is_due(kind: Kind, sensitivity: str) -> bool:
    """Also where the index is of another making: then nothing in it is of use."""
    rows = NameShelf.objects.filter(kind=kind, sensitivity=sensitivity)
    upto, names, made_by = rows.values_list("upto", "names", "made_by").first() or (0, 0, "")
    if made_by and made_by != _kept().made_by():
        upto = names = 0
    enough = max(BATCH, names // _GROWN)
    new = NameEntry.objects.filter(kind=kind, report__sensitivity=sensitivity, pk__gt=upto).order_by()
    return new[:enough].count() == enough


def shelve(casebook: OpenCasebook, actor: Actor, kind: Kind, sensitivity: Sensitivity) -> None:
    """Write the index of one kind and sensitivity anew, from all its entries.

    It is made before the transaction begins: nobody waits for it to write. Raises RefusedError, StorageError.
    """
    with database_faults(str(casebook.folder)):
        entries = NameEntry.objects.filter(kind=kind, report__sensitivity=sensitivity.value).order_by("pk")
        rows = list(entries.values_list("pk", "sought"))
    names = list(dict.fromkeys(text for _, text in rows))
    shelf = {
        "upto": rows[-1][0] if rows else 0,
        "made_by": _kept().made_by(),
        "names": len(names),
        "content": _kept().shelved(names),
    }
    with record(casebook, actor, Deed.RECEIVE, "index names", of=[sensitivity]):
        NameShelf.objects.update_or_create(kind=kind, sensitivity=sensitivity.value, defaults=shelf)


def _kept() -> ModuleType:
    """Not imported above, because NumPy and the learned tables take a moment that whoever adds little need not wait."""
    return import_module("amanat.core.names.kept")
