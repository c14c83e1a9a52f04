"""Second readers' claims as rows: those that the rules do not make themselves, and the persons of those upheld."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from amanat.actions.claim_rows import add_claims
from amanat.actions.naming import follow_names
from amanat.actions.people_rows import enter_people
from amanat.actions.projecting import refresh_cases, refresh_search, refresh_subjects
from amanat.actions.proposing import propose
from amanat.actions.record import Writing
from amanat.adapters.casebook import OpenCasebook
from amanat.core.claim import Claim as ReadClaim
from amanat.core.claim import Person as ReadPerson
from amanat.core.claim import identified
from amanat.core.names.folding import folded
from amanat.core.reading.second.checked import Checked
from amanat.core.reading.second.name import MARK
from amanat.core.reading.second.people import known_as, with_people
from amanat.store.models import Claim, ParagraphReading, Person, Report
from amanat.store.queries.claim_views import claim_views
from amanat.store.queries.second import OF_SECOND_READERS, agreed, people_of, proposed


def settle_second(writing: Writing, report: Report) -> int:
    """Makes of all that second readers proposed of a report the claims that are theirs alone; how many are new.

    Called whenever either side has read: what the rules come to claim too is withdrawn here, and shown there as
    claimed by both. Doing it again changes nothing.
    """
    if not ParagraphReading.objects.filter(report=report).exists():
        return 0
    _, own = agreed(report.pk)
    wanted = {claim.id: claim for claim in _claims(report, own)}
    known = {row.key: row for row in _rows(report)}
    changed = [row for key, row in known.items() if row.withdrawn == (key in wanted)]
    for row in changed:
        row.withdrawn = not row.withdrawn
        writing.save(row)
    new = [claim for key, claim in wanted.items() if key not in known]
    add_claims(writing, report, new, {row.key: row for row in Person.objects.filter(report=report)})
    _follow(report)
    return len(new)


def _claims(report: Report, own: Iterable[Checked]) -> Iterable[ReadClaim]:
    """Identified by the words proposed, so that a claim stays itself when whom it names comes to be known."""
    known = known_as(people_of(report.pk))
    for each in own:
        identity = identified(each.claim, report.sha256, apart=MARK).id
        yield replace(with_people(each.claim, known), id=identity)


def _rows(report: Report) -> list[Claim]:
    return list(Claim.objects.filter(report=report, reader__startswith=OF_SECOND_READERS))


def _follow(report: Report) -> None:
    claims = Claim.objects.filter(report=report, reader__startswith=OF_SECOND_READERS)
    before = set(claims.values_list("subjects", flat=True)) - {None}
    refresh_subjects(claim_views(claims, None))
    refresh_cases(before | set(claims.values_list("subjects", flat=True)) - {None})


def let_in(casebook: OpenCasebook, writing: Writing, claim: Claim) -> None:
    """The persons whom a claim names that a person has just upheld: from now on the report speaks of them.

    Until then a name that only a second reader took for one is no person's, joins nobody and is found nowhere.
    """
    report = claim.report
    [view] = claim_views(Claim.objects.filter(pk=claim.pk), None)
    names = {folded(name) for each in proposed(report.pk) for name in each.names}
    unknown = [who.label for who in view.who if who.person is None and folded(who.label) in names]
    if not unknown:
        return
    number = Person.objects.filter(report=report).count()
    people = [ReadPerson(f"p{number + n}", (name,)) for n, name in enumerate(dict.fromkeys(unknown), start=1)]
    entered = list(enter_people(writing, report, people).values())
    refresh_cases(propose(writing, entered))
    _follow(report)
    refresh_search(report)
    follow_names(casebook, writing, report)
