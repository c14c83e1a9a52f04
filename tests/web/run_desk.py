"""Opens the desk in a process of its own: ``python run_desk.py FOLDER PASSPHRASE [IDLE_MINUTES]``."""

from __future__ import annotations

import sys
from pathlib import Path

from amanat.adapters.casebook import open_casebook
from amanat.core.protecting import Actor, Role
from amanat.store.connect import configure, connect


def main(folder: str, passphrase: str, idle_minutes: str = "30") -> None:
    configure()
    # Only now: what the desk imports is Django's, and Django must be ready before.
    from amanat.web.desk.serve import serve  # noqa: PLC0415

    with open_casebook(Path(folder), passphrase) as casebook:
        connect(casebook)
        serve(
            casebook,
            Actor(casebook.owner, Role.OWNER),
            browser=False,
            idle_minutes=float(idle_minutes),
            say=lambda line: print(line, flush=True),
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
