"""The passages on which each reason of a link rests, of both sides: what a court asks to see beside the figure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from amanat.core.protecting import Actor
from amanat.store.models import Claim, Person
from amanat.store.queries.access import visible
from amanat.store.queries.claim_views import claim_views
from amanat.store.queries.echoes import origins_of
from amanat.store.queries.standing import stands
from amanat.store.queries.views import ClaimView

_MOST: Final = 3
"""Passages of one side for one reason."""

_KINDS: Final = {
    "birth": ("birth date", "age"),
    "ethnicity": ("ethnicity",),
    "nationality": ("nationality", "citizenship"),
    "religion": ("religion",),
    "origin": ("residence",),
    "residence": ("residence",),
    "kin": ("kinship",),
    "occupation": ("occupation",),
}
"""Of which claims linking makes a feature (queries/records). Acts are named in the reason itself, numbers stand in
any claim; what the names say rests on the names."""
_ACTS: Final = ("acts", "two places", "after death")
_NUMBER: Final = "number"


@dataclass(frozen=True, slots=True)
class Side:
    """The claims that count of one person and of those taken for one with them, and of their reports' kinships."""

    own: tuple[ClaimView, ...]
    kinships: tuple[ClaimView, ...]

    def for_reason(self, feature: str, words: str) -> tuple[ClaimView, ...]:
        """The claims that tell what the reason says: those that say it in its words, else all of its kind."""
        told = words.casefold()
        candidates = [each for each in self._claims(feature) if _is_of(each, feature, told)]
        named = [each for each in candidates if _says(each, told)]
        return tuple(named or candidates)[:_MOST]

    def _claims(self, feature: str) -> tuple[ClaimView, ...]:
        return self.kinships if feature == "kin" else self.own


def side_of(actor: Actor, persons: Collection[int]) -> Side:
    """Of what the actor may see, and of what counts: nothing rejected, denied, feared or planned."""
    links = Claim.subjects.through.objects.filter(person__in=persons)
    reports = visible(Person.objects.filter(pk__in=persons), actor).values("report")
    kinships = Claim.objects.filter(report__in=reports, kind="kinship")
    return Side(
        _counting(claim_views(visible(Claim.objects.filter(pk__in=links.values("claim")), actor), actor)),
        _counting(claim_views(visible(kinships, actor), actor)),
    )


def shared_origins(actor: Actor, ours: Collection[int], theirs: Collection[int]) -> tuple[str, ...]:
    """The origins to which reports of both sides go back: what these have in common is one account, told twice."""
    found = origins_of(actor, {*ours, *theirs})
    keys = {found[each].key for each in ours if each in found} & {
        found[each].key for each in theirs if each in found
    }
    return tuple(sorted({each.label for each in found.values() if each.key in keys}))


def _counting(views: Iterable[ClaimView]) -> tuple[ClaimView, ...]:
    return tuple(
        view for view in views if stands(view) and (view.polarity, view.modality) == ("affirmed", "asserted")
    )


def _is_of(claim: ClaimView, feature: str, told: str) -> bool:
    if feature in _ACTS:
        return re.search(rf"\b{re.escape(claim.kind)}\b", told) is not None
    if feature == _NUMBER:
        return told.rpartition(": ")[2] in claim.passage.quote.casefold()
    return claim.kind in _KINDS.get(feature, ())


def _says(claim: ClaimView, told: str) -> bool:
    """Whether the reason repeats what the claim says, or the claim a name of the reason."""
    place = claim.where.name if claim.where else ""
    said = (claim.when, place, claim.details)
    names = told.rpartition(": ")[2].split(" / ")
    written = f"{claim.details} {claim.passage.quote}".casefold()
    return any(each and each.casefold() in told for each in said) or any(
        len(name) > 1 and name in written for name in names
    )
