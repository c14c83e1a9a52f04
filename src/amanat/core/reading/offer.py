"""A claim that might be made, with the marks it is weighed by."""

from __future__ import annotations

from dataclasses import dataclass

from amanat.core.reading.draft import Draft


@dataclass(frozen=True, slots=True)
class Offer:
    """What would be claimed, and what speaks for and against it."""

    draft: Draft
    marks: dict[str, float]
