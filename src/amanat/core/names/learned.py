"""The learned tables that come with the program, and how they are kept in one file."""

from __future__ import annotations

import io
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from amanat.core.names.evidence import Learned
from amanat.core.names.transducer import Transducer
from amanat.core.names.vectors import Vectors

FILE = "learned.npz"
_TRANSDUCERS = ("han", "readings", "letters", "consonants", "han_bones")

Arrays = dict[str, NDArray[np.generic]]


_chosen: list[Learned] = []


def learned() -> Learned:
    """The tables that names are compared by."""
    return _chosen[-1] if _chosen else _own()


def choose(tables: Learned) -> None:
    """Compare by other tables from now on: for measuring some that were learnt from less than the program's own."""
    _chosen.append(tables)


@cache
def _own() -> Learned:
    """Those that come with the program, read when first asked for: some 0.2 s."""
    return from_bytes(resources.files("amanat.core.names.tables").joinpath(FILE).read_bytes())


def to_bytes(tables: Learned) -> bytes:
    arrays: Arrays = {"vectors.values": tables.vectors.values, "vectors.scales": tables.vectors.scales}
    for name in _TRANSDUCERS:
        part: Transducer = getattr(tables, name)
        arrays[f"{name}.costs"] = part.costs
        arrays[f"{name}.background"] = part.background
        arrays[f"{name}.widest"] = np.array(part.widest)
        arrays[f"{name}.signs"] = _lines(part.signs)
        arrays[f"{name}.stretches"] = _lines(part.stretches)
    arrays |= {f"weights.{kind}": row for kind, row in tables.weights.items()}
    written = io.BytesIO()
    np.savez_compressed(written, allow_pickle=False, **arrays)
    return written.getvalue()


def from_bytes(content: bytes) -> Learned:
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        parts = {
            name: Transducer(
                signs=_numbered(arrays[f"{name}.signs"]),
                stretches=_numbered(arrays[f"{name}.stretches"]),
                costs=arrays[f"{name}.costs"],
                background=arrays[f"{name}.background"],
                widest=int(arrays[f"{name}.widest"]),
            )
            for name in _TRANSDUCERS
        }
        weights = {key.partition(".")[2]: arrays[key] for key in arrays.files if key.startswith("weights.")}
        vectors = Vectors(arrays["vectors.values"], arrays["vectors.scales"])
    return Learned(**parts, vectors=vectors, weights=weights)


def _lines(numbered: dict[str, int]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(numbered).encode(), dtype=np.uint8)


def _numbered(lines: NDArray[np.uint8]) -> dict[str, int]:
    return {line: at for at, line in enumerate(lines.tobytes().decode().split("\n"))}
