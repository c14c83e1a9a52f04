"""Whether two written forms can be one person's name: a probability on one scale for all scripts, and why."""

from __future__ import annotations

from dataclasses import dataclass

from amanat.core.names.learned import learned
from amanat.core.names.matching import match_many
from amanat.core.names.reasons import reasons
from amanat.core.names.tokens import parted


@dataclass(frozen=True, slots=True)
class Comparison:
    probability: float
    """From 0 to 1, calibrated for pairs of which one in twenty is right among many that look alike: that the two
    forms can be one person's name. Never that they are one person: names are shared."""
    reasons: tuple[str, ...]
    """What speaks for and against, part by part, in words that can be checked."""


def compare(a: str, b: str) -> Comparison:
    """How far two forms of names, in any scripts, can be one name. Never raises; symmetric in its probability.

    Where a text gives several names ("known as"), the two that fit best are compared. Text without letters gives
    0 and says so.
    """
    ones, others = parted(a), parted(b)
    if not ones or not others:
        return Comparison(0.0, ("there is no name to compare",))
    tables = learned()
    found = [
        (match, one, other)
        for one in ones
        for other, match in zip(others, match_many(tables, one, others), strict=True)
    ]
    match, one, other = max(found, key=lambda each: each[0].nats)
    return Comparison(match.probability, reasons(tables, one, other, match))
