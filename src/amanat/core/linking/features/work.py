"""What two people do for a living, and numbers that only one person or file has."""

from __future__ import annotations

import re

from amanat.core.linking.commonness import Commonness
from amanat.core.linking.evidence import Evidence
from amanat.core.linking.record import Record
from amanat.core.names.folding import folded

_SAME, _SAME_COMMON = 2.0, 0.9
"""Nats for the same occupation. By hand: the ten commonest are those of a third of all whom reports are about; any
other is that of one in a hundred or fewer, and told in several words."""

_EVERYDAY = frozenset(
    "farmer herder worker teacher student trader businessman businesswoman housewife imam driver journalist activist "
    "lawyer doctor nurse official officer labourer retired pensioner cook engineer employee "
    "shopkeeper artist writer".split()
)
_LITTLE = frozenset(
    "a an the in of at for and former ex retired work works worked as s assistant head local".split()
)

_OTHER_NUMBER = -1.0


def occupation(one: Record, other: Record, common: Commonness) -> Evidence | None:
    """Words that both use; other work says nothing: people change it, and reports tell half of it."""
    mine, theirs = ({word for told in record.occupation for word in _words(told)} for record in (one, other))
    shared = sorted(mine & theirs)
    if not shared:
        return None
    everyday = all(word in _EVERYDAY for word in shared)
    nats, level = (_SAME_COMMON, "everyday") if everyday else (_SAME, "same")
    return Evidence(nats, f"the same occupation: {' '.join(shared)}", level)


def _words(told: str) -> set[str]:
    """What the work is, without where ("veterinary assistant in Tekes County")."""
    plain = folded(re.split(r"\b(?:in|at|of|from)\b", told, maxsplit=1)[0])
    return {word.removesuffix("s") for word in plain.split()} - _LITTLE


def numbers(one: Record, other: Record, common: Commonness) -> Evidence | None:
    """A number of a passport, an identity card or a file that both have; another one is another paper."""
    if not one.numbers or not other.numbers:
        return None
    mine, theirs = ({_plain(each) for each in record.numbers} for record in (one, other))
    if shared := sorted(mine & theirs):
        return Evidence(6.0, f"the same number: {shared[0]}", "same")
    return Evidence(_OTHER_NUMBER, "other numbers of papers", "other")


def _plain(number: str) -> str:
    return re.sub(r"\W", "", number).upper()
