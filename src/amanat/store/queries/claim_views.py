"""Claims as they stand, from their rows: five statements, however many the claims are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import QuerySet

from amanat.store.models import Claim, Person, Review, Telling
from amanat.store.models.cases import CaseMember
from amanat.store.queries.corrections import corrected, place_view, span
from amanat.store.queries.views import (
    ClaimView,
    CountView,
    PassageView,
    PlaceView,
    ReviewView,
    Subject,
    TellerView,
)


@dataclass(frozen=True)
class _Around:
    """What belongs to the claims, by claim or by report."""

    tellings: Mapping[int, list[Telling]]
    reviews: Mapping[int, Review]
    people: Mapping[tuple[int, str], Person]
    cases: Mapping[int, int] = field(default_factory=dict)

    def subject(self, report: int, who: str) -> Subject:
        person = self.people.get((report, who))
        return Subject(who) if person is None else Subject(str(person), person.pk, self.cases.get(person.pk))

    def teller(self, telling: Telling) -> TellerView:
        told = telling.information
        case = None if told.person_id is None else self.cases.get(told.person_id)
        return TellerView(told.name, told.role, telling.medium, told.person_id, case)


def claim_views(claims: QuerySet[Claim]) -> list[ClaimView]:
    """In order of report and passage. The claims are filtered for the actor already."""
    rows = claims.select_related("passage", "place", "report").defer("report__text", "report__related")
    around = _around(claims.order_by())
    return [_view(row, around) for row in rows]


def _around(claims: QuerySet[Claim]) -> _Around:
    tellings: dict[int, list[Telling]] = defaultdict(list)
    for telling in Telling.objects.filter(claim__in=claims.values("pk")).select_related("information"):
        tellings[telling.claim_id].append(telling)
    reports = claims.values("report")
    standing = Review.objects.filter(claim__in=claims.values("pk"), superseded_by=None)
    people = Person.objects.filter(report__in=reports)
    members = CaseMember.objects.filter(person__report__in=reports).values_list("person_id", "case_id")
    return _Around(
        tellings=tellings,
        reviews={review.claim_id: review for review in standing},
        people={(person.report_id, person.key): person for person in people},
        cases=dict(members),
    )


def _view(row: Claim, around: _Around) -> ClaimView:
    review = around.reviews.get(row.pk)
    as_read = _as_read(row, around, review)
    if review is None or review.verdict != "corrected":
        return as_read
    return corrected(as_read, review.correction, lambda who: around.subject(row.report_id, who))


def _as_read(row: Claim, around: _Around, review: Review | None) -> ClaimView:
    earliest, latest = span(row.when)
    return ClaimView(
        id=row.pk,
        key=row.key,
        kind=row.kind,
        report=row.report_id,
        report_title=row.report.title,
        report_outlet=row.report.outlet,
        report_published=row.report.published,
        passage=PassageView(row.passage_id, row.passage.start, row.passage.end, row.passage.quote),
        who=tuple(around.subject(row.report_id, who) for who in row.who),
        by=tuple(around.subject(row.report_id, by) for by in row.by),
        where=_where(row),
        when=row.when,
        earliest=earliest,
        latest=latest,
        details=row.details,
        told_by=tuple(around.teller(telling) for telling in around.tellings.get(row.pk, ())),
        polarity=row.polarity,
        modality=row.modality,
        count=_count(row),
        reader=row.reader,
        confidence=row.confidence,
        withdrawn=row.withdrawn,
        status=review.verdict if review else "open",
        review=review_view(review) if review else None,
        as_read={},
    )


def _where(row: Claim) -> PlaceView | None:
    place = row.place
    if place is None:
        return None
    return place_view({"name": place.name, "also": place.also, "within": place.within}, place.pk)


def _count(row: Claim) -> CountView | None:
    if row.count_min is None and row.count_max is None:
        return None
    return CountView(row.count_min, row.count_max, row.count_unit)


def review_view(row: Review, *, standing: bool = True) -> ReviewView:
    return ReviewView(
        id=row.pk,
        claim=row.claim_id,
        verdict=row.verdict,
        correction=row.correction,
        by=row.by,
        at=row.at,
        why=row.why,
        supersedes=row.supersedes_id,
        standing=standing,
    )
