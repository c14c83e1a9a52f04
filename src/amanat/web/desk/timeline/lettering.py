"""How wide a text will be, estimated from above: the server has no fonts, and labels must never overlap."""

from __future__ import annotations

import unicodedata

_NARROW = frozenset(" iljtfrI.,:;'’|!()[]·-")
_BROAD = frozenset("mwMWЖШЩЮФжшщюфмы@%—…ЫОQGO")
_ALLOWANCE = 1.08
"""Fonts differ; DejaVu, the broadest that a Linux desktop falls back to, stays below this."""


def width(text: str, size: float) -> int:
    """Upper estimate of the width of ``text`` set at ``size``, in the unit of ``size``."""
    return round(sum(map(_em, text)) * size * _ALLOWANCE + 0.5)


def fitted(text: str, size: float, room: int) -> str:
    """``text``, cut with an ellipsis where it is wider than ``room``."""
    if width(text, size) <= room:
        return text
    shown = text
    while shown and width(shown + "…", size) > room:
        shown = shown[:-1]
    return shown.rstrip() + "…"


def folded(text: str, size: float, room: int, most: int) -> tuple[str, ...]:
    """``text`` in ``most`` lines or fewer, folded where words end; the last is cut where it is wider than ``room``."""
    if most == 1 or width(text, size) <= room:
        return (fitted(text, size, room),)
    first, *others = text.split()
    while others and width(f"{first} {others[0]}", size) <= room:
        first = f"{first} {others.pop(0)}"
    if not others or width(first, size) > room:
        return (fitted(text, size, room),)
    return first, *folded(" ".join(others), size, room, most - 1)


def _em(char: str) -> float:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    if char in _NARROW:
        return 0.42
    if char in _BROAD:
        return 0.98
    return 0.74 if char.isupper() or not char.isascii() else 0.64
