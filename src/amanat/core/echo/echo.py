"""What two reports have to do with each other, and why: the values that a comparison gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from amanat.core.echo.passage import Passage


class Verdict(StrEnum):
    """Of the left report to the right one."""

    REPEATS = "repeats"
    REPEATED_BY = "repeated by"
    COMMON_SOURCE = "common source, unknown"
    """One repeats the other, or both a third; which of them, their words, credits and dates do not tell."""
    SAME_UTTERANCE = "same utterance quoted"
    """They quote the same words of somebody, and nothing else: no echo, two origins and one witness."""

    @property
    def is_echo(self) -> bool:
        return self is not Verdict.SAME_UTTERANCE

    @property
    def flipped(self) -> Verdict:
        return _FLIPPED.get(self, self)


_FLIPPED = {Verdict.REPEATS: Verdict.REPEATED_BY, Verdict.REPEATED_BY: Verdict.REPEATS}


class Grade(StrEnum):
    CERTAIN = "certain"
    """So many words in a row that nobody writes them twice."""
    LIKELY = "likely"
    POSSIBLE = "possible"
    """A question for a person: it does not count until one confirms it."""


@dataclass(frozen=True, slots=True)
class Echo:
    """``left`` and ``right``: ids of reports, the lower one first.

    ``left_share`` and ``right_share``: the part of each report's words that lies in the passages, from 0 to 1.
    ``reasons`` are for a person to read: what is shared, and why one is taken for the earlier.
    """

    left: int
    right: int
    verdict: Verdict
    grade: Grade
    passages: tuple[Passage, ...]
    left_share: float
    right_share: float
    reasons: tuple[str, ...]
    in_substance: bool = False
    """Its names, dates and numbers agree too, or alone: the report as a whole is taken to repeat the other."""

    @property
    def repeater(self) -> int | None:
        """The report that repeats the other, where that is known."""
        return {Verdict.REPEATS: self.left, Verdict.REPEATED_BY: self.right}.get(self.verdict)

    @property
    def repeated(self) -> int | None:
        return {Verdict.REPEATS: self.right, Verdict.REPEATED_BY: self.left}.get(self.verdict)

    def share_of(self, report: int) -> float:
        return self.left_share if report == self.left else self.right_share

    def seen_from(self, report: int) -> Echo:
        """The same with ``report`` on the left."""
        if report == self.left:
            return self
        return replace(
            self,
            left=self.right,
            right=self.left,
            verdict=self.verdict.flipped,
            passages=tuple(sorted(passage.flipped() for passage in self.passages)),
            left_share=self.right_share,
            right_share=self.left_share,
        )
