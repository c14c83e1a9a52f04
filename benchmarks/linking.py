"""How well whole lists are linked, beside other linkers in the same run; and how well names of reports by sound.

    python benchmarks/linking.py [--tasks TASK ...] [--names FOLDER] [--linkage FOLDER] [--tables FILE]
                                 [--peers-python PATH ...] [--peer-seconds S] [--no-peers] [--json FILE]

Every table is linked by the same defaults; nothing is told but what its columns hold, and the truth only counts what
was found. What tables of known truth taught the defaults is counted without the table that is measured.
``pairs`` are those at the threshold that each linker states, ``groups`` what it makes of them, ``best`` the
pairs at the threshold that is best for this very table. --tables: names compared by tables learnt from other names than
those measured with (scripts/train_names.py --for-benchmark). Peers run by the first Python of --peers-python,
or LINKING_PEERS_PYTHON, that has them (splink with duckdb and pandas; dedupe; nomenklatura). Exit code 1 where a figure
to reach is missed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from amanat.core.linking.lists.taught import TAUGHT
from linking.by_sound import by_sound
from linking.ours import ours
from linking.peers.asked import AT_MOST_SECONDS, Answer, asked
from linking.persons.acts_told import acts_task
from linking.persons.task import persons
from linking.scores import best_of_pairs, of_groups, of_pairs
from linking.short import short
from linking.tasks import TASKS, Task
from linking.taught import Lessons, lessons, taught
from names.peers.ours import compare_by
from speed.tables import arguments, machine, mark, said, table, written

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
PRECISION = 0.99
MOST_SECONDS, MOST_MEGABYTES = 240, 4_096
_OF_REPORTS = ("by-sound", "persons", "acts")
_ALL = [*TASKS, "short", *_OF_REPORTS]
HEADS = (
    "task", "linker", "pairs P", "R", "F1", "best F1", "groups P", "R", "F1", "B³ P", "R", "F1", "seconds", "CPU", "MB",
)  # fmt: skip
_PEERS = ("splink", "dedupe", "nomenklatura")


def main() -> int:
    parser = arguments(__doc__ or "")
    parser.add_argument("--tasks", nargs="*", choices=_ALL, default=_ALL)
    parser.add_argument("--names", type=Path, default=SHARED / "names")
    parser.add_argument("--linkage", type=Path, default=SHARED / "linkage")
    parser.add_argument("--tables", type=Path)
    parser.add_argument("--people", type=int, default=2000, help="of each kind of names; of reports")
    pythons = filter(None, os.environ.get("LINKING_PEERS_PYTHON", "").split(os.pathsep))
    parser.add_argument("--peers-python", type=Path, nargs="*", default=[Path(each) for each in pythons])
    parser.add_argument("--peer-seconds", type=float, default=AT_MOST_SECONDS, help="for each table")
    parser.add_argument("--no-peers", action="store_true")
    options = parser.parse_args()
    told: dict[str, Any] = {}
    of = lessons(options.linkage, options.names) if _are_there(options) else {}
    held = [_task(name, options, told, of) for name in options.tasks if name in TASKS]
    if "short" in options.tasks and of:
        told["short"], is_held = short(options.linkage, options.names, of)
        held.append(is_held)
    if "by-sound" in options.tasks and options.names.is_dir():
        compare_by(options.tables)
        told["by-sound"], is_held = by_sound(options.names, options.people)
        held.append(is_held)
    if "persons" in options.tasks and options.names.is_dir():
        compare_by(options.tables)
        told["persons"], is_held = persons(
            options.names, options.people, options.peers_python, peers=not options.no_peers
        )
        held.append(is_held)
    if "acts" in options.tasks and options.names.is_dir():
        told["acts"], is_held = acts_task(options.names, options.people)
        held.append(is_held)
    told["machine"] = machine()
    print(said(told))
    written(told, options.json)
    return int(not all(held))


def _are_there(options: Any) -> bool:
    return bool(
        options.linkage.is_dir() and options.names.is_dir() and set(options.tasks) - {"million", *_OF_REPORTS}
    )


def _task(name: str, options: Any, told: dict[str, Any], of: Lessons) -> bool:
    needed = options.linkage if name in ("historical-50k", "febrl4", "fake-1000") else options.names
    if not needed.is_dir():
        print(f"{name}: skipped, {needed.name} is not there")
        return True
    try:
        task = TASKS[name](options.linkage, options.names)
    except ImportError as absent:
        print(f"{name}: skipped, {absent.name} is not installed")
        return True
    answer, compared = ours(
        name, options.linkage, options.names, options.tables, taught(of, but=name) if of else TAUGHT
    )
    answers = [answer]
    for peer in _PEERS if task.recipe and not options.no_peers else ():
        found = asked(peer, options.peers_python or [Path(sys.executable)], task, options.peer_seconds)
        if isinstance(found, str):
            print(f"{name}: skipped, {found}")
        else:
            answers.append(found)
    figures = [_figures(task, each) for each in answers]
    print(table(HEADS, [_row(name, each) for each in figures]))
    held = _held(task, figures)
    print(f"{len(task.truth)} rows, {compared} pairs compared; figures reached: {mark(held)}\n", flush=True)
    told[name] = {"rows": len(task.truth), "compared": compared, "linkers": figures, "held": held}
    return held


def _figures(task: Task, found: Answer) -> dict[str, Any]:
    likely = found.likely >= found.threshold
    return {
        "linker": found.called,
        "threshold": found.threshold,
        "pairs": of_pairs(task.truth, found.left[likely], found.right[likely]).as_json(),
        "best": best_of_pairs(task.truth, found.left, found.right, found.likely).as_json(),
        "groups": of_groups(task.truth, found.group).as_json(),
        "seconds": round(found.seconds, 1),
        "cpu": round(found.cpu, 1),
        "megabytes": round(found.megabytes),
    }


def _row(name: str, figures: dict[str, Any]) -> tuple[object, ...]:
    pairs, groups = figures["pairs"], figures["groups"]
    cells = [
        *(pairs[key] for key in ("precision", "recall", "f1")), figures["best"]["f1"],
        *(groups[key] for key in ("precision", "recall", "f1", "b3_precision", "b3_recall", "b3_f1")),
    ]  # fmt: skip
    shown = [f"{each:.4f}" for each in cells]
    return name, figures["linker"], *shown, figures["seconds"], figures["cpu"], figures["megabytes"]


def _held(task: Task, figures: list[dict[str, Any]]) -> bool:
    """Groups at a precision of .99, better than whatever a peer has by pairs, by groups, or by the best threshold."""
    mine, *peers = figures
    if task.name == "million":
        return bool(mine["seconds"] <= MOST_SECONDS and mine["megabytes"] <= MOST_MEGABYTES)
    best = max((each[how]["f1"] for each in peers for how in ("pairs", "groups", "best")), default=0.0)
    needed = max(best, task.goal or 0.0)
    return bool(mine["groups"]["precision"] >= PRECISION and mine["groups"]["f1"] >= needed)


if __name__ == "__main__":
    sys.exit(main())
