"""The date of a fragment: "2017-05", "January to March 2012", "since 12 May 2019", without a sentence around it."""

from __future__ import annotations

import re

from amanat.core.dates.english import find_dates
from amanat.core.dates.mention import Absolute, Ambiguous

_ISO = re.compile(r"(?<![\d-])(\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\d-])")
_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
_EITHER = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:or|/)\s*((?:19|20)\d\d)(?!\d)")


def date_in(text: str) -> str | None:
    """EDTF of the first full date in ``text``; "2017-05" counts, "1971 or 1972" is one of the two,
    and so are the two readings of "03/02/2002"."""
    either = _EITHER.search(text)
    if either is not None:
        return f"[{either.group(1)},{either.group(2)}]"
    iso = _ISO.search(text)
    told = next((one for one in find_dates(text) if isinstance(one.value, Absolute)), None)
    if told is not None and isinstance(told.value, Absolute) and (iso is None or told.start <= iso.start()):
        return told.value.edtf
    if iso is not None:
        return iso.group(1)
    written = next((one.value for one in find_dates(text) if isinstance(one.value, Ambiguous)), None)
    if written is not None and written.edtf is not None:
        return written.edtf
    year = _YEAR.search(text)
    return year.group() if year is not None else None
