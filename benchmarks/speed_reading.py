"""How fast one report is read: the command from a cold start, and reading once warm.

    python benchmarks/speed_reading.py [--json FILE]

Figures to reach on two cores: `amanat --help` under 0.3 s, `amanat read` of 600 words under 4 s, 1,500 words a
second once warm. Exit code 1 where one is missed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from amanat.actions.reading import read_bytes
from speed.measuring import Cost
from speed.programs import run
from speed.reports import Collection
from speed.tables import arguments, machine, mark, said, table, written

HELP_SECONDS, READ_SECONDS, WORDS_A_SECOND = 0.3, 4.0, 1500
_TIMES = 5
_REPORTS = 60


def cold(asked: list[str]) -> Cost:
    """The middle one of five runs."""
    costs = sorted((run(asked)[1] for _ in range(_TIMES)), key=lambda cost: cost.wall)
    return costs[_TIMES // 2]


def warm() -> dict[str, Any]:
    """Words a second in one process, after one report that nobody counts: by the clock, and by CPU time."""
    reports = Collection(_REPORTS)
    read_bytes(reports.report(_REPORTS).encode(), "warm up", "0" * 64)
    words, claims, walls, begun = 0, 0, [], time.process_time()
    for number in range(_REPORTS):
        text = reports.report(number)
        before = time.perf_counter()
        outcome = read_bytes(text.encode(), f"report {number}", "0" * 64)
        walls.append(time.perf_counter() - before)
        words += len(text.split())
        claims += len(outcome.reading.claims) if outcome.reading else 0
    cpu = time.process_time() - begun
    return {
        "reports": _REPORTS,
        "words": words,
        "claims_a_report": round(claims / _REPORTS, 1),
        "words_a_second": round(words / sum(walls)),
        "words_a_cpu_second": round(words / cpu),
        "slowest_report_seconds": round(max(walls), 3),
        "median_report_seconds": round(statistics.median(walls), 3),
    }


def main() -> int:
    asked = arguments(__doc__ or "").parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.txt"
        file.write_text(Collection(_REPORTS).report(0), encoding="utf-8")
        helped, read = cold(["--help"]), cold(["read", str(file)])
        as_json = cold(["read", "--json", str(file)])
    found: dict[str, Any] = {"warm": warm(), "machine": machine()}
    found |= {"help": helped.as_json(), "read": read.as_json(), "read_json": as_json.as_json()}
    speed = found["warm"]["words_a_second"]
    held = [helped.wall < HELP_SECONDS, read.wall < READ_SECONDS, speed >= WORDS_A_SECOND]
    rows = [
        ("amanat --help", f"{helped.wall:.2f} s", f"{helped.cpu:.2f} s", f"< {HELP_SECONDS} s", mark(held[0])),
        ("amanat read, 600 words", f"{read.wall:.2f} s", f"{read.cpu:.2f} s", f"< {READ_SECONDS} s", mark(held[1])),
        ("the same, --json", f"{as_json.wall:.2f} s", f"{as_json.cpu:.2f} s", "", ""),
        ("reading, warm", f"{speed} words/s", f"{found['warm']['words_a_cpu_second']} words/s",
         f">= {WORDS_A_SECOND}", mark(held[2])),
    ]  # fmt: skip
    print(table(("", "by the clock", "by CPU time", "wanted", "held"), rows))
    print(
        f"\n{said(found)}; amanat read took {read.peak_mb:.0f} MB; the commands: the middle of {_TIMES} runs"
    )
    written({**found, "held": all(held)}, asked.json)
    return int(not all(held))


if __name__ == "__main__":
    sys.exit(main())
