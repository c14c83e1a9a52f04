"""CPU time and memory of a process with all its children, told by Linux itself (/proc), from outside."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Cost:
    """``cpu``: user and system seconds of all processes; ``peak_mb``: the largest sum of proportional memory
    (PSS: what several processes share counts once), 0 where the system does not tell."""

    wall: float = 0.0
    cpu: float = 0.0
    peak_mb: float = 0.0

    def as_json(self) -> dict[str, Any]:
        return {name: round(value, 3) for name, value in asdict(self).items()}

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.wall + other.wall, self.cpu + other.cpu, max(self.peak_mb, other.peak_mb))


class Watch:
    """Watches a running process and its children from a thread, until they are gone.

    with Watch(process.pid) as watch:
        process.wait()
    """

    def __init__(self, pid: int, every: float = 0.2) -> None:
        self.cost = Cost()
        self._pid = pid
        self._every = every
        self._gone: dict[int, float] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Watch:
        self._begun = time.perf_counter()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()
        self.cost.wall = time.perf_counter() - self._begun

    def _watch(self) -> None:
        while not self._stop.is_set():
            tree = _tree(self._pid)
            self.cost.peak_mb = max(self.cost.peak_mb, sum(map(_pss_mb, tree)))
            for pid, cpu in _seconds(tree).items():
                self._gone[pid] = max(cpu, self._gone.get(pid, 0.0))
            self.cost.cpu = sum(self._gone.values())
            self._stop.wait(self._every)


def cpu_seconds(pid: int) -> float:
    """Of a running process and its children, until now."""
    return sum(_seconds(_tree(pid)).values())


def _tree(root: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        fields = _fields(stat)
        if fields:
            children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


def _fields(stat: Path) -> list[str]:
    """State, parent and so on: what follows the command's name, which may itself hold spaces."""
    try:
        return stat.read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _seconds(tree: list[int]) -> dict[int, float]:
    """Of each process itself, and not of its children: those are in the tree, or were counted before."""
    found = {pid: _fields(Path(f"/proc/{pid}/stat")) for pid in tree}
    return {pid: (int(each[11]) + int(each[12])) / _TICKS for pid, each in found.items() if each}


def _pss_mb(pid: int) -> float:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        return 0.0
    return 0.0
