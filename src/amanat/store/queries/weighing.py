"""Claims made ready to be weighed: who tells them first, through whom, and where their reports come from."""

from __future__ import annotations

from dataclasses import replace

from amanat.core.weighing import Told
from amanat.core.weighing.voices import Voice, voice_of
from amanat.store.queries.echoes import PassageSource
from amanat.store.queries.standing import told
from amanat.store.queries.tellers import Tellers
from amanat.store.queries.views import ClaimView


def weighable(claim: ClaimView, tellers: Tellers, source: PassageSource) -> Told:
    """``source``: where its passage comes from."""
    first = claim.told_by[0] if claim.told_by else None
    return replace(
        told(claim, tellers.members),
        teller=tellers.key(first),
        role=first.role if first else "",
        named=tellers.is_named(first),
        label=first.name if first else "",
        through=_through(claim, tellers),
        origin=source.origin.key,
        reports=source.through,
        modality=claim.modality,
        published=claim.report_published,
    )


def _through(claim: ClaimView, tellers: Tellers) -> tuple[str, ...]:
    """Whoever passed it on by name; outlets and organisations are a matter of origins."""
    passed_on = (each for each in claim.told_by[1:] if voice_of(each.role) is not Voice.OWN)
    return tuple(tellers.key(each) for each in passed_on if tellers.is_named(each))
