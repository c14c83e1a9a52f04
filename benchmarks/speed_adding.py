"""How fast a thousand reports are added, in how much memory, and how fast the casebook is verified after it.

    python benchmarks/speed_adding.py [--reports 1000] [--straight] [--json FILE]

Runs `amanat add` on a folder of generated reports, kills it (kill -9) in the middle and runs it again, unless
--straight. Figures to reach on two cores for 1,000 reports of 600 words: under 12 minutes, under 1.5 GB in all
processes together, and the time for a report no longer at the end than at the beginning. Exit code 1 where one
is missed, where a report is lost or there twice, or where `verify` finds anything.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from speed.measuring import Cost, Watch
from speed.programs import command, environment, new_casebook, run
from speed.reports import Collection
from speed.tables import arguments, machine, mark, said, table, written

MINUTES, MEGABYTES, SLOWER = 12.0, 1500.0, 1.3
"""``SLOWER``: how much more CPU time the last quarter's reports may take than the second quarter's."""


@dataclass
class Course:
    """What a run cost, and the CPU time that had gone by when so many reports were in: ``[(reports, cpu)]``."""

    cost: Cost = field(default_factory=Cost)
    points: list[tuple[int, float]] = field(default_factory=list)


def entries(casebook: Path) -> int:
    """How long the casebook's log is, as its newest checkpoint says; each report takes two entries."""
    file = casebook / "checkpoints"
    with file.open("rb") as checkpoints:
        checkpoints.seek(max(0, file.stat().st_size - 4096))
        lines = checkpoints.read().decode("utf-8", "replace").split("\n")
    origin = next((line for line in lines if line.startswith("— ")), "— ").split()[1:2]
    sizes = [after for line, after in pairwise(lines) if [line] == origin and after.isdigit()]
    return int(sizes[-1]) if sizes else 0


def add(
    casebook: Path, folder: Path, env: dict[str, str], stop_at: int | None
) -> tuple[Course, dict[str, Any]]:
    """One run of the command, killed when ``stop_at`` reports are in; what it printed, if it came to its end."""
    asked = command("-C", str(casebook), "add", str(folder), "--json")
    process = subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env)
    course = Course()
    with Watch(process.pid, every=0.5) as watch:
        while process.poll() is None:
            reports = entries(casebook) // 2
            course.points.append((reports, watch.cost.cpu))
            if stop_at is not None and reports >= stop_at:
                os.kill(process.pid, signal.SIGKILL)
                process.wait()
            time.sleep(0.5)
    printed = process.stdout.read() if process.stdout else ""
    course.cost = watch.cost
    if stop_at is None and process.returncode:
        raise subprocess.CalledProcessError(process.returncode, asked, printed)
    return course, json.loads(printed) if stop_at is None else {}


def flatness(courses: list[Course], reports: int) -> dict[str, float]:
    """CPU milliseconds a report in each quarter of the collection; a quarter with a start-up in it shows it."""
    points = [point for course in courses for point in _on_end(course, courses)]
    edges = [_cpu_at(points, reports * quarter // 4) for quarter in range(5)]
    return {
        f"{quarter + 1}": round(1000 * (edges[quarter + 1] - edges[quarter]) / (reports / 4), 1)
        for quarter in range(4)
    }


def _on_end(course: Course, courses: list[Course]) -> list[tuple[int, float]]:
    before = sum(each.cost.cpu for each in courses[: courses.index(course)])
    return [(reports, before + cpu) for reports, cpu in course.points]


def _cpu_at(points: list[tuple[int, float]], reports: int) -> float:
    """CPU seconds when that many reports were in, between the two samples around it."""
    before = max((point for point in points if point[0] <= reports), default=(0, 0.0))
    after = min((point for point in points if point[0] > reports), default=before)
    share = (reports - before[0]) / (after[0] - before[0]) if after[0] > before[0] else 0.0
    return before[1] + share * (after[1] - before[1])


def main() -> int:
    parser = arguments(__doc__ or "")
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--straight", action="store_true", help="without the kill in the middle")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        found = measured(Path(place), asked.reports, straight=asked.straight)
    held = found["held"]
    cost, check, flat = found["add"], found["verify"], found["cpu_ms_a_report_by_quarter"]
    rows = [
        (f"add {asked.reports} reports", f"{cost['wall'] / 60:.1f} min", f"{cost['cpu'] / 60:.1f} min",
         f"< {MINUTES * asked.reports / 1000:.1f} min", mark(held["minutes"])),
        ("a report", f"{1000 * cost['wall'] / asked.reports:.0f} ms", f"{1000 * cost['cpu'] / asked.reports:.0f} ms",
         "", ""),
        ("memory, all processes", f"{cost['peak_mb']:.0f} MB", "", f"< {MEGABYTES:.0f} MB", mark(held["memory"])),
        ("CPU a report by quarter", "", " ".join(f"{each:.0f}" for each in flat.values()) + " ms", "flat",
         mark(held["flat"])),
        ("nothing lost, nothing twice", "", "", f"{asked.reports}", mark(held["whole"])),
        ("verify", f"{check['wall']:.1f} s", f"{check['cpu']:.1f} s", "finds nothing", mark(held["verified"])),
        ("memory of verify", f"{check['peak_mb']:.0f} MB", "", "", ""),
    ]  # fmt: skip
    print(table(("", "by the clock", "by CPU time", "wanted", "held"), rows))
    how = "in one go" if asked.straight else "killed in the middle and run again"
    print(f"\n{found['claims_a_report']} claims a report; {how}; {said(found)}")
    written(found, asked.json)
    return int(not all(held.values()))


def measured(place: Path, reports: int, *, straight: bool) -> dict[str, Any]:
    folder, env = place / "reports", environment(place)
    Collection(reports).write(folder, reports)
    casebook = new_casebook(place)
    courses = [] if straight else [add(casebook, folder, env, reports // 2)[0]]
    last, told = add(casebook, folder, env, None)
    courses.append(last)
    total = sum((course.cost for course in courses), Cost())
    printed, check = run(["-C", str(casebook), "verify", "--json"], env)
    flat = flatness(courses, reports)
    return {
        "reports": reports,
        "claims_a_report": round(told["claims"] / max(1, told["read"]), 1),
        "add": total.as_json(),
        "runs": [course.cost.as_json() for course in courses],
        "cpu_ms_a_report_by_quarter": flat,
        "verify": check.as_json(),
        "casebook_mb": round(sum(each.stat().st_size for each in casebook.rglob("*")) / 2**20, 1),
        "machine": machine(),
        "held": {
            "minutes": total.wall < MINUTES * 60 * reports / 1000,
            "memory": total.peak_mb < MEGABYTES,
            "flat": flat["4"] < SLOWER * flat["2"],
            "whole": told["new"] + told["known"] == reports and entries(casebook) == 2 * reports,
            "verified": bool(json.loads(printed)["ok"]),
        },
    }


if __name__ == "__main__":
    sys.exit(main())
