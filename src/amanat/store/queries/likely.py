"""People and places whose name can be the one asked for, in any script and spelling, each with the reasons.

That two names can be the same does not make two persons the same: whether they are is for people to judge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from amanat.core.names.index import Match
from amanat.core.names.sought import sought
from amanat.core.protecting import Actor
from amanat.store.models import NameEntry, Person
from amanat.store.models.cases import CaseMember
from amanat.store.queries.access import cases_of, visible, visible_levels, visible_members
from amanat.store.queries.found import Likely
from amanat.store.queries.name_index import LONGEST_QUERY, alike
from amanat.store.queries.names import form_of, title_of
from amanat.store.queries.places import PlaceFound, places_found

LEAST = 0.3
"""The lowest probability that is shown."""

_STEPS = ((0.9, "almost certain"), (0.6, "likely"), (LEAST, "possible"))
"""From which probability on a name is called so."""

MOST = 20
"""Hits of one kind that are shown, the likeliest."""

_LOOKED_AT = 20
"""Names of the index of which the hits are taken; a person can have many."""

_MEANT, _KNOWN = 0.8, 0.95
"""The gazetteer's scores from which a place is taken to be meant, and from which it bears the very name."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry that the actor may see, with what speaks for it."""

    target: int
    report: int
    text: str
    score: float
    reasons: tuple[str, ...]
    likelihood: str


def likely_people(actor: Actor, words: str) -> list[Likely]:
    """Cases, and persons of whom no act is told, with a name that can be the one in ``words``."""
    matches = alike("person", visible_levels(actor), words, _LOOKED_AT)
    entries = _entries(
        actor, "person", {text: match for text, match in matches.items() if match.score >= LEAST}
    )
    case_of = cases_of(actor, {entry.target for entry in entries})
    by_case: dict[int, list[_Entry]] = defaultdict(list)
    by_name: dict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        if entry.target in case_of:
            by_case[case_of[entry.target]].append(entry)
        else:
            by_name[entry.text].append(entry)
    people = _people_of(actor, by_case)
    found = [_likely("case", case, title_of(people[case]), of) for case, of in by_case.items()]
    found += [_likely("person", of[0].target, text, of) for text, of in by_name.items()]
    return sorted(found, key=_surest_first)[:MOST]


def _entries(actor: Actor, kind: str, matches: Mapping[str, Match]) -> list[_Entry]:
    rows = visible(NameEntry.objects.filter(kind=kind, sought__in=matches), actor).order_by("pk")
    found = []
    for target, report, text, key in rows.values_list("target", "report_id", "text", "sought"):
        score, reasons = matches[key].score, matches[key].reasons
        found.append(_Entry(target, report, text, score, reasons, likelihood(score)))
    return found


def likelihood(probability: float) -> str:
    """In words; empty where it is too small to be shown."""
    return next((word for least, word in _STEPS if probability >= least), "")


def _people_of(actor: Actor, cases: Collection[int]) -> dict[int, list[Person]]:
    members = visible_members(CaseMember.objects.filter(case__in=cases), actor)
    people: dict[int, list[Person]] = defaultdict(list)
    for member in members.select_related("person").order_by("person_id"):
        people[member.case_id].append(member.person)
    return people


def _likely(kind: str, id: int, title: str, entries: Collection[_Entry]) -> Likely:
    """One hit of the entries that lead to it, with the reasons of the surest."""
    best = max(entries, key=lambda entry: entry.score)
    with_it = {entry.report for entry in entries if entry.text == best.text}
    return Likely(
        kind=kind,
        id=id,
        title=title,
        form=form_of(best.text, len(with_it)),
        score=round(best.score, 3),
        likelihood=best.likelihood,
        reasons=best.reasons,
        reports=tuple(sorted({entry.report for entry in entries})),
    )


def _surest_first(hit: Likely) -> tuple[float, str, int]:
    return (-hit.score, hit.title, hit.id)


def likely_places(actor: Actor, words: str) -> list[Likely]:
    """Places that reports name and users' own ones, by what the gazetteer knows and by how their names sound."""
    meant = [each for each in places_found(actor, words[:LONGEST_QUERY]) if each.score >= _MEANT]
    found = _by_sound(actor, words)
    for hit in _in_reports(actor, meant):
        if hit.id not in found or hit.likelihood == "known":
            found[hit.id] = hit
    own = [_own(each) for each in meant if each.own is not None]
    return sorted([*found.values(), *own], key=_surest_first)[:MOST]


def _by_sound(actor: Actor, words: str) -> dict[int, Likely]:
    matches = alike("place", visible_levels(actor), sought("place", words), _LOOKED_AT)
    entries = _entries(
        actor, "place", {text: match for text, match in matches.items() if match.score >= LEAST}
    )
    return {place: _likely("place", place, of[0].text, of) for place, of in _by_target(entries).items()}


def _in_reports(actor: Actor, meant: Iterable[PlaceFound]) -> list[Likely]:
    """Places that reports call by any name of a place that is meant."""
    names: dict[str, PlaceFound] = {}
    for place in meant:
        for name in (place.name, *(each for _, each in place.names)):
            names.setdefault(sought("place", name), place)
    rows = visible(NameEntry.objects.filter(kind="place", sought__in=names), actor).order_by("pk")
    entries = [
        _Entry(target, report, text, names[key].score, names[key].reasons, _known(names[key]))
        for target, report, text, key in rows.values_list("target", "report_id", "text", "sought")
    ]
    return [_likely("place", place, of[0].text, of) for place, of in _by_target(entries).items()]


def _by_target(entries: Iterable[_Entry]) -> dict[int, list[_Entry]]:
    found: dict[int, list[_Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.target].append(entry)
    return found


def _known(place: PlaceFound) -> str:
    return "known" if place.score >= _KNOWN else "likely"


def _own(place: PlaceFound) -> Likely:
    return Likely(
        kind="own place",
        id=place.own or 0,
        title=place.name,
        form=form_of(place.name, 0),
        score=place.score,
        likelihood=_known(place),
        reasons=place.reasons,
        reports=(),
    )
