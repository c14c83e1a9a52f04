"""What the gazetteer answers with: a place, and a mention of one in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amanat.core.claim import PlaceName


class PlaceKind(StrEnum):
    COUNTRY = "country"
    DIVISION = "division"
    """A part of a country: province, region, prefecture, state, or land that is held apart from it."""
    CITY = "city"
    """A city, town or county."""
    REGION = "region"
    """A land that has a name but no one government, in one country or in several."""


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """``id`` is GeoNames' number for cities, its code for divisions ("CN.13"), the ISO code for countries."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    """ISO 3166 alpha-2 code; None where the place lies in several countries."""
    also: tuple[str, ...] = ()
    """Second names by which reports call it, in Latin letters."""
    names: tuple[tuple[str, str], ...] = ()
    """(language, name) where the name in that language is known."""
    within: tuple[PlaceName, ...] = ()
    """What it lies in, inner to outer."""
    population: int | None = None
    latitude: float | None = None
    """Degrees; known for cities only."""
    longitude: float | None = None

    def name_in(self, language: str) -> str:
        """The name in ``language``; in English where that is not known."""
        return dict(self.names).get(language, self.name)


@dataclass(frozen=True, slots=True)
class Mention:
    """A known place's name in a text: ``text[start:end]``, and the places that bear it, the likeliest
    first."""

    start: int
    end: int
    places: tuple[GazetteerPlace, ...]
