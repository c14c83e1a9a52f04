"""Lists a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from django.db.models import Model, QuerySet

from amanat.store.queries.views import Page

PAGE_SIZE = 50

Row = TypeVar("Row", bound=Model)
View = TypeVar("View")


def paged(
    rows: QuerySet[Row], number: int, viewed: Callable[[Sequence[Row]], Sequence[View]], size: int = PAGE_SIZE
) -> Page[View]:
    """Page ``number`` of the rows, from 1; beyond the last page it is the last one."""
    total = rows.count()
    last = max(1, -(-total // size))
    number = min(max(1, number), last)
    chosen = list(rows[(number - 1) * size : number * size])
    return Page(tuple(viewed(chosen)), number, size, total)
