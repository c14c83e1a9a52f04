"""What is kept of work under way, so that a run that was interrupted goes on where it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]


class Keeping(Protocol):
    """Numbers only: places of rows and what was found of pairs of them, never a cell."""

    def kept(self, name: str) -> Arrays | None:
        """What was kept under the name; None where nothing was, or nothing that can be read."""
        ...

    def keep(self, name: str, arrays: Arrays) -> None: ...


class Nowhere:
    """Nothing is kept."""

    def kept(self, name: str) -> Arrays | None:
        return None

    def keep(self, name: str, arrays: Arrays) -> None:
        return None


NOWHERE = Nowhere()


def once_done(keeping: Keeping, name: str, work: Callable[[], Arrays]) -> Arrays:
    """What ``work`` gives, done now or by an earlier run."""
    found = keeping.kept(name)
    if found is None:
        found = work()
        keeping.keep(name, found)
    return found
