"""The passages of claims, laid over a report's text: paragraphs of segments, each knowing its claims.

Passages may touch, overlap, lie in one another or be the same. The text is cut at every start and end, so
that no two segments overlap and each carries all the claims that rest on it. Pure; the segments of one
paragraph joined are its line again, so no word is lost and none is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where one claim's passage stands: code points, end exclusive. ``claim`` is the caller's own key."""

    claim: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Text under the same claims throughout, shortest passage first; ``begins`` are those that start here."""

    text: str
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


Paragraph = tuple[Segment, ...]


def marked(text: str, stretches: Sequence[Stretch]) -> tuple[Paragraph, ...]:
    """``text`` as paragraphs (one per line that is not blank), cut into segments.

    A stretch that reaches out of the text is cut to it; an empty one marks nothing and is listed nowhere.
    """
    inside = [_clipped(stretch, len(text)) for stretch in stretches]
    inside = [stretch for stretch in inside if stretch.start < stretch.end]
    begun: set[str] = set()
    return tuple(
        tuple(_segments(text, start, end, inside, begun))
        for start, end in _lines(text)
        if text[start:end].strip()
    )


def _clipped(stretch: Stretch, length: int) -> Stretch:
    return Stretch(stretch.claim, max(0, min(stretch.start, length)), max(0, min(stretch.end, length)))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _segments(
    text: str, start: int, end: int, stretches: Sequence[Stretch], begun: set[str]
) -> Iterator[Segment]:
    """The segments of one line. ``begun`` remembers across lines which claims had their number already."""
    here = [stretch for stretch in stretches if stretch.start < end and start < stretch.end]
    edges = {start, end} | {edge for s in here for edge in (s.start, s.end) if start < edge < end}
    cuts = sorted(edges)
    for left, right in pairwise(cuts):
        over = [stretch for stretch in here if stretch.start <= left and right <= stretch.end]
        new = tuple(s.claim for s in sorted(over, key=lambda s: s.start) if s.claim not in begun)
        begun.update(new)
        over.sort(key=lambda stretch: (stretch.end - stretch.start, stretch.start))
        yield Segment(text[left:right], tuple(stretch.claim for stretch in over), new)
