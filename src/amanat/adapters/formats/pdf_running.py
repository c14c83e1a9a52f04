"""Running heads, feet and page numbers: told from the text by standing at the edge of page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from amanat.adapters.formats.pdf_lines import PdfLine

_PAGE_NUMBER = re.compile(
    r"(page|p\.|стр\.?|страница|бет|صفحة|第)?\s*[-–—]?\s*#\s*((of|/|из|من)\s*#|页|頁|-бет)?\s*[-–—]?", re.I
)
_PAGE = r"(?:page|p\.|pp\.|стр\.?|страница|бет|صفحة|第)\s*"
_OF = r"(?:\s*(?:of|/|из|من)\s*\d+)?"
_NUMBER_FIRST = re.compile(rf"(?:{_PAGE})?(?P<number>\d{{1,4}}){_OF}\s*[|•·]\s*(?P<rest>\S.*)", re.I)
_NUMBER_LAST = re.compile(
    rf"(?P<rest>.*?\S)\s*(?:[|•·]\s*(?:{_PAGE})?|[,–—-]?\s+{_PAGE})(?P<number>\d{{1,4}}){_OF}", re.I
)
"""A dash alone is no such sign: "Testimony – 3" is a heading."""
_MARGIN = 0.12
"""The share of a page's height, above and below, where running heads and feet stand."""
_LEAST_NUMBERED = 2
"""Pages on which a head with the page's number must stand: left and right pages may have different ones."""


def without_running(pages: Sequence[Sequence[PdfLine]]) -> tuple[list[list[PdfLine]], list[str]]:
    """The pages' lines without page numbers and with each running head or foot only where it first stands.

    Also the running heads and feet themselves, without the page's number where they have it.
    """
    repeated = _repeated(pages)
    numbered = _numbered(pages)
    seen: list[str] = []
    found = []
    for lines in pages:
        edge = _edges(lines)
        kept = []
        for line in lines:
            if line not in edge:
                kept.append(line)
                continue
            bare, _ = _parted(line.text)
            shown = line.text if line.text in repeated else (bare if bare in numbered else "")
            if shown and shown not in seen:
                seen.append(shown)
                kept.append(replace(line, text=shown, apart=True))
            elif not shown and not _PAGE_NUMBER.fullmatch(re.sub(r"\d+", "#", line.text)):
                kept.append(line)
        found.append(kept)
    return found, seen


def _repeated(pages: Sequence[Sequence[PdfLine]]) -> set[str]:
    """Lines that stand, the same to the letter, at the edge of at least three pages and of half of all.

    "Case 12", "Case 13" at the top of pages are no running heads: only what loses nothing is left out.
    """
    counted: dict[str, int] = defaultdict(int)
    for lines in pages:
        for text in {line.text for line in _edges(lines)}:
            counted[text] += 1
    return {text for text, times in counted.items() if times >= max(3, len(pages) / 2)}


def _numbered(pages: Sequence[Sequence[PdfLine]]) -> set[str]:
    """What stands at the edge of pages beside a number that grows with them, parted from it as a page's is."""
    steps: dict[str, list[int]] = defaultdict(list)
    for place, lines in enumerate(pages):
        for line in _edges(lines):
            bare, number = _parted(line.text)
            if number is not None:
                steps[bare].append(number - place)
    return {
        bare
        for bare, offsets in steps.items()
        if len(offsets) >= max(_LEAST_NUMBERED, len(pages) / 4) and len(set(offsets)) == 1
    }


def _parted(text: str) -> tuple[str, int | None]:
    """ "Annual report | 12" as "Annual report" and 12; None for a line that is not so built."""
    found = _NUMBER_LAST.fullmatch(text) or _NUMBER_FIRST.fullmatch(text)
    return (found["rest"], int(found["number"])) if found else (text, None)


def _edges(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The two uppermost and the two lowest lines, where they stand in the margin."""
    ordered = sorted(lines, key=lambda line: -line.top)
    above = [line for line in ordered[:2] if line.top > (1 - _MARGIN) * line.page_height]
    return above + [line for line in ordered[-2:] if line.bottom < _MARGIN * line.page_height]
