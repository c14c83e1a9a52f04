"""The index of names in memory: from the shelves of the casebook, and what was entered since.

A process keeps it for the casebook that it has open, and brings it up to date before each search. The names of
each sensitivity lie in an index of their own: what is found among some is the same whether there are others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from django.db import connection

from amanat.core.names.index import Match, NameIndex
from amanat.core.names.kept import made_by, taken_up
from amanat.store.models import NameEntry, NameShelf

LONGEST_QUERY = 200
"""Code points that are looked at: a longer query is no name."""


@dataclass(slots=True)
class _Names:
    """One index; ``known`` are the names in it, ``upto`` is the last entry it holds."""

    index: NameIndex
    known: set[str]
    upto: int = 0

    def catch_up(self, kind: str, sensitivity: str) -> None:
        new = NameEntry.objects.filter(kind=kind, report__sensitivity=sensitivity, pk__gt=self.upto)
        for entry, text in new.order_by("pk").values_list("pk", "sought"):
            if text not in self.known:
                self.known.add(text)
                self.index.add(text)
            self.upto = entry


class _Held:
    """The indexes of one casebook, each made when it is first asked for."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._casebook: tuple[object, ...] = ()
        self._newest = 0
        self._names: dict[tuple[str, str], _Names] = {}

    def search(self, kind: str, sensitivity: str, words: str, limit: int) -> dict[str, Match]:
        with self._lock:
            self._forget_another_casebook()
            names = self._names.get((kind, sensitivity)) or _taken_up(kind, sensitivity)
            names.catch_up(kind, sensitivity)
            self._names[kind, sensitivity] = names
            return {names.index.name(match.position): match for match in names.index.search(words, limit)}

    def _forget_another_casebook(self) -> None:
        """Also where this one has fewer entries than it had: then it was put back, and ids may come again."""
        settings = connection.settings_dict
        casebook = (settings["ENGINE"], settings["HOST"], settings["PORT"], settings["NAME"])
        newest = NameEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        if casebook != self._casebook or newest < self._newest:
            self._names.clear()
        self._casebook, self._newest = casebook, newest


_HELD = _Held()


def _taken_up(kind: str, sensitivity: str) -> _Names:
    """From the casebook's own shelf; with none, or one that is damaged or of another making, from nothing."""
    rows = NameShelf.objects.filter(kind=kind, sensitivity=sensitivity, made_by=made_by())
    found = rows.values_list("upto", "content").first()
    if found is not None:
        try:
            shelf = taken_up(bytes(found[1]))
        except ValueError:
            return _Names(NameIndex(), set())
        known = {shelf.text(at) for at in range(len(shelf))}
        return _Names(NameIndex([shelf]), known, found[0])
    return _Names(NameIndex(), set())


def alike(kind: str, sensitivities: Iterable[str], words: str, limit: int) -> dict[str, Match]:
    """Names, as they are sought, that can be the one in ``words``: the surest match of each."""
    asked = words[:LONGEST_QUERY]
    if _is_one_letter_again_and_again(asked):
        return {}
    found: dict[str, Match] = {}
    for sensitivity in sensitivities:
        for text, match in _HELD.search(kind, sensitivity, asked, limit).items():
            if text not in found or match.score > found[text].score:
                found[text] = match
    return found


def _is_one_letter_again_and_again(words: str) -> bool:
    """No name is "xxxx", though a table of sounds that never saw it may think so."""
    letters = [character for character in words.casefold() if character.isalnum()]
    return len(letters) > 2 and len(set(letters)) == 1
