"""Deciding whether one report echoes another. A decision supersedes the one before; none is edited."""

from __future__ import annotations

from amanat.actions.record import record
from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Deed, Sensitivity
from amanat.store.models import EchoJudgement, Report
from amanat.store.models.echoes import EchoVerdict
from amanat.store.queries.echoes import EchoView, echo_page


def judge_echo(
    casebook: OpenCasebook, actor: Actor, one: int, other: int, verdict: str, why: str = ""
) -> EchoView:
    """Decide of two reports that were found to be alike: ``echo``, ``independent``, ``unsure``, or ``none`` to take
    back what was decided. Origins follow at once.

    Raises NotFoundError for a pair of which nothing is shown to the actor, RefusedError; ValueError for another
    verdict.
    """
    echo_page(actor, one, other)
    left, right = sorted((one, other))
    levels = Report.objects.filter(pk__in=(left, right)).values_list("sensitivity", flat=True)
    of = [Sensitivity(level) for level in levels]
    with record(casebook, actor, Deed.JUDGE, "judge echo", of=of, why=why) as writing:
        standing = EchoJudgement.objects.filter(left=left, right=right, superseded_by=None).first()
        for report in (left, right):
            writing.on(f"report {report}", report=report)
        writing.save(
            EchoJudgement(
                left_id=left,
                right_id=right,
                verdict=EchoVerdict(verdict).value,
                by=actor.name,
                at=writing.at,
                why=why,
                supersedes=standing,
            )
        )
    return echo_page(actor, one, other).view
