"""What the rules propose of persons and of those who bear their name, or one like it: judgements that join."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from django.db.models import Q

from amanat.actions.casting import grouped
from amanat.actions.held_names import near_persons
from amanat.actions.judging import enter_judgement
from amanat.actions.record import Writing
from amanat.core.linking import folded, sounding
from amanat.core.linking.alike import full_forms
from amanat.core.linking.joining import Partition
from amanat.core.linking.rules import ALIKE, SAME_SOUND, likelihood
from amanat.core.names.folding import is_full
from amanat.core.names.scripts import script_of
from amanat.store.models import Judgement, Person
from amanat.store.models.decisions import Verdict


def propose(writing: Writing, persons: Iterable[Person]) -> set[int]:
    """The rules' judgements about persons just entered; the persons whose cases they touch.

    First who bears the same name, then who bears one like it: the second is asked for names that are new.
    """
    persons = list(persons)
    bearers = _bearers(persons)
    touched = _propose_namesakes(writing, bearers)
    asked = [person for person in persons if _is_new(person, bearers) and full_forms(tuple(person.names))]
    near = {person.pk: near_persons(person.names) for person in asked}
    return touched | _propose_by_sound(writing, {each: found for each, found in near.items() if found})


def propose_again(writing: Writing, persons: Collection[int]) -> set[int]:
    """After a judgement: what the rules make of these persons and of all with whom they ever were judged."""
    rows = list(Person.objects.filter(pk__in=persons))
    touched = _propose_namesakes(writing, _bearers(rows))
    pairs = Judgement.objects.filter(Q(left__in=persons) | Q(right__in=persons)).order_by()
    near: dict[int, set[int]] = {}
    for left, right in pairs.values_list("left_id", "right_id"):
        near.setdefault(left, set()).add(right)
        near.setdefault(right, set()).add(left)
    asked = {person: sorted(near[person]) for person in sorted(persons) if person in near}
    return touched | _propose_by_sound(writing, asked)


def _bearers(persons: Iterable[Person]) -> dict[str, list[int]]:
    """By folded name: everyone who bears it, the earliest first."""
    names = {person.folded_name for person in persons if person.folded_name}
    rows = Person.objects.filter(folded_name__in=names).order_by("folded_name", "pk")
    found = groupby(rows.values_list("folded_name", "pk"), key=itemgetter(0))
    return {name: [person for _, person in group] for name, group in found}


def _is_new(person: Person, bearers: Mapping[str, Sequence[int]]) -> bool:
    """Whether nobody bore the name before; Han without a space is asked for each time, for nothing joins it."""
    name = person.folded_name
    return bearers.get(name, [person.pk])[0] == person.pk or (script_of(name) == "Hani" and not is_full(name))


def _propose_namesakes(writing: Writing, bearers: Mapping[str, Sequence[int]]) -> set[int]:
    touched: set[int] = set()
    for name, namesakes in sorted(bearers.items()):
        if len(namesakes) < 2 or not is_full(name):
            continue
        known = grouped(namesakes)
        for left, right in folded.proposals(namesakes, _reports(known), known):
            why = f"the same full name, folded: {name}"
            enter_judgement(writing, left, right, Verdict.SAME, folded.RULE, why)
            touched |= {left, right}
    return touched


def _propose_by_sound(writing: Writing, near: Mapping[int, Sequence[int]]) -> set[int]:
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
    touched: set[int] = set()
    for person, found in _asked_once(near, known, names).items():
        for made in sounding.proposals(person, found, known, report_of, names):
            pair = (made.left, made.right)
            if made.same:
                enter_judgement(writing, *pair, Verdict.SAME, SAME_SOUND, made.why)
                touched |= {*pair}
            elif not _is_left_to_people(made, known, stand):
                enter_judgement(writing, *pair, Verdict.UNSURE, ALIKE, made.why)
                stand[pair] = likelihood(made.why)
    return touched


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
