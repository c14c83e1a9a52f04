"""amanat -C CASEBOOK capture URL"""

from __future__ import annotations

import click

from amanat.actions.add import ReadIn
from amanat.actions.add import add as adding
from amanat.actions.capture import CapturedReport
from amanat.actions.capture import capture as capturing
from amanat.actions.read import Entered
from amanat.cli.options import shared, shared_options
from amanat.cli.progress import course
from amanat.cli.session import Session, session
from amanat.cli.telling import one_line, tell_json
from amanat.core.errors import Exit
from amanat.core.protecting import Sensitivity


@click.command()
@click.argument("url")
@click.option("--proxy", metavar="ADDRESS", help="Go through this proxy: tor, or socks5://127.0.0.1:9050.")
@click.option(
    "--sensitivity",
    type=click.Choice([each.value for each in Sensitivity]),
    default=Sensitivity.OPEN.value,
    help="Who may see it: open to all, confidential, or sealed.",
)
@shared_options
def capture(url: str, proxy: str | None, sensitivity: str) -> int:
    """Keep the web page at URL as it is now, with all it is made of, and read it.

    This goes over the network, from this computer's address unless a proxy is named: whoever runs the page's
    server, or watches the line, sees that it was asked for.
    """
    with session() as here:
        made = capturing(here.casebook, here.actor, url, proxy=proxy, sensitivity=Sensitivity(sensitivity))
        return _tell(made, _read(here, made))


def _read(here: Session, made: CapturedReport) -> Entered | None:
    """Reads it, and whatever earlier runs left unread."""
    found = None
    with course("Reading") as shown:
        for event in adding(here.casebook, here.actor, []):
            if isinstance(event, ReadIn):
                shown.advance()
                found = event.entered if event.entered.report == made.received.report else found
    return found


def _tell(made: CapturedReport, entered: Entered | None) -> int:
    unread = entered.failure_note if entered else ""
    captured = made.captured
    if shared().json:
        tell_json(
            {
                "report": made.received.report,
                "sha256": made.received.sha256,
                "url": captured.url,
                "shown_url": captured.shown_url,
                "title": captured.title,
                "at": f"{captured.at:%Y-%m-%dT%H:%M:%SZ}",
                "status": captured.status,
                "answers": captured.answers,
                "left_out": list(captured.left_out),
                "screenshot": captured.has_picture,
                "claims": entered.claims if entered else 0,
                "unread": unread,
            }
        )
    else:
        click.echo(_in_words(made, entered))
        for address in captured.left_out:
            click.echo(f"Left out, too large or without an end: {one_line(address)}", err=True)
        if unread:
            click.echo(f"Kept, but not read: {one_line(unread)}", err=True)
    return Exit.UNREAD if unread or captured.status >= 400 else Exit.DONE


def _in_words(made: CapturedReport, entered: Entered | None) -> str:
    captured = made.captured
    words = f"Report {made.received.report}: {one_line(captured.title) or captured.url}, captured from "
    words += f"{one_line(captured.shown_url)} with {captured.answers} answers of its servers"
    words += " and a screenshot" if captured.has_picture else ", but no screenshot"
    words += f"; {entered.claims} claims." if entered else "."
    if captured.status >= 400:
        words += f" The server answered {captured.status}: this may not be the page that was there."
    return words
