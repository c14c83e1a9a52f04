"""How well tellings of one act are brought together: the task "acts" of benchmarks/linking.py.

People who are nobody are held, questioned and beaten, some of them again: months later in the same camp, or elsewhere
on nearly the same days. Each of two to six reports tells of some of it, with a day, a month, a year or no time, with
the camp, its county or no place, and some of it wrongly. The claims of each person are gathered as on a case page
(core/linking/acts.py); the truth is which of them tell of one act. Beside it what one might do without rules: every
claim of one kind is one act; claims are one act where their times can both be.

What has no date can often mean several acts, and is then rightly left alone; so the same is told of dated claims only.
Figures to reach, of those: of two claims brought together 95 in 100 tell of one act, of two that do 80 in 100 are
brought together.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from amanat.core.linking import acts
from amanat.core.linking.joining import Partition
from amanat.core.places.one_place import one_place
from amanat.core.weighing import Told
from linking.persons.lives import Deed
from linking.persons.places import Where, World, world
from linking.scores import of_groups
from names.tasks.task import SEED
from speed.tables import mark, table

PRECISION, RECALL = 0.95, 0.80
_AGAIN = 0.45
"""Of people who were held: how many were again."""
_LANGUAGES = {"latin": 55, "russian": 20, "kazakh": 10, "han": 10, "arabic": 5}
_HEADS = ("claims", "groups P", "R", "F1", "B³ P", "R", "F1")

Gather = Callable[[Sequence[Told]], list[tuple[Told, ...]]]


@dataclass(frozen=True)
class Case:
    """The claims on one person; ``truth``: by claim, which of the acts of all people it tells of."""

    claims: list[Told]
    truth: dict[int, int]


def acts_task(folder: Path, people: int) -> tuple[dict[str, Any], bool]:
    """The figures, printed as a table on the way, and whether those to reach are reached."""
    every = cases(folder, people)
    told = {
        f"{name}{', dated claims' if dated else ''}": figures(every, gather, dated=dated)
        for dated in (False, True)
        for name, gather in WAYS.items()
    }
    rows = [(name, each["claims"], *(f"{each[key]:.3f}" for key in _KEYS)) for name, each in told.items()]
    print(table(("tellings of one act", *_HEADS), rows))
    ours = told["amanat, dated claims"]
    reached = ours["precision"] >= PRECISION and ours["recall"] >= RECALL
    print(f"figures reached: {mark(reached)}\n", flush=True)
    return told, reached


_KEYS = ("precision", "recall", "f1", "b3_precision", "b3_recall", "b3_f1")


def figures(found: Sequence[Case], gather: Gather, *, dated: bool = False) -> dict[str, Any]:
    """``dated``: only claims with a date are counted; all are gathered."""
    truth, group = [], []
    for case in found:
        for together in gather(case.claims):
            counted = [each.id for each in together if each.dated or not dated]
            truth += [case.truth[each] for each in counted]
            group += [min(each.id for each in together)] * len(counted)
    score = of_groups(np.array(truth, dtype=np.int64), np.array(group, dtype=np.int64)).as_json()
    return {"claims": len(truth), "acts": len(set(truth)), **score}


def by_kind(claims: Sequence[Told]) -> list[tuple[Told, ...]]:
    kinds: dict[str, list[Told]] = defaultdict(list)
    for each in claims:
        kinds[each.kind].append(each)
    return [tuple(each) for each in kinds.values()]


def by_time(claims: Sequence[Told]) -> list[tuple[Told, ...]]:
    """Those whose times share a day, through whatever chain."""
    together = Partition(range(len(claims)))
    for at, one in enumerate(claims):
        for other in range(at):
            if one.kind == claims[other].kind and _share_a_day(one, claims[other]):
                together.join(at, other)
    return [tuple(claims[at] for at in sorted(group)) for group in together.groups()]


def _share_a_day(one: Told, other: Told) -> bool:
    (begin, end), (first, last) = one.span, other.span
    return not ((end and first and end < first) or (last and begin and last < begin))


WAYS: dict[str, Gather] = {
    "amanat": acts.gather,
    "one act of each kind": by_kind,
    "times that can both be": by_time,
}


def cases(folder: Path, people: int) -> list[Case]:
    draw = random.Random(f"{SEED} acts")
    places = world(folder, draw)
    found: list[Case] = []
    number = 0
    for _ in range(people):
        case = _case(_deeds(places, draw), number, draw)
        found.append(case)
        number += len(case.claims) + 100
    return found


def _deeds(places: World, draw: random.Random) -> list[Deed]:
    """Held once or more; what was done to them there, sometimes twice."""
    found: list[Deed] = []
    begin = date(2014, 6, 1) + timedelta(days=draw.randrange(1800))
    camp = draw.choice(places.camps)
    while True:
        end = begin + timedelta(days=draw.randrange(20, 700))
        found.append(Deed("detention", begin, end, camp))
        for kind, often in (("interrogation", 0.5), ("torture", 0.5), ("sentence", 0.2)):
            found += [
                Deed(kind, begin + timedelta(days=draw.randrange((end - begin).days)), None, camp)
                for _ in range(1 + (draw.random() < 0.25))
                if draw.random() < often
            ]
        if draw.random() > _AGAIN:
            return found
        begin = end + timedelta(days=draw.choice((3, 40, 200, 500)))
        camp = camp if draw.random() < 0.4 else draw.choice(places.camps)


def _case(deeds: Sequence[Deed], number: int, draw: random.Random) -> Case:
    """Each report by a teller of its own; the person tells of their own acts in several reports."""
    claims: list[Told] = []
    truth: dict[int, int] = {}
    for report in range(draw.randint(2, 6)):
        teller = "self" if draw.random() < 0.4 else f"teller {report}"
        language = draw.choices(list(_LANGUAGES), list(_LANGUAGES.values()))[0]
        for act, deed in enumerate(deeds):
            for _ in range(draw.choices((0, 1, 2), (50, 40, 10))[0]):
                id = number + len(claims)
                claims.append(
                    Told(
                        id,
                        deed.kind,
                        number + report,
                        teller,
                        _when(deed, draw),
                        _where(deed.where, language, draw),
                    )
                )
                truth[id] = number + act
    return Case(claims, truth)


def _when(deed: Deed, draw: random.Random) -> str:
    """A day, a month, a year, or nothing; of what lasted its end too, at times. One day in twelve is wrong."""
    begin = deed.begin
    if draw.random() < 0.08:
        begin += timedelta(days=draw.choice((-30, -2, -1, 1, 2, 30, 365)))
    width = draw.choices((10, 7, 4, 0), (25, 35, 20, 20))[0]
    if width and deed.end and draw.random() < 0.4:
        return f"{begin.isoformat()[:width]}/{deed.end.isoformat()[: min(width, 7)]}"
    return begin.isoformat()[:width]


def _where(place: Where | None, language: str, draw: random.Random) -> tuple[frozenset[str], ...] | None:
    if place is None or draw.random() < 0.4:
        return None
    told = (place, *place.within)[draw.choices((0, 1), (70, 30))[0] :][: draw.randint(1, 2)]
    return one_place([(each.name(language, draw), ()) for each in told])
