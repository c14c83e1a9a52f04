"""What comes out of the sandbox is checked before anything in it is used, and put into values and errors of
ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from amanat.adapters.formats.captures.flags import capture_flags
from amanat.adapters.formats.extracted import Extracted
from amanat.adapters.formats.kinds import Kind
from amanat.adapters.formats.scans.flags import scan_flags
from amanat.adapters.sandbox import RefusalError
from amanat.core import format_errors as errors
from amanat.core.claim import Flag
from amanat.core.positions import Positions, Unit, positions_of
from amanat.core.reading.header import PageHints
from amanat.settings import number

if TYPE_CHECKING:
    from amanat.adapters.formats.extracting import Limits

_LONGEST_FACT = 200
_LONGEST_LABEL = 60
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]{1,90}")


def known(refusal: RefusalError, name: str, limits: Limits) -> errors.FormatError:
    """The refusal as an error of ours; a code or a fact that is not of the expected kind is not passed on."""
    facts: dict[str, object] = {
        key: value if isinstance(value, int) else str(value)[:_LONGEST_FACT]
        for key, value in refusal.facts.items()
        if key.isidentifier() and key != "item"
    }
    facts = {
        "seconds": limits.seconds,
        "megabytes": limits.memory_mb,
        "limit": limits.text_mb,
        "scan_seconds": number("scan_seconds"),
    } | facts
    try:
        return errors.REFUSALS[refusal.code](name, **facts)
    except KeyError:
        return errors.ParserFailedError(name, how="a refusal not known here")


def checked(untrusted_found: Mapping[str, Any], kind: Kind) -> Extracted:
    """The sandbox's answer as values of the right types. Raises KeyError, TypeError or ValueError."""
    text = _string(untrusted_found["text"])
    hints = untrusted_found["hints"]
    positions = _positions(untrusted_found.get("positions"), len(text))
    headline, title = _optional(hints.get("headline")), _optional(hints.get("title"))
    return Extracted(
        text=text,
        media_type=_media_type(untrusted_found, kind),
        encoding=_string(untrusted_found.get("encoding", ""))[:40],
        title=headline or title,
        hints=PageHints(
            title=title,
            headline=headline,
            byline=_optional(hints.get("byline")),
            site=_optional(hints.get("site")),
            dates=_strings(hints.get("dates", ())),
            related=_strings(hints.get("related", ())),
            running=_strings(untrusted_found.get("running", ())),
            rows=_rows(untrusted_found, positions, len(text)),
            is_table=positions.unit is Unit.ROW,
        ),
        positions=positions,
        members=max(0, int(untrusted_found.get("members", 0))),
        list_only=untrusted_found.get("list_only") is True,
        flags=tuple(_flags(untrusted_found, kind)),
    )


def _media_type(found: Mapping[str, Any], kind: Kind) -> str:
    """A parser may say more exactly what it read, in the form that media types have."""
    said = _string(found.get("media_type", kind.media_type))
    if not _MEDIA_TYPE.fullmatch(said):
        raise ValueError("not a media type")
    return said


def _positions(found: Any, length: int) -> Positions:
    if found is None:
        return Positions()
    marks = [(int(start), _string(label)[:_LONGEST_LABEL]) for start, label in found["marks"]]
    if any(not 0 <= start <= length for start, _ in marks):
        raise ValueError("a mark outside the text")
    return positions_of(_string(found["unit"]), marks)


def _rows(found: Mapping[str, Any], positions: Positions, length: int) -> tuple[int, ...]:
    """Where the rows of a table begin, in order: the marks of a sheet, or those of a table on a page."""
    if positions.unit is Unit.ROW:
        return tuple(mark.start for mark in positions.marks)
    rows = tuple(int(each) for each in found.get("rows", ()))
    if any(not 0 <= each <= length for each in rows) or list(rows) != sorted(rows):
        raise ValueError("rows outside the text, or out of order")
    return rows


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a string")
    return value


def _optional(value: object) -> str | None:
    return None if value is None else _string(value)


def _strings(values: object) -> tuple[str, ...]:
    if not isinstance(values, list | tuple):
        raise TypeError("not a list")
    return tuple(_string(each) for each in values)


def _flags(found: Mapping[str, Any], kind: Kind) -> list[Flag]:
    flags = also(kind)
    flags += encoding_flags(
        _string(found.get("encoding", ""))[:40],
        found.get("sure", True) is True,
        int(found.get("replaced", 0)),
    )
    empty = [int(each) for each in found.get("empty_pages", ())]
    if empty and "scan" not in found:
        flags.append(Flag("pages-without-text", f"No text on page {_listed(empty)}: pictures, or scanned."))
    if isinstance(capture := found.get("capture"), Mapping):
        flags += capture_flags(capture)
    if isinstance(scan := found.get("scan"), Mapping):
        flags += scan_flags(scan)
    if damaged := [int(each) for each in found.get("damaged_pages", ())]:
        flags.append(Flag("pages-damaged", f"Page {_listed(damaged)} is damaged and could not be read."))
    if found.get("cut_off") is True:
        flags.append(Flag("cut-off", "The PDF is cut off at its end; what could be read of it is here."))
    flags += _left_out(found)
    if found.get("unmapped") is True:
        flags.append(Flag("letters-unknown", "The PDF does not say which letters some of its signs are."))
    return flags


def _left_out(found: Mapping[str, Any]) -> list[Flag]:
    """What a file holds that was not read or taken out of it."""
    flags = []
    if locked := int(found.get("locked_members", 0)):
        flags.append(
            Flag("members-locked", f"{locked} of its files are locked with a password and not unpacked.")
        )
    if hidden := int(found.get("hidden_sheets", 0)):
        flags.append(Flag("sheets-hidden", f"{hidden} of its sheets are hidden and were not read."))
    if found.get("encrypted_mail") is True:
        flags.append(Flag("mail-encrypted", "The mail's words are encrypted: only its headers are here."))
    return flags


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:12]))
    return f"{shown} and {len(numbers) - 12} more" if len(numbers) > 12 else shown


def also(kind: Kind) -> list[Flag]:
    if kind.also is None:
        return []
    return [
        Flag("two-kinds", f"The file is {kind.also} as well as {kind.name}; it was read as {kind.name} only.")
    ]


def encoding_flags(encoding: str, sure: bool, replaced: int) -> list[Flag]:
    flags = []
    if not sure:
        flags.append(
            Flag(
                "encoding-unsure", f"Read as {encoding}, which is likely and not certain: check a few words."
            )
        )
    if replaced:
        flags.append(
            Flag(
                "characters-replaced", f"{replaced} characters or bytes without meaning are shown as \ufffd."
            )
        )
    return flags
