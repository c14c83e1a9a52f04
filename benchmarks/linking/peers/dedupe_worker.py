"""dedupe over a table, in a process of its own and by another Python.

    python dedupe_worker.py RECIPE TABLE.csv OUT.npz

dedupe learns from pairs that a person has labelled: it is given LABELS.json beside the table, pairs whose answer is
taken from the truth, which no other linker here is shown. Its variables are those it has for such columns.
"""

from __future__ import annotations

import csv
import importlib.metadata
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

import dedupe
import numpy as np
from dedupe import variables

THRESHOLD = 0.5
CORES = 2
_KINDS = {"code": variables.ShortString, "category": variables.Exact}

Record = dict[str, str | None]


def main() -> None:
    _, table, out = sys.argv[1:]
    begun = time.perf_counter()
    columns = json.loads(Path(table).with_name("columns.json").read_text(encoding="utf-8"))
    data = _records(Path(table), [heading for _, heading in columns])
    deduper = dedupe.Dedupe(
        [_KINDS.get(kind, variables.String)(heading, has_missing=True) for kind, heading in columns],
        num_cores=CORES,
    )
    deduper.prepare_training(data)
    deduper.mark_pairs(_labelled(Path(table).with_name("labels.json"), data))
    deduper.train()
    scores = deduper.score(deduper.pairs(data))
    left, right, likely = _pairs(scores)
    cluster = np.arange(len(data))
    for rows, _ in deduper.cluster(scores, THRESHOLD):
        cluster[list(rows)] = min(rows)
    np.savez(
        out,
        left=left,
        right=right,
        probability=likely,
        cluster=cluster,
        seconds=time.perf_counter() - begun,
        megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        threshold=THRESHOLD,
        called=f"dedupe {importlib.metadata.version('dedupe')}",
    )


def _records(table: Path, headings: list[str]) -> dict[int, Record]:
    with table.open(encoding="utf-8", newline="") as file:
        return {
            int(row["row"]): {heading: row[heading].strip() or None for heading in headings}
            for row in csv.DictReader(file)
        }


def _labelled(file: Path, data: dict[int, Record]) -> Any:
    labels = json.loads(file.read_text(encoding="utf-8"))
    return {answer: [(data[one], data[other]) for one, other in pairs] for answer, pairs in labels.items()}


def _pairs(scores: Any) -> tuple[Any, Any, Any]:
    pairs = np.asarray(scores["pairs"], np.int64)
    return pairs.min(axis=1), pairs.max(axis=1), np.asarray(scores["score"], float)


if __name__ == "__main__":
    main()
