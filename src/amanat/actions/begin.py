"""Beginning a claim by hand, from a marked passage of a text that is not read for claims."""

from __future__ import annotations

from amanat.actions.claim_rows import BY_HAND, enter_by_hand
from amanat.actions.record import record
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NotFoundError
from amanat.core.claim import Claim, MarkKind, Passage, Teller, TellerRole
from amanat.core.protecting import Actor, Deed, Sensitivity
from amanat.store.models import Report
from amanat.store.queries.access import visible_reports
from amanat.store.queries.marks import marks_in


def begin_claim(casebook: OpenCasebook, actor: Actor, report: int, at: int) -> int:
    """A new claim, still open, of the kind that the word at ``at`` marks; its passage is the sentence. Its id.

    Who it happened to and all else is for a correction to say. The same passage twice is one claim.
    Raises NotFoundError (no such report, no word for an act marked there), RefusedError.
    """
    row = visible_reports(actor).filter(pk=report).first()
    if row is None:
        raise NotFoundError(f"report {report}")
    claim = _claim(row, at, actor)
    with record(casebook, actor, Deed.REVIEW, "begin claim", of=[Sensitivity(row.sensitivity)]) as writing:
        made = enter_by_hand(writing, row, claim)
        writing.on(f"claim {made.pk}", report=row.pk)
    return made.pk


def _claim(report: Report, at: int, actor: Actor) -> Claim:
    acts = (each for each in marks_in(report) if each.kind == MarkKind.ACT.value)
    found = next((each for each in acts if each.start == at), None)
    if found is None:
        raise NotFoundError(f"word for an act marked at {at} of report {report.pk}")
    start, end = found.passage
    outlet = (Teller(report.outlet, TellerRole.MEDIA),) if report.outlet else ()
    return Claim(
        kind=found.meaning,
        passage=Passage(start, end, report.text[start:end]),
        told_by=outlet,
        reader=f"{BY_HAND}{actor.name}"[:120],
        confidence=0.0,
    )
