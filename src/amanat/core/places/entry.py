"""A place of a user's own as it is entered: a camp, prison, factory, village that no gazetteer has."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass

from amanat.core.claim import PlaceName
from amanat.core.places.gazetteer import lookup
from amanat.core.places.place import GazetteerPlace, PlaceKind

_LONGEST = {"name": 200, "kind": 60, "lies_in": 200, "source": 500, "note": 2000}
MOST_NAMES = 20


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    name: str
    also: tuple[str, ...] = ()
    """Other names, in any script."""
    kind: str = ""
    """In the user's words: camp, prison, factory."""
    lies_in: str = ""
    """The next larger place, by a name that the gazetteer knows where that can be."""
    latitude: float | None = None
    """Degrees, north and east of zero."""
    longitude: float | None = None
    source: str = ""
    """From where it is known."""
    note: str = ""

    def as_place(self, identity: str) -> GazetteerPlace:
        """As the gazetteer's places are, to be searched beside them."""
        around = lookup(self.lies_in)[:1] if self.lies_in else ()
        within = tuple(PlaceName(each.name, each.also) for each in around)
        kinds = {kind.value: kind for kind in PlaceKind}
        return GazetteerPlace(
            id=identity,
            name=self.name,
            kind=kinds.get(self.kind, PlaceKind.SITE),
            country=around[0].country if around else None,
            names=tuple(("und", each) for each in (self.name, *self.also)),
            within=(*(within or ((PlaceName(self.lies_in),) if self.lies_in else ())), *_outer(around)),
            latitude=self.latitude,
            longitude=self.longitude,
        )


def _outer(around: tuple[GazetteerPlace, ...]) -> tuple[PlaceName, ...]:
    return around[0].within if around else ()


def entry(
    name: str,
    also: tuple[str, ...] = (),
    kind: str = "",
    lies_in: str = "",
    latitude: str = "",
    longitude: str = "",
    source: str = "",
    note: str = "",
) -> PlaceEntry:
    """The entry that these words make. Raises ValueError with what is wrong, in words for the user."""
    written = {"name": name, "kind": kind, "lies_in": lies_in, "source": source, "note": note}
    kept = {field: _words(field, text) for field, text in written.items()}
    others = tuple(dict.fromkeys(name for each in also if (name := _words("name", each))))
    if not any(letter.isalnum() for letter in kept["name"]):
        raise ValueError("it has no name")
    if len(others) > MOST_NAMES:
        raise ValueError(f"it has more than {MOST_NAMES} other names")
    at = (_degrees("latitude", latitude, 90), _degrees("longitude", longitude, 180))
    if (at[0] is None) != (at[1] is None):
        raise ValueError("of latitude and longitude only one is given")
    return PlaceEntry(
        kept["name"],
        others,
        kept["kind"].lower(),
        kept["lies_in"],
        *at,
        source=kept["source"],
        note=kept["note"],
    )


def _words(field: str, text: str) -> str:
    """One line of printable text; control characters and half characters are refused, not dropped."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in words):
        raise ValueError(f"the {field.replace('_', ' ')} has a character in it that is no text")
    if len(words) > _LONGEST[field]:
        raise ValueError(f"the {field.replace('_', ' ')} is longer than {_LONGEST[field]} characters")
    return words


def _degrees(field: str, text: str, most: int) -> float | None:
    if not text.strip():
        return None
    try:
        degrees = float(text.strip().replace(",", "."))
    except ValueError:
        degrees = math.nan
    if not abs(degrees) <= most or len(text) > 40:
        raise ValueError(f"the {field} is no number of degrees between -{most} and {most}")
    return round(degrees, 6)
