"""The claims in a model's answer: JSON as it was asked for, or with something around it, or cut off in the middle."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import islice

_THOUGHT = re.compile(r"^.*</think(?:ing)?>", re.S)
_CLAIMS = re.compile(r'"claims"\s*:\s*\[')
_OPENING = re.compile(r"\{(?=\s*\")")
_TRIES = 10
"""Opening braces tried, for those that stand in the words around the answer."""
_BETWEEN = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Answered:
    """``claims`` as they came. ``whole``: nothing of the answer is missing or broken."""

    claims: tuple[object, ...]
    whole: bool


def answered(untrusted: str) -> Answered | None:
    """The items under ``claims``; of a broken answer those before the break; None where there is no list at all.

    What a model thinks aloud before its answer, and a fence around it, are left away.
    """
    said = _THOUGHT.sub("", untrusted)
    for begins in islice(_OPENING.finditer(said), _TRIES):
        found = _decoded(said, begins.start())
        claims = found[0].get("claims") if found is not None else None
        if isinstance(claims, list):
            return Answered(tuple(claims), whole=True)
    opened = _CLAIMS.search(said)
    return None if opened is None else Answered(tuple(_up_to_the_break(said, opened.end())), whole=False)


def _up_to_the_break(said: str, at: int) -> list[object]:
    found: list[object] = []
    while (start := _start_of_next(said, at)) is not None and (item := _decoded(said, start)) is not None:
        found.append(item[0])
        at = item[1]
    return found


def _start_of_next(said: str, at: int) -> int | None:
    gap = _BETWEEN.match(said, at)
    start = gap.end() if gap else at
    return start if said[start : start + 1] == "{" else None


def _decoded(said: str, at: int) -> tuple[dict[str, object], int] | None:
    """One JSON object and where it ends. Nesting without end, and numbers without end, are broken JSON too."""
    try:
        found, end = _DECODER.raw_decode(said, at)
    except (ValueError, RecursionError):
        return None
    return (found, end) if isinstance(found, dict) else None
