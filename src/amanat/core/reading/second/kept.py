"""Checked claims as plain JSON values, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from amanat.core.claim import (
    Claim,
    Count,
    Modality,
    Passage,
    PlaceName,
    Polarity,
    Teller,
    TellerRole,
    Where,
)
from amanat.core.reading.second.checked import Checked


def as_kept(checked: Iterable[Checked]) -> list[dict[str, Any]]:
    """The claims as plain JSON values, for `from_kept`."""
    return [{"claim": asdict(each.claim), "names": list(each.names)} for each in checked]


def from_kept(kept: Iterable[Mapping[str, Any]]) -> tuple[Checked, ...]:
    return tuple(Checked(_claim(each["claim"]), tuple(each["names"])) for each in kept)


def _claim(kept: Mapping[str, Any]) -> Claim:
    where, count = kept["where"], kept["count"]
    return Claim(
        kind=kept["kind"],
        passage=Passage(**kept["passage"]),
        who=tuple(kept["who"]),
        by=tuple(kept["by"]),
        where=Where(where["name"], tuple(where["also"]), tuple(map(_place, where["within"])))
        if where
        else None,
        when=kept["when"],
        details=kept["details"],
        told_by=tuple(
            Teller(each["name"], TellerRole(each["role"]), each["medium"]) for each in kept["told_by"]
        ),
        polarity=Polarity(kept["polarity"]),
        modality=Modality(kept["modality"]),
        count=Count(**count) if count else None,
        reader=kept["reader"],
        confidence=kept["confidence"],
    )


def _place(kept: Mapping[str, Any]) -> PlaceName:
    return PlaceName(kept["name"], tuple(kept["also"]))
