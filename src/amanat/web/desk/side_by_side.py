"""Two texts cut into paragraphs and pieces, the passages that they share marked with one number in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amanat.core.echo.passage import Passage
from amanat.store.queries.echoes import EchoPage, EchoSide


@dataclass(frozen=True, slots=True)
class SharedPiece:
    """``number`` counts the passages from 1 in order of the left text; 0: text that is not shared. ``begins``: the
    number is shown before it."""

    text: str
    number: int = 0
    kind: str = ""
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """``side``: ``left`` or ``right``, for anchors that lead from one column to the other."""

    side: str
    other: str
    report: EchoSide
    paragraphs: tuple[tuple[SharedPiece, ...], ...]


def side_by_side(page: EchoPage) -> tuple[Column, Column]:
    """The left report's column and the right one's."""
    passages = sorted(page.view.echo.passages)
    left = [(each.left, number, each) for number, each in enumerate(passages, 1)]
    right = [(each.right, number, each) for number, each in enumerate(passages, 1)]
    return (
        Column("left", "right", page.view.left, _paragraphs(page.left_text, left)),
        Column("right", "left", page.view.right, _paragraphs(page.right_text, right)),
    )


@dataclass(frozen=True, slots=True)
class PassagePair:
    """One passage as it stands in each text, under the number that it has in the columns."""

    number: int
    left: str
    right: str
    kind: str
    swapped: tuple[tuple[str, str], ...]


def one_by_one(page: EchoPage) -> tuple[PassagePair, ...]:
    """The passages without the texts around them, for small screens, for paper and for those who listen."""
    return tuple(
        PassagePair(
            number,
            " ".join(page.left_text[slice(*each.left)].split()),
            " ".join(page.right_text[slice(*each.right)].split()),
            each.likeness.value,
            each.swapped,
        )
        for number, each in enumerate(sorted(page.view.echo.passages), 1)
    )


Marked = tuple[tuple[int, int], int, Passage]


def _paragraphs(text: str, marked: Sequence[Marked]) -> tuple[tuple[SharedPiece, ...], ...]:
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        end = at + len(line.rstrip())
        if line.strip():
            found.append(tuple(_pieces(text, at, end, marked)))
        at += len(line)
    return tuple(found)


def _pieces(text: str, start: int, end: int, marked: Sequence[Marked]) -> Iterator[SharedPiece]:
    """Of passages that overlap, the one that begins first is marked."""
    at = start
    for (begin, stop), number, passage in sorted(marked, key=lambda each: each[0]):
        first, last = max(begin, at), min(stop, end)
        if first >= last:
            continue
        if first > at:
            yield SharedPiece(text[at:first])
        yield SharedPiece(
            text[first:last], number, passage.likeness.value, begins=begin >= start and first == begin
        )
        at = last
    if at < end:
        yield SharedPiece(text[at:end])
