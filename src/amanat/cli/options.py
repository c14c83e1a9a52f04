"""Options that every command knows, before or after its name: where, as whom, in which form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from amanat.core.protecting import Role
from amanat.settings import setting

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(slots=True)
class Shared:
    """What was said with the shared options; the one nearer to the end of the line counts."""

    folder: Path | None = None
    actor: str | None = None
    role: Role = Role.OWNER
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


def _keep(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def keep(context: click.Context, parameter: click.Parameter, value: Any) -> None:
        if value is not None and value is not False:
            setattr(context.meta.setdefault(_KEY, Shared()), name, value)

    return keep


def _role(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.meta.setdefault(_KEY, Shared()).role = Role(value)


def shared_options(command: F) -> F:
    """Adds the shared options to a command or to the program itself."""
    for add in reversed(_OPTIONS):
        command = add(command)
    return command


_OPTIONS = (
    click.option(
        "-C",
        "--casebook",
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        expose_value=False,
        callback=_keep("folder"),
        help="The casebook's folder.",
    ),
    click.option(
        "--json",
        is_flag=True,
        expose_value=False,
        callback=_keep("json"),
        help="Print JSON instead of tables.",
    ),
    click.option(
        "--actor",
        metavar="NAME",
        expose_value=False,
        callback=_keep("actor"),
        help="Who is at work, for the log; the casebook's owner if not given.",
    ),
    click.option(
        "--role",
        type=click.Choice([each.value for each in Role]),
        expose_value=False,
        callback=_role,
        help="See and do no more than this role may; owner if not given.",
    ),
    click.option(
        "--passphrase-fd",
        type=click.IntRange(min=0),
        metavar="N",
        expose_value=False,
        callback=_keep("passphrase_fd"),
        help="Read the passphrase from this file descriptor.",
    ),
    click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        callback=_keep("debug"),
        help="Show the technical report of a fault; it can hold names from reports.",
    ),
)


def json_wanted(given: list[str]) -> bool:
    """Whether --json is among the arguments, for when they could not be parsed."""
    return _said("--json", given)


def debug_wanted(given: list[str]) -> bool:
    return _said("--debug", given)


def _said(option: str, given: list[str]) -> bool:
    return option in (given[: given.index("--")] if "--" in given else given)
