"""Options that every command knows, before or after its name: where, as whom, in which form."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from amanat.core.protecting import Role
from amanat.core.scan_languages import packs_of
from amanat.settings import setting


class Number(click.ParamType[int]):
    """A whole number from 1 on, as far as the database can count."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value).strip()
        if not (text.isascii() and text.isdigit() and len(text) < 19 and int(text)):
            self.fail(f"“{value}” is no number from 1 on.", param, ctx)
        return int(text)


NUMBER = Number()
"""A case, report, claim or person, or a page of a list."""

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(slots=True)
class Shared:
    """What was said with the shared options; the one nearer to the end of the line counts."""

    folder: Path | None = None
    actor: str | None = None
    role: str = Role.OWNER.value
    passphrase_fd: int | None = None
    json: bool = False
    debug: bool = False

    @property
    def casebook(self) -> Path:
        """-C, or AMANAT_CASEBOOK, or the folder we are in."""
        return self.folder or Path(setting("casebook") or ".")


_KEY = "amanat.shared"


def shared() -> Shared:
    """What this run was asked for."""
    found: Shared = click.get_current_context().meta.setdefault(_KEY, Shared())
    return found


def _kept(name: str, *spelt: str, **more: Any) -> Callable[[F], F]:
    """A click option whose value goes into ``Shared.name``, wherever on the line it was given."""

    def keep(context: click.Context, parameter: click.Parameter, value: Any) -> None:
        if value is not None and value is not False:
            setattr(context.meta.setdefault(_KEY, Shared()), name, value)

    return click.option(*spelt, expose_value=False, callback=keep, **more)


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    _kept(
        "folder",
        "-C",
        "--casebook",
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        help="The casebook's folder.",
    ),
    _kept("json", "--json", is_flag=True, help="Print JSON instead of tables."),
    _kept(
        "actor",
        "--actor",
        metavar="NAME",
        help="Who is at work, for the log; the casebook's owner if not given.",
    ),
    _kept(
        "role",
        "--role",
        type=click.Choice([each.value for each in Role]),
        help="See and do no more than this role may; owner if not given.",
    ),
    _kept(
        "passphrase_fd",
        "--passphrase-fd",
        type=click.IntRange(min=0),
        metavar="N",
        help="Read the passphrase from this file descriptor.",
    ),
    _kept(
        "debug",
        "--debug",
        is_flag=True,
        help="Show the technical report of a fault; it can hold names from reports.",
    ),
)


def shared_options(command: F) -> F:
    """Adds the shared options to a command or to the program itself."""
    for add in reversed(_OPTIONS):
        command = add(command)
    return command


def _of_scans(context: click.Context, parameter: click.Parameter, languages: tuple[str, ...]) -> None:
    """Kept as the setting of this run: the processes that read inherit it."""
    if not languages:
        return
    try:
        packs_of(languages)
    except ValueError as wrong:
        raise click.BadParameter(f"{wrong}.", context, parameter) from None
    os.environ["AMANAT_SCAN_LANGUAGES"] = " ".join(languages)


language_option = click.option(
    "--language",
    "languages",
    multiple=True,
    expose_value=False,
    callback=_of_scans,
    metavar="CODE",
    help="Of scans and photographs: their language (en, ru, kk, ug, zh, ar …), where it is not found out rightly.",
)


def json_wanted(given: list[str]) -> bool:
    """Whether --json is among the arguments, for when they could not be parsed."""
    return _said("--json", given)


def debug_wanted(given: list[str]) -> bool:
    return _said("--debug", given)


def _said(option: str, given: list[str]) -> bool:
    return option in (given[: given.index("--")] if "--" in given else given)
