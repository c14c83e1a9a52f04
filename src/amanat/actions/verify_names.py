"""What people and places are called, and the index of it, against what persons, places and claims say now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from amanat.actions.findings import Finding, Progress, Wrong
from amanat.actions.naming import Entry, entry_of, name_entries
from amanat.core.names import kept
from amanat.store.models import NameEntry, NameShelf, Report
from amanat.store.models.reports import ReadState

_BATCH = 100


def check_names() -> Iterator[Finding | Progress]:
    yield from _check_entries()
    for shelf in NameShelf.objects.all():
        yield from _check_shelf(shelf)


def _check_entries() -> Iterator[Finding | Progress]:
    done, total = 0, Report.objects.count()
    reports = Report.objects.order_by("pk").defer("text").iterator(chunk_size=_BATCH)
    while batch := list(islice(reports, _BATCH)):
        stored: dict[int, set[Entry]] = defaultdict(set)
        for entry in NameEntry.objects.filter(report__in=batch):
            stored[entry.report_id].add(entry_of(entry))
        for report in batch:
            wanted = set(name_entries(report)) if report.state == ReadState.READ else set()
            if wanted != stored[report.pk]:
                words = f"The names by which report {report.pk} is found are not those that are in it."
                yield Finding("projection", f"names of report {report.pk}", Wrong.CHANGED, words)
        done += len(batch)
        yield Progress("names", done, total)


def _check_shelf(shelf: NameShelf) -> Iterator[Finding]:
    """One of other tables or rules is not used, and so is no finding. Names that are no longer entered may be in
    it: nothing is found by them."""
    if shelf.made_by != kept.made_by():
        return
    try:
        found = kept.taken_up(bytes(shelf.content))
        held = {found.text(at) for at in range(len(found))}
    except ValueError:
        held = set()
    of = NameEntry.objects.filter(kind=shelf.kind, report__sensitivity=shelf.sensitivity, pk__lte=shelf.upto)
    if not held.issuperset(of.values_list("sought", flat=True)):
        words = f"The index of names ({shelf}) does not hold what it should. Names are found without it, if later."
        yield Finding("projection", f"index of names {shelf.pk}", Wrong.CHANGED, words)
