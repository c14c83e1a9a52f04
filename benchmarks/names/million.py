"""The index of a million names: its figures, its memory, its speed, in processes of its own.

    python -m names.million build KEY FOLDER INDEX SIZE [--learned FILE]    # builds, saves, searches
    python -m names.million load KEY FOLDER INDEX SIZE [--learned FILE]     # loads what was saved, searches

Each prints one line of JSON. Memory is the most that the process ever held (VmHWM of Linux): when building with the
list of names in it, after loading only Python, the index, and the two hundred questions, kept in a file beside it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from amanat.core.names import NameIndex
from names.peers.ours import compare_by
from names.running import LIMIT
from names.scoring import share
from names.tasks.million import million
from names.tasks.task import Task

Result = TypeVar("Result")
_HERE = Path(__file__).resolve().parents[1]


def measured(folder: Path, key: str, size: int, learned: Path | None) -> dict[str, Any]:
    """Both processes, one after the other. Raises CalledProcessError where one fails."""
    with tempfile.TemporaryDirectory(prefix="names-") as there:
        index = Path(there) / "index"
        return {step: _process(step, key, folder, index, size, learned) for step in ("build", "load")}


def _process(
    step: str, key: str, folder: Path, index: Path, size: int, learned: Path | None
) -> dict[str, Any]:
    tables = ["--learned", learned.resolve()] if learned else []
    command = [sys.executable, "-m", "names.million", step, key, folder.resolve(), index, size, *tables]
    done = subprocess.run(list(map(str, command)), cwd=_HERE, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def build(task: Task, index: Path) -> dict[str, Any]:
    before = _peak_mb()
    made, build_seconds = _timed(lambda: NameIndex.build(task.candidates))
    peak = _peak_mb()
    _, save_seconds = _timed(lambda: made.save(index))
    size = sum(file.stat().st_size for file in _files(index)) / 2**20
    questions = _questions(task)
    _questions_file(index).write_text(json.dumps(questions), encoding="utf-8")
    memory = {"size_mb": size, "peak_mb": peak, "names_alone_mb": before}
    times = {"build_seconds": build_seconds, "save_seconds": save_seconds}
    return {"names": len(task.candidates), **times, **memory, **_searched(made, questions)}


def load(index: Path) -> dict[str, Any]:
    questions = json.loads(_questions_file(index).read_text(encoding="utf-8"))
    made, seconds = _timed(lambda: NameIndex.load(index))
    found = _searched(made, questions)
    return {"load_seconds": seconds, "peak_mb": _peak_mb(), **found}


def _questions(task: Task) -> list[tuple[str, list[int]]]:
    """Each query with the positions of the right names."""
    at = {name: position for position, name in enumerate(task.candidates)}
    return [(query.text, sorted(at[each] for each in query.answers if each in at)) for query in task.queries]


def _questions_file(index: Path) -> Path:
    return index.parent / "questions.json"


def _searched(index: NameIndex, questions: list[tuple[str, list[int]]]) -> dict[str, Any]:
    times, places = [], []
    for text, right in questions:
        found, seconds = _timed(partial(index.search, text, limit=LIMIT))
        times.append(1000 * seconds)
        places.append(next((rank for rank, each in enumerate(found, 1) if each.position in right), 0))
    middle, late = np.percentile(times, [50, 95])
    figures = {
        f"recall@{most}": share([0 < each <= most for each in places]).as_json() for most in (1, LIMIT)
    }
    return {"figures": figures, "p50_ms": middle, "p95_ms": late, "first_ms": times[0]}


def _timed(step: Callable[[], Result]) -> tuple[Result, float]:
    begun = time.perf_counter()
    result = step()
    return result, time.perf_counter() - begun


def _files(index: Path) -> Iterator[Path]:
    """An index may be one file, a folder, or files that begin alike."""
    for each in index.parent.glob(f"{index.name}*"):
        yield from (file for file in (each, *each.rglob("*")) if file.is_file())


def _peak_mb() -> float:
    status = Path("/proc/self/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("step", choices=["build", "load"])
    parser.add_argument("key")
    parser.add_argument("folder", type=Path)
    parser.add_argument("index", type=Path)
    parser.add_argument("size", type=int)
    parser.add_argument("--learned", type=Path)
    asked = parser.parse_args()
    compare_by(asked.learned)
    if asked.step == "build":
        found = build(million(asked.folder, asked.key, asked.size), asked.index)
    else:
        found = load(asked.index)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
