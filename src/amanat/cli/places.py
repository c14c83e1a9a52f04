"""amanat -C CASEBOOK places [FILE]"""

from __future__ import annotations

from pathlib import Path

import click

from amanat.actions.places import Brought, bring_places, withdraw_place
from amanat.cli.options import NUMBER, shared, shared_options
from amanat.cli.session import session
from amanat.cli.tables import console, table
from amanat.cli.telling import one_line, tell_json
from amanat.core.format_errors import FileForbiddenError, FileMissingError, NotAFileError
from amanat.core.places.entry import PlaceEntry
from amanat.core.places.place_list import MAX_BYTES, read_place_list
from amanat.core.protecting import Sensitivity
from amanat.store.queries.places import OwnPlaceView, own_places
from amanat.store.queries.views import as_json


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--withdraw", type=NUMBER, metavar="N", help="Let place N stand no longer.")
@click.option(
    "--sensitivity",
    type=click.Choice([each.value for each in Sensitivity]),
    default=Sensitivity.OPEN.value,
    help="Who may see the places of the FILE; open if not given.",
)
@click.option("--why", default="", metavar="WORDS", help="Why, for the log and for those who read it later.")
@shared_options
def places(file: Path | None, withdraw: int | None, sensitivity: str, why: str) -> None:
    """List your own places, or bring in those of a FILE: camps, prisons, factories, villages.

    The FILE is a table with a heading, its columns parted by tabs, commas or semicolons: name, other names
    (parted by |), kind, lies in, latitude, longitude, source, note. Only the name is needed. A place that
    stands already under its name and in its surroundings is replaced; what stood before is kept.
    """
    if file is not None and withdraw is not None:
        raise click.UsageError("Either a FILE or --withdraw, not both.")
    if file is not None:
        _bring(file, Sensitivity(sensitivity), why)
    elif withdraw is not None:
        _withdraw(withdraw, why)
    else:
        _list()


def _bring(file: Path, sensitivity: Sensitivity, why: str) -> None:
    entries = _read(file)
    with session() as here:
        brought = bring_places(
            here.casebook, here.actor, entries, how=f"file {file.name}", sensitivity=sensitivity, why=why
        )
    if shared().json:
        tell_json(as_json(brought))
    else:
        click.echo(_in_words(brought))


def _read(untrusted: Path) -> tuple[PlaceEntry, ...]:
    name = str(untrusted)
    if untrusted.exists() and not untrusted.is_file():
        raise NotAFileError(name, what="a folder or a device")
    try:
        with untrusted.open("rb") as file:
            return read_place_list(file.read(MAX_BYTES + 1), untrusted.name)
    except FileNotFoundError:
        raise FileMissingError(name) from None
    except OSError as refused:
        raise FileForbiddenError(name, reason=refused.strerror or "error") from refused


def _in_words(brought: Brought) -> str:
    return (
        f"{len(brought.new)} new, {len(brought.replaced)} replaced, {brought.known} as they stood already. "
        "List them with `amanat places`."
    )


def _withdraw(place: int, why: str) -> None:
    with session() as here:
        made = withdraw_place(here.casebook, here.actor, place, why)
    if shared().json:
        tell_json({"withdrawn": place, "by": made})
    else:
        click.echo(f"Place {place} is withdrawn by entry {made}; what it said is kept.")


def _list() -> None:
    with session() as here:
        found = own_places(here.actor)
    if shared().json:
        tell_json([as_json(each) for each in found])
    elif not found:
        console().print("No places of your own yet. Bring some in: amanat places FILE")
    else:
        console().print(
            table(("#", "name", "other names", "kind", "lies in", "at", "source"), map(_row, found))
        )


def _row(place: OwnPlaceView) -> tuple[str, ...]:
    at = f"{place.latitude}, {place.longitude}" if place.latitude is not None else ""
    cells = (place.name, " · ".join(place.also), place.kind, place.lies_in, at, place.source)
    return (str(place.id), *map(one_line, cells))
