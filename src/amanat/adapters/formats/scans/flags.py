"""What a report's page says of text that was read from a scan."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from amanat.core.claim import Flag

_UNSURE = 75
_ENGINE = re.compile(r"[\w.+-]{1,40}")
_PACK = re.compile(r"[a-z_]{3,30}")


def scan_flags(untrusted_scan: Mapping[str, Any]) -> list[Flag]:
    """The sandbox's facts as flags. Raises TypeError or ValueError where they have another shape."""
    engine = _matching(_ENGINE, untrusted_scan["engine"])
    packs = [_matching(_PACK, each) for each in untrusted_scan["packs"]]
    sureness = {int(page): int(sure) for page, sure in untrusted_scan["sureness"].items()}
    flags = []
    if sureness:
        flags.append(Flag("read-from-scan", _read(engine, packs, sureness, int(untrusted_scan["of"]))))
    for code, key, words in (
        ("scan-turned", "turned", "{} stood upside down or on its side and was turned to be read."),
        (
            "scan-incomplete",
            "incomplete",
            "{} shows more than was read: pictures, stamps, handwriting, or lines of text that are missing here.",
        ),
        ("scan-illegible", "illegible", "{} is a picture on which no text could be made out."),
        ("scan-unread", "late", "{} was not read: the time for scans was used up (AMANAT_SCAN_SECONDS)."),
    ):
        if pages := [int(each) for each in untrusted_scan[key]]:
            flags.append(Flag(code, words.format(f"Page {listed(pages)}")))
    return flags


def _read(engine: str, packs: Sequence[str], sureness: Mapping[int, int], of: int) -> str:
    mean = round(sum(sureness.values()) / len(sureness))
    unsure = [f"{page} ({sure})" for page, sure in sureness.items() if sure < _UNSURE]
    which = "" if of == 1 else f", page {listed(list(sureness))}"
    note = (
        f"Read from a scan{which}; letters may be wrong, and numbers and names above all: compare them with the "
        f"original. Tesseract {engine} ({', '.join(packs)}) is {mean} of 100 sure of what it read"
    )
    return note + (f"; less of page {', '.join(unsure[:12])}." if unsure and len(sureness) > 1 else ".")


def _matching(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("not what was expected")
    return value


def listed(numbers: Sequence[int]) -> str:
    """The numbers, those that follow each other as a range: "1-3, 7"; long lists are cut."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    shown = [f"{first}" if first == last else f"{first}-{last}" for first, last in ranges]
    return ", ".join(shown[:12]) + (f" and {len(shown) - 12} more" if len(shown) > 12 else "")
