"""A shelf of names as bytes, to be kept where the names themselves are kept, and taken up again without building.

The bytes are NumPy's own file of arrays, never unpickled. A shelf can only be searched with the tables that it was
made with: ``made_by`` says which those are, and must be kept beside the bytes.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from functools import cache

import numpy as np

from amanat.core.names.learned import learned
from amanat.core.names.shelf import Shelf, array_names, filled

RULES = 2
"""To be raised whenever names are spelt or taken apart otherwise: what was made before is then made anew."""

_DAMAGED = (
    ValueError, KeyError, TypeError, IndexError, OSError, EOFError, NotImplementedError,
    zipfile.BadZipFile, zlib.error, struct.error, SyntaxError,
)  # fmt: skip
"""What NumPy and its zip files raise at damage, each at another kind."""


@cache
def made_by() -> str:
    """Which tables and rules a shelf of now is made by: 16 hexadecimal digits after the rules' number."""
    tables = np.ascontiguousarray(learned().vectors.values)
    return f"{RULES}:{hashlib.blake2b(tables.data, digest_size=8).hexdigest()}"


def shelved(names: Iterable[str]) -> bytes:
    """The names, in this order, as a shelf in bytes: some 350 a name.

    The places are kept in half the digits, which moves a score by less than a hundredth, and not twice.
    """
    arrays = filled(learned(), names).arrays()
    arrays |= {"places": arrays["places"].astype(np.float16), "looked": np.array(arrays["looked"].shape[1])}
    written = io.BytesIO()
    np.savez(written, allow_pickle=False, **arrays)
    return written.getvalue()


def taken_up(content: bytes) -> Shelf:
    """The shelf in the bytes. Raises ValueError where they are damaged, or of another making.

    Every array carries a check sum, which is looked at here.
    """
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as kept:
            arrays = {name: kept[name] for name in array_names()}
        arrays["places"] = arrays["places"].astype(np.float32)
        arrays["looked"] = np.ascontiguousarray(arrays["places"][:, : int(arrays["looked"])])
        shelf = Shelf(**arrays)
    except _DAMAGED as fault:
        raise ValueError(f"no shelf of names: {type(fault).__name__}") from fault
    if len(shelf.sizes) != len(shelf.text_ends):
        raise ValueError("a shelf of names whose parts do not belong together")
    return shelf
