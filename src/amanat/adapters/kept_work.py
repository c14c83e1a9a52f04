"""What is kept of long work on files of the user, in a folder that they name: numbers, never what the files say."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from amanat.adapters.disk import storing

_ENDING = ".amanat-work"


class KeptWork:
    """``of``: a digest of all that the work depends on, so that what was kept of other lists is never taken for it."""

    def __init__(self, folder: Path, of: str) -> None:
        self._folder = folder
        self._of = of
        with storing(str(folder)):
            folder.mkdir(parents=True, exist_ok=True)

    def kept(self, name: str) -> dict[str, NDArray[Any]] | None:
        try:
            with self._file(name).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                return dict(arrays)
        except (OSError, ValueError, BadZipFile, KeyError, EOFError):
            return None  # nothing kept, or half of it: the work is done again

    def keep(self, name: str, arrays: dict[str, NDArray[Any]]) -> None:
        """Whole or not at all. Of two runs at once each writes its own, and they write the same."""
        beside = self._file(name).with_suffix(f".{os.getpid()}.part")
        with storing(str(self._folder)):
            try:
                with beside.open("wb") as file:
                    np.savez(file, allow_pickle=False, **arrays)
                beside.replace(self._file(name))
            finally:
                beside.unlink(missing_ok=True)

    def done(self) -> None:
        """Nothing of it is needed any more."""
        with storing(str(self._folder)):
            for file in self._folder.glob(f"{self._of}-*"):
                file.unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        return self._folder / f"{self._of}-{name}{_ENDING}"
