"""What comes out of a file: its text, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from amanat.core.claim import Flag


@dataclass(frozen=True, slots=True)
class PageHints:
    """A document's own words about itself, as they stand in it: nothing is worked out, no date is read.

    ``dates`` are the visible lines near the headline that hold one; ``related`` the items of "See also",
    titles and dates each on their own, in order; ``running`` the heads and feet that a PDF repeats on its
    pages.
    """

    title: str | None = None
    headline: str | None = None
    byline: str | None = None
    site: str | None = None
    dates: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    running: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text derived from a file.

    ``text`` has ``\\n`` for every line end, and U+FFFD for what has no meaning (control characters, damaged
    bytes); nothing else is changed: no Unicode normal form, no letter case, no quotation marks.
    ``encoding`` is that of text files and web pages, empty otherwise. ``pages`` are the offsets where a
    PDF's pages begin.
    """

    text: str
    media_type: str
    encoding: str = ""
    title: str | None = None
    hints: PageHints = PageHints()
    pages: tuple[int, ...] = ()
    flags: tuple[Flag, ...] = ()
