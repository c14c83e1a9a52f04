"""Two words of the one that are one word of the other: Abdul Rahman and Abdulrahman, 古丽努尔赛里克, Gulnur Serik."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from amanat.core.linking.lists import tokens as token_levels
from amanat.core.linking.lists.fields import Levels, Rows
from amanat.core.linking.lists.tokens import Tokens
from amanat.core.names.learned import learned
from amanat.core.names.matching import PRIOR
from amanat.core.names.spelling import Kind, Spelling
from amanat.core.names.tokens import run_together

_WORTH_A_LOOK = 0.25
"""The cosine of the one word with either of the two, in the space of sounds: what has both has something of each."""


def together(tokens: Tokens, single: Rows, first: Rows, second: Rows) -> Levels:
    """For each ``single`` and the two words ``first`` and ``second``: what the two as one word are to it, in whichever
    order; ``DIFFERENT`` where they are nothing like it, or of two kinds of script."""
    found = np.full(len(single), token_levels.DIFFERENT, np.int8)
    close = np.maximum(tokens.closeness(single, first), tokens.closeness(single, second))
    look = np.flatnonzero((close >= _WORTH_A_LOOK) & (tokens.kind[first] == tokens.kind[second]))
    for one, other in ((first, second), (second, first)):
        joined = [
            run_together((tokens.spelt[a], tokens.spelt[b]))
            for a, b in zip(one[look], other[look], strict=True)
        ]
        alone = [tokens.spelt[each] for each in single[look]]
        found[look] = np.maximum(found[look], _levels(alone, joined))
    return found


def _levels(alone: list[Spelling], joined: list[Spelling]) -> Levels:
    found = np.full(len(alone), token_levels.DIFFERENT, np.int8)
    within = np.array([a.kind is b.kind is Kind.SOUNDS for a, b in zip(alone, joined, strict=True)], bool)
    alike = process.cpdist(
        [each.letters for each in alone], [each.letters for each in joined],
        scorer=JaroWinkler.similarity, dtype=np.float32,
    )  # fmt: skip
    found[within & (alike >= token_levels.LETTERS_NEAR)] = token_levels.NEAR
    at = np.flatnonzero(~within)
    found[at[_by_sound([alone[each] for each in at], [joined[each] for each in at])]] = (
        token_levels.ACROSS_NEAR
    )
    return found


def _by_sound(alone: list[Spelling], joined: list[Spelling]) -> NDArray[np.bool_]:
    vectors = learned().vectors
    close = np.einsum("ij,ij->i", vectors.of(alone), vectors.of(joined))
    return np.asarray(learned().log_odds(alone, joined, close) - PRIOR >= token_levels.SOUNDS_NEAR)
