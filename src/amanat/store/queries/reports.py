"""Reports: the list, and one with its text, claims and decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db.models import Count

from amanat.core.action_errors import NotFoundError
from amanat.core.protecting import Actor
from amanat.store.models import Claim, Enclosure, Person, Receipt, Report
from amanat.store.queries.access import cases_of, visible, visible_reports
from amanat.store.queries.claim_views import claim_views
from amanat.store.queries.decisions import newest_first, review_decisions
from amanat.store.queries.grades import grade_decisions, grades_on
from amanat.store.queries.marks import marks_in
from amanat.store.queries.paging import paged
from amanat.store.queries.report_views import (
    EnclosureView,
    FlagView,
    PersonView,
    ReceiptView,
    RelatedView,
    ReportPage,
)
from amanat.store.queries.reviewed import reviewed
from amanat.store.queries.second import agreed, second_views
from amanat.store.queries.views import Page, ReportLine

_HEAVY = ("text", "related")


def list_reports(actor: Actor, page: int = 1, state: str = "") -> Page[ReportLine]:
    """The newest received first; ``state``: only those ``received``, ``read`` or ``unreadable``."""
    reports = visible_reports(actor).order_by("-pk").defer(*_HEAVY)
    return paged(reports.filter(state=state) if state else reports, page, report_lines)


def report_lines(reports: Sequence[Report]) -> list[ReportLine]:
    """The reports, which are filtered for the actor already, with what the lists say of them."""
    ids = [report.pk for report in reports]
    counts = {row["report"]: row for row in _claim_counts(ids)}
    receipts: dict[int, Receipt] = {}
    for receipt in Receipt.objects.filter(report__in=ids).order_by("-received_at", "-pk"):
        receipts[receipt.report_id] = receipt
    return [_line(report, counts.get(report.pk, {}), receipts.get(report.pk)) for report in reports]


def _claim_counts(reports: Sequence[int]) -> Any:
    claims = Claim.objects.filter(report__in=reports, withdrawn=False).order_by().values("report")
    return claims.annotate(claims=Count("pk"), open=Count("pk", filter=~reviewed()))


def _line(report: Report, counts: dict[str, int], first: Receipt | None) -> ReportLine:
    return ReportLine(
        id=report.pk,
        title=report.title,
        outlet=report.outlet,
        published=report.published,
        language=report.language,
        state=report.state,
        sensitivity=report.sensitivity,
        media_type=report.media_type,
        received_at=first.received_at if first else None,
        received_name=first.untrusted_name if first else "",
        claims=counts.get("claims", 0),
        open=counts.get("open", 0),
        flags=tuple(flag["code"] for flag in report.flags),
        failure_code=report.failure_code,
        failure_note=report.failure_note,
    )


def report(actor: Actor, id: int) -> ReportPage:
    """Raises NotFoundError."""
    row = visible_reports(actor).filter(pk=id).first()
    if row is None:
        raise NotFoundError(f"report {id}")
    claims = Claim.objects.filter(report=row)
    with_second, _ = agreed(row.pk)
    grades = grades_on(actor, claims.order_by().values_list("pk", flat=True))
    views = [replace(view, agreed_by=with_second.get(view.id, ())) for view in claim_views(claims, actor)]
    return ReportPage(
        id=row.pk,
        sha256=row.sha256,
        size=row.size,
        media_type=row.media_type,
        encoding=row.encoding,
        state=row.state,
        failure_code=row.failure_code,
        failure_note=row.failure_note,
        sensitivity=row.sensitivity,
        title=row.title,
        outlet=row.outlet,
        credit=tuple(row.credit),
        dateline=row.dateline,
        published=row.published,
        language=row.language,
        reader=row.reader,
        text=row.text,
        receipts=_receipts(row),
        enclosed=_enclosures(actor, "report", container=row),
        enclosed_in=_enclosures(actor, "container", report=row),
        people=_people(actor, row),
        claims=tuple(view for view in views if not view.withdrawn),
        withdrawn=tuple(view for view in views if view.withdrawn),
        flags=tuple(FlagView(flag["code"], flag["note"]) for flag in row.flags),
        related=tuple(RelatedView(each["title"], each["published"]) for each in row.related),
        decisions=newest_first([*review_decisions(claims), *grade_decisions(grades)]),
        second=second_views(row.pk),
        marks=marks_in(row),
        grades=grades,
    )


def _receipts(report: Report) -> tuple[ReceiptView, ...]:
    return tuple(
        ReceiptView(each.received_at, each.received_by, each.how, each.untrusted_name)
        for each in Receipt.objects.filter(report=report)
    )


def _enclosures(actor: Actor, other: str, **of: Report) -> tuple[EnclosureView, ...]:
    """``other``: the side that is asked for; what the actor may not read is left out."""
    rows = visible(Enclosure.objects.filter(**of), actor, other)
    columns = (f"{other}_id", "number", "untrusted_name", f"{other}__state")
    return tuple(EnclosureView(*row) for row in rows.values_list(*columns))


def _people(actor: Actor, report: Report) -> tuple[PersonView, ...]:
    people = list(Person.objects.filter(report=report))
    cases = cases_of(actor, [row.pk for row in people])
    return tuple(
        PersonView(row.pk, row.key, tuple(row.names), row.description, cases.get(row.pk)) for row in people
    )
