"""Other linkers on the very same mentions: Splink by name, birth, place and sex; nomenklatura's logic-v2 by names.

Splink gets each mention as a row, by the settings that its own comparisons are composed to for cross-script lists
(linking/peers/splink_worker.py). logic-v2 is asked about each two mentions that the rules compared, since it has no way
of its own to find them, and each two of one person; joined is what reaches the score from which yente calls a match.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from amanat.core.linking.joining import Partition
from amanat.core.linking.lists.columns import Table
from amanat.core.linking.record import Record
from linking.peers.asked import asked
from linking.persons.reports import Mention
from linking.scores import Numbers, best_of_pairs, of_groups, of_pairs
from linking.tasks import Task
from names.peers.outside import PYTHON_WITH_PEERS, Worker

_MATCH = 0.7
_AT_ONCE = 500


def splink(mentions: Sequence[Mention], truth: Numbers, pythons: Sequence[Path]) -> dict[str, Any] | str:
    """Its figures; or in a word why there are none."""
    rows = [_row(each.record) for each in mentions]
    task = Task("persons", rows, Table((), {}, []), truth, recipe="cross")
    found = asked("splink", pythons, task)
    if isinstance(found, str):
        return found
    likely = found.likely >= found.threshold
    return {
        "called": found.called,
        "pairs": of_pairs(truth, found.left[likely], found.right[likely]).as_json(),
        "groups": of_groups(truth, found.group).as_json(),
        "best": best_of_pairs(truth, found.left, found.right, found.likely).as_json(),
    }


def _row(record: Record) -> dict[str, str]:
    born = record.born[0] if record.born else None
    middle = born.first + (born.last - born.first) / 2 if born else None
    birth = middle.isoformat() if born and middle and born.days == 1 else str(middle.year) if middle else ""
    place = next((spot.told for spot in (*record.origin, *record.residence)), "")
    return {
        "name": record.names[0] if record.names else "",
        "birth": birth,
        "place": place,
        "sex": record.sex[0] if record.sex else "",
    }


def logic_v2(
    mentions: Sequence[Mention], truth: Numbers, candidates: set[tuple[int, int]], python: str | None = None
) -> dict[str, Any] | str:
    path = python or os.environ.get(PYTHON_WITH_PEERS) or sys.executable
    worker = Worker(path)
    if "logic-v2" not in worker.methods:
        worker.close()
        return f"logic-v2: nomenklatura is not installed for {Path(path).name}"
    try:
        pairs = sorted(candidates | _of_one(truth))
        asked_of = [pair for pair in pairs if all(mentions[at].record.names for at in pair)]
        scores = np.array(_scores(worker, mentions, asked_of))
    finally:
        worker.close()
    left, right = (np.array(side, dtype=np.int64) for side in zip(*asked_of, strict=True))
    likely = scores >= _MATCH
    groups = Partition(range(len(truth)))
    for one, other in zip(left[likely].tolist(), right[likely].tolist(), strict=True):
        groups.join(one, other)
    group = np.array([min(groups.group(at)) for at in range(len(truth))], dtype=np.int64)
    return {
        "called": "nomenklatura logic-v2",
        "pairs": of_pairs(truth, left[likely], right[likely]).as_json(),
        "groups": of_groups(truth, group).as_json(),
        "best": best_of_pairs(truth, left, right, scores).as_json(),
    }


def _of_one(truth: Numbers) -> set[tuple[int, int]]:
    of: dict[int, list[int]] = {}
    for at, whose in enumerate(truth.tolist()):
        of.setdefault(whose, []).append(at)
    return {pair for those in of.values() for pair in combinations(those, 2)}


def _scores(worker: Worker, mentions: Sequence[Mention], pairs: Sequence[tuple[int, int]]) -> list[float]:
    """By the two first forms of the names, as a list would have them."""
    texts = [(mentions[one].record.names[0], mentions[other].record.names[0]) for one, other in pairs]
    found: list[float] = []
    for begin in range(0, len(texts), _AT_ONCE):
        found += worker.scores("logic-v2", texts[begin : begin + _AT_ONCE])
    return found
