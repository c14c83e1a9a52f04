"""A claim's slots as they should read: what a review may change, and the claim with it changed.

A correction has the slots of the JSON in claims.md: ``{"when": "2018-12", "where": {"name": "Ghulja"}}``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from amanat.core.claim import Modality, Polarity, TellerRole
from amanat.core.dates.edtf import bounds
from amanat.core.dates.point import NotADateError
from amanat.core.vocabulary import vocabulary
from amanat.store.queries.views import ClaimView, CountView, PlaceView, Subject, TellerView

Named = Callable[[str], Subject]
"""From a person's key in the report, or a description, to the subject it stands for."""


def span(when: str) -> tuple[date | None, date | None]:
    """The first and last day of an EDTF date; both None where there is none that can be read."""
    try:
        found = bounds(when)
    except NotADateError:
        return (None, None)
    return (found.earliest, found.latest)


def checked(correction: Mapping[str, Any]) -> dict[str, Any]:
    """The correction as it is kept. Raises ValueError, with the reason in words, where a slot is wrong."""
    unknown = set(correction) - set(_CHECKS)
    if unknown:
        raise ValueError(f"there is no slot {', '.join(sorted(unknown))}")
    if not correction:
        raise ValueError("it changes nothing")
    return {slot: _CHECKS[slot](value) for slot, value in correction.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not text")
    return " ".join(value.replace("\0", "").split())


def _required(value: Any) -> str:
    if not (found := _text(value)):
        raise ValueError("a name is empty")
    return found


def _texts(value: Any) -> list[str]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"{value!r} is not a list")
    return [_required(each) for each in value]


def _kind(value: Any) -> str:
    if value not in vocabulary().kinds():
        raise ValueError(f"{value!r} is not a kind of the vocabulary")
    return str(value)


def _when(value: Any) -> str:
    when = "" if value is None else _text(value)
    if when:
        bounds(when)
    return when


def _place(value: Any) -> dict[str, Any] | None:
    if value is None:
        return None
    within = value.get("within", ())
    return {**_level(value), "within": [_level(each) for each in within]}


def _level(value: Any) -> dict[str, Any]:
    return {"name": _required(value.get("name")), "also": _texts(value.get("also", ()))}


def _tellers(value: Any) -> list[dict[str, str]]:
    return [
        {
            "name": _required(each.get("name")),
            "role": TellerRole(each.get("role")).value,
            "medium": _text(each.get("medium") or ""),
        }
        for each in value
    ]


def _count(value: Any) -> dict[str, Any] | None:
    if value is None:
        return None
    low, high = value.get("min"), value.get("max")
    for number in (low, high):
        if number is not None and (not isinstance(number, int) or not 0 <= number < 2**63):
            raise ValueError(f"{number!r} is not a number of people")
    return {"min": low, "max": high, "unit": _text(value.get("unit") or "")}


_CHECKS: dict[str, Callable[[Any], Any]] = {
    "kind": _kind,
    "who": _texts,
    "by": _texts,
    "where": _place,
    "when": _when,
    "details": lambda value: "" if value is None else _text(value),
    "told_by": _tellers,
    "polarity": lambda value: Polarity(value).value,
    "modality": lambda value: Modality(value).value,
    "count": _count,
}


def corrected(view: ClaimView, correction: Mapping[str, Any], named: Named) -> ClaimView:
    """The claim with the correction's slots in place of its own, which are kept in ``as_read``."""
    if not correction:
        return view
    changes = dict(field for slot, value in correction.items() for field in _fields(slot, value, named))
    return replace(view, **changes, as_read={slot: getattr(view, slot) for slot in correction})


def _fields(slot: str, value: Any, named: Named) -> list[tuple[str, Any]]:
    if slot in ("who", "by"):
        return [(slot, tuple(named(each) for each in value))]
    if slot == "where":
        return [(slot, place_view(value))]
    if slot == "told_by":
        return [(slot, tuple(TellerView(each["name"], each["role"], each["medium"]) for each in value))]
    if slot == "count":
        return [(slot, None if value is None else CountView(**value))]
    if slot == "when":
        earliest, latest = span(value)
        return [("when", value), ("earliest", earliest), ("latest", latest)]
    return [(slot, value)]


def place_view(value: Mapping[str, Any] | None, identity: int | None = None) -> PlaceView | None:
    if value is None:
        return None
    within = tuple((each["name"], tuple(each["also"])) for each in value["within"])
    return PlaceView(identity, value["name"], tuple(value["also"]), within)
