"""Long lists a page at a time in the terminal: which page this is, and no answer for one that is not there."""

from __future__ import annotations

from typing import Any

from rich.console import Console

from amanat.core.errors import AmanatError, Exit
from amanat.store.queries.views import Page


class NoSuchPageError(AmanatError):
    code = "no-such-page"
    exit_code = Exit.NOT_FOUND
    happened = "There is no page {item} of the {things}: {pages}."
    kept = ""
    remedy = "Ask for one of these with --page, or leave it out for the first."


def refuse_beyond(found: Page[Any], asked: int, things: str) -> None:
    """Raises NoSuchPageError where the query gave the last page because page ``asked`` is not there."""
    if asked > found.pages:
        pages = f"there are {found.pages} pages" if found.pages > 1 else "there is one page only"
        raise NoSuchPageError(str(asked), things=things, pages=pages)


def say_page(out: Console, found: Page[Any], things: str) -> None:
    """Where the list has more than one page: which this is, of how many."""
    if found.pages > 1:
        out.print(f"Page {found.number} of {found.pages}; {found.total} {things} in all.")
