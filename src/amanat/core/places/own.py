"""Places that users add to a casebook, searched beside the gazetteer's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from amanat.core.places.folding import folded
from amanat.core.places.generics import taken_apart
from amanat.core.places.place import GazetteerPlace
from amanat.core.places.sounding import SoundIndex
from amanat.core.places.sounds import sounds


class OwnPlaces:
    """An index over some hundreds of places; built anew when they change."""

    def __init__(self, places: Iterable[GazetteerPlace]) -> None:
        self._places = {place.id: place for place in places}
        self._by_name: dict[str, list[GazetteerPlace]] = defaultdict(list)
        for place in self._places.values():
            for name in dict.fromkeys(folded(each) for each in _names(place)):
                self._by_name[name].append(place)
        self._index = SoundIndex([(place.id, _heard(place)) for place in self._places.values()])

    def lookup(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Those called ``name``, letter for letter once folded."""
        return tuple(self._by_name.get(folded(name), ()))

    def sounding(self, asked: Sequence[str]) -> list[tuple[float, GazetteerPlace]]:
        """(likeness, place) of those whose names sound most like one of ``asked``."""
        return [(likeness, self._places[identity]) for identity, likeness in self._index.search(asked, 10)]


def _names(place: GazetteerPlace) -> tuple[str, ...]:
    return (place.name, *place.also, *(name for _, name in place.names))


def _heard(place: GazetteerPlace) -> tuple[str, ...]:
    cores = (taken_apart(name).spoken for name in _names(place))
    return tuple(dict.fromkeys(sound for core in cores for sound in sounds(core)))
