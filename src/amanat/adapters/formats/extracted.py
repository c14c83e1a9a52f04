"""What comes out of a file: its text, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from amanat.core.claim import Flag
from amanat.core.positions import Positions
from amanat.core.reading.header import PageHints


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text derived from a file.

    ``text`` has ``\\n`` for every line end, and U+FFFD for what has no meaning (control characters, damaged
    bytes); nothing else is changed: no Unicode normal form, no letter case, no quotation marks. ``hints``
    are the document's own words about itself, as they stand in it: nothing is worked out, and no date is
    read.
    """

    text: str
    media_type: str
    encoding: str = ""
    """Of text files and web pages; empty otherwise."""
    title: str | None = None
    """The headline that is shown, or else the title that the file's own record of itself gives."""
    hints: PageHints = field(default_factory=PageHints)
    positions: Positions = field(default_factory=Positions)
    """Which page, moment or row of the original each stretch of the text comes from."""
    members: int = 0
    """How many files are in it, of an archive or a mail: ``unpacking.unpack`` takes them out."""
    list_only: bool = False
    """The text is no document's, but the list of an archive's files."""
    flags: tuple[Flag, ...] = ()
