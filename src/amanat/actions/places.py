"""Users' own places: brought in from a file or the desk, replaced, withdrawn. What stood before stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from amanat.actions.record import Writing, record
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NotFoundError
from amanat.core.places.entry import PlaceEntry
from amanat.core.places.folding import folded
from amanat.core.protecting import Actor, Deed, Sensitivity
from amanat.store.models import OwnPlace
from amanat.store.queries.access import visible_places


@dataclass(frozen=True, slots=True)
class Brought:
    """The ids of the entries that were made: of new places, and of ones that replace an entry."""

    new: tuple[int, ...] = ()
    replaced: tuple[int, ...] = ()
    known: int = 0
    """Places that stand already as they were brought; nothing was written for them."""


def bring_places(
    casebook: OpenCasebook,
    actor: Actor,
    entries: Sequence[PlaceEntry],
    *,
    how: str,
    sensitivity: Sensitivity = Sensitivity.OPEN,
    why: str = "",
) -> Brought:
    """Enter places. One with the name and the surroundings of a standing entry replaces that, unless it says
    the same; the same list again therefore changes nothing. Raises RefusedError.
    """
    new: list[int] = []
    replaced: list[int] = []
    with record(
        casebook, actor, Deed.RECEIVE, "bring places", of=[sensitivity], why=_sayable(why, sensitivity)
    ) as writing:
        standing = {_identity(_entry(row)): row for row in _standing(actor, sensitivity)}
        for entry in dict.fromkeys(entries):
            before = standing.get(_identity(entry))
            if before is not None and _entry(before) == entry:
                continue
            made = _enter(writing, entry, sensitivity, how, why, before)
            standing[_identity(entry)] = made
            (new if before is None else replaced).append(made.pk)
    return Brought(tuple(new), tuple(replaced), len(entries) - len(new) - len(replaced))


def replace_place(casebook: OpenCasebook, actor: Actor, place: int, entry: PlaceEntry, why: str = "") -> int:
    """Let ``entry`` stand instead of a standing one; the id of the new one. Raises NotFoundError, RefusedError."""
    before = _one(actor, place)
    level = Sensitivity(before.sensitivity)
    with record(
        casebook, actor, Deed.REVIEW, "replace place", of=[level], why=_sayable(why, level)
    ) as writing:
        return _enter(writing, entry, level, "desk", why, before).pk


def withdraw_place(casebook: OpenCasebook, actor: Actor, place: int, why: str = "") -> int:
    """Let a standing entry stand no longer; the id of the entry that says so. Raises NotFoundError, RefusedError."""
    before = _one(actor, place)
    level = Sensitivity(before.sensitivity)
    with record(
        casebook, actor, Deed.REVIEW, "withdraw place", of=[level], why=_sayable(why, level)
    ) as writing:
        return _enter(writing, _entry(before), level, before.how, why, before, withdrawn=True).pk


def _enter(
    writing: Writing,
    entry: PlaceEntry,
    sensitivity: Sensitivity,
    how: str,
    why: str,
    before: OwnPlace | None,
    *,
    withdrawn: bool = False,
) -> OwnPlace:
    made = writing.save(
        OwnPlace(
            **{**asdict(entry), "also": list(entry.also)},
            sensitivity=sensitivity.value,
            how=how[:300],
            by=writing.actor.name,
            at=writing.at,
            why=why,
            withdrawn=withdrawn,
            supersedes=before,
        )
    )
    # By number only: who may read the log need not see a sealed place's name.
    writing.on(f"place {made.pk}")
    return made


def _sayable(why: str, sensitivity: Sensitivity) -> str:
    """The reason as the log may tell it to everybody; of what is not open it stands in the entry alone."""
    return why if sensitivity is Sensitivity.OPEN else ""


def _standing(actor: Actor, sensitivity: Sensitivity) -> list[OwnPlace]:
    rows = visible_places(actor).filter(superseded_by=None, withdrawn=False, sensitivity=sensitivity.value)
    return list(rows)


def _one(actor: Actor, place: int) -> OwnPlace:
    row = visible_places(actor).filter(pk=place, superseded_by=None, withdrawn=False).first()
    if row is None:
        raise NotFoundError(f"place {place}")
    return row


def _entry(row: OwnPlace) -> PlaceEntry:
    return PlaceEntry(
        row.name,
        tuple(row.also),
        row.kind,
        row.lies_in,
        row.latitude,
        row.longitude,
        row.source,
        row.note,
    )


def _identity(entry: PlaceEntry) -> tuple[str, str]:
    return folded(entry.name) or entry.name, folded(entry.lies_in)
