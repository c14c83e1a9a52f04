"""amanat -C CASEBOOK verify"""

from __future__ import annotations

from pathlib import Path

import click

from amanat.actions.findings import Finding, Progress
from amanat.actions.verify import verify as verifying
from amanat.adapters.disk import storing
from amanat.cli.options import shared, shared_options
from amanat.cli.progress import course
from amanat.cli.session import Session, session
from amanat.cli.telling import one_line, tell_json
from amanat.cli.writing_to import refuse_no_place
from amanat.core.casebook_errors import NoCheckpointError, StorageError
from amanat.core.errors import Exit
from amanat.core.format_errors import FileMissingError, NotAFileError

_LARGEST_NOTE = 64 * 1024


@click.command()
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Compare with a checkpoint kept elsewhere: in a backup, or by a colleague.",
)
@click.option(
    "--checkpoint",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the newest checkpoint to FILE, to be kept elsewhere.",
)
@shared_options
def verify(against: Path | None, checkpoint: Path | None) -> int:
    """Check that everything is as it was received and decided: log, records, files, texts.

    Whatever was changed, removed or put back to an older state is named, and the exit code is 5. A whole
    casebook put back to an older state can only be seen with --against: keep a checkpoint elsewhere now and
    then.
    """
    refuse_no_place(checkpoint, "checkpoint.txt")
    elsewhere = _kept_elsewhere(against) if against else ""
    with session() as here:
        found = _findings(here, elsewhere)
        if checkpoint and not found:
            with storing(str(checkpoint)):
                checkpoint.write_text(here.casebook.checkpoints.export(), encoding="utf-8")
    if shared().json:
        tell_json({"ok": not found, "findings": [each.as_json() for each in found]})
    elif found:
        said = "1 thing is not as it was" if len(found) == 1 else f"{len(found)} things are not as they were"
        click.echo(f"{said} received or decided.")
    else:
        click.echo("Everything is as it was received and decided.")
    return Exit.CHANGED if found else Exit.DONE


def _kept_elsewhere(file: Path) -> str:
    """The checkpoint in the file, as far as it can be one: an empty file compared with would find nothing wrong."""
    if file.is_dir():
        raise NotAFileError(str(file), what="a folder")
    try:
        with storing(str(file)):
            text = file.read_bytes()[:_LARGEST_NOTE].decode("utf-8")
    except UnicodeDecodeError:
        raise NoCheckpointError(str(file)) from None
    except StorageError as fault:
        raise FileMissingError(str(file)) if not file.exists() else fault from None
    if not text.strip():
        raise NoCheckpointError(str(file))
    return text


def _findings(here: Session, elsewhere: str) -> list[Finding]:
    found = []
    with course("Checking") as shown:
        for each in verifying(here.casebook, here.actor, elsewhere):
            if isinstance(each, Progress):
                shown.what = f"Checking {each.part}"
                shown.expect(each.total)
                shown.advance(each.done)
            else:
                found.append(each)
                if not shared().json:
                    shown.say(one_line(f"{each.wrong.value.upper()}: {each.item}: {each.words}"))
    return found
