"""The names of a casebook's persons, held in memory by where they sound, for as long as the process works on it.

It only says which persons are worth comparing: who they are, and what their names are, is asked of the database
each time. Filled at the first question and then with what came since.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import connection

from amanat.core.linking.commonness import Commonness
from amanat.core.linking.nearby import NearNames
from amanat.store.models import Person

_FORMS = 3
"""Forms of one person's name that are held; the best ones stand first."""

_Row = tuple[int, int, str]
"""A person's id, report and folded name."""


@dataclass
class _Held:
    """``newest``: the last person taken in; their row must still be that, or what is held is of another past."""

    database: str
    names: NearNames = field(default_factory=NearNames)
    written: set[str] = field(default_factory=set)
    newest: _Row | None = None


_held = _Held("")


def near_persons(names: list[str]) -> list[int]:
    """Persons with a name near one of these, the earliest bearer of each written form, the nearest first."""
    held = _caught_up()
    return list(dict.fromkeys(each for name in names[:_FORMS] for each in held.names.near(name)))


def commonness() -> Commonness:
    """How common each part of a name is among the names of this casebook."""
    held = _caught_up()
    names = len(held.written)
    return Commonness(people=names, names=names, bearers=held.names.bearers)


def _caught_up() -> _Held:
    global _held
    database = _database()
    if _held.database != database or not _is_still_there(_held.newest):
        _held = _Held(database)
    newest = _held.newest[0] if _held.newest else 0
    rows = Person.objects.filter(pk__gt=newest).exclude(names=[]).order_by("pk")
    for pk, report, folded_name, names in rows.values_list("pk", "report_id", "folded_name", "names"):
        _take_in(_held, pk, names[:_FORMS])
        _held.newest = (pk, report, folded_name)
    return _held


def _take_in(held: _Held, person: int, names: list[str]) -> None:
    """Each written form once: of those who bear it alike the earliest stands for all."""
    for name in names:
        if name not in held.written:
            held.written.add(name)
            held.names.add(person, name)


def _is_still_there(newest: _Row | None) -> bool:
    """A transaction that failed takes its persons with it, and their numbers are given again."""
    if newest is None:
        return True
    pk, report, folded_name = newest
    return Person.objects.filter(pk=pk, report=report, folded_name=folded_name).exists()


def _database() -> str:
    place = connection.settings_dict
    return "/".join(str(place.get(key, "")) for key in ("ENGINE", "HOST", "PORT", "NAME"))
