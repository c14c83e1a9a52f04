"""Asking the sandbox for a file's text; where pages of it are pictures, asking once more, with tesseract.

The first asking is quick and tells what is text; only then is the longer time for scans granted.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from amanat.adapters.formats.kinds import Kind
from amanat.adapters.formats.scans.packs import Packs, find, packages
from amanat.adapters.sandbox import Allowance, RefusalError, Sandbox
from amanat.core.scan_languages import packs_of
from amanat.settings import number, setting

PICTURE = "picture"
_NO_TEXT = "pdf-without-text"


@cache
def packs() -> Packs:
    """Tesseract's language packs on this machine, as they were when first asked for."""
    return find(setting("tessdata"))


def ask(
    sandbox: Sandbox, untrusted: bytes, kind: Kind, options: Mapping[str, Any], allowance: Allowance
) -> dict[str, Any]:
    """The file's text and facts, untrusted. Raises RefusalError, SandboxUnavailableError."""
    parser = str(kind.parser)
    if parser == PICTURE:
        return _scanned(sandbox, untrusted, parser, options, allowance)
    try:
        found = sandbox.parse(parser, untrusted, options, allowance)
    except RefusalError as refusal:
        if refusal.code != _NO_TEXT:
            raise
        return _scanned(sandbox, untrusted, parser, options, allowance)
    if not found.get("scanned_pages") or packs().folder is None:
        return found
    try:
        return _scanned(sandbox, untrusted, parser, options, allowance)
    except RefusalError:
        return found  # what is text was read already; that the other pages were not stands in its flags


def _scanned(
    sandbox: Sandbox, untrusted: bytes, parser: str, options: Mapping[str, Any], allowance: Allowance
) -> dict[str, Any]:
    here = packs()
    if here.folder is None:
        raise RefusalError("ocr-missing")
    languages = packs_of(setting("scan_languages").replace(",", " ").split())
    if missing := [each for each in languages if each not in here.installed]:
        raise RefusalError("ocr-pack-missing", packs=", ".join(missing), packages=packages(missing))
    seconds = number("scan_seconds")
    more = {
        "tessdata": str(here.folder),
        "installed": here.installed,
        "languages": languages,
        "seconds": 0.9 * seconds,
    }
    longer = Allowance(seconds, allowance.memory_mb, allowance.answer_bytes)
    try:
        return sandbox.parse(parser, untrusted, {**options, **more}, longer)
    except RefusalError as refusal:
        if refusal.code == "parser-timed-out":
            raise RefusalError("scan-timed-out") from None
        raise
