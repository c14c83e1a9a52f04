"""What second readers proposed of a report, and where that is what the rules claim too.

The report is filtered for the actor already by whoever asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from amanat.core.claim import Person as ReadPerson
from amanat.core.reading.second.agreement import Saying, agree, folded_all, saying
from amanat.core.reading.second.checked import Checked
from amanat.core.reading.second.kept import from_kept
from amanat.core.reading.second.name import MARK
from amanat.core.reading.second.paragraph_read import Ended, told_of
from amanat.store.models import Claim, ParagraphReading, Person
from amanat.store.queries.report_views import SecondView

OF_SECOND_READERS = f"{MARK} "
"""How the name of every second reader begins."""


def proposed(report: int) -> list[Checked]:
    """What all second readers proposed, in the order in which it came."""
    rows = ParagraphReading.objects.filter(report=report).order_by("pk").values_list("proposed", flat=True)
    return [each for kept in rows for each in from_kept(kept)]


def people_of(report: int) -> list[ReadPerson]:
    """The report's persons as a reading has them; their ids are their keys."""
    rows = Person.objects.filter(report=report).order_by("pk")
    return [ReadPerson(row.key, tuple(row.names), row.description) for row in rows]


def ruled(report: int) -> dict[int, Saying]:
    """What the rules claim of the report now, as it was read, by claim."""
    by_key = {person.id: person for person in people_of(report)}
    rows = Claim.objects.filter(report=report, withdrawn=False).exclude(reader__startswith=OF_SECOND_READERS)
    return {row.pk: _saying(row, by_key) for row in rows.select_related("passage", "place")}


def _saying(row: Claim, people: dict[str, ReadPerson]) -> Saying:
    place = row.place
    levels = (
        [(place.name, *place.also), *((each["name"], *each["also"]) for each in place.within)]
        if place
        else []
    )
    forms = (form for who in row.who for form in _forms(who, people))
    counted = row.count_min is not None or row.count_max is not None
    return Saying(
        kind=row.kind,
        start=row.passage.start,
        end=row.passage.end,
        polarity=row.polarity,
        modality=row.modality,
        who=folded_all(forms),
        when=row.when,
        places=folded_all(name for level in levels for name in level),
        count=(row.count_min, row.count_max) if counted else None,
    )


def _forms(who: str, people: dict[str, ReadPerson]) -> Iterable[str]:
    person = people.get(who)
    return (who,) if person is None else (*person.names, person.description or "")


def agreed(report: int) -> tuple[dict[int, tuple[str, ...]], list[Checked]]:
    """By claim of the rules the second readers that claim the same; and what they propose that the rules do not."""
    found = proposed(report)
    if not found:
        return {}, []
    rules = ruled(report)
    readers: dict[int, dict[str, None]] = {}
    own: list[Checked] = []
    for each in found:
        said = saying(each.claim, {})
        same = [claim for claim, ruling in rules.items() if agree(said, ruling)]
        for claim in same:
            readers.setdefault(claim, {})[each.claim.reader] = None
        if not same:
            own.append(each)
    return {claim: tuple(names) for claim, names in readers.items()}, own


def second_views(report: int) -> tuple[SecondView, ...]:
    """For each second reader: how far it came, what it left unread and why, and what was dropped."""
    rows: dict[str, list[ParagraphReading]] = {}
    for row in ParagraphReading.objects.filter(report=report).order_by("reader", "start"):
        rows.setdefault(row.reader, []).append(row)
    return tuple(_view(reader, paragraphs) for reader, paragraphs in rows.items())


def _view(reader: str, rows: list[ParagraphReading]) -> SecondView:
    dropped: Counter[str] = Counter()
    for row in rows:
        dropped.update(row.dropped)
    return SecondView(
        reader=reader,
        read=sum(Ended[row.ended].is_done for row in rows),
        asked=len(rows),
        failures=tuple(_failure(row) for row in rows if row.ended != Ended.READ.name),
        dropped=dict(dropped),
        dropped_in_words=told_of(dropped),
    )


def _failure(row: ParagraphReading) -> str:
    note = f" ({row.note})" if row.note else ""
    return f"code points {row.start} to {row.end}: {Ended[row.ended].value}{note}"
