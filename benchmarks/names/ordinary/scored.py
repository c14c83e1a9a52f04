"""Ordinary names, scored pair by pair: average precision, F1, and which kinds go wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from names.ordinary.cases import Case
from names.peers.ranker import Ranker
from names.scoring import Figure, Floats, average_precision, best_f1, f1, figure
from names.tables import columns

KEY = "ordinary"
ABOUT = "Ordinary names: one person's or two people's"


@dataclass(frozen=True)
class Scored:
    """``kinds``: the share of each kind's cases that fall on the right side of ``threshold``, which is the ranker's
    own, or the best for these very cases where it states none."""

    ranker: str
    figures: dict[str, Figure]
    threshold: float
    kinds: dict[str, float] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        figures = {name: each.as_json() for name, each in self.figures.items()}
        return {"ranker": self.ranker, "figures": figures, "threshold": self.threshold, "kinds": self.kinds}


def scored(ranker: Ranker, cases: Sequence[Case]) -> Scored:
    scores = np.array(ranker.scores([(case.one, case.other) for case in cases]))
    labels = np.array([float(case.is_match) for case in cases])
    rows = np.column_stack([labels, scores])
    figures = {
        "average precision": figure(rows, lambda drawn: average_precision(drawn[:, 0], drawn[:, 1])),
        "best F1": figure(rows, lambda drawn: best_f1(drawn[:, 0], drawn[:, 1])[0]),
    }
    threshold = ranker.threshold
    if threshold is None:
        threshold = best_f1(labels, scores)[1]
    else:
        figures["F1 at threshold"] = figure(rows, lambda drawn: f1(drawn[:, 0], drawn[:, 1], threshold))
    return Scored(ranker.name, figures, threshold, _kinds(cases, scores, threshold))


def table(found: Sequence[Scored], cases: Sequence[Case]) -> str:
    """The figures, then the kinds."""
    matches = sum(case.is_match for case in cases)
    title = f"{ABOUT}  [{KEY}]\n{len(cases)} pairs, {matches} of them one person's"
    heads = ["average precision", "best F1", "F1 at threshold"]
    lines = [[each.ranker, *(str(each.figures.get(head, "–")) for head in heads)] for each in found]
    kinds = [[kind, *(f"{each.kinds[kind]:.2f}" for each in found)] for kind in found[0].kinds]
    below = "Right by kind, at the ranker's own threshold or else the best one:"
    return "\n".join(
        [title, columns(["", *heads], lines), below, columns(["", *(each.ranker for each in found)], kinds)]
    )


def _kinds(cases: Sequence[Case], scores: Floats, threshold: float) -> dict[str, float]:
    right: dict[str, list[bool]] = {}
    for case, score in zip(cases, scores, strict=True):
        kind = f"{'+' if case.is_match else '−'} {case.kind}"
        right.setdefault(kind, []).append((score >= threshold) == case.is_match)
    return {kind: round(sum(those) / len(those), 3) for kind, those in right.items()}
