"""Names of the whole gazetteer that are written much like one asked for: for typing errors in any script."""

from __future__ import annotations

from functools import cache

from rapidfuzz import fuzz, process

from amanat.core.places.rows import World

_LEAST = 84
"""Of 100: one wrong letter in six, or two in thirteen."""
_SHORTEST = 4


def written_alike(core: str, limit: int) -> list[tuple[str, float]]:
    """(folded name, likeness in [0, 1]), the likest first. Names of fewer than four letters are alike to too many."""
    if len(core) < _SHORTEST:
        return []
    found = process.extract(core, _names(), scorer=fuzz.ratio, score_cutoff=_LEAST, limit=limit)
    return [(name, score / 100) for name, score, _ in found]


@cache
def _names() -> list[str]:
    return World().every_name()
