"""Cases, acts, links and search entries against what the rules make of claims and judgements now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import DatabaseError, connection

from amanat.actions.case_rows import stored_cases
from amanat.actions.casting import case_shapes
from amanat.actions.findings import Finding, Progress, Wrong
from amanat.actions.projecting import search_entries
from amanat.core.linking.joining import Partition
from amanat.store.models import Case, Claim, Judgement, Person, Report, SearchEntry
from amanat.store.queries.claim_views import claim_views
from amanat.store.queries.standing import subjects

_OR_OLDER_RULES = (
    "It was changed outside the program, or made by an older version with other rules; what was received and "
    "decided is checked on its own."
)
_BATCH = 500
"""Persons or reports worked out at once: memory stays bounded."""


def check_projections() -> Iterator[Finding | Progress]:
    yield from _check_cases()
    yield from _check_reports()
    yield from _check_index()


def _check_cases() -> Iterator[Finding | Progress]:
    done, total = 0, Person.objects.count()
    for persons in _batches(_connected()):
        wanted = {shape.root: shape for shape in case_shapes(persons)}
        stored = {shape.root: shape for shape in stored_cases(persons)}
        for root in sorted(wanted.keys() | stored.keys()):
            if wanted.get(root) != stored.get(root):
                yield _case_finding(root, is_wanted=root in wanted, is_stored=root in stored)
        done += len(persons)
        yield Progress("cases", done, total)
    for root in Case.objects.filter(members=None).values_list("pk", flat=True):
        yield _case_finding(root, is_wanted=False, is_stored=True)


def _connected() -> list[frozenset[int]]:
    """All persons, with those whom standing judgements of "same" connect in one group, split later or not."""
    found = Partition(Person.objects.order_by("pk").values_list("pk", flat=True))
    same = Judgement.objects.filter(superseded_by=None, verdict="same").values_list("left_id", "right_id")
    for left, right in same:
        found.join(left, right)
    return sorted(found.groups(), key=min)


def _batches(groups: Iterable[frozenset[int]]) -> Iterator[set[int]]:
    batch: set[int] = set()
    for group in groups:
        batch |= group
        if len(batch) >= _BATCH:
            yield batch
            batch = set()
    if batch:
        yield batch


def _case_finding(root: int, *, is_wanted: bool, is_stored: bool) -> Finding:
    if not is_stored:
        words = f"Case {root} should be there and is not. {_OR_OLDER_RULES}"
        return Finding("projection", f"case {root}", Wrong.REMOVED, words)
    if not is_wanted:
        words = f"Case {root} does not follow from the claims and judgements. {_OR_OLDER_RULES}"
        return Finding("projection", f"case {root}", Wrong.ADDED, words)
    words = f"Case {root} has other members, acts or names than its claims and judgements give it. {_OR_OLDER_RULES}"
    return Finding("projection", f"case {root}", Wrong.CHANGED, words)


def _check_reports() -> Iterator[Finding | Progress]:
    """The persons of each claim, and what can be found of each report."""
    done, total = 0, Report.objects.count()
    reports = Report.objects.order_by("pk").iterator(chunk_size=100)
    while batch := list(islice(reports, 100)):
        yield from _check_subjects(batch)
        stored = _stored_entries(batch)
        for report in batch:
            wanted = (
                {_entry(each) for each in search_entries(report)} if report.state != "received" else set()
            )
            if wanted != stored.get(report.pk, set()):
                words = f"What the search finds of report {report.pk} is not what is in it."
                yield Finding("projection", f"search of report {report.pk}", Wrong.CHANGED, words)
        done += len(batch)
        yield Progress("search", done, total)


def _check_subjects(reports: list[Report]) -> Iterator[Finding]:
    claims = Claim.objects.filter(report__in=[report.pk for report in reports])
    stored: dict[int, set[int]] = {}
    links = Claim.subjects.through.objects.filter(claim__in=claims.order_by().values("pk"))
    for claim, person in links.values_list("claim_id", "person_id"):
        stored.setdefault(claim, set()).add(person)
    for view in claim_views(claims, None):
        if subjects([view]) != stored.get(view.id, set()):
            words = f"Claim {view.id} is linked with other persons than it speaks of."
            yield Finding("projection", f"persons of claim {view.id}", Wrong.CHANGED, words)


def _stored_entries(reports: list[Report]) -> dict[int, set[tuple[str, int, str, str]]]:
    found: dict[int, set[tuple[str, int, str, str]]] = {}
    for entry in SearchEntry.objects.filter(report__in=[report.pk for report in reports]):
        found.setdefault(entry.report_id, set()).add(_entry(entry))
    return found


def _entry(entry: SearchEntry) -> tuple[str, int, str, str]:
    return (entry.kind, entry.target, entry.title, entry.folded)


def _check_index() -> Iterator[Finding]:
    """SQLite's own check that the index of words is that of the entries; PostgreSQL keeps it by itself."""
    if connection.vendor != "sqlite":
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO store_search_words(store_search_words, rank) VALUES('integrity-check', 1)"
            )
    except DatabaseError as fault:
        words = f"The index of words does not fit the search entries: {fault}."
        yield Finding("projection", "index of words", Wrong.CHANGED, words)
