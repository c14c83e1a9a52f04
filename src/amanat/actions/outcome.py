"""What comes back from a reading process; it knows no database."""

from __future__ import annotations

from dataclasses import dataclass, field

from amanat.core.claim import Reading
from amanat.core.positions import Positions

ARCHIVE = "application/zip"
"""The media type of reports whose text is the list of an archive's files: no reader reads names of files."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of reading one report's bytes: a reading, or why there is none (``failure_code``)."""

    sha256: str
    media_type: str = ""
    encoding: str = ""
    reading: Reading | None = None
    failure_code: str = ""
    failure_note: str = ""
    positions: Positions = field(default_factory=Positions)
    members: int = 0
    """How many files lie in this one, to be taken out and received."""
