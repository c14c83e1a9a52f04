"""Places: their several names, what they lie in, and the peoples and facilities that reports name beside
them.

This first gazetteer holds all countries, their first-level divisions and cities of 50,000 people and more,
with the double names of Xinjiang and Central Asia. It is small enough to be read at once; a fuller one may
take its place behind the same functions.
"""

from amanat.core.places.facilities import FacilityKind, facility_kind
from amanat.core.places.finding import find
from amanat.core.places.gazetteer import lookup, within
from amanat.core.places.governments import government_of
from amanat.core.places.peoples import People, PeopleMention, find_peoples, people
from amanat.core.places.place import GazetteerPlace, Mention, PlaceKind

__all__ = [
    "FacilityKind",
    "GazetteerPlace",
    "Mention",
    "People",
    "PeopleMention",
    "PlaceKind",
    "facility_kind",
    "find",
    "find_peoples",
    "government_of",
    "lookup",
    "people",
    "within",
]
