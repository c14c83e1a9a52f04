"""The rows behind the gazetteer: the project's own (countries, divisions, double names) and the world's.

The own rows are few and are indexed when first asked for. The world's stay sorted lines, found by bisection
and taken apart one at a time: 15,000 places and 63,000 names are then ready in some milliseconds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from amanat.core.places.folding import folded
from amanat.core.places.place import PlaceKind
from amanat.core.places.tables import lines_of, listed, rows_of

_COUNTRY_LANGUAGES = ("kk", "ru", "ug", "zh", "fr")
_OWN_LANGUAGES = ("kk", "ru", "ug", "zh")

# How much weight a place without known population has beside like-named ones.
_UNCOUNTED = {
    PlaceKind.COUNTRY: 5_000_000,
    PlaceKind.REGION: 5_000_000,
    PlaceKind.DIVISION: 100_000,
    PlaceKind.CITY: 60_000,
}


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    kind: PlaceKind
    name: str
    parent: str = ""
    also: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    """Names it is found by but not shown with."""
    codes: tuple[str, ...] = ()
    """ISO codes: found by, but never in running text, where CAN and AND are words."""
    names: dict[str, str] = field(default_factory=dict)
    people: int = 0
    """Of a division, those in its cities only; of use for ordering, not for stating."""
    latitude: float | None = None
    longitude: float | None = None

    @property
    def weight(self) -> int:
        # Half: a city that shares its name with the land around it, as Tehran does, is oftener meant than
        # that.
        halved = self.people // 2 if self.kind is PlaceKind.DIVISION else self.people
        return halved or _UNCOUNTED[self.kind]

    def every_name(self) -> Iterator[str]:
        yield from (self.name, *self.also, *self.spellings, *self.codes, *self.names.values())

    def mark_of(self, name: str) -> str:
        """As in ``World.bearers``."""
        if name in self.codes:
            return ""
        return "+" if name in self.spellings else "*"


class World:
    """The generated tables: ``row`` by id, ``bearers`` by name."""

    def __init__(self) -> None:
        self._rows = lines_of("world.tsv")
        self._names = lines_of("world-names.tsv")

    def row(self, identity: str) -> Row | None:
        line = _line_of(self._rows, identity)
        if line is None:
            return None
        kind, name, parent, people, latitude, longitude = line.split("\t")
        at = (float(latitude), float(longitude)) if latitude else (None, None)
        return Row(
            identity, PlaceKind(kind), name, parent, people=int(people), latitude=at[0], longitude=at[1]
        )

    def bearers(self, key: str) -> dict[str, str]:
        """Place ids with that folded name: "*" where it is their own name, "+" another well-known one, else
        ""."""
        line = _line_of(self._names, key) or ""
        return {each.lstrip("*+"): each[: -len(each.lstrip("*+"))] for each in line.split()}

    def goes_on(self, key: str) -> bool:
        """Whether some longer name begins with the words of ``key``."""
        at = bisect_left(self._names, key + " ")
        return at < len(self._names) and self._names[at].startswith(key + " ")


def _line_of(lines: list[str], key: str) -> str | None:
    """What follows the key in the sorted line that begins with it."""
    begins = key + "\t"
    at = bisect_left(lines, begins)
    if at < len(lines) and lines[at].startswith(begins):
        return lines[at][len(begins) :]
    return None


def own_rows(world: World) -> dict[str, Row]:
    """The countries, and the curated rows: each replaces or completes the row of the same id."""
    rows = {row.id: row for row in _countries()}
    for columns in rows_of("curated.tsv"):
        row = _curated(columns, rows.get(columns[0]) or world.row(columns[0]))
        rows[row.id] = row
    return rows


def _countries() -> Iterator[Row]:
    for code, iso3, people, _capital, name, *others in rows_of("countries.tsv"):
        names = {language: other for language, other in zip(_COUNTRY_LANGUAGES, others, strict=True) if other}
        yield Row(code, PlaceKind.COUNTRY, name, codes=(iso3,), names=names, people=int(people))


def _curated(columns: list[str], known: Row | None) -> Row:
    identity, kind, parent, name, also, spellings, *others = columns
    names = {language: other for language, other in zip(_OWN_LANGUAGES, others, strict=True) if other}
    row = known or Row(identity, PlaceKind(kind), name)
    return replace(
        row,
        kind=PlaceKind(kind) if kind else row.kind,
        parent=parent or row.parent,
        name=name or row.name,
        also=listed(also),
        # The world's own name goes on leading here: it is what GeoNames and maps made from it say.
        spellings=(*row.spellings, *listed(spellings), *((row.name,) if name and name != row.name else ())),
        names={**row.names, **names},
    )


def own_names(rows: dict[str, Row]) -> dict[str, dict[str, str]]:
    """Folded name -> ids that bear it, marked as in ``World.bearers``."""
    found: dict[str, dict[str, str]] = {}
    for row in rows.values():
        for name in row.every_name():
            bearers = found.setdefault(folded(name), {})
            if bearers.get(row.id) != "*":
                bearers[row.id] = row.mark_of(name) or bearers.get(row.id, "")
    found.pop("", None)
    return found
