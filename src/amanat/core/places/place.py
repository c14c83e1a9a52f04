"""What the gazetteer answers with: a place, and a mention of one in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amanat.core.claim import PlaceName


class PlaceKind(StrEnum):
    COUNTRY = "country"
    DIVISION = "division"
    """A part of a country: province, region, prefecture, state, or land that is held apart from it."""
    COUNTY = "county"
    """A county or district: the land below prefecture or province, with the town that it is run from."""
    CITY = "city"
    TOWN = "town"
    """A small town, a township, or a city's subdistrict."""
    NATURE = "nature"
    """A river, lake, mountain, desert or pass, and old cities that lie in ruins."""
    REGION = "region"
    """A land that has a name but no one government, in one country or in several."""
    SITE = "site"
    """A camp, prison, factory or other ground: only users' own places are of this kind."""


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """``id`` is GeoNames' number for cities and towns, its code for divisions ("CN.13"), the ISO code for
    countries, and the project's own where those have none."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    """ISO 3166 alpha-2 code; None where the place lies in several countries."""
    also: tuple[str, ...] = ()
    """Second names by which reports call it, in Latin letters."""
    names: tuple[tuple[str, str], ...] = ()
    """(language, name) as far as known, a language's chief name first. Languages are BCP 47: ``ug`` is in
    Arabic letters, ``ug-Latn`` in Latin, ``zh-Latn`` pinyin, ``zh-x-former`` an older or shortened name,
    ``und-Cyrl`` a Cyrillic form of unknown language."""
    within: tuple[PlaceName, ...] = ()
    """What it lies in, inner to outer."""
    population: int | None = None
    latitude: float | None = None
    """Degrees. Of a county the place of its seat; not known of divisions."""
    longitude: float | None = None

    def name_in(self, language: str) -> str:
        """The name in ``language``; in English where that is not known."""
        return next((name for each, name in self.names if each == language), self.name)


@dataclass(frozen=True, slots=True)
class Mention:
    """A known place's name in a text: ``text[start:end]``, and the places that bear it, the likeliest
    first."""

    start: int
    end: int
    places: tuple[GazetteerPlace, ...]
