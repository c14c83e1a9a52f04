"""Tables and running text for the terminal.

Everything shown is made harmless first; nothing is read as markup.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from amanat.cli.telling import plain

_WIDTH_OF_A_PIPE = 160


def console(*, to_errors: bool = False) -> Console:
    """Standard output or standard error; colours only on a terminal, and never with NO_COLOR."""
    stream = sys.stderr if to_errors else sys.stdout
    wide = None if stream.isatty() or "COLUMNS" in os.environ else _WIDTH_OF_A_PIPE
    return Console(file=stream, width=wide, highlight=False, markup=False, emoji=False, soft_wrap=False)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table of the columns in which any row says something; one named ``#`` is as wide as its numbers."""
    given = list(rows)
    shown = [number for number in range(len(columns)) if any(row[number] for row in given)]
    made = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for number in shown:
        narrow = columns[number] == "#"
        made.add_column(
            columns[number], justify="right" if narrow else "left", no_wrap=narrow, overflow="fold"
        )
    for row in given:
        made.add_row(*(Text(plain(row[number])) for number in shown))
    return made


def marked(text: str, passages: Sequence[tuple[int, int, str]]) -> Text:
    """The text with its passages between ⟦ and ⟧, each followed by its label; on a terminal underlined too.

    ``passages``: start, end, label. Those with the same bounds are marked once, with all their labels.
    """
    labels: dict[tuple[int, int], list[str]] = {}
    for start, end, label in passages:
        labels.setdefault((start, end), []).append(label)
    cuts = sorted({0, len(text), *(cut for span in labels for cut in span)})
    shown = Text()
    for begin, stop in zip(cuts, [*cuts[1:], len(text)], strict=True):
        for span in sorted((each for each in labels if each[1] == begin), key=lambda each: -each[0]):
            shown.append(f"⟧({', '.join(labels[span])})", style="bold")
        opening = sum(1 for each in labels if each[0] == begin)
        shown.append("⟦" * opening, style="bold")
        inside = any(start <= begin and stop <= end for start, end in labels)
        shown.append(plain(text[begin:stop]), style="underline" if inside and stop > begin else "")
    return shown
