"""Which lane each happening stands in, so that nothing overlaps; contested answers get lanes of their own."""

from __future__ import annotations

from collections.abc import Sequence

GAP = 14
"""Free room between two things in one lane."""


def lanes(extents: Sequence[tuple[int, int]], questions: Sequence[str]) -> list[int]:
    """The lane of each extent (left, right), in the order given; first fit, counted from 0 downwards.

    Extents of one question (not empty) stand in adjoining lanes in which nothing else stands.
    """
    ends: list[int | None] = []
    placed: dict[int, int] = {}
    for number, (left, right) in enumerate(extents):
        if number in placed:
            continue
        if questions[number]:
            for other, question in enumerate(questions):
                if question == questions[number]:
                    placed[other] = len(ends)
                    ends.append(None)
            continue
        lane = next((i for i, end in enumerate(ends) if end is not None and end + GAP <= left), len(ends))
        if lane == len(ends):
            ends.append(right)
        else:
            ends[lane] = right
        placed[number] = lane
    return [placed[number] for number in range(len(extents))]
