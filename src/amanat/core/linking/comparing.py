"""Whether two records are of one person: a probability, and every reason for and against it in words.

Three things may be: one person; two people who bear one name; two people of two names. What the names say tells the
third from the first two, and never the first from the second: for that there are only the facts, and how common the
name is. So, with N the odds by name, s the chance that two of one name are one, F what the facts say (nats):

    odds of one person = exp(F) * s * N / ((1 - s) * N + 1)

A name alone can never say more than s / (1 - s), however well it fits: a common one says little.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp

from amanat.core.linking.commonness import UNCOUNTED, Commonness
from amanat.core.linking.evidence import Feature, Reason, counted
from amanat.core.linking.features.birth import birth
from amanat.core.linking.features.descent import ethnicity, nationality, religion, sex
from amanat.core.linking.features.happenings import acts, after_death, two_places
from amanat.core.linking.features.kin import father, kin
from amanat.core.linking.features.whereabouts import origin, residence
from amanat.core.linking.features.work import numbers, occupation
from amanat.core.linking.learnt import near_names, weighed
from amanat.core.linking.names import ONE_IN, Naming, naming
from amanat.core.linking.record import Record

FEATURES: tuple[Feature, ...] = (
    Feature("birth", "birth", birth),
    Feature("sex", "descent", sex),
    Feature("ethnicity", "descent", ethnicity),
    Feature("nationality", "descent", nationality),
    Feature("religion", "descent", religion),
    Feature("origin", "places", origin),
    Feature("residence", "places", residence),
    Feature("kin", "kin", kin),
    Feature("father", "kin", father),
    Feature("acts", "acts", acts),
    Feature("two places", "acts", two_places),
    Feature("after death", "acts", after_death),
    Feature("occupation", "work", occupation),
    Feature("number", "number", numbers),
)

_NAMELESS = Naming(0.0, 1.0, None)


@dataclass(frozen=True, slots=True)
class Link:
    """``probability`` that the two are one person; never 0 or 1. ``facts``: nats of all but the names.

    ``told``: what facts say, contradictions first, then the strongest.
    """

    probability: float
    name: Naming
    facts: float
    told: tuple[Reason, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The names' first, part by part, then those of facts."""
        return (*(Reason("name", self.name.nats, words) for words in self.name.reasons), *self.told)

    @property
    def contradicted(self) -> bool:
        return any(reason.contradicts for reason in self.told)

    def by(self, feature: str) -> float:
        """Nats of one feature; 0 where it says nothing."""
        return sum(each.nats for each in self.told if each.feature == feature)

    @property
    def subjects(self) -> int:
        """On how many subjects something speaks for one person, besides the name."""
        subject_of = {feature.name: feature.subject for feature in FEATURES}
        return len({subject_of[each.feature] for each in self.told if each.nats > 0})


def compare_records(one: Record, other: Record, common: Commonness = UNCOUNTED) -> Link:
    """How likely two records are of one person, and why. Symmetric; the order of facts makes no difference."""
    one, other = sorted((_ordered(one), _ordered(other)), key=repr)
    name = naming(one.names, other.names, common) or _NAMELESS
    found = [
        (feature, weighed(feature.name, evidence))
        for feature in FEATURES
        if (evidence := feature.weigh(one, other, common)) is not None
    ]
    facts, told = counted(found)
    return Link(
        probability=_probability(name, facts, common),
        name=name,
        facts=facts,
        told=tuple(told),
    )


def _probability(name: Naming, facts: float, common: Commonness) -> float:
    nats = name.nats if name.certain else name.nats + near_names()
    by_name = ONE_IN * exp(min(nats, 30.0))
    alone = common.same_person(name.share)
    odds = exp(max(-30.0, min(30.0, facts))) * alone * by_name / ((1 - alone) * by_name + 1)
    return min(max(odds / (1 + odds), 1e-9), 1 - 1e-9)


def _ordered(record: Record) -> Record:
    """Every field in one order, each answer once."""
    fields = {name: tuple(sorted(set(getattr(record, name)), key=repr)) for name in Record.__slots__}
    return replace(record, **fields)
