"""How well echoes are found, beside MinHash and TF-IDF in the same run, and how fast among ten thousand reports.

    python benchmarks/echo.py                  # every way of repeating, the peers, and the speed
    python benchmarks/echo.py --no-speed       # without the ten thousand
    python benchmarks/echo.py --reports 2000   # so many synthetic reports
    python benchmarks/echo.py --no-peers --seed 2 --json FILE

The echoes are made from the development reports and the demo: by chance (cut, re-ordered, reworded, respelt, quoted)
and by hand (echoes/rewordings.yaml); the independent reports of the same persons are written by hand too. A peer
that is not installed is said to be left out. Run it with PYTHONPATH=src or an installed amanat.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from echoes.families import Family, families
from echoes.measuring import Count, counted, ours, peer_counts
from echoes.peers import peers
from echoes.speed import speed
from speed.tables import machine, said, table, written

HEADS = ("", "echoes", "precision", "recall", "false", "independent", "called", "direction")


def main() -> int:
    asked = _arguments()
    collections = families(asked.seed)
    found: dict[str, Any] = {"seed": asked.seed, "measured": {}}
    _tell(found, "amanat", {each.name: counted(each, ours(each)) for each in collections})
    if asked.peers:
        _peers(found, collections)
    if asked.reports:
        found["speed"] = speed(asked.reports, asked.seed)
        print(
            table(
                ("10,000 reports" if asked.reports == 10_000 else f"{asked.reports} reports", ""),
                list(found["speed"].items()),
            )
        )
    found["machine"] = machine()
    written(found, asked.json)
    print(said(found))
    return 0


def _peers(found: dict[str, Any], collections: list[Family]) -> None:
    for name, score in peers().items():
        if isinstance(score, str):
            print(f"{name}: {score}\n")
            continue
        best, counts = peer_counts(collections, score)
        _tell(found, f"{name}, at its best threshold here ({best})", counts)


def _tell(found: dict[str, Any], name: str, counts: dict[str, Count]) -> None:
    rows = {**counts, "all": sum(counts.values(), Count())}
    figures = {family: count.figures() for family, count in rows.items()}
    found["measured"][name] = figures
    print(f"{name}\n{table(HEADS, [_row(family, each) for family, each in figures.items()])}\n", flush=True)


def _row(family: str, figures: dict[str, float | int | None]) -> tuple[object, ...]:
    columns = (
        "echoes",
        "precision",
        "recall",
        "false",
        "independent",
        "independent called echoes",
        "direction right",
    )
    return (family, *("" if figures[each] is None else figures[each] for each in columns))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures how echoes are found, beside other ways.")
    parser.add_argument("--seed", type=int, default=1, help="of all that is made by chance")
    parser.add_argument("--peers", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument(
        "--reports", type=int, default=10_000, metavar="N", help="synthetic reports for the speed"
    )
    parser.add_argument("--no-speed", dest="reports", action="store_const", const=0)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE too")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
