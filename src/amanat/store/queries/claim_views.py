"""Claims as they stand, from their rows: six statements, however many the claims are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import QuerySet

from amanat.core.claim import Person as ReadPerson
from amanat.core.names.folding import folded
from amanat.core.positions import Positions as Places
from amanat.core.positions import positions_of
from amanat.core.protecting import Actor
from amanat.core.reading.second.name import is_second
from amanat.core.reading.second.people import known_as
from amanat.store.models import Claim, Person, Positions, Review, Telling
from amanat.store.models.cases import CaseMember
from amanat.store.queries.access import visible_members
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


class _Row(NamedTuple):
    """A claim's columns, and those of its passage, place and report, by their names in a query.

    Values and not models: a case has hundreds of claims, and making four models of each took most of the time.
    """

    pk: int
    key: str
    kind: str
    report_id: int
    report__title: str
    report__outlet: str
    report__published: str
    passage_id: int
    passage__start: int
    passage__end: int
    passage__quote: str
    place_id: int | None
    place__name: str
    place__also: list[str]
    place__within: list[dict[str, Any]]
    who: list[str]
    by: list[str]
    when: str
    details: str
    polarity: str
    modality: str
    count_min: int | None
    count_max: int | None
    count_unit: str
    reader: str
    confidence: float
    withdrawn: bool


@dataclass(frozen=True)
class _Around:
    """What belongs to the claims, by claim or by report and key."""

    tellers: Mapping[int, list[TellerView]]
    reviews: Mapping[int, Review]
    subjects: Mapping[tuple[int, str], Subject]
    named: Mapping[tuple[int, str], Subject]
    """By what somebody is called, folded; those called alike are not in it."""
    positions: Mapping[int, Places]

    def passage(self, row: _Row) -> PassageView:
        places = self.positions.get(row.report_id)
        at = places.of(row.passage__start, row.passage__end) if places else None
        return PassageView(row.passage_id, row.passage__start, row.passage__end, row.passage__quote, at)

    def subject(self, row: _Row, who: str) -> Subject:
        """A second reader gives words and no keys: whoever is called so in the report is meant."""
        found = self.subjects.get((row.report_id, who))
        if found is None and is_second(row.reader):
            found = self.named.get((row.report_id, folded(who)))
        return found or Subject(who)


def claim_views(claims: QuerySet[Claim], actor: Actor | None) -> list[ClaimView]:
    """In order of report and passage. The claims are filtered for the actor already.

    ``actor``: to whom they are shown, with the cases of those in them; None for work of the rules themselves.
    """
    rows = [_Row._make(row) for row in claims.values_list(*_Row._fields)]
    around = _around(claims.order_by(), actor, by_name=any(is_second(row.reader) for row in rows))
    return [_view(row, around) for row in rows]


def _around(claims: QuerySet[Claim], actor: Actor | None, *, by_name: bool) -> _Around:
    reports = claims.values("report")
    members = CaseMember.objects.filter(person__report__in=reports).order_by()
    members = members if actor is None else visible_members(members, actor)
    cases = dict(members.values_list("person_id", "case_id"))
    standing = Review.objects.filter(claim__in=claims.values("pk"), superseded_by=None)
    people = list(
        Person.objects.filter(report__in=reports)
        .order_by()
        .values_list("pk", "report_id", "key", "names", "description")
    )
    subjects = {
        (report, key): Subject(names[0] if names else description, pk, cases.get(pk))
        for pk, report, key, names, description in people
    }
    return _Around(
        tellers=_tellers(claims, cases),
        reviews={review.claim_id: review for review in standing},
        subjects=subjects,
        named=_named(people, subjects) if by_name else {},
        positions={
            report: positions_of(unit, marks)
            for report, unit, marks in Positions.objects.filter(report__in=reports)
            .order_by()
            .values_list("report_id", "unit", "marks")
        },
    )


def _named(
    people: Iterable[tuple[int, int, str, list[str], str]], subjects: Mapping[tuple[int, str], Subject]
) -> dict[tuple[int, str], Subject]:
    found: dict[int, list[ReadPerson]] = defaultdict(list)
    for _, report, key, names, description in people:
        found[report].append(ReadPerson(key, tuple(names), description))
    return {
        (report, form): subjects[report, key]
        for report, persons in found.items()
        for form, key in known_as(persons).items()
    }


def _tellers(claims: QuerySet[Claim], cases: Mapping[int, int]) -> dict[int, list[TellerView]]:
    """The chain of each claim, from the first witness outwards."""
    found: dict[int, list[TellerView]] = defaultdict(list)
    links = Telling.objects.filter(claim__in=claims.values("pk")).order_by("claim_id", "position")
    for claim, medium, name, role, person in links.values_list(
        "claim_id", "medium", "information__name", "information__role", "information__person_id"
    ):
        case = None if person is None else cases.get(person)
        found[claim].append(TellerView(name, role, medium, person, case))
    return found


def _view(row: _Row, around: _Around) -> ClaimView:
    review = around.reviews.get(row.pk)
    as_read = _as_read(row, around, review)
    if review is None or review.verdict != "corrected":
        return as_read
    return corrected(as_read, review.correction, lambda who: around.subject(row, who))


def _as_read(row: _Row, around: _Around, review: Review | None) -> ClaimView:
    earliest, latest = span(row.when)
    return ClaimView(
        id=row.pk,
        key=row.key,
        kind=row.kind,
        report=row.report_id,
        report_title=row.report__title,
        report_outlet=row.report__outlet,
        report_published=row.report__published,
        passage=around.passage(row),
        who=tuple(around.subject(row, who) for who in row.who),
        by=tuple(around.subject(row, by) for by in row.by),
        where=_where(row),
        when=row.when,
        earliest=earliest,
        latest=latest,
        details=row.details,
        told_by=tuple(around.tellers.get(row.pk, ())),
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


def _where(row: _Row) -> PlaceView | None:
    if row.place_id is None:
        return None
    place = {"name": row.place__name, "also": row.place__also, "within": row.place__within}
    return place_view(place, row.place_id)


def _count(row: _Row) -> CountView | None:
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
