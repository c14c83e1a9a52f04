"""Claims as they stand, made ready for the rules: what counts, what is compared, who told it first."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from amanat.core.names.folding import folded
from amanat.core.places.one_place import one_place
from amanat.core.reading.second.name import is_second
from amanat.core.vocabulary import Group, vocabulary
from amanat.core.weighing import SELF, Chain, Told
from amanat.store.queries.views import ClaimView, PlaceView, TellerView

_NOT_YET = frozenset({"planned", "feared", "demanded"})
_REVIEWED = frozenset({"confirmed", "corrected"})


def stands(claim: ClaimView) -> bool:
    """Whether it counts: not rejected, and proposed by the newest reading or upheld by a person.

    What only a second reader claims counts once a person upheld it.
    """
    if is_second(claim.reader) and claim.status not in _REVIEWED:
        return False
    return claim.status != "rejected" and (not claim.withdrawn or claim.status in _REVIEWED)


def group_of(kind: str) -> Group:
    """Kinds that this vocabulary does not know (a newer reader's) are taken for acts."""
    words = vocabulary()
    return words.term(kind).group if kind in words else "act"


def statuses() -> frozenset[str]:
    return frozenset(vocabulary().kinds("status"))


def is_actual(claim: ClaimView) -> bool:
    return claim.modality not in _NOT_YET


def is_alarm(claim: ClaimView) -> bool:
    """Something that may still happen to somebody, and that somebody could act on."""
    words = vocabulary()
    warns = claim.kind in words and words.term(claim.kind).alarm
    impending = claim.modality in ("planned", "feared") and group_of(claim.kind) == "act"
    return (warns or impending) and claim.polarity == "affirmed" and stands(claim)


def subjects(claims: Iterable[ClaimView]) -> set[int]:
    return {each.person for claim in claims for each in claim.who if each.person is not None}


def teller_key(teller: TellerView | None, members: Collection[int]) -> str:
    """What tells voices in one report apart: the person of the case, another person, or a name with a role."""
    if teller is None:
        return ""
    if teller.person is not None:
        return SELF if teller.person in members else f"person:{teller.case or teller.person}"
    return f"{folded(teller.name)}|{teller.role}"


def told(claim: ClaimView, members: Collection[int]) -> Told:
    """The claim as claims are compared, for a case with these ``members``; to weigh it, queries/weighing.py."""
    return Told(
        id=claim.id,
        kind=claim.kind,
        report=claim.report,
        teller=teller_key(claim.told_by[0] if claim.told_by else None, members),
        when=claim.when,
        place=chain(claim.where),
        place_label=place_label(claim.where),
        by=tuple(each.label for each in claim.by),
        details=claim.details,
        count=(claim.count.min, claim.count.max, claim.count.unit) if claim.count else None,
        denied=claim.polarity == "denied",
        actual=is_actual(claim),
    )


def chain(where: PlaceView | None) -> Chain | None:
    """Its names in whatever script and spelling, then those of what it lies in."""
    return None if where is None else one_place(((where.name, where.also), *where.within))


def place_label(where: PlaceView | None) -> str:
    return ", ".join((where.name, *(name for name, _ in where.within))) if where else ""
