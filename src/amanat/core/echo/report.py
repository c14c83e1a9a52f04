"""A report as echoes are looked for: plain values, whoever keeps it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """``text`` is what offsets of passages point into; ``published`` is EDTF, with both readings where there are two.

    ``names``: names of persons and places that a reader found in it. They are needed only where the script has no
    capital letters (Han, Arabic); elsewhere names are known by their capitals.
    """

    id: int
    text: str
    outlet: str = ""
    credit: tuple[str, ...] = ()
    title: str = ""
    published: str = ""
    language: str = ""
    names: tuple[str, ...] = ()
