"""A report as echoes are looked for: plain values, whoever keeps it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """``text`` is what offsets point into; ``published`` is EDTF, with both readings where there are two."""

    id: int
    text: str
    outlet: str = ""
    credit: tuple[str, ...] = ()
    title: str = ""
    published: str = ""
    language: str = ""
    level: str = ""
    """Who may read it, in whatever words the keeper of the reports has for it."""
