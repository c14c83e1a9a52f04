"""Precision, recall and F1 of people, places and dates against a labelled text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from languages.labelled import Label, Labelled

Span = tuple[int, int, str]
"""Start, end and value: the best name, or EDTF ("" where it came to nothing)."""


@dataclass
class Tally:
    right: int = 0
    read: int = 0
    gold: int = 0
    values_right: int = 0
    """Of those found: the best name, or the date, is also the one that was wanted."""
    values: int = 0
    remarks: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def value_share(self) -> float:
        return self.values_right / self.values if self.values else 1.0

    def add(self, other: Tally) -> None:
        for name in ("right", "read", "gold", "values_right", "values"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.remarks += other.remarks


def scored(report: Labelled, kind: str, read: Iterable[Span]) -> Tally:
    """A name counts as found where its stretch is the gold one; a date where the two share most of the shorter.

    Nothing is counted that lies in a stretch that is not judged. A date's value counts on its own, in ``values``.
    """
    found = [span for span in read if not any(_overlap(span, each) for each in report.of("x"))]
    tally = Tally(read=len(found), gold=len(report.of(kind)))
    left = list(found)
    for label in report.of(kind):
        match = next((span for span in left if _same(span, label, loose=kind == "d")), None)
        words = report.text[label.start : label.end]
        if match is None:
            tally.remarks.append(f"missed: {words}")
            continue
        left.remove(match)
        tally.right += 1
        if label.value != "*":
            tally.values += 1
            good = _value_right(kind, match[2], label.value)
            tally.values_right += good
            if not good:
                tally.remarks.append(f"value: {words}: {match[2]!r} and not {label.value!r}")
    tally.remarks += [f"false: {report.text[start:end]}" for start, end, _ in left]
    return tally


def _overlap(span: Span, label: Label) -> int:
    return max(0, min(span[1], label.end) - max(span[0], label.start))


def _same(span: Span, label: Label, *, loose: bool) -> bool:
    if not loose:
        return (span[0], span[1]) == (label.start, label.end)
    shorter = min(span[1] - span[0], label.end - label.start)
    return _overlap(span, label) > shorter / 2


def _value_right(kind: str, value: str, wanted: str) -> bool:
    if kind == "d":
        return value == wanted
    return set(wanted.casefold().split()) <= set(value.casefold().split())
