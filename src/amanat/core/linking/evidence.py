"""What one feature says of two records: for or against their being of one person, how strongly, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from amanat.core.linking.commonness import Commonness
from amanat.core.linking.record import Record


@dataclass(frozen=True, slots=True)
class Evidence:
    """``nats``: natural logarithm of how much likelier this is of one person than of two who bear one name.

    ``level``: which of the feature's answers it is, the name under which its weight was learnt (linking/learnt).
    ``contradicts``: both can't be true of one person, so that no rule may join them. A fact that is missing on one
    side is no evidence, neither for nor against.
    """

    nats: float
    reason: str
    level: str
    contradicts: bool = False


@dataclass(frozen=True, slots=True)
class Feature:
    """``subject``: features of one subject say partly the same, and together count up to the subject's cap."""

    name: str
    subject: str
    weigh: Callable[[Record, Record, Commonness], Evidence | None]


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature's evidence as it counted. ``nats`` is 0 where a cap left nothing of it."""

    feature: str
    nats: float
    words: str
    contradicts: bool = False


CAPS = {"birth": 6.0, "descent": 1.5, "places": 2.5, "acts": 4.0, "kin": 6.0, "work": 2.5, "number": 6.0}
"""Nats at most that a subject may speak for two records. Against them there is no cap."""

DOUBTED_FROM, DOUBT = 6.0, 0.5
"""What all subjects say together counts by half from here on: one report copies another, and a mistake in one fact
goes with a mistake in the next. By hand; docs/decisions/0009 tells what the probabilities came to with it."""


def counted(found: Iterable[tuple[Feature, Evidence]]) -> tuple[float, list[Reason]]:
    """All evidence together, in nats, and each part as it counted, the strongest first."""
    left = dict(CAPS)
    reasons: list[Reason] = []
    for feature, evidence in sorted(found, key=lambda each: (-each[1].nats, each[0].name)):
        nats = evidence.nats
        if nats > 0:
            nats = min(nats, left[feature.subject])
            left[feature.subject] -= nats
        reasons.append(Reason(feature.name, nats, evidence.reason, evidence.contradicts))
    speaking = sum(reason.nats for reason in reasons if reason.nats > 0)
    against = sum(reason.nats for reason in reasons if reason.nats < 0)
    weighed = min(speaking, DOUBTED_FROM) + DOUBT * max(0.0, speaking - DOUBTED_FROM)
    reasons.sort(key=lambda reason: (not reason.contradicts, -abs(reason.nats), reason.feature))
    return weighed + against, reasons
