"""What a weighed probability came to where it was measured: the figure that is said of a link.

Features are weighed as if each stood alone, and of what is left to people the likely ones were joined already; so what
the weights come to says too much. The log odds are stretched and moved as fits best what was right among judgements
of known truth (Platt, "Probabilistic outputs for support vector machines", 1999). The order of links stays, and with
it every decision: limits are of what was weighed, before this. Learnt by benchmarks/calibrate_links.py.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from math import exp, log


def calibrated(weighed: float) -> float:
    """The probability to say of a link, from the weighed one; both above 0 and below 1."""
    times, plus = scale()
    return 1 / (1 + exp(-(times * log(weighed / (1 - weighed)) + plus)))


@cache
def scale() -> tuple[float, float]:
    """``calibration.tsv``: by what log odds are multiplied, and what is added then."""
    text = files("amanat.core.linking").joinpath("tables", "calibration.tsv").read_text(encoding="utf-8")
    [row] = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return float(row[0]), float(row[1])
