"""How well one name is found across scripts and spellings, beside other matchers in the same run.

    python benchmarks/names.py                      # every task, every peer that is installed
    python benchmarks/names.py --list               # the tasks
    python benchmarks/names.py --tasks latin-han-turkic kazakh-han
    python benchmarks/names.py --limit 100          # at most so many queries a task: a quick look
    python benchmarks/names.py --no-peers --json FILE

The data is not part of the project: the folder is ../shared/data/names, NAMES_DATA or --folder. Without it,
and for every peer that is not installed, the script says so and goes on. Run it with PYTHONPATH=src or an
installed amanat.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from names.measuring import measurements
from names.peers.outside import outside_rankers
from names.peers.ranker import Ranker
from names.peers.simple import simple_rankers
from speed.tables import machine, said, written

try:
    from names.peers.ours import Ours, compare_by
except ImportError as missing:
    OURS: Ranker | str = f"amanat: left out, {missing}"
else:
    OURS = Ours()

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("NAMES_DATA", ROOT.parent / "shared" / "data" / "names"))


def main() -> int:
    asked = _arguments()
    if asked.list:
        print("\n".join(_keys(asked.folder)))
        return 0
    if not asked.folder.is_dir():
        print(f"Nothing measured: there is no folder of names at {asked.folder} (--folder gives another).")
        return 0
    measured = dict(measurements(asked.folder, list(_rankers(asked)), asked.limit, asked.learned))
    found: dict[str, Any] = {"measured": {}}
    for key in asked.tasks or measured:
        text, figures = measured[key]()
        print(text, end="\n\n", flush=True)
        found["measured"][key] = figures
        found["machine"] = machine()
        written(
            found, asked.json
        )  # after each, so that a run of an hour that is stopped leaves what it found
    print(said(found))
    return 0


def _keys(folder: Path) -> list[str]:
    return [key for key, _ in measurements(folder, [], None)]


def _rankers(asked: argparse.Namespace) -> Iterator[Ranker]:
    """Ours and the peers; what cannot be asked is said, not hidden."""
    wanted: list[Ranker | str] = [OURS]
    if not isinstance(OURS, str):
        compare_by(asked.learned)
        print(f"amanat compares by {asked.learned or 'the tables that come with it'}")
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
    parser.add_argument(
        "--learned", type=Path, metavar="FILE", help="compare by these tables, not by its own"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE too")
    asked = parser.parse_args()
    unknown = set(asked.tasks or ()) - set(_keys(asked.folder))
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    return asked


if __name__ == "__main__":
    sys.exit(main())
