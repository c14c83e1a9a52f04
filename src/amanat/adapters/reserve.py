"""Room kept back on the disk, so that what must still be written when it is full can be.

A delete from the database, or a commit's checkpoint, needs a little room exactly when there is none.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from amanat.adapters.disk import write_whole

RESERVE_FILE = "reserve"
_SIZE = 1024 * 1024


class Reserve:
    def __init__(self, folder: Path) -> None:
        self._path = folder / RESERVE_FILE

    def fill(self) -> bool:
        """Takes the room if there is enough; whether it is held now. A full disk is no reason not to open."""
        with suppress(OSError):
            if not self._path.exists():
                # Random, because some file systems give no room to zeros.
                write_whole(self._path, os.urandom(_SIZE))
        return self._path.exists()

    def spend(self) -> bool:
        """Gives the room back to the disk; whether there was any. The next opening takes it again."""
        try:
            self._path.unlink()
        except FileNotFoundError:
            return False
        return True
