"""amanat -C CASEBOOK passphrase"""

from __future__ import annotations

import click

from amanat.actions.rekeying import change_passphrase
from amanat.adapters import passphrase as passphrases
from amanat.adapters.casebook import refuse_no_casebook
from amanat.cli.options import shared, shared_options
from amanat.cli.session import DEMO_NOTE, passphrase_for, session
from amanat.cli.telling import one_line, tell_json
from amanat.settings import setting


@click.command()
@click.option(
    "--new-passphrase-fd",
    type=click.IntRange(min=0),
    metavar="N",
    help="Read the new passphrase from this file descriptor.",
)
@shared_options
def passphrase(new_passphrase_fd: int | None) -> None:
    """Change the casebook's passphrase: the old one is asked for, then the new one, twice.

    Copies made before keep the old one: backups, and whatever a colleague has. Whoever holds such a copy and
    knows its passphrase holds the key that the casebook goes on using; if you fear that, make a new casebook.
    """
    asked = shared()
    refuse_no_casebook(asked.casebook)
    old = passphrase_for(asked)
    with session(old) as here:
        new = passphrases.another(str(asked.casebook), descriptor=new_passphrase_fd)
        change_passphrase(here.casebook, here.actor, old, new)
    (asked.casebook / DEMO_NOTE).unlink(missing_ok=True)  # what it tells is true no more
    if asked.json:
        tell_json({"casebook": str(asked.casebook), "changed": True})
        return
    click.echo(one_line(f"The passphrase of {asked.casebook} is changed; the old one opens it no more."))
    click.echo(
        "Copies made before, in backups or with colleagues, still open with the old one: make new copies, and "
        "destroy those that others could reach."
    )
    if asked.passphrase_fd is None and (kept := setting("passphrase_file")):
        click.echo(one_line(f"{kept} still holds the old one: write the new one into it."))
