"""Questions, and how many of them are answered: recall at one and at ten, with its 95% interval, and the time."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_Z = 1.96


@dataclass(frozen=True)
class Question:
    text: str
    right: frozenset[str]
    """Any of these."""


@dataclass(frozen=True)
class Asked:
    about: str
    questions: Sequence[Question]
    answer: Callable[[str], Sequence[frozenset[str]]]
    """The candidates, best first, each as the keys under which it would be right."""


@dataclass(frozen=True)
class Figures:
    about: str
    asked: int
    at_1: float
    at_10: float
    low: float
    """Wilson's interval of recall@10."""
    high: float
    median_ms: float
    missed: tuple[str, ...]


def measured(task: Asked) -> Figures | None:
    """None where there is nothing to ask."""
    ranks: list[int | None] = []
    seconds: list[float] = []
    for question in task.questions:
        begun = time.perf_counter()
        answers = task.answer(question.text)
        seconds.append(time.perf_counter() - begun)
        ranks.append(next((at for at, keys in enumerate(answers[:10]) if keys & question.right), None))
    if not ranks:
        return None
    found = sum(rank is not None for rank in ranks)
    return Figures(
        task.about,
        len(ranks),
        sum(rank == 0 for rank in ranks) / len(ranks),
        found / len(ranks),
        *_interval(found, len(ranks)),
        statistics.median(seconds) * 1000,
        tuple(question.text for question, rank in zip(task.questions, ranks, strict=True) if rank is None),
    )


def _interval(found: int, asked: int) -> tuple[float, float]:
    share, extra = found / asked, _Z * _Z / asked
    middle = share + extra / 2
    spread = _Z * math.sqrt(share * (1 - share) / asked + extra / (4 * asked))
    return (middle - spread) / (1 + extra), (middle + spread) / (1 + extra)
