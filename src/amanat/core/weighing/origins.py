"""Origins by report: keys that name a report are followed to the first one.

What goes round in a circle has one origin, whichever that is.
"""

from __future__ import annotations

from collections.abc import Mapping

_REPORT = "report:"


def settled(origins: Mapping[int, str]) -> dict[int, str]:
    """Each report's origin; ``report:7`` where report 7 itself goes back to another is followed further.

    A circle is named after its lowest report, so that it makes no difference where one enters it.
    """
    return {report: _followed(key, origins) for report, key in origins.items()}


def _followed(key: str, origins: Mapping[int, str]) -> str:
    walk = [key]
    while (report := report_of(walk[-1])) is not None and (further := origins.get(report, walk[-1])) != walk[
        -1
    ]:
        if further in walk:
            return min(walk[walk.index(further) :], key=_number)
        walk.append(further)
    return walk[-1]


def _number(key: str) -> int:
    return report_of(key) or 0


def report_of(key: str) -> int | None:
    """The report that an origin is; None where the origin is no report of the casebook."""
    number = key.removeprefix(_REPORT)
    return int(number) if number != key and number.isdecimal() else None
