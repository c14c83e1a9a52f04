"""Deciding on a claim: confirmed, corrected or rejected. Each decision supersedes the one before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from amanat.actions.projecting import refresh_cases, refresh_subjects
from amanat.actions.reconsidering import reconsider
from amanat.actions.record import Writing, record
from amanat.actions.second_rows import let_in
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import BadCorrectionError, NotFoundError, NothingToUndoError
from amanat.core.protecting import Actor, Deed, Sensitivity
from amanat.core.reading.second.name import is_second
from amanat.store.models import Claim, Person, Review
from amanat.store.models.decisions import ReviewVerdict
from amanat.store.queries.access import visible
from amanat.store.queries.claim_views import claim_views, review_view
from amanat.store.queries.corrections import checked
from amanat.store.queries.views import ReviewView


def confirm(casebook: OpenCasebook, actor: Actor, claim: int, why: str = "") -> ReviewView:
    """The claim is what its passage says. Raises NotFoundError, RefusedError."""
    return _review(casebook, actor, claim, ReviewVerdict.CONFIRMED, {}, why)


def reject(casebook: OpenCasebook, actor: Actor, claim: int, why: str = "") -> ReviewView:
    """The passage does not say it. The claim stays, and no longer counts."""
    return _review(casebook, actor, claim, ReviewVerdict.REJECTED, {}, why)


def correct(
    casebook: OpenCasebook, actor: Actor, claim: int, correction: Mapping[str, Any], why: str = ""
) -> ReviewView:
    """The passage says it otherwise: ``correction`` has the slots as they should read (queries.corrections).

    Raises BadCorrectionError, NotFoundError, RefusedError.
    """
    try:
        slots = checked(correction)
    except (ValueError, AttributeError, TypeError) as wrong:
        raise BadCorrectionError(f"claim {claim}", why=str(wrong)) from wrong
    return _review(casebook, actor, claim, ReviewVerdict.CORRECTED, slots, why)


def undo_review(casebook: OpenCasebook, actor: Actor, claim: int, why: str = "") -> ReviewView:
    """Put back what was decided before the newest review, or leave the claim open, by a new review.

    Raises NothingToUndoError, NotFoundError, RefusedError.
    """
    row = _claim(actor, claim)
    with record(casebook, actor, Deed.REVIEW, "undo review", of=_sensitivity(row), why=why) as writing:
        standing = _standing(row)
        if standing is None:
            raise NothingToUndoError(f"claim {claim}")
        before = standing.supersedes
        verdict = ReviewVerdict(before.verdict) if before else ReviewVerdict.OPEN
        slots = before.correction if before else {}
        made = _enter(casebook, writing, row, verdict, slots, why, standing)
    return review_view(made)


def _review(
    casebook: OpenCasebook,
    actor: Actor,
    claim: int,
    verdict: ReviewVerdict,
    correction: dict[str, Any],
    why: str,
) -> ReviewView:
    row = _claim(actor, claim)
    with record(casebook, actor, Deed.REVIEW, f"review: {verdict}", of=_sensitivity(row), why=why) as writing:
        made = _enter(casebook, writing, row, verdict, correction, why, _standing(row))
    return review_view(made)


def _enter(
    casebook: OpenCasebook,
    writing: Writing,
    claim: Claim,
    verdict: ReviewVerdict,
    correction: dict[str, Any],
    why: str,
    standing: Review | None,
) -> Review:
    writing.on(f"claim {claim.pk}", report=claim.report_id)
    made = writing.save(
        Review(
            claim=claim,
            verdict=verdict.value,
            correction=correction,
            by=writing.actor.name,
            at=writing.at,
            why=why,
            supersedes=standing,
        )
    )
    if is_second(claim.reader) and verdict in (ReviewVerdict.CONFIRMED, ReviewVerdict.CORRECTED):
        let_in(casebook, writing, claim)
    _follow(writing, claim)
    return made


def _follow(writing: Writing, claim: Claim) -> None:
    """A correction may say that it happened to somebody else: both persons' cases change, and whom rules take them
    to be."""
    before = set(claim.subjects.values_list("pk", flat=True))
    refresh_subjects(claim_views(Claim.objects.filter(pk=claim.pk), None))
    touched = before | set(claim.subjects.values_list("pk", flat=True))
    if claim.kind == "kinship":
        touched |= set(Person.objects.filter(report=claim.report_id).values_list("pk", flat=True))
    refresh_cases(touched | reconsider(writing, touched))


def _claim(actor: Actor, claim: int) -> Claim:
    row = visible(Claim.objects.filter(pk=claim), actor).select_related("report").first()
    if row is None:
        raise NotFoundError(f"claim {claim}")
    return row


def _standing(claim: Claim) -> Review | None:
    return Review.objects.filter(claim=claim, superseded_by=None).select_related("supersedes").first()


def _sensitivity(claim: Claim) -> list[Sensitivity]:
    return [Sensitivity(claim.report.sensitivity)]
