"""Which places a name may mean, the likeliest first, and what each lies in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from amanat.core.claim import PlaceName
from amanat.core.places.folding import folded
from amanat.core.places.place import GazetteerPlace, PlaceKind
from amanat.core.places.rows import Row, World, own_names, own_rows

_LONGEST = 80
"""No place's name is longer; what is longer is not looked for."""


class Gazetteer:
    """Names -> places. Built once, by ``gazetteer()``; it never changes."""

    def __init__(self) -> None:
        self._world = World()
        self._own = own_rows(self._world)
        self._own_names = own_names(self._own)
        self._own_beginnings = {
            " ".join(words[:count])
            for words in (name.split() for name in self._own_names)
            for count in range(1, len(words))
        }
        self.place = lru_cache(maxsize=4096)(self._place)

    def bearers(self, key: str) -> dict[str, str]:
        """Ids of the places with the folded name ``key``, each with its mark ("*" own, "+" well known,
        "")."""
        if len(key) > _LONGEST:
            return {}
        world = {each: "" if each in self._own else mark for each, mark in self._world.bearers(key).items()}
        return {**world, **self._own_names.get(key, {})}

    def goes_on(self, key: str) -> bool:
        """Whether some longer name begins with the words of ``key``."""
        return key in self._own_beginnings or self._world.goes_on(key)

    def lookup(self, name: str, near: Iterable[str] = ()) -> tuple[GazetteerPlace, ...]:
        bearers = self.bearers(folded(name)) if len(name) <= _LONGEST else {}
        around = {each for place in near for each in self.around(place)} if len(bearers) > 1 else set()
        return tuple(
            map(self.place, sorted(bearers, key=lambda each: self._rank(each, bearers[each], around)))
        )

    def _rank(self, identity: str, mark: str, around: set[str]) -> tuple[int, bool, bool, int, str]:
        """Nearest first, then countries, then those whose own name it is, then the most populous."""
        row, lies_in = self._row(identity), set(self.lineage(identity))
        nearness = 2 * bool(lies_in & around) or int(f"~{self._country(identity)}" in around)
        return (-nearness, row.kind is not PlaceKind.COUNTRY, mark != "*", -row.weight, identity)

    def around(self, name: str) -> Iterator[str]:
        """Ids of what ``name`` may mean, and its country as "~CN": to lie in the same country is near, but
        less."""
        code = name.strip()
        identities = [code] if code in self._own else list(self.bearers(folded(name)))
        for each in identities:
            yield each
            yield f"~{self._country(each)}"

    def weight(self, identity: str) -> int:
        """How much it is spoken of beside like-named places: its people, or what its kind is worth."""
        return self._row(identity).weight if self.knows(identity) else 0

    def knows(self, identity: str) -> bool:
        return identity in self._own or self._world.row(identity) is not None

    def _row(self, identity: str) -> Row:
        row = self._own.get(identity) or self._world.row(identity)
        if row is None:
            raise LookupError(f"the gazetteer's tables disagree: no row for {identity}")
        return row

    def lineage(self, identity: str) -> Iterator[str]:
        """The place's id and those it lies in, inner to outer; of a place that is not the gazetteer's, nothing."""
        while identity and self.knows(identity):
            yield identity
            identity = self._row(identity).parent

    def _country(self, identity: str) -> str | None:
        outermost = list(self.lineage(identity))[-1]
        return outermost if self._row(outermost).kind is PlaceKind.COUNTRY else None

    def _place(self, identity: str) -> GazetteerPlace:
        row = self._row(identity)
        lineage = [self._row(each) for each in self.lineage(identity)][1:]
        return GazetteerPlace(
            id=row.id,
            name=row.name,
            kind=row.kind,
            country=identity if row.kind is PlaceKind.COUNTRY else self._country(identity),
            also=row.also,
            names=(("en", row.name), *row.names),
            within=tuple(PlaceName(each.name, each.also) for each in lineage if not _is_its_own(row, each)),
            population=row.people or None if row.kind is not PlaceKind.DIVISION else None,
            latitude=row.latitude,
            longitude=row.longitude,
        )


def _is_its_own(place: Row, around: Row) -> bool:
    """Whether a division is only the city over again, as Tehran is Tehran's and Beijing Beijing
    Municipality's."""
    words = folded(around.name).removesuffix(" municipality").removesuffix(" city")
    return around.kind is PlaceKind.DIVISION and words in {folded(name) for name in (place.name, *place.also)}


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with the program, made when first asked for."""
    return Gazetteer()


def lookup(name: str, near: Iterable[str] = ()) -> tuple[GazetteerPlace, ...]:
    """The places called ``name``, in any script known, the likeliest first; none where it is not known.

    ``near`` holds names (or ISO codes) of places already spoken of: what lies in one of them, or else in
    the same country, comes first. Then come countries, own names before other names, and the more populous.
    """
    return gazetteer().lookup(name, near)


def within(name: str, context: Iterable[str] = ()) -> tuple[PlaceName, ...]:
    """What the likeliest place called ``name`` lies in, inner to outer; empty where it is not known."""
    found = lookup(name, near=context)
    return found[0].within if found else ()
