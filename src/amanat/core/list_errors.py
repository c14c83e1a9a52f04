"""What can keep whole lists from being linked."""

from __future__ import annotations

from typing import ClassVar

from amanat.core.errors import AmanatError, Exit


class NoListError(AmanatError):
    code = "no-list"
    exit_code = Exit.UNREAD
    happened = "{item} is no list: {why}."
    kept: ClassVar[str] = "Nothing was linked, and the file itself is untouched."
    remedy = "Give a CSV file or a spreadsheet (XLSX) whose first row holds the headings."


class NoColumnError(AmanatError):
    code = "no-column"
    exit_code = Exit.USAGE
    happened = "{item} has no column “{heading}”; it has {headings}."
    kept: ClassVar[str] = "Nothing was linked."
    remedy = (
        "Write --column KIND=HEADING with a heading of the list; one that only some lists have is named once."
    )


class BadColumnError(AmanatError):
    code = "bad-column"
    exit_code = Exit.USAGE
    happened = "The column “{item}” cannot be used: {why}."
    kept: ClassVar[str] = "Nothing was linked."
    remedy = (
        "Write --column KIND=HEADING, for example --column name=person_name; docs/lists.md tells the kinds."
    )
