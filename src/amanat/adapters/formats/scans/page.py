"""Reading one page of points: turned upright, its script told, read with what fits, the surest kept.

Nothing is guessed: where tesseract is unsure throughout, the page counts as illegible and has no text.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from amanat.adapters.formats.pdf_lines import PdfLine
from amanat.adapters.formats.scans import packs
from amanat.adapters.formats.scans.light import covered, evened
from amanat.adapters.formats.scans.lines import read_table
from amanat.adapters.formats.scans.tesseract import (
    AUTOMATIC,
    ONE_BLOCK,
    Grey,
    Orientation,
    orientation,
    table,
)

LEGIBLE = 50.0
"""Mean sureness below which letters are guesses: pages upside down reach 16 to 41, sound ones over 80."""
SATISFIED = 72.0
"""From here on no other way of reading is tried."""
COMPLETE = 0.85
"""Of a page's ink: where less lies in words that were read, something is missing."""
_FEWEST_LETTERS = 3
_SURE_OF_RARE_SCRIPT = 2.0
_BLANK = 40
"""A page whose darkest and lightest points differ by less shows nothing."""
_PAGE_SECONDS = 60.0
_TRYING_SECONDS = 10.0
"""After so long on one page no further ways of reading it are begun: seconds of its own computing, so that a
busy machine reads as well as an idle one.
"""
_LEAST_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Wish:
    """What is there to read with: a folder of packs; ``languages`` the user's choice of them, if any."""

    tessdata: str
    installed: tuple[str, ...]
    languages: tuple[str, ...] = ()
    deadline: float = field(default=0.0)
    """On the clock of ``time.monotonic``; when it is past, no further page is begun."""

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> Wish:
        return cls(
            options["tessdata"],
            tuple(options["installed"]),
            tuple(options["languages"]),
            time.monotonic() + options["seconds"],
        )

    @property
    def left(self) -> float:
        return self.deadline - time.monotonic()


@dataclass(frozen=True, slots=True)
class Way:
    """One way of reading a page: turned by so many degrees, with these packs, taken apart like this."""

    turned: int
    packs: str
    layout: int = AUTOMATIC


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """``way`` is None where nothing was read; ``late`` where time ran out before it was."""

    lines: list[PdfLine] = field(default_factory=list)
    sureness: float = 0.0
    covered: float = 0.0
    """The share of the ink that lies in words that were read."""
    way: Way | None = None
    script: str = ""
    blank: bool = False
    late: bool = False

    @property
    def worth(self) -> float:
        """By which of two readings of a page is kept: what is left out counts as much as what is unsure."""
        return self.sureness * self.covered

    @property
    def legible(self) -> bool:
        letters = sum(each.isalnum() for line in self.lines for each in line.text)
        return self.sureness >= LEGIBLE and letters >= _FEWEST_LETTERS


def read_page(page: Grey, wish: Wish) -> ScannedPage:
    """The page as read in the best of the ways that its script and its position suggest."""
    if page.size == 0 or int(page.max()) - int(page.min()) < _BLANK:
        return ScannedPage(blank=True)
    if wish.left < _LEAST_SECONDS:
        return ScannedPage(late=True)
    until = time.monotonic() + min(_PAGE_SECONDS, wish.left)
    page = evened(page)
    stands = orientation(page, wish.tessdata) if "osd" in wish.installed else None
    script = _known_script(stands) if stands else ""
    best = _best(page, wish, script, stands.turned if stands else 0, until)
    if best.way is None:
        return replace(best, late=time.monotonic() > until - _LEAST_SECONDS)
    return best if _is_read_with_its_own(best, wish) else replace(best, lines=[])


def _best(page: Grey, wish: Wish, script: str, turned: int, until: float) -> ScannedPage:
    """Tries one way after another, as long as it is worth the while and there is time."""
    began = time.process_time()
    best = ScannedPage(script=script)
    for is_needed, ways in _rounds(wish, script, turned):
        for way in ways if is_needed(best) else []:
            left = until - time.monotonic()
            has_tried = best.way is not None and time.process_time() - began > _TRYING_SECONDS
            if left < _LEAST_SECONDS or has_tried:
                return best
            found = _read(page, wish.tessdata, way, left)
            if found is not None and found.worth > best.worth:
                best = replace(found, script=script)
    return best


def _rounds(wish: Wish, script: str, turned: int) -> list[tuple[Callable[[ScannedPage], bool], list[Way]]]:
    """What to try, the likeliest first, and when: the script's packs; the page as one block, where lines were
    left out; other scripts' packs; other ways up.
    """
    first = ["+".join(wish.languages)] if wish.languages else [*packs.attempts(script, wish.installed)]
    everything = [each for name in packs.BY_SCRIPT for each in packs.attempts(name, wish.installed)]
    others = [] if wish.languages else [each for each in everything if each not in first]
    other_turns = [each for each in (0, 90, 180, 270) if each != turned]
    return [
        (lambda _: True, [Way(turned, each) for each in first]),
        (lambda best: best.worth < SATISFIED, [Way(turned, each, ONE_BLOCK) for each in first]),
        (lambda best: best.sureness < SATISFIED, [Way(turned, each) for each in others]),
        (
            lambda best: best.way is not None and best.sureness < LEGIBLE,
            [Way(other, each) for other in other_turns for each in first or others],
        ),
    ]


def _is_read_with_its_own(page: ScannedPage, wish: Wish) -> bool:
    """With the packs of its script, or so surely with others that the script was mistaken: else letters of one
    script would stand for those of another.
    """
    if page.way is None:
        return True
    own = bool(wish.languages) or not page.script
    return own or page.sureness >= SATISFIED or page.way.packs in packs.attempts(page.script, wish.installed)


def _known_script(stands: Orientation) -> str:
    """Tesseract tells Han letters apart as HanS, HanT and Japanese, and is often wrong about which; and it names a
    rare script where it sees no letters at all.
    """
    name = "Han" if stands.script.startswith("Han") or stands.script == "Japanese" else stands.script
    return name if name in packs.BY_SCRIPT or stands.script_sure >= _SURE_OF_RARE_SCRIPT else ""


def _read(page: Grey, tessdata: str, way: Way, seconds: float) -> ScannedPage | None:
    upright = np.rot90(page, way.turned // 90)
    found = table(upright, tessdata, way.packs, seconds, way.layout)
    if found is None:
        return None
    read = read_table(found, (upright.shape[1], upright.shape[0]))
    return ScannedPage(read.lines, read.sureness, covered(upright, read.boxes), way)
