"""How well one name is found across scripts and spellings, beside other matchers in the same run.

    python benchmarks/names.py                      # every task, every peer that is installed
    python benchmarks/names.py --list               # the tasks
    python benchmarks/names.py --tasks latin-han-turkic kazakh-han
    python benchmarks/names.py --limit 100          # at most so many queries a task: a quick look
    python benchmarks/names.py --no-peers --json FILE

The data is not part of the project: the folder is ../shared/data/names, AMANAT_NAMES_DATA or --folder. Without it,
and for every peer that is not installed, the script says so and goes on. Run it with PYTHONPATH=src or an
installed amanat.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from names.peers.outside import outside_rankers
from names.peers.ranker import Ranker
from names.peers.simple import simple_rankers
from names.running import run
from names.tables import task_table
from names.tasks.people import people_tasks
from names.tasks.places import place_tasks
from names.tasks.task import Task
from names.tasks.tokens import token_tasks
from speed.tables import machine, said, written

try:
    from names.peers.ours import Ours
except ImportError as missing:
    OURS: Ranker | str = f"amanat: left out, {missing}"
else:
    OURS = Ours()

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("AMANAT_NAMES_DATA", ROOT.parent / "shared" / "data" / "names"))


def main() -> int:
    asked = _arguments()
    makers = dict(tasks(asked.folder))
    if asked.list:
        print("\n".join(makers))
        return 0
    if not asked.folder.is_dir():
        print(f"Nothing measured: there is no folder of names at {asked.folder} (--folder gives another).")
        return 0
    rankers = list(_rankers(asked))
    found: dict[str, Any] = {"tasks": []}
    for key in asked.tasks or makers:
        task = makers[key]()
        if asked.limit and len(task.queries) > asked.limit:
            task = replace(task, queries=task.queries[: asked.limit])
        rows = [run(ranker, task) for ranker in rankers]
        print(task_table(task, rows), end="\n\n", flush=True)
        found["tasks"].append(
            {"about": task.about, "goals": task.goals, "rows": [row.as_json() for row in rows]}
        )
    found["machine"] = machine()
    print(said(found))
    written(found, asked.json)
    return 0


def tasks(folder: Path) -> Iterator[tuple[str, Callable[[], Task]]]:
    yield from token_tasks(folder)
    yield from people_tasks(folder)
    yield from place_tasks(folder)


def _rankers(asked: argparse.Namespace) -> Iterator[Ranker]:
    """Ours and the peers; what cannot be asked is said, not hidden."""
    wanted: list[Ranker | str] = [OURS]
    if asked.peers:
        wanted += [*simple_rankers(), *outside_rankers(asked.peers_python)]
    for each in wanted:
        if isinstance(each, str):
            print(each)
        else:
            yield each


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures names across scripts, beside other matchers.")
    parser.add_argument("--tasks", nargs="+", metavar="TASK", help="these tasks only (--list names them)")
    parser.add_argument("--list", action="store_true", help="print the names of the tasks")
    parser.add_argument("--limit", type=int, metavar="N", help="at most N queries a task")
    parser.add_argument("--peers", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--peers-python", metavar="PYTHON", help="a Python that has nomenklatura")
    parser.add_argument("--folder", type=Path, default=DATA, help="where the public name data is")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE too")
    asked = parser.parse_args()
    unknown = set(asked.tasks or ()) - {key for key, _ in tasks(asked.folder)}
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    return asked


if __name__ == "__main__":
    sys.exit(main())
