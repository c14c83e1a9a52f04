"""What is printed: one table a task, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from names.running import Row
from names.tasks.task import Task


def task_table(task: Task, rows: Sequence[Row]) -> str:
    """A line a ranker, best recall@10 first, each figure with its interval, and the goals below."""
    heads = list(dict.fromkeys(name for row in rows for name in row.figures))
    if not rows:
        return f"{task.about}  [{task.key}]\nQ = {len(task.queries):,}, N = {len(task.candidates):,}{_goals(task)}"
    ordered = sorted(rows, key=lambda row: -row.figures["recall@10"].value)
    lines = [[row.ranker, *_cells(row, heads), *_size(task, row), f"{row.ms:.1f}"] for row in ordered]
    title = f"{task.about}  [{task.key}]\nQ = {len(task.queries):,}, N = {len(task.candidates):,}"
    return f"{title}{_goals(task)}\n{columns(['', *heads, 'Q', 'N', 'ms/query'], lines)}"


def million_table(own: dict[str, Any]) -> str:
    """What the index of the program took to build, to save and to load, and what it found after each."""
    lines = []
    for step, found in own.items():
        timed = [name for name in (step, "save") if f"{name}_seconds" in found]
        seconds = ", ".join(f"{name} {found[f'{name}_seconds']:.1f} s" for name in timed)
        recalls = [f"{value:.3f} ({low:.2f}–{high:.2f})" for value, low, high in found["figures"].values()]
        times = [f"{found[each]:.0f}" for each in ("p50_ms", "p95_ms", "first_ms")]
        size = f"{found['size_mb']:,.0f}" if "size_mb" in found else ""
        lines.append([f"amanat, {seconds}", *recalls, *times, f"{found['peak_mb']:,.0f}", size])
    heads = ["recall@1", "recall@10", "p50 ms", "p95 ms", "first ms", "peak MB", "file MB"]
    return columns(["goal: p95 ≤ 60 ms, build ≤ 60 s, index ≤ 1,500 MB", *heads], lines)


def columns(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Columns as wide as they need to be, the first to the left."""
    lines = [[str(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _cells(row: Row, heads: Sequence[str]) -> list[str]:
    return [str(row.figures[head]) if head in row.figures else "–" for head in heads]


def _size(task: Task, row: Row) -> tuple[str, str]:
    """Stated where the ranker saw less than the whole task."""
    queries = f"{row.queries:,}" if row.queries != len(task.queries) else ""
    candidates = f"{row.candidates:,}" if row.candidates != len(task.candidates) else ""
    return queries, candidates


def _goals(task: Task) -> str:
    stated = ", ".join(f"{name} ≥ {value:.2f}" for name, value in task.goals.items())
    return f"; goal: {stated}" if stated else ""
