"""The rules that judge, as authors of judgements, and how they say how likely they are right.

Apart from the rules themselves, so that whoever shows a judgement need not load what names are compared by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SAME_NAME = "rule:same-folded-name"
SAME_SOUND = "rule:same-name-by-sound"

BY_FACTS = "rule:same-by-facts"
"""A name that may be one, and facts that leave hardly a doubt."""

ALIKE = "rule:name-alike"
"""The author of proposals of "unsure", which join nobody."""

BESIDES = "What other reports tell of one of them"
"""How a why begins to say that others than the two reports were weighed too."""

_SAID = re.compile(r"likely one (?:name|person) \((\d+(?:\.\d)?) %\)")


def said(probability: float, reasons: Iterable[str]) -> str:
    """A judgement's why: how likely two forms are one name, rounded down, and why, part by part."""
    return f"likely one name ({percent(probability)} %): {'; '.join(reasons)}"


def said_of_person(
    probability: float,
    name: Iterable[str],
    speaking: Iterable[str],
    against: Iterable[str],
    besides: str = "",
) -> str:
    """A judgement's why where facts were weighed too: how likely it is one person, what the names say, then what else
    speaks for it and against it."""
    parts = [("names", name), ("for it", speaking), ("against it", against)]
    told = [f"{what}: {'; '.join(each)}" for what, reasons in parts if (each := list(reasons))]
    return f"likely one person ({percent(probability)} %): {'. '.join([*told, *filter(None, [besides])])}"


def percent(probability: float) -> float:
    """Rounded down to a tenth: nothing is said to be surer than it is."""
    return int(1000 * probability) / 10


def likelihood(why: str) -> float:
    """The probability that such a why tells; 0 where it tells none."""
    found = _SAID.match(why)
    return round(float(found[1]) / 100, 3) if found else 0.0
