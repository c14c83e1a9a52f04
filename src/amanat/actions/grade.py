"""Grading: how reliable a source is, how credible what a claim says. Each grade supersedes the one before."""

from __future__ import annotations

from amanat.actions.record import Writing, record
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import BadGradeError, NobodyToGradeError, NotFoundError
from amanat.core.protecting import Actor, Deed, Sensitivity
from amanat.core.weighing.grades import Axis, step
from amanat.store.models import Claim, Grade, Information
from amanat.store.queries.access import visible
from amanat.store.queries.grades import grade_view
from amanat.store.queries.views import GradeView

NONE = "none"
"""What is said to take a grade back."""


def grade_source(casebook: OpenCasebook, actor: Actor, claim: int, value: str, why: str = "") -> GradeView:
    """How reliable the first teller of the claim is: ``A`` to ``F``, or ``none`` to take the grade back.

    Raises BadGradeError, NotFoundError, RefusedError; NobodyToGradeError where the claim names no teller.
    """
    value = _checked(Axis.RELIABILITY, value, claim)
    row = _claim(actor, claim)
    source = Information.objects.filter(tellings__claim=row, tellings__position=0).first()
    if source is None:
        raise NobodyToGradeError(f"claim {claim}")
    with record(casebook, actor, Deed.REVIEW, "grade source", of=_sensitivity(row), why=why) as writing:
        writing.on(f"source {source.pk}", report=row.report_id)
        standing = Grade.objects.filter(source=source, superseded_by=None).first()
        made = _enter(writing, Grade(axis=Axis.RELIABILITY.value, source=source, value=value), standing, why)
    return grade_view(made)


def grade_claim(casebook: OpenCasebook, actor: Actor, claim: int, value: str, why: str = "") -> GradeView:
    """How credible what the claim says is: ``1`` to ``6``, or ``none`` to take the grade back.

    Raises BadGradeError, NotFoundError, RefusedError.
    """
    value = _checked(Axis.CREDIBILITY, value, claim)
    row = _claim(actor, claim)
    with record(casebook, actor, Deed.REVIEW, "grade claim", of=_sensitivity(row), why=why) as writing:
        writing.on(f"claim {claim}", report=row.report_id)
        standing = Grade.objects.filter(claim=row, superseded_by=None).first()
        made = _enter(writing, Grade(axis=Axis.CREDIBILITY.value, claim=row, value=value), standing, why)
    return grade_view(made)


def _enter(writing: Writing, grade: Grade, standing: Grade | None, why: str) -> Grade:
    grade.by, grade.at, grade.why, grade.supersedes = writing.actor.name, writing.at, why, standing
    return writing.save(grade)


def _checked(axis: Axis, value: str, claim: int) -> str:
    if value.strip().casefold() == NONE:
        return ""
    try:
        return step(axis, value).value
    except ValueError as wrong:
        raise BadGradeError(f"claim {claim}", why=str(wrong)) from wrong


def _claim(actor: Actor, claim: int) -> Claim:
    row = visible(Claim.objects.filter(pk=claim), actor).select_related("report").first()
    if row is None:
        raise NotFoundError(f"claim {claim}")
    return row


def _sensitivity(claim: Claim) -> list[Sensitivity]:
    return [Sensitivity(claim.report.sensitivity)]
