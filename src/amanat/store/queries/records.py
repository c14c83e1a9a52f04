"""What reports say of persons, as linking weighs it: from claims as they stand, corrected and not rejected.

Only what is told as having been: what is denied, feared or planned tells nobody from anybody else. Inside the rules'
own work no actor is asked for; what is shown to people goes through ``visible_records``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from amanat.core.dates.births import Born, born_by_age, born_on
from amanat.core.linking.record import Happened, Kin, Record, Spot, merged
from amanat.core.linking.spots import spot
from amanat.core.linking.telling import (
    back,
    kin_of,
    paper_numbers,
    sex_told,
)
from amanat.core.names.folding import folded
from amanat.core.places.one_people import people_told, state_told
from amanat.core.protecting import Actor
from amanat.store.models import Claim, Person
from amanat.store.queries.access import visible
from amanat.store.queries.claim_views import claim_views
from amanat.store.queries.standing import group_of, stands
from amanat.store.queries.views import ClaimView, PlaceView

_ORIGIN = ("from ", "native", "born in", "originally", "hails", "comes from")


def records(persons: Collection[int]) -> dict[int, Record]:
    """The record of each, also of those of whom only a name or a description is told."""
    return _records(list(Person.objects.filter(pk__in=persons).order_by("pk")))


def visible_records(actor: Actor, persons: Collection[int]) -> dict[int, Record]:
    """The same of those whom the actor may see."""
    return _records(list(visible(Person.objects.filter(pk__in=persons), actor).order_by("pk")))


def _records(people: list[Person]) -> dict[int, Record]:
    told: dict[int, list[Record]] = {
        person.pk: [Record(names=tuple(person.names), sex=_sexes([person.description]))] for person in people
    }
    about = Claim.subjects.through.objects.filter(person__in=list(told))
    claims = claim_views(Claim.objects.filter(pk__in=about.values("claim")), None)
    views = [view for view in claims if _holds(view)]
    for view in views:
        found = _told(view)
        for who in view.who:
            if who.person in told and found is not None:
                told[who.person].append(found)
    for person, kin in _kin(people):
        told[person].append(kin)
    return {person: merged(found) for person, found in told.items()}


def _holds(view: ClaimView) -> bool:
    return stands(view) and view.polarity == "affirmed" and view.modality == "asserted"


def _told(view: ClaimView) -> Record | None:
    match view.kind:
        case "birth date":
            return Record(born=_some(born_on(view.when)))
        case "age":
            return Record(born=_some(born_by_age(view.details, view.when or view.report_published)))
        case "ethnicity":
            return Record(ethnicity=_words(people_told(view.details)))
        case "nationality" | "citizenship":
            return Record(nationality=_words(state_told(view.details)))
        case "religion":
            return Record(religion=_words(people_told(view.details)))
        case "residence":
            return _lives(view)
        case "occupation":
            return Record(occupation=_words(view.details), sex=_sexes([view.details]))
        case "kinship":
            return Record(sex=_words(kin[1])) if (kin := kin_of(view.details)) else None
    if group_of(view.kind) != "act" or not _is_one_persons(view):
        return Record(numbers=paper_numbers(view.details)) if view.details else None
    happened = Happened(view.kind, view.when, _place(view.where))
    return Record(acts=(happened,), numbers=paper_numbers(view.details))


def _is_one_persons(view: ClaimView) -> bool:
    """Something to tell people apart by: when or where it was."""
    return bool(view.when or view.where)


def _lives(view: ClaimView) -> Record | None:
    place = _place(view.where)
    if place is None:
        return None
    came_from = view.details.casefold().startswith(_ORIGIN)
    return Record(origin=(place,)) if came_from else Record(residence=(place,))


def _place(where: PlaceView | None) -> Spot | None:
    return spot(((where.name, where.also), *where.within)) if where else None


def _kin(people: Iterable[Person]) -> Iterable[tuple[int, Record]]:
    """Whose kin each is told to be, and who is told to be theirs, both by the report's own names."""
    people = list(people)
    reports = {person.report_id for person in people}
    wanted = {person.pk for person in people}
    views = claim_views(Claim.objects.filter(report__in=reports, kind="kinship"), None)
    named: dict[int, list[Person]] = defaultdict(list)
    if views:
        for each in Person.objects.filter(report__in={view.report for view in views}).order_by("pk"):
            named[each.report_id].append(each)
    for view in filter(_holds, views):
        kin = kin_of(view.details)
        owner = _called(kin[2], named[view.report]) if kin else None
        for who in view.who:
            relative = next((each for each in named[view.report] if each.pk == who.person), None)
            if kin is None or owner is None or relative is None or relative.pk == owner.pk:
                continue
            if owner.pk in wanted and relative.names:
                yield owner.pk, Record(kin=(Kin(kin[0], relative.names[0]),))
            if relative.pk in wanted and owner.names and (inverse := back(kin[0])):
                yield relative.pk, Record(kin=(Kin(inverse, owner.names[0]),))


def _called(words: str, people: Iterable[Person]) -> Person | None:
    """The one person of the report who is called so."""
    key = folded(words)
    found = [
        each for each in people if key in {folded(name) for name in (*each.names, each.description) if name}
    ]
    return found[0] if len(found) == 1 else None


def _some(born: Born | None) -> tuple[Born, ...]:
    return (born,) if born else ()


def _words(word: str) -> tuple[str, ...]:
    return (word,) if word else ()


def _sexes(words: Iterable[str]) -> tuple[str, ...]:
    return tuple({sex for each in words if (sex := sex_told(each))})
