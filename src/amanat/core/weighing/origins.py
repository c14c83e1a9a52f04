"""Keys of origins: ``report:7`` for one that is a report of the casebook."""

from __future__ import annotations

_REPORT = "report:"


def report_of(key: str) -> int | None:
    """The report that an origin is; None where the origin is no report of the casebook."""
    number = key.removeprefix(_REPORT)
    return int(number) if number != key and number.isdecimal() else None
