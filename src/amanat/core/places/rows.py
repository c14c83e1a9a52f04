"""The rows behind the gazetteer: the project's own (countries, divisions, double names) and the world's.

The own rows are few and are indexed when first asked for. The world's stay sorted lines, found by bisection
and taken apart one at a time: 20,000 places and their 110,000 names are then ready in some milliseconds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
    PlaceKind.COUNTY: 30_000,
    PlaceKind.NATURE: 20_000,
    PlaceKind.TOWN: 5_000,
    PlaceKind.SITE: 1_000,
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
    names: tuple[tuple[str, str], ...] = ()
    """(language, name), as in ``GazetteerPlace``."""
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
        yield from (self.name, *self.also, *self.spellings, *self.codes, *(name for _, name in self.names))

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
        kind, name, parent, people, latitude, longitude, also, names = line.split("\t")
        return Row(
            identity,
            PlaceKind(kind),
            name,
            parent,
            listed(also),
            names=named(names),
            people=int(people),
            latitude=float(latitude) if latitude else None,
            longitude=float(longitude) if longitude else None,
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

    def every_name(self) -> list[str]:
        """Every folded name, sorted."""
        return [line.partition("\t")[0] for line in self._names]


def named(cell: str) -> tuple[tuple[str, str], ...]:
    """The pairs of a cell that holds names by language: ``zh=伊宁|ug=غۇلجا``."""
    return tuple((language, name) for language, _, name in (each.partition("=") for each in listed(cell)))


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
        names = _by_language(_COUNTRY_LANGUAGES, others)
        yield Row(code, PlaceKind.COUNTRY, name, codes=(iso3,), names=names, people=int(people))


def _curated(columns: list[str], known: Row | None) -> Row:
    identity, kind, parent, name, also, spellings, *others = columns
    names = _by_language(_OWN_LANGUAGES, others)
    row = known or Row(identity, PlaceKind(kind), name)
    return replace(
        row,
        kind=PlaceKind(kind) if kind else row.kind,
        parent=parent or row.parent,
        name=name or row.name,
        also=listed(also),
        # The world's own name goes on leading here: it is what GeoNames and maps made from it say.
        spellings=(*row.spellings, *listed(spellings), *((row.name,) if name and name != row.name else ())),
        # What is curated comes before what is generated, so that it is the language's chief name.
        names=(*names, *(pair for pair in row.names if pair not in names)),
    )


def _by_language(languages: Sequence[str], names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((language, name) for language, name in zip(languages, names, strict=True) if name)


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
