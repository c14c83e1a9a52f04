"""The acts of a case as its page shows them: the questions they answer, and the time line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import QuerySet

from amanat.core.dates.edtf import sort_key
from amanat.core.weighing import Finding, Told, findings
from amanat.store.models import Act
from amanat.store.queries.corrections import span
from amanat.store.queries.standing import group_of, is_actual
from amanat.store.queries.views import ActView, ClaimView, TimelineItem

_TIMES = frozenset({"when", "began", "ended"})


def act_views(acts: QuerySet[Act], claims: Iterable[ClaimView], told: Mapping[int, Told]) -> list[ActView]:
    """Each act with those of its claims that are among ``claims``; in order of time, undated ones last.

    ``told``: the same claims, by id, as they are weighed.
    """
    by_id = {claim.id: claim for claim in claims}
    grouped: dict[int, list[ClaimView]] = defaultdict(list)
    pairs = Act.claims.through.objects.filter(act__in=acts.order_by().values("pk"))
    for act, claim in pairs.order_by("claim_id").values_list("act_id", "claim_id"):
        if claim in by_id:
            grouped[act].append(by_id[claim])
    firsts = dict(acts.values_list("pk", "first_id"))
    found = [_act_view(firsts[act], group, told) for act, group in grouped.items()]
    return sorted(found, key=_in_time)


def _act_view(first: int, claims: Sequence[ClaimView], told: Mapping[int, Told]) -> ActView:
    found = findings([told[claim.id] for claim in claims])
    when = _label(found)
    earliest, latest = span(when)
    return ActView(
        id=first,
        kind=claims[0].kind,
        sort=group_of(claims[0].kind),
        actual=is_actual(claims[0]),
        when=when,
        earliest=earliest,
        latest=latest,
        findings=found,
        claims=tuple(claims),
        contested=any(finding.contested for finding in found),
    )


def _label(found: Sequence[Finding]) -> str:
    """The date told most often; of stretches, from the most told beginning to the most told end."""
    first = {finding.name: finding.answers[0].text for finding in found}
    if "when" in first:
        return first["when"]
    if "began" in first or "ended" in first:
        return f"{first.get('began', '')}/{first.get('ended', '')}"
    return ""


def _in_time(act: ActView) -> tuple[bool, date, int]:
    start = act.earliest or act.latest
    return (start is None, start or date.max, act.id)


def contested_questions(acts: Iterable[ActView]) -> int:
    return sum(finding.contested for act in acts for finding in act.findings)


def timeline(acts: Iterable[ActView]) -> tuple[TimelineItem, ...]:
    """One item for each dated act; where its time is contested, one for each date told."""
    return tuple(item for act in acts for item in _items(act))


def _items(act: ActView) -> list[TimelineItem]:
    contested = any(finding.contested for finding in act.findings if finding.name in _TIMES)
    dated = [claim for claim in act.claims if claim.earliest or claim.latest]
    if not dated:
        return []
    if not contested:
        return [_item(act, act.when, dated, contested=False, answer=0)]
    dates = sorted({claim.when for claim in dated}, key=sort_key)
    return [
        _item(act, when, [claim for claim in dated if claim.when == when], contested=True, answer=number)
        for number, when in enumerate(dates)
    ]


def _item(
    act: ActView, when: str, claims: Sequence[ClaimView], *, contested: bool, answer: int
) -> TimelineItem:
    earliest, latest = span(when)
    return TimelineItem(
        act=act.id,
        kind=act.kind,
        when=when,
        earliest=earliest,
        latest=latest,
        actual=act.actual,
        contested=contested,
        answer=answer,
        claims=tuple(claim.id for claim in claims),
    )
