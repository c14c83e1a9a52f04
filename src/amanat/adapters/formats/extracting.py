"""From a file to its text. Plain text is decoded here; everything with a parser is read in the sandbox."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amanat.adapters.formats.answers import also, checked, encoding_flags, known
from amanat.adapters.formats.encoding import decoded
from amanat.adapters.formats.extracted import Extracted
from amanat.adapters.formats.kinds import Kind, kind_of
from amanat.adapters.formats.scanning import ask, packs
from amanat.adapters.sandbox import Allowance, Policy, RefusalError, Sandbox, SandboxUnavailableError
from amanat.core import format_errors as errors
from amanat.settings import number, setting

_MB = 2**20
_PARSERS = {
    "html": "amanat.adapters.formats.html_page:page",
    "pdf": "amanat.adapters.formats.pdf_pages:pdf",
    "archive": "amanat.adapters.formats.archive:archive",
    "mail": "amanat.adapters.formats.mail:mail",
    "transcript": "amanat.adapters.formats.transcript:transcript",
    "delimited": "amanat.adapters.formats.delimited:delimited",
    "zip members": "amanat.adapters.formats.members:zipped",
    "mail members": "amanat.adapters.formats.members:mailed",
    "capture": "amanat.adapters.formats.captures.warc:warc",
    "picture": "amanat.adapters.formats.scans.pictures:picture",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may be and take; ``from_settings`` reads them from the table of settings."""

    file_mb: int = 256
    text_mb: int = 8
    pdf_pages: int = 2000
    seconds: int = 60
    memory_mb: int = 1024
    members: int = 1000

    @classmethod
    def from_settings(cls) -> Limits:
        return cls(
            number("max_file_mb"),
            number("max_text_mb"),
            number("max_pdf_pages"),
            number("parse_seconds"),
            number("parse_memory_mb"),
            number("max_members"),
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
    tessdata = packs().folder
    return Sandbox(_PARSERS, readable=[tessdata] if tessdata else [], policy=Policy(setting("sandbox")))


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
    flags = [*also(kind), *encoding_flags(read.encoding, read.sure, read.replaced)]
    return Extracted(read.text, kind.media_type, read.encoding, flags=tuple(flags))


def _refuse_long(text: str, name: str, limits: Limits) -> None:
    if len(text) * 4 > limits.text_mb * _MB and len(text.encode("utf-8", "replace")) > limits.text_mb * _MB:
        raise errors.TextTooLongError(name, limit=limits.text_mb)


def _parsed(untrusted: bytes, name: str, kind: Kind, limits: Limits, sandbox: Sandbox) -> Extracted:
    allowance = Allowance(limits.seconds, limits.memory_mb, answer_bytes=8 * limits.text_mb * _MB)
    options = {
        "max_pages": limits.pdf_pages,
        "max_members": limits.members,
        "file_mb": limits.file_mb,
        "text_mb": limits.text_mb,
    }
    try:
        found = ask(sandbox, untrusted, kind, options, allowance)
    except SandboxUnavailableError as fault:
        raise errors.SandboxMissingError(name, why=str(fault)) from None
    except RefusalError as refusal:
        raise known(refusal, name, limits) from None
    try:
        extracted = checked(found, kind)
    except (KeyError, TypeError, ValueError):
        raise errors.ParserFailedError(name, how="an answer of the wrong shape") from None
    _refuse_long(extracted.text, name, limits)
    return extracted
