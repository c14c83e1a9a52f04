"""Makes docs/errors.md from the errors themselves: python scripts/make_errors_page.py > docs/errors.md"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys

import amanat
from amanat.core.errors import AmanatError, Exit
from amanat.store.connect import configure

HEAD = """# Errors and exit codes

Made by `python scripts/make_errors_page.py > docs/errors.md`; a test fails when the page and the program differ.

Every error is one line: what happened, to which item, what became of your material, and what to do. With `--json` it
is one line of JSON: `error` (the code below), `item`, `message`, `exit`.

## Exit codes

| code | name | meaning |
|---|---|---|
"""
MEANINGS = {
    Exit.DONE: "Everything was done.",
    Exit.FAULT: "Something that the program did not foresee.",
    Exit.USAGE: "The command, an option, a setting or a value cannot be used as it was given.",
    Exit.CASEBOOK: "The casebook could not be opened: absent, locked, damaged, of another version.",
    Exit.UNREAD: "The work was done, but some items could not be read or taken in; they are named.",
    Exit.CHANGED: "Something was changed, removed or put back to an older state.",
    Exit.REFUSED: "It may not be done: by this role, or without a sandbox.",
    Exit.NOT_FOUND: "What was asked for is not there.",
    Exit.STORAGE: "No space, no permission, or a disk that fails.",
    Exit.INTERRUPTED: "Ctrl-C; the same command again goes on.",
}


def errors() -> list[type[AmanatError]]:
    """Every error that the program can show, by exit code and code; bases of others have no code of their own."""
    configure()
    for module in pkgutil.walk_packages(amanat.__path__, "amanat."):
        if not module.name.startswith("amanat.store.migrations"):
            importlib.import_module(module.name)
    found: set[type[AmanatError]] = set()
    waiting = [AmanatError]
    while waiting:
        error = waiting.pop()
        waiting += error.__subclasses__()
        if "code" in vars(error) and inspect.getmodule(error).__name__.startswith("amanat."):  # type: ignore[union-attr]
            found.add(error)
    return sorted(found - {AmanatError}, key=lambda each: (each.exit_code, each.code))


def page() -> str:
    exits = "".join(f"| {each.value} | {each.name.lower()} | {MEANINGS[each]} |\n" for each in Exit)
    rows = "".join(
        f"| `{each.code}` | {each.exit_code.value} | "
        f"{_cell(each.happened)} | {_cell(each.kept)} | {_cell(each.remedy)} |\n"
        for each in errors()
    )
    table = "| error | exit | what happened | what is kept | what to do |\n|---|---|---|---|---|\n"
    other = (
        "Two more have no class of their own: `usage` (exit 2), a command or option that there is not, and `fault` "
        "(exit 1), a defect of the program.\n"
    )
    return f"{HEAD}{exits}\n## Errors\n\n{table}{rows}\n{other}"


def _cell(template: str) -> str:
    """The words with their blanks as “…”, fit for a table."""
    words = " ".join(template.split()).replace("|", "\\|")
    while "{" in words:
        before, _, rest = words.partition("{")
        words = f"{before}…{rest.partition('}')[2]}"
    return words


if __name__ == "__main__":
    sys.stdout.write(page())
