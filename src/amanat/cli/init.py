"""amanat init FOLDER"""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from amanat.adapters import passphrase
from amanat.adapters.casebook import create, refuse_no_room_for_one
from amanat.cli.options import shared, shared_options
from amanat.cli.telling import one_line, tell_json
from amanat.settings import setting


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--owner", metavar="NAME", help="Whose casebook it is, for the log; your login name if not given."
)
@shared_options
def init(folder: Path, owner: str | None) -> None:
    """Make a new casebook in FOLDER, which must be new or empty.

    The passphrase is asked for, twice. It is the only key: whoever has it can read everything, and without
    it nobody can. Choose several words that nobody could guess, and keep a copy where only you can find it.
    """
    asked = shared()
    refuse_no_room_for_one(folder)
    chosen = passphrase.new(str(folder), descriptor=asked.passphrase_fd)
    name = owner or asked.actor or getpass.getuser()
    create(folder, chosen, name, setting("database_url"))
    if asked.json:
        tell_json({"casebook": str(folder), "owner": name})
    else:
        click.echo(one_line(f"A new casebook is in {folder}; it belongs to {name}."))
        click.echo(one_line(f"Take in reports with: amanat -C {folder} add FILES AND FOLDERS"))
