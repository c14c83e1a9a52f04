"""What differs by convention only: Raushan and Rawshan, Qalybek and Kalibek.

Which of these letters a name has is decided by who writes it (a passport office, a Uyghur or a Kazakh editor, a
journalist), never by how it sounds. Only what hardly two names are told apart by is here; what is merely likely is
learnt.
"""

from __future__ import annotations

import re
from functools import lru_cache

from amanat.core.names.spelling import Kind, Spelling

_WRITTEN = (
    ("dzh", "j"), ("zh", "j"), ("gh", "g"), ("kh", "h"), ("aw", "au"), ("ew", "eu"), ("iy", "i"), ("y", "i"),
    ("q", "k"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1")


def differ_by_convention(one: Spelling, other: Spelling) -> bool:
    """Whether two spellings by sound are one spelling, written by two conventions."""
    by_sound = one.kind is other.kind is Kind.SOUNDS
    return by_sound and one != other and plain(one.letters) == plain(other.letters)


@lru_cache(maxsize=1 << 16)
def plain(letters: str) -> str:
    """Letters a to z as all these conventions would agree to write them."""
    for written, plain in _WRITTEN:
        letters = letters.replace(written, plain)
    return _DOUBLED.sub(r"\1", letters)
