"""Counts what was found against what is true, family by family."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from amanat.core.echo import Echo, Grade, Verdict, echoes_among
from echoes.families import Family, Pair


@dataclass(frozen=True)
class Found:
    """``asked``: pairs that are put to a person and not called echoes; ``quoting``: the same utterance only."""

    echoes: Mapping[Pair, Echo]
    asked: frozenset[Pair]
    quoting: frozenset[Pair]


def ours(family: Family) -> Found:
    found = {(each.left, each.right): each for each in echoes_among(family.reports)}
    called = {
        pair: each
        for pair, each in found.items()
        if each.verdict.is_echo and each.grade is not Grade.POSSIBLE
    }
    asked = frozenset(pair for pair, each in found.items() if each.verdict.is_echo and pair not in called)
    quoting = frozenset(pair for pair, each in found.items() if each.verdict is Verdict.SAME_UTTERANCE)
    return Found(called, asked, quoting)


@dataclass
class Count:
    """``directed``: echoes found whose direction dates or credits tell; ``right``: those of them told rightly."""

    true: int = 0
    found: int = 0
    false: int = 0
    apart: int = 0
    apart_called: int = 0
    directed: int = 0
    right: int = 0
    quoting: int = 0
    quoting_found: int = 0
    asked: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))

    def figures(self) -> dict[str, float | int | None]:
        return {
            "echoes": self.true,
            "precision": _share(self.found, self.found + self.false),
            "recall": _share(self.found, self.true),
            "false": self.false,
            "independent": self.apart,
            "independent called echoes": self.apart_called,
            "direction right": _share(self.right, self.directed),
            "same utterance": self.quoting,
            "same utterance found": self.quoting_found,
            "asked": self.asked,
        }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def counted(family: Family, found: Found) -> Count:
    called = set(found.echoes) - family.left_out
    true = called & family.echoes
    directed = true & family.told
    return Count(
        true=len(family.echoes),
        found=len(true),
        false=len(called - family.echoes),
        apart=len(family.apart),
        apart_called=len(called & family.apart),
        directed=len(directed),
        right=sum(found.echoes[pair].verdict is Verdict.REPEATED_BY for pair in directed),
        quoting=len(family.quoting),
        quoting_found=len(found.quoting & family.quoting),
        asked=len(found.asked - family.echoes),
    )


Score = Callable[[Family], Mapping[Pair, float]]
"""A peer: how alike the two reports of each pair are, from 0 to 1."""


def peer_counts(families: list[Family], score: Score) -> tuple[float, dict[str, Count]]:
    """At the one threshold that gives the peer its best F1 over all families together: it is tuned on what it is
    measured on, which ours is not."""
    scored = [(family, score(family)) for family in families]
    steps = sorted({round(each, 3) for _, scores in scored for each in scores.values()} | {0.05, 0.5})
    best = max(steps, key=lambda step: _f1([_at(family, scores, step) for family, scores in scored]))
    return best, {family.name: _at(family, scores, best) for family, scores in scored}


def _at(family: Family, scores: Mapping[Pair, float], step: float) -> Count:
    called = {pair for pair, alike in scores.items() if alike >= step} - family.left_out
    return Count(
        true=len(family.echoes),
        found=len(called & family.echoes),
        false=len(called - family.echoes),
        apart=len(family.apart),
        apart_called=len(called & family.apart),
    )


def _f1(counts: list[Count]) -> float:
    all_of = sum(counts, Count())
    return 2 * all_of.found / max(1, all_of.true + all_of.found + all_of.false)
