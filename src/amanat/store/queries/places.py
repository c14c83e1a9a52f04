"""Users' own places, and every place that words may mean: the gazetteer's and theirs together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from amanat.core.action_errors import NotFoundError
from amanat.core.places import Candidate, OwnPlaces, find
from amanat.core.places.entry import PlaceEntry
from amanat.core.protecting import Actor
from amanat.store.models import OwnPlace
from amanat.store.queries.access import visible_places

_OWN = "own:"


@dataclass(frozen=True, slots=True)
class OwnPlaceView:
    """One entry of a user's own place."""

    id: int
    name: str
    also: tuple[str, ...]
    kind: str
    lies_in: str
    latitude: float | None
    longitude: float | None
    source: str
    note: str
    sensitivity: str
    how: str
    by: str
    at: datetime
    why: str
    withdrawn: bool
    supersedes: int | None


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place that words may mean. ``own`` is the id of a user's own place, None for the gazetteer's."""

    name: str
    kind: str
    names: tuple[tuple[str, str], ...]
    """(language, name), as in ``core.places``."""
    within: tuple[str, ...]
    """Inner to outer."""
    latitude: float | None
    longitude: float | None
    score: float
    reasons: tuple[str, ...]
    own: int | None = None


def own_places(actor: Actor) -> tuple[OwnPlaceView, ...]:
    """The standing entries that the actor may see, by name."""
    rows = visible_places(actor).filter(superseded_by=None, withdrawn=False).order_by("name", "pk")
    return tuple(map(_view, rows))


def own_place(actor: Actor, place: int) -> tuple[OwnPlaceView, ...]:
    """One entry and those that it superseded, newest first. Raises NotFoundError."""
    row = visible_places(actor).filter(pk=place).first()
    if row is None:
        raise NotFoundError(f"place {place}")
    found = []
    while row is not None:
        found.append(_view(row))
        row = visible_places(actor).filter(pk=row.supersedes_id).first() if row.supersedes_id else None
    return tuple(found)


def places_found(actor: Actor, words: str, limit: int = 10) -> tuple[PlaceFound, ...]:
    """The places that ``words`` may mean, in any script and spelling, the likeliest first, with the reasons."""
    rows = visible_places(actor).filter(superseded_by=None, withdrawn=False)
    own = _index(tuple(rows.order_by("pk").values_list("pk", "at")))
    return tuple(map(_found, find(words, limit=limit, own=own)))


@lru_cache(maxsize=2)
def _index(standing: tuple[tuple[int, datetime], ...]) -> OwnPlaces:
    """Of the entries with these numbers and instants, which an actor may see. Entries are never edited, so an index
    once made stays right; making one of ten thousand places takes some three seconds."""
    rows = OwnPlace.objects.in_bulk([pk for pk, _ in standing]).values()
    return OwnPlaces(_entry(row).as_place(f"{_OWN}{row.pk}") for row in rows)


def _found(candidate: Candidate) -> PlaceFound:
    place = candidate.place
    return PlaceFound(
        name=place.name,
        kind=place.kind.value,
        names=place.names,
        within=tuple(each.name for each in place.within),
        latitude=place.latitude,
        longitude=place.longitude,
        score=candidate.score,
        reasons=candidate.reasons,
        own=int(place.id.removeprefix(_OWN)) if place.id.startswith(_OWN) else None,
    )


def _entry(row: OwnPlace) -> PlaceEntry:
    return PlaceEntry(row.name, tuple(row.also), row.kind, row.lies_in, row.latitude, row.longitude)


def _view(row: OwnPlace) -> OwnPlaceView:
    return OwnPlaceView(
        id=row.pk,
        name=row.name,
        also=tuple(row.also),
        kind=row.kind,
        lies_in=row.lies_in,
        latitude=row.latitude,
        longitude=row.longitude,
        source=row.source,
        note=row.note,
        sensitivity=row.sensitivity,
        how=row.how,
        by=row.by,
        at=row.at,
        why=row.why,
        withdrawn=row.withdrawn,
        supersedes=row.supersedes_id,
    )
