"""One name across scripts and spellings: taken apart, compared with reasons, found among a million."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amanat.core.names.comparing import Comparison, compare
    from amanat.core.names.index import Match, NameIndex
    from amanat.core.names.name import Name, NamePart
    from amanat.core.names.parsing import parse

__all__ = ["Comparison", "Match", "Name", "NameIndex", "NamePart", "compare", "parse"]

_MODULES = {
    "Comparison": "comparing", "compare": "comparing", "Match": "index", "NameIndex": "index", "Name": "name",
    "NamePart": "name", "parse": "parsing",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Comparing needs NumPy and the learned tables; who only folds names for a search need not wait for them."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_MODULES[name]}"), name)
