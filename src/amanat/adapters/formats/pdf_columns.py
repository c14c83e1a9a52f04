"""The order in which a page's lines are read: columns one after another, the rows of tables side by side.

A gutter is a vertical strip that hardly any line crosses, with running text on both its sides. A headline
across the page ends the columns above it: below it they begin anew.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from amanat.adapters.formats.pdf_lines import ACROSS, PdfLine

_STEP = 3.0
"""Points between the places where a gutter is looked for."""
_LEAST_LINES = 4
_MOST_CROSSING = 0.2
"""The share of lines (headlines, feet, captions) that may stand across a gutter."""
_SHARED_HEIGHT = 0.5
_PROSE, _PROSE_HAN = 16, 8
"""Code points that half of a column's lines have at least; cells of tables are shorter."""
_MOST_COLUMNS = 4
_RIGHT_TO_LEFT = range(0x590, 0x900)


def in_reading_order(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines of one page; where it has no columns, in the order in which they came."""
    if not any(line.right for line in lines):
        return _rejoined(lines)
    gutters = _gutters(lines)
    if not gutters:
        return _rejoined(lines)
    columns = len(gutters) + 1
    order = range(columns - 1, -1, -1) if _is_right_to_left(lines) else range(columns)
    ordered: list[PdfLine] = []
    for band in _bands(lines, gutters):
        for column in (*order, ACROSS):
            own = [replace(line, column=column) for line in band if _column(line, gutters) == column]
            ordered += _rejoined(_downwards(own) if column != ACROSS else own)
    return ordered


def _gutters(lines: Sequence[PdfLine]) -> list[float]:
    """The middle of each gutter, from left to right."""
    found: list[float] = []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    for start, end in _free_strips(lines, left, right):
        if end - start >= 0.5 * median(line.height for line in lines):
            found.append((start + end) / 2)
    found = found[: _MOST_COLUMNS - 1]
    return found if found and _are_prose(lines, found) else []


def _free_strips(lines: Sequence[PdfLine], left: float, right: float) -> Iterator[tuple[float, float]]:
    """Strips that few lines cross and that part what stands beside them at the same height."""
    start: float | None = None
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    x = left + _STEP
    while x < right:
        before, after = bisect_right(rights, x), len(lines) - bisect_left(lefts, x)
        crossing = len(lines) - before - after
        few = crossing <= _MOST_CROSSING * len(lines) and min(before, after) >= _LEAST_LINES
        if few and _parts(lines, x):
            start = x if start is None else start
        elif start is not None:
            yield start, x
            start = None
        x += _STEP


def _parts(lines: Sequence[PdfLine], x: float) -> bool:
    """Whether what stands on both sides of the strip stands at the same height."""
    before = [line for line in lines if line.right <= x]
    after = [line for line in lines if line.left >= x]
    shared = min(_top(before), _top(after)) - max(_bottom(before), _bottom(after))
    lower = min(_top(before) - _bottom(before), _top(after) - _bottom(after))
    return lower > 0 and shared > _SHARED_HEIGHT * lower


def _are_prose(lines: Sequence[PdfLine], gutters: Sequence[float]) -> bool:
    """Whether every column holds running text, as cells of a table do not."""
    for column in range(len(gutters) + 1):
        own = [line.text for line in lines if _column(line, gutters) == column]
        least = _PROSE if any(" " in text for text in own) else _PROSE_HAN
        if len(own) < _LEAST_LINES or median(map(len, own)) < least:
            return False
    return True


def _bands(lines: Sequence[PdfLine], gutters: Sequence[float]) -> Iterator[list[PdfLine]]:
    """Downwards: the lines between two that stand across, and each of those by itself."""
    across = sorted((line for line in lines if _column(line, gutters) == ACROSS), key=lambda line: -line.top)
    rest = [line for line in lines if _column(line, gutters) != ACROSS]
    for line in across:
        above = [each for each in rest if each.bottom >= line.top - 0.5 * line.height]
        rest = [each for each in rest if each not in above]
        if above:
            yield above
        yield [line]
    yield rest


def _column(line: PdfLine, gutters: Sequence[float]) -> int:
    """The number of the column that the line stands in, or ``ACROSS``."""
    before = sum(gutter <= line.left + _STEP for gutter in gutters)
    crosses = any(line.left + _STEP < gutter < line.right - _STEP for gutter in gutters)
    return ACROSS if crosses else before


def _downwards(lines: Sequence[PdfLine]) -> list[PdfLine]:
    return sorted(lines, key=lambda line: -line.top)


def _rejoined(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The parts of one line as one again: cells of a table with tabs between them, else with spaces."""
    rows = [list(parts) for _, parts in groupby(lines, key=lambda line: line.row)]
    tabular = _tabular(rows)
    found = []
    for number, parts in enumerate(rows):
        if len(parts) == 1:
            found.append(parts[0])
            continue
        is_row = number in tabular
        text = ("\t" if is_row else " ").join(part.text for part in parts)
        left, right = min(part.left for part in parts), max(part.right for part in parts)
        found.append(replace(parts[0], text=text, left=left, right=right, apart=is_row))
    return found


def _tabular(rows: Sequence[Sequence[PdfLine]]) -> set[int]:
    """Numbers of rows that belong to a table: as many cells as a neighbour, one of them below the other's."""
    found: set[int] = set()
    for number in range(len(rows) - 1):
        upper, lower = rows[number], rows[number + 1]
        if len(upper) > 1 and len(upper) == len(lower) and _aligned(upper, lower):
            found |= {number, number + 1}
    return found


def _aligned(upper: Sequence[PdfLine], lower: Sequence[PdfLine]) -> bool:
    """At least all cells but the first begin, or all end, in one line with those above."""
    pairs = list(zip(upper, lower, strict=True))[1:]
    return all(
        abs(one.left - other.left) < _STEP or abs(one.right - other.right) < _STEP for one, other in pairs
    )


def _is_right_to_left(lines: Sequence[PdfLine]) -> bool:
    letters = [letter for line in lines for letter in line.text if letter.isalpha()]
    return sum(ord(letter) in _RIGHT_TO_LEFT for letter in letters) > 0.5 * len(letters)


def _top(lines: Sequence[PdfLine]) -> float:
    return max(line.top for line in lines)


def _bottom(lines: Sequence[PdfLine]) -> float:
    return min(line.bottom for line in lines)
