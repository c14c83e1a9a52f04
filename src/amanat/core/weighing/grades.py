"""Admiralty grades: how reliable a source is and how credible a piece of information, each on its own axis.

The scales are the NATO ones (STANAG 2511): A to F and 1 to 6. People set them and nothing computes them; a good
source can be wrong, and a bad one right. For export each has its code in list 42, Reliability, of the HURIDOCS
micro-thesauri, which the Events Standard Formats use for both (fields 0953 and 2553). List 42 has one scale of five
and "unknown", so that the codes are close and not the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amanat.core.vocabulary import Huridocs
from amanat.core.vocabulary.term import Match

HURIDOCS_LIST = 42


class Axis(StrEnum):
    RELIABILITY = "reliability"
    """Of a source: A to F."""
    CREDIBILITY = "credibility"
    """Of what one claim says: 1 to 6."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scale: what is set, what it means, and its code for export."""

    value: str
    meaning: str
    huridocs: Huridocs


def _step(value: str, meaning: str, code: str, match: Match = Match.CLOSE) -> Step:
    return Step(value, meaning, Huridocs(HURIDOCS_LIST, f"{code}0000000000", match))


SCALES: dict[Axis, tuple[Step, ...]] = {
    Axis.RELIABILITY: (
        _step("A", "completely reliable", "01"),
        _step("B", "usually reliable", "02"),
        _step("C", "fairly reliable", "03", Match.RELATED),
        _step("D", "not usually reliable", "04"),
        _step("E", "unreliable", "05"),
        _step("F", "reliability cannot be judged", "99"),
    ),
    Axis.CREDIBILITY: (
        _step("1", "confirmed by other sources", "01", Match.RELATED),
        _step("2", "probably true", "02"),
        _step("3", "possibly true", "03"),
        _step("4", "doubtful", "04"),
        _step("5", "improbable", "05"),
        _step("6", "truth cannot be judged", "99"),
    ),
}


def step(axis: Axis, value: str) -> Step:
    """Raises ValueError, with the scale in words, for a value that is none of its steps."""
    found = next((each for each in SCALES[axis] if each.value == value.strip().upper()), None)
    if found is None:
        known = ", ".join(each.value for each in SCALES[axis])
        raise ValueError(f"{value!r} is no grade of {axis}: those are {known}")
    return found
