"""A stretch of one report that stands, in the same or in other words, in another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Likeness(StrEnum):
    EXACT = "exact"
    """Word for word; marks, spaces, capitals and line breaks aside."""
    REWORDED = "reworded"
    """In the same order, with words swapped, put in or left out."""
    RETOLD = "retold"
    """A sentence said anew with many of the same rare words."""


Swap = tuple[str, str]
"""What stands in the left report, and what in its place in the right one; either may be empty."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """``left`` and ``right``: start and end in each report's text, in code points.

    ``words`` are common to both; ``weight`` is how much they say (rarity.py), names and numbers counting little.
    ``quoted``: it stands in quotation marks in at least one of the two.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    likeness: Likeness
    words: int
    weight: float
    quoted: bool = False
    swapped: tuple[Swap, ...] = ()

    def overlaps(self, other: Passage) -> bool:
        """Whether they share anything of either report."""
        apart_left = self.left[1] <= other.left[0] or other.left[1] <= self.left[0]
        apart_right = self.right[1] <= other.right[0] or other.right[1] <= self.right[0]
        return not (apart_left and apart_right)

    def flipped(self) -> Passage:
        """The same, seen from the other report."""
        swaps = tuple((other, one) for one, other in self.swapped)
        return replace(self, left=self.right, right=self.left, swapped=swaps)
