"""A small real reader of a fixed form, fast enough to be run a thousand times; it needs no database.

A line "NAME | kind | when | place | teller | details" is one claim by the outlet on the first line, and the
whole line is its passage.
"""

from __future__ import annotations

import hashlib
import os

from amanat.actions.outcome import Outcome
from amanat.core.action_errors import NotFoundError
from amanat.core.claim import (
    Claim,
    Modality,
    Passage,
    Person,
    PlaceName,
    Polarity,
    Reading,
    ReportHeader,
    Teller,
    TellerRole,
    Where,
    identified,
)


def read_lines(untrusted: bytes, name: str, sha256: str) -> Outcome:
    """A reader for reading processes, with three ways to fail."""
    if untrusted == b"DIE":
        os._exit(9)
    if untrusted == b"RAISE":
        raise ZeroDivisionError("as asked")
    if untrusted == b"UNFIT":
        raise NotFoundError("no model")
    return Outcome(sha256, "text/plain", "utf-8", reading_of(untrusted.decode()))


def reading_of(text: str, reader: str = "lines 1") -> Reading:
    """``NAME | kind | when | place < outer place | teller (role) | details``; "not" or "may" before it."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    lines = text.split("\n")
    outlet = lines[0]
    names: dict[str, str] = {}
    claims = []
    start = 0
    for line in lines:
        slots = [slot.strip() for slot in line.split("|")]
        if len(slots) > 1:
            slots += [""] * (6 - len(slots))
            passage = Passage(start, start + len(line), line)
            claims.append(_claim(slots, names, outlet, passage, sha256, reader))
        start += len(line) + 1
    people = tuple(Person(key, (name,)) for name, key in names.items())
    header = ReportHeader(title=lines[0], text=text, sha256=sha256, outlet=outlet, published="2020-01-03")
    return Reading(header, people, tuple(claims))


def _claim(
    slots: list[str], names: dict[str, str], outlet: str, passage: Passage, sha256: str, reader: str
) -> Claim:
    name, kind, when, place, teller, details = slots[:6]
    who = names.setdefault(name, f"p{len(names) + 1}") if name else "other detainees"
    polarity = Polarity.DENIED if kind.startswith("not ") else Polarity.AFFIRMED
    modality = Modality.FEARED if kind.startswith("may ") else Modality.ASSERTED
    chain = [Teller(outlet, TellerRole.MEDIA)]
    if teller:
        chain.insert(0, _teller(teller, names))
    claim = Claim(
        kind=kind.removeprefix("not ").removeprefix("may "),
        passage=passage,
        who=(who,),
        where=_where(place),
        when=when or None,
        details=details or None,
        told_by=tuple(chain),
        polarity=polarity,
        modality=modality,
        reader=reader,
        confidence=0.9,
    )
    return identified(claim, sha256)


def _teller(written: str, names: dict[str, str]) -> Teller:
    name, _, role = written.removesuffix(")").partition(" (")
    return Teller(names.get(name, name), TellerRole(role or "witness"))


def _where(place: str) -> Where | None:
    if not place:
        return None
    name, *within = [level.strip() for level in place.split("<")]
    return Where(name, within=tuple(PlaceName(each) for each in within))
