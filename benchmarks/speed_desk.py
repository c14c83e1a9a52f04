"""How fast the desk answers with ten thousand reports in the casebook, and how long `verify` takes with them.

    python benchmarks/speed_desk.py [--reports 10000] [--casebook FOLDER] [--json FILE]

Fills a casebook through the real actions, with a reader of generated reports that is fast (speed/fast_reader.py:
as many claims and people a report as the real one proposes), and asks the real desk, `amanat desk`, for its pages
over HTTP. --casebook keeps the casebook and uses it again: to fill it takes half an hour. Figure to reach: a case
page under 200 ms, nineteen times in twenty. Exit code 1 where it is missed or `verify` finds anything.
"""

from __future__ import annotations

import http.client
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

from speed.casebooks import cases_by_size, fill
from speed.measuring import Cost, Watch, cpu_seconds
from speed.programs import command, environment, run
from speed.tables import arguments, machine, mark, said, table, written

MILLISECONDS = 200.0
_TIMES = 60
_LARGEST = 5
"""How many of the largest cases are looked at on their own; no figure is promised for them."""


class Visitor:
    """A browser's part: one connection, one session."""

    def __init__(self, link: str, desk: int) -> None:
        self.desk = desk
        _, _, host, path = link.split("/", 3)
        self._connection = http.client.HTTPConnection(host, timeout=120)
        self._connection.request("GET", f"/{path}")
        answer = self._connection.getresponse()
        answer.read()
        self._cookie = (answer.getheader("Set-Cookie") or "").split(";")[0]

    def ask(self, path: str) -> tuple[float, int]:
        """Milliseconds until the whole page was there, and its bytes. Raises where it is not the page."""
        begun = time.perf_counter()
        self._connection.request("GET", path, headers={"Cookie": self._cookie})
        answer = self._connection.getresponse()
        page = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} was answered with {answer.status}")
        return 1000 * (time.perf_counter() - begun), len(page)


@contextmanager
def desk(casebook: Path, env: dict[str, str]) -> Iterator[tuple[Visitor, Cost]]:
    """The running desk; its cost is there once it has ended."""
    asked = command("-C", str(casebook), "desk", "--no-browser")
    process = subprocess.Popen(asked, stdout=subprocess.PIPE, text=True, env={**env, "PYTHONUNBUFFERED": "1"})
    with Watch(process.pid) as watch:
        try:
            lines = iter(process.stdout or [])
            link = next(found[0] for line in lines if (found := re.search(r"http://\S+/open/\S+", line)))
            yield Visitor(link, process.pid), watch.cost
        finally:
            process.terminate()
            process.wait(timeout=20)


def pages(casebook: Path) -> dict[str, list[str]]:
    """The addresses to ask for, by what they are: cases and reports drawn by lot, always the same."""
    cases, reports = cases_by_size(casebook)
    luck = random.Random(1)
    drawn = luck.sample(cases, min(_TIMES, len(cases)))
    words = [quote(title.split()[-1]) for _, title in drawn]
    return {
        "a case": [f"/cases/{case}/" for case, _ in drawn],
        f"the {_LARGEST} largest cases": [f"/cases/{case}/" for case, _ in cases[:_LARGEST]],
        "a report": [f"/reports/{luck.choice(reports)}/" for _ in range(_TIMES)],
        "the list of cases": [f"/cases/?page={1 + number % 20}" for number in range(20)],
        "a search among cases": [f"/cases/?q={word}" for word in words[:20]],
        "finding words": [f"/find/?q={word}" for word in words[:20]],
        "the list of reports": [f"/reports/?page={1 + number % 20}" for number in range(20)],
        "the log": ["/log/"] * 10,
    }


def asked_for(visitor: Visitor, paths: Sequence[str]) -> dict[str, float]:
    visitor.ask(paths[0])
    begun = cpu_seconds(visitor.desk)
    found = [visitor.ask(path) for path in paths]
    cpu = cpu_seconds(visitor.desk) - begun
    times = sorted(each for each, _ in found)
    return {
        "pages": len(times),
        "median_ms": round(statistics.median(times), 1),
        "p95_ms": round(times[min(len(times) - 1, round(0.95 * len(times)))], 1),
        "slowest_ms": round(times[-1], 1),
        "cpu_ms": round(1000 * cpu / len(times), 1),
        "largest_kb": round(max(size for _, size in found) / 1024),
    }


def measured(casebook: Path, place: Path, reports: int) -> dict[str, Any]:
    begun = time.perf_counter()
    spent = fill(casebook, reports)
    filled = time.perf_counter() - begun
    env = environment(place)
    addresses = pages(casebook)
    with desk(casebook, env) as (visitor, cost):
        found = {name: asked_for(visitor, paths) for name, paths in addresses.items()}
    printed, check = run(["-C", str(casebook), "verify", "--json"], env)
    return {
        "reports": reports,
        "pages": found,
        "desk": cost.as_json(),
        "filled_seconds": round(filled, 1),
        "writer_cpu_ms_a_report": by_thousand(spent),
        "verify": check.as_json(),
        "casebook_mb": round(sum(each.stat().st_size for each in casebook.rglob("*")) / 2**20),
        "machine": machine(),
        "held": {
            "case_page": found["a case"]["p95_ms"] < MILLISECONDS,
            "verified": bool(json.loads(printed)["ok"]),
        },
    }


def by_thousand(spent: Sequence[float]) -> list[float]:
    """What entering a report took of the writing process in each thousand reports; empty where none was added."""
    edges = [0.0, *spent[999::1000]]
    return [round(after - before, 1) for before, after in pairwise(edges)]


def main() -> int:
    parser = arguments(__doc__ or "")
    parser.add_argument("--reports", type=int, default=10000)
    parser.add_argument(
        "--casebook", type=Path, metavar="FOLDER", help="keep the casebook here, and use it again"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        found = measured(asked.casebook or Path(place) / "casebook", Path(place), asked.reports)
    rows = [_row(name, each, found["held"]["case_page"]) for name, each in found["pages"].items()]
    heads = (
        "",
        "pages",
        "median ms",
        "95 % ms",
        "slowest ms",
        "CPU ms",
        "largest KB",
        f"< {MILLISECONDS:.0f} ms",
    )
    print(table(heads, rows))
    check = found["verify"]
    print(f"\nverify: {check['wall']:.0f} s, {check['cpu']:.0f} s of CPU time, {check['peak_mb']:.0f} MB; the desk: "
          f"{found['desk']['peak_mb']:.0f} MB; the casebook: {found['casebook_mb']} MB")  # fmt: skip
    if found["writer_cpu_ms_a_report"]:
        print(f"entering a report, CPU ms by thousand: {found['writer_cpu_ms_a_report']}")
    print(f"{asked.reports} reports, read by speed/fast_reader.py; {said(found)}")
    written(found, asked.json)
    return int(not all(found["held"].values()))


def _row(name: str, page: dict[str, float], held: bool) -> tuple[object, ...]:
    times = (page[each] for each in ("median_ms", "p95_ms", "slowest_ms", "cpu_ms", "largest_kb"))
    return (name, page["pages"], *map(round, times), mark(held) if name == "a case" else "")


if __name__ == "__main__":
    sys.exit(main())
