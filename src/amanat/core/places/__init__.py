"""Places: their several names, what they lie in, and the peoples and facilities that reports name beside
them.

The gazetteer holds all countries, their first-level divisions and cities of 50,000 people and more; Xinjiang to
its townships and Central Asia to its districts and towns, with their names by language and script. ``lookup`` knows
a name letter for letter, ``find`` in any spelling and with its reasons, ``mentions`` finds names in running text.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from amanat.core.places.facilities import FacilityKind, facility_kind
from amanat.core.places.gazetteer import lookup, within
from amanat.core.places.governments import government_of
from amanat.core.places.mentions import mentions
from amanat.core.places.peoples import People, PeopleMention, find_peoples, people
from amanat.core.places.place import GazetteerPlace, Mention, PlaceKind

if TYPE_CHECKING:
    from amanat.core.places.candidates import Candidate, find
    from amanat.core.places.own import OwnPlaces

__all__ = [
    "Candidate",
    "FacilityKind",
    "GazetteerPlace",
    "Mention",
    "OwnPlaces",
    "People",
    "PeopleMention",
    "PlaceKind",
    "facility_kind",
    "find",
    "find_peoples",
    "government_of",
    "lookup",
    "mentions",
    "people",
    "within",
]

_LATER = {"Candidate": "candidates", "find": "candidates", "OwnPlaces": "own"}


def __getattr__(name: str) -> Any:
    """Searching by sound needs NumPy and rapidfuzz; who only looks names up need not wait for them."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_LATER[name]}"), name)
