"""A whole list out of a file: its headings and cells, parsed in the sandbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from amanat.adapters.formats.answers import known
from amanat.adapters.formats.extracting import Limits, read_file
from amanat.adapters.sandbox import Allowance, Policy, RefusalError, Sandbox, SandboxUnavailableError
from amanat.core import format_errors as errors
from amanat.core.list_errors import NoListError
from amanat.settings import setting

_ANSWER = 4
"""Bytes of answer for each byte of the file: JSON escapes, and what a spreadsheet packs."""
_LEAST_ANSWER = 64 * 2**20


@dataclass(frozen=True, slots=True)
class ReadList:
    """``untrusted_rows``: for each row a cell for each of the ``headings``; ``numbers``: as a spreadsheet counts."""

    name: str
    headings: tuple[str, ...]
    untrusted_rows: list[list[str]]
    numbers: list[int]


def read_list(path: Path, *, limits: Limits | None = None) -> ReadList:
    """The first table of a CSV or XLSX file. Raises FormatError, NoListError."""
    limits = limits or Limits.from_settings()
    untrusted = read_file(path, limits)
    if not untrusted.strip():
        raise errors.EmptyFileError(path.name)
    answer = max(_LEAST_ANSWER, _ANSWER * len(untrusted))
    allowance = Allowance(limits.seconds, limits.memory_mb, answer_bytes=answer)
    try:
        found = _sandbox().parse("list", untrusted, {}, allowance)
    except SandboxUnavailableError as fault:
        raise errors.SandboxMissingError(path.name, why=str(fault)) from None
    except RefusalError as refusal:
        raise known(refusal, path.name, limits) from None
    try:
        return _checked(path.name, found)
    except (KeyError, TypeError, ValueError):
        raise errors.ParserFailedError(path.name, how="an answer of the wrong shape") from None


def _checked(name: str, untrusted_found: Mapping[str, Any]) -> ReadList:
    headings = tuple(_strings(untrusted_found["headings"]))
    rows = [_strings(each) for each in untrusted_found["rows"]]
    numbers = [int(each) for each in untrusted_found["numbers"]]
    if any(len(row) != len(headings) for row in rows) or len(numbers) != len(rows):
        raise ValueError("rows of different lengths")
    if not rows:
        raise NoListError(name, why="there is no row below its headings")
    return ReadList(name, headings, rows, numbers)


def _strings(values: object) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        raise TypeError("not a list of strings")
    return values


@cache
def _sandbox() -> Sandbox:
    return Sandbox(
        {"list": "amanat.adapters.formats.list_cells:list_cells"}, policy=Policy(setting("sandbox"))
    )
