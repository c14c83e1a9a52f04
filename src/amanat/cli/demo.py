"""amanat demo FOLDER"""

from __future__ import annotations

from pathlib import Path

import click

from amanat.adapters import passphrase
from amanat.adapters.casebook import HEADER_FILE, create
from amanat.cli.add import add_with_progress
from amanat.cli.options import shared, shared_options
from amanat.cli.session import DEMO_NOTE, passphrase_given, session
from amanat.cli.telling import one_line
from amanat.cli.usage import DemoMissingError
from amanat.settings import setting

DEMO_PASSPHRASE = "demo collection, nothing secret"  # noqa: S105 (said to everybody, on purpose)
DEMO_OWNER = "Demo"
_EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "demo"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    default=_EXAMPLES,
    show_default=False,
    metavar="FOLDER",
    help="Where the demo collection is; the project's own if not given.",
)
@shared_options
def demo(folder: Path, source: Path) -> int:
    """Make a casebook in FOLDER from the demo collection: invented reports about invented people.

    Unless a passphrase is given by --passphrase-fd or AMANAT_PASSPHRASE_FILE, it is a well-known one that
    is written into the folder. Run it again to go on where it was interrupted.
    """
    if not source.is_dir():
        raise DemoMissingError(str(source))
    asked = shared()
    asked.folder = folder
    given = passphrase_given(asked)
    chosen = passphrase.asked(str(folder), descriptor=asked.passphrase_fd) if given else DEMO_PASSPHRASE
    if not (folder / HEADER_FILE).exists():
        create(folder, chosen, asked.actor or DEMO_OWNER, setting("database_url"))
    with session(chosen) as here:
        if not given:  # only now: a casebook that opens with the demo's passphrase is one of ours
            _write_note(folder)
        code = add_with_progress(here, [source], how="demo")
    if not asked.json:
        click.echo(one_line(f"The demo casebook is in {folder}. Look at it with: amanat -C {folder} desk"))
    return code


def _write_note(folder: Path) -> None:
    words = "Above is this demo casebook's passphrase. Everybody knows it: keep nothing of your own in here."
    (folder / DEMO_NOTE).write_text(f"{DEMO_PASSPHRASE}\n{words}\n", encoding="utf-8")
