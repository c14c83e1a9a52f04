"""What the rules propose of persons and of those who bear their name, or one like it: judgements that join."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from django.db.models import Q

from amanat.actions.casting import grouped
from amanat.actions.held_names import commonness, near_persons
from amanat.actions.judging import enter_judgement
from amanat.actions.record import Writing
from amanat.actions.relatives import kin_told_beside, near_by_kin
from amanat.core.linking import by_kin, folded, sounding
from amanat.core.linking.alike import full_forms
from amanat.core.linking.joining import Partition
from amanat.core.linking.record import Record
from amanat.core.linking.rules import ALIKE, SAME_NAME, likelihood
from amanat.core.linking.weighing_groups import MOST_MEMBERS, Beside, Weigher
from amanat.core.names.folding import is_full
from amanat.store.models import Judgement, Person
from amanat.store.models.decisions import Verdict
from amanat.store.queries.records import records

_MOST_OPEN = 24
"""Pairs left to people that are weighed again when one of them is joined with more, the newest first."""

Told = dict[int, Record]
"""Records, each asked for once in a proposal."""


def propose(writing: Writing, persons: Iterable[Person]) -> set[int]:
    """The rules' judgements about persons just entered; the persons whose cases they touch.

    First who bears the same name, then who bears one like it, then of whose kin something is told.
    """
    persons, told = list(persons), Told()
    bearers = _bearers(persons)
    touched = _propose_namesakes(writing, bearers, {person.pk for person in persons}, told)
    asked = [
        person
        for person in persons
        if person.pk not in touched and full_forms(tuple(person.names)) and _is_worth_asking(person, bearers)
    ]
    near = {
        person.pk: [
            *near_persons(person.names),
            *bearers.get(person.folded_name, ())[: folded.MOST_NAMESAKES],
        ]
        for person in asked
    }
    touched |= _propose_by_sound(writing, {each: found for each, found in near.items() if found}, told)
    touched |= _weigh_open_again(writing, touched, told)
    return touched | _propose_by_kin(writing, [*persons, *kin_told_beside(touched)], touched, told)


def propose_again(writing: Writing, persons: Collection[int]) -> set[int]:
    """After a judgement: what the rules make of these persons and of all with whom they ever were judged."""
    rows = list(Person.objects.filter(pk__in=persons))
    told = Told()
    touched = _propose_namesakes(writing, _bearers(rows), persons, told)
    pairs = Judgement.objects.filter(Q(left__in=persons) | Q(right__in=persons)).order_by()
    near: dict[int, set[int]] = {}
    for left, right in pairs.values_list("left_id", "right_id"):
        near.setdefault(left, set()).add(right)
        near.setdefault(right, set()).add(left)
    asked = {person: sorted(near[person]) for person in sorted(persons) if person in near}
    return touched | _propose_by_sound(writing, asked, told)


def _bearers(persons: Iterable[Person]) -> dict[str, list[int]]:
    """By folded name: everyone who bears it, the earliest first."""
    names = {person.folded_name for person in persons if person.folded_name}
    rows = Person.objects.filter(folded_name__in=names).order_by("folded_name", "pk")
    found = groupby(rows.values_list("folded_name", "pk"), key=itemgetter(0))
    return {name: [person for _, person in group] for name, group in found}


def _is_worth_asking(person: Person, bearers: Mapping[str, Sequence[int]]) -> bool:
    """Whether nobody bore the name before, or facts kept somebody from being joined with who did.

    Where too many bear it, all of them unlike, nothing that one more says would settle anything.
    """
    namesakes = bearers.get(person.folded_name, [person.pk])
    return namesakes[0] == person.pk or len(namesakes) <= folded.MOST_NAMESAKES


def _propose_namesakes(
    writing: Writing, bearers: Mapping[str, Sequence[int]], asked: Collection[int], told: Told
) -> set[int]:
    several = {name: each for name, each in sorted(bearers.items()) if len(each) > 1 and is_full(name)}
    if not several:
        return set()
    touched: set[int] = set()
    everyone = [person for namesakes in several.values() for person in namesakes]
    known = grouped(everyone)
    reports = _reports(known)
    beside = _beside(known, everyone, reports, told)
    for name, namesakes in several.items():
        choose = folded.ByFacts(known, namesakes, beside, asked)
        for left, right in folded.proposals(namesakes, reports, known, choose):
            said = f"the same full name, folded: {name}; {choose.weighed[right].why}"
            enter_judgement(writing, left, right, Verdict.SAME, SAME_NAME, said)
            touched |= {left, right}
    return touched


def _beside(known: Partition[int], persons: Iterable[int], reports: Mapping[int, int], told: Told) -> Beside:
    """``told`` holds the records asked for so far; what it lacks is added."""
    persons = set(persons)
    groups = {id(known.group(person)): known.group(person) for person in persons}
    wanted = persons | {member for group in groups.values() for member in sorted(group)[:MOST_MEMBERS]}
    if missing := wanted - told.keys():
        told |= records(missing)
    return Beside(Weigher(told, {}, commonness()), known, reports)


def _propose_by_sound(writing: Writing, near: Mapping[int, Sequence[int]], told: Told) -> set[int]:
    """``near``: for each person those whose names may be the same. Who is joined is in the answer."""
    if not near:
        return set()
    known = grouped({*near, *(each for found in near.values() for each in found)})
    everyone = {person for group in known.groups() for person in group}
    rows = Person.objects.filter(pk__in=everyone).order_by().values_list("pk", "report_id", "names")
    report_of, names = {}, {}
    for pk, report, written in rows:
        report_of[pk], names[pk] = report, tuple(written)
    stand = _standing(everyone)
    beside = _beside(known, [*near, *(each for found in near.values() for each in found)], report_of, told)
    made = (
        each
        for person, found in _asked_once(near, known, names).items()
        for each in sounding.proposals(person, found, known, report_of, names, beside)
    )
    return _enter(writing, made, known, stand)


def _propose_by_kin(
    writing: Writing, persons: Iterable[Person], joined: Collection[int], told: Told
) -> set[int]:
    near = near_by_kin(each for each in persons if each.pk not in joined)
    if not near:
        return set()
    everyone = {*near, *(each for found in near.values() for each in found)}
    known = grouped(everyone)
    report_of = _reports(known)
    stand = _standing(list(report_of))
    beside = _beside(known, everyone, report_of, told)
    made = (
        each
        for person, found in near.items()
        for each in by_kin.proposals(person, found, known, report_of, beside)
    )
    return _enter(writing, made, known, stand)


def _enter(
    writing: Writing,
    proposals: Iterable[sounding.Proposal],
    known: Partition[int],
    stand: dict[tuple[int, int], float],
) -> set[int]:
    """The proposals as judgements, as they are made; the persons joined."""
    touched: set[int] = set()
    for made in proposals:
        pair = (made.left, made.right)
        if made.same:
            enter_judgement(writing, *pair, Verdict.SAME, made.rule, made.why)
            touched |= {*pair}
        elif not _is_left_to_people(made, known, stand):
            enter_judgement(writing, *pair, Verdict.UNSURE, ALIKE, made.why)
            stand[pair] = likelihood(made.why)
    return touched


def _weigh_open_again(writing: Writing, joined: Collection[int], told: Told) -> set[int]:
    """A group that has grown knows more: what was left to people of it may be settled now."""
    if not joined:
        return set()
    known = grouped(joined)
    members = {each for person in joined for each in known.group(person)}
    open_pairs = Judgement.objects.filter(superseded_by=None, by=ALIKE, verdict="unsure").order_by("-pk")
    pairs = open_pairs.filter(Q(left__in=members) | Q(right__in=members)).values_list("left_id", "right_id")
    near: dict[int, list[int]] = {}
    for left, right in pairs[:_MOST_OPEN]:
        near.setdefault(right, []).append(left)
    return _propose_by_sound(writing, near, told)


def _asked_once(
    near: Mapping[int, Sequence[int]], known: Partition[int], names: Mapping[int, tuple[str, ...]]
) -> dict[int, list[int]]:
    """Of persons of one group whose names are written alike, the first asks for all."""
    first: dict[tuple[int, tuple[str, ...]], int] = {}
    asked: dict[int, list[int]] = {}
    for person, found in near.items():
        asking = first.setdefault((min(known.group(person)), names[person]), person)
        asked.setdefault(asking, []).extend(found)
    return asked


def _standing(persons: Collection[int]) -> dict[tuple[int, int], float]:
    """How likely each pair is one by the "unsure" that stands of them; 1 where a person, or a rule, decided."""
    rows = Judgement.objects.filter(superseded_by=None, left__in=persons, right__in=persons).order_by()
    judged = rows.exclude(verdict="none").values_list("left_id", "right_id", "by", "why")
    return {(left, right): likelihood(why) if by == ALIKE else 1.0 for left, right, by, why in judged}


def _is_left_to_people(
    made: sounding.Proposal, known: Partition[int], stand: Mapping[tuple[int, int], float]
) -> bool:
    """Whether people are asked already about two of the same groups that are as much alike."""
    ours, theirs = known.group(made.left), known.group(made.right)
    return any(
        likely >= likelihood(made.why) and len({left, right} & ours) == len({left, right} & theirs) == 1
        for (left, right), likely in stand.items()
    )


def _reports(known: Partition[int]) -> dict[int, int]:
    everyone = {person for group in known.groups() for person in group}
    return dict(Person.objects.filter(pk__in=everyone).values_list("pk", "report_id"))
