"""How well persons of reports are linked: by themselves, and with the people who are asked.

The task "persons" of benchmarks/linking.py. People who are nobody (lives.py) stand in one to five reports each
(reports.py), and the rules meet the mentions one after another (ruling.py). Names are those that nothing was learnt
from. "sparser" is the same people in reports that tell half as much and err twice as often.

Figures to reach: of the pairs joined by themselves 99 in 100 right; F1 of .90 with those that people confirm.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np

from amanat.core.linking.joining import Partition
from linking.persons.bearing import names
from linking.persons.lives import lives
from linking.persons.peers import logic_v2, splink
from linking.persons.places import world
from linking.persons.reports import Mention, Telling, mentions
from linking.persons.ruling import Ruled, ruled
from linking.scores import Numbers, of_groups
from names.tasks.task import SEED
from speed.tables import mark, table

PRECISION, F1 = 0.99, 0.90
_STEPS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 0.995, 1.01)
_HEADS = ("mentions", "groups P", "R", "F1", "B³ P", "R", "F1")


@dataclass(frozen=True)
class Casebook:
    """``truth``: for each mention, whose it is."""

    called: str
    mentions: list[Mention]

    @property
    def truth(self) -> Numbers:
        return np.array([each.whose for each in self.mentions], dtype=np.int64)


def casebook(folder: Path, people: int, *, measured: bool, sparser: bool = False, seed: str = "") -> Casebook:
    """``measured``: of names kept for measuring; else of those that weights are learnt with, in reports of which half
    tell half as much and err twice as often, so that nothing is learnt of one kind of reports alone."""
    draw = random.Random(f"{SEED} {'measured' if measured else 'learnt'} {seed}")
    borne = names(folder, measured=measured, draw=draw)
    everyone = lives(borne, world(folder, draw), people, draw)
    telling = Telling().sparser() if sparser else Telling()
    tellings = (telling,) if measured else (telling, telling.sparser())
    return Casebook("sparser" if sparser else "as reports tell", mentions(everyone, tellings, draw))


def persons(
    folder: Path, people: int, pythons: Sequence[Path] = (), *, peers: bool = True
) -> tuple[dict[str, Any], bool]:
    """The figures, printed as tables on the way, and whether those to reach are reached.

    ``pythons``: those that peers run by.
    """
    told: dict[str, Any] = {}
    for sparser in (False, True):
        held = casebook(folder, people, measured=True, sparser=sparser)
        found = ruled(held.mentions)
        told[held.called] = figures(held, found)
        _print(held, told[held.called])
        if peers and not sparser:
            told["peers"] = _asked(held, found, pythons)
    first = told["as reports tell"]
    reached = first["joined"]["precision"] >= PRECISION and first["confirmed"]["f1"] >= F1
    print(f"figures reached: {mark(reached)}\n", flush=True)
    return told, reached


def _asked(held: Casebook, found: Ruled, pythons: Sequence[Path]) -> list[dict[str, Any]]:
    answers = [
        splink(held.mentions, held.truth, pythons),
        logic_v2(held.mentions, held.truth, found.candidates),
    ]
    told = [each for each in answers if not isinstance(each, str)]
    print("\n".join(f"skipped, {each}" for each in answers if isinstance(each, str)))
    rows = [(each["called"], f"{each['best']['f1']:.3f}", *_cells(each["groups"])) for each in told]
    print(table(("peer", "best F1 of pairs", *_HEADS[1:]), rows), "\n", flush=True)
    return told


def figures(held: Casebook, found: Ruled) -> dict[str, Any]:
    """``joined``: what links by itself. ``confirmed``: that, and whatever right pair is left to people. ``full``: of
    mentions with a whole name alone."""
    truth = held.truth
    joined = _numbers(found.groups, len(truth))
    left = sorted(_left_open(found))
    right = [pair for pair in left if truth[pair[0]] == truth[pair[1]]]
    confirmed = _numbers(_with(found.groups, right, len(truth)), len(truth))
    full = np.array([_is_full(each) for each in held.mentions])
    return {
        "people": int(truth.max()) + 1,
        "mentions": len(truth),
        "joined": of_groups(truth, joined).as_json(),
        "confirmed": of_groups(truth, confirmed).as_json(),
        "full": {
            "mentions": int(full.sum()),
            "joined": of_groups(truth[full], joined[full]).as_json(),
            "confirmed": of_groups(truth[full], confirmed[full]).as_json(),
        },
        "left open": len(left),
        "left open, right": len(right),
        "compared": len(found.candidates),
        "calibration": calibration(found, truth),
        "rules": _by_rule(found, truth),
    }


def calibration(found: Ruled, truth: Numbers) -> list[dict[str, float]]:
    """Of the judgements with a probability in each step: how many there are, what they say, and how many are right."""
    steps = []
    for least, most in pairwise(_STEPS):
        made = [each for each in found.made if least <= each.probability < most]
        right = sum(bool(truth[each.left] == truth[each.right]) for each in made)
        said = sum(each.probability for each in made) / max(1, len(made))
        share = right / max(1, len(made))
        steps.append(
            {"from": least, "judgements": len(made), "said": round(said, 3), "right": round(share, 3)}
        )
    return steps


def _by_rule(found: Ruled, truth: Numbers) -> dict[str, dict[str, int]]:
    rules = sorted({each.rule for each in found.made if each.same})
    made = {rule: [each for each in found.made if each.same and each.rule == rule] for rule in rules}
    return {
        rule: {
            "joins": len(those),
            "wrong": sum(bool(truth[each.left] != truth[each.right]) for each in those),
        }
        for rule, those in made.items()
    }


def _left_open(found: Ruled) -> Iterator[tuple[int, int]]:
    pairs = {(each.left, each.right) for each in found.made if not each.same}
    return (pair for pair in pairs if pair[1] not in found.groups.group(pair[0]))


def _with(groups: Partition[int], confirmed: Iterable[tuple[int, int]], count: int) -> Partition[int]:
    together = Partition(range(count))
    for group in groups.groups():
        for one, other in combinations(sorted(group), 2):
            together.join(one, other)
    for one, other in confirmed:
        together.join(one, other)
    return together


def _numbers(groups: Partition[int], count: int) -> Numbers:
    return np.array([min(groups.group(at)) for at in range(count)], dtype=np.int64)


def _is_full(mention: Mention) -> bool:
    return any(" " in name or "·" in name for name in mention.record.names)


def _print(held: Casebook, told: dict[str, Any]) -> None:
    rows = [
        ("joined by themselves", told["mentions"], *_cells(told["joined"])),
        ("with what people confirm", told["mentions"], *_cells(told["confirmed"])),
        ("whole names, by themselves", told["full"]["mentions"], *_cells(told["full"]["joined"])),
        ("whole names, confirmed", told["full"]["mentions"], *_cells(told["full"]["confirmed"])),
    ]
    print(table((held.called, *_HEADS), rows))
    print(
        f"left to people: {told['left open']} pairs, {told['left open, right']} right; rules: {told['rules']}"
    )
    steps = [(each["from"], each["judgements"], each["said"], each["right"]) for each in told["calibration"]]
    print(table(("probability from", "judgements", "said", "right"), steps), "\n", flush=True)


def _cells(score: dict[str, float]) -> Sequence[str]:
    keys = ("precision", "recall", "f1", "b3_precision", "b3_recall", "b3_f1")
    return [f"{score[key]:.3f}" for key in keys]
