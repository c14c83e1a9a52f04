"""Sex, people, nationality and religion: what many share, and what seldom is told wrong."""

from __future__ import annotations

from collections.abc import Sequence

from amanat.core.linking.commonness import Commonness
from amanat.core.linking.evidence import Evidence
from amanat.core.linking.record import Record
from amanat.core.names.parsing import parse
from amanat.core.places.one_people import as_heard

_ONE_SEX, _OTHER_SEX = 0.5, -6.0
"""Half of those of one name are of one sex, or more where the name tells it: log 2 at most. Reports seldom mistake
it, so that another sex weighs like a hundred to one, and more, against."""

_SHARED = {"ethnicity": 0.7, "nationality": 0.3, "religion": 0.3}
_OTHER = {"ethnicity": -2.0, "nationality": -1.0, "religion": -1.0}
"""By hand. Those whom a casebook is about mostly are of few peoples and states: to share one says little. Reports
take one for another ("Chinese", "Kazakh" of somebody from Xinjiang), so that a difference is no contradiction."""


def sex(one: Record, other: Record, common: Commonness) -> Evidence | None:
    """As told, or as the name's own ending tells it. What both names tell already is in what the names say."""
    mine, theirs = one.sex or _by_name(one), other.sex or _by_name(other)
    if not mine or not theirs or len(mine) > 1 or len(theirs) > 1:
        return None
    if mine != theirs:
        return Evidence(_OTHER_SEX, "one is a woman, the other a man", "other", contradicts=True)
    if not one.sex and not other.sex:
        return None
    return Evidence(_ONE_SEX, "both are women" if "f" in mine else "both are men", "same")


def _by_name(record: Record) -> tuple[str, ...]:
    return tuple({gender for name in record.names if (gender := parse(name).gender)})


def ethnicity(one: Record, other: Record, common: Commonness) -> Evidence | None:
    return _shared("ethnicity", "people", one.ethnicity, other.ethnicity)


def nationality(one: Record, other: Record, common: Commonness) -> Evidence | None:
    return _shared("nationality", "nationality", one.nationality, other.nationality)


def religion(one: Record, other: Record, common: Commonness) -> Evidence | None:
    return _shared("religion", "religion", one.religion, other.religion)


def _shared(name: str, word: str, one: Sequence[str], other: Sequence[str]) -> Evidence | None:
    if not one or not other:
        return None
    heard = {as_heard(each) for each in other}
    if both := sorted(each for each in one if as_heard(each) in heard):
        return Evidence(_SHARED[name], f"the same {word}: {both[0]}", "same")
    told = " / ".join(sorted({min(one), min(other)}))
    return Evidence(_OTHER[name], f"another {word}: {told}", "other")
