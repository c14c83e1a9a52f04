"""What each feature's answers are worth, as it was learnt; what was not learnt is worth what its function says.

``weights.tsv``: feature, level, ``times`` and ``plus`` (nats = times · what the function says + plus), and in how many
pairs of one person and of two it was seen. Learnt by benchmarks/learn_links.py; decision 9 tells how.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files

from amanat.core.linking.evidence import Evidence

Weights = dict[tuple[str, str], tuple[float, float]]
"""By feature and level: times, plus."""


def weighed(feature: str, evidence: Evidence) -> Evidence:
    """The evidence by its learnt weight. What speaks for two records never comes to speak against them, nor the other
    way round: how strongly is learnt, the direction is not."""
    times, plus = rows().get((feature, evidence.level), (1.0, 0.0))
    nats = times * evidence.nats + plus
    kept = max(0.0, nats) if evidence.nats > 0 else min(0.0, nats)
    return replace(evidence, nats=kept)


def near_names() -> float:
    """Nats by which two records that are compared bear one name oftener than any two names whose parts are alike: they
    are of one casebook, and were found by their names. Not for names that are sure to be one; that was measured."""
    return rows().get(("name", "near"), (1.0, 0.0))[1]


@cache
def rows() -> Weights:
    """The table."""
    text = files("amanat.core.linking").joinpath("tables", "weights.tsv").read_text(encoding="utf-8")
    cells = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {(row[0], row[1]): (float(row[2]), float(row[3])) for row in cells}
