"""The best one-to-one assignment of what was read to what was expected."""

from __future__ import annotations

from collections.abc import Sequence


def best_pairs(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column) with the greatest sum of worth; pairs worth nothing are left out.

    The Hungarian method with potentials, O(rows² × columns); rows and columns may differ in number.
    """
    if not worth or not worth[0]:
        return []
    if len(worth) > len(worth[0]):
        return sorted((row, column) for column, row in best_pairs(list(zip(*worth, strict=True))))
    rows, columns = len(worth), len(worth[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken_by = [0] * (columns + 1)
    for row in range(1, rows + 1):
        came_from = _shortest_path(row, worth, row_price, column_price, taken_by)
        column = came_from.pop()
        while column:
            taken_by[column] = taken_by[came_from[column]]
            column = came_from[column]
    pairs = [(taken_by[column] - 1, column - 1) for column in range(1, columns + 1) if taken_by[column]]
    return sorted((row, column) for row, column in pairs if worth[row][column] > 0)


def _shortest_path(
    row: int,
    worth: Sequence[Sequence[float]],
    row_price: list[float],
    column_price: list[float],
    taken_by: list[int],
) -> list[int]:
    """For each column the one before it on the cheapest alternating path; last, that path's free column."""
    columns = len(column_price) - 1
    taken_by[0] = row
    least = [float("inf")] * (columns + 1)
    came_from, done = [0] * (columns + 1), [False] * (columns + 1)
    column = 0
    while taken_by[column]:
        done[column] = True
        here, step, following = taken_by[column], float("inf"), 0
        for other in range(1, columns + 1):
            if done[other]:
                continue
            cost = -worth[here - 1][other - 1] - row_price[here] - column_price[other]
            if cost < least[other]:
                least[other], came_from[other] = cost, column
            if least[other] < step:
                step, following = least[other], other
        for other in range(columns + 1):
            if done[other]:
                row_price[taken_by[other]] += step
                column_price[other] -= step
            else:
                least[other] -= step
        column = following
    return [*came_from, column]
