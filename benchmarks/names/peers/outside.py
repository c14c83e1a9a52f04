"""nomenklatura's logic-v2 and rigour, asked in a process of their own (worker.py)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from names.peers.ranker import Ranked, Ranker
from names.peers.simple import best

PYTHON_WITH_PEERS = "NAMES_PEERS_PYTHON"
_WORKER = Path(__file__).with_name("worker.py")
# From this score on yente, which serves logic-v2, calls a result a match by default.
_LOGIC_V2_MATCH = 0.7


class Worker:
    """The process, kept while the benchmark runs."""

    def __init__(self, python: str) -> None:
        self._process = subprocess.Popen(
            [python, "-W", "ignore", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.methods: list[str] = json.loads(self._read() or "{}").get("ready", [])

    def scores(self, method: str, pairs: Sequence[tuple[str, str]]) -> list[float]:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"method": method, "pairs": list(pairs)}) + "\n")
        self._process.stdin.flush()
        found: list[float] = json.loads(self._read())
        return found

    def close(self) -> None:
        """Ends the process, which stops when nothing more can be asked."""
        self._process.communicate()

    def _read(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()


class Outside:
    """One method of the worker. Slow: a fraction of a millisecond a pair, so it is asked about fewer names."""

    can_do_millions = False

    def __init__(
        self, name: str, method: str, worker: Worker, *, most: tuple[int, int], threshold: float | None
    ) -> None:
        self.name = name
        self.most_queries, self.most_candidates = most
        self.threshold = threshold
        self._method = method
        self._worker = worker

    def ranked(self, queries: Sequence[str], candidates: Sequence[str], limit: int) -> Ranked:
        return [
            best(
                np.array(self.scores([(query, each) for each in candidates]), dtype=np.float32),
                limit,
            )
            for query in queries
        ]

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return self._worker.scores(self._method, pairs)


def outside_rankers(python: str | None) -> Iterator[Ranker | str]:
    """logic-v2 and rigour, by the Python given, by NAMES_PEERS_PYTHON or by this one; else why not."""
    path = python or os.environ.get(PYTHON_WITH_PEERS) or sys.executable
    worker = Worker(path)
    if not worker.methods:
        worker.close()
        yield f"logic-v2, rigour: left out, nomenklatura is not installed for {Path(path).name}"
        return
    yield Outside("logic-v2", "logic-v2", worker, most=(150, 2000), threshold=_LOGIC_V2_MATCH)
    yield Outside("rigour", "rigour", worker, most=(150, 2000), threshold=None)
