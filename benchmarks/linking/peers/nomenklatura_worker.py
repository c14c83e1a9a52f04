"""nomenklatura over a table, in a process of its own and by another Python.

    python nomenklatura_worker.py RECIPE TABLE.csv OUT.npz

Its own index finds the pairs, ten for each row as its command ``xref`` takes them by default, and the algorithm it has
for deduplication weighs each. It decides nothing by itself: a person does. For comparing, pairs from one half on are
taken for one person's, and groups are whatever these connect.
"""

from __future__ import annotations

import csv
import json
import logging
import resource
import sys
import tempfile
import time
from pathlib import Path

import nomenklatura
import numpy as np
from followthemoney import Dataset, StatementEntity
from nomenklatura.blocker import Index
from nomenklatura.matching import DedupeAlgorithm, ScoringConfig
from nomenklatura.resolver import Linker
from nomenklatura.store.memory import MemoryStore

THRESHOLD = 0.5
PAIRS_A_ROW = 10
_PROPERTIES = {
    "name": "name", "given": "firstName", "family": "lastName", "birth": "birthDate", "place": "birthPlace",
    "code": "idNumber", "category": "",
}  # fmt: skip
_CATEGORIES = {"sex": "gender", "gender": "gender", "occupation": "position"}


def main() -> None:
    _, table, out = sys.argv[1:]
    logging.disable(logging.WARNING)
    begun = time.perf_counter()
    columns = json.loads(Path(table).with_name("columns.json").read_text(encoding="utf-8"))
    dataset = Dataset.make({"name": "lists", "title": "Lists"})
    store = MemoryStore(dataset, Linker({}))
    size = 0
    with Path(table).open(encoding="utf-8", newline="") as file, store.writer() as writer:
        for row in csv.DictReader(file):
            writer.add_entity(_person(dataset, row, columns))
            size += 1
    view = store.default_view()
    with tempfile.TemporaryDirectory() as folder:
        index = Index(view, Path(folder))
        index.build()
        pairs = [(one.id, other.id) for (one, other), _ in index.pairs(max_pairs=PAIRS_A_ROW * size)]
        index.close()
    config = ScoringConfig.defaults()
    entities = {each: view.get_entity(each) for pair in pairs for each in pair}
    likely = [DedupeAlgorithm.compare(entities[one], entities[other], config).score for one, other in pairs]
    rows = np.array([sorted((int(one), int(other))) for one, other in pairs], np.int64).reshape(-1, 2)
    np.savez(
        out,
        left=rows[:, 0],
        right=rows[:, 1],
        probability=np.array(likely, float),
        cluster=_connected(size, rows[np.array(likely) >= THRESHOLD]),
        seconds=time.perf_counter() - begun,
        megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        threshold=THRESHOLD,
        called=f"nomenklatura {nomenklatura.__version__}",
    )


def _person(dataset: Dataset, row: dict[str, str], columns: list[tuple[str, str]]) -> StatementEntity:
    found: dict[str, list[str]] = {}
    for kind, heading in columns:
        named = _PROPERTIES[kind] or _CATEGORIES.get(heading, "")
        if named and row[heading].strip():
            found.setdefault(named, []).append(row[heading].strip())
    if "name" not in found:
        whole = " ".join([*found.get("firstName", []), *found.get("lastName", [])])
        found["name"] = [whole] if whole else []
    return StatementEntity.from_data(
        dataset, {"id": row["row"], "schema": "Person", "properties": found}, cleaned=False
    )


def _connected(size: int, pairs: np.ndarray) -> np.ndarray:
    lowest = list(range(size))

    def root(row: int) -> int:
        while lowest[row] != row:
            lowest[row] = lowest[lowest[row]]
            row = lowest[row]
        return row

    for one, other in pairs.tolist():
        first, second = sorted((root(one), root(other)))
        lowest[second] = first
    return np.array([root(row) for row in range(size)])


if __name__ == "__main__":
    main()
