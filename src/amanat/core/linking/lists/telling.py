"""Why two rows are likely one person's, or not, in words that a person can check against the lists."""

from __future__ import annotations

from amanat.core.linking.lists.columns import NAMES, Table
from amanat.core.linking.lists.linking import Linked

_SAID = 0.5
"""Nats from which on, for or against, a thing is worth a word."""


def reasons(table: Table, linked: Linked, pair: int) -> tuple[str, ...]:
    """For the pair at that place: what speaks for it and against it, the weightiest first; never nothing, since also
    that all of it says little is a reason."""
    return _told(table, linked, pair, _SAID) or _told(table, linked, pair, 0.0)


def _told(table: Table, linked: Linked, pair: int, least: float) -> tuple[str, ...]:
    found: dict[str, tuple[float, list[str]]] = {}
    for part, level, nats in zip(linked.parts, linked.levels[:, pair], linked.nats[:, pair], strict=True):
        called = part.called.partition(",")[0]
        if level and abs(nats) >= least:
            sum_of, words = found.get(called, (0.0, []))
            found[called] = (sum_of + float(nats), [*words, part.levels[int(level)]])
    rows = int(linked.left[pair]), int(linked.right[pair])
    ordered = sorted(found.items(), key=lambda item: -abs(item[1][0]))
    return tuple(_said(table, called, rows, nats, words) for called, (nats, words) in ordered)


def _said(table: Table, called: str, rows: tuple[int, int], nats: float, words: list[str]) -> str:
    headings = (
        [column.heading for column in table.columns if column.kind in NAMES] if called == "name" else [called]
    )
    values = [" ".join(filter(None, (table.cells[each][row].strip() for each in headings))) for row in rows]
    shown = f"“{values[0]}”" if values[0] == values[1] else f"“{values[0]}” and “{values[1]}”"
    speaks = "says little" if abs(nats) < _SAID else "speaks for it" if nats > 0 else "speaks against it"
    return f"{called} {shown}: {', '.join(dict.fromkeys(words))}; {speaks}"
