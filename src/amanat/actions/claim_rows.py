"""The claims of a reading as rows, with their passages, places, sources and chains of tellers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from amanat.actions.record import Writing
from amanat.core.claim import Claim as ReadClaim
from amanat.core.claim import Reading, Teller, Where, identified
from amanat.core.names.folding import folded
from amanat.core.reading.second.name import is_second
from amanat.store.models import Claim, Information, Passage, Person, Place, Report, Telling

BY_HAND = "by hand: "
"""How the reader of a claim begins that a person began: no later reading withdraws it."""

_LARGEST = 2**63 - 1
_LONGEST_NAME = 400
"""Code points of a source's name: both databases index it."""


@dataclass(frozen=True, slots=True)
class Counts:
    proposed: int
    added: int
    withdrawn: int


def enter_claims(writing: Writing, report: Report, reading: Reading, people: Mapping[str, Person]) -> Counts:
    """Adds claims not known yet, takes back withdrawn ones proposed again, and withdraws the rest.

    Those of second readers are left as they are (second_rows)."""
    read = {claim.id: claim for claim in (_with_row_keys(claim, report, people) for claim in reading.claims)}
    known = {row.key: row for row in Claim.objects.filter(report=report) if not is_second(row.reader)}
    new = [claim for key, claim in read.items() if key not in known]
    add_claims(writing, report, new, people)
    withdrawn = 0
    for key, row in known.items():
        if row.reader.startswith(BY_HAND):
            continue
        if row.withdrawn == (key in read):
            row.withdrawn = not row.withdrawn
            writing.save(row)
            withdrawn += row.withdrawn
    return Counts(len(read), len(new), withdrawn)


def enter_by_hand(writing: Writing, report: Report, claim: ReadClaim) -> Claim:
    """The row of a claim that a person began; the one there is where it was begun before."""
    made = identified(claim, report.sha256)
    known = Claim.objects.filter(report=report, key=made.id).first()
    if known is not None:
        return known
    add_claims(writing, report, [made], {})
    return Claim.objects.get(report=report, key=made.id)


def _with_row_keys(claim: ReadClaim, report: Report, people: Mapping[str, Person]) -> ReadClaim:
    """The claim with the rows' keys for the reading's ids, which the next reader may give otherwise."""

    def key(who: str) -> str:
        return people[who].key if who in people else who

    tellers = tuple(replace(teller, name=key(teller.name)) for teller in claim.told_by)
    mapped = replace(claim, who=tuple(map(key, claim.who)), by=tuple(map(key, claim.by)), told_by=tellers)
    return identified(mapped, report.sha256)


def add_claims(
    writing: Writing, report: Report, claims: Sequence[ReadClaim], people: Mapping[str, Person]
) -> None:
    """Rows of claims that are not there yet, with all that hangs on them."""
    passages = _passages(writing, report, claims)
    places = _places(writing, [claim.where for claim in claims if claim.where])
    by_key = {person.key: person for person in people.values()}
    sources = _Sources(writing, report, by_key)
    rows = [_row(report, claim, passages, places) for claim in claims]
    writing.bulk_create(rows)
    _link(rows, by_key)
    chains = [(row, sources.chain(claim.told_by)) for row, claim in zip(rows, claims, strict=True)]
    sources.save()
    writing.bulk_create(
        [
            Telling(claim=row, information=source, position=position, medium=(teller.medium or "")[:60])
            for row, chain in chains
            for position, (source, teller) in enumerate(chain)
        ]
    )


def _link(rows: Sequence[Claim], people: Mapping[str, Person]) -> None:
    """The persons of each claim's ``who``, which queries go by."""
    links = Claim.subjects.through
    links.objects.bulk_create(
        links(claim_id=row.pk, person_id=people[who].pk)
        for row in rows
        for who in dict.fromkeys(row.who)
        if who in people
    )


def _row(
    report: Report,
    claim: ReadClaim,
    passages: Mapping[tuple[int, int], Passage],
    places: Mapping[str, Place],
) -> Claim:
    return Claim(
        report=report,
        passage=passages[claim.passage.start, claim.passage.end],
        key=claim.id,
        kind=claim.kind,
        who=list(claim.who),
        by=list(claim.by),
        place=places[_identity(claim.where)] if claim.where else None,
        when=claim.when or "",
        details=claim.details or "",
        polarity=claim.polarity.value,
        modality=claim.modality.value,
        count_min=_held(claim.count.min) if claim.count else None,
        count_max=_held(claim.count.max) if claim.count else None,
        count_unit=claim.count.unit[:60] if claim.count else "",
        reader=claim.reader[:120],
        confidence=claim.confidence,
    )


def _held(number: int | None) -> int | None:
    """No database holds more; a number beyond is a slip of the text, and stands in the passage."""
    return number if number is None or abs(number) <= _LARGEST else None


def _passages(
    writing: Writing, report: Report, claims: Sequence[ReadClaim]
) -> dict[tuple[int, int], Passage]:
    found = {(row.start, row.end): row for row in Passage.objects.filter(report=report)}
    new = {
        (claim.passage.start, claim.passage.end): claim.passage.quote
        for claim in claims
        if (claim.passage.start, claim.passage.end) not in found
    }
    rows = [Passage(report=report, start=start, end=end, quote=quote) for (start, end), quote in new.items()]
    writing.bulk_create(rows)
    return found | {(row.start, row.end): row for row in rows}


def _places(writing: Writing, wheres: Sequence[Where]) -> dict[str, Place]:
    wanted = {_identity(where): where for where in wheres}
    found = {row.folded: row for row in Place.objects.filter(folded__in=wanted)}
    rows = [
        Place(
            name=where.name,
            also=list(where.also),
            within=[{"name": each.name, "also": list(each.also)} for each in where.within],
            folded=identity,
        )
        for identity, where in wanted.items()
        if identity not in found
    ]
    writing.bulk_create(rows)
    return found | {row.folded: row for row in rows}


def _identity(where: Where) -> str:
    """Its names and those of what it lies in, folded. Second names are part of it: said, or not said."""
    levels = ((where.name, where.also), *((each.name, each.also) for each in where.within))
    whole = " < ".join(" = ".join(map(folded, (name, *also))) for name, also in levels)
    return whole if len(whole) <= 400 else f"{whole[:330]}…{hashlib.sha256(whole.encode()).hexdigest()}"


class _Sources:
    """The sources of one report by name and role, made as chains ask for them."""

    def __init__(self, writing: Writing, report: Report, people: Mapping[str, Person]) -> None:
        self._writing = writing
        self._report = report
        self._people = people
        self._rows = {(row.name, row.role): row for row in Information.objects.filter(report=report)}
        self._new: list[Information] = []

    def chain(self, tellers: Sequence[Teller]) -> list[tuple[Information, Teller]]:
        return [(self._source(teller), teller) for teller in tellers]

    def _source(self, teller: Teller) -> Information:
        person = self._people.get(teller.name)
        name = (str(person) if person else teller.name)[:_LONGEST_NAME]
        row = self._rows.get((name, teller.role.value))
        if row is not None and person is not None and row.person_id != person.pk:
            name = f"{name} ({person.key})"
            row = self._rows.get((name, teller.role.value))
        if row is None:
            row = Information(report=self._report, person=person, name=name, role=teller.role.value)
            self._rows[name, teller.role.value] = row
            self._new.append(row)
        return row

    def save(self) -> None:
        self._writing.bulk_create(self._new)
