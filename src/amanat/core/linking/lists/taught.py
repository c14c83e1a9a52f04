"""How often one person's rows agree, before a list has taught anything: what tables of known truth say on the mean.

It decides where a list is short, and is outweighed where it is long. benchmarks/linking/taught.py counts it; where a
list is measured, what its own table taught is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

Shares = tuple[float, ...]
"""For each level its share within its group; the first, where nothing is compared, says nothing."""


@dataclass(frozen=True, slots=True)
class Taught:
    best: Shares
    second: Shares
    third: Shares
    """Of the nearest words of two names, of the next nearest, and of those after them (``tokens.LEVELS``)."""
    length: Shares
    days: Shares
    places: Shares
    codes: Shares
    categories: Shares


TAUGHT = Taught(
    best=(1.0, 0.033, 0.024, 0.157, 0.787, 0.004, 0.005, 0.042, 0.949),
    second=(1.0, 0.138, 0.103, 0.383, 0.376, 0.07, 0.067, 0.208, 0.654),
    third=(1.0, 0.17, 0.063, 0.247, 0.52, 0.1, 0.1, 0.2, 0.6),
    length=(1.0, 0.854, 0.146),
    days=(1.0, 0.067, 0.047, 0.03, 0.014, 0.066, 0.118, 0.658, 0.028, 0.026, 0.946),
    places=(1.0, 0.108, 0.009, 0.002, 0.018, 0.154, 0.709, 0.208, 0.237, 0.555),
    codes=(1.0, 0.113, 0.02, 0.071, 0.128, 0.668),
    categories=(1.0, 0.062, 0.938),
)
