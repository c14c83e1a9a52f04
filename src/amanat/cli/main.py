"""The program ``amanat``: finds the command, and turns whatever goes wrong into one clear line and an exit
code.

Command modules are imported when their command is called, so that ``amanat --help`` answers at once.
"""

from __future__ import annotations

import difflib
import importlib
import os
import sys
import traceback
from pathlib import Path
from typing import NoReturn

import click

from amanat import __version__
from amanat.cli.options import debug_wanted, json_wanted, shared_options
from amanat.cli.telling import plain, tell_error
from amanat.cli.usage import SettingError, refuse_bad_settings
from amanat.core.errors import AmanatError, Exit

COMMANDS: dict[str, str] = {
    "init": "Make a new casebook.",
    "add": "Take in files and folders, and read them.",
    "capture": "Keep a web page as it is now, and read it.",
    "read": "Look only: read one file and show its claims.",
    "cases": "List the cases, or search among them.",
    "case": "Show one case.",
    "report": "Show one report with its claims.",
    "echoes": "List which reports repeat which, and where they come from.",
    "find": "Search cases, reports and places.",
    "lists": "Find the same people in whole lists.",
    "places": "List your own places, or bring some in.",
    "review": "Confirm, correct or reject a claim.",
    "grade": "Grade a source, or what a claim says.",
    "link": "List pairs of persons who may be one.",
    "judge": "Decide whether two persons are one.",
    "desk": "Open the desk in your browser.",
    "passphrase": "Change the casebook's passphrase.",
    "verify": "Check that everything is as it was received and decided.",
    "log": "Show who did what, and when.",
    "demo": "Make a casebook from the demo collection.",
}
"""Each is the command of its own name in the module ``amanat.cli.<name>``."""
_WITHOUT_A_CASEBOOK = ("init", "read", "lists")


class Commands(click.Group):
    """The commands of the table above, each imported when it is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in _WITHOUT_A_CASEBOOK:
            # Imported here because Django takes a moment that --help and `read` need not wait for; and before
            # the command, whose actions and queries import the records.
            importlib.import_module("amanat.store.connect").configure()
        found: click.Command = getattr(importlib.import_module(f"amanat.cli.{cmd_name}"), cmd_name)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS:
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            meant = f" Did you mean “{near[0]}”?" if near else ""
            raise click.UsageError(f"There is no command “{args[0]}”.{meant}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="amanat %(version)s")
@shared_options
@click.pass_context
def amanat(context: click.Context) -> None:
    """Turns reports of human-rights violations into case files that hold up.

    A casebook is one encrypted folder. Name it with -C, before or after the command, or with AMANAT_CASEBOOK.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the program and end the process with one of ``core.errors.Exit``."""
    given = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough (`amanat cases | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = Exit.DONE
    sys.exit(code)


def _run(given: list[str]) -> int:
    try:
        refuse_bad_settings()
        code = amanat.main(given, prog_name="amanat", standalone_mode=False)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as wrong:
        return _tell_usage(wrong, given)
    except AmanatError as error:
        tell_error(error.as_json(), error.message(), as_json=json_wanted(given))
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        sys.stderr.write("\nStopped. What was acknowledged is kept; run the same command again to go on.\n")
        return Exit.INTERRUPTED
    except SystemExit as ended:  # how click ends when nobody reads our output any more
        raise BrokenPipeError from ended
    except BrokenPipeError:
        raise
    except Exception as defect:  # whatever we did not foresee still ends in a line, not in a traceback
        return _tell_defect(defect, given)
    return code if isinstance(code, int) else Exit.DONE


def _tell_usage(wrong: click.ClickException, given: list[str]) -> int:
    message = " ".join(wrong.format_message().split())
    message += "" if message.endswith((".", "?", "!")) else "."
    if isinstance(wrong, click.NoSuchOption) and Path(wrong.option_name).exists():
        message += f" If you mean the file of that name, put -- before it: -- {wrong.option_name}"
    context = wrong.ctx if isinstance(wrong, click.UsageError) else None
    asked = context.command_path if context is not None else "amanat"
    body = {"error": "usage", "item": asked, "message": message, "exit": int(Exit.USAGE)}
    tell_error(body, f"{message} See {asked} --help.", as_json=json_wanted(given))
    return Exit.USAGE


def _tell_defect(defect: Exception, given: list[str]) -> int:
    """A traceback may hold names out of reports: it is shown only where it was asked for."""
    at = traceback.extract_tb(defect.__traceback__)[-1]
    place = f"{Path(at.filename).name}:{at.lineno}"
    message = (
        f"Something happened that Amanat did not foresee ({type(defect).__name__} at {place}). What was "
        "acknowledged before is kept. Run the same command with --debug for the technical report, and look "
        "through it before you send it to anybody: it can hold names."
    )
    body = {"error": "fault", "item": place, "message": message, "exit": int(Exit.FAULT)}
    tell_error(body, message, as_json=json_wanted(given))
    if debug_wanted(given):
        sys.stderr.write(plain("".join(traceback.format_exception(defect))))
    return Exit.FAULT


__all__ = ["COMMANDS", "SettingError", "amanat", "main"]
