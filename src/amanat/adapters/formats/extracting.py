"""From a file to its text. Plain text is decoded here; everything with a parser is read in the sandbox."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from amanat.adapters.formats.encoding import decoded
from amanat.adapters.formats.extracted import Extracted
from amanat.adapters.formats.kinds import Kind, kind_of
from amanat.adapters.sandbox import Allowance, Policy, RefusalError, Sandbox, SandboxUnavailableError
from amanat.core import format_errors as errors
from amanat.core.claim import Flag
from amanat.core.reading.header import PageHints
from amanat.settings import number, setting

_MB = 2**20
_PARSERS = {
    "html": "amanat.adapters.formats.html_page:page",
    "pdf": "amanat.adapters.formats.pdf_pages:pdf",
    "archive": "amanat.adapters.formats.docx_body:archive",
}
_LONGEST_FACT = 200


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may be and take; ``from_settings`` reads them from the table of settings."""

    file_mb: int = 256
    text_mb: int = 8
    pdf_pages: int = 2000
    seconds: int = 60
    memory_mb: int = 1024

    @classmethod
    def from_settings(cls) -> Limits:
        return cls(
            number("max_file_mb"),
            number("max_text_mb"),
            number("max_pdf_pages"),
            number("parse_seconds"),
            number("parse_memory_mb"),
        )


def extract(path: Path, *, limits: Limits | None = None, sandbox: Sandbox | None = None) -> Extracted:
    """The text of the file at ``path``.

    Raises a ``core.format_errors.FormatError`` that names what is wrong.
    """
    limits = limits or Limits.from_settings()
    return extract_bytes(read_file(path, limits), path.name, limits=limits, sandbox=sandbox)


def extract_bytes(
    untrusted: bytes, name: str, *, limits: Limits | None = None, sandbox: Sandbox | None = None
) -> Extracted:
    """The text of a file's bytes; ``name`` is only how errors call it. Raises FormatError."""
    limits = limits or Limits.from_settings()
    _refuse_large(len(untrusted), name, limits)
    if not untrusted.strip():
        raise errors.EmptyFileError(name)
    kind = kind_of(untrusted)
    if kind.parser is not None:
        return _parsed(untrusted, name, kind, limits, sandbox or shared_sandbox())
    if kind.media_type != "text/plain":
        raise errors.UnsupportedKindError(name, kind=kind.name)
    return _text(untrusted, name, kind, limits)


@cache
def shared_sandbox() -> Sandbox:
    """This program's sandbox: one warm worker for each process that reads, started at its first file."""
    return Sandbox(_PARSERS, policy=Policy(setting("sandbox")))


def read_file(path: Path, limits: Limits | None = None) -> bytes:
    """The file's bytes, if it is a file and not too large. Raises FormatError."""
    limits = limits or Limits.from_settings()
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = "a folder" if stat.S_ISDIR(status.st_mode) else "a device or a pipe"
            raise errors.NotAFileError(str(path), what=what)
        _refuse_large(status.st_size, path.name, limits)
        with path.open("rb") as file:
            # a file may grow while it is read
            return file.read(limits.file_mb * _MB + 1)
    except FileNotFoundError:
        raise errors.FileMissingError(str(path)) from None
    except OSError as fault:
        raise errors.FileForbiddenError(str(path), reason=fault.strerror or "no reason given") from fault


def _refuse_large(size: int, name: str, limits: Limits) -> None:
    if size > limits.file_mb * _MB:
        raise errors.FileTooLargeError(
            name, megabytes=-(-size // _MB), kind="a file", limit=limits.file_mb, setting="AMANAT_MAX_FILE_MB"
        )


def _text(untrusted: bytes, name: str, kind: Kind, limits: Limits) -> Extracted:
    if (
        len(untrusted) > 4 * limits.text_mb * _MB
    ):  # no encoding takes more than four bytes where UTF-8 takes one
        raise errors.TextTooLongError(name, limit=limits.text_mb)
    read = decoded(untrusted)
    if read is None:
        binary = untrusted[:_MB].count(0) or len(untrusted) > 64
        raise (errors.UnknownBinaryError if binary else errors.EncodingUnknownError)(name)
    _refuse_long(read.text, name, limits)
    if not any(each.isalnum() for each in read.text):
        raise (errors.UnknownBinaryError if read.replaced else errors.EmptyFileError)(name)
    flags = [*_also(kind), *_encoding_flags(read.encoding, read.sure, read.replaced)]
    return Extracted(read.text, kind.media_type, read.encoding, flags=tuple(flags))


def _refuse_long(text: str, name: str, limits: Limits) -> None:
    if len(text) * 4 > limits.text_mb * _MB and len(text.encode("utf-8", "replace")) > limits.text_mb * _MB:
        raise errors.TextTooLongError(name, limit=limits.text_mb)


def _parsed(untrusted: bytes, name: str, kind: Kind, limits: Limits, sandbox: Sandbox) -> Extracted:
    allowance = Allowance(limits.seconds, limits.memory_mb, answer_bytes=8 * limits.text_mb * _MB)
    try:
        found = sandbox.parse(str(kind.parser), untrusted, {"max_pages": limits.pdf_pages}, allowance)
    except SandboxUnavailableError as fault:
        raise errors.SandboxMissingError(name, why=str(fault)) from None
    except RefusalError as refusal:
        raise _known(refusal, name, limits) from None
    try:
        extracted = _checked(found, kind)
    except (KeyError, TypeError, ValueError):
        raise errors.ParserFailedError(name, how="an answer of the wrong shape") from None
    _refuse_long(extracted.text, name, limits)
    return extracted


def _known(refusal: RefusalError, name: str, limits: Limits) -> errors.FormatError:
    """The refusal as an error of ours; a code or a fact that is not of the expected kind is not passed on."""
    facts: dict[str, object] = {
        key: value if isinstance(value, int) else str(value)[:_LONGEST_FACT]
        for key, value in refusal.facts.items()
        if key.isidentifier() and key != "item"
    }
    facts |= {"seconds": limits.seconds, "megabytes": limits.memory_mb}
    facts.setdefault("limit", limits.text_mb)
    try:
        return errors.REFUSALS[refusal.code](name, **facts)
    except KeyError:
        return errors.ParserFailedError(name, how="a refusal not known here")


def _checked(untrusted_found: Mapping[str, Any], kind: Kind) -> Extracted:
    """The sandbox's answer as values of the right types. Raises KeyError, TypeError or ValueError."""
    text = _string(untrusted_found["text"])
    hints = untrusted_found["hints"]
    pages = tuple(int(each) for each in untrusted_found.get("pages", ()))
    if any(not 0 <= each <= len(text) for each in pages):
        raise ValueError("a page outside the text")
    headline, title = _optional(hints.get("headline")), _optional(hints.get("title"))
    return Extracted(
        text=text,
        media_type=kind.media_type,
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
        ),
        related=_strings(hints.get("related", ())),
        running=_strings(untrusted_found.get("running", ())),
        pages=pages,
        flags=tuple(_flags(untrusted_found, kind)),
    )


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
    flags = _also(kind)
    flags += _encoding_flags(
        _string(found.get("encoding", ""))[:40],
        found.get("sure", True) is True,
        int(found.get("replaced", 0)),
    )
    if empty := [int(each) for each in found.get("empty_pages", ())]:
        flags.append(Flag("pages-without-text", f"No text on page {_listed(empty)}: pictures, or scanned."))
    if damaged := [int(each) for each in found.get("damaged_pages", ())]:
        flags.append(Flag("pages-damaged", f"Page {_listed(damaged)} is damaged and could not be read."))
    if found.get("cut_off") is True:
        flags.append(Flag("cut-off", "The PDF is cut off at its end; what could be read of it is here."))
    if found.get("unmapped") is True:
        flags.append(Flag("letters-unknown", "The PDF does not say which letters some of its signs are."))
    return flags


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:12]))
    return f"{shown} and {len(numbers) - 12} more" if len(numbers) > 12 else shown


def _also(kind: Kind) -> list[Flag]:
    if kind.also is None:
        return []
    return [
        Flag("two-kinds", f"The file is {kind.also} as well as {kind.name}; it was read as {kind.name} only.")
    ]


def _encoding_flags(encoding: str, sure: bool, replaced: int) -> list[Flag]:
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
