"""amanat lists link FILE [FILE …] --column KIND=HEADING …"""

from __future__ import annotations

import os
import sys
from itertools import islice
from pathlib import Path

import click

from amanat.actions.link_lists import ListsLinked, link_lists
from amanat.adapters.disk import storing
from amanat.cli.options import shared, shared_options
from amanat.cli.tables import console, table
from amanat.cli.telling import one_line, tell_json
from amanat.cli.writing_to import refuse_no_place
from amanat.core.linking.lists.columns import Column, Kind
from amanat.core.list_errors import BadColumnError

_SHOWN = 20


@click.command()
@click.argument("deed", type=click.Choice(["link"]), metavar="link")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--column", "declared", multiple=True, required=True, metavar="KIND=HEADING",
    help="What stands in a column: name, given, family, birth, place, code or category.",
)  # fmt: skip
@click.option("--each-once", is_flag=True, help="No list has a person twice: link between lists only.")
@click.option(
    "--least",
    default=0.5,
    type=click.FloatRange(0.02, 1),
    help="The probability from which on a pair is told.",
)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Write everything to FILE, as JSON."
)
@click.option(
    "--keep", type=click.Path(path_type=Path), metavar="FOLDER",
    help="Keep what is done in FOLDER, so that the same command goes on there if it is stopped.",
)  # fmt: skip
@shared_options
def lists(
    deed: str,
    files: tuple[Path, ...],
    declared: tuple[str, ...],
    each_once: bool,
    least: float,
    out: Path | None,
    keep: Path | None,
) -> None:
    """Find the rows of one or several lists (CSV, XLSX) that are likely one person's, with the reasons.

    Nothing enters a casebook: what is found is for a person to look at and decide.
    """
    refuse_no_place(out, "links.json")
    columns = [_column(each) for each in declared]
    if len({column.heading for column in columns}) < len(columns):
        raise BadColumnError(declared[-1], why="one heading is named twice")
    found = link_lists(files, columns, each_once=each_once, least=least, told=_told, keep=keep)
    if out is not None:
        _write(out, found)
    if shared().json:
        tell_json(found.as_json())
    else:
        _show(found, out)
    found.done()


def _column(declared: str) -> Column:
    kind, equals, heading = declared.partition("=")
    if not equals or not heading.strip():
        raise BadColumnError(declared, why="it is not KIND=HEADING")
    if kind not in list(Kind):
        raise BadColumnError(declared, why=f"the kinds are {', '.join(Kind)}")
    return Column(Kind(kind), heading.strip())


def _told(stage: str) -> None:
    if not shared().json:
        sys.stderr.write(f"{stage}\n")


def _write(out: Path, found: ListsLinked) -> None:
    """Whole or not at all: an interrupted run leaves no half of a file."""
    beside = out.with_name(out.name + ".part")
    with storing(str(out)):
        try:
            with beside.open("w", encoding="utf-8") as file:
                file.writelines(found.as_lines())
                file.flush()
                os.fsync(file.fileno())
            beside.replace(out)
        finally:
            beside.unlink(missing_ok=True)


def _show(found: ListsLinked, out: Path | None) -> None:
    pairs = list(islice(found.pairs(), _SHOWN))
    groups = found.groups()
    rows = (
        (f"{each['left']['file']} {each['left']['row']}", f"{each['right']['file']} {each['right']['row']}",
         f"{each['probability']:.3f}", one_line("; ".join(each["reasons"])))
        for each in pairs
    )  # fmt: skip
    if pairs:
        console().print(table(("row", "row", "probability", "why"), rows))
    more = f" The first {_SHOWN} are shown." if found.count > _SHOWN else ""
    click.echo(
        f"{len(found.table)} rows, pairs that are likely one person's: {found.count}, groups: {len(groups)}.{more}"
        + (f" All of it is in {out}." if out is not None else " Use --out FILE to have all of it.")
    )
