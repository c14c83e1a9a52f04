"""The rules that judge by names, as authors of judgements, and how they say how likely they are right.

Apart from the rules themselves, so that whoever shows a judgement need not load what names are compared by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SAME_SOUND = "rule:same-name-by-sound"

ALIKE = "rule:name-alike"
"""The author of proposals of "unsure", which join nobody."""

_SAID = re.compile(r"likely one name \((\d+(?:\.\d)?) %\)")


def said(probability: float, reasons: Iterable[str]) -> str:
    """A judgement's why: how likely two forms are one name, rounded down, and why, part by part."""
    return f"likely one name ({int(1000 * probability) / 10} %): {'; '.join(reasons)}"


def likelihood(why: str) -> float:
    """The probability that such a why tells; 0 where it tells none."""
    found = _SAID.match(why)
    return round(float(found[1]) / 100, 3) if found else 0.0
