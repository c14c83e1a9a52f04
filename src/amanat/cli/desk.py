"""amanat -C CASEBOOK desk"""

from __future__ import annotations

import click

from amanat.cli.options import shared_options
from amanat.cli.session import session
from amanat.settings import number
from amanat.web.desk.serve import serve


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Which port; AMANAT_DESK_PORT, or any that is free."
)
@click.option("--browser/--no-browser", default=True, help="Open your browser.")
@shared_options
def desk(port: int | None, browser: bool) -> None:
    """Open the desk: cases, reports and review in your browser, on this computer only.

    It prints a link that works once. Ctrl-C closes the desk.
    """
    with session() as here:
        chosen = number("desk_port") if port is None else port
        serve(here.casebook, here.actor, port=chosen, browser=browser, say=_say)


def _say(words: str) -> None:
    click.echo(words)
