"""What a second reader is called where its claims say who read them."""

from __future__ import annotations

MARK = "second reader"
VERSION = "1"
"""Of the questions and the checks."""


def reader_name(model: str, answered_by: str = "") -> str:
    """``second reader 1, MODEL``; with the name that the server gives the model, where that is another."""
    model = " ".join(model.split())
    other = f", answered by {answered_by}" if answered_by not in ("", model) else ""
    return f"{MARK} {VERSION}, {model}{other}"[:120]


def is_second(reader: str) -> bool:
    """Whether a claim's reader is a second reader."""
    return reader.startswith(f"{MARK} ")
